//! The survey of one person: its address, sent by mail, leads here and to nothing else of theirs. GET shows, POST
//! keeps. The log says of neither that it was theirs.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::allowance::{may_answer, too_many};
use super::visitor::Visit;
use crate::base::db::Tx;
use crate::event::{self, Event, Put, Survey, SurveyDoor, SurveyKind, facts_to_send};
use crate::registration::{
    self, Answer, Answers, LONGEST_SURVEY_TEXT, Registration, Surveyed, answer_survey,
    survey_answer, survey_of, survey_token,
};
use crate::view::{Choice, Field, Form, SurveyPage, Widget};
use crate::web::form::Filled;
use crate::web::methods::{AndPost, get};
use crate::web::reply::{html, secret, see_other};
use crate::web::{Error, Site};

pub(super) fn router() -> Router<Arc<Site>> {
    Router::new().route("/{language}/survey/{token}", get(show).and_post(answer))
}

/// What is asked, with what they have said; or when it can be answered.
pub async fn show(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let mut tx = site.db.read().await?;
    let asked = Asked::by(&mut tx, &site, &token).await?;
    let said = survey_answer(&mut tx, &site.key, &asked.registration).await?;
    let typed = |put: &Put<'_>| {
        said.as_ref()
            .map_or("", |said| said_to(said, put))
            .to_owned()
    };
    let page = SurveyPage {
        answered: said.is_some(),
        saved: said.is_some() && query.as_deref() == Some("saved"),
        deleted: said.is_none() && query.as_deref() == Some("deleted"),
        ..asked.page(&visit, &token, typed, None)
    };
    Ok(secret(html(site.view.page(&page, visit.language)?)))
}

/// Keeps what they say, in place of what they said before.
pub async fn answer(
    State(site): State<Arc<Site>>,
    Path((language, token)): Path<(String, String)>,
    body: Bytes,
) -> Result<Response, Error> {
    let visit = Visit::in_language(&site, &language)?;
    let filled = Filled::read(&body)?;
    let id = survey_of(&site.key, &token).ok_or(Error::NotFound)?;
    if !may_answer(&site, id).await? {
        return Ok(too_many());
    }
    let mut tx = site.db.begin().await?;
    let asked = Asked::by(&mut tx, &site, &token).await?;
    let typed = |put: &Put<'_>| filled.text(&field_name(put)).to_owned();
    let (event, registration) = (&asked.event, &asked.registration);
    let faulty = match answer_survey(&mut tx, &site.key, event, registration, typed).await? {
        kept @ (Surveyed::Kept | Surveyed::TakenBack) => {
            tx.commit().await?;
            let done = if kept == Surveyed::Kept {
                "saved"
            } else {
                "deleted"
            };
            let own = format!("/{}/survey/{token}?{done}", visit.language);
            return Ok(secret(see_other(&own)));
        }
        Surveyed::Closed => None,
        Surveyed::Empty => Some((0, visit.locale().text("survey-empty"))),
        Surveyed::TooLong(place) => {
            let most = LONGEST_SURVEY_TEXT as u64;
            Some((
                place,
                visit.locale().text_counting("problem-text-long", most),
            ))
        }
    };
    let status = match faulty {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::CONFLICT,
    };
    let page = asked.page(&visit, &token, typed, faulty);
    let text = html(site.view.page(&page, visit.language)?);
    Ok(secret((status, text).into_response()))
}

/// Where the survey of `registration` is, while it can be answered.
pub(super) fn open_survey(
    visit: &Visit<'_>,
    event: &Event,
    registration: &Registration,
    now: crate::base::clock::Instant,
) -> Option<String> {
    let is_open = matches!(event.survey_door(now), Some(SurveyDoor::Open(_)));
    let token = survey_token(&visit.site.key, registration.id);
    (is_open && registration.is_surveyed()).then(|| format!("/{}/survey/{token}", visit.language))
}

/// Who is asked, and what.
struct Asked {
    event: Event,
    registration: Registration,
    survey: Survey,
    door: SurveyDoor,
}

impl Asked {
    /// One neutral answer for whatever is not there (any more): the token, their place, the survey.
    async fn by(tx: &mut Tx, site: &Site, token: &str) -> Result<Self, Error> {
        let id = survey_of(&site.key, token).ok_or(Error::NotFound)?;
        let registration = registration::load(tx, id).await?.ok_or(Error::NotFound)?;
        let event = event::load(tx, &site.key, registration.event).await?;
        let event = event.ok_or(Error::NotFound)?;
        let is_kept = tx.now() < event.schedule.ends_at() + event.details.retention().delta();
        if !is_kept || !registration.is_surveyed() {
            return Err(Error::NotFound);
        }
        Ok(Self {
            survey: event.details.survey.clone().ok_or(Error::NotFound)?,
            door: event.survey_door(tx.now()).ok_or(Error::NotFound)?,
            event,
            registration,
        })
    }

    fn page(
        &self,
        visit: &Visit<'_>,
        token: &str,
        typed: impl Fn(&Put<'_>) -> String,
        faulty: Option<(usize, String)>,
    ) -> SurveyPage {
        let locale = visit.locale();
        let own = format!("/survey/{token}");
        let (state, at) = match self.door {
            SurveyDoor::Early(at) => ("early", at),
            SurveyDoor::Open(at) => ("open", at),
            SurveyDoor::Closed(at) => ("closed", at),
        };
        let put = self.survey.put();
        let fields = put.iter().enumerate().map(|(place, put)| Field {
            problem: faulty
                .as_ref()
                .filter(|(at, _)| *at == place)
                .map(|(_, words)| words.clone()),
            ..self.field(visit, put, &typed(put))
        });
        let form = (state == "open")
            .then(|| Form::of(format!("/{}{own}", visit.language), fields.collect()));
        SurveyPage {
            frame: visit.frame_about(&self.event, &own).private(),
            event: facts_to_send(&self.event, locale, &self.registration.sessions),
            event_page: visit.event_path(&self.event, ""),
            state,
            moment: locale.moment(&self.event.details.zone, at),
            form,
            answered: false,
            saved: false,
            deleted: false,
        }
    }

    fn field(&self, visit: &Visit<'_>, put: &Put<'_>, typed: &str) -> Field {
        let (locale, order) = (visit.locale(), self.event.details.text_order());
        let name = field_name(put);
        let label = put.label(locale, &order);
        if put.kind == SurveyKind::Text {
            return Field::optional(&name, Widget::Area, label).holding(typed);
        }
        let choices = (1..=put.choices)
            .map(|number| Choice::new(number.to_string(), put.choice(number, locale, &order)));
        Field::optional(&name, Widget::Radios, label).among(choices.collect(), typed)
    }
}

fn field_name(put: &Put<'_>) -> String {
    format!("answer.{}", put.key)
}

fn said_to<'a>(said: &'a Answers, put: &Put<'_>) -> &'a str {
    match said.get(&put.key) {
        Some(Answer::One(said)) => said,
        _ => "",
    }
}
