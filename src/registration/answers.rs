use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::event::Key;

/// What somebody answered to the organiser's questions, by the question's key.
pub type Answers = BTreeMap<Key, Answer>;

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Answer {
    /// `yes`, `no`, the number of an option, or words.
    One(String),
    /// The numbers of several options.
    Several(Vec<String>),
}
