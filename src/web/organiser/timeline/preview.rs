//! Looking at a mail before it leaves.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::{base, framing, languages, letter};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Language;
use crate::event::{AttendeeMail, Event, Key, Session};
use crate::mailer::compose::{Shown, sample_reader};
use crate::mailer::timeline;
use crate::mailer::trial::{self, Tried};
use crate::registration::{self, Registration};
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{FoundPerson, Preview, PreviewPage, TestForm, Tongue};
use crate::view::{MailText, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;

/// The kind of the link to those who appear.
const LINEUP_LINK: &str = "lineup_link";

/// What the address says of the mail besides its kind.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    language: String,
    session: String,
    mark: String,
    person: String,
    q: String,
}

/// A mail, and whose it is.
struct Looked {
    event: Arc<Event>,
    kind: String,
    session: Option<Id<Session>>,
    mark: i64,
    /// A real person; none for somebody who might register.
    person: Option<Registration>,
    reader: Registration,
}

pub(super) async fn show(
    desk: Desk,
    Path((_, kind)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let looked = look(&desk, &mut tx, kind, &asked).await?;
    let words = looked.words(&desk, tx.now())?;
    let found = found(&desk, &mut tx, &looked, &asked).await?;
    let own = looked.kind.parse::<AttendeeMail>().is_ok();
    let base = base(&looked.event);
    let page = PreviewPage {
        frame: desk.event_frame(&looked.event, EventTab::Mail),
        preview: preview(
            &desk,
            &looked.reader.language,
            words,
            looked.address("/html", &asked),
        ),
        person: looked
            .person
            .as_ref()
            .map(|person| Words::plain(person.name.as_str())),
        tongues: looked.tongues(&desk, &asked),
        here: format!("{base}/preview/{}", looked.kind),
        hidden: vec![
            ("session", asked.session.clone()),
            ("mark", looked.mark.to_string()),
        ],
        search: asked.q.clone(),
        found,
        test: looked.test_form(&desk, &asked),
        words: own.then(|| format!("{base}/words/{}", looked.kind)),
        kind: looked.kind,
        base,
    };
    framing(&desk, &page)
}

/// Its HTML part alone.
pub(super) async fn letter_of(desk: &Desk, kind: String, asked: &Asked) -> Result<MailText, Error> {
    let mut tx = desk.site.db.read().await?;
    let looked = look(desk, &mut tx, kind, asked).await?;
    looked.words(desk, tx.now())
}

pub(super) async fn html(
    desk: Desk,
    Path((_, kind)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Error> {
    Ok(letter(letter_of(&desk, kind, &asked).await?))
}

/// Sends it to whoever asks, as a test.
pub(super) async fn test(
    desk: Desk,
    Path((_, kind)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let asked = Asked {
        session: filled.text("session").to_owned(),
        mark: filled.text("mark").to_owned(),
        ..Asked::default()
    };
    let mut tx = desk.site.db.begin().await?;
    let looked = look(&desk, &mut tx, kind, &asked).await?;
    let tried = Tried::Mail {
        kind: looked.kind.clone(),
        session: looked.session.map(Id::uuid),
        mark: looked.mark,
    };
    let path = format!("{}/preview/{}", base(&looked.event), looked.kind);
    send_test(&desk, tx, &looked.event, &tried, &filled, &path).await
}

/// Owes whoever works here a test in each of the languages that were ticked.
pub(super) async fn send_test(
    desk: &Desk,
    mut tx: Tx,
    event: &Event,
    tried: &Tried,
    filled: &Filled,
    back: &str,
) -> Result<Response, Error> {
    let mut wanted = languages(desk, event);
    wanted.retain(|language| {
        filled
            .all("language")
            .any(|tag| tag == language.to_string())
    });
    trial::owe(&mut tx, event, &desk.organiser, tried, &wanted).await?;
    tx.commit().await?;
    desk.site.worker.notify_one();
    Ok(desk.done_counting(back, "mail-tested", wanted.len()))
}

/// What a mail says, as a page shows it.
pub(super) fn preview(desk: &Desk, language: &Language, words: MailText, html: String) -> Preview {
    let spoken = desk.site.view.locale(language).language();
    Preview {
        lang: spoken.to_string(),
        dir: spoken.direction(),
        language: desk.locale().language_name(spoken),
        subject: words.subject,
        text: words.text,
        html,
    }
}

/// How a test is asked for at `action`.
pub(super) fn test_form(
    desk: &Desk,
    event: &Event,
    action: String,
    hidden: Vec<(&'static str, String)>,
) -> TestForm {
    let named = |language: &Language| (language.to_string(), desk.locale().language_name(language));
    TestForm {
        action,
        hidden,
        to: desk.organiser.email.to_string(),
        languages: languages(desk, event).iter().map(named).collect(),
    }
}

async fn look(desk: &Desk, tx: &mut Tx, kind: String, asked: &Asked) -> Result<Looked, Error> {
    let event = desk.event(tx).await?;
    if kind.parse::<AttendeeMail>().is_err() && kind != LINEUP_LINK {
        return Err(Error::NotFound);
    }
    let key: Option<Key> = Some(asked.session.as_str())
        .filter(|key| !key.is_empty())
        .map(|key| key.parse().map_err(|_| Error::NotFound))
        .transpose()?;
    let session = match key {
        Some(key) => Some(session_of(&event, &key).ok_or(Error::NotFound)?),
        None => None,
    };
    let person = person(tx, &event, &asked.person).await?;
    let known = languages(desk, &event);
    let language = known.iter().find(|one| one.to_string() == asked.language);
    let language = language.unwrap_or(&known[0]);
    let reader = person
        .clone()
        .unwrap_or_else(|| sample_reader(&event, language, tx.now()));
    Ok(Looked {
        kind,
        session,
        mark: asked.mark.parse().unwrap_or(0),
        person,
        reader,
        event: Arc::new(event),
    })
}

fn session_of(event: &Event, key: &Key) -> Option<Id<Session>> {
    let found = event
        .sessions()
        .find(|of| event.details.session_key(of.index) == *key);
    found.map(|of| of.id)
}

/// The registration that the address names, of this very event (S-2).
async fn person(tx: &mut Tx, event: &Event, id: &str) -> Result<Option<Registration>, Error> {
    if id.is_empty() {
        return Ok(None);
    }
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let found = registration::load(tx, id).await?;
    let found = found.filter(|registration| registration.event == event.id);
    found.ok_or(Error::NotFound).map(Some)
}

async fn found(
    desk: &Desk,
    tx: &mut Tx,
    looked: &Looked,
    asked: &Asked,
) -> Result<Vec<FoundPerson>, Error> {
    if asked.q.trim().is_empty() {
        return Ok(Vec::new());
    }
    let people = timeline::people(tx, &looked.event, asked.q.trim()).await?;
    Ok(people
        .into_iter()
        .map(|one| FoundPerson {
            href: looked.address_for(asked, Some(one.id)),
            name: one.name.to_string(),
            language: desk.locale().language_name(&one.language),
            state: one.state.as_str(),
        })
        .collect())
}

impl Looked {
    fn words(&self, desk: &Desk, now: crate::base::clock::Instant) -> Result<MailText, Error> {
        let shown = match self.kind.parse() {
            Ok(notice) => Shown::Notice {
                notice,
                session: self.session,
                mark: self.mark,
            },
            Err(_) => Shown::LineupLink,
        };
        Ok(desk
            .site
            .composer()
            .preview(&self.event, shown, self.reader.clone(), now)?)
    }

    /// The address of this very mail, or of a part of it.
    fn address(&self, part: &str, asked: &Asked) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("session", &asked.session);
        query.append_pair("mark", &self.mark.to_string());
        match &self.person {
            Some(person) => query.append_pair("person", &person.id.to_string()),
            None => query.append_pair("language", &self.reader.language.to_string()),
        };
        let (base, kind) = (base(&self.event), &self.kind);
        format!("{base}/preview/{kind}{part}?{}", query.finish())
    }

    fn address_for(&self, asked: &Asked, person: Option<Id<Registration>>) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("session", &asked.session);
        query.append_pair("mark", &self.mark.to_string());
        if let Some(person) = person {
            query.append_pair("person", &person.to_string());
        }
        format!(
            "{}/preview/{}?{}",
            base(&self.event),
            self.kind,
            query.finish()
        )
    }

    fn tongues(&self, desk: &Desk, asked: &Asked) -> Vec<Tongue> {
        if self.person.is_some() || self.kind == LINEUP_LINK {
            return Vec::new();
        }
        let bare = self.address_for(asked, None);
        languages(desk, &self.event)
            .iter()
            .map(|language| Tongue {
                tag: language.to_string(),
                name: desk.locale().language_name(language),
                href: format!("{bare}&language={language}"),
                current: *language == self.reader.language,
            })
            .collect()
    }

    fn test_form(&self, desk: &Desk, asked: &Asked) -> TestForm {
        let action = format!("{}/preview/{}/test", base(&self.event), self.kind);
        let hidden = vec![
            ("session", asked.session.clone()),
            ("mark", self.mark.to_string()),
        ];
        test_form(desk, &self.event, action, hidden)
    }
}
