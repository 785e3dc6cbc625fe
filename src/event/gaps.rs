//! What an event lacks before it is announced, or may be wrong about it.

use super::{Details, Event, Format, MeetingLink, Release, SessionOf};
use crate::base::clock::Instant;
use crate::base::language::{Language, Localised};

/// Something to look at before an event is announced; none of it is impossible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Texts that exist in another language, but not in one of the page's.
    Untranslated {
        /// The language.
        language: Language,
        /// How many.
        texts: usize,
    },
    /// It can be attended online, and a session has no link to join by yet.
    NoLink,
    /// It can be attended in a room, and nothing says where that is.
    NoVenue,
    /// A session has nobody in its lineup.
    NoLineup,
    /// It has begun, or is over.
    Begun,
    /// Registration has closed.
    Closed,
    /// Registration closes after the first session has started.
    ClosesAfterStart,
    /// The link leaves before registration closes, so that who registers later gets it later.
    LinkBeforeClosing,
    /// Attendees and those who appear join at the same address.
    SameLink,
    /// A code is needed, and there is none.
    NoCode,
    /// It is sensitive, and its address can be guessed (P-10).
    GuessableAddress,
}

/// What there is to look at about `event` at `now`.
pub fn gaps(event: &Event, now: Instant) -> Vec<Gap> {
    let details = &event.details;
    let (is_online, in_room) = match details.format {
        Format::Online => (true, false),
        Format::InPerson => (false, true),
        Format::Hybrid => (true, true),
    };
    let has_link = |of: SessionOf<'_>| event.way_to(of.session).is_some();
    let has_codes = details.terms.codes.iter().flatten().next().is_some();
    let starts_at = event.schedule.starts_at();
    let releases = || {
        event
            .sessions()
            .filter_map(|of| event.meeting_of(of.session))
    };
    let is_early = |release| matches!(release, Release::BeforeStart(span) if starts_at - span.delta() < event.schedule.closes_at);
    let found = [
        (Gap::Begun, now >= starts_at),
        (
            Gap::Closed,
            now >= event.schedule.closes_at && now < starts_at,
        ),
        (Gap::NoLink, is_online && !event.sessions().all(has_link)),
        (Gap::NoVenue, in_room && details.venue.is_none()),
        (
            Gap::NoLineup,
            details
                .sessions
                .iter()
                .any(|session| session.lineup.is_empty()),
        ),
        (
            Gap::ClosesAfterStart,
            event.schedule.last_minute() > starts_at,
        ),
        (
            Gap::LinkBeforeClosing,
            releases().any(|meeting| is_early(meeting.release())),
        ),
        (Gap::SameLink, has_same_link(details)),
        (
            Gap::NoCode,
            details.terms.is_invitation_only() && !has_codes,
        ),
        (
            Gap::GuessableAddress,
            event.is_sensitive() && details.slug.is_guessable(),
        ),
    ];
    let found = found
        .into_iter()
        .filter_map(|(gap, is_there)| is_there.then_some(gap));
    found.chain(untranslated(details)).collect()
}

fn has_same_link(details: &Details) -> bool {
    let own = details
        .sessions
        .iter()
        .filter_map(|session| session.meeting.as_ref());
    details.meeting.iter().chain(own).any(|meeting| {
        let same = |panel: &MeetingLink| meeting.link.as_ref() == Some(panel);
        meeting.lineup_link.as_ref().is_some_and(same)
    })
}

fn untranslated(details: &Details) -> Vec<Gap> {
    let order = details.text_order();
    let mut missing: Vec<(Language, usize)> = details
        .page_languages()
        .iter()
        .map(|language| (language.clone(), 0))
        .collect();
    details.clone().each_text(|text: &mut Localised| {
        for (language, texts) in &mut missing {
            if text.only_in(language, &order).is_none() {
                *texts += 1;
            }
        }
    });
    missing
        .into_iter()
        .filter(|(_, texts)| *texts > 0)
        .map(|(language, texts)| Gap::Untranslated { language, texts })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::file::read;
    use super::super::tests::event_of;
    use super::*;

    const EVERYTHING: &str = include_str!("../../tests/samples/everything.toml");

    fn at(moment: &str) -> Instant {
        moment.parse().expect("a moment")
    }

    #[test]
    fn what_is_untranslated_is_counted_by_language() {
        let details = read(EVERYTHING).expect("a sample");
        let event = event_of(details, at("2026-11-01T00:00:00Z"));
        let gaps = gaps(&event, at("2026-11-01T00:00:00Z"));
        let counted = |tag: &str| {
            let of = |gap: &Gap| match gap {
                Gap::Untranslated { language, texts } if language.to_string() == tag => {
                    Some(*texts)
                }
                _ => None,
            };
            gaps.iter().find_map(of)
        };
        assert!(counted("en") < counted("ar"));
        assert!(!gaps.contains(&Gap::NoLink) && !gaps.contains(&Gap::Begun));
    }

    #[test]
    fn what_has_passed_or_is_missing_is_found() {
        let mut details = read(EVERYTHING).expect("a sample");
        details.meeting = None;
        details.venue = None;
        let event = event_of(details, at("2026-11-01T00:00:00Z"));
        let gaps = gaps(&event, at("2026-12-09T12:00:00Z"));
        for gap in [Gap::NoLink, Gap::NoVenue, Gap::Closed] {
            assert!(gaps.contains(&gap), "{gap:?}");
        }
    }
}
