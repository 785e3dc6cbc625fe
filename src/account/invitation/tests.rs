use chrono::TimeDelta;

use super::*;
use crate::account::{add, create, role_in};
use crate::base::testing::TestDb;
use crate::base::text::SingleLine;
use crate::on_both_engines;

const DOMAIN: &str = "institute.example";

fn key() -> InstanceKey {
    InstanceKey::from_bytes([3; 32])
}

async fn somebody(tx: &mut Tx, address: &str) -> Organiser {
    let (email, language) = (address.parse().unwrap(), "ar".parse().unwrap());
    add(tx, &email, &SingleLine::clean(""), &language)
        .await
        .unwrap()
}

/// Asks `address` in; gives the invitation that its link leads to.
async fn invited(
    tx: &mut Tx,
    by: (&Organiser, Id<Organisation>),
    address: &str,
    role: Role,
) -> Invitation {
    let email = address.parse().unwrap();
    invite(tx, &key(), by, (None, role), &email, DOMAIN)
        .await
        .unwrap();
    let message = outbox::list(tx, None).await.unwrap().pop().unwrap();
    let link = token(&key(), Id::from_uuid(message.subject));
    find(tx, &link.hash()).await.unwrap().unwrap()
}

on_both_engines! {
    async fn s_12_an_invitation_is_for_its_address_alone_and_once(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let tx = &mut tx;
        let maya = somebody(tx, "maya@institute.example").await;
        let mallory = somebody(tx, "mallory@evil.example").await;
        let lina = somebody(tx, "LINA@partner.example").await;
        let invitation = invited(tx, (&maya, levant), "lina@partner.example", Role::Organiser).await;
        assert_eq!((invitation.event(), invitation.language.to_string()), (None, "ar".to_owned()));
        assert!(!accept(tx, &invitation, &mallory).await.unwrap());
        assert_eq!(role_in(tx, mallory.id, levant).await.unwrap(), None);
        assert!(accept(tx, &invitation, &lina).await.unwrap());
        assert_eq!(role_in(tx, lina.id, levant).await.unwrap(), Some(Role::Organiser));
        assert!(!accept(tx, &invitation, &lina).await.unwrap());
        let lower = invited(tx, (&maya, levant), "lina@partner.example", Role::Assistant).await;
        assert!(accept(tx, &lower, &lina).await.unwrap());
        assert_eq!(role_in(tx, lina.id, levant).await.unwrap(), Some(Role::Organiser));
    }

    async fn s_12_a_second_invitation_replaces_the_first_and_both_end(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let gulf = create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        let maya = somebody(&mut tx, "maya@institute.example").await;
        let by = (&maya, levant);
        let first = invited(&mut tx, by, "lina@partner.example", Role::Assistant).await;
        let second = invited(&mut tx, by, "lina@partner.example", Role::Owner).await;
        let link = token(&key(), first.id);
        assert_eq!(find(&mut tx, &link.hash()).await.unwrap(), None);
        assert_eq!(of_organisation(&mut tx, levant).await.unwrap(), std::slice::from_ref(&second));
        assert_eq!(load(&mut tx, second.id).await.unwrap(), Some(second.clone()));
        assert!(!withdraw(&mut tx, gulf, second.id, "operator").await.unwrap());
        assert!(withdraw(&mut tx, levant, second.id, "operator").await.unwrap());
        assert_eq!(of_organisation(&mut tx, levant).await.unwrap(), []);
        let third = invited(&mut tx, by, "lina@partner.example", Role::Owner).await;
        tx.commit().await.unwrap();
        test.clock.advance(TimeDelta::days(7));
        let mut tx = test.begin().await.unwrap();
        assert_eq!(load(&mut tx, third.id).await.unwrap(), None);
        assert_eq!(of_organisation(&mut tx, levant).await.unwrap(), []);
    }
}
