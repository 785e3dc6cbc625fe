//! A form as it was sent, and what can be wrong with it.

use axum::body::Bytes;

/// More fields than any form of ours has (S-28).
const MOST_FIELDS: usize = 200;
/// Octets of the longest answer.
const LONGEST_FIELD: usize = 10 * 1024;
/// Octets of the longest text of an organiser: as many letters as any may have, of four octets each.
const LONGEST_TEXT: usize = 200_000;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing was given where something has to be.
    Missing,
    /// Not of the form that it has to have.
    Malformed,
    /// Longer than it may be.
    TooLong,
    /// None of those on offer.
    Unknown,
    /// A code that has let in as many as it may.
    UsedUp,
    /// A code that has expired.
    Expired,
}

impl FieldError {
    /// How the catalogue's keys for it end.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Malformed => "malformed",
            Self::TooLong => "long",
            Self::Unknown => "unknown",
            Self::UsedUp => "used-up",
            Self::Expired => "expired",
        }
    }
}

/// A field that has to be filled in otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong.
    pub error: FieldError,
}

/// What was typed, field by field, as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled(Vec<(String, String)>);

/// The form is larger than any of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

impl Filled {
    /// A form with these fields.
    pub fn with(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }

    /// Reads a form as browsers send it (`application/x-www-form-urlencoded`).
    ///
    /// # Errors
    /// [`TooLarge`] for more or longer fields than any of our forms has.
    pub fn read(body: &Bytes) -> Result<Self, TooLarge> {
        Self::read_within(body, LONGEST_FIELD)
    }

    /// Reads what stands in an address behind `?`, as a form that is sent by it.
    ///
    /// # Errors
    /// [`TooLarge`], as for a form.
    pub fn in_address(query: Option<String>) -> Result<Self, TooLarge> {
        Self::read(&Bytes::from(query.unwrap_or_default()))
    }

    /// Reads a form in which an organiser writes texts, at the addresses that take long ones.
    ///
    /// # Errors
    /// [`TooLarge`] for more fields than any of our forms has, or for longer texts than any may be.
    pub fn read_texts(body: &Bytes) -> Result<Self, TooLarge> {
        Self::read_within(body, LONGEST_TEXT)
    }

    fn read_within(body: &Bytes, longest: usize) -> Result<Self, TooLarge> {
        let mut fields = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            if fields.len() == MOST_FIELDS || value.len() > longest || name.len() > 100 {
                return Err(TooLarge);
            }
            fields.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self(fields))
    }

    /// What was typed into the field `name`, or nothing.
    pub fn text(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// What was typed into the field `name`, with its blanks: a password may end with one.
    pub fn raw(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value)
    }

    /// Every value of the field `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.trim())
    }

    /// Every field, as it came.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key that makes the repeated submission one, where the form had one.
    pub fn form_key(&self) -> Option<&str> {
        Some(self.text("form_key")).filter(|key| !key.is_empty())
    }
}
