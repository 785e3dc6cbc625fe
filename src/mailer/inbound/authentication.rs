//! What our own mail server found out about who sent a mail (RFC 8601).

/// The results of one method.
#[derive(Debug, PartialEq, Eq)]
struct Finding<'a> {
    method: &'a str,
    result: &'a str,
    /// Such as `header.d` and `example.org`.
    properties: Vec<(&'a str, &'a str)>,
}

/// Whether `header`, the topmost Authentication-Results of a mail, was written by the server
/// `authserv_id` and vouches for the domain of `from`.
///
/// The topmost is our server's own: it stands above all that came with the mail. Servers that write
/// none, and take none away either (RFC 8601 section 5), must not be named in the settings.
pub(super) fn vouches(header: &str, authserv_id: &str, from: &str) -> bool {
    let Some((_, domain)) = from.rsplit_once('@') else {
        return false;
    };
    let text = without_comments(header);
    let mut clauses = text.split(';');
    // A version may follow the name.
    let writer = clauses
        .next()
        .and_then(|clause| clause.split_whitespace().next());
    let is_ours = writer.is_some_and(|writer| writer.eq_ignore_ascii_case(authserv_id));
    is_ours
        && clauses
            .filter_map(Finding::of)
            .any(|finding| finding.vouches_for(domain))
}

impl<'a> Finding<'a> {
    /// `dkim=pass header.d=example.org` (RFC 8601 section 2.2).
    fn of(clause: &'a str) -> Option<Self> {
        let mut pairs = clause
            .split_whitespace()
            .filter_map(|pair| pair.split_once('='));
        let (method, result) = pairs.next()?;
        Some(Self {
            method,
            result,
            properties: pairs.collect(),
        })
    }

    /// Whether it says that the mail comes from `domain`. Strictly aligned, or by the owner of a
    /// domain above: the list that tells owners apart (RFC 7489 section 3.2) is not at hand, so that
    /// a domain below, which may be somebody else's, vouches for none above.
    fn vouches_for(&self, domain: &str) -> bool {
        let witnesses: &[&str] = match self.method.to_ascii_lowercase().as_str() {
            "dkim" => &["header.d", "header.i"],
            "spf" => &["smtp.mailfrom"],
            "dmarc" => &["header.from"],
            _ => &[],
        };
        let is_named = |(name, value): &(&str, &str)| {
            let vouching = value.trim_matches('"').rsplit('@').next().unwrap_or(value);
            witnesses.contains(&name.to_ascii_lowercase().as_str()) && is_within(domain, vouching)
        };
        self.result.eq_ignore_ascii_case("pass") && self.properties.iter().any(is_named)
    }
}

/// Whether `domain` is `above`, or lies below it; a name without a dot owns nothing.
fn is_within(domain: &str, above: &str) -> bool {
    let (domain, above) = (domain.to_ascii_lowercase(), above.to_ascii_lowercase());
    let below = domain
        .strip_suffix(&above)
        .is_some_and(|below| below.is_empty() || below.ends_with('.'));
    below && above.contains('.')
}

/// Comments in brackets (RFC 5322 section 3.2.2) hold words that somebody else may have chosen.
fn without_comments(text: &str) -> String {
    let (mut depth, mut is_quoted, mut is_escaped) = (0usize, false, false);
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        let was_escaped = std::mem::take(&mut is_escaped);
        match character {
            '\\' if !was_escaped => is_escaped = true,
            '"' if !was_escaped && depth == 0 => is_quoted = !is_quoted,
            '(' if !was_escaped && !is_quoted => depth += 1,
            ')' if !was_escaped && !is_quoted => {
                depth = depth.saturating_sub(1);
                plain.push(' ');
                continue;
            }
            _ => {}
        }
        // In quotes, blanks and semicolons part nothing.
        let parts = is_quoted && (character == ';' || character.is_whitespace());
        if depth == 0 {
            plain.push(if parts { '_' } else { character });
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rep_3_our_own_server_vouches_for_aligned_domains_only() {
        for (header, expected) in [
            ("mx.example.org; dkim=pass header.d=example.net", true),
            (
                "MX.example.org 1;\r\n\tspf=fail smtp.mailfrom=x.example;\r\n\tdkim=PASS (2048-bit key)\r\n\theader.i=@Example.Net header.s=s1",
                true,
            ),
            (
                "mx.example.org; spf=pass smtp.mailfrom=rana@example.net",
                true,
            ),
            (
                "mx.example.org; dmarc=pass (p=reject) header.from=example.net",
                true,
            ),
            ("mx.example.org; dkim=pass header.d=mail.example.net", false),
            ("mx.example.org; dkim=pass header.d=net", false),
            ("mx.example.org; dkim=pass header.d=ample.net", false),
            ("mx.example.org; dkim=fail header.d=example.net", false),
            (
                "mx.example.org; dkim=pass header.d=evil.example; spf=none smtp.mailfrom=example.net",
                false,
            ),
            (
                "mx.example.org; dkim=none (dkim=pass header.d=example.net)",
                false,
            ),
            (
                "mx.example.org; x=\"a; dkim=pass header.d=example.net\"",
                false,
            ),
            ("mx.example.org; x=(; dkim=pass header.d=example.net", false),
            ("mx.example.org; spf=pass smtp.helo=example.net", false),
            ("mx.evil.example; dkim=pass header.d=example.net", false),
            ("mx.example.org; none", false),
            ("mx.example.org", false),
            ("", false),
        ] {
            let vouched = vouches(header, "mx.example.org", "rana@example.net");
            assert_eq!(vouched, expected, "{header}");
        }
        let header = "mx.example.org; dkim=pass header.d=example.net";
        assert!(vouches(header, "mx.example.org", "rana@staff.example.net"));
        assert!(!vouches(header, "mx.example.org", "example.net"));
    }
}
