use serde::Serialize;

use super::{Stamp, sample_base};
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{Field, Form, Frame, Locale, Page, Widget};

/// Those who are asked to come, and asking others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InvitePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list of registrations.
    pub base: String,
    /// What is asked.
    pub form: Form,
    /// Who was asked, the last first.
    pub guests: Vec<GuestRow>,
}

/// Somebody who was asked to come.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GuestRow {
    /// Who.
    pub email: String,
    /// When, the last time.
    pub invited_at: Stamp,
    /// What came of it.
    pub registration: Option<String>,
    /// Where the invitation is taken back.
    pub uninvite: String,
}

impl Page for InvitePage {
    const FILE: &'static str = "desk/registrations/invite";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let row = |email: &str, registration: Option<String>| GuestRow {
            email: email.into(),
            invited_at: Stamp::sample(),
            registration,
            uninvite: format!("{}/invite/0193", sample_base()),
        };
        let field = Field {
            widget: Widget::Area,
            hint: Some(locale.text("invite-addresses-hint").into()),
            ..Field::line("addresses", locale.text("invite-addresses"))
        };
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            base: sample_base(),
            form: Form {
                action: format!("{}/invite", sample_base()),
                hidden: Vec::new(),
                fields: vec![field],
                problems: Vec::new(),
            },
            guests: Vec::new(),
        };
        let some = Self {
            guests: vec![
                row("minister@gov.example", None),
                row(
                    "press@paper.example",
                    Some(format!("{}/0193", sample_base())),
                ),
            ],
            ..empty.clone()
        };
        vec![("empty", empty), ("some", some)]
    }
}
