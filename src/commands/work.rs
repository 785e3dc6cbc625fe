use std::process::ExitCode;
use std::sync::Arc;

use tokio::sync::Notify;

use super::app::App;
use super::lock::Half;
use super::log;
use super::metrics::{self, Exporter};
use super::serve::{base_url, look, stopped};
use crate::config::Settings;
use crate::web::Limits;

/// Sends mails as they become due, until it is told to stop; or what is due now.
pub async fn run(settings: Settings, once: bool) -> anyhow::Result<ExitCode> {
    log::start(&settings);
    let _lock = Half::Worker.take(&settings)?;
    let app = App::open(settings).await?;
    app.follow_zone_data().await?;
    let base_url = base_url(&app.settings, app.settings.listen);
    let worker = app.worker(app.view()?, base_url, app.site_name().await?)?;
    let (stop, grace) = (stopped()?, Limits::default().stop);
    let postbox = app.postbox();
    if once {
        // Before mails leave, since what came back decides about some of them.
        if let Some(postbox) = postbox
            && let Err(error) = postbox.look().await
        {
            tracing::warn!(%error, "the mailbox for what comes back was not read");
        }
        worker.once(stop, grace).await?;
    } else {
        let exporter = Exporter::bind(&app.settings, &app.db).await?;
        let working = worker.run(stop.clone(), Arc::new(Notify::new()), grace);
        tokio::join!(
            working,
            look(postbox, stop.clone()),
            metrics::serve(exporter, stop)
        );
    }
    app.db.close().await;
    Ok(ExitCode::SUCCESS)
}
