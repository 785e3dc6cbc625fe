//! Getting the way to one's own page again, and learning nothing of others (S-25, S-26).

use chrono::TimeDelta;
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::answer_resend_request;

use crate::stage::{ROUNDTABLE, Stage, edited, online};

on_both_engines! {
    async fn s_26_known_and_unknown_addresses_are_answered_with_the_same_octets(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        for path in [stage.page("/resend"), "/en/resend".to_owned()] {
            let form = stage.get(&path).await;
            assert_eq!(form.attributes("form", "action"), [path.as_str()]);
            let mut answers = Vec::new();
            for email in ["rana@example.org", "nobody@example.org"] {
                let before = written(&stage).await;
                let answer = stage.post(&path, &[("email", email)]).await;
                assert_eq!(answer.status, 303, "{email}");
                let sent = stage.get(answer.header("location")).await;
                assert_eq!(sent.status, 200);
                let after = written(&stage).await;
                let more: Vec<i64> = after.iter().zip(before).map(|(after, before)| after - before).collect();
                answers.push((answer, sent, more));
            }
            assert_eq!(answers[0], answers[1], "the same is said and written");
            assert!(answers[0].1.body.contains("is on its way"));
        }
        answer(&stage).await;
        assert_eq!(resent(&stage).await, 1, "once for both");
    }

    async fn s_25_one_address_gets_at_most_three_a_day(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let ask = async || {
            stage.post("/en/resend", &[("email", "Rana@example.org")]).await;
            answer(&stage).await;
        };
        ask().await;
        ask().await;
        assert_eq!(resent(&stage).await, 1, "it is on its way");
        for _ in 0..5 {
            sent_all(&stage).await;
            stage.test.clock.advance(TimeDelta::minutes(11));
            ask().await;
        }
        let due = "SELECT count(*) FROM message WHERE due_at <= $1";
        let mut tx = stage.begin().await;
        let soon = tx.now() + TimeDelta::hours(12);
        let (due,): (i64,) = tx.query(Sql::new(due, due)).bind(soon).fetch_one().await.unwrap();
        assert_eq!(due, 3, "with the confirmation that the form caused");
    }

    async fn s_26_who_has_not_confirmed_is_told_nothing_more(test: TestDb) {
        let file = edited(ROUNDTABLE, "[registration]", "[registration]\nconfirm_address = true");
        let stage = Stage::set(test, &file).await;
        stage.register(&online("rana@example.org")).await;
        stage.post("/en/resend", &[("email", "rana@example.org")]).await;
        answer(&stage).await;
        assert_eq!(resent(&stage).await, 0);
    }

    async fn what_is_no_address_is_said_beside_the_field(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let again = stage.post(&stage.page("/resend"), &[("email", "rana")]).await;
        assert_eq!(again.status, 422);
        assert_eq!(again.attributes(".summary a", "href"), ["#field-email"]);
        assert_eq!(again.attributes("#field-email", "value"), ["rana"]);
    }

    async fn pages_lead_there(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let form = stage.page("/resend");
        for path in [stage.page(""), stage.page("/next/registered")] {
            assert!(stage.get(&path).await.attributes("a", "href").contains(&form), "{path}");
        }
        let neutral = stage.get("/ar/registrations/nothing").await;
        assert!(neutral.attributes("a", "href").contains(&"/ar/resend".to_owned()));
        let bare = stage.ask("GET", &format!("/events/{}/resend", stage.slug), &[("accept-language", "ar")], "").await;
        assert_eq!((bare.status.as_u16(), bare.header("location")),
            (303, format!("/ar/events/{}/resend", stage.slug).as_str()));
        assert_eq!(stage.get("/en/events/nothing/resend").await.status, 404);
    }
}

/// Rows of whatever a post can write.
async fn written(stage: &Stage) -> Vec<i64> {
    let mut tx = stage.begin().await;
    let mut counts = Vec::new();
    for count in [
        "SELECT count(*) FROM message",
        "SELECT count(*) FROM resend_request",
        "SELECT count(*) FROM form_mail",
        "SELECT count(*) FROM attempt",
        "SELECT count(*) FROM audit_line",
    ] {
        let (rows,): (i64,) = tx.query(Sql::new(count, count)).fetch_one().await.unwrap();
        counts.push(rows);
    }
    counts
}

/// Does what a worker does.
async fn answer(stage: &Stage) {
    let mut tx = stage.begin().await;
    while answer_resend_request(&mut tx, &stage.key).await.unwrap() {}
    tx.commit().await.unwrap();
}

/// As if everything that is due had left.
async fn sent_all(stage: &Stage) {
    let sent = "UPDATE message SET state = 'sent' WHERE due_at <= $1";
    let mut tx = stage.begin().await;
    let now = tx.now();
    tx.query(Sql::new(sent, sent))
        .bind(now)
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn resent(stage: &Stage) -> usize {
    let kinds = stage.kinds_owed().await;
    kinds.iter().filter(|kind| *kind == "resent").count()
}
