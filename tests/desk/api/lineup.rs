//! Single appearances by programs: the same changes as on the board.

use axum::http::StatusCode;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use serde_json::{Value as Json, json};

use super::{Program, all, only};
use crate::stage::{Answer, Stage};

fn lineup(stage: &Stage) -> String {
    format!("/api/v1/events/{}/sessions/1/appearances", stage.slug)
}

/// Those of the first session, by their English names, with what has become of them.
async fn names(program: &Program, stage: &Stage) -> Vec<(String, String)> {
    let all = program.get(&lineup(stage)).await.json();
    let text = |one: &Json| one.as_str().unwrap_or("confirmed").to_owned();
    let all = all.as_array().unwrap().iter().map(|one| &one["appearance"]);
    all.map(|one| (text(&one["name"]["en"]), text(&one["state"])))
        .collect()
}

/// Asks for a change of the event's present revision.
async fn ask(stage: &Stage, program: &Program, how: (&str, &str), body: &Json) -> Answer {
    let tag = format!("\"{}\"", stage.event().await.revision);
    program
        .send(how.0, how.1, &[("if-match", &tag)], body)
        .await
}

fn own(answer: &Answer) -> String {
    let address = answer.header("location");
    address
        .strip_prefix("https://events.example.org")
        .unwrap()
        .to_owned()
}

on_both_engines! {
    async fn u_12_somebody_is_put_into_a_session_moved_asked_and_removed(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let all = lineup(&stage);
        let nino = json!({ "role": "speaker", "state": "idea", "name": { "en": "Nino Beridze" },
            "email": "nino@speakers.example" });
        let blind = program.post(&all, &nino).await;
        blind.is_problem(StatusCode::PRECONDITION_REQUIRED, "needs-match");
        let added = ask(&stage, &program, ("POST", &all), &nino).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.body());
        assert_eq!(added.json()["appearance"], nino);
        let nino = own(&added);
        let read = program.get(&nino).await;
        assert_eq!((read.json(), read.header("etag")), (added.json(), added.header("etag")));
        let page = format!("/en/events/{}", stage.slug);
        assert!(!stage.stranger().get(&page).await.body().contains("Nino"), "not agreed yet");
        let moved = ask(&stage, &program, ("POST", &format!("{nino}/move")), &json!({ "place": 1 })).await;
        assert_eq!(moved.status, StatusCode::OK, "{}", moved.body());
        let order: Vec<String> = names(&program, &stage).await.into_iter().map(|(name, _)| name).collect();
        assert_eq!(order, ["Ali Taha", "Nino Beridze", "Tinatin Khidasheli", "Julien Courson", "Layal Bou Moussa"]);
        let asked = ask(&stage, &program, ("POST", &format!("{nino}/invite")), &Json::Null).await;
        assert_eq!(asked.json()["appearance"]["state"], json!("invited"), "{}", asked.body());
        let mails = stage.work().await;
        assert!(mails.iter().any(|mail| mail.to.contains("nino@speakers.example")), "she is asked");
        let state = json!({ "state": "confirmed" });
        ask(&stage, &program, ("POST", &format!("{nino}/state")), &state).await;
        assert!(stage.stranger().get(&page).await.body().contains("Nino"), "she has agreed");
        let other = json!({ "role": "keynote", "name": { "en": "Nino Beridze" },
            "email": "nino@speakers.example", "state": "confirmed" });
        let changed = ask(&stage, &program, ("PUT", &nino), &other).await;
        assert_eq!((changed.status, &changed.json()["appearance"]), (StatusCode::OK, &other));
        let late = program.send("PUT", &nino, &[("if-match", added.header("etag"))], &other).await;
        late.is_problem(StatusCode::PRECONDITION_FAILED, "overtaken");
        let gone = ask(&stage, &program, ("DELETE", &nino), &Json::Null).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT);
        program.get(&nino).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        assert_eq!(names(&program, &stage).await.len(), 4);
    }

    async fn whoever_is_put_in_twice_under_one_key_is_there_once(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let tag = format!("\"{}\"", stage.event().await.revision);
        let headers = [("if-match", tag.as_str()), ("idempotency-key", "nino")];
        let nino = json!({ "role": "speaker", "name": "Nino" });
        let first = program.send("POST", &lineup(&stage), &headers, &nino).await;
        // The revision is another one by now; what was done is answered all the same.
        let again = program.send("POST", &lineup(&stage), &headers, &nino).await;
        assert_eq!((again.status, again.json()), (StatusCode::CREATED, first.json()));
        assert_eq!(names(&program, &stage).await.len(), 5);
    }

    async fn f_08_the_directory_says_what_is_left_out_and_only_to_whom_it_is_for(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let nino = json!({ "name": { "en": "Nino" }, "position": "Director", "email": "nino@speakers.example" });
        let known = program.post("/api/v1/people", &nino).await.json()["id"].clone();
        let chosen = json!({ "person": known, "role": "moderator", "position": "Chair" });
        let added = ask(&stage, &program, ("POST", &lineup(&stage)), &chosen).await.json();
        let stated = json!({ "role": "moderator", "name": { "en": "Nino" }, "position": "Chair",
            "email": "nino@speakers.example", "state": "idea" });
        assert_eq!((&added["person"], &added["appearance"]), (&known, &stated));
        let one_event = Program::of(&stage, only(&stage, Access::Write).await).await;
        let refused = ask(&stage, &one_event, ("POST", &lineup(&stage)), &chosen).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(refused.json()["errors"][0]["pointer"], json!("#/person"));
        let seen = one_event.get(&lineup(&stage)).await.json();
        assert!(seen.as_array().unwrap().iter().all(|one| one["person"].is_null()));
    }

    async fn f_08_nobody_is_public_who_was_not_said_to_have_agreed(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let nino = json!({ "role": "speaker", "name": { "en": "Nino Beridze" } });
        let added = ask(&stage, &program, ("POST", &lineup(&stage)), &nino).await;
        assert_eq!(added.json()["appearance"]["state"], json!("idea"), "{}", added.body());
        let page = format!("/en/events/{}", stage.slug);
        assert!(!stage.stranger().get(&page).await.body().contains("Nino"));
        let own = own(&added);
        let mut anew = nino;
        anew["position"] = json!("Director");
        for state in ["idea", "invited", "declined", "confirmed"] {
            ask(&stage, &program, ("POST", &format!("{own}/state")), &json!({ "state": state })).await;
            let stated = ask(&stage, &program, ("PUT", &own), &anew).await;
            assert_eq!(stated.json()["appearance"]["state"], json!(state), "{}", stated.body());
        }
        anew["id"] = json!("another");
        let refused = ask(&stage, &program, ("PUT", &own), &anew).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(refused.json()["errors"][0]["pointer"], json!("#/id"));
    }

    async fn s_32_no_appearance_tells_a_link_or_names_another_session(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let link = "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0";
        let telling = json!({ "role": "speaker", "bio": { "en": format!("Join at {link}") } });
        let refused = ask(&stage, &program, ("POST", &lineup(&stage)), &telling).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(refused.json()["errors"][0]["pointer"], json!("#/bio/en"));
        assert!(!program.get(&lineup(&stage)).await.body().contains("zoom.example"));
        let named = json!({ "id": "1", "role": "speaker" });
        let refused = ask(&stage, &program, ("POST", &lineup(&stage)), &named).await;
        assert_eq!(refused.json()["errors"][0]["path"], json!("id"));
        let first = program.get(&lineup(&stage)).await.json()[0]["id"].as_str().unwrap().to_owned();
        let elsewhere = lineup(&stage).replace("/sessions/1/", "/sessions/2/");
        program.get(&elsewhere).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        let elsewhere = format!("{elsewhere}/{first}");
        program.get(&elsewhere).await.is_problem(StatusCode::NOT_FOUND, "not-found");
    }
}
