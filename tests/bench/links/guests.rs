//! The roundtable of the sample, moved so that its registration has just closed, and its guests.

use std::sync::Arc;

use chrono::{TimeDelta, Timelike};
use convoke::account;
use convoke::base::chance::Chance;
use convoke::base::clock::{Clock, Instant};
use convoke::base::db::{Db, Sql};
use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::base::zone::WallTime;
use convoke::event::{self, Details, Event, Mode, file};
use convoke::mailer;
use convoke::mailer::compose::{Composed, Composer};
use convoke::mailer::deliver::Transport;
use convoke::mailer::form::Form;
use convoke::outbox::{self, MessageState};
use convoke::registration::{self, Answers, Outcome, Request};
use convoke::view::View;
use convoke::worker::Worker;

const SAMPLE: &str = include_str!("../../samples/roundtable.toml");

const SENDER: &str = "Levant Institute <events@institute.example>";

/// An instance whose event has closed.
pub struct House {
    /// Goes by the system's clock, as the program does.
    db: Db,
    key: InstanceKey,
    composer: Arc<Composer>,
    event: Event,
}

impl House {
    /// With so many guests, who are owed the link from now on.
    pub async fn after_closing(test: TestDb, guests: usize) -> Self {
        let key = InstanceKey::from_bytes([7; 32]);
        let now = Clock::System.now();
        // Everybody registered a day ago.
        test.clock.set(now - TimeDelta::days(1));
        let event = announce(&test, &key, now).await;
        register(&test, &key, &event, guests).await;
        let db = Db::open(&test.url, Clock::System, Chance::System);
        let view = Arc::new(View::load(None).unwrap());
        let base = "https://events.example.org/".parse().unwrap();
        let composer = Composer::new(
            view,
            key.clone(),
            base,
            "Levant Institute".to_owned().into(),
        );
        Self {
            db: db.await.unwrap(),
            key,
            composer: Arc::new(composer),
            event,
        }
    }

    /// Makes the links owed, as the worker does before it sends them.
    pub async fn plan(&self) {
        loop {
            let mut tx = self.db.begin().await.unwrap();
            let made = mailer::reconcile(&mut tx, &self.key, self.event.id);
            let made = made.await.unwrap();
            tx.commit().await.unwrap();
            if made == 0 {
                break;
            }
        }
        // As a server does by itself soon; that of the tests never does.
        let mut tx = self.db.begin().await.unwrap();
        let analyze = Sql::new("ANALYZE", "ANALYZE");
        tx.query(analyze).execute().await.unwrap();
        tx.commit().await.unwrap();
    }

    /// How many octets a mail with the link has, by one in fifty.
    pub async fn size_of_a_mail(&self) -> usize {
        let mut tx = self.db.read().await.unwrap();
        let mut octets = Vec::new();
        for message in outbox::list(&mut tx, None)
            .await
            .unwrap()
            .iter()
            .step_by(50)
        {
            assert_eq!(message.kind, "link");
            let composed = self.composer.compose(&mut tx, message).await.unwrap();
            let Composed::Letter(letter) = composed else {
                panic!("it is owed: {composed:?}");
            };
            octets.push(Form::default().format(&letter).unwrap().bytes.len());
        }
        octets.iter().sum::<usize>() / octets.len()
    }

    pub async fn worker(&self, port: u16, connections: usize) -> Worker {
        let server = format!("smtp://127.0.0.1:{port}").parse().unwrap();
        let transport = Transport::smtp(server, connections).unwrap();
        let composer = Arc::clone(&self.composer);
        Worker::new(self.db.clone(), composer, transport, connections)
    }

    /// How many messages were sent, and noted so.
    pub async fn sent(&self) -> usize {
        let mut tx = self.db.read().await.unwrap();
        let messages = outbox::list(&mut tx, None).await.unwrap();
        let sent = MessageState::Sent;
        messages.iter().filter(|one| one.state == sent).count()
    }
}

async fn announce(test: &TestDb, key: &InstanceKey, now: Instant) -> Event {
    let mut details: Details = file::read(SAMPLE).unwrap();
    let zone = details.zone.clone();
    let wall = |at: Instant| {
        WallTime::of(
            zone.local(at)
                .with_second(0)
                .unwrap()
                .with_nanosecond(0)
                .unwrap(),
        )
    };
    details.terms.opens = None;
    // The minute that closes it still counts.
    details.terms.closes = Some(wall(now - TimeDelta::minutes(2)));
    details.terms.capacity = None;
    details.sessions[0].starts = wall(now + TimeDelta::hours(15));
    details.sessions[0].ends = wall(now + TimeDelta::hours(17));
    let mut tx = test.db.begin().await.unwrap();
    account::create(&mut tx, "levant", "Levant Institute")
        .await
        .unwrap();
    let organisation = account::the_only_one(&mut tx).await.unwrap().unwrap();
    let (sender, slug) = (SENDER.parse().unwrap(), details.slug.clone());
    event::save(
        &mut tx,
        key,
        organisation.id,
        &sender,
        details,
        event::SaveOptions::default(),
    )
    .await
    .unwrap();
    let event = event::find(&mut tx, key, &slug).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    event
}

/// Two register as people do, one in each language, and the others are copies of them: to register
/// so many would take longer than to send their mails.
async fn register(test: &TestDb, key: &InstanceKey, event: &Event, guests: usize) {
    let mut tx = test.db.begin().await.unwrap();
    for language in ["en", "ar"] {
        let request = Request {
            name: SingleLine::clean("Rana Haddad"),
            email: format!("first-{language}@example.org").parse().unwrap(),
            language: language.parse().unwrap(),
            mode: Mode::Online,
            listening: None,
            sessions: Vec::new(),
            fields: Vec::new(),
            answers: Answers::new(),
            consents: Vec::new(),
            code: None,
            source: None,
            waitlist: false,
            meanwhile_online: false,
            companion_key: String::new(),
        };
        let outcome = registration::register(&mut tx, key, event, &request, None).await;
        assert!(matches!(outcome.unwrap(), Outcome::Accepted(_)));
    }
    let copies = i64::try_from(guests / 2).unwrap() - 1;
    tx.query(COPY_REGISTRATIONS)
        .bind(copies)
        .execute()
        .await
        .unwrap();
    tx.query(COPY_INVITATIONS).execute().await.unwrap();
    // What told them that they are registered has left long ago.
    tx.query(Sql::new("DELETE FROM message", "DELETE FROM message"))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

const COPY_REGISTRATIONS: Sql = Sql::new(
    "WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < $1)
     INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode, answers,
        seated, token_hash, token_generation, registered_at, confirmed_at)
     SELECT randomblob(16), event_id, state, n || '-' || email, n || '-' || email_key, name, language,
        mode, answers, seated, randomblob(32), token_generation, registered_at, confirmed_at
     FROM registration, copies",
    "INSERT INTO registration (id, event_id, state, email, email_key, name, language, mode, answers,
        seated, token_hash, token_generation, registered_at, confirmed_at)
     SELECT gen_random_uuid(), event_id, state, n || '-' || email, n || '-' || email_key, name,
        language, mode, answers, seated, sha256(gen_random_uuid()::text::bytea), token_generation,
        registered_at, confirmed_at
     FROM registration, generate_series(1, $1) AS copies (n)",
);

const COPY_INVITATIONS: Sql = Sql::new(
    "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at)
     SELECT r.id, i.session_id, 'reg-' || lower(hex(r.id)) || '@institute.example',
        i.next_sequence, i.issued_at
     FROM registration r
     JOIN invitation i ON i.registration_id = (SELECT min(registration_id) FROM invitation)
     WHERE r.id NOT IN (SELECT registration_id FROM invitation)",
    "INSERT INTO invitation (registration_id, session_id, uid, next_sequence, issued_at)
     SELECT r.id, i.session_id, 'reg-' || r.id || '@institute.example', i.next_sequence,
        i.issued_at
     FROM registration r
     JOIN invitation i ON i.registration_id =
        (SELECT registration_id FROM invitation ORDER BY registration_id LIMIT 1)
     WHERE r.id NOT IN (SELECT registration_id FROM invitation)",
);
