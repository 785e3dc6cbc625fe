//! What is decided about an event as a whole.

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Shown, cleaned_reason, faults};
use crate::base::db::Tx;
use crate::base::language::Localised;
use crate::event::{self, Closed, EventState, SaveOptions};
use crate::trash::{self, Thrown};
use crate::web::api::caller::Caller;
use crate::web::api::field_error::FieldError;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::{done, json, read_any};
use crate::web::api::stated::Text;
use crate::web::api::tag::Revision;

/// Announces it, unless one of its mails cannot be written (E-34).
pub(super) async fn publish(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    if event.state != EventState::Draft {
        return Err(Trouble::State.into());
    }
    let broken = caller.site.composer().rehearse(&event, tx.now()).broken;
    if !broken.is_empty() {
        let errors = broken.iter().map(|(notice, language)| {
            let words = caller.locale().text(&format!("goes-out-{notice}"));
            FieldError::at(format!("{notice}.{language}"), words)
        });
        return Err(Problem::with(Trouble::Unwritable, errors.collect()));
    }
    let actor = caller.actor();
    let options = SaveOptions {
        actor: &actor,
        of_revision: Some(event.revision),
        ..SaveOptions::default()
    };
    let (key, sender) = (&caller.site.key, &caller.site.sender);
    let (organisation, details) = (event.organisation, event.details.clone());
    let saved = event::save(&mut tx, key, organisation, sender, details, options).await;
    saved.map_err(|error| faults::of_saving(None, error))?;
    settled(&caller, tx).await
}

/// Closes registration with the minute that has just passed.
pub(super) async fn close(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let closed = event::close(&mut tx, &caller.site.key, &event, &caller.actor()).await;
    match closed.map_err(|error| faults::of_saving(None, error))? {
        Closed::Done => settled(&caller, tx).await,
        Closed::Before | Closed::NotOpen => Err(Trouble::State.into()),
    }
}

/// Lets the link go that waits for an organiser's word (F-1).
pub(super) async fn release(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    if !event::release(&mut tx, &event, &caller.actor()).await? {
        return Err(Trouble::State.into());
    }
    settled(&caller, tx).await
}

/// Why an event is called off.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Cancelling {
    /// A text, or texts by language, that everybody concerned is told.
    #[schema(value_type = Option<Text>)]
    reason: Option<Localised>,
}

/// Calls it off, and has everybody told who has a place or waits for one.
pub(super) async fn cancel(
    caller: Caller,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Cancelling = read_any(&headers, &body)?;
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let reason = sent.reason.map(|reason| cleaned_reason(&event, reason));
    if !event::cancel(&mut tx, &event, &caller.actor(), reason.transpose()?).await? {
        return Err(Trouble::State.into());
    }
    settled(&caller, tx).await
}

/// Moves it into the trash, where nothing hinders that.
pub(super) async fn throw_away(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    match trash::throw_away(&mut tx, &event, &caller.actor()).await? {
        Thrown::Done => {}
        Thrown::Hindered(_) => return Err(Trouble::Expected.into()),
        Thrown::Overtaken => return Err(Trouble::Busy.into()),
    }
    tx.commit().await?;
    Ok(done())
}

/// The event as it is now, kept.
async fn settled(caller: &Caller, mut tx: Tx) -> Result<Response, Problem> {
    let event = caller.event(&mut tx).await?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    let response = json(&Shown::of(caller, &event));
    Ok(Revision(event.revision).tagged(&HeaderMap::new(), response))
}
