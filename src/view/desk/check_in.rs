//! Pages for the door: who is expected, who is there, badges and lists on paper. None of them holds an
//! address.

use serde::Serialize;

use super::registrations::{Pager, Stamp};
use super::{DeskFrame, EventTab};
use crate::view::form::Choice;
use crate::view::qr::QrCode;
use crate::view::{Frame, Locale, Page, Words};

/// Who is expected, and who is there.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckInPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Its own address.
    pub base: String,
    /// What is looked for.
    pub words: String,
    /// The sessions, of which one is chosen.
    pub sessions: Vec<Choice>,
    /// The chosen one.
    pub session: String,
    /// Whom to show: all, expected, present; one is chosen.
    pub who: Vec<Choice>,
    /// How many are there.
    pub present: i64,
    /// How many are expected in the room.
    pub expected: i64,
    /// Those found.
    pub guests: Vec<Guest>,
    /// The pages before and after.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Which page this is, to come back to it.
    pub page: i64,
    /// Whether the chosen session is over, or the event does not take place.
    pub is_over: bool,
    /// Whether the report of a meeting can be handed in: not by assistants, since it holds addresses.
    pub takes_reports: bool,
}

/// Somebody at the door.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Guest {
    /// Their registration.
    pub id: String,
    /// The name to show.
    pub name: String,
    /// Position and organisation, as far as given.
    pub about: Vec<String>,
    /// `online`, `in_person`.
    pub mode: &'static str,
    /// The language they speak, in words.
    pub language: String,
    /// Whether they listen to an interpreter, and in which language.
    pub headset: Option<String>,
    /// When they came.
    pub came_at: Option<Stamp>,
    /// Who noted it.
    pub by: Option<String>,
}

/// The person of a badge, and one button.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ArrivalPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The page of the door.
    pub base: String,
    /// Where the button posts.
    pub action: String,
    /// Who it is.
    pub guest: Guest,
    /// What has become of their registration.
    pub state: &'static str,
    /// The session that the button is about; none where they have no place.
    pub session: Option<Choice>,
    /// Their other sessions.
    pub others: Vec<Choice>,
    /// Whether notes are made for several sessions.
    pub has_sessions: bool,
}

/// A list on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DoorListPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The page of the door.
    pub base: String,
    /// The session, where there are several.
    pub session: Option<Words>,
    /// Those confirmed, by name.
    pub guests: Vec<Guest>,
    /// The pages of it.
    pub pager: Pager,
}

/// Badges on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BadgesPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The page of the door.
    pub base: String,
    /// The event's title.
    pub title: Words,
    /// Its days.
    pub days: String,
    /// `on_record`, `chatham_house`, `none`.
    pub rules: &'static str,
    /// Whether photographs are taken.
    pub photography: bool,
    /// Whether it is recorded.
    pub recording: bool,
    /// Those confirmed, by name.
    pub badges: Vec<Badge>,
    /// The pages of them.
    pub pager: Pager,
}

/// A badge.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Badge {
    /// Whose.
    pub guest: Guest,
    /// What a phone's camera opens.
    pub code: QrCode,
}

impl Guest {
    fn samples(locale: &Locale) -> Vec<Self> {
        let guest = |name: &str, mode, came: bool| Self {
            id: "0193-1f2a".into(),
            name: name.into(),
            about: vec!["Researcher".into(), "المركز اللبناني للدراسات".into()],
            mode,
            language: locale.text("language-ar"),
            headset: came.then(|| locale.text("language-en")),
            came_at: came.then(Stamp::sample),
            by: came.then(|| "Maya Haddad".into()),
        };
        vec![
            guest("نادين خوري", "in_person", false),
            guest("Rana Haddad", "in_person", true),
            guest("ნინო ბერიძე", "online", false),
        ]
    }
}

fn base() -> String {
    "/organise/events/food-security/check-in".into()
}

impl Page for CheckInPage {
    const FILE: &'static str = "desk/check-in/door";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let full = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::CheckIn),
            base: base(),
            words: "nad".into(),
            sessions: vec![
                Choice::new("1", Words::plain("Opening")),
                Choice::new("2", Words::plain("الجلسة الثانية")),
            ],
            session: "1".into(),
            who: ["all", "expected", "present"]
                .map(|who| Choice::new(who, locale.text(&format!("check-in-who-{who}"))))
                .to_vec(),
            present: 12,
            expected: 61,
            guests: Guest::samples(locale),
            previous: None,
            next: Some(format!("{}?page=2", base())),
            page: 1,
            is_over: true,
            takes_reports: true,
        };
        let nobody = Self {
            guests: Vec::new(),
            sessions: Vec::new(),
            is_over: false,
            takes_reports: false,
            next: None,
            ..full.clone()
        };
        vec![("full", full), ("nobody", nobody)]
    }
}

impl Page for ArrivalPage {
    const FILE: &'static str = "desk/check-in/arrival";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let guests = Guest::samples(locale);
        let page = |guest: &Guest, state| Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::CheckIn),
            base: base(),
            action: "/organise/check-in/TOKEN".into(),
            guest: guest.clone(),
            state,
            session: (state == "confirmed").then(|| Choice::new("1", Words::plain("Opening"))),
            others: vec![Choice::new("2", Words::plain("الجلسة الثانية"))],
            has_sessions: true,
        };
        vec![
            ("expected", page(&guests[0], "confirmed")),
            ("present", page(&guests[1], "confirmed")),
            ("no-place", page(&guests[2], "declined")),
        ]
    }
}

impl Page for DoorListPage {
    const FILE: &'static str = "desk/check-in/list";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::CheckIn),
            base: base(),
            session: Some(Words::plain("Opening")),
            guests: Guest::samples(locale),
            pager: Pager::new(1, 900, 400, |page| format!("{}/list?page={page}", base())),
        };
        let empty = Self {
            guests: Vec::new(),
            session: None,
            pager: Pager::new(1, 0, 400, |_| String::new()),
            ..page.clone()
        };
        vec![("full", page), ("empty", empty)]
    }
}

impl Page for BadgesPage {
    const FILE: &'static str = "desk/check-in/badges";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |rules| Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::CheckIn),
            base: base(),
            title: Words::plain("Food security and trade"),
            days: "25 November 2022".into(),
            rules,
            photography: true,
            recording: true,
            badges: Guest::samples(locale)
                .into_iter()
                .map(|guest| Badge {
                    guest,
                    code: QrCode::of("https://events.example.org/organise/check-in/token"),
                })
                .collect(),
            pager: Pager::new(1, 45, 20, |page| format!("{}/badges?page={page}", base())),
        };
        let empty = Self {
            badges: Vec::new(),
            pager: Pager::new(1, 0, 20, |_| String::new()),
            ..page("none")
        };
        vec![
            ("chatham-house", page("chatham_house")),
            ("on-record", page("on_record")),
            ("empty", empty),
        ]
    }
}
