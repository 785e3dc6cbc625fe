//! The words of the mails with the link, of which many leave at once: said once to nobody in
//! particular, and then to each recipient with the addresses of their own pages.

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
use crate::base::secret::Token;
use crate::base::text::SingleLine;
use crate::event::{Event, Session};
use crate::registration::{Notice, Registration, join_token, manage_token};
use crate::view::{CannotRender, MailText};

/// Words said lately.
#[derive(Debug, Default)]
pub(super) struct SharedWords(Mutex<HashMap<Listeners, Said>>);

/// Who is told the same but for the addresses of their own pages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Listeners {
    event: Id<Event>,
    revision: i64,
    own: Vec<Id<Session>>,
    told: Vec<Id<Session>>,
    language: Language,
    listening: Option<Language>,
    by_page: bool,
}

#[derive(Debug, Clone)]
struct Said {
    at: Moment,
    /// With nobody's tokens in place of the recipient's; `None` where a host's template does more
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
        Ok(words.with(
            &self.nobodys_tokens(Uuid::nil()),
            &self.tokens_of(&case.registration),
        ))
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
        let words = self.words(&self.to_nobody(case, one), now)?;
        let others = self.words(&self.to_nobody(case, other), now)?;
        let [one, other] = [one, other].map(|nobody| self.nobodys_tokens(nobody));
        let is_shared = words.with(&one, &other) == others;
        let words = is_shared.then(|| Arc::new(words));
        self.shared_words.say(listeners, words.clone());
        Ok(words)
    }

    /// The tokens of a registration that there is not.
    fn nobodys_tokens(&self, nobody: Uuid) -> Tokens {
        self.tokens(Id::from_uuid(nobody), 0)
    }

    fn tokens_of(&self, registration: &Registration) -> Tokens {
        self.tokens(registration.id, registration.token_generation)
    }

    fn tokens(&self, registration: Id<Registration>, generation: i64) -> Tokens {
        [manage_token, join_token].map(|token| token(&self.key, registration, generation))
    }

    /// The same to a recipient without name, who is registered as `nobody`.
    fn to_nobody<'a>(&self, case: &Case<'a>, nobody: Uuid) -> Case<'a> {
        let registration = Registration {
            id: Id::from_uuid(nobody),
            token_generation: 0,
            name: SingleLine::clean(""),
            ..case.registration.clone()
        };
        let join_page = case.join_page.as_ref();
        Case {
            payload: case.payload.clone(),
            event: Arc::clone(&case.event),
            join_page: join_page.map(|_| self.join_page(&registration)),
            registration,
            own: case.own.clone(),
            ..*case
        }
    }
}

/// The tokens that a mail holds: of somebody's own page, and of the one by which they join.
type Tokens = [Token; 2];

impl MailText {
    fn with(&self, old: &Tokens, new: &Tokens) -> Self {
        let said = |words: &str| {
            let each = old.iter().zip(new);
            each.fold(words.to_owned(), |words, (old, new)| {
                words.replace(old.as_str(), new.as_str())
            })
        };
        Self {
            subject: said(&self.subject),
            text: said(&self.text),
            html: said(&self.html),
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
            by_page: case.join_page.is_some(),
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
