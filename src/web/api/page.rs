//! Lists a page at a time, from where the last one ended: what is added or removed meanwhile makes nobody
//! miss or see anything twice.

use axum::http::HeaderValue;
use axum::http::header::LINK;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use uuid::Uuid;

use super::caller::Caller;
use super::field_error::FieldError;
use super::problem::Problem;
use super::sent::json;
use crate::base::id::Id;

/// Entries on a page where the program does not say how many.
const USUAL: i64 = 50;
/// The most entries on a page.
const MOST: i64 = 200;

/// Which page is wanted.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
pub(super) struct Wanted {
    /// How many entries there are on a page.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
    /// The last entry of the page before.
    after: Option<String>,
}

/// A page of a list.
#[derive(Debug, Serialize)]
pub(super) struct Page<T> {
    /// What is on it.
    items: Vec<T>,
    /// The address of the next one; none on the last.
    next: Option<String>,
}

impl Wanted {
    /// How many entries are looked for: one more than are shown tells whether there are more.
    ///
    /// # Errors
    /// 422 where it is no number that a page can have.
    pub(super) fn limit(&self) -> Result<i64, Problem> {
        match self.limit.unwrap_or(USUAL) {
            limit @ 1..=MOST => Ok(limit + 1),
            _ => Err(wrong("limit", format!("1–{MOST}"))),
        }
    }

    /// The last entry of the page before.
    ///
    /// # Errors
    /// 422 where it is none of ours.
    pub(super) fn after<T>(&self) -> Result<Option<Id<T>>, Problem> {
        let after = self.after.as_deref().map(str::parse::<Uuid>).transpose();
        let after = after.map_err(|_| wrong("after", "next".to_owned()))?;
        Ok(after.map(Id::from_uuid))
    }

    /// The page of `found`, at `path`; `query` is what else the address has to say to mean the same list.
    pub(super) fn page<F, T: Serialize>(
        &self,
        caller: &Caller,
        path: &str,
        query: &[(&str, String)],
        mut found: Vec<F>,
        (id, shown): (impl Fn(&F) -> Uuid, impl FnMut(F) -> T),
    ) -> Response {
        let limit = self.limit.unwrap_or(USUAL);
        let size = usize::try_from(limit).unwrap_or(usize::MAX);
        let has_more = found.len() > size;
        found.truncate(size);
        let next = found.last().map(id).filter(|_| has_more).map(|last| {
            let query = form_urlencoded::Serializer::new(String::new())
                .extend_pairs(query)
                .append_pair("limit", &limit.to_string())
                .append_pair("after", &last.to_string())
                .finish();
            caller.site.address(&format!("{path}?{query}"))
        });
        let link = next.as_ref().map(|next| format!("<{next}>; rel=\"next\""));
        let page = Page {
            items: found.into_iter().map(shown).collect(),
            next,
        };
        let mut response = json(&page);
        if let Some(link) = link.and_then(|link| HeaderValue::try_from(link).ok()) {
            response.headers_mut().insert(LINK, link);
        }
        response
    }
}

fn wrong(path: &str, detail: String) -> Problem {
    Problem::unfit(vec![FieldError::at(path, detail)])
}
