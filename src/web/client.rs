//! Where on the net a request comes from, as far as limits need it (S-10, P-4).

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;

use super::server::Peer;
use super::site::Site;
use crate::base::network::{Network, place};

/// The neighbourhood of a client on the net.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// A /24 or /56, or a word where none is known; never logged.
    pub place: String,
    /// How much is known by that.
    pub standing: Standing,
}

/// Whether a [`Client::place`] tells people from each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They come from the net: few people share such a place.
    Net,
    /// They come from this machine or the network it stands in: perhaps through a proxy that nobody has told
    /// us of, so that all people share it.
    Near,
    /// Nobody connected.
    Nowhere,
}

impl FromRequestParts<Arc<Site>> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        site: &Arc<Site>,
    ) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<Peer>().map(|Peer(peer)| *peer);
        let address = peer.map(|peer| behind(peer, &parts.headers, &site.trusted_proxies));
        Ok(Self {
            place: address.map_or_else(|| "unknown".to_owned(), place),
            standing: address.map_or(Standing::Nowhere, Standing::of),
        })
    }
}

impl Standing {
    fn of(address: IpAddr) -> Self {
        let is_near = match address.to_canonical() {
            IpAddr::V4(address) => {
                address.is_loopback() || address.is_private() || address.is_link_local()
            }
            IpAddr::V6(address) => {
                address.is_loopback()
                    || address.is_unique_local()
                    || address.is_unicast_link_local()
            }
        };
        if is_near { Self::Near } else { Self::Net }
    }
}

/// Who stands behind `peer`: the right-most address of X-Forwarded-For that is no proxy of ours.
fn behind(peer: IpAddr, headers: &HeaderMap, proxies: &[Network]) -> IpAddr {
    let is_ours = |address: &IpAddr| proxies.iter().any(|proxy| proxy.contains(*address));
    if !is_ours(&peer) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().rev();
    let hops = lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.rsplit(','));
    let mut nearest = peer;
    for hop in hops {
        let Ok(address) = hop.trim().parse() else {
            return nearest;
        };
        nearest = address;
        if !is_ours(&address) {
            return nearest;
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_10_only_listed_proxies_say_who_asks() {
        let proxies = ["10.0.0.0/8".parse().expect("a network")];
        for (peer, forwarded, expected) in [
            ("192.0.2.1", "203.0.113.9", "192.0.2.1"),
            ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
            ("10.0.0.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"),
            ("10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9"),
            ("10.0.0.1", "203.0.113.9, nonsense", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.1", "10.0.0.3", "10.0.0.3"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert("x-forwarded-for", forwarded.parse().expect("a value"));
            let found = behind(peer.parse().expect("an address"), &headers, &proxies);
            assert_eq!(found.to_string(), expected, "{peer} {forwarded}");
        }
    }
}
