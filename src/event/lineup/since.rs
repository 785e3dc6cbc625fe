use serde_json::Value;

use super::store::{self, AuditRow};
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;

/// Something that was done to a lineup since somebody looked at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// When.
    pub at: Instant,
    /// Who did it, as the audit log says it.
    pub actor: String,
    /// Who of the lineup it was about; `None` where it was the event.
    pub who: Option<String>,
    /// `added`, `changed`, `moved`, `state`, `withdrawn`, `removed`, `photo`, `invited`, `answered`;
    /// `event` for the rest of the event.
    pub what: String,
    /// The fields that are others now: name, before and after.
    pub fields: Vec<(String, Option<String>, Option<String>)>,
}

/// What was done to the lineup of `event` since its `revision`, the first first.
pub async fn since(tx: &mut Tx, event: Id<Event>, revision: i64) -> Result<Vec<Since>> {
    let lately = store::lately(tx, event).await?;
    let later = lately.into_iter().take_while(|line| {
        line.changes["revision"]
            .as_i64()
            .is_none_or(|of| of > revision)
    });
    let mut since: Vec<Since> = later.map(told).collect();
    since.reverse();
    Ok(since)
}

fn told(line: AuditRow) -> Since {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let is_of_lineup = line.action == "lineup_changed";
    let changes = line.changes["changes"].as_array();
    let fields = changes
        .into_iter()
        .flatten()
        .filter(|_| is_of_lineup)
        .filter_map(|change| {
            let path = text(&change["path"])?;
            Some((path, text(&change["before"]), text(&change["after"])))
        })
        .collect();
    Since {
        at: line.at,
        actor: line.actor,
        who: text(&line.changes["who"]),
        what: text(&line.changes["what"]).unwrap_or_else(|| "event".to_owned()),
        fields,
    }
}
