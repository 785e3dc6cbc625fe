//! The words in which a misbehaviour is ordered at the command line.

use std::str::FromStr;
use std::time::Duration;

use crate::faulty_smtp::rule::{Rule, Turns};
use crate::faulty_smtp::{Action, Phase};

const PHASES: [(&str, Phase); 13] = [
    ("greeting", Phase::Greeting),
    ("ehlo", Phase::Ehlo),
    ("starttls", Phase::StartTls),
    ("handshake", Phase::Handshake),
    ("auth", Phase::Auth),
    ("rset", Phase::Rset),
    ("mail", Phase::Mail),
    ("rcpt", Phase::Rcpt),
    ("data", Phase::Data),
    ("content", Phase::Content),
    ("dot", Phase::Dot),
    ("quit", Phase::Quit),
    ("other", Phase::Other),
];

/// A rule as it is typed: `PHASE[@RECIPIENT][/TURNS]:ACTION[ then ACTION]…`. What is typed lives as
/// long as the program.
impl FromStr for Rule {
    type Err = String;

    fn from_str(typed: &str) -> Result<Self, String> {
        let (occasion, actions) = typed
            .split_once(':')
            .ok_or("a rule is of the form PHASE:ACTION")?;
        let (place, turns) = match occasion.split_once('/') {
            Some((place, turns)) => (place, turns_of(turns)?),
            None => (occasion, Turns::Always),
        };
        let (phase, recipient) = match place.split_once('@') {
            Some((phase, recipient)) => (phase, Some(recipient)),
            None => (place, None),
        };
        let rule = Self::on(phase_of(phase)?, turns, action_of(actions)?);
        Ok(match recipient {
            Some(recipient) => rule.to(forever(recipient)),
            None => rule,
        })
    }
}

fn phase_of(word: &str) -> Result<Phase, String> {
    let found = PHASES.iter().find(|(name, _)| *name == word);
    found.map(|(_, phase)| *phase).ok_or_else(|| {
        let names: Vec<&str> = PHASES.iter().map(|(name, _)| *name).collect();
        format!(
            "“{word}” is no phase; there are: {names}",
            names = names.join(", ")
        )
    })
}

fn turns_of(words: &str) -> Result<Turns, String> {
    let number = |digits: &str| digits.parse().ok().filter(|number| *number > 0);
    let turns = if words == "once" {
        Some(Turns::First(1))
    } else if let Some(digits) = words.strip_prefix("first") {
        number(digits).map(Turns::First)
    } else if let Some(digits) = words.strip_prefix("every") {
        number(digits).map(Turns::Every)
    } else {
        None
    };
    turns.ok_or_else(|| format!("“{words}” is none of once, firstN, everyN"))
}

fn action_of(words: &str) -> Result<Action, String> {
    let actions: Vec<Action> = words
        .split(" then ")
        .map(one_action_of)
        .collect::<Result<_, _>>()?;
    Ok(match actions.as_slice() {
        [only] => *only,
        _ => Action::InTurn(actions.leak()),
    })
}

fn one_action_of(words: &str) -> Result<Action, String> {
    let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
    let is_reply = words.len() >= 3 && words.bytes().take(3).all(|byte| byte.is_ascii_digit());
    Ok(match verb {
        _ if is_reply => Action::Say(forever(&lines(words))),
        "yes" => Action::Yes,
        "say" => Action::Say(forever(&lines(rest))),
        "half" => Action::Part(forever(rest)),
        "wait" => Action::Wait(duration(rest)?),
        "silence" => Action::Silence,
        "close" if rest.is_empty() => Action::Close,
        "reset" => Action::Reset,
        "flood" => Action::NeverEnd,
        _ => {
            return Err(format!(
                "“{words}” is no action; there are: a reply such as “450 4.2.0 greylisted”, yes, \
                 say TEXT, half TEXT, wait DURATION, silence, close, reset, flood"
            ));
        }
    })
}

/// `\n` begins a new line of a reply.
fn lines(typed: &str) -> String {
    typed.replace("\\n", "\r\n")
}

fn duration(typed: &str) -> Result<Duration, String> {
    let units = [("ms", 1), ("s", 1000), ("m", 60_000)];
    let found = units.iter().find_map(|(unit, milliseconds)| {
        let number: u64 = typed.strip_suffix(unit)?.parse().ok()?;
        number.checked_mul(*milliseconds)
    });
    found
        .map(Duration::from_millis)
        .ok_or_else(|| format!("“{typed}” is no duration such as 300ms, 5s or 2m"))
}

fn forever(text: &str) -> &'static str {
    text.to_owned().leak()
}
