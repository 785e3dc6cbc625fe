//! What the binary can be told to do.

mod announcement;
mod app;
mod backup;
mod copy;
mod demo;
mod doctor;
mod event;
mod lock;
mod log;
mod mail;
mod metrics;
mod plan;
mod purge;
mod reason;
mod receive;
mod registrations;
mod restore;
mod serve;
mod user;
mod work;

use std::env::ArgsOs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand, ValueEnum};

use crate::base::text::EmailAddress;
use crate::config::Settings;
use crate::event::SaveOptions;
use crate::web::api::openapi;
use app::App;
use user::RoleName;

/// Event and roundtable registration that you host yourself
#[derive(Debug, Parser)]
#[command(name = "convoke", version, about)]
struct Arguments {
    /// The settings file; `convoke.toml` in the working directory by default
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Whose events, where the instance has several organisations
    #[arg(long, global = true, value_name = "SLUG")]
    organisation: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve pages and send mails; what happens without a command, too
    Serve {
        /// Leave sending mails to `convoke work`
        #[arg(long)]
        no_worker: bool,
    },
    /// Send mails as they become due
    Work {
        /// Do what is due now, and exit
        #[arg(long)]
        once: bool,
    },
    /// Try it out: a roundtable that closes within minutes, on a throw-away database
    Demo,
    /// Events, as files
    #[command(subcommand)]
    Event(EventCommand),
    /// Registrations: as files, and what organisers decide on them
    #[command(subcommand)]
    Registrations(RegistrationsCommand),
    /// Those who work in the workspace
    #[command(subcommand)]
    User(UserCommand),
    /// Mails owed and sent
    #[command(subcommand)]
    Mail(MailCommand),
    /// Remove personal data whose time is over, as the worker does
    Purge,
    /// Print the document of the API (OpenAPI)
    Openapi,
    /// Write a checked copy of the whole database, without the instance key
    Backup {
        /// The file, or a folder, where it is called by its moment
        place: PathBuf,
        /// Remove backups in the folder that are older than so many days
        #[arg(long, value_name = "DAYS")]
        keep: Option<u16>,
    },
    /// Make the database what a backup says; all mail rests until `mail resume`
    Restore {
        /// What `backup` wrote
        file: PathBuf,
        /// Where there is a database already, keep it under another name
        #[arg(long)]
        replace: bool,
    },
    /// Copy the whole database to an empty one of either engine
    Copy {
        /// `postgres://…` or `sqlite://PATH`
        url: String,
    },
    /// Check settings, database, time zones, upcoming events, clock, disk, key, mail server, mailbox and
    /// sender
    Doctor {
        /// The DKIM selector that the mail server signs with; may be repeated
        #[arg(long = "dkim", value_name = "SELECTOR")]
        selectors: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
enum UserCommand {
    /// Give somebody a role, and print an address that signs them in, once
    Add {
        /// Their mail address
        email: EmailAddress,
        /// What they may do
        #[arg(long, value_enum, default_value = "organiser")]
        role: RoleName,
    },
}

#[derive(Debug, Subcommand)]
enum EventCommand {
    /// Make an event of a file, or bring a known one up to date
    Import {
        /// The event file
        file: PathBuf,
        /// Do not publish it yet
        #[arg(long)]
        draft: bool,
        /// Tell nobody who is registered of another time, place or link
        #[arg(long)]
        quietly: bool,
    },
    /// Write the file of an event, with the meeting link, to standard output
    Export {
        /// The event
        slug: String,
    },
    /// Call off a published event, for good, and tell everybody who has a place or waits for one
    Cancel {
        /// The event
        slug: String,
        /// Why; given once for each language as LANGUAGE=TEXT, or once for all
        #[arg(long, value_name = "TEXT")]
        reason: Vec<String>,
    },
    /// Tell everybody whom it concerns of the present time, place or link, as after a change
    Tell {
        /// The event
        slug: String,
        /// What is different
        #[arg(required = true, value_enum)]
        facts: Vec<FactName>,
    },
    /// Show what the event owes to many: when, what, to how many
    Plan {
        /// The event
        slug: String,
    },
    /// Send the link of a meeting whose release is `manual` to everybody confirmed for online
    Release {
        /// The event
        slug: String,
    },
    /// Say what a file says to those who registered, at once or at its time
    Announce {
        /// The event
        slug: String,
        /// The announcement's file
        file: PathBuf,
        /// Say it all the same where the very same was announced before
        #[arg(long)]
        again: bool,
    },
    /// List what was announced: id, kind, when, mails planned, sent and not sent, what has become of it
    Announcements {
        /// The event
        slug: String,
    },
    /// Keep back whatever of an announcement has not left
    Stop {
        /// The event
        slug: String,
        /// The announcement, as `event announcements` says it
        id: String,
    },
    /// List events: slug, state, first start, closing, confirmed, title
    List,
}

#[derive(Debug, Subcommand)]
enum RegistrationsCommand {
    /// Write every registration for an event to standard output
    Export {
        /// The event
        slug: String,
        /// The kind of file
        #[arg(long, value_enum, default_value_t = ListFormat::Csv)]
        format: ListFormat,
    },
    /// Give everybody named a place and tell them, or nobody where one cannot have one
    Approve {
        /// The event
        slug: String,
        /// Registrations, by id or by e-mail address
        #[arg(required = true, value_name = "ID")]
        names: Vec<String>,
    },
    /// Refuse everybody named, or take their place back, and tell them
    Decline {
        /// The event
        slug: String,
        /// Registrations, by id or by e-mail address
        #[arg(required = true, value_name = "ID")]
        names: Vec<String>,
        /// Why; given once for each language as LANGUAGE=TEXT, or once for all
        #[arg(long, value_name = "TEXT")]
        reason: Vec<String>,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FactName {
    Time,
    Place,
    Link,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ListFormat {
    Csv,
    Xlsx,
    Json,
}

#[derive(Debug, Subcommand)]
enum MailCommand {
    /// List mails with what has become of them
    List {
        /// Only those of an event
        #[arg(long, value_name = "SLUG")]
        event: Option<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Send a mail that failed, was given up or may not have arrived
    Retry {
        /// Its id, as `mail list` says it
        id: String,
    },
    /// Stop all mails until `mail resume`
    Pause {
        /// Why, as `mail list` and `doctor` will say
        #[arg(long, default_value = "by hand")]
        reason: String,
    },
    /// Let mails go again, whether `mail pause` or a mail server stopped them
    Resume {
        /// Give up what is due of this kind; may be repeated
        #[arg(long, value_name = "KIND")]
        drop: Vec<String>,
    },
    /// Read one mail that came back, a bounce or a calendar's answer, from standard input
    Receive,
}

/// Does what `arguments` say: 0 done, 1 failed with one line on standard error, 2 wrong usage.
pub fn run(arguments: ArgsOs) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help goes to standard output with 0, wrong usage to standard error with 2.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    match runtime.block_on(execute(arguments)) {
        Ok(code) => code,
        Err(error) => failed(&error),
    }
}

async fn execute(arguments: Arguments) -> anyhow::Result<ExitCode> {
    let Arguments {
        config,
        organisation,
        command,
    } = arguments;
    let command = command.unwrap_or(Command::Serve { no_worker: false });
    if let Command::Doctor { selectors } = &command {
        return doctor::run(config.as_deref(), selectors).await;
    }
    if let Command::Openapi = command {
        say(openapi())?;
        return Ok(ExitCode::SUCCESS);
    }
    let settings = Settings::load(config.as_deref(), std::env::vars_os())?;
    if let Command::Demo = command {
        return demo::run(settings).await;
    }
    let organisation = organisation.as_deref();
    match command {
        Command::Serve { no_worker } => return serve::run(settings, !no_worker).await,
        Command::Work { once } => return work::run(settings, once).await,
        Command::Purge => say(&purge::run(settings).await?)?,
        Command::Backup { place, keep } => {
            app::ensure_there(&settings)?;
            let app = App::open(settings).await?;
            say(&backup::run(&app, &place, keep).await?)?;
        }
        Command::Restore { file, replace } => {
            say(&restore::run(settings, &file, replace).await?)?;
        }
        Command::Copy { url } => say(&copy::run(settings, &url).await?)?,
        Command::Event(command) => {
            let app = App::open(settings).await?;
            say(&match command {
                EventCommand::Import {
                    file,
                    draft,
                    quietly,
                } => {
                    let options = SaveOptions {
                        draft,
                        quietly,
                        ..SaveOptions::default()
                    };
                    event::import(&app, organisation, &file, options).await?
                }
                EventCommand::Export { slug } => event::export(&app, &slug).await?,
                EventCommand::Cancel { slug, reason } => {
                    event::cancel(&app, &slug, &reason).await?
                }
                EventCommand::Tell { slug, facts } => event::tell(&app, &slug, &facts).await?,
                EventCommand::Plan { slug } => plan::show(&app, &slug).await?,
                EventCommand::Release { slug } => event::release(&app, &slug).await?,
                EventCommand::Announce { slug, file, again } => {
                    announcement::announce(&app, &slug, &file, again).await?
                }
                EventCommand::Announcements { slug } => announcement::list(&app, &slug).await?,
                EventCommand::Stop { slug, id } => announcement::stop(&app, &slug, &id).await?,
                EventCommand::List => event::list(&app, organisation).await?,
            })?;
        }
        Command::Registrations(command) => {
            let app = App::open(settings).await?;
            write(&match command {
                RegistrationsCommand::Export { slug, format } => {
                    registrations::export(&app, &slug, format).await?
                }
                RegistrationsCommand::Approve { slug, names } => {
                    let said = registrations::approve(&app, &slug, &names).await?;
                    said.into_bytes()
                }
                RegistrationsCommand::Decline {
                    slug,
                    names,
                    reason,
                } => {
                    let said = registrations::decline(&app, &slug, &names, &reason).await?;
                    said.into_bytes()
                }
            })?;
        }
        Command::User(UserCommand::Add { email, role }) => {
            let app = App::open(settings).await?;
            say(&user::add(&app, organisation, &email, role).await?)?;
        }
        Command::Mail(MailCommand::Receive) => return receive::run(settings).await,
        Command::Mail(command) => {
            let app = App::open(settings).await?;
            say(&match command {
                MailCommand::List { event, json } => {
                    let listing = mail::list(&app, event.as_deref(), json).await?;
                    listing.notes.iter().for_each(|line| note(line));
                    listing.messages
                }
                MailCommand::Retry { id } => mail::retry(&app, &id).await?,
                MailCommand::Pause { reason } => mail::pause(&app, &reason).await?,
                MailCommand::Resume { drop } => mail::resume(&app, &drop).await?,
                MailCommand::Receive => unreachable!("answered above"),
            })?;
        }
        Command::Demo | Command::Doctor { .. } | Command::Openapi => {
            unreachable!("answered above")
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn say(text: &str) -> anyhow::Result<()> {
    write(text.as_bytes())
}

/// Writes to standard output, at once; a reader who has seen enough is no failure.
fn write(bytes: &[u8]) -> anyhow::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(error).context("standard output")
        }
        _ => Ok(()),
    }
}

fn failed(error: &anyhow::Error) -> ExitCode {
    note(&format!("{error:#}"));
    ExitCode::FAILURE
}

/// One clear line on standard error, whatever it says.
fn note(line: &str) {
    let _ = writeln!(
        io::stderr(),
        "convoke: {}",
        line.replace(['\r', '\0', '\u{1b}'], " ").trim_end()
    );
}
