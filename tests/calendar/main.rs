//! Calendar objects as others read them: golden files, and readers by other people.

mod golden;
#[path = "../support/golden.rs"]
mod kept;
mod objects;
mod readers;
mod zones;
