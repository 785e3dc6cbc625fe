//! Pages from memory: never another page than the database would give, but for the tenth of a second in
//! which a node does not ask.

use chrono::TimeDelta;
use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::Db;
use convoke::base::testing::TestDb;
use convoke::event::{Details, file};
use convoke::on_both_engines;

use crate::stage::{Answer, ROUNDTABLE, Stage, edited, online};

/// The roundtable under another title.
fn titled(title: &str) -> Details {
    let was = "en = \"Anti-Corruption in Practice:";
    file::read(&edited(ROUNDTABLE, was, &format!("en = \"{title}:"))).unwrap()
}

fn is_titled(page: &Answer, title: &str) -> bool {
    page.body.contains(&format!("{title}: Exploring"))
}

/// Another node with the same database, under the same clock.
async fn another(stage: &Stage) -> Db {
    let clock = Clock::Fixed(stage.test.clock.clone());
    Db::open(&stage.test.url, clock, Chance::seeded(2))
        .await
        .unwrap()
}

on_both_engines! {
    async fn r_16_what_a_node_writes_shows_on_its_pages_at_once(test: TestDb) {
        let stage = Stage::set_details(test, titled("First")).await;
        let pages = ["/en/".to_owned(), stage.page(""), stage.page("/embed")];
        for page in &pages {
            assert!(is_titled(&stage.get(page).await, "First"), "{page}");
        }
        stage.save(titled("Second")).await;
        for page in &pages {
            assert!(is_titled(&stage.get(page).await, "Second"), "{page}");
        }
    }

    async fn r_16_what_another_node_writes_shows_a_moment_later(test: TestDb) {
        let stage = Stage::set_details(test, titled("First")).await;
        let pages = ["/en/".to_owned(), stage.page(""), stage.page("/embed")];
        let mut before = Vec::new();
        for page in &pages {
            before.push(stage.get(page).await);
        }
        stage.save_by(&another(&stage).await, titled("Second")).await;
        for (page, before) in pages.iter().zip(&before) {
            assert_eq!(stage.get(page).await.body, before.body, "{page} comes from memory");
        }
        stage.test.clock.advance(TimeDelta::milliseconds(100));
        for (page, before) in pages.iter().zip(&before) {
            let after = stage.get(page).await;
            assert!(is_titled(&after, "Second"), "{page}");
            assert_ne!(after.header("etag"), before.header("etag"), "{page}");
        }
    }

    async fn r_16_a_form_is_judged_by_the_event_that_another_node_wrote(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let event = stage.get(&stage.page("")).await;
        assert!(event.body.contains("/register"));
        let asked = "[[registration.field]]\nname = \"organisation\"\nrequired = true\npurpose = \"To know who comes.\"\n\n[meeting]";
        let now = edited(ROUNDTABLE, "[meeting]", asked);
        stage.save_by(&another(&stage).await, file::read(&now).unwrap()).await;
        let answer = stage.register(&online("rana@example.org")).await;
        assert_eq!(answer.status, 422, "it asks for the organisation since");
        let mut whole = online("rana@example.org");
        whole.push(("organisation", "Levant Institute"));
        assert_eq!(stage.register(&whole).await.status, 303);
    }

    async fn an_event_is_full_with_its_last_place(test: TestDb) {
        let one = edited(ROUNDTABLE, "online = 300, in_person = 25", "online = 1, in_person = 1");
        let stage = Stage::set_details(test, file::read(&one).unwrap()).await;
        let open = stage.get(&stage.page("")).await;
        assert_eq!(stage.register(&online("rana@example.org")).await.status, 303);
        assert_eq!(stage.get(&stage.page("")).await.body, open.body, "there is a place in the room");
        let in_the_room = [("name", "Omar"), ("email", "omar@example.org"), ("mode", "in_person")];
        assert_eq!(stage.register(&in_the_room).await.status, 303);
        let full = stage.get(&stage.page("")).await;
        assert_ne!(open.body, full.body);
        assert_eq!(stage.get(&stage.page("")).await, full, "and stays so");
    }
}
