use serde::Serialize;

use super::frame::DeskFrame;
use crate::view::{Choice, Field, Form, Frame, Locale, Moment, Page, Widget, Words};

/// Other systems that are told what happens.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WebhooksPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Those there are.
    pub webhooks: Vec<WebhookCard>,
    /// The secret that was just made: it is shown here and never again.
    pub made: Option<MadeSecret>,
    /// Makes one; none where there are as many as there may be.
    pub form: Option<Form>,
}

/// A secret that was just made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeSecret {
    /// The address of its webhook.
    pub address: String,
    /// What signatures are checked with.
    pub secret: String,
}

/// A webhook.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WebhookCard {
    /// Its identifier, as it stands in addresses.
    pub id: String,
    /// Where it is.
    pub address: String,
    /// What it is told: words of the catalogue, in one sentence.
    pub kinds: String,
    /// The only event that it is about.
    pub event: Option<Words>,
    /// Whether it is told names and addresses.
    pub shows_people: bool,
    /// Why it is told nothing: a word, where it is.
    pub off: Option<&'static str>,
    /// Since when nothing has come through, where something failed last.
    pub failing_since: Option<Moment>,
    /// Until when the secret before signs, too.
    pub former_until: Option<Moment>,
    /// What it was told last.
    pub deliveries: Vec<DeliveryRow>,
    /// Where its buttons lead, but for their last word.
    pub action: String,
}

/// What became of a message.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeliveryRow {
    /// When it was tried last, or is tried at first.
    pub at: Moment,
    /// What it told: a word.
    pub kind: &'static str,
    /// `taken`, `waiting`, `retry`, `failed`.
    pub state: &'static str,
    /// The status that was answered.
    pub status: Option<i64>,
    /// Why there was none: a word.
    pub trouble: Option<String>,
    /// How often it was tried.
    pub tries: i64,
    /// When it is tried again.
    pub next: Option<Moment>,
}

impl Page for WebhooksPage {
    const FILE: &'static str = "desk/webhooks";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = crate::view::EventFacts::samples(locale).remove(0);
        let kinds = ["registered", "event_changed"].map(|kind| {
            let words = locale.text(&format!("webhook-kind-{kind}"));
            Choice::new(kind, words)
        });
        let form = Form::of(
            "/organise/webhooks",
            vec![
                Field {
                    widget: Widget::Link,
                    ..Field::line("address", locale.text("webhooks-address"))
                },
                Field {
                    widget: Widget::Boxes,
                    ..Field::line("kinds", locale.text("webhooks-kinds"))
                }
                .among(kinds.to_vec(), "registered"),
            ],
        );
        let none = Self {
            frame: DeskFrame::sample(frame),
            webhooks: Vec::new(),
            made: None,
            form: Some(form),
        };
        let row = |state, status, trouble: Option<&str>| DeliveryRow {
            at: facts.closes.clone(),
            kind: "registered",
            state,
            status,
            trouble: trouble.map(str::to_owned),
            tries: if state == "waiting" { 0 } else { 3 },
            next: (state == "retry").then(|| facts.closes.clone()),
        };
        let good = WebhookCard {
            id: "0".into(),
            address: "https://crm.institute.example/hooks/convoke?room=roundtables".into(),
            kinds: locale.list(
                &["registered", "link_released"]
                    .map(|kind| locale.text(&format!("webhook-kind-{kind}"))),
            ),
            event: None,
            shows_people: true,
            off: None,
            failing_since: Some(facts.closes.clone()),
            former_until: Some(facts.closes.clone()),
            deliveries: vec![
                row("waiting", None, None),
                row("taken", Some(204), None),
                row("retry", None, Some("late")),
                row("failed", Some(500), None),
            ],
            action: "/organise/webhooks/0".into(),
        };
        let off = WebhookCard {
            id: "1".into(),
            event: Some(facts.title.clone()),
            shows_people: false,
            off: Some("failing"),
            failing_since: None,
            former_until: None,
            deliveries: Vec::new(),
            action: "/organise/webhooks/1".into(),
            ..good.clone()
        };
        let several = Self {
            webhooks: vec![good, off],
            made: Some(MadeSecret {
                address: "https://crm.institute.example/hooks/convoke".into(),
                secret: "whsec_MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=".into(),
            }),
            ..none.clone()
        };
        let full = Self {
            form: None,
            ..several.clone()
        };
        vec![("none", none), ("several", several), ("full", full)]
    }
}
