use super::{Audience, Planned, What};
use crate::event::{Event, SessionOf};

/// The joining link of a session (F-1).
pub(super) fn of<'a>(event: &Event, session: SessionOf<'a>) -> Option<Planned<'a>> {
    let meeting = event.meeting_of(session.session)?;
    Some(Planned {
        what: What::Link,
        session,
        audience: Audience::Online,
        revision: 0,
        from: event.released_from(session)?,
        until: session.sitting.ends_at,
        is_ready: meeting.way().is_some(),
        hold: None,
    })
}
