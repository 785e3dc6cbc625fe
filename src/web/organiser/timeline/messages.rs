//! The messages of an event one by one.

use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;
use serde_json::json;

use super::base;
use super::page::kind_word;
use crate::audit;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::event::Event;
use crate::mailer::timeline::{self, Gone, Listed, Wanted};
use crate::outbox::{self, Message, MessageState, Retried};
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{MessageRow, MessagesPage};
use crate::view::{Choice, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::reply::see_other;

/// Which messages the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    kind: String,
    state: String,
    before: String,
}

pub(super) async fn list(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let now = tx.now();
    let wanted = asked.wanted();
    let gone = timeline::gone(&mut tx, &event).await?;
    let (listed, has_more) = timeline::listing(&mut tx, &event, &wanted).await?;
    let last = listed.last().map(|last| last.id);
    let filter = wanted.filter();
    let first = asked.address(&event, None);
    desk.html(&MessagesPage {
        frame: desk.event_frame(&event, EventTab::Mail),
        base: base(&event),
        kinds: kinds(&desk, &gone, &wanted),
        states: states(&desk, &wanted),
        total: total(&gone, &wanted),
        rows: listed
            .iter()
            .map(|one| row(&desk, &event, one, now))
            .collect(),
        next: last
            .filter(|_| has_more)
            .map(|last| asked.address(&event, Some(last))),
        first: wanted.before.map(|_| first),
        filter,
    })
}

/// Has a message sent, for the first time or again, or gives it up.
pub(super) async fn act(
    desk: Desk,
    Path((_, message)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let id: Id<Message> = message.parse().map_err(|_| Error::NotFound)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let known = timeline::one(&mut tx, &event, id).await?;
    known.ok_or(Error::NotFound)?;
    let (is_done, done, action) = match filled.text("do") {
        "send" => {
            let is_due = outbox::retry(&mut tx, id).await? == Retried::Due;
            (is_due, "message-due", "mail_retried")
        }
        "give-up" => {
            let is_given_up = outbox::give_up(&mut tx, id).await?;
            (is_given_up, "message-given-up", "mail_given_up")
        }
        _ => return Err(Error::NotFound),
    };
    let asked = Asked {
        kind: filled.text("kind").to_owned(),
        state: filled.text("state").to_owned(),
        before: String::new(),
    };
    let done = if is_done { done } else { "message-not" };
    if is_done {
        audit::record(&mut tx, &desk.actor(), action, id.uuid(), json!({})).await?;
        tx.commit().await?;
        desk.site.worker.notify_one();
    }
    let done = Some(("done", done.to_owned()));
    Ok(see_other(&asked.with(&event, done)))
}

impl Asked {
    /// What is not known asks for everything.
    fn wanted(&self) -> Wanted {
        let is_word = |c: char| c.is_ascii_lowercase() || c == '_';
        let kind = Some(self.kind.clone());
        Wanted {
            kind: kind.filter(|kind| !kind.is_empty() && kind.chars().all(is_word)),
            state: self.state.parse().ok(),
            before: self.before.parse().ok(),
        }
    }

    fn address(&self, event: &Event, before: Option<Id<Message>>) -> String {
        let before = before.map(|before| ("before", before.to_string()));
        self.with(event, before)
    }

    /// The address of what is asked for, with one thing `more`.
    fn with(&self, event: &Event, more: Option<(&'static str, String)>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, value) in self.wanted().filter().into_iter().chain(more) {
            query.append_pair(name, &value);
        }
        format!("{}/messages?{}", base(event), query.finish())
    }
}

impl Wanted {
    /// The filter, as addresses and forms have it.
    fn filter(&self) -> Vec<(&'static str, String)> {
        let kind = self.kind.iter().map(|kind| ("kind", kind.clone()));
        let state = self.state.iter().map(|state| ("state", state.to_string()));
        kind.chain(state).collect()
    }
}

fn kinds(desk: &Desk, gone: &[Gone], wanted: &Wanted) -> Vec<Choice> {
    let locale = desk.locale();
    let mut kinds: Vec<&str> = gone.iter().map(|one| one.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let chosen = wanted.kind.as_deref().unwrap_or_default();
    let all = Choice::new("", locale.text("messages-all-kinds"));
    let others = kinds.into_iter().map(|kind| {
        Choice::new(
            kind,
            locale.text(&format!("mail-kind-{}", kind_word(locale, kind))),
        )
    });
    choose(std::iter::once(all).chain(others), chosen)
}

fn states(desk: &Desk, wanted: &Wanted) -> Vec<Choice> {
    let locale = desk.locale();
    let all = Choice::new("", locale.text("messages-all-states"));
    let others = MessageState::WORDS
        .iter()
        .map(|state| Choice::new(*state, locale.text(&format!("mail-state-{state}"))));
    let chosen = wanted.state.map(MessageState::as_str).unwrap_or_default();
    choose(std::iter::once(all).chain(others), chosen)
}

fn choose(choices: impl Iterator<Item = Choice>, chosen: &str) -> Vec<Choice> {
    let choose = |choice: Choice| Choice {
        chosen: choice.value == chosen,
        ..choice
    };
    choices.map(choose).collect()
}

fn total(gone: &[Gone], wanted: &Wanted) -> i64 {
    let is_wanted = |one: &&Gone| wanted.kind.as_ref().is_none_or(|kind| *kind == one.kind);
    let count = |one: &Gone| wanted.state.map_or(one.total(), |state| one.count(state));
    gone.iter().filter(is_wanted).map(count).sum()
}

fn row(desk: &Desk, event: &Event, one: &Listed, now: Instant) -> MessageRow {
    let (locale, zone) = (desk.locale(), &event.details.zone);
    let is_useful = one.not_useful_after.is_none_or(|end| now < end);
    let appearing = one
        .appearing()
        .and_then(|name| Words::pick(name, locale, &event.details.text_order()));
    MessageRow {
        id: one.id.to_string(),
        kind: kind_word(locale, &one.kind),
        state: one.state.as_str(),
        who: one
            .name
            .as_ref()
            .map(|name| Words::plain(name.as_str()))
            .or(appearing),
        email: one.email.as_ref().map(ToString::to_string),
        due: locale.moment(zone, one.due_at),
        settled: one.settled_at.map(|at| locale.moment(zone, at)),
        attempts: one.attempts,
        reply: one.last_reply.clone(),
        message_id: one.message_id.clone(),
        send: send(one.state, one.due_at > now).filter(|_| is_useful),
        may_give_up: matches!(
            one.state,
            MessageState::Scheduled
                | MessageState::Retry
                | MessageState::Uncertain
                | MessageState::Dead
        ),
    }
}

const fn send(state: MessageState, is_later: bool) -> Option<&'static str> {
    match state {
        MessageState::Failed | MessageState::Dead => Some("retry"),
        MessageState::Uncertain => Some("again"),
        MessageState::Retry => Some("now"),
        MessageState::Scheduled if is_later => Some("now"),
        _ => None,
    }
}
