//! What an event tells many at once: that it begins soon, that something is different, that it does
//! not take place.

use serde::Serialize;

use super::super::locale::Locale;
use super::super::words::Words;
use super::{JOIN_PAGE, Mail, Occasion, decisions, manage};

const JOIN: &str = "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0";

/// It begins soon.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reminder {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// The link, or the page in its place, where it may be told.
    pub join: Option<String>,
    /// Whether it is a page of the reader's own (DEC-6).
    pub by_page: bool,
    /// The language somebody wants to listen in, where there is interpretation.
    pub listening: Option<String>,
    /// Own registration, as a complete address.
    pub manage: String,
    /// Where reminders are stopped, as a complete address.
    pub stop: String,
}

/// Time, place or link are others.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Changed {
    /// What it is about.
    pub about: Occasion,
    /// What is different: `time`, `place`, `link`.
    pub facts: Vec<&'static str>,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// The link, or the page in its place, where it may be told.
    pub join: Option<String>,
    /// Whether it is a page of the reader's own (DEC-6).
    pub by_page: bool,
    /// What the reader is: `confirmed`, `pending`, `waitlisted`, or `appearing` in the programme.
    pub reader: &'static str,
    /// Whether an entry for the calendar goes along.
    pub has_entry: bool,
    /// Own registration, as a complete address, where there is one.
    pub manage: Option<String>,
}

/// It does not take place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cancelled {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Why, in the organiser's words.
    pub reason: Option<Words>,
    /// Whether an entry for the calendar goes along that takes the event out of it.
    pub has_entry: bool,
    /// Whether the reader is part of the programme.
    pub appears: bool,
}

impl Mail for Reminder {
    const KIND: &'static str = "reminder";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let sample = |about: Occasion, mode, join: bool| Self {
            about,
            mode,
            join: join.then(|| JOIN.to_owned()),
            by_page: false,
            listening: join.then(|| locale.text("language-ar")),
            manage: manage(locale),
            stop: format!("{}/reminders", manage(locale)),
        };
        let [roundtable, everything] = both(locale);
        let by_page = Self {
            join: Some(JOIN_PAGE.to_owned()),
            by_page: true,
            ..sample(roundtable.clone(), "online", true)
        };
        vec![
            ("link", sample(roundtable.clone(), "online", true)),
            ("page", by_page),
            ("before-link", sample(roundtable, "online", false)),
            ("in_person", sample(everything, "in_person", false)),
        ]
    }
}

impl Mail for Changed {
    const KIND: &'static str = "changed";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let sample = |about: Occasion, facts: &[&'static str], mode, join: bool| Self {
            about,
            facts: facts.to_vec(),
            mode,
            join: join.then(|| JOIN.to_owned()),
            by_page: false,
            reader: "confirmed",
            has_entry: true,
            manage: Some(manage(locale)),
        };
        let [roundtable, everything] = both(locale);
        let waiting = Self {
            reader: "waitlisted",
            has_entry: false,
            ..sample(roundtable.clone(), &["time"], "online", false)
        };
        let appearing = Self {
            reader: "appearing",
            manage: None,
            ..sample(roundtable.clone(), &["time"], "online", true)
        };
        let by_page = Self {
            join: Some(JOIN_PAGE.to_owned()),
            by_page: true,
            ..sample(roundtable.clone(), &["link"], "online", true)
        };
        vec![
            ("page", by_page),
            (
                "time",
                sample(roundtable.clone(), &["time"], "online", false),
            ),
            (
                "time-link",
                sample(roundtable.clone(), &["time"], "online", true),
            ),
            ("link", sample(roundtable, &["link"], "online", true)),
            (
                "place",
                sample(everything.clone(), &["place"], "in_person", false),
            ),
            (
                "several",
                sample(everything, &["time", "place"], "in_person", false),
            ),
            ("waiting", waiting),
            ("appearing", appearing),
        ]
    }
}

impl Mail for Cancelled {
    const KIND: &'static str = "cancelled";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let [roundtable, everything] = both(locale);
        let sample = |about, mode, reason: bool, has_entry| Self {
            about,
            mode,
            reason: reason.then(|| decisions::sample_reason(locale)),
            has_entry,
            appears: false,
        };
        let appearing = Self {
            appears: true,
            ..sample(roundtable.clone(), "online", false, true)
        };
        vec![
            ("bare", sample(roundtable, "online", false, true)),
            (
                "reason",
                sample(everything.clone(), "in_person", true, true),
            ),
            ("waiting", sample(everything, "in_person", false, false)),
            ("appearing", appearing),
        ]
    }
}

fn both(locale: &Locale) -> [Occasion; 2] {
    let mut samples = Occasion::samples(locale).into_iter();
    [(); 2].map(|()| samples.next().expect("there are two samples"))
}
