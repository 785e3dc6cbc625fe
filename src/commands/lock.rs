//! On one SQLite file there is one server half and one worker half at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};

use anyhow::{Context, bail};

use super::app::make_data_folder;
use crate::config::Settings;

/// A half of the service that only one process may be, while the database is a file.
#[derive(Debug, Clone, Copy)]
pub enum Half {
    /// Serving pages.
    Server,
    /// Sending mails.
    Worker,
}

/// Keeps others out of a half for as long as it lives; the system lets go when the process ends.
#[derive(Debug)]
pub struct Lock {
    _file: Option<File>,
}

impl Half {
    /// The file lies beside the database, whatever the data folder of who opens it.
    const fn extension(self) -> &'static str {
        match self {
            Self::Server => "server.lock",
            Self::Worker => "worker.lock",
        }
    }

    /// Takes this half, or says who has it. That comes before anything is opened: who may not run
    /// does not change the schema under who does.
    pub fn take(self, settings: &Settings) -> anyhow::Result<Lock> {
        let Some(database) = settings.database_file() else {
            return Ok(Lock { _file: None });
        };
        make_data_folder(settings)?;
        let path = database.with_added_extension(self.extension());
        let about = || path.display().to_string();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .with_context(about)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                file.read_to_string(&mut holder).with_context(about)?;
                bail!(
                    "process {} holds {}; several nodes need PostgreSQL",
                    holder.trim(),
                    path.display()
                );
            }
            Err(TryLockError::Error(error)) => return Err(error).with_context(about),
        }
        file.set_len(0).with_context(about)?;
        file.rewind().with_context(about)?;
        writeln!(file, "{}", std::process::id()).with_context(about)?;
        Ok(Lock { _file: Some(file) })
    }
}
