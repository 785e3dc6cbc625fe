use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::account::{self, api_token};
use crate::audit::Line;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::zone::Zone;
use crate::event::Headline;
use crate::view::desk::{LogChange, LogDetail, LogEvent, LogLine};
use crate::view::{Locale, Words};

/// So many changes of a line, and characters of each value, are shown among other lines.
const MOST_CHANGES: usize = 5;
const LONGEST_VALUE: usize = 120;

/// What it takes to say a line in words.
pub(super) struct Telling<'a> {
    pub(super) locale: &'a Locale,
    /// The address of the log.
    pub(super) own: &'a str,
    /// What actors are called.
    pub(super) names: &'a BTreeMap<String, String>,
    pub(super) events: &'a BTreeMap<Uuid, Headline>,
    /// Whether everything is told, however long.
    pub(super) is_whole: bool,
}

/// What somebody is called who did something: an organiser and a program by their names, everybody else by
/// what they are.
pub(super) async fn actor_name(tx: &mut Tx, locale: &Locale, actor: &str) -> Result<String> {
    let Ok(id) = actor.parse::<Uuid>() else {
        return Ok(known(locale, &format!("log-actor-{actor}")).unwrap_or_else(|| actor.to_owned()));
    };
    let name = name_of(tx, locale, id).await?;
    Ok(name.unwrap_or_else(|| locale.text("log-actor-gone")))
}

/// What the organiser or the program with this identifier is called; none where they are gone.
pub(in crate::web::organiser) async fn name_of(
    tx: &mut Tx,
    locale: &Locale,
    id: Uuid,
) -> Result<Option<String>> {
    if let Some(organiser) = account::load(tx, Id::from_uuid(id)).await? {
        return Ok(Some(organiser.shown().to_owned()));
    }
    let program = api_token::load(tx, Id::from_uuid(id)).await?;
    Ok(
        program
            .map(|token| locale.text_with("log-actor-program", &[("name", token.name.as_str())])),
    )
}

/// What was done, in words that follow a name.
pub(super) fn deed(locale: &Locale, action: &str) -> String {
    known(locale, &format!("log-did-{action}")).unwrap_or_else(|| action.to_owned())
}

fn known(locale: &Locale, key: &str) -> Option<String> {
    locale.knows(key).then(|| locale.text(key))
}

impl Telling<'_> {
    pub(super) fn line(&self, line: &Line) -> LogLine {
        let event = line.event_id.and_then(|id| self.events.get(&id));
        let zone = event.map_or_else(utc, |event| event.details.zone.clone());
        let changes = changes(&line.changes);
        let shown = if self.is_whole {
            changes.len()
        } else {
            MOST_CHANGES
        };
        LogLine {
            at: self.locale.moment(&zone, line.at),
            who: self.names.get(&line.actor).unwrap_or(&line.actor).clone(),
            what: deed(self.locale, &line.action),
            event: event
                .filter(|_| self.is_of_many())
                .map(|event| self.event(event)),
            reference: reference(line),
            details: self.details(&line.action, &line.changes),
            more: changes.len().saturating_sub(shown),
            changes: changes
                .into_iter()
                .take(shown)
                .map(|change| self.change(change))
                .collect(),
            whole: format!("{}?line={}", self.own, line.id),
        }
    }

    /// Whether the log is of more than one event.
    fn is_of_many(&self) -> bool {
        self.own == "/organise/log"
    }

    fn event(&self, event: &Headline) -> LogEvent {
        let order = event.details.text_order();
        let title = Words::pick(&event.details.title, self.locale, &order);
        LogEvent {
            title: title.unwrap_or_else(|| Words::plain(event.slug.to_string())),
            href: (!event.is_trashed).then(|| format!("/organise/events/{}/log", event.slug)),
        }
    }

    /// What the catalogue has words for: everything else is for programs. What means something else with
    /// this action has words of its own.
    fn details(&self, action: &str, told: &Json) -> Vec<LogDetail> {
        let details = told.as_object().into_iter().flatten();
        let named = details.filter_map(|(key, value)| {
            let own = known(self.locale, &format!("log-detail-{action}-{key}"));
            Some(LogDetail {
                name: own.or_else(|| known(self.locale, &format!("log-detail-{key}")))?,
                value: self.value(value)?,
            })
        });
        named.collect()
    }

    fn value(&self, value: &Json) -> Option<String> {
        match value {
            Json::String(word) => {
                let words = known(self.locale, &format!("log-value-{word}"));
                Some(words.unwrap_or_else(|| self.cut(word)))
            }
            Json::Number(number) => Some(number.to_string()),
            Json::Array(values) if !values.is_empty() => {
                let words: Vec<String> = values
                    .iter()
                    .filter_map(|value| self.value(value))
                    .collect();
                Some(self.locale.list(&words))
            }
            _ => None,
        }
    }

    fn change(&self, change: &Json) -> LogChange {
        let text = |key: &str| change[key].as_str().map(|text| self.statement(text));
        LogChange {
            field: self.field(change["path"].as_str().unwrap_or_default()),
            before: text("before"),
            after: text("after"),
        }
    }

    /// A value of an event's file as people read it.
    fn statement(&self, text: &str) -> String {
        if let Some(words) = known(self.locale, &format!("log-value-{text}")) {
            return words;
        }
        let Ok(wall) = text.parse::<NaiveDateTime>() else {
            return self.cut(text);
        };
        let (date, time) = (self.locale.date(wall.date()), self.locale.time(wall));
        self.locale
            .text_with("date-and-time", &[("date", &date), ("time", &time)])
    }

    /// “Session › 1 › Start” for `session.1.starts`.
    fn field(&self, path: &str) -> String {
        let mut within = "";
        let mut words = Vec::new();
        for step in path.split('.') {
            words.push(self.step(within, step));
            if self.locale.knows(&format!("log-field-{step}")) {
                within = step;
            }
        }
        words.join(" › ")
    }

    /// A step of a path below the part `within`, by which some words mean something else than elsewhere.
    fn step(&self, within: &str, step: &str) -> String {
        let own = known(self.locale, &format!("log-field-{within}-{step}"));
        if let Some(words) = own.or_else(|| known(self.locale, &format!("log-field-{step}"))) {
            return words;
        }
        match step.parse() {
            Ok(language) if step.len() == 2 => self.locale.language_name(&language),
            _ => step.to_owned(),
        }
    }

    fn cut(&self, text: &str) -> String {
        if self.is_whole || text.chars().count() <= LONGEST_VALUE {
            return text.to_owned();
        }
        let mut cut: String = text.chars().take(LONGEST_VALUE).collect();
        cut.push('…');
        cut
    }
}

fn changes(told: &Json) -> Vec<&Json> {
    let changes = told["changes"].as_array();
    changes.into_iter().flatten().collect()
}

/// The end of its identifier, which tells what is not the event itself from others.
fn reference(line: &Line) -> Option<String> {
    let is_part = line.event_id.is_some_and(|event| event != line.object);
    let text = line.object.simple().to_string();
    (is_part && !line.object.is_nil()).then(|| text[text.len() - 6..].to_owned())
}

fn utc() -> Zone {
    "UTC".parse().expect("a zone that every database has")
}
