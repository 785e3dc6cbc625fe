//! A service with one event and people who run it, asked as their browsers ask.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use convoke::account::identity::Provider;
use convoke::account::{self, Organisation, Organiser, Role};
use convoke::base::db::Tx;
use convoke::base::id::Id;
use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::conferencing::Services;
use convoke::event::{self, Details, Event, Known, Slug, file};
use convoke::mailer::compose::Composer;
use convoke::mailer::deliver::Transport;
use convoke::view::View;
use convoke::web::{self, FoundMail, Limits, Memory, Rush, Site};
use convoke::worker::Worker;
use http_body_util::BodyExt;
use scraper::{Html, Selector};
use tempfile::TempDir;
use tokio::sync::Notify;
use tower::ServiceExt;

pub const ROUNDTABLE: &str = include_str!("../samples/roundtable.toml");

pub const HOST: &str = "events.example.org";
const SENDER: &str = "Levant Institute <events@institute.example>";

/// A service with an organisation, and with an event of it.
#[derive(Clone)]
pub struct Stage {
    pub test: TestDb,
    pub key: InstanceKey,
    pub organisation: Id<Organisation>,
    pub slug: Slug,
    router: Router,
    view: Arc<View>,
    mails: Arc<TempDir>,
}

/// Somebody's browser: signed in, or not.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookie: String,
}

/// What came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub octets: Vec<u8>,
}

impl Stage {
    /// With the roundtable, published.
    pub async fn set(test: TestDb) -> Self {
        Self::set_with(test, file::read(ROUNDTABLE).unwrap()).await
    }

    /// With an event of these details, published.
    pub async fn set_with(test: TestDb, details: Details) -> Self {
        Self::built(test, details, None, Services::default()).await
    }

    /// With the roundtable, where the operator has set these services up.
    pub async fn set_with_services(test: TestDb, services: Services) -> Self {
        Self::built(test, file::read(ROUNDTABLE).unwrap(), None, services).await
    }

    /// With an identity provider that vouches for organisers.
    pub async fn set_with_sso(test: TestDb, provider: Provider) -> Self {
        let details = file::read(ROUNDTABLE).unwrap();
        let sso = Some(Arc::new(provider));
        Self::built(test, details, sso, Services::default()).await
    }

    async fn built(
        test: TestDb,
        details: Details,
        sso: Option<Arc<Provider>>,
        services: Services,
    ) -> Self {
        let key = InstanceKey::from_bytes([7; 32]);
        let view = Arc::new(View::load(None).unwrap());
        let site = Site {
            db: test.db.clone(),
            view: Arc::clone(&view),
            key: key.clone(),
            base_url: format!("https://{HOST}/").parse().unwrap(),
            name: "Levant Institute".to_owned().into(),
            sender: SENDER.parse().unwrap(),
            sso,
            services,
            trusted_proxies: Vec::new(),
            mail_per_minute: None,
            events: Known::default(),
            pages: Memory::default(),
            rush: Rush::default(),
            worker: Arc::new(Notify::new()),
        };
        let mut tx = test.begin().await.unwrap();
        let organisation = account::create(&mut tx, "levant", "Levant Institute")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let stage = Self {
            router: web::router(Arc::new(site), Router::new(), Limits::default()),
            slug: details.slug.clone(),
            test,
            key,
            organisation,
            view,
            mails: Arc::new(TempDir::new().unwrap()),
        };
        stage.save_in(organisation, details).await;
        stage
    }

    /// The same service, about another event of it.
    pub fn about(&self, slug: impl AsRef<str>) -> Self {
        Self {
            slug: slug.as_ref().parse().unwrap(),
            ..self.clone()
        }
    }

    pub async fn begin(&self) -> Tx {
        self.test.begin().await.unwrap()
    }

    /// States an event of `organisation`, published.
    pub async fn save_in(&self, organisation: Id<Organisation>, details: Details) {
        let mut tx = self.begin().await;
        let (sender, options) = (SENDER.parse().unwrap(), event::SaveOptions::default());
        event::save(&mut tx, &self.key, organisation, &sender, details, options)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn event(&self) -> Event {
        let mut tx = self.begin().await;
        let found = event::find(&mut tx, &self.key, &self.slug).await.unwrap();
        found.unwrap()
    }

    /// The address of a page of the event in the workspace.
    pub fn page(&self, rest: &str) -> String {
        format!("/organise/events/{}{rest}", self.slug)
    }

    /// Somebody of the organisation, by an address that tells them from others.
    pub async fn employ(&self, address: &str, role: Role) -> Organiser {
        self.employ_in(self.organisation, address, None, role).await
    }

    /// Somebody of `organisation`, or of one event of it.
    pub async fn employ_in(
        &self,
        organisation: Id<Organisation>,
        address: &str,
        event: Option<Id<Event>>,
        role: Role,
    ) -> Organiser {
        let mut tx = self.begin().await;
        let (email, language) = (address.parse().unwrap(), "en".parse().unwrap());
        let nameless = SingleLine::clean("");
        let organiser = account::add(&mut tx, &email, &nameless, &language)
            .await
            .unwrap();
        let event = event.map(Id::uuid);
        account::grant(&mut tx, organiser.id, organisation, event, role, "operator")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        organiser
    }

    /// The browser of `organiser`, signed in.
    pub async fn browser_of(&self, organiser: &Organiser) -> Browser {
        let mut tx = self.begin().await;
        let token = account::open(&mut tx, organiser.id).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        self.stranger()
            .with_cookie(&format!("__Host-convoke={}", token.as_str()))
    }

    /// The browser of a new colleague with this role, signed in.
    pub async fn signed_in(&self, role: Role) -> Browser {
        let colleague = self
            .employ(&format!("{role}@institute.example"), role)
            .await;
        self.browser_of(&colleague).await
    }

    /// The same service for somebody who reads another language.
    pub async fn speaks(&self, organiser: &Organiser, language: &str) {
        let mut tx = self.begin().await;
        let language = language.parse().unwrap();
        account::set_profile(&mut tx, organiser.id, &organiser.name, &language)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// A browser that is not signed in.
    pub fn stranger(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            cookie: String::new(),
        }
    }

    /// Does once what a worker does all the time; gives the mails sent so far, the latest last.
    pub async fn work(&self) -> Vec<FoundMail> {
        self.worker().tick().await.unwrap();
        web::found_mails(Arc::new(self.mails.path().to_owned())).await
    }

    /// A worker that writes mails into a folder, and tells webhooks nothing.
    pub fn worker(&self) -> Worker {
        let base_url = format!("https://{HOST}/").parse().unwrap();
        let composer = Composer::new(
            Arc::clone(&self.view),
            self.key.clone(),
            base_url,
            "Levant Institute".to_owned().into(),
        )
        .sent_by(SENDER.parse().unwrap());
        let transport = Transport::folder(self.mails.path().to_owned());
        Worker::new(self.test.db.clone(), Arc::new(composer), transport, 1)
    }
}

impl Browser {
    /// The same browser with these cookies.
    pub fn with_cookie(&self, cookie: &str) -> Self {
        Self {
            cookie: cookie.to_owned(),
            ..self.clone()
        }
    }

    /// The same browser with the cookies that an answer gave it besides its own.
    pub fn also_with_cookies(&self, answer: &Answer) -> Self {
        let given = answer.headers.get_all("set-cookie").iter();
        let pairs = given.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap());
        let own = Some(self.cookie.as_str()).filter(|own| !own.is_empty());
        let all: Vec<&str> = own.into_iter().chain(pairs).collect();
        self.with_cookie(&all.join("; "))
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], "").await
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
        self.ask("POST", path, &headers, body).await
    }

    pub async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body> + Send,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header("host", HOST)
            .header("cookie", &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            octets: body.collect().await.unwrap().to_bytes().to_vec(),
        }
    }
}

impl Answer {
    /// The body as text.
    pub fn body(&self) -> &str {
        std::str::from_utf8(&self.octets).unwrap()
    }

    /// The one value of a header.
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let value = values
            .next()
            .unwrap_or_else(|| panic!("no {name}: {self:?}"));
        value.to_str().unwrap()
    }

    /// Where a 303 leads.
    pub fn leads_to(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.body());
        self.header("location")
    }

    pub fn html(&self) -> Html {
        Html::parse_document(self.body())
    }

    /// The values of `attribute` of what `css` selects.
    pub fn attributes(&self, css: &str, attribute: &str) -> Vec<String> {
        let (page, wanted) = (self.html(), Selector::parse(css).unwrap());
        page.select(&wanted)
            .map(|element| element.attr(attribute).unwrap_or_default().to_owned())
            .collect()
    }

    /// The text of what `css` selects, with single blanks.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let (page, wanted) = (self.html(), Selector::parse(css).unwrap());
        page.select(&wanted)
            .map(|element| {
                let text: String = element.text().collect();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }
}
