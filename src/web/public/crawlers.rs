//! What search engines are told of the site as a whole.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use chrono::SecondsFormat;

use super::visitor::editions_of;
use crate::event::{self, Mapped};
use crate::view::{Edition, MappedPage, SiteMap};
use crate::web::reply::{public_text, public_xml};
use crate::web::{Error, Site};

/// The workspace is nobody's business. What else has to stay unfound says so itself, which is read only
/// where it may be looked at; so no secret address is named here.
pub async fn robots(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let map = site.address("/sitemap.xml");
    public_text(
        &headers,
        format!("User-agent: *\nDisallow: /organise\nDisallow: /sign-in\n\nSitemap: {map}\n"),
    )
}

/// The list and every listed event, in each of their languages (P-12).
pub async fn site_map(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = site.db.read().await?;
    let languages = site.view.languages();
    let home = languages.iter().map(|language| Edition {
        tag: language.to_string(),
        href: site.address(&format!("/{language}/")),
    });
    let home = MappedPage {
        editions: home.collect(),
        updated: None,
    };
    let listed = event::mapped(&mut tx).await?;
    let pages = listed.iter().map(|event| mapped(&site, event));
    let map = SiteMap {
        pages: std::iter::once(home).chain(pages).collect(),
    };
    Ok(public_xml(&headers, site.view.feed(&map, &languages[0])?))
}

fn mapped(site: &Site, event: &Mapped) -> MappedPage {
    let languages = editions_of(site, event.details.page_languages());
    let editions = languages.iter().map(|language| Edition {
        tag: language.to_string(),
        href: site.address(&format!("/{language}/events/{}", event.slug)),
    });
    MappedPage {
        editions: editions.collect(),
        updated: Some(event.updated_at.to_rfc3339_opts(SecondsFormat::Secs, true)),
    }
}
