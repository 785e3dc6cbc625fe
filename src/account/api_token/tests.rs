use super::*;
use crate::account::{Role, TakenAway, add, change_role, create, grant, take_away};
use crate::base::testing::TestDb;
use crate::on_both_engines;

const OPERATOR: &str = "operator";

fn scope(access: Access) -> Scope {
    Scope {
        event: None,
        access,
        shows_links: false,
    }
}

async fn owner(tx: &mut Tx, address: &str, of: Id<Organisation>) -> Id<Organiser> {
    let (email, language) = (address.parse().unwrap(), "en".parse().unwrap());
    let nameless = SingleLine::clean("");
    let id = add(tx, &email, &nameless, &language).await.unwrap().id;
    grant(tx, id, of, None, Role::Owner, OPERATOR)
        .await
        .unwrap();
    id
}

async fn made(tx: &mut Tx, of: Id<Organisation>, by: Id<Organiser>) -> (ApiToken, Token) {
    let name = SingleLine::clean("web site");
    make(
        tx,
        (of, by),
        &name,
        scope(Access::Read),
        TimeDelta::days(30),
    )
    .await
    .unwrap()
}

on_both_engines! {
    async fn s_04_a_token_opens_what_it_says_until_it_ends(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let gulf = create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        let maya = owner(&mut tx, "maya@institute.example", levant).await;
        let scope = Scope { event: Some(Uuid::from_u128(7)), shows_links: true, ..scope(Access::Write) };
        let name = SingleLine::clean("partner");
        let whose = (levant, maya);
        let (token, secret) =
            make(&mut tx, whose, &name, scope.clone(), TimeDelta::days(1)).await.unwrap();
        assert!(secret.as_str().starts_with("convoke_") && secret.as_str().len() > 32);
        let found = find(&mut tx, &secret).await.unwrap().unwrap();
        assert_eq!((&found, &found.scope), (&token, &scope));
        let other = Token::from_address("convoke_nothing");
        assert_eq!(find(&mut tx, &other).await.unwrap(), None);
        assert_eq!(of_organisation(&mut tx, gulf).await.unwrap(), []);
        let (_, second) = made(&mut tx, levant, maya).await;
        assert!(!revoke(&mut tx, gulf, token.id, OPERATOR).await.unwrap(), "another's");
        tx.commit().await.unwrap();
        test.clock.advance(TimeDelta::days(1));
        let mut tx = test.begin().await.unwrap();
        assert_eq!(find(&mut tx, &secret).await.unwrap(), None, "expired");
        let kept = find(&mut tx, &second).await.unwrap().unwrap();
        assert!(kept.is_stale(tx.now()));
        touch(&mut tx, kept.id).await.unwrap();
        let kept = find(&mut tx, &second).await.unwrap().unwrap();
        assert!(!kept.is_stale(tx.now()));
        assert!(revoke(&mut tx, levant, kept.id, OPERATOR).await.unwrap());
        assert!(!revoke(&mut tx, levant, kept.id, OPERATOR).await.unwrap(), "once");
        assert_eq!(find(&mut tx, &second).await.unwrap(), None, "revoked");
        assert_eq!(load(&mut tx, kept.id).await.unwrap().unwrap().name, kept.name);
    }

    async fn s_05_who_loses_the_say_loses_the_tokens(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let (maya, omar) = (owner(&mut tx, "maya@institute.example", levant).await,
            owner(&mut tx, "omar@institute.example", levant).await);
        let tx = &mut tx;
        let (_, of_maya) = made(tx, levant, maya).await;
        for lowered in [true, false] {
            let (_, of_omar) = made(tx, levant, omar).await;
            let done = if lowered {
                change_role(tx, omar, levant, None, Role::Organiser, OPERATOR).await
            } else {
                take_away(tx, omar, levant, None, OPERATOR).await
            };
            assert_eq!(done.unwrap(), TakenAway::Done);
            assert_eq!(find(tx, &of_omar).await.unwrap(), None, "lowered: {lowered}");
        }
        assert!(find(tx, &of_maya).await.unwrap().is_some());
    }

    async fn s_30_the_log_does_not_hold_the_secret(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let levant = create(&mut tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(&mut tx, "maya@institute.example", levant).await;
        let (_, secret) = made(&mut tx, levant, maya).await;
        let scope = audit::Scope::Organisation(levant.uuid());
        let page = audit::page(&mut tx, scope, &audit::Filter::default()).await.unwrap();
        let line = page.lines.iter().find(|line| line.action == "token_made").unwrap();
        assert_eq!(line.changes["name"], json!("web site"));
        assert!(!line.changes.to_string().contains(secret.as_str()));
    }
}
