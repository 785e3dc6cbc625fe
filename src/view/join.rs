use serde::Serialize;

use super::facts::{EventFacts, address};
use super::locale::Locale;
use super::pages::{Frame, Page};
use super::times::Moment;
use super::words::Words;

/// The page by which somebody joins online. It says nothing of who they are: shared calendars show its
/// address (DEC-6).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JoinPage {
    /// What stands around it.
    pub frame: Frame,
    /// What is joined, with their sessions only.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// The page itself, to look again.
    pub own: String,
    /// Why there is nothing to join, where there is not.
    pub end: Option<JoinEnd>,
    /// How it is for all that they come to: `waiting`, `late`, `open`, `over`.
    pub state: &'static str,
    /// Each of the event's sessions, in their order; none where there is nothing to join.
    pub sittings: Vec<JoinSitting>,
    /// The language they want to listen in.
    pub listening: Option<String>,
    /// Whether they appear, and join as soon as the link is released to them.
    pub appears: bool,
    /// Where to try again, while the service that would let them in does not answer: `away` is the state then.
    pub away: Option<String>,
}

/// Why there is nothing to join.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum JoinEnd {
    /// The event was called off.
    Cancelled {
        /// Why, in the organiser's words.
        reason: Option<Words>,
    },
    /// They have no place.
    NoPlace {
        /// What has become of their registration, as on their own page.
        state: &'static str,
    },
    /// They come to the room.
    InPerson,
}

/// How a session is joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JoinSitting {
    /// What it is called, where there are several.
    pub name: String,
    /// `waiting`, `late`, `open`, `over`.
    pub state: &'static str,
    /// From when on the button is there, while it is not.
    pub opens: Option<Moment>,
    /// The meeting's address, while it is open, or where one is made for them.
    pub join: Option<String>,
    /// The service that makes one for them, and calls them by their name: “BigBlueButton”.
    pub by: Option<&'static str>,
    /// Where it can be heard or read about, once it is over.
    pub recording: Option<String>,
}

impl Page for JoinPage {
    const FILE: &'static str = "join";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let [one, several] = {
            let mut events = EventFacts::samples(locale).into_iter();
            [(); 2].map(|()| events.next().expect("there are two samples"))
        };
        let page = |event: &EventFacts, state, end: Option<JoinEnd>| Self {
            frame: frame.clone(),
            event_page: address(locale, event, ""),
            own: format!("/j/TOKEN?lang={}", locale.language()),
            sittings: sittings(event, state, end.is_none()),
            listening: (state == "open").then(|| locale.text("language-ar")),
            event: event.clone(),
            appears: false,
            away: None,
            end,
            state,
        };
        let appearing = Self {
            appears: true,
            ..page(&one, "waiting", None)
        };
        let mut made = page(&one, "open", None);
        made.sittings[0].by = Some("BigBlueButton");
        let away = Self {
            state: "away",
            away: Some("/j/TOKEN/1?lang=en".to_owned()),
            ..made.clone()
        };
        let no_place = |state| Some(JoinEnd::NoPlace { state });
        let reason = Some(Words::plain("The speaker is ill."));
        vec![
            ("waiting", page(&one, "waiting", None)),
            ("late", page(&one, "late", None)),
            ("open", page(&one, "open", None)),
            ("open-to-each", made),
            ("away", away),
            ("appearing", appearing),
            ("over", page(&one, "over", None)),
            ("several", page(&several, "open", None)),
            ("several-over", page(&several, "over", None)),
            ("withdrawn", page(&one, "waiting", no_place("cancelled"))),
            ("waitlisted", page(&one, "waiting", no_place("waitlisted"))),
            ("room", page(&several, "waiting", Some(JoinEnd::InPerson))),
            (
                "cancelled",
                page(&one, "waiting", Some(JoinEnd::Cancelled { reason })),
            ),
            (
                "cancelled-without-words",
                page(&one, "waiting", Some(JoinEnd::Cancelled { reason: None })),
            ),
        ]
    }
}

/// The first in `state`, the others still to come.
fn sittings(event: &EventFacts, state: &'static str, any: bool) -> Vec<JoinSitting> {
    let sessions = event.sessions.iter().filter(|_| any);
    let states = [state].into_iter().chain(std::iter::repeat("waiting"));
    let sitting = |(session, state): (&super::SessionFacts, &'static str)| JoinSitting {
        name: session.key.clone(),
        state,
        opens: (state == "waiting").then(|| event.closes.clone()),
        by: None,
        join: (state == "open").then(|| "https://zoom.example/j/86512345678?pwd=c2Vj".into()),
        recording: (state == "over" && event.sessions.len() == 1)
            .then(|| "https://video.example/r1".into()),
    };
    sessions.zip(states).map(sitting).collect()
}
