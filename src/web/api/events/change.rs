//! An event stated anew, over the revision that a program has seen.

use axum::body::Bytes;
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use serde_json::Value as Json;
use utoipa::IntoParams;

use super::{Shown, faults};
use crate::base::db::Tx;
use crate::event::file::Sort;
use crate::event::{self, Details, Event, EventState, Meeting, SaveOptions, Unsaid, unsaid};
use crate::registration::headcount;
use crate::web::api::caller::Caller;
use crate::web::api::field_error::FieldError;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::{json, read};
use crate::web::api::tag::Revision;

/// How a change is made.
#[derive(Debug, Deserialize, IntoParams)]
pub(super) struct Manner {
    /// Whether whoever holds another time, place or link is told.
    notify: Option<bool>,
}

/// Keeps what was sent in place of what is stated.
pub(super) async fn change(
    caller: Caller,
    Query(manner): Query<Manner>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    Revision::is_stated(&headers)?;
    let sent: Json = read(&headers, &body)?;
    let details = faults::read(&caller, &sent)?;
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    Revision(event.revision).is_meant(&headers)?;
    let details = stated(&caller, &event, (&sent, details))?;
    may_go_unsaid(&mut tx, &event, &details).await?;
    let actor = caller.actor();
    let options = SaveOptions {
        draft: event.state == EventState::Draft,
        quietly: manner.notify == Some(false),
        actor: &actor,
        of_revision: Some(event.revision),
    };
    let (key, sender) = (&caller.site.key, &caller.site.sender);
    let saved = event::save(&mut tx, key, event.organisation, sender, details, options).await;
    saved.map_err(|error| faults::of_saving(Some(&sent), error))?;
    let event = caller.event(&mut tx).await?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    let response = json(&Shown::of(&caller, &event));
    Ok(Revision(event.revision).tagged(&HeaderMap::new(), response))
}

/// What was sent, as details of `event`; links that the program is not told stay as they are.
fn stated(
    caller: &Caller,
    event: &Event,
    (sent, mut details): (&Json, Details),
) -> Result<Details, Problem> {
    if details.slug != event.details.slug {
        let words = caller.locale().text("api-other-slug");
        let error = FieldError::within(sent, "slug", Sort::Misplaced);
        return Err(Problem::unfit(vec![error.saying(words)]));
    }
    if !caller.shows_links() {
        keep_links(&event.details, &mut details);
    }
    faults::told(sent, Some(&event.details), &details)?;
    Ok(details)
}

fn keep_links(before: &Details, after: &mut Details) {
    keep_links_of(before.meeting.as_ref(), after.meeting.as_mut());
    for index in 0..after.sessions.len() {
        let key = after.session_key(index);
        let known = (0..before.sessions.len()).find(|at| before.session_key(*at) == key);
        let known = known.and_then(|at| before.sessions[at].meeting.as_ref());
        keep_links_of(known, after.sessions[index].meeting.as_mut());
    }
}

fn keep_links_of(before: Option<&Meeting>, after: Option<&mut Meeting>) {
    let (Some(before), Some(after)) = (before, after) else {
        return;
    };
    // A service makes each a link, and none stands beside it.
    let shares_one = after.makes_links().is_none();
    for (is_possible, known, link) in [
        (shares_one, &before.link, &mut after.link),
        (true, &before.lineup_link, &mut after.lineup_link),
        (true, &before.recording, &mut after.recording),
    ] {
        if is_possible && link.is_none() {
            link.clone_from(known);
        }
    }
}

/// That other rules hold in the room is told in words, which an organiser writes (F-15).
async fn may_go_unsaid(tx: &mut Tx, before: &Event, after: &Details) -> Result<(), Problem> {
    let is_to_come = before.state == EventState::Published && !before.is_over(tx.now());
    if is_to_come
        && unsaid(&before.details, after).contains(&Unsaid::Rules)
        && headcount(tx, before.id).await?.concerned() > 0
    {
        return Err(Trouble::NeedsWords.into());
    }
    Ok(())
}
