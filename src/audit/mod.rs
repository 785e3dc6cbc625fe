//! Who did what: a line written in the unit of work that does it.

mod store;

pub use store::record;
