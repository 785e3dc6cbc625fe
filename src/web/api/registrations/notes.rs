//! What organisers write down about a registration for themselves.

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Required;

use super::shown::Shown as Registered;
use super::{NEED, may_know_who_comes, named, one};
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::text::clean_lines;
use crate::event::file::Sort;
use crate::registration::{self, LONGEST_NOTE, Note};
use crate::web::api::about::About;
use crate::web::api::caller::Caller;
use crate::web::api::doors::Doors;
use crate::web::api::field_error::FieldError;
use crate::web::api::once::Once;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::{created, done, json, read};

pub(super) fn doors(doors: Doors) -> Doors {
    const NOTES: &str = "/api/v1/events/{event}/registrations/{registration}/notes";
    doors
        .get(
            NEED,
            NOTES,
            list,
            About::new("Lists the notes on a registration, the latest first; a hundred at most.")
                .gives_all::<Shown>(),
        )
        .post(
            NEED,
            NOTES,
            add,
            About::new("Writes something down about a registration, for organisers only.")
                .once()
                .takes::<Sent>(Required::True)
                .gives::<Shown>(StatusCode::CREATED),
        )
        .delete(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/notes/{note}",
            remove,
            About::new("Takes a note away."),
        )
        .put(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/tags",
            tag,
            About::new("Gives a registration these tags and no others.")
                .takes::<Tags>(Required::True)
                .gives::<Registered>(StatusCode::OK),
        )
}

type Named = Path<HashMap<String, String>>;

/// A note on a registration.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Note)]
struct Shown {
    /// Its identifier.
    id: String,
    /// What it says, over several lines.
    text: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    written_at: Instant,
}

impl From<Note> for Shown {
    fn from(note: Note) -> Self {
        Self {
            id: note.id.to_string(),
            text: note.text,
            written_at: note.written_at,
        }
    }
}

/// What is written down.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewNote)]
struct Sent {
    #[schema(min_length = 1, max_length = 2000)]
    text: String,
}

/// What a registration is sorted by.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Tags {
    /// At most twenty, of forty characters at most; what is told apart by capitals only is one.
    tags: Vec<String>,
}

async fn list(caller: Caller, Path(path): Named) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    may_know_who_comes(&caller, &event)?;
    let guest = named(&mut tx, &event, &path).await?;
    let notes = registration::notes(&mut tx, guest.id).await?;
    let shown: Vec<_> = notes.into_iter().map(Shown::from).collect();
    Ok(json(&shown))
}

async fn add(
    caller: Caller,
    Path(path): Named,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let Sent { text } = read(&headers, &body)?;
    may_be_kept(&text)?;
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let guest = named(&mut tx, &event, &path).await?;
    let id = match Once::begin(&mut tx, &caller, &headers, (&uri, &body)).await? {
        Err(made) => Id::from_uuid(made),
        Ok(once) => {
            let made = registration::add_note(&mut tx, &guest, &text, &caller.actor()).await?;
            let id = made.ok_or(Trouble::Failed)?;
            once.finish(&mut tx, &caller, id.uuid()).await?;
            id
        }
    };
    let notes = registration::notes(&mut tx, guest.id).await?;
    let note = notes.into_iter().find(|note| note.id == id);
    let note = note.ok_or(Trouble::NotFound)?;
    tx.commit().await?;
    let address = caller.site.address(&format!("{}/{id}", uri.path()));
    Ok(created(&address, &Shown::from(note)))
}

fn may_be_kept(text: &str) -> Result<(), Problem> {
    let text = clean_lines(text);
    let sort = if text.is_empty() {
        Sort::Empty
    } else if text.chars().count() > LONGEST_NOTE {
        Sort::Long
    } else {
        return Ok(());
    };
    let error = FieldError::of_sort("text", sort).pointing("#/text");
    Err(Problem::unfit(vec![error]))
}

async fn remove(caller: Caller, Path(path): Named) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let guest = named(&mut tx, &event, &path).await?;
    let note = path.get("note").and_then(|id| id.parse().ok());
    let note = note.ok_or(Trouble::NotFound)?;
    if !registration::remove_note(&mut tx, &guest, note, &caller.actor()).await? {
        return Err(Trouble::NotFound.into());
    }
    tx.commit().await?;
    Ok(done())
}

async fn tag(
    caller: Caller,
    Path(path): Named,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let Tags { tags } = read(&headers, &body)?;
    let tags = registration::read_tags(&tags.join("\n"));
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let guest = named(&mut tx, &event, &path).await?;
    registration::set_tags(&mut tx, &guest, &tags, &caller.actor()).await?;
    let shown = one(&mut tx, &event, guest.id).await?;
    tx.commit().await?;
    Ok(json(&shown))
}
