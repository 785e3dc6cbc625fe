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
