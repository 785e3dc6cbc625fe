//! What proves who somebody is besides their mailbox: a password, and a one-time password from a
//! device of theirs. Both are theirs to set.

mod one_time;
mod password;
mod store;

#[cfg(test)]
use one_time::is_right_now;
pub(super) use one_time::is_second_right;
pub use one_time::{Device, confirm_device, remove_device};
pub use password::{SHORTEST, TooShort, apart, hash, is_right, set_password};
pub use store::{Proofs, by_address, of};

#[cfg(test)]
pub(super) mod tests;
