//! What programs ask for under a key of their own: asked again, it is not done again.

use uuid::Uuid;

use super::{ApiToken, store};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::base::secret::hash;

/// Something that is asked for under a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// It was not asked for before: it is to be done, and [finished](finish).
    New,
    /// It was done, and this was made.
    Done(Uuid),
    /// The same key was used for something else.
    Other,
}

/// Begins what `token` asks for under `key`; `content` is all that it asks for. Whoever asks for the same at
/// the same time waits for this unit of work.
pub async fn begin(tx: &mut Tx, token: Id<ApiToken>, key: &str, content: &[u8]) -> Result<Deed> {
    let (key, content) = (hash(key.as_bytes()), hash(content));
    if store::insert_deed(tx, token, &key, &content).await? {
        return Ok(Deed::New);
    }
    let (known, object) = store::find_deed(tx, token, &key).await?;
    Ok(if known == content {
        Deed::Done(object)
    } else {
        Deed::Other
    })
}

/// Notes what was made of what `token` asked for under `key`.
pub async fn finish(tx: &mut Tx, token: Id<ApiToken>, key: &str, object: Uuid) -> Result<()> {
    store::finish_deed(tx, token, &hash(key.as_bytes()), object).await
}
