use super::finding::{Finding, fail, ok};
use crate::conferencing::{Adapter, NoWayIn, Services};

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
