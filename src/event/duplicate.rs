//! The next event of a kind: everything of an earlier one that is not tied to its people.

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::{Details, Meeting, Session, Slug, Terms};
use crate::base::zone::WallTime;

impl Details {
    /// The same at `slug` with the first session on `day`, all that has a date moved by as many days: without
    /// links, codes and people (E-11). `None` where that is outside the years that a calendar page shows.
    pub fn duplicate(&self, slug: Slug, day: NaiveDate) -> Option<Self> {
        let first = self
            .sessions
            .iter()
            .map(|session| session.starts.local)
            .min()?;
        let days = (day - first.date()).num_days();
        let moved = |wall: WallTime| moved(wall.local, days).map(WallTime::of);
        let sessions: Option<Vec<Session>> = self
            .sessions
            .iter()
            .map(|session| {
                Some(Session {
                    starts: moved(session.starts)?,
                    ends: moved(session.ends)?,
                    meeting: session.meeting.clone().map(without_links),
                    lineup: Vec::new(),
                    ..session.clone()
                })
            })
            .collect();
        Some(Self {
            slug,
            sessions: sessions?,
            terms: Terms {
                opens: self.terms.opens.and_then(moved),
                closes: self.terms.closes.and_then(moved),
                codes: None,
                ..self.terms.clone()
            },
            // It is agreed on anew.
            tech_check: None,
            meeting: self.meeting.clone().map(without_links),
            ..self.clone()
        })
    }
}

fn moved(local: NaiveDateTime, days: i64) -> Option<NaiveDateTime> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        local.checked_sub_days(distance)
    } else {
        local.checked_add_days(distance)
    }
}

fn without_links(meeting: Meeting) -> Meeting {
    Meeting {
        link: None,
        lineup_link: None,
        recording: None,
        ..meeting
    }
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    const FILE: &str = include_str!("../../tests/samples/everything.toml");

    #[test]
    fn e_11_a_duplicate_has_neither_link_nor_codes_nor_people() {
        let old = file::read(FILE).expect("a sample");
        let day = "2027-03-11".parse().expect("a day");
        let new = old
            .duplicate("next".parse().expect("a slug"), day)
            .expect("a possible day");
        assert!(new.meeting_links().is_empty());
        assert_eq!(new.terms.codes, None);
        assert!(new.sessions.iter().all(|session| session.lineup.is_empty()));
        assert_eq!(new.sessions[0].starts.to_string(), "2027-03-11T15:00:00");
        assert_eq!(new.sessions[1].ends.to_string(), "2027-03-12T00:30:00");
        let closes = new.terms.closes.expect("a closing");
        assert_eq!(closes.to_string(), "2027-03-09T23:59:00");
        assert_eq!((&new.title, &new.hosts), (&old.title, &old.hosts));
        let release =
            |details: &Details| details.meeting.as_ref().and_then(|meeting| meeting.release);
        assert_eq!(release(&new), release(&old));
    }
}
