use serde::Serialize;

use super::frame::DeskFrame;
use crate::view::{Choice, Field, Form, Frame, Locale, Moment, Page, Widget, Words};

/// Who works for the organisation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeamPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// Who they are.
    pub members: Vec<MemberRow>,
    /// Who was asked in and has not answered.
    pub invited: Vec<InvitedRow>,
    /// Asks somebody in.
    pub form: Form,
}

/// Somebody in the team.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberRow {
    /// What colleagues call them.
    pub name: String,
    /// Their address.
    pub email: String,
    /// `assistant`, `organiser`, `owner`.
    pub role: &'static str,
    /// The only event that it is about.
    pub event: Option<Words>,
    /// Whether it is whoever looks.
    pub is_self: bool,
    /// Where the role is changed or taken away.
    pub action: String,
}

/// Somebody asked in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InvitedRow {
    /// Their address.
    pub email: String,
    /// `assistant`, `organiser`, `owner`.
    pub role: &'static str,
    /// The only event that it is about.
    pub event: Option<Words>,
    /// Until when they can accept.
    pub until: Moment,
    /// Where the invitation is taken back.
    pub action: String,
}

impl Page for TeamPage {
    const FILE: &'static str = "desk/team";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let role = Field {
            widget: Widget::Radios,
            options: ["assistant", "organiser", "owner"]
                .map(|role| Choice {
                    hint: Some(locale.text(&format!("role-{role}-hint"))),
                    ..Choice::new(role, locale.text(&format!("role-{role}")))
                })
                .to_vec(),
            ..Field::line("role", locale.text("team-role"))
        };
        let facts = crate::view::EventFacts::samples(locale).remove(0);
        let member = |name: &str, role, event, is_self| MemberRow {
            name: name.to_owned(),
            email: "maya@institute.example".into(),
            role,
            event,
            is_self,
            action: "/organise/team/0".into(),
        };
        let one = Self {
            frame: DeskFrame::sample(frame),
            members: vec![member("Maya Haddad", "owner", None, true)],
            invited: Vec::new(),
            form: Form {
                action: "/organise/team".into(),
                hidden: Vec::new(),
                fields: vec![
                    Field {
                        widget: Widget::Email,
                        ..Field::line("email", locale.text("team-email"))
                    },
                    role,
                ],
                problems: Vec::new(),
            },
        };
        let several = Self {
            members: vec![
                member("Maya Haddad", "owner", None, true),
                member("", "organiser", None, false),
                member("عمر الخوري", "assistant", Some(facts.title.clone()), false),
            ],
            invited: vec![InvitedRow {
                email: "lina@partner.example".into(),
                role: "organiser",
                event: Some(facts.title),
                until: facts.closes,
                action: "/organise/team/invitations/0".into(),
            }],
            ..one.clone()
        };
        vec![("one", one), ("several", several)]
    }
}
