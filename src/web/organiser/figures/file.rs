use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::charts::Counted;
use crate::base::text::SingleLine;
use crate::event::{Event, facts};
use crate::registration::figures::Common;
use crate::report::figures::csv;
use crate::view::Chart;
use crate::view::desk::ChartFile;
use crate::web::Error;
use crate::web::organiser::Desk;

/// Units of a drawing's width that a character of the title above it takes at most.
const WIDEST_LETTER: i64 = 8;

/// A chart by its name: `NAME.svg` is its drawing, `NAME.csv` its table.
pub(super) async fn download(
    desk: Desk,
    Path((_, file)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (name, kind) = file.rsplit_once('.').ok_or(Error::NotFound)?;
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let counted = Counted::of(&mut tx, &event).await?;
    let chart = named(&desk, &counted, name).ok_or(Error::NotFound)?;
    let (media_type, octets) = match kind {
        "svg" => ("image/svg+xml", drawing(&desk, &event, chart)?.into_bytes()),
        "csv" => ("text/csv; charset=utf-8", csv(&chart)?),
        _ => return Err(Error::NotFound),
    };
    let disposition = format!("attachment; filename=\"{}-{file}\"", event.details.slug);
    let disposition = HeaderValue::from_str(&disposition).map_err(|_| Error::NotFound)?;
    let media_type = HeaderValue::from_static(media_type);
    let headers = [
        (CONTENT_TYPE, media_type),
        (CONTENT_DISPOSITION, disposition),
    ];
    Ok((headers, octets).into_response())
}

fn named(desk: &Desk, counted: &Counted<'_>, name: &str) -> Option<Chart> {
    if name == "days" {
        return counted.over_time(desk.locale());
    }
    counted.chart(name.parse::<Common>().ok()?, desk.locale())
}

fn drawing(desk: &Desk, event: &Event, chart: Chart) -> Result<String, Error> {
    let title = facts(event, desk.locale()).title.text;
    let fits = usize::try_from(chart.drawing.width / WIDEST_LETTER).unwrap_or_default();
    let cut = SingleLine::clean(&title).cut(fits).to_string();
    let more = if cut.len() < title.len() { "…" } else { "" };
    let file = ChartFile {
        drawing: chart.drawing,
        event: format!("\u{2068}{cut}{more}\u{2069}"),
    };
    Ok(desk.site.view.page(&file, desk.language())?)
}
