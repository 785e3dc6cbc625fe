//! What is told, to whom, and what never is.

use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::event::{self, Details, EventState, Release, Rules, SaveOptions, file};
use convoke::on_both_engines;
use convoke::outbox;
use convoke::registration::{self, Decider};
use convoke::trash;
use convoke::webhook::{self, Delivery, Kind, Webhook};
use serde_json::{Value, json};

use super::{Told, is_signed_by};
use crate::registrations::register;
use crate::stage::{ROUNDTABLE, Stage};

/// The link of the roundtable, and a piece of it that stands nowhere else.
const CANARY: &str = "86512345678";

fn roundtable() -> Details {
    file::read(ROUNDTABLE).unwrap()
}

fn with_approval() -> Details {
    let mut details = roundtable();
    details.terms.approval = Some(true);
    details
}

/// How many lines of the log are marked.
async fn marked(stage: &Stage) -> i64 {
    let text = "SELECT count(*) FROM audit_line WHERE owed_to_webhooks";
    let mut tx = stage.begin().await;
    let (marked,): (i64,) = tx.query(Sql::new(text, text)).fetch_one().await.unwrap();
    marked
}

async fn save(told: &Told, details: Details) {
    told.stage.save_in(told.stage.organisation, details).await;
}

on_both_engines! {
    async fn s_29_each_deed_is_told_once_and_signed(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        let (hook, secret) = told.hook().await;
        assert_eq!(told.kinds().await, [""; 0], "nothing of what was before");
        let rana = register(&told.stage, "Rana Haddad", "rana@secret.example", "").await;
        told.work().await;
        let received = told.receiver.received();
        assert_eq!(received.len(), 2);
        for one in &received {
            assert!(is_signed_by(one, &secret.reveal()), "{one:?}");
            assert_eq!(one.head, "POST /convoke?room=7 HTTP/1.1");
            assert_eq!(one.headers["content-type"], "application/json");
            let sent: i64 = one.headers["webhook-timestamp"].parse().unwrap();
            assert_eq!(sent, told.stage.begin().await.now().timestamp());
            let body = one.json();
            assert_eq!(body["id"], one.headers["webhook-id"].as_str());
            assert_eq!(body["organisation"], "levant");
            assert_eq!(body["timestamp"], "2022-11-20T10:00:00Z");
            let (event, somebody) = (&body["data"]["event"], &body["data"]["registration"]);
            assert_eq!(event["slug"], told.stage.slug.to_string());
            assert_eq!(event["id"], told.event().await.id.to_string());
            assert_eq!(*somebody, json!({
                "id": rana.to_string(), "state": "confirmed", "mode": "online", "language": "en",
                "sessions": ["1"], "registered_at": "2022-11-20T10:00:00Z",
            }));
            assert!(!String::from_utf8_lossy(&one.octets).contains("secret.example"));
        }
        // Another secret, a changed message or another moment are no good.
        let other = told.hook_for(|wish| wish.kinds.clear()).await.1;
        assert!(!is_signed_by(&received[0], &other.reveal()));
        let mut forged = received[0].clone();
        forged.octets.push(b' ');
        assert!(!is_signed_by(&forged, &secret.reveal()));
        assert_eq!(told.receiver.take_kinds(), ["confirmed", "registered"]);
        assert_eq!(told.kinds().await, [""; 0], "once");
        let ids: Vec<_> = told.latest(hook.id).await.iter().map(|one| one.id).collect();
        assert_eq!(ids.len(), 2);
    }

    async fn s_29_every_kind_is_told_exactly_once(test: TestDb) {
        let told = Told::set(test, with_approval()).await;
        told.hook().await;
        let stage = &told.stage;
        let by = Decider::at_once("operator");
        let rana = register(stage, "Rana", "rana@example.org", "").await;
        assert_eq!(told.kinds().await, ["registered"]);
        let event = told.event().await;
        let mut tx = stage.begin().await;
        registration::put_on_list(&mut tx, &event, rana, &by).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, ["waitlisted"]);
        let mut tx = stage.begin().await;
        registration::approve(&mut tx, &event, rana, &by).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, ["confirmed"]);

        let mut tx = stage.begin().await;
        let one = registration::load(&mut tx, rana).await.unwrap().unwrap();
        let session = event.session_ids[0];
        registration::check_in(&mut tx, &event, &one, session, "operator").await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        assert_eq!(told.receiver.received()[0].json()["data"]["session"], "1");
        assert_eq!(told.receiver.take_kinds(), ["checked_in"]);
        let mut tx = stage.begin().await;
        registration::withdraw_for(&mut tx, &event, rana, &by).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, ["withdrawn"]);

        let omar = register(stage, "Omar", "omar@example.org", "").await;
        assert_eq!(told.kinds().await, ["registered"]);
        let mut tx = stage.begin().await;
        registration::decline(&mut tx, &event, omar, &by, None).await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        let said = told.receiver.received().remove(0).json();
        assert_eq!(said["data"]["registration"]["state"], "declined");
        assert_eq!(told.receiver.take_kinds(), ["withdrawn"]);

        let mut moved = event.details.clone();
        moved.sessions[0].ends = "2022-11-25T17:30:00".parse().unwrap();
        save(&told, moved).await;
        told.work().await;
        let said = told.receiver.received().remove(0).json();
        assert_eq!(said["data"]["event"]["ends_at"], "2022-11-25T15:30:00Z");
        assert_eq!(told.receiver.take_kinds(), ["event_changed"]);

        stage.test.clock.set("2022-11-24T21:59:59Z".parse().unwrap());
        assert_eq!(told.kinds().await, [""; 0]);
        // Whole minutes count: it closes when 23:59 in Beirut is over.
        stage.test.clock.set("2022-11-24T22:00:00Z".parse().unwrap());
        assert_eq!(told.kinds().await, ["event_closed", "link_released"]);
        told.pass(3_600);
        assert_eq!(told.kinds().await, [""; 0]);

        let event = told.event().await;
        let mut tx = stage.begin().await;
        event::cancel(&mut tx, &event, "operator", None).await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        let said = told.receiver.received().remove(0).json();
        assert_eq!(said["data"]["event"]["state"], EventState::Cancelled.as_str());
        assert_eq!(told.receiver.take_kinds(), ["event_changed"]);
    }

    async fn s_29_closing_early_and_releasing_by_hand_are_told_too(test: TestDb) {
        let mut details = roundtable();
        details.meeting.as_mut().unwrap().release = Some(Release::Manual);
        let told = Told::set(test, details).await;
        told.pass(20);
        told.hook_for(|wish| wish.kinds = vec![Kind::EventClosed, Kind::LinkReleased]).await;
        told.pass(20);
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        event::close(&mut tx, &told.stage.key, &event, "operator").await.unwrap();
        tx.commit().await.unwrap();
        // It closed with the minute before, in which the webhook was not there yet.
        assert_eq!(told.kinds().await, ["event_closed"]);
        told.pass(600);
        let mut details = event.details.clone();
        details.terms.closes = Some("2022-11-20T12:30:00".parse().unwrap());
        save(&told, details).await;
        assert_eq!(told.kinds().await, [""; 0]);
        told.pass(3_600);
        assert_eq!(told.kinds().await, ["event_closed"]);
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        assert!(event::release(&mut tx, &event, "operator").await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, ["link_released"]);
        assert_eq!(told.kinds().await, [""; 0]);
    }

    async fn s_29_each_is_told_what_it_is_for(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        let mut second = roundtable();
        second.slug = "second-roundtable".parse().unwrap();
        save(&told, second).await;
        let event = told.event().await.id;
        told.hook_for(|wish| {
            wish.event = Some(event);
            wish.kinds = vec![Kind::Registered];
        }).await;
        let elsewhere = told.stage.about("second-roundtable");
        register(&elsewhere, "Rana", "rana@example.org", "").await;
        assert_eq!(told.kinds().await, [""; 0]);
        assert_eq!(marked(&told.stage).await, 0, "what nobody wants is done with, too");
        register(&told.stage, "Rana", "rana@example.org", "").await;
        assert_eq!(told.kinds().await, ["registered"]);
    }

    async fn s_29_moments_are_looked_at_where_an_event_changed(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook().await;
        let made = async || {
            let mut tx = told.stage.begin().await;
            let made = webhook::owe(&mut tx, &told.stage.key).await.unwrap();
            tx.commit().await.unwrap();
            (made.any, made.of_event)
        };
        assert_eq!(made().await, (false, false));
        register(&told.stage, "Rana", "rana@example.org", "").await;
        assert_eq!(made().await, (true, false), "not for each who registers");
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        event::close(&mut tx, &told.stage.key, &event, "operator").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(made().await, (true, true));
    }

    async fn s_29_who_registers_leaves_no_mark_where_nobody_is_told(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        register(&told.stage, "Rana", "rana@example.org", "").await;
        assert_eq!(marked(&told.stage).await, 0);
        told.hook().await;
        register(&told.stage, "Omar", "omar@example.org", "").await;
        assert_eq!(marked(&told.stage).await, 1, "kept with the deed");
        // A deed that is not kept is not told.
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        event::cancel(&mut tx, &event, "operator", None).await.unwrap();
        drop(tx);
        assert_eq!(told.kinds().await, ["confirmed", "registered"]);
        assert_eq!(marked(&told.stage).await, 0);
    }

    async fn p_18_names_go_where_they_were_given_and_never_under_the_rule(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook_for(|wish| {
            wish.shows_people = true;
            wish.kinds = vec![Kind::Registered];
        }).await;
        register(&told.stage, "Rana Haddad", "rana@example.org", "").await;
        told.work().await;
        let said = told.receiver.received().remove(0).json();
        let somebody = &said["data"]["registration"];
        assert_eq!(somebody["name"], "Rana Haddad");
        assert_eq!(somebody["email"], "rana@example.org");
        told.receiver.take_kinds();

        let mut details = roundtable();
        details.rules = Some(Rules::ChathamHouse);
        save(&told, details).await;
        let omar = register(&told.stage, "Omar Haddad", "omar@example.org", "").await;
        told.work().await;
        let said = told.receiver.received().remove(0);
        // Not even the language or the sessions, by which few people can be told apart.
        let bare = json!({ "id": omar.to_string(), "state": "confirmed" });
        assert_eq!(said.json()["data"]["registration"], bare);
        let text = String::from_utf8_lossy(&said.octets).into_owned();
        assert!(!text.contains("Omar") && !text.contains("omar@"), "{text}");
    }

    async fn s_32_the_link_is_in_no_message(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook_for(|wish| wish.shows_people = true).await;
        let rana = register(&told.stage, "Rana", "rana@example.org", "").await;
        told.work().await;
        let mut details = roundtable();
        let other = "https://zoom.example/j/86512345678?pwd=other".parse().unwrap();
        details.meeting.as_mut().unwrap().link = Some(other);
        save(&told, details).await;
        told.work().await;
        told.stage.test.clock.set("2022-11-24T22:30:00Z".parse().unwrap());
        told.work().await;
        // The twin: by now it is in mails.
        let mails = told.stage.work().await;
        assert!(mails.iter().any(|mail| mail.text.contains(CANARY)), "{mails:?}");
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        let one = registration::load(&mut tx, rana).await.unwrap().unwrap();
        registration::withdraw(&mut tx, &told.stage.key, &event, &one).await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        let received = told.receiver.received();
        let kinds = told.receiver.take_kinds();
        assert!(kinds.contains(&"link_released".to_owned()), "{kinds:?}");
        assert!(kinds.len() >= 6, "{kinds:?}");
        for one in received {
            let whole = format!("{one:?}{}", String::from_utf8_lossy(&one.octets));
            assert!(!whole.contains(CANARY) && !whole.contains("zoom.example"), "{whole}");
        }
    }

    async fn p_06_who_erased_themselves_is_told_of_without_a_word(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook_for(|wish| wish.shows_people = true).await;
        let rana = register(&told.stage, "Rana Haddad", "rana@example.org", "").await;
        told.work().await;
        told.receiver.take_kinds();
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        let one = registration::load(&mut tx, rana).await.unwrap().unwrap();
        let key = &told.stage.key;
        registration::erase(&mut tx, key, &event, &one).await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        let said = told.receiver.received().remove(0).json();
        assert_eq!(said["type"], "withdrawn");
        let gone = json!({ "id": rana.to_string(), "state": "erased" });
        assert_eq!(said["data"]["registration"], gone);
    }

    async fn p_06_what_they_withdrew_before_is_told_of_as_erased_too(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        let first = register(&told.stage, "Rana Haddad", "rana@example.org", "").await;
        let event = told.event().await;
        let mut tx = told.stage.begin().await;
        let one = registration::load(&mut tx, first).await.unwrap().unwrap();
        registration::withdraw(&mut tx, &told.stage.key, &event, &one).await.unwrap();
        tx.commit().await.unwrap();
        told.pass(60);
        let second = register(&told.stage, "Rana Haddad", "rana@example.org", "").await;
        assert_ne!(first, second);
        told.hook().await;
        let mut tx = told.stage.begin().await;
        let one = registration::load(&mut tx, second).await.unwrap().unwrap();
        let key = &told.stage.key;
        registration::erase(&mut tx, key, &event, &one).await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        let said: Vec<Value> = told.receiver.received().iter().map(|one| one.json()).collect();
        assert!(said.iter().all(|one| one["type"] == "withdrawn"), "{said:?}");
        for id in [first, second] {
            let gone = json!({ "id": id.to_string(), "state": "erased" });
            let of_it = said.iter().filter(|one| one["data"]["registration"] == gone);
            assert_eq!(of_it.count(), 1, "{said:?}");
        }
    }

    async fn r_9_what_cannot_be_read_holds_up_nothing_else(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        let mut second = roundtable();
        second.slug = "second-roundtable".parse().unwrap();
        save(&told, second.clone()).await;
        let (hook, _) = told.hook().await;
        let elsewhere = told.stage.about("second-roundtable");
        register(&elsewhere, "Omar", "omar@example.org", "").await;
        let mut tx = told.stage.begin().await;
        webhook::owe(&mut tx, &told.stage.key).await.unwrap();
        tx.commit().await.unwrap();
        second.sessions[0].ends = "2022-11-25T17:30:00".parse().unwrap();
        save(&told, second).await;
        let spoil = "UPDATE event SET details = '{}' WHERE slug = 'second-roundtable'";
        let mut tx = told.stage.begin().await;
        assert_eq!(tx.query(Sql::new(spoil, spoil)).execute().await.unwrap(), 1);
        tx.commit().await.unwrap();
        register(&told.stage, "Rana", "rana@example.org", "").await;
        assert_eq!(told.kinds().await, ["confirmed", "registered"]);
        assert_eq!(marked(&told.stage).await, 0, "the line is not looked at for ever");
        let latest = told.latest(hook.id).await;
        let given_up = |one: &&Delivery| one.trouble.as_deref() == Some("unreadable");
        assert_eq!(latest.iter().filter(given_up).count(), 2);
        assert!(latest.iter().all(|one| one.due_at.is_none()), "{latest:?}");
        // What comes of the other event because its moment has come.
        told.stage.test.clock.set("2022-11-24T22:00:00Z".parse().unwrap());
        assert_eq!(told.kinds().await, ["event_closed", "link_released"]);
    }

    async fn s_29_two_nodes_tell_once(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook().await;
        for number in 0..20 {
            register(&told.stage, "Somebody", &format!("a{number}@example.org"), "").await;
        }
        tokio::join!(told.work(), told.work(), told.work());
        told.work().await;
        let kinds = told.receiver.take_kinds();
        let of = |kind: &str| kinds.iter().filter(|one| *one == kind).count();
        assert_eq!((of("registered"), of("confirmed"), kinds.len()), (20, 20, 40));
    }

    async fn an_event_in_the_trash_is_told_of_and_what_waits_for_it_goes_with_it(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        let event = told.event().await;
        told.hook_for(|wish| wish.event = Some(event.id)).await;
        told.stage.test.clock.set("2022-11-25T18:00:00Z".parse().unwrap());
        told.work().await;
        told.receiver.take_kinds();
        let mut tx = told.stage.begin().await;
        trash::throw_away(&mut tx, &event, "operator").await.unwrap();
        tx.commit().await.unwrap();
        told.work().await;
        let said = told.receiver.received().remove(0).json();
        let removed = json!({ "id": event.id.to_string(), "state": "removed" });
        assert_eq!((&said["type"], &said["data"]["event"]), (&Value::from("event_changed"), &removed));
        told.pass(31 * 86_400);
        told.work().await;
        let mut tx = told.stage.begin().await;
        let left = webhook::of_organisation(&mut tx, told.stage.organisation).await;
        assert_eq!(left.unwrap(), Vec::<Webhook>::new());
    }

    async fn s_29_nothing_leaves_where_a_worker_may_not_tell(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook().await;
        register(&told.stage, "Rana", "rana@example.org", "").await;
        told.stage.work().await;
        assert_eq!(told.receiver.connections(), 0);
        let mut tx = told.stage.begin().await;
        outbox::pause(&mut tx, "restored").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, [""; 0], "after a backup was restored, say");
        let mut tx = told.stage.begin().await;
        outbox::resume(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, ["confirmed", "registered"]);
    }

    async fn a_draft_goes_to_the_trash_and_comes_back_without_a_word(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook().await;
        let mut details = roundtable();
        details.slug = "draft".parse().unwrap();
        let mut tx = told.stage.begin().await;
        let options = SaveOptions { draft: true, ..SaveOptions::default() };
        let sender = "events@institute.example".parse().unwrap();
        event::save(&mut tx, &told.stage.key, told.stage.organisation, &sender, details, options)
            .await.unwrap();
        tx.commit().await.unwrap();
        let draft = told.stage.about("draft").event().await;
        let mut tx = told.stage.begin().await;
        let thrown = trash::throw_away(&mut tx, &draft, "operator").await.unwrap();
        assert_eq!(thrown, trash::Thrown::Done);
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, [""; 0], "neither that it was made nor that it went");
        let mut tx = told.stage.begin().await;
        trash::restore(&mut tx, told.stage.organisation, draft.id, "operator").await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(told.kinds().await, [""; 0]);
        assert_eq!(marked(&told.stage).await, 0);
    }

    async fn a_draft_is_told_to_nobody_until_it_is_published(test: TestDb) {
        let told = Told::set(test, roundtable()).await;
        told.hook().await;
        let mut details = roundtable();
        details.slug = "draft".parse().unwrap();
        let save = async |draft: bool| {
            let mut tx = told.stage.begin().await;
            let options = SaveOptions { draft, ..SaveOptions::default() };
            let sender = "events@institute.example".parse().unwrap();
            event::save(&mut tx, &told.stage.key, told.stage.organisation, &sender, details.clone(), options)
                .await.unwrap();
            tx.commit().await.unwrap();
        };
        save(true).await;
        assert_eq!(told.kinds().await, [""; 0]);
        save(false).await;
        told.work().await;
        assert_eq!(told.receiver.received()[0].json()["data"]["event"]["state"], "published");
        assert_eq!(told.receiver.take_kinds(), ["event_changed"]);
    }
}
