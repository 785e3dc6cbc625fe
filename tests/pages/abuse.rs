//! The form used against somebody: against whoever an address belongs to, or against this service.

use std::net::IpAddr;

use chrono::TimeDelta;
use convoke::base::db::{Engine, Sql};
use convoke::base::testing::{TestDb, start};
use convoke::event::{Details, file};
use convoke::on_both_engines;

use crate::stage::{ROUNDTABLE, Stage, online};

/// An address on the net that this number stands for, each in a place of its own.
fn somewhere(number: usize) -> IpAddr {
    let [high, low] = u16::try_from(number).unwrap().to_be_bytes();
    IpAddr::from([93, high, low, 7])
}

/// The same event at another address.
fn another(number: usize) -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.slug = format!("another-{number}").parse().unwrap();
    details
}

/// How many mails of a kind there are, and how many of them leave within a day of the start.
async fn mails(stage: &Stage) -> (i64, i64) {
    let counted =
        "SELECT count(*), COALESCE(CAST(sum(CASE WHEN due_at < $1 THEN 1 ELSE 0 END) AS BIGINT), 0)
        FROM message";
    let mut tx = stage.begin().await;
    tx.query(Sql::new(counted, counted))
        .bind(start() + TimeDelta::days(1))
        .fetch_one()
        .await
        .unwrap()
}

async fn opened_form(stage: &Stage) -> String {
    let page = stage.get(&stage.page("/register")).await;
    let (_, rest) = page.body.split_once("name=\"form_key\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

on_both_engines! {
    async fn s_25_ten_thousand_posts_for_one_address_are_at_most_three_mails(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let mut paths = vec![stage.page("/registrations")];
        for number in 0..7 {
            let details = another(number);
            paths.push(format!("/en/events/{}/registrations", details.slug));
            stage.save(details).await;
        }
        // PostgreSQL shows the same with fewer, in less time.
        let posts = match stage.test.engine() {
            Engine::Sqlite => 10_000,
            Engine::Postgres => 2_000,
        };
        let fields = online("rana@example.org");
        let first = stage.post_from(somewhere(0), &paths[0], &fields).await;
        for number in 1..posts {
            let path = &paths[number % paths.len()];
            let answer = stage.post_from(somewhere(number % 500), path, &fields).await;
            assert_eq!(answer.status, first.status, "{number}");
        }
        let (owed, within_a_day) = mails(&stage).await;
        assert_eq!(within_a_day, 3);
        assert!(owed > 3, "without the guard {owed} mails would leave");
    }

    async fn s_25_who_registers_after_a_flood_is_told_in_time(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        for number in 0..20 {
            stage.post_from(somewhere(number), &stage.page("/registrations"), &online("rana@example.org")).await;
        }
        let details = another(1);
        let path = format!("/en/events/{}/registrations", details.slug);
        stage.save(details).await;
        stage.post_from(somewhere(1), &path, &online("rana@example.org")).await;
        // Registered, known, registered for the other.
        assert_eq!(mails(&stage).await, (3, 3));
    }

    async fn s_25_many_addresses_from_one_place_come_to_an_end(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.terms.capacity = None;
        let stage = Stage::set_details(test, details).await;
        let path = stage.page("/registrations");
        let post = async |from: usize, number: usize| {
            let email = format!("guest{number}@example.org");
            stage.post_from(somewhere(from), &path, &online(&email)).await
        };
        for number in 0..500 {
            assert_eq!(post(1, number).await.status, 303, "{number}");
        }
        let refused = post(1, 500).await;
        assert_eq!(refused.status, 429);
        assert!(refused.header("retry-after").parse::<u32>().unwrap() > 0);
        assert_eq!(stage.registrations().await.len(), 500);
        assert_eq!(post(2, 500).await.status, 303, "elsewhere everything goes on");
        stage.test.clock.advance(TimeDelta::hours(1));
        assert_eq!(post(1, 501).await.status, 303);
    }

    async fn s_27_what_only_programs_fill_in_has_to_be_sent_once_more(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let mut fields = online("rana@example.org").to_vec();
        fields.push(("website", "https://spam.example"));
        let asked = stage.register(&fields).await;
        assert_eq!(asked.status, 422);
        assert!(asked.body.contains("send it once more"), "{}", asked.body);
        assert!(asked.body.contains("rana@example.org"), "what was typed stays");
        assert!(!asked.body.contains("spam.example"), "but for the trap");
        assert!(stage.registrations().await.is_empty());
        fields.pop();
        assert_eq!(stage.register(&fields).await.status, 303);
    }

    async fn s_27_a_form_that_comes_at_once_from_the_net_has_to_be_sent_once_more(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let path = stage.page("/registrations");
        let key = opened_form(&stage).await;
        let mut fields = online("rana@example.org").to_vec();
        fields.push(("form_key", &key));
        let from = somewhere(1);
        assert_eq!(stage.post_from(from, &path, &fields).await.status, 422);
        stage.test.clock.advance(TimeDelta::seconds(2));
        assert_eq!(stage.post_from(from, &path, &fields).await.status, 303);
        stage.test.clock.advance(TimeDelta::days(2));
        assert_eq!(stage.post_from(from, &path, &fields).await.status, 303, "accepted before");
        // Scripts beside us are no strangers, and need no key.
        let near = IpAddr::from([127, 0, 0, 1]);
        let key = opened_form(&stage).await;
        let mut fields = online("omar@example.org").to_vec();
        fields.push(("form_key", &key));
        assert_eq!(stage.post_from(near, &path, &fields).await.status, 303);
        assert_eq!(stage.post_from(from, &path, &online("lina@example.org")).await.status, 303);
    }

    async fn adr_1_disposable_addresses_are_welcome(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        for domain in ["mailinator.com", "guerrillamail.com", "10minutemail.com", "duck.com"] {
            let email = format!("somebody@{domain}");
            assert_eq!(stage.register(&online(&email)).await.status, 303, "{domain}");
        }
    }
}
