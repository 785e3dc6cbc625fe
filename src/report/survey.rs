//! What was said in a survey, in figures. Pure.

use serde::{Deserialize, Serialize};

use super::figures::{Bars, FEW, Share, Who, without_few};
use crate::base::language::Language;
use crate::event::{Key, Put, SurveyKind};
use crate::registration::QuestionTally;
use crate::view::{Chart, Locale};

/// The names of the drawings on a page.
const NAMES: [&str; 5] = ["survey-1", "survey-2", "survey-3", "survey-4", "survey-5"];

/// How a question was answered. Words that people wrote are not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyFigure {
    /// Which question.
    pub key: Key,
    /// How many chose what, by the numbers of what there was to choose from; none of a question in words.
    pub shares: Vec<Share>,
    /// How many answered; `None` where so few that nothing of it is told.
    pub total: Option<i64>,
}

impl SurveyFigure {
    /// As it is.
    pub fn of(tally: &QuestionTally) -> Self {
        let chosen = tally.chosen.iter().zip(1..);
        let share = |(people, number): (&i64, usize)| Share {
            who: Who::Said(number.to_string()),
            people: Some(*people),
        };
        Self {
            key: tally.key.clone(),
            shares: chosen.map(share).collect(),
            total: Some(tally.answered()),
        }
    }

    /// As it may be shared (P-5): groups of fewer than [`FEW`] are not told apart, and nothing is told where
    /// fewer answered. What nobody chose is left out, so that it looks like what few did.
    #[must_use]
    pub fn discreet(self) -> Self {
        let total = self.total.filter(|total| *total >= FEW);
        let mut shares = self.shares;
        shares.retain(|share| total.is_some() && share.people != Some(0));
        Self {
            shares: without_few(shares),
            total,
            ..self
        }
    }

    /// Its drawing and table, as the one at `place` among the questions; none of a question in words, and none
    /// where nobody answered, or so few that it is not told.
    pub fn chart(
        &self,
        put: &Put<'_>,
        place: usize,
        locale: &Locale,
        order: &[Language],
    ) -> Option<Chart> {
        let total = self.total.filter(|total| *total > 0)?;
        if put.kind == SurveyKind::Text {
            return None;
        }
        let bar = |share: &Share| (called(&share.who, put, locale, order), share.people);
        let bars = Bars {
            name: NAMES.get(place)?,
            title: put.label(locale, order).text,
            column: locale.text("survey-column-answer"),
            bars: self.shares.iter().map(bar).collect(),
            total,
        };
        Some(bars.chart(locale))
    }
}

fn called(who: &Who, put: &Put<'_>, locale: &Locale, order: &[Language]) -> String {
    match who {
        Who::Said(number) => {
            let number = number.parse().unwrap_or_default();
            put.choice(number, locale, order).text
        }
        _ => locale.text("survey-few-each"),
    }
}
