use crate::base::text::SingleLine;

/// How much of a server's reply is kept.
const LONGEST_REPLY: usize = 200;

/// What became of a message. Replies are one line of at most 200 characters, with the code first
/// where a server spoke; they may repeat the recipient's address, so they belong into no log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server answers for it from now on.
    Sent {
        /// What it said.
        reply: SingleLine,
    },
    /// It was certainly not taken.
    Failed(Failure),
    /// The connection was lost between the start of the content and the reply to the final dot:
    /// it may or may not have been taken (RFC 1047).
    Unknown {
        /// How it was lost.
        reply: SingleLine,
    },
}

/// Why a message was certainly not taken (OUT-6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// Worth another try later: 4xx, nobody answers, no encryption.
    Temporary {
        /// What was said or happened.
        reply: SingleLine,
    },
    /// Not worth another try to this recipient.
    Permanent {
        /// What was said.
        reply: SingleLine,
        /// Whether the address is bad, so that no further mail should go there. `false` where
        /// policy speaks (5.7.x) or the content is refused: the operator should know then.
        address_at_fault: bool,
    },
    /// The server does not want this sender's mail at all: the whole queue should wait.
    Refused {
        /// What was said.
        reply: SingleLine,
    },
}

/// How far a conversation had come when the server said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// Greeting, EHLO, STARTTLS; RSET.
    Opening,
    /// AUTH.
    Login,
    /// MAIL.
    Sender,
    /// RCPT.
    Recipient,
    /// DATA and the reply to the final dot.
    Data,
}

impl Failure {
    /// What was said or happened.
    pub fn reply(&self) -> &SingleLine {
        match self {
            Self::Temporary { reply } | Self::Permanent { reply, .. } | Self::Refused { reply } => {
                reply
            }
        }
    }

    /// The status by which a server called the recipient's address bad: the enhanced one (RFC 3463
    /// section 2), or else the code of its reply.
    pub fn bad_address(&self) -> Option<&str> {
        let Self::Permanent {
            reply,
            address_at_fault: true,
        } = self
        else {
            return None;
        };
        let mut words = reply.as_str().split_whitespace();
        let code = words.next()?;
        let status = words.next().filter(|word| enhanced(word).is_some());
        Some(status.unwrap_or(code))
    }

    pub(super) fn temporary(text: &str) -> Self {
        Self::Temporary {
            reply: one_line(text),
        }
    }

    pub(super) fn refused(text: &str) -> Self {
        Self::Refused {
            reply: one_line(text),
        }
    }

    /// Judges a negative reply, `code` and `text`, by the phase it came in.
    pub(super) fn of_reply(phase: Phase, code: u16, text: &str) -> Self {
        let reply = one_line(&format!("{code} {text}"));
        match (phase, code) {
            (_, ..500) => Self::Temporary { reply },
            // Nothing was said about us yet: a server that serves nobody may do so later.
            (Phase::Opening, _) => Self::Temporary { reply },
            (Phase::Login | Phase::Sender, _) => Self::Refused { reply },
            (Phase::Recipient, _) => Self::Permanent {
                address_at_fault: recipient_is_bad(code, text),
                reply,
            },
            (Phase::Data, _) => Self::Permanent {
                address_at_fault: matches!(enhanced(text), Some((1, _) | (2, 1))),
                reply,
            },
        }
    }
}

/// Whether a 5xx to RCPT speaks of the mailbox. Without an enhanced code, syntax errors (50x) and a
/// demand to sign in (53x) do not (RFC 5321 section 4.2.2, RFC 4954 section 6).
fn recipient_is_bad(code: u16, text: &str) -> bool {
    match enhanced(text) {
        Some((subject, _)) => subject != 7,
        None => !matches!(code, 500..=509 | 530..=539),
    }
}

/// Subject and detail of the enhanced status code a 5xx reply starts with (RFC 3463 section 2).
fn enhanced(text: &str) -> Option<(u16, u16)> {
    let mut parts = text.split_whitespace().next()?.split('.');
    let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
    if class != "5" || parts.next().is_some() {
        return None;
    }
    Some((subject.parse().ok()?, detail.parse().ok()?))
}

/// A reply as it is kept: one line, without what could confuse a reader of it.
pub(super) fn one_line(text: &str) -> SingleLine {
    SingleLine::clean(text).cut(LONGEST_REPLY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_6_a_negative_reply_is_judged_by_phase_and_code() {
        #[derive(Debug, PartialEq)]
        enum Verdict {
            Later,
            BadAddress,
            Policy,
            Pause,
        }
        use Verdict::{BadAddress, Later, Pause, Policy};
        for (phase, code, text, expected) in [
            (Phase::Opening, 421, "4.3.2 shutting down", Later),
            (Phase::Opening, 554, "no SMTP service here", Later),
            (Phase::Login, 454, "4.7.0 try later", Later),
            (Phase::Login, 535, "5.7.8 wrong password", Pause),
            (Phase::Sender, 451, "4.7.1 greylisted", Later),
            (Phase::Sender, 550, "5.7.1 not your domain", Pause),
            (Phase::Sender, 553, "5.1.8 sender unknown", Pause),
            (Phase::Recipient, 450, "4.2.0 greylisted", Later),
            (Phase::Recipient, 452, "4.2.2 full", Later),
            (Phase::Recipient, 550, "no such user", BadAddress),
            (Phase::Recipient, 550, "5.1.1 no such user", BadAddress),
            (Phase::Recipient, 550, "5.2.1 disabled", BadAddress),
            (
                Phase::Recipient,
                553,
                "mailbox name not allowed",
                BadAddress,
            ),
            (Phase::Recipient, 554, "5.7.1 relay access denied", Policy),
            (Phase::Recipient, 530, "authentication required", Policy),
            (Phase::Recipient, 501, "syntax error", Policy),
            (Phase::Data, 451, "4.7.1 greylisted", Later),
            (Phase::Data, 552, "5.3.4 too big", Policy),
            (Phase::Data, 550, "5.7.1 spam", Policy),
            (Phase::Data, 550, "5.1.1 no such user", BadAddress),
            (Phase::Data, 550, "5.2.1 disabled", BadAddress),
            (Phase::Data, 554, "rejected", Policy),
            (Phase::Data, 550, "5.1 not an enhanced code", Policy),
        ] {
            let verdict = match Failure::of_reply(phase, code, text) {
                Failure::Temporary { .. } => Later,
                Failure::Permanent {
                    address_at_fault: true,
                    ..
                } => BadAddress,
                Failure::Permanent { .. } => Policy,
                Failure::Refused { .. } => Pause,
            };
            assert_eq!(verdict, expected, "{phase:?} {code} {text}");
        }
    }

    #[test]
    fn out_6_a_bad_address_has_a_status() {
        for (text, status) in [
            ("5.1.1 no such user", Some("5.1.1")),
            ("no such user", Some("550")),
            ("", Some("550")),
            ("5.7.1 policy", None),
        ] {
            let failure = Failure::of_reply(Phase::Recipient, 550, text);
            assert_eq!(failure.bad_address(), status, "{text}");
        }
        let later = Failure::of_reply(Phase::Recipient, 450, "4.2.1 disabled");
        assert_eq!(later.bad_address(), None);
    }

    #[test]
    fn out_6_a_reply_is_kept_as_one_short_line() {
        let failure = Failure::of_reply(
            Phase::Recipient,
            550,
            &format!(
                "5.1.1 no\r\n\u{1b}[31msuch \u{202e}user {}",
                "x".repeat(500)
            ),
        );
        let reply = failure.reply().as_str();
        assert!(
            reply.starts_with("550 5.1.1 no [31msuch user xxx"),
            "{reply}"
        );
        assert_eq!(reply.chars().count(), LONGEST_REPLY);
    }
}
