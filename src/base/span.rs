//! Lengths of time as people write them.

use std::fmt;
use std::str::FromStr;

use chrono::TimeDelta;

/// A length of time in one unit: `15m`, `3h`, `1d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    count: u32,
    unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Minutes,
    Hours,
    Days,
}

/// Not a length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a duration such as 15m, 3h or 1d")]
pub struct BadSpan;

impl Span {
    /// `count` hours.
    pub const fn hours(count: u32) -> Self {
        Self {
            count,
            unit: Unit::Hours,
        }
    }

    /// `count` days of 24 hours.
    pub const fn days(count: u32) -> Self {
        Self {
            count,
            unit: Unit::Days,
        }
    }

    /// The length on the time line; a day is 24 hours.
    pub fn delta(self) -> TimeDelta {
        let count = i64::from(self.count);
        match self.unit {
            Unit::Minutes => TimeDelta::minutes(count),
            Unit::Hours => TimeDelta::hours(count),
            Unit::Days => TimeDelta::days(count),
        }
    }
}

impl FromStr for Span {
    type Err = BadSpan;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let unit = match &text[digits.len()..] {
            "m" => Unit::Minutes,
            "h" => Unit::Hours,
            "d" => Unit::Days,
            _ => return Err(BadSpan),
        };
        let plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let count = digits.parse().ok().filter(|_| plain).ok_or(BadSpan)?;
        Ok(Self { count, unit })
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Minutes => 'm',
            Unit::Hours => 'h',
            Unit::Days => 'd',
        };
        write!(f, "{}{unit}", self.count)
    }
}

crate::text_serde!(Span);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_come_back_as_they_were_written() {
        for (text, minutes) in [("15m", 15), ("3h", 180), ("1d", 1440), ("0m", 0)] {
            let span: Span = text.parse().expect(text);
            assert_eq!(
                (span.to_string().as_str(), span.delta().num_minutes()),
                (text, minutes)
            );
        }
        for bad in [
            "", "h", "3", "3 h", "-1h", "+3h", "1w", "9999999d", "3hh", "٣h",
        ] {
            assert!(bad.parse::<Span>().is_err(), "{bad}");
        }
    }
}
