use serde::Serialize;

use super::{Frame, Locale, Page};

/// The API, for people to read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ApiPage {
    /// What stands around it.
    pub frame: Frame,
    /// What can be asked.
    pub operations: Vec<ApiOperation>,
    /// What webhooks can be told: words, whose hints are under `webhook-kind-WORD-hint` in the catalogue.
    pub webhook_kinds: Vec<&'static str>,
    /// What can be answered instead.
    pub problems: Vec<ApiProblem>,
}

/// Something that can be asked of the API.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ApiOperation {
    /// How.
    pub method: String,
    /// Where.
    pub path: &'static str,
    /// What it does; in English, as the document says it.
    pub does: &'static str,
}

/// Why something cannot be done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ApiProblem {
    /// The end of its type; its words are under `api-problem-WORD` in the catalogue.
    pub word: &'static str,
    /// Its HTTP status.
    pub status: u16,
}

impl Page for ApiPage {
    const FILE: &'static str = "api";

    fn samples(frame: &Frame, _: &Locale) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: frame.clone(),
            operations: vec![ApiOperation {
                method: "GET".into(),
                path: "/api/v1/events/{event}",
                does: "Reads an event.",
            }],
            webhook_kinds: vec!["registered", "link_released"],
            problems: vec![ApiProblem {
                word: "not-found",
                status: 404,
            }],
        };
        vec![("all", page)]
    }
}
