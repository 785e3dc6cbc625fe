//! Why something is decided against people: told to them, in words that give no link away.

use serde_json::Value as Json;

use super::faults::tells_link;
use crate::base::language::Localised;
use crate::event::file::Sort;
use crate::event::{Event, Seen, Text};
use crate::web::api::field_error::FieldError;
use crate::web::api::problem::Problem;

const PATH: &str = "reason";

/// The reason as it is kept.
///
/// # Errors
/// 422 where it is empty, too long, or tells a link to join by (S-32).
pub(in crate::web::api) fn cleaned_reason(
    event: &Event,
    reason: Localised,
) -> Result<Localised, Problem> {
    let clean = |text: String| cleaned(event, &text);
    Ok(match reason {
        Localised::One(text) => Localised::One(clean(text)?),
        Localised::Each(texts) if texts.is_empty() => return Err(wrong_length()),
        Localised::Each(texts) => Localised::Each(
            texts
                .into_iter()
                .map(|(language, text)| Ok((language, clean(text)?)))
                .collect::<Result<_, Problem>>()?,
        ),
    })
}

fn cleaned(event: &Event, text: &str) -> Result<String, Problem> {
    let text = Text::LINES.clean(text);
    if text.is_empty() || text.chars().count() > Text::LINES.limit() {
        return Err(wrong_length());
    }
    if Seen::of(&text).tells_any(&event.details.meeting_links()) {
        return Err(Problem::unfit(vec![tells_link(&Json::Null, PATH)]));
    }
    Ok(text)
}

fn wrong_length() -> Problem {
    let length = format!("1–{}", Text::LINES.limit());
    let error = FieldError::within(&Json::Null, PATH, Sort::Range);
    Problem::unfit(vec![error.because(length)])
}
