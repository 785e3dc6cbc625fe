//! Events by programs: read, listed, made once, changed by revision, and decided about.

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::account::api_token::{Access, Scope};
use convoke::base::testing::TestDb;
use convoke::conferencing::{BigBlueButton, Services};
use convoke::event::{EventState, file};
use convoke::on_both_engines;
use serde_json::{Value as Json, json};

use super::{Program, all, only};
use crate::registrations::register;
use crate::stage::{ROUNDTABLE, Stage};

const EVENTS: &str = "/api/v1/events";
/// Twenty characters that stand in the meeting's address and nowhere else (S-32).
const CANARY: &str = "Qx7Zr2Lm9Vt4Wn6Hk3Pd";

/// The roundtable as a program states it, with a slug of its own and a link with the canary.
fn stated(slug: &str) -> Json {
    let mut event = file::to_json(&file::read(ROUNDTABLE).unwrap(), true);
    event["slug"] = json!(slug);
    event["meeting"]["link"] = json!(format!("https://zoom.example/j/{CANARY}"));
    event
}

/// The same, joined by links that a service of `provider` makes.
fn hosted(slug: &str, provider: &str) -> Json {
    let mut event = stated(slug);
    event["meeting"]["provider"] = json!(provider);
    event["meeting"]["service"] = json!(true);
    event["meeting"].as_object_mut().unwrap().remove("link");
    event
}

fn with_bigbluebutton() -> Services {
    let server = BigBlueButton::new("https://bbb.example", "s3cret".to_owned());
    Services {
        jitsi: None,
        bigbluebutton: Some(server),
    }
}

fn telling(scope: Scope) -> Scope {
    Scope {
        shows_links: true,
        ..scope
    }
}

on_both_engines! {
    async fn an_event_is_made_once_whatever_breaks(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let key = [("idempotency-key", "7f2c")];
        let made = program.send("POST", EVENTS, &key, &stated("water")).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body());
        assert_eq!(made.header("location"), "https://events.example.org/api/v1/events/water");
        assert_eq!(made.json()["state"], json!("draft"));
        let again = program.send("POST", EVENTS, &key, &stated("water")).await;
        assert_eq!((again.status, again.json()), (StatusCode::CREATED, made.json()));
        let other = program.send("POST", EVENTS, &key, &stated("air")).await;
        other.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "key-reused");
        let taken = program.post(EVENTS, &stated("water")).await;
        taken.is_problem(StatusCode::CONFLICT, "taken");
        // What was refused may be sent again under the same key, put right.
        let key = [("idempotency-key", "8a1d")];
        let mut faulty = stated("fire");
        faulty["kind"] = json!("party");
        let refused = program.send("POST", EVENTS, &key, &faulty).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(refused.json()["errors"][0]["path"], json!("kind"));
        let right = program.send("POST", EVENTS, &key, &stated("fire")).await;
        assert_eq!(right.status, StatusCode::CREATED);
        let log = stage.signed_in(Role::Owner).await.get("/organise/log").await;
        assert!(log.body().contains("The program web site"), "the log names it");
    }

    async fn what_has_not_changed_is_not_sent_and_what_has_is_not_overwritten(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, only(&stage, Access::Write).await).await;
        let path = format!("{EVENTS}/{}", stage.slug);
        let read = program.get(&path).await;
        let tag = read.header("etag").to_owned();
        let unchanged = program.ask("GET", &path, &[("if-none-match", &tag)], "").await;
        assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED);
        assert_eq!((unchanged.body(), unchanged.header("etag")), ("", tag.as_str()));
        let mut event = read.json()["event"].clone();
        event["summary"] = json!("Something else.");
        let blind = program.send("PUT", &path, &[], &event).await;
        blind.is_problem(StatusCode::PRECONDITION_REQUIRED, "needs-match");
        let changed = program.send("PUT", &path, &[("if-match", &tag)], &event).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body());
        assert_eq!(changed.json()["event"]["summary"], event["summary"]);
        let late = program.send("PUT", &path, &[("if-match", &tag)], &event).await;
        late.is_problem(StatusCode::PRECONDITION_FAILED, "overtaken");
        assert_eq!(late.header("etag"), changed.header("etag"));
        let own = changed.header("etag");
        event["slug"] = json!("another");
        let moved = program.send("PUT", &path, &[("if-match", own)], &event).await;
        moved.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(moved.json()["errors"][0]["path"], json!("slug"));
    }

    async fn s_32_no_answer_holds_a_link_without_the_scope_that_names_it(test: TestDb) {
        let stage = Stage::set(test).await;
        let (blind, told) = (
            Program::of(&stage, all(Access::Write)).await,
            Program::of(&stage, telling(all(Access::Write))).await,
        );
        let path = format!("{EVENTS}/water");
        let mut answers = vec![blind.post(EVENTS, &stated("water")).await];
        for deed in ["publish", "close", "cancel"] {
            answers.push(blind.get(&path).await);
            answers.push(blind.get(EVENTS).await);
            answers.push(blind.post(&format!("{path}/{deed}"), &Json::Null).await);
        }
        for answer in &answers {
            assert!(answer.status.is_success(), "{}", answer.body());
            assert!(!format!("{answer:?}").contains(CANARY) && !answer.body().contains(CANARY));
        }
        let event = told.get(&path).await.json();
        let link = event["event"]["meeting"]["link"].as_str().unwrap();
        assert!(link.ends_with(CANARY));
        assert!(told.get(EVENTS).await.body().contains(CANARY));
        // A text that would tell it is refused, and the refusal does not tell it either.
        let mut telling = stated("air");
        telling["summary"] = json!(format!("Join at zoom.example/j/{CANARY}"));
        let refused = blind.post(EVENTS, &telling).await;
        refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        assert_eq!(refused.json()["errors"][0]["path"], json!("summary"));
        assert!(!refused.body().contains(CANARY));
    }

    async fn s_32_what_a_program_is_not_told_it_does_not_take_away(test: TestDb) {
        let stage = Stage::set(test).await;
        let (blind, told) = (
            Program::of(&stage, all(Access::Write)).await,
            Program::of(&stage, telling(all(Access::Write))).await,
        );
        let path = format!("{EVENTS}/water");
        let made = blind.post(EVENTS, &stated("water")).await;
        let mut event = made.json()["event"].clone();
        assert!(event["meeting"].get("link").is_none());
        event["title"] = json!("Water");
        let tag = made.header("etag");
        let changed = blind.send("PUT", &path, &[("if-match", tag)], &event).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body());
        let mut whole = told.get(&path).await.json()["event"].clone();
        assert!(whole["meeting"]["link"].as_str().unwrap().ends_with(CANARY));
        whole["meeting"].as_object_mut().unwrap().remove("link");
        let tag = changed.header("etag");
        told.send("PUT", &path, &[("if-match", tag)], &whole).await;
        assert!(told.get(&path).await.json()["event"]["meeting"].get("link").is_none());
    }

    async fn a_service_that_is_not_set_up_is_refused_at_its_key(test: TestDb) {
        let stage = Stage::set_with_services(test, with_bigbluebutton()).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let asked = hosted("water", "jitsi");
        let refused = program.post(EVENTS, &asked).await;
        let path = format!("{EVENTS}/water");
        assert_eq!(program.get(&path).await.status, StatusCode::NOT_FOUND);
        let made = program.post(EVENTS, &hosted("water", "bigbluebutton")).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body());
        let tag = made.header("etag");
        let restated = program.send("PUT", &path, &[("if-match", tag)], &asked).await;
        for answer in [refused, restated] {
            answer.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
            let error = &answer.json()["errors"][0];
            assert_eq!(error["path"], json!("meeting.service"));
            assert!(error["reason"].as_str().unwrap().contains("no server is set up"), "{error}");
        }
        assert_eq!(program.get(&path).await.header("etag"), tag);
    }

    async fn s_32_a_link_that_all_share_does_not_come_back_beside_a_service(test: TestDb) {
        let stage = Stage::set_with_services(test, with_bigbluebutton()).await;
        let (blind, told) = (
            Program::of(&stage, all(Access::Write)).await,
            Program::of(&stage, telling(all(Access::Write))).await,
        );
        let path = format!("{EVENTS}/water");
        let made = blind.post(EVENTS, &stated("water")).await;
        let mut event = made.json()["event"].clone();
        event["meeting"]["provider"] = json!("bigbluebutton");
        event["meeting"]["service"] = json!(true);
        let tag = made.header("etag");
        let changed = blind.send("PUT", &path, &[("if-match", tag)], &event).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body());
        let whole = told.get(&path).await.json()["event"].clone();
        assert!(whole["meeting"].get("link").is_none());
        // What is read can be stated again.
        let tag = changed.header("etag");
        let again = told.send("PUT", &path, &[("if-match", tag)], &whole).await;
        assert_eq!(again.status, StatusCode::OK, "{}", again.body());
        // Nor does it lie there until the service is taken out.
        event["meeting"]["service"] = json!(false);
        let tag = again.header("etag");
        let changed = blind.send("PUT", &path, &[("if-match", tag)], &event).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.body());
        assert!(told.get(&path).await.json()["event"]["meeting"].get("link").is_none());
    }

    async fn lists_come_page_by_page(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        for number in 0..4 {
            program.post(EVENTS, &stated(&format!("water-{number}"))).await;
        }
        let (mut slugs, mut next) = (Vec::new(), Some(format!("{EVENTS}?limit=2")));
        while let Some(path) = next {
            let page = program.get(&path).await;
            let said = page.json();
            let items = said["items"].as_array().unwrap().iter();
            slugs.extend(items.map(|item| item["event"]["slug"].as_str().unwrap().to_owned()));
            next = said["next"].as_str().map(|next| {
                assert_eq!(page.header("link"), format!("<{next}>; rel=\"next\""));
                next.strip_prefix("https://events.example.org").unwrap().to_owned()
            });
            // Whoever comes in meanwhile shifts nothing.
            program.post(EVENTS, &stated(&format!("later-{}", slugs.len()))).await;
        }
        let own = stage.slug.to_string();
        assert_eq!(slugs, ["water-3", "water-2", "water-1", "water-0", own.as_str()]);
        let only = Program::of(&stage, only(&stage, Access::Read).await).await;
        let items = only.get(EVENTS).await.json()["items"].as_array().unwrap().len();
        assert_eq!(items, 1, "the one that the token is for");
    }

    async fn an_event_lives_by_programs_alone(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let mut event = stated("water");
        event["meeting"]["release"] = json!("manual");
        program.post(EVENTS, &event).await;
        let deed = async |deed: &str| {
            program.post(&format!("{EVENTS}/water/{deed}"), &Json::Null).await
        };
        deed("close").await.is_problem(StatusCode::CONFLICT, "state");
        assert_eq!(deed("publish").await.json()["state"], json!("published"));
        deed("publish").await.is_problem(StatusCode::CONFLICT, "state");
        let closed = deed("close").await.json();
        let water = stage.about("water").event().await;
        let now = stage.begin().await.now();
        assert!(water.schedule.closes_at <= now, "{closed}");
        deed("close").await.is_problem(StatusCode::CONFLICT, "state");
        assert_eq!(deed("release").await.status, StatusCode::OK);
        assert!(stage.about("water").event().await.released_at.is_some());
        deed("release").await.is_problem(StatusCode::CONFLICT, "state");
        let reason = json!({ "reason": { "en": "The hall is under water." } });
        let cancelled = program.post(&format!("{EVENTS}/water/cancel"), &reason).await;
        assert_eq!(cancelled.json()["state"], json!("cancelled"), "{}", cancelled.body());
        let water = stage.about("water").event().await;
        assert_eq!(water.state, EventState::Cancelled);
        assert!(water.cancel_reason.is_some());
        stage.work().await;
        let gone = program.ask("DELETE", &format!("{EVENTS}/water"), &[], "").await;
        assert_eq!((gone.status, gone.body()), (StatusCode::NO_CONTENT, ""), "{}", gone.body());
        program.get(&format!("{EVENTS}/water")).await.is_problem(StatusCode::NOT_FOUND, "not-found");
        program.post(EVENTS, &event).await.is_problem(StatusCode::CONFLICT, "taken");
    }

    async fn u_11_nobody_who_is_expected_is_left_without_a_word(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let path = format!("{EVENTS}/{}", stage.slug);
        let refused = program.ask("DELETE", &path, &[], "").await;
        refused.is_problem(StatusCode::CONFLICT, "expected");
        // Other rules in the room are told in an organiser's words (F-15).
        let read = program.get(&path).await;
        let mut event = read.json()["event"].clone();
        event["recording"] = json!(true);
        let tag = read.header("etag");
        let refused = program.send("PUT", &path, &[("if-match", tag)], &event).await;
        refused.is_problem(StatusCode::CONFLICT, "needs-words");
    }
}
