//! What whoever watches is told of the outbox.

use chrono::TimeDelta;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::outbox::{Health, health};

use crate::events::{request, roundtable};
use crate::stage::Stage;

on_both_engines! {
    async fn what_waits_is_told_from_when_it_was_due_and_what_left_from_when_it_did(test: TestDb) {
        let stage = Stage::set(test, roundtable()).await;
        let seen = async || health(&mut stage.begin().await).await.unwrap();
        let nothing = Health { due: 0, waiting: TimeDelta::zero(), last_sent: None };
        assert_eq!(seen().await, nothing);
        stage.join(&request("one@attendee.example")).await;
        stage.test.clock.advance(TimeDelta::minutes(7));
        let waits = seen().await;
        assert_eq!((waits.due, waits.waiting), (1, TimeDelta::minutes(7)));
        stage.tick().await;
        stage.test.clock.advance(TimeDelta::minutes(3));
        let sent = seen().await;
        assert_eq!((sent.due, sent.waiting), (0, TimeDelta::zero()));
        let since = stage.begin().await.now() - sent.last_sent.unwrap();
        assert_eq!(since, TimeDelta::minutes(3));
    }
}
