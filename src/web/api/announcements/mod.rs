//! What organisers say to many: looked at before, handed in, and stopped (U-10, U-11).

mod refused;

use std::collections::{BTreeMap, HashMap};

use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::openapi::Required;
use utoipa::{IntoParams, ToSchema};

use super::about::About;
use super::caller::Caller;
use super::doors::{Doors, Need};
use super::events::faults::of_file;
use super::once::Once;
use super::page::Wanted;
use super::problem::{Problem, Trouble};
use super::sent::{created, json, read};
use super::stated::Announcement as Stated;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::announcement::{self, Announced, Announcement, Stopped};
use crate::event::file::{announcement_from_json, announcement_to_json};
use crate::event::{Event, MANY};
use crate::mailer::{self, ahead};
use crate::outbox;
use crate::registration::audience;
use refused::{is_meant, refused};

const NEED: Need = Need::Event;

pub(super) fn doors(doors: Doors) -> Doors {
    const ALL: &str = "/api/v1/events/{event}/announcements";
    doors
        .get(
            NEED,
            ALL,
            list,
            About::new("Lists what was announced, the ones made last first.")
                .asked::<Wanted>()
                .gives_page::<Shown>(),
        )
        .post(
            NEED,
            ALL,
            announce,
            About::new("Says something to many: its mails go when its time comes.")
                .asked::<Manner>()
                .once()
                .takes::<Stated>(Required::True)
                .gives::<Shown>(StatusCode::CREATED),
        )
        .post(
            NEED,
            "/api/v1/events/{event}/announcements/preview",
            preview,
            About::new("Says to how many an announcement would go, and when. Nothing is done.")
                .takes::<Stated>(Required::True)
                .gives::<Preview>(StatusCode::OK),
        )
        .get(
            NEED,
            "/api/v1/events/{event}/announcements/{announcement}",
            show,
            About::new("Says what has become of an announcement.").gives::<Shown>(StatusCode::OK),
        )
        .post(
            NEED,
            "/api/v1/events/{event}/announcements/{announcement}/stop",
            stop,
            About::new("Keeps back whatever of an announcement has not left.")
                .gives::<Shown>(StatusCode::OK),
        )
}

/// How it is handed in.
#[derive(Debug, Default, Deserialize, IntoParams)]
struct Manner {
    /// Whether it is said although the very same was said before.
    again: Option<bool>,
    /// The event’s slug, needed where more than 50 people would hear it.
    confirm: Option<String>,
}

/// What would come of an announcement.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = AnnouncementPreview)]
struct Preview {
    /// To how many it would go now.
    recipients: i64,
    /// The same by the language of their mails.
    #[schema(value_type = BTreeMap<String, i64>)]
    by_language: BTreeMap<Language, i64>,
    /// Whether `confirm` has to say the event’s slug.
    needs_confirm: bool,
    /// When it would leave.
    #[schema(value_type = String, format = DateTime)]
    leaves_at: Instant,
    /// When all but the first would, where a few go ahead.
    #[schema(value_type = Option<String>, format = DateTime)]
    others_leave_at: Option<Instant>,
    /// Languages of the page in which it says nothing: who reads them gets another one.
    #[schema(value_type = Vec<String>)]
    silent_in: Vec<Language>,
}

/// An announcement, as a program sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Announced)]
struct Shown {
    /// Its identifier.
    id: String,
    /// `waits`, `begun`, `gone`, `stopped`, `late`.
    state: &'static str,
    /// When it was handed in.
    #[schema(value_type = String, format = DateTime)]
    made_at: Instant,
    /// When it was stopped.
    #[schema(value_type = Option<String>, format = DateTime)]
    stopped_at: Option<Instant>,
    /// How many mails there are.
    mails: i64,
    /// How many were sent.
    sent: i64,
    /// How many may still leave.
    waiting: i64,
    /// What is said; a recording with a token that is told links.
    #[schema(value_type = Stated)]
    announcement: Json,
}

impl Shown {
    async fn of(
        tx: &mut Tx,
        caller: &Caller,
        event: &Event,
        one: &Announced,
    ) -> Result<Self, Problem> {
        let progress = outbox::progress(tx, event.id.uuid(), one.id.uuid()).await?;
        Ok(Self {
            id: one.id.to_string(),
            state: one.standing(progress.waiting),
            made_at: one.made_at,
            stopped_at: one.stopped_at,
            mails: progress.made,
            sent: progress.sent,
            waiting: progress.waiting,
            announcement: announcement_to_json(&one.said, caller.shows_links()),
        })
    }
}

async fn list(caller: Caller, Query(wanted): Query<Wanted>) -> Result<Response, Problem> {
    let (before, limit) = (wanted.after::<Announced>()?, wanted.limit()?);
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let mut all = announcement::all(&mut tx, event.id).await?;
    all.sort_by_key(|one| std::cmp::Reverse(one.id));
    let is_wanted = |one: &Announced| before.is_none_or(|before| one.id < before);
    let wanted_ones = all.into_iter().filter(is_wanted);
    let size = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut found = Vec::new();
    for one in wanted_ones.take(size) {
        found.push((one.id, Shown::of(&mut tx, &caller, &event, &one).await?));
    }
    let path = format!("/api/v1/events/{}/announcements", event.details.slug);
    let id = |one: &(Id<Announced>, Shown)| one.0.uuid();
    Ok(wanted.page(&caller, &path, &[], found, (id, |(_, shown)| shown)))
}

async fn show(
    caller: Caller,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let one = named(&mut tx, &event, &path).await?;
    Ok(json(&Shown::of(&mut tx, &caller, &event, &one).await?))
}

async fn preview(caller: Caller, headers: HeaderMap, body: Bytes) -> Result<Response, Problem> {
    let sent: Json = read(&headers, &body)?;
    let mut tx = caller.site.db.read().await?;
    let event = caller.event(&mut tx).await?;
    let said = stated(&event, &sent)?;
    let now = tx.now();
    let heard = audience(&mut tx, &event, &said).await?;
    let recipients: i64 = heard.iter().map(|(_, people)| people).sum();
    let leaves_at = mailer::leaves_at(&event, &said, now, now).max(now);
    let are_many = usize::try_from(recipients).is_ok_and(|people| people > ahead::MANY_WRITTEN);
    Ok(json(&Preview {
        recipients,
        by_language: heard.into_iter().collect(),
        needs_confirm: recipients > MANY,
        leaves_at,
        others_leave_at: are_many.then(|| mailer::others_leave_at(&event, &said, leaves_at)),
        silent_in: said.silent_in(&event),
    }))
}

async fn announce(
    caller: Caller,
    Query(manner): Query<Manner>,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let sent: Json = read(&headers, &body)?;
    let seen = caller.event(&mut caller.site.db.read().await?).await?;
    // Judged before the unit of work, which others wait for; what was said before is said whatever it is now.
    let said = stated(&seen, &sent);
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let id = match Once::begin(&mut tx, &caller, &headers, (&uri, &body)).await? {
        Err(made) => Id::from_uuid(made),
        Ok(once) => {
            if event.revision != seen.revision {
                return Err(Trouble::Busy.into());
            }
            let id = hand_in(&mut tx, &caller, &event, (&sent, &said?), &manner).await?;
            once.finish(&mut tx, &caller, id.uuid()).await?;
            id
        }
    };
    let one = announcement::find(&mut tx, event.id, id).await?;
    let shown = Shown::of(&mut tx, &caller, &event, &one.ok_or(Trouble::NotFound)?).await?;
    tx.commit().await?;
    caller.site.worker.notify_one();
    let address = caller.site.address(&format!("{}/{id}", uri.path()));
    Ok(created(&address, &shown))
}

async fn hand_in(
    tx: &mut Tx,
    caller: &Caller,
    event: &Event,
    (sent, said): (&Json, &Announcement),
    manner: &Manner,
) -> Result<Id<Announced>, Problem> {
    let confirm = manner.confirm.as_deref().unwrap_or_default();
    is_meant(tx, caller, event, (said, confirm)).await?;
    let (again, actor) = (manner.again == Some(true), caller.actor());
    let made = announcement::announce(tx, event, said, again, &actor).await?;
    made.map_err(|reason| refused(sent, reason))
}

async fn stop(
    caller: Caller,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let mut tx = caller.site.db.begin().await?;
    let event = caller.event(&mut tx).await?;
    let id = named(&mut tx, &event, &path).await?.id;
    match announcement::stop(&mut tx, &event, id, &caller.actor()).await? {
        Stopped::KeptBack(_) | Stopped::Before(_) => {}
        Stopped::Over => return Err(Trouble::State.into()),
        Stopped::Unknown => return Err(Trouble::NotFound.into()),
    }
    let one = named(&mut tx, &event, &path).await?;
    let shown = Shown::of(&mut tx, &caller, &event, &one).await?;
    tx.commit().await?;
    Ok(json(&shown))
}

fn stated(event: &Event, sent: &Json) -> Result<Announcement, Problem> {
    let read = announcement_from_json(sent, event);
    read.map_err(|found| of_file(sent, &found))
}

/// The announcement that the address names, of `event` (S-2).
async fn named(
    tx: &mut Tx,
    event: &Event,
    path: &HashMap<String, String>,
) -> Result<Announced, Problem> {
    let id = path.get("announcement").and_then(|id| id.parse().ok());
    let found = announcement::find(tx, event.id, id.ok_or(Trouble::NotFound)?).await?;
    Ok(found.ok_or(Trouble::NotFound)?)
}
