//! Whether an identity provider vouches for somebody.

use axum::response::Response;

use super::PATH;
use crate::account::identity::{self, Bond};
use crate::account::sign_out_elsewhere;
use crate::base::db::Tx;
use crate::view::desk::SsoPart;
use crate::web::Error;
use crate::web::client::Client;
use crate::web::methods::post;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::doors::Doors;
use crate::web::organiser::sign_in::Door;
use crate::web::organiser::sign_in::sso::send;
use crate::web::reply::see_other;

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .signed_in("/organise/account/sso", post(connect))
        .signed_in("/organise/account/sso/remove", post(disconnect))
}

/// Sends the browser there; what it comes back with is whoever works here.
async fn connect(desk: Desk, client: Client) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let door = Door::of(&desk.site, desk.language(), PATH);
    send(&door, Some(desk.organiser.id), &client.place).await
}

/// Signs every other browser out besides, as it may have been signed in by the provider's word.
async fn disconnect(desk: Desk) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    identity::disconnect(&mut tx, desk.organiser.id).await?;
    sign_out_elsewhere(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "sso-disconnected"))
}

/// The provider, and whether it vouches for whoever works here; none where the operator has named none.
pub(super) async fn part(desk: &Desk, tx: &mut Tx) -> Result<Option<SsoPart>, Error> {
    let Some(provider) = &desk.site.sso else {
        return Ok(None);
    };
    let bond = identity::bond_with(tx, desk.organiser.id, provider.issuer()).await?;
    Ok(Some(SsoPart {
        provider: provider.name().to_owned(),
        is_connected: bond == Bond::Connected,
        is_ended: bond == Bond::Ended,
    }))
}
