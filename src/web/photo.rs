//! A photo of somebody as a form sends it, with what it shows and whether they agreed (S-21, P-8).

use super::Error;
use super::upload::Upload;
use crate::account::Organisation;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::text::SingleLine;
use crate::event::Picture;
use crate::event::person::{About, Photo};
use crate::event::picture::{self, BadPicture, Crop, Prepared};

/// What was sent.
pub enum Sent {
    /// The photo is to go.
    Gone,
    /// It is this one; where no file came, the one that is there with other words.
    Is(Option<Prepared>, Words),
    /// It cannot be taken: a key of the catalogue.
    Refused(&'static str),
}

/// What is said of a photo.
pub struct Words {
    alt: Option<String>,
    consented: bool,
}

impl Sent {
    /// Reads what was sent, and makes the picture of the file: before any unit of work is begun.
    pub async fn read(upload: Upload) -> Self {
        if upload.filled.text("remove") == "yes" {
            return Self::Gone;
        }
        let alt = SingleLine::clean(upload.filled.text("alt"))
            .cut(300)
            .to_string();
        let words = Words {
            alt: Some(alt).filter(|alt| !alt.is_empty()),
            consented: upload.filled.text("consent") == "yes",
        };
        let crop = upload.filled.text("crop").parse().unwrap_or(Crop::Whole);
        match upload.file {
            None => Self::Is(None, words),
            Some(file) => match Prepared::of(file, crop).await {
                Ok(prepared) => Self::Is(Some(prepared), words),
                Err(bad) => Self::Refused(refusal(bad)),
            },
        }
    }

    /// The photo to be shown from now on, kept; `None` for none. Without a file it is the one `before`,
    /// said otherwise.
    ///
    /// # Errors
    /// The key of what is wrong, or where the database fails.
    pub async fn keep(
        self,
        tx: &mut Tx,
        organisation: Id<Organisation>,
        before: Option<&Photo>,
        language: &Language,
    ) -> Result<Result<Option<(Id<Picture>, About)>, &'static str>, Error> {
        let (prepared, words) = match self {
            Self::Gone => return Ok(Ok(None)),
            Self::Refused(key) => return Ok(Err(key)),
            Self::Is(prepared, words) => (prepared, words),
        };
        let picture = match (&prepared, before) {
            (Some(prepared), _) => picture::keep(tx, organisation, prepared).await?,
            (None, Some(before)) => before.picture,
            (None, None) => return Ok(Err("photo-problem-missing")),
        };
        let about = words.about(before, language, tx.now());
        Ok(Ok(Some((picture, about))))
    }
}

impl Words {
    /// The description in `language` takes the place of an earlier one; an earlier consent stays.
    fn about(self, before: Option<&Photo>, language: &Language, now: Instant) -> About {
        let before = before.map(|photo| &photo.about);
        let known = before.and_then(|about| about.alt.as_ref());
        let mut texts: std::collections::BTreeMap<Language, String> = known
            .map(|alt| alt.texts(language))
            .unwrap_or_default()
            .into_iter()
            .map(|(language, text)| (language, text.clone()))
            .collect();
        match self.alt {
            Some(alt) => texts.insert(language.clone(), alt),
            None => texts.remove(language),
        };
        let consented = before.and_then(|about| about.consented_at).unwrap_or(now);
        About {
            alt: (!texts.is_empty()).then_some(Localised::Each(texts)),
            consented_at: self.consented.then_some(consented),
        }
    }
}

/// The key of the words for what is wrong with a picture.
pub fn refusal(bad: BadPicture) -> &'static str {
    match bad {
        BadPicture::TooHeavy => "photo-problem-heavy",
        BadPicture::OtherFormat => "photo-problem-format",
        BadPicture::TooLarge => "photo-problem-pixels",
        BadPicture::Damaged => "photo-problem-damaged",
        BadPicture::TooSlow => "photo-problem-slow",
    }
}
