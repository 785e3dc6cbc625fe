//! Writing an announcement: it is kept as a draft, of which nobody is told.

use axum::body::Bytes;
use axum::extract::Path;
use axum::response::Response;

use super::super::{base, languages, refused};
use super::draft::known_draft;
use super::reading::Written;
use super::texts::Texts;
use crate::base::id::Id;
use crate::event::announcement::{self, Addressees, AnnouncementKind, Draft};
use crate::event::{Event, Mode};
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{AnnouncementFormPage, LanguageColumn};
use crate::view::{Choice, Field, Form, Placeholder, Problem, Widget, Words};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::Desk;
use crate::web::reply::see_other;

pub(super) async fn ask(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let kind = if event.is_over(tx.now()) {
        AnnouncementKind::FollowUp
    } else {
        AnnouncementKind::Announcement
    };
    let written = Written {
        kind: kind.to_string(),
        to: Addressees::Confirmed.to_string(),
        ..match kind {
            AnnouncementKind::Announcement => Written::default(),
            AnnouncementKind::FollowUp => thanks(&desk, &event),
        }
    };
    desk.html(&page(&desk, &event, &written, "new", Vec::new()))
}

/// Thanks in every language of the page, to begin with.
fn thanks(desk: &Desk, event: &Event) -> Written {
    let spoken = languages(desk, event);
    let said = |key: &str| {
        let title = [("title", "{title}")];
        Texts::each(&spoken, |language| {
            desk.site.view.locale(language).text_with(key, &title)
        })
    };
    Written {
        subject: said("announce-thanks-subject"),
        text: said("announce-thanks-text"),
        ..Written::default()
    }
}

pub(super) async fn submit(desk: Desk, body: Bytes) -> Result<Response, Error> {
    keep(&desk, None, &body).await
}

pub(super) async fn edit(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let draft = known_draft(&mut tx, &event, &id).await?;
    let written = Written::of(&draft.said, &event.details.text_order());
    let action = format!("drafts/{}/edit", draft.id);
    desk.html(&page(&desk, &event, &written, &action, Vec::new()))
}

pub(super) async fn resubmit(
    desk: Desk,
    Path((_, id)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    keep(&desk, Some(&id), &body).await
}

/// Keeps what was written, as a new draft or in place of a known one.
async fn keep(desk: &Desk, known: Option<&str>, body: &Bytes) -> Result<Response, Error> {
    let filled = Filled::read_texts(body)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let id: Id<Draft> = match known {
        Some(id) => known_draft(&mut tx, &event, id).await?.id,
        None => tx.new_id(),
    };
    let spoken = languages(desk, &event);
    let written = Written::read(&filled, &spoken);
    let said = match written.parse(&event, desk.locale(), &spoken, tx.now()) {
        Ok(said) => said,
        Err(problems) => {
            let action = known.map_or_else(|| "new".to_owned(), |_| format!("drafts/{id}/edit"));
            let page = page(desk, &event, &written, &action, problems);
            return Ok(refused(desk.html(&page)?));
        }
    };
    announcement::keep_draft(&mut tx, event.id, id, &said).await?;
    tx.commit().await?;
    Ok(see_other(&format!(
        "{}/announcements/drafts/{id}",
        base(&event)
    )))
}

fn page(
    desk: &Desk,
    event: &Event,
    written: &Written,
    action: &str,
    problems: Vec<Problem>,
) -> AnnouncementFormPage {
    let base = base(event);
    let column = |language: &crate::base::language::Language| {
        let field = |texts: &Texts, name, widget, key| {
            texts.field(language, name, widget, desk.locale().text(key), &problems)
        };
        LanguageColumn {
            lang: language.to_string(),
            dir: language.direction(),
            name: desk.locale().language_name(language),
            fields: vec![
                field(&written.subject, "subject", Widget::Line, "mail-subject"),
                field(&written.text, "text", Widget::Area, "announce-text"),
            ],
            untranslated: written.subject.lacks(language) || written.text.lacks(language),
        }
    };
    let fields = fields(desk, event, written).into_iter().map(|field| Field {
        problem: problems
            .iter()
            .find(|problem| problem.field.as_ref() == Some(&field.id))
            .map(|problem| problem.words.clone()),
        ..field
    });
    AnnouncementFormPage {
        frame: desk.event_frame(event, EventTab::Mail),
        columns: languages(desk, event).iter().map(column).collect(),
        placeholders: Placeholder::WORDS.to_vec(),
        form: Form {
            action: format!("{base}/announcements/{action}"),
            hidden: Vec::new(),
            fields: fields.collect(),
            problems,
        },
        base,
    }
}

fn fields(desk: &Desk, event: &Event, written: &Written) -> Vec<Field> {
    let text = |key: &str| desk.locale().text(key);
    let radios = |name: &str, words: &[&str], chosen: &str| {
        let choices = words
            .iter()
            .map(|word| Choice::new(*word, text(&format!("announce-{name}-{word}"))));
        Field {
            widget: Widget::Radios,
            ..Field::line(name, text(&format!("announce-{name}")))
        }
        .among(choices.collect(), chosen)
    };
    let mut fields = vec![
        radios("kind", AnnouncementKind::WORDS, &written.kind),
        radios("to", Addressees::WORDS, &written.to),
    ];
    if event.details.is_hybrid() {
        let any = Choice::new("", text("announce-mode-any"));
        let modes = Mode::WORDS
            .iter()
            .map(|mode| Choice::new(*mode, text(&format!("announce-mode-{mode}"))));
        let field = Field::optional("mode", Widget::Select, text("announce-mode"));
        fields.push(field.among(std::iter::once(any).chain(modes).collect(), &written.mode));
    }
    if event.session_ids.len() > 1 {
        let field = Field::optional("session", Widget::Select, text("announce-session"));
        fields.push(field.among(sessions(desk, event), &written.session));
    }
    let spoken = languages(desk, event);
    if spoken.len() > 1 {
        let choices = spoken.iter().map(|language| Choice {
            chosen: written.languages.contains(&language.to_string()),
            ..Choice::new(language.to_string(), desk.locale().language_name(language))
        });
        fields.push(Field {
            options: choices.collect(),
            ..Field::optional("languages", Widget::Boxes, text("announce-languages"))
                .hinted(text("announce-languages-hint"))
        });
    }
    let zone = event.details.zone.to_string();
    let hint = desk
        .locale()
        .text_with("announce-send-at-hint", &[("zone", &zone)]);
    fields.push(
        Field::optional("send_at", Widget::DateTime, text("announce-send-at"))
            .hinted(hint)
            .holding(written.send_at.clone()),
    );
    for (name, typed) in [
        ("recording", &written.recording),
        ("survey", &written.survey),
    ] {
        fields.push(
            Field::optional(name, Widget::Link, text(&format!("announce-{name}")))
                .hinted(text(&format!("announce-{name}-hint")))
                .holding(typed.clone()),
        );
    }
    fields
}

fn sessions(desk: &Desk, event: &Event) -> Vec<Choice> {
    let any = Choice::new("", desk.locale().text("announce-session-any"));
    let order = event.details.text_order();
    let known = event.sessions().map(|of| {
        let key = event.details.session_key(of.index).to_string();
        let title = of.session.title.as_ref();
        let title = title.and_then(|title| Words::pick(title, desk.locale(), &order));
        Choice::new(key.clone(), title.unwrap_or_else(|| Words::plain(key)))
    });
    std::iter::once(any).chain(known).collect()
}
