//! Partners who invite, as those see it who come by their links, and as they themselves see what came of them (F-13,
//! P-13, P-18).

use convoke::base::id::Id;
use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::partner::{self, PartnerLink, Wish};
use convoke::event::{Consent, Details, Rules, file};
use convoke::on_both_engines;

use crate::stage::{Answer, LANGUAGES, ROUNDTABLE, Stage, online};

/// What nobody may find who was not agreed to be told.
const CANARY: &str = "Zebedea Quillfeather";

on_both_engines! {
    async fn f_13_the_form_says_whose_link_was_followed_and_what_the_partner_is_told(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let (link, counts) = (made(&stage, None, true).await, made(&stage, None, false).await);
        for language in LANGUAGES {
            let page = |query: String| {
                let path = format!("/{language}/events/{}/register{query}", stage.slug);
                let stage = &stage;
                async move { stage.get(&path).await }
            };
            let plain = page(String::new()).await;
            assert_eq!(plain.texts(".panel").len(), 0, "{language}");
            let shares = page(format!("?source={}", link.source)).await;
            let said = shares.texts(".panel").concat();
            let name = if language == "ar" { "المعهد الديمقراطي الوطني" } else { "National Democratic Institute" };
            assert!(said.contains(name), "{language}: {said}");
            assert!(said.contains("may know that I come"), "{language}: {said}");
            let counted = page(format!("?source={}", counts.source)).await.texts(".panel").concat();
            assert!(counted.contains(name) && !counted.contains("may know"), "{language}: {counted}");
            assert_eq!(shares.attributes("[name=source]", "value"), [link.source.to_string()]);
            assert_eq!(shares.attributes("[name=partner_consent]", "value"), ["share"]);
            assert_eq!(shares.header("cache-control"), "no-store");
        }
    }

    async fn f_13_one_address_leads_each_reader_to_the_form(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let address = format!("/events/{}?source={}", stage.slug, link.source);
        for (accepted, language) in [("ar", "ar"), ("en;q=0.9, fr", "en")] {
            let answer = stage.ask("GET", &address, &[("accept-language", accepted)], "").await;
            assert_eq!(answer.status, 303);
            let form = format!("/{language}/events/{}/register?source={}", stage.slug, link.source);
            assert_eq!(answer.header("location"), form);
        }
        // The event's page is the same for everybody.
        let page = stage.page("");
        let followed = stage.get(&format!("{page}?source={}", link.source)).await;
        assert_eq!(followed.body, stage.get(&page).await.body);
        assert!(!followed.body.contains(&link.source.to_string()));
    }

    async fn f_13_a_revoked_link_says_nothing_and_keeps_nobody_out(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, Some(1), true).await;
        let token = opened(&stage, &link).await;
        change(&stage, &link, Done::Revoked).await;
        let form = stage.get(&stage.page(&format!("/register?source={}", link.source))).await;
        assert_eq!((form.status.as_u16(), form.texts(".panel").len()), (200, 0));
        assert_eq!(form.attributes("[name=source]", "value"), [""; 0]);
        for email in ["one@example.org", "two@example.org"] {
            assert_eq!(come(&stage, &link, email, false).await.status, 303);
        }
        assert!(stage.registrations().await.iter().all(|one| one.source.is_none()));
        assert_eq!(stage.get(&view(&token, "")).await.status, 404);
    }

    async fn f_13_a_used_up_link_keeps_what_was_typed_and_lets_them_in_without_it(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, Some(1), true).await;
        assert_eq!(come(&stage, &link, "one@example.org", false).await.status, 303);
        let refused = come(&stage, &link, "two@example.org", false).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.texts(".summary li").len(), 1);
        assert!(refused.texts(".summary li")[0].contains("without the partner’s link"));
        assert_eq!(refused.attributes("#field-email", "value"), ["two@example.org"]);
        assert_eq!(refused.attributes("[name=source]", "value"), [""; 0]);
        assert_eq!(refused.texts(".panel").len(), 0);
        assert_eq!(stage.registrations().await.len(), 1);
        let again = stage.register(&online("two@example.org")).await;
        assert_eq!(again.status, 303);
        let sources: Vec<_> = stage.registrations().await.into_iter().map(|one| one.source).collect();
        assert_eq!(sources, [Some(link.source.clone()), None]);
    }

    async fn f_13_a_frame_on_the_partners_site_leads_on_by_its_link(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let plain = stage.get(&stage.page("/embed")).await;
        let path = stage.page(&format!("/embed?source={}", link.source));
        for _ in 0..2 {
            let page = stage.get(&path).await;
            let button = page.attributes("a.button", "href").remove(0);
            assert!(button.ends_with(&format!("/register?source={}", link.source)), "{button}");
            assert!(page.header("cache-control").contains("public"));
        }
        for word in ["newsletter", "Not a word", ""] {
            let page = stage.get(&stage.page(&format!("/embed?source={}", word.replace(' ', "%20")))).await;
            assert_eq!(page.body, plain.body, "{word}");
        }
        change(&stage, &link, Done::Revoked).await;
        assert_eq!(stage.get(&path).await.body, plain.body);
    }

    async fn f_13_a_partners_feeds_hold_what_it_has_links_for(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let mut other = roundtable();
        other.slug = "another".parse().unwrap();
        stage.save(other).await;
        let link = made(&stage, None, true).await;
        for path in ["/calendar.ics", "/en/feed.atom"] {
            let all = stage.get(path).await;
            assert!(all.body.contains("events/another"), "{path}");
            let own = stage.get(&format!("{path}?source={}", link.source)).await;
            let text = own.body.replace("\r\n ", "");
            assert_eq!(own.status, 200);
            assert!(!text.contains("events/another"), "{path}: {text}");
            let way = format!("/en/events/{}/register?source={}", stage.slug, link.source);
            assert!(text.contains(&way), "{path}: {text}");
            assert!(!text.contains("zoom.example"), "{path}");
            let unknown = stage.get(&format!("{path}?source=aaaabbbbccccdddd")).await;
            assert_eq!((unknown.status.as_u16(), unknown.body), (200, all.body), "{path}: any other word is passed over");
        }
        change(&stage, &link, Done::Revoked).await;
        assert_eq!(stage.get(&format!("/calendar.ics?source={}", link.source)).await.status, 404);
    }

    async fn p_13_the_partner_sees_those_who_agreed_and_a_count_of_the_others(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, Some(10), true).await;
        let token = opened(&stage, &link).await;
        come_as(&stage, &link, ("=Agreed()", "agreed@example.org"), true).await;
        come_as(&stage, &link, (CANARY, "zebedea@example.org"), false).await;
        stage.register(&online("elsewhere@example.org")).await;
        for language in LANGUAGES {
            let path = view(&token, "").replacen("/en/", &format!("/{language}/"), 1);
            let page = stage.get(&path).await;
            assert_eq!(page.status, 200, "{language}");
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(page.header("referrer-policy"), "no-referrer");
            assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
            assert_eq!(page.texts(".people dt"), ["=Agreed()"], "{language}");
            assert!(page.body.contains("agreed@example.org"), "{language}");
            assert_silent(&page);
        }
        let said = stage.get(&view(&token, "")).await.texts("main").concat();
        assert!(!said.contains("Registered by your link") && !said.contains("Places left"), "{said}");
        assert!(said.contains("only counted: fewer than 5"), "{said}");
        let file = stage.get(&view(&token, "/people.csv")).await;
        assert_eq!(file.header("cache-control"), "no-store");
        let lines: Vec<&str> = file.body.lines().collect();
        assert!(lines[1].starts_with("'=Agreed(),"), "{lines:?}");
        assert_eq!(lines[2..], ["\"Others, who are only counted\",fewer than 5,,"]);
        assert_silent(&file);
        for number in 0..4 {
            come(&stage, &link, &format!("guest-{number}@example.org"), false).await;
        }
        let said = stage.get(&view(&token, "")).await.texts("main").concat();
        assert!(said.contains("Registered by your link: 6 Places left: 4"), "{said}");
        assert!(said.contains("only counted: 5"), "{said}");
    }

    async fn f_13_without_consent_the_partners_export_is_a_count(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, false).await;
        let token = opened(&stage, &link).await;
        come_as(&stage, &link, (CANARY, "zebedea@example.org"), true).await;
        assert_is_a_count(&stage, &token, "nobody is asked").await;
    }

    async fn p_18_under_the_chatham_house_rule_the_list_is_refused_with_a_reason(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let token = opened(&stage, &link).await;
        come_as(&stage, &link, (CANARY, "zebedea@example.org"), true).await;
        assert!(stage.get(&view(&token, "")).await.body.contains(CANARY), "the canary sings");
        let rules = Some(Rules::ChathamHouse);
        stage.save(Details { rules, ..roundtable() }).await;
        assert_is_a_count(&stage, &token, "Chatham House").await;
        let form = stage.get(&stage.page(&format!("/register?source={}", link.source))).await;
        assert!(!form.texts(".panel").concat().contains("may know"), "it asks for nothing in vain");
    }

    /// Whoever came while the form said that the partner is not told who they are stays untold.
    async fn p_13_nobody_is_shown_by_what_is_allowed_later(test: TestDb) {
        let mut required = roundtable();
        required.terms.consents[0].required = Some(true);
        let confidential = Details { rules: Some(Rules::ChathamHouse), ..roundtable() };
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let token = opened(&stage, &link).await;
        for (number, details) in [required, confidential].into_iter().enumerate() {
            stage.save(details).await;
            let form = stage.get(&stage.page(&format!("/register?source={}", link.source))).await;
            assert_eq!(form.attributes("[name=partner_consent]", "value"), [""; 0]);
            let email = format!("zebedea-{number}@example.org");
            assert_eq!(come_as(&stage, &link, (CANARY, &email), true).await.status, 303);
            stage.save(roundtable()).await;
            assert_silent(&stage.get(&view(&token, "")).await);
        }
        come_as(&stage, &link, (CANARY, "zebedea@example.org"), true).await;
        assert!(stage.get(&view(&token, "")).await.body.contains(CANARY), "the canary sings");
    }

    async fn p_13_what_is_taken_back_is_gone_at_once(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let token = opened(&stage, &link).await;
        come_as(&stage, &link, (CANARY, "zebedea@example.org"), true).await;
        let own = format!("/en/registrations/{}", stage.token().await);
        assert!(stage.get(&view(&token, "")).await.body.contains(CANARY));
        let mut told = online("zebedea@example.org");
        told[0] = ("name", CANARY);
        assert_eq!(stage.post(&format!("{own}/change"), &told).await.status, 303);
        assert_silent(&stage.get(&view(&token, "")).await);
        assert_silent(&stage.get(&view(&token, "/people.csv")).await);
        told.push(("consent.share", "yes"));
        assert_eq!(stage.post(&format!("{own}/change"), &told).await.status, 303);
        assert_silent(&stage.get(&view(&token, "")).await);
        let copy = stage.post(&format!("{own}/export"), &[]).await;
        assert!(copy.body.contains("\"partner_is_told\":false"), "nothing was said of the partner there: {}", copy.body);
        stage.post(&format!("{own}/withdraw"), &[]).await;
        assert_silent(&stage.get(&view(&token, "")).await);
        let copy = stage.post(&format!("{own}/export"), &[("format", "html")]).await;
        assert!(copy.body.contains("National Democratic Institute"), "{}", copy.body);
    }

    async fn p_07_being_seen_is_ended_on_the_own_page_after_closing_too(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let token = opened(&stage, &link).await;
        come(&stage, &link, "silent@example.org", false).await;
        let silent = stage.get(&format!("/en/registrations/{}", stage.token().await)).await;
        assert_eq!(silent.attributes("form[action$='/partner']", "action").len(), 0);
        come_as(&stage, &link, (CANARY, "zebedea@example.org"), true).await;
        let own = format!("/en/registrations/{}", stage.token().await);
        stage.test.clock.set(stage.event().await.schedule.closes_at);
        assert!(stage.get(&view(&token, "")).await.body.contains(CANARY));
        let page = stage.get(&own).await;
        let stop = page.attributes("form[action$='/partner']", "action");
        assert_eq!(stop, [format!("{own}/partner")]);
        for _ in 0..2 {
            assert_eq!(stage.post(&stop[0], &[]).await.header("location"), own);
            assert_silent(&stage.get(&view(&token, "")).await);
        }
        assert_eq!(stage.get(&own).await.attributes("form[action$='/partner']", "action").len(), 0);
    }

    async fn p_05_few_are_not_told_apart_and_all_of_them_are_counted(test: TestDb) {
        let stage = Stage::set_details(test, roundtable_for(6)).await;
        let link = made(&stage, None, false).await;
        let token = opened(&stage, &link).await;
        for number in 0..8 {
            let email = format!("guest-{number}@example.org");
            come(&stage, &link, &email, false).await;
        }
        let page = stage.get(&view(&token, "")).await;
        let said = page.texts("main").concat();
        assert!(said.contains("Registered by your link: 8"), "{said}");
        assert_eq!(page.texts(".states").len(), 0, "the 2 who wait would be known by the 6 who do not: {said}");
        for number in 8..11 {
            let email = format!("guest-{number}@example.org");
            come(&stage, &link, &email, false).await;
        }
        let page = stage.get(&view(&token, "")).await;
        assert_eq!(page.texts(".states dd"), ["People: 6 · Per cent: 55", "People: 5 · Per cent: 45"]);
    }

    async fn s_08_a_view_that_is_closed_or_never_was_is_one_neutral_page(test: TestDb) {
        let stage = Stage::set_details(test, roundtable()).await;
        let link = made(&stage, None, true).await;
        let first = opened(&stage, &link).await;
        let second = opened(&stage, &link).await;
        assert_eq!(stage.get(&view(&second, "")).await.status, 200);
        let nowhere = stage.get(&view(&"A".repeat(32), "")).await;
        assert_eq!(nowhere.status, 404);
        assert_eq!(stage.get(&view(&first, "")).await.body, nowhere.body, "the one before opens nothing");
        assert_eq!(stage.get(&view(&first, "/people.csv")).await.status, 404);
        change(&stage, &link, Done::Closed).await;
        assert_eq!(stage.get(&view(&second, "")).await.body, nowhere.body);
        let third = opened(&stage, &link).await;
        let ends_at = stage.event().await.schedule.ends_at();
        stage.test.clock.set(ends_at + chrono::TimeDelta::days(30));
        assert_eq!(stage.get(&view(&third, "")).await.body, nowhere.body, "the people are gone, too");
    }
}

fn roundtable() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.terms.opens = None;
    details.terms.consents = vec![Consent {
        id: Some("share".parse().unwrap()),
        text: Localised::One("The partner may know that I come".to_owned()),
        required: None,
    }];
    details
}

/// The same with so many places online, and a list.
fn roundtable_for(places: u32) -> Details {
    let mut details = roundtable();
    details.terms.capacity = Some(convoke::event::Capacity {
        online: Some(places),
        in_person: Some(0),
    });
    details
}

async fn made(stage: &Stage, quota: Option<i64>, shares: bool) -> PartnerLink {
    let event = stage.event().await;
    let wish = Wish {
        name: event.details.hosts[1].name.clone(),
        quota,
        consent: shares.then(|| "share".parse().unwrap()),
    };
    let mut tx = stage.begin().await;
    let link = partner::make(&mut tx, &event, wish, "organiser").await;
    tx.commit().await.unwrap();
    link.unwrap()
}

async fn opened(stage: &Stage, link: &PartnerLink) -> String {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let token = partner::open_view(&mut tx, &event, link.id, "organiser").await;
    tx.commit().await.unwrap();
    token.unwrap().unwrap().as_str().to_owned()
}

enum Done {
    Revoked,
    Closed,
}

async fn change(stage: &Stage, link: &PartnerLink, done: Done) {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let id: Id<PartnerLink> = link.id;
    let was_there = match done {
        Done::Revoked => partner::revoke(&mut tx, &event, id, "organiser").await,
        Done::Closed => partner::close_view(&mut tx, &event, id, "organiser").await,
    };
    assert!(was_there.unwrap());
    tx.commit().await.unwrap();
}

fn view(token: &str, rest: &str) -> String {
    format!("/en/partners/{token}{rest}")
}

async fn come(stage: &Stage, link: &PartnerLink, email: &str, agrees: bool) -> Answer {
    come_as(stage, link, ("Rana Haddad", email), agrees).await
}

async fn come_as(
    stage: &Stage,
    link: &PartnerLink,
    (name, email): (&str, &str),
    agrees: bool,
) -> Answer {
    let source = link.source.to_string();
    let mut fields = vec![
        ("name", name),
        ("email", email),
        ("mode", "online"),
        ("source", &source),
        ("waitlist", "yes"),
        ("partner_consent", "share"),
    ];
    fields.extend(agrees.then_some(("consent.share", "yes")));
    stage.register(&fields).await
}

/// Nothing of somebody who is not to be told is in any of its octets.
fn assert_silent(answer: &Answer) {
    for trace in ["Zebedea", "Quillfeather", "zebedea"] {
        assert!(!answer.body.contains(trace), "{trace} in {}", answer.body);
    }
    assert!(!answer.body.contains("elsewhere@"), "{}", answer.body);
}

/// The partner is told that there are few, why no more than that, and nothing of who that is.
async fn assert_is_a_count(stage: &Stage, token: &str, because: &str) {
    let page = stage.get(&view(token, "")).await;
    let said = page.texts("main").concat();
    assert!(
        said.contains("Registered by your link: fewer than 5"),
        "{said}"
    );
    assert!(said.contains(because), "{said}");
    assert_silent(&page);
    let file = stage.get(&view(token, "/people.csv")).await;
    assert_eq!(file.status, 200);
    let lines: Vec<&str> = file.body.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(
        lines[1].starts_with("fewer than 5,") && lines[1].contains(because),
        "{lines:?}"
    );
    assert_silent(&file);
}
