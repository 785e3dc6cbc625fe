//! Every template tried with every situation that it can meet, in every language: a host's own
//! templates have to stand this before they are used, and not when a mail is due (E-34).

use super::{
    Alarm, Announcement, ApiPage, AppearingPage, Approved, AtomFeed, CalendarText, Cancelled,
    CannotRender, CertificatePage, Changed, ConfirmAddress, ConflictPage, DeclineNoted, Declined,
    EmbedPage, EventPage, Feed, FollowUp, FormPage, Frame, GuestInvitation, HomePage, JoinPage,
    Known, LineupInvitation, LineupLink, Link, Mail, MailText, MailboxPage, Moved, NextPage, Offer,
    OwnChangePage, OwnCopyPage, OwnErasePage, OwnErasedPage, OwnPage, Page, ParticipantsPage,
    PartnerPage, ProblemPage, Promoted, Received, RefusedPage, Registered, Reminder, RemindersPage,
    ResendPage, Resent, RetentionMail, SignInCode, SiteMap, SurveyPage, TeamInvitation, VerifyPage,
    View, Waitlisted, Withdrawn, YourDataPage,
};
use crate::base::language::Language;

/// Who runs the instance in samples.
const SITE: &str = "Lebanese Center for Policy Studies";

/// A mail as somebody might get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleMail {
    /// Its kind.
    pub kind: &'static str,
    /// The situation that it is about.
    pub state: &'static str,
    /// The language it is in.
    pub language: Language,
    /// What it says.
    pub words: MailText,
}

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
        self.pages::<EmbedPage>(see)?;
        self.pages::<FormPage>(see)?;
        self.pages::<RefusedPage>(see)?;
        self.pages::<NextPage>(see)?;
        self.pages::<OwnPage>(see)?;
        self.pages::<OwnChangePage>(see)?;
        self.pages::<OwnCopyPage>(see)?;
        self.pages::<OwnErasePage>(see)?;
        self.pages::<OwnErasedPage>(see)?;
        self.pages::<ResendPage>(see)?;
        self.pages::<ApiPage>(see)?;
        self.pages::<JoinPage>(see)?;
        self.pages::<YourDataPage>(see)?;
        self.pages::<CertificatePage>(see)?;
        self.pages::<VerifyPage>(see)?;
        self.pages::<SurveyPage>(see)?;
        self.pages::<RemindersPage>(see)?;
        self.pages::<AppearingPage>(see)?;
        self.pages::<ParticipantsPage>(see)?;
        self.pages::<PartnerPage>(see)?;
        self.pages::<ConflictPage>(see)?;
        self.pages::<ProblemPage>(see)?;
        self.pages::<MailboxPage>(see)?;
        self.render_desk_samples(see)?;
        self.sample_mails(&mut |mail| {
            let name = format!("{}/mail-{}-{}", mail.language, mail.kind, mail.state);
            let text = format!("{}\n\n{}", mail.words.subject, mail.words.text);
            see(&format!("{name}.txt"), &text);
            see(&format!("{name}.html"), &mail.words.html);
        })?;
        self.feeds::<AtomFeed>(see)?;
        self.feeds::<SiteMap>(see)?;
        self.calendar_texts(see)
    }

    /// Shows `see` every kind of mail in each of its states and in all languages.
    ///
    /// # Errors
    /// [`CannotRender`] for the first that fails.
    pub fn sample_mails(&self, see: &mut impl FnMut(SampleMail)) -> Result<(), CannotRender> {
        self.mails::<Registered>(see)?;
        self.mails::<Link>(see)?;
        self.mails::<Withdrawn>(see)?;
        self.mails::<Known>(see)?;
        self.mails::<Waitlisted>(see)?;
        self.mails::<DeclineNoted>(see)?;
        self.mails::<Received>(see)?;
        self.mails::<ConfirmAddress>(see)?;
        self.mails::<Approved>(see)?;
        self.mails::<Offer>(see)?;
        self.mails::<Promoted>(see)?;
        self.mails::<Declined>(see)?;
        self.mails::<Moved>(see)?;
        self.mails::<Resent>(see)?;
        self.mails::<GuestInvitation>(see)?;
        self.mails::<LineupLink>(see)?;
        self.mails::<LineupInvitation>(see)?;
        self.mails::<Reminder>(see)?;
        self.mails::<Changed>(see)?;
        self.mails::<Cancelled>(see)?;
        self.mails::<Alarm>(see)?;
        self.mails::<RetentionMail>(see)?;
        self.mails::<Announcement>(see)?;
        self.mails::<FollowUp>(see)?;
        self.mails::<SignInCode>(see)?;
        self.mails::<TeamInvitation>(see)
    }

    pub(super) fn pages<P: Page>(
        &self,
        see: &mut impl FnMut(&str, &str),
    ) -> Result<(), CannotRender> {
        for language in self.languages() {
            let frame = Frame::new(self, language, SITE, "/");
            for (state, page) in P::samples(&frame, self.locale(language)) {
                let html = self.page(&page, language)?;
                see(&format!("{language}/{}-{state}.html", P::FILE), &html);
            }
        }
        Ok(())
    }

    fn mails<M: Mail>(&self, see: &mut impl FnMut(SampleMail)) -> Result<(), CannotRender> {
        for language in self.languages() {
            for (state, mail) in M::samples(self.locale(language)) {
                see(SampleMail {
                    kind: M::KIND,
                    state,
                    language: language.clone(),
                    words: self.mail(&mail, language)?,
                });
            }
        }
        Ok(())
    }

    fn feeds<F: Feed>(&self, see: &mut impl FnMut(&str, &str)) -> Result<(), CannotRender> {
        for language in self.languages() {
            for (state, feed) in F::samples(self.locale(language)) {
                let xml = self.feed(&feed, language)?;
                see(&format!("{language}/{state}-{}", F::FILE), &xml);
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
