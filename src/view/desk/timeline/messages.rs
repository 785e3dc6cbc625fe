use serde::Serialize;

use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{Choice, EventFacts, Frame, Locale, Moment, Page, Words};

/// The messages of an event one by one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MessagesPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// The kinds to choose from; the first is all.
    pub kinds: Vec<Choice>,
    /// The states to choose from; the first is all.
    pub states: Vec<Choice>,
    /// How many there are of those chosen.
    pub total: i64,
    /// A page of them, the latest first.
    pub rows: Vec<MessageRow>,
    /// The filter, as the address of this page has it.
    pub filter: Vec<(&'static str, String)>,
    /// The next page.
    pub next: Option<String>,
    /// The first page, where this is another.
    pub first: Option<String>,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MessageRow {
    /// Its identifier.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What has become of it.
    pub state: &'static str,
    /// Who gets it; none for organisers.
    pub who: Option<Words>,
    /// Their address.
    pub email: Option<String>,
    /// When it goes, or was to go.
    pub due: Moment,
    /// When that was settled.
    pub settled: Option<Moment>,
    /// How often it was tried.
    pub attempts: i64,
    /// What the mail server said last, or why it was not sent.
    pub reply: Option<String>,
    /// Its Message-ID.
    pub message_id: String,
    /// Whether it may be sent: `retry`, `again` where it may have arrived, `now` where it waits.
    pub send: Option<&'static str>,
    /// Whether it may be given up.
    pub may_give_up: bool,
}

impl Page for MessagesPage {
    const FILE: &'static str = "desk/timeline/messages";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let choices = |prefix: &str, all: &str, words: &[&str]| {
            let first = Choice::new("", locale.text(all));
            let others = words
                .iter()
                .map(|word| Choice::new(*word, locale.text(&format!("{prefix}{word}"))));
            std::iter::once(first).chain(others).collect::<Vec<_>>()
        };
        let row = |state, send, reply: Option<&str>| MessageRow {
            id: "01936b5e-0000-7000-8000-000000000001".into(),
            kind: "link".into(),
            state,
            who: Some(Words::plain("Rana <b>Haddad</b>")),
            email: Some("rana@press.example".into()),
            due: facts.closes.clone(),
            settled: Some(facts.closes.clone()),
            attempts: 2,
            reply: reply.map(str::to_owned),
            message_id: "01936b5e-0000-7000-8000-000000000001@institute.example".into(),
            send,
            may_give_up: send.is_some(),
        };
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            kinds: choices("mail-kind-", "messages-all-kinds", &["link", "reminder"]),
            states: choices("mail-state-", "messages-all-states", &["sent", "failed"]),
            total: 0,
            rows: Vec::new(),
            filter: vec![("kind", "link".into())],
            next: None,
            first: None,
            base: base.clone(),
        };
        let full = Self {
            total: 3,
            rows: vec![
                row("failed", Some("retry"), Some("550 5.1.1 no such user")),
                row("uncertain", Some("again"), None),
                row("scheduled", Some("now"), None),
                MessageRow {
                    who: None,
                    email: None,
                    ..row("sent", None, Some("250 ok"))
                },
            ],
            next: Some(format!("{base}/messages?before=1")),
            first: Some(format!("{base}/messages")),
            ..empty.clone()
        };
        vec![("empty", empty), ("full", full)]
    }
}
