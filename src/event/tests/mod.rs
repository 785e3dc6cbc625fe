//! Events as they are kept, on both engines.

mod store;

use chrono::TimeDelta;
use uuid::Uuid;

use super::file;
use super::*;
use crate::account;
use crate::base::db::Tx;
use crate::base::secret::InstanceKey;
use crate::base::testing::{TestDb, start};
use crate::on_both_engines;
use store::Seats;

pub(super) const ROUNDTABLE: &str = include_str!("../../../tests/samples/roundtable.toml");
const SUMMIT: &str = include_str!("../../../tests/samples/summit.toml");
const EVERYTHING: &str = include_str!("../../../tests/samples/everything.toml");
const SENDER: &str = "Institute <events@institute.example>";

/// A published event that states `details`, as it is kept since `made`; in no database.
pub(crate) fn event_of(details: Details, made: Instant) -> Event {
    let id = |number| Uuid::from_u128(number);
    Event {
        id: Id::from_uuid(id(1)),
        organisation: Id::from_uuid(id(2)),
        state: EventState::Published,
        revision: 0,
        link_revision: 0,
        lineup_link_revisions: vec![0; details.sessions.len()],
        sender: SENDER.parse().expect("a sender"),
        schedule: Schedule::of(&details).expect("possible times"),
        session_ids: (3..)
            .map(|number| Id::from_uuid(id(number)))
            .take(details.sessions.len())
            .collect(),
        told: vec![None; details.sessions.len()],
        cancellations: 0,
        cancel_reason: None,
        holds: Vec::new(),
        details,
        released_at: None,
        created_at: made,
        updated_at: made,
    }
}

/// A unit of work in an organisation of its own.
pub(super) struct Desk {
    pub(super) tx: Tx,
    pub(super) key: InstanceKey,
    organisation: Id<Organisation>,
}

impl Desk {
    pub(super) async fn of(test: &TestDb) -> Self {
        let mut tx = test.begin().await.unwrap();
        let organisation = account::create(&mut tx, "institute", "Institute")
            .await
            .unwrap();
        Self {
            tx,
            key: InstanceKey::from_bytes([7; 32]),
            organisation,
        }
    }

    async fn save(&mut self, details: &Details, draft: bool) -> Result<Saved, CannotSave> {
        self.save_from(SENDER, details, draft).await
    }

    async fn save_from(
        &mut self,
        sender: &str,
        details: &Details,
        draft: bool,
    ) -> Result<Saved, CannotSave> {
        let details = details.clone();
        save(
            &mut self.tx,
            &self.key,
            self.organisation,
            &sender.parse().unwrap(),
            details,
            SaveOptions {
                draft,
                ..SaveOptions::default()
            },
        )
        .await
    }

    /// Saves a file, published, and gives the event.
    pub(super) async fn publish(&mut self, file: &str) -> Event {
        let details = parse(file);
        self.save(&details, false).await.unwrap();
        self.find(&details.slug).await
    }

    pub(super) async fn find(&mut self, slug: &Slug) -> Event {
        let found = find(&mut self.tx, &self.key, slug).await.unwrap();
        found.expect("an event at this slug")
    }

    async fn actions(&mut self, event: &Event) -> Vec<String> {
        let audited = store::audited(&mut self.tx, event).await;
        audited.into_iter().map(|(action, _)| action).collect()
    }
}

fn parse(file: &str) -> Details {
    file::read(file).unwrap_or_else(|faults| panic!("{faults}"))
}

fn edited(file: &str, from: &str, to: &str) -> String {
    assert!(file.contains(from), "{from}");
    file.replacen(from, to, 1)
}

fn slugs(events: &[Event]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event.details.slug.as_str())
        .collect()
}

on_both_engines! {
    async fn every_sample_is_kept_whole(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        for sample in [ROUNDTABLE, SUMMIT, EVERYTHING] {
            let event = desk.publish(sample).await;
            assert_eq!(event.details, parse(sample));
            assert_eq!(event.schedule, Schedule::of(&event.details).unwrap());
            assert_eq!((event.state, event.revision), (EventState::Published, 0));
            assert_eq!(load(&mut desk.tx, &desk.key, event.id).await.unwrap(), Some(event));
        }
        let nothing: Slug = "nothing".parse().unwrap();
        assert_eq!(find(&mut desk.tx, &desk.key, &nothing).await.unwrap(), None);
    }

    async fn the_same_file_again_changes_nothing(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(EVERYTHING).await;
        test.clock.advance(TimeDelta::hours(1));
        let details = parse(EVERYTHING);
        assert_eq!(desk.save(&details, false).await.unwrap(), Saved::Unchanged);
        assert_eq!(desk.find(&details.slug).await, event);
        assert_eq!(desk.actions(&event).await, ["event_made"]);
    }

    async fn sessions_keep_their_identity_by_their_ids(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let before = desk.publish(EVERYTHING).await;
        // The night comes first now, and a third session joins.
        let mut details = parse(EVERYTHING);
        details.sessions.reverse();
        let extra = Session { id: Some("extra".parse().unwrap()), ..details.sessions[0].clone() };
        details.sessions.push(extra);
        let saved = desk.save(&details, false).await.unwrap();
        assert_eq!(saved, Saved::Changed(Box::new(before.details.clone())));
        let after = desk.find(&details.slug).await;
        assert_eq!(after.details, details);
        assert_eq!(after.session_ids[..2], [before.session_ids[1], before.session_ids[0]]);
        assert_eq!((after.revision, after.link_revision), (1, 0));
    }

    async fn a_session_that_people_are_registered_for_stays(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(EVERYTHING).await;
        let mut details = parse(EVERYTHING);
        details.sessions.truncate(1);
        store::register(&mut desk.tx, &event, event.session_ids[1]).await;
        let refused = desk.save(&details, false).await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "the session “night” has registrations and cannot be removed"
        );
        assert_eq!(desk.find(&details.slug).await, event);
    }

    async fn a_session_that_nobody_is_registered_for_may_go(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(EVERYTHING).await;
        store::register(&mut desk.tx, &event, event.session_ids[0]).await;
        let mut details = parse(EVERYTHING);
        details.sessions.truncate(1);
        desk.save(&details, false).await.unwrap();
        assert_eq!(desk.find(&details.slug).await.session_ids, event.session_ids[..1]);
    }

    async fn taken_places_outlive_a_change(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        store::take_places(&mut desk.tx, &event, 3).await;
        desk.publish(&edited(ROUNDTABLE, "online = 300", "online = 400")).await;
        let seats = store::seats(&mut desk.tx, &event).await;
        assert_eq!(seats, Seats { capacity: 400, taken: 3, session_taken: 3, plan_due_at: Some(start()) });
    }

    async fn only_another_link_counts_as_one(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        desk.publish(EVERYTHING).await;
        let mut file = EVERYTHING.to_owned();
        for (from, to, revision) in [
            ("Late session", "Later session", 0),
            ("water-night", "water-late", 1),
            ("role=panel", "role=podium", 1),
            ("room=2,main", "room=3,main", 2),
        ] {
            file = edited(&file, from, to);
            assert_eq!(desk.publish(&file).await.link_revision, revision, "{to}");
        }
    }

    async fn s_30_links_are_sealed_and_named_in_no_audit_line(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(EVERYTHING).await;
        desk.publish(&edited(EVERYTHING, "room=2,main", "room=3,main")).await;
        let sealed = store::sealed_links(&mut desk.tx, &event).await;
        assert_eq!(sealed.len(), 2);
        for link in sealed {
            assert!(!String::from_utf8_lossy(&link).contains("example"));
            assert!(desk.key.open(event.id.uuid(), &link).is_ok());
            assert!(desk.key.open(Uuid::nil(), &link).is_err());
        }
        let audited = store::audited(&mut desk.tx, &event).await;
        let actions: Vec<&str> = audited.iter().map(|(action, _)| action.as_str()).collect();
        assert_eq!(actions, ["event_made", "event_changed", "change_told"]);
        assert!(audited[1].1.contains("meeting.link"), "{audited:?}");
        assert!(audited.iter().all(|(_, told)| !told.contains("room=")), "{audited:?}");
    }

    async fn dec_7_a_link_sealed_with_another_key_is_left_out(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let other = InstanceKey::from_bytes([8; 32]);
        let found = load(&mut desk.tx, &other, event.id).await.unwrap().expect("the event");
        let meeting = found.details.meeting.expect("its meeting");
        assert_eq!((meeting.provider, meeting.link), (Some(Provider::Zoom), None));
    }

    async fn a_draft_is_published_once_and_keeps_its_sender_from_then_on(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let details = parse(ROUNDTABLE);
        desk.save_from("old@institute.example", &details, true).await.unwrap();
        assert_eq!(desk.find(&details.slug).await.state, EventState::Draft);
        let saved = desk.save_from("new@institute.example", &details, false).await.unwrap();
        assert_eq!(saved, Saved::Published(Box::new(details.clone())));
        let saved = desk.save_from("newest@institute.example", &details, false).await.unwrap();
        assert_eq!(saved, Saved::Unchanged);
        let event = desk.find(&details.slug).await;
        assert_eq!((event.state, event.sender.to_string().as_str()), (EventState::Published, "new@institute.example"));
    }

    async fn a_slug_of_another_organisation_is_refused(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        desk.publish(ROUNDTABLE).await;
        desk.organisation = account::create(&mut desk.tx, "other", "Other").await.unwrap();
        let refused = desk.save(&parse(ROUNDTABLE), false).await;
        assert!(matches!(refused, Err(CannotSave::TakenSlug)));
    }

    async fn one_name_is_one_person_in_the_directory(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        desk.publish(SUMMIT).await;
        desk.publish(ROUNDTABLE).await;
        // The moderator of both summit sessions, and who is at both events, are there once.
        assert_eq!(store::people(&mut desk.tx).await, 6 + 4 - 1);
    }

    async fn lists_show_what_is_public_and_when_it_comes(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        for sample in [SUMMIT, ROUNDTABLE, EVERYTHING] {
            desk.publish(sample).await;
        }
        let draft = edited(ROUNDTABLE, "anti-corruption-in-practice", "a-draft");
        desk.save(&parse(&draft), true).await.unwrap();
        let (roundtable, summit) = ("anti-corruption-in-practice", "china-in-the-world-summit");
        assert_eq!(slugs(&upcoming(&mut desk.tx).await.unwrap()), [roundtable, summit]);
        assert_eq!(past(&mut desk.tx).await.unwrap(), []);
        let all = of_organisation(&mut desk.tx, &desk.key, desk.organisation).await.unwrap();
        assert_eq!(all.len(), 4);
        desk.tx.commit().await.unwrap();
        // The roundtable ends at 15:00 UTC: it is over in that moment.
        test.clock.set("2022-11-25T15:00:00Z".parse().unwrap());
        let mut tx = test.read().await.unwrap();
        assert_eq!(slugs(&upcoming(&mut tx).await.unwrap()), [summit]);
        assert_eq!(slugs(&past(&mut tx).await.unwrap()), [roundtable]);
    }

    async fn s_32_lists_open_no_link(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let meeting = event.details.meeting.unwrap();
        assert!(meeting.link.is_some());
        let listed = upcoming(&mut desk.tx).await.unwrap().remove(0);
        assert_eq!(listed.details.meeting, Some(Meeting { link: None, ..meeting }));
    }

    async fn a_cancelled_event_stays_cancelled(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        assert!(cancel(&mut desk.tx, &event, "operator", None).await.unwrap());
        assert!(!cancel(&mut desk.tx, &event, "operator", None).await.unwrap());
        assert!(!release(&mut desk.tx, &event, "operator").await.unwrap());
        let event = desk.publish(&edited(ROUNDTABLE, "online = 300", "online = 400")).await;
        assert_eq!((event.state, event.revision), (EventState::Cancelled, 2));
        assert_eq!(desk.actions(&event).await, ["event_made", "event_cancelled", "event_changed"]);
    }

    async fn f_1_a_link_is_released_by_hand_once(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let manual = edited(ROUNDTABLE, "release = \"after_close\"", "release = \"manual\"");
        let event = desk.publish(&manual).await;
        let session = |event: &Event| event.is_released(event.sessions().next().unwrap(), start());
        assert!(!session(&event));
        let waits_for_none = edited(ROUNDTABLE, "anti-corruption-in-practice", "by-itself");
        let waits_for_none = desk.publish(&waits_for_none).await;
        assert!(!release(&mut desk.tx, &waits_for_none, "operator").await.unwrap());
        assert!(release(&mut desk.tx, &event, "operator").await.unwrap());
        assert!(!release(&mut desk.tx, &event, "operator").await.unwrap());
        let event = desk.find(&event.details.slug).await;
        assert!(session(&event));
        assert_eq!(event.released_at, Some(start()));
    }

    async fn time_01_other_zone_data_moves_what_is_still_to_come(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        assert_eq!(rederive(&mut desk.tx, &desk.key).await.unwrap(), []);
        // As if derived when Beirut's winter time was an hour off; registration opened long ago.
        let hour = TimeDelta::hours(1);
        let opened = event.schedule.opens_at.unwrap() - hour;
        let closed = event.schedule.closes_at - hour;
        store::derive_otherwise(&mut desk.tx, &event, opened, closed).await;
        let moved = rederive(&mut desk.tx, &desk.key).await.unwrap();
        assert_eq!(moved.len(), 1);
        assert_eq!(moved[0].before.closes_at, closed);
        let now = desk.find(&event.details.slug).await;
        assert_eq!(now.schedule.closes_at, event.schedule.closes_at);
        assert_eq!(now.schedule.opens_at, Some(opened));
        assert_eq!(now.revision, 1);
        assert_eq!(rederive(&mut desk.tx, &desk.key).await.unwrap(), []);
        assert_eq!(desk.actions(&event).await, ["event_made", "event_moved"]);
    }

    async fn e_01_what_was_decided_about_a_deadline_is_written_down(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let file = ROUNDTABLE
            .replace("2022-11-10", "2026-10-10")
            .replace("2022-11-24", "2026-10-24")
            .replace("2022-11-25", "2026-10-25");
        let event = desk.publish(&file).await;
        assert_eq!(event.schedule.closes_at, "2026-10-24T22:00:00Z".parse::<Instant>().unwrap());
        let audited = store::audited(&mut desk.tx, &event).await;
        assert!(audited[0].1.contains("the later one counts"), "{audited:?}");
    }

    async fn the_first_start_makes_one_organisation(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        account::ensure_first(&mut tx, "Institute").await.unwrap();
        account::ensure_first(&mut tx, "Another").await.unwrap();
        let all = account::organisations(&mut tx).await.unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].name, "Institute");
        let found = account::by_slug(&mut tx, &all[0].slug).await.unwrap();
        assert_eq!(found.as_ref(), all.first());
        assert_eq!(account::by_slug(&mut tx, "nobody").await.unwrap(), None);
    }

    async fn dec_7_a_database_knows_its_key(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let (own, other) = (InstanceKey::from_bytes([1; 32]), InstanceKey::from_bytes([2; 32]));
        assert!(account::accept_key(&mut tx, &own).await.unwrap());
        assert!(!account::accept_key(&mut tx, &other).await.unwrap());
        assert!(account::accept_key(&mut tx, &own).await.unwrap());
    }
}
