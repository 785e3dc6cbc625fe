//! The form as it would be filled in for a registration that is there already.

use crate::event::Event;
use crate::registration::{Answer, Entered, Registration};
use crate::web::form::Filled;

/// What the form of `event` would hold for this registration.
pub fn entered_in_form(event: &Event, registration: &Registration, entered: Entered) -> Filled {
    let mut fields = vec![
        ("name".to_owned(), registration.name.to_string()),
        ("email".to_owned(), registration.email.to_string()),
        ("mode".to_owned(), registration.mode.to_string()),
    ];
    let mut add = |name: &str, value: String| fields.push((name.to_owned(), value));
    for session in event.sessions() {
        if registration.sessions.contains(&session.id) {
            add(
                "session",
                event.details.session_key(session.index).to_string(),
            );
        }
    }
    let given = [
        ("organisation", entered.organisation),
        ("position", entered.position),
        ("country", entered.country),
        (
            "listening",
            registration.listening.as_ref().map(ToString::to_string),
        ),
        ("code", entered.code),
    ];
    for (name, value) in given {
        value.into_iter().for_each(|value| add(name, value));
    }
    for (question, answer) in entered.answers {
        let values = match answer {
            Answer::One(value) => vec![value],
            Answer::Several(values) => values,
        };
        for value in values {
            add(&format!("answer.{question}"), value);
        }
    }
    for consent in entered.consents {
        add(&format!("consent.{consent}"), "yes".to_owned());
    }
    Filled::with(fields)
}
