use super::basics::read;
use super::offers::tongues;
use crate::base::zone::WallTime;
use crate::event::{Capacity, Details, Session, Text};
use crate::web::organiser::editor::slot::{Asked, Lens, Slot};

/// How many languages are spoken in a session at most.
const MOST_TONGUES: usize = 2;

/// The session at `index`.
pub fn session(index: usize) -> Lens<Session> {
    Lens::new(
        move |details| details.sessions.get(index),
        move |details| details.sessions.get_mut(index),
    )
}

/// From when to when it is.
pub fn times(index: usize) -> Vec<Slot> {
    let session = session(index);
    let put_start = |s: &mut Session, wall: Option<WallTime>| s.starts = wall.unwrap_or(s.starts);
    let put_end = |s: &mut Session, wall: Option<WallTime>| s.ends = wall.unwrap_or(s.ends);
    let starts = session.moment("starts", |s| Some(s.starts), put_start);
    let ends = session.moment("ends", |s| Some(s.ends), put_end);
    let required = |slot: Slot| {
        if slot.asked == Asked::Moment {
            slot.required()
        } else {
            slot
        }
    };
    starts.into_iter().chain(ends).map(required).collect()
}

/// Everything about a session but its lineup and its link.
pub fn slots(details: &Details, index: usize) -> Vec<Slot> {
    let session = session(index);
    let title = session.texts(
        details,
        "session-title",
        Text::TITLE,
        |s| s.title.as_ref(),
        |s, text| s.title = text,
    );
    let about = session.texts(
        details,
        "abstract",
        Text::LINES,
        |s| s.r#abstract.as_ref(),
        |s, text| s.r#abstract = text,
    );
    let place = session.texts(
        details,
        "place",
        Text::LINE,
        |s| s.place.as_ref(),
        |s, text| s.place = text,
    );
    let mut slots = times(index);
    slots.extend(title.into_iter().chain(about).chain(place));
    slots.push(languages(&session));
    slots.extend(capacity(
        &session,
        "session-capacity",
        |s| s.capacity,
        |s, c| s.capacity = c,
    ));
    slots
}

fn languages(session: &Lens<Session>) -> Slot {
    let shown = |s: &Session| {
        s.languages
            .iter()
            .flatten()
            .map(ToString::to_string)
            .collect()
    };
    let put = |s: &mut Session, typed: &[&str]| {
        let languages = read(typed)?;
        s.languages = (!languages.is_empty()).then_some(languages);
        Ok(())
    };
    let asked = Asked::Ranked(MOST_TONGUES);
    session
        .slot("session-languages", asked, shown, put)
        .offering(tongues)
}

/// The places by mode; none stated is no limit.
pub fn capacity<T: 'static>(
    lens: &Lens<T>,
    label: &str,
    of: fn(&T) -> Option<Capacity>,
    put: fn(&mut T, Option<Capacity>),
) -> Vec<Slot> {
    let mode =
        |mode: &str, read: fn(Capacity) -> Option<u32>, write: fn(&mut Capacity, Option<u32>)| {
            let shown = move |part: &T| {
                let places = of(part).and_then(read);
                places.iter().map(ToString::to_string).collect()
            };
            let change = move |part: &mut T, typed: &[&str]| {
                let places = super::registration::count(typed)?;
                let mut capacity = of(part).unwrap_or_default();
                write(&mut capacity, places);
                put(part, (capacity != Capacity::default()).then_some(capacity));
                Ok(())
            };
            lens.slot(&format!("{label}-{mode}"), Asked::Number, shown, change)
        };
    vec![
        mode(
            "in_person",
            |c| c.in_person,
            |c, places| c.in_person = places,
        ),
        mode("online", |c| c.online, |c, places| c.online = places),
    ]
}
