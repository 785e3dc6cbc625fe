//! What the audit log says of a change to a lineup, and what the organiser who comes second reads there.

use serde::Serialize;
use serde_json::json;

use crate::audit;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::lineup::{Appearance, Placed};
use crate::event::{Event, Session};

/// A change of a lineup in words.
#[derive(Debug, Clone, Serialize)]
pub(in crate::event::lineup) struct Told {
    what: &'static str,
    session: Option<String>,
    who: Option<String>,
    role: &'static str,
    changes: Vec<Field>,
}

#[derive(Debug, Clone, Serialize)]
struct Field {
    path: String,
    before: Option<String>,
    after: Option<String>,
}

impl Told {
    /// That `what` was done to `appearance`.
    pub(in crate::event::lineup) fn new(
        event: &Event,
        session: Id<Session>,
        appearance: &Appearance,
        what: &'static str,
    ) -> Self {
        let index = event.session_ids.iter().position(|id| *id == session);
        let order = event.details.text_order();
        let name = appearance.name.as_ref();
        let name = name.and_then(|name| name.pick(&order[0], &order));
        Self {
            what,
            session: index.map(|index| event.details.session_key(index).to_string()),
            who: name.map(|name| name.text.clone()),
            role: appearance.role.as_str(),
            changes: Vec::new(),
        }
    }

    /// The same of somebody who is in the lineup.
    pub(in crate::event::lineup) fn of(event: &Event, placed: &Placed, what: &'static str) -> Self {
        Self::new(event, placed.session, &placed.appearance, what)
    }

    /// With what differs between two statements.
    pub(in crate::event::lineup) fn with_changes(
        self,
        before: &Appearance,
        after: &Appearance,
    ) -> Self {
        let (was, is) = (stated(before), stated(after));
        let value = |of: &[(String, String)], path: &str| {
            let found = of.iter().find(|(known, _)| known == path);
            found.map(|(_, value)| value.clone())
        };
        let mut paths: Vec<&str> = was.iter().map(|(path, _)| path.as_str()).collect();
        paths.extend(is.iter().map(|(path, _)| path.as_str()));
        let mut changes: Vec<Field> = Vec::new();
        for path in paths {
            let (before, after) = (value(&was, path), value(&is, path));
            if before == after || changes.iter().any(|change| change.path == path) {
                continue;
            }
            let shown = |value: Option<String>| {
                let is_secret = path == "email";
                value.map(|value| if is_secret { "…".to_owned() } else { value })
            };
            changes.push(Field {
                path: path.to_owned(),
                before: shown(before),
                after: shown(after),
            });
        }
        Self { changes, ..self }
    }

    /// With the place it was moved from, and the one it was moved to.
    pub(super) fn with_places(self, from: usize, to: usize) -> Self {
        let place = Field {
            path: "place".to_owned(),
            before: Some(from.to_string()),
            after: Some(to.to_string()),
        };
        Self {
            changes: vec![place],
            ..self
        }
    }
}

/// Writes a change down, by the revision that it came with.
pub(in crate::event::lineup) async fn record(
    tx: &mut Tx,
    event: &Event,
    actor: &str,
    revision: i64,
    told: &Told,
) -> Result<()> {
    let mut changes = serde_json::to_value(told).expect("what is told is plain data");
    changes["revision"] = json!(revision);
    audit::record(tx, actor, "lineup_changed", event.id.uuid(), changes).await
}

/// Every statement about somebody, by a path such as `position.en`.
fn stated(appearance: &Appearance) -> Vec<(String, String)> {
    let mut stated = vec![
        ("role".to_owned(), appearance.role.to_string()),
        ("state".to_owned(), appearance.state().to_string()),
    ];
    let texts: [(&str, &Option<Localised>); 4] = [
        ("name", &appearance.name),
        ("position", &appearance.position),
        ("organisation", &appearance.organisation),
        ("bio", &appearance.bio),
    ];
    for (field, texts) in texts {
        for (language, text) in texts.iter().flat_map(Localised::keyed) {
            let path = language.map_or_else(
                || field.to_owned(),
                |language| format!("{field}.{language}"),
            );
            stated.push((path, text.clone()));
        }
    }
    if let Some(channel) = &appearance.channel {
        stated.push(("channel".to_owned(), channel.to_string()));
    }
    if let Some(email) = &appearance.email {
        stated.push(("email".to_owned(), email.to_string()));
    }
    stated
}
