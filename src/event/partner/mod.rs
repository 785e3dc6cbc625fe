//! The links by which partners invite people to an event (F-13): each has a word in its address, may be limited
//! to a number of places, and opens a view of its own to the partner. Who came by it lies in `registration`.

mod store;

pub use store::{is_revoked, link, of_event, of_same_partner, of_view};

use serde_json::json;

use super::{Consent, Event, Key, Rules, Source};
use crate::audit;
use crate::base::base32;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::base::secret::Token;
use crate::view::{Locale, Words};

/// So many links an event has at most.
pub const MOST: usize = 100;

/// A partner's link to an event.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct PartnerLink {
    /// Its identifier.
    pub id: Id<Self>,
    /// Where it leads.
    #[sqlx(rename = "event_id")]
    pub event: Id<Event>,
    /// The word in its address.
    pub source: Source,
    /// What the partner is called, by language: as people were told when they came.
    #[sqlx(json)]
    pub name: Localised,
    /// How many places may be taken by it; `None` for any number.
    pub quota: Option<i64>,
    /// Which of the event's consents lets the partner see who somebody is.
    #[sqlx(rename = "consent_key")]
    pub consent: Option<Key>,
    /// Whether the partner can look.
    pub has_view: bool,
    /// When it was made.
    pub made_at: Instant,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

/// What an organiser wants a link to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// What the partner is called.
    pub name: Localised,
    /// How many places may be taken by it.
    pub quota: Option<i64>,
    /// Which of the event's consents lets the partner see who somebody is.
    pub consent: Option<Key>,
}

impl PartnerLink {
    /// Whether people come by it: one that was revoked is a word like any other that nobody knows.
    pub const fn is_live(&self) -> bool {
        self.revoked_at.is_none()
    }

    /// What the partner is called by readers of `locale`.
    pub fn called(&self, locale: &Locale, event: &Event) -> Words {
        let name = Words::pick(&self.name, locale, &event.details.text_order());
        name.unwrap_or_else(|| Words::plain(self.source.to_string()))
    }
}

impl Event {
    /// What people have to agree to before the partner with `link` sees who they are; `None` where it sees nobody.
    /// Nobody is told where the Chatham House rule holds (P-18), nor by a consent that one cannot do without, or
    /// that is asked no more: neither could be refused or taken back.
    pub fn consent_to_share(&self, link: &PartnerLink) -> Option<&Consent> {
        let wanted = link.consent.as_ref()?;
        let mut found = self.consents_to_share();
        let (_, consent) = found.find(|(key, _)| key == wanted)?;
        (!self.is_confidential()).then_some(consent)
    }

    /// Those of its consents that may let a partner see who somebody is. One without an id is known by its place
    /// among the others, where another may stand tomorrow.
    pub fn consents_to_share(&self) -> impl Iterator<Item = (Key, &Consent)> {
        let all = self.details.terms.consents.iter();
        let free = all.filter(|consent| !consent.required.unwrap_or(false));
        free.filter_map(|consent| Some((consent.id.clone()?, consent)))
    }

    /// The key of the consent by which a form that names it as `told` said that a partner is told who somebody is,
    /// where that may be so now.
    pub fn told_to_partner_by(&self, told: &str) -> Option<Key> {
        let mut keys = self.consents_to_share().map(|(key, _)| key);
        let key = keys.find(|key| key.as_str() == told);
        key.filter(|_| !self.is_confidential())
    }

    /// Whether nobody outside is told who comes (P-18).
    pub fn is_confidential(&self) -> bool {
        self.details.rules() == Rules::ChathamHouse
    }
}

/// Makes a link to `event`. Its word is drawn: nobody guesses it, though it is no secret.
///
/// # Errors
/// Where the database fails.
pub async fn make(tx: &mut Tx, event: &Event, wish: Wish, actor: &str) -> Result<PartnerLink> {
    let word = base32::encoded(&tx.chance().bytes::<10>());
    let first = &event.details.languages[0];
    let texts = wish.name.texts(first).into_iter();
    let texts = texts.map(|(language, text)| (language, text.clone()));
    let name = Localised::Each(texts.collect());
    let name_key = fold(told(&name, event));
    let link = PartnerLink {
        id: tx.new_id(),
        event: event.id,
        source: word.parse().expect("base32 is a source's alphabet"),
        name,
        quota: wish.quota,
        consent: wish.consent,
        has_view: false,
        made_at: tx.now(),
        revoked_at: None,
    };
    store::insert(tx, &link, &name_key).await?;
    let line = json!({
        "name": told(&link.name, event),
        "quota": link.quota,
        "consent": link.consent,
    });
    audit::record(tx, actor, "partner_link_made", event.id.uuid(), line).await?;
    Ok(link)
}

/// Changes how many places may be taken by a link; `false` where `event` has none with this identifier that lives.
///
/// # Errors
/// Where the database fails.
pub async fn change_quota(
    tx: &mut Tx,
    event: &Event,
    link: Id<PartnerLink>,
    quota: Option<i64>,
    actor: &str,
) -> Result<bool> {
    let Some(name) = store::change_quota(tx, event.id, link, quota).await? else {
        return Ok(false);
    };
    let line = json!({ "name": told(&name, event), "quota": quota });
    audit::record(tx, actor, "partner_link_changed", event.id.uuid(), line).await?;
    Ok(true)
}

/// Revokes a link: nobody comes by it any more, and the partner sees nothing more. Whoever came by it stays
/// counted.
///
/// # Errors
/// Where the database fails.
pub async fn revoke(
    tx: &mut Tx,
    event: &Event,
    link: Id<PartnerLink>,
    actor: &str,
) -> Result<bool> {
    let Some(name) = store::revoke(tx, event.id, link).await? else {
        return Ok(false);
    };
    let line = json!({ "name": told(&name, event) });
    audit::record(tx, actor, "partner_link_revoked", event.id.uuid(), line).await?;
    Ok(true)
}

/// Opens the partner's own view: the token is in no table, so that it can be shown now and never again. One that
/// was made before opens nothing any more.
///
/// # Errors
/// Where the database fails.
pub async fn open_view(
    tx: &mut Tx,
    event: &Event,
    link: Id<PartnerLink>,
    actor: &str,
) -> Result<Option<Token>> {
    let token = Token::random(tx.chance());
    let hash = Some(token.hash());
    let Some(name) = store::set_view(tx, event.id, link, hash).await? else {
        return Ok(None);
    };
    let line = json!({ "name": told(&name, event) });
    audit::record(tx, actor, "partner_view_opened", event.id.uuid(), line).await?;
    Ok(Some(token))
}

/// Closes the partner's own view.
///
/// # Errors
/// Where the database fails.
pub async fn close_view(
    tx: &mut Tx,
    event: &Event,
    link: Id<PartnerLink>,
    actor: &str,
) -> Result<bool> {
    let Some(name) = store::set_view(tx, event.id, link, None).await? else {
        return Ok(false);
    };
    let line = json!({ "name": told(&name, event) });
    audit::record(tx, actor, "partner_view_closed", event.id.uuid(), line).await?;
    Ok(true)
}

/// A name as the log has it, and as partners are told apart by it: in the first of the event's languages.
fn told<'n>(name: &'n Localised, event: &Event) -> &'n str {
    let picked = name.pick(&event.details.languages[0], &[]);
    picked.map_or("", |picked| picked.text.as_str())
}
