use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::Event;
use crate::event::partner::{self, PartnerLink};
use crate::registration::RegistrationState;
use crate::registration::figures::{self, Common, Counts};
use crate::report::figures::{Attendance, Calendar, Course, Figure, Who, chart, over_time};
use crate::retention::{KeptFigures, kept_figures};
use crate::view::desk::SessionNumbers;
use crate::view::{Chart, Locale};
use crate::web::organiser::editor::session_name;

/// What there is to draw of an event.
pub(in crate::web) struct Counted<'a> {
    counts: Counts,
    course: Option<Course<'a>>,
    attendance: Vec<Attendance>,
    /// What stayed, where the registrations are gone.
    kept: Option<KeptFigures>,
    /// The links of partners, which figures know by their words.
    links: Vec<PartnerLink>,
    event: &'a Event,
}

impl<'a> Counted<'a> {
    /// As it is now.
    pub(in crate::web) async fn of(tx: &mut Tx, event: &'a Event) -> Result<Self> {
        let counts = figures::counts(tx, event.id).await?;
        let course = match counts.span {
            Some(span) => Some(course(tx, event, span).await?),
            None => None,
        };
        let kept = kept_figures(tx, event.id).await?;
        let attendance = match &kept {
            Some(kept) => kept.sessions.clone(),
            None => Attendance::of(&figures::attended(tx, event.id).await?),
        };
        Ok(Self {
            attendance,
            counts,
            course: course.filter(|_| kept.is_none()),
            kept,
            links: partner::of_event(tx, event.id).await?,
            event,
        })
    }

    /// Who came to which session, where the event has several: a line for each that there still is.
    pub(super) fn sessions(
        &self,
        event: &Event,
        locale: &Locale,
        is_shared: bool,
    ) -> Vec<SessionNumbers> {
        let told = self.attendance.iter().copied();
        let told = told.map(|one| if is_shared { one.discreet() } else { one });
        let line = |one: Attendance| {
            Some(SessionNumbers {
                name: session_name(locale, event, Id::from_uuid(one.session))?,
                confirmed: one.confirmed,
                came: one.came,
                percent: one.percent(),
            })
        };
        told.filter_map(line).collect()
    }

    /// Who came to which session, where the event has several.
    pub(in crate::web) fn attendance(&self) -> &[Attendance] {
        &self.attendance
    }

    /// When they were counted for the last time, where the registrations are gone.
    pub(in crate::web) fn kept_at(&self) -> Option<Instant> {
        self.kept.as_ref().map(|kept| kept.kept_at)
    }

    /// All who ever registered.
    pub(in crate::web) fn ever(&self) -> i64 {
        self.counts.ever + self.kept.as_ref().map_or(0, |kept| kept.ever)
    }

    /// How many are or were in `state`.
    pub(in crate::web) fn in_state(&self, state: RegistrationState) -> i64 {
        let states = self.figure(Common::State).into_iter();
        let shares = states.flat_map(|figure| figure.shares);
        let found = shares.filter(|share| share.who == Who::Said(state.as_str().to_owned()));
        found.filter_map(|share| share.people).sum()
    }

    /// Those who registered by what they have in common, where that says anything.
    pub(in crate::web) fn figure(&self, common: Common) -> Option<Figure> {
        let Some(kept) = &self.kept else {
            return Figure::of(&self.counts, common);
        };
        let mut figures = kept.figures.iter();
        figures.find(|figure| figure.common == common).cloned()
    }

    /// The same as a chart, in which partners have their names.
    pub(super) fn chart(&self, common: Common, locale: &Locale) -> Option<Chart> {
        Some(chart(&self.named(self.figure(common)?, locale), locale))
    }

    /// `figure` with the names of partners in place of the words in their links.
    pub(super) fn named(&self, mut figure: Figure, locale: &Locale) -> Figure {
        if figure.common == Common::Source {
            for share in &mut figure.shares {
                if let Who::Said(word) = &mut share.who
                    && let Some(name) = self.partner(word, locale)
                {
                    *word = name;
                }
            }
        }
        figure
    }

    fn partner(&self, word: &str, locale: &Locale) -> Option<String> {
        let mut links = self.links.iter();
        let link = links.find(|link| link.source.to_string() == word)?;
        Some(link.called(locale, self.event).text)
    }

    /// Registrations over time, while there are some.
    pub(super) fn over_time(&self, locale: &Locale) -> Option<Chart> {
        let course = self.course.as_ref()?;
        Some(over_time(course, locale))
    }

    /// Every chart that says anything.
    pub(super) fn charts(&self, locale: &Locale) -> Vec<Chart> {
        let common = Common::ALL.iter();
        let charts = common.filter_map(|common| self.chart(*common, locale));
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
