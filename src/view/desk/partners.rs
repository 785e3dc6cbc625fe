use serde::Serialize;

use super::frame::{DeskFrame, EventTab};
use crate::view::{Choice, Field, Form, Frame, Locale, Page, Widget, Words};

/// The links by which partners invite people to an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnersPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Whether the links lead nowhere yet.
    pub is_draft: bool,
    /// Whether partners are told nobody's name, whatever anybody agreed to.
    pub is_confidential: bool,
    /// The address that was just made: it is shown here and never again.
    pub opened: Option<OpenedView>,
    /// Whether something typed into one of its forms has to be corrected.
    pub is_wrong: bool,
    /// Those there are.
    pub links: Vec<PartnerCard>,
    /// Makes one.
    pub form: Form,
}

/// The address of a partner's own view that was just made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenedView {
    /// Which link's.
    pub link: String,
    /// It.
    pub address: String,
}

/// A partner's link.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartnerCard {
    /// Its identifier.
    pub id: String,
    /// What the partner is called.
    pub name: Words,
    /// Whether nobody comes by it any more.
    pub is_revoked: bool,
    /// The word in its address.
    pub source: String,
    /// The complete address.
    pub address: String,
    /// That of the page within a frame.
    pub embed: String,
    /// That of the partner's calendar.
    pub calendar: String,
    /// That of its feed.
    pub feed: String,
    /// How many who came by it have a place.
    pub confirmed: i64,
    /// How many of them wait for one.
    pub waiting: i64,
    /// How many withdrew or were declined.
    pub gone: i64,
    /// How many places may be taken by it.
    pub quota: Option<i64>,
    /// What those agreed to whom the partner is told of.
    pub consent: Option<Words>,
    /// Whether there was something to agree to, which holds no more.
    pub is_consent_gone: bool,
    /// How many the partner is told of.
    pub told: usize,
    /// Whether the partner can look.
    pub has_view: bool,
    /// Changes how many places may be taken.
    pub quota_form: Form,
    /// Where its buttons lead, but for their last word.
    pub action: String,
}

impl Page for PartnersPage {
    const FILE: &'static str = "desk/partners";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let quota = |id: &str| Field {
            id: id.to_owned(),
            ..Field::optional("quota", Widget::Number, locale.text("partners-quota"))
        };
        let host = Field::optional("host", Widget::Select, locale.text("partners-host"));
        let host = host.among(
            vec![Choice::new("", locale.text("partners-host-other"))],
            "",
        );
        let name = Field::optional("name", Widget::Line, locale.text("partners-name"));
        let none = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Registrations),
            is_draft: true,
            is_confidential: false,
            opened: None,
            is_wrong: false,
            links: Vec::new(),
            form: Form::of(
                "/organise/events/e/partners",
                vec![host, name, quota("field-quota")],
            ),
        };
        let host = "https://events.example";
        let live = PartnerCard {
            id: "0".into(),
            name: Words::plain("National Democratic Institute"),
            is_revoked: false,
            source: "abcdefghij234567".into(),
            address: format!("{host}/events/e?source=abcdefghij234567"),
            embed: format!("{host}/en/events/e/embed?source=abcdefghij234567"),
            calendar: format!("{host}/calendar.ics?source=abcdefghij234567"),
            feed: format!("{host}/en/feed.atom?source=abcdefghij234567"),
            confirmed: 14,
            waiting: 7,
            gone: 2,
            quota: Some(30),
            consent: Some(Words::plain(locale.text("partner-consent-sample"))),
            is_consent_gone: false,
            told: 9,
            has_view: true,
            quota_form: Form::of(
                "/organise/events/e/partners/0/quota",
                vec![quota("quota-0")],
            ),
            action: "/organise/events/e/partners/0".into(),
        };
        let counted = PartnerCard {
            id: "1".into(),
            quota: None,
            consent: None,
            is_consent_gone: true,
            has_view: false,
            quota_form: Form::of(
                "/organise/events/e/partners/1/quota",
                vec![quota("quota-1")],
            ),
            ..live.clone()
        };
        let revoked = PartnerCard {
            id: "2".into(),
            is_revoked: true,
            is_consent_gone: false,
            ..counted.clone()
        };
        let several = Self {
            is_draft: false,
            is_confidential: true,
            opened: Some(OpenedView {
                link: "0".into(),
                address: format!("{host}/en/partners/0123456789abcdefghijklmnopqrstuv"),
            }),
            links: vec![live, counted, revoked],
            ..none.clone()
        };
        vec![("none", none), ("several", several)]
    }
}
