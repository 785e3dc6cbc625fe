//! What becomes of a registration, told on both engines from the form to the last mail: who gets a
//! place, who is told what, and who gets the link.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod events;
mod stage;

mod calendar;
mod deadlines;
mod forms;
mod link;
mod outbox;
mod races;
mod withdrawal;
