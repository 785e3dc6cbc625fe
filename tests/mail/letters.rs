//! Letters to send, and the way to send one.

use chrono::{TimeZone, Utc};
use convoke::base::text::SingleLine;
use convoke::mailer::deliver::{Outcome, Transport};
use convoke::mailer::form::{Form, Formatted, Letter};

pub const OBJECT: &str = "BEGIN:VCALENDAR\r\nPRODID:-//convoke//EN\r\nVERSION:2.0\r\n\
    METHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:7@events.example.org\r\nDTSTAMP:20221115T090000Z\r\n\
    DTSTART:20221125T130000Z\r\nSUMMARY;LANGUAGE=ar:مائدة مستديرة\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/// An ordinary letter; `number` tells letters apart.
pub fn letter(number: u32) -> Letter {
    Letter {
        message_id: format!("letter-{number}@events.example.org")
            .parse()
            .expect("a Message-ID"),
        date: Utc
            .with_ymd_and_hms(2022, 11, 20, 9, 30, 15)
            .single()
            .expect("a moment"),
        from: "Events team <events@events.example.org>"
            .parse()
            .expect("a sender"),
        return_path: None,
        to: "ana@x.example".parse().expect("an address"),
        reply_to: None,
        subject: SingleLine::clean("Roundtable on youth, peace and security"),
        language: "en".parse().expect("a language"),
        text: "You are registered.\n.\nA line with a dot of its own.\n".to_owned(),
        html: "<!doctype html><html lang=\"en\" dir=\"ltr\"><p>You are registered.</p></html>"
            .to_owned(),
        calendar: Some(OBJECT.to_owned()),
        feedback_id: SingleLine::clean("registered:convoke"),
        stop_page: None,
    }
}

/// The octets of an ordinary letter.
pub fn formatted(number: u32) -> Formatted {
    Form::default().format(&letter(number)).expect("a message")
}

/// Delivers the letter in both halves.
pub async fn send(transport: &Transport, message: &Formatted) -> Outcome {
    match transport.begin(&message.envelope).await {
        Ok(conversation) => conversation.data(&message.bytes).await,
        Err(failure) => Outcome::Failed(failure),
    }
}

/// Delivers the letter and insists that it was taken.
pub async fn send_well(transport: &Transport, message: &Formatted) {
    let outcome = send(transport, message).await;
    assert!(matches!(outcome, Outcome::Sent { .. }), "{outcome:?}");
}
