//! Reaching people: inviting them, and showing the event on other sites.

use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::event::{Details, file};
use convoke::on_both_engines;

use crate::stage::{ROUNDTABLE, Stage};

fn open_roundtable() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.terms.invitation_only = Some(true);
    details
}

on_both_engines! {
    async fn s_12_people_are_invited_each_by_a_link_of_their_own(test: TestDb) {
        let stage = Stage::set_with(test, open_roundtable()).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/registrations/invite");
        assert_eq!(maya.get(&path).await.status, 200);
        for typed in ["", "rana@example.org, nobody", " ;; "] {
            let refused = maya.post(&path, &[("addresses", typed)]).await;
            assert_eq!(refused.status, 422, "{typed}");
        }
        let typed = "rana@example.org\nomar@example.org; RANA@example.org";
        let done = maya.post(&path, &[("addresses", typed), ("language", "en")]).await;
        assert!(done.leads_to().ends_with("done=guests-invited&n=2"), "{}", done.leads_to());
        let mails = stage.work().await;
        let links: Vec<String> = mails
            .iter()
            .filter_map(|mail| mail.text.lines().find(|line| line.contains("/register?code=")))
            .map(str::to_owned)
            .collect();
        assert_eq!(links.len(), 2, "{links:?}");
        assert_ne!(links[0], links[1]);
        let page = maya.get(&path).await;
        assert_eq!(page.texts("tbody th"), ["omar@example.org", "rana@example.org"]);
        let take_back = page.attributes("tbody form", "action");
        assert_eq!(take_back.len(), 2);
        assert!(maya.post(&take_back[0], &[]).await.leads_to().ends_with("done=guest-uninvited"));
        assert_eq!(maya.get(&path).await.texts("tbody th"), ["rana@example.org"]);
        let mails = maya.get(&stage.page("/mail/messages")).await;
        assert!(mails.body().contains("rana@example.org"), "the list says to whom it went");
    }

    async fn u_08_what_to_copy_into_other_sites_is_there_and_the_sites_are_stated(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/share");
        let before = maya.get(&path).await;
        assert_eq!(before.attributes("code[id^=share-link]", "id"), ["share-link-en", "share-link-ar"]);
        assert_eq!(before.attributes("code[id^=share-framed]", "id"), Vec::<String>::new());
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.embed = Some(vec!["https://partner.example".to_owned()]);
        details.title = convoke::base::language::Localised::One("Water & \"Data\"".to_owned());
        stage.save_in(stage.organisation, details).await;
        let after = maya.get(&path).await;
        let code = after.texts("#share-framed-en").remove(0);
        let address = format!("/en/events/{}/embed", stage.slug);
        assert!(code.contains(&address), "{code}");
        assert!(code.contains("title=\"Water &amp; &quot;Data&quot;\""), "{code}");
        let basics = maya.get(&stage.page("/edit/basics")).await;
        assert!(basics.body().contains("https://partner.example"));
    }
}
