//! What pages keep to themselves, and what they say of what is kept.

use convoke::base::testing::TestDb;
use convoke::event::{Visibility, file};
use convoke::on_both_engines;
use scraper::Html;

use crate::stage::{Answer, EVERYTHING, ROUNDTABLE, Stage, edited, online};

/// A title that stands nowhere else.
const TITLE: &str = "Unspeakable matters";

async fn sensitive(test: TestDb) -> Stage {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.title = convoke::base::language::Localised::One(TITLE.to_owned());
    details.visibility = Some(Visibility::Sensitive);
    Stage::set_details(test, details).await
}

fn head(answer: &Answer) -> &str {
    answer.body.split("</head>").next().unwrap()
}

on_both_engines! {
    async fn p_10_no_page_of_a_sensitive_event_names_it_in_its_head(test: TestDb) {
        let stage = sensitive(test).await;
        stage.register(&online("rana@example.org")).await;
        let own = format!("/en/registrations/{}", stage.token().await);
        for path in [
            stage.page(""), stage.page("/register"), stage.page("/your-data"),
            stage.page("/next/registered"), own.clone(), format!("{own}/reminders"),
        ] {
            let page = stage.get(&path).await;
            assert_eq!(page.status, 200, "{path}");
            let head = head(&page);
            assert!(!head.contains(TITLE) && !head.contains("Levant"), "{path}: {head}");
            assert!(head.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            for word in ["og:", "ld+json", "rel=\"icon\""] {
                assert!(!head.contains(word), "{path}: {word}");
            }
            assert!(page.body.contains("Leave this page"), "{path}");
            assert!(page.body.contains("stays in the history"), "{path}: its limits");
        }
        let file = stage.get(&format!("/events/{}.ics?lang=en", stage.slug)).await;
        assert!(!file.body.replace("\r\n ", "").contains(TITLE), "{}", file.body);
        assert!(file.body.contains("Your registration"));
        let list = stage.get("/en/").await;
        assert!(!list.body.contains(TITLE));
    }

    async fn p_10_of_another_event_its_pages_tell(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let title = stage.event().await.details.title;
        let page = stage.get(&stage.page("")).await;
        let title = title.pick(&"en".parse().unwrap(), &[]).unwrap().text.clone();
        let told = Html::parse_document(head(&page)).root_element().text().collect::<String>();
        assert!(told.contains(&title), "{told}");
        assert!(!page.body.contains("Leave this page"));
    }

    async fn p_01_the_default_form_asks_for_name_and_address(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.format = convoke::event::Format::Online;
        details.venue = None;
        details.interpretation = Vec::new();
        details.terms = convoke::event::Terms {
            closes: details.terms.closes,
            ..Default::default()
        };
        let stage = Stage::set_details(test, details).await;
        let page = stage.get(&stage.page("/register")).await;
        let document = Html::parse_document(&page.body);
        let inputs = scraper::Selector::parse("form input, form select, form textarea").unwrap();
        let names: Vec<&str> = document
            .select(&inputs)
            .filter(|input| input.attr("type") != Some("hidden"))
            .filter_map(|input| input.attr("name"))
            .collect();
        // The last is a trap for programs.
        assert_eq!(names, ["name", "email", "website"]);
    }

    async fn p_05_a_page_says_what_is_kept_how_long_and_for_whom(test: TestDb) {
        let stage = Stage::set(test, EVERYTHING).await;
        let event = stage.event().await;
        let days = event.details.retention().delta().num_days().to_string();
        for language in ["en", "ar"] {
            let page = stage.get(&format!("/{language}/events/{}/your-data", stage.slug)).await;
            assert_eq!(page.status, 200, "{language}");
            assert!(page.body.contains(&days), "{language}: {days} days");
            let terms = &event.details.terms;
            for field in &terms.fields {
                let purpose = field.purpose.pick(&language.parse().unwrap(), &event.details.text_order());
                let purpose = &purpose.unwrap().text;
                assert!(text_of(&page).contains(purpose.as_str()), "{language}: {purpose}");
            }
        }
    }

    async fn p_05_the_page_and_the_form_lead_there_and_say_until_when(test: TestDb) {
        let file = edited(ROUNDTABLE, "languages", "retention = \"12d\"\nlanguages");
        let stage = Stage::set(test, &file).await;
        for rest in ["", "/register"] {
            let page = stage.get(&stage.page(rest)).await;
            assert!(page.body.contains(&format!("href=\"/en/events/{}/your-data\"", stage.slug)), "{rest}");
        }
        let page = stage.get(&stage.page("/register")).await;
        assert!(text_of(&page).contains("12 days"), "{}", text_of(&page));
    }
}

fn text_of(page: &Answer) -> String {
    Html::parse_document(&page.body)
        .root_element()
        .text()
        .collect()
}
