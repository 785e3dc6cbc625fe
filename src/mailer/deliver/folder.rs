use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::outcome::{Failure, Outcome, one_line};
use crate::mailer::address::Envelope;

/// A folder that takes each mail as `MESSAGE-ID.eml`, where no mail server is set.
#[derive(Debug)]
pub struct Folder(PathBuf);

/// A mail that is about to become a file.
#[derive(Debug)]
pub(super) struct PendingFile {
    folder: PathBuf,
    name: String,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Self(path)
    }

    pub(super) async fn begin(&self, envelope: &Envelope) -> Result<PendingFile, Failure> {
        let folder = self.0.clone();
        off_the_runtime(move || fs::create_dir_all(folder))
            .await
            .map_err(|error| not_written(&error))?;
        Ok(PendingFile {
            folder: self.0.clone(),
            name: format!("{}.eml", envelope.message_id()),
        })
    }

    /// Removes the mails with these Message-IDs.
    pub(super) async fn forget(&self, message_ids: &[String]) -> io::Result<()> {
        let files: Vec<PathBuf> = message_ids
            .iter()
            .map(|id| self.0.join(format!("{id}.eml")))
            .collect();
        off_the_runtime(move || files.iter().try_for_each(|file| remove(file))).await
    }

    pub(super) async fn check(&self) -> Result<(), Failure> {
        let folder = self.0.clone();
        off_the_runtime(move || {
            fs::create_dir_all(&folder)?;
            tempfile::tempfile_in(&folder).map(drop)
        })
        .await
        .map_err(|error| not_written(&error))
    }
}

impl PendingFile {
    pub(super) async fn write(self, bytes: &[u8]) -> Outcome {
        let bytes = bytes.to_vec();
        let reply = one_line(&format!("written to {}", self.name));
        match off_the_runtime(move || put_whole(&self.folder, &self.name, &bytes)).await {
            Ok(()) => Outcome::Sent { reply },
            Err(error) => Outcome::Failed(not_written(&error)),
        }
    }
}

/// Nobody sees a half-written mail, and a written one survives power loss.
fn put_whole(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let unfinished = folder.join(format!(".{name}.part"));
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // Mails hold names and personal links.
        .mode(0o600)
        .open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(name))?;
    File::open(folder)?.sync_all()
}

/// A mail that somebody else has removed is gone as well.
fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(io::Error::other(error)))
}

fn not_written(error: &io::Error) -> Failure {
    Failure::temporary(&format!("the mail folder cannot be written: {error}"))
}
