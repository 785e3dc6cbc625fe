use super::words::{name, people, percent, share};
use super::{Figure, Share};
use crate::view::{Anchor, Chart, Locale, Paint, Paper, Row};

const WIDTH: i64 = 340;
/// From one group to the next.
const STEP: i64 = 48;
const THICKNESS: i64 = 14;
/// Characters that fit beside a number.
const LONGEST_NAME: usize = 28;

/// `figure` as a drawing with its table: under the name of each group a bar that is as long as its part
/// of the whole.
pub fn chart(figure: &Figure, locale: &Locale) -> Chart {
    let called = |share: &Share| name(figure.common, &share.who, locale);
    Bars {
        name: figure.common.as_str(),
        title: locale.text(&format!("figures-title-{}", figure.common)),
        column: locale.text(&format!("figures-column-{}", figure.common)),
        bars: figure
            .shares
            .iter()
            .map(|share| (called(share), share.people))
            .collect(),
        total: figure.total,
    }
    .chart(locale)
}

/// Groups of a whole.
pub(in crate::report) struct Bars {
    /// Tells its drawing from others on a page.
    pub(in crate::report) name: &'static str,
    /// What it is.
    pub(in crate::report) title: String,
    /// What the groups are.
    pub(in crate::report) column: String,
    /// What each is called, and how many are in it; `None` where that is not told.
    pub(in crate::report) bars: Vec<(String, Option<i64>)>,
    /// Everybody.
    pub(in crate::report) total: i64,
}

impl Bars {
    /// The drawing with its table.
    pub(in crate::report) fn chart(self, locale: &Locale) -> Chart {
        let mut paper = Paper::new(locale.direction(), WIDTH);
        for (bar, y) in self.bars.iter().zip((0..).step_by(STEP as usize)) {
            draw(&mut paper, self.total, bar, y, locale);
        }
        let height = STEP * self.bars.len() as i64 - (STEP - 36);
        let (summary, rows) = (self.summary(locale), self.rows(locale));
        Chart {
            drawing: paper.finish(self.name, self.title, summary, height),
            columns: vec![
                self.column,
                locale.text("figures-column-people"),
                locale.text("figures-column-percent"),
            ],
            rows,
            total: Some(self.total),
        }
    }

    fn summary(&self, locale: &Locale) -> String {
        let parts = self.bars.iter().map(|(called, people)| match people {
            Some(people) => {
                let count = people.to_string();
                locale.text_with("figures-part", &[("name", called), ("count", &count)])
            }
            None => called.clone(),
        });
        let parts: Vec<String> = parts.collect();
        let (people, parts) = (people(self.total, locale), locale.list(&parts));
        locale.text_with("figures-summary", &[("people", &people), ("parts", &parts)])
    }

    fn rows(&self, locale: &Locale) -> Vec<Row> {
        let told = |number: Option<i64>| {
            number.map_or_else(|| locale.text("figures-untold"), |n| n.to_string())
        };
        let row = |(called, people): &(String, Option<i64>)| Row {
            name: called.clone(),
            cells: vec![
                told(*people),
                told(people.map(|people| percent(people, self.total))),
            ],
        };
        self.bars.iter().map(row).collect()
    }
}

fn draw(
    paper: &mut Paper,
    total: i64,
    (called, people): &(String, Option<i64>),
    y: i64,
    locale: &Locale,
) {
    let base = y + 15;
    paper.text(Paint::Label, Anchor::Start, (0, base), isolated(called));
    let told = people.map_or_else(
        || locale.text("figures-untold"),
        |people| share(people, total, locale),
    );
    paper.text(Paint::Value, Anchor::End, (WIDTH, base), told);
    let top = y + 22;
    paper.rect(Paint::Track, (0, top), (WIDTH, THICKNESS));
    if let Some(people) = people.filter(|people| *people > 0) {
        let length = (WIDTH * people / total.max(1)).max(2);
        paper.rect(Paint::Bar, (0, top), (length, THICKNESS));
    }
}

/// A name that somebody typed, cut to what fits, which does not turn what stands around it.
fn isolated(name: &str) -> String {
    let mut cut: String = name.chars().take(LONGEST_NAME).collect();
    if cut.len() < name.len() {
        cut.push('…');
    }
    format!("\u{2068}{cut}\u{2069}")
}
