use serde::Serialize;

use super::{Stamp, hidden, sample_base};
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::form::{Choice, Hidden};
use crate::view::{Frame, Locale, Page};

/// The registrations of an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegistrationsPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Its own address, below which the others about registrations are.
    pub base: String,
    /// What was just decided, and what came of it.
    pub told: Option<Told>,
    /// How many there are, by state.
    pub counts: Vec<StateCount>,
    /// The places of each mode.
    pub places: Vec<Places>,
    /// When the counts were taken.
    pub counted_at: Stamp,
    /// Decisions that can be taken back.
    pub undo: Vec<UndoRow>,
    /// What is looked for.
    pub filters: Filters,
    /// The same, as forms send it on.
    pub hidden: Vec<Hidden>,
    /// How many are meant.
    pub total: i64,
    /// Those on this page.
    pub rows: Vec<RegistrationRow>,
    /// The pages before and after.
    pub pager: Pager,
    /// Whether organisers decide on requests.
    pub decides: bool,
    /// Whether there is anybody at all.
    pub is_empty: bool,
}

/// How many are in a state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StateCount {
    /// The state.
    pub state: &'static str,
    /// How many.
    pub count: i64,
    /// The list of them.
    pub href: String,
}

/// Places of a mode.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Places {
    /// `online`, `in_person`.
    pub mode: &'static str,
    /// How many are taken.
    pub taken: i64,
    /// How many there are; unlimited where not said.
    pub capacity: Option<i64>,
    /// How many more are taken than there are.
    pub over: i64,
}

/// What a decision came to.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Told {
    /// Names the decisions for taking them back, while that can be done.
    pub batch: Option<String>,
    /// When the people are told.
    pub until: Option<Stamp>,
    /// For so many there was no place.
    pub full: i64,
    /// So many were in no state for it.
    pub not_open: i64,
    /// So many may hold the joining link.
    pub know_link: i64,
    /// So many went to the end of the waiting list.
    pub listed: i64,
    /// So many stay decided.
    pub stay: i64,
}

/// Decisions of one press that can be taken back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UndoRow {
    /// Names them together.
    pub batch: String,
    /// The state they led to.
    pub state: &'static str,
    /// How many.
    pub count: i64,
    /// When the people are told.
    pub until: Stamp,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Filters {
    /// Words of a name, organisation or address.
    pub words: String,
    /// What it can be narrowed by: each a name of a field and its choices, “all” first.
    pub selects: Vec<Select>,
    /// Whether anything is narrowed.
    pub any: bool,
}

/// A choice to narrow a list by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Select {
    /// Its name in the form; its label is `registrations-filter-NAME`.
    pub name: &'static str,
    /// What there is to choose from.
    pub options: Vec<Choice>,
}

/// A registration in the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegistrationRow {
    /// Its identifier.
    pub id: String,
    /// Its page.
    pub href: String,
    /// The name to show.
    pub name: String,
    /// Where its mails go.
    pub email: String,
    /// Position and organisation, as far as given.
    pub about: Vec<String>,
    /// What has become of it.
    pub state: &'static str,
    /// `online`, `in_person`.
    pub mode: &'static str,
    /// The language of its mails, in words.
    pub language: String,
    /// When it was made.
    pub registered_at: Stamp,
    /// When the person is told of the last decision, while that can be taken back.
    pub told_at: Option<Stamp>,
    /// Whether mail to the address came back.
    pub undeliverable: bool,
    /// What organisers sort it by.
    pub tags: Vec<String>,
}

/// The pages of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pager {
    /// This one, from 1.
    pub page: i64,
    /// How many there are.
    pub pages: i64,
    /// The one before.
    pub previous: Option<String>,
    /// The one after.
    pub next: Option<String>,
}

impl Pager {
    /// Page `page` of a list of `total` in parts of `size`; `href` gives the address of a page.
    pub fn new(page: i64, total: i64, size: i64, href: impl Fn(i64) -> String) -> Self {
        let pages = (total.max(1) + size - 1) / size;
        Self {
            page,
            pages,
            previous: (page > 1).then(|| href(page - 1)),
            next: (page < pages).then(|| href(page + 1)),
        }
    }
}

impl RegistrationRow {
    pub(in crate::view) fn samples(locale: &Locale) -> Vec<Self> {
        let row = |name: &str, state, mode, organisation: &str| Self {
            id: "0193-1f2a".into(),
            href: format!("{}/0193-1f2a", sample_base()),
            name: name.into(),
            email: "nadine.khoury@press.example".into(),
            about: vec!["Researcher".into(), organisation.into()],
            state,
            mode,
            language: locale.text("language-ar"),
            registered_at: Stamp::sample(),
            told_at: (state == "declined").then(Stamp::sample),
            undeliverable: state == "waitlisted",
            tags: vec!["press".into(), "وزارة".into()],
        };
        vec![
            row(
                "نادين خوري",
                "pending",
                "online",
                "Institute for Public Policy (12)",
            ),
            row(
                "Rana Haddad",
                "confirmed",
                "in_person",
                "المركز اللبناني للدراسات",
            ),
            row("ნინო ბერიძე", "waitlisted", "online", "GFSIS"),
            row("Sami al-Masri", "declined", "in_person", ""),
            row("Elżbieta Łuczak", "cancelled", "online", "Polski Instytut"),
            row("Omar", "unconfirmed", "online", ""),
        ]
    }
}

impl Page for RegistrationsPage {
    const FILE: &'static str = "desk/registrations/list";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let base = sample_base();
        let count = |state, count| StateCount {
            state,
            count,
            href: format!("{base}?state={state}"),
        };
        let full = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            told: Some(Told {
                batch: Some("0193".into()),
                until: Some(Stamp::sample()),
                full: 2,
                not_open: 1,
                know_link: 1,
                listed: 1,
                stay: 1,
            }),
            counts: vec![
                count("confirmed", 61),
                count("pending", 12),
                count("waitlisted", 3),
                count("declined", 4),
            ],
            places: vec![
                Places {
                    mode: "online",
                    taken: 48,
                    capacity: None,
                    over: 0,
                },
                Places {
                    mode: "in_person",
                    taken: 13,
                    capacity: Some(10),
                    over: 3,
                },
            ],
            counted_at: Stamp::sample(),
            undo: ["confirmed", "declined", "waitlisted", "cancelled"]
                .map(|state| UndoRow {
                    batch: "0193".into(),
                    state,
                    count: 3,
                    until: Stamp::sample(),
                })
                .to_vec(),
            filters: Filters {
                words: "خوري".into(),
                selects: vec![Select {
                    name: "state",
                    options: vec![
                        Choice::new("", locale.text("registrations-filter-all")),
                        Choice::new("pending", locale.text("registration-state-pending")),
                    ],
                }],
                any: true,
            },
            hidden: vec![hidden("q", "خوري")],
            total: 61,
            rows: RegistrationRow::samples(locale),
            pager: Pager::new(2, 161, 50, |page| format!("{base}?page={page}")),
            decides: true,
            is_empty: false,
            base: base.clone(),
        };
        let nobody = Self {
            told: None,
            counts: vec![count("confirmed", 0)],
            undo: Vec::new(),
            total: 0,
            rows: Vec::new(),
            pager: Pager::new(1, 0, 50, |_| String::new()),
            is_empty: true,
            filters: Filters {
                words: String::new(),
                selects: Vec::new(),
                any: false,
            },
            ..full.clone()
        };
        let nothing_found = Self {
            is_empty: false,
            filters: full.filters.clone(),
            ..nobody.clone()
        };
        vec![
            ("full", full),
            ("nobody", nobody),
            ("nothing-found", nothing_found),
        ]
    }
}
