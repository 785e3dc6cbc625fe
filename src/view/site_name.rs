use std::sync::{Arc, PoisonError, RwLock};

/// Who runs the instance, as pages and mails say it. Clones share it, so that a name given while the program runs is
/// said by all of it from then on.
#[derive(Debug, Clone)]
pub struct SiteName(Arc<RwLock<String>>);

impl SiteName {
    /// The name as it is now.
    pub fn get(&self) -> String {
        let name = self.0.read().unwrap_or_else(PoisonError::into_inner);
        name.clone()
    }

    /// Gives another name.
    pub fn set(&self, name: String) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = name;
    }
}

impl From<String> for SiteName {
    fn from(name: String) -> Self {
        Self(Arc::new(RwLock::new(name)))
    }
}
