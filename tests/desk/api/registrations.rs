//! Registrations by programs: by the same admission as everybody's, found page by page, decided on, and
//! noted at the door; and what is mailed to them.

use axum::http::StatusCode;
use convoke::account::api_token::{Access, Scope};
use convoke::base::testing::TestDb;
use convoke::event::{Capacity, Details, Rules, file};
use convoke::on_both_engines;
use convoke::registration::RegistrationState;
use serde_json::{Value as Json, json};

use super::{Program, all, only};
use crate::stage::{ROUNDTABLE, Stage};

/// The roundtable with one place of each kind, and a list for all others.
fn small() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.terms.capacity = Some(Capacity {
        online: Some(1),
        in_person: Some(1),
    });
    details.terms.waitlist = Some(true);
    details
}

fn somebody(name: &str) -> Json {
    json!({ "name": name, "email": format!("{name}@example.org"), "mode": "online" })
}

fn path(stage: &Stage, rest: &str) -> String {
    format!("/api/v1/events/{}{rest}", stage.slug)
}

async fn states(program: &Program, path: &str) -> Vec<(String, String)> {
    let page = program.get(path).await.json();
    let text = |one: &Json, key: &str| one[key].as_str().unwrap().to_owned();
    let items = page["items"].as_array().unwrap().iter();
    items
        .map(|one| (text(one, "name"), text(one, "state")))
        .collect()
}

on_both_engines! {
    async fn r_02_programs_register_by_the_same_terms_as_everybody(test: TestDb) {
        let stage = Stage::set_with(test, small()).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let all = path(&stage, "/registrations");
        let key = [("idempotency-key", "rana-1")];
        let rana = program.send("POST", &all, &key, &somebody("rana")).await;
        assert_eq!(rana.status, StatusCode::CREATED, "{}", rana.body());
        assert_eq!(rana.json()["state"], json!("confirmed"));
        let own = rana.header("location").strip_prefix("https://events.example.org").unwrap();
        assert_eq!(program.get(own).await.json(), rana.json());
        let again = program.send("POST", &all, &key, &somebody("rana")).await;
        assert_eq!((again.status, again.json()), (StatusCode::CREATED, rana.json()));
        program.post(&all, &somebody("rana")).await.is_problem(StatusCode::CONFLICT, "known");
        program.post(&all, &somebody("omar")).await.is_problem(StatusCode::CONFLICT, "full");
        let mut waits = somebody("omar");
        waits["waitlist"] = json!(true);
        let omar = program.post(&all, &waits).await;
        assert_eq!(omar.json()["state"], json!("waitlisted"), "{}", omar.body());
        let mut by_hand = somebody("lina");
        by_hand["by_hand"] = json!(true);
        program.post(&all, &by_hand).await.is_problem(StatusCode::CONFLICT, "full");
        by_hand["beyond_terms"] = json!(true);
        assert_eq!(program.post(&all, &by_hand).await.json()["state"], json!("confirmed"));
        let faulty = json!({ "name": " ", "email": "nowhere", "listening": "tlh" });
        let refused = program.post(&all, &faulty).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        let said = refused.json();
        let errors = said["errors"].as_array().unwrap().iter();
        let paths: Vec<&str> = errors.map(|one| one["path"].as_str().unwrap()).collect();
        assert_eq!(paths, ["name", "email", "mode", "listening"]);
        program.post(&path(&stage, "/close"), &Json::Null).await;
        program.post(&all, &somebody("maya")).await.is_problem(StatusCode::CONFLICT, "closed");
        let withdrawn = program.post(&format!("{own}/withdraw"), &Json::Null).await;
        assert_eq!(withdrawn.json()["state"], json!("cancelled"));
    }

    async fn registrations_are_found_page_by_page(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let list = path(&stage, "/registrations");
        for name in ["rana", "omar", "lina"] {
            program.post(&list, &somebody(name)).await;
        }
        let first = program.get(&format!("{list}?limit=2")).await.json();
        let names = |page: &Json| -> Vec<String> {
            let items = page["items"].as_array().unwrap().iter();
            items.map(|one| one["name"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names(&first), ["rana", "omar"]);
        let next = first["next"].as_str().unwrap();
        let next = program.get(next.strip_prefix("https://events.example.org").unwrap()).await.json();
        assert_eq!((names(&next), &next["next"]), (vec!["lina".to_owned()], &Json::Null));
        let found = states(&program, &format!("{list}?q=omar@example.org&state=confirmed")).await;
        assert_eq!(found, [("omar".to_owned(), "confirmed".to_owned())]);
        assert_eq!(states(&program, &format!("{list}?mode=in_person")).await, []);
        let wrong = program.get(&format!("{list}?session=nowhere")).await;
        wrong.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        let wrong = program.get(&format!("{list}?state=happy")).await;
        wrong.is_problem(StatusCode::BAD_REQUEST, "malformed");
    }

    async fn nothing_is_looked_for_by_a_nul(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Read)).await;
        let lists = [
            ("/registrations", vec!["q", "language", "session", "country", "tag", "after"]),
            ("/messages", vec!["kind", "after"]),
        ];
        for (list, names) in lists {
            for name in names {
                let refused = program.get(&path(&stage, &format!("{list}?{name}=a%00b"))).await;
                refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
                assert_eq!(refused.json()["errors"][0]["path"], json!(name));
            }
        }
        let refused = program.get("/api/v1/people?q=%00").await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
    }

    async fn programs_decide_and_check_in(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.terms.approval = Some(true);
        let stage = Stage::set_with(test, details).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let list = path(&stage, "/registrations");
        let made = program.post(&list, &somebody("rana")).await.json();
        assert_eq!(made["state"], json!("pending"));
        let own = format!("{list}/{}", made["id"].as_str().unwrap());
        let deed = async |deed: &str, body: &Json| program.post(&format!("{own}/{deed}"), body).await;
        let none = Json::Null;
        let door = format!("{own}/check-ins/1");
        let early = program.ask("PUT", &door, &[], "").await;
        early.is_problem(StatusCode::CONFLICT, "state");
        assert_eq!(deed("approve", &none).await.json()["state"], json!("confirmed"));
        assert_eq!(deed("approve", &none).await.status, StatusCode::OK, "it is so");
        deed("waitlist", &none).await.is_problem(StatusCode::CONFLICT, "state");
        for _ in 0..2 {
            assert_eq!(program.ask("PUT", &door, &[], "").await.status, StatusCode::NO_CONTENT);
        }
        let came = program.get(&format!("{own}/check-ins")).await.json();
        assert_eq!(came[0]["session"], json!("1"));
        assert_eq!(program.ask("DELETE", &door, &[], "").await.status, StatusCode::NO_CONTENT);
        assert_eq!(program.get(&format!("{own}/check-ins")).await.json(), json!([]));
        let nowhere = program.ask("PUT", &format!("{own}/check-ins/9"), &[], "").await;
        nowhere.is_problem(StatusCode::NOT_FOUND, "not-found");
        let link = file::read(ROUNDTABLE).unwrap().meeting.unwrap().link.unwrap();
        let tells = deed("decline", &json!({ "reason": link.reveal() })).await;
        tells.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        let reason = json!({ "reason": { "en": "The room is small." } });
        let declined = deed("decline", &reason).await.json();
        assert_eq!(declined["state"], json!("declined"));
        assert_eq!(declined["decline_reason"]["en"], reason["reason"]["en"]);
        let figures = program.get(&path(&stage, "/figures")).await.json();
        assert_eq!((&figures["registered"], &figures["confirmed"]), (&json!(1), &json!(0)));
        let declined = RegistrationState::Declined.as_str();
        assert_eq!(figures["groups"]["states"][0]["value"], json!(declined));
    }

    async fn s_02_what_belongs_to_another_event_is_not_there(test: TestDb) {
        let stage = Stage::set(test).await;
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-roundtable".parse().unwrap();
        stage.save_in(stage.organisation, other).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let made = program.post(&path(&stage, "/registrations"), &somebody("rana")).await.json();
        let id = made["id"].as_str().unwrap();
        let beside = stage.about("another-roundtable");
        let own = path(&beside, &format!("/registrations/{id}"));
        program.get(&own).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        for deed in ["approve", "decline", "withdraw", "waitlist"] {
            let answer = program.post(&format!("{own}/{deed}"), &Json::Null).await;
            answer.is_problem(StatusCode::NOT_FOUND, "not-found");
        }
        let messages = program.get(&path(&stage, "/messages")).await.json();
        let message = messages["items"][0]["id"].as_str().unwrap();
        let elsewhere = program.get(&path(&beside, &format!("/messages/{message}"))).await;
        elsewhere.is_problem(StatusCode::NOT_FOUND, "not-found");
    }

    async fn p_18_who_comes_under_the_chatham_house_rule_is_told_to_organisers_only(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.rules = Some(Rules::ChathamHouse);
        let stage = Stage::set_with(test, details).await;
        let (write, read) = (
            Program::of(&stage, all(Access::Write)).await,
            Program::of(&stage, all(Access::Read)).await,
        );
        let list = path(&stage, "/registrations");
        let made = write.post(&list, &somebody("rana")).await.json();
        assert_eq!(states(&write, &list).await.len(), 1);
        let one = format!("{list}/{}", made["id"].as_str().unwrap());
        let messages = path(&stage, "/messages");
        let message = write.get(&messages).await.json()["items"][0]["id"].clone();
        let message = format!("{messages}/{}", message.as_str().unwrap());
        for path in [list.clone(), one.clone(), format!("{one}/check-ins"), messages, message] {
            let refused = read.get(&path).await;
            refused.is_problem(StatusCode::FORBIDDEN, "confidential");
            assert!(!refused.body().contains("rana"));
        }
        assert_eq!(read.get(&path(&stage, "/figures")).await.status, StatusCode::OK);
    }

    async fn s_32_the_outbox_tells_of_mails_and_not_what_is_in_them(test: TestDb) {
        let stage = Stage::set(test).await;
        let telling = Scope { shows_links: true, ..all(Access::Write) };
        let program = Program::of(&stage, telling).await;
        let list = path(&stage, "/registrations");
        let made = program.post(&list, &somebody("rana")).await.json();
        program.post(&path(&stage, "/close"), &Json::Null).await;
        stage.work().await;
        let mails = stage.work().await;
        let link = file::read(ROUNDTABLE).unwrap().meeting.unwrap().link.unwrap();
        assert!(mails.iter().any(|mail| mail.text.contains(link.reveal())), "the link has left");
        let answer = program.get(&path(&stage, "/messages?kind=link")).await;
        assert!(!answer.body().contains(link.reveal()));
        let messages = answer.json();
        let message = &messages["items"][0];
        assert_eq!((&message["kind"], &message["state"]), (&json!("link"), &json!("sent")));
        assert_eq!(message["registration"], made["id"]);
        let own = path(&stage, &format!("/messages/{}", message["id"].as_str().unwrap()));
        assert_eq!(&program.get(&own).await.json(), message);
    }
}
