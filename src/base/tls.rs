//! Encrypting what is said to a server: whom everybody here trusts, and in which versions of TLS.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};

/// The system's certificate authorities; `SSL_CERT_FILE` and `SSL_CERT_DIR` name others. None where the
/// machine has none that are usable.
pub fn system_roots() -> RootCertStore {
    roots(rustls_native_certs::load_native_certs().certs)
}

/// These certificate authorities. One bad certificate among them does not spoil the others.
pub fn roots(certificates: Vec<CertificateDer<'static>>) -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(certificates);
    roots
}

/// How a client that trusts `roots` encrypts.
///
/// # Errors
/// Where the TLS library refuses the versions that we have compiled in.
pub fn client(roots: RootCertStore) -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth())
}
