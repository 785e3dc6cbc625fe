//! Reads what others wrote (CAL-30). The `ical` crate reads one unfolded line at a time; what it
//! would get wrong or refuse is put right before it sees the text.

use ical::IcalParser;
use ical::parser::ical::component::IcalCalendar;
use ical::property::Property;

use super::text::{decode_parameter, unfold};

/// The most octets that are looked at.
const SIZE: usize = 1024 * 1024;

/// The deepest nesting of components.
const DEPTH: usize = 8;

/// Put around every value, as `ical` takes away colons before it and blanks after it.
const GUARD: char = '\u{1}';

/// Why a calendar object was not read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// More than 1 MiB.
    #[error("is larger than 1 MiB")]
    TooLarge,
    /// Not UTF-8 (RFC 5545 section 3.1.4).
    #[error("is not UTF-8")]
    Encoding,
    /// Components inside components, more than 8 deep.
    #[error("nests components more than {DEPTH} deep")]
    TooDeep,
    /// A component that ends where none or another began, or not at all.
    #[error("has a component that does not end where it should")]
    Unbalanced,
    /// A line that is no content line (RFC 5545 section 3.1).
    #[error("has a line that is none of a calendar: {0}")]
    Malformed(String),
    /// No VCALENDAR in it.
    #[error("holds no calendar")]
    Empty,
}

/// Reads the first calendar of `octets`. Property, parameter and component names are in upper case;
/// values are as they stand in the object ([`unescape`](super::unescape) spells out a TEXT),
/// parameters are plain text (RFC 6868).
///
/// # Errors
/// [`Unreadable`] says what was wrong; nothing is read in part.
pub fn read(octets: &[u8]) -> Result<IcalCalendar, Unreadable> {
    if octets.len() > SIZE {
        return Err(Unreadable::TooLarge);
    }
    let text = str::from_utf8(octets).map_err(|_| Unreadable::Encoding)?;
    let prepared = prepare(text.strip_prefix('\u{FEFF}').unwrap_or(text))?;
    let mut calendar = IcalParser::new(prepared.as_bytes())
        .next()
        .ok_or(Unreadable::Empty)?
        .map_err(|reason| Unreadable::Malformed(reason.to_string()))?;
    all_properties(&mut calendar).try_for_each(settle)?;
    Ok(calendar)
}

/// The lines unfolded, their names in upper case, their values guarded, their nesting checked.
fn prepare(text: &str) -> Result<String, Unreadable> {
    let mut prepared = String::with_capacity(text.len() + text.len() / 8);
    let mut open: Vec<String> = Vec::new();
    for line in unfold(text).filter(|line| !line.trim().is_empty()) {
        let (head, value) = split(&line)?;
        let name_ends = head.find(';').unwrap_or(head.len());
        let (name, parameters) = head.split_at(name_ends);
        let name = name.to_ascii_uppercase();
        if name == "BEGIN" || name == "END" {
            let component = value.trim().to_ascii_uppercase();
            prepared.push_str(&format!("{name}:{component}\n"));
            if name == "BEGIN" {
                open.push(component);
            } else if open.pop() != Some(component) {
                return Err(Unreadable::Unbalanced);
            }
            if open.len() > DEPTH {
                return Err(Unreadable::TooDeep);
            }
        } else {
            prepared.push_str(&format!("{name}{parameters}:{GUARD}{value}{GUARD}\n"));
        }
    }
    if open.is_empty() {
        Ok(prepared)
    } else {
        Err(Unreadable::Unbalanced)
    }
}

/// Splits a line at the colon before its value: the first that stands in no quotes.
fn split(line: &str) -> Result<(&str, &str), Unreadable> {
    let mut is_quoted = false;
    let mut previous = ' ';
    for (at, character) in line.char_indices() {
        match character {
            '"' if is_quoted => is_quoted = false,
            '"' if matches!(previous, '=' | ',') => is_quoted = true,
            // `ical` would take such a quote for a part of the value, and another end of it.
            '"' => break,
            ':' if !is_quoted => return Ok((&line[..at], &line[at + 1..])),
            _ => {}
        }
        previous = character;
    }
    Err(Unreadable::Malformed(line.chars().take(40).collect()))
}

/// Takes the guards away and spells parameters out. A value without its guards is one that `ical`
/// cut elsewhere: after ten values of one parameter it takes the others for the property's value.
fn settle(property: &mut Property) -> Result<(), Unreadable> {
    let value = property
        .value
        .as_deref()
        .and_then(|value| value.strip_prefix(GUARD)?.strip_suffix(GUARD))
        .ok_or_else(|| Unreadable::Malformed(property.name.clone()))?;
    property.value = Some(value.to_owned()).filter(|value| !value.is_empty());
    for value in property.params.iter_mut().flatten().flat_map(|(_, v)| v) {
        *value = decode_parameter(value);
    }
    Ok(())
}

fn all_properties(calendar: &mut IcalCalendar) -> impl Iterator<Item = &mut Property> {
    let events = calendar.events.iter_mut().flat_map(|event| {
        let alarms = event.alarms.iter_mut().flat_map(|a| &mut a.properties);
        event.properties.iter_mut().chain(alarms)
    });
    let todos = calendar.todos.iter_mut().flat_map(|todo| {
        let alarms = todo.alarms.iter_mut().flat_map(|a| &mut a.properties);
        todo.properties.iter_mut().chain(alarms)
    });
    let zones = calendar.timezones.iter_mut().flat_map(|zone| {
        let onsets = zone.transitions.iter_mut().flat_map(|o| &mut o.properties);
        zone.properties.iter_mut().chain(onsets)
    });
    let alarms = calendar.alarms.iter_mut().flat_map(|a| &mut a.properties);
    let journals = calendar.journals.iter_mut().flat_map(|j| &mut j.properties);
    let busy = calendar
        .free_busys
        .iter_mut()
        .flat_map(|b| &mut b.properties);
    calendar
        .properties
        .iter_mut()
        .chain(events)
        .chain(todos)
        .chain(zones)
        .chain(alarms)
        .chain(journals)
        .chain(busy)
}
