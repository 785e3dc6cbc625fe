//! What is of another event or organisation is not there, although its identifier is real (S-2).

use std::collections::BTreeMap;

use axum::http::StatusCode;
use convoke::account;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::event::file;
use convoke::on_both_engines;
use convoke::web::api::{Operation, operations};
use serde_json::{Value as Json, json};
use uuid::Uuid;

use super::{Program, all};
use crate::registrations::register;
use crate::stage::{Answer, ROUNDTABLE, Stage};

const SUMMIT: &str = include_str!("../../samples/summit.toml");

/// What operations take that would be refused without it before anything is looked for.
fn body(operation: &Operation) -> Json {
    let (_, last) = operation.path.rsplit_once('/').unwrap();
    match (operation.method.as_str(), last) {
        ("POST", "notes") => json!({ "text": "Comes late." }),
        ("PUT", "tags") => json!({ "tags": [] }),
        ("POST", "state") => json!({ "state": "confirmed" }),
        ("POST", "move") => json!({ "place": 1 }),
        ("PUT", "{appearance}") => json!({ "role": "speaker" }),
        ("PUT", "{person}") => json!({ "name": "Nino" }),
        _ => Json::Null,
    }
}

/// Asks for `operation` with these in place of what its path names.
async fn ask(program: &Program, operation: &Operation, named: &BTreeMap<&str, String>) -> Answer {
    let steps = operation.path.split('/').map(|step| {
        let name = step.trim_matches(['{', '}']);
        named
            .get(name)
            .filter(|_| step != name)
            .map_or(step, String::as_str)
    });
    let path = steps.collect::<Vec<_>>().join("/");
    let headers = [("if-match", "*")];
    program
        .send(operation.method.as_str(), &path, &headers, &body(operation))
        .await
}

/// The identifier of what `answer` shows, or of the first that it lists.
fn id(answer: &Json) -> String {
    let one = answer.get("items").unwrap_or(answer);
    let one = one.get(0).unwrap_or(one);
    one["id"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"))
        .to_owned()
}

fn said() -> Json {
    json!({ "kind": "announcement", "subject": "Parking", "text": "Behind the house." })
}

on_both_engines! {
    async fn s_02_no_operation_reaches_what_is_real_elsewhere(test: TestDb) {
        let stage = Stage::set(test).await;
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        tx.commit().await.unwrap();
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-roundtable".parse().unwrap();
        stage.save_in(stage.organisation, other.clone()).await;
        other.slug = "thrown-away".parse().unwrap();
        stage.save_in(gulf, other).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let foreign = Program::of_organisation(&stage, gulf, all(Access::Write)).await;
        let beside = stage.about("another-roundtable");
        let there = format!("/api/v1/events/{}", beside.slug);
        let guest = register(&beside, "Rana Haddad", "rana@example.org", "").await.to_string();
        stage.work().await;
        foreign.ask("DELETE", "/api/v1/events/thrown-away", &[], "").await;
        let notes = format!("{there}/registrations/{guest}/notes");
        let nino = json!({ "name": { "en": "Nino" } });
        let mut real = BTreeMap::from([
            ("event", stage.slug.to_string()),
            ("session", "1".to_owned()),
            ("note", id(&program.post(&notes, &json!({ "text": "Comes late." })).await.json())),
            ("registration", guest),
            ("appearance", id(&program.get(&format!("{there}/sessions/1/appearances")).await.json())),
            ("announcement", id(&program.post(&format!("{there}/announcements"), &said()).await.json())),
            ("message", id(&program.get(&format!("{there}/messages")).await.json())),
            ("person", id(&foreign.post("/api/v1/people", &nino).await.json())),
            ("trashed", id(&foreign.get("/api/v1/trash").await.json())),
        ]);
        let made_up: BTreeMap<&str, String> = real
            .iter()
            .map(|(name, value)| match *name {
                "event" | "session" => (*name, value.clone()),
                name => (name, Uuid::from_u128(7).to_string()),
            })
            .collect();
        let operations = operations();
        let parts = ["note", "registration", "appearance", "announcement", "message", "person", "trashed"];
        let about_a_part = operations.iter().filter(|one| {
            parts.iter().any(|part| one.path.contains(&format!("{{{part}}}")))
        });
        let mut asked = 0;
        for operation in about_a_part {
            let answer = ask(&program, operation, &real).await;
            answer.is_problem(StatusCode::NOT_FOUND, "not-found");
            assert_eq!(answer, ask(&program, operation, &made_up).await, "{operation:?}");
            asked += 1;
        }
        assert!(asked > 20, "{asked}");
        // A note of somebody else's, and everything where it is.
        real.insert("registration", register(&stage, "Omar", "omar@example.org", "").await.to_string());
        let take_away = operations.iter().find(|one| one.path.ends_with("{note}")).unwrap();
        ask(&program, take_away, &real).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        assert_eq!(id(&program.get(&notes).await.json()), real["note"]);
        let person = format!("/api/v1/people/{}", real["person"]);
        assert_eq!(foreign.get(&person).await.json()["person"], nino);
        assert_eq!(id(&foreign.get("/api/v1/trash").await.json()), real["trashed"]);
    }

    async fn s_02_whoever_appears_in_one_session_is_not_in_another(test: TestDb) {
        let stage = Stage::set_with(test, file::read(SUMMIT).unwrap()).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let of = |session: u8| format!("/api/v1/events/{}/sessions/{session}/appearances", stage.slug);
        let first = id(&program.get(&of(1)).await.json());
        let named = BTreeMap::from([
            ("event", stage.slug.to_string()),
            ("session", "2".to_owned()),
            ("appearance", first.clone()),
        ]);
        assert_eq!(program.get(&of(2)).await.status, StatusCode::OK, "there is a second session");
        let operations = operations();
        let of_one = operations.iter().filter(|one| one.path.contains("{appearance}"));
        let mut asked = 0;
        for operation in of_one {
            let answer = ask(&program, operation, &named).await;
            answer.is_problem(StatusCode::NOT_FOUND, "not-found");
            asked += 1;
        }
        assert_eq!(asked, 6);
        assert_eq!(id(&program.get(&of(1)).await.json()), first);
    }
}
