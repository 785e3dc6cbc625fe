//! A service with one event in it, asked as browsers ask.

use std::fmt::Debug;
use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use convoke::account;
use convoke::base::clock::Instant;
use convoke::base::db::{Db, Sql, Tx};
use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use convoke::conferencing::Services;
use convoke::event::{self, Details, Event, Known, Slug, file};
use convoke::mailer;
use convoke::outbox;
use convoke::registration::{self, ExportedRegistration, join_token, manage_token, taken_seats};
use convoke::view::View;
use convoke::web::server::Peer;
use convoke::web::{self, Limits, Memory, Rush, Site};
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use tokio::sync::Notify;
use tower::ServiceExt;

pub const ROUNDTABLE: &str = include_str!("../samples/roundtable.toml");
pub const SUMMIT: &str = include_str!("../samples/summit.toml");
pub const EVERYTHING: &str = include_str!("../samples/everything.toml");

/// The languages of the service, in the order that pages offer them.
pub const LANGUAGES: [&str; 5] = ["en", "ar", "fr", "ka", "ru"];

const HOST: &str = "events.example.org";
const SENDER: &str = "Levant Institute <events@institute.example>";

/// One event, its pages, and the clock of both.
pub struct Stage {
    pub test: TestDb,
    pub key: InstanceKey,
    pub slug: Slug,
    router: Router,
}

/// What came back.
#[derive(Debug, PartialEq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Stage {
    /// Announces the event of this file.
    pub async fn set(test: TestDb, file: &str) -> Self {
        let details = file::read(file).unwrap_or_else(|faults| panic!("{faults}"));
        Self::set_details(test, details).await
    }

    pub async fn set_details(test: TestDb, details: Details) -> Self {
        Self::set_with(test, details, Services::default()).await
    }

    /// The same where the operator has set these services up.
    pub async fn set_with(test: TestDb, details: Details, services: Services) -> Self {
        let stage = Self::of(test, details.slug.clone(), services);
        let mut tx = stage.begin().await;
        account::create(&mut tx, "levant", "Levant Institute")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        stage.save(details).await;
        stage
    }

    /// The same event where the operator has set other services up.
    pub fn with_services(&self, services: Services) -> Self {
        Self::of(self.test.clone(), self.slug.clone(), services)
    }

    fn of(test: TestDb, slug: Slug, services: Services) -> Self {
        let key = InstanceKey::from_bytes([7; 32]);
        let site = Site {
            db: test.db.clone(),
            view: Arc::new(View::load(None).unwrap()),
            key: key.clone(),
            base_url: format!("https://{HOST}/").parse().unwrap(),
            name: "Levant Institute".to_owned().into(),
            sender: SENDER.parse().unwrap(),
            sso: None,
            services,
            trusted_proxies: Vec::new(),
            mail_per_minute: None,
            events: Known::default(),
            pages: Memory::default(),
            rush: Rush::default(),
            worker: Arc::new(Notify::new()),
        };
        Self {
            router: web::router(Arc::new(site), Router::new(), Limits::default()),
            slug,
            test,
            key,
        }
    }

    /// States the event anew.
    pub async fn save(&self, details: Details) {
        self.save_by(&self.test.db, details).await;
    }

    /// The same by `node`, which may be another one with the same database.
    pub async fn save_by(&self, node: &Db, details: Details) {
        let mut tx = node.begin().await.unwrap();
        let organisation = account::the_only_one(&mut tx).await.unwrap().unwrap();
        let sender = SENDER.parse().unwrap();
        event::save(
            &mut tx,
            &self.key,
            organisation.id,
            &sender,
            details,
            event::SaveOptions::default(),
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn begin(&self) -> Tx {
        self.test.begin().await.unwrap()
    }

    /// Sets the clock to a moment such as `2022-11-24T22:00:00Z`.
    pub fn at(&self, moment: &str) {
        self.test.clock.set(moment.parse::<Instant>().unwrap());
    }

    /// The address of a page of the event, in English.
    pub fn page(&self, rest: &str) -> String {
        format!("/en/events/{}{rest}", self.slug)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "").await
    }

    /// Sends the form of the event with these fields.
    pub async fn register(&self, fields: &[(&str, &str)]) -> Answer {
        self.post(&self.page("/registrations"), fields).await
    }

    /// Sends a form as browsers do.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let origin = format!("https://{HOST}");
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", origin.as_str()),
        ];
        self.ask("POST", path, &headers, &body).await
    }

    /// Sends a form from this address on the net.
    pub async fn post_from(&self, peer: IpAddr, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::builder()
            .method("POST")
            .uri(path)
            .header("host", HOST)
            .header("origin", format!("https://{HOST}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .extension(Peer(peer))
            .body(Body::from(body))
            .unwrap();
        self.answer(request).await
    }

    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", HOST);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.answer(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    async fn answer(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let octets = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8(octets.to_vec()).unwrap(),
        }
    }

    /// The type and the octets of what is at `path`.
    pub async fn ask_octets(&self, path: &str) -> (String, Vec<u8>) {
        let request = Request::builder().uri(path).header("host", HOST);
        let request = request.body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let octets = body.collect().await.unwrap().to_bytes().to_vec();
        let content_type = parts.headers["content-type"].to_str().unwrap().to_owned();
        (content_type, octets)
    }

    pub async fn event(&self) -> Event {
        let mut tx = self.begin().await;
        let found = event::find(&mut tx, &self.key, &self.slug).await.unwrap();
        found.unwrap()
    }

    /// Every registration, in the order in which they came.
    pub async fn registrations(&self) -> Vec<ExportedRegistration> {
        let event = self.event().await;
        registration::for_export(&mut self.begin().await, event.id)
            .await
            .unwrap()
    }

    /// Does what a worker does before it hands mails over.
    pub async fn reconcile(&self) {
        let event = self.event().await;
        let mut tx = self.begin().await;
        mailer::reconcile(&mut tx, &self.key, event.id)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// The kinds of all mails ever owed, in their order.
    pub async fn kinds_owed(&self) -> Vec<String> {
        let mut tx = self.begin().await;
        let messages = outbox::list(&mut tx, None).await.unwrap();
        messages.into_iter().map(|message| message.kind).collect()
    }

    /// The token of the latest registration's own page.
    pub async fn token(&self) -> String {
        let latest = self.registrations().await.pop().unwrap();
        manage_token(&self.key, latest.id, 0).as_str().to_owned()
    }

    /// The address of the page by which the latest registration joins.
    pub async fn join_page(&self) -> String {
        let latest = self.registrations().await.pop().unwrap();
        format!("/j/{}", join_token(&self.key, latest.id, 0).as_str())
    }

    /// Everything that a request could change, in words.
    pub async fn everything(&self) -> String {
        let event = self.event().await;
        let mut tx = self.begin().await;
        let seats = taken_seats(&mut tx, event.id).await.unwrap();
        let registrations = registration::for_export(&mut tx, event.id).await.unwrap();
        let messages = outbox::list(&mut tx, None).await.unwrap();
        let rest = "SELECT (SELECT count(*) FROM audit_line), (SELECT count(*) FROM submission), \
            (SELECT count(*) FROM consent), (SELECT count(*) FROM erasure) + (SELECT count(*) FROM resend_request), (SELECT count(reminders_stopped_at) FROM registration), \
            CAST(COALESCE(sum(next_sequence), 0) AS BIGINT) \
            FROM invitation";
        let counts: (i64, i64, i64, i64, i64, i64) =
            tx.query(Sql::new(rest, rest)).fetch_one().await.unwrap();
        let all: [&dyn Debug; 5] = [&event, &seats, &registrations, &messages, &counts];
        format!("{all:#?}")
    }
}

impl Answer {
    /// The one value of a header.
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(values.next(), None, "{name} stands twice");
        value.to_str().unwrap()
    }

    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// The values of `attribute` of what `css` selects.
    pub fn attributes(&self, css: &str, attribute: &str) -> Vec<String> {
        let (page, wanted) = (self.html(), select(css));
        page.select(&wanted)
            .map(|element| element.attr(attribute).unwrap_or_default().to_owned())
            .collect()
    }

    /// The text of what `css` selects.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let (page, wanted) = (self.html(), select(css));
        page.select(&wanted)
            .map(|element| element.text().collect::<String>().trim().to_owned())
            .collect()
    }
}

pub fn select(css: &str) -> Selector {
    Selector::parse(css).unwrap()
}

/// The file with one passage replaced.
pub fn edited(file: &str, from: &str, to: &str) -> String {
    assert!(file.contains(from), "{from}");
    file.replacen(from, to, 1)
}

/// What somebody types who comes online.
pub fn online(email: &str) -> Vec<(&str, &str)> {
    vec![
        ("name", "Rana Haddad"),
        ("email", email),
        ("mode", "online"),
    ]
}
