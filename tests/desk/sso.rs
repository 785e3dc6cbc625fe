//! Single sign-on against a certified provider.

use axum::http::StatusCode;
use chrono::TimeDelta;
use convoke::account::Role;
use convoke::account::identity::Provider;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;

use crate::device::Device;
use crate::idp::Idp;
use crate::sign_in::with_cookies;
use crate::stage::{Answer, Browser, Stage};

const SIGN_IN: &str = "/sign-in/oidc";

/// A browser that was sent to the provider, and where.
struct Trip {
    browser: Browser,
    page: Answer,
    address: String,
}

/// Presses the button at `path`.
async fn leave(browser: &Browser, path: &str) -> Trip {
    let page = browser.post(path, &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body());
    let address = page.attributes("main a.button", "href").remove(0);
    assert_eq!(page.header("refresh"), format!("0; url={address}"));
    Trip {
        browser: browser.also_with_cookies(&page),
        page,
        address,
    }
}

/// The whole way: gives what the browser finds when it is back.
async fn sign_in(stage: &Stage, idp: &Idp, account: &str) -> Answer {
    let trip = leave(&stage.stranger(), SIGN_IN).await;
    let back = idp.vouch(&trip.address, account).await;
    trip.browser.get(&back).await
}

fn assert_refused(answer: &Answer, words: &str, why: &str) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
    assert!(
        answer.texts(".summary li")[0].contains(words),
        "{why}: {:?}",
        answer.texts(".summary li")
    );
    let given = answer.headers.get_all("set-cookie").iter();
    let mut given = given.map(|cookie| cookie.to_str().unwrap());
    assert!(
        !given.any(|cookie| cookie.starts_with("__Host-convoke=")),
        "{why}"
    );
}

fn replaced(back: &str, name: &str, value: &str) -> String {
    let (path, query) = back.split_once('?').unwrap();
    let pairs = form_urlencoded::parse(query.as_bytes()).map(|(key, old)| {
        let new = if key == name { value.into() } else { old };
        (key, new)
    });
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    format!("{path}?{query}")
}

fn value_of(back: &str, name: &str) -> String {
    let (_, query) = back.split_once('?').unwrap();
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, _)| key == name).unwrap().1.into_owned()
}

on_both_engines! {
    async fn s_09_an_organiser_signs_in_by_the_word_of_a_provider(test: TestDb) {
        let idp = Idp::start();
        let stage = Stage::set_with_sso(test, idp.known()).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let shown = stage.stranger().get("/sign-in?next=/organise/team").await;
        let button = shown.attributes("form[action^='/sign-in/oidc']", "action").remove(0);
        let trip = leave(&stage.stranger(), &button).await;
        let asked = trip.address.strip_prefix(&format!("{}/auth", idp.issuer)).unwrap();
        assert_eq!(value_of(asked, "response_type"), "code");
        assert_eq!(value_of(asked, "code_challenge_method"), "S256");
        assert_eq!(value_of(asked, "redirect_uri"), "https://events.example.org/sign-in/oidc/callback");
        let secrets = ["state", "nonce", "code_challenge"].map(|name| value_of(asked, name));
        assert!(secrets.iter().all(|secret| secret.len() == 43), "{secrets:?}");
        let back = idp.vouch(&trip.address, "maya@institute.example").await;
        // Who only looks does nothing (S-7).
        let looked = trip.browser.ask("HEAD", &back, &[], "").await;
        assert_eq!(looked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let welcome = trip.browser.get(&back).await;
        assert_eq!(welcome.leads_to(), "/organise/team?done=signed-in");
        assert_eq!(welcome.header("referrer-policy"), "no-referrer");
        assert_eq!(welcome.header("cache-control"), "no-store");
        let inside = with_cookies(&stage.stranger(), &welcome);
        assert_eq!(inside.get("/organise/team").await.status, StatusCode::OK);
        let account = inside.get("/organise/account").await;
        let anew = account.attributes("main a[href*='again=yes']", "href").remove(0);
        // Whoever finds the browser is known by the provider's word, too: it is no proof for changing that.
        let turned = inside.post("/organise/account/sso/remove", &[]).await;
        assert_eq!(turned.leads_to(), anew);
        let turned = inside.post("/organise/account/passkeys/challenge", &[]).await;
        assert_eq!(turned.leads_to(), anew);
        let asked = inside.get(&anew).await;
        assert!(asked.attributes("form[action*=oidc]", "action").is_empty(), "not offered");
        assert_eq!(asked.attributes("input[name=email]", "type"), ["email"]);
        let other_language = asked.attributes("a[href*='lang=fr']", "href").remove(0);
        assert!(inside.get(&other_language).await.attributes("form[action*=oidc]", "action").is_empty());
        let posted = inside.post(&format!("{SIGN_IN}?again=yes"), &[]).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND);
        let proven = stage.browser_of(&maya).await;
        let account = proven.get("/organise/account").await;
        assert_eq!(account.attributes("form[action='/organise/account/sso/remove']", "method"), ["post"]);
        assert_refused(&trip.browser.get(&back).await, "did not say who you are", "a code once more");
        let again = sign_in(&stage, &idp, "maya@institute.example").await;
        assert_eq!(again.leads_to(), "/organise?done=signed-in");
        let gone = proven.post("/organise/account/sso/remove", &[]).await;
        assert_eq!(gone.leads_to(), "/organise/account?done=sso-disconnected");
        let refused = sign_in(&stage, &idp, "maya@institute.example").await;
        assert_refused(&refused, "connect it under “Your account”", "disconnected");
        let account = proven.get("/organise/account").await;
        assert!(account.body().contains("Institute does not sign you in here any more"));
        assert_eq!(account.attributes("form[action='/organise/account/sso']", "method"), ["post"]);
        let opened = with_cookies(&stage.stranger(), &again);
        assert_eq!(opened.get("/organise").await.status, StatusCode::UNAUTHORIZED, "opened by its word");
    }

    async fn s_09_what_does_not_hold_signs_nobody_in(test: TestDb) {
        let idp = Idp::start();
        let stage = Stage::set_with_sso(test, idp.known()).await;
        for lie in ["nonce", "audience", "issuer", "expired", "forged", "unverified", "silent", "asked"] {
            stage.employ(&format!("{lie}-maya@institute.example"), Role::Owner).await;
        }
        for lie in ["nonce", "audience", "issuer", "expired", "forged"] {
            let back = sign_in(&stage, &idp, &format!("{lie}-maya@institute.example")).await;
            assert_refused(&back, "did not say who you are", lie);
        }
        for account in ["unverified-maya@institute.example", "silent-maya@institute.example", "omar@institute.example"] {
            assert_refused(&sign_in(&stage, &idp, account).await, "No organiser here", account);
        }
        // The same way, where nothing is wrong: the address is told where it is asked for.
        let told = sign_in(&stage, &idp, "asked-maya@institute.example").await;
        assert_eq!(told.leads_to(), "/organise?done=signed-in");
    }

    async fn who_is_known_needs_no_address(test: TestDb) {
        let idp = Idp::start();
        let stage = Stage::set_with_sso(test, idp.known()).await;
        let maya = stage.employ("mute-maya@institute.example", Role::Owner).await;
        let first = sign_in(&stage, &idp, "mute-maya@institute.example").await;
        assert_refused(&first, "No organiser here", "no address is told");
        let trip = leave(&stage.browser_of(&maya).await, "/organise/account/sso").await;
        let back = idp.vouch(&trip.address, "mute-maya@institute.example").await;
        assert_eq!(trip.browser.get(&back).await.leads_to(), "/organise/account?done=sso-connected");
        let known = sign_in(&stage, &idp, "mute-maya@institute.example").await;
        assert_eq!(known.leads_to(), "/organise?done=signed-in");
    }

    async fn s_06_an_answer_is_for_the_browser_and_the_question_that_it_belongs_to(test: TestDb) {
        let idp = Idp::start();
        let stage = Stage::set_with_sso(test, idp.known()).await;
        stage.employ("maya@institute.example", Role::Owner).await;
        stage.employ("mallory@institute.example", Role::Assistant).await;
        let words = "did not say who you are";
        let trip = leave(&stage.stranger(), SIGN_IN).await;
        let back = idp.vouch(&trip.address, "maya@institute.example").await;
        let other = leave(&stage.stranger(), SIGN_IN).await;
        let others = idp.vouch(&other.address, "mallory@institute.example").await;
        assert_refused(&stage.stranger().get(&back).await, words, "a browser that never left");
        assert_refused(&other.browser.get(&back).await, words, "another browser's state");
        let wrong = replaced(&back, "state", "wrong");
        assert_refused(&trip.browser.get(&wrong).await, words, "wrong state");
        let welcome = trip.browser.get(&back).await;
        assert_eq!(welcome.leads_to(), "/organise?done=signed-in", "what others try uses nothing up");
        // Mallory's code put into the way back of somebody else (RFC 9700 section 4.5).
        let victim = leave(&stage.stranger(), SIGN_IN).await;
        let own = idp.vouch(&victim.address, "maya@institute.example").await;
        let injected = replaced(&own, "code", &value_of(&others, "code"));
        assert_refused(&victim.browser.get(&injected).await, words, "another's code");
        let third = leave(&stage.stranger(), SIGN_IN).await;
        let back = idp.vouch(&third.address, "maya@institute.example").await;
        let mixed = replaced(&back, "iss", "https://evil.example");
        assert_refused(&third.browser.get(&mixed).await, words, "another provider's");
        let denied = leave(&stage.stranger(), SIGN_IN).await;
        let state = value_of(&denied.address, "state");
        let path = format!("/sign-in/oidc/callback?error=access_denied&state={state}");
        assert_refused(&denied.browser.get(&path).await, words, "denied");
        let late = leave(&stage.stranger(), SIGN_IN).await;
        let back = idp.vouch(&late.address, "maya@institute.example").await;
        stage.test.clock.advance(TimeDelta::minutes(10));
        assert_refused(&late.browser.get(&back).await, words, "ten minutes later");
    }

    async fn s_12_who_has_a_passkey_connects_the_two_themselves(test: TestDb) {
        let idp = Idp::start();
        let stage = Stage::set_with_sso(test, idp.known()).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let omar = stage.employ("omar@institute.example", Role::Owner).await;
        let by_address = sign_in(&stage, &idp, "maya@institute.example").await;
        assert_eq!(by_address.leads_to(), "/organise?done=signed-in");
        let inside = stage.browser_of(&maya).await;
        let asked = inside.post("/organise/account/passkeys/challenge", &[]).await;
        let answer = Device::new("phone").create(&asked);
        let added = inside.also_with_cookies(&asked)
            .post("/organise/account/passkeys", &[("passkey", ""), ("answer", &answer)]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER);
        let refused = sign_in(&stage, &idp, "maya@institute.example").await;
        assert_refused(&refused, "connect it under “Your account”", "a passkey");
        let account = inside.get("/organise/account").await;
        assert!(account.body().contains("or added a passkey or one-time passwords"));
        let trip = leave(&inside, "/organise/account/sso").await;
        let back = idp.vouch(&trip.address, "unverified-maya@elsewhere.example").await;
        // Nobody else who is signed in there meanwhile takes it over.
        let astray = leave(&inside, "/organise/account/sso").await;
        let taken = idp.vouch(&astray.address, "unverified-maya@elsewhere.example").await;
        let omars = stage.browser_of(&omar).await.also_with_cookies(&astray.page);
        assert_eq!(omars.get(&taken).await.leads_to(),
            "/sign-in?lang=en&next=%2Forganise%2Faccount&again=yes");
        let elsewhere = stage.browser_of(&maya).await;
        assert_eq!(trip.browser.get(&back).await.leads_to(), "/organise/account?done=sso-connected");
        assert_eq!(elsewhere.get("/organise").await.status, StatusCode::UNAUTHORIZED, "other browsers");
        assert_eq!(inside.get("/organise").await.status, StatusCode::OK);
        // Its address no more matters than whether it is verified.
        let word = sign_in(&stage, &idp, "unverified-maya@elsewhere.example").await;
        assert_eq!(with_cookies(&inside, &word).get("/organise").await.texts(".desk-menu summary"),
            ["maya@institute.example"]);
        let trip = leave(&stage.browser_of(&omar).await, "/organise/account/sso").await;
        let back = idp.vouch(&trip.address, "unverified-maya@elsewhere.example").await;
        assert_eq!(trip.browser.get(&back).await.leads_to(), "/organise/account?done=sso-taken");
        // Who they are has to be proven just before coming back, too.
        let inside = stage.browser_of(&omar).await;
        stage.test.clock.advance(TimeDelta::minutes(14));
        let trip = leave(&inside, "/organise/account/sso").await;
        let back = idp.vouch(&trip.address, "omar@institute.example").await;
        stage.test.clock.advance(TimeDelta::minutes(2));
        assert_eq!(trip.browser.get(&back).await.leads_to(),
            "/sign-in?lang=en&next=%2Forganise%2Faccount&again=yes");
    }

    async fn without_a_provider_that_answers_one_signs_in_as_before(test: TestDb) {
        let nobody = Provider::new("http://127.0.0.1:1".to_owned(), "x".to_owned(), None, "Institute".to_owned());
        let stage = Stage::set_with_sso(test, nobody).await;
        let refused = stage.stranger().post(SIGN_IN, &[]).await;
        assert_refused(&refused, "Institute did not say", "not there");
        assert_eq!(refused.attributes("input[name=email]", "type"), ["email"]);
        for number in 1..100 {
            let answer = stage.stranger().post(SIGN_IN, &[]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        }
        let too_many = stage.stranger().post(SIGN_IN, &[]).await;
        assert_eq!(too_many.status, StatusCode::TOO_MANY_REQUESTS);
    }

    async fn where_no_provider_is_named_there_is_nothing_of_it(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Owner).await;
        assert_eq!(stage.stranger().post(SIGN_IN, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.stranger().get("/sign-in/oidc/callback").await.status, StatusCode::NOT_FOUND);
        assert_eq!(maya.post("/organise/account/sso", &[]).await.status, StatusCode::NOT_FOUND);
        let page = stage.stranger().get("/sign-in").await;
        assert!(page.attributes("form[action*=oidc]", "action").is_empty());
    }
}
