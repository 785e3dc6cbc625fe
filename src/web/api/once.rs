//! What is done once, however often a program asks for it under the same key: a connection may break before
//! the answer has come.

use axum::body::Bytes;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Uri};
use uuid::Uuid;

use super::caller::Caller;
use super::field_error::FieldError;
use super::problem::{Problem, Trouble};
use crate::account::api_token::{self, Deed};
use crate::base::db::Tx;

/// The header with the key.
const HEADER: &str = "idempotency-key";
/// Octets of the longest key.
const LONGEST: usize = 200;

/// A deed that is under way; without a key nothing is remembered of it.
pub(super) struct Once(Option<String>);

impl Once {
    /// Begins to do what `uri` and `body` ask for; or what was made when it was done before.
    ///
    /// # Errors
    /// 422 where the key is too long, or was used for something else.
    pub(super) async fn begin(
        tx: &mut Tx,
        caller: &Caller,
        headers: &HeaderMap,
        (uri, body): (&Uri, &Bytes),
    ) -> Result<Result<Self, Uuid>, Problem> {
        let Some(key) = headers.get(HEADER) else {
            return Ok(Ok(Self(None)));
        };
        let key = key.to_str().ok().filter(|key| key.len() <= LONGEST);
        let key = key.ok_or_else(|| {
            Problem::unfit(vec![FieldError::at(HEADER, format!("≤ {LONGEST} ASCII"))])
        })?;
        let asked = uri.path_and_query().map_or("", PathAndQuery::as_str);
        let content = [asked.as_bytes(), b"\n".as_slice(), body.as_ref()].concat();
        Ok(
            match api_token::begin(tx, caller.token.id, key, &content).await? {
                Deed::New => Ok(Self(Some(key.to_owned()))),
                Deed::Done(object) => Err(object),
                Deed::Other => return Err(Trouble::KeyReused.into()),
            },
        )
    }

    /// Notes what was made.
    pub(super) async fn finish(
        self,
        tx: &mut Tx,
        caller: &Caller,
        object: Uuid,
    ) -> Result<(), Problem> {
        if let Some(key) = self.0 {
            api_token::finish(tx, caller.token.id, &key, object).await?;
        }
        Ok(())
    }
}
