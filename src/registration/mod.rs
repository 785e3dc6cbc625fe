//! A person's place: asked for, decided on, kept, given up.
//!
//! Everything a request causes (registration, seat, consent, audit line, messages) is written in
//! one unit of work, the seat last, by a statement that repeats cut-off and capacity.

mod addressees;
pub mod admission;
mod agreement;
mod answer;
mod answers;
pub mod attendance;
mod audience;
mod census;
mod certificate;
mod change;
mod check_in;
mod companion;
mod confirm;
mod decide;
mod entered;
mod erase;
mod export;
pub mod figures;
pub mod find;
pub mod guest;
mod headcount;
mod invitation;
mod join;
mod kept;
mod manage;
mod notes;
mod notices;
mod offer;
pub mod participants;
pub mod partner;
mod promote;
mod register;
mod reminders;
mod removal;
mod resend;
pub mod roster;
mod seats;
mod store;
mod survey;
mod undeliverable;
mod wish;

pub use addressees::{audience, one_of_each, unaddressed};
pub use admission::Refusal;
pub use agreement::{Agreement, agree, agreements};
pub use answer::{Answered, CalendarAnswer, Invited, calendar_answers, invited, note_answer};
pub use answers::{Answer, Answers};
pub use audience::{
    Attendee, LinkHeld, Reminding, lacking_cancellation, lacking_change, lacking_link,
    lacking_reminder, link_held, online_count,
};
pub use census::{
    ByLanguage, Standing, count_cancellations, count_changes, count_links, count_reminders,
};
pub use certificate::{Certificate, certificate, certified};
pub use change::{Changed, change};
pub use check_in::{
    AtTheDoor, CheckedIn, Expected, HeadCount, Stay, at_the_door, badge_of, badge_token, check_in,
    confirmed_for, head_count, stays, undo_check_in,
};
pub use companion::{Companion, bring, companions, dismiss};
pub use confirm::{confirm_address, give_up_held, next_hold};
pub use decide::{
    Batch, Decided, Decider, TIME_TO_UNDO, Tally, UndoTally, Undoable, Undone, Verb, approve,
    decide_all, decline, next_told, put_on_list, standing_decision, undo, undoable, withdraw,
    withdraw_for,
};
pub use entered::{Entered, entered, entered_all};
pub use erase::{Erasure, erase, finish_erasures, is_erasure_due, take_erasures};
pub use export::{ExportedRegistration, confirmed_count, for_export};
pub use headcount::{Headcount, headcount, told_of_change};
pub use invitation::{Issue, issue};
pub use join::{derive_join_tokens, find_by_join_token, join_token};
pub use kept::{CalendarEntry, Kept, SessionLine, kept, note_copy, sharing_mailbox};
pub use manage::{find_by_token, hold_by_token, manage_token};
pub use notes::{
    LONGEST_NOTE, LONGEST_TAG, Note, add_note, notes, read_tags, remove_note, set_tags, tag_all,
    tags, tags_in_use, tags_of,
};
pub use notices::{Notice, NoticePayload, ToMany, owe_link, owe_to_many};
pub use offer::{TakenUp, take_up};
pub use promote::{place_in_line, promote, session_lines};
pub use register::{
    Added, Asking, ByHand, Consent, HOLD, Next, Outcome, Request, add, is_plain, register,
    register_together, was_accepted,
};
pub use reminders::{resume_reminders, stop_reminders};
pub use removal::{Removed, first_of, remove};
pub use resend::{answer_resend_request, ask_for_link, has_resend_request};
pub use seats::{Seats, seats as taken_seats, standing};
pub use store::{load, load_all, of_address};
pub use survey::{
    LONGEST_SURVEY_TEXT, QuestionTally, Surveyed, answer_survey, survey_answer, survey_answers,
    survey_of, survey_token, tally,
};
pub use undeliverable::mark_undeliverable;
pub use wish::{stop_waiting, wished_sessions};

pub use crate::event::{BadSource, Source};

use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Event, Mode, Session};
use crate::words;

words! {
    /// What has become of a registration.
    pub enum RegistrationState {
        /// Its address has not been confirmed.
        Unconfirmed = "unconfirmed",
        /// An organiser has to decide.
        Pending = "pending",
        /// In the waiting list.
        Waitlisted = "waitlisted",
        /// Has a place.
        Confirmed = "confirmed",
        /// An organiser has refused it.
        Declined = "declined",
        /// Given up.
        Cancelled = "cancelled",
    }
}

/// One person's registration for an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Registration {
    /// Its identifier.
    pub id: Id<Self>,
    /// What it is for.
    pub event: Id<Event>,
    /// What has become of it.
    pub state: RegistrationState,
    /// Where its mails go.
    pub email: EmailAddress,
    /// The name to show.
    pub name: SingleLine,
    /// The language of its mails.
    pub language: Language,
    /// How they attend.
    pub mode: Mode,
    /// The other way to attend, for which they stand in line (E-18).
    pub wished_mode: Option<Mode>,
    /// The language they want to hear.
    pub listening: Option<Language>,
    /// The sessions they come to, in the event's order.
    pub sessions: Vec<Id<Session>>,
    /// Whether it counts among the taken places.
    pub seated: bool,
    /// Rises when the address of its own page has to change.
    pub token_generation: i64,
    /// When it was made.
    pub registered_at: Instant,
    /// When the place is given up that waits for its address to be confirmed.
    pub held_until: Option<Instant>,
    /// When its address was confirmed, where it was.
    pub address_confirmed_at: Option<Instant>,
    /// Whether the person wants to be reminded.
    pub wants_reminders: bool,
    /// When mail to its address came back for good; nothing more is sent there.
    pub undeliverable_at: Option<Instant>,
    /// When it was given the place it has, or had last.
    pub confirmed_at: Option<Instant>,
    /// Why an organiser declined it, where they did and said so.
    pub decline_reason: Option<Localised>,
}

impl Registration {
    /// Whether it is owed the joining link once that is released (S-34).
    pub fn joins_online(&self) -> bool {
        self.state == RegistrationState::Confirmed && self.mode == Mode::Online
    }

    /// Whether its sessions are in the person's calendar one by one, so that they can be kept right; who
    /// comes to more of them has a file (CAL-3).
    pub fn has_objects(&self) -> bool {
        notices::has_objects(self.sessions.len())
    }

    /// Whether it can still be withdrawn.
    pub fn is_live(&self) -> bool {
        !matches!(
            self.state,
            RegistrationState::Declined | RegistrationState::Cancelled
        )
    }
}
