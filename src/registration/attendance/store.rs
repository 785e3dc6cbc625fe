use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::text::SingleLine;
use crate::event::{Event, Session};
use crate::registration::Registration;
use crate::sql;

/// Somebody who has a place in a session.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct Expected {
    pub(super) id: Id<Registration>,
    pub(super) name: SingleLine,
    pub(super) email_key: String,
    /// Whether it was noted that they came.
    pub(super) is_noted: bool,
}

/// Everybody who is confirmed for `session` of `event`.
pub(super) async fn expected(
    tx: &mut Tx,
    event: Id<Event>,
    session: Id<Session>,
) -> Result<Vec<Expected>> {
    tx.query(sql!(
        "SELECT r.id, r.name, r.email_key, c.checked_in_at IS NOT NULL AS is_noted
         FROM registration r
         JOIN invitation i ON i.registration_id = r.id AND i.session_id = $2
         LEFT JOIN check_in c ON c.registration_id = r.id AND c.session_id = $2
         WHERE r.event_id = $1 AND r.state = 'confirmed' ORDER BY r.id"
    ))
    .bind(event)
    .bind(session)
    .fetch_all()
    .await
}
