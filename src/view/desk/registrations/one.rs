use serde::Serialize;

use super::{RegistrationRow, Stamp, Told, sample_base};
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::form::{Field, Form, Widget};
use crate::view::{Answer, Frame, Locale, Page, Words};

/// One registration, with all that organisers may know of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegistrationPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// Whose it is.
    pub row: RegistrationRow,
    /// What was just decided.
    pub told: Option<Told>,
    /// The last decision, while it can be taken back.
    pub undo: Option<String>,
    /// What was entered.
    pub answers: Vec<Answer>,
    /// The sessions they come to, where there are several.
    pub sessions: Vec<Words>,
    /// When the address was confirmed.
    pub address_confirmed_at: Option<Stamp>,
    /// When the place was given.
    pub confirmed_at: Option<Stamp>,
    /// Why an organiser declined.
    pub reason: Option<String>,
    /// For how many earlier events of the organisation they were confirmed.
    pub earlier: i64,
    /// What their calendar answered, session by session.
    pub calendar: Vec<CalendarRow>,
    /// Their mails, the latest first.
    pub mails: Vec<MailRow>,
    /// When they came.
    pub stays: Vec<StayRow>,
    /// Organisers' words.
    pub notes: Vec<NoteRow>,
    /// What was done with it, the latest first.
    pub history: Vec<HistoryRow>,
    /// What can be decided now.
    pub deeds: Vec<Deed>,
    /// What is told to who is declined, in each language.
    pub reasons: Vec<Field>,
}

/// What can be decided.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deed {
    /// `approve`, `waitlist`, `decline`, `withdraw`.
    pub verb: &'static str,
}

/// What a calendar answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CalendarRow {
    /// To which session.
    pub session: Words,
    /// `accepted`, `tentative`, `declined`.
    pub answer: &'static str,
    /// When.
    pub at: Option<Stamp>,
}

/// A mail, or one that is owed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MailRow {
    /// Its kind, in words.
    pub kind: String,
    /// What has become of it, `registration-mail-state-STATE`.
    pub state: &'static str,
    /// When it left, or is to.
    pub at: Stamp,
    /// What the mail server said last.
    pub reply: Option<String>,
}

/// An arrival.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StayRow {
    /// In which session.
    pub session: Words,
    /// When.
    pub at: Stamp,
    /// By whom it was noted.
    pub by: String,
}

/// A note of an organiser.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NoteRow {
    /// Its identifier.
    pub id: String,
    /// Who wrote it.
    pub author: String,
    /// What it says.
    pub text: String,
    /// When.
    pub at: Stamp,
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HistoryRow {
    /// What, in words.
    pub action: String,
    /// Who did it.
    pub by: String,
    /// When.
    pub at: Stamp,
}

/// The form to add somebody by hand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AddPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The list.
    pub base: String,
    /// What is asked.
    pub form: Form,
    /// The registration that the address has already.
    pub known: Option<String>,
}

impl Page for RegistrationPage {
    const FILE: &'static str = "desk/registrations/one";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let at = Stamp::sample;
        let session = || Words::plain("Opening");
        let mut reason = Field::line("reason.en", locale.text("registrations-reason"));
        reason.widget = Widget::Area;
        reason.required = false;
        let rows = RegistrationRow::samples(locale);
        let pages = rows.into_iter().map(|row| {
            let state = row.state;
            let page = Self {
                frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
                base: sample_base(),
                told: (state == "declined").then(Told::default),
                undo: (state == "declined").then(|| "0193".into()),
                answers: vec![Answer {
                    label: Words::plain("Why do you want to come?"),
                    value: Words::plain("أعمل على الأمن الغذائي."),
                }],
                sessions: vec![session()],
                address_confirmed_at: Some(at()),
                confirmed_at: (state == "confirmed").then(at),
                reason: (state == "declined").then(|| "The room is small.".into()),
                earlier: 2,
                calendar: vec![CalendarRow {
                    session: session(),
                    answer: "accepted",
                    at: Some(at()),
                }],
                mails: vec![MailRow {
                    kind: "registered".into(),
                    state: "sent",
                    at: at(),
                    reply: Some("250 OK".into()),
                }],
                stays: vec![StayRow {
                    session: session(),
                    at: at(),
                    by: "Maya Haddad".into(),
                }],
                notes: vec![NoteRow {
                    id: "0193".into(),
                    author: "Maya Haddad".into(),
                    text: "Wants the report\nبالعربية".into(),
                    at: at(),
                }],
                history: vec![HistoryRow {
                    action: "registered".into(),
                    by: locale.text("registration-actor-attendee"),
                    at: at(),
                }],
                deeds: ["approve", "waitlist", "decline", "withdraw"]
                    .map(|verb| Deed { verb })
                    .to_vec(),
                reasons: vec![reason.clone()],
                row,
            };
            (state, page)
        });
        let mut pages: Vec<_> = pages.collect();
        if let Some((_, bare)) = pages.last_mut() {
            bare.mails.clear();
            bare.notes.clear();
            bare.stays.clear();
            bare.calendar.clear();
            bare.answers.clear();
            bare.deeds.clear();
        }
        pages
    }
}

impl Page for AddPage {
    const FILE: &'static str = "desk/registrations/add";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            base: sample_base(),
            form: Form {
                action: format!("{}/add", sample_base()),
                hidden: Vec::new(),
                fields: vec![Field::line("name", locale.text("field-name"))],
                problems: Vec::new(),
            },
            known: None,
        };
        let known = Self {
            known: Some(format!("{}/0193", sample_base())),
            ..empty.clone()
        };
        vec![("empty", empty), ("known", known)]
    }
}
