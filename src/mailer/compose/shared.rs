//! The words of the mails with the link, of which many leave at once: said once to nobody in
//! particular, and then to each recipient with the address of their own page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::time::Instant as Moment;
use uuid::Uuid;

use super::Composer;
use super::case::Case;
use super::facts::EVENT_KEPT;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::event::{Event, Session};
use crate::registration::{Notice, Registration, manage_token};
use crate::view::{CannotRender, MailText};

/// Words said lately.
#[derive(Debug, Default)]
pub(super) struct SharedWords(Mutex<HashMap<Listeners, Said>>);

/// Who is told the same but for the address of their own page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Listeners {
    event: Id<Event>,
    revision: i64,
    own: Vec<Id<Session>>,
    told: Vec<Id<Session>>,
    language: Language,
    listening: Option<Language>,
}

#[derive(Debug, Clone)]
struct Said {
    at: Moment,
    /// With nobody's token in place of the recipient's; `None` where a host's template does more
    /// with it than show it.
    words: Option<Arc<MailText>>,
}

impl Composer {
    /// What the mail of `case` says.
    pub(super) fn words_of(&self, case: &Case<'_>, now: Instant) -> Result<MailText, CannotRender> {
        // Of other kinds few leave together.
        if case.notice != Notice::Link {
            return self.words(case, now);
        }
        let Some(words) = self.said_to_nobody(case, now)? else {
            return self.words(case, now);
        };
        let registration = &case.registration;
        let own = manage_token(&self.key, registration.id, registration.token_generation);
        Ok(words.with(self.nobodys_token(Uuid::nil()).as_str(), own.as_str()))
    }

    fn said_to_nobody(
        &self,
        case: &Case<'_>,
        now: Instant,
    ) -> Result<Option<Arc<MailText>>, CannotRender> {
        let listeners = Listeners::of(case);
        if let Some(said) = self.shared_words.said(&listeners) {
            return Ok(said.words);
        }
        // Twice, to see that nothing but the token depends on who it is.
        let [one, other] = [Uuid::nil(), Uuid::max()];
        let words = self.words(&case.to_nobody(one), now)?;
        let others = self.words(&case.to_nobody(other), now)?;
        let [one, other] = [one, other].map(|nobody| self.nobodys_token(nobody));
        let is_shared = words.with(one.as_str(), other.as_str()) == others;
        let words = is_shared.then(|| Arc::new(words));
        self.shared_words.say(listeners, words.clone());
        Ok(words)
    }

    /// The token of a registration that there is not.
    fn nobodys_token(&self, nobody: Uuid) -> crate::base::secret::Token {
        manage_token(&self.key, Id::from_uuid(nobody), 0)
    }
}

impl Case<'_> {
    /// The same to a recipient without name, who is registered as `nobody`.
    fn to_nobody(&self, nobody: Uuid) -> Self {
        Self {
            payload: self.payload.clone(),
            event: Arc::clone(&self.event),
            registration: Registration {
                id: Id::from_uuid(nobody),
                token_generation: 0,
                name: SingleLine::clean(""),
                ..self.registration.clone()
            },
            own: self.own.clone(),
            ..*self
        }
    }
}

impl MailText {
    fn with(&self, old: &str, new: &str) -> Self {
        Self {
            subject: self.subject.replace(old, new),
            text: self.text.replace(old, new),
            html: self.html.replace(old, new),
        }
    }
}

impl Listeners {
    fn of(case: &Case<'_>) -> Self {
        Self {
            event: case.event.id,
            revision: case.event.revision,
            own: case.own.clone(),
            told: case.told(),
            language: case.locale.language().clone(),
            listening: case.registration.listening.clone(),
        }
    }
}

impl SharedWords {
    fn said(&self, listeners: &Listeners) -> Option<Said> {
        self.lock()
            .get(listeners)
            .filter(|said| said.is_fresh())
            .cloned()
    }

    fn say(&self, listeners: Listeners, words: Option<Arc<MailText>>) {
        let mut lately = self.lock();
        lately.retain(|_, said| said.is_fresh());
        let at = Moment::now();
        lately.insert(listeners, Said { at, words });
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Listeners, Said>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Said {
    fn is_fresh(&self) -> bool {
        self.at.elapsed() < EVENT_KEPT
    }
}
