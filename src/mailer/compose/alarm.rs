//! The mail to organisers whose event lacks its link.

use super::{Composed, Composer};
use crate::base::db::{self, Tx};
use crate::event::Event;
use crate::mailer::{alarm, plan};
use crate::outbox::Message;
use crate::registration::online_count;
use crate::view::Alarm;

impl Composer {
    pub(super) async fn alarm(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let timeline = plan::timeline(event);
        if let Some(reason) = alarm::not_owed(message, &timeline) {
            return Ok(Composed::NotOwed(reason));
        }
        let Some((to, language)) = alarm::addressee(tx, event, message).await? else {
            return Ok(Composed::NotOwed("they do not run the event any more"));
        };
        let now = tx.now();
        let locale = match &language {
            Some(language) => self.view.locale(language),
            None => self.first_locale(event),
        };
        let release = event
            .sessions()
            .filter(|session| now < session.sitting.ends_at)
            .filter_map(|session| plan::missing_from(event, session))
            .min();
        let mail = Alarm {
            about: self.occasion_for_organisers(event, locale),
            release: release
                .filter(|release| *release > event.created_at)
                .map(|release| locale.moment(&event.details.zone, release)),
            is_late: release.is_some_and(|release| release <= now),
            online: online_count(tx, event.id).await?,
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
