//! Lists of an event, as files for other programs. Pure.

mod registrations;

pub use registrations::{Table, Unwritable, csv, csv_of, json, xlsx, xlsx_of};
