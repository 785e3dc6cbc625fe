//! What a page answers when it cannot do its work.
//!
//! A refusal that belongs to a page (a field filled in wrongly, registration closed) is a page of
//! its own and no error. What remains is one of these; the response carries the status alone, and
//! [`problems`](super::problems) gives it a page in the reader's language.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::base::db;
use crate::calendar::NotALink;
use crate::mailer::CannotEnter;
use crate::report::Unwritable;
use crate::view::CannotRender;
use crate::web::form;

impl From<form::TooLarge> for Error {
    fn from(_: form::TooLarge) -> Self {
        Self::TooLarge
    }
}

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 404: no such address, or none that this reader may know of.
    #[error("there is nothing at this address")]
    NotFound,
    /// 401: for those who are signed in.
    #[error("nobody is signed in")]
    SignedOut,
    /// 403: for those with another role.
    #[error("the role is too low")]
    Forbidden,
    /// 400: what was sent is no form.
    #[error("what was sent is no form")]
    Malformed,
    /// 429: the same was asked for too often from there.
    #[error("it was asked for too often")]
    TooMany,
    /// 413: the form is larger than any of ours.
    #[error("the form is too large")]
    TooLarge,
    /// 503: others took the places asked for as often as they were looked for.
    #[error("too many ask for the same places at once")]
    Busy,
    /// 503: the database is not available.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// 500: a template failed.
    #[error(transparent)]
    Render(#[from] CannotRender),
    /// 500: a list or table could not be written.
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    /// 500: an entry of a calendar could not be made.
    #[error(transparent)]
    Entry(#[from] CannotEnter),
    /// 500: an address of ours cannot stand in a calendar.
    #[error("an address cannot stand in a calendar: {0}")]
    Calendar(#[from] NotALink),
}

impl Error {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy | Self::Database(db::Error::Unavailable(_)) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Self::Database(_)
            | Self::Render(_)
            | Self::Unwritable(_)
            | Self::Entry(_)
            | Self::Calendar(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if status.is_server_error() {
            tracing::error!(error = %self, "a page failed");
        }
        status.into_response()
    }
}
