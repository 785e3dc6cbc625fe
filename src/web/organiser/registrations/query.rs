//! What a list is narrowed by, in addresses and forms.

use form_urlencoded::Serializer;

use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::registration::find::{Filter, Order};
use crate::view::Hidden;
use crate::web::form::Filled;

/// Registrations on a page of the list.
pub const PAGE: i64 = 50;

/// What is looked for, in which order, and which page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    pub filter: Filter,
    pub order: Order,
    pub page: i64,
    /// The key of the session in `filter`.
    pub session: String,
}

impl Wanted {
    /// As a form or an address says it; what makes no sense narrows nothing.
    pub fn read(filled: &Filled, event: &Event) -> Self {
        let given = |name: &str| Some(filled.text(name).to_owned()).filter(|text| !text.is_empty());
        let session = session_of(event, filled.text("session"));
        Self {
            filter: Filter {
                words: filled.text("q").chars().take(200).collect(),
                state: filled.text("state").parse().ok(),
                mode: filled.text("mode").parse().ok(),
                language: filled.text("language").parse().ok(),
                session: session.as_ref().map(|(id, _)| *id),
                country: given("country"),
                tag: given("tag"),
                by_address: true,
            },
            order: filled.text("order").parse().unwrap_or(Order::Newest),
            page: filled.text("page").parse().unwrap_or(1).clamp(1, 100_000),
            session: session.map_or_else(String::new, |(_, key)| key),
        }
    }

    /// The part of all that is meant which stands on its page.
    pub fn part(&self) -> (i64, i64) {
        (PAGE, (self.page - 1) * PAGE)
    }

    /// Whether anything is narrowed.
    pub fn is_narrowed(&self) -> bool {
        self.filter
            != Filter {
                by_address: true,
                ..Filter::default()
            }
    }

    /// What an address needs to mean the same, but for the page.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let filter = &self.filter;
        let order = (self.order != Order::Newest).then(|| self.order.to_string());
        let pairs = [
            ("q", filter.words.clone()),
            (
                "state",
                filter
                    .state
                    .map_or_else(String::new, |state| state.to_string()),
            ),
            (
                "mode",
                filter
                    .mode
                    .map_or_else(String::new, |mode| mode.to_string()),
            ),
            (
                "language",
                filter
                    .language
                    .as_ref()
                    .map_or_else(String::new, ToString::to_string),
            ),
            ("session", self.session.clone()),
            ("country", filter.country.clone().unwrap_or_default()),
            ("tag", filter.tag.clone().unwrap_or_default()),
            ("order", order.unwrap_or_default()),
        ];
        pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// The same for a form.
    pub fn hidden(&self) -> Vec<Hidden> {
        let hidden = |(name, value): (&str, String)| Hidden {
            name: name.to_owned(),
            value,
        };
        self.pairs().into_iter().map(hidden).collect()
    }

    /// The address below `path` that means the same, on page `page`.
    pub fn address(&self, path: &str, page: i64) -> String {
        let page = (page > 1).then(|| ("page", page.to_string()));
        let query = Serializer::new(String::new())
            .extend_pairs(self.pairs().into_iter().chain(page))
            .finish();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }
}

/// The session of this key.
pub fn session_of(event: &Event, key: &str) -> Option<(Id<Session>, String)> {
    event.sessions().find_map(|session| {
        let own = event.details.session_key(session.index);
        (own.as_str() == key).then(|| (session.id, own.to_string()))
    })
}
