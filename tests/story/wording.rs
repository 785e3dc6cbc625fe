//! Organisers' own words: in the mails of their kind, in the reader's language, and never in place of
//! a fact (S-18, F-6).

use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::{AttendeeMail, Details, MailSettings, Wording};
use convoke::on_both_engines;
use convoke::registration::Registration;

use crate::events::{CANARY, SLUG, request, roundtable};
use crate::stage::{Mail, Stage};

on_both_engines! {
    async fn s_18_own_words_open_the_mails_of_their_kind_and_lose_no_fact(test: TestDb) {
        let stage = Stage::set(test, with_words()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.tick().await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        stage.withdraw(rana.id).await;
        stage.tick().await;
        let [registered, link, withdrawn] = ["Welcome", "Doors open", "A pity"].map(|words| {
            let mails = stage.mails();
            let mut opened = mails.into_iter().filter(|mail| mail.is_about(words));
            opened.next().filter(|_| opened.next().is_none()).unwrap()
        });
        for (mail, subject, facts) in [
            (&registered, "Subject: See you: Food security and trade", "You are registered for"),
            (&link, "Subject: The link to join: Food security and trade", "Here is your link to join"),
            (&withdrawn, "Subject: Gone until 17:00", "Your registration is withdrawn"),
        ] {
            assert!(mail.is_about(subject), "{}", mail.everything);
            assert!(!mail.is_about(facts), "{}", mail.everything);
            for fact in ["15:00–17:00 Beirut time (UTC+2)", "Online", "English"] {
                assert!(mail.is_about(fact), "{fact}: {}", mail.everything);
            }
        }
        assert!(registered.is_about("/en/registrations/") && registered.is_about("by e-mail from"));
        assert!(link.is_about(CANARY) && link.is_about("/en/registrations/"));
        assert!(withdrawn.is_about("METHOD:CANCEL"));
    }

    async fn f_6_nobody_is_shown_own_words_of_another_language(test: TestDb) {
        let stage = Stage::set(test, with_words()).await;
        let mut arabic = request("rana@example.org");
        arabic.language = "ar".parse().unwrap();
        stage.join(&arabic).await;
        stage.tick().await;
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        for mail in stage.mails() {
            assert!(!mail.is_about("Welcome") && !mail.is_about("Doors open"), "{}", mail.everything);
        }
        let mails = stage.mails();
        let registered = mails.iter().find(|mail| mail.is_about("أهلاً بكم"));
        assert!(registered.is_some_and(|mail| mail.is_about("/ar/registrations/")));
        assert!(mails.iter().any(|mail| mail.is_about("إليك رابط المشاركة الخاص بك")));
    }

    async fn s_17_own_words_hold_nothing_of_an_attendee_before_the_address_has_answered(test: TestDb) {
        let mut details = with_words();
        details.terms.confirm_address = Some(true);
        let stage = Stage::set(test, details).await;
        let mut hostile = request("rana@example.org");
        hostile.name = convoke::base::text::SingleLine::clean("{title} https://evil.example");
        let rana: Registration = stage.join(&hostile).await;
        stage.tick().await;
        stage.confirm(rana.id).await;
        stage.tick().await;
        let mails = stage.mails();
        assert!(mails.iter().any(|mail| mail.is_about("Confirm for Food security and trade")));
        assert!(mails.iter().any(|mail| mail.is_about("Welcome")));
        assert!(mails.iter().all(|mail| !mail.is_about("evil")));
    }

    async fn s_18_that_an_organiser_took_the_place_back_is_told_in_our_words(test: TestDb) {
        let stage = Stage::set(test, with_words()).await;
        let rana = stage.join(&request("rana@example.org")).await;
        stage.decline(rana.id, None).await;
        stage.tick().await;
        let mails: Vec<Mail> = stage.mails();
        assert!(mails.iter().all(|mail| !mail.is_about("A pity")));
        assert!(mails.iter().any(|mail| mail.is_about("The organiser has withdrawn your place")));
    }

    async fn s_18_own_words_come_back_from_the_database_as_they_were(test: TestDb) {
        let stage = Stage::set(test, with_words()).await;
        let kept = stage.event().await.details;
        assert_eq!(kept, with_words());
        let file = convoke::event::file::write(&kept);
        assert_eq!(convoke::event::file::read(&file).unwrap(), kept);
        assert_eq!(kept.slug.as_str(), SLUG);
    }
}

fn with_words() -> Details {
    let text = |kind, subject: Option<&str>, lead: &str| Wording {
        kind,
        subject: subject.map(|subject| Localised::One(subject.parse().unwrap())),
        lead: Some(Localised::One(lead.parse().unwrap())),
    };
    let mut registered = text(AttendeeMail::Registered, Some("See you: {title}"), "");
    let in_both = [
        ("en", "Welcome by {organiser} on {date}, {hours}!"),
        ("ar", "أهلاً بكم في {title}، {date}!"),
    ];
    registered.lead = Some(Localised::Each(
        in_both
            .map(|(tag, lead)| (tag.parse().unwrap(), lead.parse().unwrap()))
            .into(),
    ));
    Details {
        mail: Some(MailSettings {
            texts: vec![
                registered,
                text(AttendeeMail::Link, None, "Doors open at {hours}:"),
                text(
                    AttendeeMail::Withdrawn,
                    Some("Gone until 17:00"),
                    "A pity, {title} on {date}.",
                ),
                text(
                    AttendeeMail::ConfirmAddress,
                    None,
                    "Confirm for {title} until {closes}:",
                ),
            ],
            ..MailSettings::default()
        }),
        ..roundtable()
    }
}
