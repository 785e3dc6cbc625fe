use serde::Serialize;

use super::super::frame::DeskFrame;
use super::{name, sample_frame};
use crate::view::{CheckFacts, EventFacts, Frame, Locale, Page, Words};

/// The lineup of an event: its sessions, and the people of the one that is open.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineupPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Where everything about the lineup is posted and found.
    pub base: String,
    /// Where an announcement to attendees is written.
    pub announce: String,
    /// When those who appear try out camera and microphone, while that is to come.
    pub check: Option<CheckFacts>,
    /// Where that is set.
    pub set_check: String,
    /// The event's revision that is shown.
    pub revision: i64,
    /// Its sessions.
    pub sessions: Vec<SessionLink>,
    /// The session that is open.
    pub open: OpenSession,
    /// How many can be asked by mail whom nobody has asked.
    pub unasked: usize,
    /// What those who appear leave to do.
    pub tasks: Vec<TaskRow>,
    /// What others did meanwhile, where that stood in the way.
    pub since: Option<Vec<ChangeRow>>,
    /// Who was just moved, and where to: “X moved to 2 of 7”.
    pub moved: Option<String>,
}

/// A session in the list of sessions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionLink {
    /// Where it is opened.
    pub href: String,
    /// Its title, or its number.
    pub title: Words,
    /// When it starts.
    pub when: String,
    /// How many are in it.
    pub places: i64,
    /// How many of these have agreed.
    pub confirmed: i64,
    /// Whether it is the open one.
    pub current: bool,
}

/// A session with its people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenSession {
    /// Its key in addresses.
    pub key: String,
    /// Its identifier, as forms name it.
    pub id: String,
    /// Its title, or its number.
    pub title: Words,
    /// When it takes place.
    pub when: String,
    /// Those who are to appear, by role.
    pub groups: Vec<RoleGroup>,
    /// Those who do not come.
    pub off: Vec<PlacedRow>,
}

/// Those of one role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoleGroup {
    /// `speaker`, `moderator` …
    pub role: &'static str,
    /// In order.
    pub people: Vec<PlacedRow>,
}

/// Somebody in a lineup.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlacedRow {
    /// The identifier, as forms name it.
    pub id: String,
    /// Who; none is to be announced.
    pub name: Option<Words>,
    /// Their position.
    pub position: Option<Words>,
    /// Their organisation.
    pub organisation: Option<Words>,
    /// Their photo, where they have one.
    pub photo: Option<String>,
    /// `speaker`, `moderator` …
    pub role: &'static str,
    /// `idea`, `invited`, `confirmed`, `declined`, `withdrawn`.
    pub state: &'static str,
    /// The channel that they interpret in: the language spoken, and the one heard.
    pub channel: Option<(String, String)>,
    /// When a mail asked them last, in words.
    pub asked: Option<String>,
    /// Whether a mail can ask them.
    pub can_be_asked: bool,
    /// What is still lacking, in words.
    pub gaps: Vec<String>,
    /// Whether they answered by themselves and no organiser took note.
    pub to_note: bool,
}

/// Something to do.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskRow {
    /// Who it is about.
    pub name: Option<Words>,
    /// `unanswered`, `declined`, `withdrew`.
    pub need: &'static str,
    /// Where they appear.
    pub session: Words,
    /// Where that is seen to.
    pub href: String,
}

/// Something that was done meanwhile.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeRow {
    /// Who did it.
    pub actor: String,
    /// Who it was about.
    pub who: Option<String>,
    /// What: `lineup-change-WHAT` in the catalogue.
    pub what: String,
    /// What is different: the field in words, before, after.
    pub fields: Vec<(String, Option<String>, Option<String>)>,
}

impl Page for LineupPage {
    const FILE: &'static str = "desk/lineup/board";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let row = |number: u32, state: &'static str| PlacedRow {
            id: format!("0184947b-0000-7000-8000-{number:012}"),
            name: (number != 2).then(name),
            position: Some(Words::plain("Investigative Journalist")),
            organisation: Some(Words::plain("Al Jadeed TV")),
            photo: None,
            role: "speaker",
            state,
            channel: (number == 3).then(|| {
                ["language-en", "language-ar"]
                    .map(|key| locale.text(key))
                    .into()
            }),
            asked: (state == "invited").then(|| "25 November 2022".into()),
            can_be_asked: state == "idea",
            gaps: vec![locale.text("lineup-gap-photo")],
            to_note: state == "declined",
        };
        let session = |number: i64| SessionLink {
            href: format!("/organise/events/sample/lineup?session={number}"),
            title: Words::plain("Roundtable discussion"),
            when: "25 November 2022, 15:00".into(),
            places: 4,
            confirmed: number,
            current: number == 1,
        };
        let group = |role: &'static str, people: Vec<PlacedRow>| RoleGroup { role, people };
        let full = Self {
            frame: sample_frame(frame, locale),
            base: "/organise/events/sample/lineup".into(),
            announce: "/organise/events/sample/mail/announcements/new".into(),
            check: None,
            set_check: "/organise/events/sample/edit/tech-check".into(),
            revision: 4,
            sessions: (1..=3).map(session).collect(),
            open: OpenSession {
                key: "1".into(),
                id: "0184947b-0000-7000-8000-000000000099".into(),
                title: Words::plain("Roundtable discussion"),
                when: "25 November 2022, 15:00".into(),
                groups: vec![
                    group("moderator", vec![row(1, "confirmed")]),
                    group(
                        "speaker",
                        vec![row(2, "idea"), row(3, "invited"), row(4, "idea")],
                    ),
                ],
                off: vec![row(5, "declined"), row(6, "withdrawn")],
            },
            unasked: 2,
            tasks: ["unanswered", "declined", "withdrew"]
                .map(|need| TaskRow {
                    name: (need != "declined").then(name),
                    need,
                    session: Words::plain("Roundtable discussion"),
                    href: "/organise/events/sample/lineup?session=1".into(),
                })
                .into(),
            since: None,
            moved: Some("X".into()),
        };
        let overtaken = Self {
            since: Some(sample_changes(locale)),
            check: Some(CheckFacts {
                starts: EventFacts::samples(locale).remove(0).closes,
                note: Some(Words::plain("In the room of the meeting.")),
            }),
            moved: None,
            ..full.clone()
        };
        let empty = Self {
            sessions: vec![session(1)],
            open: OpenSession {
                groups: Vec::new(),
                off: Vec::new(),
                ..full.open.clone()
            },
            unasked: 0,
            tasks: Vec::new(),
            moved: None,
            ..full.clone()
        };
        vec![("full", full), ("overtaken", overtaken), ("empty", empty)]
    }
}

/// A change of every sort.
pub(super) fn sample_changes(locale: &Locale) -> Vec<ChangeRow> {
    let whats = [
        "added",
        "changed",
        "moved",
        "role_moved",
        "state",
        "withdrawn",
        "removed",
        "noted",
        "photo",
        "invited",
        "revoked",
        "answered",
        "described",
        "event",
    ];
    let change = |what: &str| ChangeRow {
        actor: "Maya Haddad".into(),
        who: (what != "event").then(|| "Tinatin Khidasheli".into()),
        what: what.to_owned(),
        fields: vec![(
            locale.text("lineup-field-position"),
            (what != "added").then(|| "Chair".into()),
            (what != "removed").then(|| "Founder".into()),
        )],
    };
    whats.map(change).into()
}
