//! The question between typing and saving: whom a change concerns, and what they are sent.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::change::frame;
use super::flaw::{Fault, Flaw};
use super::impact::{Impact, Move};
use super::notice;
use super::place::Place;
use super::settle::{Answer, Settled};
use super::shown::Showing;
use crate::base::clock::Instant;
use crate::event::{Details, Event};
use crate::view::desk::{ChangeLine, ImpactPage, Moved};
use crate::view::{Hidden, Locale, Problem};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// The field of the answer.
const ANSWER: &str = "answer";
/// How many mails that move are shown.
const MOST_MOVES: usize = 20;
/// How much of a text is shown.
const EXCERPT: usize = 200;

/// What is asked about.
pub struct Question<'a> {
    /// Where the answer is posted.
    pub action: String,
    /// What is different.
    pub lines: Vec<ChangeLine>,
    /// All that was typed.
    pub filled: &'a Filled,
}

/// What was answered, where `after` is what is to be saved.
///
/// # Errors
/// What is wrong with the words of the notice.
pub fn answer(after: &Details, filled: &Filled) -> Result<Answer, Vec<Fault>> {
    match filled.text(ANSWER) {
        "tell" => Ok(Answer::Tell(notice::read(after, filled)?.map(Box::new))),
        "quiet" => Ok(Answer::Quiet),
        _ => Ok(Answer::Unasked),
    }
}

/// The page that asks, where `settled` says that there is something to ask; with `faults` in the answer.
///
/// # Errors
/// 503 where somebody else was quicker.
pub fn again(
    desk: &Desk,
    before: &Event,
    settled: Settled,
    question: &Question<'_>,
    faults: &[Fault],
) -> Result<Response, Error> {
    let Settled::Asks(asked) = settled else {
        return Err(Error::Busy);
    };
    let (impact, after) = *asked;
    let mut faults = faults.to_vec();
    if faults.is_empty() && !question.filled.text(ANSWER).is_empty() {
        faults.push(Fault::elsewhere(Flaw::Missing));
    }
    let page = page(desk, before, &after, &impact, question, &faults);
    let response = desk.html(&page)?;
    Ok(if faults.is_empty() {
        response
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, response).into_response()
    })
}

/// What `after` states otherwise than the form at `place` has shown.
pub fn lines(locale: &Locale, place: &Place, after: &Details) -> Vec<ChangeLine> {
    let showing = |details| Showing {
        locale,
        details,
        faults: &[],
        meanwhile: &[],
    };
    let (old, new) = (showing(&place.base), showing(after));
    let changed = place.slots.iter().filter_map(|slot| {
        let (was, is) = (slot.get(&place.base), slot.get(after));
        if was == is {
            return None;
        }
        let label = match &slot.language {
            Some(language) => {
                let values = [
                    ("field", &*old.label(slot)),
                    ("language", &locale.language_name(language)),
                ];
                locale.text_with("editor-field-in-language", &values)
            }
            None => old.label(slot),
        };
        let is_secret = matches!(
            slot.name.as_str(),
            "link" | "lineup-link" | "recording-link" | "code"
        );
        let shown = |showing: &Showing<'_>, values: &[String]| {
            let value = showing.value(slot, values).filter(|_| !is_secret)?;
            Some(excerpt(&value))
        };
        Some(ChangeLine {
            label,
            before: shown(&old, &was),
            after: shown(&new, &is),
        })
    });
    changed.collect()
}

fn excerpt(text: &str) -> String {
    if text.chars().count() <= EXCERPT {
        return text.to_owned();
    }
    let start: String = text.chars().take(EXCERPT).collect();
    format!("{start}…")
}

fn page(
    desk: &Desk,
    before: &Event,
    after: &Event,
    impact: &Impact,
    question: &Question<'_>,
    faults: &[Fault],
) -> ImpactPage {
    let locale = desk.locale();
    let told = impact.facts.iter().map(|fact| fact.as_str());
    let said = impact.unsaid.iter().map(|unsaid| unsaid.word());
    let filled = question.filled;
    let is_ours = |name: &str| name == ANSWER || name.starts_with("notice-");
    let typed = filled.fields().filter(|(name, _)| !is_ours(name));
    ImpactPage {
        frame: frame(desk, before),
        action: question.action.clone(),
        back: question.action.trim_end_matches("/+order").to_owned(),
        hidden: typed
            .map(|(name, value)| Hidden {
                name: name.to_owned(),
                value: value.to_owned(),
            })
            .collect(),
        lines: question.lines.clone(),
        concerned: impact.people.concerned(),
        told: impact.told,
        holding_link: impact.people.holding_link,
        holding_page: impact.people.holding_page,
        facts: told.chain(said).collect(),
        moves: moves(locale, before, after, &impact.moves),
        more_moves: impact.moves.len().saturating_sub(MOST_MOVES),
        notice: notice::groups(
            locale,
            &desk.site.view,
            after,
            &impact.unsaid,
            filled,
            faults,
        ),
        may_be_quiet: impact.may_be_quiet(),
        problems: problems(locale, faults),
    }
}

fn moves(locale: &Locale, before: &Event, after: &Event, moves: &[Move]) -> Vec<Moved> {
    let words = |event: &Event, at: Instant| locale.moment(&event.details.zone, at).words;
    let moved = |moved: &Move| Moved {
        kind: moved.what.as_str(),
        session: session(locale, before, after, moved),
        before: moved.before.map(|at| words(before, at)),
        after: moved.after.map(|at| words(after, at)),
    };
    moves.iter().take(MOST_MOVES).map(moved).collect()
}

/// What the session of a mail is called, where there are several.
fn session(locale: &Locale, before: &Event, after: &Event, moved: &Move) -> Option<String> {
    let event = [after, before]
        .into_iter()
        .find(|event| event.session_ids.contains(&moved.session))?;
    super::overview::session_name(locale, event, moved.session)
}

fn problems(locale: &Locale, faults: &[Fault]) -> Vec<Problem> {
    let problem = |fault: &Fault| Problem {
        field: fault
            .field
            .as_ref()
            .map(|name| format!("field-{}", name.replace('.', "-"))),
        words: match fault.field {
            None if fault.flaw == Flaw::Missing => locale.text("impact-answer-missing"),
            _ => fault.flaw.words(locale, &locale.text("notice-text")),
        },
    };
    faults.iter().map(problem).collect()
}
