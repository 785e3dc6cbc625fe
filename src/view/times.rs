//! Dates, times and zones in words, by CLDR (TIME-6, A-9).

use chrono::{Datelike, NaiveDate, NaiveDateTime, SecondsFormat, Timelike};
use icu_calendar::error::RangeError;
use icu_calendar::{Date, Gregorian};
use icu_datetime::fieldsets::enums::DateFieldSet;
use icu_datetime::fieldsets::{self, zone::ExemplarCity};
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_time::zone::IanaParser;
use icu_time::{Time, TimeZone};
use serde::Serialize;
use writeable::TryWriteable;

use super::locale::Locale;
use crate::base::clock::Instant;
use crate::base::zone::{Zone, utc_offset};

/// A moment in words, for `<time>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// “Thursday, 24 November 2022, 23:59 Beirut time (UTC+2)”.
    pub words: String,
    /// RFC 3339, for programs.
    pub iso: String,
}

/// From when to when something takes place, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hours {
    /// “Friday, 25 November 2022”.
    pub date: String,
    /// “15:00–17:00”; an end on another day has its date with it.
    pub hours: String,
    /// “Beirut time (UTC+2)”.
    pub zone: String,
    /// “15:00–17:00 Beirut time (UTC+2)”.
    pub hours_in_zone: String,
    /// The start by RFC 3339, for programs.
    pub starts: String,
    /// The end by RFC 3339, for programs.
    pub ends: String,
}

/// The parts of a date, for a calendar leaf.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leaf {
    /// “25”.
    pub day: String,
    /// “Nov”.
    pub month: String,
    /// “2022”.
    pub year: String,
    /// “Friday”.
    pub weekday: String,
    /// `2022-11-25`.
    pub iso: String,
}

/// `$date` written by CLDR with the given fields. A macro, since the bounds of a function over all
/// field sets would be longer than what it does.
macro_rules! written {
    ($locale:expr, $date:expr, $fields:expr) => {{
        let date: NaiveDate = $date;
        let formatter = FixedCalendarDateTimeFormatter::try_new($locale.formats().into(), $fields);
        match (formatter, gregorian(date)) {
            (Ok(formatter), Ok(day)) => formatter.format(&day).to_string(),
            _ => date.to_string(),
        }
    }};
}

impl Locale {
    /// “Friday, 25 November 2022”.
    pub fn date(&self, date: NaiveDate) -> String {
        self.by_pattern(date, "pattern-day")
    }

    /// “15:00”.
    pub fn time(&self, wall: NaiveDateTime) -> String {
        let prefs = self.formats().into();
        let time = Time::try_new(wall.hour() as u8, wall.minute() as u8, 0, 0);
        match (
            NoCalendarFormatter::try_new(prefs, fieldsets::T::hm()),
            time,
        ) {
            (Ok(formatter), Ok(time)) => formatter.format(&time).to_string(),
            _ => wall.format("%H:%M").to_string(),
        }
    }

    /// “Beirut time (UTC+2)”: the offset is that of `at`.
    pub fn zone(&self, zone: &Zone, at: Instant) -> String {
        let offset = utc_offset(zone.offset(at));
        match self.city(zone) {
            Some(city) => self.text_with("zone", &[("city", &city), ("offset", &offset)]),
            None => offset,
        }
    }

    /// “Thursday, 24 November 2022, 23:59 Beirut time (UTC+2)”.
    pub fn moment(&self, zone: &Zone, at: Instant) -> Moment {
        let wall = zone.local(at);
        let (date, time) = (self.date(wall.date()), self.time(wall));
        let time = self.in_zone(&time, zone, at);
        Moment {
            words: self.text_with("date-and-time", &[("date", &date), ("time", &time)]),
            iso: iso(zone, at),
        }
    }

    /// From `starts` to `ends` in `zone`.
    pub fn hours(&self, zone: &Zone, starts: Instant, ends: Instant) -> Hours {
        let (from, to) = (zone.local(starts), zone.local(ends));
        let (start, end) = (self.time(from), self.time(to));
        let hours = if from.date() == to.date() {
            self.text_with("time-range", &[("start", &start), ("end", &end)])
        } else {
            let date = self.date(to.date());
            let values = [("start", &*start), ("end", &end), ("date", &date)];
            self.text_with("time-range-to-another-day", &values)
        };
        Hours {
            date: self.date(from.date()),
            hours_in_zone: self.in_zone(&hours, zone, starts),
            zone: self.zone(zone, starts),
            hours,
            starts: iso(zone, starts),
            ends: iso(zone, ends),
        }
    }

    /// “6 December 2022” or “6 December 2022 – 7 December 2022”.
    pub fn days(&self, first: NaiveDate, last: NaiveDate) -> String {
        if first == last {
            return self.date(first);
        }
        let [start, end] = [first, last].map(|day| self.by_pattern(day, "pattern-date"));
        self.text_with("date-range", &[("start", &start), ("end", &end)])
    }

    /// The parts of `date`.
    pub fn leaf(&self, date: NaiveDate) -> Leaf {
        Leaf {
            day: date.day().to_string(),
            month: written!(self, date, fieldsets::M::medium()),
            year: date.year().to_string(),
            weekday: written!(self, date, fieldsets::E::long()),
            iso: date.to_string(),
        }
    }

    /// By a pattern of the catalogue and CLDR's names. ICU4X's own choice of a long date falls back to
    /// the order of English for languages whose data lack one, such as Georgian.
    fn by_pattern(&self, date: NaiveDate, key: &str) -> String {
        let pattern = self.text(key).parse::<DateTimePattern>();
        let names: Result<FixedCalendarDateTimeNames<Gregorian, DateFieldSet>, _> =
            FixedCalendarDateTimeNames::try_new(self.formats().into());
        let (Ok(pattern), Ok(mut names), Ok(day)) = (pattern, names, gregorian(date)) else {
            return date.to_string();
        };
        let Ok(formatter) = names.include_for_pattern(&pattern) else {
            return date.to_string();
        };
        match formatter.format(&day).try_write_to_string() {
            Ok(words) => words.into_owned(),
            Err(_) => date.to_string(),
        }
    }

    fn in_zone(&self, time: &str, zone: &Zone, at: Instant) -> String {
        let offset = utc_offset(zone.offset(at));
        match self.city(zone) {
            Some(city) => {
                let values = [("time", time), ("city", &city), ("offset", &offset)];
                self.text_with("time-in-zone", &values)
            }
            None => self.text_with("time-at-offset", &[("time", time), ("offset", &offset)]),
        }
    }

    /// CLDR's city of a zone; none for zones that are no place, such as `UTC`.
    fn city(&self, zone: &Zone) -> Option<String> {
        let id = IanaParser::new().parse(zone.name());
        if id == TimeZone::UNKNOWN || zone.name().starts_with("Etc/") || zone.name() == "UTC" {
            return None;
        }
        let formatter = NoCalendarFormatter::try_new(self.formats().into(), ExemplarCity).ok()?;
        Some(formatter.format(&id.without_offset()).to_string())
    }
}

fn gregorian(date: NaiveDate) -> Result<Date<Gregorian>, RangeError> {
    Date::try_new_gregorian(date.year(), date.month() as u8, date.day() as u8)
}

fn iso(zone: &Zone, at: Instant) -> String {
    at.with_timezone(&zone.offset(at))
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}
