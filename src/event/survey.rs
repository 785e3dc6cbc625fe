//! What those who came are asked once an event is over (U-19). What they answer lies in `registration`.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Event, EventState, Key};
use crate::base::clock::Instant;
use crate::base::language::{Language, Localised};
use crate::base::span::Span;
use crate::view::{Locale, Words};
use crate::words;

words! {
    /// How a question of a survey is answered.
    pub enum SurveyKind {
        /// From 1 to 5, of which 5 is best.
        Scale = "scale",
        /// One of its options.
        Choice = "choice",
        /// In words.
        Text = "text",
    }
}

/// Steps of a scale.
const STEPS: usize = 5;

/// What is asked where an organiser writes nothing: in the catalogues, as `survey-ask-KEY` and, for each option,
/// `survey-ask-KEY-NUMBER`.
const OURS: [(&str, SurveyKind, usize); 3] = [
    ("overall", SurveyKind::Scale, STEPS),
    ("again", SurveyKind::Choice, 3),
    ("better", SurveyKind::Text, 0),
];

/// A survey, as an organiser states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// How long after the event's end answers are taken; 14 days where nothing is stated.
    pub open_for: Span,
    /// What is asked; the service's own three questions where there are none.
    pub questions: Vec<SurveyQuestion>,
}

/// A question of an organiser's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyQuestion {
    /// Its id in the file, where one was given.
    pub id: Option<Key>,
    /// The question.
    pub label: Localised,
    /// How it is answered.
    pub kind: SurveyKind,
    /// What there is to choose from; their values in forms are their numbers from 1.
    pub options: Vec<Localised>,
}

/// A question as it is put to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put<'a> {
    /// What its answers are kept under.
    pub key: Key,
    /// How it is answered.
    pub kind: SurveyKind,
    /// How many there are to choose from, options or steps.
    pub choices: usize,
    /// The organiser's words; ours where absent.
    pub own: Option<&'a SurveyQuestion>,
}

/// Whether one can answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurveyDoor {
    /// Not yet: from then on.
    Early(Instant),
    /// Yes, until then.
    Open(Instant),
    /// Not any more, since then.
    Closed(Instant),
}

impl Survey {
    /// More questions than that are not answered.
    pub const MOST_QUESTIONS: usize = 5;

    /// Whether answers may be taken for so long.
    pub fn may_be_open_for(span: Span) -> bool {
        (TimeDelta::hours(1)..=TimeDelta::days(365)).contains(&span.delta())
    }

    /// The key of the question at `index`: its id, or its number from 1.
    pub fn question_key(&self, index: usize) -> Key {
        Key::or_number(self.questions[index].id.as_ref(), index)
    }

    /// What is asked, in order.
    pub fn put(&self) -> Vec<Put<'_>> {
        if self.questions.is_empty() {
            let ours = OURS.into_iter();
            return ours
                .map(|(key, kind, choices)| Put::ours(key, kind, choices))
                .collect();
        }
        let questions = self.questions.iter().enumerate();
        questions
            .map(|(index, question)| Put {
                key: self.question_key(index),
                kind: question.kind,
                choices: match question.kind {
                    SurveyKind::Scale => STEPS,
                    SurveyKind::Choice => question.options.len(),
                    SurveyKind::Text => 0,
                },
                own: Some(question),
            })
            .collect()
    }
}

impl Default for Survey {
    fn default() -> Self {
        Self {
            open_for: Span::days(14),
            questions: Vec::new(),
        }
    }
}

impl Put<'_> {
    /// The question; `order` as in [`Localised::pick`].
    pub fn label(&self, locale: &Locale, order: &[Language]) -> Words {
        let own = self
            .own
            .and_then(|own| Words::pick(&own.label, locale, order));
        own.unwrap_or_else(|| Words::plain(locale.text(&format!("survey-ask-{}", self.key))))
    }

    /// What the choice with this number, from 1, says.
    pub fn choice(&self, number: usize, locale: &Locale, order: &[Language]) -> Words {
        if self.kind == SurveyKind::Scale {
            return Words::plain(step(number, locale));
        }
        let Some(own) = self.own else {
            return Words::plain(locale.text(&format!("survey-ask-{}-{number}", self.key)));
        };
        let option = number
            .checked_sub(1)
            .and_then(|index| own.options.get(index));
        let words = option.and_then(|option| Words::pick(option, locale, order));
        words.unwrap_or_else(|| Words::plain(number.to_string()))
    }

    fn ours(key: &str, kind: SurveyKind, choices: usize) -> Self {
        Self {
            key: key.parse().expect("our keys are keys"),
            kind,
            choices,
            own: None,
        }
    }
}

/// A step of a scale, whose ends are said in words.
fn step(number: usize, locale: &Locale) -> String {
    let end = match number {
        1 => "survey-scale-lowest",
        STEPS => "survey-scale-highest",
        _ => return number.to_string(),
    };
    locale.text_with(end, &[("number", &number.to_string())])
}

impl Event {
    /// Whether its survey can be answered at `now`; `None` where there is none, or the event does not take place.
    /// It closes at the latest when personal data is removed (P-5).
    pub fn survey_door(&self, now: Instant) -> Option<SurveyDoor> {
        let (opens_at, closes_at) = self.survey_times()?;
        if self.state != EventState::Published {
            return None;
        }
        Some(match now {
            _ if opens_at >= closes_at => SurveyDoor::Closed(closes_at),
            now if now < opens_at => SurveyDoor::Early(opens_at),
            now if now < closes_at => SurveyDoor::Open(closes_at),
            _ => SurveyDoor::Closed(closes_at),
        })
    }

    /// Whether no answer to its survey is taken any more, whatever became of the event.
    pub fn is_survey_closed(&self, now: Instant) -> bool {
        let times = self.survey_times();
        times.is_some_and(|(opens_at, closes_at)| opens_at >= closes_at || now >= closes_at)
    }

    /// From when until when its survey can be answered.
    fn survey_times(&self) -> Option<(Instant, Instant)> {
        let survey = self.details.survey.as_ref()?;
        let opens_at = self.schedule.ends_at();
        let kept = self.details.retention().delta();
        Some((opens_at, opens_at + survey.open_for.delta().min(kept)))
    }
}
