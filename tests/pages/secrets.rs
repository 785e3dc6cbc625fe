//! What pages never tell: whether an address is known, and where the event is joined.

use convoke::base::secret::InstanceKey;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::{join_token, manage_token};

use crate::stage::{Answer, LANGUAGES, ROUNDTABLE, Stage, edited, online};

/// Twenty characters that stand in the meeting's address and nowhere else (S-32).
const CANARY: &str = "Qx7Zr2Lm9Vt4Wn6Hk3Pd";

on_both_engines! {
    async fn s_26_new_known_and_withdrawn_addresses_are_answered_with_the_same_octets(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let new = both_answers(&stage, "rana@example.org").await;
        assert_eq!(new.0.status, 303);
        assert_eq!(new.1.status, 200);
        assert_eq!(both_answers(&stage, "rana@example.org").await, new, "known");
        assert_eq!(both_answers(&stage, "Rana@Example.org").await, new, "known, in capitals");
        let token = stage.token().await;
        stage.post(&format!("/en/registrations/{token}/withdraw"), &[]).await;
        assert_eq!(both_answers(&stage, "rana@example.org").await, new, "withdrawn");
        assert_eq!(both_answers(&stage, "somebody.else@example.org").await, new, "new");
        assert_eq!(stage.registrations().await.len(), 3);
    }

    async fn s_26_unknown_expired_and_foreign_tokens_have_one_neutral_page(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let token = stage.token().await;
        let id = stage.registrations().await[0].id;
        let own = format!("/en/registrations/{token}");
        assert_eq!(stage.get(&own).await.status, 200);
        let neutral = stage.get("/en/registrations/nothing").await;
        assert_eq!(neutral.status, 404);
        let foreign = manage_token(&InstanceKey::from_bytes([8; 32]), id, 0);
        let revoked = manage_token(&stage.key, id, 1);
        // Nor does the page by which they join lead to the registration (E-23).
        let join = join_token(&stage.key, id, 0);
        for other in [foreign.as_str(), revoked.as_str(), join.as_str(), "%00", "x/../y"] {
            assert_eq!(stage.get(&format!("/en/registrations/{other}")).await.body, neutral.body);
        }
        for verb in [
            "withdraw", "confirm", "accept", "stop-waiting", "reminders", "change", "export", "erase",
        ] {
            let path = format!("/en/registrations/{}/{verb}", foreign.as_str());
            assert_eq!(stage.post(&path, &[]).await, neutral, "{verb}");
        }
        for page in ["change", "erase", "reminders"] {
            let path = format!("/en/registrations/{}/{page}", foreign.as_str());
            assert_eq!(stage.get(&path).await, neutral, "{page}");
        }
        assert!(neutral.body.contains("href=\"/en/resend\""), "the way to get it again");
        // Thirty days after the end.
        stage.at("2022-12-25T14:59:59.999Z");
        assert_eq!(stage.get(&own).await.status, 200);
        stage.at("2022-12-25T15:00:00Z");
        assert_eq!(stage.get(&own).await, neutral);
        for page in ["change", "erase"] {
            assert_eq!(stage.get(&format!("{own}/{page}")).await, neutral, "{page}");
        }
    }

    async fn s_08_an_erased_registration_has_the_neutral_page(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let own = format!("/en/registrations/{}", stage.token().await);
        let neutral = stage.get("/en/registrations/nothing").await;
        let gone = stage.post(&format!("{own}/erase"), &[]).await;
        assert_eq!((gone.status.as_u16(), gone.header("cache-control")), (200, "no-store"));
        assert!(!gone.body.contains("rana@example.org") && !gone.body.contains("Haddad"));
        for path in [own.clone(), format!("{own}/change"), format!("{own}/erase")] {
            assert_eq!(stage.get(&path).await, neutral, "{path}");
        }
        assert_eq!(stage.post(&format!("{own}/erase"), &[]).await, neutral);
        assert!(stage.registrations().await.is_empty());
    }

    async fn s_32_nothing_public_names_the_link_at_any_time(test: TestDb) {
        let file = edited(ROUNDTABLE, "86512345678", CANARY);
        let file = edited(&file, "[meeting]", "[meeting]\njoin_page = true");
        let stage = Stage::set(test, &file).await;
        stage.register(&online("rana@example.org")).await;
        let (token, join) = (stage.token().await, stage.join_page().await);
        for moment in [
            "2022-11-20T10:00:00Z", "2022-11-24T22:00:00Z", "2022-11-25T12:29:59Z",
            "2022-11-25T14:00:00Z", "2022-11-25T15:00:00Z",
        ] {
            stage.at(moment);
            let answer = stage.get(&join).await;
            assert_eq!(answer.status, 200);
            // With its twin: within the window it is told there, and nowhere else.
            if moment == "2022-11-25T14:00:00Z" {
                assert!(answer.body.contains(CANARY));
            } else {
                assert_tells_nothing(&answer, &join);
            }
        }
        for moment in ["2022-11-20T10:00:00Z", "2022-11-24T22:00:00Z", "2022-11-25T14:00:00Z"] {
            stage.at(moment);
            for language in LANGUAGES {
                let event = format!("/{language}/events/{}", stage.slug);
                for path in [
                    format!("/{language}/"), event.clone(), format!("{event}/register"),
                    format!("{event}/next/registered"), format!("/events/{}", stage.slug),
                    format!("/events/{}.ics?lang={language}", stage.slug),
                    format!("/calendar.ics?lang={language}"),
                    format!("/{language}/registrations/{token}"),
                    format!("{event}/embed"), format!("/{language}/feed.atom"),
                    "/sitemap.xml".to_owned(), "/robots.txt".to_owned(),
                ] {
                    let answer = stage.get(&path).await;
                    assert!(answer.status.as_u16() < 400, "{path}: {}", answer.status);
                    assert_tells_nothing(&answer, &path);
                }
                for fields in [online("rana@example.org"), online("nobody"), Vec::new()] {
                    let answer = stage.post(&format!("{event}/registrations"), &fields).await;
                    assert_tells_nothing(&answer, "the form");
                }
            }
        }
        let meeting = stage.event().await.details.meeting.unwrap();
        assert!(meeting.link.unwrap().reveal().contains(CANARY), "there is a link to be told");
    }
}

/// The answer to the form, and the page that it leads to.
async fn both_answers(stage: &Stage, email: &str) -> (Answer, Answer) {
    let accepted = stage.register(&online(email)).await;
    let next = stage.get(accepted.header("location")).await;
    (accepted, next)
}

fn assert_tells_nothing(answer: &Answer, what: &str) {
    let unfolded = answer.body.replace("\r\n ", "");
    assert!(!unfolded.contains(CANARY), "{what} holds the link");
    assert!(
        !format!("{:?}", answer.headers).contains(CANARY),
        "{what} holds the link"
    );
}
