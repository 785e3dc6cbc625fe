//! What an event owes, how a message looks and how it leaves.
//!
//! [`plan`] says what an event owes, [`reconcile`] makes it owed, [`compose`] turns a message into a
//! letter in the recipient's language. The half that knows no event: [`form`] turns a
//! [`form::Letter`] into the octets of a mail, [`head`] says what depends on its kind, and [`deliver`] hands them to a mail server or a
//! folder. [`address`] holds the words both share.

pub mod address;
pub mod ahead;
mod alarm;
mod announce;
pub mod bounce;
mod chasers;
pub mod compose;
pub mod deliver;
mod entry;
pub mod form;
pub mod head;
pub mod hold;
pub mod inbound;
mod invite;
mod lineup;
pub mod plan;
mod reconcile;
pub mod retention;
pub mod timeline;
pub mod trial;

pub use announce::{leaves_at, others_leave_at};
pub use entry::{CannotEnter, public_entry};
pub use reconcile::{due_events, lacking, postpone, reconcile};
