//! Being found: what search engines, readers of feeds and other sites are told.

use convoke::base::testing::TestDb;
use convoke::event::{Details, Visibility, file};
use convoke::on_both_engines;
use serde_json::Value;

use crate::stage::{Answer, EVERYTHING, LANGUAGES, ROUNDTABLE, SUMMIT, Stage, edited};
use crate::vocabulary::{Vocabulary, Wishes, lacking};

const HOST: &str = "https://events.example.org";

/// The event with everything, as if it were for the public.
fn everything() -> Details {
    let mut details = file::read(EVERYTHING).unwrap();
    details.visibility = None;
    for session in &mut details.sessions {
        for (number, appearance) in session.lineup.iter_mut().enumerate() {
            appearance.name = Some(convoke::base::language::Localised::One(format!(
                "Guest {number}"
            )));
            appearance.state = None;
        }
    }
    details
}

fn linked(page: &Answer) -> Vec<Value> {
    let blocks = page.texts("script[type='application/ld+json']");
    blocks
        .iter()
        .map(|block| serde_json::from_str(block).unwrap())
        .collect()
}

on_both_engines! {
    async fn f_20_an_event_says_to_search_engines_all_that_they_ask_for(test: TestDb) {
        let stage = Stage::set_details(test, everything()).await;
        let (vocabulary, wishes) = (Vocabulary::of_schema_org(), Wishes::of_google());
        for file in [everything(), file::read(ROUNDTABLE).unwrap(), file::read(SUMMIT).unwrap()] {
            let slug = file.slug.clone();
            let opens_at = if slug == stage.slug { "2026-12-01T10:00:00Z" } else { "2022-11-20T10:00:00Z" };
            stage.save(file).await;
            stage.at(opens_at);
            for language in ["en", "ar"] {
                let page = stage.get(&format!("/{language}/events/{slug}")).await;
                let events = linked(&page);
                assert_eq!(events.len(), 1, "{slug}");
                let event = &events[0];
                assert_eq!(event["@context"], "https://schema.org");
                assert_eq!(vocabulary.faults(event, "event"), Vec::<String>::new());
                assert_eq!(lacking(event, &wishes.required), Vec::<&str>::new(), "{slug}");
                for session in event["subEvent"].as_array().into_iter().flatten() {
                    assert_eq!(lacking(session, &wishes.required), Vec::<&str>::new(), "{slug}");
                }
            }
        }
        let whole = stage.get(&format!("/en/events/{}", stage.slug)).await;
        stage.at("2026-12-01T10:00:00Z");
        let event = linked(&stage.get(&format!("/en/events/{}", stage.slug)).await).remove(0);
        assert_eq!(lacking(&event, &wishes.recommended), Vec::<&str>::new());
        assert_eq!(whole.status, 200);
        assert_eq!(event["inLanguage"], serde_json::json!(["fr", "ar"]));
        assert_eq!(event["eventAttendanceMode"], "https://schema.org/MixedEventAttendanceMode");
        assert_eq!(event["startDate"], "2026-12-10T15:00:00+01:00");
        assert_eq!(event["sponsor"][0]["name"], "Example Foundation");
        assert_eq!(event["subEvent"].as_array().unwrap().len(), 2);
        let online = &event["location"][1];
        assert_eq!(online["url"], format!("{HOST}/en/events/{}", stage.slug), "never the meeting");
        assert_eq!(event["offers"]["availability"], "https://schema.org/InStock");
        assert_eq!(event["offers"]["validThrough"], "2026-12-08T23:59:00+01:00");
    }

    async fn f_20_what_became_of_an_event_is_told_and_no_way_in_that_is_none(test: TestDb) {
        let stage = Stage::set_details(test, everything()).await;
        let path = stage.page("");
        stage.at("2026-12-09T10:00:00Z");
        assert_eq!(linked(&stage.get(&path).await)[0].get("offers"), None, "closed");
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        convoke::event::cancel(&mut tx, &event, convoke::event::OPERATOR, None).await.unwrap();
        tx.commit().await.unwrap();
        let called_off = linked(&stage.get(&path).await).remove(0);
        assert_eq!(called_off["eventStatus"], "https://schema.org/EventCancelled");
        assert_eq!(called_off["subEvent"][0]["eventStatus"], "https://schema.org/EventCancelled");
    }

    async fn s_14_what_organisers_type_stays_within_the_data(test: TestDb) {
        let hostile = "</script><script>alert(1)</script><!-- \u{2028}";
        let mut details = everything();
        details.title = convoke::base::language::Localised::One(hostile.to_owned());
        let stage = Stage::set_details(test, details).await;
        let page = stage.get(&stage.page("")).await;
        let event = linked(&page).remove(0);
        assert_eq!(event["name"], hostile);
        assert_eq!(page.attributes("meta[property='og:title']", "content"), [hostile]);
        let block = page.body.split("ld+json\">").nth(1).unwrap();
        let block = block.split("</script>").next().unwrap();
        assert!(!block.contains(['<', '>', '&', '\u{2028}']), "{block}");
    }

    async fn each_page_names_itself_and_its_other_languages(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        for language in ["en", "ar"] {
            let page = stage.get(&format!("/{language}/events/{}", stage.slug)).await;
            let here = format!("{HOST}/{language}/events/{}", stage.slug);
            assert_eq!(page.attributes("link[rel=canonical]", "href"), std::slice::from_ref(&here));
            assert_eq!(page.attributes("meta[property='og:url']", "content"), [here]);
            assert_eq!(
                page.attributes("link[rel=alternate][hreflang]", "hreflang"),
                ["en", "ar", "x-default"]
            );
            let chooser = page.attributes("link[hreflang=x-default]", "href");
            assert_eq!(chooser, [format!("{HOST}/events/{}", stage.slug)]);
            let image = page.attributes("meta[property='og:image']", "content").remove(0);
            let image = stage.ask_octets(image.strip_prefix(HOST).unwrap()).await;
            assert_eq!(image.0, "image/png");
            assert!(image.1.starts_with(b"\x89PNG"));
        }
        let summit = file::read(SUMMIT).unwrap();
        let slug = summit.slug.clone();
        stage.save(summit).await;
        let copy = stage.get(&format!("/ar/events/{slug}")).await;
        assert_eq!(copy.attributes("link[rel=canonical]", "href"), [format!("{HOST}/en/events/{slug}")]);
    }

    async fn p_10_p_12_only_listed_events_are_found(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let feed = "/en/feed.atom";
        let lists = [feed, "/sitemap.xml", "/en/", "/calendar.ics?lang=en"];
        let names = |answer: &Answer| answer.body.replace("\r\n ", "").contains(&stage.slug.to_string());
        for path in lists {
            assert!(names(&stage.get(path).await), "{path}");
        }
        for visibility in [Visibility::Unlisted, Visibility::Sensitive] {
            let mut details = file::read(ROUNDTABLE).unwrap();
            details.visibility = Some(visibility);
            details.embed = Some(vec!["https://partner.example".to_owned()]);
            stage.save(details).await;
            for path in lists {
                assert!(!names(&stage.get(path).await), "{path} {visibility}");
            }
            let page = stage.get(&stage.page("")).await;
            let is_sensitive = visibility == Visibility::Sensitive;
            assert_eq!(linked(&page), Vec::<Value>::new(), "{visibility}");
            assert_eq!(page.attributes("link[hreflang]", "href"), Vec::<String>::new());
            assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
            let cards = page.attributes("meta[property^=og]", "content");
            assert_eq!(cards.is_empty(), is_sensitive, "{visibility}");
            let embedded = stage.get(&stage.page("/embed")).await;
            assert_eq!(embedded.status.as_u16(), if is_sensitive { 404 } else { 200 });
        }
    }

    async fn u_8_only_the_sites_named_may_frame_the_light_page(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let policy = |answer: &Answer| answer.header("content-security-policy").to_owned();
        let nobody = stage.get(&stage.page("/embed")).await;
        assert!(policy(&nobody).contains("frame-ancestors 'none';"), "{}", policy(&nobody));
        let mut details = file::read(ROUNDTABLE).unwrap();
        let sites = ["https://partner.example", "https://news.example:8443"].map(str::to_owned);
        details.embed = Some(sites.to_vec());
        stage.save(details).await;
        for language in ["en", "ar"] {
            let page = stage.get(&format!("/{language}/events/{}/embed", stage.slug)).await;
            let framed = "frame-ancestors https://partner.example https://news.example:8443;";
            assert!(policy(&page).contains(framed), "{}", policy(&page));
            assert_eq!(policy(&page).matches("frame-ancestors").count(), 1);
            assert!(page.headers.get("set-cookie").is_none());
            // Every way out opens in a window of its own, and the form is complete there.
            let ways = page.attributes("main a", "href");
            assert_eq!(page.attributes("main a", "target"), vec!["_blank"; ways.len()]);
            assert_eq!(ways[0], format!("{HOST}/{language}/events/{}/register", stage.slug));
            assert_eq!(page.attributes("form, iframe, input", "name"), Vec::<String>::new());
        }
        for rest in ["", "/register"] {
            let other = stage.get(&stage.page(rest)).await;
            assert!(policy(&other).contains("frame-ancestors 'none';"), "{rest}");
        }
    }

    async fn the_feed_is_atom_and_names_no_event_twice(test: TestDb) {
        let file = edited(ROUNDTABLE, "Ali Taha", "Ali & <Taha>");
        let stage = Stage::set(test, &file).await;
        stage.save(file::read(SUMMIT).unwrap()).await;
        for language in ["en", "ar"] {
            let feed = stage.get(&format!("/{language}/feed.atom")).await;
            assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
            let ids: Vec<&str> = feed.body.split("<id>").skip(1).collect();
            assert_eq!(ids.len(), 3, "the feed and two events");
            assert!(ids[1].starts_with("tag:institute.example,"), "{}", ids[1]);
            let again = [("if-none-match", feed.header("etag"))];
            let same = stage.ask("GET", &format!("/{language}/feed.atom"), &again, "").await;
            assert_eq!(same.status, 304);
        }
        assert_eq!(stage.get("/xx/feed.atom").await.status, 404);
        let map = stage.get("/sitemap.xml").await;
        let lists = LANGUAGES.len();
        assert_eq!(map.body.matches("<loc>").count(), lists + 2 + 1, "lists, and two events' pages");
        let robots = stage.get("/robots.txt").await;
        assert!(robots.body.contains(&format!("Sitemap: {HOST}/sitemap.xml")));
    }

    async fn f_08_a_past_page_stays_true_when_somebody_changes_jobs(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.at("2023-06-01T10:00:00Z");
        let before = stage.get(&stage.page("")).await;
        assert!(before.body.contains("Tinatin Khidasheli"));
        let mut tx = stage.begin().await;
        let changed = tx
            .query(convoke::base::db::Sql::new(
                "UPDATE person SET details = json_set(details, '$.position', 'Minister')",
                "UPDATE person SET details = jsonb_set(details, '{position}', '\"Minister\"')",
            ))
            .execute()
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert!(changed > 0, "the directory knows them");
        let after = stage.get(&stage.page("")).await;
        assert_eq!(after.body, before.body);
    }
}
