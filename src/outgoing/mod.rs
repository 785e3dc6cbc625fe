//! Asking servers elsewhere over https, without being led inside (S-29).
//!
//! An address that somebody typed may name this machine, its neighbours or a cloud's own services, at once or
//! later: by a number in one of many spellings, by a name that leads inside, by a name that leads elsewhere the
//! first time it is asked for, or by a redirect. So an address is [read](Address) by the rules of browsers, its
//! name is resolved once, every address that it leads to is judged, and the connection is made to one of those
//! and to no other. Redirects are answers like any other. All of it takes no longer than the client's patience.
//!
//! [`Client`] is made once. Webhooks use it with [`Reach::Outside`]; what an operator names in the settings
//! may be reached anywhere.

mod address;
mod ask;
mod net;
mod outside;

pub use address::{Address, Refused};
pub use ask::{Answer, Failure, Question};
pub use net::{Internet, Net, Resolved};
pub use outside::is_outside;

use std::sync::Arc;
use std::time::Duration;

use rustls::{ClientConfig, RootCertStore};

use crate::base::tls;

/// How long one question may take, from its name's resolution to the end of its answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Which addresses may be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Those of the public Internet only: for addresses that somebody typed into a page.
    Outside,
    /// Any: for addresses that the operator of the instance stated.
    Anywhere,
}

/// Asks servers elsewhere. Clones share everything.
#[derive(Debug, Clone)]
pub struct Client {
    net: Arc<dyn Net>,
    tls: Arc<ClientConfig>,
    reach: Reach,
    patience: Duration,
}

/// Why no client can be made.
#[derive(Debug, thiserror::Error)]
pub enum CannotStart {
    /// The system's name servers are not known.
    #[error("the system's resolver cannot be read: {0}")]
    Resolver(String),
    /// The TLS library refused its settings.
    #[error("encryption cannot be set up: {0}")]
    Encryption(rustls::Error),
}

impl Client {
    /// A client that resolves names and connects by `net` and trusts `roots`, for addresses within `reach`.
    ///
    /// # Errors
    /// [`CannotStart::Encryption`].
    pub fn new(net: Arc<dyn Net>, roots: RootCertStore, reach: Reach) -> Result<Self, CannotStart> {
        let mut tls = tls::client(roots).map_err(CannotStart::Encryption)?;
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self {
            net,
            tls: Arc::new(tls),
            reach,
            patience: PATIENCE,
        })
    }

    /// A client that asks the system's name servers and trusts the system's certificate authorities.
    /// Without any of these it is made all the same: each question then fails and says so.
    ///
    /// # Errors
    /// [`CannotStart`].
    pub fn of_the_system(reach: Reach) -> Result<Self, CannotStart> {
        let net = Arc::new(Internet::of_the_system()?);
        Self::new(net, tls::system_roots(), reach)
    }

    /// The same client with another patience.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }
}
