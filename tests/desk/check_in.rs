//! The door: by name and by the code on a badge.

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::id::Id;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::event::{Mode, file};
use convoke::on_both_engines;
use convoke::registration::{
    self, Answers, Registration, Request, badge_token, manage_token, stays,
};

use crate::stage::{ROUNDTABLE, Stage};

async fn register(stage: &Stage, name: &str, email: &str, mode: Mode) -> Id<Registration> {
    let asked = Request {
        source: None,
        name: SingleLine::clean(name),
        email: email.parse().unwrap(),
        language: "ar".parse().unwrap(),
        mode,
        listening: None,
        sessions: Vec::new(),
        fields: Vec::new(),
        answers: Answers::new(),
        consents: Vec::new(),
        code: None,
        waitlist: false,
        meanwhile_online: false,
        companion_key: String::new(),
    };
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    registration::register(&mut tx, &stage.key, &event, &asked, None)
        .await
        .unwrap();
    let found = registration::of_address(&mut tx, event.id, &asked.email)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    found.unwrap()
}

on_both_engines! {
    async fn u_18_an_assistant_finds_and_checks_in_and_sees_no_address(test: TestDb) {
        let stage = Stage::set(test).await;
        let nadine = register(&stage, "نادين الخوري", "nadine@secret.example", Mode::InPerson).await;
        register(&stage, "Rana", "rana@secret.example", Mode::Online).await;
        let assistant = stage.signed_in(Role::Assistant).await;
        let door = stage.page("/check-in");
        for path in ["/check-in", "/check-in/list", "/check-in/badges", "/check-in?q=secret"] {
            let page = assistant.get(&stage.page(path)).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(!page.body().contains("secret.example"), "{path}");
        }
        let by_address = assistant.get(&stage.page("/check-in?q=nadine%40secret")).await;
        assert_eq!(by_address.texts(".door strong"), [""; 0]);
        let found = assistant.get(&stage.page("/check-in?q=%D9%86%D8%A7%D8%AF%D9%8A%D9%86")).await;
        assert_eq!(found.texts(".door strong"), ["نادين الخوري"]);
        let id = nadine.to_string();
        let session = found.attributes("input[name=session]", "value");
        let fields = [("registration", id.as_str()), ("session", &session[0]), ("do", "in"), ("q", "ن")];
        let done = assistant.post(&door, &fields).await;
        assert!(done.leads_to().ends_with("&done=checked-in"), "{}", done.leads_to());
        let page = assistant.get(done.leads_to()).await;
        assert_eq!(page.texts(".figure"), ["1"]);
        assert!(page.texts(".door li").concat().contains("assistant@institute.example"));
        let again = assistant.post(&door, &fields).await;
        assert!(again.leads_to().ends_with("done=checked-in-before"));
        assert_eq!(stays(&mut stage.begin().await, nadine).await.unwrap().len(), 1);
        let present = assistant.get(&stage.page("/check-in?who=expected")).await;
        assert_eq!(present.texts(".door strong"), ["Rana"]);
        let out = [("registration", id.as_str()), ("session", &session[0]), ("do", "out")];
        assistant.post(&door, &out).await.leads_to();
        assert_eq!(stays(&mut stage.begin().await, nadine).await.unwrap().len(), 0);
        let foreign = [("registration", "00000000-0000-7000-8000-000000000007"), ("do", "in")];
        assert_eq!(assistant.post(&door, &foreign).await.status, StatusCode::NOT_FOUND);
        for path in ["/registrations", "/registrations/export", "/registrations/count"] {
            assert_eq!(assistant.get(&stage.page(path)).await.status, StatusCode::FORBIDDEN);
        }
    }

    async fn u_18_a_badge_opens_the_person_for_who_stands_at_the_door_only(test: TestDb) {
        let stage = Stage::set(test).await;
        let nadine = register(&stage, "نادين", "nadine@secret.example", Mode::InPerson).await;
        let assistant = stage.signed_in(Role::Assistant).await;
        let path = format!("/organise/check-in/{}", badge_token(&stage.key, nadine));
        for _ in 0..5 {
            let shown = assistant.get(&path).await;
            assert_eq!(shown.status, StatusCode::OK);
            assert_eq!(shown.header("referrer-policy"), "no-referrer");
            assert!(!shown.body().contains("secret.example"));
        }
        assert_eq!(stays(&mut stage.begin().await, nadine).await.unwrap().len(), 0);
        let done = assistant.post(&path, &[("do", "in")]).await;
        assert!(done.leads_to().ends_with("?done=checked-in"));
        assert_eq!(stays(&mut stage.begin().await, nadine).await.unwrap().len(), 1);
        assistant.post(&path, &[("do", "out")]).await.leads_to();
        assert_eq!(stays(&mut stage.begin().await, nadine).await.unwrap().len(), 0);

        // Not for strangers, nor for colleagues of another event or organisation.
        assert_eq!(stage.stranger().get(&path).await.status, StatusCode::UNAUTHORIZED);
        let mut other = file::read(ROUNDTABLE).unwrap();
        other.slug = "another-one".parse().unwrap();
        stage.save_in(stage.organisation, other.clone()).await;
        let mut tx = stage.begin().await;
        let elsewhere = convoke::event::find(&mut tx, &stage.key, &other.slug).await.unwrap().unwrap();
        let gulf = convoke::account::create(&mut tx, "gulf", "Gulf Institute").await.unwrap();
        tx.commit().await.unwrap();
        let neighbour = stage
            .employ_in(stage.organisation, "n@x.example", Some(elsewhere.id), Role::Owner).await;
        let foreigner = stage.employ_in(gulf, "f@x.example", None, Role::Owner).await;
        for who in [neighbour, foreigner] {
            let browser = stage.browser_of(&who).await;
            let foreign = browser.get(&path).await;
            let unknown = browser.get("/organise/check-in/aaaa").await;
            assert_eq!(foreign.status, StatusCode::NOT_FOUND);
            assert_eq!(foreign, unknown);
            let posted = browser.post(&path, &[("do", "in")]).await;
            assert_eq!(posted.status, StatusCode::NOT_FOUND);
        }
        // Its token opens no registration page, and that page's token no badge.
        let badge = badge_token(&stage.key, nadine);
        let own = stage.stranger().get(&format!("/en/registrations/{badge}")).await;
        assert_eq!(own.status, StatusCode::NOT_FOUND);
        let manage = manage_token(&stage.key, nadine, 0);
        let manage = manage.as_str();
        let as_badge = assistant.get(&format!("/organise/check-in/{manage}")).await;
        assert_eq!(as_badge.status, StatusCode::NOT_FOUND);
    }

    async fn u_18_who_has_no_place_is_not_checked_in(test: TestDb) {
        let stage = Stage::set(test).await;
        let rana = register(&stage, "Rana", "rana@example.org", Mode::InPerson).await;
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let loaded = registration::load(&mut tx, rana).await.unwrap().unwrap();
        registration::withdraw(&mut tx, &stage.key, &event, &loaded).await.unwrap();
        tx.commit().await.unwrap();
        let assistant = stage.signed_in(Role::Assistant).await;
        let id = rana.to_string();
        let done = assistant.post(&stage.page("/check-in"), &[("registration", &id), ("do", "in")]).await;
        assert!(done.leads_to().ends_with("done=no-place"));
        let path = format!("/organise/check-in/{}", badge_token(&stage.key, rana));
        let page = assistant.get(&path).await;
        assert_eq!(page.attributes("button[name=do]", "value"), [""; 0]);
    }

    async fn u_18_who_comes_to_the_room_has_a_code_on_their_own_page(test: TestDb) {
        let stage = Stage::set(test).await;
        let in_room = register(&stage, "Rana", "rana@example.org", Mode::InPerson).await;
        let online = register(&stage, "Omar", "omar@example.org", Mode::Online).await;
        for (id, codes) in [(in_room, 1), (online, 0)] {
            let token = manage_token(&stage.key, id, 0);
            let page = stage.stranger().get(&format!("/en/registrations/{}", token.as_str())).await;
            assert_eq!(page.attributes(".entry-code svg path", "d").len(), codes);
        }
        let assistant = stage.signed_in(Role::Assistant).await;
        let badges = assistant.get(&stage.page("/check-in/badges")).await;
        assert_eq!(badges.texts(".badge-name"), ["Rana"]);
        assert!(badges.octets.len() < 20_000);
    }
}
