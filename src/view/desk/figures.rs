use serde::Serialize;

use super::frame::{DeskFrame, EventTab};
use crate::base::language::Direction;
use crate::view::Row;
use crate::view::{Anchor, Chart, Drawing, EventFacts, Frame, Locale, Moment, Page, Paint, Paper};

/// How many registered for an event, and who they are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FiguresPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// When it was counted.
    pub counted_at: Moment,
    /// Whether that was before the registrations were deleted.
    pub kept: bool,
    /// The charts; none while nobody has registered.
    pub charts: Vec<ChartCard>,
    /// Who came to which session, of several.
    pub sessions: Vec<SessionNumbers>,
    /// The report of the event.
    pub report: String,
    /// What was said in its survey.
    pub survey: String,
    /// The links of partners.
    pub partners: String,
    /// Whether some of those who registered followed a link with a source.
    pub has_sources: bool,
}

/// A chart with its files.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartCard {
    /// The chart.
    pub chart: Chart,
    /// The address of its drawing.
    pub svg: String,
    /// The address of its table.
    pub csv: String,
}

/// A drawing in a file of its own, complete in itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChartFile {
    /// The drawing.
    pub drawing: Drawing,
    /// The event that it is about, cut to what fits.
    pub event: String,
}

/// What became of an event, on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The event.
    pub event: EventFacts,
    /// When it was counted.
    pub counted_at: Moment,
    /// Whether the event is still going on, or to come.
    pub is_running: bool,
    /// Whether small groups are left out, so that it may be shown to others.
    pub is_shared: bool,
    /// The same with them, or without.
    pub other: String,
    /// How many, in the order of the page.
    pub numbers: Vec<Number>,
    /// Who they were.
    pub charts: Vec<Chart>,
    /// Who came to which session, of several.
    pub sessions: Vec<SessionNumbers>,
    /// What was said in the survey, by choosing.
    pub survey: Vec<Chart>,
}

/// How many came to a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionNumbers {
    /// What it is called.
    pub name: String,
    /// Who has a place; none where so few that it is not told.
    pub confirmed: Option<i64>,
    /// Who of them came; none where it is not told.
    pub came: Option<i64>,
    /// That, in a hundred.
    pub percent: Option<i64>,
}

/// One number of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Number {
    /// Its words: `report-KEY` in the catalogue.
    pub key: &'static str,
    /// How many; none where so few that it is not told.
    pub people: Option<i64>,
}

impl Page for FiguresPage {
    const FILE: &'static str = "desk/figures/show";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let card = |chart| ChartCard {
            chart,
            svg: "/organise/events/water/figures/languages.svg".into(),
            csv: "/organise/events/water/figures/languages.csv".into(),
        };
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Figures),
            counted_at: EventFacts::samples(locale).remove(0).closes,
            kept: false,
            charts: Vec::new(),
            sessions: Vec::new(),
            report: "/organise/events/water/report".into(),
            survey: "/organise/events/water/survey".into(),
            partners: "/organise/events/water/partners".into(),
            has_sources: false,
        };
        let full = Self {
            kept: true,
            charts: vec![card(sample_chart(locale))],
            sessions: sample_sessions(),
            has_sources: true,
            ..empty.clone()
        };
        let mut draft = empty.clone();
        if let Some(event) = &mut draft.frame.event {
            event.public_page = None;
        }
        vec![("empty", empty), ("full", full), ("draft", draft)]
    }
}

impl Page for ChartFile {
    const FILE: &'static str = "desk/figures/file";

    fn samples(_: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let file = Self {
            drawing: sample_chart(locale).drawing,
            event: "\u{2068}Water and Data\u{2069}".into(),
        };
        vec![("languages", file)]
    }
}

impl Page for ReportPage {
    const FILE: &'static str = "desk/figures/report";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let report = |index: usize, is_shared: bool| {
            let event = EventFacts::samples(locale).remove(index);
            Self {
                frame: DeskFrame::event_sample(frame, locale, EventTab::Figures),
                counted_at: event.closes.clone(),
                event,
                is_running: !is_shared,
                is_shared,
                other: "/organise/events/water/report?shared=1".into(),
                numbers: vec![
                    Number {
                        key: "registered",
                        people: Some(63),
                    },
                    Number {
                        key: "withdrawn",
                        people: None,
                    },
                ],
                charts: vec![sample_chart(locale)],
                sessions: sample_sessions(),
                survey: Vec::new(),
            }
        };
        vec![("full", report(0, false)), ("shared", report(1, true))]
    }
}

fn sample_sessions() -> Vec<SessionNumbers> {
    let line = |name: &str, confirmed, came, percent| SessionNumbers {
        name: name.into(),
        confirmed,
        came,
        percent,
    };
    vec![
        line("<b>Night</b>", Some(120), Some(90), Some(75)),
        line("الجلسة 2", None, None, None),
    ]
}

pub(super) fn sample_chart(locale: &Locale) -> Chart {
    let mut paper = Paper::new(locale.direction(), 420);
    let name = "\u{2068}Institute for Public Policy (12)\u{2069}".to_owned();
    paper.text(Paint::Label, Anchor::Start, (0, 15), name);
    paper.text(Paint::Value, Anchor::End, (420, 15), "70 (58%)".into());
    paper.rect(Paint::Track, (0, 22), (420, 14));
    paper.rect(Paint::Bar, (0, 22), (243, 14));
    paper.line(Paint::Total, &[(0, 36), (420, 22)]);
    paper.line(Paint::Moment, &[(300, 0), (300, 36)]);
    let title = locale.text("figures-title-languages");
    let summary = match locale.direction() {
        Direction::Ltr => "English 70",
        Direction::Rtl => "العربية: 70",
    };
    Chart {
        drawing: paper.finish("languages", title, summary.to_owned(), 36),
        columns: ["languages", "people", "percent"]
            .map(|column| locale.text(&format!("figures-column-{column}")))
            .into(),
        rows: vec![Row {
            name: "Institute for Public Policy (12)".into(),
            cells: vec!["70".into(), "58".into()],
        }],
        total: Some(120),
    }
}
