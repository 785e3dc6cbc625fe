//! A form with a file, as browsers send it (`multipart/form-data`, RFC 7578). What the file is called
//! matters nowhere (S-22).

use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use multer::{Constraints, Multipart, SizeLimit};

use super::Error;
use super::form::Filled;

/// Octets of a field that is no file.
const LONGEST_FIELD: u64 = 10 * 1024;

/// Octets of the file, or of a pasted list: a little more than may be, so that the page can say so.
const LARGEST_UPLOAD: u64 = 6 * 1024 * 1024;

/// A form with at most one file.
#[derive(Debug, Default)]
pub struct Upload {
    /// The octets of the field `photo` or `file`; none where no file was chosen.
    pub file: Option<Vec<u8>>,
    /// The other fields.
    pub filled: Filled,
}

impl Upload {
    /// The file, or else what was pasted into the field `text`.
    pub fn content(&self) -> Vec<u8> {
        let pasted = || self.filled.text("text").as_bytes().to_vec();
        self.file.clone().unwrap_or_else(pasted)
    }

    /// Reads a form.
    ///
    /// # Errors
    /// 413 for larger ones; 400 for what is no such form.
    pub async fn read(headers: &HeaderMap, body: Bytes) -> Result<Self, Error> {
        let kind = headers
            .get(CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok());
        let boundary = multer::parse_boundary(kind.unwrap_or_default());
        let boundary = boundary.map_err(|_| Error::Malformed)?;
        let limits = SizeLimit::new()
            .for_field("photo", LARGEST_UPLOAD)
            .for_field("file", LARGEST_UPLOAD)
            .for_field("text", LARGEST_UPLOAD)
            .per_field(LONGEST_FIELD);
        let constraints = Constraints::new().size_limit(limits);
        let stream = futures_util::stream::once(async { Ok::<_, std::convert::Infallible>(body) });
        let mut form = Multipart::with_constraints(stream, boundary, constraints);
        let mut upload = Self::default();
        let mut fields = Vec::new();
        while let Some(field) = form.next_field().await.map_err(refusal)? {
            let name = field.name().unwrap_or_default().to_owned();
            let octets = field.bytes().await.map_err(refusal)?;
            if name == "photo" || name == "file" {
                upload.file = Some(octets.to_vec()).filter(|file| !file.is_empty());
            } else if let Ok(text) = String::from_utf8(octets.to_vec()) {
                fields.push((name, text));
            }
        }
        upload.filled = Filled::with(fields);
        Ok(upload)
    }
}

fn refusal(error: multer::Error) -> Error {
    match error {
        multer::Error::FieldSizeExceeded { .. } | multer::Error::StreamSizeExceeded { .. } => {
            Error::TooLarge
        }
        _ => Error::Malformed,
    }
}
