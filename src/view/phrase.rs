//! Organisers' own words, with places that are filled when a mail is written. There is nothing to
//! them but fixed placeholders: no expression, and no text of an attendee (S-17, S-18).

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::facts::EventFacts;
use super::locale::Locale;
use super::words::Words;
use crate::base::language::{Direction, Language};
use crate::base::text::SingleLine;
use crate::words;

words! {
    /// What can be filled in. Each exists for every event and every kind of mail.
    pub enum Placeholder {
        /// The event's title.
        Title = "title",
        /// The day, or the first and the last day, of the sessions that the mail is about.
        Date = "date",
        /// From when to when, with the zone: from the first start to the last end where the mail is
        /// about several sessions.
        Hours = "hours",
        /// Who runs the event; who runs the instance, where no organiser is named.
        Organiser = "organiser",
        /// The last minute of registration.
        Closes = "closes",
    }
}

/// How many placeholders a text may have.
const MOST_PLACES: usize = 50;

/// A text with `{placeholder}`s, in which `{{` and `}}` stand for braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    source: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Place(Placeholder),
}

/// What is wrong with the braces in a text; never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct BadPhrase(Vec<Flaw>);

impl BadPhrase {
    /// Everything that is wrong, in the order of the text.
    pub fn flaws(&self) -> &[Flaw] {
        &self.0
    }
}

/// One thing that is wrong with the braces in a text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// A placeholder that there is not.
    #[error("“{{{name}}}” is no placeholder; known are {{{}}}", Placeholder::WORDS.join("}, {"))]
    Unknown {
        /// What stands in the braces, cut short.
        name: SingleLine,
    },
    /// More placeholders than anybody means: each may be filled with a title of 300 characters.
    #[error("has more than {MOST_PLACES} placeholders")]
    TooMany,
    /// A brace that nothing closes.
    #[error("“{{” is not closed; a brace that is meant as such is written twice")]
    Open,
    /// A brace that nothing opens.
    #[error("“}}” closes nothing; a brace that is meant as such is written twice")]
    Close,
}

/// A phrase with its places filled, for one reader.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Filled {
    parts: Vec<Part>,
    /// As in [`Words`].
    lang: Option<String>,
    /// As in [`Words`].
    dir: Option<Direction>,
}

/// A piece of what an organiser wrote, or a value that was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) is_value: bool,
    /// As in [`Words`].
    pub(super) lang: Option<String>,
    /// As in [`Words`].
    pub(super) dir: Option<Direction>,
}

impl Phrase {
    /// With its braces as readers see them, and each place as its name in braces.
    pub fn unfilled(&self) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Place(placeholder) => format!("{{{placeholder}}}"),
        });
        pieces.collect()
    }

    /// The placeholders whose braces are written twice, so that their names are read and no value.
    pub fn named_only(&self) -> Vec<Placeholder> {
        let is_named = |placeholder: &Placeholder| {
            let name = format!("{{{placeholder}}}");
            self.pieces
                .iter()
                .any(|piece| matches!(piece, Piece::Text(text) if text.contains(&name)))
        };
        Placeholder::ALL.iter().copied().filter(is_named).collect()
    }

    /// With what there is to say about `event` to a reader of `locale`; `site` runs the instance.
    pub fn fill(&self, locale: &Locale, event: &EventFacts, site: &str) -> Filled {
        let value = |placeholder| match placeholder {
            Placeholder::Title => event.title.clone(),
            Placeholder::Date => Words::plain(&event.days),
            Placeholder::Hours => Words::plain(&event.hours),
            Placeholder::Organiser => Words::plain(organiser(locale, event, site)),
            Placeholder::Closes => Words::plain(&event.closes.words),
        };
        let parts = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Part {
                text: text.clone(),
                is_value: false,
                lang: None,
                dir: None,
            },
            Piece::Place(placeholder) => {
                let Words { text, lang, dir } = value(*placeholder);
                Part {
                    text: SingleLine::clean(&text).to_string(),
                    is_value: true,
                    lang,
                    dir,
                }
            }
        });
        Filled {
            parts: parts.collect(),
            lang: None,
            dir: None,
        }
    }
}

fn organiser(locale: &Locale, event: &EventFacts, site: &str) -> String {
    let hosts = event.hosts.iter().find(|group| group.role == "organiser");
    let names: Vec<String> = hosts
        .iter()
        .flat_map(|group| &group.hosts)
        .map(|host| host.name.text.clone())
        .collect();
    if names.is_empty() {
        site.to_owned()
    } else {
        locale.list(&names)
    }
}

impl Filled {
    /// The same for a reader of another language than `written_in`, where that is another.
    #[must_use]
    pub fn to_reader_of(self, reader: &Locale, written_in: &Language) -> Self {
        let own = written_in.is_same_tongue(reader.language());
        Self {
            lang: (!own).then(|| written_in.to_string()),
            dir: (!own).then(|| written_in.direction()),
            ..self
        }
    }

    /// On one line, for a subject.
    pub fn line(&self) -> SingleLine {
        let text: String = self.parts.iter().map(|part| part.text.as_str()).collect();
        SingleLine::clean(&text)
    }
}

impl FromStr for Phrase {
    type Err = BadPhrase;

    fn from_str(source: &str) -> Result<Self, Self::Err> {
        let mut reader = Reader::default();
        reader.read(source);
        let is_place = |piece: &&Piece| matches!(piece, Piece::Place(_));
        if reader.pieces.iter().filter(is_place).count() > MOST_PLACES {
            reader.flaws.push(Flaw::TooMany);
        }
        if reader.flaws.is_empty() {
            Ok(Self {
                source: source.to_owned(),
                pieces: reader.pieces,
            })
        } else {
            Err(BadPhrase(reader.flaws))
        }
    }
}

/// What was made of the text up to some point.
#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    flaws: Vec<Flaw>,
}

impl Reader {
    fn read(&mut self, source: &str) {
        let mut rest = source;
        while let Some(at) = rest.find(['{', '}']) {
            self.say(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix(brace) {
                self.say(brace);
                rest = after;
            } else if brace == "}" {
                self.flaws.push(Flaw::Close);
            } else {
                rest = self.place(rest);
            }
        }
        self.say(rest);
    }

    /// Reads a placeholder, whose brace has been opened; gives what follows it.
    fn place<'a>(&mut self, rest: &'a str) -> &'a str {
        let Some((name, after)) = rest
            .split_once('}')
            .filter(|(name, _)| !name.contains(['{', '\n']))
        else {
            self.flaws.push(Flaw::Open);
            return rest;
        };
        match name.parse() {
            Ok(placeholder) => self.pieces.push(Piece::Place(placeholder)),
            Err(_) => {
                let shown: String = name.chars().take(60).collect();
                let name = SingleLine::clean(&shown);
                self.flaws.push(Flaw::Unknown { name });
            }
        }
        after
    }

    fn say(&mut self, words: &str) {
        match self.pieces.last_mut() {
            _ if words.is_empty() => {}
            Some(Piece::Text(text)) => text.push_str(words),
            _ => self.pieces.push(Piece::Text(words.to_owned())),
        }
    }
}

/// As it was written.
impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

crate::text_serde!(Phrase);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::view::View;

    fn filled(source: &str) -> String {
        let view = View::load(None).expect("the built-in templates");
        let locale = view.locale(&"en".parse().expect("a tag"));
        let event = EventFacts::samples(locale).remove(1);
        let phrase: Phrase = source.parse().expect(source);
        phrase.fill(locale, &event, "Site").line().to_string()
    }

    fn flaws(source: &str) -> Vec<Flaw> {
        let Err(BadPhrase(flaws)) = source.parse::<Phrase>() else {
            panic!("{source} was accepted");
        };
        flaws
    }

    #[test]
    fn s_18_places_are_filled_and_doubled_braces_are_braces() {
        for (source, text) in [
            ("{title}", "Water and Data"),
            ("{{title}} {{{title}}}", "{title} {Water and Data}"),
            ("{{event.__init__}}", "{event.__init__}"),
            ("{{% if %}} {{{{ 7*7 }}}}", "{% if %} {{ 7*7 }}"),
            (
                "{date}: {hours}",
                "10 December 2026 – 11 December 2026: 16:00 to 01:30 on Friday, 11 December 2026 Casablanca time (UTC+1)",
            ),
            (
                "{organiser} until {closes}",
                "Example Foundation until Wednesday, 9 December 2026, 00:59 Casablanca time (UTC+1)",
            ),
        ] {
            assert_eq!(filled(source), text);
        }
        for (source, text) in [
            ("{title} {{title}}", "{title} {title}"),
            ("x.example/{{{{id}}}}", "x.example/{{id}}"),
        ] {
            let phrase: Phrase = source.parse().expect(source);
            assert_eq!(phrase.unfilled(), text);
        }
        assert!("{date}".repeat(50).parse::<Phrase>().is_ok());
    }

    #[test]
    fn s_18_a_placeholder_whose_braces_are_doubled_is_noted() {
        for (source, named) in [
            ("{{title}} on {{ date }}", vec![Placeholder::Title]),
            ("{{{title}}} {{hours}}", vec![Placeholder::Hours]),
            ("{title}, {{name}}", vec![]),
        ] {
            let phrase: Phrase = source.parse().expect(source);
            assert_eq!(phrase.named_only(), named, "{source}");
        }
    }

    #[test]
    fn s_18_whatever_else_stands_in_braces_is_refused() {
        let unknown = |name| Flaw::Unknown {
            name: SingleLine::clean(name),
        };
        for (source, expected) in [
            ("{name}", vec![unknown("name")]),
            ("{name.__class__}", vec![unknown("name.__class__")]),
            ("{Title}", vec![unknown("Title")]),
            ("{ title }", vec![unknown("title")]),
            ("{title!r}", vec![unknown("title!r")]),
            ("{title:>99999999}", vec![unknown("title:>99999999")]),
            ("{}", vec![unknown("")]),
            ("{title", vec![Flaw::Open]),
            ("{title\n}", vec![Flaw::Open, Flaw::Close]),
            ("title}", vec![Flaw::Close]),
            ("{a{title}}", vec![Flaw::Open, Flaw::Close]),
            ("{{{title}}", vec![Flaw::Close]),
            ("{% if x %}", vec![unknown("% if x %")]),
            ("{a} {b}", vec![unknown("a"), unknown("b")]),
            (&"{date}".repeat(51), vec![Flaw::TooMany]),
        ] {
            assert_eq!(flaws(source), expected, "{source}");
        }
        let told = "{name}".parse::<Phrase>().expect_err("unknown").to_string();
        assert_eq!(
            told,
            "“{name}” is no placeholder; known are {title}, {date}, {hours}, {organiser}, {closes}"
        );
    }

    #[test]
    fn s_18_a_value_is_never_read_again() {
        let view = View::load(None).expect("the built-in templates");
        let locale = view.locale(&"en".parse().expect("a tag"));
        let mut event = EventFacts::samples(locale).remove(0);
        event.title = Words::plain("{organiser} {{ 7*7 }}\nBcc: x@x.example");
        let phrase: Phrase = "{title}!".parse().expect("a phrase");
        let line = phrase.fill(locale, &event, "Site").line();
        assert_eq!(line.as_str(), "{organiser} {{ 7*7 }} Bcc: x@x.example!");
    }

    proptest! {
        #[test]
        fn a_phrase_comes_back_as_it_was_written(source in "[{}a-z. ]{0,40}") {
            if let Ok(phrase) = source.parse::<Phrase>() {
                prop_assert_eq!(phrase.to_string(), source);
            }
        }
    }
}
