//! The mails to those who work in the workspace, about their own way in.

use super::{Composed, Composer};
use crate::account::{self, CODE_LENGTH, Organiser, REQUEST_LIFETIME, invitation};
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::sender::Sender;
use crate::base::text::{EmailAddress, SingleLine};
use crate::base::zone::Zone;
use crate::event::{self, facts};
use crate::mailer::address::MessageId;
use crate::mailer::form::Letter;
use crate::mailer::head::feedback_id;
use crate::outbox::Message;
use crate::view::{Locale, Mail, SignInCode, TeamInvitation};

impl Composer {
    /// The same letters; those about accounts come from `sender`.
    #[must_use]
    pub fn sent_by(self, sender: Sender) -> Self {
        Self {
            sender: Some(sender),
            ..self
        }
    }

    pub(super) async fn sign_in_code(
        &self,
        tx: &mut Tx,
        message: &Message,
    ) -> db::Result<Composed> {
        let organiser: Id<Organiser> = Id::from_uuid(message.recipient);
        let Some(organiser) = account::load(tx, organiser).await? else {
            return Ok(Composed::NotOwed("the address is nobody's"));
        };
        if account::request_of(tx, message.subject).await?.is_none() {
            return Ok(Composed::NotOwed("the code is used up"));
        }
        let code = account::code(&self.key, message.subject);
        let (first, second) = code.split_at(CODE_LENGTH / 2);
        let mail = SignInCode {
            site: self.site.get(),
            code: format!("{first} {second}"),
            minutes: REQUEST_LIFETIME.num_minutes(),
        };
        let asked_in = message.payload["language"].as_str();
        let asked_in = asked_in.and_then(|tag| tag.parse().ok());
        let language = asked_in
            .filter(|_| organiser.language.is_unsaid())
            .unwrap_or(organiser.language);
        let locale = self.view.locale(&language);
        Ok(self.to_colleague(message, locale, organiser.email, &mail))
    }

    pub(super) async fn team_invitation(
        &self,
        tx: &mut Tx,
        message: &Message,
    ) -> db::Result<Composed> {
        let id = Id::from_uuid(message.subject);
        let Some(invitation) = invitation::load(tx, id).await? else {
            return Ok(Composed::NotOwed("the invitation is not good any more"));
        };
        let organisation = account::organisation(tx, invitation.organisation_id).await?;
        let by = account::load(tx, invitation.invited_by).await?;
        let (Some(organisation), Some(by)) = (organisation, by) else {
            return Ok(Composed::NotOwed("nobody asks them in any more"));
        };
        let event = match invitation.event() {
            Some(event) => event::load(tx, &self.key, Id::from_uuid(event)).await?,
            None => None,
        };
        let locale = self.view.locale(&invitation.language);
        let token = invitation::token(&self.key, invitation.id);
        let base_url = self.base_url.as_str().trim_end_matches('/');
        let mail = TeamInvitation {
            site: self.site.get(),
            organisation: organisation.name,
            by: by.shown().to_owned(),
            role: invitation.role.as_str(),
            event: event.map(|event| facts(&event, locale).title),
            page: format!("{base_url}/organise/invitations/{}", token.as_str()),
            until: locale.moment(&Zone::utc(), invitation.expires_at),
        };
        Ok(self.to_colleague(message, locale, invitation.email, &mail))
    }

    /// A letter to somebody who works here, or will.
    pub(super) fn to_colleague<M: Mail>(
        &self,
        message: &Message,
        locale: &Locale,
        to: EmailAddress,
        mail: &M,
    ) -> Composed {
        let letter = || {
            let words = self.view.mail(mail, locale.language());
            let words = words.map_err(said)?;
            let message_id: MessageId = message.message_id.parse().map_err(said)?;
            Ok::<_, String>(Letter {
                message_id,
                date: message.written_at,
                from: self
                    .sender
                    .clone()
                    .ok_or("nobody sends mails about accounts")?,
                return_path: self
                    .bounces
                    .as_ref()
                    .map(|bounces| bounces.of(&self.key, message.id)),
                to,
                reply_to: None,
                subject: SingleLine::clean(&words.subject),
                language: locale.language().clone(),
                text: words.text,
                html: words.html,
                calendar: None,
                feedback_id: feedback_id(&message.kind, message.subject),
                stop_page: None,
            })
        };
        letter().map_or_else(Composed::Broken, |letter| {
            Composed::Letter(Box::new(letter))
        })
    }
}

fn said(error: impl ToString) -> String {
    error.to_string()
}
