//! The people's directory by programs.

use axum::http::StatusCode;
use convoke::account;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use serde_json::{Value as Json, json};

use super::{Program, all, only};
use crate::stage::Stage;

const PEOPLE: &str = "/api/v1/people";

fn nino() -> Json {
    json!({
        "name": { "en": "Nino Beridze", "ka": "ნინო ბერიძე" },
        "organisation": { "en": "Water Watch" },
        "email": "nino@speakers.example",
    })
}

on_both_engines! {
    async fn somebody_is_entered_once_found_changed_and_removed(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let key = [("idempotency-key", "nino-1")];
        let made = program.send("POST", PEOPLE, &key, &nino()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body());
        assert_eq!(made.json()["person"], nino());
        let again = program.send("POST", PEOPLE, &key, &nino()).await;
        assert_eq!((again.status, again.json()), (StatusCode::CREATED, made.json()));
        program.post(PEOPLE, &nino()).await.is_problem(StatusCode::CONFLICT, "name-taken");
        let own = made.header("location").strip_prefix("https://events.example.org").unwrap();
        let tag = program.get(own).await.header("etag").to_owned();
        let unchanged = program.ask("GET", own, &[("if-none-match", &tag)], "").await;
        assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED);
        let mut other = nino();
        other["position"] = json!("Director");
        let blind = program.send("PUT", own, &[], &other).await;
        blind.is_problem(StatusCode::PRECONDITION_REQUIRED, "needs-match");
        let changed = program.send("PUT", own, &[("if-match", &tag)], &other).await;
        assert_eq!((changed.status, &changed.json()["person"]), (StatusCode::OK, &other));
        let late = program.send("PUT", own, &[("if-match", &tag)], &nino()).await;
        late.is_problem(StatusCode::PRECONDITION_FAILED, "overtaken");
        assert_eq!(late.header("etag"), changed.header("etag"));
        let log = stage.signed_in(account::Role::Owner).await.get("/organise/log").await;
        assert!(log.body().contains("The program web site"), "the log names it");
        program.ask("DELETE", own, &[], "").await.is_problem(StatusCode::PRECONDITION_REQUIRED, "needs-match");
        let late = program.ask("DELETE", own, &[("if-match", &tag)], "").await;
        late.is_problem(StatusCode::PRECONDITION_FAILED, "overtaken");
        let gone = program.ask("DELETE", own, &[("if-match", changed.header("etag"))], "").await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        program.get(own).await.is_problem(StatusCode::NOT_FOUND, "not-found");
    }

    async fn the_directory_comes_page_by_page_and_to_its_own_organisation(test: TestDb) {
        let stage = Stage::set(test).await;
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        tx.commit().await.unwrap();
        let program = Program::of(&stage, all(Access::Write)).await;
        let foreign = Program::of_organisation(&stage, gulf, all(Access::Write)).await;
        let made = program.post(PEOPLE, &nino()).await.json();
        let names = |page: &Json| -> Vec<String> {
            let items = page["items"].as_array().unwrap().iter();
            items.map(|one| one["person"]["name"]["en"].as_str().unwrap().to_owned()).collect()
        };
        // The roundtable's own are in the directory, in the order of its line-up.
        let first = program.get(&format!("{PEOPLE}?limit=4")).await.json();
        let roundtable = ["Ali Taha", "Tinatin Khidasheli", "Julien Courson", "Layal Bou Moussa"];
        assert_eq!(names(&first), roundtable);
        let next = first["next"].as_str().unwrap().strip_prefix("https://events.example.org").unwrap();
        let last = program.get(next).await.json();
        assert_eq!((names(&last), &last["next"]), (vec!["Nino Beridze".to_owned()], &Json::Null));
        assert_eq!(names(&program.get(&format!("{PEOPLE}?q=water+watch")).await.json()), ["Nino Beridze"]);
        let own = format!("{PEOPLE}/{}", made["id"].as_str().unwrap());
        assert_eq!(foreign.get(PEOPLE).await.json()["items"], json!([]));
        foreign.get(&own).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        foreign.ask("DELETE", &own, &[], "").await.is_problem(StatusCode::NOT_FOUND, "not-found");
        // Whoever appears stays.
        let ali = first["items"][0]["id"].as_str().unwrap();
        let refused = program.ask("DELETE", &format!("{PEOPLE}/{ali}"), &[("if-match", "*")], "").await;
        refused.is_problem(StatusCode::CONFLICT, "appears");
        let one_event = Program::of(&stage, only(&stage, Access::Write).await).await;
        one_event.get(PEOPLE).await.is_problem(StatusCode::NOT_FOUND, "not-found");
    }
}
