use super::whole;
use crate::base::span::Span;
use crate::event::{Details, Survey, SurveyKind, SurveyQuestion, Text, free_key};
use crate::web::organiser::editor::flaw::Flaw;
use crate::web::organiser::editor::slot::{Asked, Lens, Slot, given, needed};

/// Whether those who came are asked anything, and for how long.
pub fn slots() -> Vec<Slot> {
    let put = |details: &mut Details, yes: bool| {
        details.survey = yes.then(|| details.survey.take().unwrap_or_default());
    };
    vec![
        whole().tick("survey", |d| d.survey.is_some(), put),
        open_for(),
    ]
}

/// Left empty, it is as long as by default.
fn open_for() -> Slot {
    let shown = |details: &Details| {
        let survey = details.survey.as_ref();
        survey
            .map(|survey| survey.open_for.to_string())
            .into_iter()
            .collect()
    };
    whole().slot("survey-open-for", Asked::Line, shown, |details, typed| {
        let span = given(typed).map(str::parse::<Span>).transpose();
        let span = span.map_err(|_| Flaw::Malformed("survey-open-for"))?;
        let span = span.unwrap_or_else(|| Survey::default().open_for);
        if !Survey::may_be_open_for(span) {
            return Err(Flaw::Malformed("survey-open-for"));
        }
        if let Some(survey) = &mut details.survey {
            survey.open_for = span;
        }
        Ok(())
    })
}

/// What one question asks.
pub fn question(details: &Details, index: usize) -> Vec<Slot> {
    let question: Lens<SurveyQuestion> = Lens::new(
        move |details| questions(details).get(index),
        move |details| details.survey.as_mut()?.questions.get_mut(index),
    );
    let put_label = |q: &mut SurveyQuestion, text: Option<_>| {
        q.label = text.unwrap_or_else(super::basics::nothing);
    };
    let label = question.texts(details, "label", Text::LINE, |q| Some(&q.label), put_label);
    let mut slots: Vec<Slot> = needed(label).collect();
    slots.push(question.word(
        "survey-kind",
        "edit-survey-kind",
        SurveyKind::WORDS,
        |q| q.kind,
        |q, kind| q.kind = kind,
    ));
    let tongues = details.tongues();
    slots.extend(tongues.iter().map(|language| {
        super::questions::options(
            details,
            &question,
            language,
            |q| &q.options,
            |q| &mut q.options,
        )
    }));
    slots
}

/// The organiser's own questions.
pub fn questions(details: &Details) -> &[SurveyQuestion] {
    let survey = details.survey.as_ref();
    survey.map_or(&[], |survey| survey.questions.as_slice())
}

/// Adds one that says nothing yet; there is a survey from then on.
pub fn add(details: &mut Details) {
    let questions = &mut details.survey.get_or_insert_default().questions;
    questions.push(SurveyQuestion {
        id: Some(free_key(
            questions.iter().map(|question| question.id.as_ref()),
        )),
        label: super::basics::nothing(),
        kind: SurveyKind::Scale,
        options: Vec::new(),
    });
}
