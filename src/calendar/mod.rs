//! Calendar objects (RFC 5545): what goes into mails and feeds, and what comes back. Pure: the same
//! input gives the same bytes.
//!
//! An [`Invitation`] is one attendee's entry for one session (iTIP, RFC 5546); an [`Entry`] is what
//! anybody may see, in a [`file()`] to download or in a [`Feed`] to subscribe to; [`read`] takes in
//! what others wrote.
//!
//! The component and property types are the `ical` crate's, the writer is our own (DEC-1): in
//! these types a property's value is as it stands in the object and its parameters are plain.

mod invitation;
mod link;
mod property;
mod published;
mod reader;
#[cfg(test)]
mod tests;
mod text;
mod timezone;
mod writer;

pub use invitation::{Conference, Invitation, Method, Organizer};
pub use link::{Link, NotALink};
pub use published::{Entry, Feed, Status, file, publication};
pub use reader::{Unreadable, read};
pub use text::unescape;
