//! The passkeys of somebody: added by the script of the page, removed by a button.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{PATH, page};
use crate::account::passkey::{self, Passkey};
use crate::account::sign_out_elsewhere;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::text::SingleLine;
use crate::base::zone::Zone;
use crate::view::desk::{PasskeyRow, PasskeysPart};
use crate::view::{Field, Form, Hidden, Problem, Widget};
use crate::web::Error;
use crate::web::cookies::{self, Purpose};
use crate::web::form::Filled;
use crate::web::methods::post;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::doors::Doors;
use crate::web::organiser::sign_in::passkey::{handed_out, party};
use crate::web::reply::see_other;

const PASSKEYS: &str = "/organise/account/passkeys";

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .signed_in(PASSKEYS, post(add))
        .signed_in("/organise/account/passkeys/challenge", post(challenge))
        .signed_in("/organise/account/passkeys/{passkey}/remove", post(remove))
}

/// What the browser is to be asked: a new passkey for whoever works here.
async fn challenge(desk: Desk) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let party = party(&desk.site)?;
    let mut tx = desk.site.db.begin().await?;
    let asked = passkey::begin_adding(&mut tx, &party, &desk.organiser).await?;
    tx.commit().await?;
    Ok(handed_out(&desk.site, &asked))
}

/// Signs in by the passkey too that the browser has made, and signs every other browser out.
async fn add(desk: Desk, headers: HeaderMap, body: Bytes) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let (filled, party) = (Filled::read(&body)?, party(&desk.site)?);
    let name = SingleLine::clean(filled.text("passkey"));
    let Some(browser) = cookies::read(&desk.site, &headers, Purpose::Passkey) else {
        return refused(&desk).await;
    };
    let mut tx = desk.site.db.begin().await?;
    let answered = (&browser, filled.text("answer"));
    if !passkey::add(&mut tx, &party, desk.organiser.id, answered, &name).await? {
        // The challenge is used up all the same.
        tx.commit().await?;
        return refused(&desk).await;
    }
    sign_out_elsewhere(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    let done = desk.done(PATH, "passkey-added");
    Ok(cookies::take(&desk.site, done, Purpose::Passkey))
}

/// Signs every other browser out besides: whoever has the lost device may be signed in there.
async fn remove(desk: Desk, Path(passkey): Path<Uuid>) -> Result<Response, Error> {
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    if !passkey::remove(&mut tx, desk.organiser.id, Id::from_uuid(passkey)).await? {
        return Err(Error::NotFound);
    }
    sign_out_elsewhere(&mut tx, &desk.sign_in).await?;
    tx.commit().await?;
    Ok(desk.done(PATH, "passkey-removed"))
}

async fn refused(desk: &Desk) -> Result<Response, Error> {
    let mut page = page(desk, None).await?;
    if let Some(part) = &mut page.passkeys {
        part.form.problems.push(Problem {
            field: None,
            words: desk.locale().text("passkey-not-added"),
        });
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response())
}

/// Those there are, and a form that adds one; none where browsers make none for this site.
pub(super) async fn part(desk: &Desk, tx: &mut Tx) -> Result<Option<PasskeysPart>, Error> {
    if party(&desk.site).is_err() {
        return Ok(None);
    }
    let locale = desk.locale();
    let name = Field::optional("passkey", Widget::Line, locale.text("passkey-name"));
    let mut form = Form::of(
        PASSKEYS,
        vec![name.hinted(locale.text("passkey-name-hint"))],
    );
    form.hidden.push(Hidden {
        name: "answer".to_owned(),
        value: String::new(),
    });
    let passkeys = passkey::of(tx, desk.organiser.id).await?;
    Ok(Some(PasskeysPart {
        rows: passkeys.iter().map(|passkey| row(desk, passkey)).collect(),
        is_full: passkeys.len() >= passkey::MOST,
        form,
        challenge: format!("{PASSKEYS}/challenge"),
    }))
}

fn row(desk: &Desk, passkey: &Passkey) -> PasskeyRow {
    let moment = |at| desk.locale().moment(&Zone::utc(), at);
    PasskeyRow {
        name: passkey.name.to_string(),
        made: moment(passkey.made_at),
        used: passkey.used_at.map(moment),
        remove: format!("{PASSKEYS}/{}/remove", passkey.id),
    }
}
