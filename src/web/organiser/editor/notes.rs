//! What was decided about a time that names no moment, or two (TIME-4).

use crate::base::zone::Note;

/// The catalogue's key of `note`.
pub const fn key(note: Note) -> &'static str {
    match note {
        Note::AfterGap => "note-after-gap",
        Note::LaterOfTwo => "note-later-of-two",
        Note::PickedByOffset => "note-picked",
        Note::OffsetIgnored => "note-ignored",
    }
}
