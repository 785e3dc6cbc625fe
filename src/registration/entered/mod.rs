//! What somebody entered beyond name and address: theirs to see (P-6).

mod store;

use std::collections::HashMap;

use super::{Answers, Registration};
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Key;

/// What a registration's form said besides what [`Registration`] holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Entered {
    /// Where they work, where asked.
    pub organisation: Option<String>,
    /// What they do there, where asked.
    pub position: Option<String>,
    /// Where they are, where asked.
    pub country: Option<String>,
    /// The code they gave.
    pub code: Option<String>,
    /// What they answered to the organiser's questions.
    pub answers: Answers,
    /// What they agreed to.
    pub consents: Vec<Key>,
}

/// What was entered for `registration`.
pub async fn entered(tx: &mut Tx, registration: &Registration) -> Result<Entered> {
    store::load(tx, registration.id).await
}

/// What was entered for each of the registrations `ids` that there are.
pub async fn entered_all(
    tx: &mut Tx,
    ids: &[Id<Registration>],
) -> Result<HashMap<Id<Registration>, Entered>> {
    store::load_all(tx, ids).await
}
