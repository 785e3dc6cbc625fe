use crate::report::Unwritable;
use crate::report::registrations::harmless;
use crate::view::Chart;

/// The table of a chart as CSV, as spreadsheets read it (S-20).
///
/// # Errors
/// [`Unwritable`] where the writer fails.
pub fn csv(chart: &Chart) -> Result<Vec<u8>, Unwritable> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(&chart.columns)?;
    for row in &chart.rows {
        let cells = std::iter::once(&row.name).chain(&row.cells);
        writer.write_record(cells.map(|cell| harmless(cell)))?;
    }
    Ok(writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?)
}
