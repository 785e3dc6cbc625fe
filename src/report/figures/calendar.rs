use chrono::{NaiveDate, NaiveTime, TimeDelta};

use crate::base::clock::Instant;
use crate::base::zone::{WallTime, Zone};

/// More days than fit beside each other are counted by the week, and more weeks by several.
const MOST_PARTS: i64 = 92;
/// How long before closing it stands on the chart at the latest.
const SOON: TimeDelta = TimeDelta::days(14);

/// The days of a chart, in the zone of its event; where they are many, weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// The first day of each part.
    pub days: Vec<NaiveDate>,
    /// How many days a part has.
    pub step: i64,
    /// When each part begins, and when the last ends.
    pub bounds: Vec<Instant>,
}

impl Calendar {
    /// From the first registration to the last, or to the closing of registration where that has come or
    /// is near, as it is at `now`.
    pub fn of(zone: &Zone, span: (Instant, Instant), closes_at: Instant, now: Instant) -> Self {
        let (first, last) = span;
        let shows_closing = closes_at - now <= (now - first) * 2 + SOON;
        let end = if shows_closing {
            last.max(closes_at)
        } else {
            last.max(now)
        };
        let [first, end] = [first, end].map(|at| zone.local(at).date());
        let length = (end - first).num_days().max(0) + 1;
        let step = match length {
            ..=MOST_PARTS => 1,
            _ => 7 * (length + 7 * MOST_PARTS - 1).div_euclid(7 * MOST_PARTS),
        };
        let parts = (length + step - 1) / step;
        let day = |part: i64| first + TimeDelta::days(part * step);
        Self {
            days: (0..parts).map(day).collect(),
            step,
            bounds: (0..=parts).map(|part| midnight(zone, day(part))).collect(),
        }
    }
}

/// The first moment of a day; where the clocks go over it, the one after that.
fn midnight(zone: &Zone, day: NaiveDate) -> Instant {
    zone.resolve_leniently(WallTime::of(day.and_time(NaiveTime::MIN)))
        .instant
}
