use super::*;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::language::Localised;
use crate::base::secret::Token;
use crate::base::testing::{TestDb, start};
use crate::event::tests::{Desk, ROUNDTABLE};
use crate::event::{Event, person};
use crate::on_both_engines;

use chrono::TimeDelta;

const WHO: &str = "organiser";

async fn lineup(tx: &mut Tx, event: &Event) -> Vec<Placed> {
    of_session(tx, event.id, event.session_ids[0])
        .await
        .unwrap()
}

async fn names(tx: &mut Tx, event: &Event) -> Vec<String> {
    let lineup = lineup(tx, event).await;
    lineup.iter().map(|one| name(&one.appearance)).collect()
}

fn name(appearance: &Appearance) -> String {
    let order = ["en".parse().unwrap()];
    let name = appearance.name.as_ref();
    name.map_or("?".to_owned(), |name| {
        let name = name.pick(&order[0], &order).unwrap().text;
        name.split(' ').next().unwrap_or_default().to_owned()
    })
}

fn speaker(name: &str, email: Option<&str>) -> Appearance {
    Appearance {
        id: None,
        role: Role::Speaker,
        name: Some(Localised::One(name.to_owned())),
        position: None,
        organisation: None,
        bio: None,
        email: email.map(|email| email.parse().unwrap()),
        state: Some(AppearanceState::Idea),
        channel: None,
    }
}

/// Makes `change` to the latest state of `event`.
async fn make(desk: &mut Desk, event: &Event, change: Edit) -> Edited {
    let event = desk.find(&event.details.slug).await;
    edit(&mut desk.tx, &event, WHO, event.revision, change)
        .await
        .unwrap()
}

async fn add(desk: &mut Desk, event: &Event, appearance: Appearance) -> Id<Appearance> {
    let change = Edit::Add(event.session_ids[0], vec![(None, appearance)]);
    match make(desk, event, change).await {
        Edited::Done(Some(id)) => id,
        other => panic!("{other:?}"),
    }
}

async fn ask(desk: &mut Desk, event: &Event, whom: Whom) -> Invited {
    let event = desk.find(&event.details.slug).await;
    let key = desk.key.clone();
    invite(&mut desk.tx, &key, &event, WHO, (event.revision, whom))
        .await
        .unwrap()
}

async fn asked(desk: &mut Desk, event: &Event, email: &str) -> Invitee {
    let found = store::of_address_key(&mut desk.tx, event.id, email).await;
    found.unwrap().unwrap()
}

on_both_engines! {
    async fn u_12_somebody_is_moved_among_their_role_and_the_rest_stays(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let before = lineup(&mut desk.tx, &event).await;
        for (place, order) in [
            (1, ["Ali", "Layal", "Tinatin", "Julien"]),
            (99, ["Ali", "Tinatin", "Julien", "Layal"]),
            (2, ["Ali", "Tinatin", "Layal", "Julien"]),
        ] {
            let moved = make(&mut desk, &event, Edit::Move(before[3].id, place)).await;
            assert_eq!(moved, Edited::Done(Some(before[3].id)));
            assert_eq!(names(&mut desk.tx, &event).await, order);
        }
        let up = Edit::RoleUp(event.session_ids[0], Role::Speaker);
        make(&mut desk, &event, up).await;
        assert_eq!(names(&mut desk.tx, &event).await, ["Tinatin", "Layal", "Julien", "Ali"]);
        let kept = desk.find(&event.details.slug).await;
        assert_eq!(kept.revision, event.revision + 4);
    }

    async fn u_12_of_two_editors_the_second_changes_nothing_and_is_told_what_happened(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let seen = event.revision;
        let people = lineup(&mut desk.tx, &event).await;
        let mut first = people[1].appearance.clone();
        first.position = Some(Localised::One("Founder".to_owned()));
        make(&mut desk, &event, Edit::Change(people[1].id, Box::new(first))).await;
        let second = Edit::State(people[2].id, AppearanceState::Declined);
        let second = edit(&mut desk.tx, &event, "other", seen, second).await.unwrap();
        assert_eq!(second, Edited::Overtaken);
        let after = lineup(&mut desk.tx, &event).await;
        assert_eq!(after[2], people[2]);
        let told = since(&mut desk.tx, event.id, seen).await.unwrap();
        assert_eq!(told.len(), 1, "{told:?}");
        assert_eq!((told[0].actor.as_str(), told[0].what.as_str()), (WHO, "changed"));
        assert_eq!(told[0].who.as_deref(), Some("Tinatin Khidasheli"));
        assert_eq!(told[0].fields, [
            ("position.en".to_owned(), Some("Chairperson".to_owned()), None),
            ("position".to_owned(), None, Some("Founder".to_owned())),
        ]);
    }

    async fn s_2_nobody_of_another_event_or_directory_is_touched(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let people = lineup(&mut desk.tx, &event).await;
        let other = ROUNDTABLE.replace("slug = \"", "slug = \"other-");
        let other = desk.publish(&other).await;
        for foreign in [
            Edit::Change(people[0].id, Box::new(people[0].appearance.clone())),
            Edit::Move(people[0].id, 2),
            Edit::State(people[0].id, AppearanceState::Declined),
            Edit::Withdraw(people[0].id, None),
            Edit::Remove(people[0].id),
            Edit::Note(people[0].id),
            Edit::RoleUp(event.session_ids[0], Role::Speaker),
            Edit::Add(event.session_ids[0], Vec::new()),
            Edit::Add(other.session_ids[0], vec![(Some(desk.tx.new_id()), speaker("X", None))]),
        ] {
            assert_eq!(make(&mut desk, &other, foreign.clone()).await, Edited::Unknown, "{foreign:?}");
        }
        assert_eq!(lineup(&mut desk.tx, &event).await, people);
    }

    async fn f_8_a_withdrawal_gives_the_place_to_somebody_else(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let people = lineup(&mut desk.tx, &event).await;
        let other = Some((None, Box::new(speaker("Nino", None))));
        make(&mut desk, &event, Edit::Withdraw(people[1].id, other)).await;
        assert_eq!(names(&mut desk.tx, &event).await, ["Ali", "Nino", "Tinatin", "Julien", "Layal"]);
        let after = lineup(&mut desk.tx, &event).await;
        assert!(after[2].is_off() && !after[1].is_off());
        assert_eq!(open_tasks(&mut desk.tx, event.id).await.unwrap(), []);
        make(&mut desk, &event, Edit::Remove(people[1].id)).await;
        assert_eq!(names(&mut desk.tx, &event).await, ["Ali", "Nino", "Julien", "Layal"]);
    }

    async fn f_8_whoever_takes_a_place_over_at_another_address_is_somebody_else(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let id = add(&mut desk, &event, speaker("Nino", Some("nino@x.example"))).await;
        let mut kept = speaker("Nino", Some("NINO@x.example"));
        kept.role = Role::Keynote;
        let change = Edit::Change(id, Box::new(kept));
        assert_eq!(make(&mut desk, &event, change).await, Edited::Done(Some(id)));
        let other = Edit::Change(id, Box::new(speaker("Nino", Some("other@x.example"))));
        let Edited::Done(Some(new)) = make(&mut desk, &event, other).await else {
            panic!("not changed");
        };
        assert_ne!(new, id);
        assert_eq!(placed(&mut desk.tx, event.id, id).await.unwrap(), None);
    }

    async fn f_8_the_directory_fills_by_itself_and_events_keep_what_they_said(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let people = lineup(&mut desk.tx, &event).await;
        let id = people[1].person.unwrap();
        let known = person::find(&mut desk.tx, event.organisation, id).await.unwrap().unwrap();
        assert_eq!(known.profile.position, people[1].appearance.position);
        let renamed = person::Profile::named(Localised::One("Tina K.".to_owned()));
        let kept = person::change(&mut desk.tx, event.organisation, WHO, (id, known.revision), renamed);
        assert_eq!(kept.await.unwrap(), person::Kept::Done(id));
        let after = desk.find(&event.details.slug).await;
        assert_eq!(after.details, event.details);
        // Saving the event anew does not enter the old name as somebody else's.
        let details = ROUNDTABLE.replace("Roundtable discussion", "Discussion");
        desk.publish(&details).await;
        assert_eq!(lineup(&mut desk.tx, &event).await[1].person, Some(id));
    }

    async fn f_9_everybody_with_an_address_is_asked_once_by_one_mail(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        assert_eq!(ask(&mut desk, &event, Whom::All).await, Invited::NotReached);
        let id = add(&mut desk, &event, speaker("Nino", Some("nino@x.example"))).await;
        add(&mut desk, &event, speaker("Nino again", Some("Nino@X.example"))).await;
        add(&mut desk, &event, speaker("Nobody", None)).await;
        assert_eq!(ask(&mut desk, &event, Whom::All).await, Invited::Done(1));
        assert_eq!(ask(&mut desk, &event, Whom::All).await, Invited::NotReached);
        let states: Vec<_> = lineup(&mut desk.tx, &event).await[4..]
            .iter()
            .map(|one| one.appearance.state())
            .collect();
        use AppearanceState::{Idea, Invited as Asked};
        assert_eq!(states, [Asked, Asked, Idea]);
        assert_eq!(ask(&mut desk, &event, Whom::One(id)).await, Invited::Done(1));
        let invitee = asked(&mut desk, &event, "nino@x.example").await;
        assert_eq!(invitee.rounds, 2);
        let owed = crate::outbox::list(&mut desk.tx, Some(event.id.uuid())).await.unwrap();
        assert_eq!(owed.iter().filter(|message| message.kind == KIND).count(), 2);
    }

    async fn s_8_a_token_leads_to_its_invitee_until_it_is_revoked(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let id = add(&mut desk, &event, speaker("Nino", Some("nino@x.example"))).await;
        ask(&mut desk, &event, Whom::All).await;
        let invitee = asked(&mut desk, &event, "nino@x.example").await;
        let link = token(&desk.key, invitee.id, 0);
        assert_eq!(of_token(&mut desk.tx, &link).await.unwrap(), Some(invitee.clone()));
        let random = Token::random(desk.tx.chance());
        assert_eq!(of_token(&mut desk.tx, &random).await.unwrap(), None);
        let (key, placed) = (desk.key.clone(), placed(&mut desk.tx, event.id, id).await.unwrap().unwrap());
        assert!(revoke(&mut desk.tx, &key, &event, WHO, &placed).await.unwrap());
        assert_eq!(of_token(&mut desk.tx, &link).await.unwrap(), None);
        let link = token(&desk.key, invitee.id, 1);
        assert!(of_token(&mut desk.tx, &link).await.unwrap().is_some());
        let arabic = "ar".parse().unwrap();
        prefer(&mut desk.tx, &invitee, &arabic).await.unwrap();
        let chosen = super::invitee(&mut desk.tx, invitee.id).await.unwrap().unwrap();
        assert_eq!(chosen.language, Some(arabic));
    }

    async fn f_9_who_answers_is_noted_once_and_who_refuses_is_the_organisers_task(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let id = add(&mut desk, &event, speaker("Nino", Some("nino@x.example"))).await;
        ask(&mut desk, &event, Whom::All).await;
        let invitee = asked(&mut desk, &event, "nino@x.example").await;
        let event = desk.find(&event.details.slug).await;
        let say = async |desk: &mut Desk, of, what| {
            answer(&mut desk.tx, &event, &invitee, of, what).await.unwrap()
        };
        assert_eq!(say(&mut desk, None, Answer::Confirm).await, Answered::Done);
        assert_eq!(say(&mut desk, None, Answer::Confirm).await, Answered::Already);
        assert_eq!(open_tasks(&mut desk.tx, event.id).await.unwrap(), []);
        assert_eq!(say(&mut desk, Some(id), Answer::Decline).await, Answered::Done);
        assert_eq!(say(&mut desk, Some(id), Answer::Decline).await, Answered::Already);
        assert_eq!(say(&mut desk, Some(id), Answer::Confirm).await, Answered::TooLate);
        let foreign = lineup(&mut desk.tx, &event).await[0].id;
        assert_eq!(say(&mut desk, Some(foreign), Answer::Decline).await, Answered::TooLate);
        let tasks = open_tasks(&mut desk.tx, event.id).await.unwrap();
        assert_eq!(tasks.iter().map(|task| (task.appearance, task.need)).collect::<Vec<_>>(),
            [(id, Need::Withdrew)]);
        make(&mut desk, &event, Edit::Note(id)).await;
        assert_eq!(open_tasks(&mut desk.tx, event.id).await.unwrap(), []);
        let counts = standings(&mut desk.tx, event.id).await.unwrap();
        assert_eq!((counts[0].places, counts[0].confirmed, counts[0].invited), (4, 4, 0));
    }

    async fn f_9_whoever_stays_silent_becomes_a_task_after_both_reminders(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        add(&mut desk, &event, speaker("Nino", Some("nino@x.example"))).await;
        ask(&mut desk, &event, Whom::All).await;
        assert_eq!(open_tasks(&mut desk.tx, event.id).await.unwrap(), []);
        let invitee = asked(&mut desk, &event, "nino@x.example").await;
        let days = |days| start() + TimeDelta::days(days);
        assert_eq!(asked_from(&invitee, days(2)), None);
        assert_eq!(asked_from(&invitee, days(3)), Some((days(3), 1)));
        assert_eq!(asked_from(&invitee, days(30)), Some((days(7), 2)));
        assert_eq!(next_chaser(&invitee, days(3)), Some(days(7)));
        assert_eq!(next_chaser(&invitee, days(7)), None);
        assert_eq!(due_invitees(&mut desk.tx, event.id).await.unwrap().len(), 1);
        test.clock.set(event.schedule.starts_at() - TimeDelta::days(1));
        desk.tx.commit().await.unwrap();
        let mut tx = test.begin().await.unwrap();
        let tasks = open_tasks(&mut tx, event.id).await.unwrap();
        assert_eq!(tasks[0].need, Need::Unanswered);
    }

    async fn p_13_what_somebody_says_of_themselves_is_theirs_alone_and_reaches_the_directory(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let id = add(&mut desk, &event, speaker("Nino", Some("nino@x.example"))).await;
        ask(&mut desk, &event, Whom::All).await;
        let before = lineup(&mut desk.tx, &event).await;
        let invitee = asked(&mut desk, &event, "nino@x.example").await;
        let words = OwnWords {
            bio: Some(Localised::One("Counts rivers.".to_owned())),
            ..OwnWords::default()
        };
        describe(&mut desk.tx, &event, &invitee, &words).await.unwrap();
        let after = lineup(&mut desk.tx, &event).await;
        assert_eq!(after[..4], before[..4]);
        assert_eq!(after[4].appearance.bio, words.bio);
        let person = after.iter().find(|one| one.id == id).and_then(|one| one.person).unwrap();
        let known = person::find(&mut desk.tx, event.organisation, person).await.unwrap().unwrap();
        assert_eq!(known.profile.bio, words.bio);
    }
}
