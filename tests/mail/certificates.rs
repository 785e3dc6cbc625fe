//! Certificates for servers of the tests.

use std::path::Path;
use std::process::{Command, Stdio};

/// Makes an authority in `folder`, `authority.pem`, and a certificate of it for the name
/// `localhost` only, `server.pem` with `server.key`.
pub fn make(folder: &Path) {
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost\n").expect("written");
    for arguments in [
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 \
         -subj /CN=authority -keyout authority.key -out authority.pem",
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
         -subj /CN=localhost -keyout server.key -out server.csr",
        "x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial \
         -days 2 -extfile names -out server.pem",
    ] {
        let made = Command::new("openssl")
            .args(arguments.split_whitespace())
            .current_dir(folder)
            .stderr(Stdio::null())
            .status()
            .expect("openssl is installed (Debian package openssl)");
        assert!(made.success(), "openssl {arguments}");
    }
}
