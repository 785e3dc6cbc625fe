//! An event's mail in the workspace: what is shown comes true, and nothing leaves that organisers keep
//! back (U-10, U-11, F-4).

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::event::{AttendeeMail, Details, MailSettings, Wording, file};
use convoke::on_both_engines;
use convoke::outbox::{self, MessageState};
use convoke::registration::{self, Answers, Request};

use crate::stage::{Answer, Browser, ROUNDTABLE, Stage};

const CANARY: &str = "Qx7Zr2Lm9Vt4Wn6Hk3Pd";
const LONG_BEFORE: &str = "2022-11-22T10:00:00Z";
const A_DAY_BEFORE: &str = "2022-11-24T13:00:00Z";
const CLOSING: &str = "2022-11-24T22:00:00Z";
const POISON: &str = "<img src=x onerror=alert(1)>\"'{title}";

on_both_engines! {
    async fn u_10_a_fresh_event_shows_what_will_go_and_nothing_that_has_gone(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let page = desk.get(&stage.page("/mail")).await;
        assert_eq!(page.status, StatusCode::OK);
        let kinds = page.texts(".timeline-what h3");
        assert_eq!(kinds, ["Reminder", "The link to join", "Reminder"]);
        assert!(page.texts(".timeline-when")[1].contains("00:00 Beirut time"), "{page:?}");
        assert!(page.octets.len() < 100_000);
    }

    async fn f_04_the_counts_of_the_page_come_true(test: TestDb) {
        let (stage, desk) = opened(test).await;
        join(&stage, "rana@example.org", "ar").await;
        for number in 0..4 {
            join(&stage, &format!("guest{number}@example.org"), "en").await;
        }
        let page = desk.get(&stage.page("/mail")).await;
        let told = page.texts(".counts");
        assert!(told[0].contains("5 mails") && told[0].contains("English: 4"), "{told:?}");
        assert!(told[0].contains("Arabic: 1"), "{told:?}");
        at(&stage, A_DAY_BEFORE);
        stage.work().await;
        let mut tx = stage.begin().await;
        let sent = outbox::list(&mut tx, None).await.unwrap();
        drop(tx);
        assert_eq!(sent.iter().filter(|one| one.kind == "reminder").count(), 5);
        let desk = stage.signed_in(Role::Organiser).await;
        let page = desk.get(&stage.page("/mail")).await;
        assert!(page.texts(".states").iter().any(|states| states.contains("5 sent")));
        assert_eq!(page.texts("#coming ~ .timeline h3"), ["The link to join", "Reminder"]);
    }

    async fn u_10_a_held_link_is_not_sent_and_a_resumed_one_is(test: TestDb) {
        let (stage, desk) = opened(test).await;
        join(&stage, "rana@example.org", "en").await;
        let held = say(&stage, &desk, "link", "held").await;
        assert_eq!(held.leads_to(), format!("{}?done=mail-held", stage.page("/mail")));
        at(&stage, CLOSING);
        assert!(stage.work().await.iter().all(|mail| !mail.text.contains(CANARY)));
        let desk = stage.signed_in(Role::Organiser).await;
        let page = desk.get(&stage.page("/mail")).await;
        assert!(page.texts(".notice")[0].contains("on hold"), "{page:?}");
        say(&stage, &desk, "link", "resumed").await;
        let mails = stage.work().await;
        assert_eq!(mails.iter().filter(|mail| mail.text.contains(CANARY)).count(), 1);
    }

    async fn u_10_a_link_cannot_be_skipped_and_nothing_else_be_made_up(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let refused = say(&stage, &desk, "link", "skipped").await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
        let fields = [("mail", "reminder"), ("mark", "7"), ("moment", "0"), ("say", "held")];
        let unknown = desk.post(&stage.page("/mail/hold"), &fields).await;
        assert_eq!(unknown.leads_to(), format!("{}?done=mail-moved-on", stage.page("/mail")));
    }

    async fn s_32_no_preview_and_no_test_holds_the_link_or_anybodys_page(test: TestDb) {
        let (stage, _) = opened(test).await;
        let rana = join(&stage, "rana@example.org", "ar").await;
        for moment in [LONG_BEFORE, CLOSING] {
            at(&stage, moment);
            let desk = stage.signed_in(Role::Organiser).await;
            for kind in AttendeeMail::WORDS.iter().chain(&["lineup_link"]) {
                for who in ["language=en".to_owned(), format!("person={rana}")] {
                    let path = stage.page(&format!("/mail/preview/{kind}?{who}"));
                    let shown = desk.get(&path).await;
                    assert_eq!(shown.status, StatusCode::OK, "{path}");
                    let html = desk.get(&path.replace('?', "/html?")).await;
                    assert_eq!(html.status, StatusCode::OK, "{path}");
                    for page in [&shown, &html] {
                        let body = String::from_utf8_lossy(&page.octets);
                        assert!(!body.contains(CANARY), "{path}");
                    }
                    let policy = html.header("content-security-policy");
                    assert!(policy.contains("sandbox") && policy.contains("frame-ancestors 'self'"));
                    let policy = shown.header("content-security-policy");
                    assert!(policy.contains("frame-src 'self'") && policy.contains("script-src 'self'"));
                }
            }
        }
        let desk = stage.signed_in(Role::Organiser).await;
        let fields = [("language", "en"), ("language", "ar"), ("mark", "0")];
        let sent = desk.post(&stage.page("/mail/preview/link/test"), &fields).await;
        assert!(sent.leads_to().ends_with("?done=mail-tested&n=2"), "{sent:?}");
        let mails = stage.work().await;
        let tests: Vec<_> = mails.iter().filter(|mail| mail.to == "organiser@institute.example").collect();
        assert_eq!(tests.len(), 2);
        assert!(tests.iter().any(|mail| mail.subject.starts_with("[Test] ")), "{tests:?}");
        assert!(tests.iter().any(|mail| mail.subject.starts_with("[تجربة] ")), "{tests:?}");
        for mail in tests {
            assert!(!mail.text.contains(CANARY) && !format!("{mail:?}").contains("BEGIN:VCALENDAR"));
        }
    }

    async fn f_6_a_preview_is_in_the_language_of_the_person_it_is_for(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let rana = join(&stage, "rana@example.org", "ar").await;
        let found = desk.get(&stage.page("/mail/preview/link?q=RANA")).await;
        assert_eq!(found.texts(".found a").len(), 1);
        let own = desk.get(&stage.page(&format!("/mail/preview/link?person={rana}"))).await;
        assert_eq!(own.attributes(".letter-text", "dir"), ["rtl"]);
        let nobody = desk.get(&stage.page("/mail/preview/link?q=zzz")).await;
        assert_eq!(nobody.texts(".found a").len(), 0);
        let elsewhere = stage.page("/mail/preview/link?person=01936b5e-0000-7000-8000-000000000001");
        assert_eq!(desk.get(&elsewhere).await.status, StatusCode::NOT_FOUND, "S-2");
    }

    async fn s_13_a_poisoned_name_is_text_wherever_mail_is_shown(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.title = Localised::One(POISON.replace("{title}", ""));
        let (stage, desk) = opened_with(test, details).await;
        let mut request = request("rana@example.org", "en");
        request.name = SingleLine::clean(POISON);
        let rana = ask(&stage, &request).await;
        stage.work().await;
        for rest in [
            "", "/messages", "/preview/registered?q=img", "/announcements", "/words", "/times",
            &format!("/preview/registered?person={rana}"), &format!("/preview/registered/html?person={rana}"),
        ] {
            let page = desk.get(&stage.page(&format!("/mail{rest}"))).await;
            assert_eq!(page.status, StatusCode::OK, "{rest}");
            assert_eq!(page.attributes("img", "src").len(), 0, "{rest}");
        }
    }

    async fn s_18_edited_words_arrive_and_unknown_placeholders_are_refused(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let path = stage.page("/mail/words/registered");
        let wrong = [("subject.en", "Hello {name.__class__}"), ("lead.en", "Welcome to {title}")];
        let refused = desk.post(&path, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.texts(".summary li")[0].contains("{name.__class__}"), "{refused:?}");
        assert_eq!(refused.attributes("#field-subject-en", "value"), ["Hello {name.__class__}"]);
        let right = [("subject.en", "See you: {title}"), ("lead.en", "Welcome!"), ("lead.ar", "أهلاً!")];
        assert!(desk.post(&path, &right).await.leads_to().ends_with("?done=mail-words"));
        join(&stage, "rana@example.org", "en").await;
        let mails = stage.work().await;
        assert!(mails.iter().any(|mail| mail.subject.starts_with("See you: ") && mail.text.contains("Welcome!")));
        let shown = desk.get(&path).await;
        assert_eq!(shown.attributes("#field-subject-en", "value"), ["See you: {title}"]);
        assert!(desk.post(&path, &[]).await.leads_to().ends_with("?done=mail-words"));
        assert!(stage.event().await.details.mail.unwrap().texts.is_empty());
        let link = format!("https://meet.example.org/{CANARY}");
        let told = desk.post(&path, &[("lead.en", link.as_str())]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "S-32");
    }

    async fn u_10_times_are_changed_and_shown(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let path = stage.page("/mail/times");
        let wrong = [("count.1", "0"), ("unit.1", "d"), ("quiet_from", "22:00"), ("quiet_to", "")];
        let refused = desk.post(&path, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.texts(".summary li").len(), 2);
        assert_eq!(refused.attributes("#field-quiet_from", "value"), ["22:00"]);
        let right = [("count.1", "2"), ("unit.1", "d"), ("quiet_from", "22:00"), ("quiet_to", "08:00")];
        let before = stage.event().await;
        let asked = desk.post(&path, &right).await;
        assert_eq!(asked.status, StatusCode::OK, "nothing is kept before it is seen");
        assert_eq!(stage.event().await, before);
        let rows = asked.texts("tbody tr");
        assert!(rows.iter().any(|row| row.starts_with("Reminder") && row.ends_with("not sent")), "{rows:?}");
        let seen: Vec<(String, String)> = asked.attributes("form.actions input", "name").into_iter()
            .zip(asked.attributes("form.actions input", "value")).collect();
        let seen: Vec<(&str, &str)> = seen.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let shown: Vec<String> = asked.texts("tbody tr td:last-child").into_iter()
            .filter(|words| words != "not sent").collect();
        assert!(desk.post(&path, &seen).await.leads_to().ends_with("?done=mail-times"));
        assert!(desk.post(&path, &right).await.leads_to().ends_with("?done=mail-times"), "and nothing moves then");
        let page = desk.get(&stage.page("/mail")).await;
        for words in &shown {
            let moment = words.split(" To ").next().unwrap();
            assert!(page.texts(".timeline-when").iter().any(|when| when.contains(moment)), "{moment} {:?}", page.texts(".timeline-when"));
        }
        assert_eq!(page.texts(".timeline-what h3").len(), 2, "one reminder and the link");
        assert!(page.texts(".timeline-when")[1].contains("08:00"), "the quiet hours are over then");
    }

    async fn f_03_messages_are_listed_and_sent_again(test: TestDb) {
        let (stage, desk) = opened(test).await;
        for number in 0..60 {
            join(&stage, &format!("guest{number}@example.org"), "en").await;
        }
        let mut tx = stage.begin().await;
        let messages = outbox::list(&mut tx, None).await.unwrap();
        for message in &messages[..3] {
            assert!(outbox::give_up(&mut tx, message.id).await.unwrap());
        }
        tx.commit().await.unwrap();
        let first = desk.get(&stage.page("/mail/messages")).await;
        assert_eq!(first.texts("tbody tr").len(), 50);
        assert!(first.octets.len() < 100_000, "{}", first.octets.len());
        let next = first.attributes(".pager a", "href");
        assert_eq!(desk.get(&next[0]).await.texts("tbody tr").len(), 10);
        let failed = desk.get(&stage.page("/mail/messages?state=failed&kind=registered")).await;
        assert_eq!(failed.texts("tbody tr").len(), 3);
        let path = stage.page(&format!("/mail/messages/{}", messages[0].id));
        let again = desk.post(&path, &[("do", "send"), ("state", "failed")]).await;
        assert!(again.leads_to().ends_with("/mail/messages?state=failed&done=message-due"), "{again:?}");
        let mut tx = stage.begin().await;
        let state = outbox::find(&mut tx, messages[0].id).await.unwrap().unwrap().state;
        drop(tx);
        assert_eq!(state, MessageState::Scheduled);
        let unknown = stage.page("/mail/messages/01936b5e-0000-7000-8000-000000000001");
        assert_eq!(desk.post(&unknown, &[("do", "send")]).await.status, StatusCode::NOT_FOUND);
    }

    async fn u_11_what_goes_to_more_than_fifty_waits_a_minute(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let fields = [("kind", "announcement"), ("to", "confirmed"), ("subject.en", "News"), ("text.en", "Hear.")];
        for (people, waits) in [(50, false), (51, true)] {
            for number in if waits { 50..51 } else { 0..50 } {
                join(&stage, &format!("guest{number}@example.org"), "en").await;
            }
            stage.work().await;
            let draft = desk.post(&stage.page("/mail/announcements/new"), &fields).await.leads_to().to_owned();
            let check = desk.get(&draft).await;
            assert_eq!(check.texts(".figure"), [format!("{people} mails")]);
            assert_eq!(check.body().contains("go ahead"), waits, "{people}");
            let slug = stage.slug.to_string();
            let sent = desk.post(&format!("{draft}/send"), &[("slug", slug.as_str()), ("again", "yes")]).await;
            let page = sent.leads_to().split('?').next().unwrap().to_owned();
            let before = heard(&stage).await;
            let now = heard(&stage).await - before;
            assert_eq!(now, 0, "all that leaves at once has left");
            assert_eq!(before, if waits { 50 + 5 } else { 50 }, "{people}");
            if waits {
                let stopped = desk.post(&format!("{page}/stop"), &[]).await;
                assert!(stopped.leads_to().contains("?done=announcement-stopped"));
                stage.test.clock.advance(chrono::TimeDelta::minutes(2));
                assert_eq!(heard(&stage).await, 50 + 5);
            }
        }
    }

    async fn u_11_an_announcement_is_checked_typed_sent_and_stopped(test: TestDb) {
        let (stage, desk) = opened(test).await;
        for number in 0..51 {
            join(&stage, &format!("guest{number}@example.org"), "en").await;
        }
        stage.work().await;
        let new = stage.page("/mail/announcements/new");
        let missing = desk.post(&new, &[("kind", "announcement"), ("subject.en", "News")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(missing.attributes("#field-subject-en", "value"), ["News"]);
        let fields = [
            ("kind", "announcement"), ("to", "confirmed"), ("subject.en", "News of {title}"),
            ("text.en", "Hear **this**."), ("send_at", "2022-11-23T10:00"),
        ];
        let draft = desk.post(&new, &fields).await.leads_to().to_owned();
        let check = desk.get(&draft).await;
        assert_eq!(check.texts(".figure"), ["51 mails"]);
        assert!(check.texts(".untranslated")[0].contains("Arabic"), "{check:?}");
        let tested = desk.post(&format!("{draft}/test"), &[("language", "en")]).await;
        assert!(tested.leads_to().ends_with("?done=mail-tested&n=1"));
        let mails = stage.work().await;
        assert!(mails.iter().any(|mail| mail.subject.starts_with("[Test] News of")));
        let untyped = desk.post(&format!("{draft}/send"), &[("slug", "wrong")]).await;
        assert_eq!(untyped.status, StatusCode::UNPROCESSABLE_ENTITY);
        let slug = stage.slug.to_string();
        let sent = desk.post(&format!("{draft}/send"), &[("slug", &slug)]).await;
        let page = sent.leads_to().replace("?done=announced", "");
        assert_eq!(desk.get(&page).await.status, StatusCode::OK);
        assert_eq!(desk.get(&draft).await.status, StatusCode::NOT_FOUND, "the draft is gone");
        let timeline = desk.get(&stage.page("/mail")).await;
        assert!(timeline.texts(".timeline-what h3")[0].starts_with("Announcement"));
        let stopped = desk.post(&format!("{page}/stop"), &[]).await;
        assert!(stopped.leads_to().contains("?done=announcement-stopped"), "{stopped:?}");
        at(&stage, "2022-11-23T09:00:00Z");
        let mails = stage.work().await;
        let said = mails.iter().filter(|mail| mail.text.contains("Hear this"));
        assert!(said.into_iter().all(|mail| mail.subject.starts_with("[Test]")));
    }

    async fn e_28_each_organiser_is_alarmed_in_their_own_language(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.meeting.as_mut().unwrap().link = None;
        let (stage, _) = opened_with(test, details).await;
        let maya = stage.employ("maya@institute.example", Role::Owner).await;
        stage.speaks(&maya, "ar").await;
        stage.employ("door@institute.example", Role::Assistant).await;
        at(&stage, "2022-11-23T22:00:00Z");
        let mails = stage.work().await;
        let mut to: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
        to.sort_unstable();
        assert_eq!(to, ["maya@institute.example", "organiser@institute.example"]);
        let arabic: Vec<_> = mails.iter().filter(|mail| mail.language == "ar").collect();
        assert_eq!((arabic.len(), arabic[0].to.as_str()), (1, "maya@institute.example"));
    }

    async fn s_01_what_an_operator_stopped_is_shown_and_ended_by_no_organiser(test: TestDb) {
        let (stage, desk) = opened(test).await;
        let mut tx = stage.begin().await;
        outbox::pause(&mut tx, "restored from a backup").await.unwrap();
        tx.commit().await.unwrap();
        let page = desk.get(&stage.page("/mail")).await;
        assert!(page.texts(".notice")[0].contains("restored from a backup"));
        let resume = stage.page("/mail/resume");
        assert_eq!(desk.post(&resume, &[]).await.status, StatusCode::FORBIDDEN);
        let owner = stage.signed_in(Role::Owner).await;
        assert_eq!(owner.post(&resume, &[]).await.status, StatusCode::FORBIDDEN);
        assert!(outbox::standing(&mut stage.begin().await).await.unwrap().is_some());
        assert!(owner.get(&stage.page("/mail")).await.attributes("form[action$='/resume']", "action").is_empty());
    }
}

async fn opened(test: TestDb) -> (Stage, Browser) {
    opened_with(test, file::read(ROUNDTABLE).unwrap()).await
}

/// An event with a link that holds the canary, long before it, and an organiser's browser.
async fn opened_with(test: TestDb, mut details: Details) -> (Stage, Browser) {
    test.clock.set(LONG_BEFORE.parse().unwrap());
    let meeting = details.meeting.as_mut().unwrap();
    if meeting.link.is_some() {
        meeting.link = Some(
            format!("https://meet.example.org/{CANARY}")
                .parse()
                .unwrap(),
        );
    }
    details.mail = Some(MailSettings {
        texts: Vec::<Wording>::new(),
        ..details.mail.unwrap_or_default()
    });
    let stage = Stage::set_with(test, details).await;
    let desk = stage.signed_in(Role::Organiser).await;
    (stage, desk)
}

async fn say(stage: &Stage, desk: &Browser, mail: &str, say: &str) -> Answer {
    let page = desk.get(&stage.page("/mail")).await;
    let of = |name: &str| {
        let mails = page.attributes("form input[name=mail]", "value");
        let at = mails.iter().position(|known| known == mail).unwrap();
        page.attributes(&format!("form input[name={name}]"), "value")[at].clone()
    };
    let (mark, moment) = (of("mark"), of("moment"));
    let fields = [
        ("mail", mail),
        ("mark", &mark),
        ("moment", &moment),
        ("say", say),
    ];
    desk.post(&stage.page("/mail/hold"), &fields).await
}

fn request(email: &str, language: &str) -> Request {
    Request {
        name: SingleLine::clean("Rana Haddad"),
        email: email.parse().unwrap(),
        language: language.parse().unwrap(),
        mode: convoke::event::Mode::Online,
        listening: None,
        sessions: Vec::new(),
        fields: Vec::new(),
        answers: Answers::new(),
        consents: Vec::new(),
        code: None,
        source: None,
        waitlist: false,
        meanwhile_online: false,
        companion_key: String::new(),
    }
}

async fn join(stage: &Stage, email: &str, language: &str) -> String {
    ask(stage, &request(email, language)).await
}

/// Registers, and gives the registration's identifier.
async fn ask(stage: &Stage, request: &Request) -> String {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    registration::register(&mut tx, &stage.key, &event, request, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut tx = stage.begin().await;
    let all = registration::for_export(&mut tx, event.id).await.unwrap();
    let found = all.iter().find(|one| one.email == request.email);
    found.unwrap().id.to_string()
}

/// Sets the clock to a moment such as `2022-11-24T22:00:00Z`.
fn at(stage: &Stage, moment: &str) {
    stage.test.clock.set(moment.parse().unwrap());
}

/// To how many an announcement has gone, once a worker has done what is due.
async fn heard(stage: &Stage) -> usize {
    stage.work().await;
    stage.work().await;
    let mut tx = stage.begin().await;
    let sent = outbox::list(&mut tx, None).await.unwrap();
    let is_one =
        |one: &&outbox::Message| one.kind == "announcement" && one.state == MessageState::Sent;
    sent.iter().filter(is_one).count()
}
