//! What receivers are asked to do with mail that is neither signed nor sent by whom it should be
//! (RFC 7489).

use super::super::dns::{Dns, Missing};
use super::super::finding::{Finding, fail, ok};
use super::dkim::tag;
use super::unanswered;

const NAME: &str = "dmarc";

/// What else follows from a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Policy {
    /// SPF counts only where From and the envelope name the same domain.
    pub(super) strict_spf: bool,
}

/// The record of `domain` or of the nearest domain above it.
pub(super) async fn check(dns: &Dns, domain: &str) -> (Finding, Option<Policy>) {
    let mut of = domain;
    while of.contains('.') {
        let name = format!("_dmarc.{of}");
        match dns.texts(&name).await {
            Ok(texts) => {
                let mut records = texts.iter().filter(|text| is_record(text));
                match (records.next(), records.next()) {
                    (Some(record), None) => return judged(record, &name),
                    (Some(_), Some(_)) => {
                        let text = format!("{name} has more than one record: keep one");
                        return (fail(NAME, text), None);
                    }
                    (None, _) => {}
                }
            }
            Err(Missing::Answer(reason)) => return (unanswered(NAME, &name, &reason), None),
            Err(Missing::Name | Missing::Record) => {}
        }
        of = of.split_once('.').map_or("", |(_, above)| above);
    }
    let add =
        format!("add: _dmarc.{domain}. TXT \"v=DMARC1; p=none; rua=mailto:postmaster@{domain}\"");
    (fail(NAME, format!("{domain} has no policy; {add}")), None)
}

fn judged(record: &str, name: &str) -> (Finding, Option<Policy>) {
    let policy = Policy {
        strict_spf: tag(record, "aspf").is_some_and(|mode| mode.eq_ignore_ascii_case("s")),
    };
    let asked = tag(record, "p").unwrap_or_default().to_ascii_lowercase();
    let finding = if ["none", "quarantine", "reject"].contains(&asked.as_str()) {
        ok(NAME, format!("{name}: {record}"))
    } else {
        fail(
            NAME,
            format!("“{record}” at {name} asks for nothing: put p=none behind v=DMARC1"),
        )
    };
    (finding, Some(policy))
}

fn is_record(text: &str) -> bool {
    text.split(';').next().is_some_and(|version| {
        version
            .split_once('=')
            .is_some_and(|(name, value)| name.trim() == "v" && value.trim() == "DMARC1")
    })
}
