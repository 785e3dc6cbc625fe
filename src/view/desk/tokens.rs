use serde::Serialize;

use super::frame::DeskFrame;
use crate::view::{Choice, Field, Form, Frame, Locale, Moment, Page, Widget, Words};

/// The programs that act for the organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TokensPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Their tokens.
    pub tokens: Vec<TokenRow>,
    /// The one that was just made: its secret is shown here and never again.
    pub made: Option<MadeToken>,
    /// Makes one.
    pub form: Form,
}

/// A token that was just made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MadeToken {
    /// What its makers call it.
    pub name: String,
    /// What the program sends.
    pub secret: String,
}

/// A token of the organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TokenRow {
    /// What its makers call it.
    pub name: String,
    /// `read`, `write`.
    pub access: &'static str,
    /// Whether it is told the links to join by.
    pub shows_links: bool,
    /// The only event that it is about.
    pub event: Option<Words>,
    /// Until when it opens anything.
    pub until: Moment,
    /// Whether that is over.
    pub is_over: bool,
    /// When it was used last.
    pub used: Option<Moment>,
    /// Where it is revoked.
    pub action: String,
}

impl Page for TokensPage {
    const FILE: &'static str = "desk/tokens";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let access = ["read", "write"].map(|access| Choice {
            hint: Some(locale.text(&format!("token-access-{access}-hint"))),
            ..Choice::new(access, locale.text(&format!("token-access-{access}")))
        });
        let facts = crate::view::EventFacts::samples(locale).remove(0);
        let none = Self {
            frame: DeskFrame::sample(frame),
            tokens: Vec::new(),
            made: None,
            form: Form::of(
                "/organise/api",
                vec![
                    Field::line("name", locale.text("tokens-name")),
                    Field {
                        widget: Widget::Radios,
                        ..Field::line("access", locale.text("tokens-access"))
                    }
                    .among(access.to_vec(), "read"),
                ],
            ),
        };
        let row = |access, is_over: bool| TokenRow {
            name: "Web site of the institute".into(),
            access,
            shows_links: !is_over,
            event: is_over.then(|| facts.title.clone()),
            until: facts.closes.clone(),
            is_over,
            used: (!is_over).then(|| facts.closes.clone()),
            action: "/organise/api/0/revoke".into(),
        };
        let several = Self {
            tokens: vec![row("write", false), row("read", true)],
            made: Some(MadeToken {
                name: "Web site of the institute".into(),
                secret: "convoke_0123456789abcdefghijklmnopqrstuv".into(),
            }),
            ..none.clone()
        };
        vec![("none", none), ("several", several)]
    }
}
