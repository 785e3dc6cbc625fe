use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};

use super::server::Leaving;
use super::site::Site;
use crate::account;
use crate::base::db::Result;

/// Says that the process lives.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Says whether something can be kept durably at this moment: 200, or 503, which it says as well while others
/// should take over since it is about to stop. How mail stands is no reason to send
/// attendees to another node, which would send it no sooner, and is told to nobody here: when the last mail
/// left would say whether the address that somebody has just typed is registered (S-26). Metrics have it.
pub async fn ready(State(site): State<Arc<Site>>, leaving: Option<Extension<Leaving>>) -> Response {
    if leaving.is_some() {
        return not_ready();
    }
    match prove(&site).await {
        Ok(()) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            not_ready()
        }
    }
}

fn not_ready() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")]).into_response()
}

async fn prove(site: &Site) -> Result<()> {
    let mut tx = site.db.begin().await?;
    account::prove_writable(&mut tx).await?;
    tx.commit().await
}
