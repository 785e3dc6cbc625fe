//! What a server does at which phase, to whom, and how often.

use super::{Action, Phase, Script};

/// One thing that a server does instead of saying yes.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    phase: Phase,
    recipient: Option<&'static str>,
    turns: Turns,
    action: Action,
    /// How often it was looked at.
    looks: usize,
}

/// On which of the occasions that a rule is about it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turns {
    /// On every one.
    Always,
    /// On so many, from the first on.
    First(usize),
    /// On every so-manieth.
    Every(usize),
}

impl Rule {
    /// Does this whenever it comes to `phase`.
    pub const fn always(phase: Phase, action: Action) -> Self {
        Self::on(phase, Turns::Always, action)
    }

    /// Does this once.
    pub const fn once(phase: Phase, action: Action) -> Self {
        Self::on(phase, Turns::First(1), action)
    }

    /// Does this on those `turns`.
    pub const fn on(phase: Phase, turns: Turns, action: Action) -> Self {
        Self {
            phase,
            recipient: None,
            turns,
            action,
            looks: 0,
        }
    }

    /// Only where the mail is for `recipient`: from RCPT to the final dot.
    pub const fn to(self, recipient: &'static str) -> Self {
        Self {
            recipient: Some(recipient),
            ..self
        }
    }

    fn is_about(&self, phase: Phase, recipient: &str) -> bool {
        self.phase == phase
            && self
                .recipient
                .is_none_or(|named| named.eq_ignore_ascii_case(recipient))
    }

    fn has_its_turn(&mut self) -> bool {
        self.looks += 1;
        match self.turns {
            Turns::Always => true,
            Turns::First(turns) => self.looks <= turns,
            Turns::Every(turns) => self.looks.is_multiple_of(turns),
        }
    }
}

/// A script as rules.
pub fn of_script(script: Script) -> Vec<Rule> {
    let steps = script.iter();
    steps
        .map(|(phase, action)| Rule::once(*phase, *action))
        .collect()
}

/// What the first rule says whose turn it is.
pub fn next(rules: &mut [Rule], phase: Phase, recipient: &str) -> Action {
    rules
        .iter_mut()
        .filter(|rule| rule.is_about(phase, recipient))
        .find_map(|rule| rule.has_its_turn().then_some(rule.action))
        .unwrap_or(Action::Yes)
}
