//! What organisers see of other events, and addresses that nobody can guess (P-10, P-13, S-1).

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::event::{self, Details, Event, Slug, Visibility, file};
use convoke::on_both_engines;
use convoke::registration::find;
use convoke::trash;

use crate::registrations::register;
use crate::stage::{Browser, ROUNDTABLE, Stage};

/// The roundtable on a page of its own, for which organisers decide.
fn another(slug: &str) -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.slug = slug.parse().unwrap();
    details.terms.approval = Some(true);
    details
}

/// The same service, about another event of it.
async fn turned_to(stage: &Stage, slug: &str) -> Stage {
    stage.save_in(stage.organisation, another(slug)).await;
    stage.about(slug)
}

async fn details_turned_sensitive(stage: &Stage, browser: &Browser) -> String {
    let fields = [("visibility", "sensitive")];
    let saved = browser.post(&stage.page("/edit/basics"), &fields).await;
    saved.leads_to().to_owned()
}

/// Whoever was at the roundtable asks to come to a second event.
async fn somebody_comes_again(stage: &Stage) -> (Stage, String) {
    let again = turned_to(stage, "second-roundtable").await;
    register(stage, "Rana Haddad", "rana@example.org", "").await;
    let id = register(&again, "Rana Haddad", "rana@example.org", "").await;
    (again, id.to_string())
}

async fn thrown_away(stage: &Stage, event: &Event) {
    // Over, so that nobody has to be told.
    stage
        .test
        .clock
        .set("2022-11-25T18:00:00Z".parse().unwrap());
    let mut tx = stage.begin().await;
    trash::throw_away(&mut tx, event, "operator").await.unwrap();
    tx.commit().await.unwrap();
}

on_both_engines! {
    async fn p_13_who_organises_one_event_learns_nothing_of_attendance_at_others(test: TestDb) {
        let stage = Stage::set(test).await;
        let (again, id) = somebody_comes_again(&stage).await;
        let second = again.event().await;
        let own = stage.organisation;
        let alone = stage.employ_in(own, "lina@partner.example", Some(second.id), Role::Organiser).await;
        let alone_page = stage.browser_of(&alone).await;
        let everywhere = stage.signed_in(Role::Organiser).await;
        let path = again.page(&format!("/registrations/{id}"));
        let said = "earlier event";
        for page in [path.as_str(), &again.page("/registrations/requests")] {
            assert!(everywhere.get(page).await.body().contains(said), "{page}");
            let page = alone_page.get(page).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(!page.body().contains(said), "{}", page.body());
        }
        // The twin: without asking whose they are, the address gives the other event away.
        let text = "SELECT count(DISTINCT other.event_id) FROM registration r
            JOIN registration other ON other.email_key = r.email_key AND other.event_id <> r.event_id
            WHERE r.event_id = $1 AND other.state = 'confirmed'";
        let mut tx = stage.begin().await;
        let (unguarded,): (i64,) =
            tx.query(Sql::new(text, text)).bind(second.id).fetch_one().await.unwrap();
        assert_eq!(unguarded, 1);
        let ids = [id.parse().unwrap()];
        assert!(find::earlier_places(&mut tx, alone.id, &ids).await.unwrap().is_empty());
        drop(tx);
        // Checking people in at the other event shows no registrations of it.
        let first = stage.event().await;
        stage.employ_in(own, "lina@partner.example", Some(first.id), Role::Assistant).await;
        assert!(!alone_page.get(&path).await.body().contains(said));
        stage.employ_in(own, "lina@partner.example", Some(first.id), Role::Organiser).await;
        assert!(alone_page.get(&path).await.body().contains(said));
    }

    async fn u_11_what_was_thrown_away_is_told_of_nobody(test: TestDb) {
        let stage = Stage::set(test).await;
        let (again, id) = somebody_comes_again(&stage).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let (event, path) = (stage.event().await, again.page(&format!("/registrations/{id}")));
        let found = maya.get("/organise/people?q=courson").await;
        let person = found.attributes(".people-table a", "href").remove(0);
        let appears_in = async |slug: &Slug| {
            let page = maya.get(&person).await;
            page.body().contains(&format!("/organise/events/{slug}/lineup"))
        };
        assert!(maya.get(&path).await.body().contains("earlier event"));
        assert!(appears_in(&event.details.slug).await && appears_in(&again.slug).await);
        let count = found.texts(".people-table td.number");
        thrown_away(&stage, &event).await;
        let maya = stage.signed_in(Role::Organiser).await;
        assert!(!maya.get(&path).await.body().contains("earlier event"));
        let page = maya.get(&person).await;
        assert!(!page.body().contains(&format!("/{}/lineup", event.details.slug)));
        assert!(page.body().contains(&format!("/{}/lineup", again.slug)));
        let after = maya.get("/organise/people?q=courson").await.texts(".people-table td.number");
        assert_ne!(count, after);
        // Who appears in the trash only stays in the directory all the same.
        thrown_away(&stage, &again.event().await).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let removed = maya.post(&format!("{person}/remove"), &[]).await;
        assert!(removed.leads_to().ends_with("done=person-appears"));
        assert!(maya.get(&person).await.attributes("form", "action").iter().all(|to| !to.ends_with("/remove")));
    }

    async fn u_11_the_overview_leads_to_what_deleting_means(test: TestDb) {
        let stage = Stage::set(test).await;
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let maya = stage.signed_in(Role::Organiser).await;
        let overview = maya.get(&stage.page("")).await;
        let links = overview.attributes(".toolbar-group a", "href");
        let delete = links.iter().find(|to| to.ends_with("/delete")).expect("a link to delete");
        let page = maya.get(delete).await;
        assert!(page.texts(".notice").concat().starts_with("1 person has a place"));
    }

    async fn p_10_a_draft_that_turns_sensitive_moves_to_an_address_nobody_guesses(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let made = maya.post(&stage.page("/duplicate"), &[("date", "2023-03-03")]).await;
        let slug = made.leads_to().split(['/', '?']).nth(3).unwrap().to_owned();
        let draft = stage.about(slug);
        assert!(draft.slug.is_guessable());
        let moved = details_turned_sensitive(&draft, &maya).await;
        assert!(moved.ends_with("/edit/basics?done=saved"), "{moved}");
        let slug: Slug = moved.split('/').nth(3).unwrap().parse().unwrap();
        assert!(!slug.is_guessable(), "{slug}");
        assert_eq!(maya.get(&draft.page("")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(maya.get(&moved).await.status, StatusCode::OK);
        let sensitive = stage.about(slug.as_str());
        assert_eq!(sensitive.event().await.details.slug, slug);
        // And so does what is made after it.
        let again = maya.post(&sensitive.page("/duplicate"), &[("date", "2023-04-07")]).await;
        let next: Slug = again.leads_to().split(['/', '?']).nth(3).unwrap().parse().unwrap();
        assert!(next != slug && !next.is_guessable(), "{next}");
    }

    async fn p_10_an_announced_event_keeps_its_address_until_somebody_gives_it_up(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let public = |slug: &Slug| format!("/en/events/{slug}");
        assert_eq!(maya.get(&public(&stage.slug)).await.status, StatusCode::OK);
        let path = stage.page("/address");
        assert_eq!(maya.get(&path).await.attributes("form[action$='/address']", "method").len(), 0);
        assert_eq!(maya.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        let kept = details_turned_sensitive(&stage, &maya).await;
        assert!(kept.starts_with(&stage.page("/edit/basics")), "{kept}");
        register(&stage, "Rana Haddad", "rana@example.org", "").await;
        let overview = maya.get(&stage.page("")).await;
        assert!(overview.attributes("a", "href").contains(&path));
        let asked = maya.get(&path).await;
        assert!(asked.texts(".notice").concat().contains("1 person has a place"));
        let done = maya.post(&path, &[]).await;
        let slug: Slug = done.leads_to().split(['/', '?']).nth(3).unwrap().parse().unwrap();
        assert!(!slug.is_guessable());
        assert_eq!(maya.get(&public(&stage.slug)).await.status, StatusCode::NOT_FOUND);
        assert_eq!(maya.get(&public(&slug)).await.status, StatusCode::OK);
        let mut tx = stage.begin().await;
        assert_eq!(event::guessable(&mut tx).await.unwrap(), [] as [Slug; 0]);
        drop(tx);
        let mut file = another("a-guest-of-honour");
        file.visibility = Some(Visibility::Sensitive);
        stage.save_in(stage.organisation, file.clone()).await;
        let mut tx = stage.begin().await;
        assert_eq!(event::guessable(&mut tx).await.unwrap(), [file.slug]);
    }
}
