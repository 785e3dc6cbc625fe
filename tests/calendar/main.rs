//! Calendar objects as others read them: golden files, and readers by other people.

mod golden;
mod objects;
mod readers;
mod zones;
