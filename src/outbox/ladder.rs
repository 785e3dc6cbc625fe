use chrono::TimeDelta;

use crate::base::chance::Chance;
use crate::base::clock::Instant;

/// Minutes to wait after the first, second, … try (OUT-6); the last one for all that follow.
const MINUTES: [i64; 7] = [1, 2, 5, 10, 20, 30, 60];

/// When to try again after `attempts` tries: a rung of the ladder, and up to a tenth more, so that
/// what failed together does not come back together.
pub(super) fn next_try(now: Instant, attempts: i64, chance: &Chance) -> Instant {
    let rung = usize::try_from(attempts - 1)
        .unwrap_or(0)
        .min(MINUTES.len() - 1);
    let wait = TimeDelta::minutes(MINUTES[rung]);
    let [share] = chance.bytes::<1>();
    // In milliseconds: finer than a microsecond the engines do not agree.
    let more = TimeDelta::milliseconds(wait.num_milliseconds() * i64::from(share) / 2560);
    now + wait + more
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_06_the_ladder_rises_and_stays_on_its_last_rung() {
        let chance = Chance::seeded(1);
        let now = Instant::UNIX_EPOCH;
        let waits: Vec<i64> = (1..=9)
            .map(|attempts| (next_try(now, attempts, &chance) - now).num_seconds())
            .collect();
        for (wait, minutes) in waits.iter().zip([1, 2, 5, 10, 20, 30, 60, 60, 60]) {
            let least = minutes * 60;
            assert!(
                (least..=least * 11 / 10).contains(wait),
                "{wait} for {minutes} min"
            );
        }
    }
}
