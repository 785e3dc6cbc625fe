//! What organisers set for themselves.

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::account::proof::Device;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;

use crate::sign_in::{code_in, with_cookies};
use crate::stage::Stage;

const SENTENCE: &str = "a long sentence nobody guesses ";

/// What the device with this secret shows now.
fn shown(stage: &Stage, secret: &str) -> String {
    let bytes: Vec<u8> = (0..20)
        .map(|at| u8::from_str_radix(&secret[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_secret(bytes)
        .build_noncompliant();
    let now = stage.test.db.clock().now().timestamp();
    totp.generate(now.cast_unsigned()).to_string()
}

/// An address, what is posted there, and where one comes back to from signing in again.
type Act<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

on_both_engines! {
    async fn s_05_a_new_password_signs_other_browsers_out_and_signs_in(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let (here, there) = (stage.browser_of(&maya).await, stage.browser_of(&maya).await);
        let path = "/organise/account/password";
        let short = here.post(path, &[("password", "short")]).await;
        assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
        let set = here.post(path, &[("password", SENTENCE)]).await;
        assert_eq!(set.leads_to(), "/organise/account?done=password-set");
        assert_eq!(there.get("/organise").await.status, StatusCode::UNAUTHORIZED);
        let stranger = stage.stranger();
        let by_password = "/sign-in/password?next=/organise/account";
        let email = ("email", "maya@institute.example");
        for wrong in [
            [email, ("password", "another sentence nobody guesses")],
            [email, ("password", SENTENCE.trim())],
            [("email", "nobody@institute.example"), ("password", SENTENCE)],
        ] {
            let refused = stranger.post(by_password, &wrong).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(!refused.body().contains("sentence nobody"));
        }
        let welcome = stranger.post(by_password, &[email, ("password", SENTENCE)]).await;
        assert_eq!(welcome.leads_to(), "/organise/account?done=signed-in");
        let inside = with_cookies(&stranger, &welcome);
        assert_eq!(inside.get("/organise").await.status, StatusCode::OK);
    }

    async fn s_09_passwords_are_tried_so_often_only(test: TestDb) {
        let stage = Stage::set(test).await;
        stage.employ("maya@institute.example", Role::Owner).await;
        let stranger = stage.stranger();
        let fields = [("email", "maya@institute.example"), ("password", "wrong")];
        let mut said = Vec::new();
        for _ in 0..11 {
            let refused = stranger.post("/sign-in/password", &fields).await;
            said.push(refused.texts(".summary li").remove(0));
        }
        assert_eq!(said[0], said[9]);
        assert_ne!(said[9], said[10]);
    }

    async fn s_09_with_a_device_nobody_signs_in_by_mailbox_alone(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let inside = stage.browser_of(&maya).await;
        let path = "/organise/account/device";
        let page = inside.get(path).await;
        let secret = page.attributes("input[name=secret]", "value").remove(0);
        let device = Device::of_secret(&secret).unwrap();
        assert_eq!(page.texts("#device-secret"), [device.typed_secret()]);
        let wrong = inside.post(path, &[("secret", &secret), ("code", "12")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.attributes("input[name=secret]", "value"), std::slice::from_ref(&secret), "kept");
        let fields = [("secret", secret.as_str()), ("code", &shown(&stage, &secret))];
        assert_eq!(inside.post(path, &fields).await.leads_to(), "/organise/account?done=device-added");
        stage.test.clock.advance(chrono::TimeDelta::seconds(60));
        let stranger = stage.stranger();
        let asked = stranger.post("/sign-in", &[("email", "maya@institute.example")]).await;
        let browser = with_cookies(&stranger, &asked);
        let code = code_in(&stage.work().await);
        let first = browser.post("/sign-in/code", &[("code", &code)]).await;
        assert_eq!(first.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(first.attributes("input[name=device]", "autocomplete"), ["one-time-code"]);
        assert_eq!(first.attributes("input[name=code]", "type"), ["hidden"]);
        let wrong = browser.post("/sign-in/code", &[("code", &code), ("device", "123456")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let both = [("code", code.as_str()), ("device", &shown(&stage, &secret))];
        let welcome = browser.post("/sign-in/code", &both).await;
        assert_eq!(welcome.leads_to(), "/organise?done=signed-in");
    }

    async fn s_05_who_finds_a_browser_signed_in_does_not_change_how_one_signs_in(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let omar = stage.employ("omar@institute.example", Role::Organiser).await;
        let found = stage.browser_of(&maya).await;
        let member = format!("/organise/team/{}", omar.id);
        let owner = [("email", "x@x.example"), ("role", "owner")];
        let acts: [Act<'_>; 11] = [
            ("/organise/account/password", &[("password", SENTENCE)], "/organise/account"),
            ("/organise/account/password/remove", &[], "/organise/account"),
            ("/organise/account/device", &[("secret", "x"), ("code", "1")], "/organise/account/device"),
            ("/organise/account/device/remove", &[], "/organise/account"),
            ("/organise/account/passkeys", &[("answer", "{}")], "/organise/account"),
            ("/organise/account/passkeys/challenge", &[], "/organise/account"),
            ("/organise/account/passkeys/00000000-0000-0000-0000-000000000007/remove", &[], "/organise/account"),
            ("/organise/account/sso", &[], "/organise/account"),
            ("/organise/account/sso/remove", &[], "/organise/account"),
            ("/organise/team", &owner, "/organise/team"),
            (&member, &[("role", "owner")], "/organise/team"),
        ];
        stage.test.clock.advance(chrono::TimeDelta::minutes(15));
        assert_eq!(found.get("/organise/account/device").await.status, StatusCode::OK, "to the minute");
        stage.test.clock.advance(chrono::TimeDelta::seconds(1));
        for (path, fields, back) in acts {
            let turned = found.post(path, fields).await;
            let back = back.replace('/', "%2F");
            assert_eq!(turned.leads_to(), format!("/sign-in?lang=en&next={back}&again=yes"), "{path}");
        }
        assert!(found.get("/organise/account/device").await.leads_to().contains("again=yes"));
        let page = found.get("/organise/account").await;
        assert_eq!(page.attributes("input[name=password]", "type").len(), 0);
        assert_eq!(stage.work().await.len(), 0, "nobody is asked in");
        // Anything else goes on.
        let organiser = [("email", "x@x.example"), ("role", "organiser")];
        assert!(found.post("/organise/team", &organiser).await.leads_to().ends_with("done=invited"));
        let here = page.attributes("a[href^='/sign-in']", "href").remove(0);
        assert!(stage.stranger().get(&here).await.texts(".lead").concat().contains("15 minutes"));
        let asked = stage.stranger().post(&here, &[("email", "maya@institute.example")]).await;
        let browser = with_cookies(&stage.stranger(), &asked);
        let code = code_in(&stage.work().await);
        let welcome = browser.post(asked.leads_to(), &[("code", &code)]).await;
        assert_eq!(welcome.leads_to(), "/organise/account?done=signed-in");
        let again = with_cookies(&browser, &welcome);
        let set = again.post("/organise/account/password", &[("password", SENTENCE)]).await;
        assert_eq!(set.leads_to(), "/organise/account?done=password-set");
    }

    async fn a_name_and_a_language_are_ones_own(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let fields = [("name", "Maya <b>Haddad</b>"), ("language", "ar")];
        owner.post("/organise/account", &fields).await;
        let page = owner.get("/organise/account").await;
        assert_eq!(page.attributes("html", "lang"), ["ar"]);
        assert_eq!(page.texts(".desk-menu summary"), ["Maya <b>Haddad</b>"]);
        let removed = owner.post("/organise/account/password/remove", &[]).await;
        assert_eq!(removed.leads_to(), "/organise/account?done=password-removed");
        let removed = owner.post("/organise/account/device/remove", &[]).await;
        assert_eq!(removed.leads_to(), "/organise/account?done=device-removed");
        let ended = owner.post("/organise/account/sign-out-elsewhere", &[]).await;
        assert_eq!(ended.leads_to(), "/organise/account?done=signed-out-elsewhere");
    }
}
