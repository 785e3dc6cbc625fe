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
    let mut paper = Paper::new(locale.direction(), WIDTH);
    for (share, y) in figure.shares.iter().zip((0..).step_by(STEP as usize)) {
        draw(&mut paper, figure, share, y, locale);
    }
    let title = locale.text(&format!("figures-title-{}", figure.common));
    let height = STEP * figure.shares.len() as i64 - (STEP - 36);
    Chart {
        drawing: paper.finish(
            figure.common.as_str(),
            title,
            summary(figure, locale),
            height,
        ),
        columns: vec![
            locale.text(&format!("figures-column-{}", figure.common)),
            locale.text("figures-column-people"),
            locale.text("figures-column-percent"),
        ],
        rows: figure
            .shares
            .iter()
            .map(|share| row(figure, share, locale))
            .collect(),
        total: Some(figure.total),
    }
}

fn draw(paper: &mut Paper, figure: &Figure, part: &Share, y: i64, locale: &Locale) {
    let called = name(figure.common, &part.who, locale);
    let base = y + 15;
    paper.text(Paint::Label, Anchor::Start, (0, base), isolated(&called));
    let told = part.people.map_or_else(
        || locale.text("figures-untold"),
        |people| share(people, figure.total, locale),
    );
    paper.text(Paint::Value, Anchor::End, (WIDTH, base), told);
    let top = y + 22;
    paper.rect(Paint::Track, (0, top), (WIDTH, THICKNESS));
    if let Some(people) = part.people.filter(|people| *people > 0) {
        let length = (WIDTH * people / figure.total.max(1)).max(2);
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

fn summary(figure: &Figure, locale: &Locale) -> String {
    let parts = figure.shares.iter().map(|share| {
        let called = name(figure.common, &share.who, locale);
        match share.people {
            Some(people) => {
                let count = people.to_string();
                locale.text_with("figures-part", &[("name", &called), ("count", &count)])
            }
            None => called,
        }
    });
    let parts: Vec<String> = parts.collect();
    let (people, parts) = (people(figure.total, locale), locale.list(&parts));
    locale.text_with("figures-summary", &[("people", &people), ("parts", &parts)])
}

fn row(figure: &Figure, share: &Share, locale: &Locale) -> Row {
    let untold = || locale.text("figures-untold");
    Row {
        name: name(figure.common, &share.who, locale),
        cells: vec![
            share
                .people
                .map_or_else(untold, |people| people.to_string()),
            share
                .people
                .map_or_else(untold, |people| percent(people, figure.total).to_string()),
        ],
    }
}
