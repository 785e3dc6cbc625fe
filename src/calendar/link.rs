//! Addresses as calendar objects hold them: not escaped, therefore checked beforehand (CAL-15).

use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

/// A web address of printable ASCII over `https`, or over `http` to this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    text: String,
    host: String,
}

/// Not an address that a calendar object can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a web address that begins with https://")]
pub struct NotALink;

impl Link {
    /// The address, as typed where that is ASCII.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether the host is `domain` or below it.
    pub(super) fn is_at(&self, domain: &str) -> bool {
        self.host
            .strip_suffix(domain)
            .is_some_and(|below| below.is_empty() || below.ends_with('.'))
    }
}

impl FromStr for Link {
    type Err = NotALink;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text).map_err(|_| NotALink)?;
        let is_this_machine = match url.host() {
            Some(Host::Domain(domain)) => domain == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => return Err(NotALink),
        };
        if url.scheme() != "https" && !(url.scheme() == "http" && is_this_machine) {
            return Err(NotALink);
        }
        let as_typed = text
            .bytes()
            .all(|octet| octet.is_ascii_graphic() && octet != b'"');
        Ok(Self {
            text: if as_typed { text } else { url.as_str() }.to_owned(),
            host: url.host_str().unwrap_or_default().to_owned(),
        })
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The `mailto:` address of a mailbox (RFC 6068 section 2): the domain as A-label, in the local part
/// everything percent-encoded that such an address could not hold.
pub(super) fn mailto(address: &str) -> String {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let mut uri = String::from("mailto:");
    for octet in local.bytes() {
        if octet.is_ascii_alphanumeric() || b"-._~!$'*+".contains(&octet) {
            uri.push(char::from(octet));
        } else {
            uri.push_str(&format!("%{octet:02X}"));
        }
    }
    uri.push('@');
    let domain = idna::domain_to_ascii(domain).unwrap_or_else(|_| domain.to_ascii_lowercase());
    uri.extend(domain.chars().filter(char::is_ascii_graphic));
    uri
}
