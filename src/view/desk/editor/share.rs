use serde::Serialize;

use crate::base::language::{Direction, Language};
use crate::view::desk::DeskFrame;
use crate::view::escape;

/// How an event is shown on other sites.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SharePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// `public`, `unlisted`, `sensitive`, or `draft` while nobody else sees it.
    pub visibility: &'static str,
    /// The address that leads each reader to a language of theirs.
    pub address: String,
    /// The complete address of the calendar file.
    pub calendar: String,
    /// It in each of its languages.
    pub editions: Vec<ShareEdition>,
    /// The sites that may frame it.
    pub sites: Vec<String>,
    /// Where these are stated.
    pub settings: String,
    /// The links of partners.
    pub partners: String,
}

/// An event in one language, for other sites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShareEdition {
    /// The language tag.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// The complete address of its page.
    pub page: String,
    /// HTML of a link.
    pub link: String,
    /// HTML of a frame.
    pub framed: String,
}

impl ShareEdition {
    /// The event called `title` in `language`, at `page`.
    pub fn of(language: &Language, name: String, title: &str, page: String) -> Self {
        let (href, title) = (escape::html(&page), escape::html(title));
        let dir = match language.direction() {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        };
        Self {
            link: format!(
                "<p lang=\"{language}\" dir=\"{dir}\"><a href=\"{href}\">{title}</a></p>"
            ),
            framed: format!(
                "<iframe src=\"{href}/embed\" title=\"{title}\" lang=\"{language}\" width=\"100%\" \
                 height=\"520\" frameborder=\"0\" loading=\"lazy\"></iframe>"
            ),
            tag: language.to_string(),
            name,
            page,
        }
    }
}
