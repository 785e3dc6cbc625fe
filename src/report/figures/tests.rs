use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::base::clock::Instant;
use crate::base::language::Direction;
use crate::base::zone::Zone;
use crate::view::{Paint, Shape, View};

fn figure(sizes: &[i64]) -> Figure {
    let shares = sizes.iter().zip(b'a'..).map(|(people, name)| Share {
        who: Who::Said(char::from(name).to_string()),
        people: Some(*people),
    });
    Figure {
        common: Common::Organisation,
        shares: shares.collect(),
        total: sizes.iter().sum(),
    }
}

fn sizes(figure: &Figure) -> Vec<Option<i64>> {
    figure.shares.iter().map(|share| share.people).collect()
}

fn at(moment: &str) -> Instant {
    moment.parse().expect("a moment")
}

fn zone() -> Zone {
    "Asia/Beirut".parse().expect("a zone")
}

fn view() -> View {
    View::load(None).expect("the built-in templates")
}

#[test]
fn u_15_a_cell_of_four_is_absent_from_the_shared_view() {
    for (all, shared) in [
        (&[20, 9, 5][..], &[Some(20), Some(9), Some(5)][..]),
        (&[20, 4, 3], &[Some(20), None]),
        // One hidden group could be told by what the others lack of the total.
        (&[20, 9, 4], &[Some(20), None]),
        // All that are hidden have to be some.
        (&[20, 9, 1, 1], &[Some(20), None]),
        (&[4, 1], &[None]),
        (&[4], &[None]),
        (&[], &[]),
    ] {
        let shared_figure = discreet(figure(all));
        assert_eq!(sizes(&shared_figure), shared, "{all:?}");
        assert_eq!(shared_figure.total, all.iter().sum::<i64>());
    }
}

#[test]
fn u_15_everybody_is_in_one_group() {
    let group = |what: Option<&str>, people| Group {
        what: what.map(str::to_owned),
        people,
    };
    let counts = Counts {
        ever: 40,
        live: 30,
        groups: [
            (Common::Country, vec![group(Some("LB"), 20), group(None, 6)]),
            (Common::Source, vec![group(None, 30)]),
        ]
        .into(),
        span: None,
    };
    let countries = Figure::of(&counts, Common::Country).expect("somebody said theirs");
    assert_eq!(sizes(&countries), [Some(20), Some(6), Some(4)]);
    assert_eq!(countries.shares[2].who, Who::Others);
    assert_eq!(Figure::of(&counts, Common::Source), None);
    assert_eq!(Figure::of(&counts, Common::Mode), None);
}

#[test]
fn a_11_the_table_says_what_the_bars_show_in_both_directions() {
    let view = view();
    let figure = figure(&[60, 30, 10]);
    for tag in ["en", "ar"] {
        let locale = view.locale(&tag.parse().expect("a tag"));
        let chart = chart(&figure, locale);
        let bars: Vec<(i64, i64)> = rects(&chart.drawing, Paint::Bar);
        let expected = match locale.direction() {
            Direction::Ltr => [(0, 204), (0, 102), (0, 34)],
            Direction::Rtl => [(136, 204), (238, 102), (306, 34)],
        };
        assert_eq!(bars, expected);
        let people: i64 = chart
            .rows
            .iter()
            .filter_map(|row| row.cells[0].parse::<i64>().ok())
            .sum();
        assert_eq!((people, chart.total), (100, Some(100)));
        assert!(
            chart.drawing.summary.contains("60"),
            "{}",
            chart.drawing.summary
        );
    }
}

fn rects(drawing: &crate::view::Drawing, wanted: Paint) -> Vec<(i64, i64)> {
    let widths = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect {
            paint, x, width, ..
        } if *paint == wanted => Some((*x, *width)),
        _ => None,
    });
    widths.collect()
}

#[test]
fn u_15_days_are_those_of_the_events_zone() {
    let span = (at("2022-11-10T21:59:00Z"), at("2022-11-12T22:00:00Z"));
    let closes_at = at("2022-11-13T10:00:00Z");
    let calendar = Calendar::of(&zone(), span, closes_at, at("2022-11-12T23:00:00Z"));
    let day = |day| NaiveDate::from_ymd_opt(2022, 11, day).expect("a day");
    assert_eq!(calendar.days, [10, 11, 12, 13].map(day));
    assert_eq!(calendar.bounds[1], at("2022-11-10T22:00:00Z"));
    assert_eq!((calendar.bounds.len(), calendar.step), (5, 1));
}

#[test]
fn u_15_a_year_is_counted_by_the_week_and_a_far_closing_is_left_out() {
    let first = at("2022-01-01T10:00:00Z");
    let now = first + TimeDelta::days(364);
    let year = Calendar::of(&zone(), (first, now), now, now);
    assert_eq!((year.step, year.days.len()), (7, 53));
    let ten_years = Calendar::of(&zone(), (first, first + TimeDelta::days(3650)), now, now);
    assert_eq!((ten_years.step, ten_years.days.len()), (42, 87));
    let soon = first + TimeDelta::days(3);
    let far = Calendar::of(&zone(), (first, first), now, soon);
    assert_eq!(far.days.len(), 4);
}

#[test]
fn u_15_the_line_ends_where_the_table_does_and_what_is_to_come_is_blank() {
    let view = view();
    let locale = view.locale(&"en".parse().expect("a tag"));
    let zone = zone();
    let (first, now) = (at("2022-11-10T10:00:00Z"), at("2022-11-12T10:00:00Z"));
    let closes_at = at("2022-11-13T22:00:00Z");
    let course = Course {
        calendar: Calendar::of(&zone, (first, now), closes_at, now),
        counted: vec![3, 0, 8, 0, 0],
        closes_at,
        now,
        zone: &zone,
    };
    let chart = over_time(&course, locale);
    let table: Vec<&[String]> = chart.rows.iter().map(|row| row.cells.as_slice()).collect();
    assert_eq!(table, [["3", "3"], ["0", "3"], ["8", "11"]]);
    assert_eq!(
        rects(&chart.drawing, Paint::Bar).len(),
        3,
        "two days and the legend"
    );
    let moments = chart.drawing.shapes.iter().filter(|shape| {
        matches!(
            shape,
            Shape::Line {
                paint: Paint::Moment,
                ..
            }
        )
    });
    assert_eq!(moments.count(), 1);
    assert!(
        chart.drawing.summary.contains("11 people registered from"),
        "{}",
        chart.drawing.summary
    );
}

#[test]
fn s_20_no_cell_of_a_charts_file_begins_a_formula() {
    let view = view();
    let locale = view.locale(&"en".parse().expect("a tag"));
    let mut figure = figure(&[2]);
    figure.shares[0].who = Who::Said("=HYPERLINK(\"x\")".to_owned());
    let file = String::from_utf8(csv(&chart(&figure, locale)).expect("a file")).expect("text");
    let expected = "\u{FEFF}Organisation,People,Per cent\r\n\"'=HYPERLINK(\"\"x\"\")\",2,100\r\n";
    assert_eq!(file, expected);
}
