//! What becomes of each kind of message where nobody knows whether it arrived (OUT-5).

use chrono::TimeDelta;
use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use convoke::event::file::read_announcement;
use convoke::event::{Details, OPERATOR, Release, announcement};
use convoke::mailer::deliver::Transport;
use convoke::outbox::{Message, MessageState};

use crate::events::{meeting, online, reminders, request_of, roundtable, session};
use crate::faulty_smtp::Action::{Close, Reset, Say};
use crate::faulty_smtp::Phase::{Content, Dot, Rcpt};
use crate::faulty_smtp::{FaultyServer, Script};
use crate::stage::Stage;

/// What happens to a message that may have arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Uncertain {
    /// It is sent once more after so many minutes.
    AgainAfter(i64),
    /// It is flagged.
    Never,
}
use Uncertain::{AgainAfter, Never};

/// The kind, how one comes to be owed, and what the table of OUT-5 says of it.
const KINDS: &[(&str, Scene, Uncertain)] = &[
    ("registered", Scene::Joined, AgainAfter(15)),
    ("link", Scene::Released, AgainAfter(15)),
    // In the session's last hour it cannot wait.
    ("link", Scene::ReleasedLate, AgainAfter(5)),
    ("withdrawn", Scene::Withdrawn, AgainAfter(15)),
    ("confirm_address", Scene::JoinedUnconfirmed, AgainAfter(15)),
    ("received", Scene::Requested, AgainAfter(15)),
    ("waitlisted", Scene::TooLate, AgainAfter(15)),
    ("known", Scene::JoinedTwice, Never),
    ("approved", Scene::Approved, AgainAfter(15)),
    ("declined", Scene::Declined, AgainAfter(15)),
    ("changed", Scene::Moved, AgainAfter(15)),
    ("cancelled", Scene::CalledOff, AgainAfter(15)),
    ("reminder", Scene::Reminded, Never),
    ("alarm", Scene::LinkMissing, Never),
    ("announcement", Scene::Announced, Never),
];

/// How somebody comes to be owed a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    Joined,
    Released,
    ReleasedLate,
    Withdrawn,
    JoinedUnconfirmed,
    Requested,
    TooLate,
    JoinedTwice,
    Approved,
    Declined,
    Moved,
    CalledOff,
    Reminded,
    LinkMissing,
    Announced,
}

/// How a sending ends without an answer.
const ENDS: [Script; 4] = [
    &[(Dot, Close)],
    &[(Dot, Reset)],
    &[(Content, Close)],
    &[(Dot, Say("not a reply"))],
];

#[test]
fn out_05_each_kind_is_sent_again_or_flagged_as_the_table_says() {
    for case in KINDS {
        run(Engine::Sqlite, async |test: TestDb| {
            ends_unknown(test, case).await;
        });
        run(Engine::Sqlite, async |test: TestDb| {
            ends_known(test, case).await;
        });
    }
}

/// One kind of each policy: what a kind is told at its making stands in its row, on both engines
/// alike.
#[test]
fn out_05_each_policy_holds_on_postgresql() {
    for policy in [AgainAfter(15), AgainAfter(5), Never] {
        let case = KINDS.iter().find(|(_, _, its)| *its == policy).unwrap();
        run(Engine::Postgres, async |test: TestDb| {
            ends_unknown(test, case).await;
        });
    }
}

/// Twice without an answer: the first time it is sent again, or not, the second time never.
async fn ends_unknown(test: TestDb, case: &(&str, Scene, Uncertain)) {
    let (kind, scene, policy) = case;
    let (stage, owed) = scene.play(test, kind).await;
    let end = ENDS[owed.message_id.len() % ENDS.len()];
    for round in 1..=2 {
        let server = FaultyServer::start(end).await;
        let worker = stage.worker_over(transport(&server));
        assert_eq!(worker.tick().await.unwrap().tried, 1, "{case:?}");
        let now = stage.begin().await.now();
        let kept = latest(&stage, &owed).await;
        assert_eq!(kept.uncertain_ends, round, "{case:?}");
        assert_eq!(kept.message_id, owed.message_id, "{case:?}");
        match policy {
            AgainAfter(minutes) if round == 1 => {
                assert_eq!(kept.state, MessageState::Retry, "{case:?}");
                assert_eq!(kept.due_at - now, TimeDelta::minutes(*minutes), "{case:?}");
                stage
                    .test
                    .clock
                    .set(kept.due_at - TimeDelta::microseconds(1));
                assert_eq!(worker.tick().await.unwrap().tried, 0, "{case:?}");
                stage.test.clock.set(kept.due_at);
            }
            _ => {
                assert_eq!(kept.state, MessageState::Uncertain, "{case:?}");
                stage.test.clock.advance(TimeDelta::hours(2));
                assert_eq!(worker.tick().await.unwrap().tried, 0, "{case:?}");
                return;
            }
        }
    }
}

/// An answer is an answer, whatever the kind: later, no, or yes.
async fn ends_known(test: TestDb, case: &(&str, Scene, Uncertain)) {
    let (kind, scene, _) = case;
    let (stage, owed) = scene.play(test, kind).await;
    for (script, state, attempts) in [
        (
            &[(Rcpt, Say("450 4.2.0 later"))] as Script,
            MessageState::Retry,
            1,
        ),
        (&[(Dot, Say("451 4.3.0 later"))], MessageState::Retry, 2),
        (&[], MessageState::Sent, 3),
    ] {
        let server = FaultyServer::start(script).await;
        stage.worker_over(transport(&server)).tick().await.unwrap();
        let kept = latest(&stage, &owed).await;
        assert_eq!((kept.state, kept.attempts), (state, attempts), "{case:?}");
        assert_eq!(kept.uncertain_ends, 0, "{case:?}");
        stage
            .test
            .clock
            .set(kept.due_at.max(stage.begin().await.now()));
    }
}

impl Scene {
    /// Plays it until one message of the kind is due and nothing else.
    async fn play(self, test: TestDb, kind: &str) -> (Stage, Message) {
        let stage = Stage::set(test, self.event()).await;
        stage.at("2022-11-24T12:00:00Z");
        let guest = stage.join(&request_of(0)).await;
        match self {
            Self::Joined | Self::JoinedUnconfirmed | Self::Requested => {}
            Self::Released | Self::ReleasedLate => {
                stage.tick().await;
                stage.at("2022-11-24T22:00:00Z");
                if self == Self::ReleasedLate {
                    stage.at("2022-11-25T12:30:00Z");
                }
                stage.plan().await;
            }
            Self::Withdrawn => {
                stage.tick().await;
                stage.withdraw(guest.id).await;
            }
            Self::TooLate => {
                stage.tick().await;
                let mut second = request_of(1);
                second.waitlist = true;
                stage.join(&second).await;
            }
            Self::JoinedTwice => {
                stage.tick().await;
                stage.ask(&request_of(0), None).await;
            }
            Self::Announced => {
                stage.tick().await;
                let mut tx = stage.begin().await;
                let event = stage.event_in(&mut tx).await;
                let said = "kind = \"announcement\"\nsubject = \"News\"\ntext = \"Hear.\"";
                let said = read_announcement(said, &event).unwrap();
                let announced =
                    announcement::announce(&mut tx, &event, &said, false, OPERATOR).await;
                announced.unwrap().unwrap();
                tx.commit().await.unwrap();
                stage.plan().await;
            }
            Self::Approved => {
                stage.tick().await;
                stage.approve(guest.id).await;
            }
            Self::Declined => {
                stage.tick().await;
                stage.decline(guest.id, None).await;
            }
            Self::Moved => {
                stage.tick().await;
                let mut moved = self.event();
                moved.sessions = vec![session("main", "2022-11-25T16:00", "2022-11-25T18:00")];
                stage.save(moved).await;
                stage.plan().await;
            }
            Self::CalledOff => {
                stage.tick().await;
                stage.cancel(None).await;
                stage.plan().await;
            }
            Self::Reminded | Self::LinkMissing => {
                stage.tick().await;
                stage.at("2022-11-24T22:00:00Z");
                stage.plan().await;
            }
        }
        let mut due = stage.messages().await;
        due.retain(|message| message.state == MessageState::Scheduled);
        let kinds: Vec<&str> = due.iter().map(|message| message.kind.as_str()).collect();
        assert_eq!(kinds, [kind], "{self:?}");
        (stage, due.remove(0))
    }

    fn event(self) -> Details {
        let mut details = roundtable();
        match self {
            Self::JoinedUnconfirmed => details.terms.confirm_address = Some(true),
            Self::Requested | Self::Approved | Self::Declined => {
                details.terms.approval = Some(true);
            }
            Self::Reminded => details.mail = reminders(&["15h"]),
            Self::TooLate => details.terms.capacity = online(1),
            _ => {}
        }
        // Only where it is what the scene is about does the link come between.
        match self {
            Self::Released | Self::ReleasedLate => {}
            Self::LinkMissing => {
                details.contact = Some("desk@institute.example.org".parse().unwrap());
                details.meeting = None;
            }
            _ => details.meeting = Some(meeting(Some(Release::Manual))),
        }
        details
    }
}

async fn latest(stage: &Stage, message: &Message) -> Message {
    let all = stage.messages().await;
    all.into_iter().find(|one| one.id == message.id).unwrap()
}

fn transport(server: &FaultyServer) -> Transport {
    Transport::smtp(format!("smtp://{}", server.address).parse().unwrap(), 2).unwrap()
}
