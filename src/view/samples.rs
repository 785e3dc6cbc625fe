//! Every template tried with every situation that it can meet, in every language: a host's own
//! templates have to stand this before they are used, and not when a mail is due (E-34).

use super::{
    Approved, CalendarText, CannotRender, ConfirmAddress, ConflictPage, DeclineNoted, Declined,
    EventPage, FormPage, Frame, HomePage, Known, Link, Mail, MailboxPage, NextPage, OwnPage, Page,
    ProblemPage, Promoted, Received, RefusedPage, Registered, RemindersPage, View, Waitlisted,
    Withdrawn,
};

/// Who runs the instance in samples.
const SITE: &str = "Lebanese Center for Policy Studies";

impl View {
    /// Renders every page, mail and calendar text with all its samples in all languages; `see` gets
    /// the name of each, as `LANGUAGE/WHAT-STATE.html` or `.txt`, and its text.
    ///
    /// # Errors
    /// [`CannotRender`] for the first that fails.
    pub(super) fn render_samples(
        &self,
        see: &mut impl FnMut(&str, &str),
    ) -> Result<(), CannotRender> {
        self.pages::<HomePage>(see)?;
        self.pages::<EventPage>(see)?;
        self.pages::<FormPage>(see)?;
        self.pages::<RefusedPage>(see)?;
        self.pages::<NextPage>(see)?;
        self.pages::<OwnPage>(see)?;
        self.pages::<RemindersPage>(see)?;
        self.pages::<ConflictPage>(see)?;
        self.pages::<ProblemPage>(see)?;
        self.pages::<MailboxPage>(see)?;
        self.mails::<Registered>(see)?;
        self.mails::<Link>(see)?;
        self.mails::<Withdrawn>(see)?;
        self.mails::<Known>(see)?;
        self.mails::<Waitlisted>(see)?;
        self.mails::<DeclineNoted>(see)?;
        self.mails::<Received>(see)?;
        self.mails::<ConfirmAddress>(see)?;
        self.mails::<Approved>(see)?;
        self.mails::<Promoted>(see)?;
        self.mails::<Declined>(see)?;
        self.calendar_texts(see)
    }

    fn pages<P: Page>(&self, see: &mut impl FnMut(&str, &str)) -> Result<(), CannotRender> {
        for language in self.languages() {
            let frame = Frame::new(self, language, SITE, "/");
            for (state, page) in P::samples(&frame, self.locale(language)) {
                let html = self.page(&page, language)?;
                see(&format!("{language}/{}-{state}.html", P::FILE), &html);
            }
        }
        Ok(())
    }

    fn mails<M: Mail>(&self, see: &mut impl FnMut(&str, &str)) -> Result<(), CannotRender> {
        for language in self.languages() {
            for (state, mail) in M::samples(self.locale(language)) {
                let made = self.mail(&mail, language)?;
                let name = format!("{language}/mail-{}-{state}", M::KIND);
                let text = format!("{}\n\n{}", made.subject, made.text);
                see(&format!("{name}.txt"), &text);
                see(&format!("{name}.html"), &made.html);
            }
        }
        Ok(())
    }

    fn calendar_texts(&self, see: &mut impl FnMut(&str, &str)) -> Result<(), CannotRender> {
        for language in self.languages() {
            for (state, entry) in CalendarText::samples(self.locale(language)) {
                let text = self.calendar_description(&entry, language)?;
                see(&format!("{language}/calendar-{state}.txt"), &text);
            }
        }
        Ok(())
    }
}
