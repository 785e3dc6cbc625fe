use chrono::TimeDelta;
use serde_json::json;

use super::{BOTH_SIGN, Kind, OffBecause, Secret, Webhook, Wish, store};
use crate::account::{Organisation, Organiser};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::InstanceKey;

/// A test that is tried within this time is waited for; in hand it is for as long. One that failed again and
/// again comes later, and keeps nobody from another.
const SOON: TimeDelta = TimeDelta::minutes(1);

/// Makes a webhook that `organiser` answers for. Its secret is given once: it is kept sealed, to sign with.
pub async fn make(
    tx: &mut Tx,
    key: &InstanceKey,
    (organisation, organiser): (Id<Organisation>, Id<Organiser>),
    wish: Wish,
) -> Result<(Webhook, Secret)> {
    let secret = Secret::random(tx.chance());
    let webhook = Webhook {
        id: tx.new_id(),
        organisation,
        event: wish.event,
        address: wish.address.as_str().to_owned(),
        kinds: wish.kinds,
        shows_people: wish.shows_people,
        made_by: organiser,
        active_since: Some(tx.now()),
        off_because: None,
        former_until: None,
        failures: 0,
        failing_since: None,
    };
    let sealed = key.seal(webhook.id.uuid(), &secret.reveal(), tx.chance());
    store::insert(tx, &webhook, &sealed).await?;
    let told = json!({
        "address": webhook.host(),
        "kinds": webhook.kinds,
        "event": webhook.event.map(Id::uuid),
        "people": webhook.shows_people.to_string(),
    });
    let actor = organiser.to_string();
    audit::record(tx, &actor, "webhook_made", organisation.uuid(), told).await?;
    Ok((webhook, secret))
}

/// Has a webhook of `organisation` told again, from now on; `organiser` answers for it. `false` where there is
/// none with this identifier that is switched off.
pub async fn switch_on(
    tx: &mut Tx,
    (organisation, organiser): (Id<Organisation>, Id<Organiser>),
    id: Id<Webhook>,
) -> Result<bool> {
    let Some(address) = store::switch_on(tx, organisation, organiser, id).await? else {
        return Ok(false);
    };
    // Whoever owed it something while it was switched off had not seen that yet.
    store::give_up_all(tx, id).await?;
    let told = json!({ "address": super::host(&address) });
    let actor = organiser.to_string();
    audit::record(tx, &actor, "webhook_switched_on", organisation.uuid(), told).await?;
    Ok(true)
}

/// Tells a webhook of `organisation` nothing any more, not what waits for it either; `false` where there is none
/// with this identifier that is told anything.
pub async fn switch_off(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
    actor: &str,
    because: OffBecause,
) -> Result<bool> {
    let Some(address) = store::switch_off(tx, organisation, id, because).await? else {
        return Ok(false);
    };
    store::give_up_all(tx, id).await?;
    let told = json!({ "address": super::host(&address), "because": because });
    audit::record(tx, actor, "webhook_switched_off", organisation.uuid(), told).await?;
    Ok(true)
}

/// Gives a webhook of `organisation` another secret; the one before signs for a day beside it. None where there
/// is no such webhook.
pub async fn renew_secret(
    tx: &mut Tx,
    key: &InstanceKey,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
    actor: &str,
) -> Result<Option<(String, Secret)>> {
    let secret = Secret::random(tx.chance());
    let sealed = key.seal(id.uuid(), &secret.reveal(), tx.chance());
    let until = tx.now() + BOTH_SIGN;
    let Some(address) = store::renew_secret(tx, organisation, id, &sealed, until).await? else {
        return Ok(None);
    };
    let told = json!({ "address": super::host(&address) });
    let of = organisation.uuid();
    audit::record(tx, actor, "webhook_secret_renewed", of, told).await?;
    Ok(Some((address, secret)))
}

/// Removes a webhook of `organisation` with all that it was told; `false` where there is none.
pub async fn remove(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
    actor: &str,
) -> Result<bool> {
    store::hold(tx, id).await?;
    let Some(address) = store::remove(tx, organisation, id).await? else {
        return Ok(false);
    };
    let told = json!({ "address": super::host(&address) });
    audit::record(tx, actor, "webhook_removed", organisation.uuid(), told).await?;
    Ok(true)
}

/// What came of a wish for a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// It is owed.
    Owed,
    /// The one before has not been tried yet, or is about to be tried again.
    IsWaiting,
    /// There is no such webhook that is told anything.
    Nowhere,
}

/// Owes a webhook of `organisation` a message that tells of nothing, one at a time.
pub async fn send_test(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    id: Id<Webhook>,
) -> Result<Test> {
    // Whoever asks twice at the same moment asks once.
    store::hold(tx, id).await?;
    let found = store::find(tx, organisation, id).await?;
    let Some(webhook) = found.filter(|webhook| webhook.active_since.is_some()) else {
        return Ok(Test::Nowhere);
    };
    if store::is_test_due(tx, webhook.id, tx.now() + SOON).await? {
        return Ok(Test::IsWaiting);
    }
    let news = store::News {
        kind: Kind::Test,
        subject: tx.new_id::<store::News>().uuid(),
        happened_at: tx.now(),
        ..store::News::default()
    };
    store::owe(tx, webhook.id, &news).await?;
    Ok(Test::Owed)
}
