use super::offers::tongues;
use super::{programme, whole};
use crate::base::language::{Language, Localised};
use crate::base::text::EmailAddress;
use crate::event::{Details, Format, Kind, Text, Visibility, is_origin};
use crate::web::organiser::editor::flaw::Flaw;
use crate::web::organiser::editor::slot::{Asked, Slot, needed};
use crate::web::organiser::editor::zones;

/// How many languages are spoken at an event, or make a page, at most.
const MOST_TONGUES: usize = 4;

/// What it is, when, and in which languages. The times of an event with one session are its own.
pub fn slots(details: &Details) -> Vec<Slot> {
    let whole = whole();
    let mut slots = vec![
        whole.word(
            "kind",
            "kind",
            Kind::WORDS,
            |d| d.kind,
            |d, kind| d.kind = kind,
        ),
        whole.word(
            "format",
            "edit-format",
            Format::WORDS,
            |d| d.format,
            |d, format| d.format = format,
        ),
    ];
    if details.sessions.len() == 1 {
        slots.extend(programme::times(0));
    }
    slots.push(zone());
    slots.push(languages());
    slots.push(page_languages());
    slots.push(whole.word(
        "visibility",
        "edit-visibility",
        Visibility::WORDS,
        Details::visibility,
        |d, visibility| d.visibility = Some(visibility),
    ));
    slots.push(whole.value::<EmailAddress>(
        "contact",
        Asked::Email,
        "email",
        |d| d.contact.clone(),
        |d, contact| d.contact = contact,
    ));
    slots.push(embed());
    slots
}

/// Title, summary, description.
pub fn texts(details: &Details) -> Vec<Slot> {
    let whole = whole();
    let put_title =
        |d: &mut Details, text: Option<Localised>| d.title = text.unwrap_or_else(nothing);
    let title = whole.texts(details, "title", Text::TITLE, |d| Some(&d.title), put_title);
    let summary = whole.texts(
        details,
        "summary",
        Text::SUMMARY,
        |d| d.summary.as_ref(),
        |d, text| d.summary = text,
    );
    let description = whole.texts(
        details,
        "description",
        Text::DESCRIPTION,
        |d| d.description.as_ref(),
        |d, text| d.description = text,
    );
    needed(title).chain(summary).chain(description).collect()
}

/// No text in any language: what is refused before it is saved.
pub fn nothing() -> Localised {
    Localised::Each(std::collections::BTreeMap::new())
}

fn zone() -> Slot {
    let shown = |d: &Details| vec![d.zone.name().to_owned()];
    whole()
        .slot("zone", Asked::Suggested, shown, |d, typed| {
            d.zone = zones::find(typed)?;
            Ok(())
        })
        .required()
}

fn languages() -> Slot {
    let shown =
        |d: &Details| -> Vec<String> { d.languages.iter().map(ToString::to_string).collect() };
    let put = |d: &mut Details, typed: &[&str]| {
        let languages = read(typed)?;
        let first = languages.first().ok_or(Flaw::Missing)?;
        if d.languages.first() != Some(first) {
            d.name_languages();
        }
        d.languages = languages;
        Ok(())
    };
    let asked = Asked::Ranked(MOST_TONGUES);
    whole()
        .slot("languages", asked, shown, put)
        .offering(tongues)
        .required()
}

fn page_languages() -> Slot {
    let shown = |d: &Details| -> Vec<String> {
        let stated = d.page_languages.iter().flatten();
        stated.map(ToString::to_string).collect()
    };
    let put = |d: &mut Details, typed: &[&str]| {
        let languages = read(typed)?;
        d.page_languages = (!languages.is_empty()).then_some(languages);
        Ok(())
    };
    let asked = Asked::Ranked(MOST_TONGUES);
    whole()
        .slot("page-languages", asked, shown, put)
        .offering(tongues)
}

/// The sites that may frame it, one a line.
fn embed() -> Slot {
    let shown = |d: &Details| {
        let sites = d.embed.iter().map(|sites| sites.join("\n"));
        sites.filter(|lines| !lines.is_empty()).collect()
    };
    whole().slot("embed", Asked::Area, shown, |d, typed| {
        let lines = typed.iter().flat_map(|text| text.lines()).map(str::trim);
        // As it is copied from a browser, with the slash at its end.
        let sites: Vec<String> = lines
            .filter(|line| !line.is_empty())
            .map(|line| line.trim_end_matches('/').to_owned())
            .collect();
        if !sites.iter().all(|site| is_origin(site)) {
            return Err(Flaw::Malformed("origin"));
        }
        d.embed = (!sites.is_empty()).then_some(sites);
        Ok(())
    })
}

/// Languages, none twice.
pub fn read(typed: &[&str]) -> Result<Vec<Language>, Flaw> {
    let mut languages: Vec<Language> = Vec::new();
    for tag in typed.iter().filter(|tag| !tag.is_empty()) {
        let language: Language = tag.parse().map_err(|_| Flaw::Unknown)?;
        if languages.contains(&language) {
            return Err(Flaw::Twice);
        }
        languages.push(language);
    }
    Ok(languages)
}
