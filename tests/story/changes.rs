//! Who hears that time, place or link are others, or that nothing takes place, and what becomes of
//! their calendars (F-5, F-17, E-24).

use convoke::base::testing::TestDb;
use convoke::event::{self, Details, Fact, Format, Mode, OPERATOR, SaveOptions, Touched, Venue};
use convoke::on_both_engines;
use convoke::outbox::{Message, MessageState};
use convoke::registration::Request;

use crate::events::{CANARY, online, request, request_of, roundtable, session, two_sessions_for};
use crate::stage::{Mail, Stage};

const CLOSING: &str = "2022-11-24T22:00:00Z";
const RANA: &str = "rana@example.org";
const SAMI: &str = "sami@example.org";
const OTHER: &str = "Jw4Kq8Xs2Bn6Cv1Zm5Rt";

on_both_engines! {
    async fn f_05_register_link_move_cancel_is_one_entry_that_is_kept_right(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.tick().await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.save(an_hour_later()).await;
        stage.tick().await;
        stage.cancel(None).await;
        stage.tick().await;
        let mails = in_order(&stage).await;
        let of_each = |name| mails.iter().flat_map(|mail| mail.property(name)).collect::<Vec<_>>();
        assert_eq!(of_each("METHOD"), ["REQUEST", "REQUEST", "REQUEST", "CANCEL"]);
        assert_eq!(of_each("SEQUENCE"), ["0", "1", "2", "3"]);
        let mut uids = of_each("UID");
        uids.dedup();
        assert_eq!(uids.len(), 1);
        let starts = of_each("DTSTART;TZID=Asia/Beirut");
        assert_eq!(starts, ["20221125T150000", "20221125T150000", "20221125T160000", "20221125T160000"]);
        let stamps = of_each("DTSTAMP");
        assert!(stamps.is_sorted_by(|earlier, later| earlier < later), "{stamps:?}");
        let holding: Vec<bool> = mails.iter().map(|mail| mail.is_about(CANARY)).collect();
        assert_eq!(holding, [false, true, true, false]);
    }

    async fn f_17_a_typo_tells_nobody_and_a_move_everybody_who_holds_the_time(test: TestDb) {
        let mut details = roundtable();
        details.terms.capacity = online(1);
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&request(RANA)).await;
        stage.join(&Request { waitlist: true, ..request(SAMI) }).await;
        stage.tick().await;
        details.title = convoke::base::language::Localised::One("Food, security and trade".to_owned());
        stage.save(details.clone()).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 0);
        stage.save(Details { sessions: an_hour_later().sessions, ..details }).await;
        // Whoever asks after the move knows no other time.
        stage.test.clock.advance(chrono::TimeDelta::seconds(1));
        stage.join(&Request { waitlist: true, ..request("lina@example.org") }).await;
        stage.tick().await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 2);
        let hers = stage.mails_to(RANA, "Subject: New time");
        assert!(hers[0].is_about("16:00") && hers[0].is_about("need not do anything"));
        assert_eq!(hers[0].property("SEQUENCE"), ["1"]);
        let his = stage.mails_to(SAMI, "Subject: New time");
        assert!(his[0].is_about("still on the waiting list"));
        assert_eq!(his[0].calendar, None);
    }

    async fn f_17_quietly_means_nobody_until_an_organiser_says_so(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.tick().await;
        stage.save_with(an_hour_later(), SaveOptions { quietly: true, ..SaveOptions::default() }).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 0);
        tell(&stage, Fact::Time).await;
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "Subject: New time").len(), 1);
    }

    async fn f_17_a_place_concerns_those_who_come_to_it(test: TestDb) {
        let mut details = hybrid("Hamra 1");
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&request(RANA)).await;
        stage.join(&Request { mode: Mode::InPerson, ..request(SAMI) }).await;
        stage.tick().await;
        details.venue = hybrid("Achrafieh 2").venue;
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(told(&stage, "Subject: New venue"), [SAMI]);
        let mail = stage.mails_to(SAMI, "Subject: New venue").remove(0);
        assert!(mail.is_about("Achrafieh 2") && mail.is_about("SEQUENCE:1"));
    }

    async fn e_24_another_link_goes_to_those_who_hold_the_old_one_and_the_others_get_it_as_theirs(test: TestDb) {
        let mut details = hybrid("Hamra 1");
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&request(RANA)).await;
        stage.join(&Request { mode: Mode::InPerson, ..request("omar@example.org") }).await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.by_hand("UPDATE event SET closes_at = '2022-11-25T00:00:00Z'").await;
        let sami = stage.join(&request(SAMI)).await;
        stage.by_hand("UPDATE event SET closes_at = '2022-11-24T22:00:00Z'").await;
        stage.plan().await;
        stage.test.clock.advance(chrono::TimeDelta::seconds(1));
        details.meeting.as_mut().unwrap().link = Some(another_link());
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(told(&stage, "Subject: New link to join"), [RANA]);
        assert_eq!(told(&stage, OTHER), [RANA, SAMI]);
        let own: Vec<_> = stage.owed("link").await.into_iter()
            .filter(|one| one.recipient == sami.id.uuid()).map(|one| one.state).collect();
        assert_eq!(own, [MessageState::Sent]);
        let hers = stage.mails_to(RANA, "Subject: New link to join").remove(0);
        assert_eq!(hers.property("SEQUENCE"), ["2"]);
        assert!(hers.calendar.as_deref().unwrap().contains(OTHER));
    }

    async fn s_32_another_link_is_held_back_where_registration_is_open_again(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.at("2022-11-24T22:10:00Z");
        let mut details = roundtable();
        details.terms.closes = Some("2022-11-25T11:59".parse().unwrap());
        details.meeting.as_mut().unwrap().link = Some(another_link());
        stage.save(details).await;
        stage.at("2022-11-25T09:59:59Z");
        stage.tick().await;
        assert_eq!(told(&stage, OTHER), [""; 0]);
        stage.at("2022-11-25T10:00:00Z");
        stage.tick().await;
        stage.tick().await;
        assert_eq!(told(&stage, OTHER), [RANA]);
        assert_eq!(stage.owed("link").await.len(), 2);
    }

    async fn e_12_a_move_while_registration_is_open_again_leaves_the_link_to_those_who_hold_it(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        let mut details = an_hour_later();
        details.terms.closes = Some("2022-11-25T11:59".parse().unwrap());
        stage.save(details).await;
        stage.join(&request(SAMI)).await;
        stage.tick().await;
        let changed = stage.mails_to(RANA, "Subject: New time").remove(0);
        assert!(changed.calendar.as_deref().unwrap().contains(CANARY));
        assert_eq!(stage.told_the_link(), [RANA, RANA]);
        stage.at("2022-11-25T10:00:00Z");
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [RANA, RANA, SAMI]);
    }

    async fn f_17_a_second_change_before_the_first_was_told_tells_both_once(test: TestDb) {
        let mut details = hybrid("Hamra 1");
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&Request { mode: Mode::InPerson, ..request(SAMI) }).await;
        stage.tick().await;
        details.sessions = an_hour_later().sessions;
        stage.save(details.clone()).await;
        stage.plan().await;
        details.venue = hybrid("Achrafieh 2").venue;
        stage.save(details.clone()).await;
        stage.test.clock.advance(chrono::TimeDelta::seconds(1));
        stage.tick().await;
        let mails = stage.mails_to(SAMI, "has changed");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].is_about("The time has changed") && mails[0].is_about("The venue has changed"));
        // What was told is not told again.
        details.venue = hybrid("Hamra 1").venue;
        stage.test.clock.advance(chrono::TimeDelta::minutes(1));
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(stage.mails_to(SAMI, "Subject: New venue").len(), 1);
    }

    async fn f_18_of_two_sessions_the_one_that_moves_is_updated_alone(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(9, 9)).await;
        stage.join(&request_for_both()).await;
        stage.tick().await;
        let mut details = two_sessions_for(9, 9);
        details.sessions[1].starts = "2022-11-25T19:00".parse().unwrap();
        stage.save(details).await;
        stage.tick().await;
        let mails = stage.mails_to(RANA, "Subject: New time");
        assert_eq!(mails.len(), 1);
        assert!(mails[0].is_about("DTSTART;TZID=Asia/Beirut:20221125T190000"));
        assert!(mails[0].is_about("evening") && !mails[0].is_about("morning"));
    }

    async fn e_32_a_cancelled_event_tells_everybody_once_with_the_reason(test: TestDb) {
        let mut details = roundtable();
        details.terms.capacity = online(1);
        let stage = Stage::set(test, details).await;
        stage.join(&request(RANA)).await;
        stage.join(&Request { waitlist: true, ..request(SAMI) }).await;
        let lina = stage.join(&Request { waitlist: true, ..request("lina@example.org") }).await;
        assert!(stage.withdraw(lina.id).await);
        stage.tick().await;
        stage.cancel(Some("The hall is closed.")).await;
        for _ in 0..3 {
            stage.tick().await;
        }
        assert_eq!(told(&stage, "Subject: Cancelled"), [RANA, SAMI]);
        let hers = stage.mails_to(RANA, "Subject: Cancelled").remove(0);
        assert!(hers.is_about("The hall is closed."));
        assert_eq!((hers.property("METHOD"), hers.property("SEQUENCE")), (one("CANCEL"), one("1")));
        assert_eq!(hers.property("STATUS"), ["CANCELLED"]);
        assert_eq!(stage.mails_to(SAMI, "Subject: Cancelled")[0].calendar, None);
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [""; 0]);
    }

    async fn out_07_a_cancellation_never_overtakes_what_came_before(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.plan().await;
        stage.save(an_hour_later()).await;
        stage.plan().await;
        stage.cancel(None).await;
        stage.tick().await;
        let states: Vec<(String, MessageState)> = stage.messages().await.into_iter()
            .map(|one| (one.kind, one.state)).collect();
        let expected = [
            ("registered", MessageState::Suppressed), ("link", MessageState::Suppressed),
            ("changed", MessageState::Suppressed), ("cancelled", MessageState::Sent),
        ];
        assert_eq!(states, expected.map(|(kind, state)| (kind.to_owned(), state)));
    }

    async fn e_12_a_link_entered_late_is_not_sent_again_when_registration_is_opened_again(test: TestDb) {
        let mut without = roundtable();
        without.meeting.as_mut().unwrap().link = None;
        let stage = Stage::set(test, without).await;
        stage.join(&request(RANA)).await;
        stage.tick().await;
        stage.at("2022-11-21T10:00:00Z");
        stage.save(roundtable()).await;
        stage.at(CLOSING);
        stage.tick().await;
        let mut open = roundtable();
        open.terms.closes = Some("2022-11-25T11:59".parse().unwrap());
        stage.at("2022-11-24T22:10:00Z");
        stage.save(open.clone()).await;
        stage.tick().await;
        // A move in between leaves the link in their calendar.
        stage.save(Details { sessions: an_hour_later().sessions, ..open }).await;
        stage.tick().await;
        let moved = stage.mails_to(RANA, "Subject: New time").remove(0);
        assert!(moved.calendar.as_deref().unwrap().contains(CANARY));
        stage.at("2022-11-25T10:00:00Z");
        stage.tick().await;
        assert_eq!(stage.owed("link").await.len(), 1);
    }

    async fn e_12_a_link_replaced_and_told_is_not_sent_again_when_registration_is_opened_again(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        let mut details = roundtable();
        details.meeting.as_mut().unwrap().link = Some(another_link());
        stage.at("2022-11-24T22:10:00Z");
        stage.save(details.clone()).await;
        stage.tick().await;
        assert_eq!(told(&stage, OTHER), [RANA]);
        details.terms.closes = Some("2022-11-25T11:59".parse().unwrap());
        stage.at("2022-11-24T22:20:00Z");
        stage.save(details).await;
        stage.at("2022-11-25T10:00:00Z");
        stage.tick().await;
        assert_eq!(told(&stage, OTHER), [RANA]);
    }

    async fn e_28_a_link_and_a_move_in_one_are_both_told(test: TestDb) {
        let mut without = roundtable();
        without.meeting.as_mut().unwrap().link = None;
        let stage = Stage::set(test, without).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.at("2022-11-24T23:00:00Z");
        stage.save(an_hour_later()).await;
        stage.test.clock.advance(chrono::TimeDelta::seconds(1));
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "Subject: The link to join").len(), 1);
        assert_eq!(stage.mails_to(RANA, "Subject: New time").len(), 1);
    }

    async fn e_29_two_changes_in_quiet_hours_are_both_told_after_them(test: TestDb) {
        let mut details = hybrid("Hamra 1");
        details.mail.as_mut().unwrap().quiet_hours = Some(event::QuietHours {
            from: "22:00:00".parse().unwrap(),
            to: "08:00:00".parse().unwrap(),
        });
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&request(RANA)).await;
        stage.join(&Request { mode: Mode::InPerson, ..request(SAMI) }).await;
        stage.tick().await;
        stage.at("2022-11-22T20:30:00Z");
        details.sessions = an_hour_later().sessions;
        stage.save(details.clone()).await;
        stage.tick().await;
        stage.at("2022-11-22T21:00:00Z");
        details.venue = hybrid("Achrafieh 2").venue;
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 0);
        stage.at("2022-11-23T06:00:00Z");
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "The time has changed").len(), 1);
        let his = stage.mails_to(SAMI, "The time has changed").remove(0);
        assert!(his.is_about("The venue has changed"));
        // Whoever joins online is not told of a venue.
        assert!(!stage.mails_to(RANA, "The time has changed")[0].is_about("venue has changed"));
    }

    async fn f_17_who_got_their_place_after_a_change_knows_nothing_else(test: TestDb) {
        let mut details = roundtable();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details.clone()).await;
        let rana = stage.join(&request(RANA)).await;
        stage.tick().await;
        stage.test.clock.advance(chrono::TimeDelta::minutes(5));
        stage.save(Details { sessions: an_hour_later().sessions, ..details }).await;
        stage.test.clock.advance(chrono::TimeDelta::minutes(5));
        assert!(stage.confirm(rana.id).await);
        stage.tick().await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.owed("changed").await.len(), 0);
    }

    async fn s_32_of_many_sessions_with_links_of_their_own_nobody_is_told_a_foreign_one(test: TestDb) {
        let stage = Stage::set(test, six_with_links()).await;
        let keys = ["s2", "s3", "s4", "s5", "s6", "s7"];
        stage.join(&crate::events::request_for(RANA, &keys)).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.owed("link").await.len(), 6);
        for link in stage.mails_to(RANA, "Subject: The link to join") {
            let sessions = keys.iter().filter(|key| link.is_about(&format!("titled-{key}"))).count();
            assert_eq!(sessions, 1, "a link stands above its own session only");
        }
        let mut moved = six_with_links();
        moved.sessions[4].starts = "2022-11-25T13:30".parse().unwrap();
        stage.save(moved).await;
        stage.tick().await;
        let changed = stage.mails_to(RANA, "Subject: New time").remove(0);
        assert!(!changed.is_about("/room-s1"));
    }

    async fn e_18_nobody_is_left_without_a_way_to_attend(test: TestDb) {
        let stage = Stage::set(test, hybrid("Hamra 1")).await;
        stage.join(&request(RANA)).await;
        let mut in_person = hybrid("Hamra 1");
        in_person.format = Format::InPerson;
        assert!(stage.try_save(in_person).await.unwrap_err().contains("online"));
        let mut online = hybrid("Hamra 1");
        online.format = Format::Online;
        online.venue = None;
        stage.try_save(online).await.unwrap();
    }

    async fn r_10_a_speaker_who_is_told_as_well_takes_nobodys_turn(test: TestDb) {
        let mut details = roundtable();
        details.sessions[0].lineup = vec![event::Appearance {
            id: None,
            role: event::Role::Moderator,
            name: None,
            position: None,
            organisation: None,
            bio: None,
            email: Some("chair@example.org".parse().unwrap()),
            state: None,
            channel: None,
        }];
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        stage.cancel(None).await;
        stage.tick().await;
        assert_eq!(told(&stage, "Subject: Cancelled"), ["chair@example.org", RANA]);
    }

    async fn r_10_of_many_five_hear_of_a_change_first(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        for number in 0..205 {
            stage.join(&request_of(number)).await;
        }
        stage.tick().await;
        stage.save(an_hour_later()).await;
        stage.tick().await;
        let sent = |changed: &[Message]| changed.iter().filter(|one| one.state == MessageState::Sent).count();
        let changed = stage.owed("changed").await;
        assert_eq!((changed.len(), sent(&changed)), (205, 5));
        stage.test.clock.advance(chrono::TimeDelta::seconds(59));
        stage.tick().await;
        assert_eq!(sent(&stage.owed("changed").await), 5);
        stage.test.clock.advance(chrono::TimeDelta::seconds(1));
        stage.tick().await;
        assert_eq!(sent(&stage.owed("changed").await), 205);
    }
}

fn one(value: &str) -> Vec<String> {
    vec![value.to_owned()]
}

fn an_hour_later() -> Details {
    Details {
        sessions: vec![session("main", "2022-11-25T16:00", "2022-11-25T18:00")],
        ..roundtable()
    }
}

fn another_link() -> event::MeetingLink {
    format!("https://meet.example.org/{OTHER}").parse().unwrap()
}

fn hybrid(address: &str) -> Details {
    let address = convoke::base::language::Localised::One(address.to_owned());
    Details {
        format: Format::Hybrid,
        venue: Some(Venue {
            name: None,
            address: Some(address),
            city: None,
            country: None,
            map: None,
        }),
        ..roundtable()
    }
}

/// Seven sessions within a day, each joined at a link of its own.
fn six_with_links() -> Details {
    let mut details = roundtable();
    details.terms.per_session = Some(true);
    details.sessions = (1..=7)
        .map(|number| {
            let key = format!("s{number}");
            let hour = 8 + number;
            let (starts, ends) = (
                format!("2022-11-25T{hour:02}:00"),
                format!("2022-11-25T{hour:02}:50"),
            );
            let mut one = session(&key, &starts, &ends);
            one.title = Some(convoke::base::language::Localised::One(format!(
                "titled-{key}"
            )));
            let mut meeting = crate::events::meeting(None);
            meeting.link = Some(
                format!("https://meet.example.org/room-{key}")
                    .parse()
                    .unwrap(),
            );
            one.meeting = Some(meeting);
            one
        })
        .collect();
    details
}

fn request_for_both() -> Request {
    crate::events::request_for(RANA, &["morning", "evening"])
}

async fn tell(stage: &Stage, fact: Fact) {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let touched = event.session_ids.iter().map(|session| Touched {
        session: *session,
        facts: [fact].into(),
    });
    let touched: Vec<Touched> = touched.collect();
    assert!(
        event::tell_anew(&mut tx, &event, &touched, OPERATOR)
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

/// Who got mails that say `words`, sorted.
fn told(stage: &Stage, words: &str) -> Vec<String> {
    let mails = stage.mails().into_iter();
    let mut told: Vec<String> = mails
        .filter(|mail| mail.is_about(words))
        .map(|mail| mail.to)
        .collect();
    told.sort();
    told
}

/// The mails that left, in the order in which they were made.
async fn in_order(stage: &Stage) -> Vec<Mail> {
    let mails = stage.mails();
    let made = stage.messages().await;
    let of = |message: &Message| {
        mails
            .iter()
            .find(|mail| mail.message_id == message.message_id)
    };
    made.iter().filter_map(of).cloned().collect()
}
