//! The pages of those who appear: reached by their own link, without an account (F-9).

use serde::Serialize;

use super::desk::{PhotoPart, Rows};
use super::facts::EventFacts;
use super::form::{Field, Form, Widget};
use super::locale::Locale;
use super::pages::{Answer, Frame, Page};
use super::times::Moment;
use super::words::Words;

/// Everything that is somebody's in an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AppearingPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is, with the sessions in which they appear only.
    pub event: EventFacts,
    /// The event's page, once it can be seen.
    pub event_page: Option<String>,
    /// This page; everything is posted below it.
    pub own: String,
    /// Who they are.
    pub name: Option<Words>,
    /// Where they appear.
    pub turns: Vec<PartFacts>,
    /// How many of these they have not answered for.
    pub unanswered: usize,
    /// Whether it is too late to answer or to say anything.
    pub is_over: bool,
    /// Whether the event was called off.
    pub is_cancelled: bool,
    /// How they are introduced: where that is posted, and what is wrong.
    pub form: Form,
    /// What is asked.
    pub rows: Rows,
    /// Their photo.
    pub photo: PhotoPart,
    /// When they try out camera and microphone, while that is to come.
    pub check: Option<CheckFacts>,
    /// Those who take part, for moderators.
    pub participants: Option<String>,
    /// The sheet with agenda and names, for interpreters.
    pub sheet: Option<String>,
    /// What was just done: `appearing-done-WHAT` in the catalogue.
    pub done: Option<&'static str>,
}

/// When those who appear try out camera and microphone.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckFacts {
    /// From when on somebody is there.
    pub starts: Moment,
    /// Where, and what to bring.
    pub note: Option<Words>,
}

/// Somebody's part in a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartFacts {
    /// The identifier, as forms name it.
    pub id: String,
    /// `speaker`, `moderator` …
    pub role: &'static str,
    /// `invited`, `confirmed`, `declined`, `withdrawn`.
    pub state: &'static str,
    /// The session's title, or none where the event's says it all.
    pub title: Option<Words>,
    /// Its day.
    pub date: String,
    /// From when to when, in the event's zone.
    pub hours: String,
    /// The room.
    pub place: Option<Words>,
    /// The channel that they interpret in: the language spoken, and the one heard.
    pub channel: Option<(String, String)>,
    /// Who else appears, with their role.
    pub others: Vec<(Words, &'static str)>,
    /// The link to join by, once it is released to them.
    pub join: Option<String>,
    /// From when on the link is here, where that is known.
    pub join_from: Option<Moment>,
    /// Whether there is something to answer.
    pub can_confirm: bool,
    /// Whether they can still say that they do not come.
    pub can_decline: bool,
}

/// Who takes part in what somebody moderates: names and what they asked, no addresses (P-13).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ParticipantsPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is.
    pub event: EventFacts,
    /// Their own page.
    pub own: String,
    /// How many take part.
    pub count: i64,
    /// Those of this page.
    pub people: Vec<Participant>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Participant {
    /// The name to show.
    pub name: String,
    /// What they answered to the event's questions.
    pub answers: Vec<Answer>,
}

impl Page for AppearingPage {
    const FILE: &'static str = "appearing";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let event = EventFacts::samples(locale).remove(0);
        let moment = event.closes.clone();
        let part = |state: &'static str| PartFacts {
            id: "0184947b-0000-7000-8000-000000000001".into(),
            role: if state == "withdrawn" {
                "moderator"
            } else {
                "speaker"
            },
            state,
            title: (state != "declined").then(|| Words::plain("Roundtable discussion")),
            date: "25 November 2022".into(),
            hours: "15:00–17:00".into(),
            place: Some(Words::plain("Room 2")),
            channel: (state == "confirmed").then(|| {
                ["language-en", "language-ar"]
                    .map(|key| locale.text(key))
                    .into()
            }),
            others: vec![(Words::plain("علي طه"), "moderator")],
            join: (state == "confirmed").then(|| "https://zoom.example/j/865?pwd=x".into()),
            join_from: (state == "invited").then(|| moment.clone()),
            can_confirm: state == "invited",
            can_decline: matches!(state, "invited" | "confirmed"),
        };
        let field = Field {
            lang: Some("ar".into()),
            ..Field::optional("bio.ar", Widget::Area, locale.text("lineup-field-bio"))
        };
        let photos = PhotoPart::samples(locale);
        let asked = Self {
            frame: frame.clone().private(),
            event_page: None,
            own: format!("/{}/lineup/TOKEN", locale.language()),
            name: Some(Words::plain("Layal Bou Moussa")),
            turns: vec![part("invited")],
            unanswered: 1,
            is_over: false,
            is_cancelled: false,
            form: Form {
                action: format!("/{}/lineup/TOKEN/words", locale.language()),
                hidden: Vec::new(),
                fields: Vec::new(),
                problems: Vec::new(),
            },
            rows: vec![vec![field]],
            photo: PhotoPart {
                is_own: true,
                ..photos[1].clone()
            },
            check: None,
            participants: None,
            sheet: None,
            done: None,
            event,
        };
        let agreed = Self {
            turns: ["confirmed", "invited", "declined", "withdrawn"]
                .map(part)
                .into(),
            unanswered: 2,
            event_page: Some("/en/events/sample".into()),
            photo: photos[0].clone(),
            check: Some(CheckFacts {
                starts: asked.event.closes.clone(),
                note: Some(Words::plain("In the room of the event.")),
            }),
            participants: Some("/en/lineup/TOKEN/participants".into()),
            sheet: Some("/en/lineup/TOKEN/sheet".into()),
            done: Some("confirmed"),
            event: EventFacts::samples(locale).remove(1),
            ..asked.clone()
        };
        let over = Self {
            is_over: true,
            turns: vec![PartFacts {
                can_decline: false,
                ..part("confirmed")
            }],
            unanswered: 0,
            done: None,
            ..agreed.clone()
        };
        let cancelled = Self {
            is_cancelled: true,
            check: None,
            ..over.clone()
        };
        vec![
            ("asked", asked),
            ("agreed", agreed),
            ("over", over),
            ("cancelled", cancelled),
        ]
    }
}

impl Page for ParticipantsPage {
    const FILE: &'static str = "participants";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let empty = Self {
            frame: frame.clone().private(),
            event: EventFacts::samples(locale).remove(0),
            own: format!("/{}/lineup/TOKEN", locale.language()),
            count: 0,
            people: Vec::new(),
            previous: None,
            next: None,
        };
        let answer = Answer {
            label: Words::plain("What would you ask?"),
            value: Words::plain("من يراقب المراقبين؟"),
        };
        let person = |answers: Vec<Answer>| Participant {
            name: "نادين خوري (12)".into(),
            answers,
        };
        let full = Self {
            count: 120,
            people: vec![person(vec![answer]), person(Vec::new())],
            previous: Some("?page=1".into()),
            next: Some("?page=3".into()),
            ..empty.clone()
        };
        vec![("full", full), ("empty", empty)]
    }
}
