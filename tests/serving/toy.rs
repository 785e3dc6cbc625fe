//! A service of toy pages.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, REFERRER_POLICY};
use axum::routing::{get, post};
use convoke::web::Limits;
use convoke::web::protection::{guard, seal};
use convoke::web::server::Server;
use tokio::sync::Notify;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::client::Client;

/// Long enough to be worth compressing.
pub const LONG: usize = 20_000;

/// A running service. It stops when dropped, as its token does.
pub struct Toy {
    /// Where it is.
    pub client: Client,
    /// Told when somebody has asked for `/slow`.
    pub asked: Arc<Notify>,
    /// Lets `/slow` answer.
    pub release: Arc<Notify>,
    /// Stops it.
    pub stop: CancellationToken,
    /// Ends when it has stopped.
    pub run: JoinHandle<()>,
}

impl Toy {
    /// Serves on a free port, under that address.
    pub async fn start(limits: Limits) -> Self {
        Self::start_as(None, limits).await
    }

    /// Serves on a free port, as if under `base_url`.
    pub async fn start_as(base_url: Option<&str>, limits: Limits) -> Self {
        let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let server = Server::bind(any, limits.clone())
            .await
            .expect("a port is free");
        let address = server.address();
        let own = format!("http://{address}");
        let base_url: Url = base_url.unwrap_or(&own).parse().expect("a base address");
        let (asked, release) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let pages = guard(routes(&asked, &release), &base_url, limits);
        let stop = CancellationToken::new();
        let run = tokio::spawn(server.run(seal(pages, &base_url), stop.clone()));
        let client = Client::of(address, &base_url);
        Self {
            client,
            asked,
            release,
            stop,
            run,
        }
    }
}

fn routes(asked: &Arc<Notify>, release: &Arc<Notify>) -> Router {
    let (asked, release) = (Arc::clone(asked), Arc::clone(release));
    let slow = move || async move {
        asked.notify_one();
        release.notified().await;
        "at last"
    };
    Router::new()
        .route("/page", get(|| async { "a page" }))
        .route("/healthz", get(|| async { "ok" }))
        .route(
            "/form",
            post(|body: Bytes| async move { format!("{} octets", body.len()) }),
        )
        .route("/own/{token}", get(own))
        .route("/public", get(|| async { "a".repeat(LONG) }))
        .route("/fails", get(|| async { panic!("on purpose") as () }))
        .route("/slow", get(slow))
}

async fn own() -> ([(axum::http::HeaderName, &'static str); 2], String) {
    let headers = [
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
    ];
    (headers, "a".repeat(LONG))
}
