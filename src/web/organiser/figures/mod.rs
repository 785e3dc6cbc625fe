//! How many registered, and who they are: charts, their files, and the report of an event.

mod charts;
mod file;
mod report;

use axum::response::Response;

use super::desk::{Desk, tab_path};
use super::doors::Doors;
use crate::account::Role;
use crate::registration::figures::Common;
use crate::view::Chart;
use crate::view::desk::{ChartCard, EventTab, FiguresPage};
use crate::web::Error;
use crate::web::methods::get;
pub(in crate::web) use charts::Counted;

pub(super) fn doors(doors: Doors) -> Doors {
    let role = Role::Organiser;
    doors
        .of_event(role, "/organise/events/{event}/figures", get(show))
        .of_event(
            role,
            "/organise/events/{event}/figures/{file}",
            get(file::download),
        )
        .of_event(role, "/organise/events/{event}/report", get(report::show))
}

async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let counted = Counted::of(&mut tx, &event).await?;
    let own = tab_path(&event, EventTab::Figures);
    let charts = counted.charts(desk.locale()).into_iter();
    desk.html(&FiguresPage {
        frame: desk.event_frame(&event, EventTab::Figures),
        counted_at: desk
            .locale()
            .moment(&event.details.zone, counted.kept_at().unwrap_or(tx.now())),
        kept: counted.kept_at().is_some(),
        charts: charts.map(|chart| card(chart, &own)).collect(),
        sessions: counted.sessions(&event, desk.locale(), false),
        report: format!("/organise/events/{}/report", event.details.slug),
        survey: format!("/organise/events/{}/survey", event.details.slug),
        partners: format!("/organise/events/{}/partners", event.details.slug),
        has_sources: counted.figure(Common::Source).is_some(),
    })
}

fn card(chart: Chart, own: &str) -> ChartCard {
    let name = chart.drawing.name;
    ChartCard {
        svg: format!("{own}/{name}.svg"),
        csv: format!("{own}/{name}.csv"),
        chart,
    }
}
