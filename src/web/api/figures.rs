//! How many registered for an event, by what they have in common; after their data is gone, what stayed.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::problem::Problem;
use super::sent::json;
use crate::base::clock::Instant;
use crate::registration::RegistrationState;
use crate::registration::figures::Common;
use crate::report::figures::{Share, Who};
use crate::web::organiser::Counted;

pub(super) fn doors(doors: Doors) -> Doors {
    let about = About::new("Says how many registered, by what they have in common.");
    doors.get(
        Need::Event,
        "/api/v1/events/{event}/figures",
        show,
        about.gives::<Shown>(StatusCode::OK),
    )
}

/// The figures of an event.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Figures)]
struct Shown {
    /// All who ever registered.
    registered: i64,
    /// Those of them who have a place.
    confirmed: i64,
    /// Groups of those who registered, by what they have in common.
    #[schema(value_type = BTreeMap<String, Vec<Group>>)]
    groups: BTreeMap<&'static str, Vec<Group>>,
    /// Who came to which session.
    sessions: Vec<Came>,
    /// When they were counted for the last time, where the registrations are gone.
    #[schema(value_type = Option<String>, format = DateTime)]
    kept_at: Option<Instant>,
}

/// People who have something in common.
#[derive(Debug, Serialize, ToSchema)]
struct Group {
    /// `said`, `silent`, `others`, `few`.
    who: &'static str,
    /// What they said.
    value: Option<String>,
    /// How many they are; none where so few that it is not told.
    people: Option<i64>,
}

/// Who came to a session.
#[derive(Debug, Serialize, ToSchema)]
struct Came {
    /// The key of the session.
    session: String,
    /// Who has a place; none where so few that it is not told.
    confirmed: Option<i64>,
    /// Who of them came; none where so few did, or did not, that it is not told.
    came: Option<i64>,
}

impl From<Share> for Group {
    fn from(share: Share) -> Self {
        let (who, value) = match share.who {
            Who::Said(value) => ("said", Some(value)),
            Who::Silent => ("silent", None),
            Who::Others => ("others", None),
            Who::Few => ("few", None),
        };
        Self {
            who,
            value,
            people: share.people,
        }
    }
}

async fn show(caller: Caller) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let counted = Counted::of(&mut tx, &event).await?;
    let figures = Common::ALL
        .iter()
        .filter_map(|common| counted.figure(*common));
    let groups = figures.map(|figure| {
        let shares = figure.shares.into_iter().map(Group::from);
        (figure.common.as_str(), shares.collect())
    });
    let came = event.sessions().filter_map(|of| {
        let attendance = counted.attendance();
        let own = attendance.iter().find(|one| one.session == of.id.uuid())?;
        Some(Came {
            session: event.details.session_key(of.index).to_string(),
            confirmed: own.confirmed,
            came: own.came,
        })
    });
    Ok(json(&Shown {
        registered: counted.ever(),
        confirmed: counted.in_state(RegistrationState::Confirmed),
        groups: groups.collect(),
        sessions: came.collect(),
        kept_at: counted.kept_at(),
    }))
}
