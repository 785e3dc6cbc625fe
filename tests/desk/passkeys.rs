//! Passkeys: added, signed in with, removed, refused.

use axum::http::StatusCode;
use chrono::TimeDelta;
use convoke::account::{self, Organiser, Role};
use convoke::audit;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;

use crate::device::Device;
use crate::sign_in::with_cookies;
use crate::stage::{Answer, Browser, Stage};

const PASSKEYS: &str = "/organise/account/passkeys";
const CHALLENGE: &str = "/sign-in/passkey/challenge";
const SIGN_IN: &str = "/sign-in/passkey";

/// Adds a passkey for whoever is signed in there.
async fn add(browser: &Browser, device: &mut Device) -> Answer {
    let asked = browser
        .post("/organise/account/passkeys/challenge", &[])
        .await;
    assert_eq!(asked.status, StatusCode::OK, "{asked:?}");
    let fields = [("passkey", "Phone"), ("answer", &device.create(&asked))];
    browser
        .also_with_cookies(&asked)
        .post(PASSKEYS, &fields)
        .await
}

/// The browser of somebody new, and a device with a passkey of theirs.
async fn equipped(stage: &Stage) -> (Organiser, Browser, Device) {
    let maya = stage.employ("maya@institute.example", Role::Owner).await;
    let (browser, mut device) = (stage.browser_of(&maya).await, Device::new("phone"));
    let added = add(&browser, &mut device).await;
    assert_eq!(added.leads_to(), "/organise/account?done=passkey-added");
    (maya, browser, device)
}

/// A browser that was asked for a passkey, and what it was asked.
async fn asked(stage: &Stage) -> (Browser, Answer) {
    let stranger = stage.stranger();
    let asked = stranger.post(CHALLENGE, &[]).await;
    assert_eq!(asked.status, StatusCode::OK, "{asked:?}");
    (with_cookies(&stranger, &asked), asked)
}

/// Asks, and answers with what `device` says.
async fn sign_in(stage: &Stage, device: &mut Device) -> Answer {
    let (browser, asked) = asked(stage).await;
    browser
        .post(SIGN_IN, &[("answer", &device.sign(&asked))])
        .await
}

fn assert_refused(answer: &Answer, why: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
    assert!(
        answer.texts(".summary li")[0].contains("signs nobody in"),
        "{why}"
    );
    let signed_in = answer.headers.get_all("set-cookie").iter();
    let mut signed_in = signed_in.map(|cookie| cookie.to_str().unwrap());
    assert!(
        !signed_in.any(|cookie| cookie.starts_with("__Host-convoke=")),
        "{why}"
    );
}

on_both_engines! {
    async fn s_09_a_passkey_signs_in_without_address_and_code(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let (here, there) = (stage.browser_of(&maya).await, stage.browser_of(&maya).await);
        let mut device = Device::new("phone");
        let added = add(&here, &mut device).await;
        assert_eq!(added.leads_to(), "/organise/account?done=passkey-added");
        assert_eq!(there.get("/organise").await.status, StatusCode::UNAUTHORIZED, "other browsers");
        let page = here.get("/organise/account").await;
        assert_eq!(page.texts(".table th[scope=row]"), ["Phone"]);
        assert_eq!(page.texts(".table td")[1], "Never");
        let (browser, asked) = asked(&stage).await;
        assert_eq!(asked.header("content-type"), "application/json");
        assert_eq!(asked.header("cache-control"), "no-store");
        assert!(asked.header("set-cookie").starts_with("__Host-convoke-passkey="));
        assert!(asked.header("set-cookie").ends_with("; Max-Age=300; HttpOnly; SameSite=Lax; Secure"));
        let path = "/sign-in/passkey?next=/organise/team";
        let welcome = browser.post(path, &[("answer", &device.sign(&asked))]).await;
        assert_eq!(welcome.leads_to(), "/organise/team?done=signed-in");
        let inside = with_cookies(&browser, &welcome);
        assert_eq!(inside.get("/organise/team").await.status, StatusCode::OK);
        let page = inside.get("/organise/account").await;
        assert_ne!(page.texts(".table td")[1], "Never");
        // A passkey was unlocked: nothing is asked again for another one.
        let mut key = Device::new("key");
        assert_eq!(add(&inside, &mut key).await.leads_to(), "/organise/account?done=passkey-added");
        assert_eq!(sign_in(&stage, &mut key).await.leads_to(), "/organise?done=signed-in");
    }

    async fn a_device_is_asked_for_what_signs_in_without_an_address(test: TestDb) {
        let stage = Stage::set(test).await;
        let (maya, browser, device) = equipped(&stage).await;
        let asked = browser.post("/organise/account/passkeys/challenge", &[]).await;
        let asked: serde_json::Value = serde_json::from_str(asked.body()).unwrap();
        let asked = &asked["publicKey"];
        assert_eq!(asked["rp"]["id"], "events.example.org");
        assert_eq!(asked["user"]["name"], maya.email.as_str());
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(asked["attestation"], "none");
        assert_eq!(asked["excludeCredentials"].as_array().unwrap().len(), 1, "one of a device is enough");
        drop(device);
    }

    async fn twenty_are_enough(test: TestDb) {
        let stage = Stage::set(test).await;
        let (_, browser, _) = equipped(&stage).await;
        let mut long = Device { id: vec![7; 1024], ..Device::new("long") };
        assert_eq!(add(&browser, &mut long).await.status, StatusCode::UNPROCESSABLE_ENTITY, "1,024 octets");
        for number in 2..=20 {
            let added = add(&browser, &mut Device::new(&format!("key {number}"))).await;
            assert_eq!(added.leads_to(), "/organise/account?done=passkey-added", "{number}");
        }
        let page = browser.get("/organise/account").await;
        assert!(page.body().contains("as many passkeys as one can have"));
        assert!(page.attributes("passkey-form", "challenge").is_empty());
        let one_more = add(&browser, &mut Device::new("one more")).await;
        assert_eq!(one_more.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.get("/organise/account").await.texts(".table th[scope=row]").len(), 20);
    }

    async fn s_05_a_passkey_goes_with_the_last_role(test: TestDb) {
        let stage = Stage::set(test).await;
        let (maya, _, mut device) = equipped(&stage).await;
        stage.employ("omar@institute.example", Role::Owner).await;
        assert_eq!(sign_in(&stage, &mut device).await.leads_to(), "/organise?done=signed-in");
        let mut tx = stage.begin().await;
        account::take_away(&mut tx, maya.id, stage.organisation, None, "operator").await.unwrap();
        account::grant(&mut tx, maya.id, stage.organisation, None, Role::Owner, "operator").await.unwrap();
        tx.commit().await.unwrap();
        assert_refused(&sign_in(&stage, &mut device).await, "asked in again");
        let page = stage.browser_of(&maya).await.get("/organise/account").await;
        assert!(page.texts(".table th[scope=row]").is_empty());
    }

    async fn s_09_wrong_answers_are_refused_alike(test: TestDb) {
        let stage = Stage::set(test).await;
        let (_, _, mut device) = equipped(&stage).await;
        let mut answers = Vec::new();
        let nobody = || Device { owner: device.owner.clone(), ..Device::new("nobody") };
        let copied = || Device { id: device.id.clone(), ..nobody() };
        let (mut unknown, mut forged) = (nobody(), copied());
        answers.push(("unknown", sign_in(&stage, &mut unknown).await));
        answers.push(("another key", sign_in(&stage, &mut forged).await));
        device.is_unlocked = false;
        answers.push(("not unlocked", sign_in(&stage, &mut device).await));
        device.is_unlocked = true;
        device.origin = "https://events.example.org.evil.example".to_owned();
        answers.push(("another origin", sign_in(&stage, &mut device).await));
        device.origin = "http://events.example.org".to_owned();
        answers.push(("no TLS", sign_in(&stage, &mut device).await));
        device.origin = "https://events.example.org".to_owned();
        device.site = "evil.example".to_owned();
        answers.push(("another site", sign_in(&stage, &mut device).await));
        device.site = "events.example.org".to_owned();
        let owner = std::mem::take(&mut device.owner);
        answers.push(("nobody's", sign_in(&stage, &mut device).await));
        let (browser, _) = asked(&stage).await;
        answers.push(("no JSON", browser.post(SIGN_IN, &[("answer", "{}")]).await));
        for (why, answer) in &answers {
            assert_refused(answer, why);
            assert_eq!(answer, &answers[0].1, "{why}");
        }
        assert_refused(&stage.stranger().post(SIGN_IN, &[]).await, "no challenge");
        device.owner = owner;
        assert_eq!(sign_in(&stage, &mut device).await.leads_to(), "/organise?done=signed-in");
    }

    async fn a_challenge_is_good_once_for_its_browser_and_for_five_minutes(test: TestDb) {
        let stage = Stage::set(test).await;
        let (_, inside, mut device) = equipped(&stage).await;
        let (browser, first) = asked(&stage).await;
        let (other, _) = asked(&stage).await;
        let answer = device.sign(&first);
        assert_refused(&other.post(SIGN_IN, &[("answer", &answer)]).await, "of another browser");
        browser.post(SIGN_IN, &[("answer", &answer)]).await.leads_to();
        assert_refused(&browser.post(SIGN_IN, &[("answer", &answer)]).await, "a second time");
        // What was asked to add one signs nobody in.
        let for_new = inside.post("/organise/account/passkeys/challenge", &[]).await;
        let astray = with_cookies(&stage.stranger(), &for_new);
        let answer = device.sign(&for_new);
        assert_refused(&astray.post(SIGN_IN, &[("answer", &answer)]).await, "for a new one");
        let (browser, last) = asked(&stage).await;
        let (late, too_late) = asked(&stage).await;
        stage.test.clock.advance(TimeDelta::seconds(299));
        browser.post(SIGN_IN, &[("answer", &device.sign(&last))]).await.leads_to();
        stage.test.clock.advance(TimeDelta::seconds(1));
        let answer = device.sign(&too_late);
        assert_refused(&late.post(SIGN_IN, &[("answer", &answer)]).await, "after five minutes");
    }

    async fn a_key_that_counts_backwards_is_refused_and_noted(test: TestDb) {
        let stage = Stage::set(test).await;
        let (maya, _, mut device) = equipped(&stage).await;
        sign_in(&stage, &mut device).await.leads_to();
        device.counter -= 1;
        assert_refused(&sign_in(&stage, &mut device).await, "as often as before");
        device.counter -= 2;
        assert_refused(&sign_in(&stage, &mut device).await, "less often than before");
        let mut tx = stage.begin().await;
        let scope = audit::Scope::Organisation(stage.organisation.uuid());
        let page = audit::page(&mut tx, scope, &audit::Filter::default()).await.unwrap();
        let lines = page.lines.iter().filter(|line| line.action == "passkey_behind");
        assert_eq!(lines.filter(|line| line.actor == maya.id.to_string()).count(), 2);
        drop(tx);
        device.counter += 10;
        sign_in(&stage, &mut device).await.leads_to();
    }

    async fn s_05_a_removed_passkey_opens_nothing_and_ends_what_it_opened(test: TestDb) {
        let stage = Stage::set(test).await;
        let (_, browser, mut device) = equipped(&stage).await;
        let welcome = sign_in(&stage, &mut device).await;
        let opened = with_cookies(&stage.stranger(), &welcome);
        let page = browser.get("/organise/account").await;
        let remove = page.attributes("form[action$='/remove'][action*='/passkeys/']", "action").remove(0);
        let omar = stage.employ("omar@institute.example", Role::Organiser).await;
        let foreign = stage.browser_of(&omar).await.post(&remove, &[]).await;
        assert_eq!(foreign.status, StatusCode::NOT_FOUND, "another's");
        let removed = browser.post(&remove, &[]).await;
        assert_eq!(removed.leads_to(), "/organise/account?done=passkey-removed");
        assert_eq!(opened.get("/organise").await.status, StatusCode::UNAUTHORIZED);
        assert_refused(&sign_in(&stage, &mut device).await, "removed");
        assert_eq!(browser.post(&remove, &[]).await.status, StatusCode::NOT_FOUND, "once");
    }

    async fn s_05_without_a_role_a_passkey_opens_nothing(test: TestDb) {
        let stage = Stage::set(test).await;
        stage.employ("omar@institute.example", Role::Owner).await;
        let (maya, _, mut device) = equipped(&stage).await;
        let mut tx = stage.begin().await;
        account::take_away(&mut tx, maya.id, stage.organisation, None, "operator").await.unwrap();
        tx.commit().await.unwrap();
        assert_refused(&sign_in(&stage, &mut device).await, "no role");
    }

    async fn what_a_device_makes_is_not_added_unless_asked_and_unlocked(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let omar = stage.employ("omar@institute.example", Role::Owner).await;
        let (browser, others) = (stage.browser_of(&maya).await, stage.browser_of(&omar).await);
        let mut locked = Device { is_unlocked: false, ..Device::new("locked") };
        let mut elsewhere = Device { origin: "https://evil.example".to_owned(), ..Device::new("elsewhere") };
        for device in [&mut locked, &mut elsewhere] {
            let refused = add(&browser, device).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.texts(".summary li")[0].contains("not added"));
        }
        let unasked = browser.post(PASSKEYS, &[("answer", "{}")]).await;
        assert_eq!(unasked.status, StatusCode::UNPROCESSABLE_ENTITY);
        // Asked of one, answered by another.
        let mut device = Device::new("phone");
        let asked = browser.post("/organise/account/passkeys/challenge", &[]).await;
        let fields = [("answer", device.create(&asked))];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let crossed = others.also_with_cookies(&asked).post(PASSKEYS, &fields).await;
        assert_eq!(crossed.status, StatusCode::UNPROCESSABLE_ENTITY);
        // One device, two owners.
        assert_eq!(add(&browser, &mut device).await.status, StatusCode::SEE_OTHER);
        assert_eq!(add(&others, &mut device).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn s_25_challenges_are_asked_for_so_often_only(test: TestDb) {
        let stage = Stage::set(test).await;
        let stranger = stage.stranger();
        for number in 0..100 {
            assert_eq!(stranger.post(CHALLENGE, &[]).await.status, StatusCode::OK, "{number}");
        }
        let too_many = stranger.post(CHALLENGE, &[]).await;
        assert_eq!(too_many.status, StatusCode::TOO_MANY_REQUESTS);
    }
}
