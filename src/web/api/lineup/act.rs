//! What is done to an appearance, as one button of the board does it.

use std::num::NonZeroUsize;

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Named, edited, placed, settled};
use crate::base::id::Id;
use crate::event::lineup::{self, Edit, Invited, Whom};
use crate::event::{Appearance, AppearanceState};
use crate::web::api::caller::Caller;
use crate::web::api::problem::{Problem, Trouble};
use crate::web::api::sent::read;
use crate::web::api::tag::Revision;

/// How far the agreement has come.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgreementState)]
pub(super) struct State {
    state: AppearanceState,
}

/// A place in an order.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    /// From 1, among those of the same role; the last one where there are fewer.
    #[schema(value_type = usize, minimum = 1)]
    place: NonZeroUsize,
}

pub(super) async fn set_state(
    caller: Caller,
    path: Named,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let State { state } = read(&headers, &body)?;
    act(caller, path, &headers, |id| match state {
        AppearanceState::Withdrawn => Edit::Withdraw(id, None),
        state => Edit::State(id, state),
    })
    .await
}

pub(super) async fn put(
    caller: Caller,
    path: Named,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let Place { place } = read(&headers, &body)?;
    act(caller, path, &headers, |id| Edit::Move(id, place.get())).await
}

async fn act(
    caller: Caller,
    Path(path): Named,
    headers: &HeaderMap,
    edit: impl FnOnce(Id<Appearance>) -> Edit,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let id = placed(&mut tx, &event, &path).await?.id;
    Revision(event.revision).is_meant(headers)?;
    edited(&mut tx, &caller, &event, edit(id)).await?;
    settled(&caller, tx, id).await
}

/// Asks somebody by mail, with their own link to what is theirs.
pub(super) async fn invite(
    caller: Caller,
    Path(path): Named,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let id = placed(&mut tx, &event, &path).await?.id;
    Revision(event.revision).is_meant(&headers)?;
    let (key, actor) = (&caller.site.key, caller.actor());
    let whom = (event.revision, Whom::One(id));
    match lineup::invite(&mut tx, key, &event, &actor, whom).await? {
        Invited::Done(_) => settled(&caller, tx, id).await,
        Invited::NotReached => Err(Trouble::NotReached.into()),
        Invited::Overtaken => Err(Trouble::Overtaken.into()),
    }
}
