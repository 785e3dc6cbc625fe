//! The decision on a request for a place: pure, so that it can be tried with every situation.

use crate::base::clock::Instant;
use crate::event::EventState;

/// What is known at the moment of the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Situation {
    /// The moment by which everything is judged.
    pub now: Instant,
    /// What has become of the event.
    pub state: EventState,
    /// The first moment of registration; `None` is at once.
    pub opens_at: Option<Instant>,
    /// The first moment at which registration is closed.
    pub closes_at: Instant,
    /// When the event is over.
    pub ends_at: Instant,
    /// Whether the mode asked for is offered.
    pub offers_mode: bool,
    /// Free places in the mode and in each session asked for; `None` is unlimited.
    pub free: Vec<Option<i64>>,
    /// Whether a list is kept when it is full.
    pub has_waitlist: bool,
    /// Whether an organiser decides.
    pub needs_approval: bool,
    /// Whether the address has to be confirmed first.
    pub confirms_address: bool,
    /// What the code given is worth, where one is needed.
    pub code: CodeStanding,
    /// Whether as many have come by the partner's link as may.
    pub is_link_used_up: bool,
}

/// What a code given is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeStanding {
    /// None is needed.
    NotNeeded,
    /// It lets somebody in.
    Good,
    /// It is none of the event's, or none was given.
    Unknown,
    /// It has let in as many as it may.
    UsedUp,
    /// It has expired.
    Expired,
}

/// The answer to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// A place, taken now.
    Confirm,
    /// A place once the address is confirmed; whether it is kept meanwhile.
    ConfirmAddress {
        /// Whether the place is kept meanwhile.
        keep_place: bool,
    },
    /// An organiser decides.
    AwaitApproval,
    /// A place in the waiting list.
    Waitlist,
    /// None.
    Refuse(Refusal),
}

/// Why there is no place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The event will not take place.
    Cancelled,
    /// The event has ended.
    Over,
    /// Registration has not begun.
    NotYetOpen,
    /// Registration has ended.
    Closed,
    /// There is no such way to attend.
    ModeNotOffered,
    /// No such code.
    CodeUnknown,
    /// The code has let in as many as it may.
    CodeUsedUp,
    /// The code has expired.
    CodeExpired,
    /// As many have come by the partner's link as may.
    LinkUsedUp,
    /// No place is free.
    Full {
        /// Whether there is a waiting list.
        has_waitlist: bool,
    },
}

/// Decides on a request; `accepts_waitlist` says whether a place in the waiting list would do.
pub fn decide(situation: &Situation, accepts_waitlist: bool) -> Decision {
    if let Some(refusal) = barred(situation) {
        return Decision::Refuse(refusal);
    }
    if situation.needs_approval {
        return if situation.confirms_address {
            Decision::ConfirmAddress { keep_place: false }
        } else {
            Decision::AwaitApproval
        };
    }
    let is_full = situation.free.iter().flatten().any(|free| *free <= 0);
    match (is_full, situation.has_waitlist) {
        (false, _) if situation.confirms_address => Decision::ConfirmAddress { keep_place: true },
        (false, _) => Decision::Confirm,
        (true, true) if accepts_waitlist => Decision::Waitlist,
        (true, has_waitlist) => Decision::Refuse(Refusal::Full { has_waitlist }),
    }
}

/// What keeps everybody out for now, whoever asks.
pub fn barred(situation: &Situation) -> Option<Refusal> {
    if situation.state != EventState::Published {
        Some(Refusal::Cancelled)
    } else if situation.now >= situation.ends_at {
        Some(Refusal::Over)
    } else if situation.now >= situation.closes_at {
        Some(Refusal::Closed)
    } else if situation
        .opens_at
        .is_some_and(|opens_at| situation.now < opens_at)
    {
        Some(Refusal::NotYetOpen)
    } else if !situation.offers_mode {
        Some(Refusal::ModeNotOffered)
    } else {
        match situation.code {
            CodeStanding::NotNeeded | CodeStanding::Good => {
                situation.is_link_used_up.then_some(Refusal::LinkUsedUp)
            }
            CodeStanding::Unknown => Some(Refusal::CodeUnknown),
            CodeStanding::UsedUp => Some(Refusal::CodeUsedUp),
            CodeStanding::Expired => Some(Refusal::CodeExpired),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn instant(second: i64) -> Instant {
        Instant::UNIX_EPOCH + TimeDelta::seconds(second)
    }

    fn open() -> Situation {
        Situation {
            now: instant(50),
            state: EventState::Published,
            opens_at: Some(instant(0)),
            closes_at: instant(100),
            ends_at: instant(200),
            offers_mode: true,
            free: vec![Some(1), None],
            has_waitlist: true,
            needs_approval: false,
            confirms_address: false,
            code: CodeStanding::NotNeeded,
            is_link_used_up: false,
        }
    }

    #[test]
    fn r_03_the_first_moment_is_in_and_the_closing_moment_is_out() {
        let at = |microseconds: i64| {
            let now = instant(0) + TimeDelta::microseconds(microseconds);
            decide(&Situation { now, ..open() }, false)
        };
        assert_eq!(at(-1), Decision::Refuse(Refusal::NotYetOpen));
        assert_eq!(at(0), Decision::Confirm);
        assert_eq!(at(99_999_999), Decision::Confirm);
        assert_eq!(at(100_000_000), Decision::Refuse(Refusal::Closed));
        assert_eq!(at(200_000_000), Decision::Refuse(Refusal::Over));
    }

    #[test]
    fn a_full_mode_or_session_is_offered_the_waiting_list_only_where_there_is_one() {
        let full = Situation {
            free: vec![None, Some(0)],
            ..open()
        };
        assert_eq!(decide(&full, true), Decision::Waitlist);
        assert_eq!(
            decide(&full, false),
            Decision::Refuse(Refusal::Full { has_waitlist: true })
        );
        let no_list = Situation {
            has_waitlist: false,
            ..full
        };
        assert_eq!(
            decide(&no_list, true),
            Decision::Refuse(Refusal::Full {
                has_waitlist: false
            })
        );
    }

    fn any_situation() -> impl Strategy<Value = Situation> {
        let states = prop::sample::select(EventState::ALL.to_vec());
        let codes = prop::sample::select(vec![
            CodeStanding::NotNeeded,
            CodeStanding::Good,
            CodeStanding::Unknown,
            CodeStanding::UsedUp,
            CodeStanding::Expired,
        ]);
        let free = prop::collection::vec(prop::option::of(-2_i64..3), 1..4);
        (
            -10_i64..60,
            states,
            prop::option::of(0_i64..50),
            0_i64..50,
            0_i64..20,
            free,
            codes,
            any::<[bool; 5]>(),
        )
            .prop_map(
                |(now, state, opens, closes, more, free, code, flags)| Situation {
                    now: instant(now),
                    state,
                    opens_at: opens.map(instant),
                    closes_at: instant(closes),
                    ends_at: instant(closes + more),
                    offers_mode: flags[0],
                    free,
                    has_waitlist: flags[1],
                    needs_approval: flags[2],
                    confirms_address: flags[3],
                    code,
                    is_link_used_up: flags[4],
                },
            )
    }

    proptest! {
        #[test]
        fn nobody_gets_in_outside_the_terms(situation in any_situation(), waits in any::<bool>()) {
            let decision = decide(&situation, waits);
            let in_time = situation.now < situation.closes_at
                && situation.opens_at.is_none_or(|opens_at| opens_at <= situation.now);
            let has_place = situation.free.iter().flatten().all(|free| *free > 0);
            let takes_place = matches!(
                decision,
                Decision::Confirm | Decision::ConfirmAddress { keep_place: true }
            );
            if takes_place {
                prop_assert!(in_time && has_place && situation.offers_mode);
                prop_assert!(!situation.is_link_used_up);
                prop_assert!(!situation.needs_approval);
                prop_assert_eq!(situation.state, EventState::Published);
                prop_assert!(matches!(situation.code, CodeStanding::NotNeeded | CodeStanding::Good));
            }
            if decision == Decision::Confirm {
                prop_assert!(!situation.confirms_address);
            }
            if decision == Decision::Waitlist {
                prop_assert!(waits && situation.has_waitlist && in_time && !has_place);
            }
        }

        #[test]
        fn whoever_may_come_in_does(situation in any_situation()) {
            let situation = Situation {
                state: EventState::Published,
                now: situation.closes_at - TimeDelta::microseconds(1),
                opens_at: None,
                ends_at: situation.closes_at,
                offers_mode: true,
                needs_approval: false,
                confirms_address: false,
                code: CodeStanding::Good,
                is_link_used_up: false,
                free: vec![Some(1)],
                ..situation
            };
            prop_assert_eq!(decide(&situation, false), Decision::Confirm);
        }
    }
}
