//! One appearance: put into a lineup, from the directory or new, or stated otherwise.

mod form;

use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::desk::Desk;
use super::since::since;
use super::{back_to, number, path, session_field, session_meant, session_of, session_title, wake};
use crate::account::Role;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::lineup::{self, Edit, Edited, Placed};
use crate::event::picture::Size;
use crate::event::{Appearance, Event, Person, Session, person};
use crate::view::desk::{EventTab, FoundPerson, PhotoPart, PlacingPage};
use crate::view::{Form, Hidden, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::reply::see_other;
use crate::web::somebody::{Fault, mark};

/// What the address of the form for somebody new says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    session: String,
    replaces: String,
    person: String,
    q: Option<String>,
}

/// Somebody new in a session.
struct Place {
    session: Id<Session>,
    /// Whose place it was.
    replaces: Option<Placed>,
    /// Who it is in the directory.
    person: Option<Person>,
}

/// The form for somebody new.
pub(super) async fn ask(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let place = Place::read(
        &desk,
        &mut tx,
        &event,
        &asked.session,
        &asked.replaces,
        &asked.person,
    )
    .await?;
    let filled = form::of_new(&event, &place);
    let search = asked.q.unwrap_or_default();
    let page = new_page(&desk, &mut tx, &event, &place, (&filled, &[]), &search).await?;
    desk.html(&page)
}

/// Puts somebody into a lineup.
pub(super) async fn add(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let [session, replaces, known] =
        ["session", "replaces", "person"].map(|name| filled.text(name).to_owned());
    let place = Place::read(&desk, &mut tx, &event, &session, &replaces, &known).await?;
    let appearance = match form::read(&filled, &event, None) {
        Ok(appearance) => appearance,
        Err(faults) => {
            let page = new_page(&desk, &mut tx, &event, &place, (&filled, &faults), "").await?;
            return refused(&desk, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let known = place.person.as_ref().map(|person| person.id);
    let edit = match &place.replaces {
        Some(before) => Edit::Withdraw(before.id, Some((known, Box::new(appearance)))),
        None => Edit::Add(place.session, vec![(known, appearance)]),
    };
    let revision = number(filled.text("revision"));
    match lineup::edit(&mut tx, &event, &desk.actor(), revision, edit).await? {
        Edited::Done(_) => {}
        Edited::Unknown => return Err(Error::NotFound),
        Edited::Overtaken => {
            let since = since(&desk, &mut tx, &event, revision).await?;
            let page = new_page(&desk, &mut tx, &event, &place, (&filled, &[]), "").await?;
            let page = PlacingPage {
                since: Some(since),
                ..page
            };
            return refused(&desk, StatusCode::CONFLICT, &page);
        }
    }
    tx.commit().await?;
    wake(&desk);
    let done = if place.replaces.is_some() {
        "lineup-replaced"
    } else {
        "lineup-added"
    };
    Ok(see_other(&back_to(&event, place.session, done)))
}

/// What is stated about somebody.
pub(super) async fn show(
    desk: Desk,
    Path((_, appearance)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &appearance).await?;
    let filled = form::of_placed(&event, &placed);
    desk.html(&page(&desk, &event, &placed, (&filled, &[]))?)
}

/// States something else about somebody.
pub(super) async fn change(
    desk: Desk,
    Path((_, appearance)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let placed = placed(&mut tx, &event, &appearance).await?;
    let to = match form::read(&filled, &event, Some(&placed.appearance)) {
        Ok(to) => to,
        Err(faults) => {
            let page = page(&desk, &event, &placed, (&filled, &faults))?;
            return refused(&desk, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let revision = number(filled.text("revision"));
    let edit = Edit::Change(placed.id, Box::new(to));
    match lineup::edit(&mut tx, &event, &desk.actor(), revision, edit).await? {
        Edited::Done(_) => {}
        Edited::Unknown => return Err(Error::NotFound),
        Edited::Overtaken => {
            let since = since(&desk, &mut tx, &event, revision).await?;
            let page = PlacingPage {
                since: Some(since),
                ..page(&desk, &event, &placed, (&filled, &[]))?
            };
            return refused(&desk, StatusCode::CONFLICT, &page);
        }
    }
    tx.commit().await?;
    wake(&desk);
    Ok(see_other(&back_to(
        &event,
        placed.session,
        "lineup-changed",
    )))
}

/// The same page with what is wrong with the photo that was sent.
pub(super) fn with_photo_problem(
    desk: &Desk,
    event: &Event,
    placed: &Placed,
    problem: &str,
) -> Result<Response, Error> {
    let filled = form::of_placed(event, placed);
    let mut page = page(desk, event, placed, (&filled, &[]))?;
    if let Some(photo) = &mut page.photo {
        photo.problem = Some(desk.locale().text(problem));
        page.form.problems = photo.problems();
    }
    refused(desk, StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Somebody in the lineup of `event`, by the identifier in an address.
pub(super) async fn placed(tx: &mut Tx, event: &Event, id: &str) -> Result<Placed, Error> {
    let id: Id<Appearance> = id.parse().map_err(|_| Error::NotFound)?;
    let placed = lineup::placed(tx, event.id, id).await?;
    placed.ok_or(Error::NotFound)
}

impl Place {
    async fn read(
        desk: &Desk,
        tx: &mut Tx,
        event: &Event,
        session: &str,
        replaces: &str,
        known: &str,
    ) -> Result<Self, Error> {
        let replaces = match replaces {
            "" => None,
            id => Some(placed(tx, event, id).await?),
        };
        let session = match &replaces {
            Some(before) => before.session,
            None => session_meant(event, session, tx.now())?,
        };
        session_of(event, session)?;
        let person = match known {
            "" => None,
            // The directory is the organisation's, and holds addresses.
            _ if !desk.may_in_all(Role::Organiser) => return Err(Error::NotFound),
            id => {
                let id = id.parse().map_err(|_| Error::NotFound)?;
                let person = person::find(tx, desk.organisation.id, id).await?;
                Some(person.ok_or(Error::NotFound)?)
            }
        };
        Ok(Self {
            session,
            replaces,
            person,
        })
    }

    /// What goes along with every form and link about it.
    fn kept(&self) -> Vec<(String, String)> {
        let replaces = self.replaces.as_ref().map(|before| before.id.to_string());
        let replaces = replaces.map(|id| ("replaces".to_owned(), id));
        let session = ("session".to_owned(), self.session.to_string());
        std::iter::once(session).chain(replaces).collect()
    }
}

async fn new_page(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    place: &Place,
    (filled, faults): (&Filled, &[Fault]),
    search: &str,
) -> Result<PlacingPage, Error> {
    let locale = desk.locale();
    let kept = place.kept();
    let mut found = Vec::new();
    if !search.is_empty() && desk.may_in_all(Role::Organiser) {
        let (people, _) = person::list(tx, desk.organisation.id, search, 0).await?;
        found.extend(
            people
                .iter()
                .take(20)
                .map(|one| found_person(desk, event, one, &kept)),
        );
    }
    let known = place.person.as_ref().map(|person| person.id.to_string());
    let known = known.map(|id| ("person".to_owned(), id));
    let mut rows = form::rows(locale, event, filled, None);
    // Who takes somebody's place takes it where that is.
    let sessions = session_field(event, place.session, locale).filter(|_| place.replaces.is_none());
    let is_asked = |name: &str| name == "session" && sessions.is_some();
    let hidden: Vec<(String, String)> = kept.iter().cloned().chain(known).collect();
    let hidden = hidden
        .into_iter()
        .filter(|(name, _)| !is_asked(name))
        .collect::<Vec<_>>();
    rows.splice(0..0, sessions.map(|field| vec![field]));
    let problems = mark(locale, &mut rows, faults);
    let order = event.details.text_order();
    let name = |name| Words::pick(name, locale, &order);
    let person = place.person.as_ref();
    let replaces = place.replaces.as_ref().map(|before| {
        let known = before.appearance.name.as_ref().and_then(name);
        known.unwrap_or_else(|| locale.text("to-be-announced").into())
    });
    Ok(PlacingPage {
        frame: desk.event_frame(event, EventTab::Lineup),
        back: back_to(event, place.session, ""),
        name: person.and_then(|person| name(&person.profile.name)),
        session: session_title(event, session_of(event, place.session)?, locale),
        is_placed: false,
        replaces,
        form: form_of(
            path(event, "/add"),
            hidden.into_iter(),
            event.revision,
            problems,
        ),
        rows,
        search: Some(search.to_owned()),
        kept,
        found,
        since: None,
        photo: None,
        own: None,
        person: None,
        can_be_asked: false,
        asked: None,
        can_be_revoked: false,
        revision: event.revision,
    })
}

fn page(
    desk: &Desk,
    event: &Event,
    placed: &Placed,
    (filled, faults): (&Filled, &[Fault]),
) -> Result<PlacingPage, Error> {
    let locale = desk.locale();
    let of = session_of(event, placed.session)?;
    let mut rows = form::rows(locale, event, filled, Some(&placed.appearance));
    let problems = mark(locale, &mut rows, faults);
    let order = event.details.text_order();
    let name = placed.appearance.name.as_ref();
    let own = path(event, &format!("/{}", placed.id));
    Ok(PlacingPage {
        frame: desk.event_frame(event, EventTab::Lineup),
        back: back_to(event, placed.session, ""),
        name: name.and_then(|name| Words::pick(name, locale, &order)),
        session: session_title(event, of, locale),
        is_placed: true,
        replaces: None,
        form: form_of(own.clone(), std::iter::empty(), event.revision, problems),
        rows,
        search: None,
        kept: Vec::new(),
        found: Vec::new(),
        since: None,
        photo: Some(photo_part(desk, event, placed, &own)),
        person: placed.person.map(|id| format!("/organise/people/{id}")),
        can_be_asked: placed.appearance.email.is_some() && !placed.is_off(),
        asked: placed
            .invited_at
            .map(|at| locale.moment(&event.details.zone, at).words),
        can_be_revoked: placed.may_hold_links(),
        own: Some(own),
        revision: event.revision,
    })
}

fn photo_part(desk: &Desk, event: &Event, placed: &Placed, own: &str) -> PhotoPart {
    let photo = placed.photo.as_ref();
    let order = event.details.text_order();
    let alt = photo.and_then(|photo| {
        let alt = photo.about.alt.as_ref()?;
        Words::pick(alt, desk.locale(), &order)
    });
    PhotoPart {
        action: format!("{own}/photo"),
        path: photo.map(|photo| photo.path(Size::Small)),
        alt: alt.map_or_else(String::new, |alt| alt.text),
        consented: photo.is_some_and(|photo| photo.about.consented_at.is_some()),
        is_own: false,
        problem: None,
    }
}

fn found_person(
    desk: &Desk,
    event: &Event,
    one: &Person,
    kept: &[(String, String)],
) -> FoundPerson {
    let order = event.details.text_order();
    let words = |texts| Words::pick(texts, desk.locale(), &order);
    let about = [&one.profile.position, &one.profile.organisation];
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .extend_pairs(kept)
        .append_pair("person", &one.id.to_string());
    FoundPerson {
        name: words(&one.profile.name).unwrap_or_else(|| Words::plain("")),
        about: about.into_iter().flatten().find_map(words),
        href: path(event, &format!("/add?{}", query.finish())),
    }
}

fn form_of(
    action: String,
    hidden: impl Iterator<Item = (String, String)>,
    revision: i64,
    problems: Vec<crate::view::Problem>,
) -> Form {
    let revision = ("revision".to_owned(), revision.to_string());
    let hidden = std::iter::once(revision).chain(hidden);
    Form {
        action,
        hidden: hidden.map(|(name, value)| Hidden { name, value }).collect(),
        fields: Vec::new(),
        problems,
    }
}

fn refused(desk: &Desk, status: StatusCode, page: &PlacingPage) -> Result<Response, Error> {
    Ok((status, desk.html(page)?).into_response())
}
