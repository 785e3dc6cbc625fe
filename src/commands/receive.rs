//! One mail that came back, as a mail server's pipe hands it over.

use std::io::{self, Read};

use anyhow::Context;

use super::app::App;
use crate::mailer::inbound::{self, Received, SIZE};

/// Reads standard input to its end, and gives as much of it as is ever looked at and an octet more.
pub fn mail() -> anyhow::Result<Vec<u8>> {
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
pub async fn receive(app: &App, mail: &[u8]) -> anyhow::Result<String> {
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
