use std::time::Duration;

use tokio::time::Instant as Moment;

/// Lets so many messages a minute begin, evenly (OUT-8). It goes by a clock that only goes forward,
/// whatever happens to the one on the wall.
#[derive(Debug)]
pub(super) struct Pace {
    interval: Duration,
    /// How many may begin at once where nobody looked for a while: what a second allows.
    most_at_once: u32,
    next: Option<Moment>,
}

impl Pace {
    /// At most `per_minute`, which is at least one.
    pub(super) fn new(per_minute: u32) -> Self {
        Self {
            interval: Duration::from_secs(60) / per_minute,
            most_at_once: per_minute.div_ceil(60),
            next: None,
        }
    }

    /// How many may begin at `now`.
    pub(super) fn room(&self, now: Moment) -> usize {
        let allowed = match self.next {
            None => 1,
            Some(next) if now < next => 0,
            Some(next) => {
                let since = (now - next).as_nanos() / self.interval.as_nanos() + 1;
                u32::try_from(since).map_or(self.most_at_once, |since| since.min(self.most_at_once))
            }
        };
        usize::try_from(allowed).expect("a second's mails can be counted")
    }

    /// Notes that `number` have begun at `now`.
    pub(super) fn took(&mut self, number: usize, now: Moment) {
        // Who looks a little late keeps its place in the row; what nobody used for long is lost.
        let unused = self.interval * self.most_at_once;
        let earliest = now.checked_sub(unused).unwrap_or(now);
        let first = self.next.map_or(now, |next| next.max(earliest));
        let number = u32::try_from(number).expect("no more than there was room for");
        self.next = Some(first + self.interval * number);
    }

    /// When there will be room, where there is none at `now`.
    pub(super) fn next_room(&self, now: Moment) -> Option<Moment> {
        self.next.filter(|next| now < *next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Has a worker look again and again after `rest`; gives when each message began, from the start.
    fn begin(per_minute: u32, messages: usize, rest: Duration) -> Vec<Duration> {
        let mut pace = Pace::new(per_minute);
        let start = Moment::now();
        let mut now = start;
        let mut begun = Vec::new();
        while begun.len() < messages {
            let room = pace.room(now).min(messages - begun.len());
            begun.extend((0..room).map(|_| now - start));
            pace.took(room, now);
            now += rest;
        }
        begun
    }

    #[test]
    fn out_08_eight_hundred_at_one_a_second_take_eight_hundred_seconds() {
        for rest in [10, 77, 999].map(Duration::from_millis) {
            let begun = begin(60, 800, rest);
            let last = begun[799].as_secs_f64();
            assert!(
                (760.0..=840.0).contains(&last),
                "{last} looking every {rest:?}"
            );
            // One a second, and not sixty at the start of a minute.
            for second in 0..800 {
                let span = SECOND * second..SECOND * (second + 1);
                assert!(
                    begun
                        .iter()
                        .filter(|at| span.contains::<Duration>(at))
                        .count()
                        <= 2
                );
            }
        }
    }

    #[test]
    fn out_08_who_looks_seldom_keeps_the_rate_and_makes_up_for_a_second_at_most() {
        let begun = begin(6000, 1000, Duration::from_millis(250));
        let last = begun[999].as_secs_f64();
        assert!((9.5..=10.5).contains(&last), "{last}");

        let mut pace = Pace::new(6000);
        let now = Moment::now();
        assert_eq!(pace.room(now), 1);
        pace.took(1, now);
        assert_eq!(
            (pace.room(now), pace.next_room(now)),
            (0, Some(now + SECOND / 100))
        );
        let later = now + SECOND * 3600;
        assert_eq!(pace.room(later), 100);
        pace.took(100, later);
        pace.took(1, later);
        assert_eq!(pace.room(later), 0);
        assert_eq!(pace.room(later + SECOND / 100), 1);
    }
}
