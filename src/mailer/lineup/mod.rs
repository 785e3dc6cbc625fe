//! The link of those who appear: speakers, moderators, interpreters and whoever else is in the lineup
//! of a session. It is released when the attendees' is, and known apart from it (E-26, S-32). Whoever was
//! sent it has the session in their calendar, where it is kept right from then on.

mod store;

use chrono::TimeDelta;

use super::{hold, plan};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{
    self, Appearance, AppearanceState, Event, EventState, Fact, HeldMail, HoldState, SessionOf,
    Told, Way,
};
use crate::outbox::{self, Message, Owed, Priority, Resend};
use crate::registration::{Issue, Notice, NoticePayload};

/// The kind of the mails with the link; the recipients of all mails to the lineup are appearances.
pub const KIND: &str = "lineup_link";

/// So many messages at most tell somebody of one revision of the link: all but the last were
/// suppressed before they could leave.
const PER_LINK: i64 = 1_000;

/// Makes the link owed to everybody in the lineup of `event` who may have it and was not told yet;
/// gives the number of messages. Another link is told to those who know the one before.
pub(super) async fn reconcile(tx: &mut Tx, event: &Event) -> Result<usize> {
    let links = owe_links(tx, event).await?;
    let now = tx.now();
    let mut updates = 0;
    for session in event.sessions().filter(|of| leaves(event, *of, now)) {
        updates += match (event.state, session.told) {
            (EventState::Cancelled, _) if !keeps_end_back(event, session) => {
                owe_end(tx, event, session).await?
            }
            (EventState::Published, Some(told)) if !keeps_update_back(event, session, told) => {
                owe_update(tx, event, session, told).await?
            }
            _ => 0,
        };
    }
    Ok(links + updates)
}

fn keeps_end_back(event: &Event, session: SessionOf<'_>) -> bool {
    let hold = event.hold_of(session, HeldMail::Cancelled, event.cancellations);
    hold.is_some_and(HoldState::keeps_back)
}

fn keeps_update_back(event: &Event, session: SessionOf<'_>, told: &Told) -> bool {
    let hold = event.hold_of(session, HeldMail::Changed, told.revision);
    hold.is_some_and(HoldState::keeps_back)
}

async fn owe_links(tx: &mut Tx, event: &Event) -> Result<usize> {
    let now = tx.now();
    let mut made = 0;
    for session in event.sessions() {
        if released_link(event, session, now).is_none() || !leaves(event, session, now) {
            continue;
        }
        for (appearance, revision) in store::lacking(tx, event.id, session).await? {
            let known = event::appearance(tx, event.id, appearance).await?;
            if known.is_some_and(|(_, appearance)| appearance.email.is_some()) {
                owe(tx, event, session, appearance, (KIND, revision)).await?;
                made += 1;
            }
        }
    }
    Ok(made)
}

/// Whether mails about a session leave now: it is not over, and no quiet hours keep them back (E-29).
fn leaves(event: &Event, session: SessionOf<'_>, now: Instant) -> bool {
    let needed = session.sitting.starts_at;
    now < session.sitting.ends_at && plan::waits_until(event, now, needed).is_none()
}

/// Tells those who have a session in their calendar that it is at another time or place.
async fn owe_update(
    tx: &mut Tx,
    event: &Event,
    session: SessionOf<'_>,
    told: &Told,
) -> Result<usize> {
    if !told.is_about(Fact::Time) && !told.is_about(Fact::Place) {
        return Ok(0);
    }
    let lacking = store::lacking_update(tx, event.id, session.id, told).await?;
    for appearance in &lacking {
        let kind = Notice::Changed.as_str();
        owe(tx, event, session, *appearance, (kind, told.revision)).await?;
    }
    Ok(lacking.len())
}

/// Tells them that it does not take place.
async fn owe_end(tx: &mut Tx, event: &Event, session: SessionOf<'_>) -> Result<usize> {
    let lacking = store::lacking_end(tx, event, session.id).await?;
    for appearance in &lacking {
        let kind = Notice::Cancelled.as_str();
        owe(tx, event, session, *appearance, (kind, event.cancellations)).await?;
    }
    Ok(lacking.len())
}

/// The way in that somebody who appears was told, while it is the one that counts.
pub(super) async fn held_link<'a>(
    tx: &mut Tx,
    event: &'a Event,
    session: SessionOf<'a>,
    appearance: Id<Appearance>,
) -> Result<Option<Way<'a>>> {
    let way = event.lineup_way_to(session.session);
    let holds = store::holds_link(tx, event.id, session, appearance).await?;
    Ok(way.filter(|_| holds))
}

/// The next moment after `now` at which the lineup of `event` may be owed a mail: a link, or what quiet
/// hours keep back.
pub(super) fn next_after(event: &Event, now: Instant) -> Option<Instant> {
    let releases = event
        .sessions()
        .filter(|session| event.lineup_way_to(session.session).is_some())
        .filter_map(|session| event.released_from(session))
        .filter(|from| *from > now);
    let ends = event
        .sessions()
        .filter_map(|session| plan::waits_until(event, now, session.sitting.starts_at));
    releases.chain(ends).min()
}

/// How many people in a session would still get its link, as things are.
pub(super) async fn lacking(tx: &mut Tx, event: &Event, session: SessionOf<'_>) -> Result<i64> {
    store::count_lacking(tx, event.id, session).await
}

/// Whether those who appear in a session get a link at some moment that is known.
pub(super) fn is_planned(event: &Event, session: SessionOf<'_>) -> bool {
    event.state == EventState::Published
        && event.lineup_way_to(session.session).is_some()
        && event.released_from(session).is_some()
}

/// How those who appear in `session` join it, where they may know at `now`.
pub(super) fn released_link<'a>(
    event: &'a Event,
    session: SessionOf<'a>,
    now: Instant,
) -> Option<Way<'a>> {
    event
        .lineup_way_to(session.session)
        .filter(|_| event.is_lineup_released(session, now))
}

/// Why a message is not owed any more (OUT-9).
pub(super) fn not_owed(
    message: &Message,
    event: &Event,
    session: SessionOf<'_>,
    appearance: &Appearance,
) -> Option<&'static str> {
    let is_latest = match message.kind.as_str() {
        KIND => message.revision / PER_LINK == session.lineup_link_revision,
        kind if kind == Notice::Cancelled.as_str() => {
            event.state == EventState::Cancelled && message.revision == event.cancellations
        }
        _ => {
            let told = session.told.map(|told| told.revision);
            event.state == EventState::Published && told == Some(message.revision)
        }
    };
    if !is_latest {
        return Some("something else is true since");
    }
    let is_kept_back = match (message.kind.as_str(), session.told) {
        (KIND, _) => event.keeps_lineup_link_back(session),
        (kind, _) if kind == Notice::Cancelled.as_str() => keeps_end_back(event, session),
        (_, Some(told)) => keeps_update_back(event, session, told),
        _ => false,
    };
    if is_kept_back {
        return Some(hold::KEPT_BACK);
    }
    (appearance.state() != AppearanceState::Confirmed).then_some("they do not appear any more")
}

async fn owe(
    tx: &mut Tx,
    event: &Event,
    session: SessionOf<'_>,
    appearance: Id<Appearance>,
    (kind, revision): (&str, i64),
) -> Result<()> {
    let payload = NoticePayload {
        issue: Some(issue(tx, appearance, event.sender.domain()).await?),
        leads: true,
        ..NoticePayload::default()
    };
    let owed = Owed {
        subject: event.id.uuid(),
        recipient: appearance.uuid(),
        session: Some(session.id.uuid()),
        kind,
        revision,
        lane: appearance.uuid(),
        priority: Priority::Highest,
        payload: serde_json::to_value(payload).expect("a payload is plain data"),
        domain: event.sender.domain(),
        due_at: tx.now(),
        not_useful_after: Some(session.sitting.ends_at),
        resend: Resend::Once {
            hurries_from: Some(session.sitting.starts_at - TimeDelta::hours(1)),
        },
    };
    outbox::enqueue(tx, owed).await?;
    Ok(())
}

async fn issue(tx: &mut Tx, appearance: Id<Appearance>, domain: &str) -> Result<Issue> {
    let random: [u8; 16] = tx.chance().bytes();
    let uid = format!("lineup-{:032x}@{domain}", u128::from_be_bytes(random));
    let (uid, next_sequence, last) = store::next_issue(tx, appearance, &uid).await?;
    let issue = Issue::after(last, uid, next_sequence - 1, tx.now());
    store::stamp_issue(tx, appearance, issue.issued_at).await?;
    Ok(issue)
}
