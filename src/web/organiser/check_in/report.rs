//! Who came online: the report of the meeting, handed in, looked at, then noted whole or not at all.

use std::collections::{BTreeSet, HashMap};

use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::{base, guests};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::{Event, Session, SessionOf};
use crate::registration::Registration;
use crate::registration::attendance::{self, Match, Matched, Report};
use crate::registration::roster::{self, Encoding, Roster};
use crate::view::Choice;
use crate::view::desk::EventTab;
use crate::view::desk::attendance::{AttendancePage, AttendedPage, LineFault, SeenRow};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::handed_in;
use crate::web::reply::see_other;
use crate::web::upload::Upload;

/// People that are shown.
const SHOWN: usize = 400;
/// Faults that are shown.
const FAULTS: usize = 40;

/// Where a report is handed in.
pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let session = meant(&event, &filled, &tx)?;
    desk.html(&page(&desk, &event, session, None))
}

/// Keeps a report to be looked at.
pub async fn take(desk: Desk, headers: HeaderMap, body: Bytes) -> Result<Response, Error> {
    let upload = Upload::read(&headers, body).await?;
    let content = upload.content();
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let session = meant(&event, &upload.filled, &tx)?;
    drop(tx);
    // As with lists, nobody who writes waits for it to be read.
    if let Some(problem) = problem(&content) {
        let page = desk.html(&page(&desk, &event, session, Some(problem)))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let mut tx = desk.site.db.begin().await?;
    let id = roster::keep(&mut tx, event.id, &desk.actor(), &content).await?;
    tx.commit().await?;
    let key = event.details.session_key(session.index);
    Ok(see_other(&format!(
        "{}/report/{id}?session={key}",
        base(&event)
    )))
}

/// What the report says.
pub async fn preview(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let looked = Looked::at(&mut tx, &desk, &event, &path, &filled).await?;
    desk.html(&looked.page(&desk, &event))
}

/// Looks again, for another session or with other letters; or notes everybody who came.
pub async fn note(
    desk: Desk,
    Path(path): Path<HashMap<String, String>>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let looked = Looked::at(&mut tx, &desk, &event, &path, &filled).await?;
    drop(tx);
    if filled.text("do") != "note" || !looked.is_good() {
        return desk.html(&looked.page(&desk, &event));
    }
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    // Whoever sends the same report twice at once has it noted once.
    if !roster::discard(&mut tx, looked.id).await? {
        return Err(Error::NotFound);
    }
    let came: Vec<Id<Registration>> = looked.registrations(Match::Came).into_iter().collect();
    let noted = attendance::note(&mut tx, &event, looked.session, &came, &desk.actor()).await?;
    let noted = noted.ok_or(Error::Busy)?;
    tx.commit().await?;
    let (base, key) = (base(&event), &looked.key);
    Ok(see_other(&format!(
        "{base}?session={key}&who=present&done=attendance-noted&n={noted}"
    )))
}

/// The session that a form or an address names, or else the one that is on, or was the last.
fn meant<'e>(event: &'e Event, filled: &Filled, tx: &Tx) -> Result<SessionOf<'e>, Error> {
    let session = guests::session(event, filled.text("session"), tx.now());
    session.ok_or(Error::NotFound)
}

fn problem(content: &[u8]) -> Option<&'static str> {
    if content.len() > handed_in::LARGEST {
        return Some("import-large");
    }
    let text = roster::decoded(content, None).0;
    match attendance::read(&text) {
        _ if text.trim().is_empty() => Some("import-empty"),
        None => Some("attendance-none"),
        Some(report) => report.is_long.then_some("import-many"),
    }
}

fn page(
    desk: &Desk,
    event: &Event,
    session: SessionOf<'_>,
    problem: Option<&str>,
) -> AttendancePage {
    AttendancePage {
        frame: desk.event_frame(event, EventTab::CheckIn),
        base: base(event),
        sessions: sessions(desk, event, session.id),
        problem: problem.map(|key| desk.locale().text(key)),
    }
}

/// The sessions to choose from, where there is more than one.
fn sessions(desk: &Desk, event: &Event, chosen: Id<Session>) -> Vec<Choice> {
    let sessions = event.sessions().filter(|_| event.session_ids.len() > 1);
    sessions
        .map(|one| guests::choice(desk, event, one, chosen))
        .collect()
}

/// A report with what is known of its people.
struct Looked {
    id: Id<Roster>,
    encoding: Option<Encoding>,
    session: Id<Session>,
    /// The session's key.
    key: String,
    report: Report,
    matched: Vec<Matched>,
    problem: Option<&'static str>,
}

impl Looked {
    async fn at(
        tx: &mut Tx,
        desk: &Desk,
        event: &Event,
        path: &HashMap<String, String>,
        filled: &Filled,
    ) -> Result<Self, Error> {
        let (id, content) = handed_in::load(tx, desk, event, path).await?;
        let session = meant(event, filled, tx)?;
        let encoding = filled.text("encoding").parse().ok();
        let read = attendance::read(&roster::decoded(&content, encoding).0);
        let problem = match &read {
            None => Some("attendance-none"),
            Some(_) if tx.now() < session.sitting.starts_at => Some("attendance-early"),
            Some(_) => None,
        };
        let report = read.unwrap_or_default();
        let mut matched = attendance::matched(tx, event, session.id, &report).await?;
        matched.sort_by_key(|one| one.comes_to);
        Ok(Self {
            id,
            encoding,
            session: session.id,
            key: event.details.session_key(session.index).to_string(),
            report,
            matched,
            problem,
        })
    }

    fn is_good(&self) -> bool {
        let has_faults = !self.report.faults.is_empty();
        self.problem.is_none() && !has_faults && !self.registrations(Match::Came).is_empty()
    }

    /// The registrations of those who come to this, once each.
    fn registrations(&self, comes_to: Match) -> BTreeSet<Id<Registration>> {
        let meant = self.matched.iter().filter(|one| one.comes_to == comes_to);
        meant
            .filter_map(|one| one.registration.as_ref().map(|(id, _)| *id))
            .collect()
    }

    fn people(&self, fates: &[Match]) -> i64 {
        let meant = self.matched.iter();
        count(meant.filter(|one| fates.contains(&one.comes_to)).count())
    }

    fn page(&self, desk: &Desk, event: &Event) -> AttendedPage {
        let faults = &self.report.faults;
        AttendedPage {
            frame: desk.event_frame(event, EventTab::CheckIn),
            base: base(event),
            action: format!("{}/report/{}", base(event), self.id),
            problem: self.problem.map(|key| desk.locale().text(key)),
            sessions: sessions(desk, event, self.session),
            session: self.key.clone(),
            encodings: handed_in::encodings(desk, self.encoding),
            came: count(self.registrations(Match::Came).len()),
            noted: count(self.registrations(Match::Noted).len()),
            short: self.people(&[Match::Short]),
            unmatched: self.people(&[Match::Unknown, Match::Unclear]),
            absent: count(self.report.absent),
            people: self
                .matched
                .iter()
                .take(SHOWN)
                .map(|one| self.row(one))
                .collect(),
            more: count(self.matched.len().saturating_sub(SHOWN)),
            faults: faults
                .iter()
                .take(FAULTS)
                .map(|fault| LineFault {
                    line: line(fault.line),
                    value: fault.value.clone(),
                    key: fault.problem.as_str(),
                })
                .collect(),
            more_faults: count(faults.len().saturating_sub(FAULTS)),
        }
    }

    fn row(&self, one: &Matched) -> SeenRow {
        let seen = &self.report.people[one.seen];
        SeenRow {
            line: line(seen.line),
            name: seen.name.to_string(),
            email: seen.email.as_ref().map(ToString::to_string),
            minutes: seen.seconds() / 60,
            registered: one.registration.as_ref().map(|(_, name)| name.clone()),
            fate: one.comes_to.as_str(),
        }
    }
}

fn line(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
