use super::Who;
use crate::registration::figures::Common;
use crate::view::Locale;

/// What a group is called.
pub(super) fn name(common: Common, who: &Who, locale: &Locale) -> String {
    match who {
        Who::Said(what) => said(common, what, locale),
        Who::Silent => locale.text(match common {
            Common::Source => "figures-silent-source",
            _ => "figures-silent",
        }),
        Who::Others => locale.text("figures-others"),
        Who::Few => locale.text("figures-few"),
    }
}

fn said(common: Common, what: &str, locale: &Locale) -> String {
    match common {
        Common::State => locale.text(&format!("figures-state-{what}")),
        Common::Attendance => locale.text(&format!("figures-attendance-{what}")),
        Common::Mode => locale.text(&format!("mode-{what}")),
        Common::Language => what.parse().map_or_else(
            |_| what.to_owned(),
            |language| locale.language_name(&language),
        ),
        Common::Country => locale.country_name(what),
        Common::Organisation | Common::Source => what.to_owned(),
    }
}

/// How many, and of how many in a hundred.
pub(super) fn share(people: i64, total: i64, locale: &Locale) -> String {
    let percent = percent(people, total).to_string();
    let values = [("count", &*people.to_string()), ("percent", &percent)];
    locale.text_with("figures-share", &values)
}

/// Rounded to the nearest.
pub(super) fn percent(people: i64, total: i64) -> i64 {
    (200 * people + total) / (2 * total).max(1)
}

/// “1 person”, “3 people”.
pub(super) fn people(count: i64, locale: &Locale) -> String {
    locale.text_counting("figures-people", u64::try_from(count).unwrap_or_default())
}
