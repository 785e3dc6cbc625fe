use serde::{Deserialize, Serialize};

use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::picture::{Picture, PictureName, Size};

/// What is said of a photo.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What it shows, for whoever does not see it.
    pub alt: Option<Localised>,
    /// When the person agreed that it is shown; without that it is not.
    pub consented_at: Option<Instant>,
}

/// A photo of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The picture.
    pub picture: Id<Picture>,
    pub(in crate::event) word: String,
    /// What is said of it.
    pub about: About,
}

impl Photo {
    /// The path at which anybody who knows it sees the photo.
    pub fn path(&self, size: Size) -> String {
        format!("/pictures/{}", PictureName::new(&self.word, size))
    }

    /// The photo of these columns, where there is one.
    pub(in crate::event) fn of(
        picture: Option<Id<Picture>>,
        word: Option<String>,
        about: Option<About>,
    ) -> Option<Self> {
        Some(Self {
            picture: picture?,
            word: word?,
            about: about.unwrap_or_default(),
        })
    }
}
