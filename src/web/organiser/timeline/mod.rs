//! An event's mail: who gets what, when; and what organisers do to it.

mod announcements;
mod hold;
mod messages;
mod moved;
mod page;
mod preview;
mod times;
mod words;

use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use axum::response::{IntoResponse, Response};

use super::desk::{Desk, tab_path};
use super::doors::Doors;
use crate::account::Role;
use crate::base::language::Language;
use crate::event::Event;
use crate::view::desk::EventTab;
use crate::view::{MailText, Page};
use crate::web::Error;
use crate::web::methods::{AndPost, get, post};
use crate::web::protection::headers;
use crate::web::reply::{html, no_store};

/// A mail's own HTML may style itself and do nothing else; pages of ours may frame it.
const LETTER_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

pub(super) fn doors(doors: Doors) -> Doors {
    const ROLE: Role = Role::Organiser;
    let doors = doors
        .of_event(ROLE, "/organise/events/{event}/mail", get(page::show))
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/hold",
            post(hold::speak),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/release",
            post(hold::release),
        )
        .of_event(
            Role::Owner,
            "/organise/events/{event}/mail/resume",
            post(hold::resume),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/preview/{kind}",
            get(preview::show),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/preview/{kind}/html",
            get(preview::html),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/preview/{kind}/test",
            post(preview::test),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/words",
            get(words::list),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/words/{kind}",
            get(words::show).and_post(words::submit),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/times",
            get(times::show).and_post(times::submit),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/messages",
            get(messages::list),
        )
        .of_event(
            ROLE,
            "/organise/events/{event}/mail/messages/{message}",
            post(messages::act),
        );
    announcements::doors(doors)
}

/// The address of the pages about the mail of `event`.
fn base(event: &Event) -> String {
    tab_path(event, EventTab::Mail)
}

/// The languages of the page of `event` that the service speaks.
fn languages(desk: &Desk, event: &Event) -> Vec<Language> {
    let spoken = desk.site.view.languages();
    let pages = event.details.page_languages().iter();
    let known: Vec<Language> = pages
        .filter(|page| spoken.iter().any(|language| language.is_same_tongue(page)))
        .cloned()
        .collect();
    if known.is_empty() {
        vec![event.details.page_languages()[0].clone()]
    } else {
        known
    }
}

/// `page`, which frames mails.
fn framing<P: Page>(desk: &Desk, page: &P) -> Result<Response, Error> {
    let mut response = desk.html(page)?;
    let policy = headers::policy(&desk.site.base_url, "; frame-src 'self'");
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy);
    Ok(response)
}

/// The HTML part of a mail, to be framed.
fn letter(words: MailText) -> Response {
    let mut response = html(words.html);
    let policy = HeaderValue::from_static(LETTER_POLICY);
    response
        .headers_mut()
        .insert(CONTENT_SECURITY_POLICY, policy);
    no_store(response)
}

/// `page` with what is wrong.
fn refused(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
