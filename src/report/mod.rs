//! Lists and figures of an event, for pages and as files for other programs. Pure.

pub mod figures;
mod registrations;
mod survey;

pub use registrations::{Table, Unwritable, csv, csv_of, json, xlsx, xlsx_of};
pub use survey::SurveyFigure;
