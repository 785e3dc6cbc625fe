//! The directory of those who appear in an organisation's events: what events say of them is as of then, and
//! does not follow it. Photos are kept in the workspace, where one sees what is cut off.

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::openapi::Required;
use utoipa::{IntoParams, ToSchema};

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::events::faults::of_file;
use super::once::Once;
use super::page::Wanted;
use super::problem::{Problem, Trouble};
use super::sent::{created, done, json, read};
use super::stated::Profile;
use super::tag::Revision;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::Person;
use crate::event::file::{profile_from_json, profile_to_json};
use crate::event::person::{self, Kept};

const PATH: &str = "/api/v1/people";

pub(super) fn doors(doors: Doors) -> Doors {
    const PERSON: &str = "/api/v1/people/{person}";
    let need = Need::Organisation;
    let gives = |summary, status| About::new(summary).gives::<Shown>(status);
    doors
        .get(
            need,
            PATH,
            list,
            About::new("Lists the directory, in the order in which people were entered.")
                .asked::<Wanted>()
                .asked::<Narrowed>()
                .gives_page::<Shown>(),
        )
        .post(
            need,
            PATH,
            add,
            gives("Enters somebody into the directory.", StatusCode::CREATED)
                .once()
                .takes::<Profile>(Required::True),
        )
        .get(
            need,
            PERSON,
            show,
            gives(
                "Reads what the directory knows of somebody.",
                StatusCode::OK,
            ),
        )
        .put(
            need,
            PERSON,
            change,
            gives(
                "States somebody anew. Events say what they said.",
                StatusCode::OK,
            )
            .matches()
            .takes::<Profile>(Required::True),
        )
        .delete(
            need,
            PERSON,
            remove,
            About::new("Takes somebody who appears nowhere out of the directory.").matches(),
        )
}

type Named = Path<HashMap<String, String>>;

/// Who is wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
struct Narrowed {
    /// Words that name or organisation have to hold.
    q: Option<String>,
}

/// Somebody in the directory, as a program sees them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Person)]
struct Shown {
    /// Their identifier.
    id: String,
    /// Rises with every change: its ETag.
    revision: i64,
    /// In how many sessions they appear, of events that were not thrown away.
    appearances: i64,
    /// Whether they have a photo, which is kept in the workspace.
    has_photo: bool,
    /// What is known of them.
    #[schema(value_type = Profile)]
    person: Json,
}

impl From<Person> for Shown {
    fn from(one: Person) -> Self {
        Self {
            id: one.id.to_string(),
            revision: one.revision,
            appearances: one.appearances,
            has_photo: one.photo.is_some(),
            person: profile_to_json(&one.profile),
        }
    }
}

async fn list(
    caller: Caller,
    Query(wanted): Query<Wanted>,
    Query(narrowed): Query<Narrowed>,
) -> Result<Response, Problem> {
    let (after, limit) = (wanted.after()?, wanted.limit()?);
    let q = narrowed.q.iter().flat_map(|q| q.chars());
    let words: String = q.take(200).collect();
    let mut tx = caller.site.db.read().await?;
    let found = person::after(&mut tx, caller.token.organisation, &words, after, limit).await?;
    let query: Vec<_> = narrowed.q.into_iter().map(|q| ("q", q)).collect();
    let id = |one: &Person| one.id.uuid();
    Ok(wanted.page(&caller, PATH, &query, found, (id, Shown::from)))
}

async fn add(
    caller: Caller,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let profile = profile(&headers, &body)?;
    let mut tx = caller.site.db.begin().await?;
    let id = match Once::begin(&mut tx, &caller, &headers, (&uri, &body)).await? {
        Err(made) => Id::from_uuid(made),
        Ok(once) => {
            let (organisation, actor) = (caller.token.organisation, caller.actor());
            let kept = person::add(&mut tx, organisation, &actor, &profile).await?;
            let id = kept_as(kept)?;
            once.finish(&mut tx, &caller, id.uuid()).await?;
            id
        }
    };
    let person = find(&mut tx, &caller, id).await?;
    tx.commit().await?;
    let revision = Revision(person.revision);
    let address = caller.site.address(&format!("{PATH}/{id}"));
    let response = created(&address, &Shown::from(person));
    Ok(revision.tagged(&HeaderMap::new(), response))
}

async fn show(caller: Caller, Path(path): Named, headers: HeaderMap) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let person = named(&mut tx, &caller, &path).await?;
    Ok(shown(person, &headers))
}

async fn change(
    caller: Caller,
    Path(path): Named,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    Revision::is_stated(&headers)?;
    let profile = profile(&headers, &body)?;
    let mut tx = caller.site.db.begin().await?;
    let known = named(&mut tx, &caller, &path).await?;
    Revision(known.revision).is_meant(&headers)?;
    let (organisation, actor) = (caller.token.organisation, caller.actor());
    let at = (known.id, known.revision);
    let kept = person::change(&mut tx, organisation, &actor, at, profile).await?;
    let id = kept_as(kept)?;
    let person = find(&mut tx, &caller, id).await?;
    tx.commit().await?;
    Ok(shown(person, &HeaderMap::new()))
}

async fn remove(
    caller: Caller,
    Path(path): Named,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let known = named(&mut tx, &caller, &path).await?;
    Revision(known.revision).is_meant(&headers)?;
    if !person::remove(&mut tx, &caller.actor(), &known).await? {
        return Err(Trouble::Appears.into());
    }
    tx.commit().await?;
    Ok(done())
}

/// What was sent, read before anybody waits for it.
fn profile(headers: &HeaderMap, body: &Bytes) -> Result<person::Profile, Problem> {
    let sent: Json = read(headers, body)?;
    profile_from_json(&sent).map_err(|found| of_file(&sent, &found))
}

fn shown(person: Person, headers: &HeaderMap) -> Response {
    let revision = Revision(person.revision);
    revision.tagged(headers, json(&Shown::from(person)))
}

fn kept_as(kept: Kept) -> Result<Id<Person>, Problem> {
    Err(match kept {
        Kept::Done(id) => return Ok(id),
        Kept::Taken(_) => Trouble::NameTaken,
        Kept::Overtaken => Trouble::Overtaken,
        Kept::Unknown => Trouble::NotFound,
    }
    .into())
}

/// Whom the address names, of the token's organisation (S-2).
async fn named(
    tx: &mut Tx,
    caller: &Caller,
    path: &HashMap<String, String>,
) -> Result<Person, Problem> {
    let id = path.get("person").and_then(|id| id.parse().ok());
    find(tx, caller, id.ok_or(Trouble::NotFound)?).await
}

async fn find(tx: &mut Tx, caller: &Caller, id: Id<Person>) -> Result<Person, Problem> {
    let found = person::find(tx, caller.token.organisation, id).await?;
    Ok(found.ok_or(Trouble::NotFound)?)
}
