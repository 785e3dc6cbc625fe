//! The form: what it asks, keeps and answers.

use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::RegistrationState;

use crate::stage::{EVERYTHING, LANGUAGES, ROUNDTABLE, SUMMIT, Stage, edited, online, select};

const OPEN: &str = "2026-12-01T10:00:00Z";

on_both_engines! {
    async fn time_02_the_closing_moment_is_out_and_the_millisecond_before_is_in(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.at("2022-11-24T21:59:59.999Z");
        assert_eq!(stage.register(&online("last@example.org")).await.status, 303);
        stage.at("2022-11-24T22:00:00.000Z");
        let late = stage.register(&online("late@example.org")).await;
        assert_eq!(late.status, 409);
        assert_eq!(late.header("cache-control"), "no-store");
        assert_eq!(late.texts(".answers dd"), ["Rana Haddad", "late@example.org", "Online"]);
        assert_eq!(stage.registrations().await.len(), 1);
        let page = stage.get(&stage.page("")).await;
        assert_eq!(page.attributes("a[href$='/register']", "href"), Vec::<String>::new());
    }

    async fn r_04_a_form_key_replays_its_answer_and_refuses_other_content(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let form = stage.get(&stage.page("/register")).await;
        let keys = form.attributes("input[name=form_key]", "value");
        let mut fields = online("rana@example.org");
        fields.push(("form_key", &keys[0]));
        let first = stage.register(&fields).await;
        assert_eq!(first.status, 303);
        assert_eq!(stage.register(&fields).await, first);
        let mut other = fields.clone();
        other[0] = ("name", "Rana H. Haddad");
        let conflict = stage.register(&other).await;
        assert_eq!(conflict.status, 409);
        assert_eq!(conflict.texts("h1"), ["This form was sent before, with other answers"]);
        assert!(conflict.texts(".answers dd").contains(&"Rana H. Haddad".to_owned()));
        stage.at("2022-11-24T22:00:00Z");
        assert_eq!(stage.register(&fields).await, first);
        assert_eq!(stage.registrations().await.len(), 1);
    }

    async fn f_12_a_full_event_offers_the_waiting_list_and_the_offer_posts_on(test: TestDb) {
        let stage = Stage::set(test, &edited(ROUNDTABLE, "online = 300", "online = 1")).await;
        stage.register(&online("first@example.org")).await;
        let full = stage.register(&online("second@example.org")).await;
        assert_eq!(full.status, 409);
        assert_eq!(full.texts("h1"), ["Every place is taken"]);
        let names = full.attributes("main form input", "name");
        let values = full.attributes("main form input", "value");
        let sent: Vec<(&str, &str)> =
            names.iter().zip(&values).map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let action = full.attributes("main form", "action").remove(0);
        let accepted = stage.post(&action, &sent).await;
        assert_eq!((accepted.status.as_u16(), accepted.header("location")),
            (303, stage.page("/next/waitlisted").as_str()));
        let states: Vec<_> = stage.registrations().await.iter().map(|one| one.state).collect();
        assert_eq!(states, [RegistrationState::Confirmed, RegistrationState::Waitlisted]);
    }

    async fn a_03_a_refused_form_keeps_everything_typed(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at(OPEN);
        let refused = stage.register(&[
            ("name", "  Nadine \"N\" <Khoury>"), ("email", "nadine@"), ("mode", "in_person"),
            ("organisation", "Press & Co"), ("listening", "ar"), ("session", "night"),
            ("session", "opening"), ("answer.attended", "yes"), ("answer.which", "2"),
            ("consent.recording", "yes"), ("code", "PRESSE"), ("form_key", "a-key"),
            ("waitlist", "yes"),
        ]).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.texts(".summary li"),
            ["Enter an e-mail address of the form name@example.org"]);
        let value = |name: &str| refused.attributes(&format!("input[name='{name}']"), "value");
        assert_eq!(value("name"), ["Nadine \"N\" <Khoury>"]);
        assert_eq!(value("email"), ["nadine@"]);
        assert_eq!(value("organisation"), ["Press & Co"]);
        assert_eq!(value("code"), ["PRESSE"]);
        assert_eq!(value("form_key"), ["a-key"]);
        assert_eq!(value("waitlist"), ["yes"]);
        let chosen: Vec<(String, String)> = refused.attributes("input[checked]", "name").into_iter()
            .zip(refused.attributes("input[checked]", "value")).collect();
        assert_eq!(chosen, [
            ("mode", "in_person"), ("session", "opening"), ("session", "night"),
            ("listening", "ar"), ("answer.attended", "yes"), ("answer.which", "2"),
            ("consent.recording", "yes"),
        ].map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(stage.registrations().await, []);
    }

    async fn a_03_every_refusal_says_why(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        for (field, value, words) in [
            ("code", "NOTHING", "Enter the code exactly as it stands in your invitation"),
            ("listening", "fr", "Choose one of the languages listed"),
            ("mode", "by_post", "Choose whether you take part online or in person"),
        ] {
            let mut fields = vec![(field, value)];
            fields.extend(online("rana@example.org"));
            let refused = stage.register(&fields).await;
            assert_eq!(refused.status, 422, "{field}");
            assert_eq!(refused.texts(".summary li"), [words]);
        }
        // What the event does not ask is neither judged nor kept.
        let long = "x".repeat(500);
        let mut fields = online("rana@example.org");
        fields.push(("country", &long));
        assert_eq!(stage.register(&fields).await.status, 303);
        assert_eq!(stage.registrations().await[0].country, None);
    }

    async fn a_03_options_are_numbers_as_the_form_writes_them(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at(OPEN);
        for (option, status) in [("+1", 422), ("01", 422), ("0", 422), ("3", 422), ("1", 303)] {
            let answer = stage.register(&[
                ("name", "Rana"), ("email", "rana@example.org"), ("mode", "online"),
                ("organisation", "LCPS"), ("session", "night"), ("answer.attended", "yes"),
                ("answer.which", option),
            ]).await;
            assert_eq!(answer.status, status, "{option}");
        }
    }

    async fn p_07_a_consent_is_kept_with_the_language_of_the_text_read(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at(OPEN);
        // The text exists in French and English only; the page and its mails are Arabic.
        let path = format!("/ar/events/{}", stage.slug);
        let form = stage.get(&format!("{path}/register")).await;
        let label = "label[for=field-consent-recording] [lang=fr]";
        assert_eq!(form.texts(label), ["J’accepte d’être enregistré."]);
        let answer = stage.post(&format!("{path}/registrations"), &[
            ("name", "Rana"), ("email", "rana@example.org"), ("mode", "online"),
            ("organisation", "LCPS"), ("session", "night"), ("consent.recording", "yes"),
        ]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(stage.registrations().await[0].language.to_string(), "ar");
        let kept = "SELECT consent_key, language FROM consent";
        let kept: (String, String) =
            stage.begin().await.query(Sql::new(kept, kept)).fetch_one().await.unwrap();
        assert_eq!(kept, ("recording".to_owned(), "fr".to_owned()));
    }

    async fn f_18_sessions_are_chosen_one_by_one(test: TestDb) {
        let stage = Stage::set(test, SUMMIT).await;
        let form = stage.get(&stage.page("/register")).await;
        assert_eq!(form.attributes("input[type=checkbox][name=session]", "value"), ["1", "2"]);
        let who = [("name", "Rana Haddad"), ("email", "rana@example.org")];
        let none = stage.register(&who).await;
        assert_eq!((none.status.as_u16(), none.texts(".summary li")),
            (422, vec!["Choose at least one session".to_owned()]));
        let unknown = stage.register(&[who[0], who[1], ("session", "3")]).await;
        assert_eq!(unknown.texts(".summary li"), ["Choose among the sessions listed"]);
        assert_eq!(stage.register(&[who[0], who[1], ("session", "2")]).await.status, 303);
        let event = stage.event().await;
        assert_eq!(stage.registrations().await[0].sessions, [event.session_ids[1]]);
    }

    async fn a_04_every_control_has_a_label_and_none_a_placeholder(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at(OPEN);
        for language in LANGUAGES {
            let form = stage.get(&format!("/{language}/events/{}/register", stage.slug)).await;
            let page = form.html();
            let controls: Vec<_> = page
                .select(&select("main input:not([type=hidden]), main textarea, main select"))
                .collect();
            assert!(controls.len() > 10, "{}", controls.len());
            for control in controls {
                let id = control.attr("id").unwrap();
                let labels: Vec<_> = page.select(&select(&format!("label[for='{id}']"))).collect();
                assert_eq!(labels.len(), 1, "{id}");
                assert!(!labels[0].text().collect::<String>().trim().is_empty(), "{id}");
                assert_eq!(control.attr("placeholder"), None, "{id}");
            }
            let groups = "main fieldset:has(input[type=radio], input[type=checkbox]) > legend";
            assert!(page.select(&select(groups)).count() >= 4);
            for (name, token) in
                [("name", "name"), ("email", "email"), ("organisation", "organization")]
            {
                let css = format!("input[name={name}]");
                assert_eq!(form.attributes(&css, "autocomplete"), [token]);
            }
        }
    }
}
