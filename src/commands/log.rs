//! The log: lines on standard error, one for each thing that happened, whatever was typed.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::panic;

use tracing_subscriber::EnvFilter;

use crate::config::{LogFormat, Settings};

/// Sends log lines to standard error from now on, and panics among them.
pub fn start(settings: &Settings) {
    // It would write down what somebody's device has answered (P-4).
    let silent = "webauthn_rs_core=off".parse().expect("a directive");
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(&settings.log).add_directive(silent))
        .with_writer(|| Lines(io::stderr()))
        .with_ansi(false);
    match settings.log_format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    // What a panic says may hold what somebody typed; where it happened cannot (P-4).
    panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        tracing::error!(
            place,
            "the program failed here, which is a fault of convoke's own"
        );
    }));
}

/// Writes each entry as one line, without characters that steer a terminal (S-31).
struct Lines<W>(W);

impl<W: Write> Write for Lines<W> {
    /// Takes one entry, with the line break after it.
    fn write(&mut self, entry: &[u8]) -> io::Result<usize> {
        if is_one_line(entry) {
            self.0.write_all(entry)?;
        } else {
            let line = one_line(&String::from_utf8_lossy(entry));
            self.0.write_all(line.as_bytes())?;
        }
        Ok(entry.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Whether an entry is one already, as nearly all are.
fn is_one_line(entry: &[u8]) -> bool {
    let is_plain = |octet: &u8| (b' '..=b'~').contains(octet);
    matches!(entry, [line @ .., b'\n'] if line.iter().all(is_plain))
}

/// Escapes in the way of JSON, which holds no such characters anyway.
fn one_line(entry: &str) -> String {
    let mut line = String::with_capacity(entry.len() + 1);
    for character in entry.trim_end_matches('\n').chars() {
        match character {
            '\u{2028}' | '\u{2029}' => escape(&mut line, character),
            _ if character.is_control() => escape(&mut line, character),
            _ => line.push(character),
        }
    }
    line.push('\n');
    line
}

fn escape(line: &mut String, character: char) {
    write!(line, "\\u{:04x}", u32::from(character)).expect("a string takes all that is written");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_31_an_entry_stays_one_line_whatever_it_holds() {
        let plain = "2026-11-30T10:00:00Z  INFO answered method=\"GET\"\n";
        assert_eq!(written(plain), plain);
        assert_eq!(written("a\nb\n"), "a\\u000ab\n");
        let entry = "a\r\nb\u{1b}[31m\u{85}\u{2028}\u{9b}\tم\n";
        let expected = "a\\u000d\\u000ab\\u001b[31m\\u0085\\u2028\\u009b\\u0009م\n";
        assert_eq!(written(entry), expected);
    }

    fn written(entry: &str) -> String {
        let mut written = Vec::new();
        Lines(&mut written)
            .write_all(entry.as_bytes())
            .expect("a vector takes everything");
        String::from_utf8(written).expect("text")
    }
}
