//! CAL-12 for every zone: what a reader makes of our VTIMEZONE, without zone data of its own.

use convoke::base::zone::accepted_names;

use crate::objects::ENGLISH;
use crate::readers::{Objects, libical, node};

/// A winter and a summer day, and two nights on which many clocks change.
const STARTS: [&str; 4] = [
    "2026-01-15T12:00",
    "2026-07-15T12:00",
    "2027-03-28T01:30",
    "2027-10-31T01:30",
];

fn in_every_zone() -> Objects {
    let mut objects = Objects::new();
    for zone in accepted_names() {
        for starts in STARTS {
            let name = format!("{zone}-{}", &starts[..10]);
            objects.add_invitation(&name, &ENGLISH.released_in(zone, starts));
        }
    }
    objects
}

#[test]
fn cal_12_libical_reads_every_zone_as_we_do() {
    let folder = tempfile::tempdir().expect("a folder");
    in_every_zone().read_with(&mut libical(folder.path()));
}

#[test]
fn cal_12_ical_js_reads_every_zone_as_we_do() {
    in_every_zone().read_with(node("tests/readers/read_back.mjs").arg("--own-rules"));
}
