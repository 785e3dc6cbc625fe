use serde::Serialize;

use super::sign_in::Threshold;
use crate::view::{EventFacts, Field, Form, Frame, Locale, Page, Words};

/// Somebody is asked into a team.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InvitationPage {
    /// What stands around it.
    pub frame: Threshold,
    /// The organisation.
    pub organisation: String,
    /// The only event that it is about.
    pub event: Option<Words>,
    /// `assistant`, `organiser`, `owner`.
    pub role: &'static str,
    /// Whom it is for.
    pub email: String,
    /// What they can do.
    pub next: InvitationNext,
}

/// What whoever opened an invitation can do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum InvitationNext {
    /// Accept, by this form.
    Accept {
        /// Asks for a name where the address is new.
        form: Form,
    },
    /// Sign in first.
    SignIn {
        /// Where.
        href: String,
    },
    /// Sign out first: it is for another address than the one signed in.
    SignOut {
        /// Who is signed in.
        who: String,
    },
}

impl Page for InvitationPage {
    const FILE: &'static str = "desk/invitation";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let page = |event, next| Self {
            frame: Threshold::sample(frame),
            organisation: "Levant Institute".into(),
            event,
            role: "organiser",
            email: "lina@partner.example".into(),
            next,
        };
        let form = Form {
            action: "/organise/invitations/token".into(),
            hidden: Vec::new(),
            fields: vec![Field::line("name", locale.text("first-name"))],
            problems: Vec::new(),
        };
        let sign_in = InvitationNext::SignIn {
            href: "/sign-in".into(),
        };
        let sign_out = InvitationNext::SignOut {
            who: "maya@institute.example".into(),
        };
        vec![
            ("new", page(None, InvitationNext::Accept { form })),
            ("known", page(Some(facts.title), sign_in)),
            ("other", page(None, sign_out)),
        ]
    }
}
