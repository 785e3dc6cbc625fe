//! People who register.

use convoke::base::text::SingleLine;
use convoke::event::{FieldName, Mode};
use convoke::registration::{self, Answers, Outcome, Request};

use crate::stage::Stage;

/// Somebody registers for the event online, who works at `organisation` and followed the link `source`,
/// where it is not empty.
pub async fn register(
    stage: &Stage,
    number: usize,
    language: &str,
    organisation: Option<&str>,
    source: &str,
) {
    let request = request(&format!("guest-{number}@example.org"), organisation, source);
    let request = Request {
        language: language.parse().unwrap(),
        ..request
    };
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let outcome = registration::register(&mut tx, &stage.key, &event, &request, None).await;
    assert!(matches!(outcome.unwrap(), Outcome::Accepted(_)));
    tx.commit().await.unwrap();
}

/// What somebody at `email` asks for who wants to come online.
pub fn request(email: &str, organisation: Option<&str>, source: &str) -> Request {
    let works_at = organisation.map(|name| (FieldName::Organisation, SingleLine::clean(name)));
    Request {
        name: SingleLine::clean("Rana Haddad"),
        email: email.parse().unwrap(),
        language: "en".parse().unwrap(),
        mode: Mode::Online,
        listening: None,
        sessions: Vec::new(),
        fields: works_at.into_iter().collect(),
        answers: Answers::new(),
        consents: Vec::new(),
        code: None,
        source: source.parse().ok(),
        waitlist: false,
        meanwhile_online: false,
        companion_key: String::new(),
    }
}
