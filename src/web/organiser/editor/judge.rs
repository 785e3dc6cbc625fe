//! What is wrong with an event as it would be, said at the field that says it.

use std::collections::BTreeSet;

use super::flaw::{Fault, Flaw};
use super::slot::Slot;
use crate::base::language::Localised;
use crate::event::{
    Details, Impossible, Question, QuestionKind, Schedule, Seen, SurveyKind, told_links,
};

/// Everything that is wrong with `after`, which `slots` made of `before`; `session` is the one that they
/// are about.
pub fn judge(
    slots: &[Slot],
    before: Option<&Details>,
    after: &Details,
    session: Option<usize>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(times(slots, after, session));
    faults.extend(missing_texts(slots, after));
    faults.extend(questions(slots, after));
    faults.extend(survey(slots, after));
    faults.extend(links(slots, before, after));
    faults.extend(settings(after));
    faults
}

fn times(slots: &[Slot], after: &Details, session: Option<usize>) -> Vec<Fault> {
    let asks = |name: &str| slots.iter().any(|slot| slot.name == name);
    let session = session.or((after.sessions.len() == 1).then_some(0));
    let place = |index: usize, name: &str, flaw: Flaw| {
        if session == Some(index) && asks(name) {
            Fault::of(name, flaw)
        } else {
            Fault::elsewhere(flaw)
        }
    };
    let of_terms = |name: &str, flaw: Flaw| {
        if asks(name) {
            Fault::of(name, flaw)
        } else {
            Fault::elsewhere(flaw)
        }
    };
    let faults = Schedule::of(after).err().unwrap_or_default();
    let fault = |reason: Impossible| match reason {
        Impossible::Session {
            index,
            end,
            unresolved,
        } => place(
            index,
            if end { "ends" } else { "starts" },
            Flaw::from(&unresolved),
        ),
        Impossible::EndsBeforeStart { index } => place(index, "ends", Flaw::EndsBeforeStart),
        Impossible::ClosesAfterEnd => of_terms("closes", Flaw::ClosesAfterEnd),
        Impossible::ClosesBeforeOpening => of_terms("closes", Flaw::ClosesBeforeOpening),
    };
    faults.into_iter().map(fault).collect()
}

/// A text that there has to be, in one language at least.
fn missing_texts(slots: &[Slot], after: &Details) -> Vec<Fault> {
    let mut is_missing = false;
    after
        .clone()
        .each_text(|text| is_missing |= text.keyed().is_empty());
    if !is_missing {
        return Vec::new();
    }
    let stem = |slot: &Slot| slot.name.split('.').next().unwrap_or_default().to_owned();
    let mut judged = BTreeSet::new();
    let mut faults = Vec::new();
    for slot in slots
        .iter()
        .filter(|slot| slot.is_text_needed() && slot.is_there(after))
    {
        let own = stem(slot);
        if !judged.insert(own.clone()) {
            continue;
        }
        let mut texts = slots.iter().filter(|other| stem(other) == own);
        if texts.all(|other| other.get(after).is_empty()) {
            faults.push(Fault::of(&slot.name, Flaw::Missing));
        }
    }
    faults
}

fn questions(slots: &[Slot], after: &Details) -> Vec<Fault> {
    let questions = &after.terms.questions;
    let mut faults = Vec::new();
    for (index, question) in questions.iter().enumerate() {
        let is_choice = matches!(question.kind, QuestionKind::Choice | QuestionKind::Choices);
        if is_choice {
            faults.extend(gap_in_options(slots, &question.options));
        }
        let Some(condition) = &question.condition else {
            continue;
        };
        let other = (0..index).find(|at| after.terms.question_key(*at) == condition.question);
        if !other.is_some_and(|at| can_answer(&questions[at], &condition.is)) {
            faults.push(Fault::elsewhere(Flaw::Needed));
        }
    }
    faults
}

fn survey(slots: &[Slot], after: &Details) -> Vec<Fault> {
    let questions = after.survey.iter().flat_map(|survey| &survey.questions);
    let choices = questions.filter(|question| question.kind == SurveyKind::Choice);
    let faults = choices.filter_map(|question| gap_in_options(slots, &question.options));
    faults.collect()
}

/// Nothing to choose from, or something without a name.
fn gap_in_options(slots: &[Slot], options: &[Localised]) -> Option<Fault> {
    let has_gap = options.iter().any(|option| option.keyed().is_empty());
    let field = slots.iter().find(|slot| slot.label == "options");
    (options.is_empty() || has_gap).then(|| Fault {
        field: field.map(|slot| slot.name.clone()),
        flaw: Flaw::Missing,
    })
}

fn can_answer(question: &Question, answer: &str) -> bool {
    match question.kind {
        QuestionKind::YesNo => matches!(answer, "yes" | "no"),
        QuestionKind::Choice | QuestionKind::Choices => {
            (1..=question.options.len()).any(|number| number.to_string() == answer)
        }
        QuestionKind::Text | QuestionKind::LongText => false,
    }
}

/// A text that everybody reads holds the link (S-32): at the text, or at the link where that is what is
/// new.
fn links(slots: &[Slot], before: Option<&Details>, after: &Details) -> Vec<Fault> {
    if told_links(before, after).is_empty() {
        return Vec::new();
    }
    let links = after.meeting_links();
    let is_link = |slot: &Slot| matches!(slot.name.as_str(), "link" | "lineup-link");
    let tells = |slot: &&Slot| {
        let mut values = slot.get(after).into_iter();
        !is_link(slot) && values.any(|text| Seen::of(&text).tells_any(&links))
    };
    let told: Vec<Fault> = slots
        .iter()
        .filter(tells)
        .map(|slot| Fault::of(&slot.name, Flaw::TellsLink))
        .collect();
    if !told.is_empty() {
        return told;
    }
    let link = slots
        .iter()
        .find(|slot| is_link(slot) && !slot.get(after).is_empty());
    vec![Fault {
        field: link.map(|slot| slot.name.clone()),
        flaw: Flaw::ToldLink,
    }]
}

fn settings(after: &Details) -> Vec<Fault> {
    let mut faults = Vec::new();
    let quiet = after.mail.as_ref().and_then(|mail| mail.quiet_hours);
    if quiet.is_some_and(|hours| hours.from == hours.to) {
        faults.push(Fault::of("quiet-to", Flaw::Malformed("quiet")));
    }
    let mut codes = BTreeSet::new();
    let mut all = after.terms.codes.iter().flatten();
    if !all.all(|code| codes.insert(&code.code)) {
        faults.push(Fault::of("code", Flaw::Twice));
    }
    faults
}
