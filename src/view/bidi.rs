//! Values inside a text that runs the other way: `<bdi>` in pages, U+2068 and U+2069 in plain
//! text, and nothing at all in calendar objects (CAL-16).

use super::escape;
use crate::base::language::Direction;

/// FIRST STRONG ISOLATE (UAX 9 section 2.4).
const OPEN: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
const CLOSE: char = '\u{2069}';

/// `text` without direction marks.
pub fn without_marks(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

/// Whether `value` has a letter that runs against `direction`. One that has none must stay without
/// isolation: a bare “15:00–17:00” would otherwise run left to right amid Arabic.
pub fn runs_against(value: &str, direction: Direction) -> bool {
    value.chars().any(|c| match direction {
        Direction::Ltr => is_right_to_left(c),
        Direction::Rtl => !is_right_to_left(c) && c.is_alphabetic(),
    })
}

/// `value` as plain text amid text of `direction`.
pub fn isolated_text(value: &str, direction: Direction) -> String {
    if runs_against(value, direction) {
        format!("{OPEN}{value}{CLOSE}")
    } else {
        value.to_owned()
    }
}

/// Keeps of the marks in `marked` those around values that run against `direction`.
pub fn plain(marked: &str, direction: Direction) -> String {
    pieces(marked)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Value(value) => isolated_text(value, direction),
        })
        .collect()
}

/// Escapes `marked` and turns its marks into `<bdi>`, where the value needs it.
pub fn html(marked: &str, direction: Direction) -> String {
    pieces(marked)
        .map(|piece| match piece {
            Piece::Value(value) if runs_against(value, direction) => {
                format!("<bdi>{}</bdi>", escape::html(value))
            }
            Piece::Text(text) | Piece::Value(text) => escape::html(text),
        })
        .collect()
}

enum Piece<'a> {
    Text(&'a str),
    Value(&'a str),
}

/// Values hold no marks themselves: callers take them out before.
fn pieces(marked: &str) -> impl Iterator<Item = Piece<'_>> {
    marked.split(OPEN).enumerate().flat_map(|(index, part)| {
        match part.split_once(CLOSE).filter(|_| index > 0) {
            Some((value, text)) => vec![Piece::Value(value), Piece::Text(text)],
            None => vec![Piece::Text(part)],
        }
    })
}

/// Strong letters of right-to-left scripts (UAX 9, classes R and AL), by block.
fn is_right_to_left(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_8_only_values_of_the_other_direction_are_isolated() {
        let marked = "from \u{2068}علي\u{2069} at \u{2068}15:00\u{2069} <b>";
        assert_eq!(
            plain(marked, Direction::Ltr),
            "from \u{2068}علي\u{2069} at 15:00 <b>"
        );
        assert_eq!(
            html(marked, Direction::Ltr),
            "from <bdi>علي</bdi> at 15:00 &lt;b&gt;"
        );
        assert_eq!(
            isolated_text("LCPS", Direction::Rtl),
            "\u{2068}LCPS\u{2069}"
        );
        assert_eq!(isolated_text("15:00–17:00", Direction::Rtl), "15:00–17:00");
        assert_eq!(without_marks(marked), "from علي at 15:00 <b>");
    }
}
