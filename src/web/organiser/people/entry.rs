//! Somebody's entry in the directory. Events say what they said, whatever is written here (F-8).

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::super::desk::Desk;
use super::form::{languages_of, of, read, rows};
use super::order;
use crate::base::db::Tx;
use crate::event::Person;
use crate::event::person::{self, Appeared, Kept};
use crate::event::picture::Size;
use crate::view::desk::{AppearedRow, PersonPage, PhotoPart};
use crate::view::{Form, Hidden, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::photo::Sent;
use crate::web::somebody::{Fault, mark};
use crate::web::upload::Upload;

/// The form for somebody new.
pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    desk.html(&new_page(&desk, &Filled::default(), &[]))
}

/// Enters somebody.
pub(super) async fn add(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let profile = match read(&filled, &order(&desk), None) {
        Ok(profile) => profile,
        Err(faults) => return refused(&desk, &new_page(&desk, &filled, &faults)),
    };
    let mut tx = desk.site.db.begin().await?;
    let kept = person::add(&mut tx, desk.organisation.id, &desk.actor(), &profile).await?;
    let Kept::Done(id) = kept else {
        return refused(&desk, &new_page(&desk, &filled, &[taken(&desk)]));
    };
    tx.commit().await?;
    Ok(desk.done(&format!("/organise/people/{id}"), "person-added"))
}

/// What is known of somebody, and where they appeared.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let person = find(&desk, &mut tx, &id).await?;
    let appeared =
        person::appearances(&mut tx, desk.organiser.id, desk.organisation.id, person.id).await?;
    let filled = of(&person.profile, &order(&desk));
    desk.html(&page(&desk, &person, &appeared, (&filled, &[])))
}

/// Writes something else down.
pub(super) async fn change(
    desk: Desk,
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let known = find(&desk, &mut tx, &id).await?;
    let appeared =
        person::appearances(&mut tx, desk.organiser.id, desk.organisation.id, known.id).await?;
    let languages = languages_of(&order(&desk), Some(&known.profile));
    let profile = match read(&filled, &languages, Some(&known.profile)) {
        Ok(profile) => profile,
        Err(faults) => return refused(&desk, &page(&desk, &known, &appeared, (&filled, &faults))),
    };
    let at = (known.id, filled.text("revision").parse().unwrap_or(-1));
    let kept = person::change(&mut tx, desk.organisation.id, &desk.actor(), at, profile).await?;
    match kept {
        Kept::Done(_) => {}
        Kept::Unknown => return Err(Error::NotFound),
        Kept::Taken(_) => {
            let faults = [taken(&desk)];
            return refused(&desk, &page(&desk, &known, &appeared, (&filled, &faults)));
        }
        Kept::Overtaken => {
            let page = PersonPage {
                now: Some(differences(&desk, &known, &filled)),
                ..page(&desk, &known, &appeared, (&filled, &[]))
            };
            return Ok((StatusCode::CONFLICT, desk.html(&page)?).into_response());
        }
    }
    tx.commit().await?;
    Ok(desk.done(&format!("/organise/people/{id}"), "person-changed"))
}

/// Keeps a photo, says otherwise what it shows, or removes it.
pub(super) async fn keep_photo(
    desk: Desk,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let sent = Sent::read(Upload::read(&headers, body).await?).await;
    let mut tx = desk.site.db.begin().await?;
    let person = find(&desk, &mut tx, &id).await?;
    let before = person.photo.as_ref();
    let kept = sent.keep(&mut tx, desk.organisation.id, before, desk.language());
    match kept.await? {
        Ok(photo) => person::set_photo(&mut tx, &desk.actor(), &person, photo).await?,
        Err(problem) => {
            let filled = of(&person.profile, &order(&desk));
            let mut page = page(&desk, &person, &[], (&filled, &[]));
            if let Some(photo) = &mut page.photo {
                photo.problem = Some(desk.locale().text(problem));
                page.form.problems = photo.problems();
            }
            return refused(&desk, &page);
        }
    }
    tx.commit().await?;
    Ok(desk.done(&format!("/organise/people/{id}"), "person-photo"))
}

/// Takes somebody who appears nowhere out of the directory.
pub(super) async fn remove(desk: Desk, Path(id): Path<String>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let person = find(&desk, &mut tx, &id).await?;
    if !person::remove(&mut tx, &desk.actor(), &person).await? {
        return Ok(desk.done(&format!("/organise/people/{id}"), "person-appears"));
    }
    tx.commit().await?;
    Ok(desk.done("/organise/people", "person-removed"))
}

async fn find(desk: &Desk, tx: &mut Tx, id: &str) -> Result<Person, Error> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let found = person::find(tx, desk.organisation.id, id).await?;
    found.ok_or(Error::NotFound)
}

fn taken(desk: &Desk) -> Fault {
    let first = order(desk).first().map(|first| format!("name.{first}"));
    Fault {
        field: first.unwrap_or_default(),
        words: "people-problem-taken",
    }
}

fn new_page(desk: &Desk, filled: &Filled, faults: &[Fault]) -> PersonPage {
    let mut rows = rows(desk.locale(), &order(desk), filled);
    let problems = mark(desk.locale(), &mut rows, faults);
    PersonPage {
        frame: desk.frame("people"),
        name: None,
        form: Form {
            action: "/organise/people/new".to_owned(),
            hidden: Vec::new(),
            fields: Vec::new(),
            problems,
        },
        rows,
        now: None,
        photo: None,
        appeared: Vec::new(),
        remove: None,
    }
}

fn page(
    desk: &Desk,
    person: &Person,
    appeared: &[Appeared],
    (filled, faults): (&Filled, &[Fault]),
) -> PersonPage {
    let order = order(desk);
    let languages = languages_of(&order, Some(&person.profile));
    let mut rows = rows(desk.locale(), &languages, filled);
    let problems = mark(desk.locale(), &mut rows, faults);
    let own = format!("/organise/people/{}", person.id);
    let photo = person.photo.as_ref();
    let alt = photo.and_then(|photo| photo.about.alt.as_ref());
    let alt = alt.and_then(|alt| Words::pick(alt, desk.locale(), &order));
    PersonPage {
        frame: desk.frame("people"),
        name: Words::pick(&person.profile.name, desk.locale(), &order),
        form: Form {
            action: own.clone(),
            hidden: vec![Hidden {
                name: "revision".to_owned(),
                value: person.revision.to_string(),
            }],
            fields: Vec::new(),
            problems,
        },
        rows,
        now: None,
        photo: Some(PhotoPart {
            action: format!("{own}/photo"),
            path: photo.map(|photo| photo.path(Size::Small)),
            alt: alt.map_or_else(String::new, |alt| alt.text),
            consented: photo.is_some_and(|photo| photo.about.consented_at.is_some()),
            is_own: false,
            problem: None,
        }),
        appeared: appeared.iter().map(|one| appeared_row(desk, one)).collect(),
        remove: (!person.is_placed).then(|| format!("{own}/remove")),
    }
}

fn appeared_row(desk: &Desk, one: &Appeared) -> AppearedRow {
    let words = |texts| Words::pick(texts, desk.locale(), &one.languages);
    let then = [&one.as_of_then.position, &one.as_of_then.organisation];
    AppearedRow {
        href: format!("/organise/events/{}/lineup", one.slug),
        title: words(&one.title).unwrap_or_else(|| Words::plain("")),
        date: desk.locale().date(one.starts_at.date_naive()),
        role: one.role.as_str(),
        state: one.state.as_str(),
        as_of_then: then.into_iter().flatten().find_map(words),
    }
}

/// What the entry says now where something else was typed.
fn differences(desk: &Desk, known: &Person, filled: &Filled) -> Vec<(Words, Words)> {
    let languages = languages_of(&order(desk), Some(&known.profile));
    let now = of(&known.profile, &languages);
    let rows = rows(desk.locale(), &languages, &now);
    let fields = rows.into_iter().flatten();
    fields
        .filter(|field| field.value != filled.text(&field.name))
        .map(|field| (field.label, Words::plain(field.value)))
        .collect()
}

fn refused(desk: &Desk, page: &PersonPage) -> Result<Response, Error> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(page)?).into_response())
}
