use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use tempfile::TempDir;

use super::TestDb;
use super::cluster::{Cluster, Folder, Server};

/// A PostgreSQL server of one test's own with one migrated database, to be stopped and started as the
/// test likes; it is removed with this.
pub struct OwnServer {
    /// The address of the database.
    pub url: String,
    data: PathBuf,
    server: Server,
    _cluster: Cluster,
    _folder: TempDir,
}

impl OwnServer {
    /// Starts one.
    ///
    /// # Panics
    /// Where PostgreSQL is not installed.
    pub async fn start() -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        // The server may run as somebody else, who has to get through.
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755))
            .expect("its owner may open it");
        let place = Folder(folder.path().to_owned());
        let data = place.data();
        // What is written for minutes is tidied up as it is in earnest.
        let cluster = Cluster::join(place, &["autovacuum=on"]).await;
        let database = cluster.create_database().await;
        Self {
            url: cluster.url(&database),
            data,
            server: Server::find(),
            _cluster: cluster,
            _folder: folder,
        }
    }

    /// Opens the database anew.
    pub async fn open(&self) -> TestDb {
        TestDb::open(self.url.clone()).await
    }

    /// Stops it in the middle of everything: `pg_ctl stop -m immediate`.
    ///
    /// # Panics
    /// Where it was not running.
    pub fn stop_at_once(&self) {
        assert!(self.server.stop_at_once(&self.data), "it was running");
    }

    /// Starts it after that, at the same address.
    ///
    /// # Panics
    /// Where it does not start.
    pub fn start_again(&self) {
        self.server.start_again(&self.data);
    }
}

impl Drop for OwnServer {
    fn drop(&mut self) {
        // A test that failed may have stopped it already.
        self.server.stop_at_once(&self.data);
    }
}
