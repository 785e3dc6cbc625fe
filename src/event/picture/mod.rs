//! Pictures of people and hosts: whatever was uploaded is decoded within limits and encoded anew in two
//! sizes, so that nothing of the file survives but what can be seen (S-21, P-8).

mod crop;
mod decode;
mod encode;
mod store;
#[cfg(test)]
pub(super) mod tests;

pub use crop::Crop;
pub use decode::{BadPicture, LARGEST_FILE};
pub use encode::Prepared;
pub use store::{forget, served};

use std::fmt;
use std::str::FromStr;

use crate::account::Organisation;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::words;

words! {
    /// How large a picture is asked for.
    pub enum Size {
        /// Beside a name: 240 pixels at most on either side.
        Small = "small",
        /// On its own: 960 pixels at most on either side.
        Large = "large",
    }
}

impl Size {
    /// The most pixels on either side.
    const fn pixels(self) -> u32 {
        match self {
            Self::Small => 240,
            Self::Large => 960,
        }
    }
}

/// A picture that is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture;

/// The last part of a picture's address: a random word, which nobody can guess, and a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureName {
    word: String,
    /// Which size.
    pub size: Size,
}

/// Not the name of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no picture has such a name")]
pub struct BadName;

impl PictureName {
    /// The picture known by `word`, in `size`.
    pub fn new(word: impl Into<String>, size: Size) -> Self {
        Self {
            word: word.into(),
            size,
        }
    }
}

impl FromStr for PictureName {
    type Err = BadName;

    fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
        let (word, size) = text.rsplit_once('.').ok_or(BadName)?;
        let size = size.parse().map_err(|_| BadName)?;
        Ok(Self::new(word, size))
    }
}

impl fmt::Display for PictureName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.word, self.size)
    }
}

/// Keeps a picture of `organisation`; it is shown nowhere until something refers to it.
pub async fn keep(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    picture: &Prepared,
) -> Result<Id<Picture>> {
    store::insert(tx, organisation, picture).await
}
