//! Every operation of the API against every token that may ask for it (S-1, S-4, S-36).

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use convoke::account;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::event::file;
use convoke::on_both_engines;
use convoke::web::api::{Need, Operation, operations};
use uuid::Uuid;

use super::{Program, all, only};
use crate::stage::{Answer, ROUNDTABLE, Stage};

/// The path with the slug and, for everything else in it, identifiers that nothing has.
fn filled_in(path: &str, slug: &str) -> String {
    let segments = path.split('/').map(|segment| match segment {
        "{event}" => slug.to_owned(),
        segment if segment.starts_with('{') => Uuid::from_u128(7).to_string(),
        segment => segment.to_owned(),
    });
    segments.collect::<Vec<_>>().join("/")
}

/// What comes of it where nothing is sent along: what is there is asked for a body, or for a revision.
async fn ask(program: &Program, operation: &Operation, slug: &str) -> Answer {
    let path = filled_in(operation.path, slug);
    program.ask(operation.method.as_str(), &path, &[], "").await
}

/// Whether the address names something of the event that nothing has.
fn names_a_part(operation: &Operation) -> bool {
    operation.path.matches('{').count() > usize::from(operation.path.contains("{event}"))
}

on_both_engines! {
    async fn s_04_every_operation_lets_in_which_tokens_it_says_and_no_others(test: TestDb) {
        let stage = Stage::set(test).await;
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-roundtable".parse().unwrap();
        stage.save_in(stage.organisation, other).await;
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        tx.commit().await.unwrap();
        let write = Program::of(&stage, all(Access::Write)).await;
        let read = Program::of(&stage, all(Access::Read)).await;
        let own = Program::of(&stage, only(&stage, Access::Write).await).await;
        let own_read = Program::of(&stage, only(&stage, Access::Read).await).await;
        let beside = only(&stage.about("another-roundtable"), Access::Write).await;
        let beside = Program::of(&stage, beside).await;
        let foreign = Program::of_organisation(&stage, gulf, all(Access::Write)).await;
        let nobody = Program::with(&stage, "convoke_nothing");
        let owner = stage.signed_in(account::Role::Owner).await;
        let slug = stage.slug.to_string();
        // What deletes comes last.
        let mut operations = operations();
        operations.sort_by_key(|operation| operation.method == Method::DELETE);
        for operation in &operations {
            let unknown = ask(&write, operation, "no-event-is-here").await;
            for stranger in [&nobody, &Program::with(&stage, "")] {
                let answer = ask(stranger, operation, &slug).await;
                answer.is_problem(StatusCode::UNAUTHORIZED, "unauthorised");
                assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"convoke\"");
            }
            // Being signed in opens nothing here: there are no cookies (S-6).
            let path = filled_in(operation.path, &slug);
            let by_cookie = owner.ask(operation.method.as_str(), &path, &[], "").await;
            assert_eq!(by_cookie.status, StatusCode::UNAUTHORIZED, "{operation:?}");
            let is_read = operation.access() == Access::Read;
            let may = [
                (&own, operation.need != Need::Organisation),
                (&own_read, operation.need != Need::Organisation && is_read),
                (&beside, operation.need == Need::Token),
                (&foreign, operation.need != Need::Event),
                (&read, is_read),
                (&write, true),
            ];
            for (at, (program, may)) in may.into_iter().enumerate() {
                let answer = ask(program, operation, &slug).await;
                assert_eq!(answer.header("cache-control"), "no-store");
                assert!(answer.headers.get("set-cookie").is_none());
                assert!(answer.headers.get("access-control-allow-origin").is_none());
                if !may {
                    answer.is_problem(StatusCode::NOT_FOUND, "not-found");
                    if operation.need == Need::Event {
                        assert_eq!(answer, unknown, "{operation:?} {at}");
                    }
                } else if !names_a_part(operation) {
                    assert_ne!(answer.status, StatusCode::NOT_FOUND, "{operation:?} {at}");
                    assert!(answer.status.as_u16() < 500, "{operation:?} {answer:?}");
                }
            }
        }
    }
}

#[test]
fn every_operation_is_registered_once() {
    let named = |one: &Operation| format!("{} {}", one.method, one.path);
    let all: Vec<String> = operations().iter().map(named).collect();
    let different: BTreeSet<&String> = all.iter().collect();
    assert_eq!(all.len(), different.len(), "{all:?}");
    for operation in operations() {
        let names_event = operation.path.contains("{event}");
        assert_eq!(operation.need == Need::Event, names_event, "{operation:?}");
        assert!(operation.path.starts_with("/api/v1/"), "{operation:?}");
    }
}
