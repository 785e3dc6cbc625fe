use serde::Serialize;

use super::{RegistrationRow, Told, UndoRow, sample_base};
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::form::Field;
use crate::view::{Answer, Frame, Locale, Page, Words};

/// Requests to decide on, quickly and by keyboard (F-14).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RequestsPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// What was just decided.
    pub told: Option<Told>,
    /// Decisions that can be taken back.
    pub undo: Vec<UndoRow>,
    /// How many wait for a decision.
    pub total: i64,
    /// How many places are free, where that is limited.
    pub free: Option<i64>,
    /// The first of them.
    pub cards: Vec<RequestCard>,
    /// What is told to whoever is declined, in each language.
    pub reasons: Vec<Field>,
}

/// A request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RequestCard {
    /// Who asks.
    pub row: RegistrationRow,
    /// Where they are.
    pub country: Option<String>,
    /// For how many earlier events of the organisation they were confirmed.
    pub earlier: i64,
    /// What they answered.
    pub answers: Vec<Answer>,
}

impl Page for RequestsPage {
    const FILE: &'static str = "desk/registrations/requests";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let mut reason = Field::line("reason.en", locale.text("registrations-reason"));
        reason.required = false;
        let full = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            base: sample_base(),
            told: Some(Told::default()),
            undo: Vec::new(),
            total: 31,
            free: Some(12),
            cards: RegistrationRow::samples(locale)
                .into_iter()
                .enumerate()
                .map(|(index, row)| RequestCard {
                    row,
                    country: Some("لبنان".into()),
                    earlier: i64::try_from(index).unwrap_or_default(),
                    answers: vec![Answer {
                        label: Words::plain("Why do you want to come?"),
                        value: Words::plain("أعمل على الأمن الغذائي (2020–2022)."),
                    }],
                })
                .collect(),
            reasons: vec![reason],
        };
        let nobody = Self {
            told: None,
            total: 0,
            free: None,
            cards: Vec::new(),
            ..full.clone()
        };
        vec![("full", full), ("nobody", nobody)]
    }
}
