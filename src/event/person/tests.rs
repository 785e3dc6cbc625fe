use super::*;
use crate::account::{self, Organiser};
use crate::base::testing::TestDb;
use crate::base::text::SingleLine;
use crate::event::lineup;
use crate::event::picture::{self, PictureName, Prepared, Size};
use crate::event::tests::{Desk, ROUNDTABLE};
use crate::on_both_engines;

const WHO: &str = "organiser";

fn profile(name: &str, organisation: &str) -> Profile {
    Profile {
        organisation: Some(Localised::One(organisation.to_owned())),
        ..Profile::named(Localised::One(name.to_owned()))
    }
}

/// Somebody who organises all events of `organisation`.
async fn viewer(tx: &mut Tx, organisation: Id<Organisation>) -> Id<Organiser> {
    let (email, language) = (
        "maya@institute.example".parse().unwrap(),
        "en".parse().unwrap(),
    );
    let maya = account::add(tx, &email, &SingleLine::clean(""), &language)
        .await
        .unwrap();
    let role = account::Role::Organiser;
    account::grant(tx, maya.id, organisation, None, role, WHO)
        .await
        .unwrap();
    maya.id
}

on_both_engines! {
    async fn u_14_people_are_found_by_any_spelling_and_counted(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let of = event.organisation;
        for (name, organisation) in [("Émile Żak", "Institut"), ("أحمد", "50% Club")] {
            let added = add(&mut desk.tx, of, WHO, &profile(name, organisation)).await.unwrap();
            assert!(matches!(added, Kept::Done(_)));
        }
        for (search, count) in [
            ("", 6), ("emile", 1), ("EMILE zak", 1), ("احمد", 1), ("50%", 1), ("5%b", 0),
            // What holds no letter and no digit searches for nothing.
            ("%", 6), ("_", 6), ("علي", 1), ("civic", 1), ("nobody", 0),
        ] {
            let (found, total) = list(&mut desk.tx, of, search, 0).await.unwrap();
            assert_eq!((found.len(), total), (count, count as i64), "{search}");
        }
        assert_eq!(list(&mut desk.tx, of, "", 1).await.unwrap().0.len(), 0);
        let foreign = desk.tx.new_id();
        assert_eq!(list(&mut desk.tx, foreign, "", 0).await.unwrap().1, 0);
    }

    async fn u_12_of_two_who_change_an_entry_the_second_is_overtaken(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let of = desk.publish(ROUNDTABLE).await.organisation;
        let entry = profile("Nino", "A");
        let Kept::Done(id) = add(&mut desk.tx, of, WHO, &entry).await.unwrap() else {
            panic!("not added");
        };
        assert_eq!(add(&mut desk.tx, of, WHO, &entry).await.unwrap(), Kept::Taken(id));
        let keep = async |tx: &mut Tx, at, entry| {
            change(tx, of, WHO, at, entry).await.unwrap()
        };
        let first = profile("Nino", "B");
        assert_eq!(keep(&mut desk.tx, (id, 0), first).await, Kept::Done(id));
        assert_eq!(keep(&mut desk.tx, (id, 0), profile("Nino", "C")).await, Kept::Overtaken);
        let taken = Profile::named(serde_json::from_str(r#"{"en":"Julien Courson"}"#).unwrap());
        assert!(matches!(keep(&mut desk.tx, (id, 1), taken).await, Kept::Taken(_)));
        let random = desk.tx.new_id();
        assert_eq!(keep(&mut desk.tx, (random, 0), profile("N", "B")).await, Kept::Unknown);
    }

    async fn p_8_a_photo_goes_with_the_last_that_shows_it(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let placed = lineup::of_event(&mut desk.tx, event.id).await.unwrap().remove(0);
        let id = placed.person.unwrap();
        let picture = Prepared::of(picture::tests::png(40, 30), picture::Crop::Whole).await.unwrap();
        let picture = picture::keep(&mut desk.tx, event.organisation, &picture).await.unwrap();
        let about = About { alt: None, consented_at: Some(desk.tx.now()) };
        let known = find(&mut desk.tx, event.organisation, id).await.unwrap().unwrap();
        set_photo(&mut desk.tx, WHO, &known, Some((picture, about.clone()))).await.unwrap();
        lineup::set_photo(&mut desk.tx, &event, WHO, &placed, Some((picture, &about))).await.unwrap();
        let shown = lineup::photos(&mut desk.tx, event.id).await.unwrap();
        let path = shown.photo(event.session_ids[0], 0).unwrap().path(Size::Small);
        let name: PictureName = path.strip_prefix("/pictures/").unwrap().parse().unwrap();
        assert!(shown.photo(event.session_ids[0], 1).is_none());
        let known = find(&mut desk.tx, event.organisation, id).await.unwrap().unwrap();
        assert!(!remove(&mut desk.tx, WHO, &known).await.unwrap());
        set_photo(&mut desk.tx, WHO, &known, None).await.unwrap();
        assert!(picture::served(&mut desk.tx, &name).await.unwrap().is_some());
        let placed = lineup::placed(&mut desk.tx, event.id, placed.id).await.unwrap().unwrap();
        lineup::set_photo(&mut desk.tx, &event, WHO, &placed, None).await.unwrap();
        assert_eq!(picture::served(&mut desk.tx, &name).await.unwrap(), None);
        assert_eq!(lineup::photos(&mut desk.tx, event.id).await.unwrap(), lineup::Shown::default());
    }

    async fn where_somebody_appeared_is_told_as_of_then(test: TestDb) {
        let mut desk = Desk::of(&test).await;
        let event = desk.publish(ROUNDTABLE).await;
        let placed = lineup::of_event(&mut desk.tx, event.id).await.unwrap().remove(0);
        let id = placed.person.unwrap();
        let maya = viewer(&mut desk.tx, event.organisation).await;
        let told = appearances(&mut desk.tx, maya, event.organisation, id).await.unwrap();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].as_of_then.position, placed.appearance.position);
        assert_eq!(told[0].slug, event.details.slug);
        let Kept::Done(new) = add(&mut desk.tx, event.organisation, WHO, &profile("N", "B")).await.unwrap() else {
            panic!("not added");
        };
        let new = find(&mut desk.tx, event.organisation, new).await.unwrap().unwrap();
        assert!(remove(&mut desk.tx, WHO, &new).await.unwrap());
    }
}
