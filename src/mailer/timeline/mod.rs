//! Who gets what, when: the mails that an event will send to many, and what has become of all that it
//! has sent (U-10, F-4). Command and page say the same by it.

mod coming;
mod gone;
mod listing;
mod store;

pub use coming::{Coming, Detail, Mail, Wait, coming};
pub use gone::{Gone, gone};
pub use listing::{Found, LONGEST_PAGE, Listed, Wanted, listing, one, page, people};
