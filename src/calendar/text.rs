//! How text is spelled in a content line: escapes, parameters, folding.

use std::borrow::Cow;

/// The octets a line may have without its line break (RFC 5545 section 3.1).
const LINE: usize = 75;

/// Spells a TEXT value (RFC 5545 section 3.3.11): line breaks of every kind become `\n`; control
/// characters and what would change the direction of the rest are dropped, since readers print or
/// compare them (CAL-15, CAL-16).
pub(super) fn escape(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\n' => spelled.push_str("\\n"),
            '\\' | ';' | ',' => spelled.extend(['\\', character]),
            _ if is_dropped(character) => {}
            _ => spelled.push(character),
        }
    }
    spelled
}

/// The text that a TEXT value spells. An escape that RFC 5545 does not know stands for its
/// character.
pub fn unescape(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(escaped) => text.push(escaped),
                None => text.push('\\'),
            },
            _ => text.push(character),
        }
    }
    text
}

/// A parameter's value without what no parameter can hold.
pub(super) fn clean_parameter(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|&character| character == '\n' || !is_dropped(character))
        .collect()
}

/// Spells a parameter's value (RFC 6868 section 3), in quotes if it needs them.
pub(super) fn encode_parameter(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '^' => spelled.push_str("^^"),
            '"' => spelled.push_str("^'"),
            '\n' => spelled.push_str("^n"),
            _ => spelled.push(character),
        }
    }
    if spelled.contains([':', ';', ',']) {
        format!("\"{spelled}\"")
    } else {
        spelled
    }
}

/// The text that a parameter's value spells, quotes already taken away (RFC 6868 section 3.2).
pub(super) fn decode_parameter(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(character) = characters.next() {
        let escaped = match (character, characters.peek()) {
            ('^', Some('^')) => Some('^'),
            ('^', Some('\'')) => Some('"'),
            ('^', Some('n')) => Some('\n'),
            _ => None,
        };
        if escaped.is_some() {
            characters.next();
        }
        text.push(escaped.unwrap_or(character));
    }
    text
}

/// Appends `line` with its line breaks, in pieces of at most 75 octets (RFC 5545 section 3.1).
pub(super) fn fold(line: &str, object: &mut String) {
    let mut rest = line;
    let mut room = LINE;
    while rest.len() > room {
        let (piece, following) = rest.split_at(break_before(rest, room));
        object.push_str(piece);
        object.push_str("\r\n ");
        rest = following;
        room = LINE - " ".len();
    }
    object.push_str(rest);
    object.push_str("\r\n");
}

/// Lines as they were before they were folded. Takes away the line break and one blank or tab, and
/// nothing else: values may begin and end with blanks.
pub(super) fn unfold(object: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut lines = object
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .peekable();
    std::iter::from_fn(move || {
        let mut line = Cow::Borrowed(lines.next()?);
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            line.to_mut().push_str(&more[1..]);
        }
        Some(line)
    })
}

/// Where to break `line`, longer than `room` octets: the last good place, else (in a run of blanks
/// or escapes) the last possible one.
fn break_before(line: &str, room: usize) -> usize {
    let places = || (1..=room).rev().filter(|&at| line.is_char_boundary(at));
    places()
        .find(|&at| is_good_break(line, at))
        .or_else(|| places().next())
        .expect("a character has at most four octets")
}

/// Some readers trim blanks at the ends of a physical line, and some look for escapes in it.
fn is_good_break(line: &str, at: usize) -> bool {
    let (before, after) = line.split_at(at);
    let escapes = |mark: char| before.len() - before.trim_end_matches(mark).len();
    !before.ends_with([' ', '\t'])
        && !after.starts_with([' ', '\t'])
        && escapes('\\').is_multiple_of(2)
        && escapes('^').is_multiple_of(2)
}

fn is_dropped(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
