use std::convert::Infallible;
use std::future::poll_fn;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::timeout;
use tokio_util::io::{InspectReader, InspectWriter};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::patience::Patience;
use crate::web::limits::Limits;

/// How long a connection beyond the limit may hold its place among those who are told so.
const TURNING_AWAY: Duration = Duration::from_secs(2);

/// How long a client that is still sending has for taking its answer.
const PARTING: Duration = Duration::from_secs(2);

/// The smallest buffer that hyper works with.
const SMALLEST_BUFFER: usize = 8192;

/// Goes with a request that came when every place was taken: its answer is 503, without any work.
#[derive(Debug, Clone, Copy)]
pub struct Overload;

/// Goes with a request that came when the server was about to stop.
#[derive(Debug, Clone, Copy)]
pub struct Leaving;

/// The address at the other end of a connection: a client's, or that of the proxy before it.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// What all connections have in common.
pub(super) struct Shared {
    pub(super) router: Router,
    pub(super) limits: Limits,
    /// Cancelled when the server is about to stop.
    pub(super) leaving: CancellationToken,
    /// Cancelled when it takes no more requests.
    pub(super) closing: CancellationToken,
}

/// A stream of octets from and to a client.
pub(super) trait Stream: AsyncRead + AsyncWrite + Send + Unpin + 'static {}

impl<S: AsyncRead + AsyncWrite + Send + Unpin + 'static> Stream for S {}

/// Answers the requests of one client, which has `place` for as long.
pub(super) async fn serve(
    shared: Arc<Shared>,
    stream: impl Stream,
    peer: Peer,
    place: OwnedSemaphorePermit,
) {
    converse(&shared, stream, Some(peer), None).await;
    drop(place);
}

/// Tells one client that there is no place.
pub(super) async fn turn_away(
    shared: Arc<Shared>,
    stream: impl Stream,
    place: OwnedSemaphorePermit,
) {
    let _ = timeout(
        TURNING_AWAY,
        converse(&shared, stream, None, Some(Overload)),
    )
    .await;
    drop(place);
}

async fn converse(
    shared: &Shared,
    stream: impl Stream,
    peer: Option<Peer>,
    overload: Option<Overload>,
) {
    let patience = Patience::new(&shared.limits);
    let service = service_fn(|request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        if let Some(peer) = peer {
            request.extensions_mut().insert(peer);
        }
        if let Some(overload) = overload {
            request.extensions_mut().insert(overload);
        }
        if shared.leaving.is_cancelled() {
            request.extensions_mut().insert(Leaving);
        }
        // Boxed, for hyper gives the stream back only if the future may move.
        Box::pin(answer(shared.router.clone(), request, patience.clone()))
    });
    let mut connection = http1::Builder::new()
        .header_read_timeout(None)
        .max_header_size(shared.limits.head_size)
        .max_buf_size(SMALLEST_BUFFER.max(2 * shared.limits.head_size))
        .keep_alive(overload.is_none())
        .serve_connection(TokioIo::new(watched(stream, &patience)), service);
    let mut stopping = false;
    loop {
        // The connection first: what happens there is what decides about patience.
        tokio::select! {
            biased;
            _ = poll_fn(|context| connection.poll_without_shutdown(context)) => break,
            () = patience.end() => return,
            () = shared.closing.cancelled(), if !stopping => {}
        }
        stopping = true;
        Pin::new(&mut connection).graceful_shutdown();
    }
    part(connection.into_parts().io.into_inner()).await;
}

async fn answer(
    router: Router,
    request: Request,
    patience: Patience,
) -> Result<Response, Infallible> {
    patience.asked();
    let answer = router.oneshot(request).await;
    patience.answered();
    answer
}

/// The same stream, whose traffic is told to `patience`.
fn watched<S: Stream>(stream: S, patience: &Patience) -> impl Stream + use<S> {
    let (receiving, sending) = (patience.clone(), patience.clone());
    let received = move |octets: &[u8]| {
        if !octets.is_empty() {
            receiving.received();
        }
    };
    let sent = move |octets: &[u8]| sending.sent(octets.len());
    InspectWriter::new(InspectReader::new(stream, received), sent)
}

/// Closes the stream so that the client gets the answer even while it is still sending, as with a
/// form that is too large: a stream closed with octets unread is reset, and the answer lost.
async fn part(mut stream: impl Stream) {
    let _ = timeout(PARTING, async {
        let mut unread = [0; 4096];
        if stream.shutdown().await.is_ok() {
            while matches!(stream.read(&mut unread).await, Ok(1..)) {}
        }
    })
    .await;
}
