//! What there is to choose from on several pages.

use crate::base::language::Language;
use crate::event::Details;
use crate::web::organiser::editor::slot::{Offer, Says};

/// Languages that events are held in, as the catalogue names them.
const TONGUES: [&str; 44] = [
    "en", "ar", "fr", "de", "es", "pt", "it", "nl", "ru", "uk", "be", "pl", "cs", "sk", "hu", "ro",
    "bg", "sr", "hr", "bs", "sq", "mk", "el", "tr", "ka", "hy", "az", "kk", "ky", "uz", "tg", "fa",
    "ku", "he", "ps", "ur", "hi", "bn", "zh", "ja", "ko", "sw", "am", "so",
];

/// Every language with a name, and those that `details` have besides.
pub fn tongues(details: &Details) -> Vec<Offer> {
    let own = details.text_order();
    let named = TONGUES.iter().filter_map(|tag| tag.parse().ok());
    let named: Vec<Language> = named.collect();
    let others = own.into_iter().filter(|language| !named.contains(language));
    let mut all: Vec<Language> = Vec::new();
    for language in others {
        if !all.contains(&language) {
            all.push(language);
        }
    }
    all.extend(named.iter().cloned());
    all.into_iter()
        .map(|language| Offer {
            value: language.to_string(),
            says: Says::Tongue(language),
        })
        .collect()
}
