use super::fault::Sort;
use super::ids::Ids;
use super::table::Table;
use super::value::Value;
use crate::base::language::Localised;
use crate::base::span::Span;
use crate::event::{Key, Survey, SurveyKind, SurveyQuestion, Text};

/// Reads `[survey]`.
pub(super) fn survey(table: &Table<'_>) -> Option<Survey> {
    let open_for = table.get("open_for").and_then(open_for);
    let mut ids = Ids::default();
    let questions = table
        .get("question")
        .and_then(|v| v.tables(|table, index| question(table, ids.read(table, index), index)));
    let default = Survey::default();
    Some(Survey {
        open_for: open_for.unwrap_or(default.open_for),
        questions: questions.unwrap_or_default(),
    })
}

fn question(table: &Table<'_>, id: Option<Key>, index: usize) -> Option<SurveyQuestion> {
    if index == Survey::MOST_QUESTIONS {
        table.refuse(
            Sort::Many,
            format_args!(
                "is one too many: a survey has {} questions at most",
                Survey::MOST_QUESTIONS
            ),
        );
    }
    let label = table.need("label").and_then(|v| v.localised(Text::LINE));
    let kind = table.need("kind").and_then(Value::word);
    let options = options(table, kind);
    Some(SurveyQuestion {
        id,
        label: label?,
        kind: kind?,
        options,
    })
}

fn open_for(value: Value<'_>) -> Option<Span> {
    let span: Span = value
        .text()?
        .parse()
        .map_err(|e| value.refuse(Sort::Form, e))
        .ok()?;
    if !Survey::may_be_open_for(span) {
        value.refuse(Sort::Range, "has to be between 1h and 365d");
    }
    Some(span)
}

/// What there is to choose from, where there is a choice.
fn options(table: &Table<'_>, kind: Option<SurveyKind>) -> Vec<Localised> {
    let given = match kind {
        Some(SurveyKind::Choice) => table.need("options"),
        _ => table.get("options"),
    };
    let Some(given) = given else {
        return Vec::new();
    };
    if let Some(kind @ (SurveyKind::Scale | SurveyKind::Text)) = kind {
        given.refuse(
            Sort::Misplaced,
            format_args!("is for choice only, not for {kind}"),
        );
    }
    let options = given.filled_list(|option, _| option.localised(Text::LINE));
    options.unwrap_or_default()
}
