use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::web::{Error, Site};

/// A style, script, font or picture. Its name holds a hash of its content, so it is kept for ever.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let asset = site.view.assets().get(&name).ok_or(Error::NotFound)?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(asset.content_type)),
        (
            CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=31536000, immutable"),
        ),
    ];
    Ok((headers, asset.bytes.clone()).into_response())
}
