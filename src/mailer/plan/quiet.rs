//! Hours in which nothing leaves that many get at once (E-29).

use chrono::{Days, TimeDelta};

use super::{Planned, What};
use crate::base::clock::Instant;
use crate::base::zone::WallTime;
use crate::event::Event;

/// What many get has to leave so long before a session starts: sending takes its time, and reading.
const AMPLE: TimeDelta = TimeDelta::hours(2);

/// When the quiet hours of `event` end in which `now` falls; `None` outside them. On the event's clock,
/// and always after `now`.
pub(super) fn end(event: &Event, now: Instant) -> Option<Instant> {
    let quiet = event.details.mail.as_ref()?.quiet_hours?;
    let local = event.details.zone.local(now);
    let (date, time) = (local.date(), local.time());
    let is_past_midnight = quiet.to < quiet.from;
    let is_quiet = if is_past_midnight {
        time >= quiet.from || time < quiet.to
    } else {
        quiet.from <= time && time < quiet.to
    };
    let last_day = if is_past_midnight && time >= quiet.from {
        date + Days::new(1)
    } else {
        date
    };
    let end = WallTime::of(last_day.and_time(quiet.to));
    let end = event.details.zone.resolve_leniently(end).instant;
    (is_quiet && now < end).then_some(end)
}

impl Planned<'_> {
    /// Whether it can leave at `end` only and still be of use. What organisers are alarmed about cannot.
    pub(super) fn can_wait_until(&self, end: Instant) -> bool {
        let needed = self.session.sitting.starts_at.min(self.until);
        self.what != What::Alarm && end + AMPLE <= needed
    }
}
