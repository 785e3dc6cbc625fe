use serde::Serialize;

use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{EventFacts, Frame, Hidden, Locale, Moment, Page};

/// What other reminders and quiet hours mean for the mails to come, before they are kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimesMovedPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// Where it is posted.
    pub action: String,
    /// All that was typed.
    pub hidden: Vec<Hidden>,
    /// Mails that leave at another time, to others, or not at all.
    pub rows: Vec<MovedMail>,
    /// How many leave as before.
    pub same: usize,
}

/// Mails to many, before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MovedMail {
    /// What they say: `mail-kind-KIND` in the catalogue.
    pub kind: String,
    /// The sessions that they are about, where the event has others.
    pub sessions: Option<String>,
    /// As things are; none for mails that are new.
    pub before: Option<Going>,
    /// As they would be; none for mails that leave no more.
    pub after: Option<Going>,
}

/// When mails leave, and to how many.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Going {
    /// When.
    pub moment: Moment,
    /// To how many, as things are.
    pub people: i64,
}

impl Page for TimesMovedPage {
    const FILE: &'static str = "desk/timeline/moved";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let going = |people| {
            Some(Going {
                moment: facts.closes.clone(),
                people,
            })
        };
        let row = |before, after, sessions: Option<&str>| MovedMail {
            kind: "reminder".into(),
            sessions: sessions.map(str::to_owned),
            before,
            after,
        };
        let page = |same| Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            action: format!("{base}/times"),
            base: base.clone(),
            hidden: vec![Hidden {
                name: "count.1".into(),
                value: "2".into(),
            }],
            rows: vec![
                row(going(0), going(2), None),
                row(going(1), None, Some("<b>Night</b>")),
                row(None, going(43), None),
            ],
            same,
        };
        vec![("some", page(3)), ("all", page(0))]
    }
}
