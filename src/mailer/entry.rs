//! A session as everybody may have it in their calendar: in feeds, in files, and in the one mail of
//! somebody who comes to many sessions.

use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::calendar::{Entry, NotALink, Organizer, Status};
use crate::event::{Event, EventState, SessionOf, facts_to_send};
use crate::view::{CalendarText, CannotRender, EventFacts, Occasion, OwnWords, View};

/// Why there is no entry.
#[derive(Debug, thiserror::Error)]
pub enum CannotEnter {
    /// Its words cannot be found.
    #[error(transparent)]
    Words(#[from] CannotRender),
    /// An address that cannot stand in a calendar.
    #[error("an address cannot stand in a calendar: {0}")]
    Link(#[from] NotALink),
}

/// The entry of a session of `event` in `language`, which refers to the event's `page`. It never
/// holds the link to join by.
///
/// # Errors
/// [`CannotEnter`] where a host's template or the base address is at fault.
pub fn public_entry(
    view: &View,
    site: &str,
    page: &str,
    event: &Event,
    session: SessionOf<'_>,
    language: &Language,
) -> Result<Entry, CannotEnter> {
    let locale = view.locale(language);
    let facts = facts_to_send(event, locale, &[session.id]);
    let summary = title(event, &facts);
    let location = location(view, &facts, language);
    let cancelled = event.state == EventState::Cancelled;
    let about = Occasion {
        event: facts,
        event_page: page.to_owned(),
        site: site.to_owned(),
        discreet: event.is_sensitive(),
        sender: event.sender.address(),
        reply_to: event.contact(),
        own: OwnWords::default(),
    };
    let text = CalendarText {
        about,
        mode: None,
        released: false,
        gone: cancelled.then_some("cancelled"),
    };
    Ok(Entry {
        uid: format!("session-{}@{}", session.id, event.sender.domain()),
        sequence: event.revision,
        issued: event.updated_at,
        created: event.created_at,
        status: if cancelled {
            Status::Cancelled
        } else {
            Status::Confirmed
        },
        organizer: Organizer {
            name: if event.is_sensitive() {
                event.sender_to(locale).name().clone()
            } else {
                SingleLine::clean(site)
            },
            address: event.contact(),
        },
        zone: event.details.zone.clone(),
        starts: session.sitting.starts_at,
        ends: session.sitting.ends_at,
        summary: SingleLine::clean(&summary),
        description: view.calendar_description(&text, language)?,
        location: SingleLine::clean(&location),
        language: language.clone(),
        page: page.parse()?,
        image: None,
    })
}

/// The event's title, and the session's where the event has several.
pub(super) fn title(event: &Event, facts: &EventFacts) -> String {
    let own = facts
        .sessions
        .first()
        .and_then(|session| session.title.as_ref());
    match own.filter(|_| event.details.sessions.len() > 1) {
        Some(session) => format!("{}: {}", facts.title.text, session.text),
        None => facts.title.text.clone(),
    }
}

fn location(view: &View, facts: &EventFacts, language: &Language) -> String {
    let place = facts.venue.as_ref().and_then(|venue| venue.name.as_ref());
    match (place, &facts.online) {
        (Some(name), _) => name.text.clone(),
        (None, Some(_)) => view.locale(language).text("calendar-location-online"),
        (None, None) => view.locale(language).text("venue-to-be-announced"),
    }
}
