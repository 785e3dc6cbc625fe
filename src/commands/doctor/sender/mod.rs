//! What receivers of mail ask the domain name system about its sender (BULK-1, BULK-2).

mod dkim;
mod dmarc;
mod ptr;
mod spf;
#[cfg(test)]
mod tests;

use std::net::IpAddr;

use super::dns::{Dns, Missing};
use super::finding::{Finding, fail, ok, warn};
use crate::config::Settings;

/// How mail leaves, as its receivers see it.
pub(super) struct Mailing {
    /// The domain of From, which readers see.
    pub(super) from: String,
    /// The domain of the envelope's sender, which bounces go to.
    pub(super) bounces: String,
    /// The mail server that takes our mail.
    pub(super) relay: String,
    /// The DKIM selectors that the operator named.
    pub(super) selectors: Vec<String>,
}

/// The addresses from which mail reaches the world, as far as they can be known here.
enum Outgoing {
    /// The server is the sender's own, with these public addresses.
    Own(Vec<IpAddr>),
    /// The server is the sender's own, such as one on this machine, and the address that the world
    /// sees is not known here.
    Hidden,
    /// It is another's, who sends from where they please.
    Provider,
}

/// Checks the sender that `settings` name; `selectors` are the DKIM selectors in use, if known.
pub(super) async fn examine(settings: &Settings, selectors: &[String]) -> Vec<Finding> {
    let from = settings.mail_from.domain();
    let Some(server) = &settings.smtp else {
        return vec![warn(
            "sender",
            format!("SPF, DKIM, DMARC and PTR of {from} are checked once CONVOKE_SMTP_URL is set"),
        )];
    };
    if !is_public(from) {
        return vec![warn(
            "sender",
            format!("{from} is no domain that others know: set CONVOKE_MAIL_FROM"),
        )];
    }
    let mailing = Mailing {
        from: from.to_owned(),
        bounces: from.to_owned(),
        relay: server.host.to_ascii_lowercase(),
        selectors: selectors.to_vec(),
    };
    match Dns::of_the_system() {
        Ok(dns) => mailing.examine(&dns).await,
        Err(error) => vec![warn("sender", format!("nothing checked: {error:#}"))],
    }
}

impl Mailing {
    pub(super) async fn examine(&self, dns: &Dns) -> Vec<Finding> {
        let replies = match mail_reaches(dns, &self.from).await {
            Ok(finding) => finding,
            Err(finding) => return vec![finding],
        };
        let outgoing = self.outgoing(dns).await;
        let (spf, dkim, (dmarc, policy), ptr) = tokio::join!(
            spf::check(dns, self, &outgoing),
            dkim::check(dns, self),
            dmarc::check(dns, &self.from),
            ptr::check(dns, self, &outgoing),
        );
        vec![replies, spf, dkim, dmarc, self.alignment(policy), ptr]
    }

    /// RFC 7489 section 3.1.2: SPF counts for the domain that readers see only where the envelope
    /// names it too, or in relaxed alignment one of the same organisation.
    fn alignment(&self, policy: Option<dmarc::Policy>) -> Finding {
        let (from, bounces) = (&self.from, &self.bounces);
        let text = format!("From {from}, bounces to {bounces}");
        let is_strict = policy.is_some_and(|policy| policy.strict_spf);
        if from == bounces {
            ok("alignment", text)
        } else if !is_below(bounces, from) && !is_below(from, bounces) {
            fail("alignment", format!("{text}: let bounces go below {from}"))
        } else if is_strict {
            let advice = "aspf=s in the DMARC record wants them equal: take it out";
            fail("alignment", format!("{text}: {advice}"))
        } else {
            ok("alignment", text)
        }
    }

    async fn outgoing(&self, dns: &Dns) -> Outgoing {
        let is_ours = self.relay.parse::<IpAddr>().is_ok()
            || self.relay == "localhost"
            || is_below(&self.relay, &self.from);
        if !is_ours {
            return Outgoing::Provider;
        }
        let mut addresses = dns.addresses(&self.relay).await.unwrap_or_default();
        addresses.retain(|address| ptr::is_public(*address));
        if addresses.is_empty() {
            Outgoing::Hidden
        } else {
            Outgoing::Own(addresses)
        }
    }
}

/// Whether replies and bounces to `domain` find a mailbox; an error where nothing more can be asked.
async fn mail_reaches(dns: &Dns, domain: &str) -> Result<Finding, Finding> {
    let add = format!("add: {domain}. MX 10 mail.{domain}.");
    match dns.mail_hosts(domain).await {
        Ok(hosts) if hosts.iter().any(|host| host == ".") => Ok(fail(
            "mx",
            format!("{domain} takes no mail, so answers are lost; {add}"),
        )),
        Ok(hosts) => Ok(ok("mx", format!("answers go to {}", hosts.join(", ")))),
        Err(Missing::Name) => Err(unknown(dns, domain).await),
        Err(Missing::Record) => match dns.addresses(domain).await {
            Ok(_) => Ok(warn("mx", format!("{domain} has an address only; {add}"))),
            Err(_) => Ok(fail("mx", format!("answers to {domain} are lost; {add}"))),
        },
        Err(Missing::Answer(reason)) => {
            let text = format!("{domain} cannot be looked up, nothing checked: {reason}");
            Err(warn("sender", text))
        }
    }
}

/// What to say of a domain that does not exist: where not even the domain above all others of its
/// kind does, the name servers asked know nothing of the world.
async fn unknown(dns: &Dns, domain: &str) -> Finding {
    let top = domain.rsplit('.').next().unwrap_or_default();
    match dns.texts(top).await {
        Err(Missing::Name) => warn(
            "sender",
            format!("the name servers here know no “{top}”, nothing checked"),
        ),
        _ => fail(
            "sender",
            format!("{domain} does not exist: set CONVOKE_MAIL_FROM"),
        ),
    }
}

/// Whether the rest of the world could know a domain.
fn is_public(domain: &str) -> bool {
    let last = domain.rsplit('.').next().unwrap_or_default();
    let local = [
        "localhost",
        "local",
        "internal",
        "lan",
        "home",
        "test",
        "invalid",
    ];
    domain.contains('.') && !local.contains(&last) && domain.parse::<IpAddr>().is_err()
}

/// Whether `name` is `domain` or below it.
fn is_below(name: &str, domain: &str) -> bool {
    name.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn unanswered(name: &'static str, what: &str, reason: &str) -> Finding {
    warn(name, format!("{what} cannot be looked up: {reason}"))
}
