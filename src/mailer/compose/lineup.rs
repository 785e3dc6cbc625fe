//! The mail with the link of those who appear. It says nothing of any attendee.

use super::{Composed, Composer};
use crate::base::db;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{self, Appearance, Event, SessionOf};
use crate::mailer::form::Letter;
use crate::mailer::{invite, lineup};
use crate::outbox::Message;
use crate::registration::NoticePayload;
use crate::view::{LineupLink, Locale};

impl Composer {
    pub(super) async fn lineup_link(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let id = Id::from_uuid(message.recipient);
        let Some((session, appearance)) = event::appearance(tx, event.id, id).await? else {
            return Ok(Composed::NotOwed("they do not appear any more"));
        };
        if let Some(reason) = lineup::not_owed(message, event, &appearance) {
            return Ok(Composed::NotOwed(reason));
        }
        let session = event.sessions().find(|of| of.id == session);
        let session = session.expect("an appearance belongs to a session of its event");
        let now = tx.now();
        let Some(link) = lineup::released_link(event, session, now) else {
            return Ok(Composed::NotOwed("the link is not released"));
        };
        let join = link.reveal();
        Ok(self
            .lineup_letter(message, event, session, &appearance, join)
            .unwrap_or_else(Composed::Broken))
    }

    fn lineup_letter(
        &self,
        message: &Message,
        event: &Event,
        session: SessionOf<'_>,
        appearance: &Appearance,
        join: &str,
    ) -> Result<Composed, String> {
        let Some(to) = appearance.email.clone() else {
            return Ok(Composed::NotOwed("they have no address any more"));
        };
        let payload: NoticePayload =
            serde_json::from_value(message.payload.clone()).map_err(|error| error.to_string())?;
        let locale = self.first_locale(event);
        let about = self.occasion(event, locale, &[session.id]);
        let mail = LineupLink {
            about: about.clone(),
            join: join.to_owned(),
        };
        let words = self.view.mail(&mail, locale.language());
        let words = words.map_err(|error| error.to_string())?;
        let calendar = payload
            .issue
            .map(|issue| {
                let of = invite::Appearing {
                    event,
                    session,
                    locale,
                    to: &to,
                    join,
                };
                invite::lineup_object(&self.view, &of, &issue, about)
            })
            .transpose()
            .map_err(|error| error.to_string())?;
        let letter = self.letter(message, event, locale, to, words)?;
        Ok(Composed::Letter(Box::new(Letter { calendar, ..letter })))
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
