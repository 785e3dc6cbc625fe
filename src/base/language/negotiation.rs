use super::Language;

/// The one of `offered` that suits an `Accept-Language` header best (RFC 9110 section 12.5.4), or
/// the first of `offered` where none does. `offered` must not be empty.
pub fn negotiate<'a>(accept_language: Option<&str>, offered: &'a [Language]) -> &'a Language {
    let mut wanted: Vec<(f32, Language)> = accept_language
        .unwrap_or_default()
        .split(',')
        .take(30)
        .filter_map(weighed)
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    wanted.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    wanted
        .iter()
        .find_map(|(_, language)| {
            offered
                .iter()
                .find(|offer| *offer == language)
                .or_else(|| offered.iter().find(|offer| offer.is_same_tongue(language)))
        })
        .unwrap_or(&offered[0])
}

fn weighed(range: &str) -> Option<(f32, Language)> {
    let mut parts = range.split(';');
    let language = parts.next()?.trim().parse().ok()?;
    let weight = parts
        .find_map(|parameter| parameter.trim().strip_prefix("q="))
        .map_or(Some(1.0), |q| q.trim().parse().ok())?;
    Some((weight, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_on_offer_wins() {
        let offered: Vec<Language> = ["en", "ar"].map(|tag| tag.parse().expect("a tag")).into();
        let choose = |header| negotiate(header, &offered).to_string();
        assert_eq!(choose(None), "en");
        assert_eq!(choose(Some("ar-LB,ar;q=0.9,en;q=0.5")), "ar");
        assert_eq!(choose(Some("en;q=0.3, ar;q=0.7")), "ar");
        assert_eq!(choose(Some("ka, ar;q=0")), "en");
        assert_eq!(choose(Some(";;;,\u{0},q=,*")), "en");
    }
}
