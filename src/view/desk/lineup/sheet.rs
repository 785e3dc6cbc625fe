use serde::Serialize;

use crate::base::language::Direction;
use crate::view::{EventFacts, Frame, Locale, Page, Words};

/// The run of an event on paper: for those who run it, and for interpreters with every name in each of
/// its scripts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is.
    pub event: EventFacts,
    /// Where it came from.
    pub back: String,
    /// Whether it is the sheet of interpreters.
    pub for_interpreters: bool,
    /// Its sessions in order.
    pub sessions: Vec<SheetSession>,
    /// When it was printed, in words.
    pub printed: String,
}

/// A session on the sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetSession {
    /// Its titles.
    pub titles: Vec<Words>,
    /// Its day.
    pub date: String,
    /// From when to when, in the event's zone.
    pub hours: String,
    /// The room.
    pub place: Option<Words>,
    /// Spoken from the floor.
    pub spoken: String,
    /// Who appears.
    pub people: Vec<SheetPerson>,
}

/// Somebody on the sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetPerson {
    /// `speaker`, `moderator` …
    pub role: &'static str,
    /// Their name in each script; empty for a place to be announced.
    pub names: Vec<Words>,
    /// Position and organisation, in each language.
    pub about: Vec<Words>,
    /// The channel that they interpret in: the language spoken, and the one heard.
    pub channel: Option<(String, String)>,
    /// `confirmed`, `invited` …; none where it is nobody's business.
    pub state: Option<&'static str>,
}

impl Page for SheetPage {
    const FILE: &'static str = "desk/lineup/sheet";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let arabic = |text: &str| Words {
            text: text.into(),
            lang: Some("ar".into()),
            dir: Some(Direction::Rtl),
        };
        let person = |state| SheetPerson {
            role: "speaker",
            names: vec![Words::plain("Layal Bou Moussa"), arabic("ليلى بو موسى")],
            about: vec![Words::plain("Al Jadeed TV")],
            channel: None,
            state,
        };
        let open = SheetPerson {
            names: Vec::new(),
            about: Vec::new(),
            ..person(Some("idea"))
        };
        let interpreter = SheetPerson {
            role: "interpreter",
            channel: Some(
                ["language-en", "language-ar"]
                    .map(|key| locale.text(key))
                    .into(),
            ),
            ..person(None)
        };
        let page = |for_interpreters| Self {
            frame: frame.clone(),
            event: EventFacts::samples(locale).remove(usize::from(for_interpreters)),
            back: "/organise/events/sample/lineup".into(),
            for_interpreters,
            sessions: vec![SheetSession {
                titles: vec![Words::plain("Roundtable discussion"), arabic("نقاش")],
                date: "25 November 2022".into(),
                hours: "15:00–17:00".into(),
                place: for_interpreters.then(|| Words::plain("Room 2")),
                spoken: "English".into(),
                people: vec![
                    SheetPerson {
                        state: (!for_interpreters).then_some("confirmed"),
                        ..interpreter.clone()
                    },
                    person((!for_interpreters).then_some("confirmed")),
                    open.clone(),
                ],
            }],
            printed: "24 November 2022".into(),
        };
        vec![("run-sheet", page(false)), ("interpreters", page(true))]
    }
}
