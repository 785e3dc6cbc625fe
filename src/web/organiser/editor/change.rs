//! The pages on which an event is changed.

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::ask::{self, Question};
use super::edit::{self, Edit, SEEN};
use super::flaw::Fault;
use super::judge::judge;
use super::list;
use super::logo;
use super::pages::Part;
use super::place::{Place, page_path};
use super::service;
use super::settle::{Answer, Kept, Settled, settle};
use super::shown::Showing;
use crate::event::{Details, Event};
use crate::view::Hidden;
use crate::view::desk::{EditPage, EventTab, PartLink, Sheet};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::reply::see_other;

/// To the first page.
pub async fn begin(desk: Desk) -> Result<Response, Error> {
    let event = desk.event(&mut desk.site.db.read().await?).await?;
    Ok(see_other(&page_path(&event, Part::Basics)))
}

/// A page with what is stated now.
pub async fn show(desk: Desk, Path((_, page)): Path<(String, String)>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let page = open(&desk, &event, &Place::of(&desk, &event, &page, None)?);
    desk.html(&page)
}

/// One of the parts that a page lists.
pub async fn show_part(
    desk: Desk,
    Path((_, page, key)): Path<(String, String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let place = Place::of(&desk, &event, &page, Some(&key))?;
    let page = EditPage {
        logo: logo::part(&mut tx, &event, &place).await?,
        ..open(&desk, &event, &place)
    };
    desk.html(&page)
}

/// Keeps what was typed.
pub async fn keep(
    desk: Desk,
    Path((_, page)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    take(&desk, &page, None, &Filled::read_texts(&body)?).await
}

/// Keeps what was typed about one of the parts that a page lists.
pub async fn keep_part(
    desk: Desk,
    Path((_, page, key)): Path<(String, String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    take(&desk, &page, Some(&key), &Filled::read_texts(&body)?).await
}

/// The page with what is stated now.
pub fn open(desk: &Desk, event: &Event, place: &Place) -> EditPage {
    let values: Vec<Vec<String>> = place
        .slots
        .iter()
        .map(|slot| slot.get(&place.base))
        .collect();
    let form = Form {
        details: &place.base,
        values: &values,
        faults: &[],
        meanwhile: &[],
        seen: edit::seen(&place.slots, &place.base),
    };
    form_page(desk, event, place, &form)
}

async fn take(
    desk: &Desk,
    page: &str,
    key: Option<&str>,
    filled: &Filled,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let place = Place::of(desk, &event, page, key)?;
    let mut edit = edit::apply(&place.slots, &place.base, filled);
    if !edit.meanwhile.is_empty() {
        return overtaken(desk, &event, &place, &edit);
    }
    if edit.faults.is_empty() {
        edit.faults = judge(
            &place.slots,
            Some(&event.details),
            &edit.details,
            place.session(),
        );
        let services = &desk.site.services;
        edit.faults
            .extend(service::judge(services, &place, &edit.details));
    }
    if !edit.faults.is_empty() {
        return refused(desk, &event, &place, filled, &edit, &edit.faults);
    }
    let question = Question {
        action: place.path(&event),
        lines: ask::lines(desk.locale(), &place, &edit.details),
        filled,
    };
    let answer = match ask::answer(&edit.details, filled) {
        Ok(answer) => answer,
        Err(faults) => {
            let after = edit.details.clone();
            let settled = settle(&mut tx, desk, &event, after, &Answer::Unasked).await?;
            return ask::again(desk, &event, settled, &question, &faults);
        }
    };
    match settle(&mut tx, desk, &event, edit.details.clone(), &answer).await? {
        Settled::Refused(faults) => refused(desk, &event, &place, filled, &edit, &faults),
        Settled::Kept(kept) => {
            // It may be at another address now.
            let event = desk.event(&mut tx).await?;
            tx.commit().await?;
            desk.site.worker.notify_one();
            Ok(saved(desk, &place.page_path(&event), kept))
        }
        Settled::Unchanged => Ok(desk.done(&place.page_path(&event), "unchanged")),
        asked @ (Settled::Asks(_) | Settled::Overtaken) => {
            ask::again(desk, &event, asked, &question, &[])
        }
    }
}

/// 303 to where what was saved is seen.
pub fn saved(desk: &Desk, path: &str, kept: Kept) -> Response {
    let [told, followed] = [kept.told, kept.followed].map(|n| usize::try_from(n).unwrap_or(0));
    match (told, followed) {
        (0, 0) => desk.done(path, "saved"),
        (0, followed) => desk.done_counting(path, "saved-and-followed", followed),
        (told, _) => desk.done_counting(path, "saved-and-told", told),
    }
}

/// 409: the form with what was typed, and beside it what somebody else has stated.
fn overtaken(desk: &Desk, event: &Event, place: &Place, edit: &Edit) -> Result<Response, Error> {
    let kept = |at: &usize| (*at, place.slots[*at].get(&place.base));
    let meanwhile: Vec<(usize, Vec<String>)> = edit.meanwhile.iter().map(kept).collect();
    let form = Form {
        details: &edit.details,
        values: &edit.shown,
        faults: &edit.faults,
        meanwhile: &meanwhile,
        seen: edit::seen(&place.slots, &place.base),
    };
    let page = form_page(desk, event, place, &form);
    Ok((StatusCode::CONFLICT, desk.html(&page)?).into_response())
}

/// 422: the form with what was typed, and what to correct.
fn refused(
    desk: &Desk,
    event: &Event,
    place: &Place,
    filled: &Filled,
    edit: &Edit,
    faults: &[Fault],
) -> Result<Response, Error> {
    let form = Form {
        details: &edit.details,
        values: &edit.shown,
        faults,
        meanwhile: &[],
        seen: filled.text(SEEN).to_owned(),
    };
    let page = form_page(desk, event, place, &form);
    let response = desk.html(&page)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response())
}

/// What a form shows.
struct Form<'a> {
    details: &'a Details,
    values: &'a [Vec<String>],
    faults: &'a [Fault],
    meanwhile: &'a [(usize, Vec<String>)],
    seen: String,
}

fn form_page(desk: &Desk, event: &Event, place: &Place, form: &Form<'_>) -> EditPage {
    let showing = Showing {
        locale: desk.locale(),
        details: form.details,
        faults: form.faults,
        meanwhile: form.meanwhile,
    };
    let (groups, problems) = showing.groups(&place.slots, form.values);
    let sheet = Sheet {
        action: place.path(event),
        hidden: vec![hidden(SEEN, &form.seen)],
        groups,
        problems,
    };
    EditPage {
        sheet: (!place.slots.is_empty()).then_some(sheet),
        item: list::item(&showing, place),
        back: place.index.map(|_| place.page_path(event)),
        rows: place
            .index
            .is_none()
            .then(|| list::rows(&showing, event, place.part))
            .flatten(),
        is_overtaken: !form.meanwhile.is_empty(),
        ..list::empty_page(desk, event, place.part)
    }
}

/// The pages of the editor, of which `current` is this one.
pub fn part_links(event: &Event, current: Part) -> Vec<PartLink> {
    let link = |part: &Part| PartLink {
        key: part.as_str(),
        href: page_path(event, *part),
        current: *part == current,
    };
    Part::ALL.iter().map(link).collect()
}

/// The frame of a page of the editor.
pub fn frame(desk: &Desk, event: &Event) -> crate::view::desk::DeskFrame {
    desk.event_frame(event, EventTab::Edit)
}

fn hidden(name: &str, value: &str) -> Hidden {
    Hidden {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}
