//! The mail to organisers whose event is about to lose its personal data.

use super::{Composed, Composer};
use crate::base::db::{self, Tx};
use crate::event::Event;
use crate::mailer::{alarm, retention};
use crate::outbox::Message;
use crate::registration::figures;
use crate::view::RetentionMail;

impl Composer {
    pub(super) async fn retention(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let until = retention::kept_until(event);
        if message.revision != until.timestamp() {
            return Ok(Composed::NotOwed("it is kept until another time"));
        }
        let Some((to, language)) = alarm::addressee(tx, event, message).await? else {
            return Ok(Composed::NotOwed("they do not run the event any more"));
        };
        let locale = match &language {
            Some(language) => self.view.locale(language),
            None => self.first_locale(event),
        };
        let desk = format!("organise/events/{}", event.details.slug);
        let mail = RetentionMail {
            about: self.occasion_for_organisers(event, locale),
            until: locale.moment(&event.details.zone, until),
            people: figures::counts(tx, event.id).await?.ever,
            registrations: self.address(&format!("{desk}/registrations")),
            figures: self.address(&format!("{desk}/figures")),
        };
        let letter = self
            .view
            .mail(&mail, locale.language())
            .map_err(|error| error.to_string())
            .and_then(|words| self.letter(message, event, locale, to, words));
        Ok(match letter {
            Ok(letter) => Composed::Letter(Box::new(letter)),
            Err(reason) => Composed::Broken(reason),
        })
    }
}
