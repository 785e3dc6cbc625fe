//! The links of partners in the workspace: made, limited, revoked, and opened to the partner (F-13, S-1).

use convoke::account::Role;
use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::partner::{self, PartnerLink};
use convoke::event::{Consent, Details, file};
use convoke::on_both_engines;
use convoke::trash::{self, Thrown};

use crate::people::register;
use crate::stage::{ROUNDTABLE, Stage};

on_both_engines! {
    async fn f_13_a_link_is_made_for_a_host_in_every_language_of_its_name(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/partners");
        let none = organiser.get(&path).await;
        assert_eq!((none.status.as_u16(), none.texts("[id^=address-]").len()), (200, 0));
        assert_eq!(none.texts("#field-host option").len(), 3);
        assert_eq!(none.texts("#field-consent option").len(), 2, "what is required is not on offer");
        let fields = [("host", "2"), ("quota", "3"), ("consent", "share")];
        let made = organiser.post(&path, &fields).await;
        assert_eq!(made.leads_to(), format!("{path}?done=partner-made"));
        let link = links(&stage).await.remove(0);
        assert_eq!(link.quota, Some(3));
        assert_eq!(link.consent, Some("share".parse().unwrap()));
        assert_eq!(link.name.keyed().len(), 2, "{:?}", link.name);
        let page = organiser.get(&path).await;
        let address = format!("https://events.example.org/events/{}?source={}", stage.slug, link.source);
        assert_eq!(page.texts("[id^=address-]"), [address]);
        assert!(page.body().contains("National Democratic Institute"));
    }

    async fn f_13_what_cannot_be_made_says_why_and_keeps_what_was_typed(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/partners");
        for (fields, faults) in [
            (&[("name", " ")][..], 1),
            (&[("host", "9"), ("quota", "0")], 2),
            (&[("name", "NDI"), ("quota", "many")], 1),
            (&[("name", "NDI"), ("consent", "terms")], 1),
            (&[("name", "NDI"), ("consent", "nothing")], 1),
        ] {
            let refused = organiser.post(&path, fields).await;
            assert_eq!(refused.status, 422, "{fields:?}");
            assert_eq!(refused.texts(".summary li").len(), faults, "{fields:?}");
            let name = fields[0].1.trim();
            if fields[0].0 == "name" {
                assert_eq!(refused.attributes("#field-name", "value"), [name]);
            }
        }
        assert_eq!(links(&stage).await, []);
    }

    async fn f_13_a_limit_is_changed_and_a_link_revoked(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let link = made(&stage).await;
        let own = |rest: &str| stage.page(&format!("/partners/{}{rest}", link.id));
        for (typed, quota) in [("7", Some(7)), ("", None), ("8", Some(8))] {
            let answer = organiser.post(&own("/quota"), &[("quota", typed)]).await;
            assert!(answer.leads_to().ends_with("partner-changed"), "{typed}");
            assert_eq!(links(&stage).await[0].quota, quota, "{typed}");
        }
        let wrong = organiser.post(&own("/quota"), &[("quota", "-1")]).await;
        assert_eq!((wrong.status.as_u16(), wrong.texts(".summary li").len()), (422, 1));
        let field = format!("quota-{}", link.id);
        assert_eq!(wrong.attributes(".summary a", "href"), [format!("#{field}")]);
        assert_eq!(wrong.attributes(&format!("[id='{field}']"), "value"), ["-1"]);
        assert_eq!(links(&stage).await[0].quota, Some(8));
        assert!(organiser.post(&own("/revoke"), &[]).await.leads_to().ends_with("partner-revoked"));
        let page = organiser.get(&stage.page("/partners")).await;
        assert_eq!(page.texts("[id^=address-]").len(), 0);
        for rest in ["/revoke", "/quota", "/view", "/view/close"] {
            assert_eq!(organiser.post(&own(rest), &[]).await.status, 404, "{rest}");
        }
        assert_eq!(organiser.post(&own("/quota"), &[("quota", "-1")]).await.status, 404);
    }

    async fn p_13_the_partners_address_is_shown_once_and_opens_until_it_is_closed(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let link = made(&stage).await;
        let own = |rest: &str| stage.page(&format!("/partners/{}{rest}", link.id));
        let opened = organiser.post(&own("/view"), &[]).await;
        assert_eq!((opened.status.as_u16(), opened.header("cache-control")), (200, "no-store"));
        let address = opened.texts(&format!("[id='view-{}']", link.id)).remove(0);
        let view = address.strip_prefix("https://events.example.org").unwrap().to_owned();
        let stranger = stage.stranger();
        assert_eq!(stranger.get(&view).await.status, 200);
        let page = organiser.get(&stage.page("/partners")).await;
        assert!(!page.body().contains(&view), "it is shown once");
        assert!(organiser.post(&own("/view/close"), &[]).await.leads_to().ends_with("partner-view-closed"));
        assert_eq!(stranger.get(&view).await.status, 404);
    }

    async fn s_01_a_link_of_another_event_is_none_of_this_ones(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        let link = made(&stage).await;
        let mut other = roundtable();
        other.slug = "another".parse().unwrap();
        stage.save_in(stage.organisation, other).await;
        let elsewhere = stage.about("another");
        let organiser = stage.signed_in(Role::Organiser).await;
        for rest in ["/revoke", "/quota", "/view", "/view/close"] {
            let path = elsewhere.page(&format!("/partners/{}{rest}", link.id));
            assert_eq!(organiser.post(&path, &[]).await.status, 404, "{rest}");
        }
        assert_eq!(links(&stage).await, [link]);
    }

    async fn f_13_registrations_are_told_by_the_names_of_partners(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        let link = made(&stage).await;
        let word = link.source.to_string();
        for number in 0..6 {
            register(&stage, number, "en", None, &word).await;
        }
        register(&stage, 6, "en", None, "newsletter").await;
        let organiser = stage.signed_in(Role::Organiser).await;
        let csv = organiser.get(&stage.page("/figures/sources.csv")).await;
        let lines: Vec<&str> = csv.body().lines().skip(1).collect();
        assert_eq!(lines, ["National Democratic Institute,6,86", "newsletter,1,14"]);
        for path in ["/figures", "/report"] {
            let page = organiser.get(&stage.page(path)).await;
            assert!(page.body().contains("National Democratic Institute,") || page.body().contains("National Democratic Institute<"), "{path}");
            assert!(!page.body().contains(&word), "{path}");
        }
        let shared = organiser.get(&stage.page("/report?shared=1")).await;
        assert!(!shared.body().contains("newsletter"), "so few are not told");
        let fields = [("column", "source"), ("purpose", "Badges"), ("format", "csv")];
        let file = organiser.post(&stage.page("/registrations/export"), &fields).await;
        let cells: Vec<&str> = file.body().lines().skip(1).collect();
        assert_eq!(cells[5..], ["National Democratic Institute", "newsletter"]);
    }

    async fn f_13_links_go_with_their_event(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        made(&stage).await;
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let thrown = trash::throw_away(&mut tx, &event, "operator").await.unwrap();
        assert_eq!(thrown, Thrown::Done);
        tx.commit().await.unwrap();
        stage.test.clock.advance(chrono::TimeDelta::days(400));
        stage.work().await;
        let mut tx = stage.begin().await;
        assert_eq!(partner::of_event(&mut tx, event.id).await.unwrap(), []);
    }
}

/// The roundtable, which asks for two things, one of which one cannot do without.
fn roundtable() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    let consent = |id: &str, required| Consent {
        id: Some(id.parse().unwrap()),
        text: Localised::One(format!("I agree to {id}")),
        required: Some(required),
    };
    details.terms.opens = None;
    details.terms.consents = vec![consent("share", false), consent("terms", true)];
    details
}

async fn made(stage: &Stage) -> PartnerLink {
    let organiser = stage.signed_in(Role::Organiser).await;
    let fields = [("host", "2"), ("consent", "share")];
    let made = organiser.post(&stage.page("/partners"), &fields).await;
    assert_eq!(made.status, 303);
    links(stage).await.remove(0)
}

async fn links(stage: &Stage) -> Vec<PartnerLink> {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    partner::of_event(&mut tx, event.id).await.unwrap()
}
