use std::error::Error as _;
use std::io;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::response::Response;
use tokio::time::timeout;

use super::outcome::{Failure, Phase};

/// Why a command did not succeed.
pub(super) enum Trouble {
    /// The server said no.
    Answered { code: u16, text: String },
    /// No answer that could be understood came in time.
    Lost(String),
}

impl Trouble {
    pub(super) fn judged(self, phase: Phase) -> Failure {
        match self {
            Self::Answered { code, text } => Failure::of_reply(phase, code, &text),
            Self::Lost(how) => Failure::temporary(&how),
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        // What lettre puts before it ("permanent error (550): ") says nothing more.
        let text = error.source().map(ToString::to_string);
        match error.status() {
            Some(code) => Self::Answered {
                code: code.into(),
                text: text.unwrap_or_default(),
            },
            None if error.is_response() => {
                Self::Lost(format!("no proper reply: {}", text.unwrap_or_default()))
            }
            None => Self::Lost(text.unwrap_or_else(|| error.to_string())),
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Lost(error.to_string())
    }
}

/// What `work` comes to, if it comes to anything within `patience`.
pub(super) async fn in_time<T, E: Into<Trouble>>(
    patience: Duration,
    work: impl Future<Output = Result<T, E>>,
) -> Result<T, Trouble> {
    match timeout(patience, work).await {
        Ok(result) => result.map_err(Into::into),
        Err(_) => Err(Trouble::Lost("no reply in time".to_owned())),
    }
}

/// A reply on one line, its code first.
pub(super) fn spoken(reply: &Response) -> String {
    format!("{} {}", reply.code(), text(reply))
}

/// A reply on one line, without its code.
pub(super) fn text(reply: &Response) -> String {
    let lines: Vec<&str> = reply.message().collect();
    lines.join(" ")
}
