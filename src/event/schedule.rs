use std::fmt;

use chrono::TimeDelta;

use super::details::{Details, Session};
use super::terms::Terms;
use crate::base::clock::Instant;
use crate::base::zone::{Note, Unresolved, WallTime, Zone, deadline_end};

/// An event's instants, derived from its wall times by the zone data in use (DEC-2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// The first moment of registration; `None` is at once.
    pub opens_at: Option<Instant>,
    /// The first moment at which registration is closed (DEC-3).
    pub closes_at: Instant,
    /// Start and end of each session, in the sessions' order.
    pub sessions: Vec<Sitting>,
}

/// When a session takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting {
    /// Its first moment.
    pub starts_at: Instant,
    /// The first moment after it.
    pub ends_at: Instant,
}

/// A deadline of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// When registration opens.
    Opening,
    /// When it closes.
    Closing,
}

/// What had to be decided about a deadline (TIME-4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// Which deadline.
    pub deadline: Deadline,
    /// What was stated.
    pub wall: WallTime,
    /// What it was taken to mean.
    pub note: Note,
}

/// What makes a schedule impossible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Impossible {
    /// A session's start (`false`) or end (`true`) is no moment, or two.
    #[error("{unresolved}")]
    Session {
        /// Which session, from 0.
        index: usize,
        /// Whether it is its end.
        end: bool,
        /// What there is to choose from.
        unresolved: Unresolved,
    },
    /// A session ends before it has started.
    #[error("a session has to end after its start")]
    EndsBeforeStart {
        /// Which session, from 0.
        index: usize,
    },
    /// Registration would close after everything is over.
    #[error("registration cannot close after the last session has ended")]
    ClosesAfterEnd,
    /// Registration would close before it opens.
    #[error("registration has to close after it has opened")]
    ClosesBeforeOpening,
}

impl Schedule {
    /// Derives the instants of `details`, or says everything that is impossible about them.
    ///
    /// # Errors
    /// Every reason found, in the order of the file.
    pub fn of(details: &Details) -> Result<Self, Vec<Impossible>> {
        let times = |session: &Session| Some((session.starts, session.ends));
        let given: Vec<_> = details.sessions.iter().map(times).collect();
        Self::derive(&details.zone, &details.terms, &given)
    }

    /// The same from what alone says an event's times: start and end of each session, `None` where
    /// they are not known.
    pub(super) fn derive(
        zone: &Zone,
        terms: &Terms,
        given: &[Option<(WallTime, WallTime)>],
    ) -> Result<Self, Vec<Impossible>> {
        let mut faults = Vec::new();
        let mut sessions = Vec::new();
        for (index, times) in given.iter().enumerate() {
            match times.map(|(starts, ends)| Sitting::derive(zone, index, starts, ends)) {
                Some(Ok(sitting)) => sessions.push(sitting),
                Some(Err(reasons)) => faults.extend(reasons),
                None => {}
            }
        }
        let (Some(first_start), Some(last_end)) = (
            sessions.iter().map(|sitting| sitting.starts_at).min(),
            sessions.iter().map(|sitting| sitting.ends_at).max(),
        ) else {
            return Err(faults);
        };
        let resolve = |wall| zone.resolve_leniently(wall).instant;
        let opens_at = terms.opens.map(resolve);
        let last_minute = terms
            .closes
            .map_or(first_start - TimeDelta::hours(2), resolve);
        let closes_at = deadline_end(last_minute);
        // The last end is that of all sessions, or it is not known.
        if last_minute > last_end && sessions.len() == given.len() {
            faults.push(Impossible::ClosesAfterEnd);
        }
        if opens_at.is_some_and(|opens_at| opens_at >= closes_at) {
            faults.push(Impossible::ClosesBeforeOpening);
        }
        if faults.is_empty() {
            Ok(Self {
                opens_at,
                closes_at,
                sessions,
            })
        } else {
            Err(faults)
        }
    }

    /// What had to be decided about the deadlines of `details`.
    pub fn decided(details: &Details) -> Vec<Decided> {
        let terms = &details.terms;
        [
            (Deadline::Opening, terms.opens),
            (Deadline::Closing, terms.closes),
        ]
        .into_iter()
        .filter_map(|(deadline, wall)| {
            let wall = wall?;
            let note = details.zone.resolve_leniently(wall).note?;
            Some(Decided {
                deadline,
                wall,
                note,
            })
        })
        .collect()
    }

    /// When the first session starts.
    pub fn starts_at(&self) -> Instant {
        self.sessions
            .iter()
            .map(|sitting| sitting.starts_at)
            .min()
            .unwrap_or(self.closes_at)
    }

    /// When the last session has ended.
    pub fn ends_at(&self) -> Instant {
        self.sessions
            .iter()
            .map(|sitting| sitting.ends_at)
            .max()
            .unwrap_or(self.closes_at)
    }

    /// The last minute of registration, as people say it: 23:59 where it closes at 00:00.
    pub fn last_minute(&self) -> Instant {
        self.closes_at - TimeDelta::minutes(1)
    }
}

impl Sitting {
    fn derive(
        zone: &Zone,
        index: usize,
        starts: WallTime,
        ends: WallTime,
    ) -> Result<Self, Vec<Impossible>> {
        let at = |wall, end| {
            zone.resolve_strictly(wall)
                .map_err(|unresolved| Impossible::Session {
                    index,
                    end,
                    unresolved,
                })
        };
        match (at(starts, false), at(ends, true)) {
            (Ok(starts), Ok(ends)) if ends.instant <= starts.instant => {
                Err(vec![Impossible::EndsBeforeStart { index }])
            }
            (Ok(starts), Ok(ends)) => Ok(Self {
                starts_at: starts.instant,
                ends_at: ends.instant,
            }),
            (starts, ends) => Err(starts.err().into_iter().chain(ends.err()).collect()),
        }
    }
}

impl fmt::Display for Decided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let deadline = match self.deadline {
            Deadline::Opening => "registration opens",
            Deadline::Closing => "registration closes",
        };
        let note = match self.note {
            Note::AfterGap => "clocks jump over it, so the first moment after it counts",
            Note::LaterOfTwo => "it comes twice that night, and the later one counts",
            Note::PickedByOffset => "it comes twice that night, and its offset picks one",
            Note::OffsetIgnored => "its offset is not in use then and is ignored",
        };
        write!(f, "{deadline} {}: {note}", self.wall)
    }
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    const FILE: &str = include_str!("../../tests/samples/roundtable.toml");

    fn details(edits: &[(&str, &str)]) -> Details {
        let edit = |file: String, (from, to): &(&str, &str)| {
            assert!(file.contains(from), "{from}");
            file.replace(from, to)
        };
        let edited = edits.iter().fold(FILE.to_owned(), edit);
        file::read(&edited).unwrap_or_else(|faults| panic!("{faults}"))
    }

    fn closes_at(edits: &[(&str, &str)]) -> String {
        let schedule = Schedule::of(&details(edits)).expect("possible times");
        schedule.closes_at.to_rfc3339()
    }

    #[test]
    fn time_02_the_whole_last_minute_counts() {
        assert_eq!(closes_at(&[]), "2022-11-24T22:00:00+00:00");
        let schedule = Schedule::of(&details(&[])).expect("possible times");
        assert_eq!(
            schedule.last_minute().to_rfc3339(),
            "2022-11-24T21:59:00+00:00"
        );
        assert_eq!(
            schedule.starts_at().to_rfc3339(),
            "2022-11-25T13:00:00+00:00"
        );
        assert_eq!(schedule.ends_at().to_rfc3339(), "2022-11-25T15:00:00+00:00");
    }

    #[test]
    fn registration_closes_two_hours_before_the_first_start_where_nothing_else_is_said() {
        let closes = ("closes = 2022-11-24T23:59:00\n", "");
        assert_eq!(closes_at(&[closes]), "2022-11-25T11:01:00+00:00");
    }

    #[test]
    fn e_01_the_later_of_two_closings_counts_and_is_noted() {
        let edits = [
            ("2022-11-10", "2026-10-10"),
            ("2022-11-24", "2026-10-24"),
            ("2022-11-25", "2026-10-25"),
        ];
        assert_eq!(closes_at(&edits), "2026-10-24T22:00:00+00:00");
        let decided = Schedule::decided(&details(&edits));
        assert_eq!(
            decided.iter().map(ToString::to_string).collect::<Vec<_>>(),
            [
                "registration closes 2026-10-24T23:59:00: it comes twice that night, and the later \
                 one counts"
            ]
        );
        let earlier = ("2026-10-24T23:59:00", "2026-10-24T23:59:00+03:00");
        assert_eq!(
            closes_at(&[&edits[..], &[earlier]].concat()),
            "2026-10-24T21:00:00+00:00"
        );
    }

    #[test]
    fn e_02_a_closing_that_does_not_exist_is_the_moment_after_the_gap() {
        let edits = [
            ("2022-11-10", "2027-03-10"),
            ("2022-11-24T23:59:00", "2027-03-28T00:30:00"),
            ("2022-11-25", "2027-03-28"),
        ];
        assert_eq!(closes_at(&edits), "2027-03-27T22:01:00+00:00");
        let decided = Schedule::decided(&details(&edits));
        assert_eq!(decided[0].note, Note::AfterGap);
    }
}
