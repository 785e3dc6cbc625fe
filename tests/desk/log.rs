//! The log: who did what, in words.

use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::event::{self, SaveOptions, file};
use convoke::on_both_engines;

use crate::people::register;
use crate::stage::{ROUNDTABLE, Stage};

on_both_engines! {
    async fn f_17_the_log_tells_who_changed_what_before_and_after(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let owner = stage.browser_of(&maya).await;
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.contact = Some("questions@institute.example".parse().unwrap());
        let mut tx = stage.begin().await;
        let (sender, actor) = ("x@x.example".parse().unwrap(), maya.id.to_string());
        let options = SaveOptions { actor: &actor, ..SaveOptions::default() };
        event::save(&mut tx, &stage.key, stage.organisation, &sender, details, options)
            .await.unwrap();
        tx.commit().await.unwrap();
        register(&stage, 1, "en", Some("Canary Institute"), "").await;

        let log = owner.get(&stage.page("/log")).await;
        assert_eq!(log.status, 200, "{}", log.body());
        assert_eq!(log.texts(".log-what > p:first-child > strong"),
            ["An attendee", "maya@institute.example", "The operator"]);
        assert_eq!(log.texts(".log-changes dt"), ["Contact"]);
        assert_eq!(log.texts(".log-changes ins"), ["questions@institute.example"]);
        assert_eq!(log.texts(".log-details dd"), ["Online", "Confirmed", "Published", "Published"]);
        for canary in ["Rana", "guest-1@", "Canary"] {
            assert!(!log.body().contains(canary), "{canary}");
        }
        let only = owner.get(&stage.page("/log?action=event_made&actor=operator")).await;
        assert_eq!(only.texts(".log-line").len(), 1);
        let none = owner.get(&stage.page("/log?actor=attendee&action=event_made")).await;
        assert_eq!(none.texts(".empty-state h2"), ["Nothing was done that fits"]);

        let all = owner.get("/organise/log").await;
        assert_eq!(all.texts(".log-line").len(), 5, "{:?}", all.texts(".log-line"));
        assert_eq!(all.attributes(".log-event a", "href"), vec![stage.page("/log"); 3]);
    }

    async fn f_17_a_long_log_has_pages_and_a_long_line_a_page_of_its_own(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        for number in 0..30 {
            register(&stage, number, "en", None, "").await;
        }
        let mut details = file::read(ROUNDTABLE).unwrap();
        for session in &mut details.sessions {
            session.lineup.clear();
        }
        details.hosts.clear();
        stage.save_in(stage.organisation, details).await;
        let log = owner.get(&stage.page("/log")).await;
        assert_eq!(log.texts(".log-line").len(), 25);
        let next = log.attributes(".pager a", "href").remove(0);
        let earlier = owner.get(&next).await;
        assert_eq!(earlier.texts(".log-line").len(), 7);
        assert_eq!(earlier.texts(".pager a").len(), 0);
        let whole = log.attributes(".log-what a", "href").remove(0);
        let line = owner.get(&whole).await;
        assert_eq!(line.texts(".log-line").len(), 1);
        assert!(line.texts(".log-changes dt").len() > 10);
        let nobodys = owner.get(&stage.page("/log?line=0187f2a0-0000-7000-8000-000000000000")).await;
        assert_eq!(nobodys.texts(".log-line").len(), 0);
    }

    async fn f_17_one_word_of_a_file_is_said_by_what_it_means_where_it_stands(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let owner = stage.browser_of(&maya).await;
        let mut details = file::read(ROUNDTABLE).unwrap();
        let quiet = "from = \"22:00\"\nto = \"08:00\"";
        assert!(!ROUNDTABLE.contains(quiet));
        let mail = details.mail.get_or_insert_default();
        mail.quiet_hours = Some(event::QuietHours {
            from: chrono::NaiveTime::from_hms_opt(22, 0, 0).unwrap(),
            to: chrono::NaiveTime::from_hms_opt(8, 0, 0).unwrap(),
        });
        details.interpretation[0].to = "fr".parse().unwrap();
        details.hosts[0].link = Some("https://host.example".parse().unwrap());
        stage.save_in(stage.organisation, details).await;
        let said = owner.get(&stage.page("/log")).await.texts(".log-changes dt");
        for words in [
            "Interpretation › 1 › Into",
            "Mail › Quiet hours › Begin",
            "Mail › Quiet hours › End",
            "Host › 1 › Web site",
        ] {
            assert!(said.iter().any(|field| field == words), "{words} of {said:?}");
        }
    }
}
