use std::collections::BTreeSet;
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use chrono::{DurationRound, TimeDelta};

use super::app::App;
use super::serve::House;
use super::{log, say};
use crate::account::{self, Role};
use crate::base::clock::Instant;
use crate::base::language::Language;
use crate::base::text::SingleLine;
use crate::base::zone::WallTime;
use crate::config::Settings;
use crate::event::{self, Details, OPERATOR, SaveOptions, file};
use crate::web::{demo, found_mails};

/// The roundtable that this service was made for.
const ROUNDTABLE: &str = include_str!("../../templates/demo/roundtable.toml");

/// Minutes from now until the last minute of registration, and until the start.
const CLOSES_IN: i64 = 2;
const STARTS_IN: i64 = 10;

/// A whole life of an event within minutes, on a database that is thrown away.
pub async fn run(settings: Settings) -> anyhow::Result<ExitCode> {
    let folder = tempfile::tempdir().context("a throw-away folder")?;
    let settings = throw_away(settings, folder.path())?;
    log::start(&settings);
    let mails = settings.mail_folder();
    let app = App::open(settings).await?;
    let details = announce(&app).await?;
    let sign_in = employ(&app).await?;
    let house = House::build(&app).await?;
    say(&introduction(
        &house.address.to_string(),
        &details,
        &sign_in,
    ))?;
    let printing = tokio::spawn(print_mails(mails.clone()));
    house.run(&app, demo(mails), true).await?;
    printing.abort();
    Ok(ExitCode::SUCCESS)
}

/// The same settings with a database, a key and a mail folder of their own, on a free port where
/// the usual one is taken.
fn throw_away(settings: Settings, folder: &Path) -> anyhow::Result<Settings> {
    let from = "Lebanese Center for Policy Studies <events@lcps.example>";
    let mut settings = settings.on_throw_away(folder, from.parse().context("the sender")?);
    if TcpListener::bind(settings.listen).is_err() {
        settings.listen.set_port(0);
    }
    Ok(settings)
}

/// Imports the roundtable, moved to now.
async fn announce(app: &App) -> anyhow::Result<Details> {
    let mut details = file::read(ROUNDTABLE).context("the roundtable's file")?;
    let organisation = app.organisation(None).await?;
    let mut tx = app.db.begin().await?;
    move_to(&mut details, tx.now())?;
    event::save(
        &mut tx,
        &app.key,
        organisation.id,
        &app.settings.mail_from,
        details.clone(),
        SaveOptions::default(),
    )
    .await?;
    tx.commit().await?;
    Ok(details)
}

/// Takes somebody on who runs the roundtable; gives the path that signs them in.
async fn employ(app: &App) -> anyhow::Result<String> {
    let organisation = app.organisation(None).await?;
    let email = "maya@lcps.example".parse()?;
    let mut tx = app.db.begin().await?;
    let maya = account::add(
        &mut tx,
        &email,
        &SingleLine::clean("Maya Haddad"),
        &Language::unsaid(),
    )
    .await?;
    account::grant(
        &mut tx,
        maya.id,
        organisation.id,
        None,
        Role::Owner,
        OPERATOR,
    )
    .await?;
    let link = account::make_link(&mut tx, maya.id).await?;
    tx.commit().await?;
    Ok(format!("/sign-in/link/{}", link.as_str()))
}

fn move_to(details: &mut Details, now: Instant) -> anyhow::Result<()> {
    let this_minute = now
        .duration_trunc(TimeDelta::minutes(1))
        .context("the present minute")?;
    let zone = details.zone.clone();
    let wall = |minutes| {
        let at = this_minute + TimeDelta::minutes(minutes);
        // With its offset, since the demonstration may run in an hour that happens twice.
        WallTime {
            local: zone.local(at),
            offset: Some(zone.offset(at)),
        }
    };
    details.terms.opens = None;
    details.terms.closes = Some(wall(CLOSES_IN));
    for session in &mut details.sessions {
        session.starts = wall(STARTS_IN);
        session.ends = wall(STARTS_IN + 120);
    }
    Ok(())
}

fn introduction(address: &str, details: &Details, sign_in: &str) -> String {
    let slug = &details.slug;
    let closes = details
        .terms
        .closes
        .map(|wall| wall.local.format("%H:%M").to_string())
        .unwrap_or_default();
    format!(
        "listening on http://{address}

Open in a browser, in English or in Arabic:

  the announcement    http://{address}/en/events/{slug}
                      http://{address}/ar/events/{slug}
  the form            http://{address}/en/events/{slug}/register
                      http://{address}/ar/events/{slug}/register
  every mail sent     http://{address}/en/demo/mails
                      http://{address}/ar/demo/mails
  the workspace       http://{address}{sign_in}
                      (signs you in as an organiser, once)

Register with any address. Registration closes by itself in two to three minutes, when the clock in
Beirut has shown {closes}. Within seconds everybody who is registered for online then gets the joining
link, with an update of their calendar entry. Mails are printed here, too. Nothing leaves this machine;
stop with Ctrl-C and everything is thrown away.
"
    )
}

/// Prints each mail as it is sent.
async fn print_mails(folder: std::path::PathBuf) {
    let folder = Arc::new(folder);
    let mut printed = BTreeSet::new();
    let mut ticks = tokio::time::interval(Duration::from_millis(500));
    loop {
        ticks.tick().await;
        for mail in found_mails(Arc::clone(&folder)).await {
            if printed.insert(mail.name) {
                let body = mail.text.trim().replace('\n', "\n  | ");
                let shown = say(&format!(
                    "mail to {}: {}\n  | {body}\n\n",
                    mail.to, mail.subject
                ));
                if let Err(error) = shown {
                    tracing::warn!(%error, "a mail could not be printed");
                }
            }
        }
    }
}
