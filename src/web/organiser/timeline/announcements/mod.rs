//! What organisers say to many.

mod announced;
mod draft;
mod reading;
pub(super) mod texts;
mod write;

use axum::response::Response;

use super::super::doors::Doors;
use super::base;
use super::page::subject;
use crate::account::Role;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::language::Language;
use crate::event::announcement::{self, Announced, Announcement};
use crate::event::{Event, EventState};
use crate::mailer;
use crate::mailer::compose::{Shown, sample_reader};
use crate::outbox::{self, Progress};
use crate::registration;
use crate::view::MailText;
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{AnnouncedRow, AnnouncementsPage, DraftRow, Preview};
use crate::web::Error;
use crate::web::methods::{AndPost, get, post};
use crate::web::organiser::Desk;

pub(super) fn doors(doors: Doors) -> Doors {
    const ROLE: Role = Role::Organiser;
    doors
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements",
            get(list),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/new",
            get(write::ask).and_post(write::submit),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/drafts/{draft}",
            get(draft::show),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/drafts/{draft}/edit",
            get(write::edit).and_post(write::resubmit),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/drafts/{draft}/html",
            get(draft::html),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/drafts/{draft}/test",
            post(draft::test),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/drafts/{draft}/send",
            post(draft::send),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/drafts/{draft}/discard",
            post(draft::discard),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/{announcement}",
            get(announced::show),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/{announcement}/html",
            get(announced::html),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/announcements/{announcement}/stop",
            post(announced::stop),
        )
}

async fn list(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let drafts = announcement::drafts(&mut tx, event.id).await?;
    let mut announced = Vec::new();
    for one in announcement::all(&mut tx, event.id).await?.iter().rev() {
        let progress = progress(&mut tx, &event, one).await?;
        announced.push(row(&desk, &event, one, progress, tx.now()));
    }
    let base = base(&event);
    let draft = |draft: &announcement::Draft| DraftRow {
        href: format!("{base}/announcements/drafts/{}", draft.id),
        subject: subject(desk.locale(), &event, &draft.said),
        written: desk.locale().moment(&event.details.zone, draft.written_at),
    };
    desk.html(&AnnouncementsPage {
        frame: desk.event_frame(&event, EventTab::Mail),
        drafts: drafts.iter().map(draft).collect(),
        announced,
        may_announce: event.state == EventState::Published,
        base: base.clone(),
    })
}

/// How far the mails of an announcement have come; all that would be made if it left now wait until it
/// has begun.
async fn progress(tx: &mut Tx, event: &Event, announced: &Announced) -> Result<Progress, Error> {
    let progress = outbox::progress(tx, event.id.uuid(), announced.id.uuid()).await?;
    if announced.standing(progress.waiting) != "waits" {
        return Ok(progress);
    }
    let heard = registration::audience(tx, event, &announced.said).await?;
    let people = heard.iter().map(|(_, people)| people).sum();
    Ok(Progress {
        made: people,
        sent: 0,
        waiting: people,
    })
}

fn row(
    desk: &Desk,
    event: &Event,
    announced: &Announced,
    progress: Progress,
    now: Instant,
) -> AnnouncedRow {
    let (said, made_at) = (&announced.said, announced.made_at);
    let at = match announced.rest_at {
        Some(_) => said.due_at(event, made_at),
        None => mailer::leaves_at(event, said, made_at, now),
    };
    AnnouncedRow {
        href: format!("{}/announcements/{}", base(event), announced.id),
        kind: said.kind.as_str(),
        subject: subject(desk.locale(), event, said),
        at: desk.locale().moment(&event.details.zone, at),
        standing: announced.standing(progress.waiting),
        made: progress.made,
        sent: progress.sent,
    }
}

/// What `said` says to readers of each language; the HTML parts are below `here`.
fn previews(
    desk: &Desk,
    event: &Event,
    said: &Announcement,
    here: &str,
    now: Instant,
) -> Result<Vec<Preview>, Error> {
    let event = std::sync::Arc::new(event.clone());
    let mut previews = Vec::new();
    for language in readers(desk, &event, said) {
        let words = words(desk, &event, said, &language, now)?;
        let html = format!("{here}/html?language={language}");
        previews.push(super::preview::preview(desk, &language, words, html));
    }
    Ok(previews)
}

fn words(
    desk: &Desk,
    event: &std::sync::Arc<Event>,
    said: &Announcement,
    language: &Language,
    now: Instant,
) -> Result<MailText, Error> {
    let reader = sample_reader(event, language, now);
    Ok(desk
        .site
        .composer()
        .preview(event, Shown::Announcement(said), reader, now)?)
}

/// The languages of those who are meant, as far as the service speaks them.
fn readers(desk: &Desk, event: &Event, said: &Announcement) -> Vec<Language> {
    let mut known = super::languages(desk, event);
    if let Some(wanted) = &said.languages {
        known.retain(|language| wanted.iter().any(|one| one.is_same_tongue(language)));
    }
    known
}

/// The language that an address names, among those of the page of `event`.
fn asked_language(desk: &Desk, event: &Event, tag: &str) -> Language {
    let known = super::languages(desk, event);
    let found = known.iter().find(|language| language.to_string() == tag);
    found.unwrap_or(&known[0]).clone()
}
