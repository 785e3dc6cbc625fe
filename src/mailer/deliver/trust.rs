use std::sync::Arc;

use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::TlsConnector;

use crate::base::tls;

/// Whose signature makes a server's certificate good.
#[derive(Debug, Clone)]
pub enum Trust {
    /// The system's certificate authorities; `SSL_CERT_FILE` and `SSL_CERT_DIR` name others.
    System,
    /// Only these, as PEM.
    Only(Vec<u8>),
}

/// Why no certificate could be checked.
#[derive(Debug, thiserror::Error)]
pub enum NoTrust {
    /// The machine has no usable certificate authorities.
    #[error("no certificate authorities found: install ca-certificates or set SSL_CERT_FILE")]
    NoAuthorities,
    /// The host's name can stand in no certificate.
    #[error("no certificate can be made out to the mail server's name")]
    ServerName,
    /// The TLS library refused its settings.
    #[error("encryption cannot be set up: {0}")]
    Setup(String),
}

/// What it takes to encrypt.
pub(in crate::mailer) struct Tls {
    pub(in crate::mailer) connector: TlsConnector,
    pub(in crate::mailer) server_name: ServerName<'static>,
}

impl Tls {
    /// Reads the certificates, once.
    pub(in crate::mailer) fn new(host: &str, trust: &Trust) -> Result<Self, NoTrust> {
        let server_name = ServerName::try_from(host.to_owned()).map_err(|_| NoTrust::ServerName)?;
        let roots = trust.roots();
        if roots.is_empty() {
            return Err(NoTrust::NoAuthorities);
        }
        let client = tls::client(roots).map_err(|error| NoTrust::Setup(error.to_string()))?;
        Ok(Self {
            connector: TlsConnector::from(Arc::new(client)),
            server_name,
        })
    }
}

impl Trust {
    fn roots(&self) -> RootCertStore {
        match self {
            Self::System => tls::system_roots(),
            Self::Only(pem) => tls::roots(CertificateDer::pem_slice_iter(pem).flatten().collect()),
        }
    }
}
