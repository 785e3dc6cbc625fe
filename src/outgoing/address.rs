use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use url::{Host, Url};

use super::outside::is_outside;

/// Characters of the longest address.
const LONGEST: usize = 2_000;

/// The ports that may be asked: the one of https, and the one beside it where the web server cannot have
/// the first. Behind other ports there are databases, mail servers and machines' own consoles, which have no
/// business with a stranger's bytes.
const PORTS: [u16; 2] = [443, 8443];

/// Endings of names that lead nowhere outside, whatever a name server says (RFC 6761, RFC 6762, RFC 7686,
/// RFC 8375, RFC 9476, and ICANN's `internal`), and those that home routers and companies use the same way.
const INNER_ENDINGS: [&str; 14] = [
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "home.arpa",
    "onion",
    "alt",
    "invalid",
    "test",
];

/// An https address that may be asked, as far as its text tells: where its name leads is judged when it is
/// asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Url);

/// Why an address is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is none, or too long.
    Malformed,
    /// It begins with something else than `https://`.
    NotHttps,
    /// It holds a name or a password.
    Credentials,
    /// It names another port than 443 or 8443.
    Port,
    /// It leads, or may lead, to this machine or its network.
    Inside,
}

impl Refused {
    /// How the catalogue's keys for it end.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::NotHttps => "not-https",
            Self::Credentials => "credentials",
            Self::Port => "port",
            Self::Inside => "inside",
        }
    }
}

impl Address {
    /// The host as it stands in certificates: a name in ASCII, or an address of the net.
    pub fn host(&self) -> Host<&str> {
        self.0.host().expect("an https address has a host")
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.0.port_or_known_default().unwrap_or(443)
    }

    /// What stands in the request's `Host`.
    pub fn authority(&self) -> String {
        match self.0.port() {
            Some(port) => format!("{}:{port}", self.host()),
            None => self.host().to_string(),
        }
    }

    /// What stands in the request's first line.
    pub fn target(&self) -> String {
        match self.0.query() {
            Some(query) => format!("{}?{query}", self.0.path()),
            None => self.0.path().to_owned(),
        }
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether its text alone says that it leads inside.
    pub fn names_inside(&self) -> bool {
        match self.host() {
            Host::Ipv4(address) => !is_outside(IpAddr::V4(address)),
            Host::Ipv6(address) => !is_outside(IpAddr::V6(address)),
            Host::Domain(name) => is_inner_name(name),
        }
    }
}

/// Whether a name is none of the Internet's: one without a dot, or one that ends as such do.
fn is_inner_name(name: &str) -> bool {
    let ends = |ending: &str| {
        let before = name.strip_suffix(ending);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    !name.contains('.') || INNER_ENDINGS.iter().any(|ending| ends(ending))
}

impl FromStr for Address {
    type Err = Refused;

    /// Reads an address as browsers do (WHATWG URL), so that `0x7f.1` is what it means. It may name any
    /// host: what a client within a [`Reach`](super::Reach) does not ask it refuses when it is asked.
    fn from_str(text: &str) -> Result<Self, Refused> {
        if text.len() > LONGEST || text.contains(|c: char| c.is_control() || c.is_whitespace()) {
            return Err(Refused::Malformed);
        }
        let mut url: Url = text.parse().map_err(|_| Refused::Malformed)?;
        if url.scheme() != "https" {
            return Err(Refused::NotHttps);
        }
        // An empty name before the “@” is none to a browser, and still hides where it leads.
        let before_path = text.split(['/', '\\', '?', '#']).nth(2).unwrap_or_default();
        if !url.username().is_empty() || url.password().is_some() || before_path.contains('@') {
            return Err(Refused::Credentials);
        }
        url.set_fragment(None);
        let host = url.host_str().ok_or(Refused::Malformed)?;
        // The dot at the end of a name that is complete stands in no certificate.
        if let Some(undotted) = host.strip_suffix('.').map(str::to_owned) {
            url.set_host(Some(&undotted))
                .map_err(|_| Refused::Malformed)?;
        }
        let address = Self(url);
        let is_empty = |label: &str| label.is_empty();
        match address.host() {
            Host::Domain(name) if name.split('.').any(is_empty) => Err(Refused::Malformed),
            _ if !PORTS.contains(&address.port()) => Err(Refused::Port),
            _ => Ok(address),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
