use chrono::TimeDelta;
use totp_rs::{Algorithm, Builder};

use super::*;
use crate::account::{Organiser, add};
use crate::base::chance::Chance;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::base::id::Id;
use crate::base::secret::InstanceKey;
use crate::base::testing::TestDb;
use crate::base::text::SingleLine;
use crate::on_both_engines;

/// What a device shows at `now`.
pub(in crate::account) fn shown(device: &Device, now: Instant) -> String {
    let secret = (0..20).map(|at| u8::from_str_radix(&device.secret()[2 * at..2 * at + 2], 16));
    let totp = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_secret(secret.collect::<Result<Vec<_>, _>>().unwrap())
        .build_noncompliant();
    totp.generate(now.timestamp().cast_unsigned()).to_string()
}

async fn maya(tx: &mut Tx) -> Id<Organiser> {
    let (email, language) = (
        "maya@institute.example".parse().unwrap(),
        "en".parse().unwrap(),
    );
    add(tx, &email, &SingleLine::clean(""), &language)
        .await
        .unwrap()
        .id
}

#[test]
fn a_password_is_known_by_its_hash_alone() {
    let chance = Chance::seeded(1);
    let sentence = "a long sentence nobody guesses";
    let kept = hash(sentence, &chance).unwrap();
    assert!(kept.starts_with("$argon2id$v=19$"), "{kept}");
    assert_ne!(hash(sentence, &chance).unwrap(), kept, "salted");
    assert!(is_right(Some(&kept), sentence));
    assert!(!is_right(Some(&kept), "a long sentence nobody guesses!"));
    assert!(!is_right(None, sentence));
    assert_eq!(hash("short", &chance), Err(TooShort));
    assert_eq!(hash(&"long".repeat(1000), &chance), Err(TooShort));
    assert!(is_right(
        Some(&hash("كلمة مرور طويلة جداً", &chance).unwrap()),
        "كلمة مرور طويلة جداً"
    ));
}

#[test]
fn a_device_is_told_by_its_secret() {
    let device = Device::new(&Chance::seeded(1));
    assert_eq!(Device::of_secret(&device.secret()), Some(device.clone()));
    assert_eq!(Device::of_secret("12"), None);
    assert_eq!(Device::of_secret(&"é".repeat(20)), None);
    let address = device.address("maya@institute.example", "Levant: Institute");
    assert!(address.starts_with("otpauth://totp/"), "{address}");
    assert!(address.contains(&device.typed_secret()), "{address}");
    assert_eq!(format!("{device:?}"), "Device(…)");
}

on_both_engines! {
    async fn s_09_a_one_time_password_is_good_once(test: TestDb) {
        let key = InstanceKey::from_bytes([3; 32]);
        let mut tx = test.begin().await.unwrap();
        let maya = maya(&mut tx).await;
        let device = Device::new(tx.chance());
        let now = tx.now();
        assert!(!confirm_device(&mut tx, &key, maya, &device, "000000").await.unwrap());
        assert_eq!(of(&mut tx, maya).await.unwrap().unwrap().device, None);
        assert!(confirm_device(&mut tx, &key, maya, &device, &shown(&device, now)).await.unwrap());
        let sealed = of(&mut tx, maya).await.unwrap().unwrap().device.unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains(&device.secret()));
        let right = is_right_now(&mut tx, &key, maya, &sealed, &shown(&device, now)).await.unwrap();
        assert!(!right, "the one that it was confirmed with is used");
        tx.commit().await.unwrap();
        test.clock.advance(TimeDelta::seconds(30));
        let mut tx = test.begin().await.unwrap();
        let typed = shown(&device, tx.now());
        assert!(is_right_now(&mut tx, &key, maya, &sealed, &typed).await.unwrap());
        assert!(!is_right_now(&mut tx, &key, maya, &sealed, &typed).await.unwrap());
        remove_device(&mut tx, maya).await.unwrap();
        assert_eq!(of(&mut tx, maya).await.unwrap().unwrap().device, None);
    }

    async fn a_password_is_set_and_removed(test: TestDb) {
        let mut tx = test.begin().await.unwrap();
        let maya = maya(&mut tx).await;
        let kept = hash("a long sentence nobody guesses", tx.chance()).unwrap();
        set_password(&mut tx, maya, Some(&kept)).await.unwrap();
        let email = "MAYA@institute.example".parse().unwrap();
        let proofs = by_address(&mut tx, &email).await.unwrap().unwrap();
        assert_eq!((proofs.id, proofs.password), (maya, Some(kept)));
        set_password(&mut tx, maya, None).await.unwrap();
        assert_eq!(of(&mut tx, maya).await.unwrap().unwrap().password, None);
    }
}
