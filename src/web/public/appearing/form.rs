//! How somebody wants to be introduced: what is asked, and what was typed.

use super::Own;
use crate::base::language::{Language, Localised};
use crate::event::lineup::OwnWords;
use crate::event::{Appearance, Event};
use crate::view::{Field, Locale};
use crate::web::form::Filled;
use crate::web::somebody::{Fault, Text, languages, told_links};

const TEXTS: [Text; 3] = [Text::Position, Text::Organisation, Text::Bio];

/// The fields, each language beside the others.
pub(super) fn rows(locale: &Locale, own: &Own, filled: &Filled) -> Vec<Vec<Field>> {
    let languages = languages_of(own);
    TEXTS
        .map(|text| text.fields(locale, &languages, filled))
        .into()
}

/// What was typed.
pub(super) fn read(own: &Own, filled: &Filled) -> Result<OwnWords, Vec<Fault>> {
    let languages = languages_of(own);
    let known = stated(own);
    let mut faults = told_links(&asked_of(filled, &languages), &own.event.details);
    let mut text = |text: Text, before: Option<&Localised>| {
        text.read(filled, &languages, before)
            .unwrap_or_else(|found| {
                faults.extend(found);
                None
            })
    };
    let words = OwnWords {
        position: text(Text::Position, known.and_then(|one| one.position.as_ref())),
        organisation: text(
            Text::Organisation,
            known.and_then(|one| one.organisation.as_ref()),
        ),
        bio: text(Text::Bio, known.and_then(|one| one.bio.as_ref())),
    };
    if faults.is_empty() {
        Ok(words)
    } else {
        Err(faults)
    }
}

/// What was typed into fields that are asked, and nothing else.
fn asked_of(filled: &Filled, languages: &[Language]) -> Filled {
    let names = TEXTS
        .iter()
        .flat_map(|text| languages.iter().map(|language| text.field(language)));
    let asked = names.map(|name| {
        let typed = filled.text(&name).to_owned();
        (name, typed)
    });
    Filled::with(asked.collect())
}

/// The form with what is stated about them.
pub(super) fn of(own: &Own) -> Filled {
    let languages = languages_of(own);
    let mut fields = Vec::new();
    if let Some(one) = stated(own) {
        let texts = [&one.position, &one.organisation, &one.bio];
        for (text, texts) in TEXTS.into_iter().zip(texts) {
            fields.extend(text.fill(texts.as_ref(), &languages));
        }
    }
    Filled::with(fields)
}

/// What is stated about them in the first session in which they appear.
fn stated(own: &Own) -> Option<&Appearance> {
    let on = own.placed.iter().find(|one| !one.is_off());
    on.or(own.placed.first()).map(|one| &one.appearance)
}

fn languages_of(own: &Own) -> Vec<Language> {
    let texts = stated(own).map(|one| [&one.position, &one.organisation, &one.bio]);
    let texts: Vec<Option<&Localised>> = texts.into_iter().flatten().map(Option::as_ref).collect();
    languages(&asked(&own.event), &texts)
}

/// The languages of the event's page, after that of texts given once.
fn asked(event: &Event) -> Vec<Language> {
    let mut asked: Vec<Language> = event.details.languages.iter().take(1).cloned().collect();
    for language in event.details.page_languages() {
        if !asked.contains(language) {
            asked.push(language.clone());
        }
    }
    asked
}
