//! The tests that organisers ask for.

use std::sync::Arc;

use super::{Composed, Composer, Shown, sample_reader};
use crate::account;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::event::announcement::{self, Announcement};
use crate::mailer::lineup;
use crate::mailer::trial::{Trial, Tried};
use crate::outbox::Message;

impl Composer {
    pub(super) async fn trial(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: Event,
    ) -> db::Result<Composed> {
        let Ok(trial) = serde_json::from_value::<Trial>(message.payload.clone()) else {
            return Ok(Composed::Broken("its payload cannot be read".to_owned()));
        };
        let Some(organiser) = account::load(tx, Id::from_uuid(message.recipient)).await? else {
            return Ok(Composed::NotOwed("there is no such organiser any more"));
        };
        let said = said(tx, &event, &trial.tried).await?;
        let Some(shown) = shown(&trial.tried, said.as_ref()) else {
            return Ok(Composed::NotOwed("the announcement is gone"));
        };
        let event = Arc::new(event);
        let now = tx.now();
        let reader = sample_reader(&event, &trial.language, now);
        let locale = self.view.locale(&trial.language);
        let letter = self
            .preview(&event, shown, reader, now)
            .map_err(|error| error.to_string())
            .and_then(|mut words| {
                words.subject = locale.text_with("test-subject", &[("subject", &words.subject)]);
                self.letter(message, &event, locale, organiser.email, words)
            });
        Ok(match letter {
            Ok(letter) => Composed::Letter(Box::new(letter)),
            Err(reason) => Composed::Broken(reason),
        })
    }
}

async fn said(tx: &mut Tx, event: &Event, tried: &Tried) -> db::Result<Option<Announcement>> {
    Ok(match tried {
        Tried::Mail { .. } => None,
        Tried::Draft(id) => announcement::draft(tx, event.id, Id::from_uuid(*id))
            .await?
            .map(|draft| draft.said),
        Tried::Announced(id) => announcement::find(tx, event.id, Id::from_uuid(*id))
            .await?
            .map(|one| one.said),
    })
}

fn shown<'a>(tried: &'a Tried, said: Option<&'a Announcement>) -> Option<Shown<'a>> {
    match tried {
        Tried::Mail { kind, .. } if kind == lineup::KIND => Some(Shown::LineupLink),
        Tried::Mail {
            kind,
            session,
            mark,
        } => Some(Shown::Notice {
            notice: kind.parse().ok()?,
            session: session.map(Id::from_uuid),
            mark: *mark,
        }),
        Tried::Draft(_) | Tried::Announced(_) => said.map(Shown::Announcement),
    }
}
