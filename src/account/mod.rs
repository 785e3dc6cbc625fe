//! Organisations and those who act for them, and the instance they share.

mod instance;
mod organisation;
mod store;

pub use instance::accept_key;
pub use organisation::{Organisation, create, ensure_first};
pub use store::{by_slug, organisations, the_only_one};
