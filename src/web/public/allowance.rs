//! How often anybody may send forms (S-25).

use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;

use crate::account::{Limit, are_allowed, is_allowed};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::registration::Registration;
use crate::web::client::{Client, Standing};
use crate::web::{Error, Site};

/// How often forms are accepted from one place on the net: more than people there register.
const FROM_ONE_PLACE: Limit = Limit {
    what: "forms from one place",
    tries: 500,
    within: TimeDelta::hours(1),
};

/// The same from a place that everybody may seem to come from.
const FROM_NEARBY: Limit = Limit {
    what: "forms from nearby",
    tries: 5000,
    ..FROM_ONE_PLACE
};

/// How often forms are accepted for one thing, wherever they come from: twenty thousand times for sure.
/// Counted in many parts, each of which is held until its form is kept, so that those who register at once
/// need not wait for each other; chance fills some of them sooner than others.
const FOR_ONE_THING: Limit = Limit {
    what: "forms for one event",
    tries: 30_000 / PARTS,
    ..FROM_ONE_PLACE
};
const PARTS: i64 = 200;

/// How often somebody may change their registration, or take a copy of it: whoever got hold of its address
/// can make neither mails nor work of it without end.
const OF_ONE_REGISTRATION: Limit = Limit {
    what: "changes of one registration",
    tries: 30,
    within: TimeDelta::hours(1),
};

/// How often somebody may say what an event was like: apart from the above, so that nobody who answers is kept from
/// changing something, or having a copy.
const OF_ONE_SURVEY: Limit = Limit {
    what: "answers to one survey",
    ..OF_ONE_REGISTRATION
};

/// Whether there were not too many forms from there, or for `thing`, within the hour. Who comes from nowhere
/// is not on the net.
pub async fn may_send(
    tx: &mut Tx,
    site: &Site,
    client: &Client,
    thing: &str,
) -> Result<bool, Error> {
    Ok(may_each_send(tx, site, &[client], thing).await?[0])
}

/// The same of several at once. Counts are held until their forms are kept, those of places first: that is the
/// order for everybody.
pub async fn may_each_send(
    tx: &mut Tx,
    site: &Site,
    clients: &[&Client],
    thing: &str,
) -> Result<Vec<bool>, Error> {
    let mut may = vec![true; clients.len()];
    for (standing, limit) in [
        (Standing::Net, FROM_ONE_PLACE),
        (Standing::Near, FROM_NEARBY),
    ] {
        let from_there = |who: &usize| clients[*who].standing == standing;
        let who: Vec<usize> = (0..clients.len()).filter(from_there).collect();
        let places: Vec<&str> = who.iter().map(|who| &*clients[*who].place).collect();
        let allowed = are_allowed(tx, &site.key, limit, &places).await?;
        for (who, allowed) in who.into_iter().zip(allowed) {
            may[who] = allowed;
        }
    }
    let counted = |who: &usize| may[*who] && clients[*who].standing != Standing::Nowhere;
    let who: Vec<usize> = (0..clients.len()).filter(counted).collect();
    let part = |_: &usize| {
        let part = u32::from_le_bytes(tx.chance().bytes());
        format!("{thing} {}", i64::from(part) % PARTS)
    };
    let parts: Vec<String> = who.iter().map(part).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let allowed = are_allowed(tx, &site.key, FOR_ONE_THING, &parts).await?;
    for (who, allowed) in who.into_iter().zip(allowed) {
        may[who] = allowed;
    }
    Ok(may)
}

/// Whether a registration was not changed or copied too often within the hour.
pub async fn may_change(
    tx: &mut Tx,
    site: &Site,
    registration: Id<Registration>,
) -> Result<bool, Error> {
    let who = registration.to_string();
    Ok(is_allowed(tx, &site.key, OF_ONE_REGISTRATION, &who).await?)
}

/// Whether the survey of `registration` was not answered too often within the hour. Counted at once, whatever becomes
/// of the answer.
pub async fn may_answer(site: &Site, registration: Id<Registration>) -> Result<bool, Error> {
    let mut tx = site.db.begin().await?;
    let who = registration.to_string();
    let may = is_allowed(&mut tx, &site.key, OF_ONE_SURVEY, &who).await?;
    tx.commit().await?;
    Ok(may)
}

/// 429, with when to come again: by then an hour may be over.
pub fn too_many() -> Response {
    let in_a_while = HeaderValue::from_static("600");
    (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, in_a_while)]).into_response()
}
