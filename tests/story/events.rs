//! Events to tell stories about, and requests for a place in them.

use convoke::base::language::Localised;
use convoke::base::text::SingleLine;
use convoke::event::{
    Capacity, Details, Format, Kind, MailSettings, Meeting, Mode, Release, Session, Terms,
};
use convoke::registration::{Answers, Request};

/// Twenty characters that stand in the meeting's address and nowhere else (S-32).
pub const CANARY: &str = "Qx7Zr2Lm9Vt4Wn6Hk3Pd";

/// The address of the event in these stories.
pub const SLUG: &str = "beirut-roundtable";

/// "Food security and trade", Friday 25 November 2022, 15:00 to 17:00 in Beirut; registration until
/// Thursday 23:59. Online, without a limit, the link after closing, and no reminders.
pub fn roundtable() -> Details {
    Details {
        slug: SLUG.parse().unwrap(),
        kind: Kind::Roundtable,
        format: Format::Online,
        zone: "Asia/Beirut".parse().unwrap(),
        languages: vec!["en".parse().unwrap()],
        page_languages: None,
        title: words("Food security and trade"),
        summary: None,
        description: None,
        visibility: None,
        contact: None,
        rules: None,
        recording: None,
        photography: None,
        retention: None,
        embed: None,
        interpretation: Vec::new(),
        venue: None,
        terms: Terms {
            closes: Some("2022-11-24T23:59".parse().unwrap()),
            ..Terms::default()
        },
        meeting: Some(meeting(None)),
        tech_check: None,
        mail: reminders(&[]),
        survey: None,
        hosts: Vec::new(),
        sessions: vec![session("main", "2022-11-25T15:00", "2022-11-25T17:00")],
    }
}

/// The same with so many places online, and no waiting list.
pub fn roundtable_for(places: u32) -> Details {
    let mut details = roundtable();
    details.terms.capacity = online(places);
    details.terms.waitlist = Some(false);
    details
}

/// The same with two sessions to choose from, each with so many places online.
pub fn two_sessions_for(first: u32, second: u32) -> Details {
    let mut details = roundtable();
    details.terms.per_session = Some(true);
    details.terms.waitlist = Some(false);
    details.sessions = vec![
        session("morning", "2022-11-25T10:00", "2022-11-25T12:00"),
        session("evening", "2022-11-25T18:00", "2022-11-25T20:00"),
    ];
    details.sessions[0].capacity = online(first);
    details.sessions[1].capacity = online(second);
    details
}

/// A session of this key, from and until these wall times.
pub fn session(key: &str, starts: &str, ends: &str) -> Session {
    Session {
        id: Some(key.parse().unwrap()),
        title: Some(words(key)),
        r#abstract: None,
        starts: starts.parse().unwrap(),
        ends: ends.parse().unwrap(),
        place: None,
        languages: None,
        capacity: None,
        meeting: None,
        lineup: Vec::new(),
    }
}

/// Where to join, with the canary in its address.
pub fn meeting(release: Option<Release>) -> Meeting {
    Meeting {
        provider: None,
        link: Some(
            format!("https://meet.example.org/{CANARY}")
                .parse()
                .unwrap(),
        ),
        lineup_link: None,
        release,
        service: None,
        join_page: None,
        recording: None,
    }
}

/// Reminders so long before a session.
pub fn reminders(before: &[&str]) -> Option<MailSettings> {
    Some(MailSettings {
        reminders: Some(before.iter().map(|span| span.parse().unwrap()).collect()),
        ..MailSettings::default()
    })
}

/// So many places online; unlimited in the room.
pub fn online(places: u32) -> Option<Capacity> {
    Some(Capacity {
        online: Some(places),
        in_person: None,
    })
}

/// A request for a place online, in every session.
pub fn request(email: &str) -> Request {
    Request {
        name: SingleLine::clean("Rana Haddad"),
        email: email.parse().unwrap(),
        language: "en".parse().unwrap(),
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
    }
}

/// The request of the person of this number.
pub fn request_of(number: usize) -> Request {
    request(&format!("guest{number}@example.org"))
}

/// A request for a place in these sessions.
pub fn request_for(email: &str, sessions: &[&str]) -> Request {
    Request {
        sessions: sessions.iter().map(|key| key.parse().unwrap()).collect(),
        ..request(email)
    }
}

pub fn words(text: &str) -> Localised {
    Localised::One(text.to_owned())
}
