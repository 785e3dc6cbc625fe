//! The samples come back as they were, what is faulty is told with its line, and nothing panics.

mod announcement;
mod faulty;

use proptest::prelude::*;

use super::{read, write};

const SAMPLES: [&str; 3] = [
    include_str!("../../../../tests/samples/roundtable.toml"),
    include_str!("../../../../tests/samples/summit.toml"),
    include_str!("../../../../tests/samples/everything.toml"),
];

#[test]
fn a_written_sample_says_what_the_sample_says() {
    for sample in SAMPLES {
        let details = read(sample).unwrap_or_else(|faults| panic!("{faults}"));
        let written = write(&details);
        let table = |text: &str| toml::from_str::<toml::Table>(text).expect(text);
        assert_eq!(table(&written), table(sample));
        assert_eq!(read(&written), Ok(details));
    }
}

#[test]
fn texts_that_need_quoting_come_back() {
    let sample = SAMPLES[1].replace("city = \"Berlin\"", r#"city = "a \"b\" '''c''' \\ #d""#);
    let sample = sample.replace(
        "[venue]",
        "[description]\nen = \"one\\ntwo \\\"\\\"\\\" '''\\n\\n# three\"\n[venue]",
    );
    let details = read(&sample).expect("a sample");
    let venue = details.venue.as_ref().expect("a venue");
    assert_eq!(venue.city.as_deref(), Some(r#"a "b" '''c''' \ #d"#));
    assert_eq!(read(&write(&details)), Ok(details));
}

#[test]
fn time_04_an_offset_picks_a_side_and_comes_back() {
    let sample = SAMPLES[0]
        .replace("2022-11-25T15:00:00", "2022-10-29T23:30:00+02:00")
        .replace("2022-11-25T17:00:00", "2022-10-30T01:00:00")
        .replace("2022-11-10", "2022-10-10")
        .replace("2022-11-24", "2022-10-24");
    let details = read(&sample).unwrap_or_else(|faults| panic!("{faults}"));
    assert!(details.sessions[0].starts.offset.is_some());
    assert!(write(&details).contains("starts = 2022-10-29T23:30:00+02:00\n"));
    assert_eq!(read(&write(&details)), Ok(details));
}

#[test]
fn a_mark_at_the_start_is_ignored() {
    assert_eq!(read(&format!("\u{FEFF}{}", SAMPLES[1])), read(SAMPLES[1]));
}

fn mutated() -> impl Strategy<Value = String> {
    let edit = (
        any::<prop::sample::Index>(),
        0..12_usize,
        ".{0,4}|[\\[\\]{}=\".,#'\n-9a-z]{0,6}",
    );
    (0..SAMPLES.len(), prop::collection::vec(edit, 1..6)).prop_map(|(sample, edits)| {
        let mut text: Vec<char> = SAMPLES[sample].chars().collect();
        for (at, deleted, inserted) in edits {
            let at = at.index(text.len() + 1);
            let end = (at + deleted).min(text.len());
            text.splice(at..end, inserted.chars());
        }
        text.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn a_damaged_file_is_refused_by_line_or_comes_back(text in mutated()) {
        match read(&text) {
            Ok(details) => prop_assert_eq!(read(&write(&details)), Ok(details)),
            Err(faults) => {
                let lines: Vec<usize> = faults.iter().map(|fault| fault.line).collect();
                prop_assert!(!lines.is_empty() && lines.is_sorted());
                let last = text.matches('\n').count() + 1;
                prop_assert!(lines.iter().all(|line| (1..=last).contains(line)));
                prop_assert!(faults.iter().all(|fault| !fault.to_string().contains(char::is_control)));
            }
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in any::<String>()) {
        prop_assert!(read(&text).is_err());
    }
}
