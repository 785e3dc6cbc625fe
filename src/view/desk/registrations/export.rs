use serde::Serialize;

use super::{hidden, sample_base};
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::form::{Choice, Hidden};
use crate::view::{Frame, Locale, Page};

/// What to export, and what for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExportPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// Which registrations, as the list was narrowed.
    pub hidden: Vec<Hidden>,
    /// How many they are.
    pub total: i64,
    /// The columns, of which name and state are ticked (P-9).
    pub columns: Vec<Choice>,
    /// What it is for, as typed.
    pub purpose: String,
    /// What is wrong with that.
    pub problem: Option<String>,
    /// How long personal data is kept after the event, in days.
    pub kept_for_days: i64,
}

impl Page for ExportPage {
    const FILE: &'static str = "desk/registrations/export";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |problem: Option<&str>| Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            base: sample_base(),
            hidden: vec![hidden("state", "confirmed")],
            total: 61,
            columns: vec![
                Choice {
                    chosen: true,
                    ..Choice::new("name", locale.text("export-column-name"))
                },
                Choice::new("email", locale.text("export-column-email")),
            ],
            purpose: String::new(),
            problem: problem.map(|key| locale.text(key)),
            kept_for_days: 30,
        };
        vec![
            ("first", page(None)),
            ("errors", page(Some("export-purpose-missing"))),
        ]
    }
}
