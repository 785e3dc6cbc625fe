//! What a mail server can do to one mail, and what becomes of that (OUT-6).

use std::time::Duration;

use convoke::mailer::deliver::Patience;

use crate::faulty_smtp::Action::{Close, HalfLine, Reset, Say, SayAndClose, Silence, YesAfter};
use crate::faulty_smtp::Phase::{Auth, Content, Data, Dot, Ehlo, Greeting, Mail, Other, Rcpt};
use crate::faulty_smtp::{Action, Script};
use Verdict::{BadAddress, Later, Pause, Policy, Sent, Unknown};

/// What the server does, what comes of it, and what is heard of it.
pub type Behaviour = (Script, Verdict, &'static str);

/// What becomes of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Sent,
    /// It is tried again on the ladder.
    Later,
    /// It failed, and nothing more goes to this address.
    BadAddress,
    /// It failed, and the address is as good as before.
    Policy,
    /// It was not tried, and all mail rests.
    Pause,
    /// It may or may not have arrived.
    Unknown,
}

const SOON: Duration = Duration::from_millis(50);

const LOGIN_ONLY: Action = Say("250-faulty.example\r\n250 AUTH LOGIN");
const ASK_USER: Action = Say("334 VXNlcm5hbWU6");
const ASK_PASSWORD: Action = Say("334 UGFzc3dvcmQ6");

/// What a server can do to one mail.
pub const BEHAVIOURS: &[Behaviour] = &[
    (&[], Sent, "250 2.0.0 queued"),
    (
        &[
            (Greeting, YesAfter(SOON)),
            (Rcpt, YesAfter(SOON)),
            (Dot, YesAfter(SOON)),
        ],
        Sent,
        "250",
    ),
    (&[(Rcpt, Say("251 2.1.5 will forward"))], Sent, "250"),
    (
        &[(Dot, Say("250-2.0.0 first\r\n250 2.0.0 second"))],
        Sent,
        "250 2.0.0 first 2.0.0 second",
    ),
    (
        &[(Greeting, Say("421 4.3.2 too busy"))],
        Later,
        "421 4.3.2 too busy",
    ),
    (&[(Greeting, Say("554 no service here"))], Later, "554"),
    (&[(Greeting, Close)], Later, "incomplete response"),
    (&[(Greeting, Reset)], Later, "reset"),
    (&[(Greeting, Silence)], Later, "no reply in time"),
    (
        &[(Greeting, HalfLine("220 faulty"))],
        Later,
        "no reply in time",
    ),
    (&[(Greeting, Say("SSH-2.0-OpenSSH_9.2"))], Later, ""),
    (&[(Ehlo, SayAndClose("421 4.7.0 go away"))], Later, "421"),
    (&[(Ehlo, SayAndClose("550 5.7.1 listed"))], Later, "550"),
    (&[(Ehlo, Close)], Later, "incomplete response"),
    // lettre 0.11.23 panics where blanks stand in place of a keyword.
    (
        &[(
            Ehlo,
            Say("250-faulty.example\r\n250- \t \r\n250 AUTH PLAIN"),
        )],
        Sent,
        "250",
    ),
    (&[(Ehlo, Say("250-  \r\n250  "))], Later, ""),
    (
        &[(Auth, Say("535 5.7.8 wrong password"))],
        Pause,
        "535 5.7.8 wrong password",
    ),
    (&[(Auth, Say("534 5.7.9 too weak"))], Pause, "534"),
    (&[(Auth, Say("454 4.7.0 try later"))], Later, "454"),
    (&[(Auth, Close)], Later, "incomplete response"),
    (&[(Auth, Silence)], Later, "no reply in time"),
    (&[(Auth, Say("421 4.7.0 busy"))], Later, "421"),
    (
        &[(Ehlo, Say("250-faulty.example\r\n250 AUTH GSSAPI"))],
        Pause,
        "no AUTH PLAIN or LOGIN",
    ),
    (
        &[
            (Ehlo, LOGIN_ONLY),
            (Auth, ASK_USER),
            (Other, ASK_PASSWORD),
            (Other, Say("235 2.7.0 ok")),
        ],
        Sent,
        "250",
    ),
    (
        &[
            (Ehlo, LOGIN_ONLY),
            (Auth, ASK_USER),
            (Other, ASK_PASSWORD),
            (Other, Say("535 5.7.8 no")),
        ],
        Pause,
        "535",
    ),
    (
        &[(Mail, Say("550 5.7.1 not your domain"))],
        Pause,
        "550 5.7.1 not your domain",
    ),
    (&[(Mail, Say("530 5.7.0 sign in first"))], Pause, "530"),
    (&[(Mail, Say("451 4.7.1 greylisted"))], Later, "451"),
    (&[(Mail, SayAndClose("421 4.4.2 closing"))], Later, "421"),
    (&[(Mail, Close)], Later, "incomplete response"),
    (&[(Mail, Reset)], Later, "reset"),
    (&[(Mail, Silence)], Later, "no reply in time"),
    (
        &[(Rcpt, Say("550 no such user"))],
        BadAddress,
        "550 no such user",
    ),
    (&[(Rcpt, Say("550 5.1.1 no such user"))], BadAddress, "550"),
    (
        &[(Rcpt, Say("550-5.1.1 no such user\r\n550 5.1.1 really"))],
        BadAddress,
        "550 5.1.1 no such",
    ),
    (&[(Rcpt, Say("550 5.2.1 disabled"))], BadAddress, "550"),
    (&[(Rcpt, Say("553 5.1.3 bad syntax"))], BadAddress, "553"),
    (
        &[(Rcpt, Say("554 5.7.1 relay access denied"))],
        Policy,
        "554",
    ),
    (&[(Rcpt, Say("450 4.2.0 greylisted"))], Later, "450"),
    (&[(Rcpt, Say("451 4.7.1 greylisted"))], Later, "451"),
    (&[(Rcpt, Say("452 4.2.2 mailbox full"))], Later, "452"),
    (&[(Rcpt, SayAndClose("421 4.7.28 slow down"))], Later, "421"),
    (&[(Rcpt, Close)], Later, "incomplete response"),
    (&[(Rcpt, Reset)], Later, "reset"),
    (&[(Rcpt, Say("501 5.1.3 bad address"))], BadAddress, "501"),
    (
        &[(Rcpt, Say("553 5.6.7 SMTPUTF8 not supported"))],
        BadAddress,
        "553 5.6.7",
    ),
    (&[(Rcpt, Say("530 authentication required"))], Policy, "530"),
    (&[(Rcpt, HalfLine("250 o"))], Later, "no reply in time"),
    (&[(Data, Say("450 4.2.0 greylisted"))], Later, "450"),
    (&[(Data, Say("451 4.7.1 greylisted"))], Later, "451"),
    (&[(Data, Say("554 5.7.1 policy"))], Policy, "554"),
    (&[(Data, Say("550 5.1.1 no such user"))], BadAddress, "550"),
    (
        &[(Data, Say("250 2.0.0 what?"))],
        Later,
        "unexpected reply to DATA",
    ),
    (&[(Data, SayAndClose("421 4.3.2 bye"))], Later, "421"),
    (
        &[(Data, Say("503 5.5.1 no valid recipients"))],
        Policy,
        "503",
    ),
    (&[(Data, Silence)], Later, "no reply in time"),
    (&[(Data, Close)], Later, "incomplete response"),
    (&[(Content, Close)], Unknown, ""),
    (&[(Content, Reset)], Unknown, ""),
    (&[(Content, Silence)], Unknown, "no reply in time"),
    (&[(Dot, Close)], Unknown, "incomplete response"),
    (&[(Dot, Reset)], Unknown, "reset"),
    (&[(Dot, Silence)], Unknown, "no reply in time"),
    (
        &[(Dot, HalfLine("250 2.0.0 que"))],
        Unknown,
        "no reply in time",
    ),
    (&[(Dot, Say("what was that?"))], Unknown, ""),
    (&[(Dot, Say("354 go on"))], Unknown, "354"),
    (&[(Dot, Say("451 4.3.0 queue full"))], Later, "451"),
    (&[(Dot, Say("450 4.7.1 greylisted"))], Later, "450"),
    (
        &[(Dot, SayAndClose("421 4.3.2 shutting down"))],
        Later,
        "421",
    ),
    (
        &[(Dot, SayAndClose("250 2.0.0 queued"))],
        Sent,
        "250 2.0.0 queued",
    ),
    (&[(Dot, Say("452 4.3.1 disk full"))], Later, "452"),
    (&[(Dot, Say("554 5.6.0 bad content"))], Policy, "554"),
    (&[(Dot, Say("550 5.1.1 no such user"))], BadAddress, "550"),
    (&[(Dot, Say("552 5.3.4 too big"))], Policy, "552"),
    (&[(Dot, Say("550 5.7.1 looks like spam"))], Policy, "550"),
    (&[(Dot, Say("550 5.2.1 disabled"))], BadAddress, "550"),
];

/// Only who must wait in vain waits shortly, so that a slow machine changes no outcome.
pub fn patience_for(script: Script) -> Patience {
    let in_vain = script
        .iter()
        .any(|(_, action)| matches!(action, Silence | HalfLine(_)));
    if !in_vain {
        return Patience::default();
    }
    Patience {
        command: Duration::from_secs(2),
        verdict: Duration::from_secs(2),
        ..Patience::default()
    }
}
