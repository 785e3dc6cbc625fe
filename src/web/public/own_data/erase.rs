//! Having everything erased at once (P-6).

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use crate::event::facts_with_sessions;
use crate::outbox::{self, MessageState, Sent};
use crate::registration::{self, Notice, RegistrationState, sharing_mailbox};
use crate::view::{OwnErasePage, OwnErasedPage};
use crate::web::public::own::owned;
use crate::web::public::visitor::Visit;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

/// Mails to one person that are looked at.
const MOST_MAILS: i64 = 1_000;

/// Says what would go and what cannot, with the button for it.
pub async fn ask(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let (event, registration) = owned(&mut tx, &site, &token).await?;
    let (subject, recipient) = (event.id.uuid(), registration.id.uuid());
    let mails = outbox::to(&mut tx, subject, recipient, MOST_MAILS).await?;
    let path = format!("/registrations/{token}/erase");
    let has_place = registration.state == RegistrationState::Confirmed;
    let page = OwnErasePage {
        frame: visit.frame_about(&event, &path).private(),
        event: facts_with_sessions(&event, visit.locale(), &registration.sessions),
        event_page: visit.event_path(&event, ""),
        erase: visit.own_path(&token, "/erase"),
        withdraw: has_place.then(|| visit.own_path(&token, "/withdraw")),
        own: visit.own_path(&token, ""),
        leaving: mails.iter().any(takes_back),
        others: sharing_mailbox(&mut tx, &registration).await?,
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// Erases everything. The address of the page is none any more then: whoever comes back finds the neutral one.
pub async fn erase(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.begin().await?;
    let (event, registration) = owned(&mut tx, &site, &token).await?;
    let others = sharing_mailbox(&mut tx, &registration).await?;
    if !registration::erase(&mut tx, &site.key, &event, &registration).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    site.worker.notify_one();
    let page = OwnErasedPage {
        frame: visit.frame_about(&event, "/").private(),
        others,
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// Whether a mail that takes an entry out of their calendar has still to leave.
fn takes_back(mail: &Sent) -> bool {
    let waits = matches!(
        mail.state,
        MessageState::Scheduled | MessageState::Leased | MessageState::Retry
    );
    waits && mail.kind == Notice::Withdrawn.as_str()
}
