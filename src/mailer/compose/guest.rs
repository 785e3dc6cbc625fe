//! The mail that asks somebody to come.

use super::{Composed, Composer};
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::event::{Event, EventState};
use crate::mailer::form::Letter;
use crate::outbox::Message;
use crate::registration::guest::{self, Guest};
use crate::view::GuestInvitation;

impl Composer {
    pub(super) async fn guest_invitation(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let Some(guest) = guest::guest(tx, Id::from_uuid(message.recipient)).await? else {
            return Ok(Composed::NotOwed("the invitation was taken back"));
        };
        if event.state != EventState::Published {
            return Ok(Composed::NotOwed("the event does not take place"));
        }
        if guest.registration_id.is_some() {
            return Ok(Composed::NotOwed("they have registered"));
        }
        if guest.rounds != message.revision {
            return Ok(Composed::NotOwed("they were asked again since"));
        }
        let letter = self.guest_letter(message, event, &guest);
        Ok(letter.unwrap_or_else(Composed::Broken))
    }

    fn guest_letter(
        &self,
        message: &Message,
        event: &Event,
        guest: &Guest,
    ) -> Result<Composed, String> {
        let locale = self.view.locale(&guest.language);
        let token = guest::token(&self.key, guest.id);
        let slug = &event.details.slug;
        let rest = format!("events/{slug}/register?code={}", token.as_str());
        let mail = GuestInvitation {
            about: self.occasion(event, locale, &event.session_ids),
            register: self.page(locale.language(), &rest),
        };
        let words = self.view.mail(&mail, locale.language());
        let words = words.map_err(|error| error.to_string())?;
        let letter: Letter = self.letter(message, event, locale, guest.email.clone(), words)?;
        Ok(Composed::Letter(Box::new(letter)))
    }
}
