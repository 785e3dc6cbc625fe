use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::CONNECTION;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::busy;
use crate::web::limits::Limits;

/// Files at once: each takes its whole size of memory, whoever sends it.
static UPLOADS: Semaphore = Semaphore::const_new(8);

/// Takes in the body of a request before anything is done about it: nobody who sends slowly holds
/// up a unit of work, and who sends too much is told so whatever the page would have read (S-28).
pub(super) async fn receive(
    State(limits): State<Limits>,
    request: Request,
    next: Next,
) -> Response {
    let work = async {
        let (parts, body) = request.into_parts();
        let mut place = None;
        let (size, patience) = if brings_a_file(parts.uri.path()) {
            place = UPLOADS.try_acquire().ok();
            if place.is_none() {
                return busy();
            }
            (limits.upload_size, limits.request)
        } else {
            (limits.body_size, limits.body)
        };
        match whole(body, size, patience).await {
            Ok(octets) => {
                let _place = place;
                next.run(Request::from_parts(parts, Body::from(octets)))
                    .await
            }
            // What is still to come is not waited for.
            Err(status) => (status, [(CONNECTION, "close")]).into_response(),
        }
    };
    timeout(limits.request, work).await.unwrap_or_else(|_| {
        tracing::error!("a request took too long and was given up");
        busy()
    })
}

/// The addresses that take files are told by how they end.
fn brings_a_file(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("/organise/") && ["photo", "logo", "import"].contains(&last)
        || path.contains("/lineup/") && last == "photo"
}

async fn whole(body: Body, size: usize, patience: Duration) -> Result<Bytes, StatusCode> {
    // A length that is announced need not be awaited.
    if HttpBody::size_hint(&body).lower() > size as u64 {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    match timeout(patience, Limited::new(body, size).collect()).await {
        Ok(Ok(body)) => Ok(body.to_bytes()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(StatusCode::PAYLOAD_TOO_LARGE),
        Ok(Err(_)) => Err(StatusCode::BAD_REQUEST),
        Err(_) => Err(StatusCode::REQUEST_TIMEOUT),
    }
}
