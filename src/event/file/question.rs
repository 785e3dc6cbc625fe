use super::fault::Sort;
use super::ids::Ids;
use super::table::Table;
use super::value::Value;
use crate::base::language::Localised;
use crate::event::{Condition, Key, Question, QuestionKind, Text};

/// What a later question's condition may refer to.
struct Asked {
    key: Key,
    /// Unknown where it is faulty itself, which is told at its own place.
    kind: Option<QuestionKind>,
    options: usize,
}

/// Reads every `[[registration.question]]`.
pub(super) fn questions(terms: &Table<'_>) -> Vec<Question> {
    let mut ids = Ids::default();
    let mut earlier = Vec::new();
    let questions = terms.get("question").and_then(|v| {
        v.tables(|table, index| {
            let id = ids.read(table, index);
            question(table, id, index, &mut earlier)
        })
    });
    questions.unwrap_or_default()
}

fn question(
    table: &Table<'_>,
    id: Option<Key>,
    index: usize,
    earlier: &mut Vec<Asked>,
) -> Option<Question> {
    let label = table.need("label").and_then(|v| v.localised(Text::LINE));
    let kind = table.need("kind").and_then(Value::word);
    let options = options(table, kind);
    let required = table.get("required").and_then(Value::flag);
    let condition = table
        .get("if")
        .and_then(|v| v.table(|table| condition(table, earlier)));
    earlier.push(Asked {
        key: Key::or_number(id.as_ref(), index),
        kind,
        options: options.len(),
    });
    Some(Question {
        id,
        label: label?,
        kind: kind?,
        options,
        required,
        condition,
    })
}

/// What there is to choose from, where there is a choice.
fn options(table: &Table<'_>, kind: Option<QuestionKind>) -> Vec<Localised> {
    let is_choice = matches!(kind, Some(QuestionKind::Choice | QuestionKind::Choices));
    let given = if is_choice {
        table.need("options")
    } else {
        table.get("options")
    };
    let Some(given) = given else {
        return Vec::new();
    };
    if !is_choice && let Some(kind) = kind {
        given.refuse(
            Sort::Misplaced,
            format_args!("is for choice and choices only, not for {kind}"),
        );
    }
    let options = given.filled_list(|option, _| option.localised(Text::LINE));
    options.unwrap_or_default()
}

fn condition(table: &Table<'_>, earlier: &[Asked]) -> Option<Condition> {
    let question = table.need("question");
    let is = table.need("is");
    let (question, is) = (question?, is?);
    let answer = is.text()?;
    let name = question.text()?;
    let Some(other) = earlier.iter().find(|asked| asked.key.as_str() == name) else {
        question.refuse(Sort::Reference, "is not the id of an earlier question");
        return None;
    };
    if let Err(reason) = other.accepts(answer) {
        is.refuse(Sort::Reference, reason);
    }
    Some(Condition {
        question: other.key.clone(),
        is: answer.to_owned(),
    })
}

impl Asked {
    /// Whether `answer` can be given, as forms give it.
    fn accepts(&self, answer: &str) -> Result<(), String> {
        match self.kind {
            None => Ok(()),
            Some(QuestionKind::YesNo) if matches!(answer, "yes" | "no") => Ok(()),
            Some(QuestionKind::YesNo) => Err("has to be yes or no".to_owned()),
            Some(QuestionKind::Choice | QuestionKind::Choices) => {
                let is_number = (1..=self.options).any(|number| number.to_string() == answer);
                let reason = || format!("has to be the number of an option, 1 to {}", self.options);
                // Without options there is a fault already.
                (is_number || self.options == 0)
                    .then_some(())
                    .ok_or_else(reason)
            }
            Some(kind @ (QuestionKind::Text | QuestionKind::LongText)) => Err(format!(
                "cannot be answered so: {} is a {kind} question",
                self.key
            )),
        }
    }
}
