//! Time zones: wall time to instant and back, with its gaps and folds. The only user of the time
//! zone database, which is the system's (`TZDIR` honoured) with jiff's compiled-in copy as fallback
//! (DEC-2).

mod database;
#[cfg(test)]
mod tests;
mod wall;

pub use database::{Origin, ZoneData, accepted_names, data};
pub use wall::{BadWallTime, WallTime};

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDateTime, TimeDelta, Utc};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};

use super::clock::Instant;
use database::database;

/// A zone of the IANA time zone database under the name it was given by (TIME-8).
#[derive(Clone)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

/// The name is not one of the time zone database.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a time zone such as “Asia/Beirut”")]
pub struct UnknownZone(String);

/// The instant of a wall time, and what there was to decide about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved {
    /// The moment meant.
    pub instant: Instant,
    /// What the editor has to know.
    pub note: Option<Note>,
}

/// What was decided about a wall time that alone does not name one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// It does not exist: the first instant after the gap was taken.
    AfterGap,
    /// It happens twice: the later one was taken.
    LaterOfTwo,
    /// It happens twice: the offset given with it picked one.
    PickedByOffset,
    /// The offset given with it is never used at that time and was ignored.
    OffsetIgnored,
}

/// A wall time that needs somebody's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unresolved {
    /// It does not exist: clocks jump over it. The neighbours exist.
    #[error("{wall} does not exist in this time zone: clocks jump from {before} to {after}")]
    Gap {
        /// The time asked for.
        wall: WallTime,
        /// The last minute before the jump.
        before: WallTime,
        /// The first minute after it.
        after: WallTime,
        /// The instant at which they jump.
        jump: Instant,
    },
    /// It happens twice, and nothing says which is meant.
    #[error("{wall} happens twice in this time zone: give it as {earlier} or {later}")]
    Fold {
        /// The time asked for.
        wall: WallTime,
        /// The first time, with its offset.
        earlier: WallTime,
        /// The second time, with its offset.
        later: WallTime,
        /// The instant of the second time.
        second: Instant,
    },
    /// The offset given is never used at that time.
    #[error("{wall} does not exist in this time zone: the offset there is {right}")]
    WrongOffset {
        /// The time asked for.
        wall: WallTime,
        /// An offset that would be right.
        right: FixedOffset,
    },
}

/// A change of a zone's offset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// When the new offset begins.
    pub at: Instant,
    /// The offset before.
    pub from: FixedOffset,
    /// The offset from then on.
    pub to: FixedOffset,
    /// Whether summer time begins rather than ends.
    pub to_daylight: bool,
    /// The abbreviation in use from then on, such as `EEST`.
    pub abbreviation: String,
}

impl Zone {
    /// Universal time, for what happens in no place.
    ///
    /// # Panics
    /// Never: the compiled-in database has it.
    pub fn utc() -> Self {
        "Etc/UTC".parse().expect("every tz database has it")
    }

    /// The name it was given by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The instant of a session's start or end: a time that does not exist, or that happens twice
    /// with nothing to pick one, is somebody else's to decide (TIME-4).
    ///
    /// # Errors
    /// [`Unresolved`] says what there is to choose from.
    pub fn resolve_strictly(&self, wall: WallTime) -> Result<Resolved, Unresolved> {
        let at = |offset| Resolved {
            instant: instant(wall.local, offset),
            note: None,
        };
        match (self.ambiguity(wall.local), wall.offset) {
            (AmbiguousOffset::Unambiguous { offset }, None) => Ok(at(fixed(offset))),
            (AmbiguousOffset::Unambiguous { offset }, Some(given)) if given == fixed(offset) => {
                Ok(at(given))
            }
            (AmbiguousOffset::Unambiguous { offset }, Some(_)) => Err(Unresolved::WrongOffset {
                wall,
                right: fixed(offset),
            }),
            (AmbiguousOffset::Gap { before, after }, _) => {
                let jump = self.jump(wall.local, fixed(before), fixed(after));
                Err(Unresolved::Gap {
                    wall,
                    before: WallTime::of(self.local(jump - TimeDelta::minutes(1))),
                    after: WallTime::of(self.local(jump)),
                    jump,
                })
            }
            (AmbiguousOffset::Fold { before, after }, given) => match given {
                Some(given) if given == fixed(before) || given == fixed(after) => Ok(Resolved {
                    note: Some(Note::PickedByOffset),
                    ..at(given)
                }),
                Some(_) => Err(Unresolved::WrongOffset {
                    wall,
                    right: fixed(before),
                }),
                None => Err(Unresolved::Fold {
                    wall,
                    earlier: WallTime {
                        offset: Some(fixed(before)),
                        ..wall
                    },
                    later: WallTime {
                        offset: Some(fixed(after)),
                        ..wall
                    },
                    second: instant(wall.local, fixed(after)),
                }),
            },
        }
    }

    /// The instant of a deadline, a release or a quiet hour: the first instant after a gap, the
    /// later of two, with a note (TIME-4). Never fails.
    pub fn resolve_leniently(&self, wall: WallTime) -> Resolved {
        let noted = |instant, note| Resolved {
            instant,
            note: Some(note),
        };
        match self.resolve_strictly(wall) {
            Ok(resolved) => resolved,
            Err(Unresolved::Gap { jump, .. }) => noted(jump, Note::AfterGap),
            Err(Unresolved::Fold { second, .. }) => noted(second, Note::LaterOfTwo),
            // Wall time is the truth: an offset can pick one of two instants, not make a third.
            Err(Unresolved::WrongOffset { .. }) => {
                let without = self.resolve_leniently(WallTime::of(wall.local));
                noted(without.instant, Note::OffsetIgnored)
            }
        }
    }

    /// What a clock on the wall shows at `instant`.
    pub fn local(&self, instant: Instant) -> NaiveDateTime {
        instant.with_timezone(&self.offset(instant)).naive_local()
    }

    /// The offset from UTC at `instant`.
    pub fn offset(&self, instant: Instant) -> FixedOffset {
        fixed(self.rules.to_offset(timestamp(instant)))
    }

    /// The changes of offset after `from` and up to `until`, in their order.
    pub fn transitions(&self, from: Instant, until: Instant) -> Vec<Transition> {
        self.rules
            .following(timestamp(from))
            .take_while(|transition| transition.timestamp() <= timestamp(until))
            .map(|transition| Transition {
                at: chrono_instant(transition.timestamp()),
                from: self.offset(chrono_instant(transition.timestamp()) - TimeDelta::seconds(1)),
                to: fixed(transition.offset()),
                to_daylight: transition.dst().is_dst(),
                abbreviation: transition.abbreviation().to_owned(),
            })
            .filter(|transition| transition.from != transition.to)
            .collect()
    }

    /// The abbreviation in use at `instant`, such as `EET`; for calendars, never for people.
    pub fn abbreviation(&self, instant: Instant) -> String {
        self.rules
            .to_offset_info(timestamp(instant))
            .abbreviation()
            .to_owned()
    }

    fn ambiguity(&self, local: NaiveDateTime) -> AmbiguousOffset {
        self.rules
            .to_ambiguous_timestamp(civil_time(local))
            .offset()
    }

    /// The instant at which clocks jump over `local`: found between the two readings of it.
    fn jump(&self, local: NaiveDateTime, before: FixedOffset, after: FixedOffset) -> Instant {
        let early = instant(local, after) - TimeDelta::seconds(1);
        let late = instant(local, before);
        self.transitions(early, late)
            .first()
            .map_or(late, |transition| transition.at)
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        database().zone(name).ok_or_else(|| {
            let quotable = name.chars().filter(|character| !character.is_control());
            UnknownZone(quotable.take(60).collect())
        })
    }
}

/// The first instant at which a deadline is over, given the resolved instant of its minute
/// (DEC-3): people read 23:59 as “until the end of the day”, so the whole minute counts.
///
/// Sixty seconds are added to the instant and never a minute to the wall time, since the next
/// minute may not exist: Saturday 27 March 2027, 23:59 in Beirut is followed by Sunday 01:00.
pub fn deadline_end(minute: Instant) -> Instant {
    minute + TimeDelta::seconds(60)
}

/// An offset as people write it: `UTC+2`, `UTC+5:30`, `UTC−3`, `UTC` (TIME-6).
pub fn utc_offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    match (seconds, minutes) {
        (0, _) => "UTC".to_owned(),
        (_, 0) => format!("UTC{}{hours}", if seconds < 0 { '−' } else { '+' }),
        _ => format!(
            "UTC{}{hours}:{minutes:02}",
            if seconds < 0 { '−' } else { '+' }
        ),
    }
}

fn instant(local: NaiveDateTime, offset: FixedOffset) -> Instant {
    (local - offset).and_utc()
}

fn fixed(offset: jiff::tz::Offset) -> FixedOffset {
    FixedOffset::east_opt(offset.seconds()).expect("both crates allow offsets below 26 hours")
}

fn timestamp(instant: Instant) -> Timestamp {
    Timestamp::from_microsecond(instant.timestamp_micros()).unwrap_or(Timestamp::MAX)
}

fn chrono_instant(timestamp: Timestamp) -> Instant {
    DateTime::from_timestamp_micros(timestamp.as_microsecond()).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn civil_time(local: NaiveDateTime) -> civil::DateTime {
    let since = local - DateTime::UNIX_EPOCH.naive_utc();
    let epoch = civil::date(1970, 1, 1).at(0, 0, 0, 0);
    epoch
        .checked_add(jiff::SignedDuration::from_secs(since.num_seconds()))
        .unwrap_or(civil::DateTime::MAX)
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Zone {}

crate::text_column!(Zone);
crate::text_serde!(Zone);
