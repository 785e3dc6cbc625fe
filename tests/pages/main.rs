//! The public pages over HTTP: what they say, keep, and never tell.
#![expect(
    clippy::unwrap_used,
    reason = "a page that does not come fails the test"
)]

#[path = "../support/bigbluebutton.rs"]
mod bigbluebutton;
mod stage;
mod survey;
#[path = "../support/waiting.rs"]
mod waiting;

mod abuse;
mod admission;
mod certificate;
mod discovery;
mod forms;
mod hostile;
mod join;
mod languages;
mod memory;
mod own;
mod own_data;
mod partners;
mod privacy;
mod reminders;
mod resend;
mod rooms;
mod secrets;
mod vocabulary;
