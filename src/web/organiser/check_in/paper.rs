//! Lists and badges, for printers.

use axum::extract::RawQuery;
use axum::response::Response;

use super::{base, guests, session_name};
use crate::base::db::Tx;
use crate::event::{Event, Mode, SessionOf, facts};
use crate::registration::{self, AtTheDoor, Expected, badge_token};
use crate::view::QrCode;
use crate::view::desk::EventTab;
use crate::view::desk::check_in::{Badge, BadgesPage, DoorListPage};
use crate::view::desk::registrations::Pager;
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;

/// People on a page of the list: some ten sheets.
const LIST: i64 = 300;
/// Badges on a page: two sheets; with their codes they are large.
const BADGES: i64 = 20;

/// Everybody who is confirmed, by name, with a box to tick.
pub async fn list(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let session = session(&mut tx, &event, &filled)?;
    let page = page(&filled);
    let part = (LIST, (page - 1) * LIST);
    let found = confirmed(&mut tx, &event, session, None, part).await?;
    let total = registration::confirmed_for(&mut tx, event.id, session.id, None).await?;
    let mut shown = Vec::with_capacity(found.len());
    for expected in found {
        shown.push(guests::guest(&mut tx, &desk, &event, expected).await?);
    }
    let base = base(&event);
    let key = event.details.session_key(session.index);
    let several = event.session_ids.len() > 1;
    desk.html(&DoorListPage {
        session: several.then(|| session_name(&event, desk.locale(), session)),
        guests: shown,
        pager: Pager::new(page, total, LIST, |page| {
            format!("{base}/list?session={key}&page={page}")
        }),
        frame: desk.event_frame(&event, EventTab::CheckIn),
        base,
    })
}

/// A badge for everybody who comes to the room.
pub async fn badges(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let session = session(&mut tx, &event, &filled)?;
    let page = page(&filled);
    let (room, part) = (Some(Mode::InPerson), (BADGES, (page - 1) * BADGES));
    let found = confirmed(&mut tx, &event, session, room, part).await?;
    let total = registration::confirmed_for(&mut tx, event.id, session.id, room).await?;
    let mut badges = Vec::with_capacity(found.len());
    for expected in found {
        let token = badge_token(&desk.site.key, expected.id);
        let address = desk.site.address(&format!("/organise/check-in/{token}"));
        badges.push(Badge {
            code: QrCode::of(&address),
            guest: guests::guest(&mut tx, &desk, &event, expected).await?,
        });
    }
    let (base, about) = (base(&event), facts(&event, desk.locale()));
    let key = event.details.session_key(session.index);
    desk.html(&BadgesPage {
        title: about.title,
        days: about.days,
        rules: about.rules,
        photography: about.photography,
        recording: about.recording,
        badges,
        pager: Pager::new(page, total, BADGES, |page| {
            format!("{base}/badges?session={key}&page={page}")
        }),
        frame: desk.event_frame(&event, EventTab::CheckIn),
        base,
    })
}

fn session<'a>(tx: &mut Tx, event: &'a Event, filled: &Filled) -> Result<SessionOf<'a>, Error> {
    guests::session(event, filled.text("session"), tx.now()).ok_or(Error::NotFound)
}

async fn confirmed(
    tx: &mut Tx,
    event: &Event,
    session: SessionOf<'_>,
    mode: Option<Mode>,
    part: (i64, i64),
) -> Result<Vec<Expected>, Error> {
    let all = (AtTheDoor::All, mode);
    Ok(registration::at_the_door(tx, (event.id, session.id), "", all, part).await?)
}

fn page(filled: &Filled) -> i64 {
    filled.text("page").parse().unwrap_or(1).clamp(1, 100_000)
}
