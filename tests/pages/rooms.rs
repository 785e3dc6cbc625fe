//! Rooms at meeting services: each enters by a link that is made for them when they come, and that stands
//! nowhere (S-32, S-35, DEC-6, F-11).

use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use convoke::base::db::Sql;
use convoke::base::fetch::fetch;
use convoke::base::id::Id;
use convoke::base::testing::TestDb;
use convoke::conferencing::{Adapter, BigBlueButton, Guest, Jitsi, Room, Services};
use convoke::event::lineup::{self, Placed};
use convoke::event::{
    AppearanceState, Details, Meeting, OPERATOR, Provider, Release, Visibility, file,
};
use convoke::on_both_engines;
use convoke::registration::join_token;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

use crate::bigbluebutton::{SECRET, Server};
use crate::stage::{Answer, LANGUAGES, ROUNDTABLE, Stage, online};

const BUTTON: &str = "main a.button:not(.second)";
const JITSI: &str = "https://meet.institute.example/talks";
const JITSI_SECRET: &str = "a secret between the two";

/// The window of the sample: 15:00 to 17:00 in Beirut, and half an hour before; registration closes earlier.
const BEFORE_CLOSING: &str = "2022-11-24T21:59:59Z";
const CLOSED: &str = "2022-11-24T22:00:00Z";
const EARLY: &str = "2022-11-25T12:29:59Z";
const OPEN: &str = "2022-11-25T12:30:00Z";
const END: &str = "2022-11-25T15:00:00Z";

on_both_engines! {
    async fn dec_6_each_enters_the_same_room_as_themselves(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        let names = ["رنا حداد", "A & B + C = “100 %”", "O’Neill <x>"];
        for (number, name) in names.iter().enumerate() {
            register(&stage, name, &format!("guest{number}@example.org")).await;
        }
        stage.at(OPEN);
        for join in joins(&stage).await {
            let page = stage.get(&join).await;
            assert_eq!(page.texts("h1"), ["You can join now"]);
            let entrance = page.attributes(BUTTON, "href").remove(0);
            assert_eq!(entrance, format!("{join}/1?lang=en"));
            let text = page.texts("main").remove(0);
            assert!(text.contains("made for you alone") && text.contains("BigBlueButton"), "{text}");
            assert_eq!(page.attributes(BUTTON, "referrerpolicy"), ["no-referrer"]);
            assert_eq!(follow(&stage, &entrance).await, 302);
        }
        let joined = server.joined();
        let called: Vec<&str> = joined.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(called, names);
        assert!(joined.iter().all(|one| one.role == "VIEWER" && one.room == room_name(&joined)));
        assert_ne!(joined[0].user, joined[1].user);
        // Whoever comes back is the same to the service.
        let again = joins(&stage).await.remove(0);
        assert_eq!(follow(&stage, &format!("{again}/1")).await, 302);
        assert_eq!(server.joined()[3].user, joined[0].user);
        let made = server.rooms().remove(0);
        let said = |name: &str| made.parameters[name].clone();
        assert_eq!(said("name").chars().count(), 64);
        assert!(said("name").starts_with("Anti-Corruption in Practice: Exploring"));
        assert_eq!(said("record"), "false");
        assert_eq!(said("logoutURL"), format!("https://events.example.org{}", stage.page("")));
        // The service is told of nobody what it need not know.
        let everything = format!("{:?} {:?}", server.rooms(), server.joined());
        assert!(!everything.contains("@example.org"));
    }

    async fn s_35_outside_the_window_nobody_is_let_in_and_the_service_is_not_asked(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        for moment in ["2022-11-20T10:00:00Z", BEFORE_CLOSING, EARLY, END, "2022-12-20T10:00:00Z"] {
            stage.at(moment);
            let page = stage.get(&join).await;
            assert_eq!(page.attributes(BUTTON, "href"), [""; 0], "{moment}");
            assert_led_back(&stage.get(&format!("{join}/1?lang=fr")).await, &format!("{join}?lang=fr"));
        }
        stage.at(OPEN);
        for other in ["2", "no-such-session", "%00"] {
            assert_led_back(&stage.get(&format!("{join}/{other}")).await, &format!("{join}?lang=en"));
        }
        assert_eq!(server.calls(), [""; 0]);
        // Thirty days after the end there is nothing at the address.
        stage.at("2022-12-25T15:00:00Z");
        let gone = stage.get(&format!("{join}/1")).await;
        assert_eq!((gone.status.as_u16(), &gone.body), (404, &stage.get("/j/nothing").await.body));
    }

    async fn s_32_who_has_no_place_online_is_not_let_in(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        stage.at(OPEN);
        for change in [
            "UPDATE registration SET state = 'cancelled'",
            "UPDATE registration SET state = 'declined'",
            "UPDATE registration SET state = 'waitlisted'",
            "UPDATE registration SET state = 'confirmed', mode = 'in_person'",
        ] {
            by_hand(&stage, change).await;
            let page = stage.get(&join).await;
            assert_eq!(page.attributes(BUTTON, "href"), [""; 0], "{change}");
            assert_led_back(&stage.get(&format!("{join}/1")).await, &format!("{join}?lang=en"));
        }
        let foreign = join_token(&stage.key, stage.registrations().await[0].id, 1);
        for token in [foreign.as_str(), "nothing"] {
            assert_eq!(stage.get(&format!("/j/{token}/1")).await, stage.get("/j/nothing").await);
        }
        assert_eq!(server.calls(), [""; 0]);
        // The twin: with a place online they are.
        by_hand(&stage, "UPDATE registration SET mode = 'online'").await;
        assert_eq!(follow(&stage, &format!("{join}/1")).await, 302);
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        assert!(convoke::event::cancel(&mut tx, &event, OPERATOR, None).await.unwrap());
        tx.commit().await.unwrap();
        assert_led_back(&stage.get(&format!("{join}/1")).await, &format!("{join}?lang=en"));
    }

    async fn s_32_a_room_that_is_not_released_is_shut(test: TestDb) {
        let server = Server::start().await;
        let mut details = hosted(Provider::BigBlueButton);
        details.meeting.as_mut().unwrap().release = Some(Release::Manual);
        let stage = Stage::set_with(test, details, known(&server, SECRET)).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        stage.at(OPEN);
        assert_eq!(stage.get(&join).await.texts("h1"), ["The link is not there yet"]);
        assert_led_back(&stage.get(&format!("{join}/1")).await, &format!("{join}?lang=en"));
        assert_eq!(server.calls(), [""; 0]);
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        assert!(convoke::event::release(&mut tx, &event, OPERATOR).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(follow(&stage, &format!("{join}/1")).await, 302);
    }

    async fn s_32_nothing_but_the_way_in_names_room_or_server(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        let event = stage.event().await;
        let room = Room::name_of(&stage.key, event.id.uuid());
        let canaries = [room, server.url.clone(), SECRET.to_owned()];
        let slug = &stage.slug;
        for moment in ["2022-11-20T10:00:00Z", CLOSED, OPEN, END] {
            stage.at(moment);
            let mut paths = vec![
                join.clone(), format!("/events/{slug}.ics?lang=en"), "/calendar.ics?lang=en".to_owned(),
                format!("/en/registrations/{}", stage.token().await), "/en/feed.atom".to_owned(),
            ];
            for language in LANGUAGES {
                let event = format!("/{language}/events/{slug}");
                paths.extend([event.clone(), format!("{event}/register"), format!("{event}/your-data")]);
                paths.push(format!("{join}?lang={language}"));
            }
            for path in paths {
                let answer = stage.get(&path).await;
                assert_eq!(answer.status, 200, "{path}");
                assert_tells_none(&answer, &canaries, &path);
            }
        }
        // The twin: the way in names both, to whom it is for.
        stage.at(OPEN);
        let entered = stage.get(&format!("{join}/1")).await;
        let location = entered.header("location");
        assert!(location.contains(&canaries[0]) && location.starts_with(&canaries[1]), "{location}");
        assert!(!location.contains(SECRET));
        assert_eq!(entered.header("cache-control"), "no-store");
        assert_eq!(entered.header("referrer-policy"), "no-referrer");
        assert!(entered.header("x-robots-tag").contains("noindex"));
        let text = stage.get(&stage.page("/your-data")).await.texts("main").remove(0);
        assert!(text.contains("BigBlueButton is given the name that you register with"), "{text}");
    }

    async fn s_07_entering_changes_nothing_of_ours(test: TestDb) {
        let (_server, stage) = at_bigbluebutton(test).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let entrance = format!("{}/1", joins(&stage).await.remove(0));
        stage.at(OPEN);
        let before = stage.everything().await;
        for _ in 0..3 {
            assert_eq!(follow(&stage, &entrance).await, 302);
        }
        assert_eq!(stage.post(&entrance, &[]).await.status, 405);
        assert_eq!(stage.everything().await, before);
    }

    async fn a_link_of_one_meeting_is_good_for_no_later_one(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let entrance = format!("{}/1", joins(&stage).await.remove(0));
        stage.at(OPEN);
        let kept = stage.get(&entrance).await.header("location").to_owned();
        server.end_all();
        // Somebody else opens the room again.
        assert_eq!(follow(&stage, &entrance).await, 302);
        let answer = fetch(request(&kept)).await.unwrap();
        assert!(String::from_utf8_lossy(answer.body()).contains("mismatchCreateTimeParam"));
        assert_eq!(server.joined().len(), 1);
    }

    async fn a_service_that_refuses_or_is_away_is_told_in_every_language(test: TestDb) {
        let server = Server::start().await;
        let wrong = known(&server, "another secret");
        let stage = Stage::set_with(test, hosted(Provider::BigBlueButton), wrong).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        stage.at(OPEN);
        let mut titles = Vec::new();
        for language in LANGUAGES {
            let again = format!("{join}/1?lang={language}");
            let page = stage.get(&again).await;
            assert_eq!(page.status, 503);
            assert_eq!(page.attributes("html", "lang"), [language]);
            assert_eq!(page.attributes(BUTTON, "href"), [again]);
            assert_eq!((page.header("retry-after"), page.header("cache-control")), ("10", "no-store"));
            assert!(!page.body.contains("checksum") && !page.body.contains(&server.url));
            titles.push(page.texts("h1").remove(0));
        }
        assert_eq!(titles[0], "The meeting does not answer");
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), LANGUAGES.len());
        // It was asked, and let nobody in.
        assert_eq!((server.refused(), server.calls(), server.joined()), (LANGUAGES.len(), vec![], vec![]));
        for services in [Services::default(), away()] {
            let stage = stage.with_services(services);
            assert_eq!(stage.get(&format!("{join}/1")).await.status, 503);
        }
        // The twin: with the right secret they are let in.
        let stage = stage.with_services(known(&server, SECRET));
        assert_eq!(follow(&stage, &format!("{join}/1")).await, 302);
    }

    async fn e_26_who_appears_enters_from_the_release_on_and_moderators_look_after_the_room(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        let [moderator, speaker] = appearing(&stage).await;
        stage.at(BEFORE_CLOSING);
        for join in [&moderator, &speaker] {
            let page = stage.get(join).await;
            assert_eq!(page.texts("h1"), ["The meeting is not open yet"]);
            assert!(page.texts("main")[0].contains("Your link to join is here"));
            assert_led_back(&stage.get(&format!("{join}/1")).await, &format!("{join}?lang=en"));
        }
        assert_eq!(server.calls(), [""; 0]);
        stage.at(CLOSED);
        for join in [&moderator, &speaker] {
            let page = stage.get(join).await;
            let entrance = page.attributes(BUTTON, "href").remove(0);
            assert_eq!(follow(&stage, &entrance).await, 302);
            assert!(!page.body.contains("chair@example.org"));
        }
        let joined: Vec<(String, String)> =
            server.joined().into_iter().map(|one| (one.name, one.role)).collect();
        let expected = [("Karam Abi Yazbeck", "MODERATOR"), ("Ali Taha", "VIEWER")];
        assert_eq!(joined, expected.map(|(name, role)| (name.to_owned(), role.to_owned())));
        stage.at(END);
        assert_led_back(&stage.get(&format!("{moderator}/1")).await, &format!("{moderator}?lang=en"));
    }

    async fn f_9_the_own_page_of_who_appears_leads_there_once_it_is_released(test: TestDb) {
        let (_server, stage) = at_bigbluebutton(test).await;
        let [moderator, _] = appearing(&stage).await;
        let whom = lineup::Whom::One(placed(&stage, "chair@example.org").await.id);
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        lineup::invite(&mut tx, &stage.key, &event, OPERATOR, (event.revision, whom)).await.unwrap();
        let sql = "SELECT id FROM invitee";
        let (invitee,): (Id<lineup::Invitee>,) =
            tx.query(Sql::new(sql, sql)).fetch_one().await.unwrap();
        tx.commit().await.unwrap();
        let own = format!("/en/lineup/{}", lineup::token(&stage.key, invitee, 0).as_str());
        let ways = async || {
            let links = stage.get(&own).await.attributes("section.part a.button", "href");
            links.into_iter().filter(|href| href.starts_with("/j/")).collect::<Vec<String>>()
        };
        stage.at(BEFORE_CLOSING);
        assert_eq!(ways().await, [""; 0]);
        stage.at(CLOSED);
        assert_eq!(ways().await, [format!("{moderator}?lang=en")]);
    }

    async fn s_08_whoever_does_not_appear_any_more_is_not_let_in(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        let [moderator, _] = appearing(&stage).await;
        stage.at(CLOSED);
        let neutral = stage.get("/j/nothing").await;
        assert_eq!(stage.get(&moderator).await.status, 200);
        let mut details = stage.event().await.details;
        details.sessions[0].lineup[0].state = Some(AppearanceState::Withdrawn);
        stage.save(details.clone()).await;
        for path in [moderator.clone(), format!("{moderator}/1")] {
            assert_eq!(stage.get(&path).await, neutral);
        }
        // Nor is the one before, where somebody else takes the place over.
        let chair = &mut details.sessions[0].lineup[0];
        (chair.state, chair.email) = (None, Some("other@example.org".parse().unwrap()));
        stage.save(details).await;
        let [other, _] = appearing_at(&stage, ["other@example.org", "speaker@example.org"]).await;
        assert_ne!(other, moderator);
        assert_eq!(stage.get(&format!("{moderator}/1")).await, neutral);
        assert_eq!(follow(&stage, &format!("{other}/1")).await, 302);
        // All their links are revoked together.
        let placed = placed(&stage, "other@example.org").await;
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let whom = lineup::Whom::One(placed.id);
        lineup::invite(&mut tx, &stage.key, &event, OPERATOR, (event.revision, whom)).await.unwrap();
        let event = convoke::event::load(&mut tx, &stage.key, event.id).await.unwrap().unwrap();
        assert!(lineup::revoke(&mut tx, &stage.key, &event, OPERATOR, &placed).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(stage.get(&other).await, neutral);
        assert_eq!(server.joined().len(), 1);
    }

    async fn s_08_the_page_of_who_appears_and_was_never_asked_is_revoked_too(test: TestDb) {
        let (server, stage) = at_bigbluebutton(test).await;
        let [moderator, speaker] = appearing(&stage).await;
        stage.at(CLOSED);
        let chair = placed(&stage, "chair@example.org").await;
        assert!(chair.may_hold_links() && chair.invited_at.is_none());
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        assert!(lineup::revoke(&mut tx, &stage.key, &event, OPERATOR, &chair).await.unwrap());
        tx.commit().await.unwrap();
        let neutral = stage.get("/j/nothing").await;
        for path in [moderator.clone(), format!("{moderator}/1")] {
            assert_eq!(stage.get(&path).await, neutral);
        }
        assert_eq!(server.calls(), [""; 0]);
        // Nobody has asked them for that, and the new page is as good.
        assert_eq!(placed(&stage, "chair@example.org").await.invited_at, None);
        let [new, other] = appearing_at(&stage, ["chair@example.org", "speaker@example.org"]).await;
        assert!(new != moderator && other == speaker);
        assert_eq!(follow(&stage, &format!("{new}/1")).await, 302);
    }

    async fn e_23_the_page_to_join_by_opens_nothing_else_of_who_appears(test: TestDb) {
        let (_server, stage) = at_bigbluebutton(test).await;
        let [moderator, _] = appearing(&stage).await;
        let token = moderator.trim_start_matches("/j/");
        for path in [format!("/en/lineup/{token}"), format!("/en/registrations/{token}")] {
            assert_eq!(stage.get(&path).await.status, 404, "{path}");
        }
    }

    async fn f_11_sessions_that_are_joined_elsewhere_have_rooms_of_their_own(test: TestDb) {
        let server = Server::start().await;
        let mut details = hosted(Provider::BigBlueButton);
        let (mut evening, mut night) = (details.sessions[0].clone(), details.sessions[0].clone());
        evening.id = Some("evening".parse().unwrap());
        evening.meeting = details.meeting.clone();
        night.id = Some("night".parse().unwrap());
        for session in [&mut evening, &mut night] {
            session.lineup.clear();
        }
        details.sessions.extend([evening, night]);
        let stage = Stage::set_with(test, details, known(&server, SECRET)).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        stage.at(OPEN);
        for session in ["1", "evening", "night"] {
            assert_eq!(follow(&stage, &format!("{join}/{session}")).await, 302, "{session}");
        }
        let rooms: Vec<String> = server.joined().into_iter().map(|one| one.room).collect();
        assert_eq!(rooms[0], rooms[2]);
        assert_ne!(rooms[0], rooms[1]);
    }

    async fn p_10_of_a_sensitive_event_the_service_is_not_told_what_it_is(test: TestDb) {
        let server = Server::start().await;
        let mut details = hosted(Provider::BigBlueButton);
        details.visibility = Some(Visibility::Sensitive);
        let stage = Stage::set_with(test, details, known(&server, SECRET)).await;
        register(&stage, "Rana Haddad", "rana@example.org").await;
        stage.at(OPEN);
        let join = joins(&stage).await.remove(0);
        assert_eq!(follow(&stage, &format!("{join}/1")).await, 302);
        let made = server.rooms().remove(0);
        assert_eq!(made.parameters["logoutURL"], "https://events.example.org/en/");
        let entered = stage.get(&format!("{join}/1")).await;
        let told = format!("{:?} {}", made.parameters, entered.header("location")).to_lowercase();
        // Neither the title nor the slug, which are made of the same words.
        assert!(!told.contains("corruption") && !told.contains("events/"), "{told}");
    }

    async fn a_jitsi_token_is_for_one_room_one_person_and_one_session(test: TestDb) {
        let services = Services { jitsi: Some(jitsi()), bigbluebutton: None };
        let stage = Stage::set_with(test, hosted(Provider::Jitsi), services).await;
        register(&stage, "رنا & “حداد”", "rana@example.org").await;
        let join = joins(&stage).await.remove(0);
        assert_led_back(&stage.get(&format!("{join}/1")).await, &format!("{join}?lang=en"));
        stage.at("2022-11-25T13:00:00Z");
        let event = stage.event().await;
        let room = Room::name_of(&stage.key, event.id.uuid());
        let claims = claims_of(&stage.get(&format!("{join}/1")).await, &room);
        assert_eq!((&claims["aud"], &claims["iss"], &claims["sub"]), (&"convoke".into(), &"convoke".into(), &"*".into()));
        assert_eq!(claims["room"], room.as_str());
        let ends = event.schedule.ends_at().timestamp();
        assert_eq!((&claims["nbf"], &claims["exp"]), (&(1_669_381_200 - 300).into(), &ends.into()));
        let user = &claims["context"]["user"];
        assert_eq!((&user["name"], &user["affiliation"]), (&"رنا & “حداد”".into(), &"member".into()));
        let id = Guest::id_of(&stage.key, stage.registrations().await[0].id.uuid());
        assert_eq!(user["id"], id.as_str());
        let [moderator, _] = appearing(&stage).await;
        let claims = claims_of(&stage.get(&format!("{moderator}/1")).await, &room);
        let user = &claims["context"]["user"];
        assert_eq!((&user["affiliation"], &user["moderator"]), (&"owner".into(), &"true".into()));
    }
}

#[tokio::test]
async fn the_doctor_finds_a_wrong_secret_and_an_absent_server() {
    let server = Server::start().await;
    let checked = async |services: Services| services.bigbluebutton.unwrap().check().await;
    assert!(
        checked(known(&server, SECRET))
            .await
            .unwrap()
            .contains(&server.url)
    );
    let refused = checked(known(&server, "another secret")).await.unwrap_err();
    assert_eq!(refused.to_string(), "it refuses: checksumError");
    assert!(checked(away()).await.is_err());
    assert_eq!(server.rooms(), []);
}

/// A server, and the roundtable in a room there.
async fn at_bigbluebutton(test: TestDb) -> (Server, Stage) {
    let server = Server::start().await;
    let services = known(&server, SECRET);
    let stage = Stage::set_with(test, hosted(Provider::BigBlueButton), services).await;
    (server, stage)
}

/// The roundtable, for which a service makes each a link.
fn hosted(provider: Provider) -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    let meeting = details.meeting.clone().unwrap();
    details.meeting = Some(Meeting {
        provider: Some(provider),
        service: Some(true),
        link: None,
        lineup_link: None,
        ..meeting
    });
    details
}

fn known(server: &Server, secret: &str) -> Services {
    Services {
        jitsi: None,
        bigbluebutton: Some(BigBlueButton::new(&server.url, secret.to_owned())),
    }
}

/// A server at a port where nobody listens.
fn away() -> Services {
    Services {
        jitsi: None,
        bigbluebutton: Some(BigBlueButton::new("http://127.0.0.1:1/", SECRET.to_owned())),
    }
}

fn jitsi() -> Jitsi {
    Jitsi::new(
        format!("{JITSI}/"),
        "convoke".to_owned(),
        JITSI_SECRET.to_owned(),
    )
}

async fn register(stage: &Stage, name: &str, email: &str) {
    let mut form = online(email);
    form[0].1 = name;
    assert_eq!(stage.register(&form).await.status, 303);
}

/// The pages by which all who are registered join, in their order.
async fn joins(stage: &Stage) -> Vec<String> {
    let registrations = stage.registrations().await.into_iter();
    registrations
        .map(|one| format!("/j/{}", join_token(&stage.key, one.id, 0).as_str()))
        .collect()
}

/// The pages by which a moderator and a speaker join.
async fn appearing(stage: &Stage) -> [String; 2] {
    let mut details = stage.event().await.details;
    let lineup = &mut details.sessions[0].lineup;
    lineup.truncate(2);
    for (one, (role, name, email)) in lineup.iter_mut().zip([
        ("moderator", "Karam Abi Yazbeck", "chair@example.org"),
        ("speaker", "Ali Taha", "speaker@example.org"),
    ]) {
        one.role = role.parse().unwrap();
        one.name = Some(convoke::base::language::Localised::One(name.to_owned()));
        one.email = Some(email.parse().unwrap());
    }
    stage.save(details).await;
    appearing_at(stage, ["chair@example.org", "speaker@example.org"]).await
}

async fn appearing_at(stage: &Stage, emails: [&str; 2]) -> [String; 2] {
    let event = stage.event().await.id;
    let mut pages = Vec::new();
    for email in emails {
        let id = placed(stage, email).await.id;
        let mut tx = stage.begin().await;
        let token = lineup::present_join_token(&mut tx, &stage.key, event, id, email);
        pages.push(format!("/j/{}", token.await.unwrap().as_str()));
    }
    pages.try_into().unwrap()
}

async fn placed(stage: &Stage, email: &str) -> Placed {
    let event = stage.event().await.id;
    let mut tx = stage.begin().await;
    lineup::of_address(&mut tx, event, email)
        .await
        .unwrap()
        .remove(0)
}

/// What the service says to the browser that the entrance leads there.
async fn follow(stage: &Stage, entrance: &str) -> u16 {
    let entered = stage.get(entrance).await;
    assert_eq!(entered.status, 303, "{}", entered.body);
    let answer = fetch(request(entered.header("location"))).await.unwrap();
    answer.status().as_u16()
}

fn request(address: &str) -> axum::http::Request<Vec<u8>> {
    axum::http::Request::get(address).body(Vec::new()).unwrap()
}

fn assert_led_back(answer: &Answer, page: &str) {
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, page)
    );
}

fn assert_tells_none(answer: &Answer, canaries: &[String], what: &str) {
    let everything = format!("{:?} {}", answer.headers, answer.body.replace("\r\n ", ""));
    for canary in canaries {
        assert!(!everything.contains(canary), "{what} holds {canary}");
    }
}

fn room_name(joined: &[crate::bigbluebutton::Joined]) -> String {
    joined[0].room.clone()
}

/// What the token says that `answer` leads to `room` with, checked as the server would.
fn claims_of(answer: &Answer, room: &str) -> Value {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let (before, token) = answer.header("location").split_once("?jwt=").unwrap();
    assert_eq!(before, format!("{JITSI}/{room}"));
    let (signed, signature) = token.rsplit_once('.').unwrap();
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(JITSI_SECRET.as_bytes()).unwrap();
    mac.update(signed.as_bytes());
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).unwrap();
    mac.verify_slice(&signature)
        .expect("the server's own signature");
    let (header, claims) = signed.split_once('.').unwrap();
    let read = |part: &str| -> Value {
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
    };
    assert_eq!(read(header)["alg"], "HS256");
    read(claims)
}

/// Does to the database what no page offers.
async fn by_hand(stage: &Stage, change: &'static str) {
    let mut tx = stage.begin().await;
    tx.query(Sql::new(change, change)).execute().await.unwrap();
    tx.commit().await.unwrap();
}
