use serde::Serialize;

use crate::view::{Field, Hidden, Problem};
use crate::words;

words! {
    /// How the fields of a group stand.
    pub enum Layout {
        /// A single field.
        Alone = "alone",
        /// The same text in several languages, side by side.
        Languages = "languages",
        /// Beside each other.
        Row = "row",
    }
}

/// A form whose fields stand in groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    /// Where it is posted.
    pub action: String,
    /// What is sent along unseen.
    pub hidden: Vec<Hidden>,
    /// What is asked, in order.
    pub groups: Vec<Group>,
    /// What is wrong, in the order of the fields; empty on the first visit.
    pub problems: Vec<Problem>,
}

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// How they stand.
    pub layout: Layout,
    /// What they ask together, where they are several.
    pub legend: Option<String>,
    /// What helps to answer.
    pub hint: Option<String>,
    /// The fields.
    pub fields: Vec<Field>,
    /// What there is to know about what is stated.
    pub notes: Vec<String>,
}
