/// The first page of the workspace.
pub(in crate::web::organiser) const FIRST: &str = "/organise";

/// `path`, if it is one of the workspace's own; its first page otherwise. Nothing but letters,
/// digits, `-`, `_` and single slashes is let through, so that no browser can read another host into
/// it (S-11).
pub(in crate::web::organiser) fn own_path(path: &str) -> &str {
    let below = path.strip_prefix(FIRST);
    let is_own = below.is_some_and(|below| {
        let plain = |octet: u8| octet.is_ascii_alphanumeric() || b"-_/".contains(&octet);
        below.bytes().all(plain)
            && (below.is_empty() || below.starts_with('/'))
            && !below.contains("//")
    });
    if is_own { path } else { FIRST }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_11_own_paths_are_kept() {
        for path in [
            "/organise",
            "/organise/",
            "/organise/team",
            "/organise/events/anti-corruption-in-practice/check-in",
            "/organise/check-in/AbC_-9",
        ] {
            assert_eq!(own_path(path), path);
        }
    }

    #[test]
    fn s_11_whatever_could_lead_elsewhere_leads_home() {
        for path in [
            "",
            "/",
            "//",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/%2fevil.example",
            "/%5cevil.example",
            "https://evil.example",
            "http:evil.example",
            "https:/evil.example",
            "HTTPS://evil.example",
            "//evil.example/%2e%2e",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example#",
            "/;@evil.example",
            "/organise@evil.example",
            "/organise.evil.example",
            "/organise:80@evil.example",
            "/organiser",
            "/organise//evil.example",
            "/organise/\\evil.example",
            "/organise/..//evil.example",
            "/organise/%2f%2fevil.example",
            "/organise?next=//evil.example",
            "/organise#//evil.example",
            "/organise/\u{2028}x",
            "/organise/\r\nLocation: https://evil.example",
            "/organise/\0",
            " /organise",
            "/organise ",
            "\t//evil.example",
            "/.evil.example",
            "/..//evil.example",
            "/organise/../../evil.example",
            "/organise/./x",
            "////evil.example/organise",
            "https://evil.example/organise",
            "//evil.example/organise",
            "@evil.example",
            "evil.example",
            "evil.example/organise",
            "https:evil.example/organise",
            "/\u{ff0f}evil.example",
            "\u{3000}//evil.example",
            "//[::1]/",
            "//127.0.0.1",
            "//2130706433",
            "/organise/é",
            "/organise/%E9",
            "/organise/a+b",
            "/organise/;jsessionid=1",
            "/organise/*",
            "/organise/~x",
            "/organise/a=b",
            "/organise/a&b",
        ] {
            assert_eq!(own_path(path), FIRST, "{path:?}");
        }
    }
}
