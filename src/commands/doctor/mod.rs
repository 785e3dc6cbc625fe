//! What an administrator wants to know before trusting an instance.

mod dns;
mod finding;
mod meeting;
mod sender;

use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::ExitCode;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::app::{App, transport};
use super::mail::obstacles;
use super::serve::{base_url, provider};
use crate::base::clock::{Clock, Instant};
use crate::base::zone::{self, Origin};
use crate::config::Settings;
use crate::event::{self, Slug};
use crate::mailer::deliver::Trust;
use crate::mailer::inbound::{Mailbox, MailboxPatience};
use finding::{Finding, Verdict, fail, ok, warn};

/// Below so many octets of free disk, warn.
const LITTLE_DISK: u64 = 1024 * 1024 * 1024;
/// Below so many, fail: an accepted registration could not be kept.
const NO_DISK: u64 = 50 * 1024 * 1024;
/// Zone data older than this is a warning (TIME-7).
const OLD_ZONE_DATA: TimeDelta = TimeDelta::days(183);

/// Checks everything and prints a line each; fails where one of them does. `selectors` are the DKIM
/// selectors that mail is signed with, where the operator knows them.
pub async fn run(config: Option<&Path>, selectors: &[String]) -> anyhow::Result<ExitCode> {
    let mut findings = Vec::new();
    match Settings::load(config, std::env::vars_os()) {
        Err(error) => findings.push(fail("settings", error.to_string())),
        Ok(settings) => {
            findings.push(settings_finding(&settings));
            examine(settings, selectors, &mut findings).await;
        }
    }
    let mut output = std::io::stdout().lock();
    for finding in &findings {
        let _ = writeln!(output, "{finding}");
    }
    let failed = findings
        .iter()
        .any(|finding| finding.verdict == Verdict::Fail);
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

async fn examine(settings: Settings, selectors: &[String], findings: &mut Vec<Finding>) {
    let now = Clock::System.now();
    findings.push(clock(now));
    findings.push(zones(now));
    findings.push(address(&settings));
    findings.push(mail(&settings).await);
    findings.extend(mailbox(&settings).await);
    findings.extend(sender::examine(&settings, selectors).await);
    findings.extend(single_sign_on(&settings, now).await);
    findings.extend(meeting::examine(&settings.services).await);
    match App::open(settings).await {
        Err(error) => findings.push(fail("database", format!("{error:#}"))),
        Ok(app) => {
            findings.push(database(&app).await);
            findings.push(database_clock(&app).await);
            findings.push(disk(&app.settings.data_dir));
            findings.push(key(&app));
            findings.push(templates(&app));
            findings.push(mail_queue(&app).await);
            findings.push(slugs(&app).await);
            findings.extend(meeting::events(&app).await);
            app.db.close().await;
        }
    }
}

fn settings_finding(settings: &Settings) -> Finding {
    ok(
        "settings",
        format!("data in {}", settings.data_dir.display()),
    )
}

/// A clock that was never set makes deadlines wrong.
fn clock(now: Instant) -> Finding {
    let text = now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    if now.year() < 2022 {
        fail("clock", format!("{text} cannot be the present time"))
    } else {
        ok("clock", text)
    }
}

fn zones(now: Instant) -> Finding {
    let data = zone::data();
    let text = format!("version {} from {}", data.version, data.origin);
    if let Some(passed_over) = &data.passed_over {
        return warn(
            "zones",
            format!("{text}; TZDIR {} holds no zone data", passed_over.display()),
        );
    }
    if matches!(data.origin, Origin::Bundled) {
        return warn(
            "zones",
            format!("{text}; install the system's tzdata to follow changes of law"),
        );
    }
    let year = data.version.get(..4).and_then(|year| year.parse().ok());
    let letter = data.version.chars().nth(4).filter(char::is_ascii_lowercase);
    // Releases of a year come about every six weeks: a, b, c …
    let month = letter
        .map_or(1, |letter| (u32::from(letter) - u32::from('a')) * 3 / 2 + 1)
        .min(12);
    let released = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, 1));
    match released {
        Some(day) if now.date_naive() - day > OLD_ZONE_DATA => warn(
            "zones",
            format!("{text}; it is older than six months: upgrade the system's tzdata"),
        ),
        _ => ok("zones", text),
    }
}

fn address(settings: &Settings) -> Finding {
    let url = base_url(settings, settings.listen);
    if settings.base_url.is_some() {
        ok("address", url)
    } else {
        warn(
            "address",
            format!("{url}, for this machine only; set CONVOKE_BASE_URL"),
        )
    }
}

/// Asks the identity provider what it says of itself, and for its keys.
async fn single_sign_on(settings: &Settings, now: Instant) -> Option<Finding> {
    let sso = settings.sso.as_ref()?;
    Some(match provider(sso).check(now).await {
        Ok(()) => ok("sso", format!("{} answers", sso.issuer)),
        Err(error) => fail("sso", format!("{}: {error}", sso.issuer)),
    })
}

async fn mail(settings: &Settings) -> Finding {
    let Some(server) = &settings.smtp else {
        let folder = settings.mail_folder();
        return warn(
            "mail",
            format!(
                "no CONVOKE_SMTP_URL: mails are written to {}",
                folder.display()
            ),
        );
    };
    let transport = match transport(settings) {
        Ok(transport) => transport,
        Err(error) => return fail("mail", format!("{error:#}")),
    };
    match transport.check().await {
        Ok(()) => ok(
            "mail",
            format!("{server} lets {} send", settings.mail_from.address()),
        ),
        Err(failure) => fail("mail", format!("{server}: {}", failure.reply())),
    }
}

/// The mailbox for what comes back; not having one is no fault, since a pipe does as well.
async fn mailbox(settings: &Settings) -> Option<Finding> {
    let server = settings.imap.as_ref()?;
    let opened = Mailbox::open(server, &Trust::System, MailboxPatience::default()).await;
    Some(match opened {
        Err(trouble) => fail("mailbox", format!("{server}: {trouble}")),
        Ok(mailbox) => {
            mailbox.close().await;
            match &settings.authserv_id {
                Some(name) => ok(
                    "mailbox",
                    format!("{server} can be read; what {name} vouches for is believed"),
                ),
                None => warn(
                    "mailbox",
                    format!(
                        "{server} can be read; without CONVOKE_AUTHSERV_ID most answers of \
                         calendars are not believed"
                    ),
                ),
            }
        }
    })
}

/// Opening has written already: the schema and the key's fingerprint.
async fn database(app: &App) -> Finding {
    match app.db.durability().await {
        Ok(text) => ok("database", text),
        Err(error) => fail("database", error.to_string()),
    }
}

/// With several nodes the database's clock decides about deadlines.
async fn database_clock(app: &App) -> Finding {
    let theirs = match app.db.read().await {
        Ok(tx) => tx.now(),
        Err(error) => return fail("database-clock", error.to_string()),
    };
    let apart = (theirs - Clock::System.now()).num_milliseconds().abs();
    let text = format!("{apart} ms from this machine's");
    if apart > 2_000 {
        warn("database-clock", text)
    } else {
        ok("database-clock", text)
    }
}

fn disk(folder: &Path) -> Finding {
    let free = match fs4::available_space(folder) {
        Ok(free) => free,
        Err(error) => return warn("disk", error.to_string()),
    };
    let text = format!("{} MB free in {}", free / 1024 / 1024, folder.display());
    match free {
        ..NO_DISK => fail("disk", text),
        NO_DISK..LITTLE_DISK => warn("disk", text),
        _ => ok("disk", text),
    }
}

fn key(app: &App) -> Finding {
    let path = &app.settings.secret_key_file;
    let text = format!("{} in {}", app.key.fingerprint(), path.display());
    match std::fs::metadata(path).map(|file| file.permissions().mode() & 0o077) {
        Ok(0) => ok(
            "key",
            format!("{text}; keep a copy apart from backups of the database"),
        ),
        Ok(_) => fail("key", format!("{text} can be read by others: chmod 600")),
        Err(error) => fail("key", error.to_string()),
    }
}

fn templates(app: &App) -> Finding {
    match app.view() {
        Ok(view) => {
            let languages: Vec<String> = view.languages().iter().map(ToString::to_string).collect();
            ok("templates", format!("in {}", languages.join(", ")))
        }
        Err(error) => fail("templates", format!("{error:#}")),
    }
}

/// Who guesses the address of a sensitive event knows of it (P-10).
async fn slugs(app: &App) -> Finding {
    let read = async { event::guessable(&mut app.db.read().await?).await };
    match read.await {
        Ok(slugs) if slugs.is_empty() => ok("slugs", "no sensitive event can be found by guessing"),
        Ok(slugs) => {
            let named: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
            let text = "sensitive events at addresses that can be guessed";
            warn("slugs", format!("{text}: {}", named.join(", ")))
        }
        Err(error) => fail("slugs", error.to_string()),
    }
}

/// While mail rests nobody is told anything, and nobody may notice.
async fn mail_queue(app: &App) -> Finding {
    let read = async { obstacles(app, &mut app.db.read().await?).await };
    match read.await {
        Ok(lines) if lines.is_empty() => ok("mail-queue", "not paused"),
        Ok(lines) => fail("mail-queue", lines.join("; ")),
        Err(error) => fail("mail-queue", format!("{error:#}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_never_set_fails() {
        assert_eq!(clock(Instant::UNIX_EPOCH).verdict, Verdict::Fail);
        assert_eq!(
            clock(Instant::UNIX_EPOCH + TimeDelta::days(53 * 366)).verdict,
            Verdict::Ok
        );
    }
}
