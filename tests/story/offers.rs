//! Places that are offered before they are given, and those who wait for the room while they come online
//! (E-15, E-17, E-18, F-12).

use chrono::TimeDelta;
use convoke::base::testing::TestDb;
use convoke::event::{Capacity, Details, Format, Mode};
use convoke::on_both_engines;
use convoke::registration::{
    Next, Outcome, Registration, RegistrationState, Request, TakenUp, place_in_line, stop_waiting,
    take_up,
};

use crate::events::{request_of, roundtable_for};
use crate::stage::Stage;

const CLOSING: &str = "2022-11-24T22:00:00Z";
const START: &str = "2022-11-25T13:00:00Z";

on_both_engines! {
    async fn f_12_a_free_place_is_offered_and_kept_until_it_is_taken_up(test: TestDb) {
        let stage = Stage::set(test, offering(1, "12h")).await;
        asks(&stage, 0..3).await;
        give_up(&stage, 0).await;
        stage.tick().await;
        let [first, second] = [person(&stage, 1).await, person(&stage, 2).await];
        assert!(first.is_offered() && second.is_in_line());
        assert_eq!((first.state, stage.taken().await), (RegistrationState::Waitlisted, vec![1, 1]));
        assert_eq!(stage.owed("offer").await.len(), 1);
        let mails = stage.mails_to("guest1@example.org", "A place is kept for you");
        assert_eq!(mails.len(), 1, "{:?}", stage.mails());
        assert_eq!(mails[0].calendar, None);
        // Nobody else has it meanwhile, and nothing is offered twice.
        assert_eq!(stage.ask(&waiting(request_of(9)), None).await, Outcome::Accepted(Next::Waitlisted));
        stage.tick().await;
        assert_eq!(stage.owed("offer").await.len(), 1);
        assert_eq!(take(&stage, 1).await, TakenUp::Done);
        assert_eq!(take(&stage, 1).await, TakenUp::AlreadySo);
        assert_eq!(person(&stage, 1).await.state, RegistrationState::Confirmed);
        let told = stage.owed("promoted").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].payload["issue"]["sequence"], 0);
        assert_eq!(take(&stage, 2).await, TakenUp::Gone, "nothing was offered to them");
    }

    async fn f_12_an_offer_that_nobody_answers_goes_to_the_next(test: TestDb) {
        let stage = Stage::set(test, offering(1, "12h")).await;
        asks(&stage, 0..3).await;
        give_up(&stage, 0).await;
        stage.tick().await;
        let until = person(&stage, 1).await.held_until.unwrap();
        stage.test.clock.set(until - TimeDelta::microseconds(1));
        stage.tick().await;
        assert!(person(&stage, 1).await.is_offered());
        stage.test.clock.set(until);
        assert_eq!(take(&stage, 1).await, TakenUp::Gone, "before any worker has looked");
        stage.tick().await;
        assert_eq!(person(&stage, 1).await.state, RegistrationState::Cancelled);
        assert!(person(&stage, 2).await.is_offered());
        assert_eq!(stage.taken().await, [1, 1]);
        assert_eq!(stage.owed("withdrawn").await.len(), 1, "of who gave the place up");
    }

    async fn e_15_an_offer_made_before_closing_is_taken_up_after_it_and_gets_the_link(test: TestDb) {
        let stage = Stage::set(test, offering(1, "2h")).await;
        asks(&stage, 0..2).await;
        stage.at("2022-11-24T21:00:00Z");
        give_up(&stage, 0).await;
        stage.tick().await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [""; 0]);
        stage.at("2022-11-24T22:05:00Z");
        assert_eq!(take(&stage, 1).await, TakenUp::Done);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), ["guest1@example.org"]);
    }

    async fn e_15_no_offer_lasts_into_the_last_hour_nor_is_made_in_it(test: TestDb) {
        let stage = Stage::set(test, offering(2, "12h")).await;
        asks(&stage, 0..4).await;
        stage.at("2022-11-25T09:00:00Z");
        give_up(&stage, 0).await;
        stage.tick().await;
        let last = person(&stage, 2).await.held_until.unwrap();
        assert_eq!(last, START.parse::<chrono::DateTime<chrono::Utc>>().unwrap() - TimeDelta::hours(1));
        stage.at("2022-11-25T12:00:00Z");
        give_up(&stage, 1).await;
        stage.tick().await;
        assert_eq!(person(&stage, 2).await.state, RegistrationState::Cancelled);
        assert!(person(&stage, 3).await.is_in_line());
        assert_eq!(stage.owed("offer").await.len(), 1);
    }

    async fn e_15_the_organisers_deadline_ends_offers_too(test: TestDb) {
        let mut details = offering(1, "12h");
        details.terms.offers_until = Some("2022-11-20T14:00".parse().unwrap());
        let stage = Stage::set(test, details).await;
        asks(&stage, 0..3).await;
        give_up(&stage, 0).await;
        stage.tick().await;
        let until = person(&stage, 1).await.held_until.unwrap();
        assert_eq!(until.to_rfc3339(), "2022-11-20T12:01:00+00:00", "the whole minute counts");
        stage.test.clock.set(until);
        stage.tick().await;
        assert!(person(&stage, 2).await.is_in_line(), "none is made after it");
    }

    async fn e_17_an_offer_never_returns_to_who_declined_it(test: TestDb) {
        let stage = Stage::set(test, offering(1, "12h")).await;
        asks(&stage, 0..3).await;
        give_up(&stage, 0).await;
        stage.tick().await;
        let declined = person(&stage, 1).await;
        give_up(&stage, 1).await;
        stage.tick().await;
        assert!(person(&stage, 2).await.is_offered());
        stage.ask(&waiting(request_of(1)), None).await;
        give_up(&stage, 2).await;
        stage.tick().await;
        let again = person(&stage, 1).await;
        assert!(again.is_offered() && again.id != declined.id, "asked anew, from the end of the list");
        assert_eq!(take_of(&stage, &declined).await, TakenUp::Gone);
        assert_eq!(stage.taken().await, [1, 1]);
    }

    async fn e_16_fewer_places_evict_nobody_who_holds_an_offer(test: TestDb) {
        let stage = Stage::set(test, offering(2, "12h")).await;
        asks(&stage, 0..4).await;
        give_up(&stage, 0).await;
        stage.tick().await;
        stage.save(offering(1, "12h")).await;
        assert_eq!(take(&stage, 2).await, TakenUp::Done);
        give_up(&stage, 1).await;
        stage.tick().await;
        assert!(person(&stage, 3).await.is_in_line());
        assert_eq!(stage.taken().await, [1, 1]);
    }

    async fn f_12_everybody_sees_their_place_in_line(test: TestDb) {
        let stage = Stage::set(test, hybrid(1, 1, None)).await;
        let room = |number| Request { mode: Mode::InPerson, ..waiting(request_of(number)) };
        asks(&stage, 0..3).await;
        for number in 10..13 {
            stage.ask(&room(number), None).await;
        }
        for (number, place) in [(0, None), (1, Some(1)), (2, Some(2)), (11, Some(1)), (12, Some(2))] {
            let one = person(&stage, number).await;
            let mut tx = stage.begin().await;
            let event = stage.event_in(&mut tx).await;
            assert_eq!(place_in_line(&mut tx, &event, &one).await.unwrap(), place, "{number}");
        }
    }

    async fn e_18_who_comes_online_meanwhile_is_one_person_and_moves_into_the_room(test: TestDb) {
        let stage = Stage::set(test, hybrid(5, 1, Some("12h"))).await;
        let room = |number| Request { mode: Mode::InPerson, ..waiting(request_of(number)) };
        let meanwhile = |number| Request { meanwhile_online: true, ..room(number) };
        assert_eq!(stage.ask(&room(0), None).await, Outcome::Accepted(Next::Registered));
        assert_eq!(stage.ask(&meanwhile(1), None).await, Outcome::Accepted(Next::Registered));
        stage.tick().await;
        let both = person(&stage, 1).await;
        assert_eq!((both.state, both.mode), (RegistrationState::Confirmed, Mode::Online));
        assert_eq!(both.wished_mode, Some(Mode::InPerson));
        assert_eq!(counts(&stage).await, (1, 1, 0, 1));
        assert_eq!(stage.mails_to("guest1@example.org", "waiting list for the room").len(), 1);
        // A newcomer for the room does not overtake.
        give_up(&stage, 0).await;
        assert_eq!(stage.ask(&room(2), None).await, Outcome::Accepted(Next::Waitlisted));
        stage.tick().await;
        let moved = person(&stage, 1).await;
        assert_eq!((moved.id, moved.mode, moved.wished_mode), (both.id, Mode::InPerson, None));
        assert_eq!(counts(&stage).await, (0, 1, 0, 1), "the other one waits now");
        let told = stage.owed("promoted").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].payload["issue"]["sequence"], 1, "their entry is brought up to date");
        // In the room nobody gets the link.
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [""; 0]);
    }

    async fn e_18_the_place_that_somebody_moves_away_from_is_the_next_ones(test: TestDb) {
        let stage = Stage::set(test, hybrid(1, 1, None)).await;
        let room = |number| Request { mode: Mode::InPerson, ..waiting(request_of(number)) };
        stage.ask(&room(0), None).await;
        stage.ask(&Request { meanwhile_online: true, ..room(1) }, None).await;
        stage.ask(&waiting(request_of(2)), None).await;
        stage.tick().await;
        assert_eq!(counts(&stage).await, (1, 1, 1, 1));
        give_up(&stage, 0).await;
        stage.tick().await;
        assert_eq!(person(&stage, 1).await.mode, Mode::InPerson);
        assert_eq!(person(&stage, 2).await.state, RegistrationState::Confirmed);
        assert_eq!(counts(&stage).await, (1, 1, 0, 0));
    }

    async fn e_18_who_leaves_the_line_stays_online_and_who_withdraws_leaves_both(test: TestDb) {
        let stage = Stage::set(test, hybrid(5, 1, None)).await;
        let room = |number| Request { mode: Mode::InPerson, ..waiting(request_of(number)) };
        let meanwhile = |number| Request { meanwhile_online: true, ..room(number) };
        stage.ask(&room(0), None).await;
        for number in 1..4 {
            stage.ask(&meanwhile(number), None).await;
        }
        assert_eq!(counts(&stage).await, (3, 1, 0, 3));
        let one = person(&stage, 1).await;
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        assert!(stop_waiting(&mut tx, &event, &one).await.unwrap());
        assert!(!stop_waiting(&mut tx, &event, &one).await.unwrap());
        tx.commit().await.unwrap();
        give_up(&stage, 2).await;
        assert_eq!(counts(&stage).await, (2, 1, 0, 1));
        stage.decline(person(&stage, 3).await.id, None).await;
        assert_eq!(counts(&stage).await, (1, 1, 0, 0));
        give_up(&stage, 0).await;
        stage.tick().await;
        assert_eq!(person(&stage, 1).await.mode, Mode::Online);
        assert_eq!(counts(&stage).await, (1, 0, 0, 0));
    }

    async fn e_18_where_online_is_full_too_one_waits_for_the_room_alone(test: TestDb) {
        let stage = Stage::set(test, hybrid(0, 0, None)).await;
        let request = Request {
            mode: Mode::InPerson, meanwhile_online: true, ..waiting(request_of(1))
        };
        assert_eq!(stage.ask(&request, None).await, Outcome::Accepted(Next::Waitlisted));
        assert_eq!(counts(&stage).await, (0, 0, 0, 1));
    }
}

/// Places taken online and in the room, and who is counted as waiting for either.
async fn counts(stage: &Stage) -> (i64, i64, i64, i64) {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let seats = convoke::registration::taken_seats(&mut tx, event.id).await;
    let taken = seats.unwrap().event;
    (
        taken.online,
        taken.in_person,
        taken.online_waiting,
        taken.in_person_waiting,
    )
}

async fn take(stage: &Stage, number: usize) -> TakenUp {
    take_of(stage, &person(stage, number).await).await
}

async fn take_of(stage: &Stage, registration: &Registration) -> TakenUp {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let taken = take_up(&mut tx, &event, registration).await.unwrap();
    tx.commit().await.unwrap();
    taken
}

async fn person(stage: &Stage, number: usize) -> Registration {
    stage.latest(&format!("guest{number}@example.org")).await
}

async fn give_up(stage: &Stage, number: usize) {
    let one = person(stage, number).await;
    assert!(stage.withdraw(one.id).await);
}

async fn asks(stage: &Stage, numbers: std::ops::Range<usize>) {
    for number in numbers {
        stage.ask(&waiting(request_of(number)), None).await;
        stage.test.clock.advance(TimeDelta::seconds(1));
    }
}

fn waiting(request: Request) -> Request {
    Request {
        waitlist: true,
        ..request
    }
}

fn offering(places: u32, length: &str) -> Details {
    let mut details = roundtable_for(places);
    details.terms.waitlist = Some(true);
    details.terms.offers = Some(length.parse().unwrap());
    details
}

/// So many places online and in the room, offered for so long or given at once.
pub fn hybrid(online: u32, in_person: u32, offers: Option<&str>) -> Details {
    let mut details = roundtable_for(online);
    details.format = Format::Hybrid;
    details.terms.waitlist = Some(true);
    details.terms.offers = offers.map(|length| length.parse().unwrap());
    details.terms.capacity = Some(Capacity {
        online: Some(online),
        in_person: Some(in_person),
    });
    details
}
