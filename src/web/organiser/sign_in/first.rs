//! The first organiser of an instance, who was shown a link where it was started.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{Door, Wish, welcome};
use crate::account::{self, Role};
use crate::base::db::Tx;
use crate::base::secret::Token;
use crate::base::text::{BadAddress, EmailAddress, SingleLine};
use crate::event::OPERATOR;
use crate::view::desk::FirstPage;
use crate::view::{Field, Form, Widget};
use crate::web::form::Filled;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = site.db.read().await?;
    check(&mut tx, &site, &token).await?;
    let first = account::organisations(&mut tx).await?.into_iter().next();
    let organisation = first.map(|first| first.name).unwrap_or_default();
    let filled = Filled::with(vec![("organisation".to_owned(), organisation)]);
    page(&Door::at(&site, &wish, &headers), &token, &filled, &[])
}

/// Makes whoever holds the link the owner of the first organisation, and signs them in.
pub(super) async fn submit(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Error> {
    let door = Door::at(&site, &wish, &headers);
    let filled = Filled::read(&body)?;
    let mut tx = site.db.begin().await?;
    check(&mut tx, &site, &token).await?;
    let mut problems = Vec::new();
    let mut line = |name: &'static str, problem: &'static str| {
        let line = SingleLine::clean(filled.text(name));
        if line.is_empty() {
            problems.push((name, problem));
        }
        line
    };
    let organisation = line("organisation", "first-organisation-missing");
    let name = line("name", "first-name-missing");
    let email: Result<EmailAddress, BadAddress> = filled.text("email").parse();
    let (Ok(email), true) = (&email, problems.is_empty()) else {
        problems.extend(email.err().map(|_| ("email", "sign-in-email-malformed")));
        let page = page(&door, &token, &filled, &problems)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let first = account::organisations(&mut tx).await?.into_iter().next();
    let first = first.ok_or(Error::NotFound)?;
    account::rename(&mut tx, first.id, organisation.as_str(), OPERATOR).await?;
    let organiser = account::add(&mut tx, email, &name, door.language).await?;
    account::grant(&mut tx, organiser.id, first.id, None, Role::Owner, OPERATOR).await?;
    let opened = account::open(&mut tx, organiser.id).await?;
    let token = opened.ok_or(Error::NotFound)?;
    tx.commit().await?;
    site.name.set(organisation.to_string());
    site.pages.forget();
    Ok(secret(welcome(&site, &token, super::own_path::FIRST)))
}

/// The link is good as long as there is nobody.
async fn check(tx: &mut Tx, site: &Site, token: &str) -> Result<(), Error> {
    let is_right = account::first_token(&site.key).hash() == Token::from_address(token).hash();
    if is_right && !account::is_anybody_there(tx).await? {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

fn page(
    door: &Door<'_>,
    token: &str,
    filled: &Filled,
    problems: &[(&str, &str)],
) -> Result<Response, Error> {
    let locale = door.locale();
    let path = format!("/sign-in/first/{token}");
    let field = |name: &str, label: &str, autocomplete| Field {
        autocomplete: Some(autocomplete),
        problem: problems
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, problem)| locale.text(problem)),
        ..Field::line(name, locale.text(label)).holding(filled.text(name))
    };
    let hint = locale.text("first-organisation-hint");
    let fields = vec![
        field("organisation", "first-organisation", "organization").hinted(hint),
        field("name", "first-name", "name"),
        Field {
            widget: Widget::Email,
            ..field("email", "sign-in-email", "email")
        },
    ];
    let page = FirstPage {
        frame: door.frame(&path),
        form: Form::of(door.path(&path), fields),
    };
    Ok(secret(html(door.site.view.page(&page, door.language)?)))
}
