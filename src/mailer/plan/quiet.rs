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
fn end(event: &Event, now: Instant) -> Option<Instant> {
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

/// When the quiet hours of `event` end that keep back at `now` what has to be there at `needed`; `None`
/// outside them, and where it could not leave in time afterwards.
pub fn waits_until(event: &Event, now: Instant, needed: Instant) -> Option<Instant> {
    end(event, now).filter(|end| *end + AMPLE <= needed)
}

impl Planned<'_> {
    /// When the quiet hours end in which it waits at `now`. What organisers are alarmed about does not.
    pub(super) fn waits_until(&self, event: &Event, now: Instant) -> Option<Instant> {
        let needed = self.session.sitting.starts_at.min(self.until);
        waits_until(event, now, needed).filter(|_| self.what != What::Alarm)
    }
}
