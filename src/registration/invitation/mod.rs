//! The calendar side of a place in a session: UID, SEQUENCE and DTSTAMP (CAL-4..CAL-7).

mod store;

use chrono::{SubsecRound, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{NoticePayload, Registration};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Session;

/// One REQUEST or CANCEL of an invitation, frozen with the message that carries it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// Names the invitation for life.
    pub uid: String,
    /// 0 for the first, one more with every further (CAL-5).
    pub sequence: i64,
    /// DTSTAMP: full seconds, rising by at least one with every further (CAL-6).
    pub issued_at: Instant,
}

impl Issue {
    /// The issue that follows the one of `last`, at `now`.
    pub fn after(last: Option<Instant>, uid: String, sequence: i64, now: Instant) -> Self {
        let now = now.trunc_subsecs(0);
        Self {
            uid,
            sequence,
            issued_at: last.map_or(now, |last| now.max(last + TimeDelta::seconds(1))),
        }
    }
}

/// Makes the invitation of `registration` to `session`, with a fresh UID on `domain`.
pub(super) async fn make(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
    domain: &str,
) -> Result<()> {
    let uid = fresh_uid(tx, domain);
    store::insert_invitation(tx, registration, session, &uid).await
}

/// The same for each of `places`, with its first issue, in the unit of work that queues its message.
pub(super) async fn make_and_issue(
    tx: &mut Tx,
    places: &[(Id<Registration>, Id<Session>)],
    domain: &str,
) -> Result<Vec<Issue>> {
    let issue = |_| Issue::after(None, fresh_uid(tx, domain), 0, tx.now());
    let issues: Vec<Issue> = places.iter().map(issue).collect();
    store::insert_issued(tx, places, &issues).await?;
    Ok(issues)
}

/// Drops the invitation of `registration` to `session`: whoever comes back gets another (CAL-7).
pub(super) async fn drop_one(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<()> {
    store::delete_invitation(tx, registration, session).await
}

/// Gives the invitations of `registration` that were issued before a fresh UID each: a calendar may
/// show what was taken back as taken back for ever (CAL-7).
pub(super) async fn renew(tx: &mut Tx, registration: &Registration, domain: &str) -> Result<()> {
    for session in &registration.sessions {
        let uid = fresh_uid(tx, domain);
        store::renew_invitation(tx, registration.id, *session, &uid).await?;
    }
    Ok(())
}

fn fresh_uid(tx: &Tx, domain: &str) -> String {
    let random: [u8; 16] = tx.chance().bytes();
    format!("reg-{:032x}@{domain}", u128::from_be_bytes(random))
}

/// Takes back the last issue of an invitation, whose message, of this payload, never left: the next one
/// has its number.
pub(super) async fn take_back(
    tx: &mut Tx,
    registration: Id<Registration>,
    payload: &NoticePayload,
) -> Result<()> {
    match &payload.issue {
        Some(issue) => store::take_back(tx, registration, issue).await,
        None => Ok(()),
    }
}

/// Takes the next issue of an invitation, in the unit of work that queues its message; `None` where
/// there is no such invitation.
pub async fn issue(
    tx: &mut Tx,
    registration: Id<Registration>,
    session: Id<Session>,
) -> Result<Option<Issue>> {
    let Some((uid, next_sequence, last)) = store::next_issue(tx, registration, session).await?
    else {
        return Ok(None);
    };
    let issue = Issue::after(last, uid, next_sequence - 1, tx.now());
    store::stamp_issue(tx, registration, session, issue.issued_at).await?;
    Ok(Some(issue))
}
