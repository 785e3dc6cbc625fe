//! Signing in and out in a browser.

use axum::http::StatusCode;
use convoke::account::{self, Role};
use convoke::base::language::Language;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::on_both_engines;
use convoke::web::FoundMail;

use crate::stage::{Answer, Browser, Stage};

/// The same browser with the cookies that an answer gave it.
pub fn with_cookies(browser: &Browser, answer: &Answer) -> Browser {
    let given = answer.headers.get_all("set-cookie").iter();
    let pairs = given.map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap());
    let kept: Vec<&str> = pairs.filter(|pair| !pair.ends_with('=')).collect();
    browser.with_cookie(&kept.join("; "))
}

/// The code in the latest mail.
pub fn code_in(mails: &[FoundMail]) -> String {
    let latest = &mails.last().unwrap().text;
    let lines = latest.lines().map(|line| line.replace(' ', ""));
    let is_code = |line: &String| line.len() == 8 && line.bytes().all(|byte| byte.is_ascii_digit());
    lines
        .into_iter()
        .find(is_code)
        .unwrap_or_else(|| panic!("no code in {latest}"))
}

on_both_engines! {
    async fn s_07_a_mailed_code_opens_the_page_that_was_wanted(test: TestDb) {
        let stage = Stage::set(test).await;
        stage.employ("maya@institute.example", Role::Owner).await;
        let stranger = stage.stranger();
        let wanted = "/organise/organisation";
        let turned_back = stranger.get("/organise").await;
        assert_eq!(turned_back.status, StatusCode::UNAUTHORIZED);
        assert_eq!(turned_back.attributes("input[name=email]", "type"), ["email"]);
        let path = format!("/sign-in?next={wanted}");
        let asked = stranger.post(&path, &[("email", "Maya@institute.example")]).await;
        let browser = with_cookies(&stranger, &asked);
        assert!(asked.header("set-cookie").starts_with("__Host-convoke-asking="), "{asked:?}");
        assert!(asked.header("set-cookie").ends_with("; HttpOnly; SameSite=Lax; Secure"));
        let code = code_in(&stage.work().await);
        let code_page = asked.leads_to().to_owned();
        let shown = browser.get(&code_page).await;
        assert_eq!(shown.attributes("input[name=code]", "autocomplete"), ["one-time-code"]);
        let wrong = browser.post(&code_page, &[("code", "1")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.texts("title")[0].starts_with("Error:"), "{:?}", wrong.texts("title"));
        let elsewhere = stranger.post(&code_page, &[("code", &code)]).await;
        assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        let welcome = browser.post(&code_page, &[("code", &code)]).await;
        assert_eq!(welcome.leads_to(), format!("{wanted}?done=signed-in"));
        let inside = with_cookies(&browser, &welcome);
        let home = inside.get("/organise?done=signed-in").await;
        assert_eq!(home.status, StatusCode::OK);
        assert_eq!(home.texts(".done"), ["You are signed in."]);
        assert_eq!(home.header("cache-control"), "no-store");
        assert_eq!(home.texts("tbody th").len(), 1);
        let out = inside.post("/sign-out", &[]).await;
        assert_eq!(out.leads_to(), "/sign-in");
        assert_eq!(inside.get("/organise").await.status, StatusCode::UNAUTHORIZED);
    }

    async fn s_09_every_address_gets_the_same_answer(test: TestDb) {
        let stage = Stage::set(test).await;
        stage.employ("maya@institute.example", Role::Owner).await;
        let stranger = stage.stranger();
        let mut answers = Vec::new();
        for address in ["maya@institute.example", "nobody@institute.example"] {
            let answer = stranger.post("/sign-in", &[("email", address)]).await;
            let headers: Vec<String> = answer.headers.iter()
                .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()))
                .filter(|header| !header.starts_with("set-cookie: __Host-convoke-asking="))
                .collect();
            answers.push((answer.status, headers, answer.octets.clone()));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(stage.work().await.len(), 1, "nobody gets a mail");
        let malformed = stranger.post("/sign-in", &[("email", "maya")]).await;
        assert_eq!(malformed.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(malformed.attributes("input[name=email]", "value"), ["maya"]);
    }

    async fn s_25_many_addresses_from_one_place_are_too_many(test: TestDb) {
        let stage = Stage::set(test).await;
        let stranger = stage.stranger();
        for number in 0..100 {
            let address = format!("nobody-{number}@institute.example");
            let asked = stranger.post("/sign-in", &[("email", &address)]).await;
            assert_eq!(asked.status, StatusCode::SEE_OTHER, "{number}");
        }
        let too_many = stranger.post("/sign-in", &[("email", "maya@institute.example")]).await;
        assert_eq!(too_many.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(too_many.header("retry-after"), "30");
    }

    async fn s_07_a_link_acts_when_its_button_is_pressed_once(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        let mut tx = stage.begin().await;
        let link = account::make_link(&mut tx, maya.id).await.unwrap();
        tx.commit().await.unwrap();
        let path = format!("/sign-in/link/{}", link.as_str());
        let stranger = stage.stranger();
        for _ in 0..5 {
            let shown = stranger.get(&path).await;
            assert_eq!(shown.status, StatusCode::OK);
            assert_eq!(shown.header("referrer-policy"), "no-referrer");
        }
        let welcome = stranger.post(&path, &[]).await;
        let inside = with_cookies(&stranger, &welcome);
        assert_eq!(inside.get("/organise").await.status, StatusCode::OK);
        assert_eq!(stranger.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
    }

    async fn who_never_chose_a_language_keeps_that_of_the_page_they_signed_in_on(test: TestDb) {
        let stage = Stage::set(test).await;
        let (mail, unsaid) = ("maya@institute.example".parse().unwrap(), Language::unsaid());
        let mut tx = stage.begin().await;
        let maya = account::add(&mut tx, &mail, &SingleLine::clean(""), &unsaid).await.unwrap();
        account::grant(&mut tx, maya.id, stage.organisation, None, Role::Owner, "operator")
            .await
            .unwrap();
        let link = account::make_link(&mut tx, maya.id).await.unwrap();
        tx.commit().await.unwrap();
        let stranger = stage.stranger();
        // The code comes in the language of the page, which an asker cannot settle.
        for (language, subject) in [("ka", "კოდი"), ("fr", "code"), ("en", "code")] {
            let path = format!("/sign-in?lang={language}");
            stranger.post(&path, &[("email", "maya@institute.example")]).await;
            let mails = stage.work().await;
            let latest = mails.last().unwrap();
            assert_eq!(latest.language, language, "{}", latest.subject);
            assert!(latest.subject.contains(subject), "{}", latest.subject);
        }
        let path = format!("/sign-in/link/{}?lang=ar", link.as_str());
        let shown = stranger.get(&path).await;
        let action = shown.attributes("main form", "action").remove(0);
        let welcome = stranger.post(&action, &[]).await;
        let inside = with_cookies(&stranger, &welcome);
        assert_eq!(inside.get("/organise").await.attributes("html", "lang"), ["ar"]);
        // What is known now stays, whatever page they come by next.
        stranger.post("/sign-in?lang=fr", &[("email", "maya@institute.example")]).await;
        assert_eq!(stage.work().await.last().unwrap().language, "ar");
    }

    async fn the_first_organiser_makes_themselves_known(test: TestDb) {
        let stage = Stage::set(test).await;
        let stranger = stage.stranger();
        let token = account::first_token(&stage.key);
        let path = format!("/sign-in/first/{}", token.as_str());
        let wrong = stranger.get("/sign-in/first/wrong").await;
        assert_eq!(wrong.status, StatusCode::NOT_FOUND);
        let shown = stranger.get(&format!("{path}?lang=ar")).await;
        assert_eq!(shown.attributes("html", "dir"), ["rtl"]);
        assert_eq!(shown.attributes("input[name=organisation]", "value"), ["Levant Institute"]);
        let missing = stranger.post(&path, &[("organisation", "Levant"), ("email", "m")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(missing.texts(".summary li").len(), 2);
        assert_eq!(missing.attributes("input[name=organisation]", "value"), ["Levant"]);
        assert!(stranger.get("/en/").await.body().contains("Levant Institute"));
        let fields = [("organisation", "Levant"), ("name", "Maya"), ("email", "m@levant.example")];
        let welcome = stranger.post(&path, &fields).await;
        let inside = with_cookies(&stranger, &welcome);
        let home = inside.get("/organise").await;
        assert_eq!(home.texts(".desk-home"), ["Levant"]);
        let public = stranger.get("/en/").await;
        let public = public.body();
        assert!(public.contains("Levant") && !public.contains("Levant Institute"), "{public}");
        assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND, "there is somebody");
    }

    async fn the_workspace_speaks_the_language_of_whoever_works_there(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let fields = [("language", "ar"), ("here", "/organise")];
        assert_eq!(owner.post("/organise/language", &fields).await.leads_to(), "/organise");
        let home = owner.get("/organise").await;
        assert_eq!(home.attributes("html", "dir"), ["rtl"]);
        let away = [("language", "en"), ("here", "//evil.example")];
        assert_eq!(owner.post("/organise/language", &away).await.leads_to(), "/organise");
        let unknown = [("language", "xx"), ("here", "/organise")];
        let refused = owner.post("/organise/language", &unknown).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }
}
