//! An event as pages, mails and calendar texts show it.

use chrono::NaiveDate;
use serde::Serialize;

use super::locale::Locale;
use super::times::{Hours, Moment};
use super::words::Words;
use crate::base::clock::Instant;
use crate::base::zone::Zone;

/// An event in the reader's language. Closed sets (kind, format, roles) are the words of the event
/// file, for which the catalogue has texts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventFacts {
    /// Its name in addresses.
    pub slug: String,
    /// Its title.
    pub title: Words,
    /// One sentence about it.
    pub summary: Option<Words>,
    /// Markdown.
    pub description: Option<Words>,
    /// `roundtable`, `webinar` …
    pub kind: &'static str,
    /// `in_person`, `online`, `hybrid`.
    pub format: &'static str,
    /// The day, or the first and the last one.
    pub days: String,
    /// From the first start to the last end of its sessions, with the zone.
    pub hours: String,
    /// Its sessions, in order.
    pub sessions: Vec<SessionFacts>,
    /// How it is joined online, where it can be.
    pub online: Option<Online>,
    /// Where the room is, where there is one and it is known.
    pub venue: Option<VenueFacts>,
    /// Whether there is a room that is still to be announced.
    pub venue_to_be_announced: bool,
    /// “English and Arabic”.
    pub spoken: String,
    /// “Simultaneous interpretation between English and Arabic”, a phrase for each kind.
    pub interpretation: Vec<String>,
    /// `on_record`, `chatham_house`, `none`.
    pub rules: &'static str,
    /// Whether it is recorded.
    pub recording: bool,
    /// Whether photographs are taken.
    pub photography: bool,
    /// Who runs, helps and pays, by role.
    pub hosts: Vec<HostGroup>,
    /// Whom to write to.
    pub contact: String,
    /// Whether an organiser decides on each request.
    pub approval: bool,
    /// Whether a code is needed.
    pub invitation_only: bool,
    /// Whether the address is confirmed by a link first.
    pub confirm_address: bool,
    /// When registration opens, where that is stated.
    pub opens: Option<Moment>,
    /// The last minute of registration.
    pub closes: Moment,
    /// How many days after the end what attendees entered is deleted.
    pub kept_for_days: i64,
}

/// A session of an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionFacts {
    /// Its value in forms.
    pub key: String,
    /// Its title, where it has one.
    pub title: Option<Words>,
    /// What it is about.
    pub about: Option<Words>,
    /// When it takes place.
    pub hours: Hours,
    /// The room.
    pub place: Option<Words>,
    /// Its languages, where they differ from the event's.
    pub spoken: Option<String>,
    /// Who appears, by role.
    pub lineup: Vec<LineupGroup>,
}

/// Those with one role in a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LineupGroup {
    /// `moderator`, `speaker` …
    pub role: &'static str,
    /// In the order of the event.
    pub people: Vec<PersonFacts>,
}

/// Somebody in a session.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonFacts {
    /// Who; none is to be announced.
    pub name: Option<Words>,
    /// Their position.
    pub position: Option<Words>,
    /// Their organisation.
    pub organisation: Option<Words>,
    /// About them.
    pub bio: Option<Words>,
    /// Their photo, where they agreed to its being shown.
    pub photo: Option<PhotoFacts>,
}

/// A photo of somebody.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PhotoFacts {
    /// Its address.
    pub src: String,
    /// What it shows; empty where nobody has said so.
    pub alt: String,
}

/// Hosts with one role.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HostGroup {
    /// `organiser`, `partner` …
    pub role: &'static str,
    /// In the order of the event.
    pub hosts: Vec<HostFacts>,
}

/// An organisation named on an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HostFacts {
    /// Its name.
    pub name: Words,
    /// Its short name, where it differs.
    pub short: Option<Words>,
    /// Its web site.
    pub link: Option<String>,
    /// Words that have to stand beside its name.
    pub disclaimer: Option<Words>,
    /// The address of its logo, which says its name to whoever does not see it.
    pub logo: Option<String>,
}

/// How an event is joined online. The link itself is never here.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Online {
    /// “Zoom”.
    pub provider: Option<String>,
    /// Whether it is given the names of those who come, with a link for each.
    pub named: bool,
    /// When the link comes: `after_close`, `on_confirmation`, `before_start`, `manual`.
    pub release: &'static str,
    /// The moment from which the link is sent, where the policy tells one.
    pub sent_from: Option<Moment>,
}

/// Where a room is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VenueFacts {
    /// The house.
    pub name: Option<Words>,
    /// Street, floor, room.
    pub address: Option<Words>,
    /// “Rabat, Morocco”.
    pub town: Option<String>,
    /// Where it is on a map.
    pub map: Option<String>,
}

/// The way into an event at one moment: the one button, or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Door {
    /// Registration is open.
    Open,
    /// It has not begun.
    NotYet,
    /// Every place is taken.
    Full {
        /// Whether a list is kept.
        waitlist: bool,
    },
    /// It has ended.
    Closed,
    /// The event will not take place.
    Cancelled,
    /// The event is over.
    Over,
}

impl EventFacts {
    /// The roundtable of the samples, and a summit with all that an event can have.
    pub fn samples(locale: &Locale) -> Vec<Self> {
        vec![roundtable(locale), summit(locale)]
    }
}

/// The address of a page of `event`, as in samples.
pub(super) fn address(locale: &Locale, event: &EventFacts, rest: &str) -> String {
    format!("/{}/events/{}{rest}", locale.language(), event.slug)
}

fn roundtable(locale: &Locale) -> EventFacts {
    let zone = zone("Asia/Beirut");
    let closes = locale.moment(&zone, at("2022-11-24T21:59:00Z"));
    let person = |name: &str, position: &str, organisation: &str| PersonFacts {
        name: Some(foreign(locale, "en", name)),
        position: Some(foreign(locale, "en", position)),
        organisation: Some(foreign(locale, "en", organisation)),
        bio: None,
        photo: None,
    };
    let languages = ["en", "ar"].map(|tag| name_of(locale, tag));
    EventFacts {
        slug: "anti-corruption-in-practice".into(),
        title: by_language(
            locale,
            [
                (
                    "en",
                    "Anti-Corruption in Practice: Exploring Symbiotic Dynamics between the NACC, Civil Society and Investigative Journalists",
                ),
                (
                    "ar",
                    "مكافحة الفساد عملياً: استكشاف الديناميات التكاملية بين الهيئة الوطنية لمكافحة الفساد والمجتمع المدني والصحافة الاستقصائية",
                ),
            ],
        ),
        summary: Some(by_language(
            locale,
            [
                (
                    "en",
                    "How civil society and investigative journalists can both support and oversee the newly appointed National Anti-Corruption Commission.",
                ),
                (
                    "ar",
                    "كيف يمكن للمجتمع المدني وللصحافة الاستقصائية أن يدعما الهيئة الوطنية لمكافحة الفساد وأن يراقباها في آن واحد.",
                ),
            ],
        )),
        description: None,
        kind: "roundtable",
        format: "hybrid",
        days: locale.date(day(2022, 11, 25)),
        hours: hours(
            locale,
            &zone,
            "2022-11-25T13:00:00Z",
            "2022-11-25T15:00:00Z",
        ),
        sessions: vec![SessionFacts {
            key: "1".into(),
            title: Some(by_language(
                locale,
                [
                    ("en", "Roundtable discussion"),
                    ("ar", "نقاش الطاولة المستديرة"),
                ],
            )),
            about: None,
            hours: locale.hours(
                &zone,
                at("2022-11-25T13:00:00Z"),
                at("2022-11-25T15:00:00Z"),
            ),
            place: None,
            spoken: None,
            lineup: vec![
                LineupGroup {
                    role: "moderator",
                    people: vec![PersonFacts {
                        name: Some(by_language(locale, [("en", "Ali Taha"), ("ar", "علي طه")])),
                        position: Some(by_language(locale, [("en", "Researcher"), ("ar", "باحث")])),
                        organisation: Some(by_language(
                            locale,
                            [("en", "LCPS"), ("ar", "المركز اللبناني للدراسات")],
                        )),
                        bio: None,
                        photo: None,
                    }],
                },
                LineupGroup {
                    role: "speaker",
                    people: vec![
                        person("Tinatin Khidasheli", "Chairperson", "Civic IDEA"),
                        person("Julien Courson", "Executive Director", "LTA"),
                        person(
                            "Layal Bou Moussa",
                            "Investigative Journalist",
                            "Al Jadeed TV",
                        ),
                    ],
                },
            ],
        }],
        online: Some(Online {
            provider: Some("Zoom".into()),
            named: false,
            release: "after_close",
            sent_from: Some(closes.clone()),
        }),
        venue: None,
        venue_to_be_announced: true,
        spoken: locale.list(&languages),
        interpretation: vec![locale.text_with(
            "interpretation-simultaneous-between",
            &[("from", &languages[0]), ("to", &languages[1])],
        )],
        rules: "none",
        recording: false,
        photography: false,
        hosts: vec![
            HostGroup {
                role: "organiser",
                hosts: vec![HostFacts {
                    name: by_language(
                        locale,
                        [
                            ("en", "Lebanese Center for Policy Studies"),
                            ("ar", "المركز اللبناني للدراسات"),
                        ],
                    ),
                    short: Some(foreign(locale, "en", "LCPS")),
                    link: Some("https://lcps.example".into()),
                    disclaimer: None,
                    logo: Some("/pictures/word.small".into()),
                }],
            },
            HostGroup {
                role: "partner",
                hosts: vec![HostFacts {
                    name: by_language(
                        locale,
                        [
                            ("en", "National Democratic Institute"),
                            ("ar", "المعهد الديمقراطي الوطني"),
                        ],
                    ),
                    short: Some(foreign(locale, "en", "NDI")),
                    link: None,
                    disclaimer: None,
                    logo: None,
                }],
            },
        ],
        contact: "events@lcps.example".into(),
        approval: false,
        invitation_only: false,
        confirm_address: false,
        opens: Some(locale.moment(&zone, at("2022-11-10T07:00:00Z"))),
        closes,
        kept_for_days: 30,
    }
}

fn summit(locale: &Locale) -> EventFacts {
    let zone = zone("Africa/Casablanca");
    let english = |text: &str| foreign(locale, "en", text);
    let nobody = PersonFacts {
        name: None,
        position: None,
        organisation: Some(english("Example University")),
        bio: None,
        photo: None,
    };
    EventFacts {
        slug: "water-and-data".into(),
        title: by_language(
            locale,
            [("en", "Water and Data"), ("ar", "المياه والبيانات")],
        ),
        description: Some(english(
            "Two sessions on *measuring* what flows.\n\n## Who should come\n\n- people who count\n- people who [publish](https://institute.example)",
        )),
        kind: "conference",
        days: locale.days(day(2026, 12, 10), day(2026, 12, 11)),
        hours: hours(
            locale,
            &zone,
            "2026-12-10T15:00:00Z",
            "2026-12-11T00:30:00Z",
        ),
        sessions: vec![
            SessionFacts {
                key: "opening".into(),
                title: Some(by_language(locale, [("en", "Opening"), ("ar", "الافتتاح")])),
                about: Some(english("Why to measure at all.")),
                hours: locale.hours(
                    &zone,
                    at("2026-12-10T15:00:00Z"),
                    at("2026-12-10T16:30:00Z"),
                ),
                place: Some(english("Room 2")),
                spoken: Some(name_of(locale, "fr")),
                lineup: vec![
                    LineupGroup {
                        role: "keynote",
                        people: vec![PersonFacts {
                            bio: Some(english("Has measured rivers for thirty years.")),
                            ..nobody.clone()
                        }],
                    },
                    LineupGroup {
                        role: "interpreter",
                        people: vec![nobody.clone()],
                    },
                ],
            },
            SessionFacts {
                key: "night".into(),
                title: Some(english("Late session")),
                about: None,
                hours: locale.hours(
                    &zone,
                    at("2026-12-10T23:00:00Z"),
                    at("2026-12-11T00:30:00Z"),
                ),
                place: None,
                spoken: None,
                lineup: ["opening", "discussant", "moderator"]
                    .map(|role| LineupGroup {
                        role,
                        people: vec![nobody.clone(), nobody.clone()],
                    })
                    .into(),
            },
        ],
        online: Some(Online {
            provider: None,
            named: false,
            release: "before_start",
            sent_from: Some(locale.moment(&zone, at("2026-12-10T12:00:00Z"))),
        }),
        venue: Some(VenueFacts {
            name: Some(by_language(
                locale,
                [("en", "National Library"), ("ar", "المكتبة الوطنية")],
            )),
            address: Some(foreign(locale, "fr", "Salle 2, premier étage")),
            town: locale.town(Some("Rabat"), Some("MA")),
            map: Some("https://maps.example/rabat".into()),
        }),
        venue_to_be_announced: false,
        rules: "chatham_house",
        recording: true,
        photography: true,
        hosts: ["organiser", "supporter", "sponsor", "media_partner"]
            .map(|role| HostGroup {
                role,
                hosts: vec![HostFacts {
                    name: english("Example Foundation"),
                    short: None,
                    link: None,
                    disclaimer: (role == "sponsor")
                        .then(|| english("Views are the speakers’ own.")),
                    logo: None,
                }],
            })
            .into(),
        approval: true,
        confirm_address: true,
        invitation_only: true,
        opens: None,
        closes: locale.moment(&zone, at("2026-12-08T23:59:00Z")),
        ..roundtable(locale)
    }
}

fn by_language<const N: usize>(locale: &Locale, texts: [(&str, &str); N]) -> Words {
    let own = locale.language().to_string();
    let (tag, text) = texts
        .into_iter()
        .find(|(tag, _)| *tag == own)
        .unwrap_or(texts[0]);
    foreign(locale, tag, text)
}

fn foreign(locale: &Locale, tag: &str, text: &str) -> Words {
    let texts = crate::base::language::Localised::One(text.to_owned());
    let order: Vec<_> = tag.parse().into_iter().collect();
    Words::pick(&texts, locale, &order).unwrap_or_else(|| Words::plain(text))
}

fn name_of(locale: &Locale, tag: &str) -> String {
    tag.parse().map_or_else(
        |_| tag.to_owned(),
        |language| locale.language_name(&language),
    )
}

fn hours(locale: &Locale, zone: &Zone, starts: &str, ends: &str) -> String {
    locale.hours(zone, at(starts), at(ends)).hours_in_zone
}

fn zone(name: &str) -> Zone {
    name.parse().expect("a zone of the database")
}

fn at(iso: &str) -> Instant {
    iso.parse().expect("an instant by RFC 3339")
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}
