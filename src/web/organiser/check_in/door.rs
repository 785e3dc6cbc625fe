use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::response::Response;
use form_urlencoded::Serializer;

use super::{base, guests};
use crate::account::Role;
use crate::base::id::Id;
use crate::event::EventState;
use crate::registration::{self, AtTheDoor, CheckedIn, Registration};
use crate::view::Choice;
use crate::view::desk::EventTab;
use crate::view::desk::check_in::CheckInPage;
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::reply::see_other;

/// People on a page: on a phone nobody scrolls through more.
const PAGE: i64 = 40;

/// Who is expected, by name.
pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let wanted = Wanted::read(&filled);
    let mut tx = desk.site.db.read().await?;
    let now = tx.now();
    let event = desk.event(&mut tx).await?;
    let session = guests::session(&event, &wanted.session, now).ok_or(Error::NotFound)?;
    let head = registration::head_count(&mut tx, event.id, session.id).await?;
    let mut found = registration::at_the_door(
        &mut tx,
        (event.id, session.id),
        &wanted.words,
        (wanted.who, None),
        (PAGE + 1, (wanted.page - 1) * PAGE),
    )
    .await?;
    let has_more = found.len() > PAGE as usize;
    found.truncate(PAGE as usize);
    let mut shown = Vec::with_capacity(found.len());
    for expected in found {
        shown.push(guests::guest(&mut tx, &desk, &event, expected).await?);
    }
    let base = base(&event);
    let sessions = event.sessions().filter(|_| event.session_ids.len() > 1);
    let sessions = sessions.map(|one| guests::choice(&desk, &event, one, session.id));
    desk.html(&CheckInPage {
        words: wanted.words.clone(),
        sessions: sessions.collect(),
        session: event.details.session_key(session.index).to_string(),
        who: wanted.whom(&desk),
        present: head.present,
        expected: head.expected,
        guests: shown,
        previous: (wanted.page > 1).then(|| wanted.address(&base, wanted.page - 1)),
        next: has_more.then(|| wanted.address(&base, wanted.page + 1)),
        page: wanted.page,
        is_over: event.state != EventState::Published || now >= session.sitting.ends_at,
        takes_reports: desk.may(Role::Organiser),
        frame: desk.event_frame(&event, EventTab::CheckIn),
        base,
    })
}

/// Notes that somebody has come, or takes that back.
pub async fn note(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let wanted = Wanted::read(&filled);
    let id: Id<Registration> = filled
        .text("registration")
        .parse()
        .map_err(|_| Error::NotFound)?;
    let mut tx = desk.site.db.begin().await?;
    let now = tx.now();
    let event = desk.event(&mut tx).await?;
    let session = guests::session(&event, &wanted.session, now).ok_or(Error::NotFound)?;
    let found = registration::load(&mut tx, id).await?;
    let guest = found
        .filter(|found| found.event == event.id)
        .ok_or(Error::NotFound)?;
    let actor = desk.actor();
    let done = if filled.text("do") == "out" {
        registration::undo_check_in(&mut tx, &guest, session.id, &actor).await?;
        "check-in-undone"
    } else {
        done_word(registration::check_in(&mut tx, &event, &guest, session.id, &actor).await?)
    };
    tx.commit().await?;
    let back = wanted.address(&base(&event), wanted.page);
    let sign = if back.contains('?') { '&' } else { '?' };
    Ok(see_other(&format!("{back}{sign}done={done}")))
}

/// What is said of it.
pub(super) const fn done_word(checked_in: CheckedIn) -> &'static str {
    match checked_in {
        CheckedIn::Done => "checked-in",
        CheckedIn::Already => "checked-in-before",
        CheckedIn::NoPlace(_) => "no-place",
    }
}

/// What is looked for.
struct Wanted {
    words: String,
    session: String,
    who: AtTheDoor,
    page: i64,
}

impl Wanted {
    fn read(filled: &Filled) -> Self {
        Self {
            words: filled.text("q").chars().take(200).collect(),
            session: filled.text("session").to_owned(),
            who: filled.text("who").parse().unwrap_or(AtTheDoor::All),
            page: filled.text("page").parse().unwrap_or(1).clamp(1, 100_000),
        }
    }

    fn whom(&self, desk: &Desk) -> Vec<Choice> {
        let choice = |who: &AtTheDoor| Choice {
            chosen: *who == self.who,
            ..Choice::new(
                who.as_str(),
                desk.locale().text(&format!("check-in-who-{who}")),
            )
        };
        AtTheDoor::ALL.iter().map(choice).collect()
    }

    fn address(&self, base: &str, page: i64) -> String {
        let who = (self.who != AtTheDoor::All).then(|| self.who.to_string());
        let page = (page > 1).then(|| page.to_string());
        let pairs = [
            ("q", self.words.clone()),
            ("session", self.session.clone()),
            ("who", who.unwrap_or_default()),
            ("page", page.unwrap_or_default()),
        ];
        let query = Serializer::new(String::new())
            .extend_pairs(pairs.iter().filter(|(_, value)| !value.is_empty()))
            .finish();
        if query.is_empty() {
            base.to_owned()
        } else {
            format!("{base}?{query}")
        }
    }
}
