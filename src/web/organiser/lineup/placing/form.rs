//! What is asked about an appearance, and what was typed.

use super::Place;
use crate::base::language::{Language, Localised};
use crate::event::lineup::{Channel, Placed};
use crate::event::{Appearance, AppearanceState, Details, Event, Role};
use crate::view::{Choice, Field, Locale, Widget};
use crate::web::form::Filled;
use crate::web::somebody::{Fault, Text, email, languages, told_links};

const TEXTS: [Text; 4] = [Text::Name, Text::Position, Text::Organisation, Text::Bio];

/// The fields, each language beside the others.
pub(super) fn rows(
    locale: &Locale,
    event: &Event,
    filled: &Filled,
    known: Option<&Appearance>,
) -> Vec<Vec<Field>> {
    let languages = languages_of(&event.details, known);
    let choices = |words: &[&str], key: &str| -> Vec<Choice> {
        let choice = |word: &&str| Choice::new(*word, locale.text(&format!("lineup-{key}-{word}")));
        words.iter().map(choice).collect()
    };
    let select = |name: &str, words: &[&str]| {
        let field = Field::optional(
            name,
            Widget::Select,
            locale.text(&format!("lineup-field-{name}")),
        )
        .among(choices(words, name), filled.text(name));
        Field {
            required: true,
            ..field
        }
    };
    let mut rows = vec![vec![
        select("role", Role::WORDS),
        select("state", AppearanceState::WORDS).hinted(locale.text("lineup-field-state-hint")),
    ]];
    rows.extend(channel(locale, event, filled).map(|field| vec![field]));
    rows.extend(TEXTS.map(|text| text.fields(locale, &languages, filled)));
    rows.push(vec![
        Field::optional("email", Widget::Email, locale.text("lineup-field-email"))
            .hinted(locale.text("lineup-field-email-hint"))
            .holding(filled.text("email")),
    ]);
    rows
}

/// The channel of an interpreter, where the event has any.
fn channel(locale: &Locale, event: &Event, filled: &Filled) -> Option<Field> {
    let channels = Channel::of_event(&event.details);
    if channels.is_empty() {
        return None;
    }
    let none = Choice::new("", locale.text("lineup-channel-any"));
    let choices = channels.iter().map(|channel| {
        let (from, to) = channel.names(locale);
        let label = locale.text_with("lineup-channel", &[("from", &from), ("to", &to)]);
        Choice::new(channel.to_string(), label)
    });
    let field = Field::optional(
        "channel",
        Widget::Select,
        locale.text("lineup-field-channel"),
    )
    .hinted(locale.text("lineup-field-channel-hint"))
    .among(
        std::iter::once(none).chain(choices).collect(),
        filled.text("channel"),
    );
    Some(field)
}

/// What was typed, as an appearance.
pub(super) fn read(
    filled: &Filled,
    event: &Event,
    known: Option<&Appearance>,
) -> Result<Appearance, Vec<Fault>> {
    let languages = languages_of(&event.details, known);
    let mut faults = told_links(filled, &event.details);
    let mut text = |text: Text, before: Option<&Localised>| {
        text.read(filled, &languages, before)
            .unwrap_or_else(|found| {
                faults.extend(found);
                None
            })
    };
    let before = |of: fn(&Appearance) -> &Option<Localised>| known.and_then(|one| of(one).as_ref());
    let name = text(Text::Name, before(|one| &one.name));
    let position = text(Text::Position, before(|one| &one.position));
    let organisation = text(Text::Organisation, before(|one| &one.organisation));
    let bio = text(Text::Bio, before(|one| &one.bio));
    let email = email(filled).unwrap_or_else(|found| {
        faults.extend(found);
        None
    });
    let role = filled.text("role").parse().unwrap_or(Role::Speaker);
    let state = filled
        .text("state")
        .parse()
        .unwrap_or(AppearanceState::Idea);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Appearance {
        id: known.and_then(|one| one.id.clone()),
        role,
        name,
        position,
        organisation,
        bio,
        email,
        state: Some(state),
        channel: chosen_channel(filled, event, role),
    })
}

/// One of the event's channels, of an interpreter.
fn chosen_channel(filled: &Filled, event: &Event, role: Role) -> Option<Channel> {
    let chosen: Option<Channel> = filled.text("channel").parse().ok();
    let is_there = |channel: &Channel| channel.is_among(&event.details.interpretation);
    chosen.filter(|channel| role == Role::Interpreter && is_there(channel))
}

/// The form for somebody new, with what the directory knows.
pub(super) fn of_new(event: &Event, place: &Place) -> Filled {
    let role = place.replaces.as_ref().map(|before| before.appearance.role);
    let mut fields = vec![
        ("role".to_owned(), role.unwrap_or(Role::Speaker).to_string()),
        ("state".to_owned(), AppearanceState::Idea.to_string()),
    ];
    if let Some(person) = &place.person {
        let languages = languages_of(&event.details, None);
        let known = &person.profile;
        let texts = [
            Some(&known.name),
            known.position.as_ref(),
            known.organisation.as_ref(),
            known.bio.as_ref(),
        ];
        for (text, texts) in TEXTS.into_iter().zip(texts) {
            fields.extend(text.fill(texts, &languages));
        }
        fields.extend(
            known
                .email
                .as_ref()
                .map(|email| ("email".to_owned(), email.to_string())),
        );
    }
    Filled::with(fields)
}

/// The form with what is stated about somebody.
pub(super) fn of_placed(event: &Event, placed: &Placed) -> Filled {
    let one = &placed.appearance;
    let languages = languages_of(&event.details, Some(one));
    let mut fields = vec![
        ("role".to_owned(), one.role.to_string()),
        ("state".to_owned(), one.state().to_string()),
    ];
    let channel = one.channel_of(&event.details);
    fields.extend(channel.map(|channel| ("channel".to_owned(), channel.to_string())));
    let texts = [&one.name, &one.position, &one.organisation, &one.bio];
    for (text, texts) in TEXTS.into_iter().zip(texts) {
        fields.extend(text.fill(texts.as_ref(), &languages));
    }
    fields.extend(
        one.email
            .as_ref()
            .map(|email| ("email".to_owned(), email.to_string())),
    );
    Filled::with(fields)
}

/// The languages of the event's texts, the first of which is that of texts given once.
fn languages_of(details: &Details, known: Option<&Appearance>) -> Vec<Language> {
    let first = details.languages.iter().take(1);
    let mut asked: Vec<Language> = first.cloned().collect();
    for language in details.page_languages() {
        if !asked.contains(language) {
            asked.push(language.clone());
        }
    }
    let texts = known.map(|one| [&one.name, &one.position, &one.organisation, &one.bio]);
    let texts: Vec<Option<&Localised>> = texts.into_iter().flatten().map(Option::as_ref).collect();
    languages(&asked, &texts)
}
