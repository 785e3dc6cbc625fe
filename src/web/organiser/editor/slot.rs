//! A field of the editor: how it is asked, what it shows and what it changes, in one place.

use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use super::flaw::Flaw;
use crate::base::language::{Language, Localised};
use crate::base::zone::WallTime;
use crate::event::{Details, Text};

/// A control of a form, bound to its place in an event's details.
pub struct Slot {
    /// Its name in the form.
    pub name: String,
    /// What it is called in the catalogue: `edit-LABEL`, and `edit-LABEL-hint` where there is one.
    pub label: String,
    /// How it is asked.
    pub asked: Asked,
    /// The language of its text, where it is one in several.
    pub language: Option<Language>,
    /// Whether it has to be filled in.
    pub required: bool,
    get: Get,
    set: Set,
    offers: Offers,
    is_there: IsThere,
}

/// How something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A mail address.
    Email,
    /// An address on the web.
    Address,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// A time of day.
    Hour,
    /// A day and a time of day.
    Moment,
    /// One box to tick.
    Tick,
    /// One of several.
    One,
    /// Any of several.
    Several,
    /// So many of several, in order.
    Ranked(usize),
    /// One line, with what others typed there on offer.
    Suggested,
    /// One of two, asked only where there are two.
    Side,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its value in the form.
    pub value: String,
    /// What it says.
    pub says: Says,
}

/// What an offer says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// The text of the catalogue under this key.
    Text(String),
    /// The same, of which there are so many.
    Counted(String, u64),
    /// The name of a language.
    Tongue(Language),
    /// A country's name.
    Country(&'static str),
    /// One of two moments that the clocks show twice, with its offset from UTC.
    Side(&'static str, String),
    /// This.
    Itself(String),
    /// “Only where … was answered with …”: an organiser's question and answer.
    Answered(Localised, Box<Says>),
    /// A text of the organiser's.
    Told(Localised),
}

type Get = Box<dyn Fn(&Details) -> Vec<String> + Send + Sync>;
type Set = Box<dyn Fn(&mut Details, &[&str]) -> Result<(), Flaw> + Send + Sync>;
type IsThere = Box<dyn Fn(&Details) -> bool + Send + Sync>;
type Offers = Box<dyn Fn(&Details) -> Vec<Offer> + Send + Sync>;

impl Slot {
    /// What it shows.
    pub fn get(&self, details: &Details) -> Vec<String> {
        (self.get)(details)
    }

    /// Changes `details` as was typed.
    ///
    /// # Errors
    /// What is wrong with what was typed.
    pub fn set(&self, details: &mut Details, typed: &[&str]) -> Result<(), Flaw> {
        (self.set)(details, typed)
    }

    /// What there is to choose from.
    pub fn offers(&self, details: &Details) -> Vec<Offer> {
        (self.offers)(details)
    }

    /// Whether it is of a text that there has to be in one language at least.
    pub const fn is_text_needed(&self) -> bool {
        self.required && self.language.is_some()
    }

    /// Whether `details` have the part that it is about.
    pub fn is_there(&self, details: &Details) -> bool {
        (self.is_there)(details)
    }

    /// Whether what is not sent along means that nothing was chosen.
    pub const fn is_absent_when_empty(&self) -> bool {
        matches!(self.asked, Asked::Tick | Asked::Several)
    }

    /// The same, which has to be filled in.
    #[must_use]
    pub fn required(self) -> Self {
        Self {
            required: true,
            ..self
        }
    }

    /// The same, of which so many can be chosen, in order.
    #[must_use]
    pub fn ranked(self, most: usize) -> Self {
        Self {
            asked: Asked::Ranked(most),
            ..self
        }
    }

    /// The same under another name of the catalogue.
    #[must_use]
    pub fn labelled(self, label: &str) -> Self {
        Self {
            label: label.to_owned(),
            ..self
        }
    }

    /// The same for a text in `language`.
    #[must_use]
    pub fn in_language(self, language: &Language) -> Self {
        Self {
            language: Some(language.clone()),
            ..self
        }
    }

    /// The same with something to choose from.
    #[must_use]
    pub fn offering(self, offers: impl Fn(&Details) -> Vec<Offer> + Send + Sync + 'static) -> Self {
        Self {
            offers: Box::new(offers),
            ..self
        }
    }
}

/// The way to a part of an event's details.
pub struct Lens<T> {
    look: Arc<Look<T>>,
    reach: Arc<Reach<T>>,
}

type Look<T> = dyn Fn(&Details) -> Option<&T> + Send + Sync;
type Reach<T> = dyn Fn(&mut Details) -> Option<&mut T> + Send + Sync;

impl<T> Clone for Lens<T> {
    fn clone(&self) -> Self {
        Self {
            look: Arc::clone(&self.look),
            reach: Arc::clone(&self.reach),
        }
    }
}

impl<T: 'static> Lens<T> {
    /// A part that `look` finds, and that `reach` finds or makes.
    pub fn new(
        look: impl Fn(&Details) -> Option<&T> + Send + Sync + 'static,
        reach: impl Fn(&mut Details) -> Option<&mut T> + Send + Sync + 'static,
    ) -> Self {
        Self {
            look: Arc::new(look),
            reach: Arc::new(reach),
        }
    }

    /// A part of the part.
    pub fn within<U: 'static>(
        &self,
        look: fn(&T) -> Option<&U>,
        reach: fn(&mut T) -> Option<&mut U>,
    ) -> Lens<U> {
        let (outer_look, outer_reach) = (Arc::clone(&self.look), Arc::clone(&self.reach));
        Lens::new(
            move |details| outer_look(details).and_then(look),
            move |details| outer_reach(details).and_then(reach),
        )
    }

    /// The part, where `details` have it.
    pub fn look<'a>(&self, details: &'a Details) -> Option<&'a T> {
        (self.look)(details)
    }

    /// Any control: `of` gives what it shows, `put` changes the part.
    pub fn slot(
        &self,
        name: &str,
        asked: Asked,
        of: impl Fn(&T) -> Vec<String> + Send + Sync + 'static,
        put: impl Fn(&mut T, &[&str]) -> Result<(), Flaw> + Send + Sync + 'static,
    ) -> Slot {
        let (look, reach) = (Arc::clone(&self.look), Arc::clone(&self.reach));
        Slot {
            name: name.to_owned(),
            label: name.to_owned(),
            asked,
            language: None,
            required: false,
            is_there: {
                let look = Arc::clone(&look);
                Box::new(move |details| look(details).is_some())
            },
            get: Box::new(move |details| look(details).map(&of).unwrap_or_default()),
            // What was typed into a part that is not asked for is of no use.
            set: Box::new(move |details, typed| {
                reach(details).map_or(Ok(()), |part| put(part, typed))
            }),
            offers: Box::new(|_| Vec::new()),
        }
    }

    /// A value that is parsed, or absent; what it has to be is said under `flaw-malformed-WHAT`.
    pub fn value<V: FromStr + Display + 'static>(
        &self,
        name: &str,
        asked: Asked,
        what: &'static str,
        of: fn(&T) -> Option<V>,
        put: fn(&mut T, Option<V>),
    ) -> Slot {
        let shown = move |part: &T| of(part).iter().map(ToString::to_string).collect();
        self.slot(name, asked, shown, move |part, typed| {
            let value = given(typed).map(str::parse).transpose();
            put(part, value.map_err(|_| Flaw::Malformed(what))?);
            Ok(())
        })
    }

    /// One of a closed set of words, which the catalogue has as `PREFIX-WORD`.
    pub fn word<V: FromStr + Display + 'static>(
        &self,
        name: &str,
        prefix: &'static str,
        words: &'static [&'static str],
        of: fn(&T) -> V,
        put: fn(&mut T, V),
    ) -> Slot {
        let offer = move |word: &&str| Offer {
            value: (*word).to_owned(),
            says: Says::Text(format!("{prefix}-{word}")),
        };
        self.slot(
            name,
            Asked::One,
            move |part| vec![of(part).to_string()],
            move |part, typed| {
                let word = given(typed).ok_or(Flaw::Missing)?;
                put(part, word.parse().map_err(|_| Flaw::Unknown)?);
                Ok(())
            },
        )
        .offering(move |_| words.iter().map(offer).collect())
        .required()
    }

    /// Yes or no.
    pub fn tick(&self, name: &str, of: fn(&T) -> bool, put: fn(&mut T, bool)) -> Slot {
        let shown = move |part: &T| of(part).then(|| "yes".to_owned()).into_iter().collect();
        self.slot(name, Asked::Tick, shown, move |part, typed| {
            put(part, given(typed).is_some());
            Ok(())
        })
    }

    /// A text that is not told in several languages.
    pub fn line(
        &self,
        name: &str,
        kind: Text,
        of: fn(&T) -> Option<String>,
        put: fn(&mut T, Option<String>),
    ) -> Slot {
        let shown = move |part: &T| of(part).into_iter().collect();
        self.slot(name, Asked::Line, shown, move |part, typed| {
            put(part, text(kind, typed)?);
            Ok(())
        })
    }

    /// A text in each language of `details`.
    pub fn texts(
        &self,
        details: &Details,
        name: &str,
        kind: Text,
        of: fn(&T) -> Option<&Localised>,
        put: fn(&mut T, Option<Localised>),
    ) -> Vec<Slot> {
        let order = details.text_order();
        let first = order[0].clone();
        let asked = match kind {
            Text::Line(_) => Asked::Line,
            Text::Lines(_) => Asked::Area,
        };
        let in_language = |language: Language| {
            let (own, order, first) = (language.clone(), order.clone(), first.clone());
            let tongue = language.clone();
            let shown = move |part: &T| {
                let text = of(part).and_then(|texts| texts.only_in(&tongue, &order));
                text.cloned().into_iter().collect()
            };
            let change = move |part: &mut T, typed: &[&str]| {
                let text = text(kind, typed)?;
                let known = of(part).cloned();
                put(part, Localised::change(known, &language, &first, text));
                Ok(())
            };
            Slot {
                language: Some(own.clone()),
                label: name.to_owned(),
                ..self.slot(&format!("{name}.{own}"), asked, shown, change)
            }
        };
        details.tongues().into_iter().map(in_language).collect()
    }

    /// A moment on the wall of the event, and which one is meant where it comes twice.
    pub fn moment(
        &self,
        name: &str,
        of: fn(&T) -> Option<WallTime>,
        put: fn(&mut T, Option<WallTime>),
    ) -> Vec<Slot> {
        let shown = move |part: &T| of(part).map(wall).into_iter().collect();
        let moment = self.slot(name, Asked::Moment, shown, move |part, typed| {
            let stated = given(typed).map(str::parse::<WallTime>).transpose();
            let stated = stated.map_err(|_| Flaw::Malformed("moment"))?;
            // A side that was picked belongs to the moment it was picked for.
            put(part, stated.map(|wall| WallTime::of(wall.local)));
            Ok(())
        });
        let side = move |part: &T| {
            let offset = of(part).and_then(|wall| wall.offset);
            offset.iter().map(ToString::to_string).collect()
        };
        let pick = move |part: &mut T, typed: &[&str]| {
            let offset = given(typed).map(str::parse).transpose();
            let offset = offset.map_err(|_| Flaw::Unknown)?;
            put(part, of(part).map(|wall| WallTime { offset, ..wall }));
            Ok(())
        };
        let look = Arc::clone(&self.look);
        let sides = move |details: &Details| {
            let wall = look(details).and_then(of);
            wall.map(|wall| super::side::offers(&details.zone, wall))
                .unwrap_or_default()
        };
        let side = self.slot(&format!("{name}.side"), Asked::Side, side, pick);
        vec![moment, side.labelled("side").offering(sides)]
    }
}

/// The same text in several languages, of which one at least has to be there.
pub fn needed(texts: Vec<Slot>) -> impl Iterator<Item = Slot> {
    texts.into_iter().map(Slot::required)
}

/// What was typed, where anything was.
pub fn given<'a>(typed: &[&'a str]) -> Option<&'a str> {
    typed.first().copied().filter(|text| !text.is_empty())
}

/// A text of this kind, cleaned; `None` where nothing is left.
///
/// # Errors
/// Where it is too long.
pub fn text(kind: Text, typed: &[&str]) -> Result<Option<String>, Flaw> {
    let text = kind.clean(given(typed).unwrap_or_default());
    if text.chars().count() > kind.limit() {
        return Err(Flaw::TooLong(kind.limit() as u64));
    }
    Ok((!text.is_empty()).then_some(text))
}

/// As browsers write a day and a time of day.
fn wall(wall: WallTime) -> String {
    wall.local.format("%Y-%m-%dT%H:%M").to_string()
}
