use serde::Serialize;

use super::page::LanguageCount;
use super::preview::{Preview, TestForm};
use super::settings::LanguageColumn;
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{Choice, EventFacts, Field, Form, Frame, Locale, Moment, Page, Problem};
use crate::view::{Widget, Words};

/// What organisers have said to many, and are about to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnouncementsPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// What is being written.
    pub drafts: Vec<DraftRow>,
    /// What was handed in, the latest first.
    pub announced: Vec<AnnouncedRow>,
    /// Whether something can be announced now.
    pub may_announce: bool,
}

/// An announcement that is being written.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DraftRow {
    /// Its page.
    pub href: String,
    /// Its subject.
    pub subject: Words,
    /// When it was written last.
    pub written: Moment,
}

/// An announcement that was handed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnouncedRow {
    /// Its page.
    pub href: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its subject.
    pub subject: Words,
    /// When it leaves or left.
    pub at: Moment,
    /// `waits`, `begun`, `gone`, `stopped`, `late`.
    pub standing: &'static str,
    /// How many mails.
    pub made: i64,
    /// How many of them were sent.
    pub sent: i64,
}

/// Asks what is to be said to many.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnouncementFormPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// What is asked besides the texts.
    pub form: Form,
    /// The texts, language by language.
    pub columns: Vec<LanguageColumn>,
    /// What can be filled in.
    pub placeholders: Vec<&'static str>,
}

/// An announcement with what will come of it, before it is handed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DraftPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// The page of the draft.
    pub here: String,
    /// `announcement` or `follow_up`.
    pub kind: &'static str,
    /// When it leaves; none for now.
    pub at: Option<Moment>,
    /// How many mails.
    pub total: i64,
    /// The same by language.
    pub languages: Vec<LanguageCount>,
    /// When all but the first few leave, where they are many.
    pub rest_at: Option<Moment>,
    /// How many go ahead.
    pub ahead: usize,
    /// The languages of the event's page in which it says nothing.
    pub silent: Vec<String>,
    /// What has to be typed to send it.
    pub typed: Option<Field>,
    /// What keeps it from being sent.
    pub problems: Vec<Problem>,
    /// Whether the same was said before, so that it takes another button.
    pub again: bool,
    /// What it says, in each language.
    pub previews: Vec<Preview>,
    /// How it is sent as a test.
    pub test: TestForm,
}

/// An announcement that was handed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AnnouncementPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// What it is.
    pub row: AnnouncedRow,
    /// Its page.
    pub here: String,
    /// When all but the first few leave, once they are known to be many.
    pub rest_at: Option<Moment>,
    /// How many still wait.
    pub waiting: i64,
    /// Whether something can be kept back.
    pub may_stop: bool,
    /// Where its mails stand one by one.
    pub messages: String,
    /// What it says, in each language.
    pub previews: Vec<Preview>,
}

/// `form` with something wrong in a field.
pub(super) fn faulty(locale: &Locale, form: Form, field: &str) -> Form {
    Form {
        problems: vec![Problem {
            field: Some(field.to_owned()),
            words: locale.text("announce-subject-missing"),
        }],
        ..form
    }
}

fn base(facts: &EventFacts) -> String {
    format!("/organise/events/{}/mail", facts.slug)
}

fn row(facts: &EventFacts, standing: &'static str) -> AnnouncedRow {
    AnnouncedRow {
        href: format!("{}/announcements/1", base(facts)),
        kind: "announcement",
        subject: facts.title.clone(),
        at: facts.closes.clone(),
        standing,
        made: 240,
        sent: 5,
    }
}

impl Page for AnnouncementsPage {
    const FILE: &'static str = "desk/timeline/announcements";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            base: base(&facts),
            drafts: Vec::new(),
            announced: Vec::new(),
            may_announce: true,
        };
        let full = Self {
            drafts: vec![DraftRow {
                href: format!("{}/announcements/drafts/1", base(&facts)),
                subject: facts.title.clone(),
                written: facts.closes.clone(),
            }],
            announced: ["waits", "begun", "gone", "stopped", "late"]
                .map(|standing| row(&facts, standing))
                .to_vec(),
            ..empty.clone()
        };
        vec![("empty", empty), ("full", full)]
    }
}

impl Page for AnnouncementFormPage {
    const FILE: &'static str = "desk/timeline/announcement-form";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let texts = [
            ("subject", Widget::Line, "{title}"),
            ("text", Widget::Area, "**{title}**"),
        ];
        let kinds = ["announcement", "follow_up"]
            .map(|kind| Choice::new(kind, locale.text(&format!("announce-kind-{kind}"))))
            .to_vec();
        let form = Form {
            action: format!("{}/announcements/new", base(&facts)),
            hidden: Vec::new(),
            fields: vec![
                Field {
                    widget: Widget::Radios,
                    ..Field::line("kind", locale.text("announce-kind"))
                }
                .among(kinds, "announcement"),
            ],
            problems: Vec::new(),
        };
        let ask = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            base: base(&facts),
            columns: ["en", "ar"]
                .map(|tag| LanguageColumn::sample(locale, tag, &texts))
                .to_vec(),
            placeholders: vec!["title", "date"],
            form,
        };
        let wrong = Self {
            form: faulty(locale, ask.form.clone(), "field-subject-en"),
            ..ask.clone()
        };
        vec![("ask", ask), ("fault", wrong)]
    }
}

impl Page for DraftPage {
    const FILE: &'static str = "desk/timeline/draft";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let here = format!("{}/announcements/drafts/1", base(&facts));
        let few = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            base: base(&facts),
            here: here.clone(),
            kind: "announcement",
            at: None,
            total: 12,
            languages: vec![LanguageCount {
                name: locale.text("language-en"),
                count: 12,
            }],
            rest_at: None,
            ahead: 5,
            silent: vec![locale.text("language-ar")],
            typed: None,
            problems: Vec::new(),
            again: false,
            previews: vec![Preview::sample(
                locale,
                &facts.title,
                format!("{here}/html?language=en"),
            )],
            test: TestForm::sample(locale, format!("{here}/test")),
        };
        let many = Self {
            at: Some(facts.closes.clone()),
            rest_at: Some(facts.closes.clone()),
            total: 412,
            typed: Some(Field::line("slug", locale.text("announce-slug"))),
            silent: Vec::new(),
            ..few.clone()
        };
        let refused = Self {
            problems: vec![Problem {
                field: Some("field-slug".into()),
                words: locale.text("announce-slug-wrong"),
            }],
            again: true,
            ..many.clone()
        };
        vec![("few", few), ("many", many), ("refused", refused)]
    }
}

impl Page for AnnouncementPage {
    const FILE: &'static str = "desk/timeline/announcement";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let here = format!("{}/announcements/1", base(&facts));
        let begun = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            base: base(&facts),
            row: row(&facts, "begun"),
            rest_at: Some(facts.closes.clone()),
            waiting: 235,
            may_stop: true,
            messages: format!("{}/messages?kind=announcement", base(&facts)),
            previews: vec![Preview::sample(
                locale,
                &facts.title,
                format!("{here}/html?language=en"),
            )],
            here,
        };
        let gone = Self {
            row: row(&facts, "gone"),
            rest_at: None,
            waiting: 0,
            may_stop: false,
            ..begun.clone()
        };
        vec![("begun", begun), ("gone", gone)]
    }
}
