//! Reminders are stopped by a mailbox provider's robot or by a reader, and nothing else is.

use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::{RegistrationState, Seats, taken_seats};

use crate::stage::{Answer, ROUNDTABLE, Stage, edited, online};

const FORM: &str = "application/x-www-form-urlencoded";
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

on_both_engines! {
    async fn bulk_04_a_robots_post_stops_reminders_and_frees_no_seat(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let path = path(&stage).await;
        let (before, taken) = (stage.everything().await, seats(&stage).await);
        let multipart = "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n";
        let mut after = None;
        for (content_type, body) in [
            (FORM, ONE_CLICK), ("multipart/form-data; boundary=x", multipart),
            ("text/plain", ONE_CLICK), (FORM, ""),
        ] {
            let answer = stage.ask("POST", &path, &[("content-type", content_type)], body).await;
            assert_eq!(answer.status, 200, "{content_type}: {body}");
            assert_eq!(answer.texts("h1"), ["You get no more reminders"]);
            assert_secret(&answer);
            let now = stage.everything().await;
            assert_ne!(now, before, "it is written down");
            assert_eq!(*after.get_or_insert(now.clone()), now, "once");
        }
        let registration = stage.registrations().await.remove(0);
        assert_eq!(registration.state, RegistrationState::Confirmed);
        assert_eq!(seats(&stage).await, taken);
    }

    async fn bulk_04_a_reader_stops_reminders_and_has_them_again(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let path = path(&stage).await;
        let own = path.trim_end_matches("/reminders");
        let sections = stage.get(own).await.texts(".panel h2");
        assert_eq!(sections, ["What you entered", "Reminders"]);
        for (wish, opposite, title) in [
            ("stop", "resume", "You get no more reminders"),
            ("resume", "stop", "You get reminders of this event"),
        ] {
            for page in [own, &path] {
                let page = stage.get(page).await;
                let offered = page.attributes("form[method=post] button[name=reminders]", "value");
                assert_eq!(offered, [wish]);
                let actions = page.attributes("form[method=post]", "action");
                assert!(actions.contains(&path), "{actions:?}");
            }
            for _ in 0..2 {
                let answer = stage.post(&path, &[("reminders", wish)]).await;
                assert_eq!((answer.status.as_u16(), answer.header("location")), (303, path.as_str()));
                let page = stage.get(&path).await;
                assert_eq!(page.texts("h1"), [title]);
                assert_eq!(page.attributes("button[name=reminders]", "value"), [opposite]);
                assert_secret(&page);
            }
        }
    }

    async fn s_25_who_has_them_again_and_again_is_stopped_and_can_always_stop_them(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let path = path(&stage).await;
        let mut refused = 0;
        for _ in 0..32 {
            assert_eq!(stage.post(&path, &[("reminders", "stop")]).await.status, 303);
            refused += usize::from(stage.post(&path, &[("reminders", "resume")]).await.status == 429);
        }
        assert_eq!(refused, 2);
    }

    async fn s_06_another_sites_page_cannot_stop_them(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let before = stage.everything().await;
        let headers = [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")];
        let answer = stage.ask("POST", &path(&stage).await, &headers, ONE_CLICK).await;
        assert_eq!(answer.status, 403);
        assert_eq!(stage.everything().await, before);
    }

    async fn own_pages_offer_reminders_only_while_some_may_come(test: TestDb) {
        let file = edited(ROUNDTABLE, "[meeting]", "[mail]\nreminders = []\n\n[meeting]");
        let stage = Stage::set(test, &file).await;
        stage.register(&online("rana@example.org")).await;
        let own = format!("/en/registrations/{}", stage.token().await);
        assert_eq!(offers(&stage, &own).await, 0, "none go");
        let details = convoke::event::file::read(ROUNDTABLE).unwrap();
        stage.save(details).await;
        assert_eq!(offers(&stage, &own).await, 1);
        stage.at("2022-11-25T13:00:00Z");
        assert_eq!(offers(&stage, &own).await, 0, "it has started");
        stage.at("2022-11-20T10:00:00Z");
        stage.post(&format!("{own}/withdraw"), &[]).await;
        assert_eq!(offers(&stage, &own).await, 0, "withdrawn");
    }
}

async fn path(stage: &Stage) -> String {
    format!("/en/registrations/{}/reminders", stage.token().await)
}

async fn seats(stage: &Stage) -> Seats {
    let event = stage.event().await;
    taken_seats(&mut stage.begin().await, event.id)
        .await
        .unwrap()
}

async fn offers(stage: &Stage, own: &str) -> usize {
    let page = stage.get(own).await;
    assert_eq!(page.status, 200);
    page.texts("button[name=reminders]").len()
}

fn assert_secret(answer: &Answer) {
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
    assert!(!answer.headers.contains_key("set-cookie"));
    assert!(!answer.headers.contains_key("location"));
}
