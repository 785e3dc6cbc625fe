//! Messages owed: each once, in order, and never lost to a worker that dies (OUT-1, OUT-4..OUT-7).

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use convoke::base::chance::Chance;
use convoke::base::clock::{self, Clock};
use convoke::base::db::{Db, Engine, Sql};
use convoke::base::id::Id;
use convoke::base::testing::{TestDb, run, start};
use convoke::on_both_engines;
use convoke::outbox::{
    self, Message, MessageState, Outcome, Outlook, Owed, Pause, PausedBy, Priority, Resend, Rest,
    Retried, Try,
};
use serde_json::json;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::events::{request, request_of, roundtable, session};
use crate::stage::{Stage, in_state};

const MINUTE: TimeDelta = TimeDelta::minutes(1);

on_both_engines! {
    async fn out_01_the_same_message_is_owed_once(test: TestDb) {
        let owed = owed(1);
        assert!(owe(&test, owed.clone()).await);
        test.clock.advance(MINUTE);
        assert!(!owe(&test, owed.clone()).await);
        let session = Some(Uuid::from_u128(9));
        for other in [
            Owed { revision: 1, ..owed.clone() },
            Owed { kind: "withdrawn", ..owed.clone() },
            Owed { session, ..owed.clone() },
            Owed { recipient: Uuid::from_u128(2), ..owed.clone() },
            Owed { subject: Uuid::from_u128(3), ..owed.clone() },
        ] {
            assert!(owe(&test, other).await);
        }
        let messages = messages(&test).await;
        assert_eq!(messages.len(), 6);
        // What was frozen stays (OUT-3).
        assert_eq!(messages[0].written_at, start());
        assert_eq!(messages[0].message_id, format!("{}@institute.example", messages[0].id));
    }

    async fn out_05_the_most_urgent_goes_first_and_what_is_not_due_waits(test: TestDb) {
        let priorities = [Priority::Low, Priority::Normal, Priority::Highest, Priority::High];
        for (number, priority) in (1..).zip(priorities) {
            owe(&test, Owed { priority, ..owed(number) }).await;
        }
        owe(&test, Owed { priority: Priority::Highest, due_at: start() + MINUTE, ..owed(5) }).await;
        let mut order = Vec::new();
        for _ in 0..5 {
            order.extend(lease(&test, "a", 1).await.iter().map(number));
        }
        assert_eq!(order, [3, 4, 2, 1]);
        test.clock.advance(MINUTE);
        assert_eq!(lease(&test, "a", 9).await.iter().map(number).collect::<Vec<_>>(), [5]);
    }

    async fn e_33_of_what_is_equally_urgent_the_earlier_event_goes_first(test: TestDb) {
        let ends = [Some(60), None, Some(30), Some(45)];
        for (number, end) in (1..).zip(ends) {
            let not_useful_after = end.map(|minutes| start() + MINUTE * minutes);
            owe(&test, Owed { not_useful_after, ..owed(number) }).await;
        }
        let mut order = Vec::new();
        for _ in ends {
            order.extend(lease(&test, "a", 1).await.iter().map(number));
        }
        assert_eq!(order, [3, 4, 1, 2]);
    }

    async fn out_08_a_lease_reads_no_more_of_a_long_queue_than_of_a_short_one(test: TestDb) {
        owe(&test, owed(1)).await;
        multiply(&test, 200).await;
        let short = quickest_lease(&test).await;
        multiply(&test, 20_000).await;
        let long = quickest_lease(&test).await;
        assert!(long < short * 8, "{long:?} of 20,000, {short:?} of 200");
    }

    async fn out_08_it_is_known_when_the_last_will_have_left(test: TestDb) {
        assert_eq!(outlook(&test, Some(60)).await.done_at, None);
        owe(&test, owed(1)).await;
        multiply(&test, 799).await;
        let all_at_once = outlook(&test, Some(60)).await;
        assert_eq!((all_at_once.due, all_at_once.later), (800, 0));
        let seconds = (all_at_once.done_at.unwrap() - start()).num_seconds();
        assert!((760..=840).contains(&seconds), "{seconds}");
        assert_eq!(outlook(&test, None).await.done_at, None);
        // Those in hand have not left; those due later follow, but not before they are due.
        lease(&test, "a", 4).await;
        let held = start() + TimeDelta::seconds(60);
        multiply_due(&test, 100, held).await;
        let slow = outlook(&test, Some(60)).await;
        assert_eq!((slow.due, slow.later), (800, 100));
        assert_eq!(slow.done_at, Some(start() + TimeDelta::seconds(900)));
        let quick = outlook(&test, Some(60_000)).await;
        assert_eq!(quick.done_at, Some(held + TimeDelta::milliseconds(100)));
    }

    async fn r_11_what_would_come_too_late_is_dropped_even_while_all_rests(test: TestDb) {
        let in_minutes = |minutes| Some(start() + MINUTE * minutes);
        for (number, minutes) in [(1, 5), (2, 60), (3, 61)] {
            owe(&test, Owed { not_useful_after: in_minutes(minutes), ..owed(number) }).await;
        }
        owe(&test, owed(4)).await;
        let held = lease(&test, "a", 1).await;
        let reply = "451 try again".to_owned();
        settle(&test, &held[0], "a", Outcome::TurnedAwayForNow { reply }).await;
        let mut tx = test.begin().await.unwrap();
        outbox::pause(&mut tx, "the relay is away").await.unwrap();
        assert!(!outbox::has_stale(&mut tx).await.unwrap());
        assert_eq!(outbox::drop_stale(&mut tx).await.unwrap(), 0);
        tx.commit().await.unwrap();
        test.clock.advance(MINUTE * 60);
        let mut tx = test.begin().await.unwrap();
        assert!(outbox::has_stale(&mut tx).await.unwrap());
        assert_eq!(outbox::drop_stale(&mut tx).await.unwrap(), 2);
        tx.commit().await.unwrap();
        let states: Vec<MessageState> =
            messages(&test).await.into_iter().map(|message| message.state).collect();
        use MessageState::{Scheduled, Suppressed};
        assert_eq!(states, [Suppressed, Suppressed, Scheduled, Scheduled]);
    }

    async fn out_07_of_a_lane_only_the_oldest_is_in_flight(test: TestDb) {
        let lane = Uuid::from_u128(77);
        owe(&test, Owed { lane, priority: Priority::Low, ..owed(1) }).await;
        owe(&test, Owed { lane, priority: Priority::Highest, ..owed(2) }).await;
        owe(&test, owed(3)).await;
        let first = lease(&test, "a", 9).await;
        assert_eq!(first.iter().map(number).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(lease(&test, "b", 9).await, []);
        // What was turned away for now keeps its place in the lane.
        let reply = "450 greylisted".to_owned();
        settle(&test, &first[0], "a", Outcome::TurnedAwayForNow { reply }).await;
        assert_eq!(lease(&test, "b", 9).await, []);
        test.clock.advance(MINUTE * 2);
        let again = lease(&test, "b", 9).await;
        assert_eq!(again.iter().map(number).collect::<Vec<_>>(), [1]);
        settle(&test, &again[0], "b", sent()).await;
        assert_eq!(lease(&test, "b", 9).await.iter().map(number).collect::<Vec<_>>(), [2]);
    }

    async fn out_04_a_lease_takes_no_more_than_it_was_told(test: TestDb) {
        for number in 0..50 {
            owe(&test, owed(number)).await;
        }
        assert_eq!(lease(&test, "a", 8).await.len(), 8);
        assert_eq!(lease(&test, "b", 40).await.len(), 40);
        assert_eq!(lease(&test, "c", 40).await.len(), 2);
    }

    async fn out_04_what_was_not_begun_is_due_again_when_its_lease_is_over(test: TestDb) {
        owe(&test, owed(1)).await;
        lease(&test, "a", 1).await;
        test.clock.set(start() + MINUTE * 5 - TimeDelta::milliseconds(1));
        assert_eq!(reclaim(&test).await, 0);
        test.clock.set(start() + MINUTE * 5);
        assert_eq!(reclaim(&test).await, 1);
        let again = lease(&test, "b", 1).await;
        assert_eq!((again[0].attempts, again[0].uncertain_ends), (2, 0));
        // Who comes back too late changes nothing.
        assert!(!begin_data(&test, &again[0], "a").await);
        assert!(!settle(&test, &again[0], "a", sent()).await);
        assert_eq!(messages(&test).await[0].state, MessageState::Leased);
        assert!(settle(&test, &again[0], "b", sent()).await);
        assert!(!settle(&test, &again[0], "b", sent()).await);
    }

    async fn out_04_a_worker_that_leases_again_holds_nothing_by_its_earlier_try(test: TestDb) {
        owe(&test, owed(1)).await;
        let slow = lease(&test, "a", 1).await;
        // It hangs before the first octet leaves, longer than its lease.
        test.clock.advance(MINUTE * 6);
        assert_eq!(reclaim(&test).await, 1);
        let again = lease(&test, "a", 1).await;
        assert_eq!(again[0].id, slow[0].id);
        assert!(!begin_data(&test, &slow[0], "a").await);
        assert!(!settle(&test, &slow[0], "a", Outcome::PutBack { reason: String::new() }).await);
        assert!(begin_data(&test, &again[0], "a").await);
        assert!(!settle(&test, &slow[0], "a", sent()).await);
        assert!(settle(&test, &again[0], "a", sent()).await);
    }

    async fn out_04_several_are_begun_and_settled_at_once_but_for_those_that_were_lost(test: TestDb) {
        for number in 1..=6 {
            owe(&test, owed(number)).await;
        }
        let held = lease(&test, "a", 6).await;
        let ids: Vec<Id<Message>> = held.iter().map(|message| message.id).collect();
        // Another worker has taken the last two since.
        stolen(&test, &ids[4..]).await;
        let mut tx = test.begin().await.unwrap();
        let until = tx.now() + MINUTE * 5;
        let tries: Vec<Try> = held.iter().map(Message::this_try).collect();
        let mut begun = outbox::begin(&mut tx, "a", until, &tries).await.unwrap();
        begun.sort();
        assert_eq!(begun, ids[..4]);
        let odd = "250 2.0.0 \u{1f4ec} \"taken\"; {'as'} --it is";
        let outcomes = tries.iter().zip([1, 2, 3, 4, 5, 6]).map(|(of, number)| {
            let reply = format!("{odd} {number}");
            let outcome = match number {
                4 => Outcome::TurnedAwayForNow { reply },
                _ => Outcome::Sent { reply },
            };
            (*of, outcome)
        });
        let mut settled = outbox::settle(&mut tx, "a", outcomes.collect()).await.unwrap();
        settled.sort();
        assert_eq!(settled, ids[..4]);
        assert_eq!(outbox::settle(&mut tx, "a", Vec::new()).await.unwrap(), []);
        tx.commit().await.unwrap();
        use MessageState::{Leased, Retry, Sent};
        for (message, state) in messages(&test).await.iter().zip([Sent, Sent, Sent, Retry, Leased, Leased]) {
            let reply = (state != Leased).then(|| format!("{odd} {}", number(message)));
            assert_eq!((message.state, &message.last_reply), (state, &reply));
        }
    }

    async fn out_04_handing_over_keeps_the_lease(test: TestDb) {
        owe(&test, owed(1)).await;
        let held = lease(&test, "a", 1).await;
        test.clock.advance(MINUTE * 4);
        assert!(begin_data(&test, &held[0], "a").await);
        test.clock.advance(MINUTE * 4);
        assert_eq!(reclaim(&test).await, 0);
        assert!(begin_data(&test, &held[0], "a").await);
        test.clock.advance(MINUTE * 4);
        assert_eq!(reclaim(&test).await, 0);
        assert!(settle(&test, &held[0], "a", sent()).await);
    }

    async fn out_05_what_was_begun_is_sent_once_more_and_then_left_to_a_person(test: TestDb) {
        owe(&test, owed(1)).await;
        for end in [1, 2] {
            let held = lease(&test, "a", 1).await;
            assert!(begin_data(&test, &held[0], "a").await);
            test.clock.advance(MINUTE * 5);
            assert_eq!(reclaim(&test).await, 1);
            assert_eq!(messages(&test).await[0].uncertain_ends, end);
            test.clock.advance(MINUTE * 15 - TimeDelta::milliseconds(1));
            assert_eq!(lease(&test, "b", 1).await, []);
            test.clock.advance(TimeDelta::milliseconds(1));
        }
        assert_eq!(messages(&test).await[0].state, MessageState::Uncertain);
        assert_eq!(lease(&test, "b", 1).await, []);
        assert_eq!(next_due(&test).await, None);
    }

    async fn out_05_what_would_disturb_twice_is_not_sent_again(test: TestDb) {
        for number in [1, 2] {
            owe(&test, Owed { resend: Resend::Never, ..owed(number) }).await;
        }
        let held = lease(&test, "a", 2).await;
        let reply = "the connection was lost".to_owned();
        settle(&test, &held[0], "a", Outcome::Unknown { reply }).await;
        // Nor where the worker died over it.
        begin_data(&test, &held[1], "a").await;
        test.clock.advance(MINUTE * 5);
        assert_eq!(reclaim(&test).await, 1);
        assert_eq!(in_state(&messages(&test).await, MessageState::Uncertain), 2);
    }

    async fn out_05_what_cannot_wait_rests_only_for_its_lease(test: TestDb) {
        let resend = Resend::Once { hurries_from: Some(start() + MINUTE) };
        for number in [1, 2] {
            owe(&test, Owed { resend, ..owed(number) }).await;
        }
        for (rest, wait) in [(15, 15), (5, 5)] {
            let held = lease(&test, "a", 1).await;
            let reply = "the connection was lost".to_owned();
            settle(&test, &held[0], "a", Outcome::Unknown { reply }).await;
            let kept = messages(&test).await.into_iter().find(|one| one.id == held[0].id).unwrap();
            assert_eq!(kept.due_at - now(&test).await, MINUTE * rest);
            test.clock.advance(MINUTE * wait);
        }
    }

    async fn out_05_a_link_hurries_from_an_hour_before_its_session(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        stage.at("2022-11-25T12:00:00Z");
        stage.plan().await;
        stage.test.clock.advance(MINUTE);
        let held = lease(&stage.test, "a", 1).await;
        let reply = "the connection was lost".to_owned();
        settle(&stage.test, &held[0], "a", Outcome::Unknown { reply }).await;
        let kept = &stage.owed("link").await[0];
        assert_eq!(kept.due_at - now(&stage.test).await, MINUTE * 5);
    }

    async fn r_08_a_link_that_mail_was_down_for_is_owed_anew_once_its_session_is_moved(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        stage.at("2022-11-24T22:00:00Z");
        assert_eq!(stage.plan().await, 1);
        // Half a minute before the end nothing is left to wait for.
        stage.at("2022-11-25T14:59:30Z");
        let held = lease(&stage.test, "a", 1).await;
        let reply = "the mail server cannot be reached".to_owned();
        settle(&stage.test, &held[0], "a", Outcome::TurnedAwayForNow { reply }).await;
        assert_eq!(stage.owed("link").await[0].state, MessageState::Failed);
        stage.by_hand("UPDATE event SET plan_due_at = closes_at").await;
        assert_eq!(stage.tick().await.planned, 0);
        let mut later = roundtable();
        later.sessions = vec![session("main", "2022-11-26T15:00", "2022-11-26T17:00")];
        stage.save(later).await;
        stage.test.clock.advance(TimeDelta::seconds(1));
        stage.tick().await;
        assert_eq!(stage.owed("link").await.len(), 2);
        assert_eq!(stage.owed("changed").await.len(), 1);
        let link = stage.mails_to("rana@example.org", "Subject: The link to join");
        assert_eq!(link.len(), 1);
        stage.by_hand("UPDATE event SET plan_due_at = closes_at").await;
        assert_eq!(stage.tick().await.planned, 0);
    }

    async fn out_09_who_is_erased_between_queue_and_sending_gets_nothing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        for table in [
            "DELETE FROM consent",
            "DELETE FROM invitation",
            "DELETE FROM registration",
        ] {
            stage.by_hand(table).await;
        }
        stage.tick().await;
        assert_eq!(stage.mails(), []);
        assert_eq!(stage.messages().await[0].state, MessageState::Suppressed);
    }

    async fn r_09_tries_at_a_mail_server_do_not_count_as_tries_to_compose(test: TestDb) {
        owe(&test, owed(1)).await;
        for _ in 0..5 {
            let held = lease(&test, "a", 1).await;
            let reply = "451 try again".to_owned();
            settle(&test, &held[0], "a", Outcome::TurnedAwayForNow { reply }).await;
            test.clock.set(messages(&test).await[0].due_at);
        }
        for state in [MessageState::Retry, MessageState::Retry, MessageState::Dead] {
            let held = lease(&test, "a", 1).await;
            let reason = "a word is missing".to_owned();
            settle(&test, &held[0], "a", Outcome::Broken { reason }).await;
            let kept = &messages(&test).await[0];
            assert_eq!(kept.state, state);
            test.clock.set(kept.due_at);
        }
    }

    async fn out_06_what_was_put_back_is_due_at_once_and_its_try_does_not_count(test: TestDb) {
        owe(&test, owed(1)).await;
        for _ in 0..3 {
            let held = lease(&test, "a", 1).await;
            assert_eq!(held[0].attempts, 1);
            let reason = "535 wrong password".to_owned();
            assert!(settle(&test, &held[0], "a", Outcome::PutBack { reason }).await);
        }
    }

    async fn out_06_a_refused_sender_stops_all_until_another_subject_goes_through(test: TestDb) {
        // The links of one event before the rest of another's mail.
        for number in 0..5 {
            owe(&test, Owed { priority: Priority::Highest, ..owed(number) }).await;
        }
        let other = Uuid::from_u128(2 << 64);
        for number in 5..8 {
            owe(&test, Owed { subject: other, ..owed(number) }).await;
        }
        refuse(&test, 1).await;
        assert_eq!(standing(&test).await.unwrap().paused_by, PausedBy::Server);
        assert_eq!(lease(&test, "a", 9).await, []);
        test.clock.advance(MINUTE);
        let probe = lease(&test, "a", 9).await;
        assert_eq!(probe.iter().map(number).collect::<Vec<_>>(), [5]);
        assert_eq!(lease(&test, "b", 9).await, []);
        accept(&test, other).await;
        settle(&test, &probe[0], "a", sent()).await;
        assert_eq!(standing(&test).await, None);
        // The refused ones try again, and then rest alone.
        refuse(&test, 0).await;
        assert_eq!(standing(&test).await, None);
        assert_eq!(lease(&test, "a", 9).await.iter().map(number).collect::<Vec<_>>(), [6, 7]);
        assert_eq!(rests(&test).await.len(), 1);
        test.clock.advance(MINUTE * 2);
        let again = lease(&test, "a", 9).await;
        assert_eq!(again.iter().map(number).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert!(again.iter().all(|message| message.attempts == 1));
        accept(&test, again[0].subject).await;
        assert_eq!(rests(&test).await, []);
    }

    async fn out_06_every_subject_has_its_turn_to_find_out(test: TestDb) {
        for number in 0..3 {
            owe(&test, Owed { subject: Uuid::from_u128(number + 1), ..owed(number) }).await;
        }
        let mut order = Vec::new();
        for wait in [1, 2, 5, 10, 20, 20] {
            order.push(refuse(&test, 0).await);
            assert_eq!(lease(&test, "b", 9).await, []);
            test.clock.advance(MINUTE * wait - TimeDelta::milliseconds(1));
            assert_eq!(lease(&test, "b", 9).await, []);
            test.clock.advance(TimeDelta::milliseconds(1));
        }
        assert_eq!(order, [0, 1, 2, 0, 1, 2]);
    }

    async fn out_06_an_operators_pause_lasts_until_it_is_ended(test: TestDb) {
        owe(&test, owed(1)).await;
        refuse(&test, 0).await;
        let mut tx = test.begin().await.unwrap();
        assert!(outbox::pause(&mut tx, "the relay moves").await.unwrap());
        assert!(!outbox::pause(&mut tx, "again").await.unwrap());
        tx.commit().await.unwrap();
        accept(&test, Uuid::from_u128(1 << 64)).await;
        test.clock.advance(TimeDelta::days(1));
        assert_eq!(lease(&test, "a", 9).await, []);
        let standing = standing(&test).await.unwrap();
        assert_eq!(
            (standing.paused_by, standing.reason.as_str(), standing.since),
            (PausedBy::Operator, "the relay moves", start()),
        );
        let mut tx = test.begin().await.unwrap();
        assert!(outbox::resume(&mut tx).await.unwrap());
        assert!(!outbox::resume(&mut tx).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(lease(&test, "a", 9).await.len(), 1);
    }

    async fn a_message_given_a_second_chance_is_the_same_message(test: TestDb) {
        let not_useful_after = Some(start() + MINUTE * 30);
        for number in 1..=6 {
            let recipient = Uuid::from_u128(number);
            owe(&test, Owed { not_useful_after, recipient, ..owed(number) }).await;
        }
        let held = lease(&test, "a", 6).await;
        let reply = "550 5.1.1 no such user".to_owned();
        let turned_away =
            Outcome::TurnedAway { reply: reply.clone(), bad_address: Some("5.1.1".to_owned()) };
        settle(&test, &held[0], "a", turned_away).await;
        settle(&test, &held[1], "a", Outcome::NotOwed { reason: "the event is gone" }).await;
        settle(&test, &held[2], "a", Outcome::TurnedAwayForNow { reply }).await;
        settle(&test, &held[3], "a", sent()).await;
        test.clock.advance(MINUTE);
        let mut expected = Vec::new();
        for message in &held[..3] {
            assert_eq!(retry(&test, message.id).await, Retried::Due);
            expected.push((message.id, message.message_id.clone(), 1));
        }
        let not = [MessageState::Sent, MessageState::Leased].map(Retried::Not);
        assert_eq!([retry(&test, held[3].id).await, retry(&test, held[4].id).await], not);
        assert_eq!(retry(&test, Id::from_uuid(Uuid::nil())).await, Retried::Unknown);
        let again: Vec<_> = lease(&test, "a", 9).await.into_iter()
            .map(|message| (message.id, message.message_id, message.attempts))
            .collect();
        assert_eq!(again, expected);
        // What would come too late stays where it is.
        settle(&test, &held[5], "a", Outcome::NotOwed { reason: "the event is gone" }).await;
        test.clock.advance(MINUTE * 29);
        let too_late = Retried::TooLate(start() + MINUTE * 30);
        assert_eq!(retry(&test, held[5].id).await, too_late);
    }

    async fn a_message_with_a_newer_one_of_its_kind_has_no_second_chance(test: TestDb) {
        owe(&test, owed(1)).await;
        let held = lease(&test, "a", 1).await;
        settle(&test, &held[0], "a", Outcome::NotOwed { reason: "it moved" }).await;
        owe(&test, owed(2)).await;
        assert_eq!(retry(&test, held[0].id).await, Retried::Superseded);
    }

    async fn rep_02_only_what_was_sent_can_come_back(test: TestDb) {
        for number in 1..=3 {
            owe(&test, Owed { resend: Resend::Never, ..owed(number) }).await;
        }
        let held = lease(&test, "a", 2).await;
        settle(&test, &held[0], "a", sent()).await;
        let reply = "the connection was lost".to_owned();
        settle(&test, &held[1], "a", Outcome::Unknown { reply }).await;
        let mut come_back = Vec::new();
        for message in messages(&test).await {
            let mut tx = test.begin().await.unwrap();
            come_back.push(outbox::returned(&mut tx, message.id, "5.1.1").await.unwrap());
            assert!(!outbox::returned(&mut tx, message.id, "5.1.1").await.unwrap());
            tx.commit().await.unwrap();
        }
        assert_eq!(come_back, [true, true, false]);
        let mut tx = test.begin().await.unwrap();
        let kept = outbox::find(&mut tx, held[0].id).await.unwrap().unwrap();
        assert_eq!((kept.state, kept.last_reply.as_deref()),
            (MessageState::Failed, Some("returned: 5.1.1")));
    }

    async fn r_18_while_all_rests_a_kind_can_be_given_up(test: TestDb) {
        for (number, kind) in [(1, "link"), (2, "reminder"), (3, "reminder")] {
            owe(&test, Owed { kind, ..owed(number) }).await;
        }
        owe(&test, Owed { kind: "reminder", due_at: start() + MINUTE, ..owed(4) }).await;
        let mut tx = test.begin().await.unwrap();
        outbox::pause(&mut tx, "restored from a copy").await.unwrap();
        let waiting = outbox::waiting(&mut tx).await.unwrap();
        let waiting: Vec<_> =
            waiting.iter().map(|one| (one.kind.as_str(), one.due, one.later)).collect();
        assert_eq!(waiting, [("link", 1, 0), ("reminder", 2, 1)]);
        assert_eq!(outbox::give_up_kind(&mut tx, "reminder").await.unwrap(), 2);
        tx.commit().await.unwrap();
        assert_eq!(lease(&test, "a", 9).await, []);
        let mut tx = test.begin().await.unwrap();
        outbox::resume(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        test.clock.advance(MINUTE);
        let left: Vec<_> = lease(&test, "a", 9).await.iter().map(number).collect();
        assert_eq!(left, [1, 4]);
    }

    async fn out_06_what_is_turned_away_comes_back_ever_later_until_it_is_of_no_use(test: TestDb) {
        let not_useful_after = Some(start() + MINUTE * 50);
        owe(&test, Owed { not_useful_after, ..owed(1) }).await;
        for minutes in [1, 2, 5, 10, 20] {
            let held = lease(&test, "a", 1).await;
            let reply = "451 try again".to_owned();
            settle(&test, &held[0], "a", Outcome::TurnedAwayForNow { reply }).await;
            let kept = &messages(&test).await[0];
            let wait = kept.due_at - now(&test).await;
            assert!(wait >= MINUTE * minutes && wait <= MINUTE * minutes * 11 / 10, "{wait}");
            test.clock.set(kept.due_at);
        }
        let held = lease(&test, "a", 1).await;
        let reply = "451 try again".to_owned();
        settle(&test, &held[0], "a", Outcome::TurnedAwayForNow { reply }).await;
        assert_eq!(messages(&test).await[0].state, MessageState::Failed);
    }

    async fn r_09_a_message_that_cannot_be_made_is_set_aside_and_holds_up_nobody(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let event = stage.event().await.id.uuid();
        owe(&stage.test, Owed { kind: "nonsense", subject: event, ..owed(1) }).await;
        stage.join(&request("rana@example.org")).await;
        for _ in 0..3 {
            stage.tick().await;
            stage.test.clock.advance(MINUTE * 10);
        }
        assert_eq!(stage.mails().len(), 1);
        let messages = stage.messages().await;
        assert_eq!(messages[0].state, MessageState::Dead);
        assert_eq!(messages[1].state, MessageState::Sent);
    }

    async fn r_09_an_event_that_cannot_be_read_holds_up_no_other(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request("omar@example.org")).await;
        stage.by_hand("UPDATE event SET slug = 'spoilt', details = '{}'").await;
        stage.save(roundtable()).await;
        stage.join(&request("rana@example.org")).await;
        stage.at("2022-11-24T22:00:00Z");
        let tick = stage.tick().await;
        assert_eq!((tick.planned, tick.tried), (1, 3));
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        assert_eq!(stage.owed("registered").await[0].state, MessageState::Retry);
        // Its plan is not looked at without a pause.
        assert_eq!(stage.tick().await.tried, 0);
        stage.test.clock.advance(MINUTE * 2);
        assert_eq!(stage.tick().await.tried, 1);
    }
}

#[test]
fn out_01_two_workers_deliver_five_thousand_messages_once_each() {
    run(Engine::Postgres, async |test: TestDb| {
        assert_eq!(
            delivered_by_two(&test, 5000, Leasing::Ours).await,
            Deliveries {
                whole: 5000,
                again: 0
            }
        );
        let messages = messages(&test).await;
        assert_eq!(in_state(&messages, MessageState::Sent), 5000);
        assert!(messages.iter().all(|message| message.attempts == 1));
    });
}

#[test]
fn out_01_workers_that_look_first_and_take_then_deliver_some_twice() {
    run(Engine::Postgres, async |test: TestDb| {
        let delivered = delivered_by_two(&test, 200, Leasing::LookThenTake).await;
        assert!(delivered.again > 0, "{delivered:?}");
    });
}

#[test]
fn out_01_two_workers_send_three_hundred_mails_once_each() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, roundtable()).await;
        // A few at once: a busy machine is not what this is about.
        let mut asking = JoinSet::new();
        for first in 0..6 {
            let stage = stage.clone();
            asking.spawn(async move {
                for number in (first..300).step_by(6) {
                    stage.ask(&request_of(number), None).await;
                }
            });
        }
        asking.join_all().await;
        let other = stage.second_node().await;
        let (one, two) = (stage.worker(), other.worker());
        let (one, two) = tokio::join!(one.tick(), two.tick());
        let (one, two) = (one.unwrap().tried, two.unwrap().tried);
        assert_eq!(one + two, 300);
        assert!(one > 0 && two > 0, "one did {one}, the other {two}");
        let messages = stage.messages().await;
        assert_eq!(in_state(&messages, MessageState::Sent), 300);
        assert!(messages.iter().all(|message| message.attempts == 1));
        let mut recipients: Vec<String> = stage.mails().into_iter().map(|mail| mail.to).collect();
        recipients.sort();
        recipients.dedup();
        assert_eq!(recipients.len(), 300);
    });
}

/// How a worker takes messages.
#[derive(Debug, Clone, Copy)]
enum Leasing {
    Ours,
    /// Without the guard: what was due when it looked, whatever has happened since.
    LookThenTake,
}

/// How many messages arrived, and how many of them arrived again.
#[derive(Debug, PartialEq, Eq)]
struct Deliveries {
    whole: usize,
    again: usize,
}

/// Has two workers of two connections each deliver so many messages into a list.
async fn delivered_by_two(test: &TestDb, messages: i64, leasing: Leasing) -> Deliveries {
    owe(test, owed(1)).await;
    multiply(test, messages - 1).await;
    let arrived: Arc<Mutex<Vec<Id<Message>>>> = Arc::default();
    let mut working = JoinSet::new();
    for owner in ["a", "a", "b", "b"] {
        let clock = Clock::Fixed(test.clock.clone());
        let db = Db::open(&test.url, clock, Chance::System).await.unwrap();
        let arrived = Arc::clone(&arrived);
        working.spawn(async move { deliver_all(&db, owner, leasing, &arrived).await });
    }
    working.join_all().await;
    let mut arrived = Arc::into_inner(arrived).unwrap().into_inner().unwrap();
    let all = arrived.len();
    arrived.sort();
    arrived.dedup();
    Deliveries {
        whole: arrived.len(),
        again: all - arrived.len(),
    }
}

/// What one connection of a worker does, several messages at a time, so that it is quickly done.
async fn deliver_all(db: &Db, owner: &str, leasing: Leasing, arrived: &Mutex<Vec<Id<Message>>>) {
    loop {
        let held = match leasing {
            Leasing::Ours => lease(db, owner, 25).await,
            Leasing::LookThenTake => look_then_take(db, owner).await,
        };
        if held.is_empty() {
            break;
        }
        let tries: Vec<Try> = held.iter().map(Message::this_try).collect();
        let mut tx = db.begin().await.unwrap();
        let until = tx.now() + MINUTE * 5;
        let begun = outbox::begin(&mut tx, owner, until, &tries).await.unwrap();
        tx.commit().await.unwrap();
        arrived.lock().unwrap().extend(&begun);
        let sending = tries.into_iter().filter(|of| begun.contains(&of.message));
        let outcomes = sending.map(|of| (of, sent())).collect();
        let mut tx = db.begin().await.unwrap();
        outbox::settle(&mut tx, owner, outcomes).await.unwrap();
        tx.commit().await.unwrap();
    }
}

async fn look_then_take(db: &Db, owner: &str) -> Vec<Message> {
    let look = "SELECT id FROM message WHERE state = 'scheduled' ORDER BY id LIMIT 1";
    let take = "UPDATE message SET state = 'leased', lease_owner = $2 WHERE id = $1";
    let mut tx = db.begin().await.unwrap();
    let seen: Option<(Id<Message>,)> = tx
        .query(Sql::new(look, look))
        .fetch_optional()
        .await
        .unwrap();
    let Some((id,)) = seen else {
        return Vec::new();
    };
    tx.query(Sql::new(take, take))
        .bind(id)
        .bind(owner)
        .execute()
        .await
        .unwrap();
    let taken = outbox::find(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    taken.into_iter().collect()
}

/// A message to nobody in particular, in a lane of its own.
fn owed(number: u128) -> Owed<'static> {
    Owed {
        subject: Uuid::from_u128(1 << 64),
        recipient: Uuid::from_u128(1),
        session: None,
        kind: "registered",
        revision: i64::try_from(number * 100).unwrap(),
        lane: Uuid::from_u128(number),
        priority: Priority::Normal,
        payload: json!({}),
        domain: "institute.example",
        due_at: start(),
        not_useful_after: None,
        resend: Resend::Once { hurries_from: None },
    }
}

/// Which of [`owed`] it is.
fn number(message: &Message) -> i64 {
    message.revision / 100
}

fn sent() -> Outcome {
    Outcome::Sent {
        reply: "250 taken".to_owned(),
    }
}

async fn owe(db: &Db, owed: Owed<'_>) -> bool {
    let mut tx = db.begin().await.unwrap();
    let made = outbox::enqueue(&mut tx, owed).await.unwrap();
    tx.commit().await.unwrap();
    made
}

async fn lease(db: &Db, owner: &str, limit: i64) -> Vec<Message> {
    let mut tx = db.begin().await.unwrap();
    let until = tx.now() + MINUTE * 5;
    let leased = outbox::lease(&mut tx, owner, until, limit).await.unwrap();
    tx.commit().await.unwrap();
    leased
}

async fn begin_data(db: &Db, message: &Message, owner: &str) -> bool {
    let mut tx = db.begin().await.unwrap();
    let until = tx.now() + MINUTE * 5;
    let held = outbox::begin(&mut tx, owner, until, &[message.this_try()])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    held == [message.id]
}

async fn settle(db: &Db, message: &Message, owner: &str, outcome: Outcome) -> bool {
    let mut tx = db.begin().await.unwrap();
    let settled = outbox::settle(&mut tx, owner, vec![(message.this_try(), outcome)])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    settled == [message.id]
}

async fn reclaim(db: &Db) -> u64 {
    let mut tx = db.begin().await.unwrap();
    let reclaimed = outbox::reclaim(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    reclaimed
}

async fn messages(db: &Db) -> Vec<Message> {
    outbox::list(&mut db.begin().await.unwrap(), None)
        .await
        .unwrap()
}

/// Has the server refuse the sender of what is due next, `others` being in flight with it; says which
/// it was.
async fn refuse(db: &Db, others: i64) -> i64 {
    let held = lease(db, "a", 1 + others).await;
    for message in &held {
        let reply = "550 5.7.1 you may not send".to_owned();
        settle(db, message, "a", Outcome::Refused { reply }).await;
    }
    number(&held[0])
}

/// Makes `number` more messages like the first, each in a lane of its own.
async fn multiply(db: &Db, number: i64) {
    multiply_due(db, number, start()).await;
}

async fn multiply_due(db: &Db, number: i64, due_at: clock::Instant) {
    let copies = Sql::new(
        "WITH RECURSIVE copy (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copy WHERE n < $1)
         INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority,
            payload, message_id, written_at, state, due_at, not_useful_after, resends)
         SELECT randomblob(16), subject, randomblob(16), session, kind, revision, randomblob(16),
            priority, payload, hex(randomblob(16)), written_at, 'scheduled', $2,
            not_useful_after, resends
         FROM copy CROSS JOIN (SELECT * FROM message ORDER BY id LIMIT 1) AS first",
        "INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority,
            payload, message_id, written_at, state, due_at, not_useful_after, resends)
         SELECT gen_random_uuid(), subject, gen_random_uuid(), session, kind, revision,
            gen_random_uuid(), priority, payload, gen_random_uuid()::text, written_at, 'scheduled',
            $2, not_useful_after, resends
         FROM generate_series(1, $1) CROSS JOIN (SELECT * FROM message ORDER BY id LIMIT 1) AS first",
    );
    let mut tx = db.begin().await.unwrap();
    tx.query(copies)
        .bind(number)
        .bind(due_at)
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// How long the quickest of twenty leases takes, apart from its commit.
async fn quickest_lease(db: &Db) -> Duration {
    let mut quickest = Duration::MAX;
    for _ in 0..20 {
        let mut tx = db.begin().await.unwrap();
        let until = tx.now() + MINUTE * 5;
        let begun = Instant::now();
        assert_eq!(
            outbox::lease(&mut tx, "a", until, 4).await.unwrap().len(),
            4
        );
        quickest = quickest.min(begun.elapsed());
    }
    quickest
}

/// As if the lease on `messages` had run out and somebody else had taken them.
async fn stolen(db: &Db, messages: &[Id<Message>]) {
    let steal = "UPDATE message SET lease_owner = 'b' WHERE id = $1";
    let mut tx = db.begin().await.unwrap();
    for id in messages {
        tx.query(Sql::new(steal, steal))
            .bind(*id)
            .execute()
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn retry(db: &Db, id: Id<Message>) -> Retried {
    let mut tx = db.begin().await.unwrap();
    let retried = outbox::retry(&mut tx, id).await.unwrap();
    tx.commit().await.unwrap();
    retried
}

async fn accept(db: &Db, subject: Uuid) {
    let mut tx = db.begin().await.unwrap();
    outbox::accepted(&mut tx, subject).await.unwrap();
    tx.commit().await.unwrap();
}

async fn standing(db: &Db) -> Option<Pause> {
    outbox::standing(&mut db.begin().await.unwrap())
        .await
        .unwrap()
}

async fn outlook(db: &Db, per_minute: Option<u32>) -> Outlook {
    outbox::outlook(&mut db.begin().await.unwrap(), per_minute)
        .await
        .unwrap()
}

async fn rests(db: &Db) -> Vec<Rest> {
    outbox::rests(&mut db.begin().await.unwrap()).await.unwrap()
}

async fn next_due(db: &Db) -> Option<clock::Instant> {
    outbox::next_due(&mut db.begin().await.unwrap())
        .await
        .unwrap()
}

async fn now(db: &Db) -> clock::Instant {
    db.begin().await.unwrap().now()
}
