//! One mail that came back, as a mail server's pipe hands it over.

use std::io::{self, Read};
use std::process::ExitCode;

use anyhow::Context;

use super::app::App;
use crate::base::db;
use crate::config::Settings;
use crate::mailer::inbound::{self, Received, SIZE};

/// "Temporary failure": what a mail server's pipe has to end with to be tried again, where any other
/// failure is a bounce (EX_TEMPFAIL of sysexits.h; local(8) of Postfix).
const TRY_AGAIN: u8 = 75;

/// Takes one mail in; what passes by itself holds it back, and it comes again.
pub async fn run(settings: Settings) -> anyhow::Result<ExitCode> {
    match taken_in(settings).await {
        Ok(told) => super::say(&told).map(|()| ExitCode::SUCCESS),
        Err(error) if matches!(error.downcast_ref(), Some(db::Error::Unavailable(_))) => {
            super::failed(&error);
            Ok(ExitCode::from(TRY_AGAIN))
        }
        Err(error) => Err(error),
    }
}

async fn taken_in(settings: Settings) -> anyhow::Result<String> {
    let app = App::open(settings).await?;
    receive(&app, &mail()?).await
}

/// Reads standard input to its end, and gives as much of it as is ever looked at and an octet more.
fn mail() -> anyhow::Result<Vec<u8>> {
    let mut input = io::stdin().lock();
    let mut mail = Vec::new();
    let most = u64::try_from(SIZE).expect("a small number") + 1;
    input
        .by_ref()
        .take(most)
        .read_to_end(&mut mail)
        // A writer that cannot hand over all of it would hold the mail back and try again.
        .and_then(|_| io::copy(&mut input, &mut io::sink()))
        .context("standard input")?;
    Ok(mail)
}

/// Does what the mail means and says it in a line. A mail that means nothing is no failure: the mail
/// server would answer a stranger, or try for days.
async fn receive(app: &App, mail: &[u8]) -> anyhow::Result<String> {
    let received = match inbound::understood(mail) {
        Ok(reading) => {
            let mut tx = app.db.begin().await?;
            let received = inbound::receive(&mut tx, &app.intake(), &reading).await?;
            tx.commit().await?;
            received
        }
        Err(reason) => Received::Nothing(reason),
    };
    Ok(format!("{received}\n"))
}
