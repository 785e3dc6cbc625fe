use std::fs::DirBuilder;
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, ensure};
use url::Url;

use crate::account::{self, Organisation};
use crate::base::chance::Chance;
use crate::base::clock::Clock;
use crate::base::db::{Db, Result, Tx};
use crate::base::secret::InstanceKey;
use crate::base::sender::Sender;
use crate::config::Settings;
use crate::event::{self, Event};
use crate::mailer::compose::Composer;
use crate::mailer::deliver::{Transport, Trust};
use crate::mailer::inbound::Intake;
use crate::outgoing::{Client, Reach};
use crate::registration::{derive_join_tokens, find};
use crate::view::{SiteName, View};
use crate::worker::{Postbox, Worker};

/// Everything that the commands work with, opened and checked.
pub struct App {
    pub settings: Settings,
    pub db: Db,
    pub key: InstanceKey,
}

impl App {
    /// Opens what `settings` name; at the first start it is made.
    pub async fn open(settings: Settings) -> anyhow::Result<Self> {
        make_data_folder(&settings)?;
        let chance = Chance::System;
        let key = open_key(&settings.secret_key_file, &chance)?;
        let db = Db::open(settings.database_url.reveal(), Clock::System, chance)
            .await
            .with_context(|| place_of(&settings))?;
        db.migrate().await?;
        let mut tx = db.begin().await.with_context(|| place_of(&settings))?;
        ensure!(
            account::accept_key(&mut tx, &key).await?,
            "the instance key {} is not the one that this database was made with",
            settings.secret_key_file.display()
        );
        account::ensure_first(&mut tx, host_name(&settings.mail_from)).await?;
        tx.commit().await?;
        // Registrations are found by search and by their join pages, however old they are.
        in_batches(&db, async |tx| find::fold_names(tx).await).await?;
        in_batches(&db, async |tx| derive_join_tokens(tx, &key, None).await).await?;
        Ok(Self { settings, db, key })
    }

    /// Follows the time zone data in use (TIME-1). Only who holds a [`Half`](super::lock::Half)
    /// does: a command beside a running server may see other zone data than that.
    pub async fn follow_zone_data(&self) -> anyhow::Result<()> {
        let mut tx = self.db.begin().await?;
        for moved in event::rederive(&mut tx, &self.key).await? {
            tracing::warn!(%moved, "other time zone data");
        }
        tx.commit().await?;
        Ok(())
    }

    /// The organisation named on the command line, or the only one.
    pub async fn organisation(&self, slug: Option<&str>) -> anyhow::Result<Organisation> {
        let mut tx = self.db.read().await?;
        if let Some(slug) = slug {
            let found = account::by_slug(&mut tx, slug).await?;
            return found.with_context(|| format!("there is no organisation “{slug}”"));
        }
        let only = account::the_only_one(&mut tx).await?;
        only.context("there are several organisations: say which with --organisation")
    }

    /// The event at `slug`.
    pub async fn event(&self, slug: &str) -> anyhow::Result<Event> {
        let none = || format!("there is no event “{slug}”");
        let slug = slug.parse().ok().with_context(none)?;
        event::find(&mut self.db.read().await?, &self.key, &slug)
            .await?
            .with_context(none)
    }

    /// Templates and catalogues, the host's over the built-in ones.
    pub fn view(&self) -> anyhow::Result<Arc<View>> {
        Ok(Arc::new(View::load(
            self.settings.templates_dir.as_deref(),
        )?))
    }

    /// Who runs the instance, as pages and mails say it: the one organisation, or the first by its
    /// slug where there are several.
    pub async fn site_name(&self) -> anyhow::Result<SiteName> {
        let organisations = account::organisations(&mut self.db.read().await?).await?;
        let first = organisations.into_iter().next();
        Ok(first
            .map_or_else(|| "convoke".to_owned(), |first| first.name)
            .into())
    }

    /// What it takes to judge mail that comes back.
    pub fn intake(&self) -> Intake {
        Intake {
            key: self.key.clone(),
            bounces: self.settings.bounce_address.clone(),
            authserv_id: self.settings.authserv_id.clone(),
        }
    }

    /// The mailbox that is read for what comes back, where one is set.
    pub fn postbox(&self) -> Option<Postbox> {
        let server = self.settings.imap.clone()?;
        let db = self.db.clone();
        Some(Postbox::new(db, self.intake(), server, Trust::System))
    }

    /// A worker that delivers as the settings say.
    pub fn worker(&self, view: Arc<View>, base_url: Url, name: SiteName) -> anyhow::Result<Worker> {
        let composer = Composer::new(view, self.key.clone(), base_url, name)
            .returning_to(self.settings.bounce_address.clone())
            .sent_by(self.settings.mail_from.clone());
        let connections = self.settings.mail_connections;
        let transport = transport(&self.settings)?;
        let worker = Worker::new(self.db.clone(), Arc::new(composer), transport, connections)
            .at_most(self.settings.mail_per_minute);
        Ok(match Client::of_the_system(Reach::Outside) {
            Ok(client) => worker.telling(client),
            Err(error) => {
                tracing::warn!(%error, "webhooks are told nothing");
                worker
            }
        })
    }
}

/// The folder that `path` is in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Where mails go: to the mail server that is set, or into files.
pub fn transport(settings: &Settings) -> anyhow::Result<Transport> {
    Ok(match &settings.smtp {
        Some(server) => Transport::smtp(server.clone(), settings.mail_connections)?,
        None => Transport::folder(settings.mail_folder()),
    })
}

/// What the first organisation is called: the name that mails come from, or their domain where there
/// is none, since an organisation is shown by its name everywhere.
fn host_name(sender: &Sender) -> &str {
    match sender.name().as_str() {
        "" => sender.domain(),
        name => name,
    }
}

/// Does what a version before left undone, a batch in a unit of work, until a batch finds nothing.
async fn in_batches(db: &Db, batch: impl AsyncFn(&mut Tx) -> Result<usize>) -> anyhow::Result<()> {
    loop {
        let mut tx = db.begin().await?;
        let done = batch(&mut tx).await?;
        tx.commit().await?;
        if done == 0 {
            return Ok(());
        }
    }
}

/// Refuses to make a database where one is meant that is there: a copy of nothing would look well.
pub fn ensure_there(settings: &Settings) -> anyhow::Result<()> {
    if let Some(path) = settings.database_file() {
        ensure!(path.exists(), "there is no database at {}", path.display());
    }
    Ok(())
}

/// Makes the folder that everything is kept in by default, where there is none yet.
pub fn make_data_folder(settings: &Settings) -> anyhow::Result<()> {
    // The database holds names and addresses: none of other users' business.
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&settings.data_dir)
        .with_context(|| format!("the data folder {}", settings.data_dir.display()))
}

fn open_key(path: &Path, chance: &Chance) -> anyhow::Result<InstanceKey> {
    let folder = folder_of(path);
    std::fs::create_dir_all(folder).with_context(|| format!("the folder {}", folder.display()))?;
    InstanceKey::load_or_create(path, chance)
        .with_context(|| format!("the instance key {}", path.display()))
}

/// Which database it is about, without its password.
fn place_of(settings: &Settings) -> String {
    match settings.database_file() {
        Some(path) => format!("the database {}", path.display()),
        None => "the PostgreSQL database".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[tokio::test]
    async fn s_30_the_data_folder_and_the_database_are_their_owners_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("data");
        let variables = [("CONVOKE_DATA_DIR".into(), data.clone().into_os_string())];
        let settings = Settings::load(None, variables).expect("good settings");
        let app = App::open(settings).await.expect("a first start");
        for (path, expected) in [
            (data.clone(), 0o700),
            (data.join("convoke.db"), 0o600),
            (data.join("convoke.db-wal"), 0o600),
        ] {
            let file = std::fs::metadata(&path).expect("it is there");
            let mode = file.permissions().mode() & 0o777;
            assert_eq!(mode, expected, "{}", path.display());
        }
        app.db.close().await;
    }

    #[tokio::test]
    async fn the_first_organisation_has_a_name_whatever_the_sender() {
        for (mail_from, name) in [
            ("events@institute.example", "institute.example"),
            ("Institute <events@institute.example>", "Institute"),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            let variables = [
                ("CONVOKE_DATA_DIR".into(), folder.path().into()),
                ("CONVOKE_MAIL_FROM".into(), mail_from.into()),
            ];
            let settings = Settings::load(None, variables).expect("good settings");
            let app = App::open(settings).await.expect("a first start");
            assert_eq!(app.site_name().await.expect("a name").get(), name);
            app.db.close().await;
        }
    }
}
