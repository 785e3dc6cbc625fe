//! The run of an event, session by session.

use crate::base::clock::Instant;
use crate::base::language::{Language, Localised};
use crate::event::lineup::Placed;
use crate::event::{AppearanceState, Event, SessionOf, facts};
use crate::view::desk::{SheetPage, SheetPerson, SheetSession};
use crate::view::{Frame, Locale, Words};

/// Whom a sheet is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Those who run the event: every place, and how far the agreement has come.
    Run,
    /// Interpreters: who has agreed, each name and title in every language of the event.
    Interpreters,
}

/// The sheet of `event`, whose lineup is `people`, for a reader of `locale`.
pub fn sheet(
    event: &Event,
    people: &[Placed],
    locale: &Locale,
    (frame, back): (Frame, String),
    which: Sheet,
    now: Instant,
) -> SheetPage {
    let telling = Telling {
        event,
        locale,
        which,
        order: event.details.text_order(),
    };
    SheetPage {
        frame,
        event: facts(event, locale),
        back,
        for_interpreters: which == Sheet::Interpreters,
        sessions: event
            .sessions()
            .map(|of| telling.session(of, people))
            .collect(),
        printed: locale.moment(&event.details.zone, now).words,
    }
}

struct Telling<'a> {
    event: &'a Event,
    locale: &'a Locale,
    which: Sheet,
    order: Vec<Language>,
}

impl Telling<'_> {
    fn session(&self, of: SessionOf<'_>, people: &[Placed]) -> SheetSession {
        let details = &self.event.details;
        let hours = self
            .locale
            .hours(&details.zone, of.sitting.starts_at, of.sitting.ends_at);
        let here = people.iter().filter(|one| one.session == of.id);
        let spoken = of.session.languages.as_ref().unwrap_or(&details.languages);
        let spoken: Vec<String> = spoken
            .iter()
            .map(|language| self.locale.language_name(language))
            .collect();
        let title = of.session.title.as_ref().unwrap_or(&details.title);
        SheetSession {
            titles: self.texts(Some(title)),
            date: hours.date,
            hours: hours.hours,
            place: of
                .session
                .place
                .as_ref()
                .and_then(|place| Words::pick(place, self.locale, &self.order)),
            spoken: self.locale.list(&spoken),
            people: here
                .filter(|one| !one.is_off())
                .map(|one| self.person(one))
                .collect(),
        }
    }

    fn person(&self, one: &Placed) -> SheetPerson {
        let appearance = &one.appearance;
        let has_agreed = appearance.state() == AppearanceState::Confirmed;
        let is_told = has_agreed || self.which == Sheet::Run;
        let name = appearance.name.as_ref().filter(|_| is_told);
        let mut about = Vec::new();
        if is_told {
            about.extend(self.texts(appearance.position.as_ref()));
            about.extend(self.texts(appearance.organisation.as_ref()));
        }
        SheetPerson {
            role: appearance.role.as_str(),
            names: self.texts(name),
            about,
            channel: appearance
                .channel_of(&self.event.details)
                .filter(|_| is_told)
                .map(|channel| channel.names(self.locale)),
            state: (self.which == Sheet::Run).then(|| appearance.state().as_str()),
        }
    }

    /// A text in the reader's language, or in all of the event's for whoever carries it over.
    fn texts(&self, text: Option<&Localised>) -> Vec<Words> {
        let Some(text) = text else {
            return Vec::new();
        };
        let first = Words::pick(text, self.locale, &self.order);
        if self.which == Sheet::Run {
            return first.into_iter().collect();
        }
        let own = self.locale.language();
        let all = text.texts(self.order.first().unwrap_or(own));
        let all = all.into_iter().map(|(language, text)| Words {
            text: text.clone(),
            lang: Some(language.to_string()),
            dir: Some(language.direction()),
        });
        all.collect()
    }
}
