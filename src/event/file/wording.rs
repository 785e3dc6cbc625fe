use std::collections::BTreeSet;

use super::fault::Sort;
use super::table::Table;
use super::value::Value;
use crate::base::language::Localised;
use crate::event::{AttendeeMail, MailSettings, MeetingLink, Seen, Text, Wording};
use crate::view::Phrase;

/// Reads the list `text` of `[mail]`.
pub(super) fn wordings(list: Value<'_>) -> Option<Vec<Wording>> {
    let mut known = BTreeSet::new();
    list.tables(|table, _| wording(table, &mut known))
}

fn wording(table: &Table<'_>, known: &mut BTreeSet<AttendeeMail>) -> Option<Wording> {
    let kind = table.need("kind").and_then(|value| value.word());
    let subject = table.get("subject").map(|v| v.phrases(Text::SUBJECT));
    let lead = table.get("lead").map(|v| v.phrases(Text::LINES));
    if subject.is_none() && lead.is_none() {
        table.refuse(Sort::Missing, "has neither subject nor lead");
    }
    let kind = kind?;
    if !known.insert(kind) {
        table.refuse(Sort::Twice, format_args!("has the kind {kind} of another"));
    }
    Some(Wording {
        kind,
        subject: subject.flatten(),
        lead: lead.flatten(),
    })
}

/// What is nobody's text: where links stand by right, names that only files know, and what is judged as
/// it is said.
const NO_TEXTS: [&str; 5] = ["meeting", "mail", "slug", "id", "codes"];

/// Notes which texts and addresses would tell everybody a link of `links` (S-32).
pub(super) fn refuse_links(root: &Table<'_>, mail: Option<&MailSettings>, links: &[&MeetingLink]) {
    if links.is_empty() {
        return;
    }
    for (value, text) in root.texts(&NO_TEXTS) {
        if Seen::of(text).tells_any(links) {
            value.refuse(Sort::Link, MeetingLink::TOLD);
        }
    }
    for (index, wording) in mail.iter().flat_map(|mail| &mail.texts).enumerate() {
        for (key, phrases) in [("subject", &wording.subject), ("lead", &wording.lead)] {
            let path = format!("mail.text.{}.{key}", index + 1);
            refuse_told(root, &path, phrases.as_ref(), links);
        }
    }
}

/// Notes which of the texts at `path` would tell a link of `links`.
pub(super) fn refuse_told(
    root: &Table<'_>,
    path: &str,
    phrases: Option<&Localised<Phrase>>,
    links: &[&MeetingLink],
) {
    for (language, phrase) in phrases.iter().flat_map(|phrases| phrases.keyed()) {
        if Seen::of(&phrase.unfilled()).tells_any(links) {
            let path = language.map_or(path.to_owned(), |tag| format!("{path}.{tag}"));
            root.refuse_path(&path, Sort::Link, MeetingLink::TOLD);
        }
    }
}
