//! The workspace's pages among those that are tried with every situation.

use super::attendance::{AttendancePage, AttendedPage};
use super::check_in::{ArrivalPage, BadgesPage, CheckInPage, DoorListPage};
use super::registrations::{
    AddPage, DecidePage, ExportPage, ImportPage, InvitePage, PreviewPage, RegistrationPage,
    RegistrationsPage, RequestsPage,
};
use super::{
    AccountPage, AddressPage, CancelPage, ChartFile, CodePage, DeletePage, DeskHomePage,
    DevicePage, DuplicatePage, EditPage, FiguresPage, FirstPage, ImpactPage, InvitationPage,
    LineupPage, LinkPage, LogPage, NewEventPage, OverviewPage, PartnersPage, PasswordPage,
    PastePage, PeopleImportPage, PeoplePage, PersonPage, PlacingPage, PublishPage, ReleasePage,
    ReportPage, SharePage, SheetPage, SignInPage, SurveyResultsPage, TeamPage, TokensPage,
    TrashPage, WebhooksPage, WithdrawPage, timeline,
};
use crate::view::{CannotRender, View};

impl View {
    /// Renders every page of the workspace with all its samples.
    pub(in crate::view) fn render_desk_samples(
        &self,
        see: &mut impl FnMut(&str, &str),
    ) -> Result<(), CannotRender> {
        self.pages::<SignInPage>(see)?;
        self.pages::<CodePage>(see)?;
        self.pages::<LinkPage>(see)?;
        self.pages::<FirstPage>(see)?;
        self.pages::<FiguresPage>(see)?;
        self.pages::<ChartFile>(see)?;
        self.pages::<ReportPage>(see)?;
        self.pages::<SurveyResultsPage>(see)?;
        self.pages::<LogPage>(see)?;
        self.pages::<DeletePage>(see)?;
        self.pages::<TrashPage>(see)?;
        self.pages::<LineupPage>(see)?;
        self.pages::<PlacingPage>(see)?;
        self.pages::<WithdrawPage>(see)?;
        self.pages::<PastePage>(see)?;
        self.pages::<PeopleImportPage>(see)?;
        self.pages::<SheetPage>(see)?;
        self.pages::<PeoplePage>(see)?;
        self.pages::<PersonPage>(see)?;
        self.pages::<PasswordPage>(see)?;
        self.pages::<InvitationPage>(see)?;
        self.pages::<DeskHomePage>(see)?;
        self.pages::<TeamPage>(see)?;
        self.pages::<TokensPage>(see)?;
        self.pages::<WebhooksPage>(see)?;
        self.pages::<PartnersPage>(see)?;
        self.pages::<AccountPage>(see)?;
        self.pages::<DevicePage>(see)?;
        self.pages::<timeline::TimelinePage>(see)?;
        self.pages::<timeline::PreviewPage>(see)?;
        self.pages::<timeline::OwnWordsPage>(see)?;
        self.pages::<timeline::OwnWordsFormPage>(see)?;
        self.pages::<timeline::TimesPage>(see)?;
        self.pages::<timeline::TimesMovedPage>(see)?;
        self.pages::<timeline::MessagesPage>(see)?;
        self.pages::<timeline::AnnouncementsPage>(see)?;
        self.pages::<timeline::AnnouncementFormPage>(see)?;
        self.pages::<timeline::DraftPage>(see)?;
        self.pages::<timeline::AnnouncementPage>(see)?;
        self.pages::<NewEventPage>(see)?;
        self.pages::<EditPage>(see)?;
        self.pages::<ImpactPage>(see)?;
        self.pages::<OverviewPage>(see)?;
        self.pages::<PublishPage>(see)?;
        self.pages::<SharePage>(see)?;
        self.pages::<CancelPage>(see)?;
        self.pages::<ReleasePage>(see)?;
        self.pages::<AddressPage>(see)?;
        self.pages::<DuplicatePage>(see)?;
        self.registration_pages(see)?;
        self.check_in_pages(see)
    }

    fn registration_pages(&self, see: &mut impl FnMut(&str, &str)) -> Result<(), CannotRender> {
        self.pages::<RegistrationsPage>(see)?;
        self.pages::<DecidePage>(see)?;
        self.pages::<RequestsPage>(see)?;
        self.pages::<RegistrationPage>(see)?;
        self.pages::<AddPage>(see)?;
        self.pages::<InvitePage>(see)?;
        self.pages::<ImportPage>(see)?;
        self.pages::<PreviewPage>(see)?;
        self.pages::<ExportPage>(see)
    }

    fn check_in_pages(&self, see: &mut impl FnMut(&str, &str)) -> Result<(), CannotRender> {
        self.pages::<CheckInPage>(see)?;
        self.pages::<ArrivalPage>(see)?;
        self.pages::<DoorListPage>(see)?;
        self.pages::<BadgesPage>(see)?;
        self.pages::<AttendancePage>(see)?;
        self.pages::<AttendedPage>(see)
    }
}
