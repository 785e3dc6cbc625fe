//! Long texts of organisers: taken where they are written, from who is signed in, and nowhere else (S-28).

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;

use crate::stage::{Answer, Browser, HOST, Stage};

/// The longest description, in letters of three octets, which forms write as nine.
fn longest() -> String {
    "ა".repeat(50_000)
}

/// Sends `octets` as a body without saying how long it is.
async fn pour(browser: &Browser, path: &str, octets: String) -> Answer {
    let origin = format!("https://{HOST}");
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", origin.as_str()),
    ];
    browser.ask("POST", path, &headers, octets).await
}

on_both_engines! {
    async fn s_28_a_long_description_is_kept_as_it_was_written(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let (path, text) = (stage.page("/edit/texts"), longest());
        let fields = [("description.en", text.as_str()), ("description.ar", text.as_str())];
        let saved = maya.post(&path, &fields).await;
        assert!(saved.leads_to().ends_with("done=saved"), "{}", saved.leads_to());
        let kept = stage.event().await.details.description.unwrap();
        assert!(kept.keyed().iter().all(|(_, kept)| kept.as_str() == text));
        let longer = format!("{text}ა");
        let refused = maya.post(&path, &[("description.en", longer.as_str())]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.texts("textarea[name='description.en']"), [longer], "what was typed is kept");
        assert!(refused.texts(".summary").concat().contains("50000"), "{:?}", refused.texts(".summary"));
    }

    async fn s_28_a_long_announcement_is_written_in_every_language(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let text = "ა".repeat(20_000);
        let fields = [("kind", "announcement"), ("to", "confirmed"), ("subject.en", "News"),
            ("subject.ar", "خبر"), ("text.en", text.as_str()), ("text.ar", text.as_str())];
        let draft = maya.post(&stage.page("/mail/announcements/new"), &fields).await;
        assert!(draft.leads_to().contains("/drafts/"), "{}", draft.leads_to());
        let words = "ა".repeat(2_000);
        let fields = [("lead.en", words.as_str()), ("lead.ar", words.as_str())];
        let saved = maya.post(&stage.page("/mail/words/registered"), &fields).await;
        assert!(saved.leads_to().ends_with("done=mail-words"));
    }

    async fn s_28_other_addresses_and_strangers_are_read_no_further_than_before(test: TestDb) {
        let stage = Stage::set(test).await;
        let (maya, stranger) = (stage.signed_in(Role::Organiser).await, stage.stranger());
        let assistant = stage.signed_in(Role::Assistant).await;
        let long = format!("description.en={}", "a".repeat(100 * 1024));
        for path in ["/registrations/add", "/mail/times", "/lineup/add"] {
            let answer = pour(&maya, &stage.page(path), long.clone()).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        }
        let path = stage.page("/edit/texts");
        assert_eq!(pour(&stranger, &path, long.clone()).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(pour(&assistant, &path, long.clone()).await.status, StatusCode::FORBIDDEN);
        let public = format!("/en/events/{}/registrations", stage.slug);
        assert_eq!(pour(&stranger, &public, long).await.status, StatusCode::PAYLOAD_TOO_LARGE);
        // There is an end for who is signed in, too: of a field, and of all together.
        for octets in [210_000, 4 * 1024 * 1024] {
            let beyond = format!("description.en={}", "a".repeat(octets));
            let answer = pour(&maya, &path, beyond).await;
            assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{octets}");
            assert_eq!(stage.event().await.details.description.is_some(), before(&stage).await);
        }
    }
}

/// Whether the event that the stage was set with has a description.
async fn before(stage: &Stage) -> bool {
    let file = convoke::event::file::read(crate::stage::ROUNDTABLE).unwrap();
    assert_eq!(stage.slug, file.slug);
    file.description.is_some()
}
