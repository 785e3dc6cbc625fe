//! The page by which one person joins online: only its address, sent by mail, leads here (F-11, S-35). It
//! shows the link that counts at the moment, within its time, and writes nothing down: no open is counted
//! (P-15). Where a service makes each a link of their own, its button leads through [`enter`].

mod enter;
mod joiner;
mod page;

pub use enter::enter;

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::response::Response;

use super::visitor::Visit;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};
use joiner::Own;

/// What the address says beside the token.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    lang: String,
}

/// How the sessions of one person are joined now, in the language of their mails unless they choose
/// another.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let own = Own::find(&site, &token).await?;
    let visit = visit(&site, &own, &asked);
    let page = page::page(&visit, &own);
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

fn visit<'a>(site: &'a Site, own: &Own, asked: &Asked) -> Visit<'a> {
    let of_mails = site.view.locale(own.language()).language();
    Visit {
        site,
        language: site.view.language(&asked.lang).unwrap_or(of_mails),
    }
}
