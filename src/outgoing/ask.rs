use std::net::{IpAddr, SocketAddr};

use axum::body::Bytes;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use url::Host;

use super::{Address, Client, Reach, is_outside};

/// Octets of the longest answer that is read.
const LONGEST_ANSWER: usize = 64 * 1024;
/// Octets of the longest head of an answer.
const LONGEST_HEAD: usize = 16 * 1024;

/// What a server is asked.
#[derive(Debug, Clone)]
pub struct Question {
    /// How.
    pub method: Method,
    /// With which headers, beside those that every question has.
    pub headers: HeaderMap,
    /// With what.
    pub body: Bytes,
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its status. A redirect is one like any other, and nobody follows it.
    pub status: StatusCode,
    /// What it said; none where that was longer than 64 KB or did not come in time. A stranger's words: for
    /// programs to read, and for no page.
    pub body: Option<Bytes>,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// The address leads inside: nothing was connected to.
    Inside,
    /// Its name leads nowhere.
    Unknown,
    /// Nobody takes the connection.
    Unreachable,
    /// The server has no certificate for its name that is good.
    Certificate,
    /// It speaks something else than HTTP, or fell silent in the middle.
    Broken,
    /// It took longer than the client's patience.
    Late,
}

impl Client {
    /// Asks what `address` leads to, once.
    ///
    /// # Errors
    /// [`Failure`], where there is no status.
    pub async fn ask(&self, address: &Address, question: Question) -> Result<Answer, Failure> {
        let mut status = None;
        let asking = self.ask_patiently(address, question, &mut status);
        match timeout(self.patience, asking).await {
            Ok(answered) => answered,
            // The head said what there is to know; the rest took its time.
            Err(_) => status
                .map(|status| Answer { status, body: None })
                .ok_or(Failure::Late),
        }
    }

    async fn ask_patiently(
        &self,
        address: &Address,
        question: Question,
        status: &mut Option<StatusCode>,
    ) -> Result<Answer, Failure> {
        let stream = self.connect(address).await?;
        let stream = self.encrypt(address, stream).await?;
        let (mut sender, connection) = http1::Builder::new()
            .max_buf_size(LONGEST_HEAD)
            .handshake(TokioIo::new(stream))
            .await
            .map_err(|_| Failure::Broken)?;
        let asking = async {
            let answer = sender.send_request(request(address, question)?).await;
            let answer = answer.map_err(|_| Failure::Broken)?;
            *status = Some(answer.status());
            Ok(Answer {
                status: answer.status(),
                body: read(answer.into_body()).await,
            })
        };
        tokio::pin!(asking);
        tokio::select! {
            answered = &mut asking => answered,
            // The end of the connection may be the end of the answer.
            _ = connection => asking.await,
        }
    }

    /// Connects to one of the addresses that were judged, and to no other.
    async fn connect(&self, address: &Address) -> Result<TcpStream, Failure> {
        if self.reach == Reach::Outside && address.names_inside() {
            return Err(Failure::Inside);
        }
        let leads_to = match address.host() {
            Host::Ipv4(address) => vec![IpAddr::V4(address)],
            Host::Ipv6(address) => vec![IpAddr::V6(address)],
            Host::Domain(name) => {
                let resolved = self.net.resolve(name).await;
                resolved.map_err(|_| Failure::Unknown)?
            }
        };
        // Whoever names one address inside beside others outside tries something.
        let is_inside = |address: &IpAddr| !is_outside(*address);
        if self.reach == Reach::Outside && leads_to.iter().any(is_inside) {
            return Err(Failure::Inside);
        }
        if leads_to.is_empty() {
            return Err(Failure::Unknown);
        }
        for ip in leads_to {
            let pinned = SocketAddr::new(ip, address.port());
            if let Ok(stream) = self.net.connect(pinned).await {
                return Ok(stream);
            }
        }
        Err(Failure::Unreachable)
    }

    async fn encrypt(
        &self,
        address: &Address,
        stream: TcpStream,
    ) -> Result<TlsStream<TcpStream>, Failure> {
        let name = match address.host() {
            Host::Domain(name) => ServerName::try_from(name.to_owned()),
            Host::Ipv4(address) => Ok(ServerName::from(IpAddr::V4(address))),
            Host::Ipv6(address) => Ok(ServerName::from(IpAddr::V6(address))),
        };
        let name = name.map_err(|_| Failure::Certificate)?;
        let connector = TlsConnector::from(std::sync::Arc::clone(&self.tls));
        connector.connect(name, stream).await.map_err(|error| {
            let tls = error.get_ref().and_then(|inner| inner.downcast_ref());
            match tls {
                Some(rustls::Error::InvalidCertificate(_)) => Failure::Certificate,
                _ => Failure::Broken,
            }
        })
    }
}

fn request(address: &Address, question: Question) -> Result<Request<Full<Bytes>>, Failure> {
    let mut request = Request::builder()
        .method(question.method)
        .uri(address.target())
        .body(Full::new(question.body))
        .map_err(|_| Failure::Broken)?;
    let headers = request.headers_mut();
    *headers = question.headers;
    let host = address.authority().parse().map_err(|_| Failure::Broken)?;
    headers.insert(header::HOST, host);
    headers.insert(
        header::USER_AGENT,
        const { axum::http::HeaderValue::from_static(AGENT) },
    );
    headers.insert(
        header::CONNECTION,
        const { axum::http::HeaderValue::from_static("close") },
    );
    Ok(request)
}

/// How the server is told who asks.
const AGENT: &str = concat!("convoke/", env!("CARGO_PKG_VERSION"));

/// The whole body; none where it is too long or breaks off.
async fn read(mut body: Incoming) -> Option<Bytes> {
    let mut read = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.ok()?.into_data() else {
            continue;
        };
        if read.len() + data.len() > LONGEST_ANSWER {
            return None;
        }
        read.extend_from_slice(&data);
    }
    Some(read.into())
}
