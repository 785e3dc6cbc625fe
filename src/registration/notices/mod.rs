//! The messages a registration is owed, enqueued in the unit of work that causes them.

mod own;
mod store;

pub(super) use own::{is_resent, owe_left, owe_place, owe_resent};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Attendee, Issue, Registration, audience, invitation, issue};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session, SessionOf};
use crate::outbox::{self, Owed, Priority, Resend};

/// Somebody who comes to more sessions gets one mail with one file of all entries in place of a
/// calendar object per session (CAL-3).
pub(super) const MOST_OBJECTS: usize = 5;

/// What a message to an attendee says.
pub use crate::event::AttendeeMail as Notice;

/// What is frozen with a notice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticePayload {
    /// The calendar object it carries, where it carries one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<Issue>,
    /// Whether it is the one of its kind that says everything in words.
    #[serde(default)]
    pub leads: bool,
    /// Whether it says that another place was asked for with the address.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_further: bool,
    /// Whether it tells those who hold a link the one that replaced it.
    #[serde(default, rename = "link", skip_serializing_if = "std::ops::Not::not")]
    pub tells_link: bool,
    /// Whether it is about a part of what the person comes to, and the rest stays.
    #[serde(default, rename = "part", skip_serializing_if = "std::ops::Not::not")]
    pub is_part: bool,
    /// Whether the address of the reader's join page stands in place of the link: who was sent it needs no
    /// word of another link (S-37).
    #[serde(default, rename = "page", skip_serializing_if = "std::ops::Not::not")]
    pub by_page: bool,
}

impl Notice {
    /// Whether a calendar object goes along to those who have the session in their calendar (MIME-5).
    const fn has_object(self) -> bool {
        matches!(self, Self::Link | Self::Changed | Self::Cancelled)
    }

    const fn priority(self) -> Priority {
        match self {
            Self::Link => Priority::Highest,
            Self::ConfirmAddress
            | Self::Offer
            | Self::Withdrawn
            | Self::Cancelled
            | Self::Resent => Priority::High,
            Self::Registered
            | Self::Moved
            | Self::Received
            | Self::Waitlisted
            | Self::Approved
            | Self::Promoted
            | Self::Declined
            | Self::Changed
            | Self::Reminder => Priority::Normal,
            Self::Known | Self::DeclineNoted => Priority::Low,
        }
    }
}

/// Owes a notice that has no calendar object.
pub(super) async fn owe(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    notice: Notice,
) -> Result<()> {
    let due_at = tx.now();
    owe_at(tx, event, registration, notice, due_at).await?;
    Ok(())
}

/// Owes a notice that has no calendar object, to go at `due_at`; gives its revision.
pub(super) async fn owe_at(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    notice: Notice,
    due_at: Instant,
) -> Result<i64> {
    let revision = revision(tx, registration, notice).await?;
    let payload = NoticePayload {
        leads: true,
        ..NoticePayload::default()
    };
    let owing = Owing {
        due_at,
        ..Owing::now(tx, event, notice, revision, None, payload)
    };
    enqueue(tx, event, registration.id, owing).await?;
    Ok(revision)
}

/// Owes whoever was registered already that they are, and that another place was asked for with their
/// address where that `is_further`: each once a day at most (S-25). It goes at `due_at`.
pub(super) async fn owe_known(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    is_further: bool,
    due_at: Instant,
) -> Result<()> {
    let notice = Notice::Known;
    let payload = NoticePayload {
        leads: true,
        is_further,
        ..NoticePayload::default()
    };
    let revision = known_revision(tx, is_further);
    let owing = Owing {
        due_at,
        ..Owing::now(tx, event, notice, revision, None, payload)
    };
    enqueue(tx, event, registration.id, owing).await?;
    Ok(())
}

/// Whether they were told so today.
pub(super) async fn knows(
    tx: &mut Tx,
    registration: &Registration,
    is_further: bool,
) -> Result<bool> {
    let revision = known_revision(tx, is_further);
    store::is_owed(tx, registration, Notice::Known, revision).await
}

/// The day; that somebody else was asked for counts below zero.
fn known_revision(tx: &Tx, is_further: bool) -> i64 {
    let day = tx.now().timestamp() / TimeDelta::days(1).num_seconds();
    if is_further { -1 - day } else { day }
}

/// Owes a notice with the calendar object of each session of `registration`, each in a mail of its
/// own; the first leads (CAL-3).
pub(super) async fn owe_with_calendar(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    notice: Notice,
) -> Result<()> {
    let due_at = tx.now();
    owe_with_calendar_at(tx, event, registration, notice, due_at).await?;
    Ok(())
}

/// The same, to go at `due_at`; gives its revision.
pub(super) async fn owe_with_calendar_at(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    notice: Notice,
    due_at: Instant,
) -> Result<i64> {
    if !has_objects(registration.sessions.len()) {
        return owe_at(tx, event, registration, notice, due_at).await;
    }
    let mut issues = Vec::new();
    for session in &registration.sessions {
        issues.push((*session, issue(tx, registration.id, *session).await?));
    }
    owe_issues(tx, event, registration, notice, (issues, due_at)).await
}

/// Owes everybody who has just registered and comes their confirmation with the calendar object of each
/// session, to go at `due_at`, and makes their invitations.
pub(super) async fn owe_first(
    tx: &mut Tx,
    event: &Event,
    registrations: &[&Registration],
    due_at: Instant,
) -> Result<()> {
    let places = |of: &&Registration| {
        let id = of.id;
        of.sessions
            .clone()
            .into_iter()
            .map(move |session| (id, session))
    };
    let places: Vec<_> = registrations.iter().flat_map(places).collect();
    let issues = invitation::make_and_issue(tx, &places, event.sender.domain()).await?;
    let mut issues = issues.into_iter();
    let mut owed = Vec::new();
    for registration in registrations {
        let sessions = registration.sessions.iter().copied();
        let issued: Vec<Issued> = sessions.map(|session| (session, issues.next())).collect();
        let revision = registration.token_generation;
        let message = (Notice::Registered, revision, due_at);
        owed.extend(owing_issues(tx, event, registration.id, issued, message));
    }
    outbox::enqueue_all(tx, owed).await?;
    Ok(())
}

/// What a calendar is told of a session.
type Issued = (Id<Session>, Option<Issue>);

async fn owe_issues(
    tx: &mut Tx,
    event: &Event,
    registration: &Registration,
    notice: Notice,
    (issues, due_at): (Vec<Issued>, Instant),
) -> Result<i64> {
    let revision = revision(tx, registration, notice).await?;
    let message = (notice, revision, due_at);
    let owed = owing_issues(tx, event, registration.id, issues, message);
    outbox::enqueue_all(tx, owed).await?;
    Ok(revision)
}

fn owing_issues<'e>(
    tx: &Tx,
    event: &'e Event,
    registration: Id<Registration>,
    issues: Vec<Issued>,
    (notice, revision, due_at): (Notice, i64, Instant),
) -> Vec<Owed<'e>> {
    let issues = issues.into_iter().enumerate();
    let owed = issues.map(|(index, (session, issue))| {
        let payload = NoticePayload {
            issue,
            leads: index == 0,
            ..NoticePayload::default()
        };
        let owing = Owing {
            due_at,
            ..Owing::now(tx, event, notice, revision, Some(session), payload)
        };
        owed(tx, event, registration, owing)
    });
    owed.collect()
}

/// What tells this notice from earlier ones of its kind. What an organiser decides can be decided
/// again; that it is told once a decision is up to whoever changes the registration's state.
async fn revision(tx: &mut Tx, registration: &Registration, notice: Notice) -> Result<i64> {
    Ok(match notice {
        Notice::Known => known_revision(tx, false),
        Notice::Approved
        | Notice::Offer
        | Notice::Promoted
        | Notice::Declined
        | Notice::Waitlisted
        | Notice::Moved
        | Notice::Resent
        | Notice::Withdrawn => store::times_told(tx, registration, notice).await?,
        _ => registration.token_generation,
    })
}

/// A message of the plan, to one of many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ToMany {
    /// What it says.
    pub notice: Notice,
    /// Tells it from earlier ones of its kind.
    pub revision: i64,
    /// When it goes.
    pub due_at: Instant,
    /// When it is of no use any more.
    pub until: Instant,
    /// Whether it is the first of its kind that goes to this person at this time.
    pub leads: bool,
    /// Whether it tells those who hold a link the one that replaced it.
    pub tells_link: bool,
}

/// Owes an attendee a message about `session`, once. One that has a calendar object, or tells the link of
/// one session of many, is about that session; else one message is about all sessions of the person.
pub async fn owe_to_many(
    tx: &mut Tx,
    event: &Event,
    attendee: Attendee,
    session: SessionOf<'_>,
    message: ToMany,
) -> Result<()> {
    let ToMany {
        notice,
        leads,
        tells_link,
        ..
    } = message;
    let registration = attendee.registration;
    let issue = if notice.has_object() && attendee.has_objects() {
        issue(tx, registration, session.id).await?
    } else {
        None
    };
    let has_own_link = notice == Notice::Link || (tells_link && !event.has_one_link());
    let is_of_all = notice.has_object() && issue.is_none() && !has_own_link;
    let owed = Owing {
        notice,
        revision: message.revision,
        session: (!is_of_all).then_some(session.id),
        payload: NoticePayload {
            issue,
            leads,
            tells_link,
            by_page: (notice == Notice::Link || tells_link) && event.joins_by_page(session.session),
            ..NoticePayload::default()
        },
        due_at: message.due_at,
        until: if is_of_all {
            event.schedule.ends_at()
        } else {
            message.until
        },
    };
    enqueue(tx, event, registration, owed).await?;
    Ok(())
}

/// Owes an attendee the joining link of `session`, once; `leads` says whether it is the first of the
/// links that go to this person at this time.
pub async fn owe_link(
    tx: &mut Tx,
    event: &Event,
    attendee: Attendee,
    session: SessionOf<'_>,
    leads: bool,
) -> Result<()> {
    let revision = audience::next_link(tx, attendee.registration, session.id).await?;
    let message = ToMany {
        notice: Notice::Link,
        revision,
        due_at: tx.now(),
        until: session.sitting.ends_at,
        leads,
        tells_link: false,
    };
    owe_to_many(tx, event, attendee, session, message).await
}

/// Whether somebody who comes to so many sessions has a calendar object of each: the same for all
/// mails to one person, or an update would come of what was never entered.
pub(super) const fn has_objects(sessions: usize) -> bool {
    sessions <= MOST_OBJECTS
}

/// A notice about to be owed.
pub(super) struct Owing {
    notice: Notice,
    revision: i64,
    session: Option<Id<Session>>,
    payload: NoticePayload,
    due_at: Instant,
    until: Instant,
}

impl Owing {
    /// One that goes at once, and is of use until what it is about is over.
    pub(super) fn now(
        tx: &Tx,
        event: &Event,
        notice: Notice,
        revision: i64,
        session: Option<Id<Session>>,
        payload: NoticePayload,
    ) -> Self {
        Self {
            notice,
            revision,
            session,
            payload,
            due_at: tx.now(),
            until: useful_until(event, session),
        }
    }
}

pub(super) async fn enqueue(
    tx: &mut Tx,
    event: &Event,
    registration: Id<Registration>,
    owing: Owing,
) -> Result<bool> {
    let owed = owed(tx, event, registration, owing);
    outbox::enqueue(tx, owed).await
}

fn owed<'e>(tx: &Tx, event: &'e Event, registration: Id<Registration>, owing: Owing) -> Owed<'e> {
    let Owing {
        notice, session, ..
    } = owing;
    Owed {
        subject: event.id.uuid(),
        recipient: registration.uuid(),
        session: session.map(Id::uuid),
        kind: notice.as_str(),
        revision: owing.revision,
        lane: lane(tx, registration, notice),
        priority: notice.priority(),
        payload: serde_json::to_value(owing.payload).expect("a payload is plain data"),
        domain: event.sender.domain(),
        due_at: owing.due_at,
        not_useful_after: Some(owing.until),
        resend: resend(notice, event, session),
    }
}

/// What changes a calendar leaves in the order in which it was made (OUT-7). A reminder changes none, and
/// must not hold the link up where a server turns it away for now.
fn lane(tx: &Tx, registration: Id<Registration>, notice: Notice) -> Uuid {
    match notice {
        Notice::Reminder => tx.new_id::<Notice>().uuid(),
        _ => registration.uuid(),
    }
}

/// Only what tells nothing new is better lost than sent twice. The link cannot wait in the last hour
/// before the session, nor while it lasts (OUT-5).
fn resend(notice: Notice, event: &Event, session: Option<Id<Session>>) -> Resend {
    let starts_at = session
        .and_then(|id| event.sessions().find(|session| session.id == id))
        .map(|session| session.sitting.starts_at);
    match notice {
        Notice::Known | Notice::Resent | Notice::DeclineNoted | Notice::Reminder => Resend::Never,
        Notice::Link => Resend::Once {
            hurries_from: starts_at.map(|at| at - TimeDelta::hours(1)),
        },
        _ => Resend::Once { hurries_from: None },
    }
}

/// A mail about a session is of no use once that has ended; one about the event, once all is over.
fn useful_until(event: &Event, session: Option<Id<Session>>) -> Instant {
    session
        .and_then(|id| event.sessions().find(|session| session.id == id))
        .map_or(event.schedule.ends_at(), |session| session.sitting.ends_at)
}
