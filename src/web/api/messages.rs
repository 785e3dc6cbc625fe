//! The outbox of an event: which mail goes, or went, to whom, and what became of it. No text of a mail is
//! in it, and so no link (S-32).

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::page::Wanted;
use super::problem::{Problem, Trouble};
use super::registrations::may_know_who_comes;
use super::sent::json;
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::mailer::timeline::{self, Listed};
use crate::outbox::{Message, MessageState};

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .get(
            Need::Event,
            "/api/v1/events/{event}/messages",
            list,
            About::new("Lists the mails of an event, the ones made last first.")
                .asked::<Wanted>()
                .asked::<Narrowed>()
                .gives_page::<Shown>(),
        )
        .get(
            Need::Event,
            "/api/v1/events/{event}/messages/{message}",
            show,
            About::new("Says what has become of a mail.").gives::<Shown>(StatusCode::OK),
        )
}

/// A message, as a program sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Message)]
struct Shown {
    id: String,
    /// The kind.
    kind: String,
    /// What has become of it.
    state: MessageState,
    /// The registration that it goes to; none where it goes to somebody else.
    registration: Option<String>,
    /// The language that it is, or was, written in.
    #[schema(value_type = Option<String>)]
    language: Option<Language>,
    /// When it goes, or went.
    #[schema(value_type = String, format = DateTime)]
    due_at: Instant,
    /// When that was settled.
    #[schema(value_type = Option<String>, format = DateTime)]
    settled_at: Option<Instant>,
    /// From when on it would only disturb.
    #[schema(value_type = Option<String>, format = DateTime)]
    not_useful_after: Option<Instant>,
    /// How often it was tried.
    attempts: i64,
    /// Its Message-ID.
    message_id: String,
}

impl From<Listed> for Shown {
    fn from(one: Listed) -> Self {
        Self {
            id: one.id.to_string(),
            kind: one.kind,
            state: one.state,
            registration: one.registration.map(|id| id.to_string()),
            language: one.language,
            due_at: one.due_at,
            settled_at: one.settled_at,
            not_useful_after: one.not_useful_after,
            attempts: one.attempts,
            message_id: one.message_id,
        }
    }
}

/// Which messages are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
struct Narrowed {
    kind: Option<String>,
    state: Option<MessageState>,
}

/// Those that are wanted, the ones made last first.
async fn list(
    caller: Caller,
    Query(wanted): Query<Wanted>,
    Query(narrowed): Query<Narrowed>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    may_know_who_comes(&caller, &event)?;
    let meant = timeline::Wanted {
        kind: narrowed.kind.clone(),
        state: narrowed.state,
        before: wanted.after::<Message>()?,
    };
    let found = timeline::page(&mut tx, &event, &meant, wanted.limit()?).await?;
    let path = format!("/api/v1/events/{}/messages", event.details.slug);
    let state = narrowed.state.map(|state| state.to_string());
    let query = [("kind", narrowed.kind), ("state", state)].into_iter();
    let query: Vec<_> = query
        .filter_map(|(name, value)| Some((name, value?)))
        .collect();
    let id = |one: &Listed| one.id.uuid();
    Ok(wanted.page(&caller, &path, &query, found, (id, Shown::from)))
}

async fn show(
    caller: Caller,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    may_know_who_comes(&caller, &event)?;
    let id = path.get("message").and_then(|id| id.parse().ok());
    let found = timeline::one(&mut tx, &event, id.ok_or(Trouble::NotFound)?).await?;
    Ok(json(&Shown::from(found.ok_or(Trouble::NotFound)?)))
}
