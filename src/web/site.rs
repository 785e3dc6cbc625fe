use std::sync::Arc;

use tokio::sync::Notify;
use url::Url;

use crate::base::db::Db;
use crate::base::secret::InstanceKey;
use crate::view::View;

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
    pub name: String,
    /// Told when something may be due at once.
    pub worker: Arc<Notify>,
}

impl Site {
    /// The complete address of a page.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }
}
