//! To how many, by the language of their mails, what an event owes to many would still go as things are:
//! what [`lacking_link`](super::lacking_link) and its like find, counted where it is kept.

mod standing;
mod store;

pub use standing::Standing;
pub use store::{count_cancellations, count_changes, count_links, count_reminders};

use sqlx::types::Json;

use super::notices::MOST_OBJECTS;
use crate::base::language::Language;
use crate::event::SessionOf;

/// Numbers of mails by the language that their readers asked for.
pub type ByLanguage = Vec<(Language, i64)>;

/// The places of `sessions` among all of their event, as a statement takes them.
fn places(sessions: &[SessionOf<'_>]) -> Json<Vec<i64>> {
    let place = |of: &SessionOf<'_>| i64::try_from(of.index).expect("an event has few sessions");
    Json(sessions.iter().map(place).collect())
}

fn most_objects() -> i64 {
    i64::try_from(MOST_OBJECTS).expect("a small number")
}
