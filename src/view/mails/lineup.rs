//! Mails to those who appear.

use serde::Serialize;

use super::super::locale::Locale;
use super::{Mail, Occasion};

/// The link to join by, of somebody who appears.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineupLink {
    /// What it is about.
    pub about: Occasion,
    /// The link.
    pub join: String,
}

impl Mail for LineupLink {
    const KIND: &'static str = "lineup_link";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["roundtable", "everything"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(name, about)| {
                let join = "https://zoom.example/j/86512345678?pwd=cGFuZWw,bA".into();
                (name, Self { about, join })
            })
            .collect()
    }
}
