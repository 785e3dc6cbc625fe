//! Signing in: by a mailed code, by password, by passkey, by the word of an identity provider, by a link
//! that an operator was shown, and as the first organiser of an instance.

mod ask;
mod code;
mod first;
mod link;
mod own_path;
pub(super) mod passkey;
mod password;
pub(super) mod sso;

pub(super) use ask::turn_back;
pub(super) use own_path::own_path;

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::response::Response;
use serde::Deserialize;

use super::doors::Doors;
use crate::base::language::Language;
use crate::base::secret::Token;
use crate::view::Locale;
use crate::view::desk::{Choosable, Threshold};
use crate::web::Site;
use crate::web::cookies::{self, Purpose};
use crate::web::methods::{AndPost, get, post};
use crate::web::reply::see_other;

pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .anyone("/sign-in", get(ask::show).and_post(ask::submit))
        .anyone("/sign-in/code", get(code::show).and_post(code::submit))
        .anyone(
            "/sign-in/password",
            get(password::show).and_post(password::submit),
        )
        .anyone("/sign-in/passkey", post(passkey::submit))
        .anyone("/sign-in/passkey/challenge", post(passkey::challenge))
        .anyone("/sign-in/oidc", post(sso::begin))
        .anyone("/sign-in/oidc/callback", get(sso::back))
        .anyone(
            "/sign-in/link/{token}",
            get(link::show).and_post(link::submit),
        )
        .anyone(
            "/sign-in/first/{token}",
            get(first::show).and_post(first::submit),
        )
}

/// What an address of these pages may say besides.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Wish {
    /// The language of the page.
    lang: Option<String>,
    /// Where to go once signed in.
    next: Option<String>,
    /// Whether somebody is signed in, and has to prove it anew.
    again: Option<String>,
}

/// A page before the workspace, in a language.
pub(super) struct Door<'a> {
    pub(super) site: &'a Arc<Site>,
    pub(super) language: &'a Language,
    /// Where to go once signed in: a path of our own.
    next: &'a str,
    /// Whether somebody is signed in, and has to prove it anew.
    is_again: bool,
}

impl<'a> Door<'a> {
    /// A page in this language, from which one comes to `next`.
    pub(super) const fn of(site: &'a Arc<Site>, language: &'a Language, next: &'a str) -> Self {
        Self {
            site,
            language,
            next,
            is_again: false,
        }
    }

    pub(super) fn at(site: &'a Arc<Site>, wish: &'a Wish, headers: &HeaderMap) -> Self {
        let wanted = wish.lang.as_deref();
        let language = wanted.and_then(|tag| site.view.language(tag));
        Self {
            site,
            language: language
                .unwrap_or_else(|| crate::web::public::preferred(headers, site.view.languages())),
            next: own_path(wish.next.as_deref().unwrap_or_default()),
            is_again: wish.again.as_deref() == Some("yes"),
        }
    }

    pub(super) fn locale(&self) -> &'a Locale {
        self.site.view.locale(self.language)
    }

    /// `path` with what has to be known there too.
    fn path(&self, path: &str) -> String {
        self.path_in(path, &self.language.to_string())
    }

    fn path_in(&self, path: &str, language: &str) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("lang", language);
        if self.next != own_path::FIRST {
            query.append_pair("next", self.next);
        }
        if self.is_again {
            query.append_pair("again", "yes");
        }
        format!("{path}?{}", query.finish())
    }

    pub(super) fn frame(&self, path: &str) -> Threshold {
        let languages = Choosable::all(&self.site.view, self.language);
        Threshold {
            site: self.site.name.get(),
            home: format!("/{}/", self.language),
            languages: languages
                .into_iter()
                .map(|language| {
                    let href = self.path_in(path, &language.tag);
                    (language, href)
                })
                .collect(),
        }
    }
}

/// The address at which somebody who is signed in proves anew who they are, and comes back to `next`.
pub(super) fn again(language: &Language, next: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("lang", &language.to_string());
    query.append_pair("next", next);
    query.append_pair("again", "yes");
    format!("/sign-in?{}", query.finish())
}

/// Lets a browser in that has proven whose it is.
pub(super) fn welcome(site: &Site, token: &Token, next: &str) -> Response {
    let response = see_other(&format!("{next}?done=signed-in"));
    let response = cookies::give(site, response, Purpose::SignedIn, token);
    cookies::take(site, response, Purpose::Asking)
}
