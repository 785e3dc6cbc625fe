use serde_json::Value as Json;
use uuid::Uuid;

use crate::words;

words! {
    /// What webhooks are told.
    pub enum Kind {
        /// Somebody registered, whatever became of it.
        Registered = "registered",
        /// Somebody has a place: at once, later, or another one than before.
        Confirmed = "confirmed",
        /// Somebody waits for a place.
        Waitlisted = "waitlisted",
        /// Somebody has no place and waits for none: withdrawn, declined, expired or erased.
        Withdrawn = "withdrawn",
        /// Somebody came to a session.
        CheckedIn = "checked_in",
        /// An event was published, changed, called off, moved to the trash or brought back.
        EventChanged = "event_changed",
        /// Nobody can register any more, since the time for it is over.
        EventClosed = "event_closed",
        /// Those who are confirmed may have the link to join.
        LinkReleased = "link_released",
        /// Nothing happened: somebody wants to see whether it arrives.
        Test = "test",
    }
}

impl Kind {
    /// Those that a webhook can be for.
    pub fn choosable() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| *kind != Self::Test)
    }

    /// Whether it is about a registration.
    pub const fn is_about_somebody(self) -> bool {
        matches!(
            self,
            Self::Registered
                | Self::Confirmed
                | Self::Waitlisted
                | Self::Withdrawn
                | Self::CheckedIn
        )
    }
}

/// What a line of the audit log tells webhooks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// These, of the registration or the event that the line is about.
    Kinds(&'static [Kind]),
    /// What has become of the registration that the line is about, where it is one of these.
    StateNow,
    /// Somebody came to this session.
    CameTo(Uuid),
    /// The event is another, where it is there and no draft.
    Event,
    /// Nothing.
    Nothing,
}

/// What a line with this action and these changes tells.
pub(super) fn told(action: &str, changes: &Json) -> Told {
    let word = |name: &str| changes[name].as_str().unwrap_or_default();
    match action {
        "registered" => Told::Kinds(match word("state") {
            "confirmed" => &[Kind::Registered, Kind::Confirmed],
            "waitlisted" => &[Kind::Registered, Kind::Waitlisted],
            _ => &[Kind::Registered],
        }),
        "approved" | "offer_taken" => Told::Kinds(&[Kind::Confirmed]),
        "promoted" | "address_confirmed" => match word("state") {
            "" | "confirmed" => Told::StateNow,
            _ => Told::Nothing,
        },
        "moved" => Told::StateNow,
        "waitlisted" => Told::Kinds(&[Kind::Waitlisted]),
        "withdrawn" | "declined" | "hold_expired" | "offer_expired" | "registration_erased" => {
            Told::Kinds(&[Kind::Withdrawn])
        }
        "decision_undone" => Told::Kinds(match (word("from"), word("to")) {
            (_, "confirmed") => &[Kind::Confirmed],
            (_, "waitlisted") => &[Kind::Waitlisted],
            ("confirmed" | "waitlisted", _) => &[Kind::Withdrawn],
            _ => &[],
        }),
        "checked_in" => word("session").parse().map_or(Told::Nothing, Told::CameTo),
        // A draft was nobody's business.
        "event_trashed" if word("state") == "draft" => Told::Nothing,
        "event_trashed" => Told::Kinds(&[Kind::EventChanged]),
        "event_made" | "event_changed" | "event_cancelled" | "event_moved"
        | "event_readdressed" | "event_restored" | "lineup_changed" => Told::Event,
        _ => Told::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Kind::{Confirmed, Registered, Waitlisted, Withdrawn};
    use super::*;

    #[test]
    fn s_29_a_line_tells_what_was_done_and_nothing_else() {
        let undone = |from: &str, to: &str| ("decision_undone", json!({ "from": from, "to": to }));
        let state = |action: &'static str, state: &str| (action, json!({ "state": state }));
        for ((action, changes), expected) in [
            (
                state("registered", "confirmed"),
                Told::Kinds(&[Registered, Confirmed]),
            ),
            (
                state("registered", "waitlisted"),
                Told::Kinds(&[Registered, Waitlisted]),
            ),
            (state("registered", "pending"), Told::Kinds(&[Registered])),
            (
                state("registered", "unconfirmed"),
                Told::Kinds(&[Registered]),
            ),
            (state("address_confirmed", "confirmed"), Told::StateNow),
            (state("address_confirmed", "pending"), Told::Nothing),
            (state("promoted", "confirmed"), Told::StateNow),
            (state("promoted", "unconfirmed"), Told::Nothing),
            (
                ("promoted", json!({ "from": "online", "to": "in_person" })),
                Told::StateNow,
            ),
            (state("offered", "waitlisted"), Told::Nothing),
            (("offer_taken", json!({})), Told::Kinds(&[Confirmed])),
            (("offer_expired", json!({})), Told::Kinds(&[Withdrawn])),
            (undone("declined", "pending"), Told::Kinds(&[])),
            (undone("confirmed", "pending"), Told::Kinds(&[Withdrawn])),
            (undone("cancelled", "confirmed"), Told::Kinds(&[Confirmed])),
            (
                undone("confirmed", "waitlisted"),
                Told::Kinds(&[Waitlisted]),
            ),
            (("checked_in", json!({ "session": "none" })), Told::Nothing),
            (("check_in_undone", json!({})), Told::Nothing),
            (("event_cancelled", json!({})), Told::Event),
            (
                state("event_trashed", "cancelled"),
                Told::Kinds(&[Kind::EventChanged]),
            ),
            (state("event_trashed", "draft"), Told::Nothing),
            (("event_removed", json!({})), Told::Nothing),
            (
                ("token_made", json!({ "name": "registered" })),
                Told::Nothing,
            ),
        ] {
            assert_eq!(told(action, &changes), expected, "{action} {changes}");
        }
    }
}
