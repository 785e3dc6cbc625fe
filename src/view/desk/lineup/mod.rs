//! The contexts of the pages about a lineup, and of the directory of people.

mod board;
mod paste;
mod people;
mod people_import;
mod placing;
mod sheet;

pub use board::{ChangeRow, LineupPage, OpenSession, PlacedRow, RoleGroup, SessionLink, TaskRow};
pub use paste::{Cell, PastePage, PastedRow};
pub use people::{AppearedRow, PeoplePage, PersonPage, PersonRow};
pub use people_import::{ImportedRow, PeopleImportPage};
pub use placing::{FoundPerson, PhotoPart, PlacingPage, WithdrawPage};
pub use sheet::{SheetPage, SheetPerson, SheetSession};

use super::frame::{DeskFrame, EventTab};
use crate::view::form::{Choice, Field, Form, Hidden, Problem, Widget};
use crate::view::{Frame, Locale, Words};

/// What a form about somebody asks, each language of a text beside the others.
pub type Rows = Vec<Vec<Field>>;

/// The frame of samples.
fn sample_frame(frame: &Frame, locale: &Locale) -> DeskFrame {
    DeskFrame::event_sample(frame, locale, EventTab::Lineup)
}

/// The choice among sessions, as in samples.
fn sample_sessions(locale: &Locale) -> Field {
    let choices = ["Roundtable discussion", "<b>Night</b>"];
    let choices = choices.map(|title| Choice::new(title, Words::plain(title)));
    Field::optional("session", Widget::Select, locale.text("lineup-session"))
        .among(choices.to_vec(), "Roundtable discussion")
}

fn name() -> Words {
    Words::plain("ليلى بو موسى (12)")
}

/// A form with everything that is asked about somebody, and what may be wrong with it.
fn sample_form(locale: &Locale, with_problems: bool) -> (Form, Rows) {
    let in_languages = |name: &str, key: &str, widget: Widget| -> Vec<Field> {
        ["en", "ar"]
            .map(|tag| Field {
                lang: Some(tag.to_owned()),
                ..Field::optional(&format!("{name}.{tag}"), widget, locale.text(key))
            })
            .into()
    };
    let mut rows = vec![
        vec![
            Field::optional("role", Widget::Select, locale.text("lineup-field-role")).among(
                vec![Choice::new("speaker", locale.text("lineup-role-speaker"))],
                "speaker",
            ),
            Field::optional("state", Widget::Select, locale.text("lineup-field-state")).among(
                vec![Choice::new("idea", locale.text("lineup-state-idea"))],
                "idea",
            ),
        ],
        in_languages("name", "lineup-field-name", Widget::Line),
        in_languages("bio", "lineup-field-bio", Widget::Area),
        vec![Field::optional(
            "email",
            Widget::Email,
            locale.text("lineup-field-email"),
        )],
    ];
    let mut problems = Vec::new();
    if with_problems {
        let words = locale.text("lineup-problem-email");
        rows[3][0].problem = Some(words.clone());
        problems.push(Problem {
            field: Some(rows[3][0].id.clone()),
            words,
        });
    }
    let form = Form {
        action: "/organise/events/sample/lineup".into(),
        hidden: vec![Hidden {
            name: "revision".into(),
            value: "4".into(),
        }],
        fields: Vec::new(),
        problems,
    };
    (form, rows)
}
