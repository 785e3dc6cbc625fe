use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Session, SessionOf};
use crate::registration::Expected;
use crate::view::Choice;
use crate::view::desk::check_in::Guest;
use crate::web::Error;
use crate::web::organiser::desk::Desk;

use super::{session_name, stamp, who};

/// Somebody expected, in the words of whoever stands at the door.
pub async fn guest(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    expected: Expected,
) -> Result<Guest, Error> {
    let by = match &expected.checked_in_by {
        Some(actor) => Some(who(tx, desk, actor).await?),
        None => None,
    };
    let locale = desk.locale();
    // Who listens in a language of the floor needs no headset.
    let headset = expected.listening.as_ref().filter(|language| {
        let details = &event.details;
        details
            .interpretation
            .iter()
            .any(|channel| channel.to == **language)
            && details.languages.first() != Some(*language)
    });
    Ok(Guest {
        id: expected.id.to_string(),
        name: expected.name.to_string(),
        about: expected
            .position
            .into_iter()
            .chain(expected.organisation)
            .collect(),
        mode: expected.mode.as_str(),
        language: locale.language_name(&expected.language),
        headset: headset.map(|language| locale.language_name(language)),
        came_at: expected.checked_in_at.map(|at| stamp(event, at)),
        by,
    })
}

/// The session of this key, or else the one that is on, or next.
pub fn session<'a>(event: &'a Event, key: &str, now: Instant) -> Option<SessionOf<'a>> {
    let named = event
        .sessions()
        .find(|session| event.details.session_key(session.index).as_str() == key);
    named.or_else(|| current(event, &event.session_ids, now))
}

/// Of `among`, the session that is on, or next, or was the last.
pub fn current<'a>(event: &'a Event, among: &[Id<Session>], now: Instant) -> Option<SessionOf<'a>> {
    let mut own: Vec<SessionOf<'a>> = event
        .sessions()
        .filter(|session| among.contains(&session.id))
        .collect();
    own.sort_by_key(|session| session.sitting.starts_at);
    let next = own.iter().find(|session| now < session.sitting.ends_at);
    next.or(own.last()).copied()
}

/// A session to choose.
pub fn choice(desk: &Desk, event: &Event, session: SessionOf<'_>, chosen: Id<Session>) -> Choice {
    Choice {
        chosen: session.id == chosen,
        ..Choice::new(
            event.details.session_key(session.index).to_string(),
            session_name(event, desk.locale(), session),
        )
    }
}
