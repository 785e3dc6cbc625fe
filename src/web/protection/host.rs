use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::http::uri;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use url::Url;

/// Asked by whoever watches over the process, by the address it has there.
const ANY_HOST: [&str; 2] = ["/healthz", "/readyz"];

/// The host and port of the base address.
#[derive(Debug, Clone)]
pub(super) struct Authority {
    host: Arc<str>,
    port: u16,
    default_port: u16,
}

impl Authority {
    pub(super) fn of(base_url: &Url) -> Self {
        let default_port = if base_url.scheme() == "https" {
            443
        } else {
            80
        };
        Self {
            host: base_url.host_str().unwrap_or_default().into(),
            port: base_url.port().unwrap_or(default_port),
            default_port,
        }
    }

    fn is(&self, given: &uri::Authority) -> bool {
        let port = given.port_u16().unwrap_or(self.default_port);
        !given.as_str().contains('@')
            && given.host().eq_ignore_ascii_case(&self.host)
            && port == self.port
    }
}

/// Refuses what was sent to another name than ours, such as one that somebody else pointed at this
/// machine (S-10).
pub(super) async fn check(State(ours): State<Authority>, request: Request, next: Next) -> Response {
    let is_meant =
        ANY_HOST.contains(&request.uri().path()) || called(&request).is_some_and(|it| ours.is(&it));
    if is_meant {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    }
}

/// Whom the client called: the authority of its target, else its one Host (RFC 9112 section 3.2).
fn called(request: &Request) -> Option<uri::Authority> {
    if let Some(authority) = request.uri().authority() {
        return Some(authority.clone());
    }
    let mut hosts = request.headers().get_all(HOST).into_iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().ok()?.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(base_url: &str, given: &str) -> bool {
        let base_url = base_url.parse().expect("an address");
        let given = given.parse::<uri::Authority>();
        given.is_ok_and(|given| Authority::of(&base_url).is(&given))
    }

    #[test]
    fn s_10_only_the_base_address_is_ours() {
        for (base_url, given) in [
            ("https://events.example", "events.example"),
            ("https://events.example", "EVENTS.example:443"),
            ("https://events.example:8443", "events.example:8443"),
            ("http://127.0.0.1:8080", "127.0.0.1:8080"),
            ("http://localhost", "localhost:80"),
            ("http://[::1]:8080", "[::1]:8080"),
            ("https://مثال.example", "xn--mgbh0fb.example"),
        ] {
            assert!(is(base_url, given), "{base_url} is {given}");
        }
        for (base_url, given) in [
            ("https://events.example", "evil.example"),
            ("https://events.example", "events.example:80"),
            ("https://events.example", "events.example:8443"),
            ("https://events.example", "events.example.evil.example"),
            ("https://events.example", "user@events.example"),
            ("https://events.example:8443", "events.example"),
            ("http://127.0.0.1:8080", "localhost:8080"),
            ("http://127.0.0.1:8080", "127.0.0.1"),
            ("http://127.0.0.1:8080", ""),
        ] {
            assert!(!is(base_url, given), "{base_url} is not {given}");
        }
    }
}
