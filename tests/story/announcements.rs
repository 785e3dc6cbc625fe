//! What organisers have to say: to those it is meant for, once, and not after it was stopped.

use chrono::TimeDelta;
use convoke::base::db::Engine;
use convoke::base::id::Id;
use convoke::base::testing::{TestDb, run};
use convoke::event::announcement::{self, Announced, Stopped, Unannounceable};
use convoke::event::file::read_announcement;
use convoke::event::{Details, Format, Mode, OPERATOR, Survey};
use convoke::mailer::ahead::{FEW, MANY_WRITTEN as MANY};
use convoke::on_both_engines;
use convoke::outbox::{self, MessageState};
use convoke::registration::{audience, check_in, survey_token, unaddressed};

use crate::events::{CANARY, request_for, request_of, two_sessions_for};
use crate::stage::{Mail, Stage, in_state};

const ENDS: &str = "2022-11-25T18:00:00Z";

on_both_engines! {
    async fn e_29_in_quiet_hours_it_waits_and_for_the_last_hours_it_does_not(test: TestDb) {
        let stage = Stage::set(test, with_quiet_nights()).await;
        fill(&stage).await;
        stage.at("2022-11-20T21:00:00Z");
        announce(&stage, "kind = \"announcement\"\nsubject = \"Late\"\ntext = \"Hear.\"").await.unwrap();
        for (moment, heard) in [("2022-11-20T21:00:00Z", 0), ("2022-11-21T05:59:59Z", 0), ("2022-11-21T06:00:00Z", 3)] {
            stage.at(moment);
            stage.tick().await;
            assert_eq!(hearers(&stage, "Subject: Late").len(), heard, "{moment}");
        }
    }

    async fn e_29_it_is_needed_at_the_next_start_of_its_sessions_and_what_follows_waits(test: TestDb) {
        let mut details = with_quiet_nights();
        details.sessions[1].starts = "2022-11-26T09:00".parse().unwrap();
        details.sessions[1].ends = "2022-11-26T23:00".parse().unwrap();
        let stage = Stage::set(test, details).await;
        let said = |lines: &str| format!("kind = \"announcement\"\nsubject = \"S\"\ntext = \"T\"\n{lines}");
        let follow_up = said("").replace("\"announcement\"", "\"follow_up\"");
        for (moment, file, leaves) in [
            // Both sessions are to come; the first of them at 10:00, and at 09:00 the second.
            ("2022-11-24T22:00:00Z", said(""), "2022-11-25T06:00:00Z"),
            ("2022-11-25T22:00:00Z", said(""), "2022-11-25T22:00:00Z"),
            ("2022-11-24T22:00:00Z", said("session = \"evening\""), "2022-11-25T06:00:00Z"),
            ("2022-11-25T22:00:00Z", said("session = \"morning\""), "2022-11-26T06:00:00Z"),
            ("2022-11-24T10:00:00Z", said("send_at = 2022-11-25T23:00:00"), "2022-11-25T21:00:00Z"),
            ("2022-11-24T10:00:00Z", said("send_at = 2022-11-24T23:00:00"), "2022-11-25T06:00:00Z"),
            ("2022-11-24T10:00:00Z", follow_up, "2022-11-27T06:00:00Z"),
        ] {
            stage.at(moment);
            let event = stage.event().await;
            let now = stage.begin().await.now();
            let said = read_announcement(&file, &event).unwrap();
            let at = convoke::mailer::leaves_at(&event, &said, now, now);
            assert_eq!(at, leaves.parse::<convoke::base::clock::Instant>().unwrap(), "{moment} {file}");
        }
    }

    async fn e_29_the_rest_of_many_waits_for_the_morning_too(test: TestDb) {
        let stage = Stage::set(test, with_quiet_nights()).await;
        crowd(&stage, MANY + 1).await;
        stage.at("2022-11-20T19:59:30Z");
        announce(&stage, &said("News")).await.unwrap();
        while stage.plan().await > 0 {}
        let morning = "2022-11-21T06:00:00Z".parse::<convoke::base::clock::Instant>().unwrap();
        let owed = stage.owed("announcement").await;
        let rest = owed.iter().filter(|message| message.due_at == morning).count();
        assert_eq!((owed.len(), rest), (MANY + 1, MANY + 1 - FEW));
    }

    async fn out_01_the_same_is_said_again_only_where_that_is_meant(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        let first = announce(&stage, &said("News")).await.unwrap();
        assert_eq!(announce(&stage, &said("News")).await, Err(Unannounceable::Before(first)));
        announce(&stage, &said("Other news")).await.unwrap();
        let again = announce_as(&stage, &said("News"), true).await.unwrap();
        assert_ne!(first, again);
        for id in [first, again] {
            stop(&stage, id).await;
        }
        announce(&stage, &said("News")).await.unwrap();
    }

    async fn a_moment_that_has_passed_is_refused(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.at("2022-11-23T08:00:01Z");
        let past = format!("{}\nsend_at = 2022-11-23T10:00:00", said("Soon"));
        assert_eq!(announce(&stage, &past).await, Err(Unannounceable::Past));
        stage.at("2022-11-23T08:00:00Z");
        announce(&stage, &past).await.unwrap();
    }

    async fn r_09_an_announcement_that_cannot_be_read_holds_up_no_link(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        announce(&stage, &said("Broken")).await.unwrap();
        stage.by_hand("UPDATE announcement SET details = '{\"kind\": \"newsletter\"}'").await;
        announce(&stage, &said("News")).await.unwrap();
        stage.at("2022-11-24T22:00:00Z");
        stage.tick().await;
        assert_eq!(stage.told_the_link(), ["rana@example.org"]);
        assert_eq!(hearers(&stage, "Subject: News"), ["rana"]);
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await.id;
        assert_eq!(announcement::all(&mut tx, event).await.unwrap().len(), 1);
    }

    async fn r_10_of_many_one_in_each_language_goes_ahead(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        crowd(&stage, MANY + 1).await;
        for (name, language) in [("arabic", "ar"), ("french", "fr"), ("british", "en-GB")] {
            let mut asked = guest(name, Mode::Online, &["morning"]);
            asked.language = language.parse().unwrap();
            stage.join(&asked).await;
        }
        stage.by_hand("UPDATE message SET state = 'sent' WHERE kind = 'registered'").await;
        announce(&stage, &said("News")).await.unwrap();
        while stage.plan().await > 0 {}
        assert_eq!(stage.owed("announcement").await.len(), MANY + 4);
        stage.tick().await;
        let heard = hearers(&stage, "Subject: News");
        assert_eq!(heard.len(), FEW);
        assert!(["arabic", "french"].iter().all(|name| heard.contains(&(*name).to_owned())), "{heard:?}");
        assert!(!heard.contains(&"british".to_owned()));
    }

    async fn r_10_what_has_left_is_not_stopped(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let gone = stage.join(&guest("gone", Mode::Online, &["morning"])).await;
        let id = announce(&stage, &said("News")).await.unwrap();
        stage.plan().await;
        stage.withdraw(gone.id).await;
        stage.tick().await;
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await.id;
        let progress = outbox::progress(&mut tx, event.uuid(), id.uuid()).await.unwrap();
        drop(tx);
        assert_eq!(progress, outbox::Progress { made: 2, sent: 1, waiting: 0 });
        assert_eq!(stop(&stage, id).await, Stopped::Over);
    }

    async fn r_11_what_waits_is_dropped_where_the_event_is_over_sooner(test: TestDb) {
        let mut details = two_sessions();
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        announce(&stage, &said("News")).await.unwrap();
        stage.plan().await;
        for (session, day) in details.sessions.iter_mut().zip(["2022-11-21", "2022-11-21"]) {
            session.starts = format!("{day}T10:00").parse().unwrap();
            session.ends = format!("{day}T12:00").parse().unwrap();
        }
        details.terms.closes = None;
        stage.save(details).await;
        stage.at("2022-11-21T10:00:00Z");
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: News"), [""; 0]);
    }

    async fn r_11_what_came_too_late_is_said_after_all_where_the_event_is_put_off(test: TestDb) {
        let mut details = two_sessions();
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        announce(&stage, &said("News")).await.unwrap();
        stage.plan().await;
        announce(&stage, &said("Never owed")).await.unwrap();
        let stopped = announce(&stage, &said("Stopped")).await.unwrap();
        stop(&stage, stopped).await;
        stage.at(ENDS);
        stage.tick().await;
        assert_eq!(in_state(&stage.owed("announcement").await, MessageState::Suppressed), 1);
        details.sessions[1].starts = "2022-11-28T18:00".parse().unwrap();
        details.sessions[1].ends = "2022-11-28T20:00".parse().unwrap();
        stage.save(details).await;
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: News"), ["rana"]);
        assert_eq!(hearers(&stage, "Subject: Never owed"), ["rana"]);
        assert_eq!(hearers(&stage, "Subject: Stopped"), [""; 0]);
    }

    async fn bulk_06_each_hears_what_is_meant_for_them_and_nobody_whose_address_is_unconfirmed(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        fill(&stage).await;
        let confirmed = ["online-ar", "online-en", "room-en"];
        for (number, (only, expected)) in [
            ("", confirmed.to_vec()),
            ("to = \"confirmed\"", confirmed.to_vec()),
            ("to = \"waitlisted\"", vec!["waits"]),
            ("to = \"pending\"", vec!["asks"]),
            ("to = \"everybody\"", vec!["asks", "online-ar", "online-en", "room-en", "waits"]),
            ("mode = \"online\"", vec!["online-ar", "online-en"]),
            ("mode = \"in_person\"", vec!["room-en"]),
            ("session = \"evening\"", vec!["online-en", "room-en"]),
            ("languages = [\"ar\"]", vec!["online-ar"]),
            ("languages = [\"en\", \"fr\"]", vec!["online-en", "room-en"]),
            ("mode = \"online\"\nsession = \"evening\"\nlanguages = [\"ar\"]", vec![]),
        ].into_iter().enumerate() {
            let subject = format!("Number {number} of these");
            let said = format!("kind = \"announcement\"\nsubject = \"{subject}\"\ntext = \"Hear.\"\n{only}");
            let id = announce(&stage, &said).await.unwrap();
            let meant = meant_for(&stage, id).await;
            stage.tick().await;
            assert_eq!(hearers(&stage, &format!("Subject: {subject}")), expected, "{only}");
            assert_eq!(meant, expected, "{only}");
        }
    }

    async fn out_01_an_announcement_goes_once_and_another_beside_it(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let first = announce(&stage, &said("First")).await.unwrap();
        let second = announce(&stage, &said("Second")).await.unwrap();
        let node = stage.second_node().await;
        for one in [&stage, &node, &stage] {
            one.plan().await;
            one.tick().await;
        }
        assert_eq!(hearers(&stage, "Subject: First"), ["rana"]);
        assert_eq!(hearers(&stage, "Subject: Second"), ["rana"]);
        let owed = stage.owed("announcement").await;
        assert_eq!(owed.len(), 2);
        assert_ne!(first, second);
        let mail = mail_of(&stage, "Subject: First");
        assert!(mail.calendar.is_none());
        assert!(mail.is_about("/en/registrations/") && mail.is_about("10:00–12:00") && !mail.is_about(CANARY));
    }

    async fn out_01_who_comes_after_it_was_said_hears_it_no_more(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("early", Mode::Online, &["morning"])).await;
        let later = "send_at = 2022-11-23T10:00:00";
        announce(&stage, &format!("{}\n{later}", said("Soon"))).await.unwrap();
        stage.tick().await;
        assert_eq!(hearers(&stage, "Soon"), [""; 0]);
        stage.join(&guest("meanwhile", Mode::Online, &["morning"])).await;
        stage.at("2022-11-23T07:59:59Z");
        stage.tick().await;
        assert_eq!(hearers(&stage, "Soon"), [""; 0]);
        stage.at("2022-11-23T08:00:00Z");
        stage.tick().await;
        stage.join(&guest("late", Mode::Online, &["morning"])).await;
        // Whatever else has the plan looked at again.
        stage.by_hand("UPDATE event SET plan_due_at = created_at").await;
        stage.tick().await;
        assert_eq!(hearers(&stage, "Soon"), ["early", "meanwhile"]);
    }

    async fn out_09_who_has_withdrawn_hears_nothing_though_it_was_owed(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        let before = stage.join(&guest("before", Mode::Online, &["morning"])).await;
        let after = stage.join(&guest("after", Mode::Online, &["morning"])).await;
        stage.withdraw(before.id).await;
        announce(&stage, &said("News")).await.unwrap();
        stage.plan().await;
        assert_eq!(stage.owed("announcement").await.len(), 1);
        stage.withdraw(after.id).await;
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: News"), [""; 0]);
        assert_eq!(in_state(&stage.owed("announcement").await, MessageState::Suppressed), 1);
    }

    async fn out_07_an_announcement_holds_up_no_other_mail(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        stage.tick().await;
        announce(&stage, &said("News")).await.unwrap();
        stage.plan().await;
        stage.at("2022-11-24T22:00:00Z");
        stage.plan().await;
        let mut tx = stage.begin().await;
        let until = tx.now() + TimeDelta::minutes(5);
        let first = outbox::lease(&mut tx, "a worker", until, 1).await.unwrap();
        let kinds: Vec<&str> = first.iter().map(|message| message.kind.as_str()).collect();
        assert_eq!(kinds, ["link"]);
    }

    async fn r_10_what_is_stopped_before_its_time_goes_to_nobody(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let id = announce(&stage, &format!("{}\nsend_at = 2022-11-23T10:00:00", said("Soon"))).await.unwrap();
        assert_eq!(stop(&stage, id).await, Stopped::KeptBack(0));
        assert!(matches!(stop(&stage, id).await, Stopped::Before(_)));
        let unknown = Id::from_uuid(stage.event().await.id.uuid());
        assert_eq!(stop(&stage, unknown).await, Stopped::Unknown);
        stage.at("2022-11-23T08:00:00Z");
        stage.tick().await;
        assert_eq!(stage.owed("announcement").await.len(), 0);
    }

    async fn r_10_of_many_five_go_ahead_and_the_others_can_still_be_stopped(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        crowd(&stage, MANY + 1).await;
        let id = announce(&stage, &said("News")).await.unwrap();
        let started = stage.begin().await.now();
        while stage.plan().await > 0 {}
        let owed = stage.owed("announcement").await;
        let ahead = owed.iter().filter(|message| message.due_at == started).count();
        let rest = owed.iter().filter(|message| message.due_at == started + TimeDelta::seconds(60)).count();
        let everybody = MANY + 1;
        assert_eq!((ahead, rest), (FEW, everybody - FEW));
        stage.tick().await;
        assert_eq!(in_state(&stage.owed("announcement").await, MessageState::Sent), FEW);
        let kept_back = u64::try_from(everybody - FEW).unwrap();
        assert_eq!(stop(&stage, id).await, Stopped::KeptBack(kept_back));
        stage.test.clock.advance(TimeDelta::minutes(2));
        stage.plan().await;
        stage.tick().await;
        let owed = stage.owed("announcement").await;
        assert_eq!(in_state(&owed, MessageState::Sent), FEW);
        assert_eq!(in_state(&owed, MessageState::Suppressed), everybody - FEW);
    }

    async fn r_10_not_stopped_the_others_follow_a_minute_later(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        crowd(&stage, MANY + 1).await;
        announce(&stage, &said("News")).await.unwrap();
        while stage.plan().await > 0 {}
        stage.test.clock.advance(TimeDelta::seconds(60));
        let now = stage.begin().await.now();
        let owed = stage.owed("announcement").await;
        assert!(owed.iter().all(|message| message.due_at <= now));
        assert_eq!(owed.len(), MANY + 1);
    }

    async fn r_10_a_few_need_not_wait(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        crowd(&stage, MANY).await;
        announce(&stage, &said("News")).await.unwrap();
        let started = stage.begin().await.now();
        while stage.plan().await > 0 {}
        let owed = stage.owed("announcement").await;
        assert_eq!(owed.len(), MANY);
        assert!(owed.iter().all(|message| message.due_at == started));
    }

    async fn r_10_what_is_in_a_workers_hands_is_stopped_too(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let id = announce(&stage, &said("News")).await.unwrap();
        stage.plan().await;
        stop(&stage, id).await;
        // As if a worker had made it owed while it was being stopped.
        stage.by_hand("UPDATE message SET state = 'scheduled' WHERE kind = 'announcement'").await;
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: News"), [""; 0]);
        assert_eq!(in_state(&stage.owed("announcement").await, MessageState::Suppressed), 1);
    }

    async fn a_follow_up_goes_when_the_event_is_over_wherever_its_end_moves(test: TestDb) {
        let mut details = two_sessions();
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let follow_up = "kind = \"follow_up\"\nsubject = \"Thank you, {title}\"\ntext = \"It was good.\"\n\
            recording = \"https://video.example/w/4f1c\"\nsurvey = \"https://forms.example/s/9\"";
        announce(&stage, follow_up).await.unwrap();
        let early = follow_up.replace("Thank you", "Early") + "\nsend_at = 2022-11-22T10:00:00";
        announce(&stage, &early).await.unwrap();
        stage.at("2022-11-25T17:59:59Z");
        stage.tick().await;
        assert_eq!(stage.owed("follow_up").await.len(), 0);
        details.sessions[1].ends = "2022-11-25T21:00".parse().unwrap();
        stage.save(details).await;
        stage.at(ENDS);
        stage.tick().await;
        assert_eq!(stage.owed("follow_up").await.len(), 0);
        stage.at("2022-11-25T19:00:00Z");
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: Thank you, Food security and trade"), ["rana"]);
        assert_eq!(hearers(&stage, "Subject: Early"), ["rana"]);
        let mail = mail_of(&stage, "Subject: Thank you");
        for part in ["Watch the recording", "https://video.example/w/4f1c", "https://forms.example/s/9", "It was good."] {
            assert!(mail.is_about(part), "{part}: {}", mail.everything);
        }
        assert!(mail.calendar.is_none() && !mail.is_about(CANARY));
    }

    async fn u_19_a_follow_up_leads_who_came_to_recording_survey_and_certificate(test: TestDb) {
        let mut details = two_sessions();
        details.survey = Some(Survey::default());
        let recording = "https://video.example/w/of-the-event";
        details.meeting.as_mut().unwrap().recording = Some(recording.parse().unwrap());
        let stage = Stage::set(test, details).await;
        for name in ["rana", "omar"] {
            stage.join(&guest(name, Mode::Online, &["morning"])).await;
        }
        let waits = guest("waits", Mode::Online, &["morning"]);
        stage.join(&waits).await;
        stage.by_hand("UPDATE registration SET state = 'waitlisted' WHERE email_key LIKE 'waits%'").await;
        let rana = stage.latest("rana@example.org").await;
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        check_in(&mut tx, &event, &rana, event.session_ids[0], OPERATOR).await.unwrap();
        tx.commit().await.unwrap();
        stage.at(ENDS);
        let said = |subject: &str, to: &str| {
            format!("kind = \"follow_up\"\nsubject = \"{subject}\"\ntext = \"It was good.\"\nto = \"{to}\"")
        };
        let event = stage.event().await;
        let attended = read_announcement(&said("Came", "attended"), &event).unwrap();
        let mut tx = stage.begin().await;
        let heard = audience(&mut tx, &event, &attended).await.unwrap();
        assert_eq!(heard.iter().map(|(_, people)| people).sum::<i64>(), 1);
        drop(tx);
        announce(&stage, &said("Came", "attended")).await.unwrap();
        announce(&stage, &said("All", "confirmed")).await.unwrap();
        announce(&stage, &said("Line", "waitlisted")).await.unwrap();
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: Came"), ["rana"]);
        assert_eq!(hearers(&stage, "Subject: All"), ["omar", "rana"]);
        assert_eq!(hearers(&stage, "Subject: Line"), ["waits"]);
        let token = survey_token(&stage.key, rana.id);
        for mail in stage.mails_to("rana@example.org", "It was good.") {
            for part in [recording, &format!("/en/survey/{token}"), "/certificate"] {
                assert!(mail.is_about(part), "{part}: {}", mail.everything);
            }
        }
        let omar = stage.mails_to("omar@example.org", "It was good.").remove(0);
        assert!(omar.is_about(recording) && omar.is_about("/en/survey/"));
        assert!(!omar.is_about("/certificate") && !omar.is_about(&token), "{}", omar.everything);
        let waits = stage.mails_to("waits@example.org", "It was good.").remove(0);
        for part in [recording, "/en/survey/", "/certificate"] {
            assert!(!waits.is_about(part), "{part}: {}", waits.everything);
        }
    }

    async fn u_19_who_was_taken_for_somebody_else_is_not_thanked(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        for name in ["rana", "omar"] {
            let one = stage.join(&guest(name, Mode::Online, &["morning", "evening"])).await;
            let mut tx = stage.begin().await;
            let event = stage.event_in(&mut tx).await;
            let session = event.session_ids[usize::from(name == "omar")];
            check_in(&mut tx, &event, &one, session, OPERATOR).await.unwrap();
            tx.commit().await.unwrap();
        }
        stage.at(ENDS);
        let said = |subject: &str, more: &str| format!(
            "kind = \"follow_up\"\nsubject = \"{subject}\"\ntext = \"T\"\nto = \"attended\"\n{more}"
        );
        announce(&stage, &said("Evening", "session = \"evening\"")).await.unwrap();
        announce(&stage, &said("Any", "")).await.unwrap();
        stage.plan().await;
        assert_eq!(stage.owed("follow_up").await.len(), 3);
        // It was taken back before the mail left.
        stage.by_hand("DELETE FROM check_in").await;
        stage.tick().await;
        assert_eq!(in_state(&stage.owed("follow_up").await, MessageState::Suppressed), 3);
        let early = said("Early", "").replace("\"follow_up\"", "\"announcement\"");
        assert!(read_announcement(&early, &stage.event().await).is_err());
    }

    async fn nothing_is_announced_of_what_does_not_take_place_or_is_over(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        stage.at(ENDS);
        assert_eq!(announce(&stage, &said("Late")).await, Err(Unannounceable::Over));
        stage.at("2022-12-09T18:00:00Z");
        let follow_up = said("Late").replace("\"announcement\"", "\"follow_up\"");
        assert_eq!(announce(&stage, &follow_up).await, Err(Unannounceable::LongOver));
        stage.at("2022-11-22T10:00:00Z");
        announce(&stage, &format!("{}\nsend_at = 2022-11-23T10:00:00", said("Soon"))).await.unwrap();
        announce(&stage, &said("Now")).await.unwrap();
        stage.plan().await;
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        convoke::event::cancel(&mut tx, &event, OPERATOR, None).await.unwrap();
        tx.commit().await.unwrap();
        stage.at("2022-11-23T08:00:00Z");
        stage.tick().await;
        assert_eq!(announce(&stage, &said("Again")).await, Err(Unannounceable::NotPublished));
        let owed = stage.owed("announcement").await;
        assert_eq!((owed.len(), in_state(&owed, MessageState::Suppressed)), (1, 1));
    }

    async fn r_11_what_could_not_be_said_in_time_is_dropped(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        announce(&stage, &said("News")).await.unwrap();
        stage.at(ENDS);
        stage.tick().await;
        assert_eq!(stage.owed("announcement").await.len(), 0);
        let mut tx = stage.begin().await;
        let event = stage.event_in(&mut tx).await;
        assert_eq!(announcement::waiting(&mut tx, event.id).await.unwrap(), []);
        let all = announcement::all(&mut tx, event.id).await.unwrap();
        assert!(all.len() == 1 && all[0].owed_at.is_some());
    }

    async fn f_6_who_is_not_spoken_to_in_their_language_sees_which_it_is(test: TestDb) {
        let mut details = two_sessions();
        details.page_languages = Some(["en", "ar"].map(|tag| tag.parse().unwrap()).into());
        let stage = Stage::set(test, details).await;
        for (name, language) in [("english", "en"), ("arabic", "ar")] {
            let mut asked = guest(name, Mode::Online, &["morning"]);
            asked.language = language.parse().unwrap();
            stage.join(&asked).await;
        }
        let in_both = "kind = \"announcement\"\nsubject = { en = \"Both\", ar = \"كلاهما\" }\n\
            text = { en = \"*Come* on {date}.\", ar = \"*تعالوا* يوم {date}.\" }";
        announce(&stage, in_both).await.unwrap();
        announce(&stage, "kind = \"announcement\"\nsubject = \"Only\"\ntext = \"*Come* on {date}.\"").await.unwrap();
        stage.tick().await;
        let mails: Vec<Mail> = stage.mails().into_iter().filter(|mail| mail.to == "arabic@example.org").collect();
        let own = mails.iter().find(|mail| mail.is_about("تعالوا</em> يوم الجمعة"));
        assert!(own.is_some_and(|mail| !mail.is_about("Come")));
        let other = mails.iter().find(|mail| mail.is_about("Subject: Only")).unwrap();
        assert!(other.is_about("<div lang=\"en\" dir=\"ltr\""), "{}", other.everything);
        assert!(other.is_about("Come</em> on Friday, 25 November 2022."), "{}", other.everything);
        let at_home = mail_of(&stage, "Subject: Both");
        assert!(!at_home.is_about("<div lang="), "{}", at_home.everything);
    }

    async fn s_32_a_text_that_holds_the_link_since_it_changed_is_kept_back(test: TestDb) {
        let mut details = two_sessions();
        let stage = Stage::set(test, details.clone()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let said = said("News").replace("Hear.", "See https://meet.example.org/Another?pwd=1 for more.");
        announce(&stage, &format!("{said}\nsend_at = 2022-11-23T10:00:00")).await.unwrap();
        details.meeting.as_mut().unwrap().link = Some("https://meet.example.org/another".parse().unwrap());
        stage.save(details).await;
        stage.at("2022-11-23T08:00:00Z");
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: News"), [""; 0]);
        assert_eq!(in_state(&stage.owed("announcement").await, MessageState::Suppressed), 1);
    }

    async fn an_organisers_deeds_are_written_down_without_what_was_said(test: TestDb) {
        let stage = Stage::set(test, two_sessions()).await;
        let id = announce(&stage, &said("News")).await.unwrap();
        stop(&stage, id).await;
        let mut tx = stage.begin().await;
        let audit = "SELECT action FROM audit_line WHERE action LIKE 'announcement%' ORDER BY id";
        let actions: Vec<(String,)> = tx
            .query(convoke::base::db::Sql::new(audit, audit))
            .fetch_all()
            .await
            .unwrap();
        let actions: Vec<&str> = actions.iter().map(|(action,)| action.as_str()).collect();
        assert_eq!(actions, ["announcement_made", "announcement_stopped"]);
    }
}

/// Who hands in an announcement while the plan is being looked at waits for that, or the plan would
/// not be looked at again.
#[test]
fn out_01_what_is_handed_in_while_the_plan_is_looked_at_is_not_forgotten() {
    run(Engine::Postgres, async |test: TestDb| {
        let stage = Stage::set(test, two_sessions()).await;
        stage.join(&guest("rana", Mode::Online, &["morning"])).await;
        let event = stage.event().await.id;
        let mut looking = stage.begin().await;
        convoke::mailer::reconcile(&mut looking, &stage.key, event)
            .await
            .unwrap();
        let node = stage.second_node().await;
        let handing_in = tokio::spawn(async move { announce(&node, &said("News")).await });
        stage.until_waiting(1).await;
        looking.commit().await.unwrap();
        handing_in.await.unwrap().unwrap();
        stage.tick().await;
        assert_eq!(hearers(&stage, "Subject: News"), ["rana"]);
    });
}

fn two_sessions() -> Details {
    Details {
        format: Format::Hybrid,
        ..two_sessions_for(1_000, 1_000)
    }
}

fn with_quiet_nights() -> Details {
    let mut details = two_sessions();
    details.mail.as_mut().unwrap().quiet_hours = Some(convoke::event::QuietHours {
        from: "22:00:00".parse().unwrap(),
        to: "08:00:00".parse().unwrap(),
    });
    details
}

fn guest(name: &str, mode: Mode, sessions: &[&str]) -> convoke::registration::Request {
    convoke::registration::Request {
        mode,
        ..request_for(&format!("{name}@example.org"), sessions)
    }
}

/// Somebody in each state, mode, language and session.
async fn fill(stage: &Stage) {
    for (name, mode, language, sessions) in [
        ("online-en", Mode::Online, "en", &["morning", "evening"][..]),
        ("online-ar", Mode::Online, "ar", &["morning"]),
        ("room-en", Mode::InPerson, "en-GB", &["evening"]),
        ("waits", Mode::Online, "en", &["morning"]),
        ("asks", Mode::Online, "en", &["morning"]),
        ("unconfirmed", Mode::Online, "en", &["morning"]),
        ("declined", Mode::Online, "en", &["morning"]),
        ("gone", Mode::Online, "en", &["morning"]),
        ("unreachable", Mode::Online, "en", &["morning"]),
    ] {
        let mut asked = guest(name, mode, sessions);
        asked.language = language.parse().unwrap();
        stage.join(&asked).await;
    }
    stage.tick().await;
    for statement in [
        "UPDATE registration SET state = 'waitlisted' WHERE email = 'waits@example.org'",
        "UPDATE registration SET state = 'pending' WHERE email = 'asks@example.org'",
        "UPDATE registration SET state = 'unconfirmed' WHERE email = 'unconfirmed@example.org'",
        "UPDATE registration SET state = 'declined' WHERE email = 'declined@example.org'",
        "UPDATE registration SET state = 'cancelled' WHERE email = 'gone@example.org'",
        "UPDATE registration SET undeliverable_at = registered_at WHERE email = 'unreachable@example.org'",
    ] {
        stage.by_hand(statement).await;
    }
}

/// So many confirmed guests who have had their mails.
async fn crowd(stage: &Stage, people: usize) {
    for number in 0..people {
        let asked = convoke::registration::Request {
            sessions: request_for("x@example.org", &["morning"]).sessions,
            ..request_of(number)
        };
        stage.ask(&asked, None).await;
    }
    stage
        .by_hand("UPDATE message SET state = 'sent' WHERE kind = 'registered'")
        .await;
}

fn said(subject: &str) -> String {
    format!("kind = \"announcement\"\nsubject = \"{subject}\"\ntext = \"Hear.\"")
}

async fn announce(stage: &Stage, file: &str) -> Result<Id<Announced>, Unannounceable> {
    announce_as(stage, file, false).await
}

async fn announce_as(
    stage: &Stage,
    file: &str,
    again: bool,
) -> Result<Id<Announced>, Unannounceable> {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let said = read_announcement(file, &event).unwrap_or_else(|faults| panic!("{faults}"));
    let id = announcement::announce(&mut tx, &event, &said, again, OPERATOR)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn stop(stage: &Stage, id: Id<Announced>) -> Stopped {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let stopped = announcement::stop(&mut tx, &event, id, OPERATOR)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    stopped
}

/// For whom an announcement is meant, as each way to ask says alike.
async fn meant_for(stage: &Stage, id: Id<Announced>) -> Vec<String> {
    let mut tx = stage.begin().await;
    let event = stage.event_in(&mut tx).await;
    let announced = announcement::find(&mut tx, event.id, id)
        .await
        .unwrap()
        .unwrap();
    let found = unaddressed(&mut tx, &event, id, &announced.said, 100)
        .await
        .unwrap();
    let heard = audience(&mut tx, &event, &announced.said).await.unwrap();
    let people: i64 = heard.iter().map(|(_, people)| people).sum();
    assert_eq!(usize::try_from(people).unwrap(), found.len());
    let mut meant = Vec::new();
    for one in convoke::registration::for_export(&mut tx, event.id)
        .await
        .unwrap()
    {
        let registration = convoke::registration::load(&mut tx, one.id)
            .await
            .unwrap()
            .unwrap();
        let hears = registration.hears(&event, &announced.said);
        assert_eq!(hears, found.contains(&one.id), "{}", one.email.as_str());
        if hears {
            meant.push(name_of(one.email.as_str()));
        }
    }
    meant.sort();
    meant
}

/// Who got a mail with these words, by the local part of their address.
fn hearers(stage: &Stage, words: &str) -> Vec<String> {
    let mails = stage.mails().into_iter();
    let mut hearers: Vec<String> = mails
        .filter(|mail| mail.is_about(words))
        .map(|mail| name_of(&mail.to))
        .collect();
    hearers.sort();
    hearers
}

fn name_of(address: &str) -> String {
    address.split('@').next().unwrap().to_owned()
}

fn mail_of(stage: &Stage, words: &str) -> Mail {
    let found = stage.mails().into_iter().find(|mail| mail.is_about(words));
    found.unwrap()
}
