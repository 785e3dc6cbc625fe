//! The contexts of the workspace's pages.

pub mod check_in;
mod frame;
mod home;
pub mod registrations;
mod samples;
mod sign_in;

pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use sign_in::{CodePage, FirstPage, LinkPage, SignInPage, Threshold};
