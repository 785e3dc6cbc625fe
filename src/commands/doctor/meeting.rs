use super::finding::{Finding, fail, ok};
use crate::commands::app::App;
use crate::conferencing::{Adapter, NoWayIn, Services};
use crate::event;

/// Asks each meeting server that is set up whether it is there and takes what we sign.
pub(super) async fn examine(services: &Services) -> Vec<Finding> {
    let finding = |name, found: Result<String, NoWayIn>| match found {
        Ok(text) => ok(name, text),
        Err(error) => fail(name, error.to_string()),
    };
    let mut findings = Vec::new();
    if let Some(jitsi) = &services.jitsi {
        findings.push(finding("jitsi", jitsi.check().await));
    }
    if let Some(server) = &services.bigbluebutton {
        findings.push(finding("bigbluebutton", server.check().await));
    }
    findings
}

/// The events to come that nobody could join, since their service is not set up, or not any more.
pub(super) async fn events(app: &App) -> Vec<Finding> {
    let read = async { event::to_come(&mut app.db.read().await?).await };
    let events = match read.await {
        Ok(events) => events,
        Err(error) => return vec![fail("meetings", error.to_string())],
    };
    let lacking = events.iter().flat_map(|event| {
        let lacking = app.settings.services.lacking(&event.details).into_iter();
        lacking.map(|(path, why)| {
            let slug = &event.details.slug;
            fail("meetings", format!("{slug}: {path}: {why}"))
        })
    });
    lacking.collect()
}
