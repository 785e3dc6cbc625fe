//! The logos of hosts. Event files are without them: they are handed in on the page of a host, stay with
//! the host that they were handed in for, and are copied to the next event made after this one.

mod store;

pub use store::{copy, of_event};

use std::collections::BTreeMap;

use serde_json::json;

use super::picture::{self, PictureName, Size};
use super::tell::next_revision;
use super::{Details, Event, Host, Key, Picture};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;

/// The logos of an event, by the keys of its hosts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Logos(BTreeMap<Key, String>);

impl Logos {
    /// The path at which anybody who knows it sees the logo of the host known by `key`.
    pub fn path(&self, key: &Key, size: Size) -> Option<String> {
        let word = self.0.get(key)?;
        Some(format!("/pictures/{}", PictureName::new(word, size)))
    }
}

impl Details {
    /// The key of the host at `index`: its id, or its number from 1.
    pub fn host_key(&self, index: usize) -> Key {
        Key::or_number(self.hosts[index].id.as_ref(), index)
    }
}

/// Shows `picture` beside the host of `event` known by `key` from now on, or nothing. `false` where somebody
/// else changed the event meanwhile.
///
/// # Errors
/// Where the database fails.
pub async fn set(
    tx: &mut Tx,
    event: &Event,
    key: &Key,
    picture: Option<Id<Picture>>,
    actor: &str,
) -> Result<bool> {
    // Pages are kept by the event's revision.
    if !next_revision(tx, event).await? {
        return Ok(false);
    }
    let before = store::take(tx, event.id, key).await?;
    if let Some(picture) = picture {
        store::put(tx, event.id, key, picture).await?;
    }
    if let Some(before) = before {
        picture::forget(tx, before).await?;
    }
    let action = match picture {
        Some(_) => "host_logo_set",
        None => "host_logo_removed",
    };
    let told = json!({ "id": key });
    audit::record(tx, actor, action, event.id.uuid(), told).await?;
    Ok(true)
}

/// Removes the logos of hosts of `known` that are not named any more on what became of it. A host without an
/// id, whose number another one has now, is another.
///
/// # Errors
/// Where the database fails.
pub(in crate::event) async fn follow_hosts(
    tx: &mut Tx,
    known: &Event,
    event: &Event,
) -> Result<()> {
    let (before, after) = (&known.details, &event.details);
    if before.hosts == after.hosts {
        return Ok(());
    }
    let now: Vec<(Key, &Host)> = keyed(after).collect();
    for (key, host) in keyed(before) {
        let stays = now
            .iter()
            .any(|(other, kept)| *other == key && (kept.id.is_some() || kept.name == host.name));
        if !stays && let Some(picture) = store::take(tx, event.id, &key).await? {
            picture::forget(tx, picture).await?;
        }
    }
    Ok(())
}

fn keyed(details: &Details) -> impl Iterator<Item = (Key, &Host)> {
    let hosts = details.hosts.iter().enumerate();
    hosts.map(|(index, host)| (details.host_key(index), host))
}
