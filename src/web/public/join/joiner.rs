//! Who joins: somebody with a place, or somebody who appears.

use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, Token};
use crate::conferencing::Guest;
use crate::event::lineup::{self, Placed};
use crate::event::{
    self, AppearanceState, Event, EventState, Joining, Mode, Role, Session, SessionOf,
};
use crate::registration::{Registration, RegistrationState, find_by_join_token};
use crate::view::{JoinEnd, Locale, Words};
use crate::web::{Error, Site};

/// What somebody joins, and as what.
pub struct Own {
    pub event: Event,
    pub joiner: Joiner,
    /// What leads to their page.
    pub token: String,
    pub now: Instant,
}

/// As what somebody joins.
pub enum Joiner {
    /// With a place.
    Attendee(Box<Registration>),
    /// In the lineup.
    Appearing(Box<Placed>),
}

impl Own {
    /// Whom `token` is of; one neutral answer for tokens that are unknown, expired or revoked.
    pub async fn find(site: &Site, token: &str) -> Result<Self, Error> {
        let mut tx = site.db.read().await?;
        let joiner = Joiner::find(&mut tx, &site.key, &Token::from_address(token)).await?;
        let (event, joiner) = joiner.ok_or(Error::NotFound)?;
        let event = event::load(&mut tx, &site.key, event).await?;
        let event = event.ok_or(Error::NotFound)?;
        let now = tx.now();
        let is_kept = now < event.schedule.ends_at() + event.details.retention().delta();
        if !is_kept || event.state == EventState::Draft {
            return Err(Error::NotFound);
        }
        Ok(Self {
            event,
            joiner,
            token: token.to_owned(),
            now,
        })
    }

    /// The path of their page.
    pub fn path(&self) -> String {
        format!("/j/{}", self.token)
    }

    /// The language of their mails.
    pub fn language(&self) -> &Language {
        match &self.joiner {
            Joiner::Attendee(registration) => &registration.language,
            Joiner::Appearing(_) => &self.event.details.page_languages()[0],
        }
    }

    /// Their sessions, by their identifiers.
    pub fn session_ids(&self) -> Vec<Id<Session>> {
        match &self.joiner {
            Joiner::Attendee(registration) => registration.sessions.clone(),
            Joiner::Appearing(placed) => vec![placed.session],
        }
    }

    /// Those that they can join, where there is anything to join.
    pub fn sessions(&self) -> impl Iterator<Item = SessionOf<'_>> {
        let ids = self.session_ids();
        let sessions = self.event.sessions();
        sessions.filter(move |of| self.is_let_in() && ids.contains(&of.id))
    }

    /// How `session` is joined now.
    pub fn joining<'a>(&'a self, session: SessionOf<'a>) -> Joining<'a> {
        match &self.joiner {
            Joiner::Attendee(_) => self.event.joining(session, self.now),
            Joiner::Appearing(_) => self.event.joining_of_lineup(session, self.now),
        }
    }

    /// Why there is nothing to join, where there is not.
    pub fn end(&self, locale: &Locale) -> Option<JoinEnd> {
        if self.event.state == EventState::Cancelled {
            let reason = self.event.cancel_reason.as_ref();
            let order = self.event.details.text_order();
            return Some(JoinEnd::Cancelled {
                reason: reason.and_then(|reason| Words::pick(reason, locale, &order)),
            });
        }
        let Joiner::Attendee(registration) = &self.joiner else {
            return None;
        };
        if registration.state != RegistrationState::Confirmed {
            let state = registration.state.as_str();
            return Some(JoinEnd::NoPlace { state });
        }
        (registration.mode == Mode::InPerson).then_some(JoinEnd::InPerson)
    }

    /// As whom a service lets them in.
    pub fn guest(&self, key: &InstanceKey, locale: &Locale) -> Guest {
        let order = self.event.details.text_order();
        match &self.joiner {
            Joiner::Attendee(registration) => Guest {
                name: registration.name.to_string(),
                id: Guest::id_of(key, registration.id.uuid()),
                moderates: false,
            },
            Joiner::Appearing(placed) => {
                let role = placed.appearance.role;
                let name = placed.appearance.name.as_ref();
                let name = name.and_then(|name| Words::pick(name, locale, &order));
                let unnamed = || locale.text(&format!("lineup-role-{role}"));
                Guest {
                    name: name.map_or_else(unnamed, |name| name.text),
                    id: Guest::id_of(key, placed.id.uuid()),
                    moderates: role == Role::Moderator,
                }
            }
        }
    }

    fn is_let_in(&self) -> bool {
        let has_place = match &self.joiner {
            Joiner::Attendee(registration) => registration.joins_online(),
            Joiner::Appearing(_) => true,
        };
        has_place && self.event.state != EventState::Cancelled
    }
}

impl Joiner {
    async fn find(
        tx: &mut Tx,
        key: &InstanceKey,
        token: &Token,
    ) -> Result<Option<(Id<Event>, Self)>, Error> {
        if let Some(registration) = find_by_join_token(tx, token).await? {
            let event = registration.event;
            return Ok(Some((event, Self::Attendee(Box::new(registration)))));
        }
        let found = lineup::find_by_join_token(tx, key, token).await?;
        let appears = |placed: &Placed| placed.appearance.state() == AppearanceState::Confirmed;
        Ok(found
            .filter(|(_, placed)| appears(placed))
            .map(|(event, placed)| (event, Self::Appearing(Box::new(placed)))))
    }
}
