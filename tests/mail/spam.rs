//! What a filter for unwanted mail thinks of every kind in every language.

use std::fs;
use std::process::Command;

use crate::kinds::samples;

/// From here on people begin to look at a mail twice; filters refuse from 5.0 on.
const SUSPICIOUS: f64 = 1.0;

/// A rule that counts Cyrillic е and accented letters beside Latin e, its score and the language whose
/// every mail with an address or a foreign name it meets. Its authors take the score away where a filter
/// expects such a language; the score is taken off for this language and this rule alone.
const LETTERS_OF_A_LANGUAGE: (&str, f64, &str) = ("MIXED_ES", 1.0, "ru");

/// A mail that any filter knows, so that one that lets everything pass is noticed (GTUBE).
const UNWANTED: &str = "From: a@x.example\r\nTo: b@x.example\r\nSubject: s\r\n\r\n\
    XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n";

#[test]
fn bulk_01_no_filter_finds_fault_with_any_kind_in_any_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let samples = samples();
    let mut judge = Command::new("perl");
    judge.arg("tests/mail/spam.pl");
    for (number, sample) in samples.iter().enumerate() {
        let path = folder.path().join(format!("{number}.eml"));
        fs::write(&path, &sample.message.bytes).expect("the folder is writable");
        judge.arg(path);
    }
    let unwanted = folder.path().join("unwanted.eml");
    fs::write(&unwanted, UNWANTED).expect("the folder is writable");
    let output = judge.arg(unwanted).output().expect("perl is there");
    assert!(
        output.status.success(),
        "install spamassassin: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let verdicts = String::from_utf8(output.stdout).expect("UTF-8");
    let score = |verdict: &str| -> f64 {
        let (score, _) = verdict.split_once(' ').expect("a score and rules");
        score.parse().expect("a score")
    };
    let (of_samples, of_unwanted) = verdicts
        .trim_end()
        .rsplit_once('\n')
        .expect("a line for each");
    assert!(score(of_unwanted) > 100.0, "{of_unwanted}");
    let verdicts: Vec<&str> = of_samples.lines().collect();
    assert_eq!(verdicts.len(), samples.len());
    let suspicious: Vec<String> = samples
        .iter()
        .zip(verdicts)
        .filter(|(sample, verdict)| {
            let (rule, of_rule, language) = LETTERS_OF_A_LANGUAGE;
            let expected = sample.mail.language.to_string() == language && verdict.contains(rule);
            score(verdict) - if expected { of_rule } else { 0.0 } >= SUSPICIOUS
        })
        .map(|(sample, verdict)| {
            let mail = &sample.mail;
            format!("{}-{}-{}: {verdict}", mail.kind, mail.state, mail.language)
        })
        .collect();
    assert_eq!(suspicious, Vec::<String>::new());
}
