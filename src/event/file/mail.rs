use chrono::NaiveTime;

use super::fault::Sort;
use super::table::Table;
use super::value::Value;
use super::wording::wordings;
use crate::event::{MailSettings, QuietHours};

/// Reads `[mail]`.
pub(super) fn settings(table: &Table<'_>) -> Option<MailSettings> {
    Some(MailSettings {
        reminders: table
            .get("reminders")
            .and_then(|v| v.list(|v, _| v.parse())),
        quiet_hours: table.get("quiet_hours").and_then(|v| v.table(quiet_hours)),
        reply_to: table.get("reply_to").and_then(Value::parse),
        texts: table.get("text").and_then(wordings).unwrap_or_default(),
    })
}

fn quiet_hours(table: &Table<'_>) -> Option<QuietHours> {
    let from = table.need("from").and_then(hour);
    let to = table.need("to").and_then(hour);
    let (from, to) = (from?, to?);
    if from == to {
        table.refuse(Sort::Time, "has to end at another time than it begins");
    }
    Some(QuietHours { from, to })
}

fn hour(value: Value<'_>) -> Option<NaiveTime> {
    let text = value.text()?;
    let hour = NaiveTime::parse_from_str(text, "%H:%M").ok();
    let hour = hour.filter(|_| text.len() == "22:00".len());
    if hour.is_none() {
        value.refuse(Sort::Form, "is not a time of day such as “22:00”");
    }
    hour
}
