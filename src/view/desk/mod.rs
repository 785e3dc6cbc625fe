//! The contexts of the workspace's pages.

mod figures;
mod frame;
mod home;
mod samples;
mod sign_in;

pub use figures::{ChartCard, ChartFile, FiguresPage, Number, ReportPage};
pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use sign_in::{CodePage, FirstPage, LinkPage, SignInPage, Threshold};
