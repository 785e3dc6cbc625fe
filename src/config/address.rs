//! Addresses in settings: what they have to be so that nothing can be read on its way.

use url::{Host, Url};

/// The address that links are built from.
pub(super) fn base_url(text: &str) -> Result<Url, String> {
    let refused = |words: &str| Err(words.to_owned());
    let Ok(url) = Url::parse(text) else {
        return refused("is not an address such as https://events.example.org");
    };
    let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    match url.scheme() {
        "https" | "http" if !is_bare || !is_anonymous => {
            refused("must be scheme, host and port only, such as https://events.example.org")
        }
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" => refused("must begin with https://, since http is for loopback only"),
        _ => refused("must begin with https://"),
    }
}

/// The host of an identity provider, if what goes there cannot be read on the way.
pub(super) fn provider(text: &str) -> Result<String, String> {
    server(text, "https://id.example.org/realms/staff")
}

/// The address of a meeting server, as it can stand in a header, if what goes there cannot be read on the way.
pub(super) fn meeting_server(text: &str) -> Result<String, String> {
    server(text, "https://meet.example.org")?;
    Ok(Url::parse(text).map_or_else(|_| text.to_owned(), String::from))
}

/// The host of a server at an address such as `example`.
fn server(text: &str, example: &str) -> Result<String, String> {
    let refused = |words: &str| Err(words.to_owned());
    let Ok(url) = Url::parse(text) else {
        return Err(format!("is not an address such as {example}"));
    };
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    let is_plain = url.query().is_none() && url.fragment().is_none() && is_anonymous;
    match (url.scheme(), url.host_str()) {
        ("https", Some(host)) if is_plain => Ok(host.to_owned()),
        ("http", Some(host)) if is_plain && is_loopback(&url) => Ok(host.to_owned()),
        ("http", _) => refused("must begin with https://, since http is for loopback only"),
        _ => Err(format!("must be an address such as {example}")),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
