//! What is exported, opened by LibreOffice (S-20).

use std::fs;
use std::path::Path;
use std::process::Command;

use convoke::account::Role;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use tempfile::TempDir;

use crate::registrations::register;
use crate::stage::Stage;

/// Names that a spreadsheet would rather reckon with than show.
const NAMES: [&str; 7] = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1;1)",
    "=HYPERLINK(\"http://evil.example\";\"me\")",
    "＝1+1",
    "نادين خوري",
];

#[test]
fn s_20_libreoffice_shows_every_cell_and_reckons_none() {
    run(Engine::Sqlite, async |test: TestDb| {
        let stage = Stage::set(test).await;
        for (number, name) in NAMES.iter().enumerate() {
            register(&stage, name, &format!("guest{number}@example.org"), "").await;
        }
        let browser = stage.signed_in(Role::Organiser).await;
        for format in ["csv", "xlsx"] {
            let fields = [
                ("column", "name"),
                ("purpose", "Seating"),
                ("format", format),
            ];
            let path = stage.page("/registrations/export");
            let file = browser.post(&path, &fields).await;
            let shown = shown_by_libreoffice(&file.octets, format);
            let plain: Vec<&str> = shown
                .iter()
                .map(|cell| cell.trim_start_matches('\''))
                .collect();
            assert_eq!(plain[1..], NAMES, "{format}");
        }
    });
}

/// The first column as LibreOffice shows it: a formula would have become its result.
fn shown_by_libreoffice(octets: &[u8], format: &str) -> Vec<String> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join(format!("list.{format}"));
    fs::write(&file, octets).unwrap();
    let result = convert(folder.path(), &file);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(result.as_bytes());
    let rows = reader.records().map(|row| row.unwrap()[0].to_owned());
    rows.collect()
}

/// # Panics
/// Where LibreOffice is not installed; `tests/run` does that.
fn convert(folder: &Path, file: &Path) -> String {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let mut command = Command::new("soffice");
    command.args([&profile, "--headless"]);
    if file.extension().is_some_and(|extension| extension == "csv") {
        // Without a window it would not look at the byte order mark.
        command.arg("--infilter=Text - txt - csv (StarCalc):44,34,76,1");
    }
    // Comma, quote, UTF-8; cells as shown, no formulas.
    let shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    let out = folder.join("out");
    let done = command
        .args(["--convert-to", shown, "--outdir"])
        .args([out.as_path(), file])
        .output()
        .expect("LibreOffice is installed: see tests/run");
    assert!(done.status.success(), "{done:?}");
    let text = fs::read_to_string(folder.join("out/list.csv")).unwrap();
    text.trim_start_matches('\u{FEFF}').to_owned()
}
