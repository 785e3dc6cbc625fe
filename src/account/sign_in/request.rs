//! A browser asks, a code goes out by mail, the same browser types it (S-7). Whether the address is
//! anybody's is seen by nobody but its mailbox (S-9).

use chrono::TimeDelta;
use serde_json::json;
use uuid::Uuid;

use super::{open, store};
use crate::account::attempts::{Limit, is_allowed};
use crate::account::{Organiser, by_address, proof};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, Token};
use crate::base::text::{EmailAddress, plain_digits};
use crate::outbox::{self, Owed, Priority, Resend};

/// The kind of the messages that carry a code: subject is the request, recipient the organiser.
pub const CODE_KIND: &str = "sign_in";
/// Digits of a code.
pub const CODE_LENGTH: usize = 8;
/// How long a code is good.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

const CODES_TO_ONE_FROM_ONE: Limit = Limit {
    what: "codes to one address from one place",
    tries: 5,
    within: TimeDelta::minutes(15),
};
/// So that nobody's mailbox is flooded; far above what a person needs, whoever else asks (S-25).
const CODES_TO_ONE: Limit = Limit {
    what: "codes to one address",
    tries: 30,
    within: TimeDelta::hours(1),
};
/// For many addresses in turn from one place; far above what an office behind one address needs.
const CODES_FROM_ONE: Limit = Limit {
    what: "codes from one place",
    tries: 100,
    within: TimeDelta::minutes(15),
};
const TRIES_OF_ONE_REQUEST: Limit = Limit {
    what: "tries of one code",
    tries: 10,
    within: TimeDelta::minutes(15),
};

/// A browser that asks.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Request {
    /// The code is derived from it.
    pub id: Id<Self>,
    /// Whose address was given.
    pub organiser_id: Option<Id<Organiser>>,
    /// Until when the code is good.
    pub expires_at: Instant,
}

/// From where somebody asks to be let in.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// A random token that the browser keeps.
    pub browser: &'a Token,
    /// Its place on the net.
    pub place: &'a str,
    /// The language of the page, for the mail to an organiser who has not said one yet.
    pub language: &'a Language,
}

/// What a typed code came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answered {
    /// It is right: the cookie of the browser, which is signed in.
    In(Token),
    /// It is not the one that was sent.
    Wrong,
    /// It is, but the one-time password of the organiser's device lacks or is wrong.
    DeviceAsked,
    /// Too many were typed; a new one has to be asked for.
    TooOften,
    /// The request is over, or was never made by this browser.
    Over,
}

/// A browser asks to be let in as `email`. Does the same work, whether the address is an organiser's or
/// not; `false` where too many were asked for from there.
pub async fn ask(
    tx: &mut Tx,
    key: &InstanceKey,
    email: &EmailAddress,
    from: Asking<'_>,
    domain: &str,
) -> Result<bool> {
    if !is_allowed(tx, key, CODES_FROM_ONE, from.place).await? {
        return Ok(false);
    }
    let address = email.key();
    let from_here = format!("{address} {}", from.place);
    let is_allowed = is_allowed(tx, key, CODES_TO_ONE_FROM_ONE, &from_here).await?
        && is_allowed(tx, key, CODES_TO_ONE, &address).await?;
    let organiser = by_address(tx, email).await?.filter(|_| is_allowed);
    let request = Request {
        id: tx.new_id(),
        organiser_id: organiser.map(|organiser| organiser.id),
        expires_at: tx.now() + LIFETIME,
    };
    store::forget_requests(tx).await?;
    store::insert_request(tx, &request, &from.browser.hash()).await?;
    owe_code(tx, &request, from.language, domain).await?;
    Ok(true)
}

/// A message to nobody is made too, so that the time it takes tells nothing; it is dropped when it
/// is composed.
async fn owe_code(tx: &mut Tx, request: &Request, language: &Language, domain: &str) -> Result<()> {
    let recipient = request.organiser_id.map_or_else(Uuid::nil, Id::uuid);
    let owed = Owed {
        subject: request.id.uuid(),
        recipient,
        session: None,
        kind: CODE_KIND,
        revision: 0,
        lane: request.id.uuid(),
        priority: Priority::Highest,
        payload: json!({ "language": language }),
        domain,
        due_at: tx.now(),
        not_useful_after: Some(request.expires_at),
        resend: Resend::Never,
    };
    outbox::enqueue(tx, owed).await?;
    Ok(())
}

/// The code of a request: derived, so that nothing stored gives it away.
pub fn code(key: &InstanceKey, request: Uuid) -> String {
    key.digits::<CODE_LENGTH>("sign-in code", request)
}

/// The request with this identifier, while its code is good.
pub async fn request_of(tx: &mut Tx, request: Uuid) -> Result<Option<Request>> {
    store::request(tx, Id::from_uuid(request)).await
}

/// A browser types a code, and what a device of theirs shows, where they have one. Both are good
/// once.
pub async fn answer(
    tx: &mut Tx,
    key: &InstanceKey,
    browser: &Token,
    (typed, shown): (&str, &str),
) -> Result<Answered> {
    let Some(request) = store::request_from(tx, &browser.hash()).await? else {
        return Ok(Answered::Over);
    };
    let id = request.id.uuid();
    if !is_allowed(tx, key, TRIES_OF_ONE_REQUEST, &id.to_string()).await? {
        return Ok(Answered::TooOften);
    }
    let right = key.are_digits::<CODE_LENGTH>("sign-in code", id, &plain_digits(typed));
    let Some(organiser) = request.organiser_id.filter(|_| right) else {
        return Ok(Answered::Wrong);
    };
    if !proof::is_second_right(tx, key, organiser, shown).await? {
        return Ok(Answered::DeviceAsked);
    }
    if !store::remove_request(tx, request.id).await? {
        return Ok(Answered::Over);
    }
    let opened = open(tx, organiser).await?;
    Ok(opened.map_or(Answered::Over, Answered::In))
}
