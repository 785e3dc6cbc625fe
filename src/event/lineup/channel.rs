use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::base::language::Language;
use crate::event::{Details, Interpretation};
use crate::view::Locale;

/// The one channel of interpretation that an interpreter works in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Channel {
    /// The language spoken.
    pub from: Language,
    /// The language heard.
    pub to: Language,
}

/// Not the name of a channel, such as `en>ar`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no channel is named so")]
pub struct NoChannel;

impl Channel {
    /// Whether one of `channels` is this one.
    pub fn is_among(&self, channels: &[Interpretation]) -> bool {
        channels
            .iter()
            .any(|channel| channel.from == self.from && channel.to == self.to)
    }

    /// The language spoken, and the one heard, as readers of `locale` call them.
    pub fn names(&self, locale: &Locale) -> (String, String) {
        (
            locale.language_name(&self.from),
            locale.language_name(&self.to),
        )
    }

    /// The channels of an event, each once.
    pub fn of_event(details: &Details) -> Vec<Self> {
        let mut channels: Vec<Self> = Vec::new();
        for Interpretation { from, to, .. } in &details.interpretation {
            let channel = Self {
                from: from.clone(),
                to: to.clone(),
            };
            if !channels.contains(&channel) {
                channels.push(channel);
            }
        }
        channels
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}>{}", self.from, self.to)
    }
}

impl FromStr for Channel {
    type Err = NoChannel;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (from, to) = text.split_once('>').ok_or(NoChannel)?;
        Ok(Self {
            from: from.parse().map_err(|_| NoChannel)?,
            to: to.parse().map_err(|_| NoChannel)?,
        })
    }
}
