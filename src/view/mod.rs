//! What pages, mails and calendar texts share: templates (minijinja), catalogues (Fluent), dates and
//! zones in words (CLDR), Markdown, and the assets that pages load.
//!
//! A page or mail is a function of a typed context and a language. Contexts are plain data: they
//! hold what has to be said, with dates and names already in the reader's language, and know
//! neither SQL nor HTTP. Each can produce samples, by which every template is tried in every
//! language.

mod api;
mod appearing;
mod assets;
mod bidi;
mod catalogue;
mod certificate;
mod chart;
mod countries;
pub mod desk;
mod discovery;
mod embed;
mod escape;
mod facts;
mod feeds;
mod files;
mod form;
mod forms;
mod functions;
mod join;
mod linked;
mod locale;
mod mailbox;
mod mails;
mod markdown;
mod own_data;
mod pages;
mod partner;
mod phrase;
mod qr;
mod reminders;
mod samples;
mod site_name;
mod survey;
mod times;
mod words;
mod your_data;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;

pub use api::{ApiOperation, ApiPage, ApiProblem};
pub use appearing::{AppearingPage, CheckFacts, PartFacts, Participant, ParticipantsPage};
pub use assets::{Asset, Assets};
pub use catalogue::BadCatalogue;
pub use certificate::{CertificatePage, VerifyPage};
pub use chart::{Anchor, Chart, Drawing, Paint, Paper, Row, Shape};
pub use countries::COUNTRIES;
pub use discovery::{Discovery, Edition, ShareCard};
pub use embed::EmbedPage;
pub use facts::{
    Door, EventFacts, HostFacts, HostGroup, LineupGroup, Online, PersonFacts, PhotoFacts,
    SessionFacts, VenueFacts,
};
pub use feeds::{AtomEntry, AtomFeed, Feed, MappedPage, SiteMap};
pub use files::Unreadable;
pub use form::{Choice, Field, Form, Hidden, Problem, Widget};
pub use join::{JoinEnd, JoinPage, JoinSitting};
pub use linked::{
    LinkedAddress, LinkedEvent, LinkedLocation, LinkedOffer, LinkedParty, LinkedPerson,
};
pub use locale::Locale;
pub use mailbox::{MailboxPage, SentMail};
pub use mails::{
    Alarm, Announcement, Approved, CalendarText, Cancelled, Changed, ConfirmAddress, DeclineNoted,
    Declined, FollowUp, GuestInvitation, Known, LineupInvitation, LineupLink, Link, Mail, MailText,
    Moved, Occasion, Offer, OwnWords, Promoted, Received, Recorded, Registered, Reminder, Resent,
    RetentionMail, SignInCode, TeamInvitation, Waitlisted, Withdrawn,
};
pub use own_data::{CopyPart, OwnChangePage, OwnCopyPage, OwnErasePage, OwnErasedPage, ResendPage};
pub use pages::{
    Alternate, Answer, AskedFor, Card, ConflictPage, EventPage, FormPage, Frame, HomePage,
    NextPage, OfferedPlace, OwnPage, Page, ProblemPage, RefusedPage, SessionWait, Waits, Year,
};
pub use partner::{PartnerNotice, PartnerPage, SeenBy, SharedPerson};
pub use phrase::{BadPhrase, Filled, Flaw, Phrase, Placeholder};
pub use qr::QrCode;
pub use reminders::{Reminders, RemindersPage};
pub use samples::SampleMail;
pub use site_name::SiteName;
pub use survey::SurveyPage;
pub use times::{Hours, Leaf, Moment};
pub use words::Words;
pub use your_data::{Asked, YourDataPage};

use crate::base::language::Language;

/// Markdown without its marks, as a mail's plain text has it: every address of a link is named.
pub fn plain_text(source: &str) -> String {
    markdown::to_plain(source, &markdown::Places::default())
}

/// The language whose catalogue the others are compared with; the service's first.
const SOURCE: &str = "en";

/// Where templates are.
const FOLDERS: [&str; 4] = ["pages/", "mail/", "calendar/", "feeds/"];

/// Everything that turns a context into text, in every language of the service.
#[derive(Debug)]
pub struct View {
    voices: Vec<Voice>,
    languages: Vec<Language>,
    assets: Arc<Assets>,
}

/// Templates that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BadTemplates {
    /// A file cannot be read.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// A catalogue is at fault.
    #[error(transparent)]
    Catalogue(#[from] BadCatalogue),
    /// A template is at fault.
    #[error("the template {name}: {reason}")]
    Template {
        /// Its path below `templates/`.
        name: String,
        /// What is wrong, with the line.
        reason: String,
    },
    /// A host's template asks for what the context lacks, or for a text that no catalogue has.
    #[error(transparent)]
    Sample(#[from] CannotRender),
}

/// A template failed on a context: a host's template asks for what the context lacks.
#[derive(Debug, thiserror::Error)]
#[error("cannot render {name} in {language}: {source}")]
pub struct CannotRender {
    name: String,
    language: Language,
    source: minijinja::Error,
}

#[derive(Debug)]
struct Voice {
    locale: Arc<Locale>,
    templates: Environment<'static>,
}

impl View {
    /// The built-in templates, and over them the files in `host` (`CONVOKE_TEMPLATES_DIR`), which
    /// have to render every sample in every language (E-34).
    ///
    /// # Errors
    /// [`BadTemplates`] names the file at fault.
    pub fn load(host: Option<&Path>) -> Result<Self, BadTemplates> {
        let files = Arc::new(files::load(host)?);
        let assets = Arc::new(Assets::of(&files));
        let mut locales = Locale::all(&files)?;
        locales.sort_by_key(|locale| {
            let tag = locale.language().to_string();
            (tag != SOURCE, tag)
        });
        let first = locales.first().ok_or(BadCatalogue::Empty)?;
        if host.is_some() {
            for locale in &locales {
                locale.check_against(first)?;
            }
        }
        let voices = locales
            .into_iter()
            .map(|locale| Voice::new(Arc::new(locale), &files, &assets))
            .collect::<Vec<_>>();
        let view = Self {
            languages: voices
                .iter()
                .map(|voice| voice.locale.language().clone())
                .collect(),
            voices,
            assets,
        };
        if host.is_some() {
            view.check_templates(&files)?;
            view.render_samples(&mut |_, _| ())?;
        }
        Ok(view)
    }

    /// Templates are understood when they are first used: all of them in every language are half of what it
    /// takes to start. Those of a host are looked at before.
    fn check_templates(&self, files: &files::Files) -> Result<(), BadTemplates> {
        for name in files.keys().filter(|name| is_template(name)) {
            let understood = self.voices[0].templates.get_template(name);
            understood.map_err(|error| BadTemplates::Template {
                name: name.clone(),
                reason: format!("{error:#}"),
            })?;
        }
        Ok(())
    }

    /// The languages of the service, English first: the folders of `templates/locales`.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// The language of the service with exactly this tag.
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages
            .iter()
            .find(|language| language.to_string() == tag)
    }

    /// What is said to a reader of `language`: in it, in another variant of it, or in the first
    /// language of the service.
    pub fn locale(&self, language: &Language) -> &Locale {
        &self.voice(language).locale
    }

    /// Styles, scripts, fonts and icons.
    pub fn assets(&self) -> &Assets {
        &self.assets
    }

    /// `page` as an HTML document.
    ///
    /// # Errors
    /// [`CannotRender`] where a host's template asks for what the context lacks.
    pub fn page<P: Page>(&self, page: &P, language: &Language) -> Result<String, CannotRender> {
        self.render(&format!("pages/{}.html", P::FILE), page, language)
    }

    /// `feed` as an XML document.
    ///
    /// # Errors
    /// [`CannotRender`] where a host's template asks for what the context lacks.
    pub fn feed<F: Feed>(&self, feed: &F, language: &Language) -> Result<String, CannotRender> {
        self.render(&format!("feeds/{}", F::FILE), feed, language)
    }

    /// `mail` as subject, text and HTML.
    ///
    /// # Errors
    /// [`CannotRender`] where a host's template asks for what the context lacks.
    pub fn mail<M: Mail>(&self, mail: &M, language: &Language) -> Result<MailText, CannotRender> {
        let part = |file| self.render(&format!("mail/{}/{file}", M::KIND), mail, language);
        let locale = self.locale(language);
        let is_discreet = mail.about().is_some_and(|about| about.discreet);
        let own_subject = mail.about().and_then(|about| about.own.subject.as_ref());
        let text = part("body.txt")?;
        Ok(MailText {
            // Read on a locked screen, as the first words of the text are (P-11).
            subject: match own_subject {
                _ if is_discreet => locale.text("discreet-title"),
                Some(own) => own.line().to_string(),
                None => part("subject.txt")?.trim().to_owned(),
            },
            text: in_paragraphs(&if is_discreet {
                format!("{}\n\n{text}", locale.text("discreet-mail"))
            } else {
                text
            }),
            html: part("body.html")?,
        })
    }

    /// The DESCRIPTION of a calendar object: plain text without direction marks (CAL-16, CAL-17).
    ///
    /// # Errors
    /// [`CannotRender`] where a host's template asks for what the context lacks.
    pub fn calendar_description(
        &self,
        entry: &CalendarText,
        language: &Language,
    ) -> Result<String, CannotRender> {
        let text = self.render("calendar/description.txt", entry, language)?;
        Ok(in_paragraphs(&text).trim_end().to_owned())
    }

    fn render(
        &self,
        name: &str,
        context: &impl Serialize,
        language: &Language,
    ) -> Result<String, CannotRender> {
        let voice = self.voice(language);
        voice
            .templates
            .get_template(name)
            .and_then(|template| template.render(Serde(context)))
            .map_err(|source| CannotRender {
                name: name.to_owned(),
                language: voice.locale.language().clone(),
                source,
            })
    }

    fn voice(&self, language: &Language) -> &Voice {
        let speaks = |exactly: bool| {
            self.voices.iter().find(move |voice| {
                let own = voice.locale.language();
                own == language || (!exactly && own.is_same_tongue(language))
            })
        };
        speaks(true)
            .or_else(|| speaks(false))
            .unwrap_or(&self.voices[0])
    }
}

/// `text` with one empty line between paragraphs, however many the template's parts left.
fn in_paragraphs(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for line in text.trim().lines() {
        if !(line.is_empty() && kept.ends_with("\n\n")) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

impl Voice {
    fn new(locale: Arc<Locale>, files: &Arc<files::Files>, assets: &Arc<Assets>) -> Self {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .expect("the default delimiters are fine");
        templates.set_syntax(syntax);
        templates.set_formatter(escape::write);
        functions::add_to(&mut templates, &locale, assets);
        let files = Arc::clone(files);
        templates.set_loader(move |name| {
            let source = files.get(name).filter(|_| is_template(name));
            Ok(source.map(|octets| String::from_utf8_lossy(octets).into_owned()))
        });
        Self { locale, templates }
    }
}

fn is_template(name: &str) -> bool {
    FOLDERS.iter().any(|folder| name.starts_with(folder))
}
