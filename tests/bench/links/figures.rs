//! What several rounds found.

use std::fmt;

/// The least, the middle and the greatest of some measurements.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    pub min: f64,
    pub median: f64,
    pub max: f64,
}

impl Figures {
    /// # Panics
    /// Where nothing was measured.
    pub fn of(found: impl Iterator<Item = f64>) -> Self {
        let mut found: Vec<f64> = found.collect();
        found.sort_by(f64::total_cmp);
        Self {
            min: found[0],
            median: found[found.len() / 2],
            max: found[found.len() - 1],
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = f.precision().unwrap_or(0);
        for figure in [self.min, self.median, self.max] {
            write!(f, "{figure:>8.digits$}")?;
        }
        Ok(())
    }
}
