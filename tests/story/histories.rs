//! Thousands of histories that nobody thought of: whatever people, organisers, workers and the clock do,
//! the books balance, nobody is overtaken, and every change is told as often as it happened (F-12, R-2).
//!
//! `CONVOKE_HISTORIES` says how many on each engine; a few in a usual run.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use convoke::base::clock::Instant;
use convoke::base::db::{Engine, Sql};
use convoke::base::id::Id;
use convoke::base::testing::{TestDb, run};
use convoke::event::Mode;
use convoke::registration::{
    self, Asking, Registration, RegistrationState, Request, erase, give_up_held, stop_waiting,
    take_up,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::events::request_of;
use crate::offers::hybrid;
use crate::own::change;
use crate::stage::Stage;

const OPEN: &str = "2022-11-20T10:00:00Z";
const START: &str = "2022-11-25T13:00:00Z";

/// So many in a usual run, on each engine.
const FEW: usize = 40;

/// One step of a history.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// Somebody asks for a place: online, in the room, or in the room and online meanwhile.
    Ask(usize, Wish),
    /// This one and the next two ask at once.
    AskAtOnce(usize, Wish),
    GiveUp(usize),
    TakeUp(usize),
    StopWaiting(usize),
    Decline(usize),
    /// Somebody wants to attend in the other way, in line for it where that has to be.
    Move(usize, bool),
    /// Somebody has themselves erased.
    Erase(usize),
    Places(u32, u32),
    Hours(u32),
    Work,
    CallOff,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Online,
    Room,
    RoomAndOnlineMeanwhile,
}

impl Wish {
    fn request_of(self, who: usize) -> Request {
        Request {
            mode: match self {
                Self::Online => Mode::Online,
                Self::Room | Self::RoomAndOnlineMeanwhile => Mode::InPerson,
            },
            meanwhile_online: self == Self::RoomAndOnlineMeanwhile,
            waitlist: true,
            ..request_of(who)
        }
    }
}

/// A registration as it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Standing {
    state: RegistrationState,
    seated: bool,
    mode: Mode,
    wished: Option<Mode>,
    held_until: Option<Instant>,
    since: Instant,
}

impl Standing {
    /// The mode for which it stands in line, where it does.
    fn in_line(&self) -> Option<Mode> {
        let waits = self.state == RegistrationState::Waitlisted && !self.seated;
        if waits { Some(self.mode) } else { self.wished }
    }

    fn offered(&self) -> bool {
        self.state == RegistrationState::Waitlisted && self.seated
    }
}

type Standings = BTreeMap<Id<Registration>, Standing>;

/// Messages by who they are for and of which kind.
type Told = BTreeMap<(Id<Registration>, String), i64>;

fn any_step() -> impl Strategy<Value = Step> {
    let who = 0..10_usize;
    let wish = prop_oneof![
        2 => Just(Wish::Online),
        2 => Just(Wish::Room),
        1 => Just(Wish::RoomAndOnlineMeanwhile),
    ];
    prop_oneof![
        24 => (who.clone(), wish.clone()).prop_map(|(who, wish)| Step::Ask(who, wish)),
        8 => (who.clone(), wish).prop_map(|(who, wish)| Step::AskAtOnce(who, wish)),
        12 => who.clone().prop_map(Step::GiveUp),
        12 => who.clone().prop_map(Step::TakeUp),
        2 => who.clone().prop_map(Step::StopWaiting),
        3 => who.clone().prop_map(Step::Decline),
        8 => (who.clone(), any::<bool>()).prop_map(|(who, waits)| Step::Move(who, waits)),
        3 => who.prop_map(Step::Erase),
        3 => (0..4_u32, 0..4_u32).prop_map(|(online, room)| Step::Places(online, room)),
        6 => (1..20_u32).prop_map(Step::Hours),
        16 => Just(Step::Work),
        1 => Just(Step::CallOff),
    ]
}

fn any_history() -> impl Strategy<Value = (Option<&'static str>, Vec<Step>)> {
    let offers = prop::sample::select(vec![None, Some("15m"), Some("5h"), Some("2d")]);
    (offers, prop::collection::vec(any_step(), 5..45))
}

#[test]
fn f_12_no_history_breaks_the_books_on_sqlite() {
    run(Engine::Sqlite, live_through_many);
}

#[test]
fn f_12_no_history_breaks_the_books_on_postgres() {
    run(Engine::Postgres, live_through_many);
}

#[expect(clippy::print_stdout, reason = "a history is shown where it fails")]
async fn live_through_many(test: TestDb) {
    let histories = std::env::var("CONVOKE_HISTORIES").ok();
    let histories = histories.map_or(FEW, |number| number.parse().unwrap());
    let stage = Stage::set(test, hybrid(2, 2, None)).await;
    let mut runner = TestRunner::default();
    for _ in 0..histories {
        let (offers, steps) = any_history().new_tree(&mut runner).unwrap().current();
        println!("{offers:?} {steps:?}");
        stage.at(OPEN);
        forget_all(&stage).await;
        stage.save(hybrid(2, 2, offers)).await;
        History::begin(&stage, offers).await.live(&steps).await;
    }
}

/// A history under way.
struct History<'s> {
    stage: &'s Stage,
    offers: Option<&'static str>,
    places: (u32, u32),
    called_off: bool,
    known: Standings,
    owed: Told,
}

impl<'s> History<'s> {
    async fn begin(stage: &'s Stage, offers: Option<&'static str>) -> Self {
        Self {
            stage,
            offers,
            places: (2, 2),
            called_off: false,
            known: standings(stage).await,
            owed: Told::new(),
        }
    }

    async fn live(mut self, steps: &[Step]) {
        for step in steps {
            self.stage.test.clock.advance(TimeDelta::seconds(1));
            self.take(*step).await;
            self.look_at(*step).await;
        }
        for _ in 0..3 {
            self.take(Step::Work).await;
            self.look_at(Step::Work).await;
        }
        assert_eq!(
            told(self.stage).await,
            self.owed,
            "everything was told as often as it happened"
        );
        self.assert_nobody_waits_beside_a_free_place();
    }

    async fn take(&mut self, step: Step) {
        let stage = self.stage;
        match step {
            Step::Ask(who, wish) => {
                stage.ask(&wish.request_of(who), None).await;
            }
            Step::AskAtOnce(first, wish) => {
                let requests = [0, 1, 2].map(|next| wish.request_of((first + next) % 10));
                let asking = requests.each_ref().map(|request| Asking {
                    request,
                    form_key: None,
                });
                stage.ask_at_once(&asking).await;
            }
            Step::GiveUp(who) => {
                if let Some(one) = self.latest(who).await {
                    stage.withdraw(one.id).await;
                }
            }
            Step::TakeUp(who) => {
                if let Some(one) = self.latest(who).await {
                    let mut tx = stage.begin().await;
                    let event = stage.event_in(&mut tx).await;
                    take_up(&mut tx, &event, &one).await.unwrap();
                    tx.commit().await.unwrap();
                }
            }
            Step::StopWaiting(who) => {
                if let Some(one) = self.latest(who).await {
                    let mut tx = stage.begin().await;
                    let event = stage.event_in(&mut tx).await;
                    stop_waiting(&mut tx, &event, &one).await.unwrap();
                    tx.commit().await.unwrap();
                }
            }
            Step::Decline(who) => {
                if let Some(one) = self.latest(who).await {
                    stage.decline(one.id, None).await;
                }
            }
            Step::Move(who, waits) => {
                if let Some(one) = self.latest(who).await {
                    let mode = match one.mode {
                        Mode::Online => Mode::InPerson,
                        Mode::InPerson => Mode::Online,
                    };
                    let request = Request {
                        mode,
                        waitlist: waits,
                        ..request_of(who)
                    };
                    change(stage, one.id, &request).await;
                }
            }
            Step::Erase(who) => {
                if let Some(one) = self.latest(who).await {
                    let mut tx = stage.begin().await;
                    let event = stage.event_in(&mut tx).await;
                    assert!(erase(&mut tx, &stage.key, &event, &one).await.unwrap());
                    tx.commit().await.unwrap();
                }
            }
            Step::Places(online, room) if !self.called_off => {
                // Who is about to get a place that became free has it before they become fewer.
                self.work().await;
                self.look_at(Step::Work).await;
                stage.save(hybrid(online, room, self.offers)).await;
                self.places = (online, room);
            }
            Step::Places(..) => {}
            Step::Hours(hours) => stage.test.clock.advance(TimeDelta::hours(hours.into())),
            Step::Work => self.work().await,
            Step::CallOff if self.called_off => {}
            Step::CallOff => {
                stage.cancel(None).await;
                self.called_off = true;
            }
        }
    }

    /// What a worker does, but for handing mails over.
    async fn work(&self) {
        let mut tx = self.stage.begin().await;
        give_up_held(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        self.stage.plan_if_due().await;
    }

    async fn latest(&self, who: usize) -> Option<Registration> {
        let email = format!("guest{who}@example.org");
        let all = self.stage.registrations().await;
        let found = all.iter().rev().find(|one| one.email.as_str() == email)?;
        Some(self.stage.load(found.id).await)
    }

    /// Holds what has changed by `step` to everything that always holds.
    async fn look_at(&mut self, step: Step) {
        let now = standings(self.stage).await;
        let at = self.stage.db.clock().now();
        // Of who is erased there is no mail either.
        self.owed.retain(|(id, _), _| now.contains_key(id));
        for (id, standing) in &now {
            self.note_what_is_owed(*id, standing, step);
            assert_in_time(self.known.get(id), standing, at);
        }
        self.assert_places(&now);
        self.assert_nobody_overtaken(&now);
        self.assert_counted(&now).await;
        self.known = now;
    }

    /// What a change is told by: exactly this, and nothing else.
    fn note_what_is_owed(&mut self, id: Id<Registration>, is: &Standing, step: Step) {
        use RegistrationState::{Cancelled, Confirmed, Declined, Waitlisted};
        let was = self.known.get(&id);
        let kind = match (was.map(|was| was.state), is.state) {
            (None, Confirmed) => "registered",
            (None, Waitlisted) => "waitlisted",
            (Some(Waitlisted), Waitlisted) if is.offered() && !was.unwrap().offered() => "offer",
            (Some(Waitlisted), Confirmed) => "promoted",
            (Some(Confirmed), Confirmed) if was.unwrap().mode != is.mode => match step {
                Step::Move(..) => "moved",
                _ => "promoted",
            },
            (Some(Waitlisted), Declined) => "declined",
            (Some(Confirmed), Declined) => "withdrawn",
            (Some(Confirmed | Waitlisted), Cancelled) if matches!(step, Step::GiveUp(_)) => {
                "withdrawn"
            }
            _ => return,
        };
        *self.owed.entry((id, kind.to_owned())).or_default() += 1;
    }

    /// Never more people with a place than there are, or than had one before there were fewer.
    fn assert_places(&self, now: &Standings) {
        for (mode, places) in [
            (Mode::Online, self.places.0),
            (Mode::InPerson, self.places.1),
        ] {
            let seated = |all: &Standings| {
                all.values()
                    .filter(|one| one.seated && one.mode == mode)
                    .count()
            };
            let most = seated(&self.known).max(places as usize);
            assert!(seated(now) <= most, "{mode}: {} of {most}", seated(now));
        }
    }

    /// Whoever has come to a place in a mode now did so before everybody who still stands in line for it; or
    /// there is a free place for each of these, which is theirs as soon as a worker looks.
    fn assert_nobody_overtaken(&self, now: &Standings) {
        let is_new = |id: &Id<Registration>, one: &Standing| {
            let was = self.known.get(id);
            one.seated && was.is_none_or(|was| !was.seated || was.mode != one.mode)
        };
        for (id, seated) in now.iter().filter(|(id, one)| is_new(id, one)) {
            let waited_since = self.known.get(id).map_or(seated.since, |was| was.since);
            let earlier = now.iter().filter(|(other, one)| {
                let was_in_line = self.known.get(other);
                was_in_line.is_some_and(|was| was.in_line() == Some(seated.mode))
                    && one.in_line() == Some(seated.mode)
                    && one.since < waited_since
            });
            let places = match seated.mode {
                Mode::Online => self.places.0,
                Mode::InPerson => self.places.1,
            };
            let taken = now
                .values()
                .filter(|one| one.seated && one.mode == seated.mode);
            let free = (places as usize).saturating_sub(taken.count());
            assert!(earlier.count() <= free, "{id} overtook somebody");
        }
    }

    async fn assert_counted(&self, now: &Standings) {
        let mut tx = self.stage.begin().await;
        let event = self.stage.event_in(&mut tx).await;
        let seats = registration::taken_seats(&mut tx, event.id).await.unwrap();
        let count = |is: &dyn Fn(&Standing) -> bool| {
            i64::try_from(now.values().filter(|one| is(one)).count()).unwrap()
        };
        for taken in [seats.event, seats.sessions[0].1] {
            let counted = [
                taken.online,
                taken.in_person,
                taken.online_waiting,
                taken.in_person_waiting,
            ];
            let real = [
                count(&|one| one.seated && one.mode == Mode::Online),
                count(&|one| one.seated && one.mode == Mode::InPerson),
                count(&|one| one.in_line() == Some(Mode::Online)),
                count(&|one| one.in_line() == Some(Mode::InPerson)),
            ];
            assert_eq!(counted, real, "places and people in line");
        }
    }

    fn assert_nobody_waits_beside_a_free_place(&self) {
        let start: Instant = START.parse().unwrap();
        // Offers are not made at the end any more.
        let last = if self.offers.is_some() {
            start - TimeDelta::hours(1)
        } else {
            start
        };
        if self.called_off || self.stage.db.clock().now() >= last {
            return;
        }
        for (mode, places) in [
            (Mode::Online, self.places.0),
            (Mode::InPerson, self.places.1),
        ] {
            let seated = self
                .known
                .values()
                .filter(|one| one.seated && one.mode == mode)
                .count();
            let waits = self.known.values().any(|one| one.in_line() == Some(mode));
            assert!(
                !waits || seated >= places as usize,
                "somebody waits beside a free place, {mode}"
            );
        }
    }
}

/// Nobody comes to a place after the start, and no offer is made or lasts into the last hour before it.
fn assert_in_time(was: Option<&Standing>, is: &Standing, at: Instant) {
    let start: Instant = START.parse().unwrap();
    let newly_seated = is.seated && was.is_none_or(|was| !was.seated);
    assert!(!newly_seated || at < start, "a place after the start");
    if is.offered() && was.is_none_or(|was| !was.offered()) {
        assert!(
            at < start - TimeDelta::hours(1),
            "an offer in the last hour"
        );
        assert!(
            is.held_until.unwrap() <= start - TimeDelta::hours(1),
            "an offer into the last hour"
        );
    }
    let taken_up = was.is_some_and(Standing::offered) && is.state == RegistrationState::Confirmed;
    assert!(
        !taken_up || at < was.unwrap().held_until.unwrap(),
        "taken up too late"
    );
}

async fn standings(stage: &Stage) -> Standings {
    type Row = (
        Id<Registration>,
        RegistrationState,
        bool,
        Mode,
        Option<Mode>,
        Option<Instant>,
        Instant,
    );
    let all = "SELECT r.id, r.state, r.seated, r.mode, w.mode AS wished, r.held_until,
            COALESCE(w.wished_at, r.listed_at, r.registered_at) AS since
         FROM registration r LEFT JOIN wish w ON w.registration_id = r.id";
    let mut tx = stage.begin().await;
    let rows: Vec<Row> = tx.query(Sql::new(all, all)).fetch_all().await.unwrap();
    let standing = |(id, state, seated, mode, wished, held_until, since): Row| {
        (
            id,
            Standing {
                state,
                seated,
                mode,
                wished,
                held_until,
                since,
            },
        )
    };
    rows.into_iter().map(standing).collect()
}

/// Every message about a change of one registration; what the plan owes to many is told elsewhere, and
/// that somebody is registered already is no change.
async fn told(stage: &Stage) -> Told {
    let mut told = Told::new();
    for message in stage.messages().await {
        let of_many = ["link", "cancelled", "changed", "reminder", "known", "alarm"];
        if !of_many.contains(&message.kind.as_str()) {
            let who = Id::from_uuid(message.recipient);
            *told.entry((who, message.kind)).or_default() += 1;
        }
    }
    told
}

/// As if nobody had ever asked.
async fn forget_all(stage: &Stage) {
    for statement in [
        "DELETE FROM wish",
        "DELETE FROM erasure",
        "DELETE FROM message",
        "DELETE FROM invitation",
        "DELETE FROM registration",
        "DELETE FROM audit_line",
        "UPDATE event SET state = 'published', online_taken = 0, in_person_taken = 0, \
            online_waiting = 0, in_person_waiting = 0, cancellations = 0",
        "UPDATE session SET online_taken = 0, in_person_taken = 0, online_waiting = 0, \
            in_person_waiting = 0",
    ] {
        stage.by_hand(statement).await;
    }
}
