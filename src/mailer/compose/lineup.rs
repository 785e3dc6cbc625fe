//! The mails to those who appear. They say nothing of any attendee.

use super::change::cancel_reason;
use super::{Composed, Composer};
use crate::base::clock::Instant;
use crate::base::db;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::text::EmailAddress;
use crate::event::lineup::present_join_token;
use crate::event::{self, Appearance, Event, Fact, SessionOf, Way};
use crate::mailer::form::Letter;
use crate::mailer::{invite, lineup};
use crate::outbox::Message;
use crate::registration::{Notice, NoticePayload};
use crate::view::{Cancelled, CannotRender, Changed, LineupLink, Locale, MailText};

/// What a mail to somebody who appears is about.
struct Part<'a> {
    event: &'a Event,
    session: SessionOf<'a>,
    locale: &'a Locale,
    /// Where they join, where they may know it: the link, or the page in its place.
    join: Option<String>,
    /// Whether it is a page.
    by_page: bool,
    now: Instant,
}

impl Composer {
    pub(super) async fn to_lineup(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let id = Id::from_uuid(message.recipient);
        let Some((session, appearance)) = event::appearance(tx, event.id, id).await? else {
            return Ok(Composed::NotOwed("they do not appear any more"));
        };
        let session = event.sessions().find(|of| of.id == session);
        let session = session.expect("an appearance belongs to a session of its event");
        if let Some(reason) = lineup::not_owed(message, event, session, &appearance) {
            return Ok(Composed::NotOwed(reason));
        }
        let Some(to) = appearance.email else {
            return Ok(Composed::NotOwed("they have no address any more"));
        };
        let link = match message.kind.as_str() {
            lineup::KIND => lineup::released_link(event, session, tx.now()),
            _ => lineup::held_link(tx, event, session, id).await?,
        };
        if message.kind == lineup::KIND && link.is_none() {
            return Ok(Composed::NotOwed("the link is not released"));
        }
        let join = match link {
            Some(Way::Link(link)) => Some(link.reveal().to_owned()),
            Some(Way::Own(_)) => Some(self.lineup_join_page(tx, event.id, id, &to).await?),
            None => None,
        };
        let part = Part {
            event,
            session,
            locale: self.first_locale(event),
            by_page: matches!(link, Some(Way::Own(_))),
            join,
            now: tx.now(),
        };
        Ok(self
            .lineup_letter(message, &part, to)
            .unwrap_or_else(Composed::Broken))
    }

    fn lineup_letter(
        &self,
        message: &Message,
        part: &Part<'_>,
        to: EmailAddress,
    ) -> Result<Composed, String> {
        let payload: NoticePayload =
            serde_json::from_value(message.payload.clone()).map_err(|error| error.to_string())?;
        let words = self.lineup_words(message, part);
        let words = words.map_err(|error| error.to_string())?;
        let about = self.occasion(part.event, part.locale, &[part.session.id]);
        let calendar = payload
            .issue
            .map(|issue| {
                let of = invite::Appearing {
                    event: part.event,
                    session: part.session,
                    locale: part.locale,
                    to: &to,
                    join: part.join.as_deref(),
                    is_cancelled: message.kind == Notice::Cancelled.as_str(),
                };
                invite::lineup_object(&self.view, &of, &issue, about)
            })
            .transpose()
            .map_err(|error| error.to_string())?;
        let letter = self.letter(message, part.event, part.locale, to, words)?;
        Ok(Composed::Letter(Box::new(Letter { calendar, ..letter })))
    }

    fn lineup_words(&self, message: &Message, part: &Part<'_>) -> Result<MailText, CannotRender> {
        let Part {
            event,
            session,
            locale,
            join,
            by_page,
            now,
        } = part;
        let about = self.occasion(event, locale, &[session.id]);
        let language = locale.language();
        let join = join.clone();
        match message.kind.parse::<Notice>() {
            Ok(Notice::Changed) => {
                let changed = Changed {
                    about,
                    facts: facts(*session),
                    mode: "",
                    join,
                    by_page: false,
                    reader: "appearing",
                    has_entry: true,
                    manage: None,
                };
                self.view.mail(&changed, language)
            }
            Ok(Notice::Cancelled) => {
                let cancelled = Cancelled {
                    about,
                    mode: "",
                    reason: cancel_reason(event, locale),
                    has_entry: true,
                    appears: true,
                };
                self.view.mail(&cancelled, language)
            }
            _ => {
                let join = join.unwrap_or_default();
                let mail = LineupLink {
                    about,
                    join,
                    by_page: *by_page,
                    check: event::check_facts(event, locale, *now),
                };
                self.view.mail(&mail, language)
            }
        }
    }

    /// The address of the page by which somebody who appears joins.
    async fn lineup_join_page(
        &self,
        tx: &mut Tx,
        event: Id<Event>,
        appearance: Id<Appearance>,
        to: &EmailAddress,
    ) -> db::Result<String> {
        let token = present_join_token(tx, &self.key, event, appearance, &to.key()).await?;
        Ok(self.address(&format!("j/{}", token.as_str())))
    }

    /// The first of the languages of `event`'s page that the service speaks.
    pub(super) fn first_locale(&self, event: &Event) -> &Locale {
        let pages = event.details.page_languages();
        let spoken = pages.iter().find(|wanted| {
            let known = self.view.languages();
            known.iter().any(|language| language.is_same_tongue(wanted))
        });
        self.view.locale(spoken.unwrap_or(&pages[0]))
    }
}

/// What is different of a session for those who appear: their link has mails of its own.
fn facts(session: SessionOf<'_>) -> Vec<&'static str> {
    let told = session.told.into_iter().flat_map(|told| &told.facts);
    told.filter(|fact| **fact != Fact::Link)
        .map(|fact| fact.as_str())
        .collect()
}
