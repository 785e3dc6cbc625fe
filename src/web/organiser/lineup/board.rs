//! The lineup at work: its sessions, and the people of the one that is open.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::desk::Desk;
use super::since::since;
use super::{path, session_title};
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::lineup::{self, Placed, Standing};
use crate::event::picture::Size;
use crate::event::{AppearanceState, Event, Session, SessionOf, check_facts};
use crate::view::Words;
use crate::view::desk::{
    EventTab, LineupPage, OpenSession, PlacedRow, RoleGroup, SessionLink, TaskRow,
};
use crate::web::Error;

/// What the address says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    session: String,
    moved: String,
}

/// The lineup.
pub(super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let mut board = Board::of(&desk, &mut tx, &event).await?;
    board.open(&asked.session).await?;
    let moved = asked.moved.parse().ok();
    let page = board.page(moved, None).await?;
    desk.html(&page)
}

/// The lineup as it is now, and what others did to it since `revision`: nothing else was done (U-12).
pub(super) async fn overtaken(
    desk: &Desk,
    tx: &mut Tx,
    session: Option<Id<Session>>,
    revision: i64,
) -> Result<Response, Error> {
    let event = desk.event(tx).await?;
    let mut board = Board::of(desk, tx, &event).await?;
    board.open_one(session).await?;
    let page = board.page(None, Some(revision)).await?;
    Ok((StatusCode::CONFLICT, desk.html(&page)?).into_response())
}

/// What the page is made of.
struct Board<'a> {
    desk: &'a Desk,
    tx: &'a mut Tx,
    event: &'a Event,
    standings: Vec<Standing>,
    open: SessionOf<'a>,
    people: Vec<Placed>,
}

impl<'a> Board<'a> {
    async fn of(desk: &'a Desk, tx: &'a mut Tx, event: &'a Event) -> Result<Self, Error> {
        let standings = lineup::standings(tx, event.id).await?;
        let open = event.sessions().next().ok_or(Error::NotFound)?;
        Ok(Self {
            desk,
            tx,
            event,
            standings,
            open,
            people: Vec::new(),
        })
    }

    /// Opens the session of this key; without one, the first that is not over.
    async fn open(&mut self, key: &str) -> Result<(), Error> {
        let details = &self.event.details;
        let named = self
            .event
            .sessions()
            .find(|of| details.session_key(of.index).as_str() == key);
        match named {
            Some(of) => self.open_one(Some(of.id)).await,
            None if key.is_empty() => self.open_one(None).await,
            None => Err(Error::NotFound),
        }
    }

    async fn open_one(&mut self, session: Option<Id<Session>>) -> Result<(), Error> {
        let now = self.tx.now();
        let mut sessions = self.event.sessions();
        let found = match session {
            Some(id) => sessions.find(|of| of.id == id),
            None => sessions.find(|of| now < of.sitting.ends_at),
        };
        self.open = found.unwrap_or(self.open);
        self.people = lineup::of_session(self.tx, self.event.id, self.open.id).await?;
        Ok(())
    }

    async fn page(
        mut self,
        moved: Option<Id<crate::event::Appearance>>,
        overtaken_since: Option<i64>,
    ) -> Result<LineupPage, Error> {
        let since = match overtaken_since {
            Some(revision) => Some(since(self.desk, self.tx, self.event, revision).await?),
            None => None,
        };
        let tasks = self.tasks().await?;
        let slug = &self.event.details.slug;
        Ok(LineupPage {
            frame: self.desk.event_frame(self.event, EventTab::Lineup),
            base: path(self.event, ""),
            announce: format!("/organise/events/{slug}/mail/announcements/new"),
            check: check_facts(self.event, self.desk.locale(), self.tx.now()),
            set_check: format!("/organise/events/{slug}/edit/tech-check"),
            revision: self.event.revision,
            sessions: self.sessions(),
            open: self.open_session(),
            unasked: lineup::unasked(self.tx, self.event.id).await?,
            tasks,
            since,
            moved: moved.and_then(|id| self.moved(id)),
        })
    }

    fn sessions(&self) -> Vec<SessionLink> {
        let sessions = self.event.sessions().zip(&self.standings);
        sessions
            .map(|(of, standing)| SessionLink {
                href: path(
                    self.event,
                    &format!("?session={}", self.event.details.session_key(of.index)),
                ),
                title: session_title(self.event, of, self.desk.locale()),
                when: self.when(of.sitting.starts_at),
                places: standing.places,
                confirmed: standing.confirmed,
                current: of.id == self.open.id,
            })
            .collect()
    }

    fn open_session(&self) -> OpenSession {
        let mut groups: Vec<RoleGroup> = Vec::new();
        let (off, on): (Vec<&Placed>, Vec<&Placed>) =
            self.people.iter().partition(|one| one.is_off());
        for one in on {
            let role = one.appearance.role.as_str();
            match groups.iter_mut().find(|group| group.role == role) {
                Some(group) => group.people.push(self.row(one)),
                None => groups.push(RoleGroup {
                    role,
                    people: vec![self.row(one)],
                }),
            }
        }
        OpenSession {
            key: self.event.details.session_key(self.open.index).to_string(),
            id: self.open.id.to_string(),
            title: session_title(self.event, self.open, self.desk.locale()),
            when: self.when(self.open.sitting.starts_at),
            groups,
            off: off.into_iter().map(|one| self.row(one)).collect(),
        }
    }

    fn row(&self, one: &Placed) -> PlacedRow {
        let state = one.appearance.state();
        let is_over = self.tx.now() >= self.open.sitting.ends_at;
        PlacedRow {
            id: one.id.to_string(),
            name: self.words(one.appearance.name.as_ref()),
            position: self.words(one.appearance.position.as_ref()),
            organisation: self.words(one.appearance.organisation.as_ref()),
            photo: one.photo.as_ref().map(|photo| photo.path(Size::Small)),
            role: one.appearance.role.as_str(),
            state: state.as_str(),
            channel: one
                .appearance
                .channel_of(&self.event.details)
                .map(|channel| channel.names(self.desk.locale())),
            asked: one.invited_at.map(|at| self.when(at)),
            can_be_asked: one.appearance.email.is_some() && !one.is_off() && !is_over,
            gaps: self.gaps(one),
            to_note: one.is_off() && one.answered_at.is_some() && one.noted_at.is_none(),
        }
    }

    /// What is lacking before the page is whole (U-16).
    fn gaps(&self, one: &Placed) -> Vec<String> {
        let details = &self.event.details;
        let appearance = &one.appearance;
        if one.is_off() || appearance.name.is_none() {
            return Vec::new();
        }
        let mut gaps = Vec::new();
        let locale = self.desk.locale();
        if appearance.email.is_none() && appearance.state() != AppearanceState::Confirmed {
            gaps.push(locale.text("lineup-gap-email"));
        }
        let order = details.text_order();
        for (key, texts) in [
            ("lineup-gap-name", &appearance.name),
            ("lineup-gap-bio", &appearance.bio),
        ] {
            for language in details.page_languages() {
                let has = texts
                    .as_ref()
                    .is_some_and(|texts| texts.only_in(language, &order).is_some());
                if !has {
                    let name = locale.language_name(language);
                    gaps.push(locale.text_with(key, &[("language", &name)]));
                }
            }
        }
        match &one.photo {
            None => gaps.push(locale.text("lineup-gap-photo")),
            Some(photo) if photo.about.consented_at.is_none() => {
                gaps.push(locale.text("lineup-gap-consent"));
            }
            Some(_) => {}
        }
        gaps
    }

    async fn tasks(&mut self) -> Result<Vec<TaskRow>, Error> {
        let tasks = lineup::open_tasks(self.tx, self.event.id).await?;
        let of = |id| self.event.sessions().find(|session| session.id == id);
        Ok(tasks
            .into_iter()
            .filter_map(|task| {
                let session = of(task.session)?;
                Some(TaskRow {
                    name: self.words(task.name.as_ref()),
                    need: task.need.as_str(),
                    session: session_title(self.event, session, self.desk.locale()),
                    href: format!(
                        "{}#row-{}",
                        super::back_to(self.event, task.session, ""),
                        task.appearance
                    ),
                })
            })
            .collect())
    }

    /// “X moved to 2 of 7”.
    fn moved(&self, id: Id<crate::event::Appearance>) -> Option<String> {
        let one = self.people.iter().find(|one| one.id == id)?;
        let beside: Vec<&Placed> = self
            .people
            .iter()
            .filter(|other| other.appearance.role == one.appearance.role && !other.is_off())
            .collect();
        let place = beside.iter().position(|other| other.id == id)? + 1;
        let name = self.words(one.appearance.name.as_ref());
        let locale = self.desk.locale();
        let name = name.map_or_else(|| locale.text("to-be-announced"), |name| name.text);
        Some(locale.text_with(
            "lineup-moved",
            &[
                ("name", &name),
                ("place", &place.to_string()),
                ("count", &beside.len().to_string()),
            ],
        ))
    }

    fn words(&self, text: Option<&Localised>) -> Option<Words> {
        Words::pick(text?, self.desk.locale(), &self.event.details.text_order())
    }

    fn when(&self, at: Instant) -> String {
        self.desk
            .locale()
            .moment(&self.event.details.zone, at)
            .words
    }
}
