//! A form that brings a file along.

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use futures_util::stream;
use multer::Multipart;

use crate::web::Error;
use crate::web::form::Filled;

/// What came: the first file with anything in it, or the text that was pasted instead. Its name is of no
/// interest (S-22).
pub async fn content(headers: &HeaderMap, body: Bytes) -> Result<Vec<u8>, Error> {
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let Ok(boundary) = multer::parse_boundary(kind.unwrap_or_default()) else {
        return Ok(Filled::read(&body)?.text("text").as_bytes().to_vec());
    };
    let body = stream::iter([Ok::<Bytes, std::io::Error>(body)]);
    let mut parts = Multipart::new(body, boundary);
    let mut pasted = Vec::new();
    while let Some(part) = parts.next_field().await.map_err(|_| Error::NotFound)? {
        let is_file = part.name() == Some("file");
        let is_text = part.name() == Some("text");
        let octets = part.bytes().await.map_err(|_| Error::NotFound)?;
        if is_file && !octets.is_empty() {
            return Ok(octets.to_vec());
        }
        if is_text {
            pasted = octets.to_vec();
        }
    }
    Ok(pasted)
}
