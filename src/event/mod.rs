//! What attendees register for: texts, schedule, terms, sessions, lineup, hosts, meeting.

mod access;
mod address;
pub mod announcement;
mod asked;
mod brake;
pub mod changes;
mod close;
mod details;
mod duplicate;
mod facts;
pub mod file;
mod gaps;
mod headline;
pub mod hold;
mod joining;
mod key;
mod known;
pub mod lineup;
mod linked;
pub mod logo;
mod mapped;
mod meeting;
pub mod partner;
mod parts;
pub mod person;
pub mod picture;
mod rederive;
mod release;
mod sample;
mod save;
mod schedule;
mod seen;
mod source;
mod state;
mod store;
mod survey;
mod tell;
mod terms;
#[cfg(test)]
pub(crate) mod tests;
mod text;
mod told_links;
mod unsaid;
mod web_link;
mod wording;

pub use access::{Access, Listed, access, of_organiser, of_program};
pub use address::{free_slug, guessable, readdress};
pub use brake::MANY;
pub use close::{Closed, close};
pub use details::{
    Details, Format, Host, HostRole, Interpretation, InterpretationMode, Kind, MailSettings,
    QuietHours, Rules, Session, TechCheck, Venue, Visibility,
};
pub use facts::{check_facts, facts, facts_to_send, facts_with_pictures, facts_with_sessions};
pub use gaps::{Gap, gaps};
pub use headline::{Headline, headline};
pub use hold::{HeldMail, Hold, HoldState};
pub use joining::Joining;
pub use key::{BadKey, BadSlug, Key, Slug};
pub use known::Known;
pub use lineup::{Appearance, AppearanceState, Role};
pub use linked::{Ways, linked};
pub use mapped::{Mapped, mapped};
pub use meeting::{BadMeetingLink, BadRelease, Meeting, MeetingLink, Provider, Release, Way};
pub use parts::free_key;
pub use person::{Person, Photo};
pub use picture::Picture;
pub use rederive::{Moved, rederive};
pub use sample::make_sample;
pub use save::{CannotSave, OPERATOR, SaveOptions, Saved, save};
pub use schedule::{Deadline, Decided, Impossible, Schedule, Sitting};
pub use seen::Seen;
pub use source::{BadSource, Source};
pub use state::{Because, cancel, release};
pub use store::{
    appearance, find, load, of_organisation, page, past, to_come, upcoming, with_sealed_links,
};
pub use survey::{Put, Survey, SurveyDoor, SurveyKind, SurveyQuestion};
pub use tell::{Fact, Told, Touched, tell, tell_anew, touched};
pub use terms::{
    Capacity, Code, Condition, Consent, Field, FieldName, Mode, Question, QuestionKind, Terms,
};
pub use text::Text;
pub use told_links::told_links;
pub use unsaid::{Unsaid, unsaid};
pub use web_link::{BadLink, WebLink, is_origin};
pub use wording::{AttendeeMail, Wording};

use crate::account::Organisation;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::base::sender::Sender;
use crate::base::text::SingleLine;
use crate::view::Locale;
use crate::words;

words! {
    /// What has become of an event.
    pub enum EventState {
        /// Seen by its organisers only.
        Draft = "draft",
        /// Announced.
        Published = "published",
        /// Will not take place.
        Cancelled = "cancelled",
    }
}

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Its identifier.
    pub id: Id<Self>,
    /// Whose it is.
    pub organisation: Id<Organisation>,
    /// What has become of it.
    pub state: EventState,
    /// Rises with every change.
    pub revision: i64,
    /// Rises with every change of a meeting link.
    pub link_revision: i64,
    /// Rises with every change of the link that those who appear in a session join by, in the sessions'
    /// order.
    pub lineup_link_revisions: Vec<i64>,
    /// The sender of its mails, kept from its publication on (CAL-8).
    pub sender: Sender,
    /// What its organiser states about it.
    pub details: Details,
    /// Its instants.
    pub schedule: Schedule,
    /// The identifiers of its sessions, in their order.
    pub session_ids: Vec<Id<Session>>,
    /// The last change of each session that attendees are told of, in the sessions' order.
    pub told: Vec<Option<Told>>,
    /// How often it was called off.
    pub cancellations: i64,
    /// Why it was, where its organiser said so.
    pub cancel_reason: Option<Localised>,
    /// What organisers have said about mails of its plan.
    pub holds: Vec<Hold>,
    /// When an organiser released the link by hand.
    pub released_at: Option<Instant>,
    /// When it was made.
    pub created_at: Instant,
    /// When it was changed last.
    pub updated_at: Instant,
}

/// A session of an event, with everything about it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SessionOf<'a> {
    /// Its identifier.
    pub id: Id<Session>,
    /// Its place among the event's sessions, from 0.
    pub index: usize,
    /// What is stated about it.
    pub session: &'a Session,
    /// When it takes place.
    pub sitting: Sitting,
    /// Its last change that attendees are told of.
    pub told: Option<&'a Told>,
    /// Rises with every change of the link that those who appear in it join by.
    pub lineup_link_revision: i64,
}

impl Event {
    /// Its sessions, in order.
    pub fn sessions(&self) -> impl Iterator<Item = SessionOf<'_>> {
        self.details
            .sessions
            .iter()
            .enumerate()
            .map(|(index, session)| SessionOf {
                id: self.session_ids[index],
                index,
                session,
                sitting: self.schedule.sessions[index],
                told: self.told[index].as_ref(),
                lineup_link_revision: self.lineup_link_revisions[index],
            })
    }

    /// Where a session is joined online: its own meeting, else the event's.
    pub fn meeting_of<'a>(&'a self, session: &'a Session) -> Option<&'a Meeting> {
        session.own_meeting().or(self.details.meeting.as_ref())
    }

    /// Whether one link serves all its sessions.
    pub fn has_one_link(&self) -> bool {
        let mut sessions = self.details.sessions.iter();
        sessions.all(|session| !session.has_own_meeting())
    }

    /// Where questions go: the contact, or else the sender of its mails.
    pub fn contact(&self) -> String {
        let contact = self.details.contact.as_ref();
        contact.map_or_else(|| self.sender.address(), ToString::to_string)
    }

    /// Whether it stands in lists and feeds.
    pub fn is_listed(&self) -> bool {
        self.details.visibility() == Visibility::Public && self.state != EventState::Draft
    }

    /// Whether nothing that is sent or shown in passing may say what it is (P-10, P-11).
    pub fn is_sensitive(&self) -> bool {
        self.details.visibility() == Visibility::Sensitive
    }

    /// Who its mails and calendar entries are from, as readers of `locale` see it.
    pub fn sender_to(&self, locale: &Locale) -> Sender {
        if self.is_sensitive() {
            let name = SingleLine::clean(&locale.text("discreet-title"));
            return self.sender.called(name);
        }
        self.sender.clone()
    }

    /// Whether it is over at `now`.
    pub fn is_over(&self, now: Instant) -> bool {
        now >= self.schedule.ends_at()
    }
}
