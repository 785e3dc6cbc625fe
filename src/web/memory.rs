//! Pages that are the same for everybody, kept as they were written last.
//!
//! A page is answered from memory for a moment, as long as nothing was committed here. After that the
//! database is asked again: where what the page tells is as it was, the page is too; otherwise it is written
//! anew. So what other processes and nodes write shows within [`HOLDS`], and what this one writes at once.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use chrono::TimeDelta;

use super::page::Page;
use crate::base::clock::Instant;
use crate::base::db::Db;

/// For how long the database is not asked whether what it said still holds.
pub const HOLDS: TimeDelta = TimeDelta::milliseconds(100);

/// How many pages are kept at most: some ten megabytes.
const MOST: usize = 256;

/// The pages of one process. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<RwLock<HashMap<Box<str>, Kept>>>);

#[derive(Debug)]
struct Kept {
    page: Arc<Page>,
    told: Box<dyn Any + Send + Sync>,
    as_of: Moment,
}

/// When the database was asked, before its answer.
#[derive(Debug, Clone, Copy)]
struct Moment {
    at: Instant,
    commits: u64,
}

impl Memory {
    /// What is remembered of the page at `path`.
    pub fn recall<'a>(&'a self, db: &Db, path: &'a str) -> Recollection<'a> {
        Recollection {
            memory: self,
            path,
            now: Moment {
                at: db.clock().now(),
                commits: db.commits(),
            },
        }
    }

    /// Forgets every page, as where something has changed that stands on all of them.
    pub fn forget(&self) {
        self.write().clear();
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<Box<str>, Kept>> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<Box<str>, Kept>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is remembered of one page.
#[derive(Debug)]
pub struct Recollection<'a> {
    memory: &'a Memory,
    path: &'a str,
    now: Moment,
}

impl Recollection<'_> {
    /// The page, where the database need not be asked.
    pub fn page(&self) -> Option<Arc<Page>> {
        let pages = self.memory.read();
        let kept = pages.get(self.path)?;
        kept.as_of
            .holds_at(self.now)
            .then(|| Arc::clone(&kept.page))
    }

    /// The page that tells `told`, which the database said after this recollection began: as it was, where
    /// it told the same, or else as `write` writes it.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn renew<T, E>(
        self,
        told: T,
        write: impl FnOnce(&T) -> Result<Page, E>,
    ) -> Result<Arc<Page>, E>
    where
        T: PartialEq + Any + Send + Sync,
    {
        if let Some(kept) = self.memory.write().get_mut(self.path)
            && kept.told.downcast_ref() == Some(&told)
        {
            kept.as_of = self.now;
            return Ok(Arc::clone(&kept.page));
        }
        let page = Arc::new(write(&told)?);
        let mut pages = self.memory.write();
        if pages.len() >= MOST {
            pages.clear();
        }
        let kept = Kept {
            page: Arc::clone(&page),
            told: Box::new(told),
            as_of: self.now,
        };
        pages.insert(self.path.into(), kept);
        Ok(page)
    }
}

impl Moment {
    fn holds_at(self, now: Self) -> bool {
        self.commits == now.commits && self.at <= now.at && now.at < self.at + HOLDS
    }
}
