//! Every mail of an event written before anybody is registered, so that none fails when it is due (E-34).

use std::panic::resume_unwind;
use std::sync::Arc;
use std::thread;

use super::{Composer, Shown, sample_reader};
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::event::Event;
use crate::registration::Notice;

/// How writing every kind of mail in every language went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many were written.
    pub written: usize,
    /// Those that could not be.
    pub broken: Vec<(Notice, Language)>,
}

impl Composer {
    /// Writes every kind of mail to attendees of `event` in every language of the service, all languages
    /// at once: a large event's mails take long enough for an organiser to wait.
    pub fn rehearse(&self, event: &Event, now: Instant) -> Rehearsal {
        let event = &Arc::new(event.clone());
        thread::scope(|scope| {
            let languages: Vec<_> = self
                .view
                .languages()
                .iter()
                .map(|language| scope.spawn(move || self.rehearse_in(event, language, now)))
                .collect();
            let mut rehearsal = Rehearsal::default();
            for language in languages {
                let of_language = language.join().unwrap_or_else(|panic| resume_unwind(panic));
                rehearsal.written += of_language.written;
                rehearsal.broken.extend(of_language.broken);
            }
            rehearsal
        })
    }

    fn rehearse_in(&self, event: &Arc<Event>, language: &Language, now: Instant) -> Rehearsal {
        let mut rehearsal = Rehearsal::default();
        for notice in Notice::ALL {
            let shown = Shown::Notice {
                notice: *notice,
                session: None,
                mark: 0,
            };
            let reader = sample_reader(event, language, now);
            match self.preview(event, shown, reader, now) {
                Ok(_) => rehearsal.written += 1,
                Err(_) => rehearsal.broken.push((*notice, language.clone())),
            }
        }
        rehearsal
    }
}
