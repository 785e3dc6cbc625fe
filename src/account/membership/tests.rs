use uuid::Uuid;

use super::*;
use crate::account::{add, create, find_sign_in, follow_link, make_link};
use crate::base::testing::TestDb;
use crate::base::text::SingleLine;
use crate::on_both_engines;

const OPERATOR: &str = "operator";

async fn somebody(tx: &mut Tx, address: &str) -> Organiser {
    let (email, language) = (address.parse().unwrap(), "en".parse().unwrap());
    add(tx, &email, &SingleLine::clean(""), &language)
        .await
        .unwrap()
}

on_both_engines! {
    async fn a_team_has_an_owner_always(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let maya = somebody(&mut tx, "maya@institute.example").await.id;
        let omar = somebody(&mut tx, "omar@institute.example").await.id;
        grant(&mut tx, maya, levant, None, Role::Owner, OPERATOR).await.unwrap();
        grant(&mut tx, omar, levant, None, Role::Organiser, OPERATOR).await.unwrap();
        let tx = &mut tx;
        assert_eq!(take_away(tx, maya, levant, None, OPERATOR).await.unwrap(), TakenAway::LastOwner);
        let lower = change_role(tx, maya, levant, None, Role::Assistant, OPERATOR).await.unwrap();
        assert_eq!(lower, TakenAway::LastOwner);
        change_role(tx, omar, levant, None, Role::Owner, OPERATOR).await.unwrap();
        assert_eq!(take_away(tx, maya, levant, None, OPERATOR).await.unwrap(), TakenAway::Done);
        assert_eq!(take_away(tx, maya, levant, None, OPERATOR).await.unwrap(), TakenAway::NotThere);
        assert_eq!(role_in(tx, maya, levant).await.unwrap(), None);
        assert_eq!(role_in(tx, omar, levant).await.unwrap(), Some(Role::Owner));
        let gone = change_role(tx, maya, levant, None, Role::Owner, OPERATOR).await.unwrap();
        assert_eq!(gone, TakenAway::NotThere);
    }

    async fn a_role_for_an_event_is_none_for_the_organisation(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let gulf = create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        let (event, other) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let tx = &mut tx;
        let lina = somebody(tx, "lina@partner.example").await;
        grant(tx, lina.id, levant, Some(event), Role::Organiser, OPERATOR).await.unwrap();
        assert_eq!(role_in(tx, lina.id, levant).await.unwrap(), None);
        let names: Vec<String> = organisations_of(tx, lina.id).await.unwrap().into_iter()
            .map(|organisation| organisation.name).collect();
        assert_eq!(names, ["Levant Institute"]);
        assert_eq!(organisers_of(tx, levant, event).await.unwrap(), std::slice::from_ref(&lina));
        assert_eq!(organisers_of(tx, levant, other).await.unwrap(), []);
        assert_eq!(organisers_of(tx, gulf, event).await.unwrap(), []);
        let member = Member { organiser: lina, event: Some(event), role: Role::Organiser };
        assert_eq!(team(tx, levant).await.unwrap(), [member]);
    }

    async fn s_05_who_loses_a_role_is_signed_out(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let tx = &mut tx;
        let (maya, omar) = (somebody(tx, "maya@institute.example").await.id,
            somebody(tx, "omar@institute.example").await.id);
        grant(tx, maya, levant, None, Role::Owner, OPERATOR).await.unwrap();
        for (lowered, role) in [(true, Role::Organiser), (false, Role::Owner)] {
            grant(tx, omar, levant, None, role, OPERATOR).await.unwrap();
            let link = make_link(tx, omar).await.unwrap();
            let token = follow_link(tx, &link).await.unwrap().unwrap();
            assert!(find_sign_in(tx, &token).await.unwrap().is_some());
            if lowered {
                change_role(tx, omar, levant, None, Role::Assistant, OPERATOR).await.unwrap();
            } else {
                take_away(tx, omar, levant, None, OPERATOR).await.unwrap();
            }
            assert!(find_sign_in(tx, &token).await.unwrap().is_none());
        }
    }
}
