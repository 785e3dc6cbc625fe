use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::app::App;
use super::lock::Half;
use super::metrics::{self, Exporter};
use super::{log, say};
use crate::account::{self, identity::Provider};
use crate::base::db::Engine;
use crate::config::{Settings, SingleSignOn};
use crate::event::Known;
use crate::view::View;
use crate::web::server::Server;
use crate::web::{self, Limits, Memory, Rush, Site};
use crate::worker::Postbox;

/// How long a node among others goes on when it is told to stop, and says that it will: web servers look after
/// their nodes every few seconds, and what is on its way still comes in.
const NOTICE: Duration = Duration::from_secs(3);

/// Serves pages, and sends mails unless that is left to others, until it is told to stop.
pub async fn run(settings: Settings, with_worker: bool) -> anyhow::Result<ExitCode> {
    log::start(&settings);
    let _server = Half::Server.take(&settings)?;
    let _worker = with_worker
        .then(|| Half::Worker.take(&settings))
        .transpose()?;
    let app = App::open(settings).await?;
    app.follow_zone_data().await?;
    let house = House::build(&app).await?;
    if let Some(address) = first_address(&app, &house.site).await? {
        say(&format!("sign in: {address}\n"))?;
    }
    say(&format!("listening on http://{}\n", house.address))?;
    house.run(&app, Router::new(), with_worker).await?;
    Ok(ExitCode::SUCCESS)
}

/// Who vouches for organisers, by the settings.
pub(super) fn provider(settings: &SingleSignOn) -> Provider {
    let secret = settings.client_secret.as_ref();
    Provider::new(
        settings.issuer.clone(),
        settings.client_id.clone(),
        secret.map(|secret| secret.reveal().to_owned()),
        settings.name.clone(),
    )
}

/// Where the first organiser makes themselves known, as long as there is none.
pub async fn first_address(app: &App, site: &Site) -> anyhow::Result<Option<String>> {
    if account::is_anybody_there(&mut app.db.read().await?).await? {
        return Ok(None);
    }
    let token = account::first_token(&app.key);
    Ok(Some(
        site.address(&format!("/sign-in/first/{}", token.as_str())),
    ))
}

/// A server that is bound and has not begun to serve.
pub struct House {
    /// Where it is bound.
    pub address: SocketAddr,
    /// What its pages need.
    pub site: Arc<Site>,
    view: Arc<View>,
    server: Server,
    exporter: Option<Exporter>,
}

impl House {
    /// Binds the address of the settings.
    pub async fn build(app: &App) -> anyhow::Result<Self> {
        let view = app.view()?;
        let limits = limits(app.db.engine());
        let server = Server::bind(app.settings.listen, limits)
            .await
            .with_context(|| format!("the address {}", app.settings.listen))?;
        let address = server.address();
        let exporter = Exporter::bind(&app.settings, &app.db).await?;
        let site = Arc::new(Site {
            db: app.db.clone(),
            view: Arc::clone(&view),
            key: app.key.clone(),
            base_url: base_url(&app.settings, address),
            name: app.site_name().await?,
            sender: app.settings.mail_from.clone(),
            sso: app.settings.sso.as_ref().map(provider).map(Arc::new),
            services: app.settings.services.clone(),
            trusted_proxies: app.settings.trusted_proxies.clone(),
            mail_per_minute: app.settings.mail_per_minute,
            events: Known::default(),
            pages: Memory::default(),
            rush: Rush::default(),
            worker: Arc::new(Notify::new()),
        });
        Ok(Self {
            address,
            site,
            view,
            server,
            exporter,
        })
    }

    /// Serves, with `more` addresses, until a signal comes; then finishes what is in hand.
    pub async fn run(
        self,
        app: &App,
        more: Router<Arc<Site>>,
        with_worker: bool,
    ) -> anyhow::Result<()> {
        let limits = limits(app.db.engine());
        let grace = limits.stop;
        let stop = stopped()?;
        let wake = Arc::clone(&self.site.worker);
        let worker = if with_worker {
            let (address, name) = (self.site.base_url.clone(), self.site.name.clone());
            let worker = app.worker(self.view, address, name)?;
            let postbox = app.postbox();
            let stop = stop.clone();
            Some(tokio::spawn(async move {
                let looking = look(postbox, stop.clone());
                tokio::join!(worker.run(stop, wake, grace), looking);
            }))
        } else {
            None
        };
        let router = web::router(self.site, more, limits);
        let working = async {
            match worker {
                Some(worker) => {
                    let ended = worker.await;
                    // Pages without mails would look well and keep nobody's promise.
                    stop.cancel();
                    ended.context("the worker")
                }
                None => Ok(()),
            }
        };
        let ((), worked, ()) = tokio::join!(
            self.server.run(router, stop.clone()),
            working,
            metrics::serve(self.exporter, stop.clone())
        );
        worked?;
        app.db.close().await;
        Ok(())
    }
}

/// There are others only where the database is a server.
fn limits(engine: Engine) -> Limits {
    let notice = match engine {
        Engine::Sqlite => Duration::ZERO,
        Engine::Postgres => NOTICE,
    };
    Limits {
        notice,
        ..Limits::default()
    }
}

/// Reads what comes back until `stop`, where there is a mailbox for it.
pub async fn look(postbox: Option<Postbox>, stop: CancellationToken) {
    if let Some(postbox) = postbox {
        postbox.run(stop).await;
    }
}

/// The address that links are built from: the one that is set, or the bound one, which is loopback
/// then.
pub fn base_url(settings: &Settings, bound: SocketAddr) -> Url {
    settings.base_url.clone().unwrap_or_else(|| {
        Url::parse(&format!("http://{bound}/")).expect("an address and port make a URL")
    })
}

/// The same for a command beside the server, which may have bound another port if it was to pick one.
pub fn base_url_of(settings: &Settings) -> Url {
    base_url(settings, settings.listen)
}

/// Cancelled by SIGTERM and SIGINT.
pub fn stopped() -> anyhow::Result<CancellationToken> {
    let (mut terminate, mut interrupt) = (
        signal(SignalKind::terminate())?,
        signal(SignalKind::interrupt())?,
    );
    let token = CancellationToken::new();
    let stop = token.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        stop.cancel();
    });
    Ok(token)
}
