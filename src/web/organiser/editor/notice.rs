//! What is written to all where no mail of the service says it: other languages, other rules (F-15).

use std::collections::BTreeMap;

use super::flaw::{Fault, Flaw};
use super::slot;
use crate::base::language::{Language, Localised};
use crate::event::announcement::{Addressees, Announcement, AnnouncementKind};
use crate::event::{Details, Event, Rules, Text, Unsaid, facts};
use crate::view::desk::{Group, Layout};
use crate::view::{Field, Locale, Phrase, View, Widget, Words};
use crate::web::form::Filled;

/// The fields for its words, with what was typed, or words of ours where they exist in that language.
pub fn groups(
    locale: &Locale,
    view: &View,
    event: &Event,
    unsaid: &[Unsaid],
    filled: &Filled,
    faults: &[Fault],
) -> Vec<Group> {
    if unsaid.is_empty() {
        return Vec::new();
    }
    let group = |part: &str, widget: Widget| {
        let field = |language: &Language| {
            let name = format!("notice-{part}.{language}");
            let typed = filled.all(&name).next().map(str::to_owned);
            let fault = faults
                .iter()
                .find(|fault| fault.field.as_ref() == Some(&name));
            let label = locale.text(&format!("notice-{part}"));
            Field {
                widget,
                lang: Some(language.to_string()),
                value: typed.unwrap_or_else(|| ours(view, event, unsaid, language, part)),
                problem: fault.map(|fault| fault.flaw.words(locale, &label)),
                ..Field::line(&name, Words::plain(locale.language_name(language)))
            }
        };
        Group {
            layout: Layout::Languages,
            legend: Some(locale.text(&format!("notice-{part}"))),
            hint: None,
            fields: event.details.page_languages().iter().map(field).collect(),
            notes: Vec::new(),
        }
    };
    vec![group("subject", Widget::Line), group("text", Widget::Area)]
}

/// The announcement that was typed; none where nothing was.
///
/// # Errors
/// What is wrong with its words.
pub fn read(details: &Details, filled: &Filled) -> Result<Option<Announcement>, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut texts = |part: &str, kind: Text| {
        let mut texts: BTreeMap<Language, Phrase> = BTreeMap::new();
        for language in details.page_languages() {
            let name = format!("notice-{part}.{language}");
            let typed: Vec<&str> = filled.all(&name).collect();
            match phrase(kind, &typed) {
                Ok(Some(phrase)) => drop(texts.insert(language.clone(), phrase)),
                Ok(None) => {}
                Err(flaw) => faults.push(Fault::of(&name, flaw)),
            }
        }
        texts
    };
    let subject = texts("subject", Text::SUBJECT);
    let text = texts("text", Text::ANNOUNCEMENT);
    let is_half = subject.keys().ne(text.keys());
    if is_half && faults.is_empty() {
        let first = details.page_languages()[0].to_string();
        let part = if subject.is_empty() {
            "subject"
        } else {
            "text"
        };
        faults.push(Fault::of(&format!("notice-{part}.{first}"), Flaw::Missing));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    if text.is_empty() {
        return Ok(None);
    }
    Ok(Some(Announcement {
        kind: AnnouncementKind::Announcement,
        subject: Localised::Each(subject),
        text: Localised::Each(text),
        send_at: None,
        to: Addressees::Everybody,
        mode: None,
        session: None,
        languages: None,
        recording: None,
        survey: None,
    }))
}

fn phrase(kind: Text, typed: &[&str]) -> Result<Option<Phrase>, Flaw> {
    let text = slot::text(kind, typed)?;
    let phrase = text.map(|text| text.parse()).transpose();
    phrase.map_err(|_| Flaw::Malformed("phrase"))
}

/// Our words in `language`, or none where the service does not speak it.
fn ours(view: &View, event: &Event, unsaid: &[Unsaid], language: &Language, part: &str) -> String {
    let locale = view.locale(language);
    if !locale.language().is_same_tongue(language) {
        return String::new();
    }
    let lines = unsaid.iter().map(|what| match (part, what) {
        ("subject", _) => locale.text(&format!("notice-{}-subject", what.word())),
        (_, Unsaid::Languages) => {
            let facts = facts(event, locale);
            let mut lines =
                vec![locale.text_with("notice-languages-text", &[("languages", &facts.spoken)])];
            lines.extend(facts.interpretation);
            lines.join("\n\n")
        }
        (_, Unsaid::Rules) => rules(event, locale),
    });
    let lines: Vec<String> = lines.collect();
    if part == "subject" {
        lines.into_iter().next_back().unwrap_or_default()
    } else {
        lines.join("\n\n")
    }
}

fn rules(event: &Event, locale: &Locale) -> String {
    let details = &event.details;
    let said = match details.rules() {
        Rules::None => locale.text("notice-rules-none"),
        rules => locale.text(&format!("rules-{rules}")),
    };
    let film = |is_so: Option<bool>, what: &str| {
        let no = if is_so.unwrap_or(false) { "" } else { "-no" };
        locale.text(&format!("notice{no}-{what}"))
    };
    let lines = [
        locale.text("notice-rules-text"),
        said,
        film(details.recording, "recording"),
        film(details.photography, "photography"),
    ];
    lines.join("\n\n")
}
