//! The workspace's pages among those that are tried with every situation.

use super::{
    AccountPage, ChartFile, CodePage, DeletePage, DeskHomePage, DevicePage, FiguresPage, FirstPage,
    InvitationPage, LinkPage, LogPage, PasswordPage, ReportPage, SignInPage, TeamPage, TrashPage,
    timeline,
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
        self.pages::<LogPage>(see)?;
        self.pages::<DeletePage>(see)?;
        self.pages::<TrashPage>(see)?;
        self.pages::<PasswordPage>(see)?;
        self.pages::<InvitationPage>(see)?;
        self.pages::<DeskHomePage>(see)?;
        self.pages::<TeamPage>(see)?;
        self.pages::<AccountPage>(see)?;
        self.pages::<DevicePage>(see)?;
        self.pages::<timeline::TimelinePage>(see)?;
        self.pages::<timeline::PreviewPage>(see)?;
        self.pages::<timeline::OwnWordsPage>(see)?;
        self.pages::<timeline::OwnWordsFormPage>(see)?;
        self.pages::<timeline::TimesPage>(see)?;
        self.pages::<timeline::MessagesPage>(see)?;
        self.pages::<timeline::AnnouncementsPage>(see)?;
        self.pages::<timeline::AnnouncementFormPage>(see)?;
        self.pages::<timeline::DraftPage>(see)?;
        self.pages::<timeline::AnnouncementPage>(see)?;
        Ok(())
    }
}
