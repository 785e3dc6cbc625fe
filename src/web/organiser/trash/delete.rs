use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::base::db::Tx;
use crate::event::{Event, MANY};
use crate::trash::{self, Contents, Hindrance, Thrown};
use crate::view::desk::{Content, DeletePage, EventTab};
use crate::view::{Field, Form};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::tab_path;

/// What goes with an event.
pub(super) async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    page(&desk, &mut tx, &event, None).await
}

/// Moves an event into the trash, where nothing hinders that.
pub(super) async fn throw_away(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let contents = trash::contents(&mut tx, &event).await?;
    let typed = filled.text("slug");
    if !event.is_meant(contents.registrations, typed) {
        return page(&desk, &mut tx, &event, Some(typed)).await;
    }
    match trash::throw_away(&mut tx, &event, &desk.actor()).await? {
        Thrown::Done => {
            tx.commit().await?;
            Ok(desk.done("/organise", "event-trashed"))
        }
        Thrown::Hindered(_) => page(&desk, &mut tx, &event, Some(typed)).await,
        Thrown::Overtaken => Err(Error::Busy),
    }
}

/// The page, with what was typed into it where that did not do.
async fn page(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    typed: Option<&str>,
) -> Result<Response, Error> {
    let contents = trash::contents(tx, event).await?;
    let hindrance = trash::hindrance(tx, event, &contents).await?;
    let own = tab_path(event, EventTab::Overview);
    let page = desk.html(&DeletePage {
        frame: desk.event_frame(event, EventTab::Overview),
        contents: listed(&contents),
        hindrance: hindrance.map(word),
        concerned: match hindrance {
            Some(Hindrance::IsBeingTold) => contents.mails,
            _ => contents.people(),
        },
        cancel: format!("{own}/cancel"),
        form: form(desk, event, &contents, typed),
        back: own,
    })?;
    let status = match (typed, hindrance) {
        (None, _) => StatusCode::OK,
        (Some(_), None) => StatusCode::UNPROCESSABLE_ENTITY,
        (Some(_), Some(_)) => StatusCode::CONFLICT,
    };
    Ok((status, page).into_response())
}

const fn word(hindrance: Hindrance) -> &'static str {
    match hindrance {
        Hindrance::IsExpected => "expected",
        Hindrance::IsBeingTold => "being-told",
    }
}

fn listed(contents: &Contents) -> Vec<Content> {
    let all = [
        ("registrations", contents.registrations),
        ("mails", contents.mails),
        ("announcements", contents.announcements),
    ];
    let some = all.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(key, count)| Content { key, count }).collect()
}

fn form(desk: &Desk, event: &Event, contents: &Contents, typed: Option<&str>) -> Form {
    let locale = desk.locale();
    let slug = event.details.slug.as_str();
    let hint = locale.text_with("trash-slug-hint", &[("slug", slug)]);
    let field = Field {
        hint: Some(hint.into()),
        value: typed.unwrap_or_default().to_owned(),
        problem: typed.map(|_| locale.text("trash-slug-wrong")),
        ..Field::line("slug", locale.text("trash-slug"))
    };
    let asked = (contents.registrations > MANY).then_some(field);
    let action = format!("/organise/events/{slug}/delete");
    Form::of(action, asked.into_iter().collect())
}
