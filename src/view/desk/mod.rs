//! The contexts of the workspace's pages.

mod account;
mod frame;
mod home;
mod invitation;
mod samples;
mod sign_in;
mod team;
pub mod timeline;

pub use account::{AccountPage, DevicePage};
pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use invitation::{InvitationNext, InvitationPage};
pub use sign_in::{CodePage, FirstPage, LinkPage, PasswordPage, SignInPage, Threshold};
pub use team::{InvitedRow, MemberRow, TeamPage};
