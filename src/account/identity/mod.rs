//! Single sign-on: an identity provider (OpenID Connect Core 1.0) that the operator has named says who somebody
//! is. The browser goes there and comes back with a code (RFC 6749, with PKCE, RFC 7636) that is redeemed
//! behind its back; what makes it ours is in the cookie that it left with.
//!
//! An organiser is known by issuer and subject, which are never anybody else's. The first time they are known
//! by the address that the provider has verified, and where that is not enough they connect the two
//! themselves, signed in as they are used to (S-12). It is not enough
//!
//! - where the account has one-time passwords or a passkey: the provider's word, which may rest on a mailbox,
//!   would take their place unasked. What was connected by an address before they were added ends with that;
//! - where the account is connected with another subject of the same provider: addresses are given to others
//!   when people leave;
//! - where it was disconnected from the provider: whoever did that wants more than an address for it.
//!
//! Who is nobody's colleague yet comes in by an invitation to the address, and nobody else does: a provider
//! knows more people than those who organise here.
//!
//! openidconnect verifies the tokens (MIT, kept up to date; with default features off it brings no HTTP client
//! and no TLS of its own). Its signatures are RustCrypto's: `rsa`, among them, whose private operations leak by
//! their timing (RUSTSEC-2023-0071). Nothing here holds a private key: signatures are only verified.

mod not_vouched;
mod provider;
mod store;

pub use not_vouched::NotVouched;
pub use provider::{Begun, Provider, Vouched};
pub use store::bond_with;

pub(super) use store::remove_all;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::attempts::{Limit, is_allowed};
use super::{Organiser, add, by_address, invitation, organisations_of, passkey, proof, sign_in};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, Token, TokenHash};
use crate::base::text::{EmailAddress, SingleLine};
use provider::Secrets;

/// How long somebody has for proving to the provider who they are.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

/// Far above what an office behind one address needs.
const REQUESTS_FROM_ONE: Limit = Limit {
    what: "single sign-on from one place",
    tries: 100,
    within: TimeDelta::minutes(15),
};

/// A browser that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Who wants to be known by the provider from now on; nobody: somebody wants to sign in.
    pub organiser: Option<Id<Organiser>>,
    /// Where they go then, and in which language they are spoken to.
    pub wish: Wish,
    secrets: Secrets,
}

/// What has to be known besides when a browser comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// A path of our own.
    pub next: String,
    /// The language of the page that they left.
    pub language: String,
}

#[derive(Serialize, Deserialize)]
struct Sealed {
    secrets: Secrets,
    wish: Wish,
}

/// What there is between an organiser and a provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bond {
    /// Nothing yet.
    None,
    /// The provider's word signs them in.
    Connected,
    /// It did once.
    Ended,
}

/// What the provider's word came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Admitted {
    /// The cookie of the browser, which is signed in.
    In(Token),
    /// They have to sign in as they are used to, and connect the two.
    ProofNeeded,
    /// Nobody here has an address that the provider has verified.
    Nobody,
}

/// Whether somebody from `place` may be sent to the provider; `false` where too many were.
pub async fn may_begin(tx: &mut Tx, key: &InstanceKey, place: &str) -> Result<bool> {
    is_allowed(tx, key, REQUESTS_FROM_ONE, place).await
}

/// Keeps what has to be known when a browser comes back; the token is its cookie meanwhile.
pub async fn keep(
    tx: &mut Tx,
    key: &InstanceKey,
    organiser: Option<Id<Organiser>>,
    begun: &Begun,
    wish: Wish,
) -> Result<Token> {
    let browser = Token::random(tx.chance());
    let state = Token::from_address(&begun.secrets.state).hash();
    let kept = Sealed {
        secrets: begun.secrets.clone(),
        wish,
    };
    let kept = serde_json::to_string(&kept).expect("texts are JSON");
    let sealed = key.seal(subject(&browser.hash()), &kept, tx.chance());
    let expires_at = tx.now() + LIFETIME;
    store::forget_requests(tx).await?;
    store::keep_request(
        tx,
        &browser.hash(),
        organiser,
        (&state, &sealed),
        expires_at,
    )
    .await?;
    Ok(browser)
}

/// The request of this browser with this state, which is used up by that; `None` where it made none, or where
/// somebody else's answer was put into it.
pub async fn take(
    tx: &mut Tx,
    key: &InstanceKey,
    browser: &Token,
    state: &str,
) -> Result<Option<Request>> {
    let (browser, state) = (browser.hash(), Token::from_address(state).hash());
    let Some((organiser, sealed)) = store::take_request(tx, &browser, &state).await? else {
        return Ok(None);
    };
    let kept = key.open(subject(&browser), &sealed).ok();
    let kept: Option<Sealed> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
    Ok(kept.map(|Sealed { secrets, wish }| Request {
        organiser,
        wish,
        secrets,
    }))
}

/// Whom `provider` means by the `code` with which a browser came `back`: asks the provider, so not while
/// anybody waits for the database.
///
/// # Errors
/// [`NotVouched`].
pub async fn redeem(
    provider: &Provider,
    now: Instant,
    back: &str,
    code: &str,
    request: &Request,
) -> std::result::Result<Vouched, NotVouched> {
    provider.redeem(now, back, code, &request.secrets).await
}

/// Signs whom the provider means in. But for [`Admitted::In`], what it did is to be rolled back.
pub async fn sign_in(tx: &mut Tx, vouched: &Vouched) -> Result<Admitted> {
    if let Some(known) = store::find(tx, vouched).await? {
        store::touch(tx, vouched).await?;
        return admit(tx, known).await;
    }
    let Some(email) = &vouched.email else {
        return Ok(Admitted::Nobody);
    };
    let organiser = match by_address(tx, email).await? {
        Some(organiser) if is_proof_needed(tx, organiser.id, vouched).await? => {
            return Ok(Admitted::ProofNeeded);
        }
        Some(organiser) => organiser,
        None if invitation::of_address(tx, email).await?.is_empty() => return Ok(Admitted::Nobody),
        None => add(tx, email, &SingleLine::clean(""), &Language::unsaid()).await?,
    };
    if organisations_of(tx, organiser.id).await?.is_empty() {
        accept_all(tx, &organiser, email).await?;
    }
    let admitted = admit(tx, organiser.id).await?;
    match admitted {
        Admitted::In(_) if !put(tx, organiser.id, vouched, true).await? => {
            Ok(Admitted::ProofNeeded)
        }
        admitted => Ok(admitted),
    }
}

/// From now on `organiser`, who has proven who they are, is whom the provider means by that, and by nothing
/// else; `false` where that is somebody else already: then, what it did is to be rolled back.
pub async fn connect(tx: &mut Tx, organiser: Id<Organiser>, vouched: &Vouched) -> Result<bool> {
    let known = store::find(tx, vouched).await?;
    if known.is_some_and(|known| known != organiser) {
        return Ok(false);
    }
    store::end_all(tx, organiser).await?;
    store::remove(tx, organiser, &vouched.issuer).await?;
    put(tx, organiser, vouched, false).await
}

/// From now on no word of a provider signs `organiser` in until they [`connect`] with it once more; `false`
/// where none did.
pub async fn disconnect(tx: &mut Tx, organiser: Id<Organiser>) -> Result<bool> {
    let was_connected = store::end_all(tx, organiser).await?;
    if was_connected {
        record_end(tx, organiser).await?;
    }
    Ok(was_connected)
}

/// Something stronger than a mailbox was added by `organiser`: what an address alone has connected would pass
/// it by, and ends.
pub(super) async fn end_by_address(tx: &mut Tx, organiser: Id<Organiser>) -> Result<()> {
    if store::end_by_address(tx, organiser).await? {
        record_end(tx, organiser).await?;
    }
    Ok(())
}

async fn record_end(tx: &mut Tx, organiser: Id<Organiser>) -> Result<()> {
    let (actor, told) = (organiser.to_string(), json!({}));
    audit::record(tx, &actor, "identity_disconnected", organiser.uuid(), told).await
}

async fn admit(tx: &mut Tx, organiser: Id<Organiser>) -> Result<Admitted> {
    let opened = sign_in::open_vouched(tx, organiser).await?;
    Ok(opened.map_or(Admitted::Nobody, Admitted::In))
}

async fn is_proof_needed(tx: &mut Tx, organiser: Id<Organiser>, vouched: &Vouched) -> Result<bool> {
    let proofs = proof::of(tx, organiser).await?;
    Ok(proofs.is_some_and(|proofs| proofs.device.is_some())
        || !passkey::of(tx, organiser).await?.is_empty()
        || bond_with(tx, organiser, &vouched.issuer).await? != Bond::None)
}

/// Signing in with the address that they were sent to is an answer to them.
async fn accept_all(tx: &mut Tx, organiser: &Organiser, email: &EmailAddress) -> Result<()> {
    for invitation in invitation::of_address(tx, email).await? {
        invitation::accept(tx, &invitation, organiser).await?;
    }
    Ok(())
}

async fn put(
    tx: &mut Tx,
    organiser: Id<Organiser>,
    vouched: &Vouched,
    is_by_address: bool,
) -> Result<bool> {
    if !store::insert(tx, organiser, vouched, is_by_address).await? {
        return Ok(false);
    }
    let actor = organiser.to_string();
    let told = json!({});
    audit::record(tx, &actor, "identity_connected", organiser.uuid(), told).await?;
    Ok(true)
}

/// What is kept for one browser opens for no other.
fn subject(browser: &TokenHash) -> Uuid {
    let octets = browser.first_chunk().expect("a hash is longer");
    Uuid::from_bytes(*octets)
}

#[cfg(test)]
mod tests;
