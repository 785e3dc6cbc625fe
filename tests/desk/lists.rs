//! Lists handed in and out: nobody who writes waits for them (R-17, S-25), and what they hold.

use std::time::Duration;

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::db::Engine;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use tokio::time::timeout;

use crate::people;
use crate::registrations::{hand_in, register};
use crate::stage::Stage;

/// How long nothing that waits for the end of a unit of work is waited for.
const A_MOMENT: Duration = Duration::from_millis(200);
/// How long an answer may take on a busy machine that waits for nobody.
const LONG: Duration = Duration::from_secs(30);

const LIST: &str = "name,email\nNino,nino@example.org\nAna,ana@example.org\n";

on_both_engines! {
    async fn s_25_a_list_is_looked_at_while_somebody_else_writes(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        register(&stage, "Rana", "rana@example.org", "").await;
        let kept = hand_in(&stage, &maya, LIST.as_bytes()).await.leads_to().to_owned();
        let export = stage.page("/registrations/export");
        let writing = stage.begin().await;
        if stage.test.db.engine() == Engine::Sqlite {
            // The twin: whoever begins to write now has to wait.
            assert!(timeout(A_MOMENT, stage.begin()).await.is_err());
        }
        let unread = async { hand_in(&stage, &maya, b"").await };
        let answers = [
            timeout(LONG, unread).await.expect("no list, and no wait").status,
            timeout(LONG, maya.get(&kept)).await.expect("a list is looked at").status,
            timeout(LONG, maya.post(&kept, &[("do", "look")])).await.expect("and again").status,
            timeout(LONG, maya.post(&export, &[])).await.expect("an export is asked for").status,
        ];
        let unread = StatusCode::UNPROCESSABLE_ENTITY;
        assert_eq!(answers, [unread, StatusCode::OK, StatusCode::OK, unread]);
        drop(writing);
        let added = maya.post(&kept, &[("do", "add"), ("beyond", "yes")]).await;
        assert!(added.leads_to().ends_with("done=imported&n=2"), "{}", added.leads_to());
        let again = maya.post(&kept, &[("do", "add"), ("beyond", "yes")]).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "a list is added once");
    }

    async fn s_25_a_write_goes_through_while_a_list_is_handed_out(test: TestDb) {
        let stage = Stage::set(test).await;
        register(&stage, "Rana", "rana@example.org", "").await;
        let maya = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/registrations/export");
        let wanted = [("column", "name"), ("purpose", "Seating"), ("format", "csv")];
        let mut asked = std::pin::pin!(maya.post(&path, &wanted));
        // As far as the export comes by itself, write after write: the list is never in the way of one.
        let mut written = 0;
        let csv = loop {
            let write = async {
                let mut tx = stage.begin().await;
                convoke::audit::record(&mut tx, "operator", "x", uuid::Uuid::from_u128(7), serde_json::json!({}))
                    .await
                    .unwrap();
                tx.commit().await.unwrap();
            };
            tokio::select! {
                biased;
                csv = &mut asked => break csv,
                () = write => written += 1,
            }
        };
        assert!(csv.body().contains("Rana"));
        // Only SQLite has one writer for all; on PostgreSQL the list may be there before a write is.
        if stage.test.db.engine() == Engine::Sqlite {
            assert!(written > 0, "nobody could write meanwhile");
        }
    }

    async fn f_13_a_list_says_which_link_brought_somebody(test: TestDb) {
        let stage = Stage::set(test).await;
        people::register(&stage, 1, "en", None, "partner-2").await;
        people::register(&stage, 2, "en", None, "").await;
        let maya = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/registrations/export");
        let page = maya.get(&path).await;
        assert!(page.attributes("input[name=column]", "value").contains(&"source".to_owned()));
        assert_eq!(page.attributes("input[checked]", "value"), ["name", "state"], "and is not ticked (P-9)");
        let wanted = [("column", "name"), ("column", "source"), ("purpose", "Partners"), ("format", "csv")];
        let csv = maya.post(&path, &wanted).await;
        let lines: Vec<&str> = csv.body().lines().map(|line| line.rsplit(',').next().unwrap()).collect();
        assert_eq!(lines, ["Link followed", "partner-2", ""]);
    }
}
