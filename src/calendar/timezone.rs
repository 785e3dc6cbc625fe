//! Times with their zone: VTIMEZONE from the zone's own rules (RFC 5545 section 3.6.5), and UTC
//! where those rules do not fit into one.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use ical::parser::ical::component::{
    IcalTimeZone, IcalTimeZoneTransition, IcalTimeZoneTransitionType,
};
use ical::property::Property;

use super::property::{instant, plain, text, with};
use crate::base::clock::Instant;
use crate::base::zone::{Transition, WallTime, Zone};

/// The year in which the rules begin: the same for every event, so that two objects with the same
/// TZID define it alike.
const EPOCH: i32 = 1970;

/// How far ahead a rule should hold. A shorter stretch will do where governments have decided so.
const AHEAD: i32 = 8;

/// The definition of `zone` that is right from `from` until `until`: one STANDARD for a zone without
/// changes, one STANDARD and one DAYLIGHT with a rule where it changes twice a year by a rule
/// (CAL-12). None where the changes of those years follow no such rule; times are then given in UTC
/// (CAL-13).
pub(super) fn definition(zone: &Zone, from: Instant, until: Instant) -> Option<IcalTimeZone> {
    let years = zone.local(from).year()..=zone.local(until).year();
    let onsets = if changes(zone, years.clone()).is_empty() {
        vec![fixed(zone, from)]
    } else {
        yearly_rules(zone, &years)?
            .iter()
            .map(Rule::onset)
            .collect()
    };
    Some(IcalTimeZone {
        properties: vec![
            text("TZID", zone.name()),
            text("X-LIC-LOCATION", zone.name()),
        ],
        transitions: onsets,
    })
}

/// Whether the wall time of `instant` names it alone: in an hour that happens twice, readers choose
/// for themselves.
pub(super) fn names_one_instant(zone: &Zone, instant: Instant) -> bool {
    zone.resolve_strictly(WallTime::of(zone.local(instant)))
        .is_ok()
}

/// A property with the wall time of `at` and the zone's name (RFC 5545 section 3.3.5, form 3), or
/// with UTC (form 2) where the object does not define the zone.
pub(super) fn moment(name: &str, zone: &Zone, at: Instant, is_defined: bool) -> Property {
    if is_defined {
        let local = plain(name, local_form(zone.local(at)));
        with(local, "TZID", &[zone.name()])
    } else {
        instant(name, at)
    }
}

/// One of the two changes that recur every year.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    from: FixedOffset,
    to: FixedOffset,
    abbreviation: String,
    month: u32,
    weekday: Weekday,
    /// Which of the month's weekdays it can be, with -1 for the last.
    weeks: Vec<i8>,
    /// The wall time before the change at which it comes.
    time: NaiveTime,
}

/// The two rules by which all changes of `years` come, and those of at least one year beside them:
/// whatever happens once looks like a rule.
fn yearly_rules(zone: &Zone, years: &RangeInclusive<i32>) -> Option<[Rule; 2]> {
    let (first, last) = (*years.start(), *years.end());
    [first..=last + AHEAD, first..=last + 1, first - 1..=last]
        .into_iter()
        .find_map(|mut years| {
            let begin = rules_of(zone, years.next()?)?;
            years.try_fold(begin, |[one, other], year| {
                let [next_one, next_other] = rules_of(zone, year)?;
                Some([one.narrowed_by(&next_one)?, other.narrowed_by(&next_other)?])
            })
        })
}

/// What the changes of one year could be an instance of, if there are two and the second takes back
/// the first.
fn rules_of(zone: &Zone, year: i32) -> Option<[Rule; 2]> {
    let changes = changes(zone, year..=year);
    let [one, other] = changes.as_slice() else {
        return None;
    };
    (one.from == other.to && one.to == other.from).then(|| [Rule::of(one), Rule::of(other)])
}

fn changes(zone: &Zone, years: RangeInclusive<i32>) -> Vec<Transition> {
    let new_year = |year| {
        NaiveDate::from_ymd_opt(year, 1, 1)
            .map_or(NaiveDateTime::MAX, |day| day.and_time(NaiveTime::MIN))
            .and_utc()
    };
    zone.transitions(new_year(*years.start()), new_year(*years.end() + 1))
}

fn fixed(zone: &Zone, at: Instant) -> IcalTimeZoneTransition {
    let offset = zone.offset(at);
    onset(
        IcalTimeZoneTransitionType::STANDARD,
        [offset, offset],
        &zone.abbreviation(at),
        local_form(DateTime::UNIX_EPOCH.naive_utc()),
    )
}

impl Rule {
    fn of(change: &Transition) -> Self {
        let local = (change.at.naive_utc() + change.from).date();
        let time = (change.at.naive_utc() + change.from).time();
        let nth = i8::try_from(local.day0() / 7 + 1).unwrap_or(-1);
        let is_last = (local + Days::new(7)).month() != local.month();
        Self {
            from: change.from,
            to: change.to,
            abbreviation: change.abbreviation.clone(),
            month: local.month(),
            weekday: local.weekday(),
            weeks: if is_last { vec![-1, nth] } else { vec![nth] },
            time,
        }
    }

    /// The rule that gives both changes.
    fn narrowed_by(mut self, other: &Self) -> Option<Self> {
        self.weeks.retain(|week| other.weeks.contains(week));
        let is_same = Self {
            weeks: self.weeks.clone(),
            ..other.clone()
        } == self;
        (is_same && !self.weeks.is_empty()).then_some(self)
    }

    fn onset(&self) -> IcalTimeZoneTransition {
        let week = self.weeks.first().copied().unwrap_or(-1);
        // The larger offset is what people call summer time; Ireland's law has it the other way.
        let kind = if self.to.local_minus_utc() > self.from.local_minus_utc() {
            IcalTimeZoneTransitionType::DAYLIGHT
        } else {
            IcalTimeZoneTransitionType::STANDARD
        };
        let mut onset = onset(
            kind,
            [self.from, self.to],
            &self.abbreviation,
            local_form(self.first_day(week).and_time(self.time)),
        );
        let day = match self.weekday {
            Weekday::Mon => "MO",
            Weekday::Tue => "TU",
            Weekday::Wed => "WE",
            Weekday::Thu => "TH",
            Weekday::Fri => "FR",
            Weekday::Sat => "SA",
            Weekday::Sun => "SU",
        };
        onset.properties.push(plain(
            "RRULE",
            format!("FREQ=YEARLY;BYMONTH={};BYDAY={week}{day}", self.month),
        ));
        onset
    }

    /// The day on which the rule comes in [`EPOCH`], as DTSTART has to be one of the recurrences.
    fn first_day(&self, week: i8) -> NaiveDate {
        let nth = u8::try_from(week).unwrap_or(5);
        (1..=nth)
            .rev()
            .find_map(|n| NaiveDate::from_weekday_of_month_opt(EPOCH, self.month, self.weekday, n))
            .unwrap_or_default()
    }
}

fn onset(
    kind: IcalTimeZoneTransitionType,
    [from, to]: [FixedOffset; 2],
    abbreviation: &str,
    begins: String,
) -> IcalTimeZoneTransition {
    IcalTimeZoneTransition {
        transition: kind,
        properties: vec![
            plain("TZOFFSETFROM", offset_form(from)),
            plain("TZOFFSETTO", offset_form(to)),
            text("TZNAME", abbreviation),
            plain("DTSTART", begins),
        ],
    }
}

fn local_form(local: NaiveDateTime) -> String {
    local.format("%Y%m%dT%H%M%S").to_string()
}

/// An offset as RFC 5545 section 3.3.14 writes it.
fn offset_form(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}
