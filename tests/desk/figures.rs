//! Figures and the report of an event.

use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use scraper::Html;

use crate::people::register;
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
}
