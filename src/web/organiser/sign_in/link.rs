//! A link that an operator was shown. GET shows a button, POST uses the link up (S-7).

use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{Door, Wish, welcome};
use crate::account;
use crate::base::secret::Token;
use crate::view::desk::LinkPage;
use crate::web::reply::{html, secret};
use crate::web::{Error, Site};

pub(super) async fn show(
    State(site): State<Arc<Site>>,
    Path(link): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let token = Token::from_address(&link);
    if !account::link_is_good(&mut site.db.read().await?, &token).await? {
        return Err(Error::NotFound);
    }
    let door = Door::at(&site, &wish, &headers);
    let path = format!("/sign-in/link/{link}");
    let page = LinkPage {
        frame: door.frame(&path),
        action: door.path(&path),
    };
    Ok(secret(html(site.view.page(&page, door.language)?)))
}

pub(super) async fn submit(
    State(site): State<Arc<Site>>,
    Path(link): Path<String>,
    Query(wish): Query<Wish>,
    headers: HeaderMap,
) -> Result<Response, Error> {
    let mut tx = site.db.begin().await?;
    let opened = account::follow_link(&mut tx, &Token::from_address(&link)).await?;
    let token = opened.ok_or(Error::NotFound)?;
    let door = Door::at(&site, &wish, &headers);
    account::keep_language(&mut tx, &token, door.language).await?;
    tx.commit().await?;
    Ok(secret(welcome(&site, &token, super::own_path::FIRST)))
}
