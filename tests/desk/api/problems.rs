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
