//! Whether a domain publishes keys by which its mail is signed (RFC 6376).
//!
//! convoke does not sign: the mail server does, under a selector of its own that nothing but a sent
//! mail tells. So without the operator's word this can only look where most keys stand.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::super::dns::{Dns, Missing};
use super::super::finding::{Finding, fail, ok, warn};
use super::{Mailing, unanswered};

const NAME: &str = "dkim";

/// Where mail servers and large providers keep their keys.
const COMMON: [&str; 17] = [
    "default",
    "mail",
    "dkim",
    "dkim1",
    "s1",
    "s2",
    "k1",
    "k2",
    "k3",
    "selector1",
    "selector2",
    "google",
    "fm1",
    "fm2",
    "fm3",
    "smtp",
    "key1",
];

/// RFC 8301 section 3.2: RSA keys below 1024 bits are not believed. Such a key takes so many octets
/// at least (RFC 8017 appendix A.1.1).
const SHORTEST_RSA: usize = 140;

pub(super) async fn check(dns: &Dns, mailing: &Mailing) -> Finding {
    let domain = &mailing.from;
    if mailing.selectors.is_empty() {
        return search(dns, domain).await;
    }
    let mut found = Vec::new();
    for selector in &mailing.selectors {
        let name = format!("{selector}._domainkey.{domain}");
        match key(dns, &name).await {
            Ok(()) => found.push(name),
            Err(finding) => return finding,
        }
    }
    ok(NAME, format!("keys at {}", found.join(", ")))
}

async fn search(dns: &Dns, domain: &str) -> Finding {
    for selector in COMMON {
        let name = format!("{selector}._domainkey.{domain}");
        match dns.texts(&name).await {
            Ok(texts) if texts.iter().any(|text| is_key(text)) => {
                return match key(dns, &name).await {
                    Ok(()) => ok(
                        NAME,
                        format!(
                            "a key at {name}; that mail is signed by it, a mail that you got tells"
                        ),
                    ),
                    Err(finding) => finding,
                };
            }
            Err(Missing::Answer(reason)) => return unanswered(NAME, &name, &reason),
            _ => {}
        }
    }
    let all = format!("_domainkey.{domain}");
    match dns.texts(&all).await {
        // RFC 8020: then nothing below it exists either.
        Err(Missing::Name) => fail(
            NAME,
            format!(
                "{domain} has no key; let the mail server sign for it, and \
                 add: SELECTOR.{all}. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\""
            ),
        ),
        Err(Missing::Answer(reason)) => unanswered(NAME, &all, &reason),
        _ => warn(
            NAME,
            format!(
                "keys of {domain} may stand where only the mail server knows: look for s= in \
                 DKIM-Signature of a mail that it sent, and run convoke doctor --dkim SELECTOR"
            ),
        ),
    }
}

/// Whether the record at `name` is a key that receivers believe.
async fn key(dns: &Dns, name: &str) -> Result<(), Finding> {
    let texts = match dns.texts(name).await {
        Ok(texts) => texts,
        Err(Missing::Answer(reason)) => return Err(unanswered(NAME, name, &reason)),
        Err(Missing::Name | Missing::Record) => Vec::new(),
    };
    let Some(record) = texts.iter().find(|text| is_key(text)) else {
        let add = format!("add: {name}. TXT \"v=DKIM1; k=rsa; p=PUBLIC-KEY\"");
        return Err(fail(NAME, format!("there is no key; {add}")));
    };
    let coded: String = tag(record, "p")
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let kind = tag(record, "k").unwrap_or("rsa");
    match (BASE64_STANDARD.decode(&coded), kind) {
        (Ok(key), _) if key.is_empty() => Err(fail(
            NAME,
            format!("the key at {name} is revoked: p= is empty"),
        )),
        (Ok(key), "rsa") if key.len() < SHORTEST_RSA => Err(fail(
            NAME,
            format!("the key at {name} is shorter than 1024 bits: use 2048"),
        )),
        (Ok(_), "rsa" | "ed25519") => Ok(()),
        _ => Err(fail(NAME, format!("the key at {name} cannot be read"))),
    }
}

fn is_key(text: &str) -> bool {
    tag(text, "p").is_some() && tag(text, "v").is_none_or(|version| version == "DKIM1")
}

/// The value of a tag in a list of such (RFC 6376 section 3.2).
pub(super) fn tag<'a>(record: &'a str, name: &str) -> Option<&'a str> {
    record
        .split(';')
        .filter_map(|tag| tag.split_once('='))
        .find(|(tag, _)| tag.trim() == name)
        .map(|(_, value)| value.trim())
}
