//! What was decided about a time that names no moment, or two (TIME-4).

use crate::base::zone::Note;

/// The catalogue's key of `note`.
pub const fn key(note: Note) -> &'static str {
    match note {
        Note::AfterGap => "time-note-after-gap",
        Note::LaterOfTwo => "time-note-later-of-two",
        Note::PickedByOffset => "time-note-picked",
        Note::OffsetIgnored => "time-note-ignored",
    }
}
