//! Every address of the workspace against everybody who may ask for it (S-1, S-6, S-36). The list is
//! the router's own: an address that is registered is tried.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use convoke::account::{self, Role};
use convoke::base::testing::TestDb;
use convoke::event::file;
use convoke::on_both_engines;
use convoke::web::organiser::{Need, Route, routes};
use uuid::Uuid;

use crate::stage::{Answer, Browser, ROUNDTABLE, Stage};

/// A slug that no event has.
const NOWHERE: &str = "no-event-is-here";

/// Everybody who may ask.
struct People {
    stranger: Browser,
    owner: Browser,
    organiser: Browser,
    assistant: Browser,
    /// Owner of another organisation.
    foreigner: Browser,
    /// Organiser of another event of the same organisation only.
    neighbour: Browser,
}

impl People {
    async fn of(stage: &Stage) -> Self {
        let mut tx = stage.begin().await;
        let gulf = account::create(&mut tx, "gulf", "Gulf Institute")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-roundtable".parse().unwrap();
        stage.save_in(stage.organisation, other.clone()).await;
        let mut tx = stage.begin().await;
        let elsewhere = convoke::event::find(&mut tx, &stage.key, &other.slug)
            .await
            .unwrap();
        drop(tx);
        let elsewhere = elsewhere.unwrap().id;
        let foreigner = stage
            .employ_in(gulf, "sami@gulf.example", None, Role::Owner)
            .await;
        let own = stage.organisation;
        let neighbour = stage
            .employ_in(
                own,
                "lina@partner.example",
                Some(elsewhere),
                Role::Organiser,
            )
            .await;
        Self {
            stranger: stage.stranger(),
            owner: stage.signed_in(Role::Owner).await,
            organiser: stage.signed_in(Role::Organiser).await,
            assistant: stage.signed_in(Role::Assistant).await,
            foreigner: stage.browser_of(&foreigner).await,
            neighbour: stage.browser_of(&neighbour).await,
        }
    }

    const fn of_role(&self, role: Role) -> &Browser {
        match role {
            Role::Owner => &self.owner,
            Role::Organiser => &self.organiser,
            Role::Assistant => &self.assistant,
        }
    }
}

/// The path with the slug and, for everything else in it, identifiers that nothing has.
fn filled_in(route: Route, slug: &str) -> String {
    let segments = route.path.split('/').map(|segment| match segment {
        "{event}" => slug.to_owned(),
        segment if segment.starts_with('{') => Uuid::from_u128(7).to_string(),
        segment => segment.to_owned(),
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Whether somebody was let in, whatever they found there.
fn was_let_in(answer: &Answer) -> bool {
    !matches!(
        answer.status,
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN
    )
}

on_both_engines! {
    async fn s_01_every_address_lets_in_whom_it_says_and_nobody_else(test: TestDb) {
        let stage = Stage::set(test).await;
        let people = People::of(&stage).await;
        let slug = stage.slug.to_string();
        for route in routes() {
            let path = filled_in(route, &slug);
            let got = |who: &Browser, method: &'static str| {
                let (who, path) = (who.clone(), path.clone());
                async move {
                    let origin = [("origin", "https://events.example.org")];
                    who.ask(method, &path, &origin, "").await
                }
            };
            if route.need == Need::Nothing {
                continue;
            }
            for method in ["GET", "POST"] {
                let stranger = got(&people.stranger, method).await;
                assert_eq!(stranger.status, StatusCode::UNAUTHORIZED, "{method} {path}");
                assert_eq!(stranger.header("cache-control"), "no-store", "{path}");
            }
            match route.need {
                Need::Nothing | Need::SignIn => {}
                Need::InOrganisation(needed) => {
                    for role in Role::ALL {
                        let answer = got(people.of_role(*role), "GET").await;
                        assert_eq!(was_let_in(&answer), *role >= needed, "{role} {path} {answer:?}");
                    }
                    let neighbour = got(&people.neighbour, "GET").await;
                    assert_eq!(neighbour.status, StatusCode::FORBIDDEN, "{path}");
                }
                Need::ForEvent(needed) => {
                    for role in Role::ALL {
                        let answer = got(people.of_role(*role), "GET").await;
                        assert_eq!(was_let_in(&answer), *role >= needed, "{role} {path} {answer:?}");
                    }
                    let nowhere = filled_in(route, NOWHERE);
                    for method in ["GET", "POST"] {
                        for other in [&people.foreigner, &people.neighbour] {
                            let foreign = got(other, method).await;
                            let origin = [("origin", "https://events.example.org")];
                            let unknown = other.ask(method, &nowhere, &origin, "").await;
                            assert_eq!(foreign.status, StatusCode::NOT_FOUND, "{method} {path}");
                            assert_eq!(foreign, unknown, "{method} {path}");
                        }
                    }
                }
            }
        }
    }

    async fn s_06_no_post_from_elsewhere_comes_through(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        for route in routes() {
            let path = filled_in(route, &stage.slug.to_string());
            for headers in [
                [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")],
                [("origin", "https://evil.example"), ("accept", "*/*")],
                [("origin", "null"), ("sec-fetch-site", "same-site")],
            ] {
                let answer = owner.ask("POST", &path, &headers, "").await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {headers:?}");
            }
        }
    }
}

#[test]
fn every_address_is_registered_once() {
    let paths: Vec<&str> = routes().iter().map(|route| route.path).collect();
    let different: BTreeSet<&str> = paths.iter().copied().collect();
    assert_eq!(paths.len(), different.len());
    for route in routes() {
        let names_event = route.path.contains("{event}");
        assert_eq!(
            matches!(route.need, Need::ForEvent(_)),
            names_event,
            "{}",
            route.path
        );
    }
}
