use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::event::Event;
use crate::registration::figures::{self, Common, Counts};
use crate::report::figures::{Calendar, Course, Figure, chart, over_time};
use crate::view::{Chart, Locale};

/// What there is to draw of an event.
pub(super) struct Counted<'a> {
    pub(super) counts: Counts,
    course: Option<Course<'a>>,
}

impl<'a> Counted<'a> {
    /// As it is now.
    pub(super) async fn of(tx: &mut Tx, event: &'a Event) -> Result<Self> {
        let counts = figures::counts(tx, event.id).await?;
        let course = match counts.span {
            Some(span) => Some(course(tx, event, span).await?),
            None => None,
        };
        Ok(Self { counts, course })
    }

    /// Those who registered by what they have in common, where that says anything.
    pub(super) fn figure(&self, common: Common) -> Option<Figure> {
        Figure::of(&self.counts, common)
    }

    /// Registrations over time, while there are some.
    pub(super) fn over_time(&self, locale: &Locale) -> Option<Chart> {
        let course = self.course.as_ref()?;
        Some(over_time(course, locale))
    }

    /// Every chart that says anything.
    pub(super) fn charts(&self, locale: &Locale) -> Vec<Chart> {
        let figures = Common::ALL.iter().filter_map(|common| self.figure(*common));
        let charts = figures.map(|figure| chart(&figure, locale));
        self.over_time(locale).into_iter().chain(charts).collect()
    }
}

async fn course<'a>(tx: &mut Tx, event: &'a Event, span: (Instant, Instant)) -> Result<Course<'a>> {
    let (zone, closes_at) = (&event.details.zone, event.schedule.closes_at);
    let calendar = Calendar::of(zone, span, closes_at, tx.now());
    Ok(Course {
        counted: figures::between(tx, event.id, &calendar.bounds).await?,
        calendar,
        closes_at,
        now: tx.now(),
        zone,
    })
}
