//! People asked into a team, and roles given and taken.

use axum::http::StatusCode;
use convoke::account::{Role, role_in};
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::web::FoundMail;

use crate::sign_in::with_cookies;
use crate::stage::Stage;

const TEAM: &str = "/organise/team";

/// The path of the invitation in the latest mail.
fn link_in(mails: &[FoundMail]) -> String {
    let text = &mails.last().unwrap().text;
    let line = text
        .lines()
        .find(|line| line.contains("/organise/invitations/"));
    let address = line.unwrap_or_else(|| panic!("no link in {text}"));
    address
        .strip_prefix("https://events.example.org")
        .unwrap()
        .to_owned()
}

on_both_engines! {
    async fn s_12_an_invitation_makes_its_address_a_colleague_and_nobody_else(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let nonsense = owner.post(TEAM, &[("email", "lina"), ("role", "organiser")]).await;
        assert_eq!(nonsense.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(nonsense.attributes("input[name=email]", "value"), ["lina"]);
        let fields = [("email", "lina@partner.example"), ("role", "organiser"), ("event", "")];
        let invited = owner.post(TEAM, &fields).await;
        assert_eq!(invited.leads_to(), "/organise/team?done=invited");
        assert_eq!(owner.get(TEAM).await.texts("section .table tbody th"), ["lina@partner.example"]);
        let link = link_in(&stage.work().await);
        let mallory = stage.employ("mallory@institute.example", Role::Assistant).await;
        let mallory = stage.browser_of(&mallory).await;
        let other = mallory.get(&link).await;
        assert_eq!(other.attributes("main form", "action"), ["/sign-out"]);
        assert_eq!(mallory.post(&link, &[]).await.status, StatusCode::FORBIDDEN);
        let stranger = stage.stranger();
        for _ in 0..5 {
            assert_eq!(stranger.get(&link).await.status, StatusCode::OK);
        }
        let nameless = stranger.post(&link, &[("name", " ")]).await;
        assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
        let welcome = stranger.post(&link, &[("name", "Lina")]).await;
        let lina = with_cookies(&stranger, &welcome);
        assert_eq!(lina.get("/organise").await.texts(".desk-menu summary"), ["Lina"]);
        assert_eq!(lina.get(TEAM).await.status, StatusCode::FORBIDDEN);
        assert_eq!(stranger.get(&link).await.status, StatusCode::NOT_FOUND, "used up");
    }

    async fn s_12_who_has_an_account_signs_in_first(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let omar = stage.employ("omar@institute.example", Role::Assistant).await;
        let slug = stage.slug.to_string();
        let fields = [("email", "omar@institute.example"), ("role", "organiser"), ("event", &slug)];
        owner.post(TEAM, &fields).await;
        let link = link_in(&stage.work().await);
        let stranger = stage.stranger();
        let shown = stranger.get(&link).await;
        assert!(shown.attributes("main .button", "href")[0].starts_with("/sign-in?"));
        assert_eq!(stranger.post(&link, &[("name", "Omar")]).await.status, StatusCode::FORBIDDEN);
        let browser = stage.browser_of(&omar).await;
        let accepted = browser.post(&link, &[]).await;
        assert_eq!(accepted.leads_to(), "/organise?done=invitation-accepted");
        let roles = owner.get(TEAM).await.texts(".table tbody th");
        assert_eq!(roles.len(), 3, "{roles:?}");
    }

    async fn s_05_a_role_that_is_taken_ends_what_it_opened(test: TestDb) {
        let stage = Stage::set(test).await;
        let owner = stage.signed_in(Role::Owner).await;
        let omar = stage.employ("omar@institute.example", Role::Organiser).await;
        let browser = stage.browser_of(&omar).await;
        assert_eq!(browser.get("/organise").await.status, StatusCode::OK);
        let path = format!("{TEAM}/{}", omar.id);
        let taken = owner.post(&path, &[("role", "none")]).await;
        assert_eq!(taken.leads_to(), "/organise/team?done=role-taken");
        assert_eq!(browser.get("/organise").await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(owner.post(&path, &[("role", "none")]).await.status, StatusCode::NOT_FOUND);
        let own = owner.get(TEAM).await.attributes(".table form", "action");
        let last = owner.post(&own[0], &[("role", "assistant")]).await;
        assert_eq!(last.leads_to(), "/organise/team?done=last-owner");
        let role = role_in(&mut stage.begin().await, omar.id, stage.organisation).await.unwrap();
        assert_eq!(role, None);
    }
}
