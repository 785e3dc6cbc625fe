//! What there is to look at before an event is announced, and announcing it.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::pages::Part;
use super::place::page_path;
use crate::base::clock::Instant;
use crate::event::{self, CannotSave, Event, EventState, Gap, SaveOptions, Saved, facts, gaps};
use crate::mailer::compose::Rehearsal;
use crate::view::Locale;
use crate::view::desk::{EventTab, GapLine, PublishPage};
use crate::web::Error;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;

/// What the event lacks, and the button.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let page = page(&desk, &event, tx.now());
    desk.html(&page)
}

/// Announces it, unless one of its mails cannot be written (E-34).
pub async fn publish(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let path = tab_path(&event, EventTab::Overview);
    if event.state != EventState::Draft {
        // Whoever announced it may share this commit.
        tx.commit().await?;
        return Ok(desk.done(&path, "published-before"));
    }
    if !rehearse(&desk, &event, tx.now()).broken.is_empty() {
        let page = page(&desk, &event, tx.now());
        let response = desk.html(&page)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response());
    }
    let actor = desk.actor();
    let options = SaveOptions {
        actor: &actor,
        of_revision: Some(event.revision),
        ..SaveOptions::default()
    };
    let (key, sender) = (&desk.site.key, &desk.site.sender);
    let details = event.details.clone();
    match event::save(&mut tx, key, desk.organisation.id, sender, details, options).await {
        Ok(Saved::Published(_)) => {
            tx.commit().await?;
            desk.site.worker.notify_one();
            Ok(desk.done(&path, "event-published"))
        }
        Err(CannotSave::Database(error)) => Err(error.into()),
        Ok(_) | Err(_) => Err(Error::Busy),
    }
}

fn page(desk: &Desk, event: &Event, now: Instant) -> PublishPage {
    let locale = desk.locale();
    let rehearsal = rehearse(desk, event, now);
    let broken = rehearsal.broken.iter().map(|(notice, language)| {
        let kind = locale.text(&format!("goes-out-{notice}"));
        let language = locale.language_name(language);
        locale.text_with(
            "editor-field-in-language",
            &[("field", &kind), ("language", &language)],
        )
    });
    let broken: Vec<String> = broken.collect();
    let path = tab_path(event, EventTab::Overview);
    let can_publish = event.state == EventState::Draft && broken.is_empty();
    PublishPage {
        frame: desk.event_frame(event, EventTab::Overview),
        event: facts(event, locale),
        address: desk
            .site
            .address(&format!("/events/{}", event.details.slug)),
        gaps: gap_lines(locale, event, &gaps(event, now)),
        mails: rehearsal.written,
        broken,
        closes: locale.moment(&event.details.zone, event.schedule.last_minute()),
        action: can_publish.then(|| format!("{path}/publish")),
    }
}

fn rehearse(desk: &Desk, event: &Event, now: Instant) -> Rehearsal {
    desk.site.composer().rehearse(event, now)
}

/// What there is to look at, in words, with the page on which it is seen to.
pub fn gap_lines(locale: &Locale, event: &Event, gaps: &[Gap]) -> Vec<GapLine> {
    let line = |gap: &Gap| {
        let (key, part) = match gap {
            Gap::Untranslated { .. } => ("untranslated", Part::Texts),
            Gap::NoLink => ("no-link", Part::Meeting),
            Gap::NoVenue => ("no-venue", Part::Venue),
            Gap::NoLineup => ("no-lineup", Part::Programme),
            Gap::Begun => ("begun", Part::Programme),
            Gap::Closed => ("closed", Part::Registration),
            Gap::ClosesAfterStart => ("closes-after-start", Part::Registration),
            Gap::LinkBeforeClosing => ("link-before-closing", Part::Meeting),
            Gap::SameLink => ("same-link", Part::Meeting),
            Gap::NoCode => ("no-code", Part::Codes),
            Gap::GuessableAddress => ("guessable-address", Part::Basics),
        };
        let (language, count) = match gap {
            Gap::Untranslated { language, texts } => (Some(locale.language_name(language)), *texts),
            _ => (None, 0),
        };
        GapLine {
            key,
            language,
            count,
            href: match gap {
                Gap::NoLineup => tab_path(event, EventTab::Lineup),
                Gap::GuessableAddress => {
                    format!("{}/address", tab_path(event, EventTab::Overview))
                }
                _ => page_path(event, part),
            },
        }
    };
    gaps.iter().map(line).collect()
}
