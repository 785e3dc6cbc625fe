//! Mails to those who work in the workspace, about their own way in.

use serde::Serialize;

use super::{Mail, Occasion};
use crate::view::{Locale, Moment, Words};

/// A code to sign in with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SignInCode {
    /// Who runs the instance.
    pub site: String,
    /// The code, in groups.
    pub code: String,
    /// For how many minutes it is good.
    pub minutes: i64,
}

/// An invitation into a team.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeamInvitation {
    /// Who runs the instance.
    pub site: String,
    /// The organisation.
    pub organisation: String,
    /// Who asks them in.
    pub by: String,
    /// `assistant`, `organiser`, `owner`.
    pub role: &'static str,
    /// The only event that it is about.
    pub event: Option<Words>,
    /// Where they accept, as a complete address.
    pub page: String,
    /// Until when.
    pub until: Moment,
}

impl Mail for SignInCode {
    const KIND: &'static str = "sign_in";

    fn about(&self) -> Option<&Occasion> {
        None
    }

    fn samples(_: &Locale) -> Vec<(&'static str, Self)> {
        let sample = Self {
            site: "Levant Institute".into(),
            code: "2718 2818".into(),
            minutes: 10,
        };
        vec![("code", sample)]
    }
}

impl Mail for TeamInvitation {
    const KIND: &'static str = "invitation";

    fn about(&self) -> Option<&Occasion> {
        None
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = crate::view::EventFacts::samples(locale).remove(0);
        let all = Self {
            site: "Levant Institute".into(),
            organisation: "Levant Institute".into(),
            by: "Maya Haddad".into(),
            role: "organiser",
            event: None,
            page: "https://events.example.org/invitations/token".into(),
            until: facts.closes,
        };
        let one = Self {
            role: "assistant",
            event: Some(facts.title),
            ..all.clone()
        };
        vec![("organisation", all), ("event", one)]
    }
}
