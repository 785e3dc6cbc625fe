//! The objects under test: a session on Friday 25 November 2022, 15:00 to 17:00 in Beirut, and what
//! becomes of it.

use chrono::{DateTime, TimeDelta};
use convoke::base::clock::Instant;
use convoke::base::text::SingleLine;
use convoke::base::zone::{WallTime, Zone};
use convoke::calendar::{Conference, Entry, Feed, Invitation, Link, Method, Organizer, Status};

/// The join link: it holds what TEXT has to escape and addresses must not.
pub const LINK: &str = "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0;v=2";

/// The texts of one language.
pub struct Texts {
    pub language: &'static str,
    organizer: &'static str,
    summary: &'static str,
    link_follows: &'static str,
    registered: &'static str,
    when: &'static str,
    join: &'static str,
    online: &'static str,
    cancelled: &'static str,
    events: &'static str,
}

pub const ENGLISH: Texts = Texts {
    language: "en",
    organizer: "Institute for Peace; events",
    summary: "Virtual roundtable: youth, peace and security in the Arab region",
    link_follows: "Online (the link is sent when registration has closed)",
    registered: "You are registered. The link to the meeting will reach you after registration has \
                 closed, on Thursday 24 November 2022, 23:59 Beirut time (UTC+2).",
    when: "Friday 25 November 2022, 15:00–17:00 Beirut time (UTC+2)\nPlease join 10 minutes early.",
    join: "Join: “the session”",
    online: "Online",
    cancelled: "The session was cancelled. We apologise for any inconvenience.",
    events: "Events; all of them",
};

pub const ARABIC: Texts = Texts {
    language: "ar",
    organizer: "فريق الفعاليات",
    summary: "مائدة مستديرة افتراضية: الشباب والسلام والأمن في المنطقة العربية",
    link_follows: "عبر الإنترنت (يُرسل الرابط بعد إغلاق التسجيل)",
    registered: "تم تأكيد تسجيلكم. سيصلكم رابط الاجتماع بعد إغلاق التسجيل يوم الخميس 24 تشرين \
                 الثاني/نوفمبر 2022 الساعة 23:59 بتوقيت بيروت (UTC+2).",
    when: "الجمعة 25 تشرين الثاني/نوفمبر 2022، 15:00–17:00 بتوقيت بيروت (UTC+2)\nيُرجى الانضمام قبل 10 دقائق.",
    join: "انضم إلى الجلسة",
    online: "عبر الإنترنت",
    cancelled: "أُلغيت هذه الجلسة. نعتذر عن أي إزعاج.",
    events: "الفعاليات",
};

impl Texts {
    /// The first object of a registration: no link yet.
    pub fn registered(&self) -> Invitation {
        let description = format!("{}\n{PAGE}", self.registered);
        self.invitation(0, "2022-11-15T09:00:00Z", self.request(None), description)
    }

    /// The second: the link was released.
    pub fn released(&self) -> Invitation {
        let description = format!("{}\n{PAGE}", self.when);
        let request = self.request(Some(LINK));
        self.invitation(1, "2022-11-24T22:05:00Z", request, description)
    }

    /// The third: the event was cancelled.
    pub fn cancelled(&self) -> Invitation {
        let description = format!("{}\n{PAGE}", self.cancelled);
        let method = Method::Cancel {
            comment: line(self.cancelled),
        };
        Invitation {
            location: line(self.online),
            ..self.invitation(2, "2022-11-25T08:00:00Z", method, description)
        }
    }

    /// The released invitation to a session in another zone, two hours long.
    pub fn released_in(&self, zone: &str, starts: &str) -> Invitation {
        let zone: Zone = zone.parse().expect(zone);
        let wall: WallTime = starts.parse().expect(starts);
        let starts = zone.resolve_leniently(wall).instant;
        Invitation {
            zone,
            starts,
            ends: starts + TimeDelta::hours(2),
            ..self.released()
        }
    }

    /// The session as everybody may see it.
    pub fn entry(&self) -> Entry {
        let invitation = self.registered();
        Entry {
            uid: "session-4f1c9a27@events.example.org".to_owned(),
            sequence: 0,
            issued: invitation.issued,
            created: invitation.created,
            status: Status::Confirmed,
            organizer: invitation.organizer,
            zone: invitation.zone,
            starts: invitation.starts,
            ends: invitation.ends,
            summary: invitation.summary,
            description: format!("{}\n{PAGE}", self.when),
            location: line(self.online),
            language: invitation.language,
            page: link(PAGE),
            image: Some(link("https://events.example.org/pictures/ysp-2022.webp")),
        }
    }

    /// Sessions in three zones, one of them cancelled, two in one zone on both sides of a change.
    pub fn feed(&self) -> Feed {
        let session = |uid: &str, zone: &str, starts: &str| {
            let other = self.released_in(zone, starts);
            Entry {
                uid: format!("session-{uid}@events.example.org"),
                zone: other.zone,
                starts: other.starts,
                ends: other.ends,
                ..self.entry()
            }
        };
        Feed {
            name: line(self.events),
            language: self.language.parse().expect("a language"),
            source: link("https://events.example.org/calendar.ics"),
            color: "teal",
            entries: vec![
                self.entry(),
                session("1", "Asia/Beirut", "2023-06-01T10:00"),
                Entry {
                    status: Status::Cancelled,
                    sequence: 1,
                    ..session("2", "Europe/Berlin", "2023-07-01T10:00")
                },
                session("3", "Africa/Casablanca", "2023-03-25T10:00"),
            ],
        }
    }

    fn invitation(
        &self,
        sequence: i64,
        issued: &str,
        method: Method,
        description: String,
    ) -> Invitation {
        Invitation {
            method,
            uid: "reg-01931f2ac7b87c2e9a40@events.example.org".to_owned(),
            sequence,
            issued: utc(issued),
            created: utc("2022-11-15T09:00:00Z"),
            organizer: Organizer {
                name: line(self.organizer),
                address: "events@example.org".to_owned(),
            },
            attendee: "attendee@example.net".parse().expect("an address"),
            zone: "Asia/Beirut".parse().expect("a zone"),
            starts: utc("2022-11-25T13:00:00Z"),
            ends: utc("2022-11-25T15:00:00Z"),
            summary: line(self.summary),
            description,
            location: line(self.link_follows),
            language: self.language.parse().expect("a language"),
        }
    }

    fn request(&self, address: Option<&str>) -> Method {
        Method::Request {
            page: link(PAGE),
            conference: address.map(|address| Conference {
                link: link(address),
                label: line(self.join),
            }),
        }
    }
}

const PAGE: &str = "https://events.example.org/events/ysp-2022";

fn line(text: &str) -> SingleLine {
    SingleLine::clean(text)
}

fn link(text: &str) -> Link {
    text.parse().expect(text)
}

fn utc(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text).expect(text).to_utc()
}
