//! What was said in the survey of an event: question by question, and all answers in a file.

use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::desk::Desk;
use super::doors::Doors;
use crate::account::Role;
use crate::base::db::Tx;
use crate::event::{Event, Put, Survey, SurveyDoor, SurveyKind};
use crate::registration::{Answer, Answers, confirmed_count, survey_answers, tally};
use crate::report::figures::FEW;
use crate::report::{SurveyFigure, Table, csv_of};
use crate::retention::kept_figures;
use crate::view::Chart;
use crate::view::desk::{EventTab, SurveyResult, SurveyResultsPage};
use crate::web::Error;
use crate::web::methods::get;

pub(super) fn doors(doors: Doors) -> Doors {
    let role = Role::Organiser;
    doors
        .of_event(role, "/organise/events/{event}/survey", get(show))
        .of_event(
            role,
            "/organise/events/{event}/survey/answers.csv",
            get(download),
        )
}

async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let said = Said::of(&mut tx, &event).await?;
    let base = format!("/organise/events/{}", event.details.slug);
    let door = event.survey_door(tx.now()).filter(|_| !said.is_kept);
    let (state, at) = match door {
        Some(SurveyDoor::Early(at)) => ("early", Some(at)),
        Some(SurveyDoor::Open(at)) => ("open", Some(at)),
        Some(SurveyDoor::Closed(at)) => ("closed", Some(at)),
        None if said.is_kept => ("kept", None),
        None if event.details.survey.is_some() => ("off", None),
        None => ("none", None),
    };
    let has_answers = !said.answers.is_empty();
    desk.html(&SurveyResultsPage {
        frame: desk.event_frame(&event, EventTab::Figures),
        state,
        moment: at.map(|at| desk.locale().moment(&event.details.zone, at)),
        people: (!said.is_kept).then_some(said.people),
        withheld: said.withheld,
        asked: confirmed_count(&mut tx, event.id).await?,
        questions: results(&desk, &event, &said),
        csv: has_answers.then(|| format!("{base}/survey/answers.csv")),
        edit: format!("{base}/edit/survey"),
        follow_up: format!("{base}/mail/announcements/new"),
    })
}

/// Every answer, a line a person, in an order that says nothing of who they are.
async fn download(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let survey = event.details.survey.as_ref().ok_or(Error::NotFound)?;
    let said = Said::of(&mut tx, &event).await?;
    if said.withheld.is_some() {
        return Err(Error::NotFound);
    }
    let octets = csv_of(&table(&desk, &event, survey, &said.answers))?;
    let disposition = format!("attachment; filename=\"{}-survey.csv\"", event.details.slug);
    let disposition = HeaderValue::from_str(&disposition).map_err(|_| Error::NotFound)?;
    let media_type = HeaderValue::from_static("text/csv; charset=utf-8");
    let headers = [
        (CONTENT_TYPE, media_type),
        (CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, octets).into_response())
}

/// What was said of an event, as far as it may be told, or what is left of it.
struct Said {
    /// How many answered.
    people: i64,
    /// Why nothing but that is told: `open`, since who looks again and again would see whose answer came or went
    /// when, or `few`.
    withheld: Option<&'static str>,
    answers: Vec<Answers>,
    figures: Vec<SurveyFigure>,
    /// Whether the answers are deleted.
    is_kept: bool,
}

impl Said {
    async fn of(tx: &mut Tx, event: &Event) -> Result<Self, Error> {
        if let Some(kept) = kept_figures(tx, event.id).await? {
            return Ok(Self {
                people: 0,
                withheld: None,
                answers: Vec::new(),
                is_kept: event.details.survey.is_some(),
                figures: kept.survey,
            });
        }
        let answers = survey_answers(tx, event.id).await?;
        let people = answers.len() as i64;
        let withheld = match people {
            _ if !event.is_survey_closed(tx.now()) => Some("open"),
            ..FEW => Some("few"),
            _ => None,
        };
        if withheld.is_some() {
            return Ok(Self {
                people,
                withheld,
                answers: Vec::new(),
                figures: Vec::new(),
                is_kept: false,
            });
        }
        let survey = event.details.survey.as_ref();
        let tallies = survey.map(|survey| tally(survey, &answers));
        let tallies = tallies.unwrap_or_default();
        Ok(Self {
            people,
            withheld,
            figures: tallies.iter().map(SurveyFigure::of).collect(),
            is_kept: false,
            answers,
        })
    }

    fn figure(&self, put: &Put<'_>) -> Option<&SurveyFigure> {
        self.figures.iter().find(|figure| figure.key == put.key)
    }
}

/// What was said by choosing, to be drawn; where it `is_shared`, without what few have chosen.
pub(super) async fn charts(
    tx: &mut Tx,
    desk: &Desk,
    event: &Event,
    is_shared: bool,
) -> Result<Vec<Chart>, Error> {
    let Some(survey) = &event.details.survey else {
        return Ok(Vec::new());
    };
    let said = Said::of(tx, event).await?;
    let order = event.details.text_order();
    let put = survey.put();
    let charts = put.iter().enumerate().filter_map(|(place, put)| {
        let figure = said.figure(put)?.clone();
        let figure = if is_shared { figure.discreet() } else { figure };
        figure.chart(put, place, desk.locale(), &order)
    });
    Ok(charts.collect())
}

fn results(desk: &Desk, event: &Event, said: &Said) -> Vec<SurveyResult> {
    let (locale, order) = (desk.locale(), event.details.text_order());
    let Some(survey) = &event.details.survey else {
        return Vec::new();
    };
    if said.withheld.is_some() {
        return Vec::new();
    }
    let tallies = tally(survey, &said.answers);
    let put = survey.put();
    let result = |(place, put): (usize, &Put<'_>)| {
        let figure = said.figure(put);
        SurveyResult {
            label: put.label(locale, &order),
            people: figure.and_then(|figure| figure.total),
            chart: figure.and_then(|figure| figure.chart(put, place, locale, &order)),
            texts: tallies[place].texts.clone(),
        }
    };
    put.iter().enumerate().map(result).collect()
}

fn table(desk: &Desk, event: &Event, survey: &Survey, answers: &[Answers]) -> Table {
    let (locale, order) = (desk.locale(), event.details.text_order());
    let put = survey.put();
    let cell = |answers: &Answers, put: &Put<'_>| match answers.get(&put.key) {
        Some(Answer::One(said)) if put.kind == SurveyKind::Choice => {
            let number = said.parse().unwrap_or_default();
            put.choice(number, locale, &order).text
        }
        Some(Answer::One(said)) => said.clone(),
        _ => String::new(),
    };
    let row = |answers: &Answers| put.iter().map(|put| cell(answers, put)).collect();
    Table {
        headings: put
            .iter()
            .map(|put| put.label(locale, &order).text)
            .collect(),
        rows: answers.iter().map(row).collect(),
    }
}
