//! The contexts of the workspace's pages.

mod frame;
mod home;
mod lineup;
mod samples;
mod sign_in;

pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use lineup::{
    AppearedRow, Cell, ChangeRow, FoundPerson, LineupPage, OpenSession, PastePage, PastedRow,
    PeoplePage, PersonPage, PersonRow, PhotoPart, PlacedRow, PlacingPage, RoleGroup, Rows,
    SessionLink, SheetPage, SheetPerson, SheetSession, TaskRow, WithdrawPage,
};
pub use sign_in::{CodePage, FirstPage, LinkPage, SignInPage, Threshold};
