//! The logos of hosts (S-21, P-10, E-11).

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::event::{Visibility, file};
use convoke::on_both_engines;
use convoke::trash;

use crate::lineup::photo;
use crate::stage::{Answer, Browser, HOST, ROUNDTABLE, Stage};

/// Sends a form with a file, as browsers do.
async fn send(browser: &Browser, path: &str, fields: &[(&str, &str)], octets: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    body.extend(
        b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x.svg\"\r\n\r\n",
    );
    body.extend(octets);
    body.extend(b"\r\n--b--\r\n");
    let origin = format!("https://{HOST}");
    let headers = [
        ("content-type", "multipart/form-data; boundary=b"),
        ("origin", origin.as_str()),
    ];
    browser.ask("POST", path, &headers, body).await
}

/// The public page of the event, and the addresses of the logos on it.
async fn logos(stage: &Stage) -> Vec<String> {
    let page = stage
        .stranger()
        .get(&format!("/en/events/{}", stage.slug))
        .await;
    assert_eq!(page.status, StatusCode::OK);
    page.attributes("img.host-logo", "src")
}

async fn pictures(stage: &Stage) -> i64 {
    let mut tx = stage.begin().await;
    let text = "SELECT count(*) FROM picture";
    let (pictures,): (i64,) = tx.query(Sql::new(text, text)).fetch_one().await.unwrap();
    pictures
}

on_both_engines! {
    async fn s_21_a_logo_is_made_anew_and_says_whose_it_is(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let (page, path) = (stage.page("/edit/hosts/1"), stage.page("/edit/hosts/1/logo"));
        for (octets, said) in [
            (&b"<svg onload='alert(1)'/>"[..], "Choose a JPEG, PNG or WebP file"),
            (b"", "Choose a file first"),
        ] {
            let refused = send(&maya, &path, &[], octets).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(refused.texts(".summary li"), [said]);
            assert!(refused.texts("title")[0].starts_with("Error:"));
        }
        assert_eq!(logos(&stage).await, [""; 0]);
        let before = stage.event().await.revision;
        let kept = send(&maya, &path, &[], &photo()).await;
        assert_eq!(kept.leads_to(), format!("{page}?done=logo-kept"));
        assert_eq!(stage.event().await.revision, before + 1, "pages are kept by it");
        let shown = logos(&stage).await;
        assert_eq!(shown.len(), 1);
        let public = stage.stranger().get(&format!("/en/events/{}", stage.slug)).await;
        let named = &stage.event().await.details.hosts[0].name;
        let alt = public.attributes("img.host-logo", "alt").remove(0);
        assert!(named.keyed().iter().any(|(_, name)| **name == alt), "{alt}");
        let picture = stage.stranger().get(&shown[0]).await;
        assert_eq!(picture.header("content-type"), "image/jpeg");
        assert_eq!(picture.header("content-security-policy"), "default-src 'none'; sandbox");
        // Another takes its place, and none is left behind.
        send(&maya, &path, &[], &photo()).await;
        assert_ne!(logos(&stage).await, shown);
        assert_eq!(pictures(&stage).await, 1);
        let gone = send(&maya, &path, &[("remove", "yes")], b"").await;
        assert_eq!(gone.leads_to(), format!("{page}?done=logo-removed"));
        assert_eq!((logos(&stage).await.len(), pictures(&stage).await), (0, 0));
        for nobody in ["/edit/hosts/99/logo", "/edit/hosts/+new/logo"] {
            assert_eq!(send(&maya, &stage.page(nobody), &[], &photo()).await.status, StatusCode::NOT_FOUND);
        }
    }

    async fn p_10_a_sensitive_event_shows_no_logo(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        send(&maya, &stage.page("/edit/hosts/1/logo"), &[], &photo()).await;
        let shown = logos(&stage).await;
        let mut details = stage.event().await.details;
        details.visibility = Some(Visibility::Sensitive);
        stage.save_in(stage.organisation, details).await;
        assert_eq!(logos(&stage).await, [""; 0]);
        let page = maya.get(&stage.page("/edit/hosts/1")).await;
        assert!(page.texts(".photo-part .notice").concat().contains("sensitive"));
        let report = maya.get(&stage.page("/report")).await;
        assert!(!report.body().contains(&shown[0]));
    }

    async fn a_logo_stays_with_its_host_and_goes_with_it(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        assert!(details.hosts.len() > 1 && details.hosts.iter().all(|host| host.id.is_none()));
        details.name_parts();
        let stage = Stage::set_with(test, details.clone()).await;
        let maya = stage.signed_in(Role::Organiser).await;
        send(&maya, &stage.page("/edit/hosts/1/logo"), &[], &photo()).await;
        let shown = logos(&stage).await;
        // Another order, another name: an event file has no pictures and takes none away.
        details.hosts.swap(0, 1);
        details.hosts[1].name = convoke::base::language::Localised::One("Renamed".to_owned());
        stage.save_in(stage.organisation, details.clone()).await;
        let public = stage.stranger().get(&format!("/en/events/{}", stage.slug)).await;
        assert_eq!(public.attributes("img.host-logo", "src"), shown);
        assert_eq!(public.attributes("img.host-logo", "alt"), ["Renamed"]);
        details.hosts.remove(1);
        stage.save_in(stage.organisation, details).await;
        assert_eq!((logos(&stage).await.len(), pictures(&stage).await), (0, 0));
    }

    async fn a_logo_is_nobody_elses_where_hosts_go_by_their_number(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        send(&maya, &stage.page("/edit/hosts/1/logo"), &[], &photo()).await;
        details.hosts.remove(0);
        stage.save_in(stage.organisation, details).await;
        assert_eq!((logos(&stage).await.len(), pictures(&stage).await), (0, 0));
    }

    async fn e_11_the_next_event_has_the_logos_and_the_trash_takes_its_own_only(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        send(&maya, &stage.page("/edit/hosts/1/logo"), &[], &photo()).await;
        let made = maya.post(&stage.page("/duplicate"), &[("date", "2023-03-03")]).await;
        let slug = made.leads_to().split(['/', '?']).nth(3).unwrap();
        let next = stage.about(slug);
        let page = maya.get(&next.page("/edit/hosts/1")).await;
        assert_eq!(page.attributes("img.host-logo", "src"), logos(&stage).await);
        assert_eq!(pictures(&stage).await, 1, "both show the same picture");
        for (thrown, left) in [(&next, 1), (&stage, 0)] {
            let event = thrown.event().await;
            stage.test.clock.set("2023-04-01T18:00:00Z".parse().unwrap());
            let mut tx = stage.begin().await;
            trash::throw_away(&mut tx, &event, "operator").await.unwrap();
            tx.commit().await.unwrap();
            stage.test.clock.advance(chrono::TimeDelta::days(31));
            let mut tx = stage.begin().await;
            while trash::empty(&mut tx).await.unwrap() {}
            tx.commit().await.unwrap();
            assert_eq!(pictures(&stage).await, left);
        }
    }
}
