use axum::extract::RawQuery;
use axum::response::Response;

use super::charts::Counted;
use crate::event::facts;
use crate::registration::RegistrationState;
use crate::registration::figures::Common;
use crate::report::figures::{FEW, chart, discreet};
use crate::view::Chart;
use crate::view::desk::{EventTab, Number, ReportPage};
use crate::web::Error;
use crate::web::organiser::{Desk, survey};

/// Who the people in a report were.
const TOLD: [Common; 5] = [
    Common::Attendance,
    Common::Mode,
    Common::Language,
    Common::Country,
    Common::Source,
];

/// What became of an event, on paper. With `?shared=1` nobody in it can be recognised.
pub(super) async fn show(desk: Desk, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let is_shared = query.as_deref() == Some("shared=1");
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let counted = Counted::of(&mut tx, &event).await?;
    let own = format!("/organise/events/{}/report", event.details.slug);
    desk.html(&ReportPage {
        frame: desk.event_frame(&event, EventTab::Figures),
        event: facts(&event, desk.locale()),
        counted_at: desk
            .locale()
            .moment(&event.details.zone, counted.kept_at().unwrap_or(tx.now())),
        is_running: !event.is_over(tx.now()),
        is_shared,
        other: if is_shared { own } else { own + "?shared=1" },
        numbers: numbers(&counted, is_shared),
        charts: charts(&desk, &counted, is_shared),
        sessions: counted.sessions(&event, desk.locale(), is_shared),
        survey: survey::charts(&mut tx, &desk, &event, is_shared).await?,
    })
}

fn numbers(counted: &Counted<'_>, is_shared: bool) -> Vec<Number> {
    let number = |key, people| Number {
        key,
        people: Some(people).filter(|people| !is_shared || *people == 0 || *people >= FEW),
    };
    vec![
        number("registered", counted.ever()),
        number("confirmed", counted.in_state(RegistrationState::Confirmed)),
        number("withdrawn", counted.in_state(RegistrationState::Cancelled)),
    ]
}

fn charts(desk: &Desk, counted: &Counted<'_>, is_shared: bool) -> Vec<Chart> {
    let figures = TOLD.into_iter().filter_map(|common| counted.figure(common));
    figures
        .map(|figure| if is_shared { discreet(figure) } else { figure })
        .map(|figure| chart(&counted.named(figure, desk.locale()), desk.locale()))
        .collect()
}
