//! Looking for registrations: by words that fold to the same (U-14), by what has become of them, a page
//! at a time. Searching, counting and sorting are the database's.

mod store;
#[cfg(test)]
mod tests;

pub use store::{after, count, countries, earlier_places, fold_names, ids, named, page, states};

use super::{Registration, RegistrationState};
use crate::base::clock::Instant;
use crate::base::fold::{fold, holding};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Mode, Session};
use crate::words;

/// How many words of a search count.
const MOST_WORDS: usize = 4;

words! {
    /// In which order registrations are shown.
    pub enum Order {
        /// The latest first.
        Newest = "newest",
        /// Those that came first.
        Oldest = "oldest",
        /// By name.
        Name = "name",
    }
}

/// Which registrations of an event are meant; by default all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that name, organisation or address have to hold, in any order.
    pub words: String,
    /// What has become of them.
    pub state: Option<RegistrationState>,
    /// How they attend.
    pub mode: Option<Mode>,
    /// The language of their mails.
    pub language: Option<Language>,
    /// A session they come to.
    pub session: Option<Id<Session>>,
    /// Where they are, as they typed it.
    pub country: Option<String>,
    /// A tag that organisers gave them.
    pub tag: Option<String>,
    /// Whether the words may be those of an address: not for who may not see addresses.
    pub by_address: bool,
}

/// A registration in a list.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Found {
    /// Its identifier.
    pub id: Id<Registration>,
    /// What has become of it.
    pub state: RegistrationState,
    /// The name to show.
    pub name: SingleLine,
    /// Where its mails go.
    pub email: EmailAddress,
    /// Where they work, where asked.
    pub organisation: Option<String>,
    /// What they do there, where asked.
    pub position: Option<String>,
    /// Where they are, where asked.
    pub country: Option<String>,
    /// How they attend.
    pub mode: Mode,
    /// The language of its mails.
    pub language: Language,
    /// The language they want to hear.
    pub listening: Option<Language>,
    /// When it was made.
    pub registered_at: Instant,
    /// Until when the last decision can be taken back; past where it cannot.
    pub undo_until: Option<Instant>,
    /// When mail to its address came back for good.
    pub undeliverable_at: Option<Instant>,
}

/// A registration that something is about to be decided on.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Named {
    /// Its identifier.
    pub id: Id<Registration>,
    /// The name to show.
    pub name: SingleLine,
    /// Whether it counts among the taken places.
    pub seated: bool,
}

/// What `LIKE` compares with: one pair a word.
struct Pattern {
    /// With the folded name and organisation.
    folded: String,
    /// With the address; nothing fits where addresses are not looked at.
    address: String,
}

/// What a search for somebody of this name and organisation looks in; it begins with the name, so that
/// lists can be sorted by it.
pub fn search_key(name: &str, organisation: Option<&str>) -> String {
    fold(&format!("{name} {}", organisation.unwrap_or_default()))
}

/// Patterns of the words of a search among names and organisations only.
pub(super) fn name_patterns(words: &str) -> [Option<String>; MOST_WORDS] {
    let filter = Filter {
        words: words.to_owned(),
        ..Filter::default()
    };
    filter.patterns().map(|pattern| Some(pattern?.folded))
}

impl Filter {
    /// One pattern for each of the words; none for those that are not given.
    fn patterns(&self) -> [Option<Pattern>; MOST_WORDS] {
        // Signs alone, such as a dash between two names, say nothing.
        let says = |word: &&str| word.chars().any(char::is_alphanumeric);
        let mut words = self.words.split_whitespace().filter(says);
        std::array::from_fn(|_| {
            words.next().map(|word| Pattern {
                folded: holding(word),
                address: if self.by_address {
                    format!("%{}%", escaped(&word.to_lowercase()))
                } else {
                    String::new()
                },
            })
        })
    }

    fn tag_key(&self) -> Option<String> {
        self.tag.as_deref().map(fold)
    }
}

/// `word` with what means something in a pattern made plain by `\`.
fn escaped(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len());
    for character in word.chars() {
        if matches!(character, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
