//! The form that makes a partner's link.

use super::path;
use crate::base::language::Localised;
use crate::base::text::SingleLine;
use crate::event::Event;
use crate::event::partner::Wish;
use crate::view::{Choice, Field, Form, Widget, Words};
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;

/// Characters of the longest name.
const LONGEST_NAME: usize = 200;
/// More places than that are no limit.
const MOST_PLACES: i64 = 1_000_000;

/// A field, and how the catalogue's key for what is wrong with it ends.
pub(super) type Flaw = (&'static str, &'static str);

/// What was asked for, or what is wrong with it.
pub(super) fn wish(event: &Event, filled: &Filled, has_room: bool) -> Result<Wish, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let name = name(event, filled).map_err(|flaw| flaws.push(flaw));
    let quota = quota(filled).map_err(|flaw| flaws.push(flaw));
    let chosen = filled.text("consent");
    let mut consents = event.consents_to_share().map(|(key, _)| key);
    let consent = consents.find(|key| key.as_str() == chosen);
    if consent.is_none() && !chosen.is_empty() {
        flaws.push(("consent", "unknown"));
    }
    if !has_room {
        flaws.push(("host", "too-many"));
    }
    match (name, quota) {
        (Ok(name), Ok(quota)) if flaws.is_empty() => Ok(Wish {
            name,
            quota,
            consent,
        }),
        _ => Err(flaws),
    }
}

/// How many places may be taken; nothing for any number.
pub(super) fn quota(filled: &Filled) -> Result<Option<i64>, Flaw> {
    let typed = filled.text("quota");
    if typed.is_empty() {
        return Ok(None);
    }
    let places = typed.parse().ok();
    let places = places.filter(|places| (1..=MOST_PLACES).contains(places));
    places.map(Some).ok_or(("quota", "wrong"))
}

/// That of the host who was chosen, in every language of its name, or else the one that was typed.
fn name(event: &Event, filled: &Filled) -> Result<Localised, Flaw> {
    let chosen = filled.text("host");
    if chosen.is_empty() {
        let typed = SingleLine::clean(filled.text("name")).cut(LONGEST_NAME);
        return if typed.is_empty() {
            Err(("name", "missing"))
        } else {
            Ok(Localised::One(typed.to_string()))
        };
    }
    let place = chosen.parse::<usize>().ok();
    let host = place.and_then(|number| event.details.hosts.get(number.checked_sub(1)?));
    host.map(|host| host.name.clone())
        .ok_or(("host", "unknown"))
}

pub(super) fn form(desk: &Desk, event: &Event, filled: &Filled, flaws: &[Flaw]) -> Form {
    let (locale, order) = (desk.locale(), event.details.text_order());
    let words = |texts: &Localised| {
        Words::pick(texts, locale, &order).unwrap_or_else(|| Words::plain(String::new()))
    };
    let text = |key: &str| locale.text(key);
    let asked = |field: Field| {
        let flaw = flaws.iter().find(|(flawed, _)| *flawed == field.name);
        let problem = flaw.map(|(flawed, flaw)| text(&format!("partners-{flawed}-{flaw}")));
        Field { problem, ..field }
    };
    let hosts = event.details.hosts.iter().zip(1..);
    let hosts =
        hosts.map(|(host, number): (_, usize)| Choice::new(number.to_string(), words(&host.name)));
    let nobody = Choice::new("", text("partners-host-other"));
    let hosts = std::iter::once(nobody).chain(hosts).collect();
    let consents = event.consents_to_share();
    let consents = consents.map(|(key, consent)| Choice::new(key.as_str(), words(&consent.text)));
    let none = Choice::new("", text("partners-consent-none"));
    let consents = std::iter::once(none).chain(consents).collect();
    Form::of(
        path(event),
        vec![
            asked(Field::optional(
                "host",
                Widget::Select,
                text("partners-host"),
            ))
            .among(hosts, filled.text("host")),
            asked(Field::optional("name", Widget::Line, text("partners-name")))
                .hinted(text("partners-name-hint"))
                .holding(filled.text("name")),
            asked(quota_field(desk, filled.text("quota"))),
            asked(Field::optional(
                "consent",
                Widget::Select,
                text("partners-consent"),
            ))
            .hinted(text("partners-consent-hint"))
            .among(consents, filled.text("consent")),
        ],
    )
}

/// What asks for a number of places.
pub(super) fn quota_field(desk: &Desk, typed: &str) -> Field {
    Field::optional(
        "quota",
        Widget::Number,
        desk.locale().text("partners-quota"),
    )
    .hinted(desk.locale().text("partners-quota-hint"))
    .holding(typed)
}
