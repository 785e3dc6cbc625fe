//! What somebody told of themselves, told otherwise.

use serde_json::json;

use super::{ATTENDEE, store};
use crate::audit;
use crate::base::db::{Result, Tx};
use crate::event::FieldName;
use crate::registration::{Registration, Request, entered};

/// Writes what `request` tells, where it is something else than before; the log says what, and not how it is
/// now (P-4).
pub(super) async fn tell(tx: &mut Tx, was: &Registration, request: &Request) -> Result<bool> {
    let before = entered(tx, was).await?;
    let field = |name: FieldName| {
        let given = request.fields.iter().find(|(field, _)| *field == name);
        given.map(|(_, text)| text.as_str().to_owned())
    };
    let compared = [
        ("name", was.name == request.name),
        ("language", was.language == request.language),
        ("listening", was.listening == request.listening),
        (
            "organisation",
            before.organisation == field(FieldName::Organisation),
        ),
        ("position", before.position == field(FieldName::Position)),
        ("country", before.country == field(FieldName::Country)),
        ("answers", before.answers == request.answers),
    ];
    let different = compared.iter().filter(|(_, is_same)| !is_same);
    let different: Vec<&str> = different.map(|(name, _)| *name).collect();
    if different.is_empty() {
        return Ok(false);
    }
    store::tell(tx, was.id, request, field).await?;
    let (id, changes) = (was.id.uuid(), json!({ "fields": different }));
    audit::record(tx, ATTENDEE, "details_changed", id, changes).await?;
    Ok(true)
}
