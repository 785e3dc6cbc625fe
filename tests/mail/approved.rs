//! Whole mails as they stood when they were last read and found right.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use crate::golden::assert_is_golden;
use crate::kinds::{samples, walk};

const FOLDER: &str = "tests/golden/mail";
/// One language of each direction is kept whole.
const WHOLE: [&str; 2] = ["en", "ar"];
/// Kept of every other language: the mails of the main job and those where dates, zones, names of
/// languages and counted things meet a grammar. The rest has the same templates and other words, and
/// words are held by the tests of the catalogues.
const OTHERWISE: [(&str, &str); 15] = [
    ("registered", "online"),
    ("link", "listening"),
    ("link", "page"),
    ("reminder", "link"),
    ("changed", "several"),
    ("cancelled", "reason"),
    ("confirm_address", "roundtable"),
    ("waitlisted", "roundtable"),
    ("promoted", "online"),
    ("declined", "reason"),
    ("moved", "online"),
    ("resent", "link"),
    ("lineup_invitation", "asked"),
    ("alarm", "ahead"),
    ("sign_in", "code"),
];

#[test]
fn mime_08_mails_read_as_they_were_approved() {
    let samples = samples();
    let mut names = BTreeSet::new();
    for (sample, found) in samples.iter().zip(&walk(&samples)) {
        let mail = &sample.mail;
        let is_whole = WHOLE.contains(&mail.language.to_string().as_str());
        if !is_whole && !OTHERWISE.contains(&(mail.kind, mail.state)) {
            continue;
        }
        let name = format!("{}-{}-{}.txt", mail.kind, mail.state, mail.language);
        assert_is_golden(&Path::new(FOLDER).join(&name), &readable(found));
        names.insert(name);
    }
    let kept = fs::read_dir(FOLDER).expect("the folder").map(|entry| {
        entry
            .expect("an entry")
            .file_name()
            .into_string()
            .expect("a name")
    });
    let left_over: Vec<String> = kept.filter(|name| !names.contains(name)).collect();
    assert_eq!(
        left_over,
        Vec::<String>::new(),
        "no mail is like these any more"
    );
}

/// The head and every part of a mail, decoded.
fn readable(found: &Value) -> String {
    let mut text = String::new();
    for header in found["headers"].as_array().expect("headers") {
        let name = header[0].as_str().expect("a name");
        // The boundaries follow from the Message-ID and say nothing.
        if name != "Content-Type" {
            let _ = writeln!(text, "{name}: {}", header[1].as_str().expect("a value"));
        }
    }
    show(&mut text, &found["body"], 1);
    text
}

fn show(text: &mut String, part: &Value, depth: usize) {
    let kind = part["type"].as_str().expect("a type");
    let _ = write!(text, "\n{} {kind}", "=".repeat(depth));
    for name in ["charset", "method", "component"] {
        if let Some(value) = part["parameters"][name].as_str() {
            let _ = write!(text, "; {name}={value}");
        }
    }
    if let Some(file) = part["filename"].as_str() {
        let _ = write!(text, " ({file})");
    }
    text.push('\n');
    for inner in part["parts"].as_array().into_iter().flatten() {
        show(text, inner, depth + 1);
    }
    if let (Some(content), true) = (part["content"].as_str(), kind.starts_with("text/")) {
        let content = BASE64_STANDARD.decode(content).expect("base64");
        let content = String::from_utf8(content).expect("UTF-8");
        if kind != "text/calendar" {
            let _ = writeln!(text, "\n{}", content.replace("\r\n", "\n").trim_end());
        }
    }
}
