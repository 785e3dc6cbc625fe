use anyhow::bail;

use super::app::App;
use super::{ListFormat, reason};
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::text::EmailAddress;
use crate::event::{Event, OPERATOR};
use crate::registration::{self, Decided, Decider, Registration, RegistrationState, for_export};
use crate::report;

/// Who decides on the command line; those concerned are told at once.
const BY: Decider<'_> = Decider::at_once(OPERATOR);

/// Every registration for an event, as a file.
pub async fn export(app: &App, slug: &str, format: ListFormat) -> anyhow::Result<Vec<u8>> {
    let event = app.event(slug).await?;
    let registrations = for_export(&mut app.db.read().await?, event.id).await?;
    Ok(match format {
        ListFormat::Csv => report::csv(&event, &registrations)?,
        ListFormat::Xlsx => report::xlsx(&event, &registrations)?,
        ListFormat::Json => format!("{:#}\n", report::json(&event, &registrations)).into_bytes(),
    })
}

/// Gives everybody named by an id or an address a place, or nobody.
pub async fn approve(app: &App, slug: &str, names: &[String]) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let mut tx = app.db.begin().await?;
    let mut outcomes = Vec::new();
    for name in names {
        outcomes.push(match find(&mut tx, &event, name).await? {
            Some(id) => {
                let decided = registration::approve(&mut tx, &event, id, &BY).await?;
                outcome(decided)
            }
            None => Err(NOBODY),
        });
    }
    finish(tx, slug, names, &outcomes, "approved").await
}

/// Refuses everybody named by an id or an address, or nobody. A reason is one text, or each is
/// `LANGUAGE=TEXT`.
pub async fn decline(
    app: &App,
    slug: &str,
    names: &[String],
    reasons: &[String],
) -> anyhow::Result<String> {
    let event = app.event(slug).await?;
    let reason = reason::given(reasons)?;
    let mut tx = app.db.begin().await?;
    let mut outcomes = Vec::new();
    for name in names {
        outcomes.push(match find(&mut tx, &event, name).await? {
            Some(id) => {
                let reason = reason.clone();
                let decided = registration::decline(&mut tx, &event, id, &BY, reason).await?;
                outcome(decided)
            }
            None => Err(NOBODY),
        });
    }
    finish(tx, slug, names, &outcomes, "declined").await
}

const NOBODY: &str = "nobody has registered so";

/// The registration of this id or address.
async fn find(tx: &mut Tx, event: &Event, name: &str) -> anyhow::Result<Option<Id<Registration>>> {
    if let Ok(email) = name.parse::<EmailAddress>() {
        return Ok(registration::of_address(tx, event.id, &email).await?);
    }
    let Ok(id) = name.parse() else {
        return Ok(None);
    };
    let found = registration::load(tx, id).await?;
    Ok(found
        .filter(|registration| registration.event == event.id)
        .map(|registration| registration.id))
}

/// What is to be said of a decision that holds, or why it does not.
fn outcome(decided: Decided) -> Result<Option<&'static str>, &'static str> {
    match decided {
        Decided::Done { knows_link: true } => Ok(Some(
            "has been sent the joining link: only another link keeps them out",
        )),
        Decided::Done { knows_link: false } => Ok(None),
        Decided::AlreadySo => Ok(Some("was so before, and is told nothing")),
        Decided::Full => Err("no place is free"),
        Decided::Over => Err("the event does not take place, or is over"),
        Decided::AskedAgain => Err("has registered again since, and that request counts"),
        Decided::NotOpen(RegistrationState::Waitlisted) => {
            Err("waits in the list, which gives places in its order")
        }
        Decided::NotOpen(RegistrationState::Unconfirmed) => {
            Err("has not confirmed the address yet")
        }
        Decided::NotOpen(_) => Err("has withdrawn"),
    }
}

async fn finish(
    tx: Tx,
    slug: &str,
    names: &[String],
    outcomes: &[Result<Option<&str>, &str>],
    done: &str,
) -> anyhow::Result<String> {
    let named = || names.iter().zip(outcomes);
    let faults: Vec<String> = named()
        .filter_map(|(name, outcome)| Some(format!("{slug}: {name}: {}", outcome.err()?)))
        .collect();
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    tx.commit().await?;
    let notes = named().filter_map(|(name, outcome)| {
        let note = outcome.ok().flatten()?;
        Some(format!("  note: {name} {note}\n"))
    });
    Ok(std::iter::once(format!("{slug}: {} {done}\n", names.len()))
        .chain(notes)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::SingleLine;
    use crate::config::Settings;
    use crate::event::Mode;
    use crate::registration::{Answers, Request, register};

    const SLUG: &str = "small-round";

    /// Two places, and an organiser decides.
    const EVENT: &str = r#"
        slug = "small-round"
        kind = "roundtable"
        format = "online"
        time_zone = "Asia/Beirut"
        languages = ["en", "ar"]
        title = "A small round"
        registration = { approval = true, capacity = { online = 2 } }
        [[session]]
        starts = 2099-11-25T15:00:00
        ends = 2099-11-25T17:00:00
    "#;

    #[tokio::test]
    async fn f_14_all_who_are_named_are_decided_on_or_nobody() {
        let folder = tempfile::tempdir().expect("a folder");
        let app = app_with_requests(folder.path(), &["rana", "omar", "lina"]).await;
        let names = |names: &[&str]| -> Vec<String> {
            let address = |name: &&str| format!("{name}@example.org");
            names.iter().map(address).collect()
        };
        let told = |outcome: anyhow::Result<String>| outcome.expect_err("refused").to_string();
        let nobody = approve(&app, SLUG, &names(&["rana", "nobody"])).await;
        assert_eq!(
            told(nobody),
            "small-round: nobody@example.org: nobody has registered so"
        );
        let full = approve(&app, SLUG, &names(&["rana", "omar", "lina"])).await;
        assert_eq!(
            told(full),
            "small-round: lina@example.org: no place is free"
        );
        assert_eq!(states(&app).await, ["pending", "pending", "pending"]);

        let both = approve(&app, SLUG, &names(&["rana", "omar"])).await;
        assert_eq!(both.expect("two places"), "small-round: 2 approved\n");
        let reasons = ["en=Full, sorry".to_owned(), "ar=اكتمل العدد".to_owned()];
        let declined = decline(&app, SLUG, &names(&["lina"]), &reasons).await;
        assert_eq!(declined.expect("a request"), "small-round: 1 declined\n");
        assert_eq!(states(&app).await, ["confirmed", "confirmed", "declined"]);
        let again = decline(&app, SLUG, &names(&["lina"]), &[]).await;
        assert!(again.expect("no fault").contains("was so before"));
        app.db.close().await;
    }
    async fn app_with_requests(folder: &std::path::Path, names: &[&str]) -> App {
        let variables = [("CONVOKE_DATA_DIR".into(), folder.join("data").into())];
        let settings = Settings::load(None, variables).expect("good settings");
        let app = App::open(settings).await.expect("a first start");
        let file = folder.join("event.toml");
        std::fs::write(&file, EVENT).expect("a file");
        let imported =
            super::super::event::import(&app, None, &file, crate::event::SaveOptions::default())
                .await;
        imported.expect("a good file");
        let event = app.event(SLUG).await.expect("it was imported");
        for name in names {
            let request = Request {
                name: SingleLine::clean(name),
                email: format!("{name}@example.org").parse().expect("an address"),
                language: "en".parse().expect("a language"),
                mode: Mode::Online,
                listening: None,
                sessions: Vec::new(),
                fields: Vec::new(),
                answers: Answers::new(),
                consents: Vec::new(),
                code: None,
                source: None,
                waitlist: false,
                meanwhile_online: false,
                companion_key: String::new(),
            };
            let mut tx = app.db.begin().await.expect("a unit of work");
            let asked = register(&mut tx, &app.key, &event, &request, None).await;
            asked.expect("a request");
            tx.commit().await.expect("it is kept");
        }
        app
    }

    async fn states(app: &App) -> Vec<String> {
        let event = app.event(SLUG).await.expect("it is there");
        let mut tx = app.db.read().await.expect("a reader");
        let all = for_export(&mut tx, event.id).await.expect("a list");
        all.iter().map(|one| one.state.to_string()).collect()
    }
}
