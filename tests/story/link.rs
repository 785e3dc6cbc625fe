//! Who gets the joining link, and when: nobody before its release, every confirmed online attendee
//! after it, once (S-32, S-34, E-10, E-28, F-1).

use std::fs;

use chrono::TimeDelta;
use convoke::base::db::{Engine, Tx};
use convoke::base::id::Id;
use convoke::base::testing::{TestDb, run};
use convoke::event::{self, Details, Format, Meeting, Mode, Release};
use convoke::mailer;
use convoke::mailer::compose::Composed;
use convoke::mailer::form::Letter;
use convoke::on_both_engines;
use convoke::outbox::{self, Message, MessageState};
use convoke::registration::{self, Next, Outcome, RegistrationState, Request};
use convoke::worker::Tick;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::events::{
    CANARY, meeting, online, request, request_for, request_of, roundtable, two_sessions_for,
};
use crate::stage::{Stage, in_state};

const CLOSING: &str = "2022-11-24T22:00:00Z";
const NOBODY: [&str; 0] = [];

on_both_engines! {
    async fn s_32_the_link_is_nowhere_before_closing(test: TestDb) {
        let stage = Stage::set(test, hybrid_with_a_list()).await;
        register_of_every_sort(&stage).await;
        let worker = stage.worker();
        for moment in ["2022-11-20T10:00:00Z", "2022-11-24T21:59:59.999Z"] {
            stage.at(moment);
            worker.tick().await.unwrap();
        }
        assert!(stage.mails().len() >= 5);
        assert_eq!(stage.told_the_link(), NOBODY);
        assert!(!at_rest(&stage).await.contains(CANARY));
        stage.at(CLOSING);
        worker.tick().await.unwrap();
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        // The link is sealed, and no mail is kept (DEC-4, DEC-7).
        assert!(!at_rest(&stage).await.contains(CANARY));
    }

    async fn s_34_after_closing_each_confirmed_online_attendee_gets_it_once(test: TestDb) {
        let stage = Stage::set(test, hybrid_with_a_list()).await;
        register_of_every_sort(&stage).await;
        stage.tick().await;
        let before = stage.mails().len();
        stage.at(CLOSING);
        assert_eq!(stage.tick().await, Tick { given_up: 0, planned: 1, tried: 1 });
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        for hours in [0, 1, 5] {
            stage.test.clock.advance(TimeDelta::hours(hours));
            stage.tick().await;
        }
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        assert_eq!(stage.owed("link").await.len(), 1);
        // The place that Nour did not confirm in time is Sami's, who is asked to confirm now.
        assert_eq!(stage.mails().len(), before + 2);
    }

    /// With its twin: by what was read before, the mail would still be made.
    async fn out_09_what_a_mail_was_made_of_is_asked_again(test: TestDb) {
        let stage = Stage::set(test, hybrid_with_a_list()).await;
        register_of_every_sort(&stage).await;
        stage.at(CLOSING);
        stage.plan().await;
        let composer = stage.composer();
        let owed = stage.owed("link").await;
        let mut tx = stage.begin().await;
        let facts = composer.facts(&mut tx, &owed).await.unwrap();
        let (composed, basis) = composer.compose_of(&facts, &owed[0]).unwrap();
        assert!(matches!(composed, Composed::Letter(_)));
        assert_eq!(composer.still_hold(&mut tx, &[&basis]).await.unwrap(), [true]);
        tx.commit().await.unwrap();

        stage.withdraw(Id::from_uuid(owed[0].recipient)).await;
        let (composed, same) = composer.compose_of(&facts, &owed[0]).unwrap();
        assert!(matches!(composed, Composed::Letter(_)));
        let mut tx = stage.begin().await;
        assert_eq!(composer.still_hold(&mut tx, &[&same]).await.unwrap(), [false]);
        let facts = composer.facts(&mut tx, &owed).await.unwrap();
        let (composed, _) = composer.compose_of(&facts, &owed[0]).unwrap();
        assert!(matches!(composed, Composed::NotOwed(_)));
    }

    async fn r_10_what_many_are_told_at_once_holds_nobody_elses(test: TestDb) {
        let mut details = roundtable();
        details.page_languages = Some(vec!["en".parse().unwrap(), "ar".parse().unwrap()]);
        let stage = Stage::set(test, details).await;
        for (number, language, listening) in
            [(1, "en", None), (2, "ar", None), (3, "en", None), (4, "en", Some("ar")), (5, "ar", None)]
        {
            let request = Request {
                language: language.parse().unwrap(),
                listening: listening.map(|wanted: &str| wanted.parse().unwrap()),
                ..request_of(number)
            };
            stage.join(&request).await;
        }
        stage.at(CLOSING);
        stage.plan().await;
        let composer = stage.composer();
        let mut pages = Vec::new();
        let mut tx = stage.begin().await;
        for message in links_of(&mut tx).await {
            let together = letter(composer.compose(&mut tx, &message).await.unwrap());
            // Who has just started has said nothing to anybody before.
            let alone = letter(stage.composer().compose(&mut tx, &message).await.unwrap());
            assert_eq!(together, alone);
            let id = Id::from_uuid(message.recipient);
            let generation = registration::load(&mut tx, id).await.unwrap().unwrap().token_generation;
            let own = registration::manage_token(&stage.key, id, generation);
            pages.push((own.as_str().to_owned(), together));
        }
        assert_eq!(pages.len(), 5);
        for (page, own) in &pages {
            for (other, letter) in &pages {
                let is_own = page == other;
                assert_eq!(letter.html.contains(page), is_own);
                assert_eq!(letter.text.contains(page), is_own);
            }
            assert!(!own.text.contains("Rana"));
        }
    }

    async fn out_09_a_mail_says_no_more_what_an_event_was(test: TestDb) {
        let stage = Stage::set(test, hybrid_with_a_list()).await;
        register_of_every_sort(&stage).await;
        stage.at(CLOSING);
        stage.plan().await;
        let composer = stage.composer();
        let owed = stage.owed("link").await;
        let mut tx = stage.begin().await;
        let facts = composer.facts(&mut tx, &owed).await.unwrap();
        let (_, basis) = composer.compose_of(&facts, &owed[0]).unwrap();
        let event = stage.event_in(&mut tx).await;
        assert!(event::cancel(&mut tx, &event, event::OPERATOR, None).await.unwrap());
        assert_eq!(composer.still_hold(&mut tx, &[&basis]).await.unwrap(), [false]);
        // Though the event was read a moment ago.
        let facts = composer.facts(&mut tx, &owed).await.unwrap();
        let (composed, _) = composer.compose_of(&facts, &owed[0]).unwrap();
        assert!(matches!(composed, Composed::NotOwed(_)));
    }

    async fn out_09_registrations_read_together_are_what_they_are_alone(test: TestDb) {
        let mut details = two_sessions_for(10, 10);
        details.meeting = Some(meeting(None));
        let stage = Stage::set(test, details).await;
        for (email, sessions) in [
            ("rana@example.org", &["morning", "evening"] as &[&str]),
            ("sami@example.org", &["evening"]),
        ] {
            stage.join(&request_for(email, sessions)).await;
        }
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        let all = registration::for_export(&mut tx, event.id).await.unwrap();
        let ids: Vec<_> = all.iter().map(|one| one.id).chain([tx.new_id()]).collect();
        let together = registration::load_all(&mut tx, &ids).await.unwrap();
        assert_eq!(together.len(), 2);
        for (registration, event_revision) in together {
            let alone = registration::load(&mut tx, registration.id).await.unwrap();
            assert_eq!((Some(registration), event_revision), (alone, event.revision));
        }
    }

    async fn s_34_who_withdraws_between_queue_and_sending_gets_none(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        stage.at(CLOSING);
        stage.plan().await;
        assert_eq!(stage.owed("link").await.len(), 1);
        assert!(stage.withdraw(rana.id).await);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), NOBODY);
        assert_eq!(stage.owed("link").await[0].state, MessageState::Suppressed);
        assert_eq!(stage.owed("withdrawn").await[0].state, MessageState::Sent);
    }

    async fn s_34_a_cancelled_event_tells_nobody(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for number in 0..3 {
            stage.join(&request_of(number)).await;
        }
        stage.tick().await;
        stage.at(CLOSING);
        stage.plan().await;
        stage.by_hand("UPDATE event SET state = 'cancelled'").await;
        stage.by_hand("DELETE FROM message WHERE kind = 'link' AND id =
            (SELECT id FROM message WHERE kind = 'link' ORDER BY id LIMIT 1)").await;
        stage.by_hand("UPDATE event SET plan_due_at = closes_at").await;
        // Everybody is told that it does not take place, and the two links that were owed are not.
        assert_eq!(stage.tick().await, Tick { given_up: 0, planned: 3, tried: 5 });
        assert_eq!(in_state(&stage.owed("link").await, MessageState::Suppressed), 2);
        assert_eq!(stage.told_the_link(), NOBODY);
    }

    async fn e_10_who_is_confirmed_after_the_release_is_told_in_the_same_round(test: TestDb) {
        let mut details = roundtable();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-24T21:50:00Z");
        let rana = stage.join(&request("rana@example.org")).await;
        assert_eq!(rana.state, RegistrationState::Unconfirmed);
        stage.at("2022-11-24T22:10:00Z");
        stage.tick().await;
        assert_eq!(stage.told_the_link(), NOBODY);
        assert!(stage.confirm(rana.id).await);
        assert!(!stage.confirm(rana.id).await);
        assert_eq!(stage.tick().await, Tick { given_up: 0, planned: 1, tried: 2 });
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        let kinds: Vec<String> = stage.messages().await.into_iter().map(|one| one.kind).collect();
        assert_eq!(kinds, ["confirm_address", "registered", "link"]);
    }

    async fn e_21_who_waits_for_an_organiser_gets_no_link(test: TestDb) {
        let mut details = roundtable();
        details.terms.approval = Some(true);
        let stage = Stage::set(test, details).await;
        let outcome = stage.ask(&request("rana@example.org"), None).await;
        assert_eq!(outcome, Outcome::Accepted(Next::Received));
        assert_eq!(stage.latest("rana@example.org").await.state, RegistrationState::Pending);
        assert_eq!(stage.taken().await, [0, 0]);
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), NOBODY);
        assert_eq!(stage.messages().await.len(), 1);
    }

    async fn e_28_a_link_entered_after_closing_goes_then(test: TestDb) {
        let stage = Stage::set(test, with_meeting(Meeting { link: None, ..meeting(None) })).await;
        stage.join(&request("rana@example.org")).await;
        stage.at(CLOSING);
        // The organisers are alarmed.
        assert_eq!(stage.tick().await.planned, 1);
        stage.at("2022-11-25T08:00:00Z");
        assert_eq!(stage.tick().await, Tick::default());
        stage.save(roundtable()).await;
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
    }

    async fn f_01_on_confirmation_the_link_follows_at_once(test: TestDb) {
        let stage = Stage::set(test, with_meeting(meeting(Some(Release::OnConfirmation)))).await;
        for (number, guest) in ["guest0@example.org", "guest1@example.org"].into_iter().enumerate() {
            stage.join(&request(guest)).await;
            assert_eq!(stage.tick().await, Tick { given_up: 0, planned: 1, tried: 2 });
            assert_eq!(stage.told_the_link().len(), number + 1);
        }
        stage.at(CLOSING);
        assert_eq!(stage.tick().await.planned, 0);
    }

    async fn f_01_before_the_start_means_so_long_before_it(test: TestDb) {
        let release = "before_start 3h".parse::<Release>().unwrap();
        let stage = Stage::set(test, with_meeting(meeting(Some(release)))).await;
        stage.join(&request("rana@example.org")).await;
        for moment in [CLOSING, "2022-11-25T09:59:59.999Z"] {
            stage.at(moment);
            assert_eq!(stage.tick().await.planned, 0, "{moment}");
        }
        stage.at("2022-11-25T10:00:00Z");
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
    }

    async fn f_01_by_hand_means_when_an_organiser_says_so(test: TestDb) {
        let stage = Stage::set(test, with_meeting(meeting(Some(Release::Manual)))).await;
        stage.join(&request("rana@example.org")).await;
        for moment in [CLOSING, "2022-11-25T12:00:00Z"] {
            stage.at(moment);
            assert_eq!(stage.tick().await.planned, 0, "{moment}");
        }
        stage.by_hand("UPDATE event SET released_at = closes_at, plan_due_at = closes_at").await;
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
    }

    async fn e_12_who_comes_after_a_reopening_gets_the_link_and_nobody_gets_it_twice(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.at(CLOSING);
        assert_eq!(stage.tick().await.planned, 1);
        let mut reopened = roundtable();
        reopened.terms.closes = Some("2022-11-25T09:59".parse().unwrap());
        stage.save(reopened).await;
        stage.at("2022-11-25T07:00:00Z");
        stage.join(&request("omar@example.org")).await;
        assert_eq!(stage.tick().await.planned, 0);
        stage.at("2022-11-25T08:00:00Z");
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link(), ["omar@example.org", "rana@example.org"]);
    }

    async fn out_01_a_worker_that_was_down_sends_what_is_owed_and_nothing_twice(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-25T12:30:00Z");
        assert_eq!(stage.tick().await, Tick { given_up: 0, planned: 1, tried: 2 });
        // A clock that jumps back sends nothing twice either (R-13).
        for moment in ["2022-11-25T12:31:00Z", "2022-11-24T20:00:00Z", CLOSING] {
            stage.at(moment);
            assert_eq!(stage.tick().await.tried, 0, "{moment}");
        }
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Sent), 2);
        assert!(messages.iter().all(|message| message.attempts == 1));
    }

    async fn r_11_nothing_goes_once_the_event_is_over(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-25T15:00:00Z");
        assert_eq!(stage.tick().await.planned, 0);
        assert_eq!(stage.mails(), []);
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Suppressed), 1);
        assert_eq!(stage.tick().await, Tick::default());
    }

    async fn e_12_a_link_that_could_not_leave_before_a_reopening_goes_at_the_new_closing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        stage.at(CLOSING);
        assert_eq!(stage.plan().await, 1);
        let mut reopened = roundtable();
        reopened.terms.closes = Some("2022-11-25T09:59".parse().unwrap());
        stage.save(reopened).await;
        stage.tick().await;
        let links = stage.owed("link").await;
        assert_eq!(in_state(&links, MessageState::Suppressed), 1);
        assert_eq!(stage.told_the_link(), NOBODY);
        stage.at("2022-11-25T08:00:00Z");
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        stage.tick().await;
        assert_eq!(stage.owed("link").await.len(), 2);
    }

    async fn e_32_a_cancelled_event_confirms_and_welcomes_nobody(test: TestDb) {
        let mut details = roundtable();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let rana = stage.join(&request("rana@example.org")).await;
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        assert!(event::cancel(&mut tx, &event, event::OPERATOR, None).await.unwrap());
        tx.commit().await.unwrap();
        assert!(!stage.confirm(rana.id).await);
        stage.tick().await;
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Suppressed), messages.len());
        assert_eq!(stage.mails().len(), 0);
    }

    async fn e_14_an_address_is_not_confirmed_after_its_time(test: TestDb) {
        let mut details = roundtable();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.test.clock.advance(TimeDelta::minutes(30));
        assert!(!stage.confirm(rana.id).await);
    }

    async fn e_10_more_than_a_batch_is_told_in_one_round(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for number in 0..203 {
            let mut tx = stage.begin().await;
            stage.ask_in(&mut tx, &request_of(number), None).await;
            tx.commit().await.unwrap();
        }
        stage.at(CLOSING);
        reconcile_all(&stage).await;
        let links = stage.owed("link").await;
        assert_eq!(links.len(), 203);
        let mut recipients: Vec<_> = links.iter().map(|message| message.recipient).collect();
        recipients.sort_unstable();
        recipients.dedup();
        assert_eq!(recipients.len(), 203);
    }
}

/// It was judged in time, waits for its seat while the plan is carried out, and comes last.
#[test]
fn e_10_a_registration_that_commits_after_the_closing_round_gets_its_link() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("omar@example.org")).await;
        stage.tick().await;
        stage.at("2022-11-24T21:59:59.999Z");
        let mut late = stage.second_node().await.begin().await;
        stage.at(CLOSING);
        let mut closing = stage.begin().await;
        let event = stage.event_in(&mut closing).await.id;
        let made = mailer::reconcile(&mut closing, &stage.key, event)
            .await
            .unwrap();
        assert_eq!(made, 1);
        let seated = tokio::spawn({
            let stage = stage.clone();
            async move {
                let outcome = stage
                    .ask_in(&mut late, &request("rana@example.org"), None)
                    .await;
                late.commit().await.unwrap();
                outcome
            }
        });
        stage.until_waiting(1).await;
        closing.commit().await.unwrap();
        assert_eq!(seated.await.unwrap(), Outcome::Accepted(Next::Registered));
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(
            stage.told_the_link(),
            ["omar@example.org", "rana@example.org"]
        );
    });
}

#[test]
fn e_10_the_closing_round_waits_for_who_is_about_to_be_seated() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("omar@example.org")).await;
        stage.at("2022-11-24T21:59:59.999Z");
        let mut late = stage.begin().await;
        stage
            .ask_in(&mut late, &request("rana@example.org"), None)
            .await;
        stage.at(CLOSING);
        let working = tokio::spawn({
            let worker = stage.worker();
            async move { worker.tick().await }
        });
        stage.until_waiting(1).await;
        late.commit().await.unwrap();
        assert_eq!(working.await.unwrap().unwrap().planned, 2);
        assert_eq!(
            stage.told_the_link(),
            ["omar@example.org", "rana@example.org"]
        );
    });
}

#[test]
fn e_10_an_address_confirmed_while_the_plan_is_carried_out_gets_its_link() {
    run(Engine::Postgres, async |test: TestDb| {
        let mut details = roundtable();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        stage.at("2022-11-24T21:50:00Z");
        let rana = stage.join(&request("rana@example.org")).await;
        stage.at(CLOSING);
        let mut closing = stage.begin().await;
        mailer::reconcile(&mut closing, &stage.key, rana.event)
            .await
            .unwrap();
        let mut confirming = tokio::spawn({
            let stage = stage.clone();
            async move { stage.confirm(rana.id).await }
        });
        tokio::select! {
            () = stage.until_waiting(1) => {}
            _ = &mut confirming => panic!("it did not wait for the plan"),
        }
        closing.commit().await.unwrap();
        assert!(confirming.await.unwrap());
        assert_eq!(stage.tick().await.planned, 1);
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
    });
}

/// A hybrid roundtable with two places online, and a waiting list.
fn hybrid_with_a_list() -> Details {
    let mut details = roundtable();
    details.format = Format::Hybrid;
    details.terms.capacity = online(2);
    details
}

fn with_meeting(meeting: Meeting) -> Details {
    Details {
        meeting: Some(meeting),
        ..roundtable()
    }
}

/// Rana comes online; Omar comes in person; Lina has withdrawn; Sami waits in the list; Nour has
/// yet to confirm the address.
async fn register_of_every_sort(stage: &Stage) {
    let lina = stage.join(&request("lina@example.org")).await;
    stage.withdraw(lina.id).await;
    stage.join(&request("rana@example.org")).await;
    stage
        .join(&Request {
            mode: Mode::InPerson,
            ..request("omar@example.org")
        })
        .await;
    let mut details = hybrid_with_a_list();
    details.terms.confirm_address = Some(true);
    stage.save(details).await;
    stage.at("2022-11-24T21:59:00Z");
    let nour = stage.join(&request("nour@example.org")).await;
    assert_eq!(nour.state, RegistrationState::Unconfirmed);
    let sami = stage
        .join(&Request {
            waitlist: true,
            ..request("sami@example.org")
        })
        .await;
    assert_eq!(sami.state, RegistrationState::Waitlisted);
    stage.at("2022-11-24T21:59:30Z");
}

async fn reconcile_all(stage: &Stage) {
    while stage.plan().await > 0 {}
}

/// Everything the database holds, as text.
async fn at_rest(stage: &Stage) -> String {
    let everything = match stage.db.engine() {
        Engine::Sqlite => {
            let file = stage.test.url.strip_prefix("sqlite://").unwrap();
            ["", "-wal"]
                .iter()
                .filter_map(|end| fs::read(format!("{file}{end}")).ok())
                .map(|octets| String::from_utf8_lossy(&octets).into_owned())
                .collect()
        }
        Engine::Postgres => {
            let mut connection = PgConnection::connect(&stage.test.url).await.unwrap();
            let tables: Vec<String> = sqlx::query_scalar(
                "SELECT table_name::text FROM information_schema.tables
                 WHERE table_schema = 'public'",
            )
            .fetch_all(&mut connection)
            .await
            .unwrap();
            let mut everything = String::new();
            for table in tables {
                let rows: Vec<String> =
                    sqlx::query_scalar(AssertSqlSafe(format!("SELECT r::text FROM {table} r")))
                        .fetch_all(&mut connection)
                        .await
                        .unwrap();
                everything.extend(rows);
            }
            everything
        }
    };
    assert!(
        everything.contains("Food security"),
        "this is not all of it"
    );
    everything
}

/// The messages with the link, in the order in which they were made.
async fn links_of(tx: &mut Tx) -> Vec<Message> {
    let mut all = outbox::list(tx, None).await.unwrap();
    all.retain(|message| message.kind == "link");
    all
}

fn letter(composed: Composed) -> Letter {
    match composed {
        Composed::Letter(letter) => *letter,
        composed => panic!("it is owed: {composed:?}"),
    }
}
