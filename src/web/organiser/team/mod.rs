//! Who works for the organisation: roles given and taken, and people asked in.

mod invitation;
mod page;

use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;
use uuid::Uuid;

use super::desk::Desk;
use super::doors::Doors;
use crate::account::{self, Organiser, Role, TakenAway, invitation as invitations};
use crate::base::id::Id;
use crate::base::text::EmailAddress;
use crate::event;
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get, post};
use crate::web::reply::see_other;

const PATH: &str = "/organise/team";

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .of_organisation(Role::Owner, PATH, get(page::show).and_post(invite))
        .of_organisation(Role::Owner, "/organise/team/{member}", post(change))
        .of_organisation(
            Role::Owner,
            "/organise/team/{member}/{event_id}",
            post(change_for_event),
        )
        .of_organisation(
            Role::Owner,
            "/organise/team/invitations/{invitation}/withdraw",
            post(withdraw),
        )
        .anyone(
            "/organise/invitations/{token}",
            get(invitation::show).and_post(invitation::accept),
        )
}

/// Asks somebody in, by mail.
async fn invite(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let email: Result<EmailAddress, _> = filled.text("email").parse();
    let role: Result<Role, _> = filled.text("role").parse();
    let (Ok(email), Ok(role)) = (&email, role) else {
        return page::refused(&desk, &filled).await;
    };
    if role == Role::Owner && !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    let event = match filled.text("event") {
        "" => None,
        slug => {
            let slug = slug.parse().map_err(|_| Error::NotFound)?;
            let access = event::access(&mut tx, desk.organiser.id, &slug).await?;
            let own = access.filter(|access| access.organisation.id == desk.organisation.id);
            Some(own.ok_or(Error::NotFound)?.event.uuid())
        }
    };
    let by = (&desk.organiser, desk.organisation.id);
    let domain = desk.site.sender.domain();
    invitations::invite(&mut tx, &desk.site.key, by, (event, role), email, domain).await?;
    tx.commit().await?;
    desk.site.worker.notify_one();
    Ok(desk.done(PATH, "invited"))
}

/// Gives a member another role in the organisation, or takes it away.
async fn change(desk: Desk, Path(member): Path<Uuid>, body: Bytes) -> Result<Response, Error> {
    change_at(&desk, Id::from_uuid(member), None, &body).await
}

/// The same for one event of it.
async fn change_for_event(
    desk: Desk,
    Path((member, event)): Path<(Uuid, Uuid)>,
    body: Bytes,
) -> Result<Response, Error> {
    change_at(&desk, Id::from_uuid(member), Some(event), &body).await
}

async fn change_at(
    desk: &Desk,
    member: Id<Organiser>,
    event: Option<Uuid>,
    body: &Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(body)?;
    if filled.text("role").parse() == Ok(Role::Owner) && !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let (organisation, actor) = (desk.organisation.id, desk.actor());
    let mut tx = desk.site.db.begin().await?;
    let (became, said) = match filled.text("role").parse() {
        Ok(role) => {
            let became =
                account::change_role(&mut tx, member, organisation, event, role, &actor).await?;
            (became, "role-given")
        }
        Err(_) => {
            let became = account::take_away(&mut tx, member, organisation, event, &actor).await?;
            (became, "role-taken")
        }
    };
    tx.commit().await?;
    match became {
        TakenAway::Done => Ok(desk.done(PATH, said)),
        TakenAway::NotThere => Err(Error::NotFound),
        TakenAway::LastOwner => Ok(desk.done(PATH, "last-owner")),
    }
}

/// Takes an invitation back.
async fn withdraw(desk: Desk, Path(invitation): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let id = Id::from_uuid(invitation);
    if !invitations::withdraw(&mut tx, desk.organisation.id, id, &desk.actor()).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(desk.done(PATH, "invitation-withdrawn"))
}
