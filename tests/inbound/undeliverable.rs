//! An address that mail came back from is left alone.

use convoke::account;
use convoke::base::testing::TestDb;
use convoke::event::{self, Saved};
use convoke::on_both_engines;
use convoke::outbox::MessageState;
use convoke::registration::{self, Outcome, Registration, mark_undeliverable};

use crate::events::{request, roundtable};
use crate::stage::Stage;

on_both_engines! {
    async fn r_20_an_address_is_marked_at_every_event_of_its_organisation_and_nowhere_else(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        let omar = stage.join(&request("omar@example.org")).await;
        let elsewhere = join_elsewhere(&stage, "levant", "RANA@example.org").await;
        let of_others = join_elsewhere(&stage, "maghreb", "rana@example.org").await;
        assert_eq!(mark(&stage, &rana).await, 2);
        for (registration, is_marked) in
            [(&rana, true), (&elsewhere, true), (&of_others, false), (&omar, false)]
        {
            let marked = stage.load(registration.id).await.undeliverable_at;
            assert_eq!(marked.is_some(), is_marked, "{registration:?}");
        }
        assert_eq!(mark(&stage, &rana).await, 0, "once");
    }

    async fn r_20_nothing_more_is_sent_to_an_address_that_mail_came_back_from(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.join(&request("omar@example.org")).await;
        mark(&stage, &rana).await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        for message in stage.messages().await {
            let is_ranas = message.recipient == rana.id.uuid();
            let expected = if is_ranas { MessageState::Suppressed } else { MessageState::Sent };
            assert_eq!(message.state, expected, "{}", message.kind);
            if is_ranas {
                assert_eq!(message.last_reply.as_deref(), Some("mail to the address came back"));
            }
        }
        assert!(stage.mails().iter().all(|mail| mail.to == "omar@example.org"));
    }

    async fn r_20_who_registers_anew_starts_unmarked(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        mark(&stage, &rana).await;
        assert!(stage.withdraw(rana.id).await);
        let again = stage.join(&request("rana@example.org")).await;
        assert_ne!(again.id, rana.id);
        assert_eq!(again.undeliverable_at, None);
    }
}

async fn mark(stage: &Stage, registration: &Registration) -> u64 {
    let mut tx = stage.begin().await;
    let marked = mark_undeliverable(&mut tx, registration.id, "5.1.1").await;
    tx.commit().await.unwrap();
    marked.unwrap()
}

/// Registers `email` for another event, of the organisation `slug`.
async fn join_elsewhere(stage: &Stage, slug: &str, email: &str) -> Registration {
    let mut details = roundtable();
    details.slug = format!("{slug}-lecture").parse().unwrap();
    let mut tx = stage.begin().await;
    let organisation = match account::by_slug(&mut tx, slug).await.unwrap() {
        Some(known) => known.id,
        None => account::create(&mut tx, slug, slug).await.unwrap(),
    };
    let sender = "Institute <events@institute.example>".parse().unwrap();
    let saved = event::save(
        &mut tx,
        &stage.key,
        organisation,
        &sender,
        details.clone(),
        event::SaveOptions::default(),
    );
    assert_eq!(saved.await.unwrap(), Saved::New);
    let event = event::find(&mut tx, &stage.key, &details.slug)
        .await
        .unwrap()
        .unwrap();
    let outcome = registration::register(&mut tx, &stage.key, &event, &request(email), None).await;
    assert!(matches!(outcome.unwrap(), Outcome::Accepted(_)));
    let all = registration::for_export(&mut tx, event.id).await.unwrap();
    let joined = registration::load(&mut tx, all[0].id)
        .await
        .unwrap()
        .unwrap();
    tx.commit().await.unwrap();
    joined
}
