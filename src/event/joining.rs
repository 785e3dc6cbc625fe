//! Joining by a page of one's own (DEC-6, F-11, S-35): what it shows of a session at one moment.

use chrono::TimeDelta;
use uuid::Uuid;

use super::{Event, Format, Meeting, MeetingLink, Session, SessionOf, Way};
use crate::base::clock::Instant;

/// How long before a session its pages show the link.
const BEFORE: TimeDelta = TimeDelta::minutes(30);

/// What the page of a confirmed online attendee shows of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joining<'a> {
    /// It is too early; the page shows the link from then on.
    Early {
        /// From when on.
        opens_at: Instant,
    },
    /// It is time, and there is no link that may be told.
    Late,
    /// It is joined so.
    Open(Way<'a>),
    /// It is over.
    Over {
        /// Where it can be heard or read about.
        recording: Option<&'a MeetingLink>,
    },
}

impl Event {
    /// Whether attendees get a page of their own in place of the link of `session`. A session that is joined
    /// elsewhere is like the event in this, unless it says otherwise. A link that is made when somebody joins
    /// can stand nowhere but behind such a page.
    pub fn joins_by_page(&self, session: &Session) -> bool {
        if self.makes_links(session) {
            return true;
        }
        let stated = |meeting: Option<&Meeting>| meeting.and_then(|meeting| meeting.join_page);
        let own = stated(session.meeting.as_ref());
        own.or_else(|| stated(self.details.meeting.as_ref()))
            .unwrap_or(false)
    }

    /// Whether attendees of some session get such a page.
    pub fn has_join_pages(&self) -> bool {
        let mut sessions = self.details.sessions.iter();
        sessions.any(|session| self.joins_by_page(session))
    }

    /// What the page of a confirmed online attendee shows of `session` at `now`. It always shows the link
    /// that counts, and none that is not released.
    pub fn joining<'a>(&'a self, session: SessionOf<'a>, now: Instant) -> Joining<'a> {
        let opens_at = session.sitting.starts_at - BEFORE;
        if now < opens_at {
            return Joining::Early { opens_at };
        }
        if now >= session.sitting.ends_at {
            let recording = self.recording_of(session.session);
            return Joining::Over { recording };
        }
        self.way_to(session.session)
            .filter(|_| self.is_released(session, now))
            .map_or(Joining::Late, Joining::Open)
    }

    /// What the page of somebody who appears in `session` shows at `now`: they may try it out as soon as the
    /// link is released to them.
    pub fn joining_of_lineup<'a>(&'a self, session: SessionOf<'a>, now: Instant) -> Joining<'a> {
        if now >= session.sitting.ends_at {
            let recording = self.recording_of(session.session);
            return Joining::Over { recording };
        }
        let Some(way) = self.lineup_way_to(session.session) else {
            return Joining::Late;
        };
        if self.is_lineup_released(session, now) {
            return Joining::Open(way);
        }
        match self.released_from(session) {
            Some(opens_at) if now < opens_at => Joining::Early { opens_at },
            _ => Joining::Late,
        }
    }

    /// How attendees join `session`, once that is known.
    pub fn way_to<'a>(&'a self, session: &'a Session) -> Option<Way<'a>> {
        self.meeting_of(session)?.way()
    }

    /// How those who appear in `session` join it: at an address of their own, or with the attendees where
    /// nobody sits in a room. A link that is made for each is there in any case: it lets in nobody else, and
    /// somebody has to look after those who are online.
    pub fn lineup_way_to<'a>(&'a self, session: &'a Session) -> Option<Way<'a>> {
        let meeting = self.meeting_of(session)?;
        let with_attendees = meeting.way().filter(|way| match way {
            Way::Link(_) => self.details.format == Format::Online,
            Way::Own(_) => self.details.format != Format::InPerson,
        });
        let own = meeting.lineup_link.as_ref().map(Way::Link);
        own.or(with_attendees)
    }

    /// What the room of `session` at a service belongs to: the session, or the event whose room all share.
    pub fn room_of(&self, session: SessionOf<'_>) -> Uuid {
        match session.session.own_meeting() {
            Some(_) => session.id.uuid(),
            None => self.id.uuid(),
        }
    }

    fn makes_links(&self, session: &Session) -> bool {
        let meeting = self.meeting_of(session);
        meeting.is_some_and(|meeting| meeting.makes_links().is_some())
    }

    /// The session's own recording, or that of the whole event.
    pub fn recording_of<'a>(&'a self, session: &'a Session) -> Option<&'a MeetingLink> {
        let stated = |meeting: Option<&'a Meeting>| meeting.and_then(|one| one.recording.as_ref());
        stated(session.meeting.as_ref()).or_else(|| stated(self.details.meeting.as_ref()))
    }
}

impl Session {
    /// Whether it is joined elsewhere than the event.
    pub fn has_own_meeting(&self) -> bool {
        self.own_meeting().is_some()
    }

    /// Where it is joined, where not where the event is: not one of which only a recording is stated.
    pub(super) fn own_meeting(&self) -> Option<&Meeting> {
        self.meeting
            .as_ref()
            .filter(|meeting| meeting.says_how_to_join())
    }
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::super::tests::event_of;
    use super::*;
    use crate::event::{Provider, Release};

    const FILE: &str = include_str!("../../tests/samples/roundtable.toml");
    const LINK: &str = "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0";
    const NOTES: &str = "https://notes.example/r1";

    fn roundtable() -> Event {
        event_of(
            file::read(FILE).expect("a sample"),
            at("2022-11-01T10:00:00Z"),
        )
    }

    fn at(moment: &str) -> Instant {
        moment.parse().expect("an instant")
    }

    fn shown(event: &Event, moment: &str) -> String {
        let of = event.sessions().next().expect("a session");
        match event.joining(of, at(moment)) {
            Joining::Early { opens_at } => format!("early, {opens_at}"),
            Joining::Late => "late".to_owned(),
            Joining::Open(Way::Link(link)) => link.reveal().to_owned(),
            Joining::Open(Way::Own(provider)) => format!("a link of {provider}’s"),
            Joining::Over { recording } => {
                recording.map_or_else(|| "over".to_owned(), |link| link.reveal().to_owned())
            }
        }
    }

    #[test]
    fn s_35_the_link_is_shown_from_half_an_hour_before_until_the_end() {
        let event = roundtable();
        let early = "early, 2022-11-25 12:30:00 UTC";
        assert_eq!(shown(&event, "2022-11-20T10:00:00Z"), early);
        assert_eq!(shown(&event, "2022-11-25T12:29:59.999999Z"), early);
        assert_eq!(shown(&event, "2022-11-25T12:30:00Z"), LINK);
        assert_eq!(shown(&event, "2022-11-25T14:59:59.999999Z"), LINK);
        assert_eq!(shown(&event, "2022-11-25T15:00:00Z"), "over");
    }

    #[test]
    fn s_32_a_link_that_is_not_released_or_unknown_is_late() {
        let mut event = roundtable();
        let meeting = event.details.meeting.as_mut().expect("a meeting");
        meeting.release = Some(Release::Manual);
        assert_eq!(shown(&event, "2022-11-25T13:00:00Z"), "late");
        event.released_at = Some(at("2022-11-25T13:10:00Z"));
        assert_eq!(shown(&event, "2022-11-25T13:09:00Z"), "late");
        assert_eq!(shown(&event, "2022-11-25T13:10:00Z"), LINK);
        event.details.meeting.as_mut().expect("a meeting").link = None;
        assert_eq!(shown(&event, "2022-11-25T13:10:00Z"), "late");
    }

    #[test]
    fn f_11_a_recording_of_a_session_moves_it_nowhere() {
        let mut event = roundtable();
        event.details.sessions[0].meeting = Some(Meeting {
            provider: None,
            link: None,
            lineup_link: None,
            release: None,
            join_page: None,
            service: None,
            recording: Some(NOTES.parse().expect("an address")),
        });
        assert!(event.has_one_link());
        assert_eq!(shown(&event, "2022-11-25T13:00:00Z"), LINK);
        assert_eq!(shown(&event, "2022-11-25T15:00:00Z"), NOTES);
        event.details.sessions[0].meeting = None;
        let whole = event.details.meeting.as_mut().expect("a meeting");
        whole.recording = Some(NOTES.parse().expect("an address"));
        assert_eq!(shown(&event, "2022-11-25T15:00:00Z"), NOTES);
    }

    #[test]
    fn dec_6_a_session_is_like_its_event_unless_it_says_otherwise() {
        let mut event = roundtable();
        assert!(!event.has_join_pages());
        event.details.meeting.as_mut().expect("a meeting").join_page = Some(true);
        assert!(event.joins_by_page(&event.details.sessions[0]));
        let mut own = event.details.meeting.clone().expect("a meeting");
        own.join_page = None;
        event.details.sessions[0].meeting = Some(own.clone());
        assert!(event.joins_by_page(&event.details.sessions[0]));
        own.join_page = Some(false);
        event.details.sessions[0].meeting = Some(own);
        assert!(!event.has_join_pages());
    }

    #[test]
    fn a_link_that_is_made_for_each_is_behind_a_page_of_their_own() {
        let mut event = roundtable();
        let meeting = event.details.meeting.as_mut().expect("a meeting");
        (meeting.link, meeting.service) = (None, Some(true));
        // The service that the file names makes none.
        assert_eq!(meeting.way(), None);
        meeting.provider = Some(Provider::BigBlueButton);
        assert!(event.has_join_pages());
        let early = "early, 2022-11-25 12:30:00 UTC";
        assert_eq!(shown(&event, "2022-11-25T12:29:59.999999Z"), early);
        let open = "a link of bigbluebutton’s";
        assert_eq!(shown(&event, "2022-11-25T12:30:00Z"), open);
        assert_eq!(shown(&event, "2022-11-25T15:00:00Z"), "over");
    }

    #[test]
    fn those_who_appear_may_try_the_room_out_from_the_release_on() {
        let mut event = roundtable();
        let meeting = event.details.meeting.as_mut().expect("a meeting");
        (meeting.link, meeting.service) = (None, Some(true));
        meeting.provider = Some(Provider::Jitsi);
        let joining = |event: &Event, moment: &str| {
            let of = event.sessions().next().expect("a session");
            format!("{:?}", event.joining_of_lineup(of, at(moment)))
        };
        assert!(joining(&event, "2022-11-24T21:59:59Z").starts_with("Early"));
        assert_eq!(joining(&event, "2022-11-24T22:00:00Z"), "Open(Own(Jitsi))");
        assert!(joining(&event, "2022-11-25T15:00:00Z").starts_with("Over"));
        event.details.format = Format::InPerson;
        assert_eq!(joining(&event, "2022-11-24T22:00:00Z"), "Late");
    }
}
