//! Those who ask at the same time are decided on together, and to each it is as if they had asked alone.

use convoke::audit::{Scope, page};
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::event::FieldName;
use convoke::on_both_engines;
use convoke::registration::{
    Asking, Consent, Next, Outcome, Refusal, RegistrationState, Request, agreements,
};
use tokio::task::JoinSet;

use crate::events::{request, request_of, roundtable, roundtable_for, two_sessions_for};
use crate::stage::Stage;

const IN: Outcome = Outcome::Accepted(Next::Registered);
const FULL: Outcome = Outcome::Refused(Refusal::Full {
    has_waitlist: false,
});

on_both_engines! {
    async fn r_02_together_they_leave_what_each_would_have_left_alone(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let requests: Vec<Request> = (0..5).map(everything_said).collect();
        for (number, request) in requests.iter().enumerate() {
            let mut tx = stage.begin().await;
            let form = format!("alone {number}");
            assert_eq!(stage.ask_in(&mut tx, request, Some(&form)).await, IN);
            tx.commit().await.unwrap();
        }
        let alone = left(&stage).await;
        stage.by_hand("UPDATE registration SET state = 'cancelled', email_key = name || email").await;
        stage.by_hand("DELETE FROM form_mail").await;
        let together: Vec<_> = requests.iter().map(asking).collect();
        assert_eq!(stage.ask_together(&together).await, [Some(IN); 5]);
        let both = left(&stage).await;
        assert_eq!(both[5..].len(), 5);
        for (alone, together) in alone.iter().zip(&both[5..]) {
            assert_eq!(alone, together);
        }
        assert_eq!(stage.taken().await, [10, 10]);
    }

    async fn r_02_of_more_than_there_are_places_the_first_get_in(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(7)).await;
        let requests: Vec<Request> = (0..20).rev().map(request_of).collect();
        let together: Vec<_> = requests.iter().map(asking).collect();
        let outcomes = stage.ask_together(&together).await;
        assert_eq!(outcomes[..7], [Some(IN); 7]);
        assert_eq!(outcomes[7..], [Some(FULL); 13]);
        assert_eq!(stage.taken().await, [7, 7]);
        assert_eq!(stage.registrations().await.len(), 7);
    }

    async fn r_02_each_session_has_its_own_places_for_them(test: TestDb) {
        let stage = Stage::set(test, two_sessions_for(3, 5)).await;
        let wanted = [&["morning"][..], &["evening"], &["morning", "evening"]];
        let requests: Vec<Request> = (0..12).map(|number| Request {
            sessions: wanted[number % 3].iter().map(|key| key.parse().unwrap()).collect(),
            ..request_of(number)
        }).collect();
        let together: Vec<_> = requests.iter().map(asking).collect();
        let told = stage.ask_together(&together).await;
        // Both have the third, and the fourth in the morning is the last; then the evening goes on alone.
        let places: Vec<bool> = told.iter().map(|outcome| *outcome == Some(IN)).collect();
        let expected = [true, true, true, true, true, false, false, true, false, false, true, false];
        assert_eq!(places, expected, "{told:?}");
        assert_eq!(stage.taken().await, [7, 3, 5]);
    }

    async fn r_04_whoever_is_known_is_asked_for_alone(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let known = request("rana@example.org");
        assert_eq!(stage.ask(&known, Some("a form")).await, IN);
        let changed = Request { name: SingleLine::clean("Somebody"), ..known.clone() };
        let [new, same, same_mailbox] =
            ["omar@example.org", "omar@example.org", "omar+two@example.org"].map(request);
        let others: Vec<Request> = (0..3).map(request_of).collect();
        let together = [
            asking(&others[0]),
            Asking { request: &known, form_key: Some("a form") },
            Asking { request: &changed, form_key: Some("a form") },
            Asking { request: &known, form_key: Some("another form") },
            Asking { request: &new, form_key: Some("one form") },
            Asking { request: &others[1], form_key: Some("one form") },
            asking(&same),
            asking(&same_mailbox),
            asking(&others[2]),
        ];
        let told = stage.ask_together(&together).await;
        let (alone, placed) = (None, Some(IN));
        assert_eq!(told, [placed, alone, alone, alone, placed, alone, alone, alone, placed]);
        assert_eq!(stage.registrations().await.len(), 4);
        // And then each is told what they would have been told without the others.
        let told = stage.ask_at_once(&together).await;
        assert_eq!(told, [IN, IN, Outcome::Reused, IN, IN, Outcome::Reused, IN, IN, IN]);
        assert_eq!(stage.taken().await, [5, 5]);
    }

    async fn s_25_to_whom_mails_wait_already_is_asked_for_alone(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let full = request("rana+four@example.org");
        for name in ["rana+one", "rana+two", "rana+three"] {
            stage.join(&request(&format!("{name}@example.org"))).await;
        }
        let other = request_of(1);
        let told = stage.ask_together(&[asking(&full), asking(&other)]).await;
        assert_eq!(told, [None, Some(IN)]);
        assert_eq!(stage.ask(&full, None).await, IN);
        let last = stage.messages().await.pop().unwrap();
        assert_eq!((last.due_at - stage.db.clock().now()).num_hours(), 24);
    }

    async fn r_02_many_nodes_that_decide_on_many_give_no_place_twice(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(50)).await;
        let mut deciding = JoinSet::new();
        for node in 0..6_usize {
            let stage = stage.clone();
            deciding.spawn(async move {
                let mut told = Vec::new();
                for batch in 0..2 {
                    // Every other one is asked for by two of them.
                    let number = |one| {
                        let whose = if one % 2 == 0 { node / 2 } else { 10 + node };
                        whose * 100 + batch * 10 + one
                    };
                    let requests: Vec<Request> = (0..10).map(number).map(request_of).collect();
                    let together: Vec<_> = requests.iter().map(asking).collect();
                    told.extend(stage.ask_at_once(&together).await);
                }
                told
            });
        }
        let told = deciding.join_all().await.concat();
        assert_eq!(stage.taken().await, [50, 50]);
        assert_eq!(stage.registrations().await.len(), 50);
        assert_eq!(stage.owed("registered").await.len(), 50);
        assert!(told.iter().all(|outcome| [IN, FULL].contains(outcome)), "{told:?}");
        assert!(told.iter().filter(|outcome| **outcome == IN).count() >= 50);
    }

    async fn time_2_together_they_are_refused_after_closing(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.at("2022-11-24T22:00:00Z");
        let requests: Vec<Request> = (0..3).map(request_of).collect();
        let together: Vec<_> = requests.iter().map(asking).collect();
        assert_eq!(stage.ask_together(&together).await, [Some(Outcome::Refused(Refusal::Closed)); 3]);
        assert_eq!(stage.count(RegistrationState::Confirmed).await, 0);
    }

    async fn s_26_whether_somebody_is_registered_takes_no_longer_to_refuse(test: TestDb) {
        let stage = Stage::set(test, roundtable_for(1)).await;
        stage.join(&request("rana@example.org")).await;
        let [known, fresh] = ["rana@example.org", "omar@example.org"].map(request);
        // Not one of them is asked for a second time.
        let both = [asking(&known), asking(&fresh)];
        assert_eq!(stage.ask_together(&both).await, [Some(FULL); 2]);
        stage.at("2022-11-24T22:00:00Z");
        assert_eq!(stage.ask_together(&both).await, [Some(Outcome::Refused(Refusal::Closed)); 2]);
    }
}

fn asking(request: &Request) -> Asking<'_> {
    Asking {
        request,
        form_key: None,
    }
}

/// Somebody who fills in all that there is.
fn everything_said(number: usize) -> Request {
    let field =
        |name: &str, text: &str| (name.parse::<FieldName>().unwrap(), SingleLine::clean(text));
    let consent = |key: &str| Consent {
        key: key.parse().unwrap(),
        text: format!("Yes to {key} \u{2014} \"نعم\""),
        language: "ar".parse().unwrap(),
        for_partner: false,
    };
    Request {
        name: SingleLine::clean(&format!("رنا \\ O'Neil \"{number}\" {{}} %s")),
        language: ["en", "ar"][number % 2].parse().unwrap(),
        listening: number.is_multiple_of(2).then(|| "ar".parse().unwrap()),
        fields: vec![
            field("organisation", "Žižek & Sons; DROP"),
            field("position", "Head,\tof $1"),
            field("country", "LB"),
        ],
        answers: serde_json::from_value(serde_json::json!({ "diet": "vegan \"🥕\"" })).unwrap(),
        consents: vec![consent("photos"), consent("news")],
        source: Some("partner-site".parse().unwrap()),
        ..request_of(number)
    }
}

/// What is there of each registration, in the order in which they came, but for what chance made.
async fn left(stage: &Stage) -> Vec<String> {
    let (registrations, messages) = (stage.registrations().await, stage.messages().await);
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let log = page(&mut tx, Scope::Event(event.id.uuid()), &Default::default())
        .await
        .unwrap();
    let mut all = Vec::new();
    for one in registrations {
        let id = one.id.uuid();
        let agreed = agreements(&mut tx, one.id).await.unwrap();
        let lines = log.lines.iter().filter(|line| line.object == id);
        let lines: Vec<_> = lines
            .map(|line| (&line.actor, &line.action, line.event_id, &line.changes))
            .collect();
        let owed = messages.iter().filter(|message| message.recipient == id);
        let owed: Vec<_> = owed
            .map(|owed| {
                let mut payload = owed.payload.clone();
                payload["issue"]["uid"].take();
                (
                    &owed.kind,
                    owed.revision,
                    owed.subject,
                    owed.session,
                    payload,
                    owed.due_at,
                    owed.not_useful_after,
                )
            })
            .collect();
        let said = (
            &one.name,
            &one.email,
            &one.language,
            one.mode,
            one.registered_at,
            &one.sessions,
        );
        let fields = (
            &one.organisation,
            &one.position,
            &one.country,
            &one.source,
            &one.answers,
        );
        all.push(format!("{said:?} {fields:?} {agreed:?} {lines:?} {owed:?}"));
    }
    all
}
