use super::value::Value;

impl Value<'_> {
    /// An origin (RFC 6454 section 4) that a page may be framed by. It becomes part of a header,
    /// so it has to be written exactly as browsers write it.
    pub(super) fn origin(self) -> Option<String> {
        let text = self.text()?;
        let is_origin = url::Url::parse(text)
            .is_ok_and(|url| url.scheme() == "https" && url.origin().ascii_serialization() == text);
        let is_plain = text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"-.:/[]".contains(&b));
        if is_origin && is_plain {
            Some(text.to_owned())
        } else {
            self.refuse("has to be an origin such as https://partner.example, without a path");
            None
        }
    }

    /// The code of a country (ISO 3166-1 alpha-2).
    pub(super) fn country(self) -> Option<String> {
        let text = self.text()?;
        if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            Some(text.to_owned())
        } else {
            self.refuse("has to be a country code of two letters such as LB");
            None
        }
    }
}
