//! The mails that organisers write, in the reader's language where they speak it.

use std::sync::PoisonError;

use super::{Composed, Composer};
use crate::base::clock::Instant;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::announcement::{self, Addressees, Announced, Announcement, AnnouncementKind};
use crate::event::{self, Event, EventState, Session, SurveyDoor};
use crate::outbox::Message;
use crate::registration::{self, Registration, RegistrationState, survey_token};
use crate::view::{self, Filled, FollowUp, Locale, MailText, Phrase, Recorded};

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
        let said = &announced.said;
        let certificate = registration::certificate(tx, &self.key, event, &registration).await?;
        let leads = Leads {
            certificate: certificate.is_some(),
            survey: registration.is_surveyed()
                && matches!(event.survey_door(tx.now()), Some(SurveyDoor::Open(_))),
        };
        if said.to == Addressees::Attended && !came(tx, event, said, &registration).await? {
            return Ok(Composed::NotOwed("nobody notes any more that they came"));
        }
        Ok(self
            .announcement_letter(message, event, said, registration, leads)
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
        leads: Leads,
    ) -> Result<Composed, String> {
        let locale = self.view.locale(&registration.language);
        let words = self.announcement_words(event, said, &registration, locale, leads);
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
        leads: Leads,
    ) -> Result<MailText, view::CannotRender> {
        let session = said.session_in(event);
        let told = session.map_or_else(|| registration.sessions.clone(), |session| vec![session]);
        let filled = |phrases| self.filled(event, phrases, registration, locale, &told);
        let (subject, text) = (filled(&said.subject), filled(&said.text));
        let about = self.occasion(event, locale, &told);
        let manage = self.own_page(registration, locale);
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
                    recordings: recordings(event, said, registration, locale, &told),
                    survey: self.survey(said, registration, locale, leads),
                    certificate: leads.certificate.then(|| format!("{manage}/certificate")),
                    manage,
                },
                locale.language(),
            ),
        }
    }

    /// Where one may say what it was like: where the organiser says, or the event's own survey.
    fn survey(
        &self,
        said: &Announcement,
        registration: &Registration,
        locale: &Locale,
        leads: Leads,
    ) -> Option<String> {
        let own = || {
            let token = survey_token(&self.key, registration.id);
            self.page(locale.language(), &format!("survey/{token}"))
        };
        let elsewhere = said.survey.as_ref().map(ToString::to_string);
        elsewhere.or_else(|| leads.survey.then(own))
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
        let filled = picked.text.fill(locale, &facts, &self.site.get());
        filled.to_reader_of(reader, &picked.language)
    }
}

/// Where a follow-up leads somebody besides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Leads {
    /// To the certificate that they came.
    pub(super) certificate: bool,
    /// To the event's own survey.
    pub(super) survey: bool,
}

/// The recordings that somebody is told of: the one that the organiser names, or else, where they have a place,
/// those of the sessions that they came to.
fn recordings(
    event: &Event,
    said: &Announcement,
    registration: &Registration,
    locale: &Locale,
    told: &[Id<Session>],
) -> Vec<Recorded> {
    if let Some(link) = &said.recording {
        return vec![Recorded {
            address: link.to_string(),
            session: None,
        }];
    }
    if registration.state != RegistrationState::Confirmed {
        return Vec::new();
    }
    let order = event.details.text_order();
    let own = event.sessions().filter(|of| told.contains(&of.id));
    let mut recordings: Vec<Recorded> = Vec::new();
    for of in own {
        let Some(link) = event.recording_of(of.session) else {
            continue;
        };
        if recordings
            .iter()
            .any(|known| known.address == link.reveal())
        {
            continue;
        }
        let title = of.session.title.as_ref().filter(|_| !event.is_sensitive());
        let title = title.and_then(|title| view::Words::pick(title, locale, &order));
        recordings.push(Recorded {
            address: link.reveal().to_owned(),
            session: title.map(|title| title.text),
        });
    }
    if let [only] = recordings.as_mut_slice() {
        only.session = None;
    }
    recordings
}

/// Whether it is noted that `registration` came to what `said` is about.
async fn came(
    tx: &mut Tx,
    event: &Event,
    said: &Announcement,
    registration: &Registration,
) -> db::Result<bool> {
    let only = said.session_in(event);
    let stays = registration::stays(tx, registration.id).await?;
    Ok(stays
        .iter()
        .any(|stay| only.is_none_or(|only| only == stay.session)))
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
