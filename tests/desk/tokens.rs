//! Tokens for programs, made and revoked by owners (S-4).

use axum::http::StatusCode;
use chrono::TimeDelta;
use convoke::account::{Role, api_token};
use convoke::base::secret::Token;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;

use crate::stage::Stage;

const PATH: &str = "/organise/api";

on_both_engines! {
    async fn s_04_a_token_is_shown_once_and_opens_until_it_is_revoked(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let slug = stage.slug.to_string();
        let fields = [("name", "Web site"), ("access", "write"), ("event", &*slug),
            ("links", "yes"), ("days", "30")];
        let made = owner.post(PATH, &fields).await;
        assert_eq!((made.status, made.header("cache-control")), (StatusCode::OK, "no-store"));
        let secret = made.texts(".notice code").remove(0);
        let event = stage.event().await;
        let found = api_token::find(&mut stage.begin().await, &Token::from_address(&secret)).await;
        let scope = found.unwrap().unwrap().scope;
        assert_eq!((scope.event, scope.shows_links), (Some(event.id.uuid()), true));
        let shown = owner.get(PATH).await;
        assert!(!shown.body().contains(&secret), "never again");
        assert_eq!(shown.texts(".table tbody th"), ["Web site"]);
        let log = owner.get("/organise/log").await;
        assert!(log.body().contains("made a token") && !log.body().contains(&secret));
        let revoke = shown.attributes(".table form", "action").remove(0);
        let revoked = owner.post(&revoke, &[]).await;
        assert_eq!(revoked.leads_to(), "/organise/api?done=token-revoked");
        let found = api_token::find(&mut stage.begin().await, &Token::from_address(&secret)).await;
        assert_eq!(found.unwrap(), None);
        assert_eq!(owner.post(&revoke, &[]).await.status, StatusCode::NOT_FOUND, "once");
    }

    async fn s_04_nothing_but_what_is_on_offer_is_made(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        for fields in [
            [("name", " "), ("access", "read"), ("event", ""), ("days", "30")],
            [("name", "x"), ("access", "own"), ("event", ""), ("days", "30")],
            [("name", "x"), ("access", "read"), ("event", "elsewhere"), ("days", "30")],
            [("name", "x"), ("access", "read"), ("event", ""), ("days", "3650")],
        ] {
            let refused = owner.post(PATH, &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
        let tokens = api_token::of_organisation(&mut stage.begin().await, stage.organisation).await;
        assert_eq!(tokens.unwrap(), []);
        // Whoever finds a browser signed in does not get one.
        stage.test.clock.advance(TimeDelta::hours(1));
        let fields = [("name", "x"), ("access", "read"), ("event", ""), ("days", "30")];
        assert!(owner.post(PATH, &fields).await.leads_to().starts_with("/sign-in"));
    }
}
