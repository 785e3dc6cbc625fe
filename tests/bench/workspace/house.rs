//! A service with a large event, and an owner who looks at all of it.

use std::fmt::Write;
use std::sync::Arc;

use axum::Router;
use chrono::TimeDelta;
use convoke::account::{self, Role};
use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::{Db, Sql};
use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::conferencing::Services;
use convoke::event::{self, Event, FieldName, Known, Mode, file};
use convoke::registration::{self, Answers, Outcome, Request};
use convoke::view::View;
use convoke::web::organiser::routes;
use convoke::web::server::Server;
use convoke::web::{self, Limits, Memory, Rush, Site};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use crate::browser::Browser;

const SENDER: &str = "Levant Institute <events@institute.example>";
const SESSIONS: usize = 60;

/// The service.
pub struct House {
    db: Db,
    key: InstanceKey,
    event: Event,
    stop: CancellationToken,
}

impl House {
    /// With so many who registered for its event.
    pub async fn with(test: &TestDb, registrations: usize) -> Self {
        let db = Db::open(&test.url, Clock::System, Chance::System)
            .await
            .unwrap();
        let key = InstanceKey::from_bytes([7; 32]);
        let event = announce(&db, &key).await;
        register(&db, &key, &event, registrations).await;
        Self {
            db,
            key,
            event,
            stop: CancellationToken::new(),
        }
    }

    /// For each address of the workspace the paths that may lead there: with the event, and with
    /// whatever else there is in each other place.
    pub async fn paths(&self) -> Vec<Vec<String>> {
        let others = self.others().await;
        let slug = self.event.details.slug.as_str();
        let filled = |pattern: &str| {
            let path = pattern.replace("{event}", slug);
            let parts: Vec<&str> = path.split(['{', '}']).collect();
            let with = |other: &String| {
                let part = |(at, part): (usize, &&str)| match at % 2 {
                    0 => (*part).to_owned(),
                    _ => other.clone(),
                };
                parts.iter().enumerate().map(part).collect()
            };
            match parts[..] {
                [_] => vec![path.clone()],
                _ => others.iter().map(with).collect(),
            }
        };
        routes().iter().map(|route| filled(route.path)).collect()
    }

    async fn others(&self) -> Vec<String> {
        let mut others = Vec::new();
        let mut tx = self.db.read().await.unwrap();
        for text in [
            "SELECT id FROM registration LIMIT 1",
            "SELECT id FROM person LIMIT 1",
            "SELECT id FROM appearance LIMIT 1",
            "SELECT id FROM session LIMIT 1",
            "SELECT id FROM message LIMIT 1",
            "SELECT id FROM organiser LIMIT 1",
        ] {
            let found: Option<(Uuid,)> = tx
                .query(Sql::new(text, text))
                .fetch_optional()
                .await
                .unwrap();
            others.extend(found.map(|(id,)| id.to_string()));
        }
        others
    }

    /// Opens the doors, and gives the browser of an owner.
    pub async fn open(&self) -> Browser {
        let server = Server::bind("127.0.0.1:0".parse().unwrap(), Limits::default());
        let server = server.await.unwrap();
        let address = server.address();
        let site = Site {
            db: self.db.clone(),
            view: Arc::new(View::load(None).unwrap()),
            key: self.key.clone(),
            base_url: format!("http://{address}/").parse().unwrap(),
            name: "Levant Institute".to_owned().into(),
            sender: SENDER.parse().unwrap(),
            sso: None,
            services: Services::default(),
            trusted_proxies: Vec::new(),
            mail_per_minute: None,
            events: Known::default(),
            pages: Memory::default(),
            rush: Rush::default(),
            worker: Arc::new(Notify::new()),
        };
        let router = web::router(Arc::new(site), Router::new(), Limits::default());
        tokio::spawn(server.run(router, self.stop.clone()));
        Browser {
            address,
            cookie: format!("convoke={}", self.sign_in().await),
        }
    }

    /// Closes them.
    pub fn close(&self) {
        self.stop.cancel();
    }

    async fn sign_in(&self) -> String {
        let mut tx = self.db.begin().await.unwrap();
        let (email, language) = (
            "owner@institute.example".parse().unwrap(),
            "en".parse().unwrap(),
        );
        let name = SingleLine::clean("Maya Haddad");
        let owner = account::add(&mut tx, &email, &name, &language)
            .await
            .unwrap();
        let organisation = self.event.organisation;
        account::grant(
            &mut tx,
            owner.id,
            organisation,
            None,
            Role::Owner,
            "operator",
        )
        .await
        .unwrap();
        let token = account::open(&mut tx, owner.id).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        token.as_str().to_owned()
    }
}

/// A summit of three days, two weeks from now.
async fn announce(db: &Db, key: &InstanceKey) -> Event {
    let mut tx = db.begin().await.unwrap();
    let organisation = account::create(&mut tx, "levant", "Levant Institute")
        .await
        .unwrap();
    let first_day = (tx.now() + TimeDelta::days(14)).date_naive();
    let mut text = r#"
        slug = "summit"
        kind = "summit"
        format = "hybrid"
        time_zone = "Asia/Beirut"
        languages = ["en", "ar"]
        title = { en = "A summit on water and data", ar = "قمة عن المياه والبيانات" }
        [registration]
        per_session = true
        [[registration.field]]
        name = "organisation"
        purpose = "To greet you"
        [[registration.field]]
        name = "country"
        purpose = "To plan interpretation"
        [meeting]
        provider = "zoom"
        link = "https://zoom.example/j/1"
    "#
    .to_owned();
    for number in 0..SESSIONS {
        let (day, hour) = (number / 20, 8 + number % 10);
        let day = first_day + TimeDelta::days(i64::try_from(day).unwrap());
        write!(
            text,
            r#"
            [[session]]
            title = {{ en = "Session {number}", ar = "الجلسة {number}" }}
            starts = {day}T{hour:02}:00:00
            ends = {day}T{hour:02}:50:00
            [[session.appearance]]
            role = "moderator"
            name = "Moderator {number}"
            position = "Researcher"
            [[session.appearance]]
            role = "speaker"
            name = "Speaker {number}"
            organisation = "Institute {number}"
            "#
        )
        .unwrap();
    }
    let details = file::read(&text).unwrap_or_else(|faults| panic!("{faults}"));
    let (sender, slug) = (SENDER.parse().unwrap(), details.slug.clone());
    let options = event::SaveOptions::default();
    event::save(&mut tx, key, organisation, &sender, details, options)
        .await
        .unwrap();
    let event = event::find(&mut tx, key, &slug).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    event
}

/// One registers as people do, and the others are copies that differ in what is counted.
async fn register(db: &Db, key: &InstanceKey, event: &Event, registrations: usize) {
    let mut tx = db.begin().await.unwrap();
    let line = |name, text| (name, SingleLine::clean(text));
    let request = Request {
        name: SingleLine::clean("Rana Haddad"),
        email: "first@example.org".parse().unwrap(),
        language: "en".parse().unwrap(),
        mode: Mode::Online,
        listening: None,
        sessions: (0..3)
            .map(|index| event.details.session_key(index))
            .collect(),
        fields: vec![
            line(FieldName::Organisation, "LCPS"),
            line(FieldName::Country, "Lebanon"),
        ],
        answers: Answers::new(),
        consents: Vec::new(),
        code: None,
        source: None,
        waitlist: false,
        meanwhile_online: false,
        companion_key: String::new(),
    };
    let outcome = registration::register(&mut tx, key, event, &request, None)
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
    let (copies, now) = (i64::try_from(registrations).unwrap() - 1, tx.now());
    tx.query(COPY_REGISTRATIONS)
        .bind(copies)
        .bind(now)
        .execute()
        .await
        .unwrap();
    for statement in [COPY_INVITATIONS, COPY_MESSAGES, COPY_LOG, COUNT_PLACES] {
        tx.query(statement).execute().await.unwrap();
    }
    tx.commit().await.unwrap();
    // As a server does by itself soon; that of the tests never does.
    let mut tx = db.begin().await.unwrap();
    tx.query(Sql::new("ANALYZE", "ANALYZE"))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

const COPY_REGISTRATIONS: Sql = Sql::new(
    "WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < $1)
     INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode,
        organisation, country, source, answers, seated, token_hash, token_generation,
        registered_at, confirmed_at)
     SELECT randomblob(16), event_id,
        CASE n % 10 WHEN 0 THEN 'waitlisted' WHEN 1 THEN 'cancelled' WHEN 2 THEN 'pending'
            ELSE 'confirmed' END,
        n || '-' || email, n || '-' || email_key, name || ' ' || n,
        CASE n % 3 WHEN 0 THEN 'ar' ELSE 'en' END,
        CASE n % 4 WHEN 0 THEN 'in_person' ELSE 'online' END,
        'Institute ' || (n % 700), 'Country ' || (n % 60),
        CASE WHEN n % 5 > 1 THEN 'partner-' || (n % 9) END,
        answers, n % 10 > 2, randomblob(32), token_generation,
        strftime('%Y-%m-%dT%H:%M:%S+00:00', $2, '-' || (n % 64800) || ' minutes'), confirmed_at
     FROM registration, copies",
    "INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode,
        organisation, country, source, answers, seated, token_hash, token_generation,
        registered_at, confirmed_at)
     SELECT gen_random_uuid(), event_id,
        CASE n % 10 WHEN 0 THEN 'waitlisted' WHEN 1 THEN 'cancelled' WHEN 2 THEN 'pending'
            ELSE 'confirmed' END,
        n || '-' || email, n || '-' || email_key, name || ' ' || n,
        CASE n % 3 WHEN 0 THEN 'ar' ELSE 'en' END,
        CASE n % 4 WHEN 0 THEN 'in_person' ELSE 'online' END,
        'Institute ' || (n % 700), 'Country ' || (n % 60),
        CASE WHEN n % 5 > 1 THEN 'partner-' || (n % 9) END,
        answers, n % 10 > 2, sha256(gen_random_uuid()::text::bytea), token_generation,
        $2::timestamptz - make_interval(mins => (n % 64800)::int), confirmed_at
     FROM registration, generate_series(1, $1) AS copies (n)",
);

const COPY_INVITATIONS: Sql = Sql::new(
    "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at)
     SELECT r.id, i.session_id, lower(hex(r.id)) || '-' || lower(hex(i.session_id)) || '@x.example',
        i.next_sequence, i.issued_at
     FROM registration r, (SELECT * FROM invitation) AS i
     WHERE r.email <> 'first@example.org'",
    "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at)
     SELECT r.id, i.session_id, r.id || '-' || i.session_id || '@x.example', i.next_sequence,
        i.issued_at
     FROM registration r, (SELECT * FROM invitation) AS i
     WHERE r.email <> 'first@example.org'",
);

/// What told them that they are registered has left.
const COPY_MESSAGES: Sql = Sql::new(
    "INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority, payload,
        message_id, written_at, state, due_at, resends, settled_at)
     SELECT randomblob(16), r.event_id, r.id, m.session, 'registered', 0, r.id, 2, m.payload,
        lower(hex(r.id)) || '@x.example', r.registered_at, 'sent', r.registered_at, TRUE,
        r.registered_at
     FROM registration r, (SELECT * FROM message LIMIT 1) AS m
     WHERE r.email <> 'first@example.org'",
    "INSERT INTO message (id, subject, recipient, session, kind, revision, lane, priority, payload,
        message_id, written_at, state, due_at, resends, settled_at)
     SELECT gen_random_uuid(), r.event_id, r.id, m.session, 'registered', 0, r.id, 2, m.payload,
        r.id || '@x.example', r.registered_at, 'sent', r.registered_at, TRUE, r.registered_at
     FROM registration r, (SELECT * FROM message LIMIT 1) AS m
     WHERE r.email <> 'first@example.org'",
);

const COPY_LOG: Sql = Sql::new(
    "INSERT INTO audit_line (id, at, actor, action, object, changes, event_id, organisation_id)
     SELECT randomblob(16), r.registered_at, 'attendee', 'registered', r.id, '{}', r.event_id,
        (SELECT id FROM organisation)
     FROM registration r WHERE r.email <> 'first@example.org'",
    "INSERT INTO audit_line (id, at, actor, action, object, changes, event_id, organisation_id)
     SELECT gen_random_uuid(), r.registered_at, 'attendee', 'registered', r.id, '{}', r.event_id,
        (SELECT id FROM organisation)
     FROM registration r WHERE r.email <> 'first@example.org'",
);

const COUNT_PLACES: Sql = Sql::new(COUNT, COUNT);

const COUNT: &str = "UPDATE event SET
    online_taken = (SELECT count(*) FROM registration WHERE seated AND mode = 'online'),
    in_person_taken = (SELECT count(*) FROM registration WHERE seated AND mode = 'in_person'),
    online_waiting = (SELECT count(*) FROM registration
        WHERE state = 'waitlisted' AND mode = 'online'),
    in_person_waiting = (SELECT count(*) FROM registration
        WHERE state = 'waitlisted' AND mode = 'in_person')";
