//! The way to somebody's own page, sent again.

use serde::Serialize;

use super::super::locale::Locale;
use super::{Mail, Occasion, manage};

/// Somebody asked for the way to the registrations of an address.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Resent {
    /// What it is about.
    pub about: Occasion,
    /// What has become of the registration.
    pub state: &'static str,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// The link to join by, where they were sent it before.
    pub join: Option<String>,
    /// Own registration, as a complete address.
    pub manage: String,
}

impl Mail for Resent {
    const KIND: &'static str = "resent";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let states = [
            ("confirmed", "confirmed", "online"),
            ("in_person", "confirmed", "in_person"),
            ("link", "confirmed", "online"),
            ("waitlisted", "waitlisted", "in_person"),
            ("cancelled", "cancelled", "online"),
        ];
        states
            .into_iter()
            .zip(Occasion::samples(locale).into_iter().cycle())
            .map(|((name, state, mode), about)| {
                let join = "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0";
                let mail = Self {
                    about,
                    state,
                    mode,
                    join: (name == "link").then(|| join.to_owned()),
                    manage: manage(locale),
                };
                (name, mail)
            })
            .collect()
    }
}
