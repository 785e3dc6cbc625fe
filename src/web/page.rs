//! A page as it is sent: compressed once, however often it is asked for.

use std::io::{self, Write};
use std::sync::OnceLock;

use axum::body::Bytes;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::reply::{HTML, Tag, is_known, revalidated};

/// How hard answers are compressed, here and on their way (`protection::compression`): as far as it pays.
pub const EFFORT: u32 = 5;

/// An HTML document that is the same for everybody.
#[derive(Debug)]
pub struct Page {
    html: Bytes,
    tag: Tag,
    more: Option<(HeaderName, HeaderValue)>,
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

impl Page {
    /// The page with this text.
    pub fn new(html: String) -> Self {
        Self {
            tag: Tag::of(&html),
            html: html.into(),
            more: None,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// The same page, sent with one more header.
    #[must_use]
    pub fn with(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.more = Some((name, value));
        self
    }

    /// The answer to a request with `headers`.
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        let mut response = if is_known(headers, &self.tag) {
            revalidated(&self.tag)
        } else {
            self.whole(headers)
        };
        if let Some((name, value)) = &self.more {
            response.headers_mut().insert(name, value.clone());
        }
        response
    }

    fn whole(&self, headers: &HeaderMap) -> Response {
        for (coding, octets, compress) in [
            ("br", &self.brotli, brotli as Compress),
            ("gzip", &self.gzip, gzip),
        ] {
            if !accepts(headers, coding) {
                continue;
            }
            // Where there is no memory left to compress in, the page is sent as it is.
            if let Some(octets) = octets.get_or_init(|| compress(&self.html).ok()) {
                let coding = [(CONTENT_ENCODING, HeaderValue::from_static(coding))];
                return (coding, self.tag.whole(HTML, octets.clone())).into_response();
            }
        }
        self.tag.whole(HTML, self.html.clone())
    }
}

type Compress = fn(&[u8]) -> io::Result<Bytes>;

fn brotli(octets: &[u8]) -> io::Result<Bytes> {
    let mut compressed = Vec::new();
    brotli::CompressorWriter::new(&mut compressed, 4096, EFFORT, 22).write_all(octets)?;
    Ok(compressed.into())
}

fn gzip(octets: &[u8]) -> io::Result<Bytes> {
    let mut compressed =
        flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(EFFORT));
    compressed.write_all(octets)?;
    Ok(compressed.finish()?.into())
}

/// Whether the browser takes `coding` (RFC 9110 section 12.5.3).
fn accepts(headers: &HeaderMap, coding: &str) -> bool {
    headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|codings| codings.split(','))
        .map(|one| one.split_once(';').unwrap_or((one, "")))
        .any(|(name, weight)| name.trim().eq_ignore_ascii_case(coding) && !is_zero(weight))
}

fn is_zero(weight: &str) -> bool {
    let weight = weight.trim().strip_prefix("q=");
    weight.is_some_and(|weight| weight.trim().parse() == Ok(0.0_f32))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepting(codings: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(ACCEPT_ENCODING, HeaderValue::from_static(codings))])
    }

    fn coding_of(page: &Page, codings: &'static str) -> Option<HeaderValue> {
        let answer = page.answer(&accepting(codings));
        answer.headers().get(CONTENT_ENCODING).cloned()
    }

    #[test]
    fn a_page_is_sent_as_the_browser_takes_it() {
        let page = Page::new("<p>again and again</p>".repeat(100));
        assert_eq!(coding_of(&page, "gzip, deflate, br").unwrap(), "br");
        assert_eq!(coding_of(&page, "GZIP;q=0.5").unwrap(), "gzip");
        assert_eq!(coding_of(&page, "br;q=0, gzip;q=0.1").unwrap(), "gzip");
        assert_eq!(coding_of(&page, "identity"), None);
        assert_eq!(coding_of(&page, "br; q=0.000"), None);
    }
}
