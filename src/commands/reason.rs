//! The reason that an organiser gives, as it stands on the command line.

use std::collections::BTreeMap;

use anyhow::bail;

use crate::base::language::{Language, Localised};
use crate::base::text::SingleLine;

/// How many characters a reason may have.
const LONGEST_REASON: usize = 2_000;

/// One text, or each is `LANGUAGE=TEXT`; `None` where none is given.
pub fn given(given: &[String]) -> anyhow::Result<Option<Localised>> {
    let clean = |text: &str| -> anyhow::Result<String> {
        let text = SingleLine::clean(text).to_string();
        if text.is_empty() || text.chars().count() > LONGEST_REASON {
            bail!("a reason has 1 to {LONGEST_REASON} characters");
        }
        Ok(text)
    };
    let in_language = |text: &str| -> Option<(Language, String)> {
        let (tag, text) = text.split_once('=')?;
        Some((tag.parse().ok()?, text.to_owned()))
    };
    match given {
        [] => Ok(None),
        [text] if in_language(text).is_none() => Ok(Some(Localised::One(clean(text)?))),
        texts => {
            let mut each = BTreeMap::new();
            for text in texts {
                let Some((language, text)) = in_language(text) else {
                    bail!("of several reasons each is LANGUAGE=TEXT");
                };
                let tag = language.to_string();
                if each.insert(language, clean(&text)?).is_some() {
                    bail!("there are two reasons in “{tag}”");
                }
            }
            Ok(Some(Localised::Each(each)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_text_or_one_in_each_language() {
        let reason = |given: &[&str]| {
            let given: Vec<String> = given.iter().map(|text| (*text).to_owned()).collect();
            super::given(&given)
        };
        assert_eq!(reason(&[]).expect("none is fine"), None);
        assert_eq!(
            reason(&["We are\nfull"]).expect("a text"),
            Some(Localised::One("We are full".to_owned()))
        );
        for bad in [&["one", "two"][..], &["en=one", "two"], &["  "], &["en="]] {
            assert!(reason(bad).is_err(), "{bad:?}");
        }
    }
}
