//! The programs that act for the organisation: tokens made, shown once, and revoked (S-4).

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use uuid::Uuid;

use super::desk::Desk;
use super::doors::Doors;
use super::latest::LatestEvents;
use crate::account::Role;
use crate::account::api_token::{self, Access, ApiToken, LONGEST_NAME, Scope};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::text::SingleLine;
use crate::base::zone::Zone;
use crate::view::desk::{MadeToken, TokenRow, TokensPage};
use crate::view::{Choice, Field, Form, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get, post};
use crate::web::reply::{secret, see_other};

const PATH: &str = "/organise/api";
/// For how many days a token can be good.
const LIFETIMES: [i64; 3] = [30, 90, 365];

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .of_organisation(Role::Owner, PATH, get(show).and_post(make))
        .of_organisation(Role::Owner, "/organise/api/{token}/revoke", post(revoke))
}

/// Those there are, and a form that makes one.
async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let events = LatestEvents::of(&desk, &mut tx).await?;
    let form = form(&desk, &Filled::default(), &events, tx.now(), false);
    desk.html(&page(&desk, &mut tx, &events, form).await?)
}

/// Makes one. Its secret is in the answer alone: it is in no address, and nobody keeps the page.
async fn make(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    if !desk.is_fresh() {
        return Ok(see_other(&desk.sign_in_again(PATH)));
    }
    let mut tx = desk.site.db.begin().await?;
    let events = LatestEvents::of(&desk, &mut tx).await?;
    let Some((name, scope, lifetime)) = wish(&filled, &events) else {
        let form = form(&desk, &filled, &events, tx.now(), true);
        let page = page(&desk, &mut tx, &events, form).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
    };
    let whose = (desk.organisation.id, desk.organiser.id);
    let (token, made) = api_token::make(&mut tx, whose, &name, scope, lifetime).await?;
    let form = form(&desk, &Filled::default(), &events, tx.now(), false);
    let page = TokensPage {
        made: Some(MadeToken {
            name: token.name.to_string(),
            secret: made.as_str().to_owned(),
        }),
        ..page(&desk, &mut tx, &events, form).await?
    };
    tx.commit().await?;
    Ok(secret(desk.html(&page)?))
}

/// Ends one.
async fn revoke(desk: Desk, Path(token): Path<Uuid>) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let (own, token) = (desk.organisation.id, Id::from_uuid(token));
    if !api_token::revoke(&mut tx, own, token, &desk.actor()).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(desk.done(PATH, "token-revoked"))
}

/// What was asked for; none where no name was given, or what was never on offer.
fn wish(filled: &Filled, events: &LatestEvents) -> Option<(SingleLine, Scope, TimeDelta)> {
    let name = SingleLine::clean(filled.text("name"));
    let days = filled.text("days").parse().ok()?;
    let event = match filled.text("event") {
        "" => None,
        slug => Some(events.at(slug)?),
    };
    let is_offered = LIFETIMES.contains(&days) && !name.is_empty();
    let scope = Scope {
        event,
        access: filled.text("access").parse().ok()?,
        shows_links: filled.text("links") == "yes",
    };
    is_offered.then(|| (name, scope, TimeDelta::days(days)))
}

async fn page(
    desk: &Desk,
    tx: &mut Tx,
    events: &LatestEvents,
    form: Form,
) -> Result<TokensPage, Error> {
    let now = tx.now();
    let tokens = api_token::of_organisation(tx, desk.organisation.id).await?;
    Ok(TokensPage {
        frame: desk.frame("api"),
        tokens: tokens
            .iter()
            .map(|token| row(desk, token, events, now))
            .collect(),
        made: None,
        form,
    })
}

fn row(desk: &Desk, token: &ApiToken, events: &LatestEvents, now: Instant) -> TokenRow {
    let moment = |at| desk.locale().moment(&Zone::utc(), at);
    TokenRow {
        name: token.name.to_string(),
        access: token.scope.access.as_str(),
        shows_links: token.scope.shows_links,
        event: token.scope.event.map(|event| events.title(event)),
        until: moment(token.expires_at),
        is_over: token.expires_at <= now,
        used: token.used_at.map(moment),
        action: format!("{PATH}/{}/revoke", token.id),
    }
}

fn form(desk: &Desk, filled: &Filled, events: &LatestEvents, now: Instant, was_sent: bool) -> Form {
    let locale = desk.locale();
    let typed = filled.text("name").chars().take(LONGEST_NAME);
    let name = Field {
        problem: (was_sent && filled.text("name").is_empty())
            .then(|| locale.text("tokens-name-missing")),
        ..Field::line("name", locale.text("tokens-name"))
    }
    .hinted(locale.text("tokens-name-hint"))
    .holding(typed.collect::<String>());
    let access = |access: &Access| Choice {
        hint: Some(locale.text(&format!("token-access-{access}-hint"))),
        ..Choice::new(
            access.as_str(),
            locale.text(&format!("token-access-{access}")),
        )
    };
    let access = Field {
        widget: Widget::Radios,
        ..Field::line("access", locale.text("tokens-access"))
    }
    .among(
        Access::ALL.iter().map(access).collect(),
        chosen(filled, "access", "read"),
    );
    let events = events.choices(locale.text("team-all-events"));
    let event = Field::optional("event", Widget::Select, locale.text("team-event"));
    let words = locale.text("tokens-links");
    let links = Field::optional("links", Widget::Tick, words.clone())
        .hinted(locale.text("tokens-links-hint"))
        .among(vec![Choice::new("yes", words)], filled.text("links"));
    let until = LIFETIMES.map(|days| {
        let last = (now + TimeDelta::days(days)).date_naive();
        Choice::new(days.to_string(), locale.date(last))
    });
    let days = Field::optional("days", Widget::Select, locale.text("tokens-until"));
    let fields = vec![
        name,
        access,
        event.among(events, filled.text("event")),
        links,
        days.among(until.to_vec(), chosen(filled, "days", "90")),
    ];
    Form::of(PATH, fields)
}

/// What was chosen in a field, or what is chosen in it at first.
fn chosen<'a>(filled: &'a Filled, field: &'a str, first: &'a str) -> &'a str {
    match filled.text(field) {
        "" => first,
        chosen => chosen,
    }
}
