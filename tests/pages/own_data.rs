//! What people do about what is kept of them: change it, take a copy, have it erased (P-6).

use convoke::base::db::Engine;
use convoke::base::secret::Token;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::{self, find_by_token};
use serde_json::Value;

use crate::stage::{Answer, EVERYTHING, ROUNDTABLE, Stage, edited, online};
use crate::waiting::until_waiting;

/// The last moment of registration for the roundtable.
const CLOSING: &str = "2022-11-24T22:00:00Z";

on_both_engines! {
    async fn p_06_a_change_is_saved_and_the_page_says_so(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let own = registered(&stage).await;
        let form = stage.get(&format!("{own}/change")).await;
        assert_secret(&form);
        let names = form.attributes("form.form [name]", "name");
        assert!(names.contains(&"name".to_owned()) && names.contains(&"language".to_owned()), "{names:?}");
        assert!(!names.contains(&"email".to_owned()) && form.body.contains("The address cannot be changed here"));
        assert_eq!(form.attributes("#field-name", "value"), ["Rana Haddad"]);
        assert_eq!(form.attributes("option[selected]", "value"), ["en"]);
        let saved = stage.post(&format!("{own}/change"), &[
            ("name", "Rana Khalil"), ("mode", "online"), ("language", "ar"),
            // Nobody asks for these, and nobody heeds them.
            ("email", "somebody@example.org"), ("code", "X"),
        ]).await;
        assert_eq!((saved.status.as_u16(), saved.header("location")), (303, format!("{own}?changed").as_str()));
        let one = stage.registrations().await.remove(0);
        assert_eq!((one.name.as_str(), one.email.as_str()), ("Rana Khalil", "rana@example.org"));
        assert_eq!(one.language.to_string(), "ar");
        let page = stage.get(&format!("{own}?changed")).await;
        assert_eq!(page.texts("[role=status]"), ["Your changes are saved."]);
        assert!(stage.get(&format!("{own}?anything")).await.texts("[role=status]").is_empty());
    }

    async fn p_06_a_faulty_change_names_its_faults_and_keeps_what_was_typed(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at("2026-12-01T10:00:00Z");
        let own = everything(&stage).await;
        stage.post(&format!("{own}/confirm"), &[]).await;
        let before = stage.everything().await;
        let again = stage.post(&format!("{own}/change"), &[
            ("name", ""), ("organisation", "Another & Co"), ("session", "night"), ("mode", "online"),
        ]).await;
        assert_eq!(again.status, 422);
        assert_secret(&again);
        assert!(again.texts("title")[0].starts_with("Error:"), "{:?}", again.texts("title"));
        assert_eq!(again.attributes(".summary a", "href"), ["#field-name"]);
        assert_eq!(again.attributes("#field-organisation", "value"), ["Another & Co"]);
        assert_eq!(stage.everything().await, before);
    }

    async fn e_06_a_late_change_writes_nothing_and_keeps_what_was_typed(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let own = registered(&stage).await;
        stage.at(CLOSING);
        let before = stage.everything().await;
        let typed = [("name", "Rana Khalil"), ("mode", "in_person")];
        let late = stage.post(&format!("{own}/change"), &typed).await;
        assert_eq!(late.status, 409);
        assert_secret(&late);
        assert!(late.body.contains("Registration has closed") && late.body.contains("Rana Khalil"));
        assert!(late.attributes("form.form", "action").is_empty(), "there is no form any more");
        assert_eq!(stage.everything().await, before);
        let form = stage.get(&format!("{own}/change")).await;
        assert_eq!((form.status.as_u16(), form.texts("form.form").len()), (200, 0));
        let page = stage.get(&own).await;
        assert!(page.attributes("a", "href").iter().all(|href| !href.ends_with("/change")));
        // Giving up stays possible.
        assert_eq!(stage.post(&format!("{own}/withdraw"), &[]).await.status, 303);
    }

    async fn e_18_a_full_room_keeps_the_old_place_and_what_was_typed_and_offers_the_line(test: TestDb) {
        let file = edited(ROUNDTABLE, "in_person = 25", "in_person = 1");
        let stage = Stage::set(test, &file).await;
        stage.register(&[("name", "Omar"), ("email", "omar@example.org"), ("mode", "in_person")]).await;
        let own = registered(&stage).await;
        let before = stage.everything().await;
        let typed = [("name", "Rana Khalil"), ("mode", "in_person"), ("language", "en")];
        let full = stage.post(&format!("{own}/change"), &typed).await;
        assert_eq!(full.status, 409);
        assert_eq!(stage.everything().await, before);
        assert_eq!(full.attributes("#field-name", "value"), ["Rana Khalil"]);
        let line: Vec<_> = full.attributes("[role=alert] form [type=hidden]", "name").into_iter()
            .zip(full.attributes("[role=alert] form [type=hidden]", "value")).collect();
        let line: Vec<(&str, &str)> = line.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert!(line.contains(&("waitlist", "yes")), "{line:?}");
        let waits = stage.post(&format!("{own}/change"), &line).await;
        assert_eq!(waits.header("location"), format!("{own}?waits"));
        let page = stage.get(&own).await;
        assert!(page.body.contains("You wait for a place in the room"), "{}", page.body);
        assert!(page.body.contains("You are next in line"));
        let stop = format!("{own}/stop-waiting");
        assert!(page.attributes("form", "action").contains(&stop));
        stage.post(&stop, &[]).await;
        assert!(!stage.get(&own).await.body.contains("You wait for a place"));
    }

    async fn s_25_a_registration_can_be_changed_so_often_an_hour(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let own = registered(&stage).await;
        let change = format!("{own}/change");
        for number in 0..30 {
            let name = format!("Rana {number}");
            let saved = stage.post(&change, &[("name", &name), ("mode", "online")]).await;
            assert_eq!(saved.status, 303, "{number}");
        }
        let before = stage.everything().await;
        let often = stage.post(&change, &[("name", "Once more"), ("mode", "online")]).await;
        assert_eq!((often.status.as_u16(), often.header("retry-after")), (429, "600"));
        assert_eq!(stage.post(&format!("{own}/export"), &[]).await.status, 429);
        assert_eq!(stage.everything().await, before);
        stage.test.clock.advance(chrono::TimeDelta::hours(1));
        assert_eq!(stage.post(&change, &[("name", "Once more"), ("mode", "online")]).await.status, 303);
    }

    async fn p_06_the_copy_for_programs_holds_everything(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at("2026-12-01T10:00:00Z");
        let own = everything(&stage).await;
        stage.post(&format!("{own}/confirm"), &[]).await;
        stage.post(&format!("{own}/change"), &[
            ("name", "Nadine K"), ("organisation", "Press & Co"), ("session", "night"), ("mode", "in_person"),
            ("answer.attended", "yes"), ("answer.which", "2"), ("language", "en"),
        ]).await;
        let copy = stage.post(&format!("{own}/export"), &[("format", "json")]).await;
        assert_eq!(copy.status, 200);
        assert_eq!(copy.header("content-type"), "application/json");
        assert_secret(&copy);
        assert!(copy.header("content-disposition").starts_with("attachment"));
        let all: Value = serde_json::from_str(&copy.body).unwrap();
        let one = &all["registration"];
        for (field, value) in [
            ("name", "Nadine K"), ("email", "nadine@press.example"), ("organisation", "Press & Co"),
            ("mode", "in_person"), ("language", "en"), ("code", "PRESSE"), ("state", "pending"),
        ] {
            assert_eq!(one[field], value, "{field}: {all:#}");
        }
        assert_eq!(one["answers"]["which"], "2");
        // Taken back by the change, and kept as what was agreed to.
        assert_eq!(all["consents"][0]["consent"], "recording");
        assert!(all["consents"][0]["withdrawn_at"].is_string());
        assert_eq!(all["sessions"][0]["session"], "night");
        assert!(all["sessions"][0]["calendar_uid"].as_str().unwrap().starts_with("reg-"));
        let kinds: Vec<&str> = all["mails"].as_array().unwrap().iter()
            .map(|mail| mail["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["confirm_address", "received"]);
        assert!(all["mails"][0]["due_at"].is_string() && all["mails"][0]["state"].is_string());
        let deeds: Vec<&str> = all["history"].as_array().unwrap().iter()
            .map(|line| line["action"].as_str().unwrap()).collect();
        assert_eq!(deeds, ["registered", "address_confirmed", "details_changed", "consents_changed", "copy_taken"]);
        assert!(!copy.body.contains("meet.example/rooms"), "no link");
    }

    async fn p_06_the_copy_to_read_says_the_same_in_every_language(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at("2026-12-01T10:00:00Z");
        let own = everything(&stage).await;
        for language in crate::stage::LANGUAGES {
            let own = own.replacen("/en/", &format!("/{language}/"), 1);
            let copy = stage.post(&format!("{own}/export"), &[("format", "html")]).await;
            assert_eq!(copy.status, 200, "{language}");
            assert_secret(&copy);
            for value in ["Nadine Khoury", "nadine@press.example", "Press & Co", "PRESSE"] {
                assert!(copy.texts(".answers dd").iter().any(|told| told.contains(value)), "{language}: {value}");
            }
            assert_eq!(copy.texts("section h2").len(), 5, "{language}: {:?}", copy.texts("section h2"));
        }
    }

    async fn p_06_the_page_that_erases_says_what_cannot_be_and_offers_to_withdraw_first(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let own = registered(&stage).await;
        let offered = stage.get(&own).await.attributes("a", "href");
        assert!(offered.contains(&format!("{own}/erase")), "{offered:?}");
        let ask = stage.get(&format!("{own}/erase")).await;
        assert_secret(&ask);
        let actions = ask.attributes("form[method=post]", "action");
        assert_eq!(actions, [format!("{own}/withdraw"), format!("{own}/erase")]);
        assert!(ask.body.contains("cannot be deleted from here"));
        stage.post(&format!("{own}/withdraw"), &[]).await;
        let ask = stage.get(&format!("{own}/erase")).await;
        assert!(ask.body.contains("has not left yet"), "{}", ask.body);
        assert_eq!(ask.attributes("form[method=post]", "action"), [format!("{own}/erase")]);
        let gone = stage.post(&format!("{own}/erase"), &[]).await;
        assert_eq!(gone.texts("h1"), ["Everything is deleted"]);
        assert!(stage.registrations().await.is_empty());
        assert!(stage.kinds_owed().await.is_empty());
    }

    async fn p_06_whoever_acts_in_another_window_while_they_are_erased_has_the_neutral_page(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let neutral = stage.get("/en/registrations/nothing").await;
        for verb in ["withdraw", "confirm", "accept", "stop-waiting", "reminders", "change", "export"] {
            let own = registered(&stage).await;
            let event = stage.event().await;
            let token = Token::from_address(&stage.token().await);
            let mut tx = stage.begin().await;
            let one = find_by_token(&mut tx, &token).await.unwrap().unwrap();
            assert!(registration::erase(&mut tx, &stage.key, &event, &one).await.unwrap());
            let erasing = async {
                if stage.test.engine() == Engine::Postgres {
                    until_waiting(&stage.test, 1).await;
                }
                tx.commit().await.unwrap();
            };
            let path = format!("{own}/{verb}");
            let fields = [("name", "Rana Khalil"), ("mode", "online")];
            let (answer, ()) = tokio::join!(stage.post(&path, &fields), erasing);
            assert_eq!(answer, neutral, "{verb}");
        }
        assert!(stage.registrations().await.is_empty());
    }

    async fn s_06_a_cross_site_post_changes_nothing(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let own = registered(&stage).await;
        let before = stage.everything().await;
        for verb in ["change", "export", "erase"] {
            let headers = [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")];
            let answer = stage.ask("POST", &format!("{own}/{verb}"), &headers, "name=X&mode=online").await;
            assert_eq!(answer.status, 403, "{verb}");
        }
        assert_eq!(stage.everything().await, before);
    }
}

/// Registers somebody for the roundtable, online; gives the address of their own page.
async fn registered(stage: &Stage) -> String {
    stage.register(&online("rana@example.org")).await;
    format!("/en/registrations/{}", stage.token().await)
}

/// Registers somebody with everything that can be told.
async fn everything(stage: &Stage) -> String {
    stage
        .register(&[
            ("name", "Nadine Khoury"),
            ("email", "nadine@press.example"),
            ("mode", "in_person"),
            ("organisation", "Press & Co"),
            ("listening", "ar"),
            ("session", "night"),
            ("answer.attended", "yes"),
            ("answer.which", "2"),
            ("consent.recording", "yes"),
            ("code", "PRESSE"),
        ])
        .await;
    format!("/en/registrations/{}", stage.token().await)
}

/// Kept by nobody, found by nobody, told to nobody (S-8, P-12).
fn assert_secret(answer: &Answer) {
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert!(answer.header("x-robots-tag").contains("noindex"));
}
