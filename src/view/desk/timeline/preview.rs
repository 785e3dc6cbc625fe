use serde::Serialize;

use crate::base::language::Direction;
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{EventFacts, Frame, Locale, Page, Words};

/// A mail as somebody would get it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PreviewPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The pages about mail.
    pub base: String,
    /// The kind.
    pub kind: String,
    /// What it says.
    pub preview: Preview,
    /// Whose mail it is; none for somebody who might register.
    pub person: Option<Words>,
    /// The languages to look at it in, where it is nobody's.
    pub tongues: Vec<Tongue>,
    /// This page, where a person is looked for.
    pub here: String,
    /// Which of the mails of this kind, as the address says it.
    pub hidden: Vec<(&'static str, String)>,
    /// What was looked for.
    pub search: String,
    /// Who was found.
    pub found: Vec<FoundPerson>,
    /// How it is sent as a test.
    pub test: TestForm,
    /// Where its words are edited.
    pub words: Option<String>,
}

/// What a mail says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Preview {
    /// Its language.
    pub lang: String,
    /// How that is written.
    pub dir: Direction,
    /// The language in the reader's.
    pub language: String,
    /// The subject.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// Where its HTML part is.
    pub html: String,
}

/// A language to look at a mail in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tongue {
    /// Its tag.
    pub tag: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The address.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
}

/// Somebody who was looked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FoundPerson {
    /// Their mail.
    pub href: String,
    /// Who they are.
    pub name: String,
    /// The language of their mails in the reader's.
    pub language: String,
    /// What has become of their registration.
    pub state: &'static str,
}

/// What it takes to send a test to oneself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TestForm {
    /// Where it is posted.
    pub action: String,
    /// What is sent along unseen.
    pub hidden: Vec<(&'static str, String)>,
    /// The address that it goes to.
    pub to: String,
    /// The languages to choose from: tag and name.
    pub languages: Vec<(String, String)>,
}

impl TestForm {
    pub(super) fn sample(locale: &Locale, action: String) -> Self {
        Self {
            action,
            hidden: vec![("mark", "0".into())],
            to: "maya@institute.example".into(),
            languages: ["en", "ar"]
                .map(|tag| (tag.to_owned(), locale.text(&format!("language-{tag}"))))
                .to_vec(),
        }
    }
}

impl Preview {
    pub(super) fn sample(locale: &Locale, title: &Words, html: String) -> Self {
        Self {
            lang: locale.language().to_string(),
            dir: locale.direction(),
            language: locale.language_name(locale.language()),
            subject: title.text.clone(),
            text: format!("{}\n\nhttps://meeting-link.example/\n", title.text),
            html,
        }
    }
}

impl Page for PreviewPage {
    const FILE: &'static str = "desk/timeline/preview";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let here = format!("{base}/preview/link");
        let sample = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            kind: "link".into(),
            preview: Preview::sample(locale, &facts.title, format!("{here}/html?language=en")),
            person: None,
            tongues: ["en", "ar"]
                .map(|tag| Tongue {
                    tag: tag.into(),
                    name: locale.text(&format!("language-{tag}")),
                    href: format!("{here}?language={tag}"),
                    current: tag == "en",
                })
                .to_vec(),
            hidden: vec![("mark", "0".into())],
            search: String::new(),
            found: Vec::new(),
            test: TestForm::sample(locale, format!("{here}/test")),
            words: Some(format!("{base}/words/link")),
            base,
            here: here.clone(),
        };
        let nobody = Self {
            search: "zz".into(),
            ..sample.clone()
        };
        let found = Self {
            search: "rana".into(),
            found: vec![FoundPerson {
                href: format!("{here}?person=1"),
                name: "Rana <Haddad> رنا".into(),
                language: locale.text("language-ar"),
                state: "confirmed",
            }],
            person: Some(Words::plain("Rana <Haddad> رنا")),
            tongues: Vec::new(),
            ..sample.clone()
        };
        vec![("sample", sample), ("nobody", nobody), ("person", found)]
    }
}
