//! What a phone's camera opens from the code on a badge: the person, and one button. Opening it does
//! nothing (S-7).

use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;

use super::{base, door, guests};
use crate::account::Role;
use crate::base::db::Tx;
use crate::event::{self, Event};
use crate::registration::{self, Expected, Registration, RegistrationState, badge_of, entered};
use crate::view::desk::EventTab;
use crate::view::desk::check_in::ArrivalPage;
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::reply::{secret, see_other};

/// The person.
pub async fn show(desk: Desk, Path(token): Path<String>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let (desk, event, registration) = found(&mut tx, desk, &token).await?;
    let now = tx.now();
    let has_place = registration.state == RegistrationState::Confirmed;
    let session = guests::current(&event, &registration.sessions, now).filter(|_| has_place);
    let stays = registration::stays(&mut tx, registration.id).await?;
    let given = entered(&mut tx, &registration).await?;
    let stay = stays
        .into_iter()
        .find(|stay| session.is_some_and(|session| session.id == stay.session));
    let expected = Expected {
        id: registration.id,
        name: registration.name.clone(),
        organisation: given.organisation,
        position: given.position,
        mode: registration.mode,
        language: registration.language.clone(),
        listening: registration.listening.clone(),
        checked_in_at: stay.as_ref().map(|stay| stay.at),
        checked_in_by: stay.map(|stay| stay.by),
    };
    let others = event.sessions().filter(|one| {
        let is_chosen = session.is_some_and(|session| session.id == one.id);
        has_place && !is_chosen && registration.sessions.contains(&one.id)
    });
    let nowhere = crate::base::id::Id::from_uuid(uuid::Uuid::nil());
    let page = ArrivalPage {
        action: format!("/organise/check-in/{token}"),
        guest: guests::guest(&mut tx, &desk, &event, expected).await?,
        state: registration.state.as_str(),
        session: session.map(|one| guests::choice(&desk, &event, one, one.id)),
        others: others
            .map(|one| guests::choice(&desk, &event, one, nowhere))
            .collect(),
        has_sessions: event.session_ids.len() > 1,
        frame: desk.event_frame(&event, EventTab::CheckIn),
        base: base(&event),
    };
    Ok(secret(desk.html(&page)?))
}

/// Notes that they have come, or takes that back.
pub async fn note(desk: Desk, Path(token): Path<String>, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let (desk, event, registration) = found(&mut tx, desk, &token).await?;
    let now = tx.now();
    let key = filled.text("session");
    let session = guests::session(&event, key, now).ok_or(Error::NotFound)?;
    let actor = desk.actor();
    let done = if filled.text("do") == "out" {
        registration::undo_check_in(&mut tx, &registration, session.id, &actor).await?;
        "check-in-undone"
    } else {
        let id = session.id;
        door::done_word(registration::check_in(&mut tx, &event, &registration, id, &actor).await?)
    };
    tx.commit().await?;
    Ok(secret(see_other(&format!(
        "/organise/check-in/{token}?done={done}"
    ))))
}

/// Whose badge it is, for who may check in there; for everybody else it is nobody's (S-1).
async fn found(
    tx: &mut Tx,
    mut desk: Desk,
    token: &str,
) -> Result<(Desk, Event, Registration), Error> {
    let id = badge_of(&desk.site.key, token).ok_or(Error::NotFound)?;
    let registration = registration::load(tx, id).await?.ok_or(Error::NotFound)?;
    let event = event::load(tx, &desk.site.key, registration.event).await?;
    let event = event.ok_or(Error::NotFound)?;
    let access = event::access(tx, desk.organiser.id, &event.details.slug).await?;
    let access = access.filter(|access| access.role >= Role::Assistant);
    let access = access.ok_or(Error::NotFound)?;
    desk.organisation = access.organisation;
    desk.role = Some(access.role);
    Ok((desk, event, registration))
}
