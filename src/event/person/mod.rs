//! The directory of those who appear in an organisation's events. What an event says of them is as of
//! that event: it is copied when they are put into a lineup, and never follows the directory (F-8).

mod photo;
mod store;
#[cfg(test)]
mod tests;

pub use photo::{About, Photo};
pub use store::{after, appearances, find, list};

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Appearance, AppearanceState, Picture, Role, Slug, picture};
use crate::account::Organisation;
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::text::EmailAddress;

/// How many people a page of the directory holds.
pub const PAGE: i64 = 50;

/// What is known of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Who they are.
    pub name: Localised,
    /// Their position now.
    #[serde(default)]
    pub position: Option<Localised>,
    /// Their organisation now.
    #[serde(default)]
    pub organisation: Option<Localised>,
    /// About them.
    #[serde(default)]
    pub bio: Option<Localised>,
    /// Where they are reached; never shown.
    #[serde(default)]
    pub email: Option<EmailAddress>,
    /// What is said of their photo, where they have one.
    #[serde(default)]
    photo: Option<About>,
}

/// Somebody in the directory.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Their identifier.
    pub id: Id<Self>,
    /// Rises with every change.
    pub revision: i64,
    /// What is known of them.
    pub profile: Profile,
    /// Their photo.
    pub photo: Option<Photo>,
    /// In how many sessions they appear, of events that were not thrown away.
    pub appearances: i64,
    /// Whether they appear anywhere, the trash included.
    pub is_placed: bool,
}

/// Where somebody appeared.
#[derive(Debug, Clone, PartialEq)]
pub struct Appeared {
    /// The event's address.
    pub slug: Slug,
    /// The event's title.
    pub title: Localised,
    /// The languages in which to look for it, in order.
    pub languages: Vec<Language>,
    /// When their session started.
    pub starts_at: Instant,
    /// What they did there.
    pub role: Role,
    /// How far the agreement came.
    pub state: AppearanceState,
    /// Position and organisation at the time.
    pub as_of_then: Appearance,
}

/// What became of a change to the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is kept.
    Done(Id<Person>),
    /// Somebody else has this very name.
    Taken(Id<Person>),
    /// Somebody else changed the entry meanwhile.
    Overtaken,
    /// There is no such entry.
    Unknown,
}

impl Profile {
    /// Somebody of whom nothing is known but the name.
    pub fn named(name: Localised) -> Self {
        Self {
            name,
            position: None,
            organisation: None,
            bio: None,
            email: None,
            photo: None,
        }
    }

    /// What the directory learns from an appearance of somebody new.
    pub fn of(appearance: &Appearance) -> Option<Self> {
        Some(Self {
            position: appearance.position.clone(),
            organisation: appearance.organisation.clone(),
            bio: appearance.bio.clone(),
            email: appearance.email.clone(),
            ..Self::named(appearance.name.clone()?)
        })
    }

    /// By what somebody is the same: the same name in the same languages.
    pub(in crate::event) fn key(name: &Localised) -> String {
        serde_json::to_string(name).expect("a name is plain data")
    }

    /// What they are searched by, the name first, since lists are in its order.
    fn search(&self) -> String {
        let texts = [Some(&self.name), self.organisation.as_ref()];
        let words: Vec<&str> = texts
            .into_iter()
            .flatten()
            .flat_map(Localised::keyed)
            .map(|(_, text)| text.as_str())
            .collect();
        fold(&words.join(" "))
    }
}

/// Enters somebody into the directory of `organisation`.
pub async fn add(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    actor: &str,
    profile: &Profile,
) -> Result<Kept> {
    if let Some(id) = store::of_name(tx, organisation, &profile.name).await? {
        return Ok(Kept::Taken(id));
    }
    let id = store::insert(tx, organisation, profile).await?;
    audit::record(tx, actor, "person_added", id.uuid(), json!({})).await?;
    Ok(Kept::Done(id))
}

/// Says something else of `person`, who was at `revision` when it was written. Events say what they said.
pub async fn change(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    actor: &str,
    (person, revision): (Id<Person>, i64),
    profile: Profile,
) -> Result<Kept> {
    let Some(known) = find(tx, organisation, person).await? else {
        return Ok(Kept::Unknown);
    };
    if known.revision != revision {
        return Ok(Kept::Overtaken);
    }
    if let Some(other) = store::of_name(tx, organisation, &profile.name).await?
        && other != person
    {
        return Ok(Kept::Taken(other));
    }
    let profile = Profile {
        photo: known.profile.photo.clone(),
        ..profile
    };
    if profile == known.profile {
        return Ok(Kept::Done(person));
    }
    if !store::update(tx, &known, &profile).await? {
        return Ok(Kept::Overtaken);
    }
    let fields = different(&known.profile, &profile);
    audit::record(
        tx,
        actor,
        "person_changed",
        person.uuid(),
        json!({ "fields": fields }),
    )
    .await?;
    Ok(Kept::Done(person))
}

/// Gives `person` this photo, or none; the one before goes where no event shows it.
pub async fn set_photo(
    tx: &mut Tx,
    actor: &str,
    person: &Person,
    photo: Option<(Id<Picture>, About)>,
) -> Result<()> {
    let (picture, about) = photo.unzip();
    let profile = Profile {
        photo: about,
        ..person.profile.clone()
    };
    store::set_photo(tx, person.id, picture, &profile).await?;
    if let Some(before) = &person.photo
        && Some(before.picture) != picture
    {
        picture::forget(tx, before.picture).await?;
    }
    let action = if picture.is_some() {
        "person_photo_set"
    } else {
        "person_photo_removed"
    };
    audit::record(tx, actor, action, person.id.uuid(), json!({})).await
}

/// Takes somebody who appears nowhere out of the directory; `false` where they do appear.
pub async fn remove(tx: &mut Tx, actor: &str, person: &Person) -> Result<bool> {
    if !store::delete(tx, person.id).await? {
        return Ok(false);
    }
    if let Some(photo) = &person.photo {
        picture::forget(tx, photo.picture).await?;
    }
    audit::record(tx, actor, "person_removed", person.id.uuid(), json!({})).await?;
    Ok(true)
}

/// The person of the name of `appearance`, new where there is none.
pub(in crate::event) async fn of_appearance(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    appearance: &Appearance,
) -> Result<Option<Id<Person>>> {
    let Some(profile) = Profile::of(appearance) else {
        return Ok(None);
    };
    if let Some(known) = store::of_name(tx, organisation, &profile.name).await? {
        return Ok(Some(known));
    }
    store::insert(tx, organisation, &profile).await.map(Some)
}

/// Whether `person` is who answers at the address of `appearance`. A name is anybody's to type: an organiser of
/// one event would otherwise say by another mailbox what the directory has of somebody.
pub(in crate::event) fn is_own(person: &Person, appearance: &Appearance) -> bool {
    let key = |email: &Option<EmailAddress>| email.as_ref().map(EmailAddress::key);
    let known = key(&person.profile.email);
    known.is_some() && known == key(&appearance.email)
}

/// What somebody says of themselves: the directory has it from now on, where it knows them by their address.
pub(in crate::event) async fn learn(
    tx: &mut Tx,
    organisation: Id<Organisation>,
    person: Id<Person>,
    from: &Appearance,
) -> Result<()> {
    let known = find(tx, organisation, person).await?;
    let Some(known) = known.filter(|known| is_own(known, from)) else {
        return Ok(());
    };
    let profile = Profile {
        position: from.position.clone(),
        organisation: from.organisation.clone(),
        bio: from.bio.clone(),
        ..known.profile.clone()
    };
    store::update(tx, &known, &profile).await?;
    Ok(())
}

/// The fields that differ, by name alone.
fn different(before: &Profile, after: &Profile) -> Vec<&'static str> {
    let judged = [
        ("name", before.name != after.name),
        ("position", before.position != after.position),
        ("organisation", before.organisation != after.organisation),
        ("bio", before.bio != after.bio),
        ("email", before.email != after.email),
    ];
    judged
        .into_iter()
        .filter_map(|(field, is_other)| is_other.then_some(field))
        .collect()
}
