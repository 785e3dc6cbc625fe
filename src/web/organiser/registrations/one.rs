//! One registration: all that organisers may know of it, and what can be done.

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::response::Response;

use super::{base, decide, list, rows};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::{Event, EventState, Session};
use crate::registration::find::{self, Found};
use crate::registration::{self, Registration, RegistrationState, Verb, entered};
use crate::view::Words;
use crate::view::desk::EventTab;
use crate::view::desk::registrations::{
    CalendarRow, Deed, HistoryRow, MailRow, NoteRow, RegistrationPage, StayRow,
};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::public::{entered_in_form, typed};
use crate::{audit, outbox};

/// Mails and deeds that are shown, of each.
const MOST_LINES: i64 = 60;

/// The registration that the address names, of the event that it names.
pub async fn show(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let now = tx.now();
    let event = desk.event(&mut tx).await?;
    let registration = named(&mut tx, &event, &path).await?;
    let undo = rows::undo_rows(&mut tx, &event).await?;
    let mut given = entered(&mut tx, &registration).await?;
    let standing = registration::standing_decision(&mut tx, registration.id).await?;
    let found = found(&registration, &given, standing.map(|(_, until)| until));
    let tags = registration::tags_of(&mut tx, &[registration.id]).await?;
    let row = rows::rows(&desk, &event, vec![found], tags, now);
    // They stand above.
    (given.organisation, given.position) = (None, None);
    let mut answers = typed(
        desk.locale(),
        &event,
        &entered_in_form(&event, &registration, given),
    );
    answers.drain(..rows::said_above(&event).min(answers.len()));
    let stamp = |at| rows::stamp(&event, at);
    let page = RegistrationPage {
        told: rows::told(&filled, &event, &undo, now),
        undo: standing.map(|(batch, _)| batch.to_string()),
        answers,
        sessions: sessions(&desk, &event, &registration),
        address_confirmed_at: registration.address_confirmed_at.map(stamp),
        confirmed_at: registration.confirmed_at.map(stamp),
        reason: reason(&desk, &event, &registration),
        earlier: earlier(&mut tx, &desk, registration.id).await?,
        calendar: calendar(&mut tx, &desk, &event, &registration).await?,
        mails: mails(&mut tx, &desk, &event, &registration).await?,
        stays: stays(&mut tx, &desk, &event, &registration).await?,
        notes: notes(&mut tx, &desk, &event, &registration).await?,
        history: history(&mut tx, &desk, &event, &registration).await?,
        deeds: deeds(&event, &registration, event.is_over(now)),
        reasons: decide::reasons(desk.locale(), &event, &filled),
        frame: desk.event_frame(&event, EventTab::Registrations),
        base: base(&event),
        row: row.into_iter().next().ok_or(Error::NotFound)?,
    };
    desk.html(&page)
}

/// Adds a note, or takes one away.
pub async fn note(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let registration = named(&mut tx, &event, &path).await?;
    let own = format!("{}/{}", base(&event), registration.id);
    let actor = desk.actor();
    let done = match filled.text("remove") {
        "" => {
            registration::add_note(&mut tx, &registration, filled.text("text"), &actor).await?;
            "note-added"
        }
        note => {
            let note = note.parse().map_err(|_| Error::NotFound)?;
            if !registration::remove_note(&mut tx, &registration, note, &actor).await? {
                return Err(Error::NotFound);
            }
            "note-removed"
        }
    };
    tx.commit().await?;
    Ok(desk.done(&own, done))
}

/// Gives it these tags and no others.
pub async fn tags(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let registration = named(&mut tx, &event, &path).await?;
    let tags = registration::read_tags(filled.text("tags"));
    registration::set_tags(&mut tx, &registration, &tags, &desk.actor()).await?;
    tx.commit().await?;
    let own = format!("{}/{}", base(&event), registration.id);
    Ok(desk.done(&own, "tags-set"))
}

/// One that is none of the event's is none (S-2).
async fn named(
    tx: &mut Tx,
    event: &Event,
    path: &HashMap<String, String>,
) -> Result<Registration, Error> {
    let id = path.get("registration").and_then(|id| id.parse().ok());
    let id: Id<Registration> = id.ok_or(Error::NotFound)?;
    let found = registration::load(tx, id).await?;
    found
        .filter(|registration| registration.event == event.id)
        .ok_or(Error::NotFound)
}

fn found(
    registration: &Registration,
    given: &registration::Entered,
    undo_until: Option<Instant>,
) -> Found {
    let one = registration.clone();
    Found {
        id: one.id,
        state: one.state,
        name: one.name,
        email: one.email,
        organisation: given.organisation.clone(),
        position: given.position.clone(),
        country: given.country.clone(),
        mode: one.mode,
        language: one.language,
        listening: one.listening,
        registered_at: one.registered_at,
        undo_until,
        undeliverable_at: one.undeliverable_at,
    }
}

/// What can be decided in its state.
fn deeds(event: &Event, registration: &Registration, is_over: bool) -> Vec<Deed> {
    use RegistrationState::{Cancelled, Confirmed, Declined, Pending, Unconfirmed, Waitlisted};
    if is_over || event.state != EventState::Published {
        return Vec::new();
    }
    let decides = event.details.terms.needs_approval();
    let verbs: &[Verb] = match registration.state {
        Pending => &[Verb::Approve, Verb::Waitlist, Verb::Decline, Verb::Withdraw],
        Waitlisted if decides => &[Verb::Approve, Verb::Decline, Verb::Withdraw],
        Waitlisted | Confirmed => &[Verb::Decline, Verb::Withdraw],
        Declined => &[Verb::Approve, Verb::Waitlist],
        Unconfirmed => &[Verb::Withdraw],
        Cancelled => &[],
    };
    let deed = |verb: &Verb| Deed {
        verb: verb.as_str(),
    };
    verbs.iter().map(deed).collect()
}

fn sessions(desk: &Desk, event: &Event, registration: &Registration) -> Vec<Words> {
    if event.session_ids.len() < 2 {
        return Vec::new();
    }
    let own = event
        .sessions()
        .filter(|session| registration.sessions.contains(&session.id));
    own.map(|session| list::session_name(event, desk.locale(), session))
        .collect()
}

fn named_session(desk: &Desk, event: &Event, id: Id<Session>) -> Words {
    let session = event.sessions().find(|session| session.id == id);
    session.map_or_else(
        || Words::plain(""),
        |session| list::session_name(event, desk.locale(), session),
    )
}

fn reason(desk: &Desk, event: &Event, registration: &Registration) -> Option<String> {
    let reason: &Localised = registration.decline_reason.as_ref()?;
    let picked = reason.pick(desk.language(), &event.details.text_order())?;
    Some(picked.text.clone())
}

async fn earlier(tx: &mut Tx, desk: &Desk, id: Id<Registration>) -> Result<i64, Error> {
    let mut earlier = find::earlier_places(tx, desk.organiser.id, &[id]).await?;
    Ok(earlier.remove(&id).unwrap_or(0))
}

async fn calendar(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    registration: &Registration,
) -> Result<Vec<CalendarRow>, Error> {
    let answers = registration::calendar_answers(tx, registration.id).await?;
    let row = |(session, answer, at): registration::Answered| CalendarRow {
        session: named_session(desk, event, session),
        answer: answer.as_str(),
        at: at.map(|at| rows::stamp(event, at)),
    };
    Ok(answers.into_iter().map(row).collect())
}

async fn mails(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    registration: &Registration,
) -> Result<Vec<MailRow>, Error> {
    let messages = outbox::to(tx, event.id.uuid(), registration.id.uuid(), MOST_LINES).await?;
    let row = |message: outbox::Sent| MailRow {
        kind: known_words(
            desk,
            &format!("registration-mail-{}", message.kind),
            &message.kind,
        ),
        state: message.state.as_str(),
        at: rows::stamp(event, message.settled_at.unwrap_or(message.due_at)),
        reply: message.last_reply,
    };
    Ok(messages.into_iter().map(row).collect())
}

async fn stays(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    registration: &Registration,
) -> Result<Vec<StayRow>, Error> {
    let mut stays = Vec::new();
    for stay in registration::stays(tx, registration.id).await? {
        stays.push(StayRow {
            session: named_session(desk, event, stay.session),
            at: rows::stamp(event, stay.at),
            by: rows::who(tx, desk, &stay.by).await?,
        });
    }
    Ok(stays)
}

async fn notes(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    registration: &Registration,
) -> Result<Vec<NoteRow>, Error> {
    let mut notes = Vec::new();
    for note in registration::notes(tx, registration.id).await? {
        notes.push(NoteRow {
            id: note.id.to_string(),
            author: rows::who(tx, desk, &note.author).await?,
            text: note.text,
            at: rows::stamp(event, note.written_at),
        });
    }
    Ok(notes)
}

async fn history(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    registration: &Registration,
) -> Result<Vec<HistoryRow>, Error> {
    let mut history = Vec::new();
    for line in audit::of_object(tx, registration.id.uuid(), MOST_LINES).await? {
        history.push(HistoryRow {
            action: known_words(
                desk,
                &format!("registration-deed-{}", line.action),
                &line.action,
            ),
            by: rows::who(tx, desk, &line.actor).await?,
            at: rows::stamp(event, line.at),
        });
    }
    Ok(history)
}

/// The catalogue's text under `key`, or the bare `word` where it has none.
fn known_words(desk: &Desk, key: &str, word: &str) -> String {
    if desk.locale().knows(key) {
        desk.locale().text(key)
    } else {
        word.to_owned()
    }
}
