use crate::base::secret::hash;
use crate::event::{Key, Put, Survey, SurveyKind};
use crate::registration::{Answer, Answers};

/// How a question was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionTally {
    /// Which question.
    pub key: Key,
    /// How it is answered.
    pub kind: SurveyKind,
    /// How many chose each step or option, in order.
    pub chosen: Vec<i64>,
    /// What was said in words, in no order that means anything.
    pub texts: Vec<String>,
}

impl QuestionTally {
    /// How many answered.
    pub fn answered(&self) -> i64 {
        let texts = i64::try_from(self.texts.len()).unwrap_or(i64::MAX);
        self.chosen.iter().sum::<i64>() + texts
    }
}

/// How `answers` answer `survey`, question by question. What fits none of them, since they were others then, is
/// left out.
pub fn tally(survey: &Survey, answers: &[Answers]) -> Vec<QuestionTally> {
    let of = |put: &Put<'_>| {
        let said = answers.iter().filter_map(|answers| answers.get(&put.key));
        let said = said.filter_map(|answer| match answer {
            Answer::One(said) => Some(said.as_str()),
            Answer::Several(_) => None,
        });
        let mut tally = QuestionTally {
            key: put.key.clone(),
            kind: put.kind,
            chosen: vec![0; put.choices],
            texts: Vec::new(),
        };
        for said in said {
            if put.kind == SurveyKind::Text {
                tally.texts.push(said.to_owned());
                continue;
            }
            let chosen = said.parse::<usize>().ok();
            let chosen = chosen.and_then(|number| tally.chosen.get_mut(number.checked_sub(1)?));
            if let Some(people) = chosen {
                *people += 1;
            }
        }
        // In an order of their own, so that two questions do not tell who answered both.
        tally.texts.sort_by_cached_key(|text| hash(text.as_bytes()));
        tally
    };
    survey.put().iter().map(of).collect()
}
