//! Those who appear in a session, one by one: the same changes as on the workspace's board, each over the
//! revision of the event that a program has seen (U-12). Attendees are told of none of it; the public sees
//! confirmed names.

mod act;
mod stated;

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::Value as Json;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::once::Once;
use super::problem::{Problem, Trouble};
use super::registrations::session;
use super::sent::{created, done, json, read};
use super::stated::{Appearance as Stated, NewAppearance};
use super::tag::Revision;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::file::appearance_to_json;
use crate::event::lineup::{self, Edit, Edited, Placed};
use crate::event::{Appearance, Event, Session};

const NEED: Need = Need::Event;

/// A path below those who appear in a session.
macro_rules! below {
    ($rest:literal) => {
        concat!(
            "/api/v1/events/{event}/sessions/{session}/appearances",
            $rest
        )
    };
}

pub(super) fn doors(doors: Doors) -> Doors {
    const ALL: &str = below!("");
    const ONE: &str = below!("/{appearance}");
    let gives = |summary, status| About::new(summary).gives::<Shown>(status);
    doors
        .get(
            NEED,
            ALL,
            list,
            About::new(
                "Lists who appears in a session, in order; all of them, as no lineup is long.",
            )
            .gives_all::<Shown>(),
        )
        .post(
            NEED,
            ALL,
            add,
            gives(
                "Puts somebody into a session, at its end.",
                StatusCode::CREATED,
            )
            .once()
            .matches()
            .takes::<NewAppearance>(Required::True),
        )
        .get(
            NEED,
            ONE,
            show,
            gives("Reads an appearance.", StatusCode::OK),
        )
        .put(
            NEED,
            ONE,
            change,
            gives("States an appearance anew.", StatusCode::OK)
                .matches()
                .takes::<Stated>(Required::True),
        )
        .delete(
            NEED,
            ONE,
            remove,
            About::new("Removes somebody who was put into the lineup by mistake.").matches(),
        )
        .post(
            NEED,
            below!("/{appearance}/state"),
            act::set_state,
            gives(
                "Says how far the agreement with somebody has come.",
                StatusCode::OK,
            )
            .matches()
            .takes::<act::State>(Required::True),
        )
        .post(
            NEED,
            below!("/{appearance}/move"),
            act::put,
            gives(
                "Gives somebody another place among those of their role.",
                StatusCode::OK,
            )
            .matches()
            .takes::<act::Place>(Required::True),
        )
        .post(
            NEED,
            below!("/{appearance}/invite"),
            act::invite,
            gives("Asks somebody by mail, again too.", StatusCode::OK).matches(),
        )
}

type Named = Path<HashMap<String, String>>;

/// An appearance, as a program sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PlacedAppearance)]
struct Shown {
    /// Its identifier.
    id: String,
    /// The key of the session.
    session: String,
    /// Who they are in the directory; with a token for the whole organisation.
    person: Option<String>,
    /// Whether the event shows a photo of them.
    has_photo: bool,
    /// When a mail asked them last.
    #[schema(value_type = Option<String>, format = DateTime)]
    invited_at: Option<Instant>,
    /// When they answered by themselves.
    #[schema(value_type = Option<String>, format = DateTime)]
    answered_at: Option<Instant>,
    /// What is stated about them.
    #[schema(value_type = Stated)]
    appearance: Json,
}

impl Shown {
    fn of(caller: &Caller, event: &Event, placed: &Placed) -> Self {
        let details = &event.details;
        let index = event
            .session_ids
            .iter()
            .position(|id| *id == placed.session);
        let key = index.map(|index| details.session_key(index).to_string());
        let person = placed.person.filter(|_| caller.token.scope.event.is_none());
        Self {
            id: placed.id.to_string(),
            session: key.unwrap_or_default(),
            person: person.map(|id| id.to_string()),
            has_photo: placed.photo.is_some(),
            invited_at: placed.invited_at,
            answered_at: placed.answered_at,
            appearance: appearance_to_json(details, &placed.appearance),
        }
    }
}

async fn list(caller: Caller, Path(path): Named, headers: HeaderMap) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let session = of_path(&event, &path)?;
    let lineup = lineup::of_session(&mut tx, event.id, session).await?;
    let shown: Vec<_> = lineup
        .iter()
        .map(|placed| Shown::of(&caller, &event, placed))
        .collect();
    Ok(Revision(event.revision).tagged(&headers, json(&shown)))
}

async fn show(caller: Caller, Path(path): Named, headers: HeaderMap) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &path).await?;
    let response = json(&Shown::of(&caller, &event, &placed));
    Ok(Revision(event.revision).tagged(&headers, response))
}

async fn add(
    caller: Caller,
    Path(path): Named,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Json = read(&headers, &body)?;
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let session = of_path(&event, &path)?;
    let id = match Once::begin(&mut tx, &caller, &headers, (&uri, &body)).await? {
        Err(made) => Id::from_uuid(made),
        Ok(once) => {
            Revision(event.revision).is_meant(&headers)?;
            let newcomer = stated::newcomer(&mut tx, &caller, &event, &sent).await?;
            let edit = Edit::Add(session, vec![newcomer]);
            let id = edited(&mut tx, &caller, &event, edit).await?;
            let id = id.ok_or(Trouble::Failed)?;
            once.finish(&mut tx, &caller, id.uuid()).await?;
            id
        }
    };
    let event = caller.event(&mut tx).await?;
    let placed = lineup::placed(&mut tx, event.id, id).await?;
    let placed = placed.ok_or(Trouble::NotFound)?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    let address = caller.site.address(&format!("{}/{id}", uri.path()));
    let response = created(&address, &Shown::of(&caller, &event, &placed));
    Ok(Revision(event.revision).tagged(&HeaderMap::new(), response))
}

async fn change(
    caller: Caller,
    Path(path): Named,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Json = read(&headers, &body)?;
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &path).await?;
    Revision(event.revision).is_meant(&headers)?;
    let to = stated::anew(&event, &placed, &sent)?;
    let edit = Edit::Change(placed.id, Box::new(to));
    let id = edited(&mut tx, &caller, &event, edit).await?;
    settled(&caller, tx, id.ok_or(Trouble::Failed)?).await
}

async fn remove(
    caller: Caller,
    Path(path): Named,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &path).await?;
    Revision(event.revision).is_meant(&headers)?;
    edited(&mut tx, &caller, &event, Edit::Remove(placed.id)).await?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    Ok(done())
}

/// Makes `edit`; gives whom it was about, where that is one.
async fn edited(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    edit: Edit,
) -> Result<Option<Id<Appearance>>, Problem> {
    match lineup::edit(tx, event, &caller.actor(), event.revision, edit).await? {
        Edited::Done(id) => Ok(id),
        Edited::Overtaken => Err(Trouble::Overtaken.into()),
        Edited::Unknown => Err(Trouble::NotFound.into()),
    }
}

/// The appearance as it is now, kept.
async fn settled(caller: &Caller, mut tx: Tx, id: Id<Appearance>) -> Result<Response, Problem> {
    let event = caller.event(&mut tx).await?;
    let placed = lineup::placed(&mut tx, event.id, id).await?;
    let placed = placed.ok_or(Trouble::NotFound)?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    let response = json(&Shown::of(caller, &event, &placed));
    Ok(Revision(event.revision).tagged(&HeaderMap::new(), response))
}

/// The appearance that the address names, in this session of `event` (S-2).
async fn placed(
    tx: &mut Tx,
    event: &Event,
    path: &HashMap<String, String>,
) -> Result<Placed, Problem> {
    let session = of_path(event, path)?;
    let id = path.get("appearance").and_then(|id| id.parse().ok());
    let found = lineup::placed(tx, event.id, id.ok_or(Trouble::NotFound)?).await?;
    let own = found.filter(|found| found.session == session);
    Ok(own.ok_or(Trouble::NotFound)?)
}

/// The session that the address names.
fn of_path(event: &Event, path: &HashMap<String, String>) -> Result<Id<Session>, Problem> {
    let key = path.get("session").map_or("", String::as_str);
    session(event, key).map_err(|_| Trouble::NotFound.into())
}
