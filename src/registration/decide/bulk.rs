//! One decision on many.

use super::{Decided, Decider, approve, decline, put_on_list, withdraw_for};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::event::Event;
use crate::registration::Registration;
use crate::words;

words! {
    /// What an organiser can decide.
    pub enum Verb {
        /// Give a place.
        Approve = "approve",
        /// Put into the waiting list.
        Waitlist = "waitlist",
        /// Refuse, or take the place back.
        Decline = "decline",
        /// Give up on somebody's behalf.
        Withdraw = "withdraw",
    }
}

/// What a decision on many came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// So many hold.
    pub done: usize,
    /// Of these so many may have been sent the joining link before.
    pub know_link: usize,
    /// So many were so before.
    pub already: usize,
    /// For so many there is no place.
    pub full: usize,
    /// So many are in no state for it.
    pub not_open: usize,
}

impl Tally {
    /// This one and `other` together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            done: self.done + other.done,
            know_link: self.know_link + other.know_link,
            already: self.already + other.already,
            full: self.full + other.full,
            not_open: self.not_open + other.not_open,
        }
    }

    fn count(&mut self, decided: Decided) {
        match decided {
            Decided::Done { knows_link } => {
                self.done += 1;
                self.know_link += usize::from(knows_link);
            }
            Decided::AlreadySo => self.already += 1,
            Decided::Full => self.full += 1,
            Decided::Over | Decided::NotOpen(_) | Decided::AskedAgain => self.not_open += 1,
        }
    }
}

/// Decides the same on each of `registrations`, which are all for `event`, in their order. `reason` is
/// told to whoever is declined.
///
/// # Errors
/// Where the database fails.
pub async fn decide_all(
    tx: &mut Tx,
    event: &Event,
    registrations: &[Id<Registration>],
    verb: Verb,
    by: &Decider<'_>,
    reason: Option<&Localised>,
) -> Result<Tally> {
    let mut tally = Tally::default();
    for id in registrations {
        tally.count(match verb {
            Verb::Approve => approve(tx, event, *id, by).await?,
            Verb::Waitlist => put_on_list(tx, event, *id, by).await?,
            Verb::Decline => decline(tx, event, *id, by, reason.cloned()).await?,
            Verb::Withdraw => withdraw_for(tx, event, *id, by).await?,
        });
    }
    Ok(tally)
}
