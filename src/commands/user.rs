//! Those who work in the workspace.

use clap::ValueEnum;

use super::app::App;
use super::serve::base_url_of;
use crate::account::{self, Role};
use crate::base::language::Language;
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::OPERATOR;

/// A role, as it is named on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum RoleName {
    /// The team besides all else
    Owner,
    /// Events, line-ups, registrations, mail
    Organiser,
    /// Check-in and lists
    Assistant,
}

impl RoleName {
    const fn role(self) -> Role {
        match self {
            Self::Owner => Role::Owner,
            Self::Organiser => Role::Organiser,
            Self::Assistant => Role::Assistant,
        }
    }
}

/// Gives `email` this role, and an address that signs them in, once.
pub async fn add(
    app: &App,
    organisation: Option<&str>,
    email: &EmailAddress,
    role: RoleName,
) -> anyhow::Result<String> {
    let organisation = app.organisation(organisation).await?;
    let mut tx = app.db.begin().await?;
    let nameless = SingleLine::clean("");
    let organiser = account::add(&mut tx, email, &nameless, &Language::unsaid()).await?;
    let role = role.role();
    account::grant(&mut tx, organiser.id, organisation.id, None, role, OPERATOR).await?;
    let link = account::make_link(&mut tx, organiser.id).await?;
    tx.commit().await?;
    let base_url = base_url_of(&app.settings);
    Ok(format!(
        "sign in: {base_url}sign-in/link/{}\n",
        link.as_str()
    ))
}
