//! The parts of which an event has several, in a list.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::ask::{self, Question};
use super::change::{frame, part_links, saved};
use super::flaw::{Fault, Flaw};
use super::judge::judge;
use super::pages::{List, Part};
use super::place::{NEW, Place, page_path};
use super::settle::{Answer, Settled, settle};
use super::shown::Showing;
use super::slot::Says;
use crate::event::{Details, Event};
use crate::view::Words;
use crate::view::desk::{ChangeLine, EditPage, PartRows, Row};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// Puts one of the list before its neighbour, or takes it away.
pub async fn rearrange(
    desk: Desk,
    Path((_, page)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let part: Part = page.parse().map_err(|_| Error::NotFound)?;
    let list = part.list().ok_or(Error::NotFound)?;
    let (deed, index) = deed(list, &event.details, &filled)?;
    if filled.text("revision") != event.revision.to_string() {
        return list_page(&desk, &event, part, StatusCode::CONFLICT, None);
    }
    let mut after = event.details.clone();
    match deed {
        Deed::Up => list.move_up(&mut after, index),
        Deed::Remove => list.remove(&mut after, index),
    }
    let faults = judge(&[], Some(&event.details), &after, None);
    if let Some(fault) = faults.first() {
        return list_page(
            &desk,
            &event,
            part,
            StatusCode::UNPROCESSABLE_ENTITY,
            Some(fault),
        );
    }
    let question = Question {
        action: format!("{}/+order", page_path(&event, part)),
        lines: vec![line(&desk, &event, list, index, deed)],
        filled: &filled,
    };
    let answer = ask::answer(&after, &filled);
    let (answer, faults) =
        answer.map_or_else(|faults| (Answer::Unasked, faults), |a| (a, Vec::new()));
    let path = page_path(&event, part);
    match settle(&mut tx, &desk, &event, after, &answer).await? {
        Settled::Refused(faults) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            list_page(&desk, &event, part, status, faults.first())
        }
        Settled::Kept(kept) => {
            tx.commit().await?;
            desk.site.worker.notify_one();
            Ok(saved(&desk, &path, kept))
        }
        Settled::Unchanged => Ok(desk.done(&path, "unchanged")),
        asked => ask::again(&desk, &event, asked, &question, &faults),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    Up,
    Remove,
}

/// What to do, with the one at which place.
fn deed(list: List, details: &Details, filled: &Filled) -> Result<(Deed, usize), Error> {
    let (deed, key) = filled.text("do").split_once(' ').ok_or(Error::NotFound)?;
    let index = list.find(details, key).ok_or(Error::NotFound)?;
    match deed {
        "up" => Ok((Deed::Up, index)),
        "remove" => Ok((Deed::Remove, index)),
        _ => Err(Error::NotFound),
    }
}

fn line(desk: &Desk, event: &Event, list: List, index: usize, deed: Deed) -> ChangeLine {
    let showing = Showing {
        locale: desk.locale(),
        details: &event.details,
        faults: &[],
        meanwhile: &[],
    };
    let key = match deed {
        Deed::Up => "editor-moved",
        Deed::Remove => "editor-removed",
    };
    ChangeLine {
        label: desk.locale().text(key),
        before: Some(name(&showing, list, index).text),
        after: None,
    }
}

fn list_page(
    desk: &Desk,
    event: &Event,
    part: Part,
    status: StatusCode,
    fault: Option<&Fault>,
) -> Result<Response, Error> {
    let showing = Showing {
        locale: desk.locale(),
        details: &event.details,
        faults: &[],
        meanwhile: &[],
    };
    let words = |fault: &Fault| match fault.flaw {
        Flaw::Missing => desk.locale().text("flaw-needed"),
        ref flaw => flaw.words(desk.locale(), ""),
    };
    let page = EditPage {
        rows: rows(&showing, event, part),
        is_overtaken: status == StatusCode::CONFLICT,
        problem: fault.map(words),
        ..empty_page(desk, event, part)
    };
    Ok((status, desk.html(&page)?).into_response())
}

/// The page `part` of the editor with nothing on it yet.
pub fn empty_page(desk: &Desk, event: &Event, part: Part) -> EditPage {
    EditPage {
        frame: frame(desk, event),
        parts: part_links(event, part),
        part: part.as_str(),
        item: None,
        back: None,
        sheet: None,
        rows: None,
        is_overtaken: false,
        problem: None,
        logo: None,
    }
}

/// What the one that `place` is about is called.
pub fn item(showing: &Showing<'_>, place: &Place) -> Option<Words> {
    let index = place.index?;
    if place.key.as_deref() == Some(NEW) {
        return Some(Words::plain(
            showing.locale.text(&format!("new-{}", place.part)),
        ));
    }
    Some(name(
        showing,
        place.part.list().unwrap_or(List::Sessions),
        index,
    ))
}

/// The list on the page `part`.
pub fn rows(showing: &Showing<'_>, event: &Event, part: Part) -> Option<PartRows> {
    let has_several = event.details.sessions.len() > 1;
    let list = match part {
        Part::Meeting => has_several.then_some(List::Sessions),
        part => part.list(),
    }?;
    let path = page_path(event, part);
    let length = list.len(&event.details);
    let row = |index: usize| {
        let key = list.key(&event.details, index);
        Row {
            href: format!("{path}/{key}"),
            key: key.to_string(),
            name: name(showing, list, index),
            about: about(showing, event, part, list, index),
        }
    };
    let is_ordered = part.list().is_some();
    Some(PartRows {
        action: format!("{path}/+order"),
        revision: event.revision,
        add: (is_ordered && length < list.most()).then(|| format!("{path}/{NEW}")),
        rows: (0..length).map(row).collect(),
        is_ordered,
    })
}

fn name(showing: &Showing<'_>, list: List, index: usize) -> Words {
    let locale = showing.locale;
    match list.name(showing.details, index) {
        Some(says) => showing.says(&says),
        None if list == List::Channels => {
            let channel = &showing.details.interpretation[index];
            let [from, to] =
                [&channel.from, &channel.to].map(|tongue| locale.language_name(tongue));
            let key = format!("interpretation-{}", channel.mode);
            Words::plain(locale.text_with(&key, &[("from", &from), ("to", &to)]))
        }
        None => {
            let number = (index + 1).to_string();
            Words::plain(locale.text_with("session-number", &[("number", &number)]))
        }
    }
}

fn about(
    showing: &Showing<'_>,
    event: &Event,
    part: Part,
    list: List,
    index: usize,
) -> Option<String> {
    let (locale, details) = (showing.locale, &event.details);
    match list {
        List::Sessions if part == Part::Meeting => {
            let own = details.sessions[index].has_own_meeting();
            Some(locale.text(if own { "meeting-own" } else { "meeting-shared" }))
        }
        List::Sessions => {
            let sitting = event.schedule.sessions[index];
            let hours = locale.hours(&details.zone, sitting.starts_at, sitting.ends_at);
            let values = [("date", &*hours.date), ("time", &hours.hours_in_zone)];
            Some(locale.text_with("date-and-time", &values))
        }
        List::Hosts => {
            let says = Says::Text(format!("edit-role-{}", details.hosts[index].role));
            Some(showing.says(&says).text)
        }
        List::Questions => {
            let kind = details.terms.questions[index].kind;
            Some(locale.text(&format!("edit-question-kind-{kind}")))
        }
        List::Codes => {
            let places = details.terms.codes.as_ref()?.get(index)?.places;
            Some(places.map_or_else(
                || locale.text("edit-code-unlimited"),
                |places| locale.text_counting("edit-code-places", u64::from(places)),
            ))
        }
        List::SurveyQuestions => {
            let survey = details.survey.as_ref()?;
            let kind = survey.questions.get(index)?.kind;
            Some(locale.text(&format!("edit-survey-kind-{kind}")))
        }
        List::Channels | List::Consents => None,
    }
}
