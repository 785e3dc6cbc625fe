//! The mails that organisers write, in the reader's language where they speak it.

use std::sync::PoisonError;

use super::{Composed, Composer};
use crate::base::clock::Instant;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::announcement::{self, Announced, Announcement, AnnouncementKind};
use crate::event::{self, Event, EventState, Session};
use crate::outbox::Message;
use crate::registration::{self, Registration};
use crate::view::{self, Filled, FollowUp, Locale, MailText, Phrase};

impl Composer {
    pub(super) async fn announcement(
        &self,
        tx: &mut Tx,
        message: &Message,
        event: &Event,
    ) -> db::Result<Composed> {
        let id = Id::<Announced>::from_uuid(message.session);
        let Some(announced) = announcement::find(tx, event.id, id).await? else {
            return Ok(Composed::NotOwed("the announcement is gone"));
        };
        let recipient = Id::from_uuid(message.recipient);
        let Some(registration) = registration::load(tx, recipient).await? else {
            return Ok(Composed::NotOwed("the registration is gone"));
        };
        if let Some(reason) = not_owed(&announced, event, &registration, tx.now()) {
            return Ok(Composed::NotOwed(reason));
        }
        // The link may be another than when the text was handed in.
        if announced.said.tells_any(&event.details.meeting_links()) {
            self.lament(id);
            return Ok(Composed::NotOwed("it would tell the meeting link"));
        }
        Ok(self
            .announcement_letter(message, event, &announced.said, registration)
            .unwrap_or_else(Composed::Broken))
    }

    /// Says once of an announcement that its mails are kept back, however many there are.
    fn lament(&self, id: Id<Announced>) {
        let mut lamented = self.lamented.lock().unwrap_or_else(PoisonError::into_inner);
        if lamented.insert(id) {
            tracing::error!(announcement = %id, "it would tell the meeting link: its mails are kept back");
        }
    }

    fn announcement_letter(
        &self,
        message: &Message,
        event: &Event,
        said: &Announcement,
        registration: Registration,
    ) -> Result<Composed, String> {
        let locale = self.view.locale(&registration.language);
        let words = self.announcement_words(event, said, &registration, locale);
        let words = words.map_err(|error| error.to_string())?;
        let letter = self.letter(message, event, locale, registration.email, words)?;
        Ok(Composed::Letter(Box::new(letter)))
    }

    pub(super) fn announcement_words(
        &self,
        event: &Event,
        said: &Announcement,
        registration: &Registration,
        locale: &Locale,
    ) -> Result<MailText, view::CannotRender> {
        let session = said.session_in(event);
        let told = session.map_or_else(|| registration.sessions.clone(), |session| vec![session]);
        let filled = |phrases| self.filled(event, phrases, registration, locale, &told);
        let (subject, text) = (filled(&said.subject), filled(&said.text));
        let about = self.occasion(event, locale, &told);
        let manage = self.own_page(registration, locale);
        let address = |link: &Option<event::WebLink>| link.as_ref().map(ToString::to_string);
        match said.kind {
            AnnouncementKind::Announcement => self.view.mail(
                &view::Announcement {
                    about,
                    subject,
                    text,
                    mode: registration.mode.as_str(),
                    manage,
                },
                locale.language(),
            ),
            AnnouncementKind::FollowUp => self.view.mail(
                &FollowUp {
                    about,
                    subject,
                    text,
                    recording: address(&said.recording),
                    survey: address(&said.survey),
                    manage,
                },
                locale.language(),
            ),
        }
    }

    /// What is said to somebody, its places filled in the language that it is said in.
    fn filled(
        &self,
        event: &Event,
        phrases: &Localised<Phrase>,
        registration: &Registration,
        reader: &Locale,
        told: &[Id<Session>],
    ) -> Filled {
        let order = event.details.text_order();
        let Some(picked) = phrases.pick(&registration.language, &order) else {
            return Filled::default();
        };
        let locale = self.view.locale(&picked.language);
        let facts = event::facts_to_send(event, locale, told);
        let filled = picked.text.fill(locale, &facts, &self.site);
        filled.to_reader_of(reader, &picked.language)
    }
}

/// Why a mail is not owed any more (OUT-9).
fn not_owed(
    announced: &Announced,
    event: &Event,
    registration: &Registration,
    now: Instant,
) -> Option<&'static str> {
    if announced.stopped_at.is_some() {
        return Some("the announcement was stopped");
    }
    if event.state != EventState::Published {
        return Some("the event does not take place");
    }
    // The end may be another than when the mail was made owed.
    if now >= announced.said.useful_until(event) {
        return Some("it would come too late");
    }
    if registration.undeliverable_at.is_some() {
        return Some("mail to the address came back");
    }
    (!registration.hears(event, &announced.said)).then_some("the registration has changed since")
}
