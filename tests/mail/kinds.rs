//! Every kind of mail that the service writes: what its head holds (MIME-6, BULK-3).

use std::collections::BTreeSet;
use std::fs;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use convoke::base::text::SingleLine;
use convoke::mailer::form::{Form, Formatted, Letter};
use convoke::mailer::head::{feedback_id, stop_page};
use convoke::view::{SampleMail, View};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::letters::letter;
use crate::python;

/// A kind, the METHOD of its calendar object if it has one, and whether people can do without it.
struct Kind {
    word: &'static str,
    method: Option<&'static str>,
    can_be_stopped: bool,
}

const KINDS: &[Kind] = &[
    kind("registered", Some("REQUEST")),
    kind("link", Some("REQUEST")),
    kind("withdrawn", Some("CANCEL")),
    kind("known", None),
    kind("waitlisted", None),
    kind("received", None),
    kind("confirm_address", None),
    kind("approved", Some("REQUEST")),
    kind("moved", Some("REQUEST")),
    kind("resent", None),
    kind("offer", None),
    kind("promoted", Some("REQUEST")),
    kind("declined", None),
    kind("lineup_link", Some("REQUEST")),
    kind("lineup_invitation", None),
    kind("guest_invitation", None),
    kind("decline_noted", None),
    Kind {
        can_be_stopped: true,
        ..kind("reminder", None)
    },
    kind("changed", Some("REQUEST")),
    kind("cancelled", Some("CANCEL")),
    kind("alarm", None),
    kind("retention", None),
    kind("announcement", None),
    kind("follow_up", None),
    kind("sign_in", None),
    kind("invitation", None),
];

const fn kind(word: &'static str, method: Option<&'static str>) -> Kind {
    Kind {
        word,
        method,
        can_be_stopped: false,
    }
}

/// A sample as it would leave.
pub struct Sample {
    pub mail: SampleMail,
    pub message: Formatted,
}

/// Every kind in each of its states and languages, formed like any letter. The calendar object is
/// a stand-in: those of each kind stand in `tests/golden/calendar`.
pub fn samples() -> Vec<Sample> {
    let mut samples = Vec::new();
    let view = View::load(None).expect("the built-in templates");
    let rendered = view.sample_mails(&mut |mail| {
        let message = Form::default()
            .format(&letter_of(&mail))
            .expect("a message");
        samples.push(Sample { mail, message });
    });
    rendered.expect("samples render");
    samples
}

/// What a strict reader finds in each.
pub fn walk(samples: &[Sample]) -> Vec<Value> {
    let messages = samples.iter().map(|sample| &sample.message.bytes);
    let messages: Vec<String> = messages
        .map(|bytes| BASE64_STANDARD.encode(bytes))
        .collect();
    let mut walk = python::script("mail/walk.py");
    walk.arg("--all");
    let input = serde_json::to_vec(&messages).expect("JSON");
    let found = python::ask(walk, &input);
    found.as_array().expect("mails").clone()
}

fn letter_of(mail: &SampleMail) -> Letter {
    let kind = KINDS.iter().find(|kind| kind.word == mail.kind);
    let kind = kind.unwrap_or_else(|| panic!("no row for the kind {}", mail.kind));
    let own_page = format!(
        "https://events.lcps.example/{}/registrations/0Jd1x8Zt2vQ4s6Yb8Nc0Kf2Hm4Lp6Rr8",
        mail.language
    );
    let ordinary = letter(1);
    Letter {
        message_id: "01939f2c-5a00-7000-8000-0000000000a1@events.lcps.example"
            .parse()
            .expect("a Message-ID"),
        from: "Lebanese Center for Policy Studies <events@lcps.example>"
            .parse()
            .expect("a sender"),
        to: "nadine.khoury@press.example".parse().expect("an address"),
        reply_to: Some("programme@lcps.example".parse().expect("an address")),
        subject: SingleLine::clean(&mail.words.subject),
        language: mail.language.clone(),
        text: mail.words.text.clone(),
        html: mail.words.html.clone(),
        calendar: kind.method.map(|method| {
            let object = ordinary.calendar.as_deref().expect("an object");
            object.replace("METHOD:REQUEST", &format!("METHOD:{method}"))
        }),
        feedback_id: feedback_id(mail.kind, EVENT),
        stop_page: stop_page(mail.kind, &own_page),
        ..ordinary
    }
}

const EVENT: Uuid = Uuid::from_u128(0x0193_9f2c_5a00_7000_8000_0000_0000_00e1);

#[test]
fn mime_06_every_kind_has_exactly_its_headers() {
    let samples = one_of_each_kind_and_language();
    for (Sample { mail, .. }, found) in samples.iter().zip(walk(&samples)) {
        let kind = KINDS.iter().find(|kind| kind.word == mail.kind);
        let mut expected = vec![
            json!([
                "Message-ID",
                "<01939f2c-5a00-7000-8000-0000000000a1@events.lcps.example>"
            ]),
            json!(["Date", "Sun, 20 Nov 2022 09:30:15 +0000"]),
            json!([
                "From",
                "Lebanese Center for Policy Studies <events@lcps.example>"
            ]),
            json!(["To", "nadine.khoury@press.example"]),
            json!([
                "Subject",
                SingleLine::clean(&mail.words.subject).cut(150).as_str()
            ]),
            json!(["Reply-To", "programme@lcps.example"]),
            json!(["Auto-Submitted", "auto-generated"]),
            json!(["X-Auto-Response-Suppress", "OOF, AutoReply"]),
            json!(["Content-Language", mail.language.to_string()]),
            json!(["Feedback-ID", format!("f0156f18ac7e:{}:convoke", mail.kind)]),
        ];
        if kind.is_some_and(|kind| kind.can_be_stopped) {
            let page = format!(
                "<https://events.lcps.example/{}/registrations/0Jd1x8Zt2vQ4s6Yb8Nc0Kf2Hm4Lp6Rr8/reminders>",
                mail.language
            );
            expected.push(json!(["List-Unsubscribe", page]));
            expected.push(json!([
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click"
            ]));
        }
        expected.push(json!(["MIME-Version", "1.0"]));
        let mut headers = found["headers"].as_array().expect("headers").clone();
        assert_eq!(headers.pop().expect("a header")[0], "Content-Type");
        assert_eq!(headers, expected, "{} in {}", mail.kind, mail.language);
    }
}

#[test]
fn mime_05_the_kinds_are_those_that_have_templates_and_rows() {
    let folders = fs::read_dir("templates/mail").expect("the templates");
    let folders: BTreeSet<String> = folders
        .map(|entry| entry.expect("an entry"))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().expect("a name"))
        .collect();
    let rows: BTreeSet<String> = KINDS.iter().map(|kind| kind.word.to_owned()).collect();
    let sampled: BTreeSet<String> = samples()
        .iter()
        .map(|sample| sample.mail.kind.to_owned())
        .collect();
    assert_eq!(folders, rows);
    assert_eq!(sampled, rows);
}

#[test]
fn bulk_03_only_reminders_can_be_stopped() {
    assert_eq!(
        stop_page("reminder", "https://x.example/ar/registrations/T").as_deref(),
        Some("https://x.example/ar/registrations/T/reminders")
    );
    for kind in KINDS.iter().filter(|kind| !kind.can_be_stopped) {
        assert_eq!(
            stop_page(kind.word, "https://x.example/T"),
            None,
            "{}",
            kind.word
        );
    }
}

/// Which event it is, the receivers of mail need not know; that two mails are about one, they may.
#[test]
fn mime_06_a_feedback_id_tells_events_apart_and_names_none() {
    let of = |event: u128, kind| feedback_id(kind, Uuid::from_u128(event)).to_string();
    assert_eq!(of(1, "link"), of(1, "link"));
    assert_ne!(of(1, "link"), of(2, "link"));
    assert_ne!(of(1, "link"), of(1, "known"));
    let fields = of(1, "link");
    assert_eq!(fields.split(':').count(), 3, "{fields}");
    assert!(fields.ends_with(":convoke"), "{fields}");
}

fn one_of_each_kind_and_language() -> Vec<Sample> {
    let mut seen = BTreeSet::new();
    let mut samples = samples();
    samples.retain(|sample| seen.insert((sample.mail.kind, sample.mail.language.to_string())));
    samples
}
