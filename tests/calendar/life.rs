//! The entry of a registration, from the mails that leave: registered, sent the link, moved, cancelled.

use std::fs;

use convoke::base::clock::Instant;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::event::Details;
use convoke::registration::Request;
use mail_parser::{MessageParser, MimeHeaders};

use crate::events::{request, roundtable, session};
use crate::readers::{Objects, libical, node, python};
use crate::stage::Stage;

/// METHOD and SEQUENCE of each mail, and from when to when the session is by it.
const LIFE: [(&str, [&str; 2]); 4] = [
    (
        "REQUEST 0",
        ["2022-11-25T13:00:00Z", "2022-11-25T15:00:00Z"],
    ),
    (
        "REQUEST 1",
        ["2022-11-25T13:00:00Z", "2022-11-25T15:00:00Z"],
    ),
    (
        "REQUEST 2",
        ["2022-11-25T14:00:00Z", "2022-11-25T16:00:00Z"],
    ),
    ("CANCEL 3", ["2022-11-25T14:00:00Z", "2022-11-25T16:00:00Z"]),
];

#[test]
fn f_05_every_reader_takes_the_four_mails_of_an_entrys_life() {
    let mut objects = Objects::new();
    for language in ["en", "ar"] {
        run(Engine::Sqlite, async |test: TestDb| {
            let sent = live(test, language).await;
            assert_eq!(sent.len(), LIFE.len());
            for (object, (issue, span)) in sent.iter().zip(LIFE) {
                let (method, sequence) = issue.split_once(' ').expect("two words");
                assert!(
                    object.contains(&format!("\r\nMETHOD:{method}\r\n")),
                    "{object}"
                );
                assert!(
                    object.contains(&format!("\r\nSEQUENCE:{sequence}\r\n")),
                    "{object}"
                );
                let span = span.map(|at| at.parse::<Instant>().expect("a moment"));
                objects.add(
                    &format!("{language}-{issue}"),
                    object,
                    std::iter::once(span),
                );
            }
        });
    }
    objects.read_with(&mut python("tests/readers/read_back.py"));
    objects.read_with(&mut node("tests/readers/read_back.mjs"));
    objects.read_with(&mut libical(objects.folder()));
    objects.lint_with(&mut python("tests/readers/octet_lint.py"));
}

/// The objects of one registration, as they left.
async fn live(test: TestDb, language: &str) -> Vec<String> {
    let details = Details {
        languages: vec![
            "en".parse().expect("a language"),
            "ar".parse().expect("a language"),
        ],
        ..roundtable()
    };
    let stage = Stage::set(test, details.clone()).await;
    let guest = Request {
        language: language.parse().expect("a language"),
        ..request("rana@example.org")
    };
    stage.join(&guest).await;
    stage.tick().await;
    stage.at("2022-11-24T22:00:00Z");
    stage.tick().await;
    let moved = vec![session("main", "2022-11-25T16:00", "2022-11-25T18:00")];
    stage
        .save(Details {
            sessions: moved,
            ..details
        })
        .await;
    stage.tick().await;
    stage.cancel(None).await;
    stage.tick().await;
    let made = stage.messages().await;
    made.iter()
        .map(|message| object_in(&stage, &message.message_id))
        .collect()
}

/// The calendar part of a mail, octet by octet.
fn object_in(stage: &Stage, message_id: &str) -> String {
    let file = stage.mail_folder().join(format!("{message_id}.eml"));
    let octets = fs::read(file).expect("the mail left");
    let mail = MessageParser::default().parse(&octets).expect("a mail");
    let is_calendar = |part: &&mail_parser::MessagePart<'_>| {
        let subtype = part.content_type().and_then(|kind| kind.subtype());
        subtype == Some("calendar")
    };
    let part = mail.parts.iter().find(is_calendar).expect("an object");
    String::from_utf8(part.contents().to_vec()).expect("UTF-8")
}
