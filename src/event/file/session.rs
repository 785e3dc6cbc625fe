use super::fault::Sort;
use super::ids::Ids;
use super::meeting::meeting;
use super::table::Table;
use super::terms::capacity;
use super::value::Value;
use crate::base::zone::WallTime;
use crate::event::lineup::Channel;
use crate::event::{Appearance, Interpretation, Key, Role, Session, Text};

/// Start and end of a session, where both are known.
pub(super) type Times = Option<(WallTime, WallTime)>;

/// Reads every `[[session]]`; an event has at least one. The times of each are given even where
/// something else about the sessions is faulty.
pub(super) fn sessions(
    root: &Table<'_>,
    channels: &[Interpretation],
) -> (Option<Vec<Session>>, Vec<Times>) {
    let mut ids = Ids::default();
    let mut times = Vec::new();
    let sessions = root.need("session").and_then(|list| {
        list.filled_list(|entry, index| {
            times.push(None);
            let read = |table: &Table<'_>| {
                session(table, ids.read(table, index), &mut times[index], channels)
            };
            entry.table(read)
        })
    });
    (sessions, times)
}

fn session(
    table: &Table<'_>,
    id: Option<Key>,
    times: &mut Times,
    channels: &[Interpretation],
) -> Option<Session> {
    let title = table.get("title").and_then(|v| v.localised(Text::TITLE));
    let r#abstract = table.get("abstract").and_then(|v| v.localised(Text::LINES));
    let starts = table.need("starts").and_then(Value::wall_time);
    let ends = table.need("ends").and_then(Value::wall_time);
    *times = starts.zip(ends);
    let place = table.get("place").and_then(|v| v.localised(Text::LINE));
    let languages = table.get("languages").and_then(Value::languages);
    let capacity = table.get("capacity").and_then(|v| v.table(capacity));
    let meeting = table.get("meeting").and_then(|v| v.table(meeting));
    let lineup = lineup(table, channels);
    Some(Session {
        id,
        title,
        r#abstract,
        starts: starts?,
        ends: ends?,
        place,
        languages,
        capacity,
        meeting,
        lineup,
    })
}

fn lineup(session: &Table<'_>, channels: &[Interpretation]) -> Vec<Appearance> {
    let mut ids = Ids::default();
    let lineup = session
        .get("appearance")
        .and_then(|v| v.tables(|table, index| appearance(table, ids.read(table, index), channels)));
    lineup.unwrap_or_default()
}

pub(super) fn appearance(
    table: &Table<'_>,
    id: Option<Key>,
    channels: &[Interpretation],
) -> Option<Appearance> {
    let role = table.need("role").and_then(Value::word);
    let name = table.get("name").and_then(|v| v.localised(Text::LINE));
    let position = table.get("position").and_then(|v| v.localised(Text::LINE));
    let organisation = table
        .get("organisation")
        .and_then(|v| v.localised(Text::LINE));
    let bio = table.get("bio").and_then(|v| v.localised(Text::LINES));
    let email = table.get("email").and_then(Value::parse);
    let state = table.get("state").and_then(Value::word);
    let channel = channel(table, role, channels);
    Some(Appearance {
        id,
        role: role?,
        name,
        position,
        organisation,
        bio,
        email,
        state,
        channel,
    })
}

/// The channel of an interpreter, one of the event's.
fn channel(
    appearance: &Table<'_>,
    role: Option<Role>,
    channels: &[Interpretation],
) -> Option<Channel> {
    let channel = appearance.get("channel")?.table(|table| {
        let from = table.need("from").and_then(Value::parse);
        let to = table.need("to").and_then(Value::parse);
        Some(Channel {
            from: from?,
            to: to?,
        })
    })?;
    let reason = if role.is_some_and(|role| role != Role::Interpreter) {
        "is for interpreters"
    } else if !channel.is_among(channels) {
        "is none of the event’s [[interpretation]]"
    } else {
        return Some(channel);
    };
    appearance.get("channel")?.refuse(Sort::Misplaced, reason);
    None
}
