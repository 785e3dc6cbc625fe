use serde::Serialize;

use super::announcements::faulty;
use crate::base::language::Direction;
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{Choice, EventFacts, Field, Form, Frame, Locale, Page, Widget};

/// For which mails an organiser has words of their own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnWordsPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// The kinds of mail.
    pub kinds: Vec<OwnWordsRow>,
}

/// A kind of mail.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnWordsRow {
    /// The kind.
    pub kind: &'static str,
    /// Where its words are edited.
    pub href: String,
    /// Where it is looked at.
    pub preview: String,
    /// The languages that have words of an organiser.
    pub own: Vec<String>,
}

/// The words of an organiser for one kind of mail.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnWordsFormPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// The kind.
    pub kind: &'static str,
    /// Where it is posted, and what is wrong.
    pub form: Form,
    /// What is asked, language by language.
    pub columns: Vec<LanguageColumn>,
    /// What can be filled in.
    pub placeholders: Vec<&'static str>,
    /// Where it is looked at.
    pub preview: String,
}

/// What is asked in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LanguageColumn {
    /// The language tag.
    pub lang: String,
    /// How it is written.
    pub dir: Direction,
    /// Its name in the reader's language.
    pub name: String,
    /// What is asked.
    pub fields: Vec<Field>,
    /// Whether others have a text and this one has none.
    pub untranslated: bool,
}

/// When mails to many leave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimesPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// Where it is posted, and what is wrong.
    pub form: Form,
    /// The reminders.
    pub reminders: Vec<ReminderRow>,
    /// From when to when nothing leaves.
    pub quiet: Vec<Field>,
}

/// How long before a session a reminder leaves.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReminderRow {
    /// How many.
    pub count: Field,
    /// Minutes, hours or days.
    pub unit: Field,
}

impl LanguageColumn {
    pub(super) fn sample(locale: &Locale, tag: &str, fields: &[(&str, Widget, &str)]) -> Self {
        let language: crate::base::language::Language = tag.parse().expect("a tag");
        Self {
            lang: tag.into(),
            dir: language.direction(),
            name: locale.language_name(&language),
            fields: fields
                .iter()
                .map(|(name, widget, value)| Field {
                    lang: Some(tag.into()),
                    ..Field::optional(
                        &format!("{name}.{tag}"),
                        *widget,
                        locale.text("mail-subject"),
                    )
                    .holding(*value)
                })
                .collect(),
            untranslated: tag == "ar",
        }
    }
}

impl Page for OwnWordsPage {
    const FILE: &'static str = "desk/timeline/own-words";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let row = |kind: &'static str, own: Vec<String>| OwnWordsRow {
            kind,
            href: format!("{base}/words/{kind}"),
            preview: format!("{base}/preview/{kind}"),
            own,
        };
        let page = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            kinds: vec![
                row("registered", vec![locale.text("language-en")]),
                row("link", Vec::new()),
            ],
            base,
        };
        vec![("some", page)]
    }
}

impl Page for OwnWordsFormPage {
    const FILE: &'static str = "desk/timeline/own-words-form";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let fields = [
            ("subject", Widget::Line, "{title}"),
            ("lead", Widget::Area, "<b>{title}</b>"),
        ];
        let page = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            kind: "registered",
            form: Form {
                action: format!("{base}/words/registered"),
                hidden: Vec::new(),
                fields: Vec::new(),
                problems: Vec::new(),
            },
            columns: ["en", "ar"]
                .map(|tag| LanguageColumn::sample(locale, tag, &fields))
                .to_vec(),
            placeholders: vec!["title", "date", "hours", "organiser", "closes"],
            preview: format!("{base}/preview/registered"),
            base,
        };
        let wrong = Self {
            form: faulty(locale, page.form.clone(), "field-subject-en"),
            ..page.clone()
        };
        vec![("ask", page), ("fault", wrong)]
    }
}

impl Page for TimesPage {
    const FILE: &'static str = "desk/timeline/times";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let units = || {
            ["m", "h", "d"]
                .map(|unit| Choice::new(unit, locale.text(&format!("times-unit-{unit}"))))
                .to_vec()
        };
        let row = |number: usize, count: &str| ReminderRow {
            count: Field::optional(
                &format!("count.{number}"),
                Widget::Number,
                locale.text_with("times-count", &[("number", &number.to_string())]),
            )
            .holding(count),
            unit: Field::optional(
                &format!("unit.{number}"),
                Widget::Select,
                locale.text("times-unit"),
            )
            .among(units(), "d"),
        };
        let time = |name: &str, key: &str| Field::optional(name, Widget::Time, locale.text(key));
        let page = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            form: Form {
                action: format!("{base}/times"),
                hidden: Vec::new(),
                fields: Vec::new(),
                problems: Vec::new(),
            },
            reminders: vec![row(1, "1"), row(2, "")],
            quiet: vec![
                time("quiet_from", "times-quiet-from").holding("22:00"),
                time("quiet_to", "times-quiet-to").holding("08:00"),
            ],
            base,
        };
        let wrong = Self {
            form: faulty(locale, page.form.clone(), "field-count-1"),
            ..page.clone()
        };
        vec![("ask", page), ("fault", wrong)]
    }
}
