//! The contexts of the public pages.

use chrono::NaiveDate;
use serde::Serialize;

use super::View;
use super::discovery::Discovery;
use super::facts::{Door, EventFacts, address};
use super::form::{Choice, Field, Form, Hidden, Problem, Widget};
use super::locale::Locale;
use super::partner::{PartnerNotice, SeenBy};
use super::qr::QrCode;
use super::reminders::Reminders;
use super::times::{Leaf, Moment};
use super::words::Words;
use crate::base::language::{Direction, Language};

/// What a page's template needs to know.
pub trait Page: Serialize + Sized {
    /// Its template: `pages/FILE.html`.
    const FILE: &'static str;

    /// The states that the page can be in, each with a name.
    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)>;
}

/// What stands around every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Frame {
    /// Who runs the instance.
    pub site: String,
    /// The list of events in this language.
    pub home: String,
    /// The same page in every language of the service.
    pub languages: Vec<Alternate>,
    /// Whether search engines are asked to stay away.
    pub private: bool,
    /// Whether nothing that somebody sees in passing may say what it is about (P-10).
    pub discreet: bool,
}

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternate {
    /// The language tag.
    pub tag: String,
    /// The language's own name.
    pub name: String,
    /// How it is written.
    pub dir: Direction,
    /// The address.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
}

/// The list of events.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HomePage {
    /// What stands around it.
    pub frame: Frame,
    /// What its head tells search engines.
    pub discovery: Option<Discovery>,
    /// Those to come, the next first.
    pub upcoming: Vec<Card>,
    /// Those past, by year, the latest first.
    pub archive: Vec<Year>,
}

/// The past events of a year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Year {
    /// “2022”.
    pub year: String,
    /// The latest first.
    pub events: Vec<Card>,
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// Its page.
    pub href: String,
    /// What it is.
    pub event: EventFacts,
    /// Its first day.
    pub leaf: Leaf,
    /// Whether one can register.
    pub door: Door,
}

/// The page of an event.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EventPage {
    /// What stands around it.
    pub frame: Frame,
    /// What its head tells search engines and other sites; nothing of a sensitive event (P-10).
    pub discovery: Option<Discovery>,
    /// What it is.
    pub event: EventFacts,
    /// Whether one can register.
    pub door: Door,
    /// The form.
    pub register: String,
    /// The calendar file.
    pub calendar: String,
}

/// The form.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FormPage {
    /// What stands around it.
    pub frame: Frame,
    /// What one registers for.
    pub event: EventFacts,
    /// Its page.
    pub event_page: String,
    /// What is asked.
    pub form: Form,
    /// The partner whose link led here.
    pub partner: Option<PartnerNotice>,
    /// Whether the place will be on the waiting list.
    pub waitlist: bool,
    /// Whether it has to be looked at and sent once more, as it came quicker than people write, or was filled
    /// in where they see nothing (S-27).
    pub again: bool,
}

/// What is said instead of a form, or to a post that came outside the terms.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RefusedPage {
    /// What stands around it.
    pub frame: Frame,
    /// What one wanted to register for.
    pub event: EventFacts,
    /// Its page.
    pub event_page: String,
    /// Why not.
    pub door: Door,
    /// What was typed, so that nothing is lost.
    pub typed: Vec<Answer>,
    /// The way onto the waiting list: posts what was typed.
    pub offer: Option<Form>,
    /// Whether one could come online until there is a place in the room.
    pub meanwhile_online: bool,
}

/// What happens next: the same for new and for known addresses (S-26).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextPage {
    /// What stands around it.
    pub frame: Frame,
    /// What one registered for.
    pub event: EventFacts,
    /// Its page.
    pub event_page: String,
    /// The calendar file.
    pub calendar: String,
    /// The address that mails come from.
    pub sender: String,
    /// What the message will say: `registered`, `waitlisted`, `received`, `confirm_address`.
    pub next: &'static str,
}

/// Somebody's own registration.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OwnPage {
    /// What stands around it.
    pub frame: Frame,
    /// What it is for, with the chosen sessions only.
    pub event: EventFacts,
    /// The event's page.
    pub event_page: String,
    /// `unconfirmed`, `pending`, `waitlisted`, `confirmed`, `declined`, `cancelled`.
    pub state: &'static str,
    /// What was entered.
    pub answers: Vec<Answer>,
    /// When it was made.
    pub registered_at: Moment,
    /// Where the confirmation of the address is posted, while it is owed.
    pub confirm: Option<String>,
    /// The place that is kept for them until they answer.
    pub offer: Option<OfferedPlace>,
    /// Their number in the waiting list.
    pub place_in_line: Option<usize>,
    /// Others who were asked for with their address, and whom they have not answered for (E-19).
    pub companions: Vec<AskedFor>,
    /// What else they wait for, besides what they have.
    pub waits: Option<Waits>,
    /// Whether the link to join has been sent.
    pub link_sent: bool,
    /// Whether mail to the address came back, so that no more is sent there.
    pub undeliverable: bool,
    /// Whether reminders come, while there is something to be reminded of.
    pub reminders: Option<Reminders>,
    /// Where the withdrawal is posted, while there is something to withdraw.
    pub withdraw: Option<String>,
    /// The form, where one may register again.
    pub register: Option<String>,
    /// The address that mails come from.
    pub sender: String,
    /// What is shown at the door, for who comes to the room.
    pub code: Option<QrCode>,
    /// The certificate that they came, where it was noted.
    pub certificate: Option<String>,
    /// Where they say what it was like, while they can.
    pub survey: Option<String>,
    /// The partner that sees who they are.
    pub partner: Option<SeenBy>,
    /// What was just done: `changed` or `waits`.
    pub done: Option<&'static str>,
    /// Where what was entered can be changed, while it can.
    pub change: Option<String>,
    /// Where all that is kept is asked for.
    pub copy: String,
    /// Where everything can be erased.
    pub erase: String,
}

/// What somebody with a place waits for (E-18, F-18).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waits {
    /// The other way to attend: `online` or `in_person`.
    pub mode: Option<&'static str>,
    /// Sessions besides those they come to, each with their number in its line.
    pub sessions: Vec<SessionWait>,
    /// Where they leave every line and keep what they have.
    pub stop: String,
}

/// A session that somebody waits for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SessionWait {
    /// Which.
    pub session: Words,
    /// Their number in its line.
    pub place_in_line: usize,
}

/// A place that is kept for somebody until they answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfferedPlace {
    /// Where it is taken up.
    pub take: String,
    /// Until when it is kept.
    pub until: Moment,
}

/// Somebody who was asked for with the address of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedFor {
    /// The name, as it was typed.
    pub name: String,
    /// Where it is said whether they are meant.
    pub answer: String,
}

/// Something entered, in words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// What was asked.
    pub label: Words,
    /// What was answered.
    pub value: Words,
}

/// The form's key came again with other content.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictPage {
    /// What stands around it.
    pub frame: Frame,
    /// What one registered for.
    pub event: EventFacts,
    /// Its page.
    pub event_page: String,
    /// A fresh form.
    pub register: String,
    /// What was typed.
    pub typed: Vec<Answer>,
}

/// Something else went wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProblemPage {
    /// What stands around it.
    pub frame: Frame,
    /// The HTTP status, one of [`ProblemPage::STATUSES`].
    pub status: u16,
}

impl Frame {
    /// The frame of the page at `/LANGUAGE` + `path`.
    pub fn new(view: &View, language: &Language, site: &str, path: &str) -> Self {
        let languages = view
            .languages()
            .iter()
            .map(|other| Alternate {
                tag: other.to_string(),
                name: view.locale(other).text("autonym"),
                dir: other.direction(),
                href: format!("/{other}{path}"),
                current: other == language,
            })
            .collect();
        Self {
            site: site.to_owned(),
            home: format!("/{language}/"),
            languages,
            private: false,
            discreet: false,
        }
    }

    /// The same for a page at `path`, whose address begins with no language: another one is asked for behind
    /// it.
    pub fn chosen_at(mut self, path: &str) -> Self {
        for other in &mut self.languages {
            other.href = format!("{path}?lang={}", other.tag);
        }
        self
    }

    /// The same for a page about what nobody may learn of who looks over somebody's shoulder.
    pub fn discreet(self) -> Self {
        Self {
            private: true,
            discreet: true,
            ..self
        }
    }

    /// The same for a page that is nobody else's business.
    pub fn private(self) -> Self {
        Self {
            private: true,
            ..self
        }
    }
}

impl ProblemPage {
    /// The statuses that have words of their own.
    pub const STATUSES: [u16; 11] = [400, 401, 403, 404, 405, 408, 413, 421, 429, 500, 503];
}

impl Page for HomePage {
    const FILE: &'static str = "home";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let cards: Vec<Card> = doors()
            .into_iter()
            .zip(EventFacts::samples(locale).into_iter().cycle())
            .map(|((_, door), event)| Card {
                href: format!("/{}/events/{}", locale.language(), event.slug),
                leaf: locale.leaf(NaiveDate::from_ymd_opt(2022, 11, 25).unwrap_or_default()),
                event,
                door,
            })
            .collect();
        let full = Self {
            frame: frame.clone(),
            discovery: cards
                .first()
                .map(|card| Discovery::sample(locale, &card.event)),
            upcoming: cards[..5].to_vec(),
            archive: vec![Year {
                year: "2022".into(),
                events: cards[5..].to_vec(),
            }],
        };
        let empty = Self {
            discovery: None,
            upcoming: Vec::new(),
            archive: Vec::new(),
            ..full.clone()
        };
        vec![("full", full), ("empty", empty)]
    }
}

impl Page for EventPage {
    const FILE: &'static str = "event";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |event: EventFacts, door| Self {
            frame: frame.clone(),
            discovery: (door != Door::Over).then(|| Discovery::sample(locale, &event)),
            door,
            register: address(locale, &event, "/register"),
            calendar: format!("/events/{}.ics?lang={}", event.slug, locale.language()),
            event,
        };
        let mut pages: Vec<_> = doors()
            .into_iter()
            .map(|(name, door)| (name, page(EventFacts::samples(locale).remove(0), door)))
            .collect();
        let everything = EventFacts::samples(locale).remove(1);
        pages.push(("everything", page(everything, Door::Open)));
        pages
    }
}

impl Page for FormPage {
    const FILE: &'static str = "register";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |form, waitlist, index| {
            let event = EventFacts::samples(locale).remove(index);
            Self {
                frame: frame.clone(),
                event_page: address(locale, &event, ""),
                event,
                form,
                partner: None,
                waitlist,
                again: false,
            }
        };
        let mut again = page(sample_form(locale, false), false, 0);
        again.again = true;
        let mut discreet = page(sample_form(locale, false), false, 0);
        discreet.frame = frame.clone().discreet();
        let by_partner = |consent: bool| Self {
            partner: Some(PartnerNotice::sample(locale)).map(|notice| PartnerNotice {
                consent: notice.consent.filter(|_| consent),
                ..notice
            }),
            ..page(sample_form(locale, false), false, 0)
        };
        vec![
            ("partner", by_partner(true)),
            ("partner-counts", by_partner(false)),
            ("again", again),
            ("discreet", discreet),
            ("empty", page(sample_form(locale, false), false, 0)),
            ("errors", page(sample_form(locale, true), false, 1)),
            ("waitlist", page(sample_form(locale, false), true, 1)),
        ]
    }
}

impl Page for RefusedPage {
    const FILE: &'static str = "refused";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        doors()
            .into_iter()
            .filter(|(_, door)| *door != Door::Open)
            .map(|(name, door)| {
                let event = EventFacts::samples(locale).remove(0);
                let page = Self {
                    frame: frame.clone(),
                    event_page: address(locale, &event, ""),
                    event,
                    typed: if door == Door::Over {
                        Vec::new()
                    } else {
                        sample_answers(locale)
                    },
                    meanwhile_online: door == Door::Full { waitlist: true },
                    offer: (door == Door::Full { waitlist: true })
                        .then(|| sample_form(locale, false)),
                    door,
                };
                (name, page)
            })
            .collect()
    }
}

impl Page for NextPage {
    const FILE: &'static str = "next";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        ["registered", "waitlisted", "received", "confirm_address"]
            .into_iter()
            .zip(EventFacts::samples(locale).into_iter().cycle())
            .map(|(next, event)| {
                let page = Self {
                    frame: frame.clone(),
                    event_page: address(locale, &event, ""),
                    calendar: format!("/events/{}.ics?lang={}", event.slug, locale.language()),
                    event,
                    sender: "events@lcps.example".into(),
                    next,
                };
                (next, page)
            })
            .collect()
    }
}

impl Page for OwnPage {
    const FILE: &'static str = "own";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let states = [
            ("unconfirmed", "unconfirmed"),
            ("pending", "pending"),
            ("waitlisted", "waitlisted"),
            ("offered", "waitlisted"),
            ("confirmed", "confirmed"),
            ("declined", "declined"),
            ("cancelled", "cancelled"),
        ];
        states
            .into_iter()
            .map(|(name, state)| {
                let event = EventFacts::samples(locale).remove(0);
                let active = !matches!(state, "declined" | "cancelled");
                let page = Self {
                    frame: frame.clone(),
                    event_page: address(locale, &event, ""),
                    state,
                    answers: sample_answers(locale),
                    registered_at: event.closes.clone(),
                    confirm: (state == "unconfirmed")
                        .then(|| format!("/{}/registrations/TOKEN/confirm", locale.language())),
                    offer: (name == "offered").then(|| OfferedPlace {
                        take: format!("/{}/registrations/TOKEN/accept", locale.language()),
                        until: event.closes.clone(),
                    }),
                    place_in_line: matches!(name, "waitlisted" | "confirmed").then_some(3),
                    companions: (name == "confirmed")
                        .then(|| AskedFor {
                            name: "Omar <b>Haddad</b>".into(),
                            answer: format!(
                                "/{}/registrations/TOKEN/companions/0193",
                                locale.language()
                            ),
                        })
                        .into_iter()
                        .collect(),
                    waits: (name == "confirmed").then(|| Waits {
                        mode: Some(if locale.direction() == Direction::Rtl {
                            "online"
                        } else {
                            "in_person"
                        }),
                        sessions: vec![SessionWait {
                            session: Words::plain("Food & <security>"),
                            place_in_line: 2,
                        }],
                        stop: format!("/{}/registrations/TOKEN/stop-waiting", locale.language()),
                    }),
                    link_sent: state == "confirmed" && locale.direction() == Direction::Rtl,
                    undeliverable: state == "waitlisted",
                    reminders: (state == "confirmed").then(|| Reminders {
                        address: format!("/{}/registrations/TOKEN/reminders", locale.language()),
                        stopped: locale.direction() == Direction::Rtl,
                    }),
                    withdraw: active
                        .then(|| format!("/{}/registrations/TOKEN/withdraw", locale.language())),
                    register: (state == "cancelled").then(|| address(locale, &event, "/register")),
                    sender: "events@lcps.example".into(),
                    certificate: (name == "confirmed").then(|| "/certificate".into()),
                    survey: (name == "confirmed").then(|| "/survey".into()),
                    partner: (name == "confirmed").then(|| SeenBy::sample(locale)),
                    code: (state == "confirmed").then(|| QrCode::of("https://events.example/x")),
                    done: match name {
                        "confirmed" => Some("changed"),
                        "waitlisted" => Some("waits"),
                        _ => None,
                    },
                    change: active
                        .then(|| format!("/{}/registrations/TOKEN/change", locale.language())),
                    copy: format!("/{}/registrations/TOKEN/export", locale.language()),
                    erase: format!("/{}/registrations/TOKEN/erase", locale.language()),
                    event,
                };
                (name, page)
            })
            .collect()
    }
}

impl Page for ConflictPage {
    const FILE: &'static str = "conflict";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let event = EventFacts::samples(locale).remove(0);
        let page = Self {
            frame: frame.clone(),
            event_page: address(locale, &event, ""),
            register: address(locale, &event, "/register"),
            typed: sample_answers(locale),
            event,
        };
        vec![("other-content", page)]
    }
}

impl Page for ProblemPage {
    const FILE: &'static str = "problem";

    fn samples(frame: &Frame, _: &Locale) -> Vec<(&'static str, Self)> {
        let names = [
            "400", "403", "404", "405", "408", "413", "421", "429", "500", "503",
        ];
        names
            .into_iter()
            .zip(Self::STATUSES)
            .map(|(name, status)| {
                let frame = frame.clone();
                (name, Self { frame, status })
            })
            .collect()
    }
}

pub(super) fn doors() -> Vec<(&'static str, Door)> {
    vec![
        ("open", Door::Open),
        ("not-yet", Door::NotYet),
        ("full", Door::Full { waitlist: true }),
        ("full-without-list", Door::Full { waitlist: false }),
        ("closed", Door::Closed),
        ("cancelled", Door::Cancelled),
        ("over", Door::Over),
    ]
}

pub(super) fn sample_answers(locale: &Locale) -> Vec<Answer> {
    let answer = |key, value: &str| Answer {
        label: locale.text(key).into(),
        value: Words::plain(value),
    };
    vec![
        answer("field-name", "نادين خوري"),
        answer("field-email", "nadine.khoury@press.example"),
        answer("field-organisation", "Institute for Public Policy (12)"),
    ]
}

pub(super) fn sample_form(locale: &Locale, with_problems: bool) -> Form {
    let line = |name: &str, key: &str| Field::line(name, locale.text(key));
    let english = |text: &str| Words {
        text: text.to_owned(),
        lang: Some("en".into()),
        dir: Some(Direction::Ltr),
    };
    let mut fields = vec![
        Field {
            autocomplete: Some("name"),
            hint: Some(locale.text("field-name-hint").into()),
            ..line("name", "field-name")
        },
        Field {
            widget: Widget::Email,
            autocomplete: Some("email"),
            value: "nadine@".into(),
            hint: Some(locale.text("field-email-hint").into()),
            ..line("email", "field-email")
        },
        Field {
            widget: Widget::Radios,
            options: vec![
                Choice {
                    hint: Some(locale.text("mode-online-hint")),
                    ..Choice::new("online", locale.text("mode-online"))
                },
                Choice::new("in_person", locale.text("mode-in_person")),
            ],
            ..line("mode", "field-mode")
        },
    ];
    if with_problems {
        fields.extend([
            Field {
                required: false,
                autocomplete: Some("organization"),
                hint: Some(english("To balance the room.")),
                ..line("organisation", "field-organisation")
            },
            Field {
                widget: Widget::Area,
                required: false,
                hint: Some(
                    locale
                        .text_with(
                            "question-if",
                            &[
                                ("question", "Have you taken part before?"),
                                ("answer", &locale.text("yes")),
                            ],
                        )
                        .into(),
                ),
                ..line("answer.why", "field-position")
            },
            Field {
                widget: Widget::Boxes,
                options: vec![
                    Choice {
                        chosen: true,
                        ..Choice::new("1", english("Opening"))
                    },
                    Choice::new("2", english("Late session")),
                ],
                ..line("session", "field-session")
            },
            Field {
                widget: Widget::Tick,
                required: false,
                options: vec![Choice::new("yes", english("I agree to be recorded."))],
                ..line("consent.recording", "field-mode")
            },
        ]);
        for (field, key) in fields.iter_mut().zip([
            "problem-name-missing",
            "problem-email-malformed",
            "problem-mode-missing",
        ]) {
            field.problem = Some(locale.text(key));
        }
    }
    Form {
        action: format!("/{}/events/sample/registrations", locale.language()),
        hidden: vec![Hidden {
            name: "form_key".into(),
            value: "019ad3c8".into(),
        }],
        problems: fields
            .iter()
            .filter_map(|field| {
                let words = field.problem.clone()?;
                Some(Problem {
                    field: Some(field.id.clone()),
                    words,
                })
            })
            .chain(with_problems.then(|| Problem {
                field: None,
                words: locale.text("problem-listening-unknown"),
            }))
            .collect(),
        fields,
    }
}
