//! Calendar objects as others read them: golden files, and readers by other people.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

#[path = "../story/events.rs"]
#[expect(dead_code, reason = "this story needs few of them")]
mod events;
mod golden;
#[path = "../support/golden.rs"]
mod kept;
mod life;
mod objects;
mod readers;
#[path = "../story/stage.rs"]
#[expect(dead_code, reason = "this story needs little of it")]
mod stage;
mod zones;
