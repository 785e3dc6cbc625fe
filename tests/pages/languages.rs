//! Which language an address answers in, and what caches may keep of it.

use convoke::base::testing::TestDb;
use convoke::event::file;
use convoke::on_both_engines;

use crate::stage::{Answer, EVERYTHING, LANGUAGES, ROUNDTABLE, SUMMIT, Stage, edited};

on_both_engines! {
    async fn addresses_without_a_language_lead_to_the_readers(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let event = format!("/events/{}", stage.slug);
        // The reader's language, and the one that the event's own pages have of it.
        for (wanted, language, of_event) in [
            ("ar-LB,ar;q=0.9,en;q=0.5", "ar", "ar"),
            ("en", "en", "en"),
            ("ka", "ka", "en"),
            ("ru-GE,ka;q=0.5", "ru", "en"),
            ("fr-LB,ar;q=0.5", "fr", "ar"),
            ("hy", "en", "en"),
            ("", "en", "en"),
        ] {
            let addresses = [("/", format!("/{language}/")), (&event, format!("/{of_event}{event}"))];
            for (path, leads_to) in addresses {
                let answer = stage.ask("GET", path, &[("accept-language", wanted)], "").await;
                assert_eq!(answer.status, 303);
                assert_eq!(answer.header("location"), leads_to);
                assert!(varies(&answer, "accept-language"), "{path}");
            }
        }
    }

    async fn an_event_leads_to_a_language_of_its_page(test: TestDb) {
        let stage = Stage::set(test, SUMMIT).await;
        let path = format!("/events/{}", stage.slug);
        let answer = stage.ask("GET", &path, &[("accept-language", "ar")], "").await;
        assert_eq!(answer.header("location"), stage.page(""));
        // In a language that the event lacks its texts are marked.
        for (language, dir) in [("ar", "rtl"), ("fr", "ltr"), ("ka", "ltr"), ("ru", "ltr")] {
            let page = stage.get(&format!("/{language}/events/{}", stage.slug)).await;
            assert_eq!(page.attributes("html", "lang"), [language]);
            assert_eq!(page.attributes("html", "dir"), [dir]);
            assert_eq!(page.attributes("h1", "lang"), ["en"]);
            assert_eq!(page.attributes("h1", "dir"), ["ltr"]);
        }
    }

    async fn every_page_leads_to_itself_in_every_language(test: TestDb) {
        let stage = Stage::set(test, SUMMIT).await;
        for rest in ["/".to_owned(), format!("/events/{}", stage.slug)] {
            for language in LANGUAGES {
                let page = stage.get(&format!("/{language}{rest}")).await;
                let expected = LANGUAGES.map(|other| format!("/{other}{rest}"));
                assert_eq!(page.attributes(".languages a", "href"), expected);
                assert_eq!(page.attributes(".languages a", "lang"), LANGUAGES);
                let names = ["English", "العربية", "Français", "ქართული", "Русский"];
                assert_eq!(page.texts(".languages a"), names);
                assert_eq!(page.attributes(".languages [aria-current]", "lang"), [language]);
            }
        }
    }

    async fn an_unknown_language_is_nowhere(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        let calendar = format!("/events/{}.ics?lang=xx", stage.slug);
        for path in ["/xx/", "/EN/", "/hy/events/water-and-data", &calendar] {
            let answer = stage.get(path).await;
            assert_eq!(answer.status, 404, "{path}");
            assert_eq!(answer.attributes("main a.button", "href"), ["/en/"], "a next step");
        }
    }

    async fn a_calendar_file_is_in_the_language_of_its_page(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        for (language, title) in [("en", "Anti-Corruption"), ("ar", "مكافحة")] {
            let page = stage.get(&format!("/{language}/events/{}", stage.slug)).await;
            let links = page.attributes(".actions a.plain-link", "href");
            assert_eq!(links, [format!("/events/{}.ics?lang={language}", stage.slug)]);
            let home = stage.get(&format!("/{language}/")).await;
            for link in [&links[0], &home.attributes(".feed a", "href")[0]] {
                for browser in ["en", "ar"] {
                    let wanted = [("accept-language", browser)];
                    let calendar = stage.ask("GET", link, &wanted, "").await;
                    let text = calendar.body.replace("\r\n ", "");
                    let summary = text.lines().find(|line| line.starts_with("SUMMARY")).unwrap();
                    assert!(summary.contains(title), "{link}: {summary}");
                    assert!(!varies(&calendar, "accept-language"), "{link}");
                }
            }
        }
        let chosen = stage.ask("GET", "/calendar.ics", &[("accept-language", "ar")], "").await;
        assert!(chosen.body.contains("مكافحة"));
        assert!(varies(&chosen, "accept-language"));
    }

    async fn an_answer_that_is_known_is_not_sent_again(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let calendar = format!("/events/{}.ics?lang=en", stage.slug);
        let event = stage.page("");
        for path in ["/en/", &event, &calendar, "/calendar.ics"] {
            let first = stage.get(path).await;
            let tag = first.header("etag").to_owned();
            // One tag stands for the text in every encoding, so it cannot be a strong one.
            assert!(tag.starts_with("W/\""), "{tag}");
            assert!(varies(&first, "accept-encoding"), "{path}");
            let strong = tag.trim_start_matches("W/").to_owned();
            for known in [tag.clone(), strong, format!("\"other\", {tag}"), "*".to_owned()] {
                let again = stage.ask("GET", path, &[("if-none-match", &known)], "").await;
                assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""), "{path}");
                for header in ["etag", "cache-control"] {
                    assert_eq!(again.header(header), first.header(header));
                }
                assert_eq!(again.headers.get_all("vary").iter().collect::<Vec<_>>(),
                    first.headers.get_all("vary").iter().collect::<Vec<_>>());
            }
            let other = stage.ask("GET", path, &[("if-none-match", "\"other\"")], "").await;
            assert_eq!(other, first);
        }
        let page = stage.get(&event).await;
        let retitled = edited(ROUNDTABLE, "Anti-Corruption in Practice", "Another Title");
        stage.save(file::read(&retitled).unwrap()).await;
        let changed =
            stage.ask("GET", &event, &[("if-none-match", page.header("etag"))], "").await;
        assert_eq!(changed.status, 200);
        assert_ne!(changed.header("etag"), page.header("etag"));
    }
}

fn varies(answer: &Answer, by: &str) -> bool {
    let values = answer.headers.get_all("vary").iter();
    values
        .flat_map(|value| value.to_str().unwrap().split(','))
        .any(|word| word.trim().eq_ignore_ascii_case(by))
}
