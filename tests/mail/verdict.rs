//! Outcomes without their words.

use convoke::mailer::deliver::{Failure, Outcome};

use crate::behaviours::Verdict;

/// The verdict, and what was said or happened.
pub fn judged(outcome: &Outcome) -> (Verdict, &str) {
    let verdict = match outcome {
        Outcome::Sent { .. } => Verdict::Sent,
        Outcome::Unknown { .. } => Verdict::Unknown,
        Outcome::Failed(Failure::Temporary { .. }) => Verdict::Later,
        Outcome::Failed(Failure::Refused { .. }) => Verdict::Pause,
        Outcome::Failed(Failure::Permanent {
            address_at_fault: true,
            ..
        }) => Verdict::BadAddress,
        Outcome::Failed(Failure::Permanent { .. }) => Verdict::Policy,
    };
    match outcome {
        Outcome::Sent { reply } | Outcome::Unknown { reply } => (verdict, reply.as_str()),
        Outcome::Failed(failure) => (verdict, failure.reply().as_str()),
    }
}
