//! What a clock on the wall shows, and how it is written.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, SecondsFormat, Timelike};

/// What a clock on the wall shows, to the minute. Where an hour happens twice, an offset may pick
/// one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WallTime {
    /// The date and time shown.
    pub local: NaiveDateTime,
    /// The offset from UTC that was given with it.
    pub offset: Option<FixedOffset>,
}

/// Not a wall-clock time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadWallTime {
    /// Not of the form `2026-10-24T23:59:00`.
    #[error("is not a date and time such as 2026-11-27T15:00:00")]
    Malformed,
    /// Seconds other than 00 (TIME-10).
    #[error("has seconds other than 00; times are given to the minute")]
    Seconds,
}

impl WallTime {
    /// The wall time `local`, whichever offset it has.
    pub const fn of(local: NaiveDateTime) -> Self {
        Self {
            local,
            offset: None,
        }
    }
}

impl FromStr for WallTime {
    type Err = BadWallTime;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wall = if let Ok(with_offset) = DateTime::parse_from_rfc3339(text) {
            Self {
                local: with_offset.naive_local(),
                offset: Some(*with_offset.offset()),
            }
        } else {
            [
                "%Y-%m-%dT%H:%M:%S%.f",
                "%Y-%m-%d %H:%M:%S%.f",
                "%Y-%m-%dT%H:%M",
            ]
            .iter()
            .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
            .map(Self::of)
            .ok_or(BadWallTime::Malformed)?
        };
        // Years of four digits: arithmetic on what a calendar page shows cannot overflow.
        if !(1900..=9999).contains(&wall.local.year()) {
            return Err(BadWallTime::Malformed);
        }
        if wall.local.second() == 0 && wall.local.nanosecond() == 0 {
            Ok(wall)
        } else {
            Err(BadWallTime::Seconds)
        }
    }
}

impl fmt::Display for WallTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.offset {
            None => write!(f, "{}", self.local.format("%Y-%m-%dT%H:%M:%S")),
            Some(offset) => f.write_str(
                &DateTime::<FixedOffset>::from_naive_utc_and_offset(self.local - offset, offset)
                    .to_rfc3339_opts(SecondsFormat::Secs, false),
            ),
        }
    }
}

crate::text_column!(WallTime);
crate::text_serde!(WallTime);
