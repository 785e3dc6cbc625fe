//! The wire between a node and its database, which can be cut.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

/// What becomes of what is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weather {
    /// It arrives.
    Clear,
    /// It stays under way, and nobody is told.
    Still,
    /// Connections end and none is made.
    Cut,
}

pub struct Wire {
    /// The database as it is reached by this wire.
    pub database: String,
    weather: watch::Sender<Weather>,
    accepting: JoinHandle<()>,
}

impl Wire {
    /// A wire to the server of this database.
    pub async fn to(database: &str) -> Self {
        let mut url: Url = database.parse().unwrap();
        let server = (url.host_str().unwrap().to_owned(), url.port().unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let end = listener.local_addr().unwrap();
        url.set_port(Some(end.port())).unwrap();
        let weather = watch::Sender::new(Weather::Clear);
        let forecast = weather.subscribe();
        let accepting = tokio::spawn(async move {
            let server: SocketAddr = format!("{}:{}", server.0, server.1).parse().unwrap();
            loop {
                let (node, _) = listener.accept().await.unwrap();
                tokio::spawn(connect(node, server, forecast.clone()));
            }
        });
        Self {
            database: url.into(),
            weather,
            accepting,
        }
    }

    pub fn turn(&self, weather: Weather) {
        self.weather.send_replace(weather);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// Carries what both say, until one ends or the wire is cut.
async fn connect(node: TcpStream, server: SocketAddr, weather: watch::Receiver<Weather>) {
    let mut storm = weather.clone();
    let conversation = async {
        let server = TcpStream::connect(server).await?;
        if server.local_addr()? == server.peer_addr()? {
            // Where nobody listens one may reach oneself, from the port that was meant.
            return Ok(());
        }
        node.set_nodelay(true)?;
        server.set_nodelay(true)?;
        let (node, server) = (node.into_split(), server.into_split());
        tokio::select! {
            ended = carry(node.0, server.1, weather.clone()) => ended,
            ended = carry(server.0, node.1, weather) => ended,
        }
    };
    tokio::select! {
        biased;
        _ = storm.wait_for(|weather| *weather == Weather::Cut) => {}
        // Whoever is still there notices.
        _ = conversation => {}
    }
}

async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut weather: watch::Receiver<Weather>,
) -> io::Result<()> {
    let mut octets = vec![0; 16 * 1024];
    loop {
        let read = from.read(&mut octets).await?;
        // Under way they are kept where it is still.
        let _ = weather.wait_for(|weather| *weather != Weather::Still).await;
        if read == 0 {
            return Ok(());
        }
        to.write_all(&octets[..read]).await?;
    }
}
