//! Calendar objects as others read them: golden files, and readers by other people.

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
