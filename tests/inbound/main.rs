//! What comes back: mail that could not be delivered, and answers of calendars.
#![expect(clippy::unwrap_used, reason = "a story that cannot go on fails")]

#[path = "../support/certificates.rs"]
#[expect(dead_code, reason = "the mailbox needs only the files")]
mod certificates;
#[path = "../story/events.rs"]
#[expect(dead_code, reason = "these stories need few of its events")]
mod events;
#[path = "../story/stage.rs"]
#[expect(dead_code, reason = "these stories need few of its deeds")]
mod stage;

mod answers;
mod bounces;
mod dovecot;
mod hostile;
mod mailbox;
mod post;
mod undeliverable;
