//! The contexts of the workspace's pages.

mod account;
pub mod attendance;
pub mod check_in;
mod editor;
mod figures;
mod frame;
mod home;
mod invitation;
mod lineup;
mod log;
mod partners;
pub mod registrations;
mod samples;
mod sign_in;
mod survey;
mod team;
pub mod timeline;
mod tokens;
mod trash;
mod webhooks;

pub use account::{AccountPage, DevicePage, PasskeyRow, PasskeysPart, SsoPart};
pub use editor::{
    AddressPage, CancelPage, ChangeLine, Count, DuplicatePage, EditPage, GapLine, Group,
    ImpactPage, Layout, LogoPart, Moved, NewEventPage, NextMail, OverviewPage, PartLink, PartRows,
    PrimaryAction, PublishPage, ReleasePage, Row, ShareEdition, SharePage, Sheet,
};
pub use figures::{ChartCard, ChartFile, FiguresPage, Number, ReportPage, SessionNumbers};
pub use frame::{Choosable, DeskFrame, Done, EventHead, EventTab, NavLink, OrganisationChoice};
pub use home::{DeskHomePage, EventRow};
pub use invitation::{InvitationNext, InvitationPage};
pub use lineup::{
    AppearedRow, Cell, ChangeRow, FoundPerson, ImportedRow, LineupPage, OpenSession, PastePage,
    PastedRow, PeopleImportPage, PeoplePage, PersonPage, PersonRow, PhotoPart, PlacedRow,
    PlacingPage, RoleGroup, Rows, SessionLink, SheetPage, SheetPerson, SheetSession, TaskRow,
    WithdrawPage,
};
pub use log::{LogChange, LogDetail, LogEvent, LogLine, LogPage};
pub use partners::{OpenedView, PartnerCard, PartnersPage};
pub use sign_in::{
    ByPasskey, BySso, CodePage, FirstPage, LeavingPage, LinkPage, PasswordPage, SignInPage,
    Threshold,
};
pub use survey::{SurveyResult, SurveyResultsPage};
pub use team::{InvitedRow, MemberRow, TeamPage};
pub use tokens::{MadeToken, TokenRow, TokensPage};
pub use trash::{Content, DeletePage, TrashPage, TrashRow};
pub use webhooks::{DeliveryRow, MadeSecret, WebhookCard, WebhooksPage};
