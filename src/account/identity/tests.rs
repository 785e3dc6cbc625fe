use super::*;
use crate::account::{Organisation, Role, create, find_sign_in, grant, role_in, take_away};
use crate::base::testing::TestDb;
use crate::on_both_engines;

const ISSUER: &str = "https://id.example.org";

fn key() -> InstanceKey {
    InstanceKey::from_bytes([3; 32])
}

fn vouched(subject: &str, email: Option<&str>) -> Vouched {
    Vouched {
        issuer: ISSUER.to_owned(),
        subject: subject.to_owned(),
        email: email.map(|email| email.parse().unwrap()),
    }
}

async fn owner(tx: &mut Tx, address: &str, of: Id<Organisation>) -> Organiser {
    let nameless = SingleLine::clean("");
    let (email, language) = (address.parse().unwrap(), "en".parse().unwrap());
    let organiser = add(tx, &email, &nameless, &language).await.unwrap();
    grant(tx, organiser.id, of, None, Role::Owner, "operator")
        .await
        .unwrap();
    organiser
}

/// Who was let in.
async fn who(tx: &mut Tx, vouched: &Vouched) -> Option<Id<Organiser>> {
    match sign_in(tx, vouched).await.unwrap() {
        Admitted::In(token) => Some(
            find_sign_in(tx, &token)
                .await
                .unwrap()
                .unwrap()
                .organiser
                .id,
        ),
        Admitted::ProofNeeded | Admitted::Nobody => None,
    }
}

on_both_engines! {
    async fn s_12_the_first_time_by_address_and_then_by_subject_alone(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(tx, "maya@institute.example", levant).await;
        let omar = owner(tx, "omar@institute.example", levant).await;
        let unverified = sign_in(tx, &vouched("maya", None)).await.unwrap();
        assert_eq!(unverified, Admitted::Nobody);
        let stranger = sign_in(tx, &vouched("s", Some("s@elsewhere.example"))).await.unwrap();
        assert_eq!(stranger, Admitted::Nobody);
        let first = who(tx, &vouched("maya", Some("Maya@Institute.example"))).await;
        assert_eq!(first, Some(maya.id));
        // Whatever address the provider has for her now, or none.
        assert_eq!(who(tx, &vouched("maya", Some("omar@institute.example"))).await, Some(maya.id));
        assert_eq!(who(tx, &vouched("maya", None)).await, Some(maya.id));
        let elsewhere = Vouched { issuer: "https://evil.example".to_owned(), ..vouched("maya", None) };
        assert_eq!(sign_in(tx, &elsewhere).await.unwrap(), Admitted::Nobody);
        // Her address given to a successor does not give them her account.
        let successor = sign_in(tx, &vouched("lina", Some("maya@institute.example"))).await.unwrap();
        assert_eq!(successor, Admitted::ProofNeeded);
        assert_eq!(who(tx, &vouched("omar", Some("omar@institute.example"))).await, Some(omar.id));
        assert!(!connect(tx, omar.id, &vouched("maya", None)).await.unwrap(), "another's");
        assert_eq!(who(tx, &vouched("maya", None)).await, Some(maya.id));
        assert!(disconnect(tx, maya.id).await.unwrap());
        assert!(!disconnect(tx, maya.id).await.unwrap());
        assert_eq!(sign_in(tx, &vouched("maya", None)).await.unwrap(), Admitted::Nobody);
        // What she has disconnected, no address connects.
        let disconnected = sign_in(tx, &vouched("maya", Some("maya@institute.example"))).await.unwrap();
        assert_eq!(disconnected, Admitted::ProofNeeded);
        assert_eq!(bond_with(tx, maya.id, ISSUER).await.unwrap(), Bond::Ended);
        assert_eq!(bond_with(tx, maya.id, "https://evil.example").await.unwrap(), Bond::None);
        assert!(connect(tx, omar.id, &vouched("maya", None)).await.unwrap(), "nobody's any more");
        assert!(connect(tx, omar.id, &vouched("omar", None)).await.unwrap());
        assert!(connect(tx, maya.id, &vouched("lina", None)).await.unwrap());
        assert!(connect(tx, maya.id, &vouched("lina", None)).await.unwrap(), "again");
        assert_eq!(who(tx, &vouched("lina", None)).await, Some(maya.id));
        assert!(connect(tx, maya.id, &vouched("third", None)).await.unwrap());
        assert_eq!(sign_in(tx, &vouched("lina", None)).await.unwrap(), Admitted::Nobody, "in its place");
    }

    async fn of_two_at_the_same_time_one_is_connected(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(tx, "maya@institute.example", levant).await;
        let omar = owner(tx, "omar@institute.example", levant).await;
        // Both have looked before either has written.
        assert!(put(tx, maya.id, &vouched("maya", None), false).await.unwrap());
        assert!(!put(tx, omar.id, &vouched("maya", None), false).await.unwrap());
        assert!(!put(tx, maya.id, &vouched("lina", None), false).await.unwrap(), "one of a provider");
        assert_eq!(who(tx, &vouched("maya", None)).await, Some(maya.id));
        assert_eq!(bond_with(tx, omar.id, ISSUER).await.unwrap(), Bond::None);
    }

    async fn s_12_a_second_factor_is_not_passed_by(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(tx, "maya@institute.example", levant).await;
        let device = proof::Device::new(tx.chance());
        let typed = proof::tests::shown(&device, tx.now());
        assert!(proof::confirm_device(tx, &key(), maya.id, &device, &typed).await.unwrap());
        let word = vouched("maya", Some("maya@institute.example"));
        assert_eq!(sign_in(tx, &word).await.unwrap(), Admitted::ProofNeeded);
        assert_eq!(bond_with(tx, maya.id, ISSUER).await.unwrap(), Bond::None);
        assert!(connect(tx, maya.id, &word).await.unwrap());
        assert_eq!(who(tx, &word).await, Some(maya.id));
    }

    async fn s_12_a_second_factor_covers_what_an_address_connected_before(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(tx, "maya@institute.example", levant).await;
        let word = vouched("maya", Some("maya@institute.example"));
        assert_eq!(who(tx, &word).await, Some(maya.id));
        let device = proof::Device::new(tx.chance());
        let typed = proof::tests::shown(&device, tx.now());
        assert!(proof::confirm_device(tx, &key(), maya.id, &device, &typed).await.unwrap());
        assert_eq!(sign_in(tx, &word).await.unwrap(), Admitted::ProofNeeded);
        // What she has connected herself stays, even if an address did so before.
        proof::remove_device(tx, maya.id).await.unwrap();
        assert!(connect(tx, maya.id, &word).await.unwrap());
        assert!(proof::confirm_device(tx, &key(), maya.id, &device, &typed).await.unwrap());
        assert_eq!(who(tx, &word).await, Some(maya.id));
    }

    async fn s_12_an_invitation_lets_its_address_in_and_nobody_else(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(tx, "maya@institute.example", levant).await;
        let lina: EmailAddress = "lina@partner.example".parse().unwrap();
        let asked = (None, Role::Assistant);
        invitation::invite(tx, &key(), (&maya, levant), asked, &lina, "institute.example").await.unwrap();
        let other = sign_in(tx, &vouched("o", Some("other@partner.example"))).await.unwrap();
        assert_eq!(other, Admitted::Nobody);
        assert!(by_address(tx, &"other@partner.example".parse().unwrap()).await.unwrap().is_none());
        let come = who(tx, &vouched("lina", Some("lina@partner.example"))).await.unwrap();
        assert_eq!(role_in(tx, come, levant).await.unwrap(), Some(Role::Assistant));
        assert!(invitation::of_address(tx, &lina).await.unwrap().is_empty(), "accepted");
    }

    async fn s_05_whose_role_was_taken_away_is_not_let_in(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        owner(tx, "omar@institute.example", levant).await;
        let maya = owner(tx, "maya@institute.example", levant).await;
        let word = vouched("maya", Some("maya@institute.example"));
        assert_eq!(who(tx, &word).await, Some(maya.id));
        assert!(connect(tx, maya.id, &word).await.unwrap());
        let gulf = create(tx, "gulf", "Gulf Institute").await.unwrap();
        grant(tx, maya.id, gulf, None, Role::Assistant, "operator").await.unwrap();
        take_away(tx, maya.id, levant, None, "operator").await.unwrap();
        assert_eq!(who(tx, &word).await, Some(maya.id), "a role is left");
        take_away(tx, maya.id, gulf, None, "operator").await.unwrap();
        assert_eq!(sign_in(tx, &word).await.unwrap(), Admitted::Nobody);
        assert_eq!(bond_with(tx, maya.id, ISSUER).await.unwrap(), Bond::None, "forgotten with the last one");
    }

    async fn s_05_a_providers_word_is_no_fresh_proof(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let tx = &mut tx;
        let levant = create(tx, "levant", "Levant Institute").await.unwrap();
        let maya = owner(tx, "maya@institute.example", levant).await;
        let word = vouched("maya", Some("maya@institute.example"));
        let Admitted::In(vouched) = sign_in(tx, &word).await.unwrap() else { panic!("an owner") };
        let proven = crate::account::open(tx, maya.id).await.unwrap().unwrap();
        for (token, is_fresh) in [(vouched, false), (proven, true)] {
            let found = find_sign_in(tx, &token).await.unwrap().unwrap();
            assert_eq!(found.is_fresh(tx.now()), is_fresh);
        }
    }
}
