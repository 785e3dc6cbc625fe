//! The directory of those who appear in an organisation's events.

mod entry;
mod form;
mod paste;

use axum::extract::Query;
use axum::response::Response;

use super::desk::Desk;
use super::doors::Doors;
use crate::account::Role;
use crate::base::language::Language;
use crate::event::Person;
use crate::event::person::{self, PAGE};
use crate::event::picture::Size;
use crate::view::Words;
use crate::view::desk::{PeoplePage, PersonRow};
use crate::web::Error;
use crate::web::methods::{AndPost, get, post};

pub(super) fn doors(doors: Doors) -> Doors {
    let organiser = Role::Organiser;
    let new = get(entry::ask).and_post(entry::add);
    let known = get(entry::show).and_post(entry::change);
    doors
        .of_organisation(organiser, "/organise/people", get(list))
        .of_organisation(organiser, "/organise/people/new", new)
        .of_organisation(
            organiser,
            "/organise/people/paste",
            get(paste::ask).and_post(paste::add),
        )
        .of_organisation(organiser, "/organise/people/{person}", known)
        .of_organisation(
            organiser,
            "/organise/people/{person}/photo",
            post(entry::keep_photo),
        )
        .of_organisation(
            organiser,
            "/organise/people/{person}/remove",
            post(entry::remove),
        )
}

/// What the address says; pages are counted from 1.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    q: String,
    page: String,
}

/// Everybody in the directory, or whom the search finds.
async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let page = asked.page.parse::<i64>().unwrap_or(1).clamp(1, 10_000);
    let mut tx = desk.site.db.read().await?;
    let (people, count) = person::list(&mut tx, desk.organisation.id, &asked.q, page - 1).await?;
    let at = |page: i64| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !asked.q.is_empty() {
            query.append_pair("q", &asked.q);
        }
        query.append_pair("page", &page.to_string());
        format!("/organise/people?{}", query.finish())
    };
    desk.html(&PeoplePage {
        frame: desk.frame("people"),
        count,
        people: people.iter().map(|one| row(&desk, one)).collect(),
        previous: (page > 1).then(|| at(page - 1)),
        next: (count > page * PAGE).then(|| at(page + 1)),
        search: asked.q.clone(),
    })
}

fn row(desk: &Desk, one: &Person) -> PersonRow {
    let order = order(desk);
    let words = |texts| Words::pick(texts, desk.locale(), &order);
    let profile = &one.profile;
    PersonRow {
        href: format!("/organise/people/{}", one.id),
        name: words(&profile.name).unwrap_or_else(|| Words::plain("")),
        position: profile.position.as_ref().and_then(words),
        organisation: profile.organisation.as_ref().and_then(words),
        photo: one.photo.as_ref().map(|photo| photo.path(Size::Small)),
        appearances: one.appearances,
    }
}

/// The languages in which to look for a text of the directory: it belongs to no event.
fn order(desk: &Desk) -> Vec<Language> {
    desk.site.view.languages().to_vec()
}
