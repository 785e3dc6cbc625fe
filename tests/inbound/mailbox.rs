//! What comes back, fetched from a mailbox.

use std::time::Duration;

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::mailer::deliver::Trust;
use convoke::mailer::inbound::{ImapEncryption, ImapServer, MailboxPatience, SIZE, Trouble};
use convoke::on_both_engines;
use convoke::outbox::MessageState;
use convoke::registration::Registration;
use convoke::worker::{CannotLook, Look, Postbox};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

use crate::dovecot::Dovecot;
use crate::events::{request, roundtable};
use crate::post::{Answer, intake, message_to, report, return_path};
use crate::stage::Stage;

on_both_engines! {
    async fn rep_2_what_lies_in_a_mailbox_is_done_once(test: TestDb) {
        let dovecot = Dovecot::start();
        let (stage, rana, omar) = invited(test).await;
        deliver_bounce_and_answer(&dovecot, &stage, &rana, &omar).await;
        dovecot.deliver("3", "Subject: hello\r\n\r\nHow do I get there?\r\n");
        let postbox = postbox(&stage, dovecot.server());
        let look = postbox.look().await.unwrap();
        assert_eq!(look, Look { read: 3, meant: 2, passed_over: 0 });
        assert_eq!(dovecot.seen(), ["1", "2", "3"]);
        assert!(stage.load(rana.id).await.undeliverable_at.is_some());
        assert_eq!(message_to(&stage, &rana, "registered").await.state, MessageState::Failed);
        message_to(&stage, &omar, "decline_noted").await;

        let before = stage.messages().await;
        assert_eq!(postbox.look().await.unwrap(), Look::default());
        assert_eq!(stage.messages().await, before);
    }

    async fn rep_2_two_nodes_that_read_the_same_mailbox_do_no_harm(test: TestDb) {
        let dovecot = Dovecot::start();
        let (stage, rana, omar) = invited(test).await;
        deliver_bounce_and_answer(&dovecot, &stage, &rana, &omar).await;
        let other = stage.second_node().await;
        let (first, second) = (postbox(&stage, dovecot.server()), postbox(&other, dovecot.server()));
        let (first, second) = tokio::join!(first.look(), second.look());
        assert_eq!(first.unwrap().meant + second.unwrap().meant, 2);
        assert_eq!(dovecot.seen(), ["1", "2"]);
        assert_eq!(stage.owed("decline_noted").await.len(), 1);
    }
}

#[test]
fn rep_2_a_mailbox_is_read_encrypted_and_from_whom_it_should_be() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let dovecot = Dovecot::start();
        let stranger = Dovecot::start();
        let stage = Stage::set(test, roundtable()).await;
        for encryption in [ImapEncryption::Implicit, ImapEncryption::StartTls] {
            let server = dovecot.server_by(encryption);
            let misled = Postbox::new(
                stage.db.clone(),
                intake(&stage),
                server.clone(),
                stranger.trust(),
            );
            let trouble = misled.look().await;
            assert!(
                is(&trouble, |it| matches!(it, Trouble::Unencrypted)),
                "{trouble:?}"
            );
            let otherwise = ImapServer {
                host: "127.0.0.1".to_owned(),
                ..server.clone()
            };
            let misled = Postbox::new(stage.db.clone(), intake(&stage), otherwise, dovecot.trust());
            let trouble = misled.look().await;
            assert!(
                is(&trouble, |it| matches!(it, Trouble::Unencrypted)),
                "{trouble:?}"
            );
            let postbox = Postbox::new(stage.db.clone(), intake(&stage), server, dovecot.trust());
            dovecot.deliver(&format!("{encryption:?}"), "Subject: hello\r\n\r\n");
            assert_eq!(postbox.look().await.unwrap().read, 1);
        }
    });
}

#[test]
fn rep_2_what_is_too_large_is_passed_over_and_holds_up_nothing() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let dovecot = Dovecot::start();
        let (stage, rana, omar) = invited(test).await;
        let huge = format!("Subject: x\r\n\r\n{}", "a line\r\n".repeat(SIZE / 8));
        dovecot.deliver("0", huge);
        deliver_bounce_and_answer(&dovecot, &stage, &rana, &omar).await;
        let look = postbox(&stage, dovecot.server()).look().await.unwrap();
        assert_eq!(
            look,
            Look {
                read: 2,
                meant: 2,
                passed_over: 1
            }
        );
        assert_eq!(dovecot.seen(), ["0", "1", "2"]);
    });
}

#[test]
fn rep_2_a_wrong_password_or_mailbox_is_told_and_loses_nothing() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let dovecot = Dovecot::start();
        let (stage, rana, omar) = invited(test).await;
        deliver_bounce_and_answer(&dovecot, &stage, &rana, &omar).await;
        let mut wrong = dovecot.server();
        wrong.login.password.push('x');
        let trouble = postbox(&stage, wrong).look().await;
        assert!(
            is(&trouble, |it| matches!(it, Trouble::SignIn)),
            "{trouble:?}"
        );
        let elsewhere = ImapServer {
            mailbox: "Nowhere".to_owned(),
            ..dovecot.server()
        };
        let trouble = postbox(&stage, elsewhere).look().await;
        assert!(
            is(&trouble, |it| matches!(it, Trouble::NoMailbox)),
            "{trouble:?}"
        );
        assert!(dovecot.seen().is_empty());
        let look = postbox(&stage, dovecot.server()).look().await.unwrap();
        assert_eq!(look.meant, 2);
    });
}

#[test]
fn rep_2_a_mailbox_that_may_only_be_read_is_read_to_its_end() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let (stage, rana, _) = invited(test).await;
        let message = message_to(&stage, &rana, "registered").await;
        let address = return_path(&stage, &message);
        let mails = [
            "Subject: hello\r\n\r\n".to_owned(),
            report(&address, "rana@example.org", "x@x"),
        ];
        let sizes = "* 1 FETCH (UID 1 RFC822.SIZE 9)\r\nA0004 OK x\r\n\
            * 2 FETCH (UID 2 RFC822.SIZE 9)\r\nA0005 OK x\r\n";
        let mut said = format!(
            "* OK x\r\nA0001 OK x\r\nA0002 OK [READ-ONLY] x\r\n* SEARCH 1 2\r\nA0003 OK x\r\n{sizes}"
        );
        for (uid, mail) in (1..).zip(&mails) {
            let (octets, tag) = (mail.len(), 4 + 2 * uid);
            said += &format!("* {uid} FETCH (UID {uid} BODY[]<0> {{{octets}}}\r\n{mail})\r\n");
            said += &format!("A{tag:04} OK x\r\nA{:04} NO x\r\n", tag + 1);
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let serving = tokio::spawn(async move {
            let (mut client, _) = listener.accept().await.unwrap();
            client.write_all(said.as_bytes()).await.unwrap();
            std::future::pending::<()>().await;
        });
        let server: ImapServer = format!("imap://u:p@127.0.0.1:{port}").parse().unwrap();
        let patience = MailboxPatience {
            connect: Duration::from_millis(500),
            command: Duration::from_secs(5),
        };
        let trouble = postbox(&stage, server).with_patience(patience).look().await;
        assert!(
            is(&trouble, |it| matches!(it, Trouble::ReadOnly)),
            "{trouble:?}"
        );
        let message = message_to(&stage, &rana, "registered").await;
        assert_eq!(message.state, MessageState::Failed);
        serving.abort();
    });
}

#[test]
fn rep_2_a_server_that_is_slow_or_away_is_given_up() {
    run(Engine::Sqlite, |test: TestDb| async move {
        let stage = Stage::set(test, roundtable()).await;
        let patience = MailboxPatience {
            connect: Duration::from_millis(500),
            command: Duration::from_millis(500),
        };
        for (said, hangs_up, name) in [
            (&b""[..], false, "silent"),
            (b"", true, "hanging up"),
            (b"* OK", false, "half a line"),
            (b"* OK x\r\n", false, "greeting only"),
            (b"* OK x\r\n", true, "greeting and hanging up"),
            (b"220 mail.example ESMTP\r\n", false, "of another kind"),
            (
                b"* OK x\r\nA0001 OK x\r\nA0002 OK x\r\n* SEARCH 4294967295 1\r\nA0003 OK x\r\n",
                true,
                "cut off",
            ),
        ] {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let port = listener.local_addr().unwrap().port();
            let serving = tokio::spawn(async move {
                let (mut client, _) = listener.accept().await.unwrap();
                client.write_all(said).await.unwrap();
                if !hangs_up {
                    std::future::pending::<()>().await;
                }
            });
            let server: ImapServer = format!("imap://u:p@127.0.0.1:{port}").parse().unwrap();
            let trouble = postbox(&stage, server).with_patience(patience).look().await;
            assert!(
                is(&trouble, |it| matches!(
                    it,
                    Trouble::TooSlow | Trouble::Lost
                )),
                "{name}: {trouble:?}"
            );
            serving.abort();
        }
        let nobody: ImapServer = "imap://u:p@127.0.0.1:1".parse().unwrap();
        let trouble = postbox(&stage, nobody).look().await;
        assert!(
            is(&trouble, |it| matches!(it, Trouble::Unreachable)),
            "{trouble:?}"
        );
    });
}

fn postbox(stage: &Stage, server: ImapServer) -> Postbox {
    Postbox::new(stage.db.clone(), intake(stage), server, Trust::System)
}

/// Two people who got the mail that says that they are registered.
async fn invited(test: TestDb) -> (Stage, Registration, Registration) {
    let stage = Stage::set(test, roundtable()).await;
    let rana = stage.join(&request("rana@example.org")).await;
    let omar = stage.join(&request("omar@example.org")).await;
    stage.tick().await;
    (stage, rana, omar)
}

/// Rana's mail came back; Omar's calendar declined.
async fn deliver_bounce_and_answer(
    dovecot: &Dovecot,
    stage: &Stage,
    rana: &Registration,
    omar: &Registration,
) {
    let message = message_to(stage, rana, "registered").await;
    let address = return_path(stage, &message);
    dovecot.deliver("1", report(&address, "rana@example.org", "x@x"));
    let invitation = message_to(stage, omar, "registered").await;
    dovecot.deliver("2", Answer::declining(omar, &invitation).mail());
}

fn is(looked: &Result<Look, CannotLook>, expected: impl Fn(&Trouble) -> bool) -> bool {
    matches!(looked, Err(CannotLook::Mailbox(trouble)) if expected(trouble))
}
