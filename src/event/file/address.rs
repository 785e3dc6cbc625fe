use super::fault::Sort;
use super::value::Value;
use crate::event::is_origin;

impl Value<'_> {
    /// An origin that a page may be framed by.
    pub(super) fn origin(self) -> Option<String> {
        let text = self.text()?;
        if is_origin(text) {
            Some(text.to_owned())
        } else {
            self.refuse(
                Sort::Form,
                "has to be an origin such as https://partner.example, without a path",
            );
            None
        }
    }

    /// The code of a country (ISO 3166-1 alpha-2).
    pub(super) fn country(self) -> Option<String> {
        let text = self.text()?;
        if text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase()) {
            Some(text.to_owned())
        } else {
            self.refuse(
                Sort::Form,
                "has to be a country code of two letters such as LB",
            );
            None
        }
    }
}
