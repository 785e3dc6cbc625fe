//! Certificates for servers of the tests, made with openssl.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::TlsAcceptor;

/// What is wrong with a certificate, if anything is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificate {
    /// For the name `localhost`, of the authority.
    Good,
    /// For another name.
    OtherName,
    /// Its time is over.
    Expired,
    /// Of an authority that nobody knows.
    Stranger,
}

const AUTHORITY: &str = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 \
                         -subj /CN=authority -keyout authority.key -out authority.pem";
const REQUEST: &str = "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
                       -subj /CN=server -keyout server.key -out server.csr";
const SIGNATURE: &str = "x509 -req -in server.csr -CA authority.pem -CAkey authority.key \
                         -CAcreateserial -days 2 -extfile names -out server.pem";

/// Makes an authority in `folder`, `authority.pem`, and a certificate of it for the name
/// `localhost` only, `server.pem` with `server.key`.
pub fn make(folder: &Path) {
    make_with(folder, Certificate::Good);
}

/// The same, with a flaw.
pub fn make_with(folder: &Path, certificate: Certificate) {
    let name = match certificate {
        Certificate::OtherName => "mail.elsewhere.example",
        _ => "localhost",
    };
    make_for(folder, name, certificate);
}

/// The same for the host `name`.
pub fn make_for(folder: &Path, name: &str, certificate: Certificate) {
    let names = format!("subjectAltName=DNS:{name}\n");
    std::fs::write(folder.join("names"), names).expect("written");
    openssl(folder, AUTHORITY);
    openssl(folder, REQUEST);
    if certificate == Certificate::Expired {
        let mut past = Command::new("faketime");
        past.args(["-f", "-10d", "openssl"]);
        run(past, folder, SIGNATURE);
    } else {
        openssl(folder, SIGNATURE);
    }
    if certificate == Certificate::Stranger {
        openssl(folder, AUTHORITY);
    }
}

/// Encrypts with `server.pem` and `server.key` of `folder`.
pub fn acceptor(folder: &Path) -> TlsAcceptor {
    let certificate = CertificateDer::from_pem_file(folder.join("server.pem"));
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key"));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.expect("a certificate")],
            key.expect("a key"),
        )
        .expect("a pair");
    TlsAcceptor::from(Arc::new(config))
}

fn openssl(folder: &Path, arguments: &str) {
    run(Command::new("openssl"), folder, arguments);
}

fn run(mut command: Command, folder: &Path, arguments: &str) {
    let made = command
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .stderr(Stdio::null())
        .status()
        .expect("openssl and faketime are installed (Debian packages of these names)");
    assert!(made.success(), "openssl {arguments}");
}
