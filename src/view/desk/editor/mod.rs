//! The contexts of the pages that make and change an event.

mod edit;
mod impact;
mod overview;
mod publish;
mod samples;
mod share;
mod sheet;

pub use edit::{EditPage, LogoPart, NewEventPage, PartLink, PartRows, Row};
pub use impact::{ChangeLine, ImpactPage, Moved};
pub use overview::{Count, NextMail, OverviewPage, PrimaryAction};
pub use publish::{AddressPage, CancelPage, DuplicatePage, GapLine, PublishPage, ReleasePage};
pub use share::{ShareEdition, SharePage};
pub use sheet::{Group, Layout, Sheet};
