//! What programs say to many, and the plan that they keep back (U-10, U-11).

use axum::http::StatusCode;
use convoke::account::api_token::{Access, Scope};
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use serde_json::{Value as Json, json};

use super::{Program, only};
use crate::registrations::register;
use crate::stage::Stage;

fn path(stage: &Stage, rest: &str) -> String {
    format!("/api/v1/events/{}{rest}", stage.slug)
}

fn parking() -> Json {
    json!({
        "kind": "announcement",
        "subject": { "en": "Where to park", "ar": "أين تقف السيارة" },
        "text": { "en": "Behind the house.", "ar": "خلف المبنى." },
        "to": "confirmed",
    })
}

on_both_engines! {
    async fn u_11_what_is_said_to_many_is_looked_at_said_once_and_stopped(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        stage.work().await;
        let all = path(&stage, "/announcements");
        let preview = program.post(&format!("{all}/preview"), &parking()).await;
        assert_eq!(preview.status, StatusCode::OK, "{}", preview.body());
        let preview = preview.json();
        assert_eq!((&preview["recipients"], &preview["by_language"]), (&json!(1), &json!({ "en": 1 })));
        assert_eq!(program.get(&all).await.json()["items"], json!([]), "nothing was done");
        let key = [("idempotency-key", "parking")];
        let said = program.send("POST", &all, &key, &parking()).await;
        assert_eq!(said.status, StatusCode::CREATED, "{}", said.body());
        assert_eq!((&said.json()["state"], &said.json()["announcement"]), (&json!("waits"), &parking()));
        let again = program.send("POST", &all, &key, &parking()).await;
        assert_eq!((again.status, &again.json()["id"]), (StatusCode::CREATED, &said.json()["id"]));
        program.post(&all, &parking()).await.is_problem(StatusCode::CONFLICT, "announced");
        let mails = stage.work().await;
        let told = mails.iter().filter(|mail| mail.subject.contains("park"));
        assert_eq!(told.count(), 1);
        let own = format!("{all}/{}", said.json()["id"].as_str().unwrap());
        let gone = program.get(&own).await.json();
        assert_eq!((&gone["state"], &gone["sent"]), (&json!("gone"), &json!(1)), "{gone}");
        let stop = async |own: &str| program.post(&format!("{own}/stop"), &Json::Null).await;
        stop(&own).await.is_problem(StatusCode::CONFLICT, "state");
        let repeated = program.post(&format!("{all}?again=true"), &parking()).await.json();
        let repeated = format!("{all}/{}", repeated["id"].as_str().unwrap());
        assert_eq!(stop(&repeated).await.json()["state"], json!("stopped"));
        let before = stage.work().await.len();
        assert_eq!(before, mails.len(), "it went nowhere");
        let items = program.get(&format!("{all}?limit=1")).await.json();
        assert_eq!(items["items"][0]["state"], json!("stopped"), "the last one first");
        assert!(items["next"].is_string());
    }

    async fn u_11_many_are_told_where_the_event_is_named_once_more(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let all = path(&stage, "/announcements");
        let needs = async || {
            let preview = program.post(&format!("{all}/preview"), &parking()).await.json();
            (preview["recipients"].clone(), preview["needs_confirm"].clone())
        };
        for number in 0..50 {
            register(&stage, "Rana Haddad", &format!("rana-{number}@example.org"), "").await;
        }
        assert_eq!(needs().await, (json!(50), json!(false)));
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        assert_eq!(needs().await, (json!(51), json!(true)));
        for wrong in ["", "?confirm=", "?confirm=another-roundtable"] {
            let refused = program.post(&format!("{all}{wrong}"), &parking()).await;
            refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
            assert_eq!(refused.json()["errors"][0]["path"], json!("confirm"));
        }
        assert_eq!(program.get(&all).await.json()["items"], json!([]), "nobody is told");
        let named = format!("{all}?confirm={}", stage.slug);
        let key = [("idempotency-key", "parking")];
        let said = program.send("POST", &named, &key, &parking()).await;
        assert_eq!(said.status, StatusCode::CREATED, "{}", said.body());
        let other = program.send("POST", &format!("{named}&again=true"), &key, &parking()).await;
        other.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "key-reused");
    }

    async fn s_32_an_announcement_with_a_link_is_refused(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let mut telling = parking();
        telling["text"]["en"] = json!("Join at https://zoom.example/j/86512345678?pwd=c2Vj,cmV0");
        telling["recording"] = json!("https://films.example/1");
        for address in ["/announcements", "/announcements/preview"] {
            let refused = program.post(&path(&stage, address), &telling).await;
            refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
            let said = refused.json();
            let errors = said["errors"].as_array().unwrap().iter();
            let mut pointers: Vec<&str> = errors.map(|one| one["pointer"].as_str().unwrap()).collect();
            pointers.sort_unstable();
            assert_eq!(pointers, ["#/recording", "#/text/en"], "{said}");
        }
    }

    async fn s_32_a_recording_is_told_to_tokens_that_are_told_links(test: TestDb) {
        let stage = Stage::set(test).await;
        let blind = only(&stage, Access::Write).await;
        let told = Scope {
            shows_links: true,
            ..blind.clone()
        };
        let (blind, told) = (Program::of(&stage, blind).await, Program::of(&stage, told).await);
        let film = json!({ "kind": "follow_up", "subject": "Thank you", "text": "See you.",
            "recording": "https://films.example/Qx7Zr2Lm9Vt4" });
        let all = path(&stage, "/announcements");
        let said = blind.post(&all, &film).await;
        assert_eq!(said.status, StatusCode::CREATED, "{}", said.body());
        assert!(!said.body().contains("films.example"));
        assert!(!blind.get(&all).await.body().contains("films.example"));
        assert!(told.get(&all).await.body().contains("films.example"));
    }

    async fn u_10_mails_of_the_plan_are_kept_back_and_let_go(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let plan = async || program.get(&path(&stage, "/plan")).await.json();
        let link = |plan: &Json| {
            let mut all = plan.as_array().unwrap().iter();
            all.find(|one| one["kind"] == json!("link")).unwrap().clone()
        };
        let planned = link(&plan().await);
        assert_eq!((&planned["mail"], &planned["wait"]), (&json!("link"), &Json::Null), "{planned}");
        let say = async |say: &str| {
            let said = json!({ "mail": planned["mail"], "mark": planned["mark"],
                "moment": planned["moment"], "say": say });
            program.post(&path(&stage, "/plan/hold"), &said).await
        };
        assert_eq!(say("held").await.status, StatusCode::NO_CONTENT);
        assert_eq!(link(&plan().await)["wait"], json!("held"));
        say("skipped").await.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(say("resumed").await.status, StatusCode::NO_CONTENT);
        assert_eq!(link(&plan().await)["wait"], Json::Null);
        let never = json!({ "mail": "reminder", "mark": 7, "moment": "2022-11-25T00:00:00Z", "say": "held" });
        let refused = program.post(&path(&stage, "/plan/hold"), &never).await;
        refused.is_problem(StatusCode::CONFLICT, "state");
    }
}
