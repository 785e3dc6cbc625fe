//! What was measured, beside its limit or its peer, and whether it reaches that.

use std::fmt;
use std::fs;
use std::thread::available_parallelism;

use convoke::base::clock::Clock;

use crate::figures::Figures;

/// How far something has to reach.
#[derive(Clone, Copy)]
pub enum Reach {
    AtLeast(f64),
    AtMost(f64),
}

/// One measure.
pub struct Row {
    measure: String,
    unit: &'static str,
    ours: Figures,
    peer: Option<Figures>,
    /// The ratios of the rounds; what was measured itself, where it has no peer.
    judged: Figures,
    reach: Reach,
    /// How busy the machine was before.
    load: f64,
}

impl Row {
    /// What each round found of ours and of the peer.
    pub fn beside(
        measure: &str,
        unit: &'static str,
        rounds: &[(f64, f64)],
        reach: Reach,
        load: f64,
    ) -> Self {
        Self {
            measure: measure.to_owned(),
            unit,
            ours: Figures::of(rounds.iter().map(|(ours, _)| *ours)),
            peer: Some(Figures::of(rounds.iter().map(|(_, peer)| *peer))),
            judged: Figures::of(rounds.iter().map(|(ours, peer)| ours / peer)),
            reach,
            load,
        }
    }

    /// What has a limit of its own.
    pub fn alone(
        measure: &str,
        unit: &'static str,
        found: &[f64],
        reach: Reach,
        load: f64,
    ) -> Self {
        let found = Figures::of(found.iter().copied());
        Self {
            measure: measure.to_owned(),
            unit,
            ours: found,
            peer: None,
            judged: found,
            reach,
            load,
        }
    }

    pub fn is_short(&self) -> bool {
        match self.reach {
            Reach::AtLeast(least) => self.judged.median < least,
            Reach::AtMost(most) => self.judged.median > most,
        }
    }
}

/// What the columns of [`Row`] are.
pub const HEAD: &str = "measure                                              ours       peer  \
                        ratio (min..max)         reach   load  verdict";

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let measure = format!("{}, {}", self.measure, self.unit);
        let peer = self.peer.map_or("–".to_owned(), |peer| short(peer.median));
        let Figures { min, median, max } = self.judged;
        let ratio = format!("{} ({}..{})", short(median), short(min), short(max));
        let reach = match self.reach {
            Reach::AtLeast(least) => format!("≥ {least}"),
            Reach::AtMost(most) => format!("≤ {most}"),
        };
        let verdict = if self.is_short() { "SHORT" } else { "ok" };
        write!(
            f,
            "{measure:<46} {:>10} {peer:>10}  {ratio:<23} {reach:>6} {:>6.1}  {verdict}",
            short(self.ours.median),
            self.load
        )
    }
}

/// Three digits that count, more of what is large.
fn short(figure: f64) -> String {
    let digits = match figure {
        _ if figure >= 100.0 => 0,
        _ if figure >= 10.0 => 1,
        _ => 2,
    };
    format!("{figure:.digits$}")
}

/// The machine and the day.
pub fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .map_or("an unnamed processor", |rest| {
            rest.trim_start_matches([' ', '\t', ':'])
        });
    let cores = available_parallelism().map_or(0, usize::from);
    let day = Clock::System.now().format("%Y-%m-%d %H:%M");
    format!("{model}, {cores} cores, {day} UTC, load {:.1}", load())
}

/// How many programs wanted to run, over the last minute.
pub fn load() -> f64 {
    let said = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let first = said.split(' ').next().unwrap_or_default();
    first.parse().unwrap_or(f64::NAN)
}
