//! An organiser's own words for the mails of each kind.

use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;

use super::{base, languages, refused};
use crate::base::language::{Language, Localised};
use crate::event::{
    self, AttendeeMail, CannotSave, Event, EventState, MailSettings, SaveOptions, Wording,
};
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{LanguageColumn, OwnWordsFormPage, OwnWordsPage, OwnWordsRow};
use crate::view::{Field, Form, Phrase, Placeholder, Problem, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::organiser::timeline::announcements::texts::{Texts, Typed};

/// Some sentences.
const LEAD: usize = 2_000;

pub(super) async fn list(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let base = base(&event);
    let row = |kind: &AttendeeMail| OwnWordsRow {
        kind: kind.as_str(),
        href: format!("{base}/words/{kind}"),
        preview: format!("{base}/preview/{kind}"),
        own: own_languages(&desk, &event, *kind),
    };
    desk.html(&OwnWordsPage {
        frame: desk.event_frame(&event, EventTab::Mail),
        kinds: AttendeeMail::ALL.iter().map(row).collect(),
        base: base.clone(),
    })
}

pub(super) async fn show(
    desk: Desk,
    Path((_, kind)): Path<(String, String)>,
) -> Result<Response, Error> {
    let kind = kind.parse().map_err(|_| Error::NotFound)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let kept = Kept::of(&event, kind);
    let order = event.details.text_order();
    let texts = |part: &Option<Localised<Phrase>>| Texts::of(part.as_ref(), &order);
    let typed = [texts(&kept.subject), texts(&kept.lead)];
    desk.html(&page(&desk, &event, kind, &typed, Vec::new()))
}

pub(super) async fn submit(
    desk: Desk,
    Path((_, kind)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let kind: AttendeeMail = kind.parse().map_err(|_| Error::NotFound)?;
    let filled = Filled::read_texts(&body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let spoken = languages(&desk, &event);
    let typed = [
        Texts::read(&filled, "subject", &spoken),
        Texts::read(&filled, "lead", &spoken),
    ];
    let links = event.details.meeting_links();
    let mut problems = Vec::new();
    let [subject, lead] = [
        (Typed::SUBJECT, &typed[0]),
        (Typed::lines("lead", LEAD), &typed[1]),
    ]
    .map(|(sort, texts)| texts.parse(desk.locale(), sort, &links, &mut problems));
    if !problems.is_empty() {
        return Ok(refused(
            desk.html(&page(&desk, &event, kind, &typed, problems))?,
        ));
    }
    let kept = Kept::of(&event, kind);
    let wording = Wording {
        kind,
        subject: merged(kept.subject, subject, &event, &spoken),
        lead: merged(kept.lead, lead, &event, &spoken),
    };
    let mut details = event.details.clone();
    replace(details.mail.get_or_insert_default(), wording);
    let saved = save(&desk, &mut tx, &event, details).await;
    match saved {
        Ok(()) => {}
        Err(CannotSave::Database(error)) => return Err(error.into()),
        Err(_) => {
            let problems = vec![overtaken(&desk)];
            return Ok(refused(
                desk.html(&page(&desk, &event, kind, &typed, problems))?,
            ));
        }
    }
    tx.commit().await?;
    Ok(desk.done(&format!("{}/words/{kind}", base(&event)), "mail-words"))
}

/// Saves what is stated about mails; nobody has to be told of it.
pub(super) async fn save(
    desk: &Desk,
    tx: &mut crate::base::db::Tx,
    event: &Event,
    details: event::Details,
) -> Result<(), CannotSave> {
    let actor = desk.actor();
    let options = SaveOptions {
        draft: event.state == EventState::Draft,
        quietly: true,
        actor: &actor,
        of_revision: Some(event.revision),
    };
    let (key, organisation) = (&desk.site.key, event.organisation);
    event::save(tx, key, organisation, &event.sender, details, options).await?;
    Ok(())
}

pub(super) fn overtaken(desk: &Desk) -> Problem {
    Problem {
        field: None,
        words: desk.locale().text("mail-overtaken"),
    }
}

/// The words that are kept for mails of one kind.
struct Kept {
    subject: Option<Localised<Phrase>>,
    lead: Option<Localised<Phrase>>,
}

impl Kept {
    fn of(event: &Event, kind: AttendeeMail) -> Self {
        let texts = event.details.mail.iter().flat_map(|mail| &mail.texts);
        let kept = texts.into_iter().find(|text| text.kind == kind).cloned();
        kept.map_or(
            Self {
                subject: None,
                lead: None,
            },
            |kept| Self {
                subject: kept.subject,
                lead: kept.lead,
            },
        )
    }
}

/// What was typed, with what is kept in languages that the form does not ask for.
fn merged(
    kept: Option<Localised<Phrase>>,
    typed: Vec<(Language, Phrase)>,
    event: &Event,
    asked: &[Language],
) -> Option<Localised<Phrase>> {
    let first = &event.details.text_order()[0];
    let kept: Vec<(Language, Phrase)> = kept
        .iter()
        .flat_map(|kept| kept.texts(first))
        .filter(|(language, _)| !asked.iter().any(|one| one.is_same_tongue(language)))
        .map(|(language, phrase)| (language, phrase.clone()))
        .collect();
    let all: std::collections::BTreeMap<_, _> = kept.into_iter().chain(typed).collect();
    (!all.is_empty()).then_some(Localised::Each(all))
}

fn replace(mail: &mut MailSettings, wording: Wording) {
    mail.texts.retain(|text| text.kind != wording.kind);
    if wording.subject.is_some() || wording.lead.is_some() {
        mail.texts.push(wording);
        mail.texts.sort_by_key(|text| text.kind);
    }
}

fn own_languages(desk: &Desk, event: &Event, kind: AttendeeMail) -> Vec<String> {
    let kept = Kept::of(event, kind);
    let first = &event.details.text_order()[0];
    let mut own: Vec<Language> = [kept.subject, kept.lead]
        .iter()
        .flatten()
        .flat_map(|texts| texts.texts(first))
        .map(|(language, _)| language)
        .collect();
    own.sort();
    own.dedup();
    own.iter()
        .map(|language| desk.locale().language_name(language))
        .collect()
}

fn page(
    desk: &Desk,
    event: &Event,
    kind: AttendeeMail,
    [subject, lead]: &[Texts; 2],
    problems: Vec<Problem>,
) -> OwnWordsFormPage {
    let base = base(event);
    let spoken = languages(desk, event);
    let field = |texts: &Texts, language: &Language, name: &str, widget, key: &str| {
        texts.field(language, name, widget, desk.locale().text(key), &problems)
    };
    let column = |language: &Language| LanguageColumn {
        lang: language.to_string(),
        dir: language.direction(),
        name: desk.locale().language_name(language),
        fields: vec![
            field(subject, language, "subject", Widget::Line, "mail-subject"),
            field(lead, language, "lead", Widget::Area, "words-lead-field"),
        ],
        untranslated: subject.lacks(language) || lead.lacks(language),
    };
    OwnWordsFormPage {
        frame: desk.event_frame(event, EventTab::Mail),
        kind: kind.as_str(),
        columns: spoken.iter().map(column).collect::<Vec<LanguageColumn>>(),
        placeholders: Placeholder::WORDS.to_vec(),
        preview: format!("{base}/preview/{kind}"),
        form: Form {
            action: format!("{base}/words/{kind}"),
            hidden: Vec::new(),
            fields: Vec::<Field>::new(),
            problems,
        },
        base,
    }
}
