//! The page that says what is kept of those who register, for how long, and for whom.

use serde::Serialize;

use super::facts::EventFacts;
use super::locale::Locale;
use super::pages::{Frame, Page};
use super::times::Moment;
use super::words::Words;

/// What is kept of those who register for an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct YourDataPage {
    /// What stands around it.
    pub frame: Frame,
    /// What one registers for.
    pub event: EventFacts,
    /// Its page.
    pub event_page: String,
    /// What is asked, in the order of the form.
    pub asked: Vec<Asked>,
    /// Whether one is asked afterwards what it was like.
    pub survey: bool,
    /// What one may agree to.
    pub consents: Vec<Words>,
    /// Until when it is kept.
    pub until: Moment,
    /// When it went, where it did.
    pub gone: Option<Moment>,
}

/// Something that is asked, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    /// What.
    pub label: Words,
    /// Which sort of thing: `your-data-why-KIND` in the catalogue says why it is asked.
    pub kind: &'static str,
    /// Why, in the organiser's words.
    pub purpose: Option<Words>,
    /// Whether it has to be answered.
    pub required: bool,
}

impl Asked {
    /// The sorts of things that are asked.
    pub const KINDS: [&'static str; 8] = [
        "name",
        "email",
        "language",
        "mode",
        "session",
        "listening",
        "answer",
        "code",
    ];
}

impl Page for YourDataPage {
    const FILE: &'static str = "your-data";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let english = |text: &str| Words {
            text: text.to_owned(),
            ..Words::plain(locale.text("field-name"))
        };
        let page = |index, frame: Frame, is_gone: bool| {
            let mut event = EventFacts::samples(locale).remove(index);
            if let Some(online) = event.online.as_mut().filter(|_| is_gone) {
                online.provider = Some("BigBlueButton".to_owned());
                online.named = true;
            }
            let all = Asked::KINDS.iter().enumerate();
            let asked = all.map(|(number, kind)| Asked {
                label: Words::plain(locale.text("field-name")),
                kind,
                purpose: (number == 7).then(|| english("To balance the room.")),
                required: number < 2,
            });
            Self {
                frame,
                event_page: format!("/{}/events/{}", locale.language(), event.slug),
                asked: asked.collect(),
                survey: index == 0,
                consents: vec![english("I agree to be recorded.")],
                until: event.closes.clone(),
                gone: is_gone.then(|| event.closes.clone()),
                event,
            }
        };
        vec![
            ("kept", page(0, frame.clone(), false)),
            ("gone", page(1, frame.clone(), true)),
            ("discreet", page(0, frame.clone().discreet(), false)),
        ]
    }
}
