//! What can be wrong with something that an organiser states, in their language.

use crate::base::zone::{Unresolved, WallTime};
use crate::view::Locale;

/// What is wrong with a field of the editor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing was given where something has to be.
    Missing,
    /// Longer than so many characters.
    TooLong(u64),
    /// Not what it has to be; how the text ends that says what that is.
    Malformed(&'static str),
    /// None of those on offer.
    Unknown,
    /// The same stands in another field already.
    Twice,
    /// Clocks jump over this time: the last minute before, and the first after it.
    Gap {
        /// The last minute before the jump.
        before: WallTime,
        /// The first minute after it.
        after: WallTime,
    },
    /// This time comes twice, and nothing says which is meant.
    Fold,
    /// A session ends before it has started.
    EndsBeforeStart,
    /// Registration would close after everything is over.
    ClosesAfterEnd,
    /// Registration would close before it opens.
    ClosesBeforeOpening,
    /// A text that everybody reads holds the meeting link.
    TellsLink,
    /// The link stands in a text that everybody reads.
    ToldLink,
    /// No server makes links of that provider's; those of which one does.
    NoService(Vec<&'static str>),
    /// A link that all share stands beside those that are made for each.
    LinkForEach,
    /// People are registered for what would go.
    InUse,
    /// People have answered what would go or be another question.
    SurveyAnswered,
    /// Another question is asked only where this one was answered.
    Needed,
}

/// What is wrong, and where: in a field, or in the page as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name; `None` for what no field of the page says.
    pub field: Option<String>,
    /// What is wrong.
    pub flaw: Flaw,
}

impl Flaw {
    /// What to do about it, where `asked` is what was asked.
    pub fn words(&self, locale: &Locale, asked: &str) -> String {
        let about = |key: &str| locale.text_with(key, &[("field", asked)]);
        match self {
            Self::Missing => about("flaw-missing"),
            Self::TooLong(most) => locale.text_counting("problem-text-long", *most),
            Self::Malformed(what) => locale.text(&format!("flaw-malformed-{what}")),
            Self::Unknown => about("flaw-unknown"),
            Self::Twice => about("flaw-twice"),
            Self::Gap { before, after } => {
                let [before, after] = [before, after].map(|wall| locale.time(wall.local));
                locale.text_with("flaw-gap", &[("before", &before), ("after", &after)])
            }
            Self::Fold => locale.text("flaw-fold"),
            Self::EndsBeforeStart => locale.text("flaw-ends-before-start"),
            Self::ClosesAfterEnd => locale.text("flaw-closes-after-end"),
            Self::ClosesBeforeOpening => locale.text("flaw-closes-before-opening"),
            Self::TellsLink => locale.text("flaw-tells-link"),
            Self::ToldLink => locale.text("flaw-told-link"),
            Self::NoService(offered) => {
                let names: Vec<String> = offered.iter().map(ToString::to_string).collect();
                let offered = locale.list(&names);
                locale.text_with("flaw-no-service", &[("offered", &offered)])
            }
            Self::LinkForEach => locale.text("flaw-link-for-each"),
            Self::InUse => locale.text("flaw-in-use"),
            Self::SurveyAnswered => locale.text("flaw-survey-answered"),
            Self::Needed => locale.text("flaw-needed"),
        }
    }
}

impl Fault {
    /// `flaw` in the field `field`.
    pub fn of(field: &str, flaw: Flaw) -> Self {
        Self {
            field: Some(field.to_owned()),
            flaw,
        }
    }

    /// `flaw` in what no field of the page says.
    pub const fn elsewhere(flaw: Flaw) -> Self {
        Self { field: None, flaw }
    }
}

impl From<&Unresolved> for Flaw {
    fn from(unresolved: &Unresolved) -> Self {
        match *unresolved {
            Unresolved::Gap { before, after, .. } => Self::Gap { before, after },
            // An offset that is not in use then is no answer to the question which of two is meant.
            Unresolved::Fold { .. } | Unresolved::WrongOffset { .. } => Self::Fold,
        }
    }
}
