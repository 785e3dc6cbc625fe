//! What an organiser has to say to many: an announcement, or what follows an event. It goes once, to
//! those who are in its audience when its time comes.

mod store;

pub use store::{all, discard_draft, draft, drafts, find, finish, keep_draft, set_rest, waiting};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Event, EventState, Key, MeetingLink, Mode, Seen, Session, WebLink};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::base::language::{Language, Localised};
use crate::base::zone::WallTime;
use crate::outbox;
use crate::view::Phrase;
use crate::words;

/// How long after the end of an event what follows it may be told.
pub const AFTERMATH: TimeDelta = TimeDelta::days(14);

words! {
    /// When something is said to many.
    pub enum AnnouncementKind {
        /// Before or during the event.
        Announcement = "announcement",
        /// After its end.
        FollowUp = "follow_up",
    }
}

words! {
    /// To whom something is said. Never to those whose address was not confirmed (BULK-6).
    pub enum Addressees {
        /// Who has a place.
        Confirmed = "confirmed",
        /// Those of them who came, as somebody noted; of a follow-up only.
        Attended = "attended",
        /// Who is in the waiting list.
        Waitlisted = "waitlisted",
        /// Whose request awaits a decision.
        Pending = "pending",
        /// All of these.
        Everybody = "everybody",
    }
}

/// What an organiser states in an announcement's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// When it is said.
    pub kind: AnnouncementKind,
    /// The subject of its mails.
    pub subject: Localised<Phrase>,
    /// Markdown.
    pub text: Localised<Phrase>,
    /// When it goes, in the event's zone; at once, or when the event is over, where absent.
    pub send_at: Option<WallTime>,
    /// To whom.
    pub to: Addressees,
    /// Only to those who attend so.
    pub mode: Option<Mode>,
    /// Only to those who come to this session.
    pub session: Option<Key>,
    /// Only to readers of these.
    pub languages: Option<Vec<Language>>,
    /// Where the recording is.
    pub recording: Option<WebLink>,
    /// Where one may say what it was like.
    pub survey: Option<WebLink>,
}

/// An announcement that was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// Its identifier.
    pub id: Id<Self>,
    /// What is said.
    pub said: Announcement,
    /// When it was handed in.
    pub made_at: Instant,
    /// When all but the first of its mails leave; known once it has begun.
    pub rest_at: Option<Instant>,
    /// When the last of its mails was made owed: nobody is added any more.
    pub owed_at: Option<Instant>,
    /// When it was stopped.
    pub stopped_at: Option<Instant>,
}

/// An announcement that is being written: nobody has been told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its identifier.
    pub id: Id<Self>,
    /// What is to be said.
    pub said: Announcement,
    /// When it was written last.
    pub written_at: Instant,
}

/// Why an announcement cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unannounceable {
    /// The event is not published.
    #[error("the event is not published, or was cancelled")]
    NotPublished,
    /// The event is over.
    #[error("the event is over: what follows it is told by a follow_up")]
    Over,
    /// The event was over long ago.
    #[error("the event was over more than 14 days ago")]
    LongOver,
    /// It has a moment of its own, which is over.
    #[error("send_at has passed")]
    Past,
    /// The very same was announced, and was not stopped.
    #[error("the same was announced before, as {0}")]
    Before(Id<Announced>),
    /// It would give a meeting link away: the event has another since the text was read.
    #[error("it {}", MeetingLink::TOLD)]
    TellsLink,
}

/// What became of a wish to stop an announcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// It was; so many of its mails were kept back.
    KeptBack(u64),
    /// It had been stopped at that moment.
    Before(Instant),
    /// All its mails have left, or it came too late: there is nothing to keep back.
    Over,
    /// The event has no such announcement.
    Unknown,
}

impl Announced {
    /// How far it has come, where so many of its mails may still leave: a key of the catalogue.
    pub const fn standing(&self, waiting: i64) -> &'static str {
        match (self.stopped_at, self.rest_at, self.owed_at) {
            (Some(_), ..) => "stopped",
            (None, None, Some(_)) => "late",
            (None, None, None) => "waits",
            (None, Some(_), Some(_)) if waiting == 0 => "gone",
            (None, Some(_), _) => "begun",
        }
    }
}

impl Announcement {
    /// Its session in `event`; none where it is for all of them, or the event has lost it.
    pub fn session_in(&self, event: &Event) -> Option<Id<Session>> {
        let key = self.session.as_ref()?;
        let found = event
            .sessions()
            .find(|of| event.details.session_key(of.index) == *key);
        found.map(|session| session.id)
    }

    /// The languages of the page of `event` in which it says nothing.
    pub fn silent_in(&self, event: &Event) -> Vec<Language> {
        let order = event.details.text_order();
        let speaks = |language: &&Language| {
            [&self.subject, &self.text]
                .iter()
                .all(|phrases| phrases.only_in(language, &order).is_some())
        };
        let pages = event.details.page_languages().iter();
        pages.filter(|page| !speaks(page)).cloned().collect()
    }

    /// When it is owed, where it was handed in at `made_at`.
    pub fn due_at(&self, event: &Event, made_at: Instant) -> Instant {
        let stated = self
            .send_at
            .map(|wall| event.details.zone.resolve_leniently(wall).instant);
        let stated = stated.unwrap_or(made_at);
        match self.kind {
            AnnouncementKind::Announcement => stated,
            AnnouncementKind::FollowUp => stated.max(event.schedule.ends_at()),
        }
    }

    /// From when on it would only disturb.
    pub fn useful_until(&self, event: &Event) -> Instant {
        match self.kind {
            AnnouncementKind::Announcement => event.schedule.ends_at(),
            AnnouncementKind::FollowUp => event.schedule.ends_at() + AFTERMATH,
        }
    }

    /// Whether it gives one of `links` away (S-32).
    pub fn tells_any(&self, links: &[&MeetingLink]) -> bool {
        let addresses = [&self.recording, &self.survey].into_iter().flatten();
        let mut texts: Vec<String> = addresses.map(ToString::to_string).collect();
        for phrases in [&self.subject, &self.text] {
            texts.extend(phrases.keyed().iter().map(|(_, phrase)| phrase.unfilled()));
        }
        texts.iter().any(|text| Seen::of(text).tells_any(links))
    }
}

/// Hands `said` in: its mails become owed when its time comes. The same is only said `again` where that
/// is meant: the file handed in twice would go to everybody twice.
///
/// # Errors
/// Where the database fails.
pub async fn announce(
    tx: &mut Tx,
    event: &Event,
    said: &Announcement,
    again: bool,
    actor: &str,
) -> db::Result<Result<Id<Announced>, Unannounceable>> {
    let now = tx.now();
    if event.state != EventState::Published {
        return Ok(Err(Unannounceable::NotPublished));
    }
    if now >= said.useful_until(event) {
        return Ok(Err(match said.kind {
            AnnouncementKind::Announcement => Unannounceable::Over,
            AnnouncementKind::FollowUp => Unannounceable::LongOver,
        }));
    }
    if said.send_at.is_some() && said.due_at(event, now) < now {
        return Ok(Err(Unannounceable::Past));
    }
    if said.tells_any(&event.details.meeting_links()) {
        return Ok(Err(Unannounceable::TellsLink));
    }
    // Before the others are looked at: who hands in the same at once waits here.
    store::wake_plan(tx, event.id).await?;
    let others = all(tx, event.id).await?;
    let mut same = others.iter().filter(|one| one.stopped_at.is_none());
    if let Some(before) = same.find(|one| one.said == *said).filter(|_| !again) {
        return Ok(Err(Unannounceable::Before(before.id)));
    }
    let id = tx.new_id();
    store::insert(tx, event.id, id, said).await?;
    let told = json!({ "announcement": id.to_string(), "kind": said.kind, "to": said.to });
    audit::record(tx, actor, "announcement_made", event.id.uuid(), told).await?;
    Ok(Ok(id))
}

/// Has what organisers announced be of use until `event` ends now: what waits is not dropped before, and
/// what came too late for an event that was put off since is owed after all.
pub(super) async fn follow_end(tx: &mut Tx, event: &Event) -> db::Result<()> {
    for announced in all(tx, event.id).await? {
        if announced.stopped_at.is_some() {
            continue;
        }
        let until = announced.said.useful_until(event);
        if announced.rest_at.is_none() && tx.now() < until {
            store::reopen(tx, announced.id).await?;
        }
        outbox::set_end(tx, event.id.uuid(), announced.id.uuid(), until).await?;
    }
    Ok(())
}

/// Keeps back whatever of an announcement has not left.
///
/// # Errors
/// Where the database fails.
pub async fn stop(
    tx: &mut Tx,
    event: &Event,
    id: Id<Announced>,
    actor: &str,
) -> db::Result<Stopped> {
    let Some(known) = find(tx, event.id, id).await? else {
        return Ok(Stopped::Unknown);
    };
    if let Some(before) = known.stopped_at {
        return Ok(Stopped::Before(before));
    }
    let progress = outbox::progress(tx, event.id.uuid(), id.uuid()).await?;
    if known.owed_at.is_some() && progress.waiting == 0 {
        return Ok(Stopped::Over);
    }
    store::stop(tx, id).await?;
    let kept_back = outbox::keep_back(tx, event.id.uuid(), id.uuid()).await?;
    let told = json!({ "announcement": id.to_string(), "kept_back": kept_back });
    audit::record(tx, actor, "announcement_stopped", event.id.uuid(), told).await?;
    Ok(Stopped::KeptBack(kept_back))
}
