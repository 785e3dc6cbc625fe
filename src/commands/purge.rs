use super::app::App;
use super::serve::base_url;
use crate::config::Settings;

/// Removes all personal data whose time is over; says how much.
pub async fn run(settings: Settings) -> anyhow::Result<String> {
    let app = App::open(settings).await?;
    let base_url = base_url(&app.settings, app.settings.listen);
    let worker = app.worker(app.view()?, base_url, app.site_name().await?)?;
    let purged = worker.purge().await?;
    app.db.close().await;
    let (registrations, events) = (purged.registrations, purged.events);
    Ok(format!(
        "removed {registrations} registrations for {events} events\n"
    ))
}
