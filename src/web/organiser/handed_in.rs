//! A file that somebody hands in, or a text that they paste, kept to be looked at before it does anything.

use std::collections::HashMap;

use super::desk::Desk;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::Event;
use crate::registration::roster::{self, Encoding, Roster};
use crate::view::{Choice, Words};
use crate::web::Error;

/// Octets of the largest.
pub const LARGEST: usize = 4 * 1024 * 1024;

/// What was handed in for `event` by whoever works here, as the address names it.
///
/// # Errors
/// 404 where it is somebody else's, or too old, or was used.
pub async fn load(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    path: &HashMap<String, String>,
) -> Result<(Id<Roster>, Vec<u8>), Error> {
    let id = path.get("roster").and_then(|id| id.parse().ok());
    let id: Id<Roster> = id.ok_or(Error::NotFound)?;
    let content = roster::load(tx, event.id, id, &desk.actor()).await?;
    Ok((id, content.ok_or(Error::NotFound)?))
}

/// The ways to read it, of which `chosen` is taken, or the one that is found out.
pub fn encodings(desk: &Desk, chosen: Option<Encoding>) -> Vec<Choice> {
    let auto = Choice::new("", desk.locale().text("import-encoding-auto"));
    let named = Encoding::ALL.iter().map(|encoding| Choice {
        chosen: chosen == Some(*encoding),
        ..Choice::new(encoding.as_str(), Words::plain(encoding.as_str()))
    });
    std::iter::once(auto).chain(named).collect()
}
