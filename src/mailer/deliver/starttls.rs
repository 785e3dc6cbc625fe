use std::time::Duration;

use lettre::transport::smtp::commands::{Ehlo, Starttls};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::outcome::{Failure, Phase};
use super::stream::LineStream;
use super::trouble::{Trouble, in_time, spoken, text};

/// In octets; lettre listens as long.
const LONGEST_REPLY: usize = 100_000;
/// The code that asks for the handshake (RFC 3207 section 4).
const READY: u16 = 220;

/// What a server says to the wish for encryption.
pub(super) enum Answer {
    /// The handshake may begin.
    Agreed(TcpStream),
    /// It cannot; it has greeted and waits for a command.
    NotOffered(LineStream<TcpStream>),
}

/// Says what must be said in the clear before the encryption begins (RFC 3207 section 4). lettre
/// would put the encryption around our [`LineStream`], which could then read no reply; so it is
/// ours to do. `patience` holds for greeting and EHLO, and again for STARTTLS.
pub(super) async fn ask_to_encrypt(
    tcp: TcpStream,
    hello: &ClientId,
    patience: Duration,
) -> Result<Answer, Failure> {
    let judged = |trouble: Trouble| trouble.judged(Phase::Opening);
    let mut stream = LineStream::plain(tcp).map_err(|error| judged(error.into()))?;
    let offered = in_time(patience, greet(&mut stream, hello));
    if !offered.await.map_err(judged)? {
        return Ok(Answer::NotOffered(stream));
    }
    let agreed = in_time(patience, agree(&mut stream));
    agreed.await.map_err(judged)?;
    // What follows in the clear may come from who sits in between, and must not be taken for what
    // the server says under encryption (as in CVE-2021-38371).
    let tcp = stream.into_unread().ok_or_else(|| {
        Failure::temporary("the server said more than the reply to STARTTLS before the encryption")
    })?;
    Ok(Answer::Agreed(tcp))
}

/// Exchanges greetings. Returns whether STARTTLS is offered.
async fn greet(stream: &mut LineStream<TcpStream>, hello: &ClientId) -> Result<bool, Trouble> {
    reply(stream).await?;
    say(stream, &Ehlo::new(hello.clone()).to_string()).await?;
    let offers = reply(stream).await?;
    // The first line holds the server's name.
    Ok(offers.message().skip(1).any(|offer| {
        let keyword = offer.split_whitespace().next();
        keyword.is_some_and(|keyword| keyword.eq_ignore_ascii_case("STARTTLS"))
    }))
}

async fn agree(stream: &mut LineStream<TcpStream>) -> Result<(), Trouble> {
    say(stream, &Starttls.to_string()).await?;
    let answer = reply(stream).await?;
    if u16::from(answer.code()) == READY {
        return Ok(());
    }
    let answer = spoken(&answer);
    Err(Trouble::Lost(format!(
        "unexpected reply to STARTTLS: {answer}"
    )))
}

async fn say(stream: &mut LineStream<TcpStream>, command: &str) -> Result<(), Trouble> {
    stream.write_all(command.as_bytes()).await?;
    stream.flush().await?;
    Ok(())
}

/// Reads a positive reply, of as many lines as it has (RFC 5321 section 4.2.1).
async fn reply(stream: &mut LineStream<TcpStream>) -> Result<Response, Trouble> {
    let mut lines = String::new();
    loop {
        let line = stream.line().await?;
        lines.push_str(&line);
        if !line.ends_with('\n') {
            return Err(improper("incomplete response"));
        }
        if lines.len() > LONGEST_REPLY {
            return Err(improper("too many lines"));
        }
        if !continues(&line) {
            break;
        }
    }
    let reply: Response = lines.parse()?;
    if reply.is_positive() {
        return Ok(reply);
    }
    Err(Trouble::Answered {
        code: reply.code().into(),
        text: text(&reply),
    })
}

/// Whether the reply goes on after `line`: a hyphen follows its code.
fn continues(line: &str) -> bool {
    let (code, rest) = line.split_at_checked(3).unwrap_or_default();
    code.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with('-')
}

fn improper(how: &str) -> Trouble {
    Trouble::Lost(format!("no proper reply: {how}"))
}
