//! Somebody who wants nothing of them to be kept: at once, and everywhere (P-6).

use std::path::PathBuf;

use convoke::base::db::Sql;
use convoke::base::id::Id;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::event::OPERATOR;
use convoke::on_both_engines;
use convoke::registration::{
    self, Registration, RegistrationState, Request, add_note, bring, companions, guest, roster,
    sharing_mailbox,
};

use crate::events::{request, request_of, roundtable, roundtable_for};
use crate::logged::Logged;
use crate::retention::found_in;
use crate::stage::Stage;

/// What only one person who registered is called, and has as an address.
const NAME: &str = "Zebedea Quillfeather";
const ADDRESS: &str = "zebedea.quillfeather@example.net";

/// Whatever would tell of them.
const TRACES: [&str; 3] = ["Quillfeather", "quillfeather", "Zebedea"];

on_both_engines! {
    async fn p_06_nobody_finds_who_had_themselves_erased(test: TestDb) {
        let logged = Logged::start();
        let stage = Stage::set(test, roundtable()).await;
        let canary = visit(&stage).await;
        stage.tick().await;
        assert!(!stage.mails_to(ADDRESS, "").is_empty());
        assert!(!found_in(&stage, TRACES[1]).await.is_empty(), "the search finds what there is");
        let before = stage.messages().await.len();

        assert!(erase(&stage, canary).await);
        let left: Vec<_> = stage.messages().await.into_iter()
            .filter(|message| message.recipient == canary.uuid()).collect();
        assert_eq!(left, [], "the rows go at once");
        assert!(stage.messages().await.len() < before);
        stage.tick().await;
        for trace in TRACES {
            assert_eq!(found_in(&stage, trace).await, Vec::<PathBuf>::new(), "{trace}");
            assert!(!logged.text().contains(trace), "{trace} in the log");
        }
        assert!(stage.mails_to(ADDRESS, "").is_empty(), "the copies of mails are gone");
        assert_eq!(stage.registrations().await.len(), 30, "everybody else is there");
        assert_eq!(stage.taken().await, [30, 30]);
        let left = "SELECT count(*) FROM erasure";
        let mut tx = stage.begin().await;
        let (left,): (i64,) = tx.query(Sql::new(left, left)).fetch_one().await.unwrap();
        assert_eq!(left, 0, "all is done");
    }

    /// The twin: without the worker that scrubs the files the rows are gone, and the words are not.
    async fn p_06_what_is_only_removed_is_still_in_the_files(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let canary = visit(&stage).await;
        stage.tick().await;
        assert!(erase(&stage, canary).await);
        assert!(!found_in(&stage, ADDRESS).await.is_empty());
        assert!(!stage.mails_to(ADDRESS, "").is_empty());
        stage.db.scrub().await.unwrap();
        stage.tick().await;
        assert_eq!(found_in(&stage, ADDRESS).await, Vec::<PathBuf>::new());
    }

    async fn p_06_their_place_goes_to_the_next_and_nobody_is_told_why(test: TestDb) {
        let mut details = roundtable_for(1);
        details.terms.waitlist = Some(true);
        let stage = Stage::set(test, details).await;
        let first = stage.join(&request_of(0)).await;
        let waits = stage.join(&Request { waitlist: true, ..request_of(1) }).await;
        let gone = stage.join(&Request { waitlist: true, ..request_of(2) }).await;
        assert!(erase(&stage, gone.id).await, "out of the line");
        assert!(erase(&stage, first.id).await);
        assert!(!erase_of(&stage, &first).await, "a second time there is nothing");
        assert_eq!(stage.taken().await, [0, 0]);
        stage.tick().await;
        assert_eq!(stage.load(waits.id).await.state, RegistrationState::Confirmed);
        assert_eq!(stage.taken().await, [1, 1]);
        assert!(stage.owed("withdrawn").await.is_empty());
        let lines = "SELECT actor, action, changes FROM audit_line WHERE action = 'registration_erased'";
        let mut tx = stage.begin().await;
        let lines: Vec<(String, String, serde_json::Value)> =
            tx.query(Sql::new(lines, lines)).fetch_all().await.unwrap();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.2 == serde_json::json!({})));
    }

    async fn e_19_who_shares_the_mailbox_stays(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("office@example.org")).await;
        let other = Request { name: SingleLine::clean("Omar Haddad"), ..request("office@example.org") };
        stage.ask(&other, None).await;
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        let asked = companions(&mut tx, &rana).await.unwrap();
        bring(&mut tx, &stage.key, &event, &rana, asked[0].id).await.unwrap();
        assert_eq!(sharing_mailbox(&mut tx, &rana).await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert!(erase(&stage, rana.id).await);
        let left = stage.registrations().await;
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].name.as_str(), "Omar Haddad");
    }

    async fn p_06_what_they_gave_up_before_goes_too(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let before = stage.join(&request("rana@example.org")).await;
        stage.withdraw(before.id).await;
        let again = stage.join(&request("rana@example.org")).await;
        assert_ne!(before.id, again.id);
        assert!(erase(&stage, again.id).await);
        assert!(stage.registrations().await.is_empty());
    }

    async fn p_06_a_mail_on_its_way_is_looked_for_once_more(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request(ADDRESS)).await;
        stage.by_hand("UPDATE message SET state = 'leased', leased_until = due_at").await;
        assert!(erase(&stage, rana.id).await);
        stage.tick().await;
        let passes = async || {
            let left = "SELECT passes FROM erasure";
            let mut tx = stage.begin().await;
            let left: Vec<(i64,)> = tx.query(Sql::new(left, left)).fetch_all().await.unwrap();
            left
        };
        assert_eq!(passes().await, [(1,)]);
        stage.test.clock.advance(chrono::TimeDelta::minutes(6));
        stage.tick().await;
        assert_eq!(passes().await, []);
    }
}

async fn erase(stage: &Stage, id: Id<Registration>) -> bool {
    let one = stage.load(id).await;
    erase_of(stage, &one).await
}

async fn erase_of(stage: &Stage, registration: &Registration) -> bool {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let erased = registration::erase(&mut tx, &stage.key, &event, registration)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    erased
}

/// Somebody registers and leaves traces wherever somebody can, among others who do.
async fn visit(stage: &Stage) -> Id<Registration> {
    for number in 0..30 {
        stage.join(&request_of(number)).await;
    }
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let (own, english) = ([ADDRESS.parse().unwrap()], "en".parse().unwrap());
    guest::invite(&mut tx, &stage.key, &event, &own, &english, OPERATOR)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let fields = vec![(
        "organisation".parse().unwrap(),
        SingleLine::clean("Quillfeather & Daughters"),
    )];
    let canary = stage
        .join(&Request {
            name: SingleLine::clean(NAME),
            fields,
            ..request(ADDRESS)
        })
        .await;
    let cousin = Request {
        name: SingleLine::clean("Cousin Quillfeather"),
        ..request(ADDRESS)
    };
    stage.ask(&cousin, Some("a-key")).await;
    let mut tx = stage.begin().await;
    add_note(&mut tx, &canary, "Zebedea called", OPERATOR)
        .await
        .unwrap();
    let list = format!("name,email\n{NAME},{ADDRESS}\n");
    roster::keep(&mut tx, event.id, OPERATOR, list.as_bytes())
        .await
        .unwrap();
    let reply = "UPDATE message SET last_reply = $2 WHERE recipient = $1";
    tx.query(Sql::new(reply, reply))
        .bind(canary.id)
        .bind(format!("550 5.1.1 <{ADDRESS}> unknown"))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    canary.id
}
