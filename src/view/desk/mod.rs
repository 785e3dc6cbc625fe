//! The contexts of the workspace's pages.

mod figures;
mod frame;
mod home;
mod log;
mod samples;
mod sign_in;
mod trash;

pub use figures::{ChartCard, ChartFile, FiguresPage, Number, ReportPage};
pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use log::{LogChange, LogDetail, LogEvent, LogLine, LogPage};
pub use sign_in::{CodePage, FirstPage, LinkPage, SignInPage, Threshold};
pub use trash::{Content, DeletePage, TrashPage, TrashRow};
