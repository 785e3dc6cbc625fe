//! The accept loop. `axum::serve` would install no timer and no limits (DEC-9).

mod connection;
mod patience;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

use super::limits::Limits;
use connection::Shared;
pub use connection::{Leaving, Overload, Peer};

/// How many connections beyond the limit are told so at once; more are closed without a word.
const TOLD_AT_ONCE: usize = 64;

/// An address that is listened on and not served yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    limits: Limits,
}

impl Server {
    /// Listens on `address`; port 0 picks a free one. Clients may connect from now on.
    ///
    /// # Errors
    /// Where the address is taken, not ours or not allowed.
    pub async fn bind(address: SocketAddr, limits: Limits) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        Ok(Self {
            listener,
            address,
            limits,
        })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves `router` by HTTP/1 until `stop`, and for as long as the limits give notice of it. Requests in
    /// progress are answered first, for as long as they grant.
    pub async fn run(self, router: Router, stop: CancellationToken) {
        let places = Arc::new(Semaphore::new(self.limits.connections));
        let told = Arc::new(Semaphore::new(TOLD_AT_ONCE));
        let notice = self.limits.notice;
        let grace = self.limits.stop.saturating_sub(notice);
        let closing = CancellationToken::new();
        let shared = Arc::new(Shared {
            router,
            limits: self.limits,
            leaving: stop.clone(),
            closing: closing.clone(),
        });
        let mut end = pin!(async {
            stop.cancelled().await;
            sleep(notice).await;
        });
        let mut open = JoinSet::new();
        loop {
            let (stream, peer) = tokio::select! {
                () = &mut end => break,
                Some(_) = open.join_next() => continue,
                client = next(&self.listener) => client,
            };
            if let Ok(place) = Arc::clone(&places).try_acquire_owned() {
                open.spawn(connection::serve(Arc::clone(&shared), stream, peer, place));
            } else if let Ok(place) = Arc::clone(&told).try_acquire_owned() {
                open.spawn(connection::turn_away(Arc::clone(&shared), stream, place));
            }
        }
        drop(self.listener);
        closing.cancel();
        let finished = timeout(grace, async { while open.join_next().await.is_some() {} }).await;
        if finished.is_err() {
            tracing::warn!(connections = open.len(), "requests were cut off");
        }
    }
}

/// The next client.
async fn next(listener: &TcpListener) -> (TcpStream, Peer) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // A page goes out in few writes; waiting to fill a packet only delays it.
                let _ = stream.set_nodelay(true);
                return (stream, Peer(peer.ip()));
            }
            Err(error) if is_the_clients(&error) => {}
            Err(error) => {
                // Most likely out of file descriptors: accepting again at once would spin.
                tracing::error!(%error, "no connection can be accepted");
                sleep(Duration::from_millis(200)).await;
            }
        }
    }
}

fn is_the_clients(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}
