use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::base::clock::Instant;
use crate::base::db::{Db, Result};
use crate::base::measure;
use crate::config::Settings;
use crate::outbox;
use crate::web::Limits;
use crate::web::server::Server;

/// In seconds: from a page out of memory to a flush on a busy disk.
const BUCKETS: [f64; 11] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0,
];

/// How often what was timed is summed up, whether or not anybody asks for it.
const UPKEEP: Duration = Duration::from_secs(5);

/// The version of Prometheus's text format.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// A listener of its own for whoever watches, which no attendee reaches.
pub struct Exporter {
    server: Server,
    scraped: Arc<Scraped>,
}

struct Scraped {
    db: Db,
    handle: PrometheusHandle,
}

impl Exporter {
    /// Begins to count, and binds `metrics_listen`, where it is set.
    pub async fn bind(settings: &Settings, db: &Db) -> anyhow::Result<Option<Self>> {
        let Some(address) = settings.metrics_listen else {
            return Ok(None);
        };
        let server = Server::bind(address, Limits::default())
            .await
            .with_context(|| format!("the address {address} for metrics"))?;
        let handle = PrometheusBuilder::new()
            .set_buckets(&BUCKETS)?
            .install_recorder()
            .context("metrics")?;
        measure::describe();
        tracing::info!(address = %server.address(), "metrics are served");
        let scraped = Arc::new(Scraped {
            db: db.clone(),
            handle,
        });
        Ok(Some(Self { server, scraped }))
    }

    /// Answers until `stop`.
    pub async fn run(self, stop: CancellationToken) {
        let handle = self.scraped.handle.clone();
        let router = Router::new()
            .route("/metrics", get(scrape))
            .with_state(self.scraped);
        let served = self.server.run(router, stop);
        let kept_up = async {
            loop {
                sleep(UPKEEP).await;
                handle.run_upkeep();
            }
        };
        tokio::select! {
            () = served => {}
            () = kept_up => {}
        }
    }
}

/// Answers where there is one, until `stop`.
pub async fn serve(exporter: Option<Exporter>, stop: CancellationToken) {
    if let Some(exporter) = exporter {
        exporter.run(stop).await;
    }
}

async fn scrape(State(scraped): State<Arc<Scraped>>) -> Response {
    let looked = look(&scraped.db).await;
    if let Err(error) = &looked {
        tracing::warn!(%error, "the outbox cannot be counted");
    }
    measure::database(looked.is_ok());
    measure::memory(resident().unwrap_or(0));
    ([(CONTENT_TYPE, TEXT)], scraped.handle.render()).into_response()
}

/// Counts what stands in the database, for all nodes.
async fn look(db: &Db) -> Result<()> {
    let mut tx = db.read().await?;
    let health = outbox::health(&mut tx).await?;
    let is_paused = outbox::standing(&mut tx).await?.is_some();
    let now = tx.now();
    let since = |then: Instant| (now - then).to_std().unwrap_or(Duration::ZERO);
    measure::outbox(
        health.due,
        health.waiting.to_std().unwrap_or(Duration::ZERO),
        health.last_sent.map(since),
        is_paused,
    );
    Ok(())
}

/// The memory of this process in octets, where Linux says.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}
