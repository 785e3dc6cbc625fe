use std::time::Duration;

/// Where in a conversation the server is when it acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    Greeting,
    Ehlo,
    StartTls,
    /// Before the handshake of an encryption; what is said here is said in the clear.
    Handshake,
    Auth,
    Rset,
    Mail,
    Rcpt,
    Data,
    /// After the first line of the content.
    Content,
    /// After the final dot.
    Dot,
    Quit,
    /// What is none of these, such as the lines of AUTH LOGIN.
    Other,
}

/// What the server does instead of saying yes.
#[derive(Debug, Clone, Copy)]
pub enum Action {
    /// Says yes after all: lets this turn of the phase pass.
    Yes,
    /// Says yes, later.
    YesAfter(Duration),
    /// Says yes once [`tell`](super::FaultyServer::tell) is called.
    YesWhenTold,
    /// Says this, with a CRLF.
    Say(&'static str),
    /// Says these octets, whatever they mean, with a CRLF.
    SayOctets(&'static [u8]),
    /// Says far more than anybody would read, without an end of line, and closes the connection.
    NeverEnd,
    /// Says this without an end of line, and goes on.
    Part(&'static str),
    /// Says this without an end of line, and nothing more.
    HalfLine(&'static str),
    /// Says nothing more and keeps the connection.
    Silence,
    /// Closes the connection.
    Close,
    /// Says this and closes the connection.
    SayAndClose(&'static str),
    /// Breaks the connection off with a RST.
    Reset,
    /// Says nothing for so long, and then goes on.
    Wait(Duration),
    /// Does one after the other.
    InTurn(&'static [Action]),
}

/// What to do at which phase.
pub type Script = &'static [(Phase, Action)];

impl Phase {
    /// The phase that a command begins.
    pub fn of(command: &str) -> Self {
        let verb = command.split([' ', ':']).next().unwrap_or_default();
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => Self::Ehlo,
            "STARTTLS" => Self::StartTls,
            "AUTH" => Self::Auth,
            "RSET" => Self::Rset,
            "MAIL" => Self::Mail,
            "RCPT" => Self::Rcpt,
            "DATA" => Self::Data,
            "QUIT" => Self::Quit,
            _ => Self::Other,
        }
    }
}
