use axum::extract::RawQuery;
use axum::response::Response;

use super::query::{PAGE, Wanted};
use super::{base, rows};
use crate::base::db::Tx;
use crate::base::language::Language;
use crate::event::{Event, Format, Mode};
use crate::registration::find::{self, Order};
use crate::registration::{self, RegistrationState};
use crate::view::desk::EventTab;
use crate::view::desk::registrations::{
    Filters, Pager, Places, RegistrationsPage, Select, StateCount,
};
use crate::view::{Choice, Locale, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;

/// The list, narrowed as the address says.
pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let now = tx.now();
    let event = desk.event(&mut tx).await?;
    let wanted = Wanted::read(&filled, &event);
    let states = find::states(&mut tx, event.id).await?;
    let total = if wanted.is_narrowed() {
        find::count(&mut tx, event.id, &wanted.filter).await?
    } else {
        states.iter().map(|(_, count)| count).sum()
    };
    let (filter, order, part) = (&wanted.filter, wanted.order, wanted.part());
    let found = find::page(&mut tx, event.id, filter, order, part).await?;
    let ids: Vec<_> = found.iter().map(|one| one.id).collect();
    let tags = registration::tags_of(&mut tx, &ids).await?;
    let undo = rows::undo_rows(&mut tx, &event).await?;
    let base = base(&event);
    let page = RegistrationsPage {
        told: rows::told(&filled, &event, &undo, now),
        counts: counts(&states, &base),
        places: places(&mut tx, &event).await?,
        counted_at: rows::stamp(&event, now),
        filters: filters(&mut tx, &desk, &event, &wanted).await?,
        hidden: wanted.hidden(),
        total,
        rows: rows::rows(&desk, &event, found, tags, now),
        pager: Pager::new(wanted.page, total, PAGE, |page| wanted.address(&base, page)),
        decides: event.details.terms.needs_approval(),
        is_empty: states.is_empty(),
        frame: desk.event_frame(&event, EventTab::Registrations),
        undo,
        base,
    };
    desk.html(&page)
}

/// In the order in which states matter; those of nobody are left out, but for the confirmed.
fn counts(states: &[(RegistrationState, i64)], base: &str) -> Vec<StateCount> {
    use RegistrationState::{Cancelled, Confirmed, Declined, Pending, Unconfirmed, Waitlisted};
    [
        Confirmed,
        Pending,
        Waitlisted,
        Unconfirmed,
        Declined,
        Cancelled,
    ]
    .into_iter()
    .map(|state| StateCount {
        state: state.as_str(),
        count: count_of(states, state),
        href: format!("{base}?state={state}"),
    })
    .filter(|count| count.count > 0 || count.state == Confirmed.as_str())
    .collect()
}

pub(super) fn count_of(states: &[(RegistrationState, i64)], wanted: RegistrationState) -> i64 {
    let found = states.iter().find(|(state, _)| *state == wanted);
    found.map_or(0, |(_, count)| *count)
}

/// Where more are taken than there are, nobody is put out: it is said (E-16).
async fn places(tx: &mut Tx, event: &Event) -> Result<Vec<Places>, Error> {
    let taken = registration::taken_seats(tx, event.id).await?.event;
    let modes: &[(Mode, i64)] = match event.details.format {
        Format::Online => &[(Mode::Online, taken.online)],
        Format::InPerson => &[(Mode::InPerson, taken.in_person)],
        Format::Hybrid => &[
            (Mode::Online, taken.online),
            (Mode::InPerson, taken.in_person),
        ],
    };
    let capacity = event.details.terms.capacity();
    let places = modes.iter().map(|(mode, taken)| {
        let capacity = capacity.of(*mode).map(i64::from);
        Places {
            mode: mode.as_str(),
            taken: *taken,
            capacity,
            over: capacity.map_or(0, |capacity| (taken - capacity).max(0)),
        }
    });
    Ok(places.collect())
}

async fn filters(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    wanted: &Wanted,
) -> Result<Filters, Error> {
    let (locale, filter) = (desk.locale(), &wanted.filter);
    let countries = find::countries(tx, event.id).await?;
    let tags = registration::tags_in_use(tx, event.id).await?;
    let words = |key: String| Words::plain(locale.text(&key));
    let states = RegistrationState::WORDS.iter().map(|state| {
        (
            state.to_string(),
            words(format!("registration-state-{state}")),
        )
    });
    let modes = Mode::WORDS
        .iter()
        .map(|mode| {
            (
                mode.to_string(),
                words(format!("registrations-mode-{mode}")),
            )
        })
        .filter(|_| event.details.is_hybrid());
    let languages = languages(desk, event).into_iter().map(|language| {
        (
            language.to_string(),
            Words::plain(locale.language_name(&language)),
        )
    });
    let sessions = sessions(event, locale);
    let plain = |text: String| (text.clone(), Words::plain(text));
    let orders = Order::WORDS.iter().map(|order| {
        (
            order.to_string(),
            words(format!("registrations-order-{order}")),
        )
    });
    let chosen = |value: Option<String>| value.unwrap_or_default();
    let selects = [
        select(
            "state",
            locale,
            states,
            &chosen(filter.state.map(|one| one.to_string())),
        ),
        select(
            "mode",
            locale,
            modes,
            &chosen(filter.mode.map(|one| one.to_string())),
        ),
        select(
            "language",
            locale,
            languages,
            &chosen(filter.language.as_ref().map(ToString::to_string)),
        ),
        select("session", locale, sessions.into_iter(), &wanted.session),
        select(
            "country",
            locale,
            countries.into_iter().map(plain),
            &chosen(filter.country.clone()),
        ),
        select(
            "tag",
            locale,
            tags.into_iter().map(plain),
            &chosen(filter.tag.clone()),
        ),
        Some(Select {
            name: "order",
            options: orders
                .map(|(value, label)| Choice {
                    chosen: value == wanted.order.as_str(),
                    ..Choice::new(value, label)
                })
                .collect(),
        }),
    ];
    Ok(Filters {
        words: filter.words.clone(),
        selects: selects.into_iter().flatten().collect(),
        any: wanted.is_narrowed(),
    })
}

/// A list that opens, with everything first; none where there is nothing to choose.
fn select(
    name: &'static str,
    locale: &Locale,
    values: impl Iterator<Item = (String, Words)>,
    chosen: &str,
) -> Option<Select> {
    let mut options: Vec<Choice> = values
        .map(|(value, label)| Choice {
            chosen: value == chosen,
            ..Choice::new(value, label)
        })
        .collect();
    if options.len() < 2 && chosen.is_empty() {
        return None;
    }
    options.insert(0, Choice::new("", locale.text("registrations-filter-all")));
    Some(Select { name, options })
}

fn languages(desk: &Desk, event: &Event) -> Vec<Language> {
    let mut languages = desk.site.view.languages().to_vec();
    for language in event.details.text_order() {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    languages
}

/// The sessions of an event that has several, by key.
pub(super) fn sessions(event: &Event, locale: &Locale) -> Vec<(String, Words)> {
    if event.session_ids.len() < 2 {
        return Vec::new();
    }
    let named = |session: crate::event::SessionOf<'_>| {
        let key = event.details.session_key(session.index).to_string();
        (key, session_name(event, locale, session))
    };
    event.sessions().map(named).collect()
}

/// What a session is called: its title, or when it starts.
pub(in crate::web::organiser) fn session_name(
    event: &Event,
    locale: &Locale,
    session: crate::event::SessionOf<'_>,
) -> Words {
    let title = session.session.title.as_ref();
    title
        .and_then(|title| Words::pick(title, locale, &event.details.text_order()))
        .unwrap_or_else(|| Words::plain(rows::stamp(event, session.sitting.starts_at).words))
}
