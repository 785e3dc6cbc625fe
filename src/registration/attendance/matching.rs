//! Whose registration it is that somebody in a meeting has.

use std::collections::HashMap;

use super::SHORTEST;
use super::presence::Presence;
use super::reading::{Seen, name_key};
use super::store::Expected;
use crate::base::id::Id;
use crate::registration::Registration;
use crate::words;

words! {
    /// What somebody in a report comes to.
    pub enum Match {
        /// Nobody with this address or name is confirmed for the session.
        Unknown = "unknown",
        /// It may be one or another.
        Unclear = "unclear",
        /// They were there too shortly to have attended.
        Short = "short",
        /// They attended.
        Came = "came",
        /// They attended, and that was noted before.
        Noted = "noted",
    }
}

/// Somebody in a report with what they come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// Where they stand among the report's people.
    pub seen: usize,
    /// Their registration and its name, where it is clear.
    pub registration: Option<(Id<Registration>, String)>,
    /// What they come to.
    pub comes_to: Match,
}

/// Where somebody may belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    None,
    /// One of those expected, by their number, and whether an address says so.
    One(usize, bool),
    Several,
}

/// Everybody in a report, each with what they come to.
pub(super) fn matched(people: &[Seen], expected: &[Expected]) -> Vec<Matched> {
    let mut places = Index::of(expected).places(people);
    part_namesakes(&mut places, people);
    let mut times: HashMap<usize, Presence> = HashMap::new();
    for (place, seen) in places.iter().zip(people) {
        if let Place::One(at, _) = place {
            times.entry(*at).or_default().add(&seen.presence);
        }
    }
    let matched = places.iter().enumerate().map(|(seen, place)| {
        let comes_to = match place {
            Place::None => Match::Unknown,
            Place::Several => Match::Unclear,
            Place::One(at, _) if expected[*at].is_noted => Match::Noted,
            Place::One(at, _) if times[at].seconds() < SHORTEST => Match::Short,
            Place::One(..) => Match::Came,
        };
        let registration = match place {
            Place::One(at, _) => Some((expected[*at].id, expected[*at].name.to_string())),
            Place::None | Place::Several => None,
        };
        Matched {
            seen,
            registration,
            comes_to,
        }
    });
    matched.collect()
}

/// Those expected, by address and by name.
struct Index<'e> {
    by_address: HashMap<&'e str, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl<'e> Index<'e> {
    fn of(expected: &'e [Expected]) -> Self {
        let mut index = Self {
            by_address: HashMap::new(),
            by_name: HashMap::new(),
        };
        for (at, one) in expected.iter().enumerate() {
            let of_address = index.by_address.entry(&one.email_key).or_default();
            of_address.push(at);
            let of_name = index
                .by_name
                .entry(name_key(one.name.as_str()))
                .or_default();
            of_name.push(at);
        }
        index
    }

    fn places(&self, people: &[Seen]) -> Vec<Place> {
        people.iter().map(|seen| self.place(seen)).collect()
    }

    /// By address; where several share it, by their name among them; where it is nobody's, by name.
    fn place(&self, seen: &Seen) -> Place {
        let named = all(seen.known.names.iter(), |name| self.by_name.get(name));
        let reached = all(seen.known.addresses.iter(), |key| {
            self.by_address.get(key.as_str())
        });
        let both: Vec<usize> = reached
            .iter()
            .copied()
            .filter(|at| named.contains(at))
            .collect();
        match (reached.as_slice(), both.as_slice(), named.as_slice()) {
            ([one], _, _) | ([_, ..], [one], _) => Place::One(*one, true),
            ([_, ..], _, _) => Place::Several,
            ([], _, []) => Place::None,
            ([], _, [one]) => Place::One(*one, false),
            ([], _, _) => Place::Several,
        }
    }
}

/// Everybody that `keys` lead to, once each.
fn all<'k, 'i>(
    keys: impl Iterator<Item = &'k String>,
    find: impl Fn(&String) -> Option<&'i Vec<usize>>,
) -> Vec<usize> {
    let mut found: Vec<usize> = keys.filter_map(find).flatten().copied().collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Where people with addresses of their own have one name, it says of none of them who they are.
fn part_namesakes(places: &mut [Place], people: &[Seen]) {
    let mut namesakes: HashMap<usize, usize> = HashMap::new();
    for (place, seen) in places.iter().zip(people) {
        if let Place::One(at, _) = place
            && seen.email.is_some()
        {
            *namesakes.entry(*at).or_default() += 1;
        }
    }
    for place in places {
        if let Place::One(at, false) = place
            && namesakes.get(at).is_some_and(|people| *people > 1)
        {
            *place = Place::Several;
        }
    }
}
