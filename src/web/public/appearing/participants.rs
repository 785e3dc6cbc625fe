//! Who takes part in what somebody moderates: names and their questions, no addresses (P-13).

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::{Own, own_path};
use crate::event::{Event, QuestionKind, Role, facts_with_sessions};
use crate::registration::Answer as Answered;
use crate::registration::participants::{PAGE, Participant, participants};
use crate::view::{Answer, ParticipantsPage, Words};
use crate::web::public::visitor::Visit;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

/// What the address says; pages are counted from 1.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// A page of them.
pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let page = asked.page.parse::<i64>().unwrap_or(1).clamp(1, 10_000);
    let mut tx = site.db.read().await?;
    let own = Own::find(&mut tx, &site, &token).await?;
    if !own.appears_as(Role::Moderator) {
        return Err(Error::NotFound);
    }
    let key = &own.invitee.email_key;
    let (people, count) = participants(&mut tx, own.event.id, key, page - 1).await?;
    let at = |page: i64| own_path(&visit, &token, &format!("/participants?page={page}"));
    let sessions: Vec<_> = own.placed.iter().map(|one| one.session).collect();
    let page = ParticipantsPage {
        frame: visit
            .frame(&format!("/lineup/{token}/participants"))
            .private(),
        event: facts_with_sessions(&own.event, visit.locale(), &sessions),
        own: own_path(&visit, &token, ""),
        count,
        people: people
            .iter()
            .map(|one| shown(&visit, &own.event, one))
            .collect(),
        previous: (page > 1).then(|| at(page - 1)),
        next: (count > page * PAGE).then(|| at(page + 1)),
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// Their name and what they wrote in words of their own: what was only to be chosen, such as a diet, is
/// for the organiser.
fn shown(visit: &Visit<'_>, event: &Event, one: &Participant) -> crate::view::Participant {
    let order = event.details.text_order();
    let questions = &event.details.terms.questions;
    let answers = questions
        .iter()
        .enumerate()
        .filter_map(|(index, question)| {
            let is_in_words = matches!(question.kind, QuestionKind::Text | QuestionKind::LongText);
            let key = event.details.terms.question_key(index);
            match one.answers.get(&key).filter(|_| is_in_words)? {
                Answered::One(text) => Some(Answer {
                    label: Words::pick(&question.label, visit.locale(), &order)?,
                    value: Words::plain(text),
                }),
                Answered::Several(_) => None,
            }
        });
    crate::view::Participant {
        name: one.name.to_string(),
        answers: answers.collect(),
    }
}
