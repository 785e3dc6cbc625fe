use serde::Serialize;

use super::locale::Locale;
use super::pages::{Frame, Page};

/// Every mail that a demonstration has sent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MailboxPage {
    /// What stands around it.
    pub frame: Frame,
    /// The latest first.
    pub mails: Vec<SentMail>,
}

/// A mail as it was sent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SentMail {
    /// Who got it.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its language.
    pub lang: String,
    /// Its text part.
    pub text: String,
    /// Its calendar object.
    pub calendar: Option<String>,
    /// Where its HTML part is shown.
    pub html: String,
    /// Where it is downloaded as it was sent.
    pub whole: String,
}

impl Page for MailboxPage {
    const FILE: &'static str = "mailbox";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let mail = SentMail {
            to: "nadine.khoury@press.example".into(),
            subject: locale.text("own-state-confirmed"),
            lang: locale.language().to_string(),
            text: locale.text("own-state-confirmed"),
            calendar: Some("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into()),
            html: "/demo/mails/1.html".into(),
            whole: "/demo/mails/1.eml".into(),
        };
        let empty = Self {
            frame: frame.clone(),
            mails: Vec::new(),
        };
        let one = Self {
            mails: vec![mail],
            ..empty.clone()
        };
        vec![("empty", empty), ("one", one)]
    }
}
