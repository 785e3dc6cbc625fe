//! What an organiser decided, and whose turn it was.

use serde::Serialize;

use super::super::locale::Locale;
use super::super::times::Moment;
use super::super::words::Words;
use super::{Mail, Occasion, manage};
use crate::base::language::Direction;

/// An organiser has given a place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Approved {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// Somebody who waited has a place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Promoted {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// Somebody has changed how they attend.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// A place is kept for somebody who waits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Offer {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Until when it is kept.
    pub until: Moment,
    /// Own registration, as a complete address: there the place is taken up.
    pub manage: String,
}

/// An organiser has given no place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Declined {
    /// What it is about.
    pub about: Occasion,
    /// Why, in the organiser's words.
    pub reason: Option<Words>,
}

/// Kinds that tell somebody of a place they have now.
macro_rules! with_a_place {
    ($($kind:ident = $word:literal),+) => {$(
        impl Mail for $kind {
            const KIND: &'static str = $word;

            fn about(&self) -> Option<&Occasion> {
                Some(&self.about)
            }

            fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
                Occasion::samples(locale)
                    .into_iter()
                    .zip(["online", "in_person"])
                    .map(|(about, mode)| {
                        let manage = manage(locale);
                        (mode, Self { about, mode, manage })
                    })
                    .collect()
            }
        }
    )+};
}

with_a_place!(
    Approved = "approved",
    Promoted = "promoted",
    Moved = "moved"
);

impl Mail for Offer {
    const KIND: &'static str = "offer";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        Occasion::samples(locale)
            .into_iter()
            .zip(["online", "in_person"])
            .map(|(about, mode)| {
                let (until, manage) = (about.event.closes.clone(), manage(locale));
                let mail = Self {
                    about,
                    mode,
                    until,
                    manage,
                };
                (mode, mail)
            })
            .collect()
    }
}

impl Mail for Declined {
    const KIND: &'static str = "declined";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["bare", "reason"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(name, about)| {
                let reason = (name == "reason").then(|| sample_reason(locale));
                (name, Self { about, reason })
            })
            .collect()
    }
}

/// A reason as an organiser may give it: in the reader's language, or in the event's.
pub(super) fn sample_reason(locale: &Locale) -> Words {
    let english = "We have kept this round small: 40 ministries asked, and <20> could come.";
    let own = locale.language().to_string().starts_with("en");
    Words {
        text: english.to_owned(),
        lang: (!own).then(|| "en".to_owned()),
        dir: (!own).then_some(Direction::Ltr),
    }
}
