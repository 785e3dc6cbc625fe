use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::site::Site;
use crate::account;
use crate::base::db::Result;
use crate::outbox::{self, Health};

/// Says that the process lives.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Says whether something can be kept durably at this moment: 200, or 503. How mail stands is told besides:
/// that it waits is no reason to send attendees to another node, which would send it no sooner.
pub async fn ready(State(site): State<Arc<Site>>) -> Response {
    match look(&site).await {
        Ok(health) => told(&health),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "5")]).into_response()
        }
    }
}

async fn look(site: &Site) -> Result<Health> {
    let mut tx = site.db.begin().await?;
    account::prove_writable(&mut tx).await?;
    let health = outbox::health(&mut tx).await?;
    tx.commit().await?;
    Ok(health)
}

fn told(health: &Health) -> Response {
    let told = json!({
        "database": "ok",
        "mails_due": health.due,
        "longest_wait_seconds": health.waiting.num_seconds(),
        "last_mail": health.last_sent,
    });
    ([(CONTENT_TYPE, "application/json")], format!("{told}\n")).into_response()
}
