//! What one button does.

use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;

use super::super::desk::Desk;
use super::board::overtaken;
use super::{back_to, number, path, wake};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::lineup::{self, Edit, Edited, Invited, Whom};
use crate::event::{Appearance, Event};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::reply::see_other;

/// Does to somebody what the address says: moves them, says how far the agreement has come, asks them …
pub(super) async fn act(
    desk: Desk,
    Path((_, appearance, act)): Path<(String, String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let id: Id<Appearance> = appearance.parse().map_err(|_| Error::NotFound)?;
    let edit = match act.as_str() {
        "move" => Edit::Move(id, filled.text("to").parse().unwrap_or(1)),
        "state" => {
            let state = filled.text("state").parse();
            Edit::State(id, state.map_err(|_| Error::NotFound)?)
        }
        "remove" => Edit::Remove(id),
        "note" => Edit::Note(id),
        "invite" => return invite(desk, number(filled.text("revision")), Whom::One(id)).await,
        "revoke" => return revoke(desk, id).await,
        _ => return Err(Error::NotFound),
    };
    let revision = number(filled.text("revision"));
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let placed = lineup::placed(&mut tx, event.id, id).await?;
    let session = placed.ok_or(Error::NotFound)?.session;
    let is_move = matches!(edit, Edit::Move(..));
    match lineup::edit(&mut tx, &event, &desk.actor(), revision, edit).await? {
        Edited::Done(_) => {}
        Edited::Overtaken => return again(&desk, tx, Some(session), revision).await,
        Edited::Unknown => return Err(Error::NotFound),
    }
    tx.commit().await?;
    wake(&desk);
    let back = if is_move {
        format!("{}&moved={id}#row-{id}", back_to(&event, session, ""))
    } else {
        back_to(&event, session, &format!("lineup-{act}"))
    };
    Ok(see_other(&back))
}

/// Brings a role one earlier.
pub(super) async fn role_up(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let session = filled
        .text("session")
        .parse()
        .map_err(|_| Error::NotFound)?;
    let role = filled.text("role").parse().map_err(|_| Error::NotFound)?;
    let revision = number(filled.text("revision"));
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let edit = Edit::RoleUp(session, role);
    match lineup::edit(&mut tx, &event, &desk.actor(), revision, edit).await? {
        Edited::Done(_) => {}
        Edited::Overtaken => return again(&desk, tx, Some(session), revision).await,
        Edited::Unknown => return Err(Error::NotFound),
    }
    tx.commit().await?;
    Ok(see_other(&back_to(&event, session, "lineup-role")))
}

/// Asks everybody with an address whom nobody has asked.
pub(super) async fn invite_all(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    invite(desk, number(filled.text("revision")), Whom::All).await
}

async fn invite(desk: Desk, revision: i64, whom: Whom) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let session = match whom {
        Whom::All => None,
        Whom::One(id) => {
            let placed = lineup::placed(&mut tx, event.id, id).await?;
            Some(placed.ok_or(Error::NotFound)?.session)
        }
    };
    let (key, actor) = (&desk.site.key, desk.actor());
    let invited = lineup::invite(&mut tx, key, &event, &actor, (revision, whom)).await?;
    let done = match invited {
        Invited::Done(count) => format!("lineup-invited&n={count}"),
        Invited::NotReached => "lineup-not-reached".to_owned(),
        Invited::Overtaken => return again(&desk, tx, session, revision).await,
    };
    tx.commit().await?;
    wake(&desk);
    Ok(see_other(&match session {
        Some(session) => back_to(&event, session, &done),
        None => path(&event, &format!("?done={done}")),
    }))
}

/// Makes the link that somebody was sent lead nowhere.
async fn revoke(desk: Desk, id: Id<Appearance>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event: Event = desk.event(&mut tx).await?;
    let placed = lineup::placed(&mut tx, event.id, id).await?;
    let placed = placed.ok_or(Error::NotFound)?;
    let key = &desk.site.key;
    lineup::revoke(&mut tx, key, &event, &desk.actor(), &placed).await?;
    tx.commit().await?;
    Ok(see_other(&back_to(&event, placed.session, "lineup-revoke")))
}

/// Drops what was begun, and shows what others did.
async fn again(
    desk: &Desk,
    tx: Tx,
    session: Option<Id<crate::event::Session>>,
    revision: i64,
) -> Result<Response, Error> {
    drop(tx);
    let mut tx = desk.site.db.read().await?;
    overtaken(desk, &mut tx, session, revision).await
}
