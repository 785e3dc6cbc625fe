//! The API, for people to read: without a script, from the same words as its document.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::doors;
use super::problem::Trouble;
use crate::view::{ApiOperation, ApiPage, ApiProblem, Frame};
use crate::web::public::preferred;
use crate::web::reply::{chosen_by_language, public_html, see_other};
use crate::web::{Error, Site};
use crate::webhook::Kind;

/// 303 to the page in the reader's language.
pub(super) async fn choose_language(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let language = preferred(&headers, site.view.languages());
    chosen_by_language(see_other(&format!("/{language}/api")))
}

/// What can be asked, and what can be answered instead.
pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Path(language): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let language = site.view.language(&language).ok_or(Error::NotFound)?;
    let operations = doors().described().into_iter();
    let operations = operations.map(|(operation, about)| ApiOperation {
        method: operation.method.to_string(),
        path: operation.path,
        does: about.summary,
    });
    let problems = Trouble::ALL.iter().map(|trouble| ApiProblem {
        word: trouble.as_str(),
        status: trouble.status().as_u16(),
    });
    let page = ApiPage {
        frame: Frame::new(&site.view, language, &site.name.get(), "/api"),
        operations: operations.collect(),
        webhook_kinds: Kind::choosable().map(Kind::as_str).collect(),
        problems: problems.collect(),
    };
    Ok(public_html(&headers, site.view.page(&page, language)?))
}
