//! Who may send for a domain (RFC 7208).

use std::collections::VecDeque;
use std::net::IpAddr;

use super::super::dns::{Dns, Missing};
use super::super::finding::{Finding, fail, ok, warn};
use super::{Mailing, Outgoing, unanswered};

const NAME: &str = "spf";
/// RFC 7208 section 4.6.4: a record that needs more lookups is an error to its readers.
const MOST_LOOKUPS: usize = 10;

/// Why a record does not hold.
enum Broken {
    /// It says something wrong.
    Wrong(String),
    /// Nobody answers about something it names.
    Silent(String),
}

/// What a record comes to with all that it includes.
#[derive(Default)]
struct Reach {
    lookups: usize,
    networks: Vec<(IpAddr, u8)>,
    /// It names by rules that only a receiver can follow.
    is_vague: bool,
}

/// The record of the domain that the envelope names.
pub(super) async fn check(dns: &Dns, mailing: &Mailing, outgoing: &Outgoing) -> Finding {
    let domain = &mailing.bounces;
    let may = mechanism(mailing, outgoing);
    let record = match record(dns, domain).await {
        Ok(Some(record)) => record,
        Ok(None) => {
            return fail(
                NAME,
                format!(
                    "{domain} does not say who may send; add: {domain}. TXT \"v=spf1 {may} ~all\""
                ),
            );
        }
        Err(broken) => return broken.finding(domain),
    };
    let last = record.split_ascii_whitespace().last().unwrap_or_default();
    if matches!(last.to_ascii_lowercase().as_str(), "all" | "+all") {
        return fail(
            NAME,
            format!("“{record}” lets everybody send; end it with ~all"),
        );
    }
    let reach = match reach(dns, domain, &record).await {
        Ok(reach) => reach,
        Err(broken) => return broken.finding(domain),
    };
    if let Outgoing::Own(addresses) = outgoing {
        let is_named = |address: &IpAddr| {
            reach
                .networks
                .iter()
                .any(|network| contains(*network, *address))
        };
        if !reach.is_vague && !addresses.iter().any(is_named) {
            let ours = addresses[0];
            return fail(
                NAME,
                format!("“{record}” does not name {ours}; put {may} before its end"),
            );
        }
    }
    let ends = ["-all", "~all"].contains(&last.to_ascii_lowercase().as_str());
    if ends || record.to_ascii_lowercase().contains("redirect=") {
        ok(NAME, record)
    } else {
        warn(
            NAME,
            format!("“{record}” leaves it open who else may send; end it with ~all"),
        )
    }
}

/// What the record has to say, as exactly as it can be known here.
fn mechanism(mailing: &Mailing, outgoing: &Outgoing) -> String {
    let relay = &mailing.relay;
    match outgoing {
        Outgoing::Own(addresses) if relay.parse::<IpAddr>().is_ok() => {
            let kind = if addresses[0].is_ipv4() { "ip4" } else { "ip6" };
            format!("{kind}:{}", addresses[0])
        }
        Outgoing::Own(_) => format!("a:{relay}"),
        Outgoing::Hidden => "ip4:PUBLIC-ADDRESS-OF-YOUR-MAIL-SERVER".to_owned(),
        Outgoing::Provider => format!("include:NAME-THAT-{relay}-DOCUMENTS"),
    }
}

/// The one record of `domain`, where it has one.
async fn record(dns: &Dns, domain: &str) -> Result<Option<String>, Broken> {
    let texts = match dns.texts(domain).await {
        Ok(texts) => texts,
        Err(Missing::Name | Missing::Record) => return Ok(None),
        Err(Missing::Answer(reason)) => return Err(Broken::Silent(reason)),
    };
    let mut records = texts.into_iter().filter(|text| {
        let first = text.split(' ').next().unwrap_or_default();
        first.eq_ignore_ascii_case("v=spf1")
    });
    match (records.next(), records.next()) {
        (one, None) => Ok(one),
        (_, Some(_)) => Err(Broken::Wrong(format!(
            "{domain} has more than one record beginning with v=spf1: keep one"
        ))),
    }
}

/// Follows what a record includes, as a receiver would.
async fn reach(dns: &Dns, domain: &str, record: &str) -> Result<Reach, Broken> {
    let mut reach = Reach::default();
    let mut open = VecDeque::from([(domain.to_owned(), record.to_owned())]);
    while let Some((domain, record)) = open.pop_front() {
        for term in record.split_ascii_whitespace().skip(1) {
            if let Some(next) = reach.follow(dns, &domain, term).await? {
                let included = self::record(dns, &next).await?.ok_or_else(|| {
                    Broken::Wrong(format!("“{term}” names {next}, which has no SPF record"))
                })?;
                open.push_back((next, included));
            }
            if reach.lookups > MOST_LOOKUPS {
                return Err(Broken::Wrong(format!(
                    "the record of {domain} needs more than {MOST_LOOKUPS} lookups: include less"
                )));
            }
        }
    }
    Ok(reach)
}

impl Reach {
    /// Takes in one term; gives the domain whose record belongs to it, if there is one.
    async fn follow(
        &mut self,
        dns: &Dns,
        domain: &str,
        term: &str,
    ) -> Result<Option<String>, Broken> {
        let term = term
            .trim_start_matches(['+', '-', '~', '?'])
            .to_ascii_lowercase();
        let (word, value) = term.split_once([':', '=']).unwrap_or((&term, ""));
        let (word, length) = word.split_once('/').unwrap_or((word, ""));
        let (value, length) = match word {
            "a" | "mx" => value.split_once('/').unwrap_or((value, length)),
            _ => (value, length),
        };
        if value.contains('%') {
            self.is_vague = true;
            self.lookups += 1;
            return Ok(None);
        }
        let host = if value.is_empty() { domain } else { value };
        match word {
            "include" | "redirect" => {
                self.lookups += 1;
                return Ok(Some(value.to_owned()));
            }
            "a" => {
                self.lookups += 1;
                self.name(dns, host, length).await;
            }
            "mx" => {
                self.lookups += 1;
                for host in dns.mail_hosts(host).await.unwrap_or_default() {
                    self.name(dns, &host, length).await;
                }
            }
            "ptr" | "exists" => {
                self.lookups += 1;
                self.is_vague = true;
            }
            "ip4" | "ip6" => self.networks.extend(network(value)),
            "all" | "exp" => {}
            // An unknown modifier is ignored; an unknown mechanism is an error (section 4.6.1).
            _ if term.contains('=') => {}
            _ => {
                return Err(Broken::Wrong(format!(
                    "{domain} says “{term}”, which means nothing"
                )));
            }
        }
        Ok(None)
    }

    async fn name(&mut self, dns: &Dns, host: &str, length: &str) {
        for address in dns.addresses(host).await.unwrap_or_default() {
            let whole = if address.is_ipv4() { 32 } else { 128 };
            let length = length
                .split('/')
                .next()
                .and_then(|length| length.parse().ok());
            let length = length.filter(|_| address.is_ipv4()).unwrap_or(whole);
            self.networks.push((address, length));
        }
    }
}

impl Broken {
    fn finding(self, domain: &str) -> Finding {
        match self {
            Self::Wrong(text) => fail(NAME, text),
            Self::Silent(reason) => unanswered(NAME, domain, &reason),
        }
    }
}

fn network(text: &str) -> Option<(IpAddr, u8)> {
    let (address, length) = text.split_once('/').unwrap_or((text, ""));
    let address: IpAddr = address.parse().ok()?;
    let whole = if address.is_ipv4() { 32 } else { 128 };
    let length = if length.is_empty() {
        whole
    } else {
        length.parse().ok()?
    };
    Some((address, length))
}

fn contains((network, length): (IpAddr, u8), address: IpAddr) -> bool {
    let bits = |address: IpAddr| match address {
        IpAddr::V4(address) => (u128::from(address.to_bits()), 32),
        IpAddr::V6(address) => (address.to_bits(), 128),
    };
    let ((network, width), (address, other)) = (bits(network), bits(address));
    let apart = u32::from(width - length.min(width));
    width == other && network.checked_shr(apart) == address.checked_shr(apart)
}
