//! What stays of those who registered: how many they were, and how many had what in common, told so that
//! nobody can be recognised.

use serde::{Deserialize, Serialize};

use super::store;
use crate::base::clock::Instant;
use crate::base::db::{Error, Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Survey};
use crate::registration::figures::{Common, attended, counts};
use crate::registration::{confirmed_count, survey_answers, tally};
use crate::report::SurveyFigure;
use crate::report::figures::{Attendance, Figure, discreet};

/// The figures of an event whose registrations are gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFigures {
    /// When they were kept.
    pub kept_at: Instant,
    /// How many had a place.
    pub confirmed: i64,
    /// Everybody who ever registered.
    pub ever: i64,
    /// What they had in common.
    pub figures: Vec<Figure>,
    /// Who came to which session.
    pub sessions: Vec<Attendance>,
    /// What was said in the survey.
    pub survey: Vec<SurveyFigure>,
}

/// What of them is stored beside columns.
#[derive(Serialize, Deserialize)]
struct Stored {
    ever: i64,
    figures: Vec<Figure>,
    #[serde(default)]
    sessions: Vec<Attendance>,
    #[serde(default)]
    survey: Vec<SurveyFigure>,
}

/// Keeps the figures of `event` as they are. Those who were entered after earlier ones had gone are added
/// to the totals, and told no more of.
pub(super) async fn keep(tx: &mut Tx, event: Id<Event>, survey: Option<&Survey>) -> Result<()> {
    let before = kept_figures(tx, event).await?;
    let counts = counts(tx, event).await?;
    let confirmed = confirmed_count(tx, event).await?;
    let sessions = Attendance::of(&attended(tx, event).await?);
    let figures = || {
        let figures = Common::ALL.iter();
        let figures = figures.filter_map(|common| Figure::of(&counts, *common));
        figures.map(anonymous).collect()
    };
    let (confirmed, stored) = match before {
        Some(before) => (
            before.confirmed + confirmed,
            Stored {
                ever: before.ever + counts.ever,
                figures: before.figures,
                sessions: before.sessions,
                survey: before.survey,
            },
        ),
        None => (
            confirmed,
            Stored {
                ever: counts.ever,
                figures: figures(),
                sessions: sessions.into_iter().map(Attendance::discreet).collect(),
                survey: said(tx, event, survey).await?,
            },
        ),
    };
    let stored = serde_json::to_value(stored).expect("figures are plain data");
    store::keep_figures(tx, event, confirmed, stored).await
}

/// What was said in `survey`, without a word that somebody wrote.
async fn said(tx: &mut Tx, event: Id<Event>, survey: Option<&Survey>) -> Result<Vec<SurveyFigure>> {
    let Some(survey) = survey else {
        return Ok(Vec::new());
    };
    let tallies = tally(survey, &survey_answers(tx, event).await?);
    let figures = tallies.iter().map(SurveyFigure::of);
    Ok(figures.map(SurveyFigure::discreet).collect())
}

/// What became of registrations and how many came are totals; what people said of themselves is told only
/// of groups that are large enough.
fn anonymous(figure: Figure) -> Figure {
    match figure.common {
        Common::State | Common::Attendance => figure,
        _ => discreet(figure),
    }
}

/// The figures of `event`, where its registrations are gone.
pub async fn kept_figures(tx: &mut Tx, event: Id<Event>) -> Result<Option<KeptFigures>> {
    let Some((kept_at, confirmed, stored)) = store::kept_figures(tx, event).await? else {
        return Ok(None);
    };
    let Stored {
        ever,
        figures,
        sessions,
        survey,
    } = serde_json::from_value(stored.0)
        .map_err(|error| Error::Corrupt(format!("kept figures: {error}")))?;
    Ok(Some(KeptFigures {
        kept_at,
        confirmed,
        ever,
        figures,
        sessions,
        survey,
    }))
}

/// How many had a place in `event`, gone or not.
pub async fn confirmed(tx: &mut Tx, event: Id<Event>) -> Result<i64> {
    let kept = kept_figures(tx, event).await?;
    let now = confirmed_count(tx, event).await?;
    Ok(now + kept.map_or(0, |kept| kept.confirmed))
}
