//! Lists and figures of an event, for pages and as files for other programs. Pure.

pub mod figures;
mod registrations;

pub use registrations::{Unwritable, csv, json, xlsx};
