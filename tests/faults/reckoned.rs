//! The reckoning after a siege finds what does not go together: without this, a siege that nothing
//! survives would pass, too.

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::registration::Request;
use tokio::time::Instant as Moment;

use crate::events::{online, request_of, roundtable};
use crate::faulty_smtp::{FaultyServer, Received};
use crate::guests::{Guest, Told};
use crate::host::Host;
use crate::reckoning::Reckoning;
use crate::stage::Stage;

/// What is done to the database, what is found then, and how it is undone.
const PLANTED: [[&str; 3]; 8] = [
    [
        "UPDATE event SET online_taken = online_taken + 1",
        "are counted of 2 and 1",
        "UPDATE event SET online_taken = online_taken - 1",
    ],
    [
        "UPDATE session SET online_waiting = 0",
        "are counted of 2 and 1",
        "UPDATE session SET online_waiting = 1",
    ],
    [
        "UPDATE registration SET registered_at = registered_at + interval '90 days'",
        "came late",
        "UPDATE registration SET registered_at = registered_at - interval '90 days'",
    ],
    [
        "UPDATE registration SET state = 'confirmed' WHERE state = 'waitlisted'",
        "3 of 3 have one of 2 places",
        "UPDATE registration SET state = 'waitlisted' WHERE email_key LIKE 'guest2@%'",
    ],
    [
        "UPDATE message SET state = 'retry' WHERE kind = 'waitlisted'",
        "it came to no end",
        "UPDATE message SET state = 'sent' WHERE kind = 'waitlisted'",
    ],
    [
        "UPDATE message SET kind = 'reminder' WHERE kind = 'link'",
        "is owed [\"registered\", \"reminder\"]",
        "UPDATE message SET kind = 'link' WHERE kind = 'reminder'",
    ],
    [
        "UPDATE audit_line SET action = 'was_registered' WHERE action = 'registered'",
        "3 registrations without their one line in the log",
        "UPDATE audit_line SET action = 'registered' WHERE action = 'was_registered'",
    ],
    [
        "UPDATE message SET lease_owner = 'somebody'",
        "messages still in somebody's hands",
        "UPDATE message SET lease_owner = NULL",
    ],
];

#[test]
fn r_21_what_does_not_go_together_is_found() {
    run(Engine::Postgres, async |test: TestDb| {
        let siege = Survived::live(test).await;
        let told = [Told::Registered, Told::Registered, Told::Waitlisted];
        let (sent, before) = (&siege.arrived[..], siege.arrived_before);
        assert_eq!(siege.faults(&told, sent, before).await, "");
        for [deed, fault, undone] in PLANTED {
            siege.stage.by_hand(deed).await;
            let found = siege.faults(&told, sent, before).await;
            assert!(found.contains(fault), "{deed}: {found}");
            siege.stage.by_hand(undone).await;
        }
        let planted: [(&[Told], Vec<Received>, usize, &str); 6] = [
            (&told[..2], sent.to_vec(), before, "never asked"),
            (
                &[Told::Registered, Told::Registered, Told::Registered],
                sent.to_vec(),
                before,
                "was told Registered",
            ),
            (
                &[Told::Refused, Told::Registered, Told::Waitlisted],
                sent.to_vec(),
                before,
                "was told Refused",
            ),
            (&told, sent[1..].to_vec(), before - 1, "has none"),
            (
                &told,
                [sent, &sent[..1]].concat(),
                before,
                "has 2, with 0 in doubt",
            ),
            (
                &told,
                sent.to_vec(),
                sent.len(),
                "had the link before registration closed",
            ),
        ];
        for (told, arrived, before, fault) in planted {
            let found = siege.faults(told, &arrived, before).await;
            assert!(found.contains(fault), "{fault}: {found}");
        }
        assert_eq!(siege.faults(&told, sent, before).await, "");
    });
}

/// What there is after a siege in which nothing happened: two have a place, and one waits.
struct Survived {
    stage: Stage,
    arrived: Vec<Received>,
    arrived_before: usize,
}

impl Survived {
    async fn live(test: TestDb) -> Self {
        let mut details = roundtable();
        details.terms.capacity = online(2);
        let stage = Stage::set(test, details).await;
        for number in 0..3 {
            let request = Request {
                waitlist: true,
                ..request_of(number)
            };
            stage.ask(&request, Some(&format!("form {number}"))).await;
        }
        let host = Host::over(&stage).await;
        let server = FaultyServer::start(&[]).await;
        host.work_once(server.address).await;
        let arrived_before = server.seen().mails.len();
        stage.at("2022-11-24T22:00:00Z");
        host.work_once(server.address).await;
        let arrived = server.seen().mails.clone();
        Self {
            stage,
            arrived,
            arrived_before,
        }
    }

    /// What the reckoning finds, where they were told this.
    async fn faults(&self, told: &[Told], arrived: &[Received], arrived_before: usize) -> String {
        let at = Moment::now();
        let guest = |(number, told): (usize, &Told)| Guest {
            email: request_of(number).email.as_str().to_owned(),
            before: Vec::new(),
            told: told.clone(),
            at,
        };
        let guests: Vec<Guest> = told.iter().enumerate().map(guest).collect();
        let reckoning = Reckoning {
            stage: self.stage.clone(),
            guests: &guests,
            closing: at,
            arrived,
            arrived_before,
        };
        reckoning.faults().await.join("\n")
    }
}
