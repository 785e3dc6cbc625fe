//! When mails to many leave: reminders and quiet hours.

use axum::body::Bytes;
use axum::response::Response;
use chrono::NaiveTime;

use super::moved::Ahead;
use super::words::{overtaken, save};
use super::{base, refused};
use crate::base::span::Span;
use crate::event::{CannotSave, Event, QuietHours};
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{MovedMail, ReminderRow, TimesMovedPage, TimesPage};
use crate::view::{Choice, Field, Form, Hidden, Problem, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// So many reminders can be asked for.
const MOST: usize = 6;
/// So many empty rows stand below those that are filled.
const SPARE: usize = 2;
const UNITS: [&str; 3] = ["m", "h", "d"];

/// Of which revision of the event the organiser has seen what the times would mean.
const SEEN: &str = "seen";

/// What is asked, as it was typed: each reminder's number and unit, and the quiet hours.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    reminders: Vec<(String, String)>,
    quiet: [String; 2],
}

pub(super) async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    desk.html(&page(&desk, &event, &Typed::of(&event), Vec::new()))
}

pub(super) async fn submit(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let typed = Typed::read(&filled);
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let mut problems = Vec::new();
    let reminders = typed.reminders(&desk, &mut problems);
    let quiet_hours = typed.quiet_hours(&desk, &mut problems);
    if problems.is_empty() {
        let mut details = event.details.clone();
        let mail = details.mail.get_or_insert_default();
        mail.reminders = Some(reminders);
        mail.quiet_hours = quiet_hours;
        let before = Ahead::of(&mut tx, &event).await?;
        match save(&desk, &mut tx, &event, details).await {
            Ok(()) => {
                // What it means is found out by doing it; dropped, it is not done.
                let after = desk.event(&mut tx).await?;
                let after = Ahead::of(&mut tx, &after).await?;
                let (same, rows) = before.compared(after, &event, desk.locale());
                let is_seen = filled.text(SEEN) == event.revision.to_string();
                if !rows.is_empty() && !is_seen {
                    return desk.html(&moved_page(&desk, &event, &typed, (same, rows)));
                }
                tx.commit().await?;
                desk.site.worker.notify_one();
                return Ok(desk.done(&base(&event), "mail-times"));
            }
            Err(CannotSave::Database(error)) => return Err(error.into()),
            Err(_) => problems.push(overtaken(&desk)),
        }
    }
    Ok(refused(desk.html(&page(&desk, &event, &typed, problems))?))
}

impl Typed {
    fn of(event: &Event) -> Self {
        let spans = event.details.reminders();
        let reminders = spans.iter().map(|span| {
            let text = span.to_string();
            let (count, unit) = text.split_at(text.len() - 1);
            (count.to_owned(), unit.to_owned())
        });
        let quiet = event
            .details
            .mail
            .as_ref()
            .and_then(|mail| mail.quiet_hours);
        let hour = |time: Option<NaiveTime>| {
            time.map_or_else(String::new, |time| time.format("%H:%M").to_string())
        };
        Self {
            reminders: reminders.collect(),
            quiet: [
                hour(quiet.map(|quiet| quiet.from)),
                hour(quiet.map(|quiet| quiet.to)),
            ],
        }
    }

    fn read(filled: &Filled) -> Self {
        let row = |number: usize| {
            let of = |name: &str| filled.text(&format!("{name}.{number}")).to_owned();
            (of("count"), of("unit"))
        };
        let mut reminders: Vec<_> = (1..=MOST).map(row).collect();
        while reminders.last().is_some_and(|(count, _)| count.is_empty()) {
            reminders.pop();
        }
        Self {
            reminders,
            quiet: ["quiet_from", "quiet_to"].map(|name| filled.text(name).to_owned()),
        }
    }

    /// The same, to be sent again.
    fn fields(&self) -> Vec<(String, String)> {
        let rows = (1..)
            .zip(&self.reminders)
            .flat_map(|(number, (count, unit))| {
                [
                    (format!("count.{number}"), count.clone()),
                    (format!("unit.{number}"), unit.clone()),
                ]
            });
        let [from, to] = self.quiet.clone();
        rows.chain([("quiet_from".to_owned(), from), ("quiet_to".to_owned(), to)])
            .collect()
    }

    fn reminders(&self, desk: &Desk, problems: &mut Vec<Problem>) -> Vec<Span> {
        let mut spans = Vec::new();
        for (number, (count, unit)) in (1..).zip(&self.reminders) {
            if count.is_empty() {
                continue;
            }
            let is_count = count
                .parse::<u32>()
                .is_ok_and(|count| (1..1000).contains(&count));
            let is_unit = UNITS.contains(&unit.as_str());
            match format!("{count}{unit}").parse() {
                Ok(span) if is_count && is_unit => spans.push(span),
                _ => problems.push(problem(
                    desk,
                    &format!("count-{number}"),
                    "times-count-malformed",
                )),
            }
        }
        spans
    }

    fn quiet_hours(&self, desk: &Desk, problems: &mut Vec<Problem>) -> Option<QuietHours> {
        let hour = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
        let [from, to] = &self.quiet;
        if from.is_empty() && to.is_empty() {
            return None;
        }
        let fault = match (from.is_empty() || to.is_empty(), hour(from), hour(to)) {
            (true, ..) => "times-quiet-missing",
            (_, Some(from), Some(to)) if from != to => return Some(QuietHours { from, to }),
            (_, Some(_), Some(_)) => "times-quiet-same",
            _ => "times-quiet-malformed",
        };
        problems.push(problem(desk, "quiet_from", fault));
        None
    }
}

fn problem(desk: &Desk, field: &str, key: &str) -> Problem {
    Problem {
        field: Some(format!("field-{field}")),
        words: desk.locale().text(key),
    }
}

/// What the times that were typed would mean.
fn moved_page(
    desk: &Desk,
    event: &Event,
    typed: &Typed,
    (same, rows): (usize, Vec<MovedMail>),
) -> TimesMovedPage {
    let mut hidden = typed.fields();
    hidden.push((SEEN.to_owned(), event.revision.to_string()));
    TimesMovedPage {
        frame: desk.event_frame(event, EventTab::Mail),
        base: base(event),
        action: format!("{}/times", base(event)),
        hidden: hidden
            .into_iter()
            .map(|(name, value)| Hidden { name, value })
            .collect(),
        rows,
        same,
    }
}

fn page(desk: &Desk, event: &Event, typed: &Typed, problems: Vec<Problem>) -> TimesPage {
    let locale = desk.locale();
    let with_fault = |field: Field| Field {
        problem: problems
            .iter()
            .find(|problem| problem.field.as_ref() == Some(&field.id))
            .map(|problem| problem.words.clone()),
        ..field
    };
    let units = UNITS.map(|unit| Choice::new(unit, locale.text(&format!("times-unit-{unit}"))));
    let row = |number: usize| {
        let (count, unit) = typed.reminders.get(number - 1).cloned().unwrap_or_default();
        let unit = if unit.is_empty() {
            "d".to_owned()
        } else {
            unit
        };
        let label = locale.text_with("times-count", &[("number", &number.to_string())]);
        let name = format!("count.{number}");
        ReminderRow {
            count: with_fault(Field::optional(&name, Widget::Number, label).holding(count)),
            unit: Field::line(&format!("unit.{number}"), locale.text("times-unit"))
                .among(units.to_vec(), &unit),
        }
    };
    let rows = (typed.reminders.len() + SPARE).min(MOST);
    let time = |name: &str, key: &str, value: &String| {
        with_fault(Field::optional(name, Widget::Time, locale.text(key)).holding(value))
    };
    let mut reminders: Vec<ReminderRow> = (1..=rows).map(row).collect();
    for row in &mut reminders {
        row.unit.widget = Widget::Select;
    }
    TimesPage {
        frame: desk.event_frame(event, EventTab::Mail),
        base: base(event),
        reminders,
        quiet: vec![
            time("quiet_from", "times-quiet-from", &typed.quiet[0]),
            time("quiet_to", "times-quiet-to", &typed.quiet[1]),
        ],
        form: Form {
            action: format!("{}/times", base(event)),
            hidden: Vec::new(),
            fields: Vec::new(),
            problems,
        },
    }
}
