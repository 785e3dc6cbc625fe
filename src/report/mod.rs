//! Lists of an event, as files for other programs. Pure.

mod registrations;

pub use registrations::{Unwritable, csv, json, xlsx};
