//! One page, asked for again and again.

use std::fmt;
use std::time::Instant;

use crate::browser::Browser;

/// How long a page took, and how large it was.
pub struct Measured {
    path: String,
    /// Milliseconds: half of all took no longer.
    p50: f64,
    /// Milliseconds: 19 of 20 took no longer.
    pub p95: f64,
    /// The largest that came.
    pub octets: usize,
}

/// Asks for the page at the first of `paths` where there is one.
pub fn measure(browser: &Browser, paths: &[String], rounds: usize) -> Option<Measured> {
    let path = paths.iter().find(|path| {
        let answer = browser.get(path);
        answer.status == 200 && answer.is_page
    })?;
    let (mut octets, mut took) = (0, Vec::with_capacity(rounds));
    for _ in 0..rounds {
        let start = Instant::now();
        let answer = browser.get(path);
        took.push(start.elapsed().as_secs_f64() * 1000.0);
        assert_eq!(answer.status, 200, "{path}");
        octets = octets.max(answer.octets);
    }
    took.sort_by(f64::total_cmp);
    let quantile = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)];
    Some(Measured {
        path: path.clone(),
        p50: quantile(50),
        p95: quantile(95),
        octets,
    })
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            p50,
            p95,
            octets,
        } = self;
        write!(
            f,
            "{p50:>8.1}{p95:>8.1}{:>8.1}  {path}",
            *octets as f64 / 1024.0
        )
    }
}
