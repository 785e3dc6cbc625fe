//! BULK-2: a domain that has everything, with one fault at a time.

use std::time::{Duration, Instant};

use super::super::dns::Dns;
use super::super::finding::{Finding, Verdict};
use super::Mailing;
use dns_server::{BROKEN, DnsServer, Record, SILENCE};

#[path = "../../../../tests/support/dns_server.rs"]
mod dns_server;

/// An RSA key of 1024 bits.
const KEY: &str = "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkM\
    oGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/N\
    MqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB";

const FINE: &[(&str, &str, &str)] = &[
    ("x.example", "MX", "mail.x.example"),
    (
        "x.example",
        "TXT",
        "v=spf1 include:spf.x.example a:mail.x.example -all",
    ),
    ("x.example", "TXT", "some-site-verification=42"),
    ("spf.x.example", "TXT", "v=spf1 ip4:198.51.100.0/24 ~all"),
    ("default._domainkey.x.example", "TXT", KEY),
    (
        "_dmarc.x.example",
        "TXT",
        "v=DMARC1; p=quarantine; rua=mailto:dmarc@x.example",
    ),
    ("mail.x.example", "A", "192.0.2.25"),
    ("25.2.0.192.in-addr.arpa", "PTR", "mail.x.example"),
];

#[tokio::test]
async fn bulk_2_a_domain_that_has_everything_is_fine() {
    let findings = examined(zone(FINE), mailing()).await;
    let lines: Vec<(Verdict, &str)> = findings
        .iter()
        .map(|finding| (finding.verdict, finding.name))
        .collect();
    let names = ["mx", "spf", "dkim", "dmarc", "alignment", "ptr"];
    assert_eq!(
        lines,
        names.map(|name| (Verdict::Ok, name)),
        "{findings:#?}"
    );
}

/// The name and type of a record, what stands there instead (nothing: it is taken out), the check
/// that finds fault with it, how serious that is, and words of the advice.
type Fault = (
    &'static str,
    &'static str,
    &'static [&'static str],
    &'static str,
    Verdict,
    &'static str,
);

const FAULTS: &[Fault] = &[
    (
        "x.example",
        "MX",
        &["."],
        "mx",
        Verdict::Fail,
        "takes no mail",
    ),
    (
        "x.example",
        "MX",
        &[],
        "mx",
        Verdict::Fail,
        "add: x.example. MX 10 mail.x.example.",
    ),
    (
        "x.example",
        "TXT",
        &[],
        "spf",
        Verdict::Fail,
        "add: x.example. TXT \"v=spf1 a:mail.x.example ~all\"",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf10 -all"],
        "spf",
        Verdict::Fail,
        "add: x.example. TXT",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 mx -all", "v=spf1 a -all"],
        "spf",
        Verdict::Fail,
        "keep one",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 +all"],
        "spf",
        Verdict::Fail,
        "lets everybody send",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 mx"],
        "spf",
        Verdict::Warn,
        "end it with ~all",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 mx ?all"],
        "spf",
        Verdict::Warn,
        "end it with ~all",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 ipv4:192.0.2.25 -all"],
        "spf",
        Verdict::Fail,
        "means nothing",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 ip4:192.0.2.24 -all"],
        "spf",
        Verdict::Fail,
        "put a:mail.x.example",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 include:none.x.example -all"],
        "spf",
        Verdict::Fail,
        "has no SPF",
    ),
    (
        "x.example",
        "TXT",
        &["v=spf1 redirect=x.example"],
        "spf",
        Verdict::Fail,
        "10 lookups",
    ),
    (
        "x.example",
        "TXT",
        &[BROKEN],
        "spf",
        Verdict::Warn,
        "cannot be looked up",
    ),
    (
        "spf.x.example",
        "TXT",
        &[],
        "spf",
        Verdict::Fail,
        "include:spf.x.example",
    ),
    (
        "default._domainkey.x.example",
        "TXT",
        &[],
        "dkim",
        Verdict::Fail,
        "add: SELECTOR._domainkey.x.example. TXT",
    ),
    (
        "default._domainkey.x.example",
        "TXT",
        &["v=DKIM1; p="],
        "dkim",
        Verdict::Fail,
        "revoked",
    ),
    (
        "default._domainkey.x.example",
        "TXT",
        &["v=DKIM1; p=MAAA"],
        "dkim",
        Verdict::Fail,
        "1024",
    ),
    (
        "default._domainkey.x.example",
        "TXT",
        &["v=DKIM1; p=?"],
        "dkim",
        Verdict::Fail,
        "read",
    ),
    (
        "default._domainkey.x.example",
        "TXT",
        &[BROKEN],
        "dkim",
        Verdict::Warn,
        "cannot be looked up",
    ),
    (
        "_dmarc.x.example",
        "TXT",
        &[],
        "dmarc",
        Verdict::Fail,
        "add: _dmarc.x.example. TXT \"v=DMARC1; p=none",
    ),
    (
        "_dmarc.x.example",
        "TXT",
        &["v=DMARC1; rua=mailto:a@x.example"],
        "dmarc",
        Verdict::Fail,
        "p=none",
    ),
    (
        "_dmarc.x.example",
        "TXT",
        &["v=DMARC1; p=none", "v=DMARC1; p=none"],
        "dmarc",
        Verdict::Fail,
        "keep one",
    ),
    (
        "25.2.0.192.in-addr.arpa",
        "PTR",
        &[],
        "ptr",
        Verdict::Fail,
        "192.0.2.25 has no name",
    ),
    (
        "25.2.0.192.in-addr.arpa",
        "PTR",
        &["elsewhere.example"],
        "ptr",
        Verdict::Fail,
        "leads elsewhere",
    ),
];

#[tokio::test]
async fn bulk_2_every_fault_is_found_by_its_check_and_by_no_other() {
    for (name, kind, instead, check, verdict, words) in FAULTS {
        let mut records = zone(FINE);
        records.retain(|(of, word, _)| (of.as_str(), word) != (name, kind));
        records.extend(
            instead
                .iter()
                .map(|value| ((*name).to_owned(), *kind, (*value).to_owned())),
        );
        let findings = examined(records, mailing()).await;
        for finding in &findings {
            let expected = if finding.name == *check {
                *verdict
            } else {
                Verdict::Ok
            };
            assert_eq!(
                finding.verdict, expected,
                "{name} {kind} {instead:?}: {findings:#?}"
            );
        }
        let found = findings
            .iter()
            .find(|finding| finding.name == *check)
            .expect("the check");
        assert!(
            found.text.contains(words),
            "{name} {kind} {instead:?}: {found}"
        );
    }
}

#[tokio::test]
async fn bulk_2_keys_under_a_selector_of_their_own_are_found_by_its_name() {
    let mut records = zone(FINE);
    for (name, _, _) in &mut records {
        *name = name.replace("default._domainkey", "x7f3._domainkey");
    }
    let unnamed = examined(records.clone(), mailing()).await;
    assert_eq!(verdict(&unnamed, "dkim"), Verdict::Warn);
    for (selector, expected) in [("x7f3", Verdict::Ok), ("default", Verdict::Fail)] {
        let named = Mailing {
            selectors: vec![selector.to_owned()],
            ..mailing()
        };
        assert_eq!(
            verdict(&examined(records.clone(), named).await, "dkim"),
            expected
        );
    }
}

#[tokio::test]
async fn bulk_2_a_policy_above_counts_for_what_is_below() {
    let mut records = zone(FINE);
    for (name, _, value) in &mut records {
        if !name.starts_with("_dmarc") {
            *name = name.replace("x.example", "events.x.example");
        }
        *value = value.replace("mail.x.example", "mail.events.x.example");
    }
    let below = Mailing {
        from: "events.x.example".to_owned(),
        bounces: "events.x.example".to_owned(),
        relay: "mail.events.x.example".to_owned(),
        selectors: Vec::new(),
    };
    assert_eq!(
        verdict(&examined(records, below).await, "dmarc"),
        Verdict::Ok
    );
}

#[tokio::test]
async fn bulk_2_bounces_go_where_dmarc_counts_them() {
    for (bounces, policy, expected) in [
        ("bounce.x.example", "v=DMARC1; p=none", Verdict::Ok),
        ("bounce.x.example", "v=DMARC1; p=none; aspf=r", Verdict::Ok),
        (
            "bounce.x.example",
            "v=DMARC1; p=none; aspf=s",
            Verdict::Fail,
        ),
        ("bounce.y.example", "v=DMARC1; p=none", Verdict::Fail),
        ("bouncex.example", "v=DMARC1; p=none", Verdict::Fail),
    ] {
        let mut records = zone(FINE);
        for (name, _, value) in &mut records {
            if name == "_dmarc.x.example" {
                *value = policy.to_owned();
            }
        }
        let spf = "v=spf1 a:mail.x.example -all";
        records.push((bounces.to_owned(), "TXT", spf.to_owned()));
        let apart = Mailing {
            bounces: bounces.to_owned(),
            ..mailing()
        };
        let findings = examined(records, apart).await;
        assert_eq!(
            verdict(&findings, "alignment"),
            expected,
            "{bounces} {policy}"
        );
        assert_eq!(verdict(&findings, "spf"), Verdict::Ok, "{bounces}");
    }
}

#[tokio::test]
async fn bulk_2_anothers_server_has_addresses_of_its_own() {
    for (relay, spf, ptr) in [
        ("smtp.provider.example", Verdict::Ok, Verdict::Ok),
        ("127.0.0.1", Verdict::Ok, Verdict::Warn),
        ("localhost", Verdict::Ok, Verdict::Warn),
        ("192.0.2.25", Verdict::Ok, Verdict::Ok),
        ("192.0.2.26", Verdict::Fail, Verdict::Fail),
    ] {
        let other = Mailing {
            relay: relay.to_owned(),
            ..mailing()
        };
        let findings = examined(zone(FINE), other).await;
        let found = (verdict(&findings, "spf"), verdict(&findings, "ptr"));
        assert_eq!(found, (spf, ptr), "{relay}: {findings:#?}");
    }
}

#[tokio::test]
async fn bulk_2_where_nobody_answers_one_line_says_so_soon() {
    let silent = vec![("x.example".to_owned(), "MX", SILENCE.to_owned())];
    let began = Instant::now();
    let findings = examined(silent, mailing()).await;
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(
        (findings[0].verdict, findings[0].name),
        (Verdict::Warn, "sender")
    );
    assert!(
        began.elapsed() < Duration::from_secs(8),
        "{:?}",
        began.elapsed()
    );
}

#[tokio::test]
async fn bulk_2_a_domain_that_does_not_exist_fails_if_the_name_servers_know_the_world() {
    for (records, expected) in [
        (
            zone(&[("y.example", "MX", "mail.y.example")]),
            Verdict::Fail,
        ),
        (zone(&[("y.other", "MX", "mail.y.other")]), Verdict::Warn),
    ] {
        let findings = examined(records, mailing()).await;
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!(
            (findings[0].verdict, findings[0].name),
            (expected, "sender")
        );
    }
}

#[test]
fn bulk_2_local_domains_are_not_asked_about() {
    for (domain, expected) in [
        ("localhost", false),
        ("host.local", false),
        ("events.test", false),
        ("x.example", true),
        ("xn--mnchen-3ya.example", true),
    ] {
        assert_eq!(super::is_public(domain), expected, "{domain}");
    }
}

fn mailing() -> Mailing {
    Mailing {
        from: "x.example".to_owned(),
        bounces: "x.example".to_owned(),
        relay: "mail.x.example".to_owned(),
        selectors: Vec::new(),
    }
}

fn zone(records: &[(&str, &'static str, &str)]) -> Vec<Record> {
    records
        .iter()
        .map(|(name, kind, value)| ((*name).to_owned(), *kind, (*value).to_owned()))
        .collect()
}

async fn examined(records: Vec<Record>, mailing: Mailing) -> Vec<Finding> {
    let server = DnsServer::start(records).await;
    let dns = Dns::at(server.address).expect("a resolver");
    mailing.examine(&dns).await
}

fn verdict(findings: &[Finding], name: &str) -> Verdict {
    let found = findings.iter().find(|finding| finding.name == name);
    found
        .unwrap_or_else(|| panic!("no {name} in {findings:#?}"))
        .verdict
}
