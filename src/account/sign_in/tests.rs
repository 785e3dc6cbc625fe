use chrono::TimeDelta;

use super::*;
use crate::account::{Role, add, create, grant};
use crate::base::db::Db;
use crate::base::language::Language;
use crate::base::secret::InstanceKey;
use crate::base::testing::TestDb;
use crate::base::text::{EmailAddress, SingleLine};
use crate::on_both_engines;
use crate::outbox;

const DOMAIN: &str = "institute.example";

fn key() -> InstanceKey {
    InstanceKey::from_bytes([3; 32])
}

fn address() -> EmailAddress {
    "maya@institute.example".parse().unwrap()
}

async fn owner(tx: &mut Tx) -> Id<Organiser> {
    let levant = create(tx, "levant", "Levant Institute").await.unwrap();
    let language = "en".parse().unwrap();
    let maya = add(tx, &address(), &SingleLine::clean("Maya"), &language)
        .await
        .unwrap()
        .id;
    grant(tx, maya, levant, None, Role::Owner, "operator")
        .await
        .unwrap();
    maya
}

fn from<'a>(browser: &'a Token, place: &'a str, language: &'a Language) -> Asking<'a> {
    Asking {
        browser,
        place,
        language,
    }
}

/// Asks from a browser; gives its token and the code that was mailed.
async fn asked(tx: &mut Tx, email: &EmailAddress) -> (Token, Option<String>) {
    let browser = Token::random(tx.chance());
    ask(
        tx,
        &key(),
        email,
        from(&browser, "192.0.2.0/24", &Language::unsaid()),
        DOMAIN,
    )
    .await
    .unwrap();
    let message = outbox::list(tx, None).await.unwrap().pop().unwrap();
    let is_somebody = !message.recipient.is_nil();
    (browser, is_somebody.then(|| code(&key(), message.subject)))
}

async fn lasts(db: &Db, token: &Token) -> bool {
    let mut tx = db.begin().await.unwrap();
    let found = find_sign_in(&mut tx, token).await.unwrap();
    if let Some(sign_in) = &found {
        touch(&mut tx, sign_in.id).await.unwrap();
    }
    tx.commit().await.unwrap();
    found.is_some()
}

on_both_engines! {
    async fn s_07_the_mailed_code_signs_in_the_browser_that_asked_once(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let maya = owner(&mut tx).await;
        let tx = &mut tx;
        let (browser, code) = asked(tx, &address()).await;
        let code = code.unwrap();
        assert_eq!(code.len(), CODE_LENGTH);
        let stranger = Token::random(tx.chance());
        assert_eq!(answer(tx, &key(), &stranger, (&code, "")).await.unwrap(), Answered::Over);
        let wrong = if code == "00000000" { "00000001" } else { "00000000" };
        assert_eq!(answer(tx, &key(), &browser, (wrong, "")).await.unwrap(), Answered::Wrong);
        let arabic: String = code.chars()
            .map(|digit| char::from_u32(u32::from('٠') + digit.to_digit(10).unwrap()).unwrap())
            .collect();
        let shown = format!(" {} {} ", &arabic[..8], &arabic[8..]);
        let Answered::In(token) = answer(tx, &key(), &browser, (&shown, "")).await.unwrap() else {
            panic!("the code is right");
        };
        assert_eq!(find_sign_in(tx, &token).await.unwrap().unwrap().organiser.id, maya);
        assert_eq!(answer(tx, &key(), &browser, (&code, "")).await.unwrap(), Answered::Over);
    }

    async fn s_09_an_unknown_address_is_treated_alike(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        owner(&mut tx).await;
        let tx = &mut tx;
        let nobody = "nobody@institute.example".parse().unwrap();
        let (browser, code_of_nobody) = asked(tx, &nobody).await;
        assert_eq!(code_of_nobody, None);
        let message = outbox::list(tx, None).await.unwrap().pop().unwrap();
        let right = code(&key(), message.subject);
        assert_eq!(answer(tx, &key(), &browser, (&right, "")).await.unwrap(), Answered::Wrong);
    }

    async fn s_09_codes_and_tries_are_limited(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        owner(&mut tx).await;
        let tx = &mut tx;
        let (browser, code) = asked(tx, &address()).await;
        for _ in 0..10 {
            assert_eq!(answer(tx, &key(), &browser, ("x", "")).await.unwrap(), Answered::Wrong);
        }
        let right = answer(tx, &key(), &browser, (&code.unwrap(), "")).await.unwrap();
        assert_eq!(right, Answered::TooOften);
        for _ in 0..4 {
            assert!(asked(tx, &address()).await.1.is_some());
        }
        assert_eq!(asked(tx, &address()).await.1, None);
        // Somebody else who asks for her codes does not keep her from hers.
        let browser = Token::random(tx.chance());
        ask(tx, &key(), &address(), from(&browser, "198.51.100.0/24", &Language::unsaid()), DOMAIN).await.unwrap();
        let message = outbox::list(tx, None).await.unwrap().pop().unwrap();
        assert!(!message.recipient.is_nil());
    }

    async fn s_05_a_code_a_link_and_a_browser_are_good_for_a_time(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let maya = owner(&mut tx).await;
        let (browser, code) = asked(&mut tx, &address()).await;
        let link = make_link(&mut tx, maya).await.unwrap();
        let late = make_link(&mut tx, maya).await.unwrap();
        assert!(link_is_good(&mut tx, &link).await.unwrap());
        let used = follow_link(&mut tx, &link).await.unwrap().unwrap();
        assert_eq!(follow_link(&mut tx, &link).await.unwrap(), None);
        assert!(!link_is_good(&mut tx, &link).await.unwrap());
        tx.commit().await.unwrap();
        test.clock.advance(TimeDelta::minutes(10));
        let mut tx = test.begin().await.unwrap();
        let over = answer(&mut tx, &key(), &browser, (&code.unwrap(), "")).await.unwrap();
        assert_eq!(over, Answered::Over);
        tx.commit().await.unwrap();
        for day in 1..14 {
            test.clock.advance(TimeDelta::days(1));
            assert!(lasts(&test.db, &used).await, "{day}");
        }
        test.clock.advance(TimeDelta::days(1));
        assert!(!lasts(&test.db, &used).await, "longer than at most");
        let mut tx = test.begin().await.unwrap();
        assert_eq!(follow_link(&mut tx, &late).await.unwrap(), None);
        let idle = open(&mut tx, maya).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        test.clock.advance(TimeDelta::days(2));
        assert!(!lasts(&test.db, &idle).await, "idle");
    }

    async fn s_05_signing_out_ends_it_here_or_elsewhere(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let maya = owner(&mut tx).await;
        let tx = &mut tx;
        let (here, there) = (open(tx, maya).await.unwrap().unwrap(), open(tx, maya).await.unwrap().unwrap());
        let sign_in = find_sign_in(tx, &here).await.unwrap().unwrap();
        assert_eq!(sign_out_elsewhere(tx, &sign_in).await.unwrap(), 1);
        assert_eq!(find_sign_in(tx, &there).await.unwrap(), None);
        sign_out(tx, &sign_in).await.unwrap();
        assert_eq!(find_sign_in(tx, &here).await.unwrap(), None);
    }

    async fn pages_turn_to_organisations_of_ones_own_only(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let maya = owner(&mut tx).await;
        let tx = &mut tx;
        let gulf = create(tx, "gulf", "Gulf Institute").await.unwrap();
        let token = open(tx, maya).await.unwrap().unwrap();
        let sign_in = find_sign_in(tx, &token).await.unwrap().unwrap();
        assert!(!use_organisation(tx, &sign_in, "gulf").await.unwrap());
        grant(tx, maya, gulf, None, Role::Assistant, "operator").await.unwrap();
        assert!(use_organisation(tx, &sign_in, "gulf").await.unwrap());
        let now = find_sign_in(tx, &token).await.unwrap().unwrap();
        assert_eq!(now.organisation.id, gulf);
        assert!(!now.is_stale(tx.now()));
        assert!(now.is_stale(tx.now() + TimeDelta::minutes(5)));
    }
}
