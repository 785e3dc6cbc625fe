//! Who came to which session.

use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::{NEED, may_know_who_comes, named, session};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::registration::{self, CheckedIn, Registration};
use crate::web::api::about::About;
use crate::web::api::caller::Caller;
use crate::web::api::doors::Doors;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::{done, json};

pub(super) fn doors(doors: Doors) -> Doors {
    const ARRIVAL: &str = "/api/v1/events/{event}/registrations/{registration}/check-ins/{session}";
    doors
        .get(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/check-ins",
            list,
            About::new("Says to which sessions somebody came.").gives_all::<Arrival>(),
        )
        .put(
            NEED,
            ARRIVAL,
            arrive,
            About::new("Notes that somebody has come."),
        )
        .delete(NEED, ARRIVAL, take_back, About::new("Takes that back."))
}

type Named = Path<HashMap<String, String>>;

/// Somebody's arrival.
#[derive(Debug, Serialize, ToSchema)]
struct Arrival {
    /// The key of the session.
    session: String,
    /// When they came.
    #[schema(value_type = String, format = DateTime)]
    at: Instant,
}

/// To which sessions somebody came.
async fn list(caller: Caller, Path(path): Named) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    may_know_who_comes(&caller, &event)?;
    let guest = named(&mut tx, &event, &path).await?;
    let stays = registration::stays(&mut tx, guest.id).await?;
    let arrivals = event.sessions().filter_map(|of| {
        let stay = stays.iter().find(|stay| stay.session == of.id)?;
        Some(Arrival {
            session: event.details.session_key(of.index).to_string(),
            at: stay.at,
        })
    });
    Ok(json(&arrivals.collect::<Vec<_>>()))
}

/// Notes that somebody has come.
async fn arrive(caller: Caller, Path(path): Named) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let (event, guest, session) = meant(&mut tx, &caller, &path).await?;
    let actor = caller.actor();
    match registration::check_in(&mut tx, &event, &guest, session, &actor).await? {
        CheckedIn::Done | CheckedIn::Already => {}
        CheckedIn::NoPlace(_) => return Err(Trouble::State.into()),
    }
    tx.commit().await?;
    Ok(done())
}

/// Takes that back.
async fn take_back(caller: Caller, Path(path): Named) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let (_, guest, session) = meant(&mut tx, &caller, &path).await?;
    registration::undo_check_in(&mut tx, &guest, session, &caller.actor()).await?;
    tx.commit().await?;
    Ok(done())
}

async fn meant(
    tx: &mut Tx,
    caller: &Caller,
    path: &HashMap<String, String>,
) -> Result<(Event, Registration, Id<Session>), Problem> {
    let event = caller.event(tx).await?;
    let guest = named(tx, &event, path).await?;
    let key = path.get("session").map_or("", String::as_str);
    let session = session(&event, key).map_err(|_| Trouble::NotFound)?;
    Ok((event, guest, session))
}
