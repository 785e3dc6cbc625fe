use super::{Event, EventState, Release, SessionOf};
use crate::base::clock::Instant;

impl Event {
    /// From when on confirmed attendees of `session` may have its joining link (F-1); `None` while
    /// nobody has said, or where there is no meeting. A release as soon as somebody is confirmed has
    /// begun long ago.
    pub fn released_from(&self, session: SessionOf<'_>) -> Option<Instant> {
        match self.meeting_of(session.session)?.release() {
            Release::AfterClose => Some(self.schedule.closes_at),
            Release::OnConfirmation => Some(Instant::MIN_UTC),
            Release::BeforeStart(span) => Some(session.sitting.starts_at - span.delta()),
            Release::Manual => self.released_at,
        }
    }

    /// Whether the link of a meeting waits for an organiser's word, given by now or not.
    pub fn has_manual_release(&self) -> bool {
        self.sessions()
            .filter_map(|of| self.meeting_of(of.session))
            .any(|meeting| meeting.release() == Release::Manual)
    }

    /// Whether confirmed attendees of `session` may have its joining link at `now`.
    pub fn is_released(&self, session: SessionOf<'_>, now: Instant) -> bool {
        self.is_release_due(session, now) && !self.keeps_link_back(session)
    }

    /// Whether those who appear in `session` may have their link at `now`.
    pub fn is_lineup_released(&self, session: SessionOf<'_>, now: Instant) -> bool {
        self.is_release_due(session, now) && !self.keeps_lineup_link_back(session)
    }

    /// Whether the moment of its release has come by `now`, whatever an organiser has said since.
    pub fn is_release_due(&self, session: SessionOf<'_>, now: Instant) -> bool {
        self.state == EventState::Published
            && self.released_from(session).is_some_and(|from| from <= now)
    }

    /// The first moment from `now` on at which somebody who is confirmed now is owed a link; `None`
    /// for never, as far as is known.
    pub fn next_release(&self, now: Instant) -> Option<Instant> {
        self.sessions()
            .filter(|session| now < session.sitting.ends_at)
            .filter_map(|session| self.released_from(session))
            .map(|from| from.max(now))
            .min()
    }
}
