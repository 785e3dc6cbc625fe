//! Mails to those who run an event.

use serde::Serialize;

use super::super::locale::Locale;
use super::super::times::Moment;
use super::{Mail, Occasion};

/// The link of an event is missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alarm {
    /// What it is about.
    pub about: Occasion,
    /// When the link has to leave, or had to; none where it has to as soon as somebody is confirmed.
    pub release: Option<Moment>,
    /// Whether it had to leave already.
    pub is_late: bool,
    /// How many people are confirmed online.
    pub online: i64,
}

impl Mail for Alarm {
    const KIND: &'static str = "alarm";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let sample = |is_late, online| {
            let about = Occasion::samples(locale).remove(0);
            Self {
                release: Some(about.event.closes.clone()),
                about,
                is_late,
                online,
            }
        };
        vec![("ahead", sample(false, 1)), ("late", sample(true, 42))]
    }
}

/// The personal data of an event goes soon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RetentionMail {
    /// What it is about.
    pub about: Occasion,
    /// When it goes.
    pub until: Moment,
    /// How many registered.
    pub people: i64,
    /// The list of them in the workspace, as a complete address.
    pub registrations: String,
    /// What stays, as a complete address.
    pub figures: String,
}

impl Mail for RetentionMail {
    const KIND: &'static str = "retention";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let desk = "https://events.lcps.example/organise/events/water-and-data";
        let sample = |people| {
            let about = Occasion::samples(locale).remove(0);
            Self {
                until: about.event.closes.clone(),
                about,
                people,
                registrations: format!("{desk}/registrations"),
                figures: format!("{desk}/figures"),
            }
        };
        vec![("one", sample(1)), ("many", sample(42))]
    }
}
