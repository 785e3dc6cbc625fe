//! Whether the address that mail comes from has a name that leads back to it: without one, large
//! receivers refuse it (BULK-1).

use std::net::IpAddr;

use super::super::dns::{Dns, Missing};
use super::super::finding::{Finding, fail, ok, warn};
use super::{Mailing, Outgoing, unanswered};

const NAME: &str = "ptr";

pub(super) async fn check(dns: &Dns, mailing: &Mailing, outgoing: &Outgoing) -> Finding {
    let addresses = match outgoing {
        Outgoing::Provider => {
            let text = format!("{} sends from addresses of its own", mailing.relay);
            return ok(NAME, text);
        }
        Outgoing::Hidden => {
            let advice = "see that it has a name: dig -x ADDRESS";
            let text = format!(
                "the public address of {} is not known here; {advice}",
                mailing.relay
            );
            return warn(NAME, text);
        }
        Outgoing::Own(addresses) => addresses,
    };
    let mut called = Vec::new();
    for address in addresses {
        match name_of(dns, *address).await {
            Ok(name) => called.push(format!("{address} is {name}")),
            Err(finding) => return finding,
        }
    }
    ok(NAME, called.join(", "))
}

/// The name of `address` that has this address.
async fn name_of(dns: &Dns, address: IpAddr) -> Result<String, Finding> {
    let names = match dns.names(address).await {
        Ok(names) => names,
        Err(Missing::Answer(reason)) => {
            return Err(unanswered(NAME, &address.to_string(), &reason));
        }
        Err(Missing::Name | Missing::Record) => {
            let advice = "ask whom you have the address from to give it the mail server's name";
            return Err(fail(NAME, format!("{address} has no name; {advice}")));
        }
    };
    for name in &names {
        match dns.addresses(name).await {
            Ok(back) if back.contains(&address) => return Ok(name.clone()),
            Err(Missing::Answer(reason)) => return Err(unanswered(NAME, name, &reason)),
            _ => {}
        }
    }
    let kind = if address.is_ipv4() { "A" } else { "AAAA" };
    let name = &names[0];
    let text =
        format!("{address} is called {name}, which leads elsewhere; add: {name}. {kind} {address}");
    Err(fail(NAME, text))
}

/// Whether the world could reach an address.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            let [first, second, ..] = address.octets();
            let is_shared = first == 100 && (64..128).contains(&second);
            !(address.is_private()
                || address.is_loopback()
                || address.is_link_local()
                || address.is_unspecified()
                || is_shared)
        }
        IpAddr::V6(address) => {
            !(address.is_loopback()
                || address.is_unspecified()
                || address.is_unique_local()
                || address.is_unicast_link_local())
        }
    }
}
