//! A form as a page shows it: what is asked, what was typed, what is wrong.

use serde::Serialize;

use super::words::Words;
use crate::words;

words! {
    /// How something is asked.
    pub enum Widget {
        /// One line.
        Line = "line",
        /// A mail address.
        Email = "email",
        /// Several lines.
        Area = "area",
        /// One of several.
        Radios = "radios",
        /// Any of several.
        Boxes = "boxes",
        /// One box to tick.
        Tick = "tick",
        /// One of many, in a list that opens.
        Select = "select",
        /// A whole number.
        Number = "number",
        /// A wall-clock time, as `2022-11-25T15:00`.
        DateTime = "datetime-local",
        /// A day, as `2022-11-25`.
        Date = "date",
        /// A time of day, as `15:00`.
        Time = "time",
        /// An address of the web.
        Link = "url",
        /// A password.
        Password = "password",
        /// A code of digits that was sent.
        Code = "code",
        /// A file.
        File = "file",
    }
}

/// A form and what is wrong with what was typed into it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Form {
    /// Where it is posted.
    pub action: String,
    /// What is sent along unseen.
    pub hidden: Vec<Hidden>,
    /// What is asked, in order.
    pub fields: Vec<Field>,
    /// What is wrong, in the order of the fields; empty on the first visit.
    pub problems: Vec<Problem>,
}

/// A value that is sent along unseen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Hidden {
    /// Its name in the form.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// Something that is asked.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Field {
    /// Its name in the form.
    pub name: String,
    /// Its name on the page; the first control has it too, so that an error can lead there.
    pub id: String,
    /// How it is asked.
    pub widget: Widget,
    /// What is asked.
    pub label: Words,
    /// What helps to answer.
    pub hint: Option<Words>,
    /// Whether it has to be answered.
    pub required: bool,
    /// What was typed, for one line or several.
    pub value: String,
    /// What there is to choose from; one for a box to tick.
    pub options: Vec<Choice>,
    /// The language of what is typed, where it is not that of the page.
    pub lang: Option<String>,
    /// What may be picked instead of being typed.
    pub suggestions: Vec<String>,
    /// What browsers may fill in (HTML, “autofill detail tokens”).
    pub autocomplete: Option<&'static str>,
    /// What is wrong: the words of the error summary.
    pub problem: Option<String>,
}

/// One of the things to choose from.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Choice {
    /// Its value in the form.
    pub value: String,
    /// What it says.
    pub label: Words,
    /// What helps to choose.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// The `id` of the field, where the form has it.
    pub field: Option<String>,
    /// What to do about it.
    pub words: String,
}

impl Form {
    /// A form of `fields` that is posted to `action`; what is wrong stands beside them and above.
    pub fn of(action: impl Into<String>, fields: Vec<Field>) -> Self {
        Self {
            action: action.into(),
            hidden: Vec::new(),
            problems: fields.iter().filter_map(Field::summary).collect(),
            fields,
        }
    }
}

impl Field {
    /// What the error summary says of it.
    pub fn summary(&self) -> Option<Problem> {
        Some(Problem {
            field: Some(self.id.clone()),
            words: self.problem.clone()?,
        })
    }

    /// A field of one line named `name`, which has to be answered.
    pub fn line(name: &str, label: impl Into<Words>) -> Self {
        Self {
            name: name.to_owned(),
            id: format!("field-{}", name.replace('.', "-")),
            widget: Widget::Line,
            label: label.into(),
            hint: None,
            required: true,
            value: String::new(),
            options: Vec::new(),
            lang: None,
            suggestions: Vec::new(),
            autocomplete: None,
            problem: None,
        }
    }

    /// A field asked with `widget`, which need not be answered.
    pub fn optional(name: &str, widget: Widget, label: impl Into<Words>) -> Self {
        Self {
            widget,
            required: false,
            ..Self::line(name, label)
        }
    }

    /// The same field with this in it.
    #[must_use]
    pub fn holding(self, value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            ..self
        }
    }

    /// The same field with a hint.
    #[must_use]
    pub fn hinted(self, hint: impl Into<Words>) -> Self {
        Self {
            hint: Some(hint.into()),
            ..self
        }
    }

    /// The same field with these to choose from, of which `chosen` is.
    #[must_use]
    pub fn among(self, options: Vec<Choice>, chosen: &str) -> Self {
        let choose = |option: Choice| Choice {
            chosen: option.value == chosen,
            ..option
        };
        Self {
            options: options.into_iter().map(choose).collect(),
            ..self
        }
    }
}

impl Choice {
    /// A choice that is not made yet.
    pub fn new(value: impl Into<String>, label: impl Into<Words>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            hint: None,
            chosen: false,
        }
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}
