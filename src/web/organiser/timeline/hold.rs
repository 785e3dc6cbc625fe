//! Holding mails, skipping them, and letting them go.

use axum::body::Bytes;
use axum::response::Response;
use serde_json::json;

use super::base;
use crate::account::{self, Role};
use crate::audit;
use crate::base::db::Tx;
use crate::event::{self, HeldMail, HoldState};
use crate::mailer::hold::{self, Spoken};
use crate::outbox::{self, PausedBy};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// Holds a mail of the plan, skips it, or lets it go.
pub(super) async fn speak(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let (key, moment, state) = wish(&filled).ok_or(Error::NotFound)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let spoken = Spoken::at(&event, key, moment);
    let is_said = hold::speak(&mut tx, &event, &spoken, state, &desk.actor()).await?;
    if !is_said {
        return Ok(desk.done(&base(&event), "mail-moved-on"));
    }
    tx.commit().await?;
    desk.site.worker.notify_one();
    Ok(desk.done(&base(&event), said(state)))
}

/// What a form asks for; `None` where it can have been none of ours.
fn wish(filled: &Filled) -> Option<((HeldMail, i64), i64, HoldState)> {
    let mail: HeldMail = filled.text("mail").parse().ok()?;
    let state: HoldState = filled.text("say").parse().ok()?;
    let is_link = matches!(mail, HeldMail::Link | HeldMail::LineupLink);
    let key = (mail, filled.text("mark").parse().ok()?);
    let moment = filled.text("moment").parse().ok()?;
    // Nobody does without the link for good.
    (!is_link || state != HoldState::Skipped).then_some((key, moment, state))
}

const fn said(state: HoldState) -> &'static str {
    match state {
        HoldState::Held => "mail-held",
        HoldState::Skipped => "mail-skipped",
        HoldState::Resumed => "mail-resumed",
    }
}

/// Lets the link leave that waits for an organiser's word.
pub(super) async fn release(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    if !event::release(&mut tx, &event, &desk.actor()).await? {
        return Ok(desk.done(&base(&event), "mail-moved-on"));
    }
    tx.commit().await?;
    desk.site.worker.notify_one();
    Ok(desk.done(&base(&event), "mail-released"))
}

/// Ends the rest of all mail.
pub(super) async fn resume(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    if !may_resume(&mut tx, &desk).await? {
        return Err(Error::Forbidden);
    }
    if outbox::resume(&mut tx).await? {
        audit::record(
            &mut tx,
            &desk.actor(),
            "mail_resumed",
            desk.organisation.id.uuid(),
            json!({}),
        )
        .await?;
        tx.commit().await?;
        desk.site.worker.notify_one();
    }
    Ok(desk.done(&base(&event), "mail-going"))
}

/// Whether whoever works here may let mail go again: all of the instance rests, so that it takes its only
/// organisation's owner, and what an operator stopped is for an operator to end.
pub(super) async fn may_resume(tx: &mut Tx, desk: &Desk) -> Result<bool, Error> {
    let pause = outbox::standing(tx).await?;
    let is_operators = pause.is_some_and(|pause| pause.paused_by == PausedBy::Operator);
    let is_only = account::the_only_one(tx).await?.is_some();
    Ok(desk.may_in_all(Role::Owner) && is_only && !is_operators)
}
