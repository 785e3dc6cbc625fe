//! An announcement with what will come of it, before it is handed in.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::super::page::by_language;
use super::super::preview::{send_test, test_form};
use super::super::{base, framing, letter, refused};
use super::{asked_language, previews, words};
use crate::base::db::Tx;
use crate::event::announcement::{self, Draft, Unannounceable};
use crate::event::{Event, MANY};
use crate::mailer::trial::Tried;
use crate::mailer::{self, ahead};
use crate::registration;
use crate::view::desk::EventTab;
use crate::view::desk::timeline::DraftPage;
use crate::view::{Field, Problem, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// In which language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) language: String,
}

/// The draft of `event` that the address names (S-2).
pub(super) async fn known_draft(tx: &mut Tx, event: &Event, id: &str) -> Result<Draft, Error> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let found = announcement::draft(tx, event.id, id).await?;
    found.ok_or(Error::NotFound)
}

pub(super) async fn show(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let draft = known_draft(&mut tx, &event, &id).await?;
    let page = page(&desk, &mut tx, &event, &draft, Refusal::default()).await?;
    framing(&desk, &page)
}

pub(super) async fn html(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let draft = known_draft(&mut tx, &event, &id).await?;
    let language = asked_language(&desk, &event, &asked.language);
    let event = Arc::new(event);
    Ok(letter(words(
        &desk,
        &event,
        &draft.said,
        &language,
        tx.now(),
    )?))
}

pub(super) async fn test(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read_texts(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let draft = known_draft(&mut tx, &event, &id).await?;
    let back = address(&event, &draft);
    let tried = Tried::Draft(draft.id.uuid());
    send_test(&desk, tx, &event, &tried, &filled, &back).await
}

/// Hands it in.
pub(super) async fn send(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read_texts(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let draft = known_draft(&mut tx, &event, &id).await?;
    let heard = registration::audience(&mut tx, &event, &draft.said).await?;
    let people: i64 = heard.iter().map(|(_, people)| people).sum();
    let typed = filled.text("slug");
    if !event.is_meant(people, typed) {
        let refusal = Refusal::at("slug", "announce-slug-wrong", typed);
        return refuse(&desk, &mut tx, &event, &draft, refusal).await;
    }
    let again = filled.text("again") == "yes";
    let (said, actor) = (&draft.said, desk.actor());
    match announcement::announce(&mut tx, &event, said, again, &actor).await? {
        Ok(id) => {
            announcement::discard_draft(&mut tx, event.id, draft.id).await?;
            tx.commit().await?;
            desk.site.worker.notify_one();
            let path = format!("{}/announcements/{id}", base(&event));
            Ok(desk.done(&path, "announced"))
        }
        Err(reason) => {
            let refusal = Refusal {
                again: matches!(reason, Unannounceable::Before(_)),
                typed: typed.to_owned(),
                ..Refusal::at("", key(reason), typed)
            };
            refuse(&desk, &mut tx, &event, &draft, refusal).await
        }
    }
}

pub(super) async fn discard(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let draft = known_draft(&mut tx, &event, &id).await?;
    announcement::discard_draft(&mut tx, event.id, draft.id).await?;
    tx.commit().await?;
    let path = format!("{}/announcements", base(&event));
    Ok(desk.done(&path, "draft-discarded"))
}

/// Why it was not handed in.
#[derive(Debug, Default)]
struct Refusal {
    /// The field and the catalogue's key.
    problem: Option<(&'static str, &'static str)>,
    /// What was typed as the event's short name.
    typed: String,
    /// Whether it may be handed in all the same.
    again: bool,
}

impl Refusal {
    fn at(field: &'static str, key: &'static str, typed: &str) -> Self {
        Self {
            problem: Some((field, key)),
            typed: typed.to_owned(),
            again: false,
        }
    }
}

const fn key(reason: Unannounceable) -> &'static str {
    match reason {
        Unannounceable::NotPublished => "announce-not-published",
        Unannounceable::Over => "announce-over",
        Unannounceable::LongOver => "announce-long-over",
        Unannounceable::Past => "announce-send-at-past",
        Unannounceable::Before(_) => "announce-before",
        Unannounceable::TellsLink => "phrase-link",
    }
}

async fn refuse(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    draft: &Draft,
    refusal: Refusal,
) -> Result<Response, Error> {
    let page = page(desk, tx, event, draft, refusal).await?;
    Ok(refused(framing(desk, &page)?))
}

fn address(event: &Event, draft: &Draft) -> String {
    format!("{}/announcements/drafts/{}", base(event), draft.id)
}

async fn page(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    draft: &Draft,
    refusal: Refusal,
) -> Result<DraftPage, Error> {
    let (now, locale, said) = (tx.now(), desk.locale(), &draft.said);
    let heard = registration::audience(tx, event, said).await?;
    let total: i64 = heard.iter().map(|(_, people)| people).sum();
    let at = mailer::leaves_at(event, said, now, now);
    let are_many = usize::try_from(total).is_ok_and(|total| total > ahead::MANY_WRITTEN);
    let here = address(event, draft);
    let moment = |at| locale.moment(&event.details.zone, at);
    let problem = refusal.problem.map(|(field, key)| Problem {
        field: (!field.is_empty()).then(|| format!("field-{field}")),
        words: locale.text(key),
    });
    let slug = Field::line("slug", locale.text("announce-slug"))
        .hinted(Words::plain(event.details.slug.as_str()))
        .holding(refusal.typed);
    let typed = Field {
        problem: problem
            .iter()
            .find(|problem| problem.field.as_ref() == Some(&slug.id))
            .map(|problem| problem.words.clone()),
        ..slug
    };
    Ok(DraftPage {
        frame: desk.event_frame(event, EventTab::Mail),
        base: base(event),
        kind: said.kind.as_str(),
        at: (at > now).then(|| moment(at)),
        total,
        languages: by_language(locale, &heard),
        rest_at: are_many.then(|| moment(mailer::others_leave_at(event, said, at.max(now)))),
        ahead: ahead::FEW,
        silent: said
            .silent_in(event)
            .iter()
            .map(|language| locale.language_name(language))
            .collect(),
        typed: (total > MANY).then_some(typed),
        problems: problem.into_iter().collect(),
        again: refusal.again,
        previews: previews(desk, event, said, &here, now)?,
        test: test_form(desk, event, format!("{here}/test"), Vec::new()),
        here,
    })
}
