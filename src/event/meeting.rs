use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::details::Session;
use super::web_link::is_address;
use crate::base::span::Span;
use crate::words;

words! {
    /// The service that a meeting runs on.
    pub enum Provider {
        /// Zoom.
        Zoom = "zoom",
        /// Microsoft Teams.
        Teams = "teams",
        /// Google Meet.
        Meet = "meet",
        /// Jitsi.
        Jitsi = "jitsi",
        /// BigBlueButton.
        BigBlueButton = "bigbluebutton",
        /// Webex.
        Webex = "webex",
        /// Another one.
        Other = "other",
    }
}

impl Provider {
    /// The name people know it by; `None` for one that has no name here.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Zoom => Some("Zoom"),
            Self::Teams => Some("Microsoft Teams"),
            Self::Meet => Some("Google Meet"),
            Self::Jitsi => Some("Jitsi"),
            Self::BigBlueButton => Some("BigBlueButton"),
            Self::Webex => Some("Webex"),
            Self::Other => None,
        }
    }

    /// Whether a server of this service can be asked to make each person a link of their own.
    pub const fn can_make_links(self) -> bool {
        matches!(self, Self::Jitsi | Self::BigBlueButton)
    }
}

/// Where to join an event or a session online, and when attendees learn it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The service it runs on.
    pub provider: Option<Provider>,
    /// The attendees' address, once known; kept apart, sealed.
    #[serde(skip)]
    pub link: Option<MeetingLink>,
    /// The address of speakers, moderators and interpreters; kept apart, sealed.
    #[serde(skip)]
    pub lineup_link: Option<MeetingLink>,
    /// When attendees get the link.
    pub release: Option<Release>,
    /// Whether they get a personal page in its place.
    pub join_page: Option<bool>,
    /// Whether the instance's own server of the provider makes each person a link at the moment they join,
    /// in place of one that all share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<bool>,
    /// Where it can be heard or read about afterwards, by those who had a place; kept apart, sealed.
    #[serde(skip)]
    pub recording: Option<MeetingLink>,
}

/// How somebody joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way<'a> {
    /// By the link that all share.
    Link(&'a MeetingLink),
    /// By one that this service makes for them at the moment they join; until then there is none.
    Own(Provider),
}

impl Way<'_> {
    /// Whether whoever was sent `other` holds this, too: pages of their own lead to whatever service it is.
    pub fn is_sent_as(self, other: Self) -> bool {
        self == other || matches!((self, other), (Self::Own(_), Self::Own(_)))
    }
}

/// When attendees get the link (F-1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Release {
    /// When registration has closed.
    AfterClose,
    /// As soon as a registration is confirmed.
    OnConfirmation,
    /// So long before the start.
    BeforeStart(Span),
    /// When an organiser says so.
    Manual,
}

/// An address to join a meeting by. It has neither `Display` nor `Serialize`, and `Debug` hides it:
/// whoever needs it says [`reveal`](Self::reveal), and a search finds every such place (S-33).
#[derive(Clone, PartialEq, Eq)]
pub struct MeetingLink(String);

/// Not an address to join by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be an address that begins with https://")]
pub struct BadMeetingLink;

impl Meeting {
    /// When attendees get the link; after closing by default.
    pub fn release(&self) -> Release {
        self.release.unwrap_or(Release::AfterClose)
    }

    /// How attendees join, once that is known.
    pub fn way(&self) -> Option<Way<'_>> {
        self.makes_links()
            .map(Way::Own)
            .or_else(|| self.link.as_ref().map(Way::Link))
    }

    /// The service that makes each person a link of their own, where one does.
    pub fn makes_links(&self) -> Option<Provider> {
        let makes = |provider: &Provider| self.service == Some(true) && provider.can_make_links();
        self.provider.filter(makes)
    }

    /// Whether it says how to join, and not only where a recording is.
    pub fn says_how_to_join(&self) -> bool {
        self.provider.is_some()
            || self.link.is_some()
            || self.lineup_link.is_some()
            || self.release.is_some()
            || self.join_page.is_some()
            || self.service.is_some()
    }
}

impl MeetingLink {
    /// Why a text of an organiser's is refused that [tells](super::Seen::tells_any) the address.
    pub const TOLD: &'static str =
        "holds a meeting link, which only the mail with the link may hold, from its release on";

    /// Every link of an event's meeting and of its sessions', of attendees and of those who appear.
    pub fn all<'a>(meeting: Option<&'a Meeting>, sessions: &'a [Session]) -> Vec<&'a Self> {
        let own = sessions
            .iter()
            .filter_map(|session| session.meeting.as_ref());
        meeting
            .into_iter()
            .chain(own)
            .flat_map(|meeting| [&meeting.link, &meeting.lineup_link])
            .flatten()
            .collect()
    }

    /// The address itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for MeetingLink {
    type Err = BadMeetingLink;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if is_address(text, &["https"]) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadMeetingLink)
        }
    }
}

impl fmt::Debug for MeetingLink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MeetingLink(…)")
    }
}

impl FromStr for Release {
    type Err = BadRelease;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "after_close" => Ok(Self::AfterClose),
            "on_confirmation" => Ok(Self::OnConfirmation),
            "manual" => Ok(Self::Manual),
            _ => text
                .strip_prefix("before_start ")
                .and_then(|span| span.parse().ok())
                .map(Self::BeforeStart)
                .ok_or(BadRelease),
        }
    }
}

/// Not a release policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be after_close, on_confirmation, manual or {{ before_start = \"3h\" }}")]
pub struct BadRelease;

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AfterClose => f.write_str("after_close"),
            Self::OnConfirmation => f.write_str("on_confirmation"),
            Self::Manual => f.write_str("manual"),
            Self::BeforeStart(span) => write!(f, "before_start {span}"),
        }
    }
}

crate::text_serde!(Release);

#[cfg(test)]
mod tests {
    use std::marker::PhantomData;

    use super::*;

    /// Says whether a type can be shown: the inherent method is there for those that can, and
    /// comes before the trait's.
    struct Probe<T>(PhantomData<T>);

    impl<T: fmt::Display> Probe<T> {
        fn is_display(&self) -> bool {
            true
        }
    }

    impl<T: Serialize> Probe<T> {
        fn is_serialize(&self) -> bool {
            true
        }
    }

    trait Neither {
        fn is_display(&self) -> bool {
            false
        }

        fn is_serialize(&self) -> bool {
            false
        }
    }

    impl<T> Neither for Probe<T> {}

    #[test]
    fn s_33_a_link_can_be_neither_shown_nor_serialised() {
        let (word, link) = (
            Probe::<Provider>(PhantomData),
            Probe::<MeetingLink>(PhantomData),
        );
        assert!(word.is_display() && word.is_serialize());
        assert!(!link.is_display() && !link.is_serialize());
    }

    #[test]
    fn s_33_a_meeting_says_nothing_of_its_links() {
        let link: MeetingLink = "https://meet.example/canary".parse().expect("an address");
        let meeting = Meeting {
            provider: Some(Provider::Zoom),
            link: Some(link.clone()),
            lineup_link: Some(link),
            release: None,
            join_page: None,
            service: None,
            recording: Some("https://meet.example/canary".parse().expect("an address")),
        };
        let serialised = serde_json::to_string(&meeting).expect("plain data");
        for text in [format!("{meeting:?}"), serialised] {
            assert!(!text.contains("canary"), "{text}");
        }
    }

    #[test]
    fn links_that_no_client_can_carry_are_refused() {
        assert!(
            "https://meet.example/a;b=2,c?pwd=d%20e"
                .parse::<MeetingLink>()
                .is_ok()
        );
        for bad in [
            "",
            "meet.example/a",
            "http://meet.example/a",
            "javascript:alert(1)",
            "https://meet.example/a b",
            "https://meet.example/a\r\nX: y",
            "https://meet.example/\"",
            "https://",
        ] {
            assert!(bad.parse::<MeetingLink>().is_err(), "{bad}");
        }
    }
}
