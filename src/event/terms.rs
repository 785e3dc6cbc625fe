use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::key::Key;
use crate::base::language::Localised;
use crate::base::span::Span;
use crate::base::zone::WallTime;
use crate::words;

words! {
    /// How somebody attends.
    pub enum Mode {
        /// Over the net.
        Online = "online",
        /// In the room.
        InPerson = "in_person",
    }
}

words! {
    /// What an event may ask for beyond name and address.
    pub enum FieldName {
        /// Where somebody works.
        Organisation = "organisation",
        /// What they do there.
        Position = "position",
        /// Where they are.
        Country = "country",
    }
}

words! {
    /// How a question is answered.
    pub enum QuestionKind {
        /// One line.
        Text = "text",
        /// Several lines.
        LongText = "long_text",
        /// One of its options.
        Choice = "choice",
        /// Any of its options.
        Choices = "choices",
        /// Yes or no.
        YesNo = "yes_no",
    }
}

/// Who may register, from when until when, and what they are asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// When registration opens; at once by default.
    pub opens: Option<WallTime>,
    /// The last minute of registration; two hours before the first start by default.
    pub closes: Option<WallTime>,
    /// Places in the event.
    pub capacity: Option<Capacity>,
    /// Whether a list is kept when it is full.
    pub waitlist: Option<bool>,
    /// How long a place that became free is kept for whoever it is offered to; absent, the next in the
    /// list has it at once.
    #[serde(default)]
    pub offers: Option<Span>,
    /// The last minute in which an offer can be taken up.
    #[serde(default)]
    pub offers_until: Option<WallTime>,
    /// Whether an organiser decides on each request.
    pub approval: Option<bool>,
    /// Whether a code is needed.
    pub invitation_only: Option<bool>,
    /// Codes that let somebody in.
    pub codes: Option<Vec<Code>>,
    /// Whether an address has to be confirmed first.
    pub confirm_address: Option<bool>,
    /// Whether attendees choose sessions.
    pub per_session: Option<bool>,
    /// What is asked beyond name and address.
    pub fields: Vec<Field>,
    /// The organiser's own questions.
    pub questions: Vec<Question>,
    /// What attendees may agree to.
    pub consents: Vec<Consent>,
}

/// Places by mode; absent is unlimited.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Places online.
    pub online: Option<u32>,
    /// Places in the room.
    pub in_person: Option<u32>,
}

/// A code that lets somebody in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What they type.
    pub code: String,
    /// How many may use it; unlimited by default.
    pub places: Option<u32>,
    /// The last minute it works.
    pub expires: Option<WallTime>,
}

/// A field beyond name and address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Which one.
    pub name: FieldName,
    /// Whether it has to be filled in.
    pub required: Option<bool>,
    /// What it is needed for, in words (P-1).
    pub purpose: Localised,
}

/// A question of the organiser's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id in the file, where one was given.
    pub id: Option<Key>,
    /// The question.
    pub label: Localised,
    /// How it is answered.
    pub kind: QuestionKind,
    /// What there is to choose from; their values in forms are their numbers from 1.
    pub options: Vec<Localised>,
    /// Whether it has to be answered.
    pub required: Option<bool>,
    /// When it is asked at all.
    pub condition: Option<Condition>,
}

/// A question is asked only where another was answered so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The other question.
    pub question: Key,
    /// Its answer: `yes`, `no`, or the number of an option.
    pub is: String,
}

/// Something that attendees may agree to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its id in the file, where one was given.
    pub id: Option<Key>,
    /// What they agree to.
    pub text: Localised,
    /// Whether registration depends on it.
    pub required: Option<bool>,
}

impl Terms {
    /// Whether a list is kept when it is full; it is by default.
    pub fn has_waitlist(&self) -> bool {
        self.waitlist.unwrap_or(true)
    }

    /// Whether an offer may last so long.
    pub fn may_offer_for(span: Span) -> bool {
        (TimeDelta::minutes(15)..=TimeDelta::days(14)).contains(&span.delta())
    }

    /// Whether an organiser decides on each request.
    pub fn needs_approval(&self) -> bool {
        self.approval.unwrap_or(false)
    }

    /// Whether a code is needed.
    pub fn is_invitation_only(&self) -> bool {
        self.invitation_only.unwrap_or(false)
    }

    /// Whether an address has to be confirmed before a place is given.
    pub fn confirms_address(&self) -> bool {
        self.confirm_address.unwrap_or(false)
    }

    /// Whether attendees choose sessions; they come to every one by default.
    pub fn is_per_session(&self) -> bool {
        self.per_session.unwrap_or(false)
    }

    /// Places by mode.
    pub fn capacity(&self) -> Capacity {
        self.capacity.unwrap_or_default()
    }

    /// The key of the question at `index`: its id, or its number from 1.
    pub fn question_key(&self, index: usize) -> Key {
        Key::or_number(self.questions[index].id.as_ref(), index)
    }

    /// The key of the consent at `index`: its id, or its number from 1.
    pub fn consent_key(&self, index: usize) -> Key {
        Key::or_number(self.consents[index].id.as_ref(), index)
    }
}

impl Capacity {
    /// The places for `mode`; `None` is unlimited.
    pub const fn of(self, mode: Mode) -> Option<u32> {
        match mode {
            Mode::Online => self.online,
            Mode::InPerson => self.in_person,
        }
    }
}
