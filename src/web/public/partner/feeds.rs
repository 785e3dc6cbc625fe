use std::collections::HashMap;

use crate::base::db::Tx;
use crate::base::id::Id;
use crate::event::partner::{is_revoked, of_same_partner};
use crate::event::{Event, Source};
use crate::web::Error;
use crate::web::public::visitor::event_path;

/// Whom a feed is for: which events stand in it, and where it leads from each.
pub enum Readers {
    /// Anybody: all events, each to its page.
    Anybody,
    /// Those of a partner: the events that it has links for, each to the form by the partner's link.
    Partner {
        /// The word in the feed's own address.
        source: Source,
        /// The word of the link to each event.
        links: HashMap<Id<Event>, Source>,
    },
}

impl Readers {
    /// Those of the partner with the link `source`, or anybody where none is named, or no partner has such a link: any
    /// other word means nothing here.
    ///
    /// # Errors
    /// 404 where the link was revoked.
    pub async fn of(tx: &mut Tx, source: Option<Source>) -> Result<Self, Error> {
        let Some(source) = source else {
            return Ok(Self::Anybody);
        };
        let links = of_same_partner(tx, &source).await?;
        if links.is_empty() {
            return if is_revoked(tx, &source).await? {
                Err(Error::NotFound)
            } else {
                Ok(Self::Anybody)
            };
        }
        let links = links.into_iter().map(|link| (link.event, link.source));
        Ok(Self::Partner {
            links: links.collect(),
            source,
        })
    }

    /// Where the feed leads from `event`, without the language; `None` where it does not stand in it.
    pub fn way_to(&self, event: &Event) -> Option<String> {
        match self {
            Self::Anybody => Some(event_path(event, "")),
            Self::Partner { links, .. } => {
                let source = links.get(&event.id)?;
                Some(event_path(event, &format!("/register?source={source}")))
            }
        }
    }

    /// The feed's own address, where it is at `path` for anybody.
    pub fn address_of(&self, path: &str) -> String {
        match self {
            Self::Anybody => path.to_owned(),
            Self::Partner { source, .. } => format!("{path}?source={source}"),
        }
    }
}
