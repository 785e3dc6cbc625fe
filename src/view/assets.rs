//! Styles, scripts, fonts and icons under addresses that hold the hash of their content, so that
//! browsers may keep them for ever.

use std::collections::BTreeMap;

use super::files::Files;
use crate::base::secret;

const FOLDER: &str = "assets/";

/// A file that pages load.
#[derive(Debug)]
pub struct Asset {
    /// Its media type, with the charset where it is text.
    pub content_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Every asset by its hashed name, such as `convoke.0a1b2c3d4e.css`.
#[derive(Debug, Default)]
pub struct Assets {
    by_hashed_name: BTreeMap<String, Asset>,
    hashed_names: BTreeMap<String, String>,
}

impl Assets {
    /// The files below `assets/`. Style sheets come last, since their hash covers the hashed names
    /// of the fonts that they load.
    pub(super) fn of(files: &Files) -> Self {
        let mut assets = Self::default();
        let (sheets, others): (Vec<_>, Vec<_>) = files
            .iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix(FOLDER)?, bytes)))
            .partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in others {
            assets.add(name, bytes.to_vec());
        }
        for (name, bytes) in sheets {
            let sheet = assets.with_hashed_names(&String::from_utf8_lossy(bytes));
            assets.add(name, sheet.into_bytes());
        }
        assets
    }

    /// The asset with this hashed name.
    pub fn get(&self, hashed_name: &str) -> Option<&Asset> {
        self.by_hashed_name.get(hashed_name)
    }

    /// Every asset with its hashed name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.by_hashed_name
            .iter()
            .map(|(name, asset)| (name.as_str(), asset))
    }

    /// The path under which the server answers with the asset `name`.
    pub fn address(&self, name: &str) -> Option<String> {
        Some(format!("/assets/{}", self.hashed_names.get(name)?))
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) {
        let hash: String = secret::hash(&bytes)
            .iter()
            .take(5)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let hashed_name = match name.rsplit_once('.') {
            Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
            None => format!("{name}.{hash}"),
        };
        let content_type = content_type(name);
        self.hashed_names
            .insert(name.to_owned(), hashed_name.clone());
        self.by_hashed_name.insert(
            hashed_name,
            Asset {
                content_type,
                bytes,
            },
        );
    }

    fn with_hashed_names(&self, sheet: &str) -> String {
        self.hashed_names
            .iter()
            .fold(sheet.to_owned(), |sheet, (name, hashed)| {
                sheet.replace(&format!("url(\"{name}\")"), &format!("url(\"{hashed}\")"))
            })
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_follows_the_content_through_style_sheets() {
        let with_font = |font: &'static [u8]| {
            Assets::of(&Files::from([
                (
                    "assets/a.css".to_owned(),
                    b"x{src:url(\"f.woff2\")}"[..].into(),
                ),
                ("assets/f.woff2".to_owned(), font.into()),
            ]))
        };
        let (one, other) = (with_font(b"1"), with_font(b"2"));
        let sheet = one.address("a.css").expect("an address");
        assert_ne!(Some(&sheet), other.address("a.css").as_ref());
        let name = sheet.strip_prefix("/assets/").expect("below /assets/");
        let asset = one.get(name).expect("the sheet");
        assert_eq!(asset.content_type, "text/css; charset=utf-8");
        let font = one.address("f.woff2").expect("an address");
        let text = String::from_utf8_lossy(&asset.bytes);
        assert!(text.contains(font.trim_start_matches("/assets/")), "{text}");
    }
}
