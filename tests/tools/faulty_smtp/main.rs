//! A mail server that misbehaves as it is told, to try a mail program against.
//!
//! ```text
//! cargo run --example faulty-smtp -- --listen 127.0.0.1:2525 'rcpt:450 4.2.0 greylisted' 'dot/every3:close'
//! CONVOKE_SMTP_URL=smtp://127.0.0.1:2525 convoke work
//! ```
//!
//! Without a rule it takes every mail. What it sees and says goes to standard output, a line each,
//! with the number of the connection.
#![expect(clippy::print_stdout, reason = "a command speaks")]

#[path = "../../support/certificates.rs"]
#[expect(dead_code, reason = "a good certificate is only one of four")]
mod certificates;
#[path = "../../support/faulty_smtp.rs"]
#[expect(dead_code, reason = "tests ask for more than a command line can")]
mod faulty_smtp;
mod words;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::{Parser, ValueEnum};
use tokio::net::TcpListener;

use certificates::Certificate;
use faulty_smtp::rule::Rule;
use faulty_smtp::{Encryption, FaultyServer, Received};

/// A mail server that misbehaves as it is told.
///
/// A RULE is PHASE[@RECIPIENT][/TURNS]:ACTION[ then ACTION]…
///
/// PHASE: greeting, ehlo, starttls, handshake, auth, rset, mail, rcpt, data, content (after the
/// first line of it), dot (after the last), quit, other.
///
/// RECIPIENT: only for mails to this address, from rcpt to dot.
///
/// TURNS: once, firstN, everyN; always where absent. Where several rules fit, the first whose turn
/// it is counts; where none does, the server says yes.
///
/// ACTION: a reply such as "450 4.2.0 greylisted" or "250-one\n250 two"; yes; say TEXT (whatever it
/// means); half TEXT (without an end of line); wait DURATION (300ms, 5s, 2m); silence; close; reset
/// (RST); flood (a line without end).
#[derive(Parser)]
#[command(name = "faulty-smtp", verbatim_doc_comment)]
struct Order {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:2525")]
    listen: SocketAddr,
    /// When to encrypt; the certificate is for `localhost`.
    #[arg(long, value_enum)]
    tls: Option<Tls>,
    /// What is wrong with the certificate.
    #[arg(long, value_enum, default_value = "good", requires = "tls")]
    certificate: Flaw,
    /// Keeps the mails in this folder, as 1.eml, 2.eml and so on.
    #[arg(long)]
    keep: Option<PathBuf>,
    /// What to do instead of saying yes, such as 'rcpt:450 4.2.0 greylisted'.
    #[arg(value_name = "RULE")]
    rules: Vec<Rule>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Tls {
    Starttls,
    Implicit,
}

#[derive(Clone, Copy, ValueEnum)]
enum Flaw {
    Good,
    OtherName,
    Expired,
    Stranger,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let order = Order::parse();
    let folder = tempfile::tempdir()?;
    let listener = TcpListener::bind(order.listen).await?;
    println!("listening on {}", listener.local_addr()?);
    let encryption = match order.tls {
        None => Encryption::None,
        Some(tls) => encryption(tls, order.certificate, folder.path()),
    };
    let server = FaultyServer::serve(listener, order.rules, encryption);
    let mut changes = server.news();
    let mut kept = 0;
    loop {
        let (lines, mails) = latest(&server);
        for line in lines {
            println!("{line}");
        }
        for mail in mails {
            kept += 1;
            if let Some(folder) = &order.keep {
                keep(folder, kept, &mail)?;
            }
        }
        changes.changed().await?;
    }
}

fn encryption(tls: Tls, flaw: Flaw, folder: &Path) -> Encryption {
    let certificate = match flaw {
        Flaw::Good => Certificate::Good,
        Flaw::OtherName => Certificate::OtherName,
        Flaw::Expired => Certificate::Expired,
        Flaw::Stranger => Certificate::Stranger,
    };
    certificates::make_with(folder, certificate);
    let authority = folder.join("authority.pem");
    println!(
        "to trust its authority: SSL_CERT_FILE={}",
        authority.display()
    );
    let acceptor = certificates::acceptor(folder);
    match tls {
        Tls::Starttls => Encryption::WhenAsked(acceptor),
        Tls::Implicit => Encryption::AtOnce(acceptor),
    }
}

/// What was said and taken since the last look; it is not kept, since the server may run for days.
fn latest(server: &FaultyServer) -> (Vec<String>, Vec<Received>) {
    let mut seen = server.seen();
    seen.commands.clear();
    seen.phases.clear();
    (
        std::mem::take(&mut seen.log),
        std::mem::take(&mut seen.mails),
    )
}

fn keep(folder: &Path, number: usize, mail: &Received) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join(format!("{number}.eml")), &mail.content)?;
    Ok(())
}
