//! Every registration of an event, for lists and files.

mod store;

pub use store::{ExportedRegistration, confirmed_count, for_export};
