//! Registrations for an event: looked for, read, made, decided on, and noted at the door.

mod arrivals;
mod create;
mod decide;
mod imports;
mod notes;
mod shown;

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa::openapi::Required;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::field_error::FieldError;
use super::page::Wanted;
use super::problem::{Problem, Trouble};
use super::sent::json;
use crate::account::api_token::Access;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::{Language, NotALanguage};
use crate::event::{Event, Mode, Rules, Session};
use crate::registration::find::{self, Filter};
use crate::registration::{self, Registration, RegistrationState};
use shown::{Shown, all};

const NEED: Need = Need::Event;

pub(super) fn doors(doors: Doors) -> Doors {
    const ALL: &str = "/api/v1/events/{event}/registrations";
    let doors = doors
        .get(
            NEED,
            ALL,
            list,
            About::new("Lists registrations, in the order in which they were made.")
                .asked::<Wanted>()
                .asked::<Narrowed>()
                .gives_page::<Shown>(),
        )
        .post(
            NEED,
            ALL,
            create::create,
            About::new("Registers somebody.")
                .once()
                .takes::<create::Sent>(Required::True)
                .gives::<Shown>(StatusCode::CREATED),
        )
        .get(
            NEED,
            "/api/v1/events/{event}/registrations/{registration}",
            show,
            About::new("Reads a registration.").gives::<Shown>(StatusCode::OK),
        );
    let areas = [decide::doors, arrivals::doors, notes::doors, imports::doors];
    areas.iter().fold(doors, |doors, area| area(doors))
}

/// Which registrations are wanted.
#[derive(Debug, Default, Deserialize, IntoParams)]
struct Narrowed {
    /// Words that name, organisation or address have to hold.
    q: Option<String>,
    state: Option<RegistrationState>,
    mode: Option<Mode>,
    /// The language of their mails.
    language: Option<String>,
    /// The key of a session they come to.
    session: Option<String>,
    country: Option<String>,
    tag: Option<String>,
}

impl Narrowed {
    fn filter(&self, event: &Event) -> Result<Filter, Problem> {
        let session = self.session.as_deref().map(|key| session(event, key));
        let language = self.language.as_deref().map(language);
        Ok(Filter {
            words: self.q.iter().flat_map(|q| q.chars()).take(200).collect(),
            state: self.state,
            mode: self.mode,
            language: language.transpose()?,
            session: session.transpose()?,
            country: self.country.clone(),
            tag: self.tag.clone(),
            by_address: true,
        })
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        let pairs = [
            ("q", self.q.clone()),
            ("state", self.state.map(|one| one.to_string())),
            ("mode", self.mode.map(|one| one.to_string())),
            ("language", self.language.clone()),
            ("session", self.session.clone()),
            ("country", self.country.clone()),
            ("tag", self.tag.clone()),
        ];
        let given = pairs.into_iter();
        given
            .filter_map(|(name, value)| Some((name, value?)))
            .collect()
    }
}

/// Those that are wanted, in the order in which they were made.
async fn list(
    caller: Caller,
    Query(wanted): Query<Wanted>,
    Query(narrowed): Query<Narrowed>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    may_know_who_comes(&caller, &event)?;
    let (after, limit) = (wanted.after()?, wanted.limit()?);
    let filter = narrowed.filter(&event)?;
    let ids = find::after(&mut tx, event.id, &filter, after, limit).await?;
    let found = all(&mut tx, &event, &ids).await?;
    let path = format!("/api/v1/events/{}/registrations", event.details.slug);
    let id = |one: &Shown| one.id.uuid();
    Ok(wanted.page(&caller, &path, &narrowed.pairs(), found, (id, |one| one)))
}

async fn show(
    caller: Caller,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    may_know_who_comes(&caller, &event)?;
    let registration = named(&mut tx, &event, &path).await?;
    Ok(json(&one(&mut tx, &event, registration.id).await?))
}

/// Under the Chatham House rule nobody is told who was there: only programs that organise the event have
/// lists of it, and not those that show something of it elsewhere (P-18).
pub(super) fn may_know_who_comes(caller: &Caller, event: &Event) -> Result<(), Problem> {
    let is_told_to_nobody = event.details.rules() == Rules::ChathamHouse;
    if is_told_to_nobody && caller.token.scope.access < Access::Write {
        return Err(Trouble::Confidential.into());
    }
    Ok(())
}

/// The registration that the address names, of `event`.
async fn named(
    tx: &mut Tx,
    event: &Event,
    path: &HashMap<String, String>,
) -> Result<Registration, Problem> {
    let id = path.get("registration").and_then(|id| id.parse().ok());
    let found = registration::load(tx, id.ok_or(Trouble::NotFound)?).await?;
    let own = found.filter(|found| found.event == event.id);
    Ok(own.ok_or(Trouble::NotFound)?)
}

/// A registration, as it is now.
async fn one(tx: &mut Tx, event: &Event, id: Id<Registration>) -> Result<Shown, Problem> {
    let found = all(tx, event, &[id]).await?.pop();
    Ok(found.ok_or(Trouble::NotFound)?)
}

/// The language with this tag.
fn language(tag: &str) -> Result<Language, Problem> {
    tag.parse().map_err(|error: NotALanguage| {
        Problem::unfit(vec![FieldError::at("language", error.to_string())])
    })
}

/// The session of this key.
pub(super) fn session(event: &Event, key: &str) -> Result<Id<Session>, Problem> {
    let mut sessions = event.sessions();
    let found = sessions.find(|of| event.details.session_key(of.index).as_str() == key);
    let unknown = || {
        let known = event.sessions();
        let known = known.map(|of| event.details.session_key(of.index).to_string());
        let known = known.collect::<Vec<_>>().join(", ");
        Problem::unfit(vec![FieldError::at("session", known)])
    };
    Ok(found.ok_or_else(unknown)?.id)
}
