//! What every other room stands on. Knows nothing of events, mail or HTTP.

pub mod base32;
pub mod chance;
pub mod claim;
pub mod clock;
pub mod db;
pub mod fetch;
pub mod fold;
pub mod id;
pub mod language;
pub mod measure;
pub mod network;
pub mod secret;
pub mod sender;
pub mod span;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod tls;
pub mod words;
pub mod zone;
