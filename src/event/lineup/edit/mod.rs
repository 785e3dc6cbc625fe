//! What organisers do to a lineup: one change at a time, each by a revision of the event's, so that of
//! two who change the same lineup the second is told of the first (U-12).

mod told;

use super::{Appearance, AppearanceState, Placed, Role, store};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::text::EmailAddress;
use crate::event::person::{self, About, Person};
use crate::event::{Event, Picture, Session, picture};
pub(super) use told::{Told, record};

/// A change of a lineup.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Some more appear in a session, at its end; known in the directory, or not yet.
    Add(Id<Session>, Vec<(Option<Id<Person>>, Appearance)>),
    /// Something else is stated about somebody.
    Change(Id<Appearance>, Box<Appearance>),
    /// Somebody gets this place, from 1, among those of their role.
    Move(Id<Appearance>, usize),
    /// A role comes one earlier among the roles of its session.
    RoleUp(Id<Session>, Role),
    /// The agreement with somebody has come to another state.
    State(Id<Appearance>, AppearanceState),
    /// Somebody does not appear after all; somebody else may get their place.
    Withdraw(
        Id<Appearance>,
        Option<(Option<Id<Person>>, Box<Appearance>)>,
    ),
    /// Somebody was put into the lineup by mistake.
    Remove(Id<Appearance>),
    /// What somebody answered was taken note of.
    Note(Id<Appearance>),
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    /// It is made; whom it was about, where that was one who is still there.
    Done(Option<Id<Appearance>>),
    /// The event is at another revision: somebody else was quicker. Nothing was changed.
    Overtaken,
    /// Whom it is about is not in this lineup. Nothing was changed.
    Unknown,
}

/// Makes `edit` to the lineup of `event` as it was at `revision`. Attendees are told nothing.
///
/// # Errors
/// Where the database fails; the unit of work has to be dropped then, and where it was not
/// [`Done`](Edited::Done).
pub async fn edit(
    tx: &mut Tx,
    event: &Event,
    actor: &str,
    revision: i64,
    edit: Edit,
) -> Result<Edited> {
    if !store::claim(tx, event.organisation, event.id, revision).await? {
        return Ok(Edited::Overtaken);
    }
    let mut desk = Desk {
        tx,
        event,
        actor,
        revision: revision + 1,
    };
    let done = match edit {
        Edit::Add(session, appearances) => desk.add(session, appearances).await?,
        Edit::Change(id, to) => desk.change(id, *to).await?,
        Edit::Move(id, place) => desk.put(id, place).await?,
        Edit::RoleUp(session, role) => desk.role_up(session, role).await?,
        Edit::State(id, state) => desk.set_state(id, state).await?,
        Edit::Withdraw(id, other) => desk.withdraw(id, other).await?,
        Edit::Remove(id) => desk.remove(id).await?,
        Edit::Note(id) => desk.note(id).await?,
    };
    Ok(done.unwrap_or(Edited::Unknown))
}

/// Gives somebody in the lineup of `event` a photo as of it, or none; the one before goes where nothing
/// shows it.
pub async fn set_photo(
    tx: &mut Tx,
    event: &Event,
    actor: &str,
    placed: &Placed,
    photo: Option<(Id<Picture>, &About)>,
) -> Result<()> {
    let revision = store::advance(tx, event.id).await?;
    store::set_photo(tx, placed.id, photo).await?;
    if let Some(before) = &placed.photo
        && Some(before.picture) != photo.map(|(picture, _)| picture)
    {
        picture::forget(tx, before.picture).await?;
    }
    record(
        tx,
        event,
        actor,
        revision,
        &Told::of(event, placed, "photo"),
    )
    .await
}

/// A lineup in the hands of one organiser.
struct Desk<'a> {
    tx: &'a mut Tx,
    event: &'a Event,
    actor: &'a str,
    revision: i64,
}

impl Desk<'_> {
    async fn add(
        &mut self,
        session: Id<Session>,
        appearances: Vec<(Option<Id<Person>>, Appearance)>,
    ) -> Result<Option<Edited>> {
        if !self.event.session_ids.contains(&session) {
            return Ok(None);
        }
        let lineup = store::of_session(self.tx, self.event.id, session).await?;
        let mut last = None;
        for (position, (person, appearance)) in (lineup.len()..).zip(appearances) {
            let Some(id) = self.insert(session, position, person, &appearance).await? else {
                return Ok(None);
            };
            last = Some(id);
        }
        Ok(Some(Edited::Done(last)))
    }

    /// Somebody new at `position`; `None` where the directory has no such person.
    async fn insert(
        &mut self,
        session: Id<Session>,
        position: usize,
        person: Option<Id<Person>>,
        appearance: &Appearance,
    ) -> Result<Option<Id<Appearance>>> {
        let organisation = self.event.organisation;
        let known = match person {
            Some(id) => match person::find(self.tx, organisation, id).await? {
                Some(person) => Some(person),
                None => return Ok(None),
            },
            None => None,
        };
        let person = match &known {
            Some(person) => Some(person.id),
            None => person::of_appearance(self.tx, organisation, appearance).await?,
        };
        let position = i64::try_from(position).expect("a lineup is short");
        let id = store::insert(self.tx, session, person, (position, appearance)).await?;
        if let Some(photo) = known.and_then(|person| person.photo) {
            store::set_photo(self.tx, id, Some((photo.picture, &photo.about))).await?;
        }
        let told = Told::new(self.event, session, appearance, "added");
        self.record(told).await?;
        Ok(Some(id))
    }

    async fn change(&mut self, id: Id<Appearance>, to: Appearance) -> Result<Option<Edited>> {
        let Some(placed) = store::placed(self.tx, self.event.id, id).await? else {
            return Ok(None);
        };
        let person = match placed.person {
            Some(person) if to.name.is_some() => Some(person),
            _ => person::of_appearance(self.tx, self.event.organisation, &to).await?,
        };
        let to = Appearance {
            id: placed.appearance.id.clone(),
            ..to
        };
        store::update(self.tx, id, person, &to).await?;
        let id = if key(&to) == key(&placed.appearance) {
            id
        } else {
            store::renew(self.tx, id).await?
        };
        let told = Told::of(self.event, &placed, "changed").with_changes(&placed.appearance, &to);
        self.record(told).await?;
        Ok(Some(Edited::Done(Some(id))))
    }

    /// The others of the role keep the places that the role has in the whole lineup.
    async fn put(&mut self, id: Id<Appearance>, place: usize) -> Result<Option<Edited>> {
        let Some(placed) = store::placed(self.tx, self.event.id, id).await? else {
            return Ok(None);
        };
        let lineup = store::of_session(self.tx, self.event.id, placed.session).await?;
        let is_beside = |one: &Placed| {
            one.id == id || (one.appearance.role == placed.appearance.role && !one.is_off())
        };
        let slots: Vec<usize> = (0..lineup.len())
            .filter(|index| is_beside(&lineup[*index]))
            .collect();
        let mut group: Vec<Id<Appearance>> = slots.iter().map(|slot| lineup[*slot].id).collect();
        let Some(from) = group.iter().position(|one| *one == id) else {
            return Ok(None);
        };
        let to = place.clamp(1, group.len()) - 1;
        group.remove(from);
        group.insert(to, id);
        let mut order: Vec<Id<Appearance>> = lineup.iter().map(|one| one.id).collect();
        for (slot, id) in slots.into_iter().zip(group) {
            order[slot] = id;
        }
        self.write_order(&order).await?;
        let told = Told::of(self.event, &placed, "moved").with_places(from + 1, to + 1);
        self.record(told).await?;
        Ok(Some(Edited::Done(Some(id))))
    }

    async fn role_up(&mut self, session: Id<Session>, role: Role) -> Result<Option<Edited>> {
        let mut lineup = store::of_session(self.tx, self.event.id, session).await?;
        let mut roles: Vec<Role> = Vec::new();
        for one in lineup.iter().filter(|one| !one.is_off()) {
            if !roles.contains(&one.appearance.role) {
                roles.push(one.appearance.role);
            }
        }
        let Some(at) = roles.iter().position(|known| *known == role) else {
            return Ok(None);
        };
        roles.swap(at, at.saturating_sub(1));
        lineup.sort_by_key(|one| {
            let rank = roles.iter().position(|role| *role == one.appearance.role);
            (one.is_off(), rank)
        });
        let order: Vec<Id<Appearance>> = lineup.iter().map(|one| one.id).collect();
        self.write_order(&order).await?;
        if let Some(first) = lineup.iter().find(|one| one.appearance.role == role) {
            let told = Told::of(self.event, first, "role_moved");
            self.record(told).await?;
        }
        Ok(Some(Edited::Done(None)))
    }

    async fn write_order(&mut self, order: &[Id<Appearance>]) -> Result<()> {
        for (position, id) in (0..).zip(order) {
            store::set_position(self.tx, *id, position).await?;
        }
        Ok(())
    }

    async fn set_state(
        &mut self,
        id: Id<Appearance>,
        state: AppearanceState,
    ) -> Result<Option<Edited>> {
        let Some(placed) = store::placed(self.tx, self.event.id, id).await? else {
            return Ok(None);
        };
        let to = Appearance {
            state: Some(state),
            ..placed.appearance.clone()
        };
        store::update(self.tx, id, placed.person, &to).await?;
        let told = Told::of(self.event, &placed, "state").with_changes(&placed.appearance, &to);
        self.record(told).await?;
        Ok(Some(Edited::Done(Some(id))))
    }

    async fn withdraw(
        &mut self,
        id: Id<Appearance>,
        other: Option<(Option<Id<Person>>, Box<Appearance>)>,
    ) -> Result<Option<Edited>> {
        let Some(placed) = store::placed(self.tx, self.event.id, id).await? else {
            return Ok(None);
        };
        let to = Appearance {
            state: Some(AppearanceState::Withdrawn),
            ..placed.appearance.clone()
        };
        store::update(self.tx, id, placed.person, &to).await?;
        store::set_noted(self.tx, id).await?;
        let told = Told::of(self.event, &placed, "withdrawn").with_changes(&placed.appearance, &to);
        self.record(told).await?;
        let Some((person, appearance)) = other else {
            return Ok(Some(Edited::Done(Some(id))));
        };
        let lineup = store::of_session(self.tx, self.event.id, placed.session).await?;
        let inserted = self
            .insert(placed.session, lineup.len(), person, &appearance)
            .await?;
        let Some(new) = inserted else {
            return Ok(None);
        };
        let mut order: Vec<Id<Appearance>> = lineup.iter().map(|one| one.id).collect();
        let place = order.iter().position(|one| *one == id).unwrap_or_default();
        order.insert(place, new);
        self.write_order(&order).await?;
        Ok(Some(Edited::Done(Some(new))))
    }

    async fn remove(&mut self, id: Id<Appearance>) -> Result<Option<Edited>> {
        let Some(placed) = store::placed(self.tx, self.event.id, id).await? else {
            return Ok(None);
        };
        store::delete(self.tx, id).await?;
        if let Some(photo) = &placed.photo {
            picture::forget(self.tx, photo.picture).await?;
        }
        let told = Told::of(self.event, &placed, "removed");
        self.record(told).await?;
        Ok(Some(Edited::Done(None)))
    }

    async fn note(&mut self, id: Id<Appearance>) -> Result<Option<Edited>> {
        let Some(placed) = store::placed(self.tx, self.event.id, id).await? else {
            return Ok(None);
        };
        store::set_noted(self.tx, id).await?;
        self.record(Told::of(self.event, &placed, "noted")).await?;
        Ok(Some(Edited::Done(Some(id))))
    }

    async fn record(&mut self, told: Told) -> Result<()> {
        record(self.tx, self.event, self.actor, self.revision, &told).await
    }
}

fn key(appearance: &Appearance) -> Option<String> {
    appearance.email.as_ref().map(EmailAddress::key)
}
