//! What somebody sees on their own page of the partner that sees who they are, and how they end that.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use crate::base::db::Tx;
use crate::event::Event;
use crate::registration::Registration;
use crate::registration::partner::{stop_telling, told_to};
use crate::view::SeenBy;
use crate::web::public::own::owned;
use crate::web::public::visitor::Visit;
use crate::web::reply::{secret, see_other};
use crate::web::{Error, Site};

/// The partner that is told who `registration` is.
pub async fn seen_by(
    tx: &mut Tx,
    visit: &Visit<'_>,
    event: &Event,
    (registration, token): (&Registration, &str),
) -> Result<Option<SeenBy>, Error> {
    let link = told_to(tx, event, registration).await?;
    Ok(link.map(|link| SeenBy {
        name: link.called(visit.locale(), event),
        stop: visit.own_path(token, "/partner"),
    }))
}

/// Takes back that the partner is told. Possible always, after closing too; a second time says the same.
pub(super) async fn stop(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.begin().await?;
    let (_, registration) = owned(&mut tx, &site, &token).await?;
    stop_telling(&mut tx, &registration).await?;
    tx.commit().await?;
    Ok(secret(see_other(&visit.own_path(&token, ""))))
}
