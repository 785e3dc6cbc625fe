//! What organisers send to many goes to a few first, so that somebody can still stop the rest where these
//! show that something is wrong.

use chrono::TimeDelta;

/// To more than so many people, a few go ahead.
pub const MANY: usize = 200;
/// The same where an organiser wrote it: nothing was tried before, so fewer are many (U-11).
pub const MANY_WRITTEN: usize = 50;
/// So many go ahead.
pub const FEW: usize = 5;
/// How long the others wait.
pub const WAIT: TimeDelta = TimeDelta::seconds(60);
