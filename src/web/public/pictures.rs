//! Pictures of people and hosts: for anybody who knows the random name. What is served was made by this
//! service, of a fixed type, and can do nothing in a browser (S-21).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::event::picture::{PictureName, served};
use crate::web::{Error, Site};

const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A picture in one of its sizes.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(name): Path<String>,
) -> Result<Response, Error> {
    let name: PictureName = name.parse().map_err(|_| Error::NotFound)?;
    let mut tx = site.db.read().await?;
    let (media_type, octets) = served(&mut tx, &name).await?.ok_or(Error::NotFound)?;
    let media_type = HeaderValue::from_str(&media_type).map_err(|_| Error::NotFound)?;
    let headers = [
        (CONTENT_TYPE, media_type),
        (CONTENT_SECURITY_POLICY, SANDBOX),
        (CACHE_CONTROL, FOREVER),
    ];
    Ok((headers, octets).into_response())
}
