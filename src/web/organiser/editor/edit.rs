//! What was typed, brought together with what is kept now. A field that was not touched follows what
//! somebody else has saved in the meantime; one that both have changed is shown with both.

use std::collections::BTreeMap;

use super::flaw::{Fault, Flaw};
use super::slot::Slot;
use crate::base::secret::hash;
use crate::event::{Details, MailSettings, QuestionKind, SurveyKind};
use crate::web::form::Filled;

/// The hidden field that says what the form showed.
pub const SEEN: &str = "seen";

/// What a form makes of an event.
pub struct Edit {
    /// The event as it would be.
    pub details: Details,
    /// What is wrong with what was typed, in the order of the form.
    pub faults: Vec<Fault>,
    /// What each field shows then.
    pub shown: Vec<Vec<String>>,
    /// The fields that somebody else has changed since the form was shown, by their places.
    pub meanwhile: Vec<usize>,
}

/// Applies what was typed into `slots` to `current`.
pub fn apply(slots: &[Slot], current: &Details, filled: &Filled) -> Edit {
    let seen = Seen::read(filled.text(SEEN));
    let mut edit = Edit {
        details: current.clone(),
        faults: Vec::new(),
        shown: Vec::with_capacity(slots.len()),
        meanwhile: Vec::new(),
    };
    for (at, slot) in slots.iter().enumerate() {
        let kept = slot.get(current);
        let typed: Vec<&str> = filled.all(&slot.name).collect();
        let is_sent = !typed.is_empty() || slot.is_absent_when_empty();
        let is_as_shown = seen.is(&slot.name, &typed);
        let is_touched = is_sent && !is_as_shown.unwrap_or_else(|| is_same(&typed, &kept));
        if seen.is(&slot.name, &kept) == Some(false) && !(is_touched && is_same(&typed, &kept)) {
            edit.meanwhile.push(at);
        }
        let is_empty = is_sent && typed.iter().all(|text| text.is_empty());
        if is_empty && slot.required && slot.language.is_none() {
            edit.faults.push(Fault::of(&slot.name, Flaw::Missing));
        } else if is_touched
            && !is_same(&typed, &kept)
            && let Err(flaw) = slot.set(&mut edit.details, &typed)
        {
            edit.faults.push(Fault::of(&slot.name, flaw));
        }
        edit.shown.push(if is_touched {
            typed.into_iter().map(str::to_owned).collect()
        } else {
            kept
        });
    }
    tidy(current, &mut edit.details);
    edit
}

/// What `slots` show of `details`, for the hidden field of the form.
pub fn seen(slots: &[Slot], details: &Details) -> String {
    let marks = slots.iter().map(|slot| {
        let values = slot.get(details);
        format!("{}={}", slot.name, mark(&values))
    });
    marks.collect::<Vec<String>>().join(";")
}

/// Takes out what a form leaves of parts that nothing is stated of.
fn tidy(before: &Details, after: &mut Details) {
    let nowhere = Some(super::pages::nowhere());
    if after.venue == nowhere && before.venue != nowhere {
        after.venue = None;
    }
    let nothing = Some(MailSettings::default());
    if after.mail == nothing && before.mail != nothing {
        after.mail = None;
    }
    for question in &mut after.terms.questions {
        if !matches!(question.kind, QuestionKind::Choice | QuestionKind::Choices) {
            question.options.clear();
        }
    }
    for question in after
        .survey
        .iter_mut()
        .flat_map(|survey| &mut survey.questions)
    {
        if question.kind != SurveyKind::Choice {
            question.options.clear();
        }
    }
}

/// Marks of the values that a form showed, by the names of its fields.
struct Seen<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Seen<'a> {
    fn read(text: &'a str) -> Self {
        Self(
            text.split(';')
                .filter_map(|mark| mark.split_once('='))
                .collect(),
        )
    }

    /// Whether the field `name` showed these; `None` where the form does not say.
    fn is(&self, name: &str, values: &[impl AsRef<str>]) -> Option<bool> {
        Some(*self.0.get(name)? == mark(values))
    }
}

fn is_same(typed: &[&str], kept: &[String]) -> bool {
    normal(typed) == normal(kept)
}

/// What browsers make of values: line breaks of their own, no blanks around, none for nothing.
fn normal(values: &[impl AsRef<str>]) -> Vec<String> {
    let values = values
        .iter()
        .map(|value| value.as_ref().replace("\r\n", "\n").trim().to_owned());
    values.filter(|value| !value.is_empty()).collect()
}

fn mark(values: &[impl AsRef<str>]) -> String {
    let whole = normal(values).join("\u{1f}");
    let digest = hash(whole.as_bytes());
    digest
        .iter()
        .take(4)
        .map(|octet| format!("{octet:02x}"))
        .collect()
}
