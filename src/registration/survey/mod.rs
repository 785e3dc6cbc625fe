//! What those who had a place say of an event afterwards (U-19). Each answer is kept under a hash of their
//! registration that only the instance's key can make: they can change it and have it erased, and whoever reads
//! the answers is not told whose they are.

mod store;
mod tally;

pub use store::survey_answers;
pub use tally::{QuestionTally, tally};

use super::{Answer, Answers, Registration, RegistrationState, store as registrations};
use crate::base::claim::{claim, claimed};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::text::clean_lines;
use crate::event::{self, Event, Put, SurveyDoor, SurveyKind};

/// Keeps the addresses of surveys apart from other uses of the instance's key.
const SURVEY: &str = "survey";
/// And what answers are kept under, which no address tells.
const ANSWERER: &str = "survey answer";

/// Characters of the longest text that is taken: as many texts as there can be questions, in any script, are less than
/// a form may send.
pub const LONGEST_SURVEY_TEXT: usize = 1_000;

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Surveyed {
    /// It is kept, in place of what they said before.
    Kept,
    /// Nothing was said, and what was said before is deleted.
    TakenBack,
    /// Nothing was said, nor before.
    Empty,
    /// A text is longer than [`LONGEST_SURVEY_TEXT`]: that of the question at this place.
    TooLong(usize),
    /// The survey is not open, or they have no place.
    Closed,
}

/// The token in the address of somebody's survey: nothing is stored for it, and it opens nothing else of their
/// registration.
pub fn survey_token(key: &InstanceKey, registration: Id<Registration>) -> String {
    claim(key, SURVEY, registration.uuid())
}

/// Whose survey has this token; `None` where this instance did not make it.
pub fn survey_of(key: &InstanceKey, token: &str) -> Option<Id<Registration>> {
    claimed(key, SURVEY, token).map(Id::from_uuid)
}

impl Registration {
    /// Whether they are asked what it was like: who has a place, or had one when it was over.
    pub fn is_surveyed(&self) -> bool {
        self.state == RegistrationState::Confirmed
    }
}

/// Keeps what `registration` says, one answer a person; what was said before is forgotten. An answer that is
/// none of those on offer counts as none.
///
/// # Errors
/// Where the database fails.
pub async fn answer_survey(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    registration: &Registration,
    said: impl Fn(&Put<'_>) -> String,
) -> Result<Surveyed> {
    // Held, and read anew: nothing is kept of somebody who has erased themselves, or of an event whose time was over,
    // while we waited.
    registrations::hold(tx, event.id).await?;
    let event = event::load(tx, key, event.id).await?;
    let registration = registrations::load(tx, registration.id).await?;
    let (Some(event), Some(registration)) = (event, registration) else {
        return Ok(Surveyed::Closed);
    };
    if store::has_figures(tx, event.id).await? {
        return Ok(Surveyed::Closed);
    }
    let is_open = matches!(event.survey_door(tx.now()), Some(SurveyDoor::Open(_)));
    let survey = event.details.survey.as_ref().filter(|_| is_open);
    let Some(survey) = survey.filter(|_| registration.is_surveyed()) else {
        return Ok(Surveyed::Closed);
    };
    let mut answers = Answers::new();
    for (place, put) in survey.put().iter().enumerate() {
        let said = clean_lines(&said(put));
        if said.chars().count() > LONGEST_SURVEY_TEXT {
            return Ok(Surveyed::TooLong(place));
        }
        if is_answer(put, &said) {
            answers.insert(put.key.clone(), Answer::One(said));
        }
    }
    let answerer = answerer(key, registration.id);
    if answers.is_empty() {
        let had_said = store::erase(tx, event.id, &answerer).await?;
        return Ok(if had_said {
            Surveyed::TakenBack
        } else {
            Surveyed::Empty
        });
    }
    store::keep(tx, event.id, &answerer, &answers).await?;
    Ok(Surveyed::Kept)
}

/// What `registration` has said; `None` where nothing.
///
/// # Errors
/// Where the database fails.
pub async fn survey_answer(
    tx: &mut Tx,
    key: &InstanceKey,
    registration: &Registration,
) -> Result<Option<Answers>> {
    store::one(tx, registration.event, &answerer(key, registration.id)).await
}

/// Removes what `registrations` have said of `event`.
pub(super) async fn erase_survey_answers(
    tx: &mut Tx,
    key: &InstanceKey,
    event: Id<Event>,
    registrations: &[Id<Registration>],
) -> Result<()> {
    for registration in registrations {
        store::erase(tx, event, &answerer(key, *registration)).await?;
    }
    Ok(())
}

/// Whether `said` answers `put`.
fn is_answer(put: &Put<'_>, said: &str) -> bool {
    match put.kind {
        SurveyKind::Text => !said.is_empty(),
        SurveyKind::Scale | SurveyKind::Choice => {
            (1..=put.choices).any(|number| number.to_string() == said)
        }
    }
}

fn answerer(key: &InstanceKey, registration: Id<Registration>) -> Vec<u8> {
    key.keyed_hash(ANSWERER, &registration.to_string())
}
