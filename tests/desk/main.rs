//! The workspace over HTTP: who may come in, and what organisers can do there.
#![expect(
    clippy::unwrap_used,
    reason = "a page that does not come fails the test"
)]

#[path = "../support/certificates.rs"]
#[expect(dead_code, reason = "webhooks need good ones")]
mod certificates;
mod device;
#[path = "../support/golden.rs"]
mod golden;
mod idp;
mod receiver;
mod stage;

mod account;
mod api;
mod attendance;
mod check_in;
mod discretion;
mod editor;
mod figures;
mod hostile_addresses;
mod imports;
mod lineup;
mod lists;
mod log;
mod logos;
mod matrix;
mod partners;
mod passkeys;
mod people;
mod poisoned;
mod reach;
mod registrations;
mod sign_in;
mod spreadsheets;
mod sso;
mod survey;
mod team;
mod texts;
mod timeline;
mod tokens;
mod trash;
mod webhooks;
