//! Joining by a page of one's own: what it shows, when, to whom, and what it never does (F-11, S-35, S-7,
//! S-8, P-14, P-15).

use convoke::base::id::Id;
use convoke::base::language::Localised;
use convoke::base::secret::{InstanceKey, Token};
use convoke::base::testing::TestDb;
use convoke::event::{self, Details, Meeting, OPERATOR, Visibility, file};
use convoke::on_both_engines;
use convoke::registration::{self, derive_join_tokens, join_token};

use crate::stage::{Answer, LANGUAGES, ROUNDTABLE, Stage, edited, online};

const LINK: &str = "https://zoom.example/j/86512345678?pwd=c2Vj,cmV0";
const OTHER: &str = "https://zoom.example/j/97612345678";
const NOTES: &str = "https://notes.example/r1";
const BUTTON: &str = "main a.button:not(.second)";

/// The window of the sample: 15:00 to 17:00 in Beirut, and half an hour before.
const EARLY: &str = "2022-11-25T12:29:59.999Z";
const OPEN: &str = "2022-11-25T12:30:00Z";
const END: &str = "2022-11-25T15:00:00Z";

on_both_engines! {
    async fn s_35_the_button_is_there_within_the_window_only(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        for (moment, title, button) in [
            ("2022-11-20T10:00:00Z", "The meeting is not open yet", None),
            (EARLY, "The meeting is not open yet", None),
            (OPEN, "You can join now", Some(LINK)),
            ("2022-11-25T14:59:59.999Z", "You can join now", Some(LINK)),
            (END, "The meeting is over", None),
            ("2022-12-25T14:59:59.999Z", "The meeting is over", None),
        ] {
            stage.at(moment);
            let page = stage.get(&join).await;
            assert_eq!(page.status, 200, "{moment}");
            assert_eq!(page.texts("h1"), [title], "{moment}");
            let shown: Vec<String> = button.into_iter().map(str::to_owned).collect();
            assert_eq!(page.attributes(BUTTON, "href"), shown, "{moment}");
            assert_eq!(page.body.contains("zoom.example"), button.is_some(), "{moment}");
            assert_secret(&page);
        }
    }

    async fn f_11_the_waiting_page_says_when_and_what_in_both_times(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        let page = stage.get(&join).await;
        let text = page.texts("main").remove(0);
        assert!(text.contains("15:00–17:00 Beirut time (UTC+2)"), "{text}");
        assert!(text.contains("14:30 Beirut time (UTC+2)"), "{text}");
        assert_eq!(page.attributes("main local-time", "starts"), ["2022-11-25T15:00:00+02:00"]);
        assert_eq!(page.attributes("main time", "datetime")[1], "2022-11-25T14:30:00+02:00");
        assert_eq!(page.attributes("main a.second", "href"), [format!("{join}?lang=en")]);
    }

    async fn p_14_the_link_is_plain_and_tells_nobody_where_it_was(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        stage.at(OPEN);
        let page = stage.get(&join).await;
        assert_eq!(page.attributes(BUTTON, "rel"), ["noreferrer"]);
        assert_eq!(page.attributes(BUTTON, "referrerpolicy"), ["no-referrer"]);
        assert_eq!(page.texts("form"), [""; 0]);
        // Nothing that browsers load by themselves knows whose page it is.
        let token = join.trim_start_matches("/j/");
        for (css, attribute) in [("link", "href"), ("script", "src"), ("img", "src"), ("use", "href")] {
            for address in page.attributes(css, attribute) {
                assert!(!address.contains(token) && !address.contains("zoom"), "{address}");
            }
        }
        let public = stage.get(&stage.page("")).await;
        let loaded = |page: &Answer| (page.attributes("link", "href"), page.attributes("script[src]", "src"));
        assert_eq!(loaded(&page), {
            let (mut links, scripts) = loaded(&public);
            links.retain(|link| link.starts_with("/assets/"));
            (links, scripts)
        });
    }

    async fn s_07_p_15_looking_changes_nothing_and_no_open_is_counted(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        stage.at(OPEN);
        let before = stage.everything().await;
        for _ in 0..5 {
            assert_eq!(stage.get(&join).await.status, 200);
            assert_eq!(stage.ask("HEAD", &join, &[], "").await.status, 200);
        }
        assert_eq!(stage.post(&join, &[]).await.status, 405);
        assert_eq!(stage.everything().await, before);
    }

    async fn f_11_a_changed_link_is_followed_at_once(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        stage.at(OPEN);
        let mut details = stage.event().await.details;
        details.meeting.as_mut().unwrap().link = Some(OTHER.parse().unwrap());
        stage.save(details.clone()).await;
        let page = stage.get(&join).await;
        assert_eq!(page.attributes(BUTTON, "href"), [OTHER]);
        assert!(!page.body.contains(LINK));
        // Whoever holds the address may use it though mails hold the link itself again.
        details.meeting.as_mut().unwrap().join_page = Some(false);
        stage.save(details.clone()).await;
        assert_eq!(stage.get(&join).await.attributes(BUTTON, "href"), [OTHER]);
        details.meeting.as_mut().unwrap().link = None;
        stage.save(details).await;
        let page = stage.get(&join).await;
        assert_eq!(page.texts("h1"), ["The link is not there yet"]);
        assert_eq!(page.attributes(BUTTON, "href"), [""; 0]);
    }

    async fn s_32_a_link_that_is_not_released_is_not_shown_in_the_window(test: TestDb) {
        let file = edited(&by_page(), "release = \"after_close\"", "release = \"manual\"");
        let (stage, join) = joining(test, &file).await;
        stage.at(OPEN);
        let page = stage.get(&join).await;
        assert_eq!(page.texts("h1"), ["The link is not there yet"]);
        assert!(!page.body.contains("zoom.example"));
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        event::release(&mut tx, &event, OPERATOR).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stage.get(&join).await.attributes(BUTTON, "href"), [LINK]);
    }

    async fn s_08_every_end_of_life_shows_no_link(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        let token = stage.token().await;
        stage.post(&format!("/en/registrations/{token}/withdraw"), &[]).await;
        stage.at(OPEN);
        assert_ended(&stage, &join, "Your registration is withdrawn").await;
        // Declined, in the list, and come to the room.
        for (state, title) in [
            ("declined", "The organiser could not give you a place"),
            ("pending", "The organiser is looking at your request"),
            ("waitlisted", "You are on the waiting list"),
            ("unconfirmed", "Your address is not confirmed yet"),
        ] {
            by_hand(&stage, &format!("UPDATE registration SET state = '{state}'")).await;
            assert_ended(&stage, &join, title).await;
        }
        by_hand(&stage, "UPDATE registration SET state = 'confirmed', mode = 'in_person'").await;
        assert_ended(&stage, &join, "You are expected in the room").await;
        by_hand(&stage, "UPDATE registration SET mode = 'online'").await;
        assert_eq!(stage.get(&join).await.attributes(BUTTON, "href"), [LINK]);
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let reason = Some(Localised::One("The speaker is ill.".to_owned()));
        assert!(event::cancel(&mut tx, &event, OPERATOR, reason).await.unwrap());
        tx.commit().await.unwrap();
        assert_ended(&stage, &join, "This event has been cancelled").await;
        assert_eq!(stage.get(&join).await.texts(".lead"), ["The speaker is ill."]);
    }

    async fn s_35_unknown_expired_revoked_and_erased_have_one_neutral_page(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        let neutral = stage.get("/j/nothing").await;
        assert_eq!(neutral.status, 404);
        assert_eq!(neutral, stage.get("/en/registrations/nothing").await);
        let registration = stage.registrations().await.remove(0);
        let foreign = join_token(&InstanceKey::from_bytes([8; 32]), registration.id, 0);
        let next = join_token(&stage.key, registration.id, 1);
        let manage = stage.token().await;
        for token in [foreign.as_str(), next.as_str(), &manage, "%00"] {
            assert_eq!(stage.get(&format!("/j/{token}")).await, neutral, "{token}");
        }
        // Thirty days after the end.
        stage.at("2022-12-25T15:00:00Z");
        assert_eq!(stage.get(&join).await, neutral);
        stage.at(OPEN);
        assert_eq!(stage.get(&join).await.status, 200);
        // A new generation revokes the old address at once, and its own is found before a mail holds it.
        by_hand(&stage, "UPDATE registration SET token_generation = 1").await;
        assert_eq!(stage.get(&join).await, neutral);
        let mut tx = stage.begin().await;
        assert_eq!(derive_join_tokens(&mut tx, &stage.key, None).await.unwrap(), 1);
        assert_eq!(derive_join_tokens(&mut tx, &stage.key, None).await.unwrap(), 0);
        tx.commit().await.unwrap();
        let join = format!("/j/{}", next.as_str());
        assert_eq!(stage.get(&join).await.status, 200);
        erase(&stage, registration.id).await;
        assert_eq!(stage.get(&join).await, neutral);
    }

    async fn out_10_the_database_holds_no_usable_address(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        let token = join.trim_start_matches("/j/");
        let everything = stage.everything().await;
        assert!(!everything.contains(token));
        let mut tx = stage.begin().await;
        let token = Token::from_address(token);
        let found = registration::find_by_join_token(&mut tx, &token).await.unwrap();
        assert!(found.is_some(), "it is found by its hash");
    }

    async fn f_11_a_registration_from_before_there_were_pages_has_one(test: TestDb) {
        let (stage, join) = joining(test, ROUNDTABLE).await;
        by_hand(&stage, "UPDATE registration SET join_hash = NULL, join_generation = NULL").await;
        assert_eq!(stage.get(&join).await.status, 404);
        stage.save(file::read(&by_page()).unwrap()).await;
        stage.reconcile().await;
        assert_eq!(stage.get(&join).await.status, 200);
    }

    async fn f_11_afterwards_the_recording_is_for_those_who_had_a_place(test: TestDb) {
        let (stage, join) = joining(test, &by_page()).await;
        stage.at(END);
        assert_eq!(stage.get(&join).await.attributes(BUTTON, "href"), [""; 0]);
        let mut details = stage.event().await.details;
        details.meeting.as_mut().unwrap().recording = Some(NOTES.parse().unwrap());
        stage.save(details).await;
        let page = stage.get(&join).await;
        assert_eq!(page.attributes(BUTTON, "href"), [NOTES]);
        assert_eq!(page.attributes(BUTTON, "referrerpolicy"), ["no-referrer"]);
        for public in [stage.page(""), "/en/".to_owned(), format!("/events/{}.ics", stage.slug)] {
            assert!(!stage.get(&public).await.body.contains(NOTES), "{public}");
        }
        by_hand(&stage, "UPDATE registration SET state = 'cancelled'").await;
        assert!(!stage.get(&join).await.body.contains(NOTES));
        by_hand(&stage, "UPDATE registration SET state = 'confirmed'").await;
        stage.at("2022-11-25T14:59:59Z");
        assert!(!stage.get(&join).await.body.contains(NOTES), "it is not over");
    }

    async fn f_11_with_several_sessions_one_address_leads_to_each(test: TestDb) {
        let mut details = file::read(&by_page()).unwrap();
        let mut evening = details.sessions[0].clone();
        evening.id = Some("evening".parse().unwrap());
        evening.title = Some(Localised::One("Evening".to_owned()));
        evening.starts = "2022-11-25T18:00".parse().unwrap();
        evening.ends = "2022-11-25T20:00".parse().unwrap();
        evening.lineup.clear();
        evening.meeting = Some(elsewhere(&details));
        details.sessions.push(evening);
        let stage = Stage::set_details(test, details).await;
        stage.register(&online("rana@example.org")).await;
        let join = stage.join_page().await;
        for (moment, titles, links) in [
            (OPEN, "You can join now", vec![LINK]),
            (END, "The meeting is not open yet", vec![]),
            ("2022-11-25T15:30:00Z", "You can join now", vec![OTHER]),
        ] {
            stage.at(moment);
            let page = stage.get(&join).await;
            assert_eq!(page.texts("h1"), [titles], "{moment}");
            assert_eq!(page.attributes(BUTTON, "href"), links, "{moment}");
            assert_eq!(page.texts(".panel h2"), ["Roundtable discussion", "Evening"]);
        }
    }

    async fn f_11_it_says_how_to_listen_and_nothing_of_who_it_is(test: TestDb) {
        let mut form = online("rana@example.org");
        form.push(("listening", "ar"));
        let stage = Stage::set(test, &by_page()).await;
        stage.register(&form).await;
        let join = stage.join_page().await;
        stage.at(OPEN);
        let page = stage.get(&join).await;
        let text = page.texts("main").remove(0);
        assert!(text.contains("choose Arabic"), "{text}");
        for personal in ["Rana", "rana@", &stage.token().await] {
            assert!(!page.body.contains(personal), "{personal}");
        }
    }

    async fn s_36_it_speaks_the_language_of_the_mails_until_another_is_chosen(test: TestDb) {
        let mut form = online("rana@example.org");
        form.push(("language", "ar"));
        let stage = Stage::set(test, &by_page()).await;
        stage.register(&form).await;
        let join = stage.join_page().await;
        let page = stage.get(&join).await;
        assert_eq!(page.attributes("html", "lang"), ["ar"]);
        assert_eq!(page.attributes("html", "dir"), ["rtl"]);
        let others = page.attributes(".languages a", "href");
        assert_eq!(others, LANGUAGES.map(|tag| format!("{join}?lang={tag}")));
        for (href, tag) in others.iter().zip(LANGUAGES) {
            assert_eq!(stage.get(href).await.attributes("html", "lang"), [tag]);
        }
        assert_eq!(stage.get(&format!("{join}?lang=xx")).await.attributes("html", "lang"), ["ar"]);
    }

    async fn p_10_of_a_sensitive_event_the_page_does_not_say_what_it_is(test: TestDb) {
        let mut details = file::read(&by_page()).unwrap();
        details.visibility = Some(Visibility::Sensitive);
        details.title = Localised::One("Canary of a title".to_owned());
        details.sessions[0].title = None;
        let stage = Stage::set_details(test, details).await;
        stage.register(&online("rana@example.org")).await;
        stage.at(OPEN);
        let page = stage.get(&stage.join_page().await).await;
        assert_eq!(page.attributes(BUTTON, "href"), [LINK]);
        assert!(!page.body.contains("Canary"));
    }
}

/// The roundtable, whose attendees join by pages of their own.
fn by_page() -> String {
    edited(ROUNDTABLE, "[meeting]", "[meeting]\njoin_page = true")
}

/// Somebody registered for the event of `file`, and the address of their page.
async fn joining(test: TestDb, file: &str) -> (Stage, String) {
    let stage = Stage::set(test, file).await;
    stage.register(&online("rana@example.org")).await;
    let join = stage.join_page().await;
    (stage, join)
}

fn elsewhere(details: &Details) -> Meeting {
    Meeting {
        link: Some(OTHER.parse().unwrap()),
        join_page: None,
        ..details.meeting.clone().unwrap()
    }
}

async fn by_hand(stage: &Stage, statement: &str) {
    let statement: &'static str = Box::leak(statement.to_owned().into_boxed_str());
    let mut tx = stage.begin().await;
    let statement = convoke::base::db::Sql::new(statement, statement);
    tx.query(statement).execute().await.unwrap();
    tx.commit().await.unwrap();
}

async fn erase(stage: &Stage, id: Id<registration::Registration>) {
    let mut tx = stage.begin().await;
    registration::remove(&mut tx, &[id]).await.unwrap();
    tx.commit().await.unwrap();
}

/// It is said what has become of it, and no link is there.
async fn assert_ended(stage: &Stage, join: &str, title: &str) {
    for language in LANGUAGES {
        let page = stage.get(&format!("{join}?lang={language}")).await;
        assert_eq!(page.status, 200, "{title}");
        assert!(!page.body.contains("zoom.example"), "{title}");
        assert_eq!(page.attributes(BUTTON, "href"), [""; 0], "{title}");
        assert_secret(&page);
    }
    assert_eq!(stage.get(join).await.texts("h1"), [title]);
}

fn assert_secret(answer: &Answer) {
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
    assert!(!answer.headers.contains_key("set-cookie"));
    assert_eq!(
        answer.attributes("meta[name=robots]", "content"),
        ["noindex"]
    );
}
