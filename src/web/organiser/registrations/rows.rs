//! Registrations in the words of lists.

use std::collections::HashMap;

use super::super::desk::Desk;
use super::super::log::name_of;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::Event;
use crate::registration;
use crate::registration::Registration;
use crate::registration::find::Found;
use crate::view::desk::registrations::{RegistrationRow, Stamp, Told, UndoRow};
use crate::web::Error;
use crate::web::form::Filled;

/// A moment as tables show it, in the zone of `event`.
pub fn stamp(event: &Event, at: Instant) -> Stamp {
    let zone = &event.details.zone;
    Stamp {
        words: zone.local(at).format("%Y-%m-%d %H:%M").to_string(),
        iso: at
            .with_timezone(&zone.offset(at))
            .to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    }
}

/// Rows of a list.
pub fn rows(
    desk: &Desk,
    event: &Event,
    found: Vec<Found>,
    mut tags: HashMap<Id<Registration>, Vec<String>>,
    now: Instant,
) -> Vec<RegistrationRow> {
    let base = super::base(event);
    found
        .into_iter()
        .map(|one| RegistrationRow {
            id: one.id.to_string(),
            href: format!("{base}/{}", one.id),
            name: one.name.to_string(),
            email: one.email.to_string(),
            about: one.position.into_iter().chain(one.organisation).collect(),
            state: one.state.as_str(),
            mode: one.mode.as_str(),
            language: desk.locale().language_name(&one.language),
            registered_at: stamp(event, one.registered_at),
            told_at: one
                .undo_until
                .filter(|at| now < *at)
                .map(|at| stamp(event, at)),
            undeliverable: one.undeliverable_at.is_some(),
            tags: tags.remove(&one.id).unwrap_or_default(),
        })
        .collect()
}

/// How many of what was typed into the form of `event` a page shows elsewhere: name, address, and the mode
/// where there is a choice.
pub fn said_above(event: &Event) -> usize {
    2 + usize::from(event.details.is_hybrid())
}

/// Decisions that can be taken back.
pub async fn undo_rows(tx: &mut Tx, event: &Event) -> Result<Vec<UndoRow>, Error> {
    let undoable = registration::undoable(tx, event.id).await?;
    let row = |one: registration::Undoable| UndoRow {
        batch: one.batch.to_string(),
        state: one.to.as_str(),
        count: one.count,
        until: stamp(event, one.until),
    };
    Ok(undoable.into_iter().map(row).collect())
}

/// What the address says came of a decision.
pub fn told(filled: &Filled, event: &Event, undo: &[UndoRow], now: Instant) -> Option<Told> {
    if filled.text("done").is_empty() {
        return None;
    }
    let number = |name: &str| filled.text(name).parse().unwrap_or(0);
    let batch = undo.iter().find(|row| row.batch == filled.text("undo"));
    Some(Told {
        batch: batch.map(|row| row.batch.clone()),
        until: batch.map(|_| stamp(event, now + registration::TIME_TO_UNDO)),
        full: number("full"),
        not_open: number("not_open"),
        know_link: number("know"),
        listed: number("listed"),
        stay: number("stay"),
    })
}

/// Who did something, by what the audit log names them.
pub async fn who(tx: &mut Tx, desk: &Desk, actor: &str) -> Result<String, Error> {
    let key = format!("registration-actor-{actor}");
    if desk.locale().knows(&key) {
        return Ok(desk.locale().text(&key));
    }
    let name = match actor.parse() {
        Ok(id) => name_of(tx, desk.locale(), id).await?,
        Err(_) => None,
    };
    Ok(name.unwrap_or_else(|| desk.locale().text("registration-actor-gone")))
}
