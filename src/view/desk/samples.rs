//! The workspace's pages among those that are tried with every situation.

use super::{
    CodePage, DeskHomePage, FirstPage, LineupPage, LinkPage, PastePage, PeoplePage, PersonPage,
    PlacingPage, SheetPage, SignInPage, WithdrawPage,
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
        self.pages::<LineupPage>(see)?;
        self.pages::<PlacingPage>(see)?;
        self.pages::<WithdrawPage>(see)?;
        self.pages::<PastePage>(see)?;
        self.pages::<SheetPage>(see)?;
        self.pages::<PeoplePage>(see)?;
        self.pages::<PersonPage>(see)?;
        self.pages::<DeskHomePage>(see)
    }
}
