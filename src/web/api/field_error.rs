//! One thing that has to be sent otherwise: where, and what is wrong with it.

use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;

use super::pointer;
use crate::event::file::Sort;
use crate::view::Locale;

/// Something that has to be sent otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, ToSchema)]
pub(super) struct FieldError {
    /// Its key in what was sent, such as `session.1.starts`.
    path: String,
    /// The same in the body, such as `#/session/0/starts` (RFC 6901).
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    /// The line of a list that was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    /// What is wrong with it.
    detail: String,
    /// The same in the words of event files, which are English and say most.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// By which `detail` is found.
    #[serde(skip)]
    sort: Option<Sort>,
}

impl FieldError {
    /// What is wrong with what was sent at `path`, in the address or in a header.
    pub(super) fn at(path: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            detail: detail.into(),
            ..Self::default()
        }
    }

    /// The same by the sort of fault that it is.
    pub(super) fn of_sort(path: impl Into<String>, sort: Sort) -> Self {
        Self {
            sort: Some(sort),
            ..Self::at(path, "")
        }
    }

    /// The same of what was sent in `body`.
    pub(super) fn within(body: &Json, path: impl Into<String>, sort: Sort) -> Self {
        let path = path.into();
        Self {
            pointer: Some(pointer::of(body, &path)),
            ..Self::of_sort(path, sort)
        }
    }

    /// In these words, which say more than the sort of fault.
    pub(super) fn saying(self, detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            sort: None,
            ..self
        }
    }

    /// In the body at this pointer.
    pub(super) fn pointing(self, pointer: &str) -> Self {
        Self {
            pointer: Some(pointer.to_owned()),
            ..self
        }
    }

    /// As it is told to readers of `locale`.
    pub(super) fn in_words(&self, locale: &Locale) -> Self {
        let said = self
            .sort
            .map(|sort| locale.text(&format!("api-fault-{sort}")));
        Self {
            detail: said.unwrap_or_else(|| self.detail.clone()),
            ..self.clone()
        }
    }

    /// The same on this line of a list.
    pub(super) fn on_line(self, line: u64) -> Self {
        Self {
            line: Some(line),
            ..self
        }
    }

    /// With the words of event files.
    pub(super) fn because(self, reason: impl Into<String>) -> Self {
        Self {
            reason: Some(reason.into()),
            ..self
        }
    }
}
