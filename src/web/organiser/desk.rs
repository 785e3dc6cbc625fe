use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use axum::response::Response;

use super::sign_in;
use crate::account::{Organisation, Organiser, Role, SignIn};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::{self, Event, EventState, facts};
use crate::view::desk::{
    Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice,
};
use crate::view::{Locale, Page};
use crate::web::reply::{html, see_other};
use crate::web::{Error, Site};

/// Where somebody works who was let in: who they are, and what about.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The site.
    pub site: Arc<Site>,
    /// Who works here.
    pub organiser: Organiser,
    /// What they work for: the event's organisation where the address names an event.
    pub organisation: Organisation,
    /// What they may do there, or for the event; none where all of their roles are for events.
    pub role: Option<Role>,
    /// What they may do in the organisation as a whole.
    pub role_in_all: Option<Role>,
    /// The browser that is signed in.
    pub sign_in: SignIn,
    event: Option<Id<Event>>,
    others: Vec<Organisation>,
    here: String,
    done: Option<Done>,
}

/// What a [`Desk`] is about.
pub(super) struct Working {
    pub(super) sign_in: SignIn,
    pub(super) organisation: Organisation,
    pub(super) role: Option<Role>,
    pub(super) role_in_all: Option<Role>,
    pub(super) event: Option<Id<Event>>,
}

impl Desk {
    pub(super) fn new(
        site: Arc<Site>,
        working: Working,
        others: Vec<Organisation>,
        uri: &Uri,
    ) -> Self {
        let locale = site.view.locale(&working.sign_in.organiser.language);
        Self {
            done: done(uri, locale),
            here: uri.path().to_owned(),
            organiser: working.sign_in.organiser.clone(),
            organisation: working.organisation,
            role: working.role,
            role_in_all: working.role_in_all,
            sign_in: working.sign_in,
            event: working.event,
            others,
            site,
        }
    }

    /// The language of whoever works here.
    pub fn language(&self) -> &Language {
        self.locale().language()
    }

    /// The catalogue and formats of their language.
    pub fn locale(&self) -> &Locale {
        self.site.view.locale(&self.organiser.language)
    }

    /// Who acts, for the audit log.
    pub fn actor(&self) -> String {
        self.organiser.id.to_string()
    }

    /// Whether they may do what takes `role`.
    pub fn may(&self, role: Role) -> bool {
        self.role.is_some_and(|own| own >= role)
    }

    /// Whether they may do what takes `role` in the organisation as a whole, and not for one event
    /// alone.
    pub fn may_in_all(&self, role: Role) -> bool {
        self.role_in_all.is_some_and(|own| own >= role)
    }

    /// Whether they have just proven who they are.
    pub fn is_fresh(&self) -> bool {
        self.sign_in.is_fresh(self.site.db.clock().now())
    }

    /// Where they prove it again, to come back to `path` then.
    pub fn sign_in_again(&self, path: &str) -> String {
        sign_in::again(self.language(), path)
    }

    /// The event that the address names.
    ///
    /// # Errors
    /// 404 where it names none, or where it was removed since.
    pub async fn event(&self, tx: &mut Tx) -> Result<Event, Error> {
        let id = self.event.ok_or(Error::NotFound)?;
        let event = event::load(tx, &self.site.key, id).await?;
        event
            .filter(|event| event.organisation == self.organisation.id)
            .ok_or(Error::NotFound)
    }

    /// What stands around a page that is about no event; `current` is its key in the navigation.
    pub fn frame(&self, current: &str) -> DeskFrame {
        let of_role = |role: Role, key: &'static str, href: &str| {
            self.may_in_all(role)
                .then(|| NavLink::new(key, href, key == current))
        };
        let nav = [
            Some(NavLink::new("events", "/organise", current == "events")),
            of_role(Role::Organiser, "people", "/organise/people"),
            of_role(Role::Owner, "team", "/organise/team"),
            of_role(Role::Owner, "api", "/organise/api"),
            of_role(Role::Owner, "log", "/organise/log"),
            of_role(Role::Organiser, "trash", "/organise/trash"),
        ];
        let others = self
            .others
            .iter()
            .filter(|other| other.id != self.organisation.id);
        DeskFrame {
            organisation: self.organisation.name.clone(),
            others: others
                .map(|other| OrganisationChoice {
                    slug: other.slug.clone(),
                    name: other.name.clone(),
                })
                .collect(),
            who: self.organiser.shown().to_owned(),
            nav: nav.into_iter().flatten().collect(),
            languages: Choosable::all(&self.site.view, self.language()),
            here: self.here.clone(),
            event: None,
            done: self.done.clone(),
        }
    }

    /// What stands around a page about `event`.
    pub fn event_frame(&self, event: &Event, current: EventTab) -> DeskFrame {
        let facts = facts(event, self.locale());
        let slug = &event.details.slug;
        let is_public = event.state != EventState::Draft;
        let tabs = EventTab::ALL
            .iter()
            .filter(|tab| self.may(role_for(**tab)))
            .map(|tab| NavLink::new(tab.as_str(), tab_path(event, *tab), *tab == current));
        DeskFrame {
            event: Some(EventHead {
                title: facts.title,
                state: state_word(event, self.site.db.clock().now()),
                days: facts.days,
                public_page: is_public.then(|| format!("/{}/events/{slug}", self.language())),
                overview: tab_path(event, EventTab::Overview),
                tabs: tabs.collect(),
            }),
            ..self.frame("")
        }
    }

    /// `page` in the language of whoever works here.
    ///
    /// # Errors
    /// 500 where a template fails.
    pub fn html<P: Page>(&self, page: &P) -> Result<Response, Error> {
        Ok(html(self.site.view.page(page, self.language())?))
    }

    /// 303 to `path`, where the catalogue's text `done-KEY` is said.
    pub fn done(&self, path: &str, key: &str) -> Response {
        see_other(&format!("{path}?done={key}"))
    }

    /// The same, with how often it was done.
    pub fn done_counting(&self, path: &str, key: &str, n: usize) -> Response {
        see_other(&format!("{path}?done={key}&n={n}"))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Desk {
    type Rejection = Error;

    /// The guard has put it there.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let desk = parts.extensions.get::<Self>().cloned();
        desk.ok_or(Error::SignedOut)
    }
}

/// The address of one of the pages about `event`.
pub fn tab_path(event: &Event, tab: EventTab) -> String {
    let slug = &event.details.slug;
    match tab {
        EventTab::Overview => format!("/organise/events/{slug}"),
        tab => format!("/organise/events/{slug}/{tab}"),
    }
}

/// `draft`, `published`, `cancelled`, `over`.
pub fn state_word(event: &Event, now: crate::base::clock::Instant) -> &'static str {
    match event.state {
        EventState::Published if event.is_over(now) => "over",
        state => state.as_str(),
    }
}

const fn role_for(tab: EventTab) -> Role {
    match tab {
        EventTab::CheckIn => Role::Assistant,
        _ => Role::Organiser,
    }
}

/// What the address says was just done, where the catalogue has words for it.
fn done(uri: &Uri, locale: &Locale) -> Option<Done> {
    let mut done = None;
    let mut n = 0;
    for (name, value) in form_urlencoded::parse(uri.query()?.as_bytes()) {
        match &*name {
            "done" => done = Some(value.into_owned()),
            "n" => n = value.parse().unwrap_or(0),
            _ => {}
        }
    }
    let key = done.filter(|key| locale.knows(&format!("done-{key}")))?;
    Some(Done { key, n })
}
