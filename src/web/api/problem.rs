//! What a program is answered that cannot have what it asks for (RFC 9457), in its reader's language.

use axum::http::header::{
    CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, ETAG, RETRY_AFTER, WWW_AUTHENTICATE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use super::field_error::FieldError;
use super::tag::Revision;
use crate::base::db;
use crate::base::language::Language;
use crate::web::Site;
use crate::web::reply::no_store;
use crate::words;

/// The media type of problems.
const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

words! {
    /// Why a program cannot have what it asks for: the end of the problem's type.
    pub enum Trouble {
        /// What was sent cannot be read.
        Malformed = "malformed",
        /// There is no token, or none that is good.
        Unauthorised = "unauthorised",
        /// It comes from the page of another site.
        Forbidden = "forbidden",
        /// There is nothing, or nothing that the token is for.
        NotFound = "not-found",
        /// The address knows other methods.
        Method = "method",
        /// The request took too long to arrive.
        Late = "late",
        /// Something has to be sent otherwise: `errors` says what.
        Unfit = "unfit",
        /// The body is too large.
        TooLarge = "too-large",
        /// The body is not JSON.
        NotJson = "not-json",
        /// The service has another address.
        Misdirected = "misdirected",
        /// It has to say which revision it changes.
        NeedsMatch = "needs-match",
        /// Somebody else was quicker: there is another revision now.
        Overtaken = "overtaken",
        /// The key was used for something else.
        KeyReused = "key-reused",
        /// The token was used too often.
        TooMany = "too-many",
        /// Something failed here.
        Failed = "failed",
        /// The service is busy.
        Busy = "busy",
        /// The slug belongs to another event.
        Taken = "taken",
        /// The body is no list.
        NotCsv = "not-csv",
        /// Somebody else in the directory has the name.
        NameTaken = "name-taken",
        /// They appear in an event.
        Appears = "appears",
        /// No mail would reach them in time.
        NotReached = "not-reached",
        /// The very same was announced before.
        Announced = "announced",
        /// People are registered for what would go.
        InUse = "in-use",
        /// People have answered questions of the survey that would go or be others.
        Answered = "answered",
        /// Other rules hold then, and those who are registered have to be told in words.
        NeedsWords = "needs-words",
        /// A mail cannot be written: `errors` says which.
        Unwritable = "unwritable",
        /// It is in no state for that.
        State = "state",
        /// People count on the event, or are being told that it does not take place.
        Expected = "expected",
        /// The address is registered already.
        Known = "known",
        /// Every place is taken.
        Full = "full",
        /// Registration has not opened.
        NotOpen = "not-open",
        /// Registration has closed.
        Closed = "closed",
        /// Who comes is told to nobody, but to those who organise it (P-18).
        Confidential = "confidential",
    }
}

impl Trouble {
    /// The HTTP status that says the same, as far as it can.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthorised => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::Confidential => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Late => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson | Self::NotCsv => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Misdirected => StatusCode::MISDIRECTED_REQUEST,
            Self::Unfit | Self::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::NeedsMatch => StatusCode::PRECONDITION_REQUIRED,
            Self::Overtaken => StatusCode::PRECONDITION_FAILED,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Taken
            | Self::NameTaken
            | Self::Appears
            | Self::NotReached
            | Self::Announced
            | Self::InUse
            | Self::Answered
            | Self::NeedsWords
            | Self::Unwritable
            | Self::State
            | Self::Expected
            | Self::Known
            | Self::Full
            | Self::NotOpen
            | Self::Closed => StatusCode::CONFLICT,
        }
    }

    /// What a status means where nobody has said more.
    fn of(status: StatusCode) -> Self {
        let mut general = Self::ALL.iter().take_while(|one| **one != Self::Taken);
        let known = general.find(|one| one.status() == status);
        known.copied().unwrap_or(if status.is_server_error() {
            Self::Failed
        } else {
            Self::Malformed
        })
    }
}

/// The name of the schema of [`Said`].
pub(super) const PROBLEM_SCHEMA: &str = "Problem";

/// Why a program cannot have what it asks for (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct Said {
    /// Ends in a word that does not depend on the language.
    r#type: String,
    /// Why, in short.
    title: String,
    /// The HTTP status.
    status: u16,
    /// What to do about it.
    detail: String,
    /// What has to be sent otherwise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
}

/// Why a program cannot have what it asks for, before it is said in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    trouble: Trouble,
    errors: Vec<FieldError>,
    revision: Option<Revision>,
}

impl Problem {
    /// Something has to be sent otherwise.
    pub(super) fn unfit(errors: Vec<FieldError>) -> Self {
        Self::with(Trouble::Unfit, errors)
    }

    /// `trouble`, and where.
    pub(super) fn with(trouble: Trouble, errors: Vec<FieldError>) -> Self {
        Self {
            errors,
            ..trouble.into()
        }
    }

    /// Somebody else was quicker: this is what there is now.
    pub(super) fn overtaken(revision: Revision) -> Self {
        Self {
            revision: Some(revision),
            ..Trouble::Overtaken.into()
        }
    }
}

impl From<Trouble> for Problem {
    fn from(trouble: Trouble) -> Self {
        Self {
            trouble,
            errors: Vec::new(),
            revision: None,
        }
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        tracing::error!(%error, "an answer to a program failed");
        match error {
            db::Error::Unavailable(_) => Trouble::Busy.into(),
            _ => Trouble::Failed.into(),
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.trouble.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Whether what is at `path` is said to programs.
pub(in crate::web) fn is_ours(path: &str) -> bool {
    path.starts_with("/api/")
}

/// A problem in `language` for an answer that says what is wrong, or by its status alone.
pub(in crate::web) fn finish(site: &Site, language: &Language, response: Response) -> Response {
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let said = parts.extensions.remove::<Problem>();
    let problem = said.unwrap_or_else(|| Trouble::of(status).into());
    let headers = &mut parts.headers;
    headers.remove(CONTENT_LENGTH);
    headers.insert(CONTENT_TYPE, PROBLEM);
    if let Ok(tag) = HeaderValue::from_str(&language.to_string()) {
        headers.insert(CONTENT_LANGUAGE, tag);
    }
    if let Some(revision) = problem.revision {
        headers.insert(ETAG, revision.header());
    }
    match problem.trouble {
        Trouble::Unauthorised => {
            let how = HeaderValue::from_static("Bearer realm=\"convoke\"");
            headers.insert(WWW_AUTHENTICATE, how);
        }
        Trouble::TooMany | Trouble::Busy if !headers.contains_key(RETRY_AFTER) => {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("60"));
        }
        _ => {}
    }
    let text = problem.said(site, language, status);
    no_store((parts, text).into_response())
}

impl Problem {
    fn said(&self, site: &Site, language: &Language, status: StatusCode) -> String {
        let (locale, trouble) = (site.view.locale(language), self.trouble);
        let said = Said {
            r#type: site.address(&format!("/api#{trouble}")),
            title: locale.text(&format!("api-problem-{trouble}")),
            status: status.as_u16(),
            detail: locale.text(&format!("api-problem-{trouble}-text")),
            errors: self
                .errors
                .iter()
                .map(|error| error.in_words(locale))
                .collect(),
        };
        serde_json::to_string(&said).expect("plain data can be written")
    }
}
