//! Who did what: a line written in the unit of work that does it.

mod history;
mod store;

pub use history::{Past, of_object};
pub use store::record;
