use serde_json::json;

use super::*;
use crate::base::testing::TestDb;
use crate::on_both_engines;

async fn written(tx: &mut Tx, actor: &str, action: &str, organisation: Uuid) {
    let changes = json!({ "state": "confirmed", "organisation": organisation });
    record(tx, actor, action, Uuid::from_u128(7), changes)
        .await
        .unwrap();
}

fn by(actor: &str) -> Filter {
    Filter {
        actor: Some(actor.to_owned()),
        ..Filter::default()
    }
}

on_both_engines! {
    async fn f_17_a_log_is_read_page_by_page_the_latest_first(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let [ours, theirs] = [1, 2].map(Uuid::from_u128);
        for number in 0..PAGE + 3 {
            written(&mut tx, "operator", if number == 0 { "first" } else { "more" }, ours).await;
        }
        written(&mut tx, "convoke", "foreign", theirs).await;
        record(&mut tx, "operator", "of_nobody", Uuid::nil(), json!({})).await.unwrap();

        let scope = Scope::Organisation(ours);
        let latest = page(&mut tx, scope, &Filter::default()).await.unwrap();
        assert_eq!(latest.lines.len(), PAGE);
        assert!(latest.lines.is_sorted_by(|one, next| one.id > next.id));
        assert_eq!(latest.lines[0].changes["state"], "confirmed");
        let rest = Filter { before: latest.next, ..Filter::default() };
        let rest = page(&mut tx, scope, &rest).await.unwrap();
        assert_eq!((rest.lines.len(), rest.next), (3, None));
        assert_eq!(rest.lines[2].action, "first");

        let none = page(&mut tx, scope, &by("convoke")).await.unwrap();
        assert_eq!(none, Page { lines: Vec::new(), next: None });
        let first = Filter { action: Some("first".to_owned()), ..by("operator") };
        assert_eq!(page(&mut tx, scope, &first).await.unwrap().lines.len(), 1);
        let (actors, actions) = kinds(&mut tx, scope).await.unwrap();
        assert_eq!(actors, ["operator".to_owned()].into());
        assert_eq!(actions, ["first".to_owned(), "more".to_owned()].into());
    }
}
