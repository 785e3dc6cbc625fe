//! Personal data that goes by itself: whom it concerned is nowhere any more, and the figures stay.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use convoke::base::db::{Engine, Sql};
use convoke::base::testing::{TestDb, run};
use convoke::base::text::SingleLine;
use convoke::event::{Details, OPERATOR, Visibility};
use convoke::on_both_engines;
use convoke::registration::figures::{Common, counts};
use convoke::registration::{self, Consent, Request, add_note, guest, roster};
use convoke::report::figures::{Figure, discreet};
use convoke::retention::{self, kept_figures};
use sqlx::{Connection, PgConnection};
use url::Url;

use crate::events::{request, request_of, roundtable, words};
use crate::logged::Logged;
use crate::stage::Stage;

/// What only one person who registered is called, and has as an address.
const NAME: &str = "Zebedea Quillfeather";
const ADDRESS: &str = "zebedea.quillfeather@example.net";

/// Whatever would tell of them.
const TRACES: [&str; 3] = ["Quillfeather", "quillfeather", "Zebedea"];

/// The end of the event, 25 November 2022 at 17:00 in Beirut, and so many days later.
fn days_after(days: i64) -> String {
    let end = "2022-11-25T15:00:00Z".parse::<chrono::DateTime<chrono::Utc>>();
    (end.unwrap() + TimeDelta::days(days)).to_rfc3339()
}

on_both_engines! {
    async fn p_05_after_the_purge_nobody_finds_who_registered(test: TestDb) {
        let logged = Logged::start();
        let stage = Stage::set(test, roundtable()).await;
        let canary = visit(&stage).await;
        stage.tick().await;
        stage.at("2022-11-25T10:00:00Z");
        stage.tick().await;
        assert!(stage.mails_to(ADDRESS, "registered").len() + stage.mails_to(ADDRESS, "Registered").len() > 0);
        assert!(!found_in(&stage, TRACES[1]).await.is_empty(), "the search finds what there is");

        stage.at(&days_after(30));
        stage.tick().await;
        for trace in TRACES {
            assert_eq!(found_in(&stage, trace).await, Vec::<PathBuf>::new(), "{trace}");
            assert!(!logged.text().contains(trace), "{trace} in the log");
        }
        assert!(stage.mails_to(ADDRESS, "").is_empty(), "the copies of mails are gone");
        assert!(registration::load(&mut stage.begin().await, canary).await.unwrap().is_none());
        assert!(stage.registrations().await.is_empty());
    }

    async fn p_05_what_is_only_removed_is_still_in_the_files(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let canary = visit(&stage).await;
        let mut tx = stage.begin().await;
        let removed = registration::remove(&mut tx, &[canary]).await.unwrap();
        stage.by_hand_in(&mut tx, "DELETE FROM roster").await;
        tx.commit().await.unwrap();
        assert_eq!(removed.registrations, 1);
        assert!(!found_in(&stage, ADDRESS).await.is_empty(), "the search finds what is left");
        stage.db.scrub().await.unwrap();
        assert_eq!(found_in(&stage, ADDRESS).await, Vec::<PathBuf>::new());
    }

    async fn p_05_the_figures_stay_and_tell_of_no_small_group(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let event = stage.event().await.id;
        for (number, country) in ["LB", "LB", "LB", "LB", "LB", "LB", "FR", "FR", "GE"].iter().enumerate() {
            let fields = vec![("country".parse().unwrap(), SingleLine::clean(country))];
            stage.join(&Request { fields, ..request_of(number) }).await;
        }
        let gone = stage.latest("guest1@example.org").await;
        assert!(stage.withdraw(gone.id).await);
        let before = counts(&mut stage.begin().await, event).await.unwrap();
        stage.at(&days_after(30));
        stage.tick().await;

        let mut tx = stage.begin().await;
        let kept = kept_figures(&mut tx, event).await.unwrap().unwrap();
        assert_eq!((kept.ever, kept.confirmed), (9, 8));
        assert_eq!(retention::confirmed(&mut tx, event).await.unwrap(), 8);
        let after: BTreeMap<Common, &Figure> = kept.figures.iter().map(|one| (one.common, one)).collect();
        for common in Common::ALL {
            let figure = Figure::of(&before, *common);
            let expected = figure.map(|figure| match common {
                Common::State | Common::Attendance => figure,
                _ => discreet(figure),
            });
            assert_eq!(after.get(common).copied(), expected.as_ref(), "{common}");
        }
        let country = after[&Common::Country];
        assert_eq!(country.total, 8);
        assert!(country.shares.iter().all(|share| share.people.is_none_or(|people| people >= 5)), "{country:?}");
        drop(tx);
        assert_eq!(stage.taken().await, [0, 0]);
    }

    async fn f_16_organisers_are_warned_once_a_week_before(test: TestDb) {
        let mut details = roundtable();
        details.contact = Some("programme@institute.example".parse().unwrap());
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&request(ADDRESS)).await;
        let warnings = async || stage.owed("retention").await.len();
        stage.at(&days_after(22));
        stage.tick().await;
        assert_eq!(warnings().await, 0);
        stage.at(&days_after(23));
        stage.tick().await;
        stage.tick().await;
        assert_eq!(warnings().await, 1);
        let mails = stage.mails_to("programme@institute.example", "Food security and trade");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].is_about("25 December 2022"), "{}", mails[0].everything);
        assert!(!mails[0].is_about(ADDRESS));

        // Kept for longer: who was warned in vain is warned anew.
        details.retention = Some("40d".parse().unwrap());
        stage.save(details).await;
        stage.at(&days_after(32));
        stage.tick().await;
        assert_eq!(warnings().await, 1);
        assert_eq!(stage.registrations().await.len(), 1, "it is not over");
        stage.at(&days_after(33));
        stage.tick().await;
        assert_eq!(warnings().await, 2);
        stage.at(&days_after(40));
        stage.tick().await;
        assert!(stage.registrations().await.is_empty());
        stage.at(&days_after(400));
        stage.tick().await;
        assert_eq!(warnings().await, 2);
    }

    async fn f_16_what_is_kept_for_no_day_goes_with_the_end(test: TestDb) {
        let stage = Stage::set(test, kept_for("0d")).await;
        for number in 0..3 {
            stage.join(&request_of(number)).await;
        }
        stage.at("2022-11-25T14:59:59Z");
        stage.tick().await;
        assert_eq!(stage.registrations().await.len(), 3);
        stage.at("2022-11-25T15:00:00Z");
        stage.tick().await;
        assert!(stage.registrations().await.is_empty());
        assert!(stage.owed("retention").await.is_empty(), "there was no time for a warning");
    }

    async fn f_16_the_purge_is_in_the_log_and_tells_nothing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        visit(&stage).await;
        stage.at(&days_after(30));
        stage.tick().await;
        let lines = "SELECT actor, action, changes FROM audit_line ORDER BY id";
        let mut tx = stage.begin().await;
        let lines: Vec<(String, String, serde_json::Value)> =
            tx.query(Sql::new(lines, lines)).fetch_all().await.unwrap();
        let purged: Vec<_> = lines.iter().filter(|line| line.1 == "personal_data_removed").collect();
        assert_eq!(purged.len(), 1);
        assert_eq!((purged[0].0.as_str(), &purged[0].2), ("convoke", &serde_json::json!({})));
        assert!(lines.iter().all(|line| line.0 != "attendee"), "{lines:?}");
    }

    async fn p_04_what_limits_how_often_is_forgotten_after_a_day(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(ADDRESS)).await;
        let left = async || {
            let both = "SELECT (SELECT count(*) FROM attempt) + (SELECT count(*) FROM form_mail)";
            let mut tx = stage.begin().await;
            tx.query(Sql::new(both, both)).fetch_one::<(i64,)>().await.unwrap().0
        };
        assert_eq!(left().await, 2);
        stage.test.clock.advance(TimeDelta::hours(23));
        stage.tick().await;
        assert_eq!(left().await, 2);
        stage.test.clock.advance(TimeDelta::hours(1));
        stage.tick().await;
        assert_eq!(left().await, 0);
    }

    async fn p_07_each_box_is_a_line_and_another_text_is_another_line(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let box_of = |key: &str, text: &str| Consent {
            key: key.parse().unwrap(),
            text: text.to_owned(),
            language: "en".parse().unwrap(),
            for_partner: false,
        };
        let (recording, sharing) = (box_of("recording", "Record me."), box_of("sharing", "Tell partners."));
        let consents = vec![recording.clone(), sharing.clone()];
        let rana = stage.join(&Request { consents, ..request(ADDRESS) }).await.id;
        let agree = async |given: &[Consent]| {
            let mut tx = stage.begin().await;
            let is_different = registration::agree(&mut tx, rana, given).await.unwrap();
            tx.commit().await.unwrap();
            is_different
        };
        let lines = async || registration::agreements(&mut stage.begin().await, rana).await.unwrap();
        let first = lines().await;
        assert_eq!(first.len(), 2);
        assert!(!agree(&[recording.clone(), sharing]).await, "nothing is new");
        stage.test.clock.advance(TimeDelta::hours(1));
        assert!(agree(&[box_of("recording", "Record me, and keep it.")]).await);
        let now = lines().await;
        assert_eq!(now.len(), 3);
        assert!(now[..2].iter().all(|line| line.withdrawn_at.is_some()), "{now:?}");
        assert_ne!(now[2].text_hash, first[0].text_hash);
        assert_eq!(now[2].withdrawn_at, None);
        assert!(agree(&[]).await);
        assert!(lines().await.iter().all(|line| line.withdrawn_at.is_some()));
        // None is a condition.
        stage.join(&request_of(1)).await;
    }

    async fn p_10_no_mail_about_a_sensitive_event_names_it(test: TestDb) {
        let mut details = roundtable();
        details.title = words("Unspeakable matters");
        details.visibility = Some(Visibility::Sensitive);
        details.mail = crate::events::reminders(&["1d"]);
        let stage = Stage::set(test, details).await;
        let one = stage.join(&request_of(1)).await;
        stage.join(&request_of(2)).await;
        stage.ask(&request_of(2), None).await;
        stage.tick().await;
        stage.withdraw(one.id).await;
        stage.tick().await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        let mails = stage.mails();
        assert!(mails.len() >= 4, "{}", mails.len());
        for mail in &mails {
            for word in ["Unspeakable", "Levant"] {
                assert!(!mail.everything.contains(word), "{word} in {}", mail.everything);
            }
            assert!(mail.everything.contains("Subject: Your registration\r\n"), "{}", mail.everything);
            assert!(mail.everything.contains("From: \"Your registration\" <"), "{}", mail.everything);
            assert!(mail.calendar.is_none() || mail.property("SUMMARY;LANGUAGE=en") == ["Your registration"]
                || mail.property("SUMMARY") == ["Your registration"], "{:?}", mail.calendar);
        }
        // The twin: of another event it is named.
        stage.at("2022-11-24T12:00:00Z");
        let mut details = stage.event().await.details;
        details.visibility = Some(Visibility::Unlisted);
        stage.save(details).await;
        stage.join(&request_of(3)).await;
        stage.tick().await;
        assert!(stage.mails().iter().any(|mail| mail.is_about("Unspeakable")));
    }
}

/// The planner's statistics hold values, and VACUUM FULL keeps what the oldest writer of any database may see.
#[test]
fn p_05_neither_statistics_nor_another_database_of_the_server_keep_what_was_removed() {
    run(Engine::Postgres, async |test: TestDb| {
        let another = Url::parse(&test.url).unwrap().join("postgres").unwrap();
        let mut another = PgConnection::connect(another.as_str()).await.unwrap();
        let mut writes = another.begin().await.unwrap();
        let number = sqlx::query("SELECT pg_current_xact_id()");
        number.execute(&mut *writes).await.unwrap();

        let stage = Stage::set(test, roundtable()).await;
        let canary = visit(&stage).await;
        stage.by_hand("ANALYZE").await;
        let mut tx = stage.begin().await;
        registration::remove(&mut tx, &[canary]).await.unwrap();
        stage.by_hand_in(&mut tx, "DELETE FROM roster").await;
        tx.commit().await.unwrap();
        stage.db.scrub().await.unwrap();
        assert_eq!(found_in(&stage, ADDRESS).await, Vec::<PathBuf>::new());
        writes.rollback().await.unwrap();
    });
}

fn kept_for(retention: &str) -> Details {
    Details {
        retention: Some(retention.parse().unwrap()),
        ..roundtable()
    }
}

/// Somebody registers and leaves traces wherever somebody can, among others who do.
async fn visit(stage: &Stage) -> convoke::base::id::Id<registration::Registration> {
    for number in 0..30 {
        stage.join(&request_of(number)).await;
    }
    let fields = vec![(
        "organisation".parse().unwrap(),
        SingleLine::clean("Quillfeather & Daughters"),
    )];
    let canary = stage
        .join(&Request {
            name: SingleLine::clean(NAME),
            fields,
            ..request(ADDRESS)
        })
        .await;
    stage.ask(&request(ADDRESS), Some("a-key")).await;
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    add_note(&mut tx, &canary, "Zebedea called", OPERATOR)
        .await
        .unwrap();
    let cousin = ["cousin.quillfeather@example.net".parse().unwrap()];
    let english = "en".parse().unwrap();
    guest::invite(&mut tx, &stage.key, &event, &cousin, &english, OPERATOR)
        .await
        .unwrap();
    let list = format!("name,email\n{NAME},{ADDRESS}\n");
    roster::keep(&mut tx, event.id, OPERATOR, list.as_bytes())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let reply = "UPDATE message SET last_reply = $2 WHERE recipient = $1";
    let mut tx = stage.begin().await;
    tx.query(Sql::new(reply, reply))
        .bind(canary.id)
        .bind(format!("550 5.1.1 <{ADDRESS}> unknown"))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    canary.id
}

/// The files that hold `trace`: those of the database, its log of writes where we can empty that, and the
/// folder of mails.
pub async fn found_in(stage: &Stage, trace: &str) -> Vec<PathBuf> {
    let mut folders = vec![stage.mail_folder()];
    match stage.db.engine() {
        Engine::Sqlite => {
            let file = stage.test.url.strip_prefix("sqlite://").unwrap();
            folders.push(Path::new(file).parent().unwrap().to_owned());
        }
        Engine::Postgres => folders.push(cluster_folder(stage).await),
    }
    let files = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok());
    let files = files.flatten().map(|entry| entry.unwrap().path());
    let holds = |file: &PathBuf| {
        let octets = std::fs::read(file).unwrap_or_default();
        octets
            .windows(trace.len())
            .any(|part| part == trace.as_bytes())
    };
    files.filter(holds).collect()
}

/// Where PostgreSQL keeps the tables of this database, with all that it has not written yet.
async fn cluster_folder(stage: &Stage) -> PathBuf {
    let mut tx = stage.begin().await;
    let place = "SELECT current_setting('data_directory'), oid::text FROM pg_database
        WHERE datname = current_database()";
    let (cluster, oid): (String, String) =
        tx.query(Sql::new(place, place)).fetch_one().await.unwrap();
    let write = "CHECKPOINT";
    tx.query(Sql::new(write, write)).execute().await.unwrap();
    Path::new(&cluster).join("base").join(oid)
}
