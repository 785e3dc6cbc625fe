//! Those who appear in the sessions of an event, one by one: how they are put in order, asked, and what
//! they say of themselves. Attendees are told of none of it.

mod answer;
mod channel;
mod edit;
mod invite;
mod join;
mod needs;
mod placed;
mod since;
mod store;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Answered, OwnWords, answer, describe, set_own_photo};
pub use channel::{Channel, NoChannel};
pub use edit::{Edit, Edited, edit, set_photo};
pub use invite::{
    Invited, Invitee, KIND, Whom, asked_from, due_invitees, invite, invitee, next_chaser, of_token,
    owe, prefer, revoke, token,
};
pub use join::{find_by_join_token, join_token, present_join_token};
pub use needs::{Need, Task, open_tasks};
pub use placed::{
    Placed, Shown, Standing, of_address, of_event, of_session, photos, placed, standings, unasked,
};
pub use since::{Since, since};

use serde::{Deserialize, Serialize};

use super::Details;
use super::key::Key;
use crate::base::language::Localised;
use crate::base::text::EmailAddress;
use crate::words;

words! {
    /// What somebody does in a session.
    pub enum Role {
        /// Speaks on a panel.
        Speaker = "speaker",
        /// Leads the discussion.
        Moderator = "moderator",
        /// Answers a paper or a talk.
        Discussant = "discussant",
        /// Gives the main talk.
        Keynote = "keynote",
        /// Carries it into another language.
        Interpreter = "interpreter",
        /// Opens it.
        Opening = "opening",
    }
}

words! {
    /// How far the agreement with somebody has come. Only confirmed names are shown.
    pub enum AppearanceState {
        /// Thought of.
        Idea = "idea",
        /// Asked.
        Invited = "invited",
        /// Has agreed.
        Confirmed = "confirmed",
        /// Has refused.
        Declined = "declined",
        /// Had agreed, and does not come.
        Withdrawn = "withdrawn",
    }
}

/// Somebody in a session, with position and organisation as of that event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearance {
    /// Its id in the file, where one was given.
    pub id: Option<Key>,
    /// What they do.
    pub role: Role,
    /// Who they are; a place without a name is to be announced. Kept in the directory.
    #[serde(skip)]
    pub name: Option<Localised>,
    /// Their position at the time.
    pub position: Option<Localised>,
    /// Their organisation at the time.
    pub organisation: Option<Localised>,
    /// About them.
    pub bio: Option<Localised>,
    /// Where they are reached; never shown.
    pub email: Option<EmailAddress>,
    /// How far the agreement has come.
    pub state: Option<AppearanceState>,
    /// The channel that an interpreter works in, where they work in one only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
}

impl Appearance {
    /// How far the agreement has come; confirmed by default.
    pub fn state(&self) -> AppearanceState {
        self.state.unwrap_or(AppearanceState::Confirmed)
    }

    /// The channel that they interpret in, while the event has it.
    pub fn channel_of(&self, details: &Details) -> Option<&Channel> {
        let is_there = |channel: &&Channel| channel.is_among(&details.interpretation);
        let own = self.channel.as_ref().filter(is_there);
        own.filter(|_| self.role == Role::Interpreter)
    }

    /// Whether it is the appearance that was stated as `before`: of the same id, and reached at the
    /// same address. Whoever takes a place over at another address is somebody else.
    pub fn is_of_same_person(&self, before: &Self) -> bool {
        let key = |appearance: &Self| appearance.email.as_ref().map(EmailAddress::key);
        self.id == before.id && key(self) == key(before)
    }

    /// Whether the public may see who it is.
    pub fn is_named(&self) -> bool {
        self.name.is_some() && self.state() == AppearanceState::Confirmed
    }

    /// Whether the public sees a place that is still to be filled.
    pub fn is_to_be_announced(&self) -> bool {
        !self.is_named()
            && !matches!(
                self.state(),
                AppearanceState::Declined | AppearanceState::Withdrawn
            )
    }
}
