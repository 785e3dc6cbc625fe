//! A database with one event in it, and what people and the worker do there.

#[path = "../support/waiting.rs"]
mod waiting;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use convoke::account;
use convoke::base::chance::Chance;
use convoke::base::clock::{Clock, Instant};
use convoke::base::db::{Db, Sql, Tx};
use convoke::base::id::Id;
use convoke::base::language::Localised;
use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use convoke::event::{self, Details, Event, OPERATOR, SaveOptions, Saved};
use convoke::mailer::deliver::Transport;
use convoke::mailer::{self, compose::Composer};
use convoke::outbox::{self, Message, MessageState};
use convoke::registration::{
    self, Asking, Decided, Decider, ExportedRegistration, Outcome, Registration, RegistrationState,
    Request, is_plain, register_together,
};
use convoke::view::View;
use convoke::worker::{Tick, Worker};
use mail_parser::{MessageParser, MimeHeaders, PartType};
use tempfile::TempDir;

use waiting::until_waiting;

use crate::events::SLUG;

/// How often somebody who was overtaken asks again, as the form does.
const ROUNDS: usize = 20;

const SENDER: &str = "Levant Institute <events@institute.example>";

/// One event on one node; clones share everything.
#[derive(Clone)]
pub struct Stage {
    pub test: TestDb,
    pub db: Db,
    pub key: InstanceKey,
    mails: Arc<TempDir>,
}

/// A mail in the folder, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub to: String,
    pub message_id: String,
    /// Header lines as they are, and every part decoded.
    pub everything: String,
    /// The unfolded calendar object, where it has one.
    pub calendar: Option<String>,
}

impl Stage {
    /// Announces `details` in the database of `test`.
    pub async fn set(test: TestDb, details: Details) -> Self {
        let stage = Self {
            db: test.db.clone(),
            test,
            key: InstanceKey::from_bytes([7; 32]),
            mails: Arc::new(TempDir::new().unwrap()),
        };
        let mut tx = stage.begin().await;
        account::create(&mut tx, "levant", "Levant Institute")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stage.save(details).await, Saved::New);
        stage
    }

    /// The same event as another process sees it, whose clock and mails are the same.
    pub async fn second_node(&self) -> Self {
        let clock = Clock::Fixed(self.test.clock.clone());
        Self {
            db: Db::open(&self.test.url, clock, Chance::System)
                .await
                .unwrap(),
            ..self.clone()
        }
    }

    /// The same event in a copy of its database.
    pub fn in_copy(&self, db: Db) -> Self {
        Self { db, ..self.clone() }
    }

    /// States the event anew.
    pub async fn save(&self, details: Details) -> Saved {
        self.save_with(details, SaveOptions::default()).await
    }

    /// States the event anew, in this manner.
    pub async fn save_with(&self, details: Details, options: SaveOptions<'_>) -> Saved {
        let mut tx = self.begin().await;
        let organisation = account::the_only_one(&mut tx).await.unwrap().unwrap();
        let sender = SENDER.parse().unwrap();
        let saved = event::save(
            &mut tx,
            &self.key,
            organisation.id,
            &sender,
            details,
            options,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        saved
    }

    /// States the event anew, or says why that cannot be.
    pub async fn try_save(&self, details: Details) -> Result<Saved, String> {
        let mut tx = self.begin().await;
        let organisation = account::the_only_one(&mut tx).await.unwrap().unwrap();
        let (sender, options) = (SENDER.parse().unwrap(), SaveOptions::default());
        let saved = event::save(
            &mut tx,
            &self.key,
            organisation.id,
            &sender,
            details,
            options,
        )
        .await;
        let saved = saved.map_err(|error| error.to_string())?;
        tx.commit().await.unwrap();
        Ok(saved)
    }

    pub async fn begin(&self) -> Tx {
        self.db.begin().await.unwrap()
    }

    /// Sets the clock to a moment such as `2022-11-24T22:00:00Z`.
    pub fn at(&self, moment: &str) {
        self.test.clock.set(moment.parse::<Instant>().unwrap());
    }

    pub async fn event(&self) -> Event {
        self.event_in(&mut self.begin().await).await
    }

    pub async fn event_in(&self, tx: &mut Tx) -> Event {
        event::find(tx, &self.key, &SLUG.parse().unwrap())
            .await
            .unwrap()
            .unwrap()
    }

    /// Asks for a place, again where somebody else was quicker, as the form does.
    pub async fn ask(&self, request: &Request, form_key: Option<&str>) -> Outcome {
        self.ask_at_once(&[Asking { request, form_key }]).await[0]
    }

    /// Asks for a place for each of them at once, and for whoever cannot be decided on with others alone.
    pub async fn ask_at_once(&self, asking: &[Asking<'_>]) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        for (one, outcome) in asking.iter().zip(self.ask_together(asking).await) {
            outcomes.push(match outcome {
                Some(outcome) => outcome,
                None => self.ask_alone(one.request, one.form_key).await,
            });
        }
        outcomes
    }

    /// What comes of asking for them together; nothing for those who have to be asked for alone.
    pub async fn ask_together(&self, asking: &[Asking<'_>]) -> Vec<Option<Outcome>> {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        if !asking.iter().all(|one| is_plain(&event, one.request)) {
            return vec![None; asking.len()];
        }
        let told = register_together(&mut tx, &self.key, &event, asking)
            .await
            .unwrap();
        let Some(outcomes) = told else {
            return vec![None; asking.len()];
        };
        tx.commit().await.unwrap();
        outcomes
    }

    async fn ask_alone(&self, request: &Request, form_key: Option<&str>) -> Outcome {
        let mut outcome = Outcome::Overtaken;
        for _ in 0..ROUNDS {
            let mut tx = self.begin().await;
            outcome = self.ask_in(&mut tx, request, form_key).await;
            match outcome {
                Outcome::Accepted(_) => {
                    tx.commit().await.unwrap();
                    break;
                }
                Outcome::Overtaken => {}
                Outcome::Refused(_) | Outcome::Reused => break,
            }
        }
        outcome
    }

    /// Asks for a place once, in this unit of work.
    pub async fn ask_in(&self, tx: &mut Tx, request: &Request, form_key: Option<&str>) -> Outcome {
        let event = self.event_in(tx).await;
        registration::register(tx, &self.key, &event, request, form_key)
            .await
            .unwrap()
    }

    /// Asks for a place and finds the registration that came of it.
    pub async fn join(&self, request: &Request) -> Registration {
        let outcome = self.ask(request, None).await;
        assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
        self.latest(request.email.as_str()).await
    }

    /// The latest registration with this very address.
    pub async fn latest(&self, email: &str) -> Registration {
        let all = self.registrations().await;
        let found = all.iter().rev().find(|one| one.email.as_str() == email);
        self.load(found.unwrap().id).await
    }

    pub async fn load(&self, id: Id<Registration>) -> Registration {
        registration::load(&mut self.begin().await, id)
            .await
            .unwrap()
            .unwrap()
    }

    pub async fn withdraw(&self, id: Id<Registration>) -> bool {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let registration = registration::load(&mut tx, id).await.unwrap().unwrap();
        let done = registration::withdraw(&mut tx, &self.key, &event, &registration)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        done
    }

    pub async fn confirm(&self, id: Id<Registration>) -> bool {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let registration = registration::load(&mut tx, id).await.unwrap().unwrap();
        let done = registration::confirm_address(&mut tx, &event, &registration)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        done
    }

    pub async fn approve(&self, id: Id<Registration>) -> Decided {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let decided = registration::approve(&mut tx, &event, id, &Decider::at_once(OPERATOR))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        decided
    }

    pub async fn decline(&self, id: Id<Registration>, reason: Option<&str>) -> Decided {
        let reason = reason.map(|reason| Localised::One(reason.to_owned()));
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let decided =
            registration::decline(&mut tx, &event, id, &Decider::at_once(OPERATOR), reason)
                .await
                .unwrap();
        tx.commit().await.unwrap();
        decided
    }

    /// Calls the event off.
    pub async fn cancel(&self, reason: Option<&str>) {
        let reason = reason.map(|reason| Localised::One(reason.to_owned()));
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let cancelled = event::cancel(&mut tx, &event, OPERATOR, reason).await;
        assert!(cancelled.unwrap());
        tx.commit().await.unwrap();
    }

    /// Every registration, in the order in which they came.
    pub async fn registrations(&self) -> Vec<ExportedRegistration> {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        registration::for_export(&mut tx, event.id).await.unwrap()
    }

    /// How many registrations are in `state`.
    pub async fn count(&self, state: RegistrationState) -> usize {
        self.registrations()
            .await
            .iter()
            .filter(|one| one.state == state)
            .count()
    }

    /// Places taken online: in the event, then in each session.
    pub async fn taken(&self) -> Vec<i64> {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let seats = registration::taken_seats(&mut tx, event.id).await.unwrap();
        let of_sessions = seats.sessions.iter().map(|(_, taken)| taken.online);
        std::iter::once(seats.event.online)
            .chain(of_sessions)
            .collect()
    }

    /// Every message ever owed, in the order in which they were made.
    pub async fn messages(&self) -> Vec<Message> {
        outbox::list(&mut self.begin().await, None).await.unwrap()
    }

    /// The messages of `kind`.
    pub async fn owed(&self, kind: &str) -> Vec<Message> {
        let messages = self.messages().await;
        messages
            .into_iter()
            .filter(|message| message.kind == kind)
            .collect()
    }

    /// Makes owed what the plan says, and sends nothing; gives the number of messages.
    pub async fn plan(&self) -> usize {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await.id;
        let made = mailer::reconcile(&mut tx, &self.key, event).await.unwrap();
        tx.commit().await.unwrap();
        made
    }

    /// Makes owed what the plan says, where it is due at all, and sends nothing.
    pub async fn plan_if_due(&self) {
        let due = mailer::due_events(&mut self.begin().await).await.unwrap();
        if !due.is_empty() {
            self.plan().await;
        }
    }

    /// A worker that has just started.
    pub fn worker(&self) -> Worker {
        self.worker_over(Transport::folder(self.mail_folder()))
    }

    /// A worker that has just started, with two connections of `transport`.
    pub fn worker_over(&self, transport: Transport) -> Worker {
        Worker::new(self.db.clone(), Arc::new(self.composer()), transport, 2)
    }

    /// Who makes mails of its messages.
    pub fn composer(&self) -> Composer {
        let view = Arc::new(View::load(None).unwrap());
        let base = "https://events.example.org/".parse().unwrap();
        Composer::new(view, self.key.clone(), base, "Events".to_owned().into())
    }

    /// One round of a worker that has just started.
    pub async fn tick(&self) -> Tick {
        self.worker().tick().await.unwrap()
    }

    pub fn mail_folder(&self) -> PathBuf {
        self.mails.path().join("mail")
    }

    /// The mails to this address of which the subject or the text says `words`.
    pub fn mails_to(&self, email: &str, words: &str) -> Vec<Mail> {
        let mails = self.mails().into_iter();
        mails
            .filter(|mail| mail.to == email && mail.is_about(words))
            .collect()
    }

    /// Every mail that left.
    pub fn mails(&self) -> Vec<Mail> {
        let Ok(folder) = fs::read_dir(self.mail_folder()) else {
            return Vec::new();
        };
        folder
            .map(|entry| Mail::read(&fs::read(entry.unwrap().path()).unwrap()))
            .collect()
    }

    /// The mails that name the meeting's address, by recipient.
    pub fn told_the_link(&self) -> Vec<String> {
        let canary = crate::events::CANARY;
        let told = self
            .mails()
            .into_iter()
            .filter(|mail| mail.everything.contains(canary));
        let mut told: Vec<String> = told.map(|mail| mail.to).collect();
        told.sort();
        told
    }

    /// Waits until so many connections wait for a lock; PostgreSQL only.
    ///
    /// # Panics
    /// Where that does not happen within half a minute.
    pub async fn until_waiting(&self, connections: usize) {
        until_waiting(&self.test.db, connections).await;
    }

    /// Runs a statement by hand.
    pub async fn by_hand(&self, statement: &'static str) {
        let mut tx = self.begin().await;
        self.by_hand_in(&mut tx, statement).await;
        tx.commit().await.unwrap();
    }

    /// Runs a statement by hand in this unit of work.
    pub async fn by_hand_in(&self, tx: &mut Tx, statement: &'static str) {
        tx.query(Sql::new(statement, statement))
            .execute()
            .await
            .unwrap();
    }
}

impl Mail {
    /// Takes a mail apart.
    pub fn read(octets: &[u8]) -> Self {
        let parsed = MessageParser::default().parse(octets).unwrap();
        let mut everything = String::from_utf8_lossy(octets).into_owned();
        let mut calendar = None;
        for part in &parsed.parts {
            let text = match &part.body {
                PartType::Text(text) | PartType::Html(text) => text.to_string(),
                PartType::Binary(octets) | PartType::InlineBinary(octets) => {
                    String::from_utf8_lossy(octets).into_owned()
                }
                PartType::Message(_) | PartType::Multipart(_) => continue,
            };
            let unfolded = text.replace("\r\n ", "");
            everything.push_str(&text);
            everything.push_str(&unfolded);
            let subtype = part.content_type().and_then(|kind| kind.subtype());
            if subtype == Some("calendar") {
                calendar = Some(unfolded);
            }
        }
        let to = parsed
            .to()
            .and_then(|to| to.first())
            .and_then(|to| to.address());
        Self {
            to: to.unwrap().to_owned(),
            message_id: parsed.message_id().unwrap().to_owned(),
            everything,
            calendar,
        }
    }

    /// Whether its subject or its text says so.
    pub fn is_about(&self, words: &str) -> bool {
        self.everything.contains(words)
    }

    /// The values of the calendar object's lines of this name.
    pub fn property(&self, name: &str) -> Vec<String> {
        let calendar = self.calendar.as_deref().unwrap_or_default();
        calendar
            .lines()
            .filter_map(|line| line.strip_prefix(name)?.strip_prefix(':'))
            .map(str::to_owned)
            .collect()
    }
}

/// How many of `messages` are in `state`.
pub fn in_state(messages: &[Message], state: MessageState) -> usize {
    messages
        .iter()
        .filter(|message| message.state == state)
        .count()
}
