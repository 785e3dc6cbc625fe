//! What is still to leave.

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::event::announcement::{self, Announced};
use crate::event::{Event, EventState, Format, HeldMail, HoldState, Release, SessionOf};
use crate::mailer::plan::{self, Audience, Planned, What};
use crate::mailer::{leaves_at, lineup, reconcile};
use crate::registration::{
    self, ByLanguage, Standing, count_cancellations, count_changes, count_links, count_reminders,
};

/// Mails to many that are still to leave together.
#[derive(Debug, Clone, PartialEq)]
pub struct Coming<'a> {
    /// What they say.
    pub mail: Mail<'a>,
    /// The sessions that they are about, in the event's order; none for what is about all of them.
    pub sessions: Vec<SessionOf<'a>>,
    /// When they were planned to leave, by which those of one batch are known.
    pub moment: Instant,
    /// When they leave, as things are; what is due leaves now.
    pub at: Instant,
    /// How many, by language; none for what goes to organisers.
    pub mails: ByLanguage,
    /// What keeps them from leaving then.
    pub wait: Option<Wait>,
}

/// What such mails say.
#[derive(Debug, Clone, PartialEq)]
pub enum Mail<'a> {
    /// A message of the plan; where it is about several sessions, that of the first.
    Planned(Planned<'a>),
    /// The link, which an organiser releases.
    UnreleasedLink,
    /// The link to those who appear.
    LineupLink,
    /// Words of an organiser.
    Announced(Box<Announced>),
}

/// Why mails do not leave at their moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// The link is missing (E-28).
    NoLink,
    /// It is the event's quiet hours (E-29).
    QuietHours,
    /// An organiser holds them.
    Held,
    /// An organiser skips them.
    Skipped,
    /// They leave at an organiser's word (F-1).
    Word,
}

/// Whether mails that leave together are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Those of several sessions at once.
    Together,
    /// Those of each session alone.
    BySession,
}

impl Coming<'_> {
    /// How many mails there are.
    pub fn total(&self) -> i64 {
        self.mails.iter().map(|(_, mails)| mails).sum()
    }

    /// By what an organiser may keep them back.
    pub fn hold_key(&self) -> Option<(HeldMail, i64)> {
        match &self.mail {
            Mail::Planned(planned) => planned.hold_key(),
            Mail::LineupLink => Some((HeldMail::LineupLink, 0)),
            Mail::UnreleasedLink | Mail::Announced(_) => None,
        }
    }

    /// The kind of its mails.
    pub fn kind(&self) -> &'static str {
        match &self.mail {
            Mail::Planned(planned) => planned.what.as_str(),
            Mail::UnreleasedLink => What::Link.as_str(),
            Mail::LineupLink => lineup::KIND,
            Mail::Announced(announced) => announced.said.kind.as_str(),
        }
    }
}

/// Everything that `event` will send to many, the next first. What waits for an organiser's word, or
/// for a link, is among it until it is of no use any more.
pub async fn coming<'a>(tx: &mut Tx, event: &'a Event, detail: Detail) -> Result<Vec<Coming<'a>>> {
    let mut coming = planned(tx, event, detail).await?;
    coming.extend(unreleased(tx, event).await?);
    coming.extend(lineup_links(tx, event, detail).await?);
    coming.extend(announced(tx, event).await?);
    coming.sort_by_key(|one| one.at);
    Ok(coming)
}

async fn planned<'a>(tx: &mut Tx, event: &'a Event, detail: Detail) -> Result<Vec<Coming<'a>>> {
    let now = tx.now();
    let mut coming = Vec::new();
    let batches = together(event, now, detail);
    if batches.is_empty() {
        return Ok(coming);
    }
    let known = Known {
        standing: Standing::of(tx, event).await?,
        is_looked_at: reconcile::is_looked_at(tx, event.id).await?,
        is_whole: event.sessions().all(|of| now < of.sitting.ends_at),
        now,
    };
    for batch in batches {
        let first = batch[0];
        let sessions: Vec<SessionOf<'_>> = batch.iter().map(|one| one.session).collect();
        let mails = match known.mails(event, first, &sessions) {
            Some(mails) => mails,
            None => mails(tx, event, first, &sessions).await?,
        };
        let is_to_come = now < first.from || !first.is_ready || first.is_kept_back();
        if is_to_come || !mails.is_empty() || first.what == What::Alarm {
            coming.push(Coming {
                mail: Mail::Planned(first),
                moment: first.from,
                sessions,
                at: first.leaves_at(event, now).max(now),
                mails,
                wait: wait(event, first, now),
            });
        }
    }
    Ok(coming)
}

/// The messages of the plan that are of use still, in batches that leave together.
fn together(event: &Event, now: Instant, detail: Detail) -> Vec<Vec<Planned<'_>>> {
    let mut batches: Vec<Vec<Planned<'_>>> = Vec::new();
    let timeline = plan::timeline(event).into_iter();
    for message in timeline.filter(|message| now < message.until) {
        let is_of = |batch: &&mut Vec<Planned<'_>>| leave_together(event, now, batch[0], message);
        let known = batches.iter_mut().find(is_of);
        match known.filter(|_| detail == Detail::Together) {
            Some(batch) => batch.push(message),
            None => batches.push(vec![message]),
        }
    }
    batches
}

fn leave_together(event: &Event, now: Instant, one: Planned<'_>, other: Planned<'_>) -> bool {
    let key = |of: Planned<'_>| (of.what, of.revision, of.is_ready, of.hold);
    let starts = |of: Planned<'_>| of.session.sitting.starts_at;
    key(one) == key(other)
        && one.audience == other.audience
        && one.from == other.from
        && one.leaves_at(event, now) == other.leaves_at(event, now)
        && (one.what != What::Reminder || starts(one) == starts(other))
}

/// What is known without asking of each mail alone, which takes long for a large event.
struct Known {
    standing: Standing,
    /// Whether all that was due when the plan was looked at last is owed, and nothing has changed since.
    is_looked_at: bool,
    /// Whether no session is over.
    is_whole: bool,
    now: Instant,
}

impl Known {
    /// How many mails there are of `message`; `None` where that has to be asked.
    fn mails(
        &self,
        event: &Event,
        message: Planned<'_>,
        sessions: &[SessionOf<'_>],
    ) -> Option<ByLanguage> {
        let leaves = message.leaves_at(event, self.now) <= self.now;
        if leaves && message.is_ready && !message.is_kept_back() && self.is_looked_at {
            return Some(ByLanguage::new());
        }
        match message.audience {
            Audience::Online if self.is_whole => self.standing.links(sessions),
            Audience::Confirmed { since, .. } if self.now < since => {
                let reminding = reconcile::reminding(event, message)?;
                self.standing.reminders(event, sessions, &reminding)
            }
            Audience::Organisers => Some(ByLanguage::new()),
            _ => None,
        }
    }
}

async fn mails(
    tx: &mut Tx,
    event: &Event,
    message: Planned<'_>,
    sessions: &[SessionOf<'_>],
) -> Result<ByLanguage> {
    match message.audience {
        Audience::Online => count_links(tx, event, sessions, message.from).await,
        Audience::Confirmed { .. } => {
            let reminding = reconcile::reminding(event, message);
            let reminding = reminding.expect("it is a reminder");
            count_reminders(tx, event, sessions, &reminding).await
        }
        Audience::Holding(told) => {
            let told = reconcile::tellable(event, message.session, told, tx.now());
            count_changes(tx, event, sessions, &told).await
        }
        Audience::Everybody => count_cancellations(tx, event, sessions).await,
        Audience::Organisers => Ok(ByLanguage::new()),
    }
}

fn wait(event: &Event, message: Planned<'_>, now: Instant) -> Option<Wait> {
    if let Some(wait) = message.hold.and_then(kept_back) {
        return Some(wait);
    }
    if !message.is_ready {
        return Some(Wait::NoLink);
    }
    let is_late = message.leaves_at(event, now) > message.from.max(now);
    is_late.then_some(Wait::QuietHours)
}

fn kept_back(hold: HoldState) -> Option<Wait> {
    match hold {
        HoldState::Held => Some(Wait::Held),
        HoldState::Skipped => Some(Wait::Skipped),
        HoldState::Resumed => None,
    }
}

/// The links that leave when an organiser says so.
async fn unreleased<'a>(tx: &mut Tx, event: &'a Event) -> Result<Option<Coming<'a>>> {
    let now = tx.now();
    let waits = |of: &SessionOf<'_>| {
        let meeting = event.meeting_of(of.session);
        now < of.sitting.ends_at
            && event.released_at.is_none()
            && meeting.is_some_and(|meeting| meeting.release() == Release::Manual)
    };
    let is_open = event.state == EventState::Published && event.details.format != Format::InPerson;
    let sessions: Vec<SessionOf<'_>> = event.sessions().filter(waits).collect();
    if !is_open || sessions.is_empty() {
        return Ok(None);
    }
    Ok(Some(Coming {
        mail: Mail::UnreleasedLink,
        moment: now,
        at: now,
        mails: count_links(tx, event, &sessions, now).await?,
        sessions,
        wait: Some(Wait::Word),
    }))
}

/// The links of those who appear that are still to be released, or are kept back.
async fn lineup_links<'a>(
    tx: &mut Tx,
    event: &'a Event,
    detail: Detail,
) -> Result<Vec<Coming<'a>>> {
    let now = tx.now();
    let mut coming: Vec<Coming<'_>> = Vec::new();
    let planned = event.sessions().filter(|of| lineup::is_planned(event, *of));
    for session in planned.filter(|of| now < of.sitting.ends_at) {
        let people = lineup::lacking(tx, event, session).await?;
        let Some(from) = event.released_from(session).filter(|_| people > 0) else {
            continue;
        };
        let at = plan::waits_until(event, from.max(now), session.sitting.starts_at);
        let at = at.unwrap_or(from.max(now));
        let hold = event.hold_of(session, HeldMail::LineupLink, 0);
        let wait = hold.and_then(kept_back);
        let known = coming
            .iter_mut()
            .find(|one| one.moment == from && one.wait == wait);
        match known.filter(|_| detail == Detail::Together) {
            Some(batch) => {
                batch.sessions.push(session);
                batch.mails[0].1 += people;
            }
            None => coming.push(Coming {
                mail: Mail::LineupLink,
                moment: from,
                sessions: vec![session],
                at,
                mails: vec![(event.details.page_languages()[0].clone(), people)],
                wait,
            }),
        }
    }
    Ok(coming)
}

/// What organisers have announced that has not begun to leave.
async fn announced<'a>(tx: &mut Tx, event: &'a Event) -> Result<Vec<Coming<'a>>> {
    let now = tx.now();
    let mut coming = Vec::new();
    if event.state != EventState::Published {
        return Ok(coming);
    }
    for waiting in announcement::waiting(tx, event.id).await? {
        let said = &waiting.said;
        if waiting.rest_at.is_some() || now >= said.useful_until(event) {
            continue;
        }
        let at = leaves_at(event, said, waiting.made_at, now).max(now);
        let only = said.session_in(event);
        let is_quiet = at > said.due_at(event, waiting.made_at).max(now);
        coming.push(Coming {
            sessions: event.sessions().filter(|of| only == Some(of.id)).collect(),
            moment: at,
            at,
            mails: registration::audience(tx, event, said).await?,
            wait: is_quiet.then_some(Wait::QuietHours),
            mail: Mail::Announced(Box::new(waiting)),
        });
    }
    Ok(coming)
}
