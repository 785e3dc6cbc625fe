//! Asking people to come, each by a link of their own.

use std::collections::{BTreeSet, HashMap};

use axum::body::Bytes;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::add::language;
use super::{base, stamp, wake};
use crate::base::db::Tx;
use crate::base::text::EmailAddress;
use crate::event::{Event, EventState};
use crate::registration::guest::{self, Guest};
use crate::view::desk::EventTab;
use crate::view::desk::registrations::{GuestRow, InvitePage};
use crate::view::{Field, Form, Locale, Problem, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;

/// So many can be asked at once.
const MOST: usize = 200;

/// Who was asked, and the form.
pub async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let page = page(&desk, &mut tx, &event, &Filled::default(), None).await?;
    desk.html(&page)
}

/// Asks them.
pub async fn ask(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let read = if is_open(&event, &tx) {
        addresses(filled.text("addresses"))
    } else {
        Err(Unread::Closed)
    };
    let addresses = match read {
        Ok(addresses) => addresses,
        Err(unread) => {
            let problem = Some(unread.words(desk.locale()));
            let page = page(&desk, &mut tx, &event, &filled, problem).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, desk.html(&page)?).into_response());
        }
    };
    let given = filled.text("language");
    let offered = event.details.page_languages();
    let chosen = offered.iter().find(|one| one.to_string() == given);
    let (language, actor) = (chosen.unwrap_or(&offered[0]), desk.actor());
    let key = &desk.site.key;
    let asked = guest::invite(&mut tx, key, &event, &addresses, language, &actor).await?;
    tx.commit().await?;
    wake(&desk);
    Ok(desk.done_counting(&format!("{}/invite", base(&event)), "guests-invited", asked))
}

/// Takes an invitation back.
pub async fn take_back(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let guest = path.get("guest").ok_or(Error::NotFound)?;
    let guest = guest.parse().map_err(|_| Error::NotFound)?;
    if !guest::uninvite(&mut tx, &event, guest, &desk.actor()).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await?;
    Ok(desk.done(&format!("{}/invite", base(&event)), "guest-uninvited"))
}

fn is_open(event: &Event, tx: &Tx) -> bool {
    event.state == EventState::Published && tx.now() < event.schedule.closes_at
}

/// Why nobody is asked.
enum Unread {
    Bad(String),
    TooMany,
    Nobody,
    Closed,
}

impl Unread {
    fn words(&self, locale: &Locale) -> String {
        match self {
            Self::Bad(word) => locale.text_with("invite-bad", &[("word", word)]),
            Self::TooMany => locale.text_with("invite-many", &[("most", &MOST.to_string())]),
            Self::Nobody => locale.text("invite-none"),
            Self::Closed => locale.text("invite-closed"),
        }
    }
}

/// Addresses parted by lines, blanks, commas or semicolons; each once.
fn addresses(typed: &str) -> Result<Vec<EmailAddress>, Unread> {
    let mut known = BTreeSet::new();
    let mut addresses = Vec::new();
    let words = typed.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،'));
    for word in words.filter(|word| !word.is_empty()) {
        let address: EmailAddress = word
            .parse()
            .map_err(|_| Unread::Bad(word.chars().take(60).collect()))?;
        if known.insert(address.key()) {
            addresses.push(address);
        }
    }
    match addresses.len() {
        0 => Err(Unread::Nobody),
        many if many > MOST => Err(Unread::TooMany),
        _ => Ok(addresses),
    }
}

async fn page(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    filled: &Filled,
    problem: Option<String>,
) -> Result<InvitePage, Error> {
    let locale = desk.locale();
    let field = Field {
        widget: Widget::Area,
        hint: Some(locale.text("invite-addresses-hint").into()),
        value: filled.text("addresses").to_owned(),
        problem: problem.clone(),
        ..Field::line("addresses", locale.text("invite-addresses"))
    };
    let told = problem.map(|words| Problem {
        field: Some(field.id.clone()),
        words,
    });
    let guests = guest::guests(tx, event.id).await?;
    Ok(InvitePage {
        frame: desk.event_frame(event, EventTab::Registrations),
        base: base(event),
        form: Form {
            action: format!("{}/invite", base(event)),
            hidden: Vec::new(),
            fields: vec![field, language(desk, event, filled)],
            problems: told.into_iter().collect(),
        },
        guests: guests.iter().map(|guest| row(event, guest)).collect(),
    })
}

fn row(event: &Event, guest: &Guest) -> GuestRow {
    GuestRow {
        email: guest.email.to_string(),
        invited_at: stamp(event, guest.invited_at),
        registration: guest
            .registration_id
            .map(|id| format!("{}/{id}", base(event))),
        uninvite: format!("{}/invite/{}", base(event), guest.id),
    }
}
