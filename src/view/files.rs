//! The files of `templates/`: compiled in, and replaced one by one by those in a host's folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rust_embed::Embed;

/// Every file by its path below `templates/`, with `/` between folders.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

#[derive(Embed)]
#[folder = "templates/"]
struct BuiltIn;

/// A file of the host's folder that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the template {path}: {source}")]
pub struct Unreadable {
    path: String,
    source: io::Error,
}

/// The built-in files, and over them those in `host` (`CONVOKE_TEMPLATES_DIR`).
///
/// # Errors
/// [`Unreadable`] where `host` or something in it cannot be read.
pub fn load(host: Option<&Path>) -> Result<Files, Unreadable> {
    let mut files: Files = BuiltIn::iter()
        .filter_map(|name| Some((name.to_string(), BuiltIn::get(&name)?.data)))
        .collect();
    if let Some(folder) = host {
        for (name, path) in names_below(folder)? {
            let bytes = fs::read(&path).map_err(|source| unreadable(&path, source))?;
            files.insert(name, Cow::Owned(bytes));
        }
    }
    Ok(files)
}

fn names_below(folder: &Path) -> Result<Vec<(String, PathBuf)>, Unreadable> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((prefix, folder)) = open.pop() {
        let entries = fs::read_dir(&folder).map_err(|source| unreadable(&folder, source))?;
        for entry in entries {
            let path = entry.map_err(|source| unreadable(&folder, source))?.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                continue;
            };
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                open.push((format!("{name}/"), path));
            } else {
                found.push((name, path));
            }
        }
    }
    Ok(found)
}

fn unreadable(path: &Path, source: io::Error) -> Unreadable {
    Unreadable {
        path: path.display().to_string(),
        source,
    }
}
