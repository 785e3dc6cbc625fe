//! Octets as letters and digits that people can copy: RFC 4648 section 6, in lower case, since a mail server
//! may fold the case of a local part. No bit is to spare, so that each has one spelling, but for case.

const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Octets that fill whole characters, and the characters that they fill.
const GROUP: (usize, usize) = (5, 8);

/// `octets`, of which there are a multiple of five, spelt out.
pub fn encoded(octets: &[u8]) -> String {
    octets
        .chunks_exact(GROUP.0)
        .flat_map(|five| {
            let bits = five
                .iter()
                .fold(0u64, |bits, octet| bits << 8 | u64::from(*octet));
            (0..8)
                .rev()
                .map(move |digit| char::from(DIGITS[(bits >> (digit * 5)) as usize % 32]))
        })
        .collect()
}

/// What was spelt so, in any case; `None` for anything else.
pub fn decoded(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(GROUP.1) {
        return None;
    }
    let mut octets = Vec::with_capacity(text.len() / GROUP.1 * GROUP.0);
    for eight in text.as_bytes().chunks_exact(GROUP.1) {
        let mut bits = 0u64;
        for character in eight {
            let digit = character.to_ascii_lowercase();
            bits = bits << 5 | DIGITS.iter().position(|known| *known == digit)? as u64;
        }
        octets.extend_from_slice(&bits.to_be_bytes()[3..]);
    }
    Some(octets)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn octets_are_read_as_they_were_written(groups: Vec<[u8; 5]>) {
            let octets = groups.concat();
            prop_assert_eq!(decoded(&encoded(&octets)), Some(octets.clone()));
            prop_assert_eq!(decoded(&encoded(&octets).to_uppercase()), Some(octets));
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let is_whole = text.len().is_multiple_of(8);
            prop_assert!(is_whole || decoded(&text).is_none());
        }
    }
}
