use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value};

use super::rows;
use crate::registration::find;
use crate::web::Error;
use crate::web::organiser::desk::Desk;

/// How many registrations are in which state, as `<live-count>` asks for them: an object of numbers, and
/// when they were counted under `at`.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let states = find::states(&mut tx, event.id).await?;
    let mut counts: Map<String, Value> = states
        .into_iter()
        .map(|(state, count)| (state.to_string(), count.into()))
        .collect();
    counts.insert("at".to_owned(), rows::stamp(&event, tx.now()).words.into());
    let json = Value::Object(counts).to_string();
    Ok(([(CONTENT_TYPE, "application/json")], json).into_response())
}
