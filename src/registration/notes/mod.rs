//! What organisers write down about a registration for themselves: notes and tags. The audit log says
//! that they did, never what.

mod store;

pub use store::{notes, tags, tags_in_use, tags_of};

use serde_json::json;

use super::{Registration, store as registrations};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::text::{SingleLine, clean_lines};
use crate::event::Event;

/// Characters of the longest note.
pub const LONGEST_NOTE: usize = 2_000;
/// Characters of the longest tag.
pub const LONGEST_TAG: usize = 40;

/// A note on a registration.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Note {
    /// Its identifier.
    pub id: Id<Self>,
    /// Who wrote it, as the audit log names them.
    pub author: String,
    /// What it says, over several lines.
    pub text: String,
    /// When.
    pub written_at: Instant,
}

/// Adds a note; an empty one is none, a longer one than [`LONGEST_NOTE`] is cut. Gives what was made.
///
/// # Errors
/// Where the database fails.
pub async fn add_note(
    tx: &mut Tx,
    registration: &Registration,
    text: &str,
    actor: &str,
) -> Result<Option<Id<Note>>> {
    let text: String = clean_lines(text).chars().take(LONGEST_NOTE).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let id = store::insert(tx, registration.id, actor, &text).await?;
    audit::record(tx, actor, "note_added", registration.id.uuid(), json!({})).await?;
    Ok(Some(id))
}

/// Takes a note on `registration` away; `false` where it has no such note.
///
/// # Errors
/// Where the database fails.
pub async fn remove_note(
    tx: &mut Tx,
    registration: &Registration,
    note: Id<Note>,
    actor: &str,
) -> Result<bool> {
    let removed = store::delete(tx, registration.id, note).await?;
    if removed {
        audit::record(tx, actor, "note_removed", registration.id.uuid(), json!({})).await?;
    }
    Ok(removed)
}

/// Gives `registration` these tags and no others; what folds to the same is one.
///
/// # Errors
/// Where the database fails.
pub async fn set_tags(
    tx: &mut Tx,
    registration: &Registration,
    tags: &[SingleLine],
    actor: &str,
) -> Result<()> {
    store::clear_tags(tx, registration.id).await?;
    for tag in tags {
        store::insert_tag(tx, registration.id, tag, &fold(tag.as_str())).await?;
    }
    audit::record(tx, actor, "tagged", registration.id.uuid(), json!({})).await
}

/// Gives each of `ids` that is a registration for `event` this tag besides those they have; says how
/// many there were.
///
/// # Errors
/// Where the database fails.
pub async fn tag_all(
    tx: &mut Tx,
    event: Id<Event>,
    ids: &[Id<Registration>],
    tag: &SingleLine,
    actor: &str,
) -> Result<usize> {
    let mut tagged = 0;
    for id in ids {
        let found = registrations::load(tx, *id).await?;
        let Some(registration) = found.filter(|found| found.event == event) else {
            continue;
        };
        store::insert_tag(tx, registration.id, tag, &fold(tag.as_str())).await?;
        audit::record(tx, actor, "tagged", registration.id.uuid(), json!({})).await?;
        tagged += 1;
    }
    Ok(tagged)
}

/// Tags as they were typed, parted by commas of any script.
pub fn read_tags(text: &str) -> Vec<SingleLine> {
    let tags = text
        .split([',', '،', ';', '؛', '\n'])
        .map(|tag| SingleLine::clean(tag).cut(LONGEST_TAG))
        .filter(|tag| !fold(tag.as_str()).is_empty());
    tags.take(20).collect()
}
