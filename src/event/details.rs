use serde::{Deserialize, Serialize};

use super::key::Slug;
use super::lineup::Appearance;
use super::meeting::{Meeting, MeetingLink, Provider};
use super::survey::Survey;
use super::terms::Terms;
use crate::base::language::{Language, Localised};
use crate::base::span::Span;
use crate::base::text::EmailAddress;
use crate::base::zone::{WallTime, Zone};
use crate::words;

use super::key::Key;
use super::terms::Capacity;
use super::web_link::WebLink;
use super::wording::Wording;

words! {
    /// What sort of gathering it is.
    pub enum Kind {
        /// A discussion among equals.
        Roundtable = "roundtable",
        /// Talks over the net.
        Webinar = "webinar",
        /// Work in a small group.
        Workshop = "workshop",
        /// Talks in several sessions.
        Conference = "conference",
        /// A gathering of leaders.
        Summit = "summit",
        /// One talk.
        Lecture = "lecture",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// Where attendees may be.
    pub enum Format {
        /// All in a room.
        InPerson = "in_person",
        /// All online.
        Online = "online",
        /// Some in a room, some online.
        Hybrid = "hybrid",
    }
}

words! {
    /// Who may find the event.
    pub enum Visibility {
        /// Listed, in feeds.
        Public = "public",
        /// Reached by its address only.
        Unlisted = "unlisted",
        /// Unlisted, and no mail or calendar entry names it (P-10).
        Sensitive = "sensitive",
    }
}

words! {
    /// What may be told of who said what (F-15).
    pub enum Rules {
        /// Everything may be quoted.
        OnRecord = "on_record",
        /// What was said may be told, but not by whom.
        ChathamHouse = "chatham_house",
        /// No rule was announced.
        None = "none",
    }
}

words! {
    /// How an interpreter works.
    pub enum InterpretationMode {
        /// While the speaker speaks.
        Simultaneous = "simultaneous",
        /// In turn with the speaker.
        Consecutive = "consecutive",
        /// In sign language.
        Sign = "sign",
    }
}

words! {
    /// What an organisation does for an event, in the order in which they are shown.
    pub enum HostRole {
        /// Runs it.
        Organiser = "organiser",
        /// Runs it together with the organiser.
        Partner = "partner",
        /// Helps it.
        Supporter = "supporter",
        /// Pays for it.
        Sponsor = "sponsor",
        /// Reports on it.
        MediaPartner = "media_partner",
    }
}

/// What an organiser states about an event: what an event file holds. An `Option` is a statement
/// that may be absent; the method of the same name gives the default then, so that a file comes
/// back as it went in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Details {
    /// Its name in addresses, unique on the instance.
    pub slug: Slug,
    /// What sort of gathering it is.
    pub kind: Kind,
    /// Where attendees may be.
    pub format: Format,
    /// The zone of all its wall times.
    pub zone: Zone,
    /// Spoken from the floor; never empty. The first is that of texts given once.
    pub languages: Vec<Language>,
    /// Languages of its page, where they are not those of the floor.
    pub page_languages: Option<Vec<Language>>,
    /// Its title.
    pub title: Localised,
    /// One sentence about it.
    pub summary: Option<Localised>,
    /// Markdown.
    pub description: Option<Localised>,
    /// Who may find it.
    pub visibility: Option<Visibility>,
    /// Whom attendees may write to.
    pub contact: Option<EmailAddress>,
    /// What may be told of who said what.
    pub rules: Option<Rules>,
    /// Whether it is recorded.
    pub recording: Option<bool>,
    /// Whether photographs are taken.
    pub photography: Option<bool>,
    /// How long personal data is kept after the end.
    pub retention: Option<Span>,
    /// Origins that may frame the embed page.
    pub embed: Option<Vec<String>>,
    /// Channels of interpretation.
    pub interpretation: Vec<Interpretation>,
    /// Where the room is; absent on a hybrid event while to be announced.
    pub venue: Option<Venue>,
    /// Who may register, and until when.
    pub terms: Terms,
    /// Where to join online; kept apart, sealed.
    #[serde(skip)]
    pub meeting: Option<Meeting>,
    /// When those who appear try out camera and microphone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tech_check: Option<TechCheck>,
    /// What is mailed when.
    pub mail: Option<MailSettings>,
    /// What those who came are asked afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Survey>,
    /// The organisations named on it, in order; rows of their own.
    #[serde(skip)]
    pub hosts: Vec<Host>,
    /// Its sittings, in order; never empty; rows of their own.
    #[serde(skip)]
    pub sessions: Vec<Session>,
}

/// When those who appear try out camera and microphone, for all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TechCheck {
    /// From when on somebody is there, in the event's zone.
    pub starts: WallTime,
    /// Where, and what to bring.
    pub note: Option<Localised>,
}

/// A channel from one language into another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interpretation {
    /// The language spoken.
    pub from: Language,
    /// The language heard.
    pub to: Language,
    /// How it is done.
    pub mode: InterpretationMode,
}

/// A place that people come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    /// The house.
    pub name: Option<Localised>,
    /// Street, floor, room.
    pub address: Option<Localised>,
    /// The town.
    pub city: Option<String>,
    /// ISO 3166 code of the country.
    pub country: Option<String>,
    /// Where it is on a map.
    pub map: Option<WebLink>,
}

/// What is mailed when, and from whom an answer is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSettings {
    /// How long before a session reminders go.
    pub reminders: Option<Vec<Span>>,
    /// When no event-wide mail goes.
    pub quiet_hours: Option<QuietHours>,
    /// Where answers go.
    pub reply_to: Option<EmailAddress>,
    /// What is said in place of our own words, for each kind of mail once.
    #[serde(default)]
    pub texts: Vec<Wording>,
}

/// Wall-clock hours in which no event-wide mail goes; may pass midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietHours {
    /// The first quiet minute.
    pub from: chrono::NaiveTime,
    /// The first minute that is not quiet any more.
    pub to: chrono::NaiveTime,
}

/// An organisation named on an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// Its id in the file, where one was given.
    pub id: Option<Key>,
    /// What it does for the event.
    pub role: HostRole,
    /// Its name.
    pub name: Localised,
    /// Its short name.
    pub short: Option<Localised>,
    /// Its web site.
    pub link: Option<WebLink>,
    /// Words that have to stand beside its name.
    pub disclaimer: Option<Localised>,
}

/// One sitting of an event.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its id in the file, where one was given; see [`Details::session_key`].
    pub id: Option<Key>,
    /// Its title, where it has one of its own.
    pub title: Option<Localised>,
    /// What it is about.
    pub r#abstract: Option<Localised>,
    /// When it starts, in the event's zone.
    pub starts: WallTime,
    /// When it ends, in the event's zone.
    pub ends: WallTime,
    /// The room.
    pub place: Option<Localised>,
    /// Spoken in it, where not those of the event.
    pub languages: Option<Vec<Language>>,
    /// Places in it.
    pub capacity: Option<Capacity>,
    /// Where to join it, where not where the event is; kept apart, sealed.
    #[serde(skip)]
    pub meeting: Option<Meeting>,
    /// Who appears, in order; rows of their own.
    #[serde(skip)]
    pub lineup: Vec<Appearance>,
}

impl Details {
    /// The languages that its page exists in; the first is the fallback.
    pub fn page_languages(&self) -> &[Language] {
        self.page_languages.as_deref().unwrap_or(&self.languages)
    }

    /// The languages in which to look for a text, in order.
    pub fn text_order(&self) -> Vec<Language> {
        let mut order = self.languages.clone();
        order.extend(self.page_languages().iter().cloned());
        order
    }

    /// Who may find it; anybody by default.
    pub fn visibility(&self) -> Visibility {
        self.visibility.unwrap_or(Visibility::Public)
    }

    /// What may be told; no rule by default.
    pub fn rules(&self) -> Rules {
        self.rules.unwrap_or(Rules::None)
    }

    /// How long before a session reminders go; a day and an hour by default.
    pub fn reminders(&self) -> Vec<Span> {
        let stated = self.mail.as_ref().and_then(|mail| mail.reminders.clone());
        stated.unwrap_or_else(|| vec![Span::days(1), Span::hours(1)])
    }

    /// How long personal data is kept after the end; 30 days by default (P-5).
    pub fn retention(&self) -> Span {
        self.retention.unwrap_or(Span::days(30))
    }

    /// Every link to join by, of attendees and of those who appear.
    pub fn meeting_links(&self) -> Vec<&MeetingLink> {
        MeetingLink::all(self.meeting.as_ref(), &self.sessions)
    }

    /// The services that make links for it, by the paths of what asks for them in its file.
    pub fn services(&self) -> Vec<(String, Provider)> {
        let whole = self.meeting.iter().map(|meeting| (String::new(), meeting));
        let own = self
            .sessions
            .iter()
            .zip(1..)
            .filter_map(|(session, number)| {
                Some((format!("session.{number}."), session.meeting.as_ref()?))
            });
        whole
            .chain(own)
            .filter_map(|(part, meeting)| {
                Some((format!("{part}meeting.service"), meeting.makes_links()?))
            })
            .collect()
    }

    /// Whether attendees may be in a room, online, or both.
    pub fn is_hybrid(&self) -> bool {
        self.format == Format::Hybrid
    }

    /// The key of the session at `index`: its id, or its number from 1.
    pub fn session_key(&self, index: usize) -> Key {
        Key::or_number(self.sessions[index].id.as_ref(), index)
    }
}
