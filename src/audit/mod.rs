//! Who did what: a line written in the unit of work that does it, and read page by page.

mod history;
mod store;
#[cfg(test)]
mod tests;

pub use history::{Past, of_object};
pub use store::{record, record_of_event};

use std::collections::BTreeSet;

use serde_json::Value as Json;
use uuid::Uuid;

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;

/// Lines on one page of a log.
const PAGE: usize = 25;

/// A line of the log.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Line {
    /// Its identifier; later lines have greater ones.
    pub id: Id<Self>,
    /// When it was done.
    pub at: Instant,
    /// Who did it: an organiser's identifier, or a word such as `attendee`.
    pub actor: String,
    /// What was done, a word.
    pub action: String,
    /// What it was done to.
    pub object: Uuid,
    /// The event that this belongs to, where it belongs to one.
    pub event_id: Option<Uuid>,
    /// What was different before and after, an object.
    #[sqlx(json)]
    pub changes: Json,
}

/// Whose log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// That of one event.
    Event(Uuid),
    /// That of all an organisation has and had.
    Organisation(Uuid),
}

impl Scope {
    const fn id(self) -> Uuid {
        match self {
            Self::Event(id) | Self::Organisation(id) => id,
        }
    }
}

/// Which lines of a log are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what was done by this actor.
    pub actor: Option<String>,
    /// Only this action.
    pub action: Option<String>,
    /// Only what was done before this line.
    pub before: Option<Id<Line>>,
}

/// A page of a log.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The latest first.
    pub lines: Vec<Line>,
    /// The line that those on the next page were written before; none on the last page.
    pub next: Option<Id<Line>>,
}

/// The lines of `scope` that `filter` lets through, one page of them.
pub async fn page(tx: &mut Tx, scope: Scope, filter: &Filter) -> Result<Page> {
    let wanted = i64::try_from(PAGE + 1).expect("a small number");
    let mut lines = store::lines(tx, scope, filter, wanted).await?;
    let has_more = lines.len() > PAGE;
    lines.truncate(PAGE);
    let next = lines.last().map(|line| line.id).filter(|_| has_more);
    Ok(Page { lines, next })
}

/// One line of `scope`, as a page of its own; an empty page where there is no such line.
pub async fn line(tx: &mut Tx, scope: Scope, line: Id<Line>) -> Result<Page> {
    Ok(Page {
        lines: store::line(tx, scope, line).await?.into_iter().collect(),
        next: None,
    })
}

/// Who did anything in `scope`, and which actions there were.
pub async fn kinds(tx: &mut Tx, scope: Scope) -> Result<(BTreeSet<String>, BTreeSet<String>)> {
    Ok(store::kinds(tx, scope).await?.into_iter().unzip())
}
