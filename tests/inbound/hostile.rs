//! Mails of people who wish us ill, and of programs that do not know better.

use std::time::{Duration, Instant};

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::mailer::inbound::{Content, Received, SIZE, read};
use proptest::prelude::*;

use crate::events::{request, roundtable};
use crate::post::{Answer, message_to, receive_octets, report, return_path};
use crate::stage::Stage;

/// What reading may take, on a busy machine and unoptimised: what grows with the square of a mail's
/// size takes minutes.
const LONGEST: Duration = Duration::from_secs(5);

#[test]
fn rep_5_no_mail_takes_long_or_ends_the_program() {
    for (name, mail) in hostile() {
        let begun = Instant::now();
        let meaning = read(&mail).map(|reading| reading.content);
        assert!(begun.elapsed() < LONGEST, "{name}: {:?}", begun.elapsed());
        assert!(
            !matches!(meaning, Ok(Content::Report(_) | Content::Reply(_))),
            "{name}"
        );
    }
}

#[test]
fn rep_5_no_hostile_mail_changes_anything() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        let before = (stage.messages().await, stage.registrations().await);
        for (name, mail) in hostile() {
            let received = receive_octets(&stage, &mail).await;
            assert!(
                matches!(received, Received::Nothing(_)),
                "{name}: {received}"
            );
        }
        assert_eq!(
            (stage.messages().await, stage.registrations().await),
            before
        );
        assert_eq!(stage.load(rana.id).await, rana);
    });
}

/// Mails that nothing can be made of, each with a name.
fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let filled = |head: &str, filling: &str| {
        let times = (SIZE - head.len()) / filling.len();
        format!("{head}{}", filling.repeat(times)).into_bytes()
    };
    let calendar = |object: &str| {
        format!("Content-Type: text/calendar; method=REPLY\r\n\r\n{object}").into_bytes()
    };
    let report = |status: &str| {
        format!(
            "Content-Type: multipart/report; boundary=b\n\n--b\n\
             Content-Type: message/delivery-status\n\n{status}"
        )
    };
    let nested = "Content-Type: message/rfc822\n\n";
    let encoded = {
        use base64::Engine as _;
        let inner = nested.repeat(20_000);
        let encoded = base64::prelude::BASE64_STANDARD.encode(inner);
        format!("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n{encoded}")
    };
    vec![
        ("nothing", Vec::new()),
        ("NULs", vec![0; SIZE]),
        ("line breaks", filled("", "\r\n")),
        ("no line break", filled("", "a")),
        ("headers only", filled("", "a: b\n")),
        ("endless header", filled("Subject: ", "a")),
        ("folded header", filled("To: ", "\n a@x,")),
        ("colons", filled("", ":\n")),
        ("comments in comments", filled("From: ", "(")),
        ("groups in groups", filled("To: ", "a:")),
        ("brackets", filled("From: ", "<")),
        ("quotes", filled("Content-Type: ", "\"")),
        (
            "parameters",
            filled("Content-Type: multipart/mixed", "; a=b"),
        ),
        (
            "continued parameters",
            filled("Content-Type: multipart/mixed", "; boundary*0=b"),
        ),
        ("encoded words", filled("Subject: ", "=?utf-8?q?=41?= ")),
        ("mails in mails", filled("", nested)),
        ("encoded mails in mails", encoded.into_bytes()),
        (
            "parts",
            filled("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\n"),
        ),
        (
            "boundaries",
            filled("Content-Type: multipart/mixed; boundary=b\n\n", "--b\n"),
        ),
        (
            "digest",
            filled(
                "Content-Type: multipart/digest; boundary=b\n\n",
                "--b\n\nContent-Type: multipart/digest; boundary=b\n\n",
            ),
        ),
        (
            "no boundary",
            filled("Content-Type: multipart/report; boundary=\"\"\n\n", "--\n"),
        ),
        (
            "status groups",
            filled(&report(""), "Final-Recipient: rfc822; a@x\n\n"),
        ),
        ("status fields", filled(&report(""), "Status: 5.1.1\n")),
        ("status folds", filled(&report("Status: 5\n"), " .1\n")),
        (
            "status of NULs",
            [report("").into_bytes(), vec![0; 5000]].concat(),
        ),
        (
            "components in components",
            calendar(&"BEGIN:VEVENT\r\n".repeat(20_000)),
        ),
        ("calendar of NULs", calendar(&"\0".repeat(5000))),
        (
            "calendar without an end",
            calendar("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n"),
        ),
        ("too large", vec![b'a'; SIZE + 1]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn rep_5_no_octets_panic(octets in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&octets);
    }

    #[test]
    fn rep_5_no_words_of_mail_panic(
        words in proptest::collection::vec(proptest::sample::select(WORDS), 0..200),
    ) {
        let _ = read(words.concat().as_bytes());
    }
}

/// What mails are made of.
const WORDS: &[&str] = &[
    "\r\n",
    "\n",
    "\r",
    " ",
    "\t",
    "--",
    "--b",
    "--b--",
    "b",
    "\"",
    "(",
    ")",
    "<",
    ">",
    ";",
    ":",
    "=",
    "@",
    ",",
    "Content-Type: ",
    "multipart/report",
    "multipart/mixed",
    "message/rfc822",
    "message/delivery-status",
    "text/calendar",
    "boundary=b",
    "boundary=\"b\"",
    "Content-Transfer-Encoding: ",
    "base64",
    "quoted-printable",
    "=3D",
    "=",
    "QkVHSU4=",
    "From: ",
    "To: ",
    "a@x.example",
    "Delivered-To: ",
    "Authentication-Results: ",
    "mx; dkim=pass header.d=x",
    "Message-ID: ",
    "Final-Recipient: rfc822; ",
    "Action: failed",
    "Status: 5.1.1",
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "METHOD:REPLY",
    "UID:x",
    "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.example",
    "DTSTAMP:20221121T090000Z",
    "SEQUENCE:0",
    "\0",
    "é",
    "\u{feff}",
];

/// A true bounce or answer with something done to it changes nothing, or just what it says.
#[test]
fn rep_5_a_cut_or_bent_mail_does_no_harm() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        let message = message_to(&stage, &rana, "registered").await;
        let bounce = report(&return_path(&stage, &message), "rana@example.org", "x@x");
        let answer = Answer::declining(&rana, &message).mail();
        for mail in [bounce, answer] {
            for at in 0..mail.len() {
                let cut = &mail.as_bytes()[..at];
                let mut bent = mail.clone().into_bytes();
                bent[at] ^= 0x80;
                for mail in [cut, &bent] {
                    if let Ok(reading) = read(mail) {
                        let text = String::from_utf8_lossy(mail);
                        for address in reading.addressed.iter().chain(&reading.from) {
                            assert!(text.contains(address.as_str()), "{address:?} in {text}");
                        }
                    }
                }
            }
        }
    });
}
