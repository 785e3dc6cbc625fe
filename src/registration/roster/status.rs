//! What has become of somebody's registration at the service that a list comes from.

use crate::base::fold::fold;

/// What a status comes to here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    /// They have a place there.
    Coming,
    /// They had one, or were refused.
    GaveUp,
}

/// Of those who have a place, in exports of Eventbrite, pretix, Zoom and Indico, and in ours.
const COMING: [&str; 17] = [
    "attending",
    "attended",
    "checked in",
    "paid",
    "approved",
    "complete",
    "completed",
    "confirmed",
    "registered",
    "accepted",
    "confirmé",
    "confirmée",
    "مؤكد",
    "подтверждено",
    "подтвержден",
    "подтверждена",
    "დადასტურებული",
];

/// Of those who have none any more.
const GAVE_UP: [&str; 22] = [
    "not attending",
    "cancelled",
    "canceled",
    "cancelled by self",
    "cancelled by host",
    "refunded",
    "deleted",
    "transferred",
    "expired",
    "denied",
    "declined",
    "rejected",
    "withdrawn",
    "annulé",
    "annulée",
    "refusé",
    "ملغى",
    "ملغي",
    "отменено",
    "отменена",
    "отклонено",
    "გაუქმებული",
];

/// What a cell says; `None` where nothing is decided there yet, or in words that nobody knows. Where it
/// says nothing, nothing speaks against them.
pub(super) fn status(cell: &str) -> Option<Status> {
    let said = fold(cell);
    let is_one_of = |words: &[&str]| words.iter().any(|word| fold(word) == said);
    if said.is_empty() || is_one_of(&COMING) {
        return Some(Status::Coming);
    }
    is_one_of(&GAVE_UP).then_some(Status::GaveUp)
}

/// Whether a cell says that somebody has no place any more where the list comes from.
pub fn gave_up(cell: &str) -> bool {
    status(cell) == Some(Status::GaveUp)
}
