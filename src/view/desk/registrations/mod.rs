//! Pages about registrations: the list, one of them, requests, decisions, adding and exporting.

mod decide;
mod export;
mod import;
mod invite;
mod list;
mod one;
mod requests;

pub use decide::DecidePage;
pub use export::ExportPage;
pub use import::{CellFault, ColumnChoice, ImportPage, PreviewPage, PreviewRow, SheetFault};
pub use invite::{GuestRow, InvitePage};
pub use list::{
    Filters, Pager, Places, RegistrationRow, RegistrationsPage, Select, StateCount, Told, UndoRow,
};
pub use one::{
    AddPage, CalendarRow, Deed, HistoryRow, MailRow, NoteRow, RegistrationPage, StayRow,
};
pub use requests::{RequestCard, RequestsPage};

use serde::Serialize;

use crate::view::form::Hidden;

/// A moment in a table: short, and the same in every language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stamp {
    /// “2022-11-24 23:59”.
    pub words: String,
    /// RFC 3339.
    pub iso: String,
}

impl Stamp {
    pub(in crate::view) fn sample() -> Self {
        Self {
            words: "2022-11-24 23:59".into(),
            iso: "2022-11-24T23:59:00+02:00".into(),
        }
    }
}

pub(in crate::view) fn hidden(name: &str, value: &str) -> Hidden {
    Hidden {
        name: name.into(),
        value: value.into(),
    }
}

/// The address of a page about the registrations of an event, as in samples.
pub(in crate::view) fn sample_base() -> String {
    "/organise/events/food-security/registrations".into()
}
