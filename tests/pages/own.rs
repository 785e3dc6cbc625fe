//! One's own registration: GET shows, POST acts.

use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::RegistrationState;

use crate::stage::{EVERYTHING, ROUNDTABLE, SUMMIT, Stage, edited, online};

/// Where the addresses are.
const ROUTES: [&str; 6] = [
    include_str!("../../src/web/public/mod.rs"),
    include_str!("../../src/web/public/certificate.rs"),
    include_str!("../../src/web/public/own_data/mod.rs"),
    include_str!("../../src/web/public/partner/mod.rs"),
    include_str!("../../src/web/public/resend.rs"),
    include_str!("../../src/web/public/survey.rs"),
];

on_both_engines! {
    async fn s_07_get_and_head_of_every_address_change_nothing(test: TestDb) {
        let stage = Stage::set(test, &confirming()).await;
        stage.register(&online("rana@example.org")).await;
        let token = stage.token().await;
        let before = stage.everything().await;
        let addresses = addresses(&stage, &token);
        assert!(addresses.len() >= 20, "{addresses:?}");
        for address in &addresses {
            for method in ["GET", "HEAD"] {
                let answer = stage.ask(method, address, &[], "").await;
                assert!(!answer.status.is_server_error(), "{method} {address}");
                assert_eq!(stage.everything().await, before, "{method} {address}");
            }
        }
        stage.post(&format!("/en/registrations/{token}/confirm"), &[]).await;
        assert_ne!(stage.everything().await, before, "a change is seen");
    }

    async fn s_07_an_address_is_confirmed_once_and_again_says_the_same(test: TestDb) {
        let stage = Stage::set(test, &confirming()).await;
        stage.register(&online("rana@example.org")).await;
        twice(&stage, "confirm", RegistrationState::Confirmed).await;
    }

    async fn s_07_a_place_is_given_up_once_and_again_says_the_same(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        twice(&stage, "withdraw", RegistrationState::Cancelled).await;
    }

    async fn p_06_the_page_lists_everything_entered_in_words(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        stage.at("2026-12-01T10:00:00Z");
        stage.register(&[
            ("name", "Nadine Khoury"), ("email", "nadine@press.example"), ("mode", "in_person"),
            ("organisation", "Press & Co"), ("listening", "ar"), ("session", "night"),
            ("answer.attended", "yes"), ("answer.which", "2"), ("consent.recording", "yes"),
            ("code", "PRESSE"),
        ]).await;
        let own = stage.get(&format!("/en/registrations/{}", stage.token().await)).await;
        assert_eq!(own.header("cache-control"), "no-store");
        assert_eq!(own.header("referrer-policy"), "no-referrer");
        let entered: Vec<_> =
            own.texts(".answers dt").into_iter().zip(own.texts(".answers dd")).collect();
        let expected = [
            ("Full name", "Nadine Khoury"), ("E-mail address", "nadine@press.example"),
            ("How will you take part?", "In person"),
            ("Which sessions will you come to?", "Late session"), ("Organisation", "Press & Co"),
            ("Which language will you listen in?", "Arabic"),
            ("Have you taken part before?", "Yes"), ("In which edition?", "The second"),
            ("Code", "PRESSE"), ("I agree to be recorded.", "Yes"),
        ];
        assert_eq!(entered, expected.map(|(label, value)| (label.to_owned(), value.to_owned())));
    }

    async fn p_06_the_page_names_the_sessions_chosen(test: TestDb) {
        let stage = Stage::set(test, SUMMIT).await;
        stage.register(&[("name", "Rana"), ("email", "rana@example.org"), ("session", "2")]).await;
        let own = stage.get(&format!("/en/registrations/{}", stage.token().await)).await;
        assert!(own.texts(".answers dd")[2].starts_with("Shifting Loyalties"));
        assert!(!own.body.contains("Economic Security"), "the other session");
    }
}

/// The roundtable whose attendees have to confirm their addresses.
fn confirming() -> String {
    edited(
        ROUNDTABLE,
        "[registration]",
        "[registration]\nconfirm_address = true",
    )
}

/// Does what the own page offers, and once more.
async fn twice(stage: &Stage, verb: &str, state: RegistrationState) {
    let own = format!("/en/registrations/{}", stage.token().await);
    let path = format!("{own}/{verb}");
    let offered = stage
        .get(&own)
        .await
        .attributes("form[method=post]", "action");
    assert!(offered.contains(&path), "{offered:?}");
    let first = stage.post(&path, &[]).await;
    assert_eq!(
        (first.status.as_u16(), first.header("location")),
        (303, own.as_str())
    );
    let (after, page) = (stage.everything().await, stage.get(&own).await);
    assert_eq!(stage.registrations().await[0].state, state);
    assert_eq!(stage.post(&path, &[]).await, first);
    assert_eq!(stage.get(&own).await, page);
    assert_eq!(stage.everything().await, after);
}

/// Every address of the public router, filled in.
fn addresses(stage: &Stage, token: &str) -> Vec<String> {
    let fill = |route: &str| {
        route
            .replace("{language}", "en")
            .replace("{slug}", stage.slug.as_str())
            .replace("{next}", "registered")
            .replace("{token}", token)
            .replace("{companion}", "00000000-0000-0000-0000-000000000007")
            .replace("{session}", "1")
            .replace("{name}", "convoke.css")
    };
    let quoted = ROUTES
        .iter()
        .flat_map(|file| file.split('"').skip(1).step_by(2));
    let routes = quoted.filter(|text| text.starts_with('/') && !text.contains("{}"));
    let mut addresses: Vec<String> = routes.map(fill).collect();
    addresses.push(format!("/events/{}.ics", stage.slug));
    addresses.push("/healthz".to_owned());
    assert!(
        addresses.iter().all(|address| !address.contains('{')),
        "{addresses:?}"
    );
    addresses
}
