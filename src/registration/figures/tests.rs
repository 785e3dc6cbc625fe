use chrono::TimeDelta;

use super::*;
use crate::account;
use crate::base::secret::InstanceKey;
use crate::base::testing::{TestDb, start};
use crate::base::text::SingleLine;
use crate::event::{self, FieldName, Mode, SaveOptions, file};
use crate::on_both_engines;
use crate::registration::{Answers, Outcome, Request, find_by_token, manage_token, register};
use crate::registration::{check_in, for_export, load, withdraw};

const ROUNDTABLE: &str = include_str!("../../../tests/samples/roundtable.toml");

/// The roundtable with `people` registered, one an hour: language, organisation, source.
async fn announced(test: &TestDb, people: &[(&str, Option<&str>, Option<&str>)]) -> Event {
    let key = InstanceKey::from_bytes([7; 32]);
    let mut tx = test.begin().await.unwrap();
    let organisation = account::create(&mut tx, "levant", "Levant Institute")
        .await
        .unwrap();
    let details = file::read(ROUNDTABLE).unwrap();
    let (sender, slug) = ("events@x.example".parse().unwrap(), details.slug.clone());
    let options = SaveOptions::default();
    event::save(&mut tx, &key, organisation, &sender, details, options)
        .await
        .unwrap();
    let event = event::find(&mut tx, &key, &slug).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    for (number, (language, organisation, source)) in people.iter().enumerate() {
        let mut tx = test.begin().await.unwrap();
        let works_at = organisation.map(|name| (FieldName::Organisation, SingleLine::clean(name)));
        let request = Request {
            name: SingleLine::clean("Rana Haddad"),
            email: format!("guest-{number}@example.org").parse().unwrap(),
            language: language.parse().unwrap(),
            mode: Mode::Online,
            listening: None,
            sessions: Vec::new(),
            fields: works_at.into_iter().collect(),
            answers: Answers::new(),
            consents: Vec::new(),
            code: None,
            source: source.map(|source| source.parse().unwrap()),
            waitlist: false,
            meanwhile_online: false,
            companion_key: String::new(),
        };
        let outcome = register(&mut tx, &key, &event, &request, None)
            .await
            .unwrap();
        assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
        tx.commit().await.unwrap();
        test.clock.advance(TimeDelta::hours(1));
    }
    event
}

async fn withdraw_first(test: &TestDb, event: &Event) {
    let key = InstanceKey::from_bytes([7; 32]);
    let mut tx = test.begin().await.unwrap();
    let first = for_export(&mut tx, event.id).await.unwrap().remove(0).id;
    let registration = find_by_token(&mut tx, &manage_token(&key, first, 0))
        .await
        .unwrap();
    assert!(
        withdraw(&mut tx, &key, event, &registration.unwrap())
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

fn group(what: &str, people: i64) -> Group {
    let what = (!what.is_empty()).then(|| what.to_owned());
    Group { what, people }
}

on_both_engines! {
    async fn u_15_people_are_counted_by_what_they_have_in_common(test: TestDb) {
        let event = announced(&test, &[
            ("en", None, None),
            ("en", Some("LCPS"), Some("lcps")),
            ("ar", Some("LCPS"), Some("ndi")),
            ("ar", Some("NDI"), Some("ndi")),
            ("ar", None, None),
        ]).await;
        withdraw_first(&test, &event).await;
        let counts = counts(&mut test.read().await.unwrap(), event.id).await.unwrap();
        assert_eq!((counts.ever, counts.live), (5, 4));
        assert_eq!(counts.of(Common::State), [group("confirmed", 4), group("cancelled", 1)]);
        assert_eq!(counts.of(Common::Language), [group("ar", 3), group("en", 1)]);
        assert_eq!(counts.of(Common::Mode), [group("online", 4)]);
        assert_eq!(counts.of(Common::Country), [group("", 4)]);
        assert_eq!(counts.of(Common::Source),
            [group("ndi", 2), group("lcps", 1), group("", 1)]);
        assert_eq!(counts.of(Common::Organisation)[0], group("LCPS", 2));
        let hours = TimeDelta::hours;
        assert_eq!(counts.span, Some((start() + hours(1), start() + hours(4))));
    }

    async fn u_15_registrations_are_counted_over_time(test: TestDb) {
        let event = announced(&test, &[("en", None, None); 4]).await;
        withdraw_first(&test, &event).await;
        let mut tx = test.read().await.unwrap();
        let bounds = [0, 2, 3, 3, 9].map(|hours| start() + TimeDelta::hours(hours));
        let counted = between(&mut tx, event.id, &bounds).await.unwrap();
        assert_eq!(counted, [1, 1, 0, 1]);
        assert_eq!(between(&mut tx, event.id, &bounds[..1]).await.unwrap(), Vec::<i64>::new());
    }

    async fn u_15_nobody_is_counted_where_nobody_registered(test: TestDb) {
        let event = announced(&test, &[]).await;
        let counts = counts(&mut test.read().await.unwrap(), event.id).await.unwrap();
        assert_eq!(counts, Counts::default());
    }

    async fn u_15_who_came_is_counted_among_those_who_have_a_place(test: TestDb) {
        let event = announced(&test, &[("en", None, None); 4]).await;
        withdraw_first(&test, &event).await;
        let mut tx = test.begin().await.unwrap();
        let none = counts(&mut tx, event.id).await.unwrap();
        assert_eq!(none.of(Common::Attendance), []);
        let second = for_export(&mut tx, event.id).await.unwrap().remove(1).id;
        let second = load(&mut tx, second).await.unwrap().unwrap();
        let session = event.session_ids[0];
        check_in(&mut tx, &event, &second, session, "operator").await.unwrap();
        let counts = counts(&mut tx, event.id).await.unwrap();
        assert_eq!(counts.of(Common::Attendance), [group("came", 1), group("absent", 2)]);
    }

    async fn u_15_the_largest_groups_are_told_apart(test: TestDb) {
        let names: Vec<String> = (0..15).map(|number| format!("Institute {number:02}")).collect();
        let people: Vec<_> = names.iter().map(|name| ("en", Some(name.as_str()), None)).collect();
        let event = announced(&test, &people).await;
        let counts = counts(&mut test.read().await.unwrap(), event.id).await.unwrap();
        assert_eq!(counts.of(Common::Organisation).len(), 12);
    }
}
