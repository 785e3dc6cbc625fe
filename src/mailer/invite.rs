//! The calendar object that goes along with a message.

use super::compose::Case;
use super::entry::{CannotEnter, public_entry, title};
use crate::base::text::{EmailAddress, SingleLine};
use crate::calendar::{self, Conference, Invitation, Link, Method, NotALink, Organizer};
use crate::event::{Event, Mode, SessionOf};
use crate::registration::{Issue, Notice};
use crate::view::{CalendarText, CannotRender, Locale, Occasion, View};

/// Why there is no object.
#[derive(Debug, thiserror::Error)]
pub enum CannotInvite {
    /// Its words cannot be found.
    #[error(transparent)]
    Words(#[from] CannotRender),
    /// An address that cannot stand in an object.
    #[error(transparent)]
    Link(#[from] NotALink),
    /// An entry cannot be made.
    #[error(transparent)]
    Entry(#[from] CannotEnter),
    /// The session it is for does not exist any more.
    #[error("the session is gone")]
    SessionGone,
}

/// The object of `issue`: a CANCEL for a withdrawal, of a person or of the event, a REQUEST else (CAL-1).
pub(super) fn object(
    view: &View,
    case: &Case<'_>,
    issue: &Issue,
    about: Occasion,
) -> Result<String, CannotInvite> {
    let event = &case.event;
    let session = event
        .sessions()
        .find(|session| case.own.contains(&session.id))
        .ok_or(CannotInvite::SessionGone)?;
    let language = case.locale.language();
    let gone = match case.notice {
        Notice::Withdrawn => Some("withdrawn"),
        Notice::Cancelled => Some("cancelled"),
        _ => None,
    };
    let page: Link = about.event_page.parse()?;
    let summary = SingleLine::clean(&title(&case.event, &about.event));
    let location = SingleLine::clean(&location(case, &about));
    let method = match gone {
        Some(why) => Method::Cancel {
            comment: SingleLine::clean(&case.locale.text(&format!("calendar-{why}"))),
        },
        None => Method::Request {
            page,
            conference: conference(case)?,
        },
    };
    let text = CalendarText {
        mode: Some(case.registration.mode.as_str()),
        released: case.link.is_some(),
        gone,
        about,
    };
    Ok(Invitation {
        method,
        uid: issue.uid.clone(),
        sequence: issue.sequence,
        issued: issue.issued_at,
        created: case.registration.registered_at,
        organizer: organizer(event, case.locale),
        attendee: case.registration.email.clone(),
        zone: event.details.zone.clone(),
        starts: session.sitting.starts_at,
        ends: session.sitting.ends_at,
        summary,
        description: view.calendar_description(&text, language)?,
        location,
        language: language.clone(),
    }
    .write())
}

/// Somebody who appears in a session, and has it in their calendar.
pub(super) struct Appearing<'a> {
    pub(super) event: &'a Event,
    pub(super) session: SessionOf<'a>,
    pub(super) locale: &'a Locale,
    pub(super) to: &'a EmailAddress,
    /// The link, where they have it.
    pub(super) join: Option<&'a str>,
    pub(super) is_cancelled: bool,
}

/// The object of `issue` for somebody who appears: a CANCEL where nothing takes place, a REQUEST else.
pub(super) fn lineup_object(
    view: &View,
    of: &Appearing<'_>,
    issue: &Issue,
    about: Occasion,
) -> Result<String, CannotInvite> {
    let Appearing {
        event,
        session,
        locale,
        ..
    } = of;
    let language = locale.language();
    let join = |link: &str| -> Result<Conference, NotALink> {
        Ok(Conference {
            link: link.parse()?,
            label: SingleLine::clean(&locale.text("calendar-join")),
        })
    };
    let method = if of.is_cancelled {
        Method::Cancel {
            comment: SingleLine::clean(&locale.text("calendar-cancelled")),
        }
    } else {
        Method::Request {
            page: about.event_page.parse()?,
            conference: of.join.map(join).transpose()?,
        }
    };
    let summary = SingleLine::clean(&title(event, &about.event));
    let text = CalendarText {
        mode: None,
        released: of.join.is_some(),
        gone: of.is_cancelled.then_some("cancelled"),
        about,
    };
    Ok(Invitation {
        method,
        uid: issue.uid.clone(),
        sequence: issue.sequence,
        issued: issue.issued_at,
        created: event.created_at,
        organizer: organizer(event, locale),
        attendee: of.to.clone(),
        zone: event.details.zone.clone(),
        starts: session.sitting.starts_at,
        ends: session.sitting.ends_at,
        summary,
        description: view.calendar_description(&text, language)?,
        location: SingleLine::clean(&locale.text("calendar-location-online")),
        language: language.clone(),
    }
    .write())
}

fn organizer(event: &Event, locale: &Locale) -> Organizer {
    Organizer {
        name: event.sender_to(locale).name().clone(),
        address: event.sender.address(),
    }
}

/// A file with all sessions of somebody who comes to more of them than there should be mails, to
/// import by hand: it cannot be kept up to date (CAL-3).
pub(super) fn publication(
    view: &View,
    case: &Case<'_>,
    about: &Occasion,
) -> Result<String, CannotInvite> {
    let language = case.locale.language();
    let sessions = case.event.sessions();
    let entries = sessions
        .filter(|session| case.own.contains(&session.id))
        .map(|session| {
            public_entry(
                view,
                &about.site,
                &about.event_page,
                &case.event,
                session,
                language,
            )
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(calendar::publication(&entries))
}

fn conference(case: &Case<'_>) -> Result<Option<Conference>, NotALink> {
    case.join()
        .map(|join| {
            Ok(Conference {
                link: join.parse()?,
                label: SingleLine::clean(&case.locale.text("calendar-join")),
            })
        })
        .transpose()
}

/// Where to be: the room, or online, with when the link comes.
fn location(case: &Case<'_>, about: &Occasion) -> String {
    let locale = case.locale;
    if case.registration.mode == Mode::Online {
        let release = about
            .event
            .online
            .as_ref()
            .map_or("after_close", |online| online.release);
        return locale.text(&format!("calendar-location-{release}"));
    }
    let venue = about.event.venue.as_ref();
    let place = about
        .event
        .sessions
        .first()
        .and_then(|session| session.place.as_ref());
    let parts: Vec<String> = place
        .into_iter()
        .chain(venue.and_then(|venue| venue.name.as_ref()))
        .chain(venue.and_then(|venue| venue.address.as_ref()))
        .map(|words| words.text.clone())
        .chain(venue.and_then(|venue| venue.town.clone()))
        .collect();
    if parts.is_empty() {
        locale.text("venue-to-be-announced")
    } else {
        parts.join(", ")
    }
}
