//! What people change about their own registration: through the same admission as everybody, with the seat that
//! they leave going to whoever is next, and calendars that follow (E-6, E-18, F-18).

use chrono::TimeDelta;
use convoke::base::id::Id;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::event::{Mode, Release};
use convoke::on_both_engines;
use convoke::registration::{
    self, Changed, Consent, Refusal, Registration, RegistrationState, Request, entered,
    session_lines, stop_waiting, wished_sessions,
};
use tokio::task::JoinSet;

use crate::events::{meeting, request_for, request_of, two_sessions_for};
use crate::offers::hybrid;
use crate::stage::Stage;

const CLOSING: &str = "2022-11-24T22:00:00Z";
const DONE: Changed = Changed::Done { waits: false };
const WAITS: Changed = Changed::Done { waits: true };

on_both_engines! {
    async fn e_18_who_moves_takes_a_place_and_leaves_one_to_the_next(test: TestDb) {
        let stage = Stage::set(test, hybrid(1, 1, None)).await;
        let rana = stage.join(&request_of(0)).await;
        let next = stage.join(&listed(request_of(1))).await;
        assert_eq!(change(&stage, rana.id, &in_room(request_of(0))).await, DONE);
        let moved = stage.load(rana.id).await;
        assert_eq!((moved.mode, moved.seated), (Mode::InPerson, true));
        assert_eq!(places(&stage).await, (0, 1));
        let told = stage.owed("moved").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].payload["issue"]["sequence"], 1);
        stage.tick().await;
        assert_eq!(stage.load(next.id).await.state, RegistrationState::Confirmed);
        assert_eq!(places(&stage).await, (1, 1));
        let mail = &stage.mails_to("guest0@example.org", "Your registration has changed")[0];
        assert_eq!((mail.property("METHOD"), mail.property("SEQUENCE")), (vec!["REQUEST".into()], vec!["1".into()]));
        // Once more the same is nothing.
        assert_eq!(change(&stage, rana.id, &in_room(request_of(0))).await, Changed::AlreadySo);
        assert_eq!(stage.owed("moved").await.len(), 1);
    }

    async fn e_18_a_full_room_keeps_the_old_place_and_offers_the_line(test: TestDb) {
        let stage = Stage::set(test, hybrid(2, 1, None)).await;
        let first = stage.join(&in_room(request_of(0))).await;
        let rana = stage.join(&request_of(1)).await;
        let full = Changed::Full { has_line: true };
        assert_eq!(change(&stage, rana.id, &in_room(request_of(1))).await, full);
        assert_eq!(stage.load(rana.id).await, rana, "nothing was written");
        assert_eq!(change(&stage, rana.id, &listed(in_room(request_of(1)))).await, WAITS);
        let waits = stage.load(rana.id).await;
        assert_eq!((waits.mode, waits.wished_mode), (Mode::Online, Some(Mode::InPerson)));
        // They stand in that line already.
        assert_eq!(change(&stage, rana.id, &in_room(request_of(1))).await, Changed::AlreadySo);
        assert!(stage.withdraw(first.id).await);
        stage.tick().await;
        let moved = stage.load(rana.id).await;
        assert_eq!((moved.mode, moved.wished_mode), (Mode::InPerson, None));
        assert_eq!(places(&stage).await, (0, 1));
        assert_eq!(stage.owed("promoted").await.len(), 1);
    }

    async fn e_18_who_waits_for_a_place_online_keeps_the_room(test: TestDb) {
        let stage = Stage::set(test, hybrid(1, 2, None)).await;
        let first = stage.join(&request_of(0)).await;
        let rana = stage.join(&in_room(request_of(1))).await;
        assert_eq!(change(&stage, rana.id, &listed(request_of(1))).await, WAITS);
        stage.withdraw(first.id).await;
        stage.tick().await;
        assert_eq!(stage.load(rana.id).await.mode, Mode::Online);
        assert_eq!(places(&stage).await, (1, 0));
    }

    async fn r_02_the_last_place_in_the_room_is_one_persons(test: TestDb) {
        let stage = Stage::set(test, hybrid(5, 1, None)).await;
        let mut moving = JoinSet::new();
        for number in 0..5 {
            let one = stage.join(&request_of(number)).await;
            let stage = stage.clone();
            moving.spawn(async move { change(&stage, one.id, &in_room(request_of(number))).await });
        }
        let all = moving.join_all().await;
        assert_eq!(all.iter().filter(|one| **one == DONE).count(), 1, "{all:?}");
        assert_eq!(places(&stage).await, (4, 1));
    }

    async fn f_18_leaving_a_session_cancels_that_entry_alone(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(5, 5)).await;
        let rana = stage.join(&request_for("rana@example.org", &["morning"])).await;
        stage.tick().await;
        let evening = request_for("rana@example.org", &["evening"]);
        assert_eq!(change(&stage, rana.id, &evening).await, DONE);
        assert_eq!(stage.taken().await, [1, 0, 1]);
        stage.tick().await;
        let left = stage.mails_to("rana@example.org", "You have left a session");
        let came = stage.mails_to("rana@example.org", "Your registration has changed");
        let of = |mails: &[crate::stage::Mail], name: &str| mails[0].property(name);
        assert_eq!((left.len(), came.len()), (1, 1));
        assert_eq!((of(&left, "METHOD"), of(&left, "SEQUENCE")), (vec!["CANCEL".into()], vec!["1".into()]));
        assert_eq!((of(&came, "METHOD"), of(&came, "SEQUENCE")), (vec!["REQUEST".into()], vec!["0".into()]));
        assert_ne!(of(&left, "UID"), of(&came, "UID"));
        assert!(left[0].is_about("The rest of your registration stays"));
        // Back again it is another entry (CAL-7).
        let both = request_for("rana@example.org", &["morning", "evening"]);
        assert_eq!(change(&stage, rana.id, &both).await, DONE);
        stage.tick().await;
        let came = stage.mails_to("rana@example.org", "Your registration has changed");
        let uids: Vec<_> = came.iter().flat_map(|mail| mail.property("UID")).collect();
        assert_eq!(uids.len(), 2, "one for each session");
        assert!(!uids.contains(&of(&left, "UID")[0]));
        assert_eq!(stage.taken().await, [1, 1, 1]);
    }

    async fn f_18_a_full_session_waitlists_that_part(test: TestDb) {
        let stage = Stage::set(test, with_list(two_sessions_for(5, 1))).await;
        let first = stage.join(&request_for("omar@example.org", &["evening"])).await;
        let rana = stage.join(&request_for("rana@example.org", &["morning"])).await;
        let both = request_for("rana@example.org", &["morning", "evening"]);
        assert_eq!(change(&stage, rana.id, &both).await, Changed::Full { has_line: true });
        assert_eq!(change(&stage, rana.id, &listed(both.clone())).await, WAITS);
        assert_eq!(stage.load(rana.id).await.sessions.len(), 1);
        assert_eq!(lines(&stage, rana.id).await, [1]);
        // A newcomer comes after them.
        let late = stage.join(&listed(request_for("late@example.org", &["evening"]))).await;
        assert_eq!(late.state, RegistrationState::Waitlisted);
        // The same again changes nothing, and neither does a change of something else.
        assert_eq!(change(&stage, rana.id, &both).await, Changed::AlreadySo);
        assert!(stage.withdraw(first.id).await);
        stage.tick().await;
        let has = stage.load(rana.id).await;
        assert_eq!((has.sessions.len(), stage.taken().await), (2, vec![1, 1, 1]));
        assert_eq!(lines(&stage, rana.id).await, [0_usize; 0]);
        let told = stage.owed("promoted").await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].payload["issue"]["sequence"], 0);
        assert_eq!(stage.load(late.id).await.state, RegistrationState::Waitlisted);
    }

    /// The twin: with nobody counted as waiting for the session, the newcomer gets the place.
    async fn f_18_uncounted_who_waits_for_a_session_would_be_overtaken(test: TestDb) {
        let stage = Stage::set(test, with_list(two_sessions_for(5, 1))).await;
        let first = stage.join(&request_for("omar@example.org", &["evening"])).await;
        let rana = stage.join(&request_for("rana@example.org", &["morning"])).await;
        let both = request_for("rana@example.org", &["morning", "evening"]);
        assert_eq!(change(&stage, rana.id, &listed(both)).await, WAITS);
        stage.withdraw(first.id).await;
        let newcomer = listed(request_for("late@example.org", &["evening"]));
        let waits = stage.join(&newcomer).await;
        assert_eq!(waits.state, RegistrationState::Waitlisted);
        stage.withdraw(waits.id).await;
        stage.by_hand("UPDATE session SET online_waiting = 0").await;
        let overtakes = stage.join(&newcomer).await;
        assert_eq!(overtakes.state, RegistrationState::Confirmed);
    }

    async fn f_18_whoever_gives_up_or_stops_waiting_leaves_every_line(test: TestDb) {
        let stage = Stage::set(test, with_list(two_sessions_for(5, 1))).await;
        stage.join(&request_for("omar@example.org", &["evening"])).await;
        for (email, withdraws) in [("rana@example.org", true), ("lina@example.org", false)] {
            let one = stage.join(&request_for(email, &["morning"])).await;
            let both = listed(request_for(email, &["morning", "evening"]));
            assert_eq!(change(&stage, one.id, &both).await, WAITS);
            assert_eq!(waiting_in(&stage, 1).await, 1);
            if withdraws {
                stage.withdraw(one.id).await;
            } else {
                let mut tx = stage.begin().await;
                let event = stage.event_in(&mut tx).await;
                assert!(stop_waiting(&mut tx, &event, &one).await.unwrap());
                tx.commit().await.unwrap();
            }
            assert_eq!(waiting_in(&stage, 1).await, 0);
        }
    }

    async fn f_12_who_waits_and_wants_something_else_goes_to_the_end(test: TestDb) {
        let stage = Stage::set(test, hybrid(1, 1, None)).await;
        stage.join(&request_of(0)).await;
        stage.join(&in_room(request_of(1))).await;
        let rana = stage.join(&listed(request_of(2))).await;
        stage.test.clock.advance(TimeDelta::minutes(1));
        let omar = stage.join(&listed(in_room(request_of(3)))).await;
        stage.test.clock.advance(TimeDelta::minutes(1));
        assert_eq!(change(&stage, rana.id, &in_room(request_of(2))).await, DONE);
        let guest = stage.latest("guest1@example.org").await;
        stage.withdraw(guest.id).await;
        stage.tick().await;
        assert_eq!(stage.load(omar.id).await.state, RegistrationState::Confirmed);
        let waits = stage.load(rana.id).await;
        assert_eq!((waits.state, waits.mode), (RegistrationState::Waitlisted, Mode::InPerson));
    }

    async fn e_06_nothing_is_changed_once_registration_has_closed(test: TestDb) {
        let stage = Stage::set(test, hybrid(2, 2, None)).await;
        let rana = stage.join(&request_of(0)).await;
        stage.test.clock.set(CLOSING.parse::<convoke::base::clock::Instant>().unwrap() - TimeDelta::microseconds(1));
        assert_eq!(change(&stage, rana.id, &in_room(request_of(0))).await, DONE);
        stage.at(CLOSING);
        let before = stage.load(rana.id).await;
        let renamed = Request { name: SingleLine::clean("Another"), ..in_room(request_of(0)) };
        for late in [request_of(0), renamed] {
            assert_eq!(change(&stage, rana.id, &late).await, Changed::Refused(Refusal::Closed));
        }
        assert_eq!(stage.load(rana.id).await, before);
        assert!(stage.withdraw(rana.id).await, "giving up is possible always");
    }

    async fn where_an_organiser_decides_nobody_moves_by_themselves(test: TestDb) {
        let mut details = hybrid(2, 2, None);
        details.terms.approval = Some(true);
        let stage = Stage::set(test, details).await;
        let rana = stage.join(&request_of(0)).await;
        // A request is theirs to change.
        assert_eq!(change(&stage, rana.id, &in_room(request_of(0))).await, DONE);
        assert_eq!(stage.load(rana.id).await.mode, Mode::InPerson);
        stage.approve(rana.id).await;
        assert_eq!(change(&stage, rana.id, &request_of(0)).await, Changed::AsksOrganiser);
        assert_eq!(places(&stage).await, (0, 1));
    }

    async fn s_34_the_link_follows_who_moves(test: TestDb) {
        let mut details = hybrid(2, 2, None);
        details.meeting = Some(meeting(Some(Release::OnConfirmation)));
        let stage = Stage::set(test, details).await;
        let rana = stage.join(&in_room(request_of(0))).await;
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [""; 0]);
        assert_eq!(change(&stage, rana.id, &request_of(0)).await, DONE);
        stage.tick().await;
        assert_eq!(stage.told_the_link().len(), 1);
        // In the room nobody is told it, and back online they are told it anew: their entry has lost it.
        assert_eq!(change(&stage, rana.id, &in_room(request_of(0))).await, DONE);
        stage.tick().await;
        assert_eq!(stage.told_the_link().len(), 1);
        assert_eq!(change(&stage, rana.id, &request_of(0)).await, DONE);
        stage.tick().await;
        assert_eq!(stage.told_the_link().len(), 2);
        let links = stage.owed("link").await;
        let sequences: Vec<_> = links.iter().map(|link| link.payload["issue"]["sequence"].clone()).collect();
        assert_eq!(sequences, [2, 5]);
    }

    async fn p_07_what_they_told_and_agreed_to_is_as_they_say_now(test: TestDb) {
        let stage = Stage::set(test, hybrid(2, 2, None)).await;
        let recording = Consent {
            key: "recording".parse().unwrap(),
            text: "Record me.".to_owned(),
            language: "en".parse().unwrap(),
            for_partner: false,
        };
        let rana = stage.join(&Request { consents: vec![recording.clone()], ..request_of(0) }).await;
        let changed = Request {
            name: SingleLine::clean("Rana Khalil"),
            language: "fr".parse().unwrap(),
            fields: vec![("organisation".parse().unwrap(), SingleLine::clean("Press & Co"))],
            ..request_of(0)
        };
        assert_eq!(change(&stage, rana.id, &changed).await, DONE);
        let now = stage.load(rana.id).await;
        assert_eq!((now.name.as_str(), now.language.to_string()), ("Rana Khalil", "fr".to_owned()));
        let mut tx = stage.begin().await;
        let told = entered(&mut tx, &now).await.unwrap();
        assert_eq!(told.organisation.as_deref(), Some("Press & Co"));
        assert_eq!(told.consents, []);
        let lines = registration::agreements(&mut tx, rana.id).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert!(lines[0].withdrawn_at.is_some());
        drop(tx);
        assert_eq!(stage.messages().await.len(), 1, "no mail tells of it");
        // The log says what was changed, and no value of it.
        let log = "SELECT action, changes FROM audit_line WHERE actor = 'attendee' ORDER BY id";
        let mut tx = stage.begin().await;
        let log: Vec<(String, serde_json::Value)> =
            tx.query(convoke::base::db::Sql::new(log, log)).fetch_all().await.unwrap();
        let fields = serde_json::json!({ "fields": ["name", "language", "organisation"] });
        assert!(log.contains(&("details_changed".to_owned(), fields)), "{log:?}");
        assert!(!format!("{log:?}").contains("Khalil"));
    }
}

/// Changes a registration, again where somebody else was quicker, as the page does.
pub async fn change(stage: &Stage, id: Id<Registration>, request: &Request) -> Changed {
    loop {
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        match registration::change(&mut tx, &event, id, request)
            .await
            .unwrap()
        {
            Changed::Overtaken => {}
            done @ Changed::Done { .. } => {
                tx.commit().await.unwrap();
                return done;
            }
            refused => return refused,
        }
    }
}

fn in_room(request: Request) -> Request {
    Request {
        mode: Mode::InPerson,
        ..request
    }
}

fn listed(request: Request) -> Request {
    Request {
        waitlist: true,
        ..request
    }
}

fn with_list(mut details: convoke::event::Details) -> convoke::event::Details {
    details.terms.waitlist = Some(true);
    details
}

/// Places taken online and in the room.
async fn places(stage: &Stage) -> (i64, i64) {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let seats = registration::taken_seats(&mut tx, event.id).await.unwrap();
    (seats.event.online, seats.event.in_person)
}

/// How many wait online for the session of this number.
async fn waiting_in(stage: &Stage, number: usize) -> i64 {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let seats = registration::taken_seats(&mut tx, event.id).await.unwrap();
    seats.sessions[number].1.online_waiting
}

/// Their number in the line of each session that they wait for.
async fn lines(stage: &Stage, id: Id<Registration>) -> Vec<usize> {
    let one = stage.load(id).await;
    let mut tx = stage.begin().await;
    let lines = session_lines(&mut tx, &one).await.unwrap();
    let wished = wished_sessions(&mut tx, id).await.unwrap();
    assert_eq!(lines.len(), wished.len());
    lines.into_iter().map(|(_, number)| number).collect()
}
