//! The mail that asks somebody to appear, and its reminders. It says nothing of any attendee.

use super::{Composed, Composer};
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::event::lineup::{self, Invitee, Placed};
use crate::event::{AppearanceState, Event, EventState};
use crate::mailer::form::Letter;
use crate::outbox::Message;
use crate::view::{LineupInvitation, Locale};

impl Composer {
    pub(super) async fn asking(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let Some(invitee) = lineup::invitee(tx, Id::from_uuid(message.recipient)).await? else {
            return Ok(Composed::NotOwed("they were never asked"));
        };
        let mut own = lineup::of_address(tx, event.id, &invitee.email_key).await?;
        own.retain(|one| !one.is_off());
        let number = match not_owed(message, event, &invitee, &own) {
            Ok(number) => number,
            Err(reason) => return Ok(Composed::NotOwed(reason)),
        };
        Ok(self
            .asking_letter(message, event, (&invitee, number), &own)
            .unwrap_or_else(Composed::Broken))
    }

    fn asking_letter(
        &self,
        message: &Message,
        event: &Event,
        (invitee, number): (&Invitee, i64),
        own: &[Placed],
    ) -> Result<Composed, String> {
        let to = own.iter().find_map(|one| one.appearance.email.clone());
        let to = to.ok_or("an invitee has an address")?;
        let locale = self.invitee_locale(event, invitee);
        let mut sessions: Vec<_> = own.iter().map(|one| one.session).collect();
        sessions.dedup();
        let mut roles: Vec<&'static str> = Vec::new();
        for one in own {
            let role = one.appearance.role.as_str();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        let token = lineup::token(&self.key, invitee.id, invitee.token_generation);
        let has_agreed = own.iter().all(is_agreed);
        let mail = LineupInvitation {
            about: self.occasion(event, locale, &sessions),
            roles,
            state: match (has_agreed, number) {
                (true, _) => "agreed",
                (false, 0) => "asked",
                (false, _) => "reminded",
            },
            is_public: event.state == EventState::Published,
            own_page: self.page(locale.language(), &format!("lineup/{}", token.as_str())),
        };
        let words = self.view.mail(&mail, locale.language());
        let words = words.map_err(|error| error.to_string())?;
        let letter: Letter = self.letter(message, event, locale, to, words)?;
        Ok(Composed::Letter(Box::new(letter)))
    }

    /// The language that they chose, or the first of the event's page that the service speaks.
    fn invitee_locale(&self, event: &Event, invitee: &Invitee) -> &Locale {
        match &invitee.language {
            Some(language) => self.view.locale(language),
            None => self.first_locale(event),
        }
    }
}

/// The number of the mail in its round; or why it is not owed any more (OUT-9).
fn not_owed(
    message: &Message,
    event: &Event,
    invitee: &Invitee,
    own: &[Placed],
) -> Result<i64, &'static str> {
    let Some(number) = invitee.number(message.revision) else {
        return Err("they were asked again since");
    };
    if event.state == EventState::Cancelled {
        return Err("the event does not take place");
    }
    if own.is_empty() {
        return Err("they do not appear any more");
    }
    if number > 0 && own.iter().all(is_agreed) {
        return Err("they have answered");
    }
    Ok(number)
}

fn is_agreed(one: &Placed) -> bool {
    one.appearance.state() == AppearanceState::Confirmed
}
