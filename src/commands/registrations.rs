use super::ListFormat;
use super::app::App;
use crate::registration::for_export;
use crate::report;

/// Every registration for an event, as a file.
pub async fn export(app: &App, slug: &str, format: ListFormat) -> anyhow::Result<Vec<u8>> {
    let event = app.event(slug).await?;
    let registrations = for_export(&mut app.db.read().await?, event.id).await?;
    Ok(match format {
        ListFormat::Csv => report::csv(&event, &registrations)?,
        ListFormat::Xlsx => report::xlsx(&event, &registrations)?,
        ListFormat::Json => format!("{:#}\n", report::json(&event, &registrations)).into_bytes(),
    })
}
