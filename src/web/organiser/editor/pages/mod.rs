//! The pages of the editor: which part of an event each changes.

mod basics;
mod lists;
mod meeting;
mod offers;
mod programme;
mod questions;
mod registration;
mod settings;
mod survey;
mod tech_check;

pub use lists::List;
pub use meeting::SERVICE;
pub use registration::count;
pub use settings::nowhere;

use std::collections::BTreeMap;

use super::slot::{Lens, Slot};
use crate::event::Details;
use crate::words;

words! {
    /// A page of the editor.
    pub enum Part {
        /// What it is, and in which languages.
        Basics = "basics",
        /// Title, summary, description.
        Texts = "texts",
        /// Its sessions.
        Programme = "programme",
        /// Where the room is.
        Venue = "venue",
        /// The organisations named on it.
        Hosts = "hosts",
        /// Channels of interpretation.
        Interpretation = "interpretation",
        /// Until when one can register, and how many.
        Registration = "registration",
        /// What is asked of those who register.
        Questions = "questions",
        /// What they may agree to.
        Consents = "consents",
        /// Codes that let somebody in.
        Codes = "codes",
        /// What may be told of it.
        Rules = "rules",
        /// Where it is joined online.
        Meeting = "meeting",
        /// When those who appear try out camera and microphone.
        TechCheck = "tech-check",
        /// What is mailed when.
        Mail = "mail",
        /// What those who came are asked afterwards.
        Survey = "survey",
    }
}

impl Part {
    /// What the page asks of the event as a whole.
    pub fn slots(self, details: &Details) -> Vec<Slot> {
        match self {
            Self::Basics => basics::slots(details),
            Self::Texts => basics::texts(details),
            Self::Venue => settings::venue(details),
            Self::Registration => registration::slots(details),
            Self::Rules => settings::rules(),
            Self::Meeting => meeting::of_event(),
            Self::TechCheck => tech_check::slots(details),
            Self::Mail => settings::mail(details),
            Self::Survey => survey::slots(),
            Self::Programme
            | Self::Hosts
            | Self::Interpretation
            | Self::Questions
            | Self::Consents
            | Self::Codes => Vec::new(),
        }
    }

    /// What it asks of the part at `index` in its list, or `None` where it has none there.
    pub fn slots_of(self, details: &Details, index: usize) -> Option<Vec<Slot>> {
        let list = self.list().filter(|list| index < list.len(details));
        match (self, list) {
            (Self::Meeting, _) if index < details.sessions.len() => {
                Some(meeting::of_session(index))
            }
            (_, Some(list)) => Some(list.slots(details, index)),
            _ => None,
        }
    }

    /// The list that it changes.
    pub const fn list(self) -> Option<List> {
        match self {
            Self::Programme => Some(List::Sessions),
            Self::Hosts => Some(List::Hosts),
            Self::Interpretation => Some(List::Channels),
            Self::Questions => Some(List::Questions),
            Self::Consents => Some(List::Consents),
            Self::Codes => Some(List::Codes),
            Self::Survey => Some(List::SurveyQuestions),
            _ => None,
        }
    }
}

/// `slots` by their names.
pub fn named(slots: Vec<Slot>) -> BTreeMap<String, Slot> {
    slots
        .into_iter()
        .map(|slot| (slot.name.clone(), slot))
        .collect()
}

/// The event as a whole.
pub fn whole() -> Lens<Details> {
    Lens::new(|details| Some(details), |details| Some(details))
}
