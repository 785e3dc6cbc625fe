use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::{Webhook, store};
use crate::account::Organisation;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;

/// The active webhooks of organisations, each asked for once in a unit of work.
#[derive(Debug, Default)]
pub(super) struct Active(HashMap<Id<Organisation>, Vec<Webhook>>);

impl Active {
    pub(super) async fn of(
        &mut self,
        tx: &mut Tx,
        organisation: Id<Organisation>,
    ) -> Result<&[Webhook]> {
        match self.0.entry(organisation) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(unknown) => {
                let all = store::of_organisation(tx, organisation).await?.into_iter();
                let active = all.filter(|one| one.active_since.is_some());
                Ok(unknown.insert(active.collect()))
            }
        }
    }
}
