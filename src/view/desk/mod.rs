//! The contexts of the workspace's pages.

mod editor;
mod frame;
mod home;
mod samples;
mod sign_in;

pub use editor::{
    CancelPage, ChangeLine, Count, DuplicatePage, EditPage, GapLine, Group, ImpactPage, Layout,
    Moved, NewEventPage, NextMail, OverviewPage, PartLink, PrimaryAction, PublishPage, ReleasePage,
    Row, Rows, Sheet,
};
pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use sign_in::{CodePage, FirstPage, LinkPage, SignInPage, Threshold};
