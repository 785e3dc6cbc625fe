use convoke::mailer::deliver::{Patience, SmtpTransport, Transport, Trust};

use crate::behaviours::Verdict::{Later, Sent};
use crate::faulty_smtp::Action::{Close, NeverEnd, Say};
use crate::faulty_smtp::Phase::{Ehlo, Greeting, StartTls};
use crate::faulty_smtp::{Action, FaultyServer, Script};
use crate::letters::{formatted, send};
use crate::verdict::judged;

const OFFER: Action = Say("250-faulty.example\r\n250 STARTTLS");
const LONG_GREETING: Action = Say("220-faulty.example ESMTP\r\n220-No spam.\r\n220 Go on.");
const TOO_LONG: &str = "without an end of line";

/// What stands against the encryption, and what is said about it.
const OBSTACLES: &[(Script, &str)] = &[
    (&[], "offers no STARTTLS"),
    (&[(Greeting, Say("421 4.3.2 busy"))], "421 4.3.2 busy"),
    (&[(Greeting, Say("554 5.7.1 listed"))], "554 5.7.1 listed"),
    (&[(Greeting, Say("SSH-2.0-OpenSSH_9.2"))], "no proper reply"),
    (&[(Greeting, Say("220-a\r\n250 b"))], "no proper reply"),
    (&[(Greeting, Close)], "incomplete response"),
    (&[(Greeting, NeverEnd)], TOO_LONG),
    (&[(Ehlo, Say("502 5.5.1 what?"))], "502 5.5.1 what?"),
    (&[(Ehlo, Close)], "incomplete response"),
    (&[(Ehlo, NeverEnd)], TOO_LONG),
    (
        &[(Ehlo, OFFER), (StartTls, Say("454 4.7.0 no TLS now"))],
        "454 4.7.0 no TLS now",
    ),
    (
        &[(Ehlo, OFFER), (StartTls, Say("501 5.5.4 no"))],
        "501 5.5.4 no",
    ),
    (
        &[(Ehlo, OFFER), (StartTls, Say("250 2.0.0 fine"))],
        "unexpected reply to STARTTLS: 250 2.0.0 fine",
    ),
    (
        &[(Ehlo, OFFER), (StartTls, Say("220 go\r\n250 injected"))],
        "more than the reply to STARTTLS",
    ),
    (&[(Ehlo, OFFER), (StartTls, Close)], "incomplete response"),
    (&[(Ehlo, OFFER), (StartTls, NeverEnd)], TOO_LONG),
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn out_6_without_the_encryption_asked_for_nothing_is_sent() {
    for (script, words) in OBSTACLES {
        let server = FaultyServer::start(script).await;
        let outcome = send(&transport(&server, "required"), &formatted(1)).await;
        let (verdict, reply) = judged(&outcome);
        assert_eq!(verdict, Later, "{script:?}: {outcome:?}");
        assert!(reply.contains(words), "{script:?}: {outcome:?}");
        assert_eq!((server.count("AUTH"), server.count("MAIL")), (0, 0));
    }
}

#[tokio::test]
async fn dec_5_where_it_may_the_mail_goes_in_the_clear_to_who_offers_nothing_else() {
    for script in [&[] as Script, &[(Greeting, LONG_GREETING)]] {
        let server = FaultyServer::start(script).await;
        let outcome = send(&transport(&server, "opportunistic"), &formatted(1)).await;
        assert_eq!(judged(&outcome).0, Sent, "{script:?}: {outcome:?}");
        assert_eq!(server.seen().mails.len(), 1);
        assert_eq!((server.count("STARTTLS"), server.count("AUTH")), (0, 1));
    }
}

fn transport(server: &FaultyServer, tls: &str) -> Transport {
    let url = format!("smtp://convoke:canary@{}?tls={tls}", server.address);
    let server = url.parse().expect("a server");
    let transport = SmtpTransport::new(server, 1, &Trust::System, Patience::default());
    Transport::Smtp(transport.expect("a transport"))
}
