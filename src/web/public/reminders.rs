//! Whether somebody wants to be reminded: the page and the robot that a mail's List-Unsubscribe
//! leads to.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::Response;

use super::allowance::{may_change, too_many};
use super::own::{held, owned};
use super::visitor::Visit;
use crate::event::{Event, facts_with_sessions};
use crate::registration::{Registration, resume_reminders, stop_reminders};
use crate::view::{Reminders, RemindersPage};
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

/// Who asks for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Somebody who reads the page wants no more.
    Stop,
    /// Somebody who reads the page wants them again.
    Resume,
    /// A mailbox provider's robot wants no more for somebody (RFC 8058).
    OneClick,
}

/// Says how it is, with a button for the other way.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let (event, registration) = owned(&mut tx, &site, &token).await?;
    let stopped = !registration.wants_reminders;
    page(&visit, &event, &registration, &token, stopped)
}

/// Does what is asked, and again the same. It needs no cookie and frees no place; a robot gets the
/// page at once, since it must not be led elsewhere (RFC 8058 section 3.1).
pub async fn choose(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let wish = Wish::read(&body);
    let mut tx = site.db.begin().await?;
    let (event, registration) = held(&mut tx, &site, &token).await?;
    // Whoever has none any more may say so again and again.
    if wish == Wish::Resume && !may_change(&mut tx, &site, registration.id).await? {
        return Ok(too_many());
    }
    match wish {
        Wish::Resume => resume_reminders(&mut tx, &registration).await?,
        Wish::Stop | Wish::OneClick => stop_reminders(&mut tx, &registration).await?,
    };
    tx.commit().await?;
    if wish == Wish::OneClick {
        return page(&visit, &event, &registration, &token, true);
    }
    Ok(secret(see_other(&reminders_path(&visit, &token))))
}

/// Where the choice about reminders is shown and posted.
pub fn reminders_path(visit: &Visit<'_>, token: &str) -> String {
    visit.own_path(token, "/reminders")
}

impl Wish {
    /// Robots post `List-Unsubscribe=One-Click` as either kind of form, and some post nothing: who
    /// posts here without a word of our own page wants to be left alone.
    fn read(body: &[u8]) -> Self {
        let mut fields = form_urlencoded::parse(body);
        let chosen = fields.find(|(name, _)| name == "reminders");
        match chosen.as_ref().map(|(_, value)| value.as_ref()) {
            Some("resume") => Self::Resume,
            Some(_) => Self::Stop,
            None => Self::OneClick,
        }
    }
}

fn page(
    visit: &Visit<'_>,
    event: &Event,
    registration: &Registration,
    token: &str,
    stopped: bool,
) -> Result<Response, Error> {
    let locale = visit.locale();
    let own = format!("/registrations/{token}");
    let page = RemindersPage {
        frame: visit
            .frame_about(event, &format!("{own}/reminders"))
            .private(),
        event: facts_with_sessions(event, locale, &registration.sessions),
        event_page: visit.event_path(event, ""),
        reminders: Reminders {
            address: reminders_path(visit, token),
            stopped,
        },
        own: format!("/{}{own}", visit.language),
    };
    Ok(secret(html(visit.site.view.page(&page, visit.language)?)))
}
