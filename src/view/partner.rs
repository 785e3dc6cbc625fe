//! What is said to those who come by a partner's link, and what the partner sees of them.

use serde::Serialize;

use super::chart::Row;
use super::facts::{EventFacts, address};
use super::locale::Locale;
use super::pages::{Frame, Page};
use super::words::Words;

/// The partner whose link led to a form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerNotice {
    /// What it is called.
    pub name: Words,
    /// What one agrees to who lets the partner know who they are; none where it is told nobody's name.
    pub consent: Option<Words>,
    /// The key of that in the form.
    pub consent_key: Option<String>,
}

/// The partner that sees who somebody is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeenBy {
    /// What it is called.
    pub name: Words,
    /// Where they take that back.
    pub stop: String,
}

/// A partner's own view.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its link leads to.
    pub event: EventFacts,
    /// Its page.
    pub event_page: String,
    /// What the partner is called.
    pub partner: Words,
    /// The complete address of its link.
    pub link: String,
    /// How many came by it; none where that would tell of few who they are.
    pub total: Option<i64>,
    /// How many more may; none where any number may, or that would tell how many came.
    pub left: Option<i64>,
    /// What the columns of `states` hold.
    pub columns: Vec<String>,
    /// What became of them; empty where they are too few to be told apart.
    pub states: Vec<Row>,
    /// `agreed`: who agreed is told. `none`: nobody is, but how many. `confidential`: neither, by the rules of the
    /// event.
    pub sharing: &'static str,
    /// What those agreed to who are told.
    pub consent: Option<Words>,
    /// They.
    pub people: Vec<SharedPerson>,
    /// How many the others are; none where they are too few to be counted.
    pub others: Option<i64>,
    /// The same as a file.
    pub csv: String,
}

/// Somebody who agreed that a partner is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedPerson {
    /// Their name.
    pub name: String,
    /// Where they work.
    pub organisation: String,
    /// What they do there.
    pub position: String,
    /// Where they can be written to.
    pub email: String,
}

impl PartnerNotice {
    /// A partner that is told who agreed, as in samples.
    pub(super) fn sample(locale: &Locale) -> Self {
        Self {
            name: Words::plain("National Democratic Institute"),
            consent: Some(Words::plain(locale.text("partner-consent-sample"))),
            consent_key: Some("partner".to_owned()),
        }
    }
}

impl SeenBy {
    /// As in samples.
    pub(super) fn sample(locale: &Locale) -> Self {
        Self {
            name: PartnerNotice::sample(locale).name,
            stop: format!("/{}/registrations/TOKEN/partner", locale.language()),
        }
    }
}

impl Page for PartnerPage {
    const FILE: &'static str = "partner";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let event = EventFacts::samples(locale).remove(0);
        let notice = PartnerNotice::sample(locale);
        let row = |state: &str, people: &str| Row {
            name: locale.text(state),
            cells: vec![people.to_owned(), "50".to_owned()],
        };
        let agreed = Self {
            frame: frame.clone().private(),
            event_page: address(locale, &event, ""),
            link: format!("https://events.example/events/{}?source=ndi", event.slug),
            event,
            partner: notice.name,
            total: Some(21),
            left: Some(9),
            columns: [
                "figures-column-states",
                "figures-column-people",
                "figures-column-percent",
            ]
            .map(|key| locale.text(key))
            .to_vec(),
            states: vec![
                row("figures-state-confirmed", "14"),
                row("figures-state-waitlisted", "7"),
            ],
            sharing: "agreed",
            consent: notice.consent,
            people: vec![SharedPerson {
                name: "نادين خوري".into(),
                organisation: "Institute for Public Policy".into(),
                position: String::new(),
                email: "nadine@example.org".into(),
            }],
            others: Some(20),
            csv: format!("/{}/partners/0/people.csv", locale.language()),
        };
        let few = Self {
            total: None,
            left: None,
            states: Vec::new(),
            sharing: "none",
            consent: None,
            people: Vec::new(),
            others: None,
            ..agreed.clone()
        };
        let confidential = Self {
            sharing: "confidential",
            ..few.clone()
        };
        let nobody = Self {
            people: Vec::new(),
            total: Some(0),
            states: Vec::new(),
            others: Some(0),
            ..agreed.clone()
        };
        vec![
            ("agreed", agreed),
            ("few", few),
            ("confidential", confidential),
            ("nobody", nobody),
        ]
    }
}
