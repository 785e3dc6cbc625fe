//! What others did while somebody worked at a page, in words.

use super::super::desk::Desk;
use crate::account;
use crate::base::db::Tx;
use crate::event::{Event, lineup};
use crate::view::Locale;
use crate::view::desk::ChangeRow;
use crate::web::Error;

/// What was done to the lineup of `event` since its `revision`.
pub(super) async fn since(
    desk: &Desk,
    tx: &mut Tx,
    event: &Event,
    revision: i64,
) -> Result<Vec<ChangeRow>, Error> {
    let mut rows = Vec::new();
    for done in lineup::since(tx, event.id, revision).await? {
        let actor = actor(desk, tx, &done.actor).await?;
        let fields = done.fields.into_iter().map(|(path, before, after)| {
            let shown =
                |value: Option<String>| value.map(|value| said(desk.locale(), &path, value));
            let (before, after) = (shown(before), shown(after));
            (field(desk.locale(), &path), before, after)
        });
        rows.push(ChangeRow {
            actor,
            who: done.who,
            what: done.what,
            fields: fields.collect(),
        });
    }
    Ok(rows)
}

/// Who did something: a colleague, the person themselves, or whoever runs the service.
async fn actor(desk: &Desk, tx: &mut Tx, actor: &str) -> Result<String, Error> {
    let locale = desk.locale();
    if let Ok(id) = actor.parse() {
        let colleague = account::load(tx, id).await?;
        let name = colleague.map(|colleague| colleague.shown().to_owned());
        return Ok(name.unwrap_or_else(|| locale.text("lineup-actor-colleague")));
    }
    Ok(locale.text(match actor {
        "lineup" => "lineup-actor-self",
        _ => "lineup-actor-operator",
    }))
}

/// A field such as `position.en`, in words.
fn field(locale: &Locale, path: &str) -> String {
    let (name, language) = path.split_once('.').unwrap_or((path, ""));
    let label = locale.text(&format!("lineup-field-{name}"));
    match language.parse() {
        Ok(language) => locale.text_with(
            "lineup-field-in",
            &[
                ("field", &label),
                ("language", &locale.language_name(&language)),
            ],
        ),
        Err(_) => label,
    }
}

/// A value, where it is a word of ours in the reader's language.
fn said(locale: &Locale, path: &str, value: String) -> String {
    let key = match path {
        "role" | "state" => format!("lineup-{path}-{value}"),
        _ => return value,
    };
    if locale.knows(&key) {
        locale.text(&key)
    } else {
        value
    }
}
