//! Deciding on those who are ticked, or on all that a filter means; taking it back (F-14, U-11).

use axum::body::Bytes;
use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use form_urlencoded::Serializer;

use super::query::Wanted;
use super::{base, wake};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::base::text::SingleLine;
use crate::event::{Event, MANY};
use crate::registration::find::{self, Named, Order};
use crate::registration::{
    self, Batch, Decider, LONGEST_TAG, Registration, TIME_TO_UNDO, Tally, Verb, decide_all,
};
use crate::view::desk::EventTab;
use crate::view::desk::registrations::DecidePage;
use crate::view::{Field, Form, Hidden, Locale, Widget};
use crate::web::Error;
use crate::web::form::Filled;
use crate::web::organiser::desk::Desk;
use crate::web::organiser::sign_in::own_path;
use crate::web::reply::see_other;

/// So many are decided on in one unit of work.
const CHUNK: usize = 100;
/// So many at most by one press.
const MOST: i64 = 2_000;
/// So many names are shown before.
const NAMES: usize = 12;
/// Characters of the longest reason.
const LONGEST_REASON: usize = 2_000;

/// Says what a decision means, before it is made.
pub async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let filled = Filled::in_address(query)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let chosen = Chosen::read(&mut tx, &filled, &event).await?;
    desk.html(&chosen.page(&desk, &event, &filled, false))
}

/// Decides.
pub async fn decide(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let chosen = Chosen::read(&mut tx, &filled, &event).await?;
    drop(tx);
    if chosen.people.is_empty() {
        return Ok(desk.done(&base(&event), "nobody-chosen"));
    }
    if !chosen.is_sure(&filled) {
        return Ok(see_other(&chosen.question(&event, &filled)));
    }
    if chosen.is_many() && filled.text("name") != event.details.slug.as_str() {
        let page = desk.html(&chosen.page(&desk, &event, &filled, true))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let reason = reason(&filled, &event);
    let (batch, tally) = in_chunks(&desk, &chosen, reason.as_ref()).await?;
    let back = back(&filled, &event);
    Ok(see_other(&outcome(&back, chosen.verb, batch, tally)))
}

/// Takes back what one press decided, as far as nobody was told.
pub async fn undo(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let batch = filled.text("batch").parse().map_err(|_| Error::NotFound)?;
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let tally = registration::undo(&mut tx, &event, batch, &desk.actor()).await?;
    tx.commit().await?;
    wake(&desk);
    let back = back(&filled, &event);
    let (done, listed, stay) = (tally.done, tally.to_the_list, tally.stay);
    Ok(see_other(&format!(
        "{back}?done=decision-undone&n={done}&listed={listed}&stay={stay}"
    )))
}

/// Gives those who are ticked, or all that the filter means, a tag.
pub async fn tag(desk: Desk, body: Bytes) -> Result<Response, Error> {
    let filled = Filled::read(&body)?;
    let tag = SingleLine::clean(filled.text("new_tag")).cut(LONGEST_TAG);
    let mut tx = desk.site.db.begin().await?;
    let event = desk.event(&mut tx).await?;
    let people = people(&mut tx, &filled, &event).await?;
    let back = base(&event);
    if tag.is_empty() || people.is_empty() {
        return Ok(desk.done(&back, "nobody-chosen"));
    }
    let ids: Vec<Id<Registration>> = people.iter().map(|person| person.id).collect();
    let tagged = registration::tag_all(&mut tx, event.id, &ids, &tag, &desk.actor()).await?;
    tx.commit().await?;
    Ok(desk.done_counting(&back, "tagged", tagged))
}

/// What is to be decided, and on whom.
struct Chosen {
    verb: Verb,
    people: Vec<Named>,
    all: bool,
    wanted: Wanted,
}

impl Chosen {
    async fn read(tx: &mut Tx, filled: &Filled, event: &Event) -> Result<Self, Error> {
        Ok(Self {
            verb: filled.text("verb").parse().map_err(|_| Error::NotFound)?,
            people: people(tx, filled, event).await?,
            all: filled.text("all") == "yes",
            wanted: Wanted::read(filled, event),
        })
    }

    /// What takes something away, and what is about all, is asked about first.
    fn is_sure(&self, filled: &Filled) -> bool {
        let is_harmless = matches!(self.verb, Verb::Approve | Verb::Waitlist) && !self.all;
        is_harmless || filled.text("sure") == "yes"
    }

    fn is_many(&self) -> bool {
        count(self.people.len()) > MANY
    }

    /// The page that asks.
    fn question(&self, event: &Event, filled: &Filled) -> String {
        let query = Serializer::new(String::new())
            .extend_pairs(self.pairs(filled))
            .finish();
        format!("{}/decide?{query}", base(event))
    }

    fn pairs(&self, filled: &Filled) -> Vec<(&'static str, String)> {
        let mut pairs = vec![("verb", self.verb.to_string())];
        if self.all {
            pairs.push(("all", "yes".to_owned()));
            pairs.extend(self.wanted.pairs());
        } else {
            pairs.extend(
                self.people
                    .iter()
                    .map(|person| ("id", person.id.to_string())),
            );
        }
        let back = filled.text("back");
        if !back.is_empty() {
            pairs.push(("back", back.to_owned()));
        }
        pairs
    }

    fn page(&self, desk: &Desk, event: &Event, filled: &Filled, is_refused: bool) -> DecidePage {
        let locale = desk.locale();
        let mut hidden: Vec<Hidden> = self
            .pairs(filled)
            .into_iter()
            .map(|(name, value)| Hidden {
                name: name.to_owned(),
                value,
            })
            .collect();
        hidden.push(Hidden {
            name: "sure".to_owned(),
            value: "yes".to_owned(),
        });
        let mut fields = match self.verb {
            Verb::Decline => reasons(locale, event, filled),
            _ => Vec::new(),
        };
        if self.is_many() {
            fields.push(short_name(locale, event, filled, is_refused));
        }
        let shown = self.people.iter().take(NAMES);
        DecidePage {
            frame: desk.event_frame(event, EventTab::Registrations),
            base: base(event),
            verb: self.verb.as_str(),
            count: count(self.people.len()),
            names: shown.map(|person| person.name.to_string()).collect(),
            more: count(self.people.len().saturating_sub(NAMES)),
            places: count(self.people.iter().filter(|person| person.seated).count()),
            minutes: TIME_TO_UNDO.num_minutes(),
            form: Form {
                hidden,
                ..Form::of(format!("{}/decide", base(event)), fields)
            },
        }
    }
}

/// Those who are ticked, or all that the filter means. One who is none of this event's is nobody (S-2).
async fn people(tx: &mut Tx, filled: &Filled, event: &Event) -> Result<Vec<Named>, Error> {
    let ids: Vec<Id<Registration>> = if filled.text("all") == "yes" {
        let wanted = Wanted::read(filled, event);
        find::ids(tx, event.id, &wanted.filter, Order::Oldest, (MOST, 0)).await?
    } else {
        let parsed: Result<_, _> = filled.all("id").map(str::parse).collect();
        parsed.map_err(|_| Error::NotFound)?
    };
    let people = find::named(tx, event.id, &ids).await?;
    if people.len() < ids.len() {
        return Err(Error::NotFound);
    }
    Ok(people)
}

/// A unit of work for each hundred, so that nobody else waits long.
async fn in_chunks(
    desk: &Desk,
    chosen: &Chosen,
    reason: Option<&Localised>,
) -> Result<(Id<Batch>, Tally), Error> {
    let mut tally = Tally::default();
    let mut batch = None;
    let actor = desk.actor();
    for chunk in chosen.people.chunks(CHUNK) {
        let ids: Vec<Id<Registration>> = chunk.iter().map(|person| person.id).collect();
        let mut tx = desk.site.db.begin().await?;
        let event = desk.event(&mut tx).await?;
        let batch = *batch.get_or_insert_with(|| tx.new_id());
        let by = Decider::with_time_to_undo(&actor, batch);
        let of_chunk = decide_all(&mut tx, &event, &ids, chosen.verb, &by, reason).await?;
        tx.commit().await?;
        tally = tally.with(of_chunk);
    }
    wake(desk);
    Ok((batch.ok_or(Error::NotFound)?, tally))
}

/// The address that says what was decided, and how it is taken back.
pub(super) fn outcome(back: &str, verb: Verb, batch: Id<Batch>, tally: Tally) -> String {
    let Tally {
        done,
        know_link,
        full,
        not_open,
        ..
    } = tally;
    format!(
        "{back}?done=decided-{verb}&n={done}&undo={batch}&full={full}&not_open={not_open}&know={know_link}"
    )
}

/// The same where several verbs were meant.
pub(super) fn outcome_of_several(back: &str, batch: Id<Batch>, tally: Tally) -> String {
    outcome(back, Verb::Approve, batch, tally).replace("decided-approve", "decided-several")
}

/// Where the form came from: the list, unless it says another page of the workspace.
fn back(filled: &Filled, event: &Event) -> String {
    match filled.text("back") {
        "" => base(event),
        path => own_path(path).to_owned(),
    }
}

/// A field for the reason in each language of the event's page.
pub(super) fn reasons(locale: &Locale, event: &Event, filled: &Filled) -> Vec<Field> {
    let languages = event.details.page_languages();
    let field = |language: &crate::base::language::Language| {
        let name = format!("reason.{language}");
        let spoken = locale.language_name(language);
        Field {
            widget: Widget::Area,
            required: false,
            value: filled.text(&name).to_owned(),
            lang: Some(language.to_string()),
            ..Field::line(
                &name,
                locale.text_with("registrations-reason-in", &[("language", &spoken)]),
            )
        }
    };
    languages.iter().map(field).collect()
}

/// The reason in the languages in which one was given.
pub(super) fn reason(filled: &Filled, event: &Event) -> Option<Localised> {
    let given = event
        .details
        .page_languages()
        .iter()
        .filter_map(|language| {
            let text = SingleLine::clean(filled.text(&format!("reason.{language}")));
            let text = text.cut(LONGEST_REASON);
            (!text.is_empty()).then(|| (language.clone(), text.to_string()))
        });
    let each: std::collections::BTreeMap<_, _> = given.collect();
    (!each.is_empty()).then_some(Localised::Each(each))
}

fn short_name(locale: &Locale, event: &Event, filled: &Filled, is_refused: bool) -> Field {
    let slug = event.details.slug.to_string();
    Field {
        value: filled.text("name").to_owned(),
        problem: is_refused
            .then(|| locale.text_with("registrations-type-name-wrong", &[("name", &slug)])),
        ..Field::line(
            "name",
            locale.text_with("registrations-type-name", &[("name", &slug)]),
        )
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
