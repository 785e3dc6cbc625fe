//! The document of the API, and what is told of it to people.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::StatusCode;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::web::api::{openapi, operations};
use serde_json::{Value as Json, json};

use super::{Program, all};
use crate::golden::assert_is_golden;
use crate::stage::Stage;

fn document() -> Json {
    serde_json::from_str(openapi()).unwrap()
}

#[test]
fn the_document_is_as_it_was_looked_at_last() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/openapi.json");
    assert_is_golden(&golden, openapi());
}

#[test]
fn every_operation_stands_in_the_document_and_no_other() {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let told = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().keys();
        methods.map(move |method| format!("{} {path}", method.to_uppercase()))
    });
    let there = operations();
    let there = there
        .iter()
        .map(|one| format!("{} {}", one.method, one.path));
    assert_eq!(
        told.collect::<BTreeSet<_>>(),
        there.collect::<BTreeSet<_>>()
    );
}

#[test]
fn whatever_the_document_refers_to_stands_in_it() {
    let (document, text) = (document(), openapi());
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(
            document["components"]["schemas"][name].is_object(),
            "{name}"
        );
    }
}

/// That `answer` has the keys that the document says of `schema`, and no others.
fn has_the_keys_of(schema: &str, answer: &Json) {
    let document = document();
    let schema = &document["components"]["schemas"][schema];
    let keys =
        |json: &Json| -> BTreeSet<String> { json.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(keys(answer), keys(&schema["properties"]), "{answer}");
}

on_both_engines! {
    async fn answers_are_as_the_document_says(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let own = format!("/api/v1/events/{}", stage.slug);
        let get = async |path: &str| program.get(path).await.json();
        has_the_keys_of("Token", &get("/api/v1/token").await);
        let page = get("/api/v1/events").await;
        let own_keys: Vec<&String> = page.as_object().unwrap().keys().collect();
        assert_eq!(own_keys, ["items", "next"]);
        has_the_keys_of("Event", &page["items"][0]);
        let rana = json!({ "name": "Rana", "email": "rana@example.org", "mode": "online" });
        let rana = program.post(&format!("{own}/registrations"), &rana).await.json();
        has_the_keys_of("Registration", &rana);
        let messages = get(&format!("{own}/messages")).await;
        has_the_keys_of("Message", &messages["items"][0]);
        has_the_keys_of("Figures", &get(&format!("{own}/figures")).await);
        let note = json!({ "text": "Comes late." });
        let notes = format!("{own}/registrations/{}/notes", rana["id"].as_str().unwrap());
        has_the_keys_of("Note", &program.post(&notes, &note).await.json());
        has_the_keys_of("Person", &get("/api/v1/people").await["items"][0]);
        has_the_keys_of("PlacedAppearance", &get(&format!("{own}/sessions/1/appearances")).await[0]);
        has_the_keys_of("PlannedMails", &get(&format!("{own}/plan")).await[0]);
        let said = json!({ "kind": "announcement", "subject": "Parking", "text": "Behind the house." });
        let all = format!("{own}/announcements");
        has_the_keys_of("AnnouncementPreview", &program.post(&format!("{all}/preview"), &said).await.json());
        has_the_keys_of("Announced", &program.post(&all, &said).await.json());
        let csv = [("content-type", "text/csv")];
        let omar = "Name,E-mail\nOmar,omar@example.org\n";
        let list = program.ask("POST", &format!("{own}/imports?mode=online"), &csv, omar).await;
        has_the_keys_of("Import", &list.json());
        let document = document();
        let stated = document["components"]["schemas"]["EventFile"]["properties"].as_object().unwrap();
        for key in page["items"][0]["event"].as_object().unwrap().keys() {
            assert!(stated.contains_key(key), "{key}");
        }
    }

    async fn everybody_may_read_what_can_be_asked(test: TestDb) {
        let stage = Stage::set(test).await;
        let stranger = stage.stranger();
        let served = stranger.get("/api/openapi.json").await;
        assert_eq!((served.status, served.body()), (StatusCode::OK, openapi()));
        assert_eq!(served.header("content-type"), "application/json");
        let arabic = [("accept-language", "ar")];
        let led = stranger.ask("GET", "/api", &arabic, "").await;
        assert_eq!(led.leads_to(), "/ar/api");
        for language in ["en", "fr", "ar", "ka", "ru"] {
            let page = stranger.get(&format!("/{language}/api")).await;
            assert_eq!(page.status, StatusCode::OK);
            let told = page.texts("main dt code");
            for operation in operations() {
                let operation = format!("{} {}", operation.method, operation.path);
                assert!(told.contains(&operation), "{operation}");
            }
            assert!(page.attributes("main dt", "id").contains(&"not-found".to_owned()));
            assert_eq!(page.texts("main script"), [] as [&str; 0]);
        }
        assert_eq!(stranger.get("/tlh/api").await.status, StatusCode::NOT_FOUND);
    }
}
