use std::fmt;
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use url::Url;

/// A mail server as the settings name it: `smtp://user:password@host:port/hello?tls=required`,
/// `smtps://…`. Ports are 25, 587 with `tls`, and 465 for `smtps`, where none is given; user and
/// password may be percent-encoded; the path is the name to say in EHLO.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpServer {
    /// Name or address, an IPv6 address without brackets.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// When the connection becomes encrypted.
    pub encryption: Encryption,
    /// What to sign in with.
    pub login: Option<Login>,
    /// What to call ourselves in EHLO; the connection's own address where absent.
    pub hello: Option<String>,
}

/// When a connection becomes encrypted. A certificate is checked in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Never: for a relay on the same machine or in the same closed network.
    None,
    /// By STARTTLS where the server offers it; who can change the offer can read along.
    Opportunistic,
    /// By STARTTLS (RFC 3207), else nothing is sent.
    Required,
    /// From the first octet (RFC 8314 section 3.3).
    Implicit,
}

/// User and password; the password does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

/// Why an address of a mail server was refused. Its text repeats nothing of the address, which may
/// hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadServer {
    /// No address of the known form.
    #[error("is not of the form smtp://user:password@host:port?tls=required or smtps://…")]
    Malformed,
    /// A scheme other than `smtp` and `smtps`.
    #[error("must begin with smtp:// or smtps://")]
    Scheme,
    /// No host.
    #[error("names no host")]
    NoHost,
    /// An unknown parameter, or a value of `tls` that is not known there.
    #[error("has a parameter other than tls=required, tls=opportunistic or tls=none")]
    Parameter,
    /// Only one of user and password.
    #[error("needs both a user and a password, or neither")]
    HalfALogin,
}

impl FromStr for SmtpServer {
    type Err = BadServer;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text.trim()).map_err(|_| BadServer::Malformed)?;
        let encryption = encryption(&url)?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or(BadServer::NoHost)?;
        if url.fragment().is_some() {
            return Err(BadServer::Malformed);
        }
        Ok(Self {
            host: decoded(host.trim_start_matches('[').trim_end_matches(']'))?,
            port: url.port().unwrap_or(match encryption {
                Encryption::None => 25,
                Encryption::Opportunistic | Encryption::Required => 587,
                Encryption::Implicit => 465,
            }),
            encryption,
            login: login(&url)?,
            hello: hello(&url)?,
        })
    }
}

fn encryption(url: &Url) -> Result<Encryption, BadServer> {
    let mut tls = None;
    for (key, value) in url.query_pairs() {
        if key != "tls" || tls.replace(value).is_some() {
            return Err(BadServer::Parameter);
        }
    }
    match (url.scheme(), tls.as_deref()) {
        ("smtp", None | Some("none")) => Ok(Encryption::None),
        ("smtp", Some("opportunistic")) => Ok(Encryption::Opportunistic),
        ("smtp", Some("required")) => Ok(Encryption::Required),
        ("smtps", None | Some("required" | "wrapper")) => Ok(Encryption::Implicit),
        ("smtp" | "smtps", _) => Err(BadServer::Parameter),
        _ => Err(BadServer::Scheme),
    }
}

fn login(url: &Url) -> Result<Option<Login>, BadServer> {
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        ("", Some(_)) | (_, None) => Err(BadServer::HalfALogin),
        (user, Some(password)) => Ok(Some(Login {
            user: decoded(user)?,
            password: decoded(password)?,
        })),
    }
}

/// The name goes into a command as it is, so it must be nothing but a name.
fn hello(url: &Url) -> Result<Option<String>, BadServer> {
    let name = decoded(url.path().trim_matches('/'))?;
    let harmless = |b: u8| b.is_ascii_alphanumeric() || b"-._[]:".contains(&b);
    if !name.bytes().all(harmless) {
        return Err(BadServer::Malformed);
    }
    Ok((!name.is_empty()).then_some(name))
}

fn decoded(text: &str) -> Result<String, BadServer> {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map(Into::into).map_err(|_| BadServer::Malformed)
}

/// Host and port: fit for logs and for the operator's eyes.
impl fmt::Display for SmtpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.host.contains(':') {
            write!(f, "[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{}:{}", self.host, self.port)
        }
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(text: &str) -> SmtpServer {
        text.parse()
            .unwrap_or_else(|error| panic!("{text} {error}"))
    }

    #[test]
    fn dec_5_the_form_that_lettre_documents_is_understood() {
        for (text, host, port, encryption) in [
            ("smtp://mail.example", "mail.example", 25, Encryption::None),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Encryption::None),
            ("smtp://[::1]:2525?tls=none", "::1", 2525, Encryption::None),
            (
                "smtp://mail.example?tls=required",
                "mail.example",
                587,
                Encryption::Required,
            ),
            (
                "smtp://mail.example?tls=opportunistic",
                "mail.example",
                587,
                Encryption::Opportunistic,
            ),
            (
                "smtp://mail.example:25/?tls=required",
                "mail.example",
                25,
                Encryption::Required,
            ),
            (
                "smtps://mail.example",
                "mail.example",
                465,
                Encryption::Implicit,
            ),
            (
                "smtps://mail.example:1465",
                "mail.example",
                1465,
                Encryption::Implicit,
            ),
        ] {
            let parsed = server(text);
            assert_eq!((parsed.host.as_str(), parsed.port), (host, port), "{text}");
            assert_eq!(parsed.encryption, encryption, "{text}");
            assert_eq!((parsed.login, parsed.hello), (None, None), "{text}");
        }
    }

    #[test]
    fn dec_5_login_and_name_are_read_from_their_places() {
        let parsed = server("smtps://a%40x.example:p%2F%3A%25%20w@mail.example/www.x.example");
        let login = parsed.login.clone().expect("a login");
        assert_eq!(
            (login.user.as_str(), login.password.as_str()),
            ("a@x.example", "p/:% w")
        );
        assert_eq!(parsed.hello.as_deref(), Some("www.x.example"));
    }

    #[test]
    fn s_30_the_password_neither_prints_nor_stands_in_an_error() {
        let parsed = server("smtp://user:canary@mail.example");
        assert_eq!(parsed.to_string(), "mail.example:25");
        assert!(!format!("{parsed:?}").contains("canary"));
        let refused = "smtp://user:canary@mail.example:port".parse::<SmtpServer>();
        assert_eq!(refused, Err(BadServer::Malformed));
    }

    #[test]
    fn dec_5_what_is_half_said_is_refused() {
        for (text, expected) in [
            ("", BadServer::Malformed),
            ("mail.example:25", BadServer::Scheme),
            ("http://mail.example", BadServer::Scheme),
            ("smtp://", BadServer::NoHost),
            ("smtp:mail.example", BadServer::NoHost),
            ("smtp://user@mail.example", BadServer::HalfALogin),
            ("smtp://:password@mail.example", BadServer::HalfALogin),
            ("smtp://mail.example?tls=yes", BadServer::Parameter),
            (
                "smtp://mail.example?tls=required&tls=none",
                BadServer::Parameter,
            ),
            ("smtp://mail.example?ssl=1", BadServer::Parameter),
            ("smtps://mail.example?tls=none", BadServer::Parameter),
            ("smtp://mail.example/a%0D%0AMAIL", BadServer::Malformed),
            ("smtp://mail.example#x", BadServer::Malformed),
            ("smtp://%ff:x@mail.example", BadServer::Malformed),
        ] {
            assert_eq!(text.parse::<SmtpServer>(), Err(expected), "{text}");
        }
    }
}
