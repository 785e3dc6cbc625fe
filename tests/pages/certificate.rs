//! The certificate of attendance: a code that verifies, and no name that can be searched (U-19).

use chrono::TimeDelta;
use convoke::base::base32;
use convoke::base::testing::TestDb;
use convoke::event::file;
use convoke::on_both_engines;
use convoke::registration::{self, check_in};

use crate::stage::{Answer, LANGUAGES, ROUNDTABLE, SUMMIT, Stage, online};

on_both_engines! {
    async fn u_19_who_came_has_a_certificate_once_it_is_over(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let own = own(&stage).await;
        let certificate = format!("{own}/certificate");
        assert_eq!(stage.get(&certificate).await.status, 404, "nobody saw them");
        note(&stage, 0).await;
        assert_eq!(stage.get(&certificate).await.status, 404, "it is not over");
        assert!(!stage.get(&own).await.body.contains("/certificate"));
        stage.test.clock.set(stage.event().await.schedule.ends_at());
        assert!(stage.get(&own).await.body.contains(&certificate));
        for language in LANGUAGES {
            let page = stage.get(&certificate.replacen("/en/", &format!("/{language}/"), 1)).await;
            assert_eq!(page.status, 200, "{language}");
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(page.header("referrer-policy"), "no-referrer");
            assert_eq!(page.texts("h1"), ["Rana Haddad"], "{language}");
            assert!(!page.body.contains("rana@example.org"), "{language}");
        }
    }

    async fn u_19_a_code_verifies_its_name_and_nothing_else(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let code = certified(&stage, &online("rana@example.org")).await;
        let path = stage.page("/certificate");
        for (name, typed) in [
            ("Rana Haddad", code.clone()),
            (" rana  HADDAD ", code.to_lowercase().replace('-', " ")),
        ] {
            let proven = verify(&stage, name, &typed).await;
            assert_eq!(proven.status, 200, "{name} {typed}");
            assert!(proven.texts("h1")[0].starts_with("This certificate is genuine"));
            assert!(proven.body.contains("25 November 2022"));
            assert_eq!(proven.header("cache-control"), "no-store");
        }
        let mut other = code.clone();
        let last = if other.ends_with('A') { 'B' } else { 'A' };
        other.replace_range(other.len() - 1.., &last.to_string());
        let wrong = verify(&stage, "Rana Haddad", &other).await;
        for (name, typed) in [
            ("Omar Saleh", code.as_str()),
            ("Rana", &code),
            ("Rana Haddad", "AAAA-AAAA-AAAA-AAAA"),
            ("Rana Haddad", "x"),
            ("Rana Haddad", "ééééééééé"),
        ] {
            let refused = verify(&stage, name, typed).await;
            assert_eq!(refused.status, 422, "{name} {typed}");
            // Whether there is such a name, or such a code, nobody learns.
            assert_eq!(refused.texts(".summary li"), wrong.texts(".summary li"), "{name} {typed}");
        }
        for (name, typed, problems) in [("", code.as_str(), 1), ("Rana Haddad", "", 1), ("", "", 2)] {
            assert_eq!(verify(&stage, name, typed).await.texts(".summary li").len(), problems);
        }
        // An address leads to the form and holds the code alone: it proves nothing without the name.
        let picture = stage.get(&format!("/events/{}/certificate?code={code}&name=Rana+Haddad", stage.slug)).await;
        assert_eq!(picture.header("location"), format!("{path}?code={code}"));
        let form = stage.get(&format!("{path}?code={code}&name=Rana+Haddad")).await;
        assert_eq!(form.attributes("[name=code]", "value"), [code.as_str()]);
        assert_eq!(form.attributes("[name=name]", "value"), [""]);
        assert!(!form.body.contains("Rana Haddad"));
    }

    async fn u_19_no_part_of_a_name_is_passed_off_as_sessions(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let code = certified(&stage, &online("rana@example.org")).await;
        let octets = base32::decoded(&code.replace('-', "")).unwrap();
        let (marks, proof) = octets.split_at(1);
        let moved = base32::encoded(&[marks, b"rana ", proof].concat());
        assert_eq!(verify(&stage, "Haddad", &moved).await.status, 422);
    }

    async fn u_19_a_code_proves_no_other_session_once_one_is_gone(test: TestDb) {
        let stage = Stage::set(test, SUMMIT).await;
        let mut details = file::read(SUMMIT).unwrap();
        details.sessions.push(details.sessions[1].clone());
        for (session, key) in details.sessions.iter_mut().zip(["first", "second", "third"]) {
            session.id = Some(key.parse().unwrap());
        }
        stage.save(details.clone()).await;
        stage.register(&[("name", "Rana Haddad"), ("email", "r@example.org"), ("session", "second")]).await;
        note(&stage, 1).await;
        stage.test.clock.set(stage.event().await.schedule.ends_at());
        let page = stage.get(&format!("{}/certificate", own(&stage).await)).await;
        let code = page.texts("strong bdi").remove(0);
        assert_eq!(verify(&stage, "Rana Haddad", &code).await.status, 200);
        stage.test.clock.set(convoke::base::testing::start());
        details.sessions.remove(0);
        stage.save(details).await;
        stage.test.clock.set(stage.event().await.schedule.ends_at());
        assert_eq!(stage.event().await.session_ids.len(), 2);
        assert_eq!(verify(&stage, "Rana Haddad", &code).await.status, 422);
    }

    async fn u_19_a_code_is_of_its_event(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let code = certified(&stage, &online("rana@example.org")).await;
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-one".parse().unwrap();
        stage.save(other).await;
        let fields = [("name", "Rana Haddad"), ("code", code.as_str())];
        let elsewhere = stage.post("/en/events/another-one/certificate", &fields).await;
        assert_eq!(elsewhere.status, 422);
    }

    async fn u_19_it_verifies_when_everything_about_attendees_is_gone(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let code = certified(&stage, &online("rana@example.org")).await;
        let own = own(&stage).await;
        let erased = stage.post(&format!("{own}/erase"), &[("sure", "yes")]).await;
        assert!(erased.status.is_success() || erased.status.is_redirection(), "{erased:?}");
        assert_eq!(stage.registrations().await.len(), 0);
        assert_eq!(stage.get(&format!("{own}/certificate")).await.status, 404);
        stage.test.clock.advance(TimeDelta::days(400));
        assert_eq!(verify(&stage, "Rana Haddad", &code).await.status, 200);
    }

    async fn u_19_the_sessions_that_somebody_came_to_are_certified(test: TestDb) {
        let stage = Stage::set(test, SUMMIT).await;
        let rana = [("name", "نادين خوري"), ("email", "n@example.org"), ("session", "1"), ("session", "2")];
        stage.register(&rana).await;
        note(&stage, 1).await;
        stage.test.clock.set(stage.event().await.schedule.ends_at());
        let page = stage.get(&format!("{}/certificate", own(&stage).await)).await;
        let title = "Shifting Loyalties";
        assert!(page.body.contains(title) && !page.body.contains("Economic Security"), "{}", page.body);
        let code = page.texts("strong bdi").remove(0);
        let proven = verify(&stage, "نادين الخوري", &code).await;
        assert_eq!(proven.status, 422, "another name");
        let proven = verify(&stage, "نَادين خوري", &code).await;
        assert_eq!(proven.status, 200);
        assert!(proven.body.contains(title) && !proven.body.contains("Economic Security"));
    }

    async fn u_19_who_has_no_place_any_more_has_no_certificate(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        certified(&stage, &online("rana@example.org")).await;
        let own = own(&stage).await;
        stage.post(&format!("{own}/withdraw"), &[]).await;
        assert_eq!(stage.get(&format!("{own}/certificate")).await.status, 404);
    }
}

/// The address of the latest registration's own page.
async fn own(stage: &Stage) -> String {
    format!("/en/registrations/{}", stage.token().await)
}

/// Notes that the latest who registered came to a session.
async fn note(stage: &Stage, session: usize) {
    let event = stage.event().await;
    let latest = stage.registrations().await.pop().unwrap().id;
    let mut tx = stage.begin().await;
    let latest = registration::load(&mut tx, latest).await.unwrap().unwrap();
    let session = event.session_ids[session];
    check_in(&mut tx, &event, &latest, session, "operator")
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The code of somebody who came.
async fn certified(stage: &Stage, fields: &[(&str, &str)]) -> String {
    stage.register(fields).await;
    note(stage, 0).await;
    stage.test.clock.set(stage.event().await.schedule.ends_at());
    let page = stage
        .get(&format!("{}/certificate", own(stage).await))
        .await;
    page.texts("strong bdi").remove(0)
}

async fn verify(stage: &Stage, name: &str, code: &str) -> Answer {
    let fields = [("name", name), ("code", code)];
    stage.post(&stage.page("/certificate"), &fields).await
}
