use std::sync::Arc;

use tokio::sync::Notify;
use url::Url;

use super::{Memory, Rush};
use crate::account::identity::Provider;
use crate::base::db::Db;
use crate::base::network::Network;
use crate::base::secret::InstanceKey;
use crate::base::sender::Sender;
use crate::conferencing::Services;
use crate::event::Known;
use crate::mailer::compose::Composer;
use crate::view::{SiteName, View};

/// What every page needs.
#[derive(Debug, Clone)]
pub struct Site {
    /// Where everything is kept.
    pub db: Db,
    /// Templates and catalogues.
    pub view: Arc<View>,
    /// Seals links, derives tokens.
    pub key: InstanceKey,
    /// The address that every link is built from (S-10).
    pub base_url: Url,
    /// Who runs the instance, as pages say it.
    pub name: SiteName,
    /// Who sends the mails of events made here, and the codes of those who sign in.
    pub sender: Sender,
    /// Who vouches for organisers besides their mailboxes, where somebody does.
    pub sso: Option<Arc<Provider>>,
    /// Servers that make each person a link to join by.
    pub services: Services,
    /// Proxies whose word on who asks is believed (S-10).
    pub trusted_proxies: Vec<Network>,
    /// How many mails leave in a minute at most, where that is limited (OUT-8).
    pub mail_per_minute: Option<u32>,
    /// Events that were read before.
    pub events: Known,
    /// Pages that were answered a moment ago.
    pub pages: Memory,
    /// Forms that wait to be decided on.
    pub rush: Rush,
    /// Told when something may be due at once.
    pub worker: Arc<Notify>,
}

impl Site {
    /// Whether browsers come over TLS: `http` is for loopback only.
    pub fn is_secure(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// What writes the mails that organisers look at.
    pub fn composer(&self) -> Composer {
        Composer::new(
            Arc::clone(&self.view),
            self.key.clone(),
            self.base_url.clone(),
            self.name.clone(),
        )
    }

    /// The complete address of a page.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }
}
