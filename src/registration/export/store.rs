use std::collections::BTreeMap;

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Event, Mode, Session};
use crate::registration::{Answers, Registration, RegistrationState, Source};
use crate::sql;

/// A registration as `registrations export` gives it.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct ExportedRegistration {
    /// Its identifier.
    pub id: Id<Registration>,
    /// The name to show.
    pub name: SingleLine,
    /// Where its mails go.
    pub email: EmailAddress,
    /// The language of its mails.
    pub language: Language,
    /// How they attend.
    pub mode: Mode,
    /// What has become of it.
    pub state: RegistrationState,
    /// When it was made.
    pub registered_at: Instant,
    /// Where they work, where asked.
    pub organisation: Option<String>,
    /// What they do there, where asked.
    pub position: Option<String>,
    /// Where they are, where asked.
    pub country: Option<String>,
    /// Which link they followed, where it said so.
    pub source: Option<Source>,
    /// What they answered.
    #[sqlx(json)]
    pub answers: Answers,
    /// The sessions they come to.
    #[sqlx(skip)]
    pub sessions: Vec<Id<Session>>,
}

/// Every registration for `event`, in the order in which they came.
pub async fn for_export(tx: &mut Tx, event: Id<Event>) -> Result<Vec<ExportedRegistration>> {
    let mut registrations: Vec<ExportedRegistration> = tx
        .query(sql!(
            "SELECT id, name, email, language, mode, state, registered_at, organisation, position,
                country, source, answers
             FROM registration WHERE event_id = $1 ORDER BY id"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let invitations: Vec<(Id<Registration>, Id<Session>)> = tx
        .query(sql!(
            "SELECT i.registration_id, i.session_id FROM invitation i
             JOIN session s ON s.id = i.session_id
             WHERE s.event_id = $1 ORDER BY s.position"
        ))
        .bind(event)
        .fetch_all()
        .await?;
    let mut sessions: BTreeMap<Id<Registration>, Vec<Id<Session>>> = BTreeMap::new();
    for (registration, session) in invitations {
        sessions.entry(registration).or_default().push(session);
    }
    for registration in &mut registrations {
        registration.sessions = sessions.remove(&registration.id).unwrap_or_default();
    }
    Ok(registrations)
}

/// How many are confirmed for `event`.
pub async fn confirmed_count(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let (count,): (i64,) = tx
        .query(sql!(
            "SELECT count(*) AS confirmed FROM registration
             WHERE event_id = $1 AND state = 'confirmed'"
        ))
        .bind(event)
        .fetch_one()
        .await?;
    Ok(count)
}
