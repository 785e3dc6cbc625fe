//! The log: who did what, in words.

mod words;

use std::collections::BTreeMap;

use axum::extract::RawQuery;
use axum::response::Response;
use uuid::Uuid;

use super::desk::{Desk, tab_path};
use super::doors::Doors;
use crate::account::Role;
use crate::audit::{self, Filter, Scope};
use crate::base::db::{self, Tx};
use crate::base::id::Id;
use crate::event::{Headline, headline};
use crate::view::Choice;
use crate::view::desk::{DeskFrame, EventTab, LogPage};
use crate::web::Error;
use crate::web::methods::get;
pub(super) use words::name_of;
use words::{Telling, actor_name, deed};

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .of_event(
            Role::Organiser,
            "/organise/events/{event}/log",
            get(of_event),
        )
        .of_organisation(Role::Owner, "/organise/log", get(of_organisation))
}

async fn of_event(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let frame = desk.event_frame(&event, EventTab::Log);
    let own = tab_path(&event, EventTab::Log);
    let asked = Asked::of(query.as_deref());
    show(
        &desk,
        &mut tx,
        Scope::Event(event.id.uuid()),
        frame,
        own,
        asked,
    )
    .await
}

async fn of_organisation(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let scope = Scope::Organisation(desk.organisation.id.uuid());
    let frame = desk.frame("log");
    let asked = Asked::of(query.as_deref());
    show(
        &desk,
        &mut tx,
        scope,
        frame,
        "/organise/log".to_owned(),
        asked,
    )
    .await
}

/// What the address asks for.
#[derive(Default)]
struct Asked {
    filter: Filter,
    line: Option<Id<audit::Line>>,
}

impl Asked {
    fn of(query: Option<&str>) -> Self {
        let mut asked = Self::default();
        for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
            let given = Some(value.to_string()).filter(|value| !value.is_empty());
            match &*name {
                "actor" => asked.filter.actor = given,
                "action" => asked.filter.action = given,
                "before" => asked.filter.before = value.parse().ok(),
                "line" => asked.line = value.parse().ok(),
                _ => {}
            }
        }
        asked
    }

    fn leaves_out(&self) -> &'static str {
        match (self.line, &self.filter.actor, &self.filter.action) {
            (Some(_), _, _) => "all",
            (None, None, None) => "nothing",
            _ => "others",
        }
    }
}

async fn show(
    desk: &Desk,
    tx: &mut Tx,
    scope: Scope,
    frame: DeskFrame,
    own: String,
    asked: Asked,
) -> Result<Response, Error> {
    let page = match asked.line {
        Some(line) => audit::line(tx, scope, line).await?,
        None => audit::page(tx, scope, &asked.filter).await?,
    };
    let (actors, actions) = audit::kinds(tx, scope).await?;
    let mut names = BTreeMap::new();
    for actor in actors
        .iter()
        .chain(page.lines.iter().map(|line| &line.actor))
    {
        if !names.contains_key(actor) {
            names.insert(actor.clone(), actor_name(tx, desk.locale(), actor).await?);
        }
    }
    let telling = Telling {
        locale: desk.locale(),
        own: &own,
        names: &names,
        events: &events(tx, scope, &page.lines).await?,
        is_whole: asked.line.is_some(),
    };
    let lines = page.lines.iter().map(|line| telling.line(line)).collect();
    let filter = &asked.filter;
    desk.html(&LogPage {
        frame,
        actors: choices(desk, "log-anybody", &filter.actor, names.into_iter()),
        actions: choices(
            desk,
            "log-anything",
            &filter.action,
            actions.into_iter().map(|action| {
                let words = deed(desk.locale(), &action);
                (action, words)
            }),
        ),
        lines,
        older: page.next.map(|next| older(&own, filter, next)),
        left_out: asked.leaves_out(),
        own,
    })
}

/// The events that lines of an organisation's log are about.
async fn events(
    tx: &mut Tx,
    scope: Scope,
    lines: &[audit::Line],
) -> db::Result<BTreeMap<Uuid, Headline>> {
    let mut events = BTreeMap::new();
    let named = lines.iter().filter_map(|line| line.event_id);
    for id in named {
        if !events.contains_key(&id)
            && let Some(headline) = headline(tx, Id::from_uuid(id)).await?
        {
            events.insert(id, headline);
        }
    }
    if matches!(scope, Scope::Event(_)) {
        events
            .values_mut()
            .for_each(|event| event.is_trashed = false);
    }
    Ok(events)
}

/// Nothing in particular, and then everything by its words.
fn choices(
    desk: &Desk,
    any: &str,
    chosen: &Option<String>,
    known: impl Iterator<Item = (String, String)>,
) -> Vec<Choice> {
    let choice = |(value, words): (String, String)| Choice {
        chosen: chosen.as_ref() == Some(&value),
        ..Choice::new(value, words)
    };
    let mut choices: Vec<Choice> = known.map(choice).collect();
    choices.sort_by(|one, other| one.label.text.cmp(&other.label.text));
    choices.insert(0, Choice::new("", desk.locale().text(any)));
    choices
}

fn older(own: &str, filter: &Filter, before: Id<audit::Line>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("actor", &filter.actor), ("action", &filter.action)] {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    query.append_pair("before", &before.to_string());
    format!("{own}?{}", query.finish())
}
