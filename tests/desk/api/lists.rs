//! What programs write down about registrations, lists that they bring, and the trash.

use axum::http::StatusCode;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::event::{Rules, file};
use convoke::on_both_engines;
use serde_json::{Value as Json, json};

use super::{Program, all, only};
use crate::registrations::register;
use crate::stage::{Answer, ROUNDTABLE, Stage};

fn path(stage: &Stage, rest: &str) -> String {
    format!("/api/v1/events/{}{rest}", stage.slug)
}

async fn import(program: &Program, path: &str, list: &str) -> Answer {
    program
        .ask("POST", path, &[("content-type", "text/csv")], list)
        .await
}

on_both_engines! {
    async fn notes_and_tags_are_written_down_for_organisers(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let rana = register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let own = path(&stage, &format!("/registrations/{rana}"));
        let notes = format!("{own}/notes");
        let key = [("idempotency-key", "n")];
        let text = json!({ "text": "Comes late.\nNeeds a chair." });
        let made = program.send("POST", &notes, &key, &text).await;
        assert_eq!((made.status, &made.json()["text"]), (StatusCode::CREATED, &text["text"]));
        program.send("POST", &notes, &key, &text).await;
        assert_eq!(program.get(&notes).await.json(), json!([made.json()]), "once");
        for wrong in [" ".to_owned(), "x".repeat(2_001)] {
            let refused = program.post(&notes, &json!({ "text": wrong })).await;
            refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
            assert_eq!(refused.json()["errors"][0]["pointer"], json!("#/text"));
        }
        let note = made.header("location").strip_prefix("https://events.example.org").unwrap();
        assert_eq!(program.ask("DELETE", note, &[], "").await.status, StatusCode::NO_CONTENT);
        program.ask("DELETE", note, &[], "").await.is_problem(StatusCode::NOT_FOUND, "not-found");
        let tagged = program.send("PUT", &format!("{own}/tags"), &[], &json!({ "tags": ["press", "VIP", "vip"] })).await;
        assert_eq!(tagged.json()["tags"], json!(["press", "VIP"]), "{}", tagged.body());
        let found = program.get(&path(&stage, "/registrations?tag=press")).await.json();
        assert_eq!(found["items"].as_array().unwrap().len(), 1);
    }

    async fn p_18_notes_of_a_confidential_event_are_read_by_no_program_that_only_reads(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.rules = Some(Rules::ChathamHouse);
        let stage = Stage::set_with(test, details).await;
        let rana = register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let notes = path(&stage, &format!("/registrations/{rana}/notes"));
        let read = Program::of(&stage, all(Access::Read)).await;
        read.get(&notes).await.is_problem(StatusCode::FORBIDDEN, "confidential");
        let write = Program::of(&stage, all(Access::Write)).await;
        assert_eq!(write.get(&notes).await.status, StatusCode::OK);
    }

    async fn u_13_a_list_is_added_whole_or_not_at_all(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let imports = path(&stage, "/imports?mode=online");
        let count = async || {
            let all = program.get(&path(&stage, "/registrations")).await.json();
            all["items"].as_array().unwrap().len()
        };
        let faulty = "Name,E-mail,Language\nOmar,omar@example.org,en\nLina,nowhere,en\nMaya,omar@example.org,tlh\n";
        let arabic = [("content-type", "text/csv"), ("accept-language", "ar")];
        let refused = program.ask("POST", &imports, &arabic, faulty).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        let said = refused.json();
        let errors = said["errors"].as_array().unwrap().iter();
        let told: Vec<_> = errors.map(|one| (one["line"].clone(), one["path"].clone())).collect();
        let expected = [(3, "E-mail"), (4, "E-mail"), (4, "Language")];
        assert_eq!(told, expected.map(|(line, path)| (json!(line), json!(path))), "{said}");
        assert!(said["errors"][0]["detail"].as_str().unwrap().contains("اكتب"), "{said}");
        assert_eq!(count().await, 1, "not even Omar");
        let list = "Name,E-mail\nOmar,omar@example.org\nRana,rana@example.org\n";
        let looked = import(&program, &format!("{imports}&preview=true"), list).await.json();
        assert_eq!(looked, json!({ "rows": 2, "added": 1, "known": 1, "gone": 0 }));
        assert_eq!(count().await, 1, "looked at only");
        assert_eq!(import(&program, &imports, list).await.json(), looked);
        assert_eq!(count().await, 2);
        let again = import(&program, &imports, list).await.json();
        assert_eq!(again, json!({ "rows": 2, "added": 0, "known": 2, "gone": 0 }));
        let json_instead = program.post(&imports, &json!([])).await;
        json_instead.is_problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-csv");
        program.post(&path(&stage, "/close"), &Json::Null).await;
        let more = "Name,E-mail\nLina,lina@example.org\n";
        import(&program, &imports, more).await.is_problem(StatusCode::CONFLICT, "closed");
        let beyond = import(&program, &format!("{imports}&beyond_terms=true"), more).await;
        assert_eq!(beyond.json()["added"], json!(1), "{}", beyond.body());
    }

    async fn u_13_a_list_sent_again_under_its_key_brings_nobody_back(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let imports = path(&stage, "/imports?mode=online");
        let list = "Name,E-mail\nOmar,omar@example.org\n";
        let sent = async |key: &str, path: &str| {
            let headers = [("content-type", "text/csv"), ("idempotency-key", key)];
            program.ask("POST", path, &headers, list).await
        };
        assert_eq!(sent("monday", &imports).await.json()["added"], json!(1));
        let all = path(&stage, "/registrations");
        let omar = program.get(&all).await.json()["items"][0]["id"].clone();
        let left = format!("{all}/{}/withdraw", omar.as_str().unwrap());
        assert_eq!(program.post(&left, &Json::Null).await.json()["state"], json!("cancelled"));
        let again = sent("monday", &imports).await;
        assert_eq!((again.status, &again.json()["added"]), (StatusCode::OK, &json!(0)));
        let confirmed = async || {
            let found = program.get(&format!("{all}?state=confirmed")).await.json();
            found["items"].as_array().unwrap().len()
        };
        assert_eq!(confirmed().await, 0, "he has withdrawn");
        let other = sent("monday", &format!("{imports}&beyond_terms=true")).await;
        other.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "key-reused");
        assert_eq!(sent("tuesday", &imports).await.json()["added"], json!(1));
        assert_eq!(confirmed().await, 1, "somebody else sends him");
    }

    async fn u_11_what_was_thrown_away_comes_back_as_it_was(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let own = path(&stage, "");
        let before = program.get(&own).await.json();
        assert_eq!(program.ask("DELETE", &own, &[], "").await.status, StatusCode::NO_CONTENT);
        let trash = program.get("/api/v1/trash").await.json();
        assert_eq!(trash["items"][0]["slug"], json!(stage.slug.as_str()));
        let id = trash["items"][0]["id"].as_str().unwrap();
        let restore = format!("/api/v1/trash/{id}/restore");
        let back = program.post(&restore, &Json::Null).await;
        assert_eq!(back.status, StatusCode::OK, "{}", back.body());
        assert_eq!((&back.json()["id"], &back.json()["event"]), (&before["id"], &before["event"]));
        program.post(&restore, &Json::Null).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        assert_eq!(program.get("/api/v1/trash").await.json()["items"], json!([]));
    }
}
