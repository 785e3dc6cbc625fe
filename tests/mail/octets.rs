//! Replies that are no ASCII, or never end, however the connection is encrypted.

use convoke::mailer::deliver::{Outcome, Patience, SmtpTransport, Transport, Trust};

use crate::behaviours::Verdict::{self, BadAddress, Later, Sent, Unknown};
use crate::certificates;
use crate::faulty_smtp::Action::{NeverEnd, SayOctets};
use crate::faulty_smtp::Phase::{Dot, Ehlo, Greeting, Mail, Rcpt};
use crate::faulty_smtp::{FaultyServer, Script};
use crate::letters::{formatted, send};
use crate::tls_front::{Start, TlsFront};
use crate::verdict::judged;

#[derive(Debug, Clone, Copy)]
enum Way {
    Clear,
    ImplicitTls,
    StartTls,
}

const WAYS: [Way; 3] = [Way::Clear, Way::ImplicitTls, Way::StartTls];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn out_6_a_reply_in_latin_1_means_what_its_code_says() {
    const CASES: &[(Script, Verdict, &str)] = &[
        (
            &[(Dot, SayOctets(b"250 2.0.0 Nachricht f\xfcr Ana angenommen"))],
            Sent,
            "250 2.0.0 Nachricht f?r Ana angenommen",
        ),
        (
            &[(Rcpt, SayOctets(b"550 5.1.1 Unbekannter Empf\xe4nger"))],
            BadAddress,
            "550 5.1.1 Unbekannter Empf?nger",
        ),
        (
            &[
                (Greeting, SayOctets(b"220 Gr\xfc\xdf Gott")),
                (Ehlo, SayOctets(b"250-Gr\xfc\xdf Gott\r\n250 AUTH PLAIN")),
            ],
            Sent,
            "250",
        ),
    ];
    for way in WAYS {
        for (script, expected, words) in CASES {
            let server = FaultyServer::start(script).await;
            let outcome = deliver(&server, way).await;
            let (verdict, reply) = judged(&outcome);
            assert_eq!(verdict, *expected, "{way:?} {script:?}: {outcome:?}");
            assert!(reply.contains(words), "{way:?} {script:?}: {outcome:?}");
            let mails = server.seen().mails.len();
            assert_eq!(mails, usize::from(verdict == Sent), "{way:?} {script:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn out_6_a_line_that_never_ends_is_not_listened_to() {
    const CASES: &[(Script, Verdict)] = &[
        (&[(Ehlo, NeverEnd)], Later),
        (&[(Mail, NeverEnd)], Later),
        (&[(Dot, NeverEnd)], Unknown),
    ];
    for way in WAYS {
        for (script, expected) in CASES {
            let server = FaultyServer::start(script).await;
            let outcome = deliver(&server, way).await;
            let (verdict, reply) = judged(&outcome);
            assert_eq!(verdict, *expected, "{way:?} {script:?}: {outcome:?}");
            let words = "more than 4096 octets without an end of line";
            assert!(reply.contains(words), "{way:?} {script:?}: {outcome:?}");
        }
    }
}

async fn deliver(server: &FaultyServer, way: Way) -> Outcome {
    let (start, scheme, parameters) = match way {
        Way::Clear => {
            let url = format!("smtp://convoke:canary@{}", server.address);
            return send(&transport(&url, &Trust::System), &formatted(1)).await;
        }
        Way::ImplicitTls => (Start::AtOnce, "smtps", ""),
        Way::StartTls => (Start::WhenAsked, "smtp", "?tls=required"),
    };
    let folder = tempfile::tempdir().expect("a folder");
    certificates::make(folder.path());
    let authority = std::fs::read(folder.path().join("authority.pem")).expect("the authority");
    let front = TlsFront::start(start, server.address, folder.path()).await;
    let url = format!(
        "{scheme}://convoke:canary@localhost:{}{parameters}",
        front.port
    );
    send(&transport(&url, &Trust::Only(authority)), &formatted(1)).await
}

fn transport(url: &str, trust: &Trust) -> Transport {
    let server = url.parse().expect("a server");
    let transport = SmtpTransport::new(server, 1, trust, Patience::default());
    Transport::Smtp(transport.expect("a transport"))
}
