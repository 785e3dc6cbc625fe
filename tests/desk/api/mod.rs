//! What programs do by tokens (S-4).

mod announcements;
mod columns;
mod document;
mod events;
mod foreign;
mod lineup;
mod lists;
mod matrix;
mod people;
mod problems;
mod registrations;

use axum::http::StatusCode;
use chrono::TimeDelta;
use convoke::account::api_token::{self, Access, Scope};
use convoke::account::{Organisation, Role};
use convoke::base::id::Id;
use convoke::base::text::SingleLine;
use serde_json::{Value as Json, json};

use crate::stage::{Answer, Browser, Stage};

/// A program with a token.
#[derive(Clone)]
pub struct Program {
    browser: Browser,
    authorization: String,
}

/// What a token for the whole organisation opens.
pub fn all(access: Access) -> Scope {
    Scope {
        event: None,
        access,
        shows_links: false,
    }
}

/// What a token for the event of `stage` alone opens.
pub async fn only(stage: &Stage, access: Access) -> Scope {
    Scope {
        event: Some(stage.event().await.id.uuid()),
        ..all(access)
    }
}

impl Program {
    /// One that acts for the organisation of `stage`.
    pub async fn of(stage: &Stage, scope: Scope) -> Self {
        Self::of_organisation(stage, stage.organisation, scope).await
    }

    /// One that acts for `organisation`.
    pub async fn of_organisation(
        stage: &Stage,
        organisation: Id<Organisation>,
        scope: Scope,
    ) -> Self {
        let address = "programs@institute.example";
        let maker = stage
            .employ_in(organisation, address, None, Role::Owner)
            .await;
        let mut tx = stage.begin().await;
        let whose = (organisation, maker.id);
        let (name, lifetime) = (SingleLine::clean("web site"), TimeDelta::days(365));
        let made = api_token::make(&mut tx, whose, &name, scope, lifetime).await;
        tx.commit().await.unwrap();
        Self::with(stage, made.unwrap().1.as_str())
    }

    /// One that sends this token.
    pub fn with(stage: &Stage, token: &str) -> Self {
        Self {
            browser: stage.stranger(),
            authorization: format!("Bearer {token}"),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "").await
    }

    pub async fn post(&self, path: &str, body: &Json) -> Answer {
        self.send("POST", path, &[], body).await
    }

    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Json,
    ) -> Answer {
        let json = [("content-type", "application/json")];
        let body = match body {
            Json::Null => String::new(),
            body => body.to_string(),
        };
        self.ask(method, path, &[&json[..], headers].concat(), &body)
            .await
    }

    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let own = [("authorization", self.authorization.as_str())];
        let headers = [&own[..], headers].concat();
        self.browser
            .ask(method, path, &headers, body.to_owned())
            .await
    }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Json {
        let read = serde_json::from_slice(&self.octets);
        read.unwrap_or_else(|error| panic!("{error} in {} {:?}", self.status, self.body()))
    }

    /// That it is a problem of this type.
    pub fn is_problem(&self, status: StatusCode, trouble: &str) {
        assert_eq!(self.status, status, "{}", self.body());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let (said, address) = (self.json(), "https://events.example.org/api");
        assert_eq!(
            said["type"],
            json!(format!("{address}#{trouble}")),
            "{said}"
        );
        assert_eq!(said["status"], json!(status.as_u16()));
        assert!(
            said["title"].is_string() && said["detail"].is_string(),
            "{said}"
        );
    }
}
