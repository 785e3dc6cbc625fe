//! The mails with the link: a measure of its own, whose figures stand in the table too.

use crate::Effort;
use crate::peers;
use crate::table::{Reach, Row, load};

pub fn beside_postfix(_: Effort) -> Vec<Row> {
    let load = load();
    let rounds = peers::link_mails();
    let measure = "link mails, by smtp-source";
    vec![Row::beside(
        measure,
        "/s",
        &rounds,
        Reach::AtLeast(0.25),
        load,
    )]
}
