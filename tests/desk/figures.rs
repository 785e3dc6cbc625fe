//! Figures and the report of an event.

use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::event::{Mode, file};
use convoke::on_both_engines;
use convoke::registration::{self, Outcome, Request};
use convoke::retention;
use scraper::Html;

use crate::people::{register, request};
use crate::stage::Stage;

on_both_engines! {
    async fn u_15_the_figures_say_who_registered_and_their_tables_say_the_same(test: TestDb) {
        let stage = Stage::set(test).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        for (number, language) in ["en", "en", "ar"].into_iter().enumerate() {
            register(&stage, number, language, None, "newsletter").await;
        }
        register(&stage, 9, "ar", None, "").await;
        let page = organiser.get(&stage.page("/figures")).await;
        assert_eq!(page.status, 200, "{}", page.body());
        assert_eq!(page.texts(".box > h2"), [
            "Registrations by day", "By state", "By language", "By way of attending",
            "By link followed",
        ]);
        assert_eq!(page.texts("svg > title").len(), 5);
        assert_eq!(page.texts("svg > desc").len(), 5);
        assert!(page.body().contains("chart-moment"), "the closing line");
        let languages = "section[aria-labelledby=figure-languages]";
        assert_eq!(page.texts(&format!("{languages} tbody th")), ["Arabic", "English"]);
        assert_eq!(page.texts(&format!("{languages} tbody td")), ["2", "50", "2", "50"]);
        let sources = page.texts("section[aria-labelledby=figure-sources] tbody th");
        assert_eq!(sources, ["newsletter", "No particular link"]);
    }

    async fn u_15_each_chart_is_a_file_complete_in_itself(test: TestDb) {
        let stage = Stage::set(test).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        register(&stage, 1, "en", None, "").await;
        let page = organiser.get(&stage.page("/figures")).await;
        let files = page.attributes("a[download]", "href");
        assert_eq!(files.len(), 8);
        for path in files {
            let file = organiser.get(&path).await;
            assert_eq!(file.status, 200, "{path}");
            assert!(file.header("content-disposition").starts_with("attachment; "), "{path}");
            if path.ends_with(".svg") {
                assert_eq!(file.header("content-type"), "image/svg+xml");
                assert!(file.body().starts_with("<?xml"), "{}", file.body());
                assert!(!file.body().contains("<style") && !file.body().contains("href"));
                assert!(Html::parse_fragment(file.body()).errors.len() < 3, "{path}");
            } else {
                assert!(file.body().starts_with('\u{FEFF}'), "{path}");
            }
        }
        for path in ["/figures/days.png", "/figures/days", "/figures/names.csv"] {
            assert_eq!(organiser.get(&stage.page(path)).await.status, 404, "{path}");
        }
    }

    async fn a_07_charts_are_mirrored_for_who_reads_from_right_to_left(test: TestDb) {
        let stage = Stage::set(test).await;
        let nadine = stage.employ("nadine@institute.example", Role::Organiser).await;
        stage.speaks(&nadine, "ar").await;
        let browser = stage.browser_of(&nadine).await;
        register(&stage, 1, "ar", None, "").await;
        let page = browser.get(&stage.page("/figures")).await;
        assert_eq!(page.attributes("html", "dir"), ["rtl"]);
        assert_eq!(page.attributes("svg", "direction"), vec!["rtl"; 4]);
        let file = browser.get(&stage.page("/figures/languages.svg")).await;
        assert!(file.body().contains("direction=\"rtl\""), "{}", file.body());
    }

    async fn u_20_figures_of_nobody_say_what_to_do(test: TestDb) {
        let stage = Stage::set(test).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let page = organiser.get(&stage.page("/figures")).await;
        assert_eq!(page.texts(".empty-state .button"), ["Open the page of the event"]);
        assert_eq!(page.texts("svg").len(), 0);
        assert_eq!(organiser.get(&stage.page("/figures/days.svg")).await.status, 404);
    }

    async fn u_15_the_shared_report_hides_small_groups(test: TestDb) {
        let stage = Stage::set(test).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        for number in 0..9 {
            register(&stage, number, "en", None, "").await;
        }
        for number in 20..24 {
            register(&stage, number, "ar", None, "").await;
        }
        let full = organiser.get(&stage.page("/report")).await;
        assert_eq!(full.texts("h1").len(), 1);
        let cells = |page: &crate::stage::Answer| page.texts(".report-chart tbody td");
        assert_eq!(cells(&full), ["13", "100", "9", "69", "4", "31"]);
        assert_eq!(full.texts(".report-numbers dd"), ["13", "13", "0"]);
        let shared = organiser.get(&stage.page("/report?shared=1")).await;
        assert_eq!(cells(&shared), ["13", "100", "not shown", "not shown"]);
        assert!(!shared.texts(".report svg").concat().contains("Arabic"));
        assert!(!shared.texts(".report svg").concat().contains(" 4"));
    }

    async fn u_15_who_came_is_told_by_session_and_small_groups_are_not_shared(test: TestDb) {
        let mut details = file::read(include_str!("../samples/summit.toml")).unwrap();
        details.terms.per_session = None;
        let stage = Stage::set_with(test, details).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        stage.test.clock.set("2022-11-20T10:00:00Z".parse().unwrap());
        for number in 0..12 {
            come(&stage, number, if number < 6 { &[0] } else { &[] }).await;
        }
        for number in 20..23 {
            come(&stage, number, &[0, 1]).await;
        }
        let organiser_again = stage.signed_in(Role::Organiser).await;
        let page = organiser_again.get(&stage.page("/figures")).await;
        let cells = |page: &crate::stage::Answer, of: &str| page.texts(&format!("{of} td"));
        assert_eq!(cells(&page, "[aria-labelledby=figure-sessions]"), ["15", "9", "60", "15", "3", "20"]);
        let full = organiser_again.get(&stage.page("/report")).await;
        assert_eq!(cells(&full, ".report-sessions"), ["15", "9", "60", "15", "3", "20"]);
        let shared = organiser_again.get(&stage.page("/report?shared=1")).await;
        assert_eq!(cells(&shared, ".report-sessions"),
            ["15", "9", "60", "15", "not shown", "not shown"]);
        drop(organiser);
        // The figures stay when the registrations go, told as they may be shared.
        stage.test.clock.set("2023-03-01T10:00:00Z".parse().unwrap());
        let mut tx = stage.begin().await;
        while retention::is_due(&mut tx).await.unwrap() {
            retention::look(&mut tx, &stage.key).await.unwrap();
        }
        tx.commit().await.unwrap();
        let organiser = stage.signed_in(Role::Organiser).await;
        let page = organiser.get(&stage.page("/figures")).await;
        assert_eq!(cells(&page, "[aria-labelledby=figure-sessions]"),
            ["15", "9", "60", "15", "not shown", "not shown"]);
    }
}

/// Somebody registers for the room and comes to `sessions`.
async fn come(stage: &Stage, number: usize, sessions: &[usize]) {
    let email = format!("guest-{number}@example.org");
    let request = Request {
        mode: Mode::InPerson,
        ..request(&email, None, "")
    };
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let outcome = registration::register(&mut tx, &stage.key, &event, &request, None).await;
    assert!(matches!(outcome.unwrap(), Outcome::Accepted(_)));
    let id = registration::of_address(&mut tx, event.id, &request.email)
        .await
        .unwrap();
    let known = registration::load(&mut tx, id.unwrap())
        .await
        .unwrap()
        .unwrap();
    for session in sessions {
        let session = event.session_ids[*session];
        registration::check_in(&mut tx, &event, &known, session, "operator")
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}
