//! Mails that come back, and their way into a stage.

use convoke::base::clock::Instant;
use convoke::mailer::bounce::BounceAddress;
use convoke::mailer::inbound::{self, Intake, Received};
use convoke::outbox::{Message, MessageState};
use convoke::registration::Registration;

use crate::stage::Stage;

/// How the receiving mail server of these stories signs.
pub const AUTHSERV_ID: &str = "mx.institute.example";

/// A bounce of 5.1.1 with a readable return address (RFC 3464).
const REPORT: &str = include_str!("../samples/dsn.eml");

/// The intake of `stage`.
pub fn intake(stage: &Stage) -> Intake {
    Intake {
        key: stage.key.clone(),
        bounces: Some(bounces()),
        authserv_id: Some(AUTHSERV_ID.to_owned()),
    }
}

pub fn bounces() -> BounceAddress {
    "b@bounce.institute.example".parse().unwrap()
}

/// The address that `message` is returned to.
pub fn return_path(stage: &Stage, message: &Message) -> String {
    bounces().of(&stage.key, message.id).to_string()
}

/// What `mail` comes to.
pub async fn receive(stage: &Stage, mail: &str) -> Received {
    receive_octets(stage, mail.as_bytes()).await
}

pub async fn receive_octets(stage: &Stage, mail: &[u8]) -> Received {
    let reading = match inbound::understood(mail) {
        Ok(reading) => reading,
        Err(reason) => return Received::Nothing(reason),
    };
    let mut tx = stage.begin().await;
    let received = inbound::receive(&mut tx, &intake(stage), &reading)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    received
}

/// The one message of `kind` to `registration`.
pub async fn message_to(stage: &Stage, registration: &Registration, kind: &str) -> Message {
    let messages = stage.owed(kind).await;
    let mut theirs = messages
        .into_iter()
        .filter(|message| message.recipient == registration.id.uuid());
    let message = theirs.next().expect("a message");
    assert_eq!(theirs.next(), None);
    message
}

/// The same, which must have left.
pub async fn sent_to(stage: &Stage, registration: &Registration, kind: &str) -> Message {
    let message = message_to(stage, registration, kind).await;
    assert_eq!(message.state, MessageState::Sent);
    message
}

/// A report that came to `address`: the message `message_id` was not delivered to `recipient`.
pub fn report(address: &str, recipient: &str, message_id: &str) -> String {
    REPORT
        .replace("b+7Qm2xT4LwZk9@bounce.example.org", address)
        .replace("attendee@example.net", recipient)
        .replace(
            "01931f2a-c7b8-7c2e-9a40-5d1f00000000@events.example.org",
            message_id,
        )
}

/// An answer to an invitation.
#[derive(Clone)]
pub struct Answer {
    pub from: String,
    pub to: String,
    /// Header lines above all others.
    pub above: String,
    pub method: &'static str,
    pub uid: String,
    pub attendee: String,
    pub partstat: &'static str,
    pub sequence: i64,
    pub stamp: Instant,
}

impl Answer {
    /// As `person`'s calendar sends it when it declines what `message` invited to, and as our mail
    /// server hands it on.
    pub fn declining(person: &Registration, message: &Message) -> Self {
        let issue = &message.payload["issue"];
        let address = person.email.as_str();
        let domain = person.email.domain();
        Self {
            from: address.to_owned(),
            to: "events@institute.example".to_owned(),
            above: format!(
                "Authentication-Results: {AUTHSERV_ID};\r\n\tdkim=pass header.d={domain}\r\n"
            ),
            method: "REPLY",
            uid: issue["uid"].as_str().unwrap().to_owned(),
            attendee: address.to_owned(),
            partstat: "DECLINED",
            sequence: issue["sequence"].as_i64().unwrap(),
            stamp: "2022-11-20T09:00:00Z".parse().unwrap(),
        }
    }

    /// The mail, in the form of Outlook's: no ORGANIZER.
    pub fn mail(&self) -> String {
        let Self {
            from,
            to,
            above,
            method,
            uid,
            attendee,
            partstat,
            sequence,
            ..
        } = self;
        let stamp = self.stamp.format("%Y%m%dT%H%M%SZ");
        format!(
            "{above}From: Somebody <{from}>\r\nTo: {to}\r\nSubject: Declined\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n\
             --=_b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNo.\r\n\
             --=_b\r\nContent-Type: text/calendar; charset=utf-8; method={method}\r\n\r\n\
             BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nPRODID:-//x//EN\r\nVERSION:2.0\r\n\
             BEGIN:VEVENT\r\nATTENDEE;PARTSTAT={partstat};CN=Somebody:mailto:\r\n {attendee}\r\n\
             UID:{uid}\r\nSEQUENCE:{sequence}\r\nDTSTAMP:{stamp}\r\n\
             DTSTART:20221125T130000Z\r\nSUMMARY:Declined\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n\
             --=_b--\r\n"
        )
    }
}
