//! The page of webhooks.

use axum::http::StatusCode;
use chrono::TimeDelta;
use convoke::account::{self, Role};
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::event::{Rules, file};
use convoke::on_both_engines;
use convoke::outgoing::Reach;
use convoke::webhook::{self, MOST};

use super::is_signed_by;
use crate::receiver::{ADDRESS, Reaction, Receiver};
use crate::stage::{Answer, Browser, ROUNDTABLE, Stage};

const PATH: &str = "/organise/webhooks";

async fn make(owner: &Browser, fields: &[(&str, &str)]) -> Answer {
    let both = [
        ("address", ADDRESS),
        ("kinds", "registered"),
        ("kinds", "event_changed"),
    ];
    owner.post(PATH, &[&both, fields].concat()).await
}

/// Where a button of the first webhook leads.
async fn button(owner: &Browser, last: &str) -> String {
    let shown = owner.get(PATH).await;
    let actions = shown.attributes(".webhook form", "action").into_iter();
    let mut wanted = actions.filter(|action| action.ends_with(last));
    wanted
        .next()
        .unwrap_or_else(|| panic!("{last}: {}", shown.body()))
}

on_both_engines! {
    async fn s_29_an_owner_makes_one_and_sees_what_became_of_it(test: TestDb) {
        let stage = Stage::set(test).await;
        let receiver = Receiver::start().await;
        let owner = stage.signed_in(Role::Owner).await;
        let made = make(&owner, &[]).await;
        assert_eq!((made.status, made.header("cache-control")), (StatusCode::OK, "no-store"));
        let secret = made.texts("code.webhook-secret").remove(0);
        assert!(secret.starts_with("whsec_") && secret.len() == 50, "{secret}");
        let shown = owner.get(PATH).await;
        assert!(!shown.body().contains(&secret), "never again");
        assert_eq!(shown.texts(".webhook h2"), [ADDRESS]);
        assert!(shown.body().contains("Registered and Event changed"));

        receiver.reacts(&[Reaction::Answer(500)]);
        let tested = owner.post(&button(&owner, "/test").await, &[]).await;
        assert_eq!(tested.leads_to(), "/organise/webhooks?done=webhook-tested");
        let twice = owner.post(&button(&owner, "/test").await, &[]).await;
        assert_eq!(twice.leads_to(), "/organise/webhooks?done=webhook-test-waits");
        assert!(owner.get(twice.leads_to()).await.body().contains("A test is on its way already"));
        let worker = stage.worker().telling(receiver.client(Reach::Outside));
        worker.tick().await.unwrap();
        assert!(is_signed_by(&receiver.received()[0], &secret));
        let shown = owner.get(PATH).await;
        let row = shown.texts(".webhook tbody td");
        assert_eq!(row[0], "Test");
        assert!(row[1].starts_with("Tried again 500Next try:"), "{row:?}");
        assert_eq!(row[2], "1");
        assert!(!shown.body().contains("NOT-TO-SHOW"), "the answer's body is shown to nobody");
        assert!(shown.body().contains("Nothing has arrived since"));

        let renewed = owner.post(&button(&owner, "/secret").await, &[]).await;
        let second = renewed.texts("code.webhook-secret").remove(0);
        assert_ne!(second, secret);
        assert!(owner.get(PATH).await.body().contains("former secret as well until"));
        for (last, done) in [("/off", "webhook-off"), ("/on", "webhook-on"), ("/remove", "webhook-removed")] {
            let path = button(&owner, last).await;
            let answer = owner.post(&path, &[]).await;
            assert_eq!(answer.leads_to(), format!("{PATH}?done={done}"));
            if last != "/on" {
                assert_eq!(owner.post(&path, &[]).await.status, StatusCode::NOT_FOUND, "once");
            }
        }
        assert!(owner.get(PATH).await.texts(".webhook").is_empty());
        let log = owner.get("/organise/log").await;
        for words in ["made a webhook", "switched a webhook off", "switched a webhook on",
            "gave a webhook another secret", "removed a webhook", "hooks.institute.example"] {
            assert!(log.body().contains(words), "{words}");
        }
        assert!(!log.body().contains("room=7"), "an address may hold a secret");
        for secret in [&secret, &second] {
            assert!(!log.body().contains(secret.as_str()));
        }
    }

    async fn s_30_the_secret_is_sealed_in_the_database(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let made = make(&owner, &[]).await;
        let secret = made.texts("code.webhook-secret").remove(0);
        let text = "SELECT id, secret FROM webhook";
        let mut tx = stage.begin().await;
        let (id, sealed): (uuid::Uuid, Vec<u8>) =
            tx.query(Sql::new(text, text)).fetch_one().await.unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains(&secret[6..20]));
        assert_eq!(stage.key.open(id, &sealed).unwrap(), secret, "by the instance's key alone");
    }

    async fn s_29_what_cannot_be_told_is_refused_with_a_reason(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.rules = Some(Rules::ChathamHouse);
        let stage = Stage::set_with(test, details).await;
        let owner = stage.signed_in(Role::Owner).await;
        let slug = stage.slug.to_string();
        for (fields, words) in [
            (vec![("address", "http://hooks.example.org/")], "begins with https://"),
            (vec![("address", "https://a:b@hooks.example.org/")], "Leave name and password out"),
            (vec![("address", "https://hooks.example.org:25/")], "443"),
            (vec![("address", "https://0x7f.1/")], "own network"),
            (vec![("address", "https://localhost/")], "own network"),
            (vec![("address", "https://hooks/")], "own network"),
            (vec![("address", "")], "Enter a whole address"),
            (vec![("address", ADDRESS), ("event", "elsewhere")], "Choose one of these events"),
            (vec![("address", ADDRESS), ("event", &slug), ("people", "yes")], "Chatham House rule holds"),
        ] {
            let fields = [vec![("kinds", "registered")], fields].concat();
            let refused = owner.post(PATH, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
            assert!(refused.body().contains(words), "{words}: {}", refused.body());
        }
        for kinds in [vec![], vec![("kinds", "test")], vec![("kinds", "all")]] {
            let fields = [vec![("address", ADDRESS)], kinds].concat();
            let refused = owner.post(PATH, &fields).await;
            assert!(refused.body().contains("Choose what it is told"), "{fields:?}");
        }
        let mut tx = stage.begin().await;
        let none = webhook::of_organisation(&mut tx, stage.organisation).await.unwrap();
        assert_eq!(none, []);
        drop(tx);
        // Without names the same is fine, and with them for all events.
        let of_event = [("event", slug.as_str())];
        assert_eq!(make(&owner, &of_event).await.status, StatusCode::OK);
        assert_eq!(make(&owner, &[("people", "yes")]).await.status, StatusCode::OK);
        for _ in 2..MOST {
            assert_eq!(make(&owner, &[]).await.status, StatusCode::OK);
        }
        let refused = make(&owner, &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body().contains("as many webhooks as"));
        // Whoever finds a browser signed in makes none, switches none on, and gives none another secret.
        owner.post(&button(&owner, "/off").await, &[]).await;
        let on = button(&owner, "/on").await;
        stage.test.clock.advance(TimeDelta::hours(1));
        assert!(make(&owner, &[]).await.leads_to().starts_with("/sign-in"));
        let renewed = owner.post(&button(&owner, "/secret").await, &[]).await;
        assert!(renewed.leads_to().starts_with("/sign-in"));
        assert!(owner.post(&on, &[]).await.leads_to().starts_with("/sign-in"));
        assert_eq!(button(&owner, "/on").await, on, "it is still off");
    }

    async fn s_01_nobody_touches_another_organisations(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        make(&owner, &[]).await;
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        tx.commit().await.unwrap();
        let sami = stage.employ_in(gulf, "sami@gulf.example", None, Role::Owner).await;
        let foreigner = stage.browser_of(&sami).await;
        assert!(!foreigner.get(PATH).await.body().contains("hooks.institute.example"));
        let before = owner.get(PATH).await;
        for last in ["/test", "/off", "/secret", "/remove"] {
            let path = button(&owner, last).await;
            let answer = foreigner.post(&path, &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(owner.get(PATH).await.octets, before.octets);
    }
}
