//! Addresses of the net, and ranges of them.

use std::net::IpAddr;
use std::str::FromStr;

/// An address or a range of addresses, as in `10.0.0.0/8` (RFC 4632).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    /// Whether `address` is in it.
    pub fn contains(&self, address: IpAddr) -> bool {
        place_of(self.address, self.prefix) == place_of(address.to_canonical(), self.prefix)
    }
}

/// Where on the net `address` is, no more exactly than a /24 or /56: neighbours there are one for
/// what is limited by place, and nobody is told from them (P-4).
pub fn place(address: IpAddr) -> String {
    let address = address.to_canonical();
    match place_of(address, if address.is_ipv4() { 24 } else { 56 }) {
        (IpAddr::V4(net), prefix) => format!("{net}/{prefix}"),
        (IpAddr::V6(net), prefix) => format!("{net}/{prefix}"),
    }
}

/// The first address of the range of `prefix` bits that `address` is in.
fn place_of(address: IpAddr, prefix: u8) -> (IpAddr, u8) {
    let net = match address {
        IpAddr::V4(address) => {
            let rest = 32 - u32::from(prefix.min(32));
            let bits = u64::from(address.to_bits()) >> rest << rest;
            IpAddr::V4(u32::try_from(bits).unwrap_or(0).into())
        }
        IpAddr::V6(address) => {
            let rest = 128 - u32::from(prefix.min(128));
            let bits = address.to_bits();
            let kept = bits.checked_shr(rest).unwrap_or(0);
            IpAddr::V6(kept.checked_shl(rest).unwrap_or(0).into())
        }
    };
    (net, prefix)
}

/// The text names no network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not an IP address or a range such as 10.0.0.0/8")]
pub struct NotANetwork;

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| NotANetwork)?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix
            .map_or(Ok(longest), str::parse)
            .map_err(|_| NotANetwork)?;
        if prefix > longest {
            return Err(NotANetwork);
        }
        Ok(Self { address, prefix })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_10_an_address_is_in_the_ranges_that_hold_it() {
        for (network, address, expected) in [
            ("10.0.0.0/8", "10.9.8.7", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.0/8", "::ffff:10.1.1.1", true),
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("::1", "::1", true),
            ("::/0", "2001:db8::1", true),
        ] {
            let network: Network = network.parse().expect("a network");
            let found = network.contains(address.parse().expect("an address"));
            assert_eq!(found, expected, "{network:?} {address}");
        }
    }

    #[test]
    fn p_04_a_place_is_no_more_exact_than_a_neighbourhood() {
        for (address, expected) in [
            ("192.0.2.77", "192.0.2.0/24"),
            ("::ffff:192.0.2.77", "192.0.2.0/24"),
            ("2001:db8:1:22ff::9", "2001:db8:1:2200::/56"),
        ] {
            assert_eq!(place(address.parse().expect("an address")), expected);
        }
    }
}
