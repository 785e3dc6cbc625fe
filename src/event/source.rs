use std::fmt;
use std::str::FromStr;

/// Which link somebody followed who registered: a short word that an organiser put into its address,
/// to learn what brought people. It tells nothing of the person. `[a-z0-9-]{1,40}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source(String);

/// Not such a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be 1 to 40 of the characters a–z, 0–9 and -")]
pub struct BadSource;

impl FromStr for Source {
    type Err = BadSource;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if (1..=40).contains(&text.len()) && text.bytes().all(allowed) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadSource)
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

crate::text_column!(Source);
crate::text_serde!(Source);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn u_15_a_source_is_a_short_word() {
        for good in ["lcps", "partner-2", &"x".repeat(40)] {
            assert_eq!(
                good.parse::<Source>().map(|source| source.to_string()),
                Ok(good.to_owned())
            );
        }
        for bad in ["", "LCPS", "a b", "<b>", "نشرة", &"x".repeat(41)] {
            assert_eq!(bad.parse::<Source>(), Err(BadSource), "{bad}");
        }
    }
}
