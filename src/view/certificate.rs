//! The certificate of attendance, and where it is verified.

use serde::Serialize;

use super::facts::{EventFacts, address};
use super::form::{Field, Form};
use super::locale::Locale;
use super::pages::{Frame, Page};
use super::qr::QrCode;
use super::times::Moment;

/// That somebody came, to be printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CertificatePage {
    /// What stands around it.
    pub frame: Frame,
    /// What they came to, with those sessions only.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// Own registration.
    pub own: String,
    /// The name they registered with.
    pub name: String,
    /// What proves it.
    pub code: String,
    /// What a phone's camera opens to verify it.
    pub picture: QrCode,
    /// The complete address where it is verified.
    pub verify: String,
    /// Until when this page is there.
    pub until: Moment,
}

/// Where a certificate is verified.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VerifyPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is about: with the sessions that it proves, once it does.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// What is asked, until it is proven.
    pub form: Option<Form>,
    /// Who came, as it was typed, once it is proven.
    pub name: Option<String>,
}

impl Page for CertificatePage {
    const FILE: &'static str = "certificate";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |index: usize, name: &str, frame: Frame| {
            let event = EventFacts::samples(locale).remove(index);
            Self {
                frame: frame.private(),
                event_page: address(locale, &event, ""),
                own: format!("/{}/registrations/TOKEN", locale.language()),
                name: name.into(),
                code: "AHK3-7QZP-M2XD-5LRB".into(),
                picture: QrCode::of("https://events.example.org/events/x/certificate?code=AHK3"),
                verify: "https://events.example.org/events/x/certificate".into(),
                until: event.closes.clone(),
                event,
            }
        };
        vec![
            ("one", page(0, "نادين خوري", frame.clone())),
            ("several", page(1, "Rana Haddad", frame.clone())),
            ("discreet", page(0, "ნინო", frame.clone().discreet())),
        ]
    }
}

impl Page for VerifyPage {
    const FILE: &'static str = "verify";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |index: usize, form: Option<Form>, name: Option<&str>| {
            let event = EventFacts::samples(locale).remove(index);
            Self {
                frame: frame.clone().private(),
                event_page: address(locale, &event, ""),
                event,
                form,
                name: name.map(Into::into),
            }
        };
        let form = |problem: Option<String>| {
            let field = |key: &str, problem| Field {
                problem,
                ..Field::line(key, locale.text(&format!("verify-field-{key}")))
            };
            let code = field("code", problem).hinted(locale.text("verify-field-code-hint"));
            Some(Form::of("/certificate", vec![field("name", None), code]))
        };
        vec![
            ("asked", page(0, form(None), None)),
            (
                "wrong",
                page(0, form(Some(locale.text("verify-wrong"))), None),
            ),
            ("proven", page(0, None, Some("نادين خوري"))),
            ("proven-several", page(1, None, Some("Rana Haddad"))),
        ]
    }
}
