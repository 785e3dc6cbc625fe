//! What an organiser says in place of the service's own words, mail by mail.

use serde::{Deserialize, Serialize};

use super::Event;
use crate::base::language::Localised;
use crate::view::{EventFacts, Locale, OwnWords, Phrase};
use crate::words;

words! {
    /// A kind of mail to attendees; organisers may find words of their own for each.
    pub enum AttendeeMail {
        /// You have a place.
        Registered = "registered",
        /// Here is the joining link.
        Link = "link",
        /// Your place was given up.
        Withdrawn = "withdrawn",
        /// Confirm your address.
        ConfirmAddress = "confirm_address",
        /// An organiser will decide.
        Received = "received",
        /// You are in the waiting list.
        Waitlisted = "waitlisted",
        /// You are registered already.
        Known = "known",
        /// Here is the way to your registration again.
        Resent = "resent",
        /// You have changed how you attend.
        Moved = "moved",
        /// An organiser has given you a place.
        Approved = "approved",
        /// A place is kept for you until you answer.
        Offer = "offer",
        /// You have a place after waiting for one.
        Promoted = "promoted",
        /// An organiser has given you no place.
        Declined = "declined",
        /// Your calendar declined: here is how to give your place up.
        DeclineNoted = "decline_noted",
        /// It begins soon.
        Reminder = "reminder",
        /// Time, place or link are others.
        Changed = "changed",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

/// Words of an organiser for one kind of mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The mail.
    pub kind: AttendeeMail,
    /// Its subject.
    pub subject: Option<Localised<Phrase>>,
    /// Its opening words.
    pub lead: Option<Localised<Phrase>>,
}

impl Event {
    /// What the organiser says in mails of this kind to a reader of `locale`, filled with `facts`.
    /// Only what they say in that language: our own words exist in every one, so that nobody is
    /// shown a text in another (F-6).
    pub fn own_words(
        &self,
        kind: &str,
        locale: &Locale,
        facts: &EventFacts,
        site: &str,
    ) -> OwnWords {
        let texts = self.details.mail.iter().flat_map(|mail| &mail.texts);
        let Some(wording) = texts.into_iter().find(|text| text.kind.as_str() == kind) else {
            return OwnWords::default();
        };
        let order = self.details.text_order();
        let filled = |phrases: &Option<Localised<Phrase>>| {
            let phrase = phrases.as_ref()?.only_in(locale.language(), &order)?;
            Some(phrase.fill(locale, facts, site))
        };
        OwnWords {
            subject: filled(&wording.subject),
            lead: filled(&wording.lead),
        }
    }
}
