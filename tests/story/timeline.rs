//! Who gets what, when: what is shown comes true, and what organisers keep back stays (U-10, F-4).

use std::collections::BTreeMap;

use convoke::base::clock::Instant;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::event::{Details, Format, HeldMail, HoldState, Mode, OPERATOR, Release};
use convoke::mailer::hold::{self, Spoken};
use convoke::mailer::timeline::{self, Detail, Gone, Wait};
use convoke::on_both_engines;
use convoke::outbox::MessageState;
use convoke::registration::Request;

use crate::events::{meeting, reminders, request, request_for, roundtable, session};
use crate::stage::Stage;

const A_DAY_BEFORE: &str = "2022-11-24T13:00:00Z";
const CLOSING: &str = "2022-11-24T22:00:00Z";
const AN_HOUR_BEFORE: &str = "2022-11-25T12:00:00Z";
const RANA: &str = "rana@example.org";

/// Mails by when they leave, their kind, and the language of their readers.
type Counts = BTreeMap<(Instant, String, String), i64>;

on_both_engines! {
    async fn u_10_a_link_that_is_held_is_in_no_mail_and_leaves_when_it_is_resumed(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        assert!(stage.say(HeldMail::Link, 0, HoldState::Held).await);
        for moment in [CLOSING, AN_HOUR_BEFORE] {
            stage.at(moment);
            stage.tick().await;
            assert_eq!(stage.told_the_link(), [""; 0], "{moment}");
        }
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 2, "without the link");
        let waiting = stage.coming().await;
        assert_eq!(waiting.len(), 1);
        assert_eq!(waiting[0], ("link".to_owned(), 1, Some(Wait::Held)));
        assert!(stage.say(HeldMail::Link, 0, HoldState::Resumed).await);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [RANA]);
        assert_eq!(stage.coming().await, []);
    }

    async fn u_10_without_a_hold_the_same_link_leaves(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [RANA]);
    }

    async fn u_10_a_link_that_was_owed_is_kept_back_before_it_leaves(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at(CLOSING);
        assert_eq!(stage.plan().await, 1);
        assert!(stage.say(HeldMail::Link, 0, HoldState::Held).await);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [""; 0]);
        assert!(stage.say(HeldMail::Link, 0, HoldState::Resumed).await);
        stage.tick().await;
        assert_eq!(stage.told_the_link(), [RANA]);
    }

    async fn u_10_a_reminder_that_is_skipped_never_leaves_and_the_next_does(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        assert!(stage.say(HeldMail::Reminder, 24 * 60, HoldState::Skipped).await);
        assert!(!stage.say(HeldMail::Reminder, 23 * 60, HoldState::Skipped).await, "there is none");
        stage.at(A_DAY_BEFORE);
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 0);
        for moment in [CLOSING, AN_HOUR_BEFORE] {
            stage.at(moment);
            stage.tick().await;
        }
        assert_eq!(stage.owed("reminder").await.len(), 1);
    }

    async fn u_10_a_reminder_that_is_held_until_it_is_of_no_use_is_not_sent(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        assert!(stage.say(HeldMail::Reminder, 60, HoldState::Held).await);
        for moment in [AN_HOUR_BEFORE, "2022-11-25T13:00:00Z"] {
            stage.at(moment);
            stage.tick().await;
        }
        assert!(!stage.say(HeldMail::Reminder, 60, HoldState::Resumed).await || stage.plan().await == 0);
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 0);
    }

    async fn u_10_a_reminder_that_was_owed_and_held_leaves_once_when_it_is_resumed(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        stage.at(A_DAY_BEFORE);
        stage.plan().await;
        assert!(stage.say(HeldMail::Reminder, 24 * 60, HoldState::Held).await);
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 0);
        assert!(stage.say(HeldMail::Reminder, 24 * 60, HoldState::Resumed).await);
        for _ in 0..2 {
            stage.tick().await;
        }
        assert_eq!(stage.mails_to(RANA, "Subject: Reminder").len(), 1);
    }

    async fn u_10_a_held_reminder_stays_held_when_the_session_is_moved(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        stage.join(&request(RANA)).await;
        assert!(stage.say(HeldMail::Reminder, 24 * 60, HoldState::Held).await);
        let mut moved = reminding();
        moved.sessions = vec![session("main", "2022-11-25T16:00", "2022-11-25T18:00")];
        stage.save(moved).await;
        stage.at("2022-11-24T14:00:00Z");
        stage.tick().await;
        assert_eq!(stage.owed("reminder").await.len(), 0);
    }

    async fn f_17_a_change_that_is_held_is_told_when_it_is_resumed(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        stage.join(&request(RANA)).await;
        stage.tick().await;
        stage.at("2022-11-20T10:00:00Z");
        let mut moved = roundtable();
        moved.sessions = vec![session("main", "2022-11-25T16:00", "2022-11-25T18:00")];
        stage.save(moved).await;
        let revision = stage.event().await.told[0].as_ref().unwrap().revision;
        assert!(stage.say(HeldMail::Changed, revision, HoldState::Held).await);
        for moment in ["2022-11-20T10:00:00Z", "2022-11-21T10:00:00Z"] {
            stage.at(moment);
            stage.tick().await;
        }
        assert_eq!(stage.owed("changed").await.len(), 0);
        assert_eq!(stage.coming().await[0], ("changed".to_owned(), 1, Some(Wait::Held)));
        assert!(stage.say(HeldMail::Changed, revision, HoldState::Resumed).await);
        stage.tick().await;
        assert_eq!(stage.mails_to(RANA, "The time has changed").len(), 1);
    }

    async fn u_10_who_has_read_an_older_event_holds_nothing(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        let before = stage.event().await;
        assert!(stage.say(HeldMail::Link, 0, HoldState::Held).await);
        let mut tx = stage.begin().await;
        let spoken = Spoken { mail: HeldMail::Link, mark: 0, sessions: before.session_ids.clone() };
        let said = hold::speak(&mut tx, &before, &spoken, HoldState::Resumed, OPERATOR).await;
        assert!(!said.unwrap());
    }

    async fn u_10_mails_are_counted_for_each_of_very_many_sessions(test: TestDb) {
        let stage = Stage::set(test, daily(66)).await;
        stage.join(&request_for("rana@example.org", &["s0", "s62", "s63", "s65"])).await;
        stage.join(&request_for("omar@example.org", &["s63", "s64"])).await;
        let event = stage.event().await;
        let coming = timeline::coming(&mut stage.begin().await, &event, Detail::BySession).await;
        let coming = coming.unwrap();
        for kind in ["link", "reminder"] {
            let of_kind = coming.iter().filter(|one| one.kind() == kind && one.total() > 0);
            let counted: Vec<_> = of_kind.map(|one| (one.sessions[0].index, one.total())).collect();
            assert_eq!(counted, [(0, 1), (62, 1), (63, 2), (64, 1), (65, 1)], "{kind}");
        }
    }

    async fn f_03_what_has_gone_is_told_in_numbers(test: TestDb) {
        let stage = Stage::set(test, reminding()).await;
        for email in [RANA, "sami@example.org"] {
            stage.join(&request(email)).await;
        }
        stage.tick().await;
        stage.at(A_DAY_BEFORE);
        stage.tick().await;
        stage.at(CLOSING);
        stage.plan().await;
        let event = stage.event().await;
        let gone = timeline::gone(&mut stage.begin().await, &event).await.unwrap();
        let of = |kind: &str| -> Vec<&Gone> { gone.iter().filter(|one| one.kind == kind).collect() };
        assert_eq!(of("registered")[0].count(MessageState::Sent), 2);
        assert_eq!(of("reminder")[0].count(MessageState::Sent), 2);
        assert_eq!(of("reminder")[0].at, Some(A_DAY_BEFORE.parse().unwrap()));
        assert_eq!(of("link")[0].count(MessageState::Scheduled), 2);
        let (messages, more) = timeline::listing(&mut stage.begin().await, &event, &Default::default())
            .await
            .unwrap();
        assert_eq!((messages.len(), more), (6, false));
        assert_eq!(messages[0].kind, "link");
        assert_eq!(messages[0].name.as_ref().unwrap().as_str(), "Rana Haddad");
        let wanted = timeline::Wanted { state: Some(MessageState::Sent), ..Default::default() };
        let (sent, _) = timeline::listing(&mut stage.begin().await, &event, &wanted).await.unwrap();
        assert_eq!(sent.len(), 4);
        let last = timeline::one(&mut stage.begin().await, &event, sent[3].id).await.unwrap();
        assert_eq!(last.unwrap(), sent[3]);
    }
}

/// What is shown a week before comes true, whatever sort of event it is and whoever registers; and so
/// does what is shown in the moment before.
#[test]
fn f_04_shown_counts_equal_what_is_sent_on_sqlite() {
    for seed in 0..10 {
        run(Engine::Sqlite, |test| comes_true(test, seed));
    }
}

#[test]
fn f_04_shown_counts_equal_what_is_sent_on_postgres() {
    for seed in 0..10 {
        run(Engine::Postgres, |test| comes_true(test, seed));
    }
}

async fn comes_true(test: TestDb, seed: u64) {
    let mut dice = Dice(seed * 7919 + 1);
    let stage = Stage::set(test, dice.event()).await;
    for number in 0..12 {
        let request = dice.request(number, stage.event().await.details.sessions.len());
        stage.join(&request).await;
    }
    stage.tick().await;
    let shown = stage.shown().await;
    let mut moments: Vec<Instant> = shown.keys().map(|(at, ..)| *at).collect();
    moments.dedup();
    let mut sent = Counts::new();
    for at in moments {
        let before: Counts = stage
            .shown()
            .await
            .into_iter()
            .filter(|((due, ..), _)| *due == at)
            .collect();
        let known = stage.messages().await.len();
        stage.test.clock.set(at);
        stage.tick().await;
        let mut now = Counts::new();
        for message in &stage.messages().await[known..] {
            let reader = stage
                .load(convoke::base::id::Id::from_uuid(message.recipient))
                .await;
            assert_eq!(message.state, MessageState::Sent);
            let key = (at, message.kind.clone(), reader.language.to_string());
            *now.entry(key).or_default() += 1;
        }
        assert_eq!(before, now, "seed {seed}, at {at}");
        sent.extend(now);
    }
    assert_eq!(shown, sent, "seed {seed}");
}

/// Chance, the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn event(&mut self) -> Details {
        let release = match self.roll(4) {
            0 => None,
            1 => Some(Release::BeforeStart("3h".parse().unwrap())),
            2 => Some(Release::BeforeStart("1d".parse().unwrap())),
            _ => Some(Release::OnConfirmation),
        };
        let befores: [&[&str]; 3] = [&["1d", "1h"], &["2d"], &["90m"]];
        let mut details = Details {
            format: Format::Hybrid,
            meeting: Some(meeting(release)),
            mail: reminders(befores[usize::try_from(self.roll(3)).unwrap()]),
            page_languages: Some(vec!["en".parse().unwrap(), "ar".parse().unwrap()]),
            ..roundtable()
        };
        let sessions = [1, 3, 7][usize::try_from(self.roll(3)).unwrap()];
        details.sessions = (0..sessions)
            .map(|number| {
                let (day, hour) = (25 + number / 3, 9 + 4 * (number % 3));
                // Two at once, now and then.
                let hour = if self.roll(3) == 0 { 9 } else { hour };
                session(
                    &format!("s{number}"),
                    &format!("2022-11-{day}T{hour:02}:00"),
                    &format!("2022-11-{day}T{:02}:30", hour + 1),
                )
            })
            .collect();
        if sessions > 1 {
            details.terms.per_session = Some(self.roll(2) == 0);
            if self.roll(3) == 0 {
                details.sessions[1].meeting = Some(meeting(None));
            }
        }
        details
    }

    fn request(&mut self, number: usize, sessions: usize) -> Request {
        let mut request = request(&format!("guest{number}@example.org"));
        request.language = ["en", "ar"][usize::try_from(self.roll(2)).unwrap()]
            .parse()
            .unwrap();
        request.mode = [Mode::Online, Mode::InPerson][usize::try_from(self.roll(2)).unwrap()];
        request.sessions = (0..sessions)
            .filter(|number| *number == 0 || self.roll(3) > 0)
            .map(|number| format!("s{number}").parse().unwrap())
            .collect();
        request
    }
}

impl Stage {
    async fn say(&self, mail: HeldMail, mark: i64, state: HoldState) -> bool {
        let mut tx = self.begin().await;
        let event = self.event_in(&mut tx).await;
        let spoken = Spoken {
            mail,
            mark,
            sessions: event.session_ids.clone(),
        };
        let said = hold::speak(&mut tx, &event, &spoken, state, OPERATOR)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        said
    }

    async fn coming(&self) -> Vec<(String, i64, Option<Wait>)> {
        let event = self.event().await;
        let coming = timeline::coming(&mut self.begin().await, &event, Detail::Together).await;
        let coming = coming.unwrap();
        let told = coming
            .iter()
            .map(|one| (one.kind().to_owned(), one.total(), one.wait));
        told.collect()
    }

    async fn shown(&self) -> Counts {
        let event = self.event().await;
        let coming = timeline::coming(&mut self.begin().await, &event, Detail::Together).await;
        let mut shown = Counts::new();
        for one in coming.unwrap() {
            for (language, mails) in &one.mails {
                let key = (one.at, one.kind().to_owned(), language.to_string());
                *shown.entry(key).or_default() += mails;
            }
        }
        shown
    }
}

/// With a session on each of so many days, of which people choose.
fn daily(sessions: u64) -> Details {
    let first: chrono::NaiveDate = "2022-11-25".parse().unwrap();
    let mut details = Details {
        mail: reminders(&["1h"]),
        ..roundtable()
    };
    details.terms.per_session = Some(true);
    details.sessions = (0..sessions)
        .map(|number| {
            let day = first + chrono::Days::new(number);
            let (starts, ends) = (format!("{day}T15:00"), format!("{day}T17:00"));
            session(&format!("s{number}"), &starts, &ends)
        })
        .collect();
    details
}

fn reminding() -> Details {
    Details {
        mail: reminders(&["1d", "1h"]),
        ..roundtable()
    }
}
