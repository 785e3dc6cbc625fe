//! Other systems told what happens (S-29): registered by owners, told once of each deed, and nobody else.

mod page;
mod told;
mod tries;

use std::io::Write;
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use chrono::TimeDelta;
use convoke::account::{Organiser, Role};
use convoke::base::id::Id;
use convoke::event::{Details, Event};
use convoke::outgoing::Reach;
use convoke::webhook::{self, Delivery, Kind, Secret, Webhook, Wish};

use crate::receiver::{ADDRESS, Received, Receiver};
use crate::registrations::register;
use crate::stage::Stage;

/// A service with a receiver, and with one who owns both.
struct Told {
    stage: Stage,
    receiver: Receiver,
    owner: Organiser,
}

impl Told {
    async fn set(test: convoke::base::testing::TestDb, details: Details) -> Self {
        let stage = Stage::set_with(test, details).await;
        Self {
            owner: stage.employ("maya@institute.example", Role::Owner).await,
            receiver: Receiver::start().await,
            stage,
        }
    }

    /// A webhook at the receiver that is told everything of every event.
    async fn hook(&self) -> (Webhook, Secret) {
        self.hook_for(|_| {}).await
    }

    async fn hook_for(&self, otherwise: impl FnOnce(&mut Wish)) -> (Webhook, Secret) {
        let mut wish = Wish {
            address: ADDRESS.parse().unwrap(),
            kinds: Kind::choosable().collect(),
            event: None,
            shows_people: false,
        };
        otherwise(&mut wish);
        let mut tx = self.stage.begin().await;
        let (own, key) = (self.stage.organisation, &self.stage.key);
        let made = webhook::make(&mut tx, key, (own, self.owner.id), wish).await;
        tx.commit().await.unwrap();
        // What it takes to make one is told to none.
        self.work().await;
        made.unwrap()
    }

    /// Does once what a worker does all the time.
    async fn work(&self) {
        let worker = self.stage.worker();
        let worker = worker.telling(self.receiver.client(Reach::Outside));
        worker.tick().await.unwrap();
    }

    /// The kinds that come now, sorted.
    async fn kinds(&self) -> Vec<String> {
        self.work().await;
        self.receiver.take_kinds()
    }

    async fn test(&self, id: Id<Webhook>) {
        let mut tx = self.stage.begin().await;
        let own = self.stage.organisation;
        let sent = webhook::send_test(&mut tx, own, id).await.unwrap();
        assert_eq!(sent, webhook::Test::Owed);
        tx.commit().await.unwrap();
    }

    /// Somebody registers, and two messages are owed of that to whoever is told everything.
    async fn happens(&self, number: usize) {
        let email = format!("a{number}@example.org");
        register(&self.stage, "Somebody", &email, "").await;
    }

    async fn load(&self, id: Id<Webhook>) -> Webhook {
        let mut tx = self.stage.begin().await;
        let all = webhook::of_organisation(&mut tx, self.stage.organisation);
        let mut all = all.await.unwrap().into_iter();
        all.find(|one| one.id == id).unwrap()
    }

    async fn latest(&self, id: Id<Webhook>) -> Vec<Delivery> {
        let mut tx = self.stage.begin().await;
        webhook::latest(&mut tx, id, 100).await.unwrap()
    }

    async fn event(&self) -> Event {
        self.stage.event().await
    }

    fn pass(&self, seconds: i64) {
        self.stage.test.clock.advance(TimeDelta::seconds(seconds));
    }
}

/// Whether one of its signatures is that of `secret`, as OpenSSL computes it.
fn is_signed_by(received: &Received, secret: &str) -> bool {
    let header = |name: &str| received.headers[name].as_str();
    let mut message = format!("{}.{}.", header("webhook-id"), header("webhook-timestamp"));
    message.push_str(std::str::from_utf8(&received.octets).unwrap());
    let key = BASE64_STANDARD.decode(secret.strip_prefix("whsec_").unwrap());
    let hex: String = key
        .unwrap()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut openssl = Command::new("openssl")
        .args(["dgst", "-sha256", "-mac", "HMAC", "-binary", "-macopt"])
        .arg(format!("hexkey:{hex}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("openssl is installed (Debian package of this name)");
    openssl
        .stdin
        .take()
        .unwrap()
        .write_all(message.as_bytes())
        .unwrap();
    let digest = openssl.wait_with_output().unwrap().stdout;
    let expected = format!("v1,{}", BASE64_STANDARD.encode(digest));
    header("webhook-signature")
        .split(' ')
        .any(|one| one == expected)
}
