//! The contexts of mails and of calendar texts.
//!
//! None holds a text that an attendee typed: until an address has been confirmed, mail to it must
//! not (S-17), and no kind here needs one afterwards.

mod accounts;
mod announcements;
mod changes;
mod decisions;
mod guests;
mod lineup;
mod organisers;
mod resent;

pub use accounts::{SignInCode, TeamInvitation};
pub use announcements::{Announcement, FollowUp, Recorded};
pub use changes::{Cancelled, Changed, Reminder};
pub use decisions::{Approved, Declined, Moved, Offer, Promoted};
pub use guests::GuestInvitation;
pub use lineup::{LineupInvitation, LineupLink};
pub use organisers::{Alarm, RetentionMail};
pub use resent::Resent;

use serde::Serialize;

use super::facts::{EventFacts, Online};
use super::locale::Locale;
use super::phrase::{Filled, Phrase};
use super::times::Moment;
use super::words::Words;
use crate::base::language::Direction;

/// What the templates of a kind of mail need to know.
pub trait Mail: Serialize + Sized {
    /// The kind: its templates are `mail/KIND/{subject.txt,body.txt,body.html}`.
    const KIND: &'static str;

    /// The event that it is about, where it is about one.
    fn about(&self) -> Option<&Occasion>;

    /// The states that the mail can be in, each with a name.
    fn samples(locale: &Locale) -> Vec<(&'static str, Self)>;
}

/// What an organiser says in place of our own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct OwnWords {
    /// The subject.
    pub subject: Option<Filled>,
    /// The opening words. What follows them is the same in every mail: no words of an organiser can
    /// lose when and where it is, the link, or the way to withdraw.
    pub lead: Option<Filled>,
}

/// Somebody's join page, in samples.
const JOIN_PAGE: &str = "https://events.lcps.example/j/zrQlZbVqY8jxSoAe4H1nTwFk3UdMcG7P";

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailText {
    /// One line.
    pub subject: String,
    /// The plain part, complete alone (MIME-4).
    pub text: String,
    /// The HTML part, complete alone.
    pub html: String,
}

/// What a mail is about; the same in every kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Occasion {
    /// The event, with the sessions registered for only.
    pub event: EventFacts,
    /// The event's page, as a complete address.
    pub event_page: String,
    /// Who runs the instance.
    pub site: String,
    /// Whether nothing of it may say what the registration is for.
    pub discreet: bool,
    /// The address that all mails about the event come from.
    pub sender: String,
    /// Where answers are read.
    pub reply_to: String,
    /// What the organiser says in place of our own words.
    pub own: OwnWords,
}

/// A registration was confirmed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Registered {
    /// What it is about.
    pub about: Occasion,
    /// `online` or `in_person`.
    pub mode: &'static str,
    /// Whether they wait for a place in the room besides.
    pub waits_for_room: bool,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// The link to join by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Link {
    /// What it is about.
    pub about: Occasion,
    /// The link, or the page in its place.
    pub join: String,
    /// Whether it is a page of the reader's own (DEC-6).
    pub by_page: bool,
    /// The language somebody wants to listen in, where there is interpretation.
    pub listening: Option<String>,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// A registration was withdrawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Withdrawn {
    /// What it is about.
    pub about: Occasion,
    /// Whether one may still register again.
    pub open: bool,
    /// Whether an organiser took the place back.
    pub taken_back: bool,
    /// Why, in the organiser's words.
    pub reason: Option<Words>,
    /// Where only a session of several was given up: own registration, as a complete address.
    pub part: Option<String>,
}

/// A registered address was used again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Known {
    /// What it is about.
    pub about: Occasion,
    /// Whether another place was asked for with the address.
    pub is_further: bool,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// Somebody is on the waiting list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waitlisted {
    /// What it is about.
    pub about: Occasion,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// A request awaits an organiser's decision.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Received {
    /// What it is about.
    pub about: Occasion,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// Somebody's calendar declined, and their place is kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DeclineNoted {
    /// What it is about, with the session that was declined only.
    pub about: Occasion,
    /// Own registration, as a complete address.
    pub manage: String,
}

/// An address has to be confirmed before a place is given.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConfirmAddress {
    /// What it is about.
    pub about: Occasion,
    /// The page with the button, as a complete address.
    pub confirm: String,
    /// Until when the place is held.
    pub until: Moment,
}

/// The text of an entry in a calendar. It never holds the address of somebody's own registration,
/// since calendars are shared (CAL-20).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CalendarText {
    /// What it is about, with the one session only.
    pub about: Occasion,
    /// `online` or `in_person`; none in public files.
    pub mode: Option<&'static str>,
    /// Whether the entry holds the link; the calendar's writer puts it there (CAL-18).
    pub released: bool,
    /// Why the entry takes itself back, where it does: `withdrawn` or `cancelled`.
    pub gone: Option<&'static str>,
}

impl Mail for Registered {
    const KIND: &'static str = "registered";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let mut samples: Vec<_> = Occasion::samples(locale)
            .into_iter()
            .zip(["online", "in_person"])
            .map(|(about, mode)| {
                let manage = manage(locale);
                (
                    mode,
                    Self {
                        about,
                        mode,
                        waits_for_room: false,
                        manage,
                    },
                )
            })
            .collect();
        samples.push((
            "discreet",
            Self {
                about: Occasion::samples(locale).remove(0).unnamed(locale),
                mode: "online",
                waits_for_room: false,
                manage: manage(locale),
            },
        ));
        for release in ["on_confirmation", "manual"] {
            let mut about = Occasion::samples(locale).remove(0);
            about.event.online = Some(Online {
                provider: None,
                named: false,
                release,
                sent_from: None,
            });
            let manage = manage(locale);
            samples.push((
                release,
                Self {
                    about,
                    mode: "online",
                    waits_for_room: release == "manual",
                    manage,
                },
            ));
        }
        for (name, mut about) in ["own-words", "own-words-of-several-sessions"]
            .into_iter()
            .zip(Occasion::samples(locale))
        {
            about.own = OwnWords::sample(locale, &about);
            let (mode, manage) = ("online", manage(locale));
            samples.push((
                name,
                Self {
                    about,
                    mode,
                    waits_for_room: false,
                    manage,
                },
            ));
        }
        samples
    }
}

impl Mail for Link {
    const KIND: &'static str = "link";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["listening", "whole", "page"]
            .into_iter()
            .zip(Occasion::samples(locale).into_iter().cycle())
            .map(|(name, about)| {
                let mail = Self {
                    about,
                    join: if name == "page" {
                        JOIN_PAGE.to_owned()
                    } else {
                        "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0".into()
                    },
                    by_page: name == "page",
                    listening: (name != "whole").then(|| locale.text("language-ar")),
                    manage: manage(locale),
                };
                (name, mail)
            })
            .collect()
    }
}

impl Mail for Withdrawn {
    const KIND: &'static str = "withdrawn";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["open", "closed", "taken-back", "part"]
            .into_iter()
            .zip(Occasion::samples(locale).into_iter().cycle())
            .map(|(name, about)| {
                let taken_back = name == "taken-back";
                let mail = Self {
                    about,
                    open: name == "open",
                    taken_back,
                    reason: taken_back.then(|| decisions::sample_reason(locale)),
                    part: (name == "part").then(|| manage(locale)),
                };
                (name, mail)
            })
            .collect()
    }
}

/// Kinds that know the occasion and the way to the registration, and nothing else.
macro_rules! managed {
    ($($kind:ident = $word:literal),+) => {$(
        impl Mail for $kind {
            const KIND: &'static str = $word;

            fn about(&self) -> Option<&Occasion> {
                Some(&self.about)
            }

            fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
                ["roundtable", "everything"]
                    .into_iter()
                    .zip(Occasion::samples(locale))
                    .map(|(name, about)| {
                        let manage = manage(locale);
                        (name, Self { about, manage })
                    })
                    .collect()
            }
        }
    )+};
}

managed!(
    Waitlisted = "waitlisted",
    Received = "received",
    DeclineNoted = "decline_noted"
);

impl Mail for Known {
    const KIND: &'static str = "known";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        [("roundtable", false), ("everything", true)]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|((name, is_further), about)| {
                let mail = Self {
                    about,
                    is_further,
                    manage: manage(locale),
                };
                (name, mail)
            })
            .collect()
    }
}

impl Mail for ConfirmAddress {
    const KIND: &'static str = "confirm_address";

    fn about(&self) -> Option<&Occasion> {
        Some(&self.about)
    }

    fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        ["roundtable", "everything"]
            .into_iter()
            .zip(Occasion::samples(locale))
            .map(|(name, about)| {
                let mail = Self {
                    until: about.event.closes.clone(),
                    confirm: manage(locale),
                    about,
                };
                (name, mail)
            })
            .collect()
    }
}

impl CalendarText {
    /// The situations that an entry can be in, each with a name.
    pub fn samples(locale: &Locale) -> Vec<(&'static str, Self)> {
        let text = |mode, released, gone| Self {
            about: Occasion::samples(locale).remove(usize::from(mode == Some("in_person"))),
            mode,
            released,
            gone,
        };
        vec![
            ("public", text(None, false, None)),
            ("before-release", text(Some("online"), false, None)),
            ("released", text(Some("online"), true, None)),
            ("in-person", text(Some("in_person"), false, None)),
            ("withdrawn", text(Some("online"), false, Some("withdrawn"))),
            ("cancelled", text(None, false, Some("cancelled"))),
        ]
    }
}

impl OwnWords {
    /// What an organiser might say, with every placeholder.
    fn sample(locale: &Locale, about: &Occasion) -> Self {
        let arabic = locale.direction() == Direction::Rtl;
        let filled = |english: &str, translated: &str| {
            let phrase = if arabic { translated } else { english };
            let phrase = phrase.parse::<Phrase>().expect("a phrase");
            Some(phrase.fill(locale, &about.event, &about.site))
        };
        Self {
            subject: filled("See you there: {title}", "إلى اللقاء: {title}"),
            lead: filled(
                "Welcome to “{title}” by {organiser}!\n\nWe begin on time: {date}, {hours}. If your plans change by {closes}, give your place to somebody else & <tell us>.",
                "أهلاً بكم في «{title}» من {organiser}!\n\nنبدأ في الموعد: {date}، {hours}. إن تغيّرت خططكم قبل {closes} فاتركوا المقعد لغيركم & <أخبرونا>.",
            ),
        }
    }
}

impl Occasion {
    /// The same of a sensitive event.
    fn unnamed(mut self, locale: &Locale) -> Self {
        self.event.title = Words::plain(locale.text("discreet-title"));
        self.event.hosts.clear();
        for session in &mut self.event.sessions {
            session.title = None;
        }
        Self {
            site: locale.text("discreet-site"),
            discreet: true,
            ..self
        }
    }

    fn samples(locale: &Locale) -> Vec<Self> {
        EventFacts::samples(locale)
            .into_iter()
            .map(|event| Self {
                event_page: format!(
                    "https://events.lcps.example/{}/events/{}",
                    locale.language(),
                    event.slug
                ),
                event,
                site: "Lebanese Center for Policy Studies".into(),
                discreet: false,
                sender: "events@lcps.example".into(),
                reply_to: "programme@lcps.example".into(),
                own: OwnWords::default(),
            })
            .collect()
    }
}

fn manage(locale: &Locale) -> String {
    format!(
        "https://events.lcps.example/{}/registrations/0Jd1x8Zt2vQ4s6Yb8Nc0Kf2Hm4Lp6Rr8",
        locale.language()
    )
}
