//! What becomes of a message that nobody takes.

use convoke::account::{self, Role};
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::event::file;
use convoke::on_both_engines;
use convoke::webhook::{self, Kind, OffBecause, Test};

use super::{Told, is_signed_by};
use crate::receiver::{HOST, Reaction};
use crate::registrations::register;
use crate::stage::ROUNDTABLE;

/// Seconds between the tries, without what is added so that they do not come together.
const LADDER: [i64; 8] = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 86_400];

async fn told(test: TestDb) -> Told {
    Told::set(test, file::read(ROUNDTABLE).unwrap()).await
}

/// How many former secrets are kept.
async fn former_secrets(told: &Told) -> i64 {
    let text = "SELECT count(former_secret) FROM webhook";
    let mut tx = told.stage.begin().await;
    let (kept,): (i64,) = tx.query(Sql::new(text, text)).fetch_one().await.unwrap();
    kept
}

on_both_engines! {
    async fn s_29_what_fails_is_tried_again_and_is_the_same_message(test: TestDb) {
        let told = told(test).await;
        let (hook, secret) = told.hook().await;
        told.receiver.reacts(&[Reaction::Answer(500), Reaction::Answer(503)]);
        told.test(hook.id).await;
        told.work().await;
        let waits = told.latest(hook.id).await.remove(0);
        assert_eq!((waits.attempts, waits.status, waits.is_taken()), (1, Some(500), false));
        assert_eq!(told.load(hook.id).await.failures, 1);
        told.pass(9);
        assert_eq!(told.kinds().await, ["test"], "not before its time");
        told.pass(2);
        told.work().await;
        told.pass(67);
        told.work().await;
        let received = told.receiver.received();
        let first = received[0].clone();
        assert_eq!(received.len(), 2);
        let ids: Vec<_> = received.iter().map(|one| &one.headers["webhook-id"]).collect();
        assert_eq!(ids[0], ids[1], "the same message");
        let times: Vec<_> = received.iter().map(|one| &one.headers["webhook-timestamp"]).collect();
        assert_ne!(times[0], times[1], "signed anew");
        assert!(received.iter().all(|one| is_signed_by(one, &secret.reveal())), "{first:?}");
        let taken = told.latest(hook.id).await.remove(0);
        assert_eq!((taken.attempts, taken.status, taken.due_at), (3, Some(204), None));
        assert_eq!(told.load(hook.id).await.failures, 0);
    }

    async fn s_29_one_test_waits_at_a_time(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        let again = async || {
            let mut tx = told.stage.begin().await;
            webhook::send_test(&mut tx, told.stage.organisation, hook.id).await.unwrap()
        };
        told.test(hook.id).await;
        assert_eq!(again().await, Test::IsWaiting);
        told.receiver.reacts(&[Reaction::Answer(500); 3]);
        told.work().await;
        assert_eq!(again().await, Test::IsWaiting, "it is tried again in some seconds");
        for wait in [12, 67] {
            told.pass(wait);
            told.work().await;
        }
        assert_eq!(again().await, Test::Owed, "nobody waits five minutes");
        told.receiver.take_kinds();
        told.pass(400);
        assert_eq!(told.kinds().await, ["test"], "and what was asked for and not kept is not sent");
        assert_eq!(again().await, Test::Owed);
    }

    async fn s_29_it_is_given_up_after_two_days(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook_for(|wish| wish.kinds.clear()).await;
        told.receiver.reacts(&[Reaction::Answer(500); 9]);
        told.test(hook.id).await;
        told.work().await;
        for wait in LADDER {
            told.pass(wait * 11 / 10 + 1);
            told.work().await;
        }
        let given_up = told.latest(hook.id).await.remove(0);
        assert_eq!((given_up.attempts, given_up.due_at), (9, None));
        told.pass(7 * 86_400);
        told.work().await;
        assert_eq!(told.receiver.received().len(), 9);
        assert_eq!(told.load(hook.id).await.off_because, None, "nine are not many");
    }

    async fn s_29_where_nothing_arrives_for_a_day_it_is_switched_off(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        told.receiver.reacts(&[Reaction::Answer(500); 30]);
        for number in 0..11 {
            told.happens(number).await;
        }
        told.work().await;
        let failing = told.load(hook.id).await;
        assert_eq!((failing.failures, failing.off_because), (22, None), "not within a moment");
        told.pass(86_401);
        told.work().await;
        let off = told.load(hook.id).await;
        assert_eq!((off.off_because, off.active_since), (Some(OffBecause::Failing), None));
        let came = told.receiver.received().len();
        told.pass(86_400);
        told.work().await;
        assert_eq!(told.receiver.received().len(), came, "nothing more, not what waited either");
        assert!(told.latest(hook.id).await.iter().all(|one| one.due_at.is_none()));
        register(&told.stage, "Rana", "rana@example.org", "").await;
        assert_eq!(told.latest(hook.id).await.len(), 22, "and nothing is owed to it");
        let mut tx = told.stage.begin().await;
        let who = (told.stage.organisation, told.owner.id);
        assert!(webhook::switch_on(&mut tx, who, hook.id).await.unwrap());
        tx.commit().await.unwrap();
        told.receiver.take_kinds();
        assert_eq!(told.kinds().await, [""; 0]);
        register(&told.stage, "Omar", "omar@example.org", "").await;
        assert_eq!(told.kinds().await, ["confirmed", "registered"]);
    }

    async fn s_29_what_happened_before_it_was_switched_on_is_told_to_none(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        told.test(hook.id).await;
        told.pass(1);
        register(&told.stage, "Rana", "rana@example.org", "").await;
        let (own, owner) = (told.stage.organisation, told.owner.id);
        let mut tx = told.stage.begin().await;
        let off = webhook::switch_off(&mut tx, own, hook.id, "operator", OffBecause::Owner).await;
        assert!(off.unwrap());
        tx.commit().await.unwrap();
        // As somebody leaves it who had not seen yet that it was switched off.
        let left = "UPDATE webhook_delivery SET due_at = happened_at, settled_at = NULL";
        let mut tx = told.stage.begin().await;
        assert_eq!(tx.query(Sql::new(left, left)).execute().await.unwrap(), 1);
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, [""; 0]);
        register(&told.stage, "Omar", "omar@example.org", "").await;
        told.pass(1);
        let mut tx = told.stage.begin().await;
        assert!(webhook::switch_on(&mut tx, (own, owner), hook.id).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, [""; 0], "nothing of what was left");
        // What was done before and is found only now.
        register(&told.stage, "Nour", "nour@example.org", "").await;
        for on in [false, true] {
            told.pass(1);
            let mut tx = told.stage.begin().await;
            let because = OffBecause::Owner;
            let switched = if on {
                webhook::switch_on(&mut tx, (own, owner), hook.id).await
            } else {
                webhook::switch_off(&mut tx, own, hook.id, "operator", because).await
            };
            assert!(switched.unwrap());
            tx.commit().await.unwrap();
        }
        assert_eq!(told.kinds().await, [""; 0]);
        register(&told.stage, "Sami", "sami@example.org", "").await;
        assert_eq!(told.kinds().await, ["confirmed", "registered"]);
    }

    async fn s_29_a_server_that_is_gone_is_believed(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        told.receiver.reacts(&[Reaction::Answer(410)]);
        told.test(hook.id).await;
        told.work().await;
        assert_eq!(told.load(hook.id).await.off_because, Some(OffBecause::Gone));
    }

    async fn s_29_a_redirect_leads_nowhere(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        told.receiver.leads("elsewhere.example.org", &[&["93.184.215.99"]]);
        told.receiver.reacts(&[Reaction::Redirect("https://elsewhere.example.org/")]);
        told.test(hook.id).await;
        told.work().await;
        let tried = told.latest(hook.id).await.remove(0);
        assert_eq!((tried.status, tried.is_taken()), (Some(307), false));
        assert_eq!(told.receiver.connections(), 1);
        assert_eq!(told.receiver.net().dialled.lock().unwrap().len(), 1);
    }

    async fn s_29_silence_ends_and_long_answers_are_not_read(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook_for(|wish| wish.kinds = vec![Kind::Registered]).await;
        told.receiver.reacts(&[Reaction::Silence]);
        told.happens(0).await;
        told.work().await;
        let late = told.latest(hook.id).await.remove(0);
        assert_eq!((late.trouble.as_deref(), late.status), (Some("late"), None));
        for (number, reaction) in [(1, Reaction::Drip), (2, Reaction::Flood)] {
            told.receiver.reacts(&[reaction]);
            told.happens(number).await;
            told.work().await;
            let taken = told.latest(hook.id).await.remove(0);
            assert_eq!((taken.status, taken.due_at), (Some(200), None), "{reaction:?}");
        }
        // What the sockets between hold is more than what is read, and still no flood.
        let sent = told.receiver.octets_sent();
        assert!(sent < 20_000_000, "{sent}");
    }

    async fn s_29_where_it_leads_is_judged_at_each_try(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook_for(|wish| wish.kinds = vec![Kind::Registered]).await;
        let inside = ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "64:ff9b::7f00:1"];
        for (number, inside) in inside.into_iter().enumerate() {
            told.receiver.leads(HOST, &[&[inside]]);
            told.happens(number).await;
            told.work().await;
            let refused = told.latest(hook.id).await.remove(0);
            assert_eq!(refused.trouble.as_deref(), Some("inside"), "{inside}");
        }
        assert_eq!(told.receiver.connections(), 0);
    }

    async fn s_29_what_a_worker_took_in_hand_and_left_is_sent_by_another(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        told.test(hook.id).await;
        let mut tx = told.stage.begin().await;
        let letters = webhook::lease(&mut tx, &told.stage.key, hook.id).await.unwrap();
        tx.commit().await.unwrap();
        let id = letters[0].delivery.id.to_string();
        assert_eq!(told.kinds().await, [""; 0], "it is in hand");
        told.pass(61);
        told.work().await;
        assert_eq!(told.receiver.received()[0].headers["webhook-id"], id);
        // Whoever comes back late changes nothing.
        let mut tx = told.stage.begin().await;
        let late = webhook::Outcome::Failed(convoke::outgoing::Failure::Late);
        webhook::settle(&mut tx, hook.id, &letters[0].delivery, late).await.unwrap();
        tx.commit().await.unwrap();
        assert!(told.latest(hook.id).await[0].is_taken());
    }

    async fn s_29_both_secrets_sign_for_a_day(test: TestDb) {
        let told = told(test).await;
        let (hook, first) = told.hook().await;
        let mut tx = told.stage.begin().await;
        let (own, key) = (told.stage.organisation, &told.stage.key);
        let renewed = webhook::renew_secret(&mut tx, key, own, hook.id, "operator").await;
        tx.commit().await.unwrap();
        let (_, second) = renewed.unwrap().unwrap();
        for (first_signs, later) in [(true, 86_399), (false, 2)] {
            told.test(hook.id).await;
            told.work().await;
            let one = told.receiver.received().pop().unwrap();
            assert!(is_signed_by(&one, &second.reveal()));
            assert_eq!(is_signed_by(&one, &first.reveal()), first_signs);
            assert_eq!(former_secrets(&told).await, i64::from(first_signs), "kept while it signs");
            told.pass(later + 1);
        }
    }

    async fn s_29_nothing_is_told_for_whom_no_owner_answers(test: TestDb) {
        let told = told(test).await;
        let (hook, _) = told.hook().await;
        let other = told.stage.employ("omar@institute.example", Role::Owner).await;
        let mut tx = told.stage.begin().await;
        let (own, maker) = (told.stage.organisation, told.owner.id);
        account::take_away(&mut tx, maker, own, None, "operator").await.unwrap();
        tx.commit().await.unwrap();
        register(&told.stage, "Rana", "rana@example.org", "").await;
        assert_eq!(told.kinds().await, [""; 0]);
        assert_eq!(told.load(hook.id).await.off_because, Some(OffBecause::Maker));
        assert_eq!(told.receiver.connections(), 0);
        let mut tx = told.stage.begin().await;
        assert!(webhook::switch_on(&mut tx, (own, other.id), hook.id).await.unwrap());
        tx.commit().await.unwrap();
        register(&told.stage, "Omar", "omar@example.org", "").await;
        assert_eq!(told.kinds().await, ["confirmed", "registered"]);
    }
}
