use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use convoke::base::sender::Sender;
use convoke::base::text::SingleLine;
use convoke::mailer::form::{Encoding, Form, Formatted, Letter, Unformable};
use proptest::prelude::*;
use serde_json::Value;

use crate::letters::{OBJECT, letter};
use crate::python;

const QUOTED_PRINTABLE: Form = Form {
    encoding: Encoding::QuotedPrintable,
    attach_calendar: true,
};

#[test]
fn mime_01_the_invitation_is_the_last_alternative_and_a_file_beside_it() {
    for form in [Form::default(), QUOTED_PRINTABLE] {
        let body = &walk(&format(form, &letter(1)))["body"];
        assert_eq!(body["type"], "multipart/mixed");
        let [alternative, file] = parts(body);
        assert_eq!(alternative["type"], "multipart/alternative");
        let [text, html, calendar] = parts(alternative);
        assert_eq!(
            (&text["type"], &html["type"]),
            (&"text/plain".into(), &"text/html".into())
        );
        assert_eq!(calendar["type"], "text/calendar");
        assert_eq!(
            calendar["parameters"],
            serde_json::json!({"charset": "utf-8", "method": "REQUEST", "component": "VEVENT"})
        );
        let headers = serde_json::json!(["Content-Type", "Content-Transfer-Encoding"]);
        assert_eq!(
            calendar["headers"], headers,
            "no Content-Disposition, no Content-ID"
        );
        assert_eq!(file["type"], "application/ics");
        assert_eq!(file["disposition"], "attachment");
        assert_eq!(file["filename"], "invite.ics");
    }
}

#[test]
fn mime_02_the_file_is_the_inline_object_octet_by_octet() {
    for form in [Form::default(), QUOTED_PRINTABLE] {
        let body = &walk(&format(form, &letter(1)))["body"];
        let [alternative, file] = parts(body);
        let [_, _, calendar] = parts::<3>(alternative);
        assert_eq!(content(calendar), OBJECT.as_bytes());
        assert_eq!(content(file), OBJECT.as_bytes());
    }
    let inline_only = Form {
        attach_calendar: false,
        ..Form::default()
    };
    let body = &walk(&format(inline_only, &letter(1)))["body"];
    assert_eq!(body["type"], "multipart/alternative");
    let [_, _, calendar] = parts::<3>(body);
    assert_eq!(content(calendar), OBJECT.as_bytes());
}

#[test]
fn mime_03_both_encodings_survive_a_round_trip_and_nothing_is_8bit() {
    for (form, name) in [
        (Form::default(), "base64"),
        (QUOTED_PRINTABLE, "quoted-printable"),
    ] {
        let mut letter = arabic();
        letter.calendar = None;
        let body = &walk(&format(form, &letter))["body"];
        assert_eq!(body["type"], "multipart/alternative");
        let [text, html] = parts(body);
        for (part, sent) in [(text, &letter.text), (html, &letter.html)] {
            assert_eq!(part["encoding"], name);
            assert_eq!(part["parameters"]["charset"], "utf-8");
            assert_eq!(content(part), sent.replace('\n', "\r\n").as_bytes());
        }
    }
}

#[test]
fn mime_05_the_part_repeats_the_objects_own_method() {
    let mut cancelled = letter(1);
    cancelled.calendar = Some(OBJECT.replace("METHOD:REQUEST", "METHOD:CANCEL"));
    let body = &walk(&format(Form::default(), &cancelled))["body"];
    let [alternative, _] = parts(body);
    assert_eq!(alternative["parts"][2]["parameters"]["method"], "CANCEL");
    for broken in ["METHOD:\r\n", "METHOD:A;B\r\n", ""] {
        cancelled.calendar = Some(OBJECT.replace("METHOD:REQUEST\r\n", broken));
        let refused = Form::default().format(&cancelled);
        assert_eq!(refused, Err(Unformable::CalendarWithoutMethod));
    }
}

#[test]
fn mime_06_the_headers_are_these_and_no_others() {
    let mut letter = letter(1);
    letter.reply_to = Some("team@x.example".parse().expect("an address"));
    letter.to = "ana@bücher.example".parse().expect("an address");
    let found = walk(&format(Form::default(), &letter));
    let expected = serde_json::json!([
        ["Message-ID", "<letter-1@events.example.org>"],
        ["Date", "Sun, 20 Nov 2022 09:30:15 +0000"],
        ["From", "Events team <events@events.example.org>"],
        ["To", "ana@xn--bcher-kva.example"],
        ["Subject", "Roundtable on youth, peace and security"],
        ["Reply-To", "team@x.example"],
        ["Auto-Submitted", "auto-generated"],
        ["X-Auto-Response-Suppress", "OOF, AutoReply"],
        ["Content-Language", "en"],
        ["Feedback-ID", "registered:convoke"],
        ["MIME-Version", "1.0"],
    ]);
    let mut headers = found["headers"].as_array().expect("headers").clone();
    assert_eq!(headers.pop().expect("one")[0], "Content-Type");
    assert_eq!(Value::Array(headers), expected);
    assert_eq!(found["defects"], serde_json::json!([]));
}

#[test]
fn mime_07_hostile_text_makes_no_header_and_reads_as_cleaned() {
    for (hostile, shown) in [
        ("Hi\r\nBcc: eve@y.example", "Hi Bcc: eve@y.example"),
        ("Hi\nBcc: eve@y.example", "Hi Bcc: eve@y.example"),
        ("Hi\rBcc: eve@y.example", "Hi Bcc: eve@y.example"),
        ("a\u{0}b\u{7f}c\u{1b}[0m", "abc[0m"),
        ("one\u{2028}two\u{85}three", "one two three"),
        ("\u{202e}gnp.exe\u{2066}", "gnp.exe"),
        (
            "=?utf-8?q?=0D=0ABcc:_eve@y.example?=",
            "= ?utf-8?q?=0D=0ABcc:_eve@y.example?=",
        ),
        (
            "\"quoted\" \\ <eve@y.example>, x",
            "\"quoted\" \\ <eve@y.example>, x",
        ),
        (
            "مائدة مستديرة: الشباب والسلام",
            "مائدة مستديرة: الشباب والسلام",
        ),
        (
            "Table ronde « Été » at 15:00",
            "Table ronde « Été » at 15:00",
        ),
        ("👩‍👩‍👧 🎉", "👩‍👩‍👧 🎉"),
    ] {
        let mut letter = letter(1);
        letter.subject = SingleLine::clean(hostile);
        letter.from = named(hostile);
        let message = format(Form::default(), &letter);
        let found = walk(&message);
        assert_eq!(header(&found, "Subject"), shown);
        assert_eq!(
            found["sender"],
            serde_json::json!([shown, "events@x.example"])
        );
        assert_eq!(header_names(&message), HEADERS, "{hostile:?}");
    }
}

#[test]
fn mime_07_headers_show_150_characters_of_a_subject_and_64_of_a_name() {
    let mut letter = letter(1);
    letter.subject = SingleLine::clean(&"ش".repeat(400));
    letter.from = named(&"س".repeat(400));
    let found = walk(&format(Form::default(), &letter));
    assert_eq!(header(&found, "Subject"), "ش".repeat(150));
    assert_eq!(found["sender"][0], "س".repeat(64));
}

#[test]
fn mime_09_no_line_is_long_and_no_break_is_bare() {
    let mut letter = letter(1);
    letter.text = format!("{}\r\r\n\n\rend", "long ".repeat(5_000));
    letter.html = "<p>".repeat(5_000);
    letter.subject = SingleLine::clean(&"x".repeat(5_000));
    for form in [Form::default(), QUOTED_PRINTABLE] {
        let bytes = format(form, &letter).bytes;
        for line in bytes.split(|byte| *byte == b'\n') {
            assert!(line.len() <= 999, "a line of {} octets", line.len());
            let (last, before) = line.split_last().unwrap_or((&b'\r', &[]));
            assert_eq!(*last, b'\r');
            assert!(!before.contains(&b'\r'));
        }
        assert!(bytes.is_ascii());
    }
}

#[test]
fn out_2_the_same_letter_gives_the_same_octets() {
    for form in [Form::default(), QUOTED_PRINTABLE] {
        assert_eq!(form.format(&letter(1)), form.format(&letter(1)));
    }
    let boundary = |number| {
        let found = walk(&format(Form::default(), &letter(number)));
        let inner = found["body"]["parts"][0]["parameters"]["boundary"].clone();
        (found["body"]["parameters"]["boundary"].clone(), inner)
    };
    let (outer, inner) = boundary(1);
    assert_ne!(outer, inner);
    assert_ne!(boundary(2).0, outer, "another message has other boundaries");
}

#[test]
fn out_2_a_date_that_no_mail_can_hold_is_an_error() {
    let mut letter = letter(1);
    letter.date = chrono::DateTime::from_timestamp(-1, 0).expect("a moment");
    assert_eq!(Form::default().format(&letter), Err(Unformable::Date));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn s_19_no_text_makes_a_header(subject in any::<String>(), name in any::<String>(), text in any::<String>()) {
        let mut letter = letter(1);
        letter.subject = SingleLine::clean(&subject);
        letter.from = named(&name);
        letter.text = text;
        for form in [Form::default(), QUOTED_PRINTABLE] {
            let message = form.format(&letter).expect("a message");
            prop_assert_eq!(header_names(&message), HEADERS);
        }
    }
}

const HEADERS: [&str; 11] = [
    "Message-ID",
    "Date",
    "From",
    "To",
    "Subject",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "Content-Language",
    "Feedback-ID",
    "MIME-Version",
    "Content-Type",
];

/// The header names a lenient reader finds, who takes a bare CR or LF for a line's end.
fn header_names(message: &Formatted) -> Vec<String> {
    let text = String::from_utf8(message.bytes.clone()).expect("ASCII");
    let (head, _) = text.split_once("\r\n\r\n").expect("a head");
    head.replace("\r\n", "\n")
        .split(['\r', '\n'])
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap_or_default().to_owned())
        .collect()
}

fn arabic() -> Letter {
    Letter {
        subject: SingleLine::clean("مائدة مستديرة"),
        language: "ar".parse().expect("a language"),
        text: "أنت مسجَّل.\nالرابط: \u{2068}https://x.example/é\u{2069}\n\n=3D trailing \t\n"
            .to_owned(),
        html: "<html lang=\"ar\" dir=\"rtl\"><p>أنت مسجَّل.</p></html>\n".to_owned(),
        ..letter(1)
    }
}

fn named(name: &str) -> Sender {
    let name = SingleLine::clean(name);
    let escaped = name.as_str().replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\" <events@x.example>")
        .parse()
        .expect("a sender")
}

fn format(form: Form, letter: &Letter) -> Formatted {
    form.format(letter).expect("a message")
}

fn walk(message: &Formatted) -> Value {
    python::ask(python::script("mail/walk.py"), &message.bytes)
}

fn parts<const N: usize>(part: &Value) -> [&Value; N] {
    let parts: Vec<&Value> = part["parts"].as_array().expect("parts").iter().collect();
    assert_eq!(part["defects"], serde_json::json!([]));
    parts.try_into().expect("as many parts as that")
}

fn content(part: &Value) -> Vec<u8> {
    let encoded = part["content"].as_str().expect("a content");
    BASE64_STANDARD.decode(encoded).expect("base64")
}

fn header<'a>(found: &'a Value, name: &str) -> &'a str {
    let headers = found["headers"].as_array().expect("headers");
    let header = headers.iter().find(|header| header[0] == name);
    header
        .and_then(|header| header[1].as_str())
        .expect("the header")
}
