//! What programs are told that cannot have what they ask for (RFC 9457).

use axum::http::StatusCode;
use chrono::TimeDelta;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use serde_json::{Value as Json, json};

use super::{Program, all};
use crate::stage::Stage;

on_both_engines! {
    async fn every_refusal_is_a_problem_in_the_language_of_its_reader(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let mut titles = Vec::new();
        for language in ["en", "fr", "ar", "ka", "ru"] {
            let asks = [("accept-language", language)];
            let answer = program.ask("GET", "/api/v1/events/nowhere", &asks, "").await;
            answer.is_problem(StatusCode::NOT_FOUND, "not-found");
            assert_eq!(answer.header("content-language"), language);
            titles.push(answer.json()["title"].as_str().unwrap().to_owned());
        }
        titles.dedup();
        assert_eq!(titles.len(), 5, "{titles:?}");
        program.get("/api/v1/nothing").await.is_problem(StatusCode::NOT_FOUND, "not-found");
        let wrong = program.post("/api/v1/token", &Json::Null).await;
        wrong.is_problem(StatusCode::METHOD_NOT_ALLOWED, "method");
        assert!(wrong.header("allow").contains("GET"));
        let bodies = [
            ("text/plain", "{}", StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json"),
            ("application/json", "{", StatusCode::BAD_REQUEST, "malformed"),
            ("application/json", "[]", StatusCode::UNPROCESSABLE_ENTITY, "unfit"),
        ];
        for (kind, body, status, trouble) in bodies {
            let answer = program.ask("POST", "/api/v1/events", &[("content-type", kind)], body).await;
            answer.is_problem(status, trouble);
        }
        let large = format!("\"{}\"", "x".repeat(4 << 20));
        let answer = program.post("/api/v1/events", &json!(large)).await;
        answer.is_problem(StatusCode::PAYLOAD_TOO_LARGE, "too-large");
        for query in ["limit=0", "limit=201", "after=x"] {
            let answer = program.get(&format!("/api/v1/events?{query}")).await;
            answer.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
        }
        let answer = program.get("/api/v1/events?limit=x").await;
        answer.is_problem(StatusCode::BAD_REQUEST, "malformed");
    }

    async fn what_is_wrong_with_an_event_is_told_in_the_words_of_its_reader_and_at_its_place(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let read = program.get(&format!("/api/v1/events/{}", stage.slug)).await;
        let mut event = read.json()["event"].clone();
        event["slug"] = json!("water");
        event["kind"] = json!("party");
        event["title"]["en"] = json!("x".repeat(301));
        event["session"][0]["colour"] = json!("red");
        event["session"][0].as_object_mut().unwrap().remove("ends");
        let places = ["#/kind", "#/session/0/colour", "#/session/0/ends", "#/title/en"];
        let mut told = Vec::new();
        for language in ["en", "fr", "ar", "ka", "ru"] {
            let asks = [("accept-language", language)];
            let refused = program.send("POST", "/api/v1/events", &asks, &event).await;
            refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
            let said = refused.json();
            let mut errors = said["errors"].as_array().unwrap().clone();
            errors.sort_by_key(|one| one["pointer"].as_str().unwrap().to_owned());
            let found: Vec<&str> = errors.iter().map(|one| one["pointer"].as_str().unwrap()).collect();
            assert_eq!(found, places, "{said}");
            assert!(errors[0]["reason"].as_str().unwrap().contains("roundtable"), "what would do: {said}");
            told.push(errors.iter().map(|one| one["detail"].to_string()).collect::<Vec<_>>());
        }
        for place in 0..places.len() {
            let mut words: Vec<&String> = told.iter().map(|told| &told[place]).collect();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), 5, "{words:?}");
        }
    }

    async fn what_is_wrong_with_any_body_is_told_so(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let path = format!("/api/v1/events/{}/registrations", stage.slug);
        let russian = [("accept-language", "ru")];
        let cases = [
            (json!({ "name": "Rana" }), "#/email", "Здесь должно что-то стоять."),
            (json!({ "name": "Rana", "email": 7 }), "#/email", "Здесь должно стоять значение другого вида"),
            (json!({ "name": "Rana", "email": "r@example.org", "sessions": ["1", 7] }), "#/sessions/1", "Здесь должно стоять"),
            (json!({ "name": "Rana", "email": "r@example.org", "mode": "astral" }), "#/mode", "Возьмите одно из слов"),
            (json!({ "name": "Rana", "email": "r@example.org", "age": 7 }), "#/age", "Под этим именем"),
            (json!({ "name": "Rana", "email": "nowhere", "mode": "online" }), "#/email", ""),
        ];
        for (body, pointer, words) in cases {
            let refused = program.send("POST", &path, &russian, &body).await;
            refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
            let error = &refused.json()["errors"][0];
            assert_eq!(error["pointer"], json!(pointer), "{error}");
            assert!(error["detail"].as_str().unwrap().starts_with(words), "{error}");
        }
    }

    async fn u_12_a_body_that_is_wrong_all_over_is_answered_soon_and_in_short(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let many: serde_json::Map<_, _> = (0..60_000).map(|at| (format!("k{at:05}"), json!(1))).collect();
        let below = json!({ "x".repeat(1_000_000): &many });
        let preview = format!("/api/v1/events/{}/announcements/preview", stage.slug);
        for (body, told) in [(Json::Object(many), 100), (below, 1)] {
            for path in ["/api/v1/events", preview.as_str()] {
                let begun = std::time::Instant::now();
                let refused = program.post(path, &body).await;
                refused.is_problem(StatusCode::UNPROCESSABLE_ENTITY, "unfit");
                assert_eq!(refused.json()["errors"].as_array().unwrap().len(), told);
                // Each fault beside each key would take minutes.
                assert!(begun.elapsed() < std::time::Duration::from_secs(20), "{path}");
            }
        }
    }

    async fn s_06_no_page_of_another_site_uses_a_browser_as_a_program(test: TestDb) {
        let stage = Stage::set(test).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let foreign = [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")];
        let answer = program.send("POST", "/api/v1/events", &foreign, &json!({})).await;
        answer.is_problem(StatusCode::FORBIDDEN, "forbidden");
    }

    async fn a_token_is_good_for_so_many_requests_a_minute(test: TestDb) {
        let stage = Stage::set(test).await;
        let (one, other) = (
            Program::of(&stage, all(Access::Read)).await,
            Program::of(&stage, all(Access::Read)).await,
        );
        for _ in 0..600 {
            assert_eq!(one.get("/api/v1/token").await.status, StatusCode::OK);
        }
        let refused = one.get("/api/v1/token").await;
        refused.is_problem(StatusCode::TOO_MANY_REQUESTS, "too-many");
        assert_eq!(refused.header("retry-after"), "60");
        assert_eq!(other.get("/api/v1/token").await.status, StatusCode::OK);
        stage.test.clock.advance(TimeDelta::minutes(1));
        assert_eq!(one.get("/api/v1/token").await.status, StatusCode::OK);
    }
}
