use std::collections::BTreeSet;

use super::fault::Sort;
use super::ids::Ids;
use super::question::questions;
use super::table::Table;
use super::value::Value;
use crate::base::span::Span;
use crate::event::{Capacity, Code, Consent, Field, Key, Terms, Text};

/// Reads `[registration]`.
pub(super) fn terms(table: &Table<'_>) -> Option<Terms> {
    Some(Terms {
        opens: table.get("opens").and_then(Value::wall_time),
        closes: table.get("closes").and_then(Value::wall_time),
        capacity: table.get("capacity").and_then(|v| v.table(capacity)),
        waitlist: table.get("waitlist").and_then(Value::flag),
        offers: table.get("offers").and_then(offers),
        offers_until: table.get("offers_until").and_then(Value::wall_time),
        approval: table.get("approval").and_then(Value::flag),
        invitation_only: table.get("invitation_only").and_then(Value::flag),
        codes: codes(table),
        confirm_address: table.get("confirm_address").and_then(Value::flag),
        per_session: table.get("per_session").and_then(Value::flag),
        fields: fields(table),
        questions: questions(table),
        consents: consents(table),
    })
}

/// Long enough to be read, and short enough for others to have their turn.
fn offers(value: Value<'_>) -> Option<Span> {
    let span: Span = value
        .text()?
        .parse()
        .map_err(|e| value.refuse(Sort::Form, e))
        .ok()?;
    if !Terms::may_offer_for(span) {
        value.refuse(Sort::Range, "has to be between 15m and 14d");
    }
    Some(span)
}

/// Reads the places by mode.
pub(super) fn capacity(table: &Table<'_>) -> Option<Capacity> {
    Some(Capacity {
        online: table.get("online").and_then(Value::count),
        in_person: table.get("in_person").and_then(Value::count),
    })
}

fn codes(terms: &Table<'_>) -> Option<Vec<Code>> {
    let mut known = BTreeSet::new();
    terms.get("codes")?.tables(|table, _| {
        let code = table.need("code").and_then(|v| v.cleaned(Text::LINE));
        let places = table.get("places").and_then(Value::count);
        let expires = table.get("expires").and_then(Value::wall_time);
        let code = code?;
        if !known.insert(code.clone()) {
            table.refuse(Sort::Twice, "is a code that is there twice");
        }
        Some(Code {
            code,
            places,
            expires,
        })
    })
}

fn fields(terms: &Table<'_>) -> Vec<Field> {
    let mut known = BTreeSet::new();
    let fields = terms.get("field").and_then(|v| {
        v.tables(|table, _| {
            let name = table.need("name").and_then(Value::word);
            let required = table.get("required").and_then(Value::flag);
            let purpose = table.need("purpose").and_then(|v| v.localised(Text::LINES));
            let name = name?;
            if !known.insert(name) {
                table.refuse(
                    Sort::Twice,
                    format_args!("asks for the {name} a second time"),
                );
            }
            Some(Field {
                name,
                required,
                purpose: purpose?,
            })
        })
    });
    fields.unwrap_or_default()
}

fn consents(terms: &Table<'_>) -> Vec<Consent> {
    let mut ids = Ids::default();
    let consents = terms
        .get("consent")
        .and_then(|v| v.tables(|table, index| consent(table, ids.read(table, index))));
    consents.unwrap_or_default()
}

fn consent(table: &Table<'_>, id: Option<Key>) -> Option<Consent> {
    let text = table.need("text").and_then(|v| v.localised(Text::LINES));
    let required = table.get("required").and_then(Value::flag);
    Some(Consent {
        id,
        text: text?,
        required,
    })
}
