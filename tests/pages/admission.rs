//! Ways in beyond the plain form: offers, personal invitations, several people at one mailbox, sessions at
//! the same time (E-18, E-19, F-12, F-18).

use convoke::base::testing::TestDb;
use convoke::event::{Capacity, Details, file};
use convoke::on_both_engines;
use convoke::registration::guest;
use convoke::registration::{RegistrationState, manage_token};

use crate::stage::{EVERYTHING, ROUNDTABLE, Stage, edited, online};

/// The roundtable with so many places online and in the room.
fn places(online: u32, in_person: u32) -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.terms.capacity = Some(Capacity {
        online: Some(online),
        in_person: Some(in_person),
    });
    details
}

fn invited_only() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.terms.invitation_only = Some(true);
    details.terms.confirm_address = Some(true);
    details
}

fn named<'a>(name: &'a str, email: &'a str, mode: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("name", name), ("email", email), ("mode", mode)]
}

/// Asks `email` to come, and gives the code in the link.
async fn invite(stage: &Stage, email: &str) -> String {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let (address, english) = (email.parse().unwrap(), "en".parse().unwrap());
    let asked = guest::invite(
        &mut tx,
        &stage.key,
        &event,
        &[address],
        &english,
        "somebody",
    )
    .await;
    asked.unwrap();
    let guests = guest::guests(&mut tx, event.id).await.unwrap();
    let found = guests
        .iter()
        .find(|one| one.email.as_str() == email)
        .unwrap();
    let code = guest::token(&stage.key, found.id).as_str().to_owned();
    tx.commit().await.unwrap();
    code
}

async fn own_page(stage: &Stage, number: usize) -> String {
    let id = stage.registrations().await[number].id;
    format!(
        "/en/registrations/{}",
        manage_token(&stage.key, id, 0).as_str()
    )
}

on_both_engines! {
    async fn f_12_an_offer_is_taken_up_on_ones_own_page_and_by_no_get(test: TestDb) {
        let mut details = places(1, 1);
        details.terms.offers = Some("12h".parse().unwrap());
        let stage = Stage::set_details(test, details).await;
        stage.register(&online("rana@example.org")).await;
        let mut waits = online("omar@example.org");
        waits.push(("waitlist", "yes"));
        assert_eq!(stage.register(&waits).await.status, 303);
        let page = own_page(&stage, 1).await;
        let waiting = stage.get(&page).await;
        assert!(waiting.body.contains("You are next in line"), "{}", waiting.body);
        assert_eq!(waiting.attributes("form[action$='/accept']", "method"), Vec::<String>::new());
        stage.post(&format!("{}/withdraw", own_page(&stage, 0).await), &[]).await;
        stage.reconcile().await;
        for _ in 0..5 {
            let offered = stage.get(&page).await;
            assert_eq!(offered.attributes("form[action$='/accept']", "method"), ["post"]);
            assert!(stage.get(&format!("{page}/accept")).await.status.as_u16() >= 400);
        }
        assert_eq!(stage.registrations().await[1].state, RegistrationState::Waitlisted);
        assert_eq!(stage.post(&format!("{page}/accept"), &[]).await.status, 303);
        assert_eq!(stage.post(&format!("{page}/accept"), &[]).await.status, 303, "once more says the same");
        assert_eq!(stage.registrations().await[1].state, RegistrationState::Confirmed);
    }

    async fn e_18_a_full_room_offers_to_come_online_meanwhile(test: TestDb) {
        let stage = Stage::set_details(test, places(1, 0)).await;
        let room = named("Rana", "rana@example.org", "in_person");
        let full = stage.register(&room).await;
        assert_eq!(full.status, 409);
        assert_eq!(full.attributes("button[name=meanwhile]", "value"), ["online"]);
        let mut meanwhile = room.clone();
        meanwhile.extend([("waitlist", "yes"), ("meanwhile", "online")]);
        let accepted = stage.register(&meanwhile).await;
        assert!(accepted.header("location").ends_with("/next/registered"));
        let page = stage.get(&own_page(&stage, 0).await).await;
        assert_eq!(page.attributes("form[action$='/stop-waiting']", "method"), ["post"]);
        // Nobody else can come online, so that nobody else is offered to.
        let other = stage.register(&named("Omar", "omar@example.org", "in_person")).await;
        assert_eq!(other.attributes("button[name=meanwhile]", "value"), Vec::<String>::new());
        stage.post(&format!("{}/stop-waiting", own_page(&stage, 0).await), &[]).await;
        let page = stage.get(&own_page(&stage, 0).await).await;
        assert_eq!(page.attributes("form[action$='/stop-waiting']", "method"), Vec::<String>::new());
    }

    async fn s_12_an_invitation_lets_in_its_address_and_nobody_else(test: TestDb) {
        let stage = Stage::set_details(test, invited_only()).await;
        let code = invite(&stage, "rana@example.org").await;
        let form = stage.get(&stage.page(&format!("/register?code={code}"))).await;
        assert_eq!(form.attributes("input[name=code]", "value"), std::slice::from_ref(&code));
        assert_eq!(form.header("referrer-policy"), "no-referrer");
        let with = |email, code| { let mut typed = online(email); typed.push(("code", code)); typed };
        for (email, code) in [
            ("omar@example.org", code.as_str()), ("rana@example.org", ""),
            ("rana@example.org", "nothing"),
        ] {
            assert_eq!(stage.register(&with(email, code)).await.status, 422, "{email} {code}");
        }
        // The link came by mail: the address needs no other proof.
        let accepted = stage.register(&with("Rana@example.org", &code)).await;
        assert!(accepted.header("location").ends_with("/next/registered"), "{accepted:?}");
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let guests = guest::guests(&mut tx, event.id).await.unwrap();
        assert!(guests[0].registration_id.is_some());
        drop(tx);
        let kept = format!("{:?}", stage.registrations().await);
        assert!(!kept.contains(&code), "the token is kept nowhere");
        // Taken back, it leads nowhere.
        let other = invite(&stage, "omar@example.org").await;
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let guests = guest::guests(&mut tx, event.id).await.unwrap();
        let omar = guests.iter().find(|one| one.email.as_str() == "omar@example.org").unwrap();
        assert!(guest::uninvite(&mut tx, &event, omar.id, "somebody").await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(stage.register(&with("omar@example.org", &other)).await.status, 422);
    }

    async fn e_19_another_name_at_one_address_is_asked_for_by_mail_and_never_shown(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        let first = stage.register(&named("Rana Haddad", "desk@gov.example", "online")).await;
        let again = stage.register(&named("rana  haddad", "desk@gov.example", "online")).await;
        for name in ["Omar Haddad", "Lina", "Omar Haddad"] {
            let other = stage.register(&named(name, "Desk@gov.example", "in_person")).await;
            assert_eq!((other.status, &other.body), (first.status, &first.body));
            assert_eq!(other.header("location"), first.header("location"), "S-26");
        }
        assert_eq!(again.body, first.body);
        assert_eq!(stage.registrations().await.len(), 1);
        let mails = stage.kinds_owed().await;
        assert_eq!(mails, ["registered", "known", "known"], "one says so, one asks, once a day");
        let own = own_page(&stage, 0).await;
        let page = stage.get(&own).await;
        let answers = page.attributes("form[action*='/companions/']", "action");
        assert_eq!(answers.len(), 2, "two other people");
        assert!(stage.get(&answers[0]).await.status.as_u16() >= 400, "no GET acts");
        assert_eq!(stage.post(&answers[0], &[("answer", "bring")]).await.status, 303);
        assert_eq!(stage.post(&answers[0], &[("answer", "bring")]).await.status, 303, "once more changes nothing");
        assert_eq!(stage.post(&answers[1], &[("answer", "dismiss")]).await.status, 303);
        let all = stage.registrations().await;
        let names: Vec<String> = all.iter().map(|one| one.name.to_string()).collect();
        assert_eq!(names, ["Rana Haddad", "Omar Haddad"]);
        assert_eq!(all[1].state, RegistrationState::Confirmed);
        assert_eq!(stage.get(&own).await.attributes("form[action*='/companions/']", "action").len(), 0);
        // Each is a registration of its own.
        assert_eq!(stage.post(&format!("{}/withdraw", own_page(&stage, 1).await), &[]).await.status, 303);
        let all = stage.registrations().await;
        assert_eq!(all[0].state, RegistrationState::Confirmed);
        assert_eq!(all[1].state, RegistrationState::Cancelled);
        // Nobody answers for another's companions.
        stage.register(&named("Lina", "desk@gov.example", "online")).await;
        stage.register(&online("else@example.org")).await;
        let lina = stage.get(&own).await.attributes("form[action*='/companions/']", "action").remove(0);
        let id = lina.rsplit('/').next().unwrap();
        let foreign = format!("{}/companions/{id}", own_page(&stage, 2).await);
        stage.post(&foreign, &[("answer", "bring")]).await;
        assert_eq!(stage.get(&own).await.attributes("form[action*='/companions/']", "action").len(), 1);
        // Too late, and told so.
        stage.at("2022-11-24T22:00:00Z");
        let late = stage.post(&lina, &[("answer", "bring")]).await;
        assert_eq!(late.header("location"), format!("{own}?nobody"));
        let told = stage.get(late.header("location")).await.texts("[role=status]");
        assert_eq!(told, ["Nobody was registered: registration has closed, or every place is taken."]);
    }

    async fn f_18_the_form_says_which_sessions_are_at_the_same_time(test: TestDb) {
        let mut details = file::read(EVERYTHING).unwrap();
        details.sessions[1].starts = "2026-12-10T16:00".parse().unwrap();
        details.sessions[1].ends = "2026-12-10T17:00".parse().unwrap();
        let stage = Stage::set_details(test, details).await;
        stage.at("2026-12-01T10:00:00Z");
        let form = stage.get(&stage.page("/register")).await;
        assert!(form.body.contains("At the same time: Late session"), "{}", form.body);
        assert!(form.body.contains("At the same time: Opening"));
        stage.save(file::read(&edited(EVERYTHING, "2026-12-10T23:00:00", "2026-12-10T16:30:00")).unwrap()).await;
        let form = stage.get(&stage.page("/register")).await;
        assert!(!form.body.contains("At the same time"), "one after the other is no clash");
    }
}
