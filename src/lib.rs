//! convoke registers people for roundtables and other events that have a lineup, languages and a
//! deadline, and sees to every mail that follows.
//!
//! # The house
//!
//! A room is a module of this crate. A later room may use an earlier one, never the other way; a
//! test reads the `use crate::` lines and holds this order:
//!
//! ```text
//! base          time, chance, text, languages, zones, the two-engine database
//! outgoing      asking servers elsewhere, without being led inside
//! view          templates, catalogues and formatters that pages and mails share
//! audit         who did what
//! outbox        messages owed: it knows rows and states, not what they mean
//! account       organisations and those who act for them
//! event         what attendees register for: schedule, terms, sessions, lineup, meeting, files
//! conferencing  rooms at the operator's meeting servers, and each person's way in
//! registration  a person's place: admission, seats, consent, invitation, notices
//! calendar      iTIP objects, VTIMEZONE and feeds, pure
//! report        figures and lists of an event, pure
//! mailer        the plan of what an event owes, composing a mail, delivering it
//! webhook       other systems told what happens
//! trash         events thrown away: brought back, or gone for good
//! retention     personal data gone when its time is over, and the figures that stay
//! worker        the loop that reconciles and delivers
//! web           pages, middleware and the accept loop
//! config        settings, checked once; only `commands` and `main` read it
//! commands      what the binary can be told to do
//! ```

pub mod account;
pub mod audit;
pub mod base;
pub mod calendar;
pub mod commands;
pub mod conferencing;
pub mod config;
pub mod event;
pub mod mailer;
pub mod outbox;
pub mod outgoing;
pub mod registration;
pub mod report;
pub mod retention;
pub mod trash;
pub mod view;
pub mod web;
pub mod webhook;
pub mod worker;
