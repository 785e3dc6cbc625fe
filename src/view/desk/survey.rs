use serde::Serialize;

use super::figures::sample_chart;
use super::frame::{DeskFrame, EventTab};
use crate::view::{Chart, EventFacts, Frame, Locale, Moment, Page, Words};

/// What was said in the survey of an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SurveyResultsPage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// `none`, `off` where the event does not take place, or not yet, `early`, `open`, `closed`, or `kept` once
    /// the answers are deleted.
    pub state: &'static str,
    /// When it opens, closes or closed.
    pub moment: Option<Moment>,
    /// How many answered; none where that is not known any more.
    pub people: Option<i64>,
    /// Why nothing but that is shown: `open` until the survey has closed, `few` where fewer than five answered.
    pub withheld: Option<&'static str>,
    /// How many were asked.
    pub asked: i64,
    /// Question by question.
    pub questions: Vec<SurveyResult>,
    /// All answers in a file, while there are some.
    pub csv: Option<String>,
    /// Where it is stated what is asked.
    pub edit: String,
    /// Where it is written to those who came.
    pub follow_up: String,
}

/// How one question was answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SurveyResult {
    /// The question.
    pub label: Words,
    /// How many answered it; none where so few that it is not told.
    pub people: Option<i64>,
    /// How, where there was something to choose from.
    pub chart: Option<Chart>,
    /// What they wrote, in no order that means anything.
    pub texts: Vec<String>,
}

impl Page for SurveyResultsPage {
    const FILE: &'static str = "desk/survey";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let moment = EventFacts::samples(locale).remove(0).closes;
        let none = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Figures),
            state: "none",
            moment: None,
            people: Some(0),
            withheld: None,
            asked: 40,
            questions: Vec::new(),
            csv: None,
            edit: "/organise/events/water/edit/survey".into(),
            follow_up: "/organise/events/water/mail/announcements/new".into(),
        };
        let ask = |key: &str| Words::plain(locale.text(&format!("survey-ask-{key}")));
        let in_words = |texts: Vec<String>, people| SurveyResult {
            label: ask("better"),
            people,
            chart: None,
            texts,
        };
        let chosen = SurveyResult {
            label: ask("overall"),
            people: Some(12),
            chart: Some(sample_chart(locale)),
            texts: Vec::new(),
        };
        let texts = vec![
            "Plus de temps pour les questions.\nMerci !".to_owned(),
            "المزيد من الوقت للأسئلة".to_owned(),
        ];
        let silent = SurveyResult {
            people: Some(0),
            chart: None,
            ..chosen.clone()
        };
        let closed = Self {
            state: "closed",
            moment: Some(moment),
            people: Some(12),
            questions: vec![chosen.clone(), silent, in_words(texts, Some(2))],
            csv: Some("/organise/events/water/survey/answers.csv".into()),
            ..none.clone()
        };
        let with = |state, people, questions| Self {
            state,
            people,
            questions,
            csv: None,
            ..closed.clone()
        };
        let withheld = |why, state, people| Self {
            withheld: Some(why),
            ..with(state, Some(people), Vec::new())
        };
        vec![
            ("early", withheld("open", "early", 0)),
            ("open", withheld("open", "open", 12)),
            ("few", withheld("few", "closed", 3)),
            (
                "kept",
                with("kept", None, vec![chosen, in_words(Vec::new(), None)]),
            ),
            ("off", with("off", Some(0), Vec::new())),
            ("closed", closed),
            ("none", none),
        ]
    }
}
