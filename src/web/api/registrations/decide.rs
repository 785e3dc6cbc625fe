//! What an organiser decides about a registration; the person is told at once.

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::Required;

use super::shown::Shown;
use super::{NEED, named, one};
use crate::base::language::Localised;
use crate::registration::{Decided, Decider, Verb, approve, decline, put_on_list, withdraw_for};
use crate::web::api::about::About;
use crate::web::api::caller::Caller;
use crate::web::api::doors::Doors;
use crate::web::api::events::cleaned_reason;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::{json, read_any};
use crate::web::api::stated::Text;

pub(super) fn doors(doors: Doors) -> Doors {
    let gives = |summary| About::new(summary).gives::<Shown>(StatusCode::OK);
    doors
        .post(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/approve",
            |caller: Caller, path: Named| decide(caller, path, Verb::Approve, None),
            gives("Gives somebody a place who asked for one."),
        )
        .post(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/waitlist",
            |caller: Caller, path: Named| decide(caller, path, Verb::Waitlist, None),
            gives("Puts a request into the waiting list."),
        )
        .post(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/withdraw",
            |caller: Caller, path: Named| decide(caller, path, Verb::Withdraw, None),
            gives("Gives a registration up on somebody’s behalf."),
        )
        .post(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}/decline",
            refuse,
            gives("Refuses somebody, or takes a place back.").takes::<Declining>(Required::False),
        )
}

type Named = Path<HashMap<String, String>>;

/// Why somebody is refused.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Declining {
    /// A text, or texts by language, that they are told.
    #[schema(value_type = Option<Text>)]
    reason: Option<Localised>,
}

async fn refuse(
    caller: Caller,
    path: Named,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Declining = read_any(&headers, &body)?;
    decide(caller, path, Verb::Decline, sent.reason).await
}

async fn decide(
    caller: Caller,
    Path(path): Named,
    verb: Verb,
    reason: Option<Localised>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let id = named(&mut tx, &event, &path).await?.id;
    let reason = reason.map(|reason| cleaned_reason(&event, reason));
    let reason = reason.transpose()?;
    let actor = caller.actor();
    let by = Decider::at_once(&actor);
    let decided = match verb {
        Verb::Approve => approve(&mut tx, &event, id, &by).await?,
        Verb::Waitlist => put_on_list(&mut tx, &event, id, &by).await?,
        Verb::Decline => decline(&mut tx, &event, id, &by, reason).await?,
        Verb::Withdraw => withdraw_for(&mut tx, &event, id, &by).await?,
    };
    match decided {
        Decided::Done { .. } | Decided::AlreadySo => {}
        Decided::Full => return Err(Trouble::Full.into()),
        Decided::Over | Decided::NotOpen(_) | Decided::AskedAgain => {
            return Err(Trouble::State.into());
        }
    }
    let shown = one(&mut tx, &event, id).await?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    Ok(json(&shown))
}
