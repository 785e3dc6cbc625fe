use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{CONNECTION, HeaderValue};
use axum::http::{Method, StatusCode};
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
        let (mut parts, body) = request.into_parts();
        let mut place = None;
        if [Method::POST, Method::PUT].contains(&parts.method) && brings_texts(parts.uri.path()) {
            parts.extensions.insert(Awaited {
                size: limits.texts_size,
                patience: limits.body,
            });
            let response = next.run(Request::from_parts(parts, body)).await;
            return closed_where_refused(response);
        }
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

/// The body of a request that has not been read: whoever is let in has it [taken in](take_in).
#[derive(Debug, Clone, Copy)]
struct Awaited {
    size: usize,
    patience: Duration,
}

/// The request with its body, where that may be longer than anybody else's and was left for who is let in.
///
/// # Errors
/// The status of the answer to a body that is too long, or does not end; 503 where too many come at once.
pub async fn take_in(request: Request) -> Result<Request, Response> {
    let Some(Awaited { size, patience }) = request.extensions().get::<Awaited>().copied() else {
        return Ok(request);
    };
    let Ok(_place) = UPLOADS.try_acquire() else {
        return Err(busy());
    };
    let (parts, body) = request.into_parts();
    match whole(body, size, patience).await {
        Ok(octets) => Ok(Request::from_parts(parts, Body::from(octets))),
        Err(status) => Err(status.into_response()),
    }
}

/// What a refused request has still to bring is not waited for.
fn closed_where_refused(mut response: Response) -> Response {
    if response.status().is_client_error() || response.status().is_server_error() {
        let close = HeaderValue::from_static("close");
        response.headers_mut().insert(CONNECTION, close);
    }
    response
}

/// The addresses at which organisers write texts: the forms of the editor, and mails in words of their own.
fn brings_texts(path: &str) -> bool {
    if states_an_event(path) {
        return true;
    }
    let mut steps = path
        .strip_prefix("/organise/events/")
        .unwrap_or_default()
        .split('/')
        .skip(1);
    match (steps.next(), steps.next()) {
        (Some("edit"), Some(_)) => !brings_a_file(path),
        (Some("mail"), Some("words" | "announcements")) => true,
        _ => false,
    }
}

/// The addresses at which programs state an event, write to many, or bring a list of people.
fn states_an_event(path: &str) -> bool {
    let Some(rest) = path.strip_prefix("/api/v1/events") else {
        return false;
    };
    let mut steps = rest.split('/').skip(2);
    match (steps.next(), steps.next()) {
        (None, _) => rest.is_empty() || rest.starts_with('/'),
        (Some("announcements"), None | Some("preview")) | (Some("imports"), None) => true,
        _ => false,
    }
}

/// The addresses that take files are told by how they end.
fn brings_a_file(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    path.starts_with("/organise/") && ["photo", "logo", "import", "report"].contains(&last)
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
