//! Events thrown away, brought back, and gone for good (U-11).

use std::collections::BTreeMap;

use chrono::TimeDelta;
use convoke::account::{self, Role};
use convoke::audit::{self, Filter, Scope};
use convoke::base::db::{Engine, Sql, Tx};
use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::{self, CannotSave, SaveOptions, file};
use convoke::on_both_engines;
use convoke::outbox;
use convoke::trash::{self, Thrown};

use crate::people::register;
use crate::stage::{ROUNDTABLE, Stage};

async fn cancel(stage: &Stage) {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let reason = Some(Localised::One("Rain".to_owned()));
    assert!(
        event::cancel(&mut tx, &event, "operator", reason)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

async fn throw_away(stage: &Stage) {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let thrown = trash::throw_away(&mut tx, &event, "operator")
        .await
        .unwrap();
    assert_eq!(thrown, Thrown::Done);
    tx.commit().await.unwrap();
}

on_both_engines! {
    async fn u_11_a_deleted_event_is_nowhere_but_in_the_trash_and_comes_back(test: TestDb) {
        let stage = Stage::set(test).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let before = stage.event().await;
        let page = organiser.get(&stage.page("/delete")).await;
        assert_eq!(page.texts(".danger button"), ["Move to the trash"]);
        let done = organiser.post(&stage.page("/delete"), &[]).await;
        assert_eq!(done.leads_to(), "/organise?done=event-trashed");

        let public = format!("/en/events/{}", stage.slug);
        for path in [&public, &format!("{public}/register"), &stage.page("/figures"),
            &stage.page("/delete"), &stage.page("/log")] {
            assert_eq!(organiser.get(path).await.status, 404, "{path}");
        }
        for path in ["/en/", "/calendar.ics", "/organise"] {
            let list = organiser.get(path).await;
            assert!(!list.body().contains(stage.slug.as_str()), "{path}");
        }
        let file = file::read(ROUNDTABLE).unwrap();
        let (sender, options) = ("x@x.example".parse().unwrap(), SaveOptions::default());
        let mut tx = stage.begin().await;
        let taken =
            event::save(&mut tx, &stage.key, stage.organisation, &sender, file, options).await;
        assert!(matches!(taken, Err(CannotSave::InTrash)), "{taken:?}");
        drop(tx);

        let trash = organiser.get("/organise/trash").await;
        assert_eq!(trash.texts("td[data-label='Gone for good']"), ["in 30 days"]);
        let id = trash.attributes("input[name=event]", "value").remove(0);
        let back = organiser.post("/organise/trash", &[("event", &id)]).await;
        assert_eq!(back.leads_to(), "/organise?done=event-restored");
        let after = stage.event().await;
        assert_eq!((after.details, after.state), (before.details, before.state));
        assert_eq!(organiser.get(&public).await.status, 200);
        assert_eq!(organiser.get("/organise/trash").await.texts(".empty-state h2"),
            ["The trash is empty"]);
    }

    async fn u_11_an_event_that_people_count_on_is_cancelled_first(test: TestDb) {
        let stage = Stage::set(test).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        register(&stage, 1, "en", None, "").await;
        stage.work().await;
        let page = organiser.get(&stage.page("/delete")).await;
        assert!(page.texts(".notice").concat().starts_with("1 person has a place"));
        assert_eq!(organiser.post(&stage.page("/delete"), &[]).await.status, 409);
        cancel(&stage).await;
        let page = organiser.get(&stage.page("/delete")).await;
        assert!(page.texts(".notice").concat().contains("still being told"), "{}", page.body());
        assert_eq!(organiser.post(&stage.page("/delete"), &[]).await.status, 409);
        assert_eq!(stage.work().await.len(), 2, "told of the place and of the cancellation");
        assert_eq!(organiser.get(&stage.page("/delete")).await.texts(".danger li"),
            ["1 registration, withdrawn and declined ones included"]);
        assert_eq!(organiser.post(&stage.page("/delete"), &[]).await.status, 303);
    }

    async fn u_11_over_fifty_people_the_short_name_is_typed(test: TestDb) {
        let stage = Stage::set(test).await;
        for number in 0..51 {
            register(&stage, number, "en", None, "").await;
        }
        // Over, so that nobody has to be told.
        stage.test.clock.set("2022-11-25T18:00:00Z".parse().unwrap());
        let organiser = stage.signed_in(Role::Organiser).await;
        for typed in ["", "another"] {
            let refused = organiser.post(&stage.page("/delete"), &[("slug", typed)]).await;
            assert_eq!(refused.status, 422);
            assert_eq!(refused.attributes("input[name=slug]", "value"), [typed]);
            assert_eq!(refused.texts(".summary li"),
                ["Type the short name of the event as it is written above the field"]);
        }
        let typed = [("slug", stage.slug.as_str())];
        assert_eq!(organiser.post(&stage.page("/delete"), &typed).await.status, 303);
    }

    async fn u_11_no_mail_leaves_about_what_is_in_the_trash(test: TestDb) {
        let stage = Stage::set(test).await;
        register(&stage, 1, "en", None, "").await;
        // Over, so that nobody has to be told.
        stage.test.clock.set("2022-11-25T18:00:00Z".parse().unwrap());
        throw_away(&stage).await;
        assert_eq!(stage.work().await.len(), 0);
        let mut tx = stage.begin().await;
        let waiting = outbox::list(&mut tx, None).await.unwrap();
        assert!(waiting.iter().all(|message| message.state == outbox::MessageState::Suppressed));
    }

    async fn u_11_after_thirty_days_nothing_of_it_is_left(test: TestDb) {
        let stage = Stage::set(test).await;
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-roundtable".parse().unwrap();
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        tx.commit().await.unwrap();
        stage.save_in(gulf, other).await;
        let rows_before = rows(&mut stage.begin().await).await;

        let event = stage.event().await;
        let only = Some(event.id);
        stage.employ_in(stage.organisation, "h@x.example", only, Role::Assistant).await;
        for number in 0..3 {
            register(&stage, number, "en", Some("LCPS"), "ndi").await;
        }
        cancel(&stage).await;
        stage.work().await;
        let doomed = rows(&mut stage.begin().await).await;
        assert!(doomed["message"] > rows_before["message"]);
        throw_away(&stage).await;
        stage.test.clock.advance(TimeDelta::days(30) - TimeDelta::seconds(1));
        stage.work().await;
        assert!(trash_holds(&stage).await, "a second early");
        stage.test.clock.advance(TimeDelta::seconds(1));
        stage.work().await;
        assert!(!trash_holds(&stage).await);

        let mut left = rows(&mut stage.begin().await).await;
        let mut expected = rows_before.clone();
        for (table, rows) in &mut expected {
            match table.as_str() {
                // The other organisation's event stays, and people in the directory.
                "event" | "session" | "host" | "appearance" | "meeting" => *rows /= 2,
                "organiser" => *rows += 1,
                "audit_line" => *rows = left[table],
                _ => {}
            }
        }
        left.retain(|table, _| expected.contains_key(table));
        assert_eq!(left, expected);
        let mut tx = stage.begin().await;
        let scope = Scope::Organisation(stage.organisation.uuid());
        let page = audit::page(&mut tx, scope, &Filter::default()).await.unwrap();
        let actions: Vec<&str> = page.lines.iter().map(|line| line.action.as_str()).collect();
        assert_eq!(actions, ["event_removed"]);
        let (scope, all) = (Scope::Event(event.id.uuid()), Filter::default());
        assert_eq!(audit::page(&mut tx, scope, &all).await.unwrap().lines, []);
    }

    async fn u_11_whatever_hangs_on_an_event_is_known_to_the_emptying(test: TestDb) {
        let emptying = concat!(
            include_str!("../../src/trash/emptying/store.rs"),
            include_str!("../../src/registration/removal/store.rs"),
        );
        let mut tx = test.begin().await.unwrap();
        let statement = match test.engine() {
            Engine::Sqlite => Sql::new(
                "SELECT m.name AS child, f.\"table\" AS parent
                 FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
                "",
            ),
            Engine::Postgres => Sql::new(
                "",
                "SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent
                 FROM pg_constraint WHERE contype = 'f'",
            ),
        };
        let links: Vec<(String, String)> = tx.query(statement).fetch_all().await.unwrap();
        let mut hanging = vec!["event".to_owned()];
        while let Some((child, _)) = links.iter().find(|(child, parent)| {
            hanging.contains(parent) && !hanging.contains(child)
        }) {
            hanging.push(child.clone());
        }
        assert!(hanging.len() > 8, "{hanging:?}");
        for table in &hanging {
            let removal = format!("DELETE FROM {table} WHERE");
            assert!(emptying.contains(&removal), "src/trash/emptying leaves {table} behind");
        }
    }

    async fn s_01_nobody_brings_back_what_is_not_theirs(test: TestDb) {
        let stage = Stage::set(test).await;
        throw_away(&stage).await;
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        let id = trash::of_organisation(&mut tx, stage.organisation).await.unwrap().remove(0).id;
        tx.commit().await.unwrap();
        let sami = stage.employ_in(gulf, "sami@gulf.example", None, Role::Owner).await;
        let foreigner = stage.browser_of(&sami).await;
        let foreign = foreigner.post("/organise/trash", &[("event", &id.to_string())]).await;
        assert_eq!(foreign.status, 404);
        assert_eq!(foreigner.get("/organise/trash").await.texts("tbody tr").len(), 0);
        assert!(trash_holds(&stage).await);
    }
}

async fn trash_holds(stage: &Stage) -> bool {
    let mut tx = stage.begin().await;
    let trash = trash::of_organisation(&mut tx, stage.organisation)
        .await
        .unwrap();
    !trash.is_empty()
}

/// How many rows each table has.
async fn rows(tx: &mut Tx) -> BTreeMap<String, i64> {
    let tables = [
        "event",
        "session",
        "host",
        "person",
        "appearance",
        "meeting",
        "registration",
        "invitation",
        "consent",
        "submission",
        "message",
        "audit_line",
        "announcement",
        "appearance_invitation",
        "membership",
        "organiser",
    ];
    let mut rows = BTreeMap::new();
    for table in tables {
        let text: &'static str = format!("SELECT count(*) FROM {table}").leak();
        let (count,): (i64,) = tx.query(Sql::new(text, text)).fetch_one().await.unwrap();
        rows.insert(table.to_owned(), count);
    }
    rows
}
