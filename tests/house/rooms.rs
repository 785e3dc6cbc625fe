//! A later room may use an earlier one, never the other way.

use proc_macro2::{Delimiter, TokenTree};

use crate::source::{Source, assert_none, inside, is, sources};

/// Rooms that know their own work and the base, nothing else.
const PURE: [&str; 1] = ["calendar"];

#[test]
fn a_room_uses_earlier_rooms_only() {
    let rooms = rooms();
    let sources = sources("src", &[".rs"]);
    assert!(sources.len() > 20, "these are not all the sources");
    let uses: Vec<Use> = sources
        .iter()
        .flat_map(|source| uses(source, &rooms))
        .collect();
    assert!(uses.len() > 20, "these are not all the uses");
    let faults: Vec<String> = uses.iter().filter_map(|use_| use_.fault(&rooms)).collect();
    assert_none(&faults);
}

#[test]
fn every_room_stands_in_the_picture() {
    let rooms = rooms();
    let unknown: Vec<String> = sources("src", &[".rs"])
        .iter()
        .filter_map(|source| room_of(&source.path))
        .filter(|room| !rooms.iter().any(|known| known == room))
        .map(str::to_owned)
        .collect();
    assert_none(&unknown);
}

#[test]
fn a_planted_use_of_a_later_room_is_found() {
    let rooms = rooms();
    for (path, text) in [
        ("src/event/mod.rs", "use crate::registration::Seat;"),
        (
            "src/event/mod.rs",
            "use crate::{base::id::Id, registration::Seat};",
        ),
        (
            "src/event/mod.rs",
            "fn seat() -> crate::registration::Seat { todo!() }",
        ),
        ("src/event/mod.rs", "fn f() { vec![crate::web::page()]; }"),
        ("src/event/terms.rs", "use super::super::mailer;"),
        (
            "src/event/terms.rs",
            "mod tests { use super::super::super::mailer; }",
        ),
        ("src/calendar/emit.rs", "use crate::event::Event;"),
        ("src/base/db/mod.rs", "use crate::view;"),
        ("src/web/router.rs", "use crate::config::Settings;"),
    ] {
        let found = uses(&Source::planted(path, text), &rooms);
        assert!(
            found.iter().any(|use_| use_.fault(&rooms).is_some()),
            "{path}: {text}"
        );
    }
}

#[test]
fn a_use_of_an_earlier_room_is_no_fault() {
    let rooms = rooms();
    let text = "use crate::{base::id::Id, event::Event, sql}; use super::store; \
                mod tests { use super::super::web; }";
    let found = uses(&Source::planted("src/web/public/page.rs", text), &rooms);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|use_| use_.fault(&rooms).is_none()));
}

/// The rooms in their order, as the doc of `src/lib.rs` draws them.
fn rooms() -> Vec<String> {
    let lib = &sources("src/lib.rs", &[".rs"])[0].text;
    let picture = lib
        .split("```")
        .nth(1)
        .and_then(|block| block.strip_prefix("text\n"))
        .expect("the doc of src/lib.rs draws the rooms");
    let rooms: Vec<String> = picture
        .lines()
        .filter_map(|line| line.strip_prefix("//! ")?.split_whitespace().next())
        .map(str::to_owned)
        .collect();
    assert!(rooms.len() > 10 && rooms[0] == "base", "{rooms:?}");
    rooms
}

/// One room naming another.
struct Use {
    place: String,
    user: String,
    used: String,
}

impl Use {
    fn fault(&self, rooms: &[String]) -> Option<String> {
        let rank = |name: &str| rooms.iter().position(|room| room == name);
        let pure = PURE.contains(&self.user.as_str());
        let upwards = rank(&self.used) > rank(&self.user);
        let beyond = pure && self.used != self.user && self.used != "base";
        (upwards || beyond).then(|| format!("{}: {} uses {}", self.place, self.user, self.used))
    }
}

/// Every room that `source` names by a path from the crate's root.
fn uses(source: &Source, rooms: &[String]) -> Vec<Use> {
    let Some(user) = room_of(&source.path) else {
        return Vec::new();
    };
    let mut named = Vec::new();
    name_rooms(&source.tokens(), depth_of(&source.path), &mut named);
    named
        .iter()
        .filter(|token| rooms.contains(&token.to_string()))
        .map(|token| Use {
            place: source.place(token),
            user: user.to_owned(),
            used: token.to_string(),
        })
        .collect()
}

/// Collects what follows `crate::`, and what follows `super::` as often as leads to the root.
fn name_rooms(tokens: &[TokenTree], depth: usize, named: &mut Vec<TokenTree>) {
    let mut at = 0;
    while at < tokens.len() {
        let climbs = tokens[at..]
            .chunks(3)
            .take_while(|step| is_step(step, "super"))
            .count();
        if is_step(&tokens[at..], "crate") {
            named.extend(heads(&tokens[at + 3..]));
            at += 2;
        } else if climbs > 0 {
            if climbs >= depth {
                named.extend(heads(&tokens[at + 3 * climbs..]));
            }
            at += 3 * climbs - 1;
        } else if let TokenTree::Group(group) = &tokens[at] {
            let body: Vec<TokenTree> = group.stream().into_iter().collect();
            let module = at >= 2 && is(tokens.get(at - 2), "mod");
            name_rooms(&body, depth + usize::from(module), named);
        }
        at += 1;
    }
}

/// Whether `tokens` begin with `word::`.
fn is_step(tokens: &[TokenTree], word: &str) -> bool {
    is(tokens.first(), word) && is(tokens.get(1), ":") && is(tokens.get(2), ":")
}

/// The name after `crate::`, or each first name in the braces after it.
fn heads(tokens: &[TokenTree]) -> Vec<TokenTree> {
    match inside(tokens.first(), Delimiter::Brace) {
        Some(list) => list
            .split(|token| is(Some(token), ","))
            .filter_map(|item| item.first().cloned())
            .collect(),
        None => tokens.first().cloned().into_iter().collect(),
    }
}

/// The room that a file belongs to; `lib.rs` and `main.rs` are the house, not a room.
fn room_of(path: &str) -> Option<&str> {
    let name = path.strip_prefix("src/")?.split('/').next()?;
    let room = name.strip_suffix(".rs").unwrap_or(name);
    (room != "lib" && room != "main").then_some(room)
}

/// How many `super` lead from the file to the crate's root.
fn depth_of(path: &str) -> usize {
    let steps = path.split('/').count() - 1;
    if path.ends_with("/mod.rs") {
        steps - 1
    } else {
        steps
    }
}
