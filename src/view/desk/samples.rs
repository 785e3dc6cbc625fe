//! The workspace's pages among those that are tried with every situation.

use super::{
    ChartFile, CodePage, DeskHomePage, FiguresPage, FirstPage, LinkPage, ReportPage, SignInPage,
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
        self.pages::<DeskHomePage>(see)?;
        self.pages::<FiguresPage>(see)?;
        self.pages::<ChartFile>(see)?;
        self.pages::<ReportPage>(see)
    }
}
