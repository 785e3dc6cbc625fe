//! Every mail of an event written before anybody is registered, so that none fails when it is due (E-34).

use std::sync::Arc;

use uuid::Uuid;

use super::{Case, Composer};
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::event::{Event, Format, Mode};
use crate::registration::{Notice, NoticePayload, Registration, RegistrationState};

/// How writing every kind of mail in every language went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many were written.
    pub written: usize,
    /// Those that could not be.
    pub broken: Vec<(Notice, Language)>,
}

impl Composer {
    /// Writes every kind of mail of `event` to somebody whom there is not, in every language of the
    /// service.
    pub fn rehearse(&self, event: &Event, now: Instant) -> Rehearsal {
        let event = Arc::new(event.clone());
        let mut rehearsal = Rehearsal::default();
        for language in self.view.languages() {
            for notice in Notice::ALL {
                let case = Case {
                    notice: *notice,
                    revision: 0,
                    payload: NoticePayload {
                        leads: true,
                        ..NoticePayload::default()
                    },
                    registration: nobody(&event, language, now),
                    own: event.session_ids.clone(),
                    event: Arc::clone(&event),
                    locale: self.view.locale(language),
                    link: None,
                };
                match self.words(&case, now) {
                    Ok(_) => rehearsal.written += 1,
                    Err(_) => rehearsal.broken.push((*notice, language.clone())),
                }
            }
        }
        rehearsal
    }
}

fn nobody(event: &Event, language: &Language, now: Instant) -> Registration {
    Registration {
        id: Id::from_uuid(Uuid::nil()),
        event: event.id,
        state: RegistrationState::Confirmed,
        email: "nobody@example.org".parse().expect("an address"),
        name: SingleLine::clean(""),
        language: language.clone(),
        mode: match event.details.format {
            Format::InPerson => Mode::InPerson,
            Format::Online | Format::Hybrid => Mode::Online,
        },
        listening: None,
        sessions: event.session_ids.clone(),
        seated: true,
        token_generation: 0,
        registered_at: now,
        held_until: None,
        address_confirmed_at: None,
        wants_reminders: true,
        undeliverable_at: None,
        confirmed_at: Some(now),
        decline_reason: None,
    }
}
