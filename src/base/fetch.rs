//! Asks another server that the operator has named, which may stand inside: one request, one answer, no
//! redirect followed, within a time and a size. Who lets others name servers has to guard what this does not.

use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{CONNECTION, HOST, HeaderValue, USER_AGENT};
use hyper::http::uri::Scheme;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::tls;

/// How long an answer may take in all.
const PATIENCE: Duration = Duration::from_secs(10);
/// Octets of the largest answer.
const LARGEST: usize = 256 * 1024;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoAnswer {
    /// What was to be asked is no address of a server. It is told by the host alone: what else stands in an
    /// address may be a secret.
    #[error("“{0}” is no name of a server")]
    Address(String),
    /// What goes there, and comes back, could be read on the way.
    #[error("it speaks http and is not on this machine")]
    Unencrypted,
    /// Nobody answers there.
    #[error("there is no connection: {0}")]
    Connection(#[from] io::Error),
    /// The machine has no usable certificate authorities.
    #[error("no certificate authorities found: install ca-certificates or set SSL_CERT_FILE")]
    NoAuthorities,
    /// What answers does not speak HTTP.
    #[error("it does not speak HTTP: {0}")]
    Protocol(#[from] hyper::Error),
    /// The answer is larger than any that is waited for.
    #[error("its answer is larger than {LARGEST} octets")]
    TooLarge,
    /// The answer took too long.
    #[error("it did not answer within {} seconds", PATIENCE.as_secs())]
    TooLate,
}

/// The answer to `request`, whose address is a whole one.
///
/// # Errors
/// [`NoAnswer`].
pub async fn fetch(request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, NoAnswer> {
    timeout(PATIENCE, answer(request))
        .await
        .unwrap_or(Err(NoAnswer::TooLate))
}

async fn answer(mut request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, NoAnswer> {
    let whole = request.uri().clone();
    let nameless = || NoAnswer::Address(whole.host().unwrap_or_default().to_owned());
    let (Some(authority), Some(scheme)) = (whole.authority(), whole.scheme()) else {
        return Err(nameless());
    };
    let is_encrypted = *scheme == Scheme::HTTPS;
    let host = authority.host().trim_matches(['[', ']']);
    let port = authority
        .port_u16()
        .unwrap_or(if is_encrypted { 443 } else { 80 });
    let path = whole.path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = path.parse().map_err(|_| nameless())?;
    let named = HeaderValue::from_str(&named(authority.host(), authority.port_u16()))
        .map_err(|_| nameless())?;
    let certified = is_encrypted.then(|| ServerName::try_from(host.to_owned()));
    let certified = certified.transpose().map_err(|_| nameless())?;
    let headers = request.headers_mut();
    headers.insert(HOST, named);
    headers.insert(USER_AGENT, HeaderValue::from_static("convoke"));
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    let stream = TcpStream::connect((host, port)).await?;
    if let Some(name) = certified {
        return exchange(connector()?.connect(name, stream).await?, request).await;
    }
    if !stream.peer_addr()?.ip().to_canonical().is_loopback() {
        return Err(NoAnswer::Unencrypted);
    }
    exchange(stream, request).await
}

/// As the server is called in the address; a name and password that may stand there are nobody's business.
fn named(host: &str, port: Option<u16>) -> String {
    port.map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

async fn exchange<S>(stream: S, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, NoAnswer>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    // Over when the answer is there, or nobody waits for it any more.
    tokio::spawn(connection);
    let request = request.map(|body| Full::new(Bytes::from(body)));
    let (parts, body) = sender.send_request(request).await?.into_parts();
    let body = Limited::new(body, LARGEST).collect().await;
    let body = body.map_err(|error| match error.downcast::<hyper::Error>() {
        Ok(error) => NoAnswer::Protocol(*error),
        Err(error) => {
            debug_assert!(error.is::<LengthLimitError>(), "{error}");
            NoAnswer::TooLarge
        }
    })?;
    Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
}

/// The system's certificates are read once.
fn connector() -> Result<TlsConnector, NoAnswer> {
    static CONFIG: OnceLock<Arc<ClientConfig>> = OnceLock::new();
    if let Some(config) = CONFIG.get() {
        return Ok(TlsConnector::from(Arc::clone(config)));
    }
    let roots = tls::system_roots();
    if roots.is_empty() {
        return Err(NoAnswer::NoAuthorities);
    }
    let config =
        tls::client(roots).expect("ring speaks the versions of TLS that we have compiled in");
    let config = CONFIG.get_or_init(|| Arc::new(config));
    Ok(TlsConnector::from(Arc::clone(config)))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpListener;

    use super::*;

    /// The address of a server that says this to whoever asks, once.
    async fn server(says: Vec<u8>) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        tokio::spawn(async move {
            let (mut stream, _) = listener.accept().await.expect("somebody");
            let mut asked = [0; 1024];
            let _ = stream.read(&mut asked).await;
            let _ = stream.write_all(&says).await;
            if says.is_empty() {
                std::future::pending::<()>().await;
            }
        });
        format!("http://localhost:{port}/path?query")
    }

    async fn asked(address: &str) -> Result<Response<Vec<u8>>, NoAnswer> {
        let request = Request::get(address).body(Vec::new());
        fetch(request.expect("a request")).await
    }

    #[tokio::test]
    async fn a_redirect_is_an_answer_like_any_other() {
        let says = b"HTTP/1.1 302 Found\r\nlocation: /elsewhere\r\ncontent-length: 2\r\n\r\nhi";
        let answer = asked(&server(says.to_vec()).await)
            .await
            .expect("an answer");
        assert_eq!(
            (answer.status().as_u16(), answer.body().as_slice()),
            (302, &b"hi"[..])
        );
    }

    #[tokio::test]
    async fn what_is_too_large_or_no_answer_is_none() {
        let mut says = b"HTTP/1.1 200 OK\r\n\r\n".to_vec();
        says.resize(LARGEST + 100, b'x');
        let answer = asked(&server(says).await).await;
        assert!(matches!(answer, Err(NoAnswer::TooLarge)), "{answer:?}");
        let answer = asked(&server(b"SSH-2.0\r\n".to_vec()).await).await;
        assert!(matches!(answer, Err(NoAnswer::Protocol(_))), "{answer:?}");
        let answer = asked("http://127.0.0.1:1/").await;
        assert!(matches!(answer, Err(NoAnswer::Connection(_))), "{answer:?}");
        let answer = asked("/path").await;
        assert!(matches!(answer, Err(NoAnswer::Address(_))), "{answer:?}");
    }

    #[tokio::test]
    async fn s_30_an_address_that_is_none_is_told_by_its_host_alone() {
        let none = asked("https://meet-.example/api?name=canary&checksum=canary").await;
        let none = none.expect_err("no name of a server");
        assert!(matches!(none, NoAnswer::Address(_)), "{none:?}");
        assert_eq!(none.to_string(), "“meet-.example” is no name of a server");
        assert!(!format!("{none:?}").contains("canary"));
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_ever() {
        let answer = asked(&server(Vec::new()).await).await;
        assert!(matches!(answer, Err(NoAnswer::TooLate)), "{answer:?}");
    }
}
