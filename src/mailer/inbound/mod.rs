//! What comes back: mail that could not be delivered (RFC 3464), and answers of calendars (iTIP,
//! RFC 5546).
//!
//! [`understood`] turns the octets of one mail into a [`Reading`], without a look at anything else;
//! [`receive`] does what that means, in one unit of work; [`Mailbox`] fetches mails by IMAP.
//!
//! # Whom to believe
//! Anybody can write to the mailbox, so a mail proves nothing by what it says of itself:
//! - A bounce is about a message that it names by the token in the address it came to, which only
//!   this instance can make, or by the Message-ID in the headers it returns, which only those know
//!   who saw the message. It counts for the very address that message went to, and once.
//! - An answer is about an invitation whose UID only the invited person's calendar knows. It counts
//!   if it comes from their address, and that is vouched for: by our own mail server's
//!   Authentication-Results (RFC 8601), or by the token of a message to that person. An answer frees
//!   no seat; declining makes the service ask, by a mail that leads to the person's own page.
//! - Whoever passes such a mail on to somebody else lets them say these things in their place.
//!
//! # What it may cost
//! A mail of more than 1 MiB, with more than 128 KiB of headers in one place, of more than 200 parts,
//! or nested more than 8 deep is not read. No
//! step takes more than a few times as long as the mail is large. Nothing is answered that a machine
//! wrote (REP-4), so that no two machines talk for ever. Logs and results repeat nothing of a mail.

mod authentication;
mod intake;
mod mailbox;
mod parts;
mod reading;
mod reply;
mod report;
mod server;

pub use intake::{Intake, Reason, Received, receive, understood};
pub use mailbox::{Mailbox, MailboxPatience, Trouble, Unseen};
pub use parts::{SIZE, Unreadable};
pub use reading::{Content, Reading, read};
pub use reply::Reply;
pub use report::{Action, Report, Returned, Status};
pub use server::{BadMailbox, ImapEncryption, ImapServer};
