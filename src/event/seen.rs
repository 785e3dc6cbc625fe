//! Whether a text of an organiser's gives a meeting link away (S-32): by what its readers see, however
//! it is spelled in the source.

use percent_encoding::percent_decode_str;

use super::meeting::MeetingLink;
use crate::view;

/// How often an address may be written within another, as the checkers of links in mails do it.
const DEEPEST: usize = 3;
/// A name of a room or a number of a meeting that is so long means nothing else.
const TELLING: usize = 9;
/// What of a query says who may come in, not where.
const KEYS: [&str; 4] = ["pwd", "passcode", "password", "authuser"];

/// A text, as it stands there and as what its Markdown makes of it.
pub struct Seen([Reading; 2]);

struct Reading {
    /// In lower case, with nothing encoded.
    text: String,
    /// The same without what people put between the digits of a number.
    digits: String,
}

/// What a meeting is known by.
struct Meeting {
    /// Host and path, or all of the address where it has no path: a bare host names a service.
    place: String,
    /// What else tells it from others in that place.
    query: Vec<(String, String)>,
    /// Each says enough alone, on whatever host.
    alone: Vec<String>,
}

impl Seen {
    /// What there is to see of `text`.
    pub fn of(text: &str) -> Self {
        Self([text.to_owned(), view::plain_text(text)].map(|text| {
            let text = folded(&text);
            let digits = without_gaps(&text);
            Reading { text, digits }
        }))
    }

    /// Whether it tells one of `links`.
    pub fn tells_any(&self, links: &[&MeetingLink]) -> bool {
        links.iter().any(|link| {
            let meeting = Meeting::at(link.reveal());
            self.0.iter().any(|reading| reading.tells(&meeting))
        })
    }
}

impl Reading {
    fn tells(&self, meeting: &Meeting) -> bool {
        let found = self.text.match_indices(&meeting.place);
        let is_there = found
            .map(|(at, place)| &self.text[at + place.len()..])
            .any(|rest| !goes_on(rest) && !meeting.is_not_at(rest));
        is_there || meeting.alone.iter().any(|word| self.says(word))
    }

    fn says(&self, word: &str) -> bool {
        let number = without_gaps(word);
        if number.bytes().all(|octet| octet.is_ascii_digit()) {
            return self.digits.contains(&number);
        }
        let mut found = self.text.match_indices(word);
        found.any(|(at, word)| !goes_on(&self.text[at + word.len()..]))
    }
}

impl Meeting {
    fn at(address: &str) -> Self {
        let address = folded(address);
        let address = address.trim_start_matches("https://");
        let (place, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
        let place = place.trim_end_matches('/');
        let Some((_, last)) = place.rsplit_once('/') else {
            return Self {
                place: address.trim_end_matches('/').to_owned(),
                query: Vec::new(),
                alone: Vec::new(),
            };
        };
        let is_named_by_query = !last.contains(|c: char| c.is_ascii_digit());
        let query: Vec<(String, String)> = pairs(rest)
            .filter(|(name, _)| is_named_by_query && !KEYS.contains(name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let values = query.iter().map(|(_, value)| value.as_str());
        let alone = values.chain([last]).filter(|word| is_telling(word));
        Self {
            place: place.to_owned(),
            alone: alone.map(str::to_owned).collect(),
            query,
        }
    }

    /// Whether the address whose place `rest` follows is that of another meeting in it.
    fn is_not_at(&self, rest: &str) -> bool {
        pairs(rest.trim_start_matches('/')).any(|(name, value)| {
            let mut own = self.query.iter();
            own.any(|(known, own)| known == name && own != value)
        })
    }
}

/// The query that `rest` begins with, if it does.
fn pairs(rest: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = rest.strip_prefix('?').unwrap_or_default();
    let ends = |c: char| c.is_whitespace() || "#<>\"'()[]`|\\".contains(c);
    let query = query.split(ends).next().unwrap_or_default();
    query
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '*'])
        .split('&')
        .filter_map(|pair| pair.split_once('='))
}

/// Whether what came before `rest` was the beginning of a longer word. Addresses are ASCII.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}

fn is_telling(word: &str) -> bool {
    let is_numbered = word.contains(|c: char| c.is_ascii_digit());
    is_numbered && without_gaps(word).chars().count() >= TELLING
}

fn folded(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..DEEPEST {
        let decoded = percent_decode_str(&text).decode_utf8_lossy().into_owned();
        if decoded == text {
            break;
        }
        text = decoded;
    }
    text.to_lowercase()
}

/// `text` without blanks and dashes, its digits as addresses have them.
fn without_gaps(text: &str) -> String {
    let is_gap = |c: &char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}');
    let digit = |c: char| {
        let value = match c {
            '\u{0660}'..='\u{0669}' => u32::from(c) - 0x0660,
            '\u{06F0}'..='\u{06F9}' => u32::from(c) - 0x06F0,
            _ => return c,
        };
        char::from_digit(value, 10).unwrap_or(c)
    };
    text.chars().filter(|c| !is_gap(c)).map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tells(link: &str, text: &str) -> bool {
        let link: MeetingLink = link.parse().expect(link);
        Seen::of(text).tells_any(&[&link])
    }

    const ZOOM: &str = "https://us02web.zoom.us/j/86512345678?pwd=secret";
    const ROOM: &str = "https://meet.example/room_one";
    const CALL: &str = "https://meet.google.com/abc-defg-hij?authuser=0";
    const FILM: &str = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
    const WEBEX: &str =
        "https://institute.webex.com/institute/j.php?MTID=m0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    #[test]
    fn s_32_a_link_is_told_however_it_is_spelled() {
        for (link, text) in [
            (ZOOM, "See HTTPS://US02WEB.zoom.us/J/86512345678."),
            (
                ZOOM,
                "[here](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F86512345678%3Fpwd%3Dx&data=05)",
            ),
            (
                ZOOM,
                "https://x.example/?u=https%253A%252F%252Fus02web.zoom.us%252Fj%252F86512345678",
            ),
            (ZOOM, "https://zoom.us/j/86512345678"),
            (ZOOM, "Meeting ID: 865 1234-5678"),
            (ZOOM, "رقم الاجتماع ٨٦٥ ١٢٣٤ ٥٦٧٨"),
            (ROOM, "https://meet.example/ro%6Fm_one"),
            (ROOM, "<https://meet.example/room_one/>"),
            (ROOM, r"meet.example/room\_one"),
            (ROOM, "meet.example/ro&#111;m_one"),
            (ROOM, "meet.example/ro**om**_one"),
            (ROOM, "![meet.example/room_one](https://x.example/p.png)"),
            (ROOM, "[a][b]\n\n[b]: https://meet.example/room_one"),
            (CALL, "https://meet.google.com/abc-defg-hij"),
            (CALL, "https://meet.google.com/abc-defg-hij?authuser=1"),
            (
                FILM,
                "https://www.youtube.com/watch?t=1&v=dQw4w9WgXcQ, today",
            ),
            (FILM, "https://www.youtube.com/watch"),
            (FILM, "https://youtu.be/dQw4w9WgXcQ"),
            (
                WEBEX,
                "https://institute.webex.com/institute/j.php?MTID=m0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            ),
            ("https://meet.example/j/86", "meet.example/j/86?pwd=1"),
            (
                "https://meet.example?room=water",
                "meet.example?room=water!",
            ),
        ] {
            assert!(tells(link, text), "{link}: {text}");
        }
    }

    #[test]
    fn s_32_another_address_is_none_of_the_link() {
        for (link, text) in [
            ("https://meet.example/j/86", "meet.example/j/865"),
            (FILM, "https://www.youtube.com/watch?v=aaaaaaaaaaa"),
            (FILM, "https://www.youtube.com/watches"),
            (WEBEX, "https://institute.webex.com/institute/j.php?MTID=m1"),
            (ZOOM, "https://us02web.zoom.us/j/86512345679 or 865 1234"),
            (
                "https://meet.jit.si/water-night-2026",
                "The water night 2026",
            ),
            ("https://meet.example?room=water", "https://meet.example"),
            (ROOM, "https://meet.example/room"),
        ] {
            assert!(!tells(link, text), "{link}: {text}");
        }
    }
}
