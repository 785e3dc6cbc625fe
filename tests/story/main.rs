//! What becomes of a registration, told on both engines from the form to the last mail: who gets a
//! place, who is told what, and who gets the link.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

mod events;
#[path = "../support/faulty_smtp.rs"]
#[expect(dead_code, reason = "these stories need few of its faults")]
mod faulty_smtp;
mod stage;

mod alarms;
mod announcements;
mod calendar;
mod changes;
mod copies;
mod deadlines;
mod decisions;
mod erasure;
mod forms;
mod health;
mod histories;
mod join;
mod lineup;
mod link;
mod logged;
mod offers;
mod outbox;
mod own;
mod partners;
mod races;
mod reminders;
mod retention;
mod rooms;
mod timeline;
mod together;
mod undo;
mod waitlist;
mod withdrawal;
mod wording;
mod worker;
