//! The mails of a demonstration, for whoever runs it to read. Part of `convoke demo` only.

use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use axum::response::{IntoResponse, Response};
use mail_parser::{MessageParser, MimeHeaders};

use super::reply::{html, no_store};
use super::{Error, Site};
use crate::base::language::Language;
use crate::view::{Frame, MailboxPage, SentMail};
use crate::web::methods::get;

/// A mail's own HTML may style itself and do nothing else.
const MAIL_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// A mail as it lies in the folder.
#[derive(Debug, Clone)]
pub struct FoundMail {
    /// Its file's name without the ending.
    pub name: String,
    /// Who got it.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// Its language.
    pub language: String,
    /// Its text part.
    pub text: String,
    html: String,
    calendar: Option<String>,
    raw: Vec<u8>,
}

/// The addresses that show the mails in `folder`.
pub fn demo(folder: PathBuf) -> Router<Arc<Site>> {
    let folder = Arc::new(folder);
    let listed = Arc::clone(&folder);
    Router::new()
        .route(
            "/{language}/demo/mails",
            get(move |site, language| list(site, language, listed)),
        )
        .route("/demo/mails/{file}", get(move |file| show(file, folder)))
}

/// The mails in `folder`, the earliest first; what is being written is passed over. Files are read
/// beside the threads that serve.
pub async fn found_mails(folder: Arc<PathBuf>) -> Vec<FoundMail> {
    tokio::task::spawn_blocking(move || mails_in(&folder))
        .await
        .expect("what cannot be read is passed over")
}

fn mails_in(folder: &FilePath) -> Vec<FoundMail> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut mails: Vec<FoundMail> = files
        .filter_map(|file| {
            let path = file.path();
            let is_mail = path.extension().is_some_and(|ending| ending == "eml");
            let name = path.file_stem()?.to_str()?.to_owned();
            read(name, std::fs::read(&path).ok().filter(|_| is_mail)?)
        })
        .collect();
    // Names begin with a UUIDv7, which rises with time.
    mails.sort_by(|one, other| one.name.cmp(&other.name));
    mails
}

fn read(name: String, raw: Vec<u8>) -> Option<FoundMail> {
    let mail = MessageParser::default().parse(&raw)?;
    let calendar = mail
        .parts
        .iter()
        .find(|part| {
            part.content_type()
                .is_some_and(|kind| kind.subtype() == Some("calendar"))
        })
        .and_then(|part| part.text_contents());
    Some(FoundMail {
        to: mail.to()?.first()?.address()?.to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        language: mail
            .header_raw("Content-Language")
            .unwrap_or("en")
            .trim()
            .to_owned(),
        text: mail.body_text(0)?.into_owned(),
        html: mail.body_html(0)?.into_owned(),
        calendar: calendar.map(str::to_owned),
        name,
        raw: raw.clone(),
    })
}

async fn list(
    State(site): State<Arc<Site>>,
    Path(tag): Path<String>,
    folder: Arc<PathBuf>,
) -> Result<Response, Error> {
    let language: &Language = site.view.language(&tag).ok_or(Error::NotFound)?;
    let mails = found_mails(folder)
        .await
        .into_iter()
        .rev()
        .map(|mail| SentMail {
            to: mail.to,
            subject: mail.subject,
            lang: mail.language,
            text: mail.text,
            calendar: mail.calendar,
            html: format!("/demo/mails/{}.html", mail.name),
            whole: format!("/demo/mails/{}.eml", mail.name),
        });
    let page = MailboxPage {
        frame: Frame::new(&site.view, language, &site.name.get(), "/demo/mails").private(),
        mails: mails.collect(),
    };
    Ok(no_store(html(site.view.page(&page, language)?)))
}

async fn show(Path(file): Path<String>, folder: Arc<PathBuf>) -> Result<Response, Error> {
    let (name, kind) = file.rsplit_once('.').ok_or(Error::NotFound)?;
    let mail = found_mails(folder)
        .await
        .into_iter()
        .find(|mail| mail.name == name)
        .ok_or(Error::NotFound)?;
    let response = match kind {
        "html" => {
            let mut response = html(mail.html);
            let policy = HeaderValue::from_static(MAIL_POLICY);
            response
                .headers_mut()
                .insert(CONTENT_SECURITY_POLICY, policy);
            response
        }
        "eml" => {
            let kind = HeaderValue::from_static("message/rfc822");
            ([(CONTENT_TYPE, kind)], mail.raw).into_response()
        }
        _ => return Err(Error::NotFound),
    };
    Ok(no_store(response))
}
