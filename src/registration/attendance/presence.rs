//! How long somebody was there, however a report says it.

use chrono::NaiveDateTime;

/// The times at which somebody was there. Who came in with two devices was there once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Presence {
    /// From when to when, in seconds; they may overlap.
    stays: Vec<(i64, i64)>,
    /// Seconds of which no more is known.
    lasted: i64,
}

/// The longest time between coming in and going that is believed: what is longer was read in a wrong order
/// of day and month.
const LONGEST: i64 = 24 * 60 * 60;

const DATES: [&str; 4] = ["%m/%d/%Y", "%d/%m/%Y", "%Y/%m/%d", "%b %d %Y"];
const TIMES: [&str; 2] = ["%H:%M:%S", "%I:%M:%S %p"];
/// Where seconds are not said.
const SHORT_TIMES: [&str; 2] = ["%H:%M", "%I:%M %p"];

impl Presence {
    /// From coming in to going.
    pub(super) fn between(stay: (i64, i64)) -> Self {
        Self {
            stays: vec![stay],
            lasted: 0,
        }
    }

    /// For so many seconds.
    pub(super) const fn for_seconds(lasted: i64) -> Self {
        Self {
            stays: Vec::new(),
            lasted,
        }
    }

    /// All of both.
    pub(super) fn add(&mut self, other: &Self) {
        self.stays.extend(&other.stays);
        self.lasted += other.lasted;
    }

    /// How many seconds.
    pub(super) fn seconds(&self) -> i64 {
        let mut stays = self.stays.clone();
        stays.sort_unstable();
        let mut told = i64::MIN;
        let mut seconds = 0;
        for (from, to) in stays {
            seconds += (to - from.max(told)).max(0);
            told = told.max(to);
        }
        seconds + self.lasted
    }
}

/// From when to when, where both cells say so to the second; in the one order of day and month in which
/// that makes sense.
pub(super) fn stay(joined: &str, left: &str) -> Option<(i64, i64)> {
    between(joined, left, &TIMES)
}

/// The same to the minute.
pub(super) fn rough_stay(joined: &str, left: &str) -> Option<(i64, i64)> {
    between(joined, left, &SHORT_TIMES)
}

fn between(joined: &str, left: &str, times: &[&str]) -> Option<(i64, i64)> {
    let (joined, left) = (plain(joined), plain(left));
    let formats = DATES
        .iter()
        .flat_map(|date| times.iter().map(move |time| format!("{date} {time}")));
    let stays = formats.filter_map(|format| {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, &format).ok();
        let (from, to) = (at(&joined)?.and_utc(), at(&left)?.and_utc());
        Some((from.timestamp(), to.timestamp()))
    });
    let mut sensible = stays.filter(|(from, to)| (0..=LONGEST).contains(&(to - from)));
    sensible.next()
}

/// A moment with single blanks and `/` in its date, whatever stood there.
fn plain(text: &str) -> String {
    let text = text.replace([',', 'T'], " ");
    let mut words = text.split_whitespace();
    let date = words.next().unwrap_or_default().replace(['-', '.'], "/");
    std::iter::once(date.as_str())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}

/// How many seconds a cell says: `57` minutes, `1h 13m 42s`, `0:47:10`.
pub(super) fn lasted(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.contains(':') {
        let parts: Option<Vec<u32>> = text
            .split(':')
            .map(|part| part.trim().parse().ok())
            .collect();
        return parts.filter(|parts| parts.len() == 3).map(|parts| {
            let parts = parts.into_iter().map(i64::from);
            parts.fold(0, |seconds, part| seconds * 60 + part)
        });
    }
    if let Ok(minutes) = text.parse::<u32>() {
        return Some(i64::from(minutes) * 60);
    }
    let mut seconds = 0;
    for word in text.split_whitespace() {
        let (number, unit) = word.split_at(word.find(|sign: char| !sign.is_ascii_digit())?);
        let length = match unit {
            "d" => 24 * 60 * 60,
            "h" => 60 * 60,
            "m" | "min" => 60,
            "s" => 1,
            _ => return None,
        };
        seconds += i64::from(number.parse::<u32>().ok()?) * length;
    }
    (!text.is_empty()).then_some(seconds)
}
