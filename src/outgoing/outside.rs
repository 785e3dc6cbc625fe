use std::net::{IpAddr, Ipv6Addr};
use std::sync::LazyLock;

use crate::base::network::Network;

/// IPv4 that is not the public Internet: IANA's registry of special purposes (RFC 6890 and what followed),
/// groups of receivers, and where a large cloud keeps the service that knows its machines' secrets, which has
/// a public number.
const INSIDE: [&str; 19] = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "168.63.129.16/32",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.168.0.0/16",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
];

/// The only IPv6 that is given out to the public (RFC 4291 section 2.4). Everything else is inside: loopback,
/// link-local and unique local addresses, groups, and IPv4 in its mapped, compatible and translated forms
/// (`::ffff:0:0/96`, `::/96`, `64:ff9b::/96`, `64:ff9b:1::/48`).
const GLOBAL: &str = "2000::/3";

/// What of that is no public address: protocols' own with Teredo among them (RFC 2928, RFC 4380),
/// documentation (RFC 3849, RFC 9637), 6to4 (RFC 3056), and the sinks of AS 112 (RFC 7535).
const INSIDE_GLOBAL: [&str; 5] = [
    "2001::/23",
    "2001:db8::/32",
    "2002::/16",
    "2620:4f:8000::/48",
    "3fff::/20",
];

/// The second half of an address that carries one of IPv4 within a site (RFC 5214).
const ISATAP: [u32; 2] = [0x0000_5efe, 0x0200_5efe];

static NETWORKS: LazyLock<(Vec<Network>, Network, Vec<Network>)> = LazyLock::new(|| {
    let read = |text: &&str| text.parse().expect("a network");
    (
        INSIDE.iter().map(read).collect(),
        read(&GLOBAL),
        INSIDE_GLOBAL.iter().map(read).collect(),
    )
});

/// Whether `address` is one of the public Internet, and of one machine there.
pub fn is_outside(address: IpAddr) -> bool {
    let (inside, global, inside_global) = &*NETWORKS;
    let is_in = |networks: &[Network]| networks.iter().any(|network| network.contains(address));
    match address {
        IpAddr::V4(_) => !is_in(inside),
        // As it is written: `::ffff:8.8.8.8` is none of them.
        IpAddr::V6(six) if six.to_ipv4_mapped().is_some() => false,
        IpAddr::V6(six) => global.contains(address) && !is_in(inside_global) && !is_isatap(six),
    }
}

fn is_isatap(address: Ipv6Addr) -> bool {
    let third = u32::try_from(address.to_bits() >> 32 & u128::from(u32::MAX));
    third.is_ok_and(|bits| ISATAP.contains(&bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_29_each_range_ends_where_it_says() {
        for (address, expected) in [
            ("8.8.8.8", true),
            ("9.255.255.255", true),
            ("10.0.0.0", false),
            ("11.0.0.0", true),
            ("100.63.255.255", true),
            ("100.64.0.0", false),
            ("100.127.255.255", false),
            ("100.128.0.0", true),
            ("126.255.255.255", true),
            ("127.0.0.0", false),
            ("128.0.0.0", true),
            ("168.63.129.15", true),
            ("168.63.129.16", false),
            ("169.253.255.255", true),
            ("169.254.169.254", false),
            ("172.15.255.255", true),
            ("172.16.0.0", false),
            ("172.31.255.255", false),
            ("172.32.0.0", true),
            ("192.0.1.0", true),
            ("192.167.255.255", true),
            ("192.168.255.255", false),
            ("198.17.255.255", true),
            ("198.19.255.255", false),
            ("198.20.0.0", true),
            ("223.255.255.255", true),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("0.0.0.0", false),
            ("2606:4700::1111", true),
            ("2001:4860:4860::8888", true),
            ("2001:1ff:ffff::1", false),
            ("2001:200::1", true),
            ("2001:0:5ef5:79fd::1", false),
            ("2001:db8::1", false),
            ("2002:7f00:1::1", false),
            ("2003::1", true),
            ("3fff:fff::1", false),
            ("3fff:1000::1", true),
            ("4000::1", false),
            ("::", false),
            ("::1", false),
            ("::8.8.8.8", false),
            ("::ffff:8.8.8.8", false),
            ("64:ff9b::8.8.8.8", false),
            ("64:ff9b:1::1", false),
            ("100::1", false),
            ("5f00::1", false),
            ("fc00::1", false),
            ("fd00:ec2::254", false),
            ("fe80::1", false),
            ("fec0::1", false),
            ("ff02::1", false),
            ("2606:4700::5efe:10.0.0.1", false),
            ("2606:4700::200:5efe:10.0.0.1", false),
        ] {
            let parsed = address.parse().expect("an address");
            assert_eq!(is_outside(parsed), expected, "{address}");
        }
    }
}
