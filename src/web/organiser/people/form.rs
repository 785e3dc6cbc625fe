//! What the directory asks about somebody, and what was typed.

use crate::base::language::{Language, Localised};
use crate::event::person::Profile;
use crate::view::{Field, Locale, Widget};
use crate::web::form::Filled;
use crate::web::somebody::{Fault, Text, email, languages};

const TEXTS: [Text; 4] = [Text::Name, Text::Position, Text::Organisation, Text::Bio];

/// The languages in which somebody is described: those of the service, and those that are there.
pub(super) fn languages_of(asked: &[Language], known: Option<&Profile>) -> Vec<Language> {
    let texts = known.map(texts).unwrap_or_default();
    languages(asked, &texts)
}

/// The fields, each language beside the others.
pub(super) fn rows(locale: &Locale, languages: &[Language], filled: &Filled) -> Vec<Vec<Field>> {
    let mut rows: Vec<Vec<Field>> = TEXTS
        .map(|text| text.fields(locale, languages, filled))
        .into();
    rows.push(vec![
        Field::optional("email", Widget::Email, locale.text("lineup-field-email"))
            .hinted(locale.text("lineup-field-email-hint"))
            .holding(filled.text("email")),
    ]);
    rows
}

/// What was typed, as an entry.
pub(super) fn read(
    filled: &Filled,
    languages: &[Language],
    known: Option<&Profile>,
) -> Result<Profile, Vec<Fault>> {
    let mut faults = Vec::new();
    let before = known.map(texts).unwrap_or_default();
    let mut read = TEXTS.into_iter().enumerate().map(|(index, text)| {
        let before = before.get(index).copied().flatten();
        text.read(filled, languages, before)
            .unwrap_or_else(|found| {
                faults.extend(found);
                None
            })
    });
    let (name, position) = (read.next().flatten(), read.next().flatten());
    let (organisation, bio) = (read.next().flatten(), read.next().flatten());
    drop(read);
    let email = email(filled).unwrap_or_else(|found| {
        faults.extend(found);
        None
    });
    let Some(name) = name else {
        let field = languages.first().map(|first| format!("name.{first}"));
        faults.insert(
            0,
            Fault {
                field: field.unwrap_or_default(),
                words: "people-problem-name",
            },
        );
        return Err(faults);
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut profile = Profile::named(name);
    profile.position = position;
    profile.organisation = organisation;
    profile.bio = bio;
    profile.email = email;
    Ok(profile)
}

/// The form with what is known of somebody.
pub(super) fn of(profile: &Profile, languages: &[Language]) -> Filled {
    let mut fields = Vec::new();
    for (text, texts) in TEXTS.into_iter().zip(texts(profile)) {
        fields.extend(text.fill(texts, languages));
    }
    let email = profile.email.as_ref();
    fields.extend(email.map(|email| ("email".to_owned(), email.to_string())));
    Filled::with(fields)
}

fn texts(profile: &Profile) -> Vec<Option<&Localised>> {
    vec![
        Some(&profile.name),
        profile.position.as_ref(),
        profile.organisation.as_ref(),
        profile.bio.as_ref(),
    ]
}
