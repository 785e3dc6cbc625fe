use chrono::NaiveDate;

use super::calendar::Calendar;
use super::words::people;
use crate::base::clock::Instant;
use crate::base::zone::Zone;
use crate::view::{Anchor, Chart, Locale, Paint, Paper, Row};

const WIDTH: i64 = 760;
const HEIGHT: i64 = 312;
/// Where the bars begin and end, and their base line.
const FROM: i64 = 48;
const TO: i64 = 700;
const TOP: i64 = 64;
const BASE: i64 = 272;
/// So many days have their date beneath.
const MOST_DATES: usize = 6;

/// Registrations over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course<'a> {
    /// The days.
    pub calendar: Calendar,
    /// How many registered in each part of them.
    pub counted: Vec<i64>,
    /// When registration closes.
    pub closes_at: Instant,
    /// What is after this moment is not known yet.
    pub now: Instant,
    /// The zone of the days.
    pub zone: &'a Zone,
}

/// A part of the calendar that has begun.
struct Part {
    day: NaiveDate,
    people: i64,
    /// All up to its end.
    total: i64,
}

/// `course` as a drawing with its table: bars by day, a line of all up to then, and when registration
/// closes.
pub fn over_time(course: &Course<'_>, locale: &Locale) -> Chart {
    let parts = parts(course);
    let total = parts.last().map_or(0, |part| part.total);
    let mut paper = Paper::new(locale.direction(), WIDTH);
    scales(&mut paper, &parts, total, locale);
    bars(&mut paper, course, &parts);
    line(&mut paper, course, &parts, total);
    closing(&mut paper, course, locale);
    dates(&mut paper, course, locale);
    legend(&mut paper, course, locale);
    Chart {
        drawing: paper.finish(
            "days",
            locale.text("figures-title-days"),
            summary(course, &parts, total, locale),
            HEIGHT,
        ),
        columns: vec![
            locale.text(by_part(course, "figures-column-day", "figures-column-week")),
            locale.text("figures-column-new"),
            locale.text("figures-column-total"),
        ],
        rows: parts
            .iter()
            .map(|part| Row {
                name: locale.date(part.day),
                cells: vec![part.people.to_string(), part.total.to_string()],
            })
            .collect(),
        total: None,
    }
}

fn by_part<'t>(course: &Course<'_>, day: &'t str, week: &'t str) -> &'t str {
    if course.calendar.step == 1 { day } else { week }
}

fn parts(course: &Course<'_>) -> Vec<Part> {
    let Calendar { days, bounds, .. } = &course.calendar;
    let mut total = 0;
    days.iter()
        .zip(&course.counted)
        .zip(bounds)
        .take_while(|(_, begins_at)| **begins_at <= course.now)
        .map(|((day, people), _)| {
            total += people;
            Part {
                day: *day,
                people: *people,
                total,
            }
        })
        .collect()
}

/// Values of a day are read where reading begins, those of all at the other end.
fn scales(paper: &mut Paper, parts: &[Part], total: i64, locale: &Locale) {
    let most = parts.iter().map(|part| part.people).max().unwrap_or(0);
    let (of_day, of_all) = (rounded_up(most), rounded_up(total));
    for step in 0..=2 {
        let y = BASE - (BASE - TOP) * step / 2;
        paper.line(Paint::Rule, &[(FROM, y), (TO, y)]);
        let values = [
            (Anchor::End, FROM - 8, of_day),
            (Anchor::Start, TO + 8, of_all),
        ];
        for (anchor, x, scale) in values {
            let value = (scale * step / 2).to_string();
            paper.text(Paint::Note, anchor, (x, y + 5), value);
        }
    }
    let names = [
        (Anchor::Start, 0, "figures-scale-new"),
        (Anchor::End, WIDTH, "figures-scale-total"),
    ];
    for (anchor, x, name) in names {
        paper.text(Paint::Note, anchor, (x, TOP - 16), locale.text(name));
    }
}

fn bars(paper: &mut Paper, course: &Course<'_>, parts: &[Part]) {
    let most = parts.iter().map(|part| part.people).max().unwrap_or(0);
    for (index, part) in parts.iter().enumerate().filter(|(_, part)| part.people > 0) {
        let (from, to) = (edge(course, index), edge(course, index + 1));
        let gap = i64::from(to - from > 4);
        let height = height(part.people, most).max(2);
        let width = (to - from - 2 * gap).max(1);
        paper.rect(Paint::Bar, (from + gap, BASE - height), (width, height));
    }
}

fn line(paper: &mut Paper, course: &Course<'_>, parts: &[Part], total: i64) {
    let ends = parts.iter().enumerate().map(|(index, part)| {
        let at = edge(course, index + 1);
        (at, BASE - height(part.total, total))
    });
    let points: Vec<(i64, i64)> = std::iter::once((FROM, BASE)).chain(ends).collect();
    paper.line(Paint::Total, &points);
}

/// Where it is on the chart; its words stand where there is room for them.
fn closing(paper: &mut Paper, course: &Course<'_>, locale: &Locale) {
    let Some(x) = place(course, course.closes_at) else {
        return;
    };
    paper.line(Paint::Moment, &[(x, TOP - 8), (x, BASE)]);
    let words = locale.text("figures-closing");
    let (anchor, beside) = if x > (FROM + TO) / 2 {
        (Anchor::End, x - 8)
    } else {
        (Anchor::Start, x + 8)
    };
    paper.text(Paint::Note, anchor, (beside, TOP + 20), words);
}

fn dates(paper: &mut Paper, course: &Course<'_>, locale: &Locale) {
    let days = &course.calendar.days;
    let step = days.len().div_ceil(MOST_DATES).max(1);
    for (index, day) in days.iter().enumerate().step_by(step) {
        let middle = (edge(course, index) + edge(course, index + 1)) / 2;
        let text = short(*day, locale);
        paper.text(Paint::Note, Anchor::Middle, (middle, BASE + 24), text);
    }
}

/// What the shapes mean, for those who see no colours.
fn legend(paper: &mut Paper, course: &Course<'_>, locale: &Locale) {
    let per_part = by_part(course, "figures-legend-day", "figures-legend-week");
    paper.rect(Paint::Bar, (FROM, 6), (28, 14));
    paper.text(
        Paint::Label,
        Anchor::Start,
        (FROM + 38, 19),
        locale.text(per_part),
    );
    let middle = (FROM + TO) / 2;
    paper.line(Paint::Total, &[(middle, 13), (middle + 28, 13)]);
    let total = locale.text("figures-legend-total");
    paper.text(Paint::Label, Anchor::Start, (middle + 38, 19), total);
}

fn summary(course: &Course<'_>, parts: &[Part], total: i64, locale: &Locale) -> String {
    let busiest = parts.iter().rev().max_by_key(|part| part.people);
    let (Some(first), Some(last), Some(busiest)) = (parts.first(), parts.last(), busiest) else {
        return people(0, locale);
    };
    let closes = locale.moment(course.zone, course.closes_at).words;
    let values = [
        ("people", &*people(total, locale)),
        ("first", &locale.date(first.day)),
        ("last", &locale.date(last.day)),
        ("busiest", &locale.date(busiest.day)),
        ("most", &busiest.people.to_string()),
        ("closes", &closes),
    ];
    locale.text_with("figures-summary-days", &values)
}

/// “24 Nov”.
fn short(day: NaiveDate, locale: &Locale) -> String {
    let leaf = locale.leaf(day);
    locale.text_with(
        "figures-date",
        &[("day", &leaf.day), ("month", &leaf.month)],
    )
}

/// Where the part at `index` begins.
fn edge(course: &Course<'_>, index: usize) -> i64 {
    let parts = course.calendar.days.len().max(1);
    FROM + (TO - FROM) * index as i64 / parts as i64
}

/// Where `at` is, if it is on the chart.
fn place(course: &Course<'_>, at: Instant) -> Option<i64> {
    let bounds = &course.calendar.bounds;
    let (first, last) = (*bounds.first()?, *bounds.last()?);
    let whole = (last - first).num_seconds().max(1);
    (first <= at && at <= last).then(|| FROM + (TO - FROM) * (at - first).num_seconds() / whole)
}

/// How high `value` is on a scale that ends above `most`.
fn height(value: i64, most: i64) -> i64 {
    (BASE - TOP) * value / rounded_up(most)
}

/// The next of 2, 4, 6, 10, 20, 40, 60, 100, … that is no less than a value.
fn rounded_up(value: i64) -> i64 {
    let mut decade = 1;
    loop {
        for factor in [2, 4, 6, 10] {
            if decade * factor >= value {
                return decade * factor;
            }
        }
        decade *= 10;
    }
}
