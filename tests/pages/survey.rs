//! The survey: without an account, one answer a person, and nobody's name beside it (U-19, P-5, P-6).

use chrono::TimeDelta;
use convoke::base::db::Sql;
use convoke::base::id::Id;
use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::{self, Details, Event, Survey, SurveyKind, SurveyQuestion, file};
use convoke::on_both_engines;
use convoke::registration::{self, Registration, Surveyed, answer_survey, survey_token};

use crate::stage::{Answer, EVERYTHING, LANGUAGES, ROUNDTABLE, Stage, online};

on_both_engines! {
    async fn u_19_it_can_be_answered_from_the_end_until_it_closes(test: TestDb) {
        let stage = Stage::set_details(test, roundtable(None)).await;
        stage.register(&online("rana@example.org")).await;
        let (own, survey) = (own(&stage).await, survey(&stage).await);
        let early = stage.get(&survey).await;
        assert_eq!((early.status.as_u16(), early.texts("form.form").len()), (200, 0));
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 409);
        assert!(!stage.get(&own).await.body.contains("/survey/"));
        let ends_at = stage.event().await.schedule.ends_at();
        stage.test.clock.set(ends_at);
        assert_eq!(stage.get(&own).await.attributes(&format!("a[href='{survey}']"), "href").len(), 1);
        for language in LANGUAGES {
            let page = stage.get(&survey.replacen("/en/", &format!("/{language}/"), 1)).await;
            assert_eq!(page.status, 200, "{language}");
            assert_eq!(page.header("cache-control"), "no-store");
            assert_eq!(page.header("referrer-policy"), "no-referrer");
            assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
            assert_eq!(page.texts("fieldset").len(), 2, "{language}");
            assert_eq!(page.texts("[name='answer.overall']").len(), 5, "{language}");
            assert!(!page.body.contains("Rana") && !page.body.contains("rana@"), "{language}");
        }
        stage.test.clock.set(ends_at + TimeDelta::days(14) - TimeDelta::microseconds(1));
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 303);
        stage.test.clock.set(ends_at + TimeDelta::days(14));
        let closed = stage.get(&survey).await;
        assert_eq!((closed.status.as_u16(), closed.texts("form.form").len()), (200, 0));
        assert_eq!(say(&stage, &survey, &[("answer.overall", "1")]).await.status, 409);
        assert!(!stage.get(&own).await.body.contains("/survey/"));
        assert_eq!(kept(&stage).await, [r#"{"overall":"4"}"#]);
        // The page goes with everything else.
        stage.test.clock.set(ends_at + TimeDelta::days(30));
        assert_eq!(stage.get(&survey).await.status, 404);
    }

    async fn p_05_it_closes_before_personal_data_goes(test: TestDb) {
        let stage = Stage::set_details(test, roundtable(Some("2d"))).await;
        stage.register(&online("rana@example.org")).await;
        let survey = survey(&stage).await;
        let ends_at = stage.event().await.schedule.ends_at();
        stage.test.clock.set(ends_at + TimeDelta::days(2) - TimeDelta::microseconds(1));
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 303);
        stage.test.clock.set(ends_at + TimeDelta::days(2));
        assert_eq!(say(&stage, &survey, &[("answer.overall", "5")]).await.status, 404);
    }

    async fn p_05_where_nothing_is_kept_it_never_opens(test: TestDb) {
        let stage = Stage::set_details(test, roundtable(Some("0d"))).await;
        stage.register(&online("rana@example.org")).await;
        let survey = survey(&stage).await;
        let event = stage.event().await;
        let ends_at = event.schedule.ends_at();
        for now in [convoke::base::testing::start(), ends_at - TimeDelta::microseconds(1), ends_at] {
            let door = event.survey_door(now);
            assert_eq!(door, Some(event::SurveyDoor::Closed(ends_at)), "{now}");
        }
        assert_eq!(stage.get(&survey).await.texts("form.form").len(), 0);
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 409);
        assert_eq!(kept(&stage).await, [""; 0]);
    }

    async fn u_19_one_answer_a_person_which_can_be_changed(test: TestDb) {
        let (stage, survey) = over(test).await;
        let first = [("answer.overall", "4"), ("answer.better", "More  coffee\r\n<b>and</b> tea")];
        let sent = say(&stage, &survey, &first).await;
        assert_eq!(sent.header("location"), format!("{survey}?saved"));
        let page = stage.get(&format!("{survey}?saved")).await;
        assert_eq!(page.texts("[role=status]").len(), 1);
        assert_eq!(page.attributes("[name='answer.overall'][checked]", "value"), ["4"]);
        assert!(page.texts("textarea")[0].contains("<b>and</b> tea"), "{}", page.body);
        say(&stage, &survey, &[("answer.overall", "2"), ("answer.again", "3")]).await;
        assert_eq!(kept(&stage).await, [r#"{"again":"3","overall":"2"}"#]);
        let page = stage.get(&survey).await;
        assert_eq!(page.texts("[role=status]").len(), 0);
        assert_eq!(page.attributes("[name='answer.overall'][checked]", "value"), ["2"]);
    }

    async fn u_19_what_was_said_is_taken_back_by_saying_nothing_or_withdrawing(test: TestDb) {
        let (stage, survey) = over(test).await;
        assert_eq!(stage.get(&survey).await.texts("form.actions").len(), 0);
        say(&stage, &survey, &[("answer.overall", "4"), ("answer.better", "Tea")]).await;
        let page = stage.get(&survey).await;
        assert_eq!(page.attributes("form.actions", "action"), [survey.as_str()]);
        let sent = say(&stage, &survey, &[]).await;
        assert_eq!(sent.header("location"), format!("{survey}?deleted"));
        assert_eq!(kept(&stage).await, [""; 0]);
        assert_eq!(stage.get(&format!("{survey}?deleted")).await.texts("[role=status]").len(), 1);
        assert_eq!(say(&stage, &survey, &[]).await.status, 422, "there is nothing to take back");
        say(&stage, &survey, &[("answer.overall", "2")]).await;
        assert_eq!(stage.get(&format!("{survey}?deleted")).await.texts("[role=status]").len(), 0);
        let own = own(&stage).await;
        stage.post(&format!("{own}/withdraw"), &[]).await;
        assert_eq!(kept(&stage).await, [""; 0]);
    }

    async fn u_19_what_cannot_be_kept_says_why_and_keeps_what_was_typed(test: TestDb) {
        let (stage, survey) = over(test).await;
        let long = "a".repeat(1_001);
        for fields in [
            vec![],
            vec![("answer.overall", "6"), ("answer.again", "0"), ("answer.better", " ")],
            vec![("answer.nothing", "1")],
            vec![("answer.overall", "3"), ("answer.better", long.as_str())],
        ] {
            let refused = say(&stage, &survey, &fields).await;
            assert_eq!(refused.status, 422, "{fields:?}");
            assert_eq!(refused.texts(".summary li").len(), 1);
            assert_eq!(refused.header("cache-control"), "no-store");
        }
        let refused = say(&stage, &survey, &[("answer.overall", "3"), ("answer.better", &long)]).await;
        assert_eq!(refused.attributes("[name='answer.overall'][checked]", "value"), ["3"]);
        assert!(refused.texts("textarea")[0].contains(&long));
        assert_eq!(kept(&stage).await, [""; 0]);
        let most = "é".repeat(1_000);
        assert_eq!(say(&stage, &survey, &[("answer.better", &most)]).await.status, 303);
    }

    async fn u_19_as_much_as_may_be_said_fits_in_a_form(test: TestDb) {
        let question = |number: usize| SurveyQuestion {
            id: Some(format!("{}{number}", "k".repeat(30)).parse().unwrap()),
            label: Localised::One("What else?".parse().unwrap()),
            kind: SurveyKind::Text,
            options: Vec::new(),
        };
        let questions: Vec<SurveyQuestion> = (1..=5).map(question).collect();
        let details = Details {
            survey: Some(Survey { questions: questions.clone(), ..Survey::default() }),
            ..roundtable(None)
        };
        let stage = Stage::set_details(test, details).await;
        stage.register(&online("rana@example.org")).await;
        let survey = survey(&stage).await;
        let ends_at = stage.event().await.schedule.ends_at();
        stage.test.clock.set(ends_at);
        let names = questions.iter().map(|asked| format!("answer.{}", asked.id.as_ref().unwrap()));
        let names: Vec<String> = names.collect();
        let widest = "𐤀".repeat(1_000);
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (&**name, &*widest)).collect();
        assert_eq!(say(&stage, &survey, &fields).await.status, 303);
        assert_eq!(kept(&stage).await[0].matches('𐤀').count(), 5_000);
    }

    async fn s_25_who_answers_too_often_waits_and_can_have_a_copy_all_the_same(test: TestDb) {
        let (stage, survey) = over(test).await;
        for _ in 0..30 {
            assert_eq!(say(&stage, &survey, &[]).await.status, 422, "refused, and counted");
        }
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 429);
        let own = own(&stage).await;
        let copy = stage.post(&format!("{own}/export"), &[("format", "json")]).await;
        assert_eq!(copy.status, 200);
        let later = stage.event().await.schedule.ends_at() + TimeDelta::minutes(61);
        stage.test.clock.set(later);
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 303);
    }

    async fn u_19_the_organisers_own_questions_are_asked(test: TestDb) {
        let mut details = file::read(EVERYTHING).unwrap();
        details.visibility = None;
        let stage = Stage::set_details(test, details).await;
        let event = stage.event().await;
        let put = event.details.survey.as_ref().unwrap();
        let keys: Vec<String> = put.put().iter().map(|put| put.key.to_string()).collect();
        assert_eq!(keys, ["useful", "next", "more"]);
        let door = event.survey_door(event.schedule.ends_at() + TimeDelta::days(10));
        assert!(matches!(door, Some(event::SurveyDoor::Closed(_))), "{door:?}");
    }

    async fn u_19_nobody_finds_out_from_the_database_whose_answer_it_is(test: TestDb) {
        let (stage, survey) = over(test).await;
        let before = audited(&stage).await;
        say(&stage, &survey, &[("answer.overall", "4")]).await;
        assert_eq!(audited(&stage).await, before, "the log says nothing");
        let registration = stage.registrations().await[0].id.uuid();
        let rows = "SELECT answerer FROM survey_answer";
        let mut tx = stage.begin().await;
        let rows: Vec<(Vec<u8>,)> = tx.query(Sql::new(rows, rows)).fetch_all().await.unwrap();
        assert_eq!(rows.len(), 1);
        let octets = &rows[0].0;
        assert_eq!(octets.len(), 32);
        assert!(!octets.windows(16).any(|part| part == registration.as_bytes()));
        let plain = convoke::base::secret::hash(registration.to_string().as_bytes());
        assert_ne!(*octets, plain, "who has no key cannot make it");
        // The twin: who has the key can, as the page says.
        let keyed = stage.key.keyed_hash("survey answer", &registration.to_string());
        assert_eq!(*octets, keyed);
    }

    /// As it happens where they erase themselves while their answer waits: it was read before, and is kept after.
    async fn p_06_no_answer_is_kept_of_who_is_gone_or_of_what_is_cancelled_meanwhile(test: TestDb) {
        let (stage, _) = over(test).await;
        stage.test.clock.set(convoke::base::testing::start());
        stage.register(&online("omar@example.org")).await;
        let event = stage.event().await;
        stage.test.clock.set(event.schedule.ends_at());
        let all = stage.registrations().await;
        let own = own(&stage).await;
        let people = [load(&stage, all[0].id).await, load(&stage, all[1].id).await];
        stage.post(&format!("{own}/erase"), &[]).await;
        let [left] = &stage.registrations().await[..] else { panic!("one is gone") };
        let [erased, other] = if people[0].id == left.id { [1, 0] } else { [0, 1] };
        let (erased, other) = (&people[erased], &people[other]);
        assert_eq!(answered(&stage, &event, erased).await, Surveyed::Closed);
        assert_eq!(kept(&stage).await, [""; 0]);
        // The twin: of who is still there it is.
        assert_eq!(answered(&stage, &event, other).await, Surveyed::Kept);
        let mut tx = stage.begin().await;
        event::cancel(&mut tx, &event, "operator", None).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(answered(&stage, &event, other).await, Surveyed::Closed);
    }

    async fn s_08_a_token_is_of_one_person_and_of_nothing_else(test: TestDb) {
        let (stage, survey) = over(test).await;
        let token = survey.rsplit('/').next().unwrap();
        for path in [
            format!("/en/registrations/{token}"), format!("/j/{token}"),
            format!("/en/survey/{}", stage.token().await), "/en/survey/x".to_owned(),
            format!("/en/survey/{}", &token[1..]), format!("/xx/survey/{token}"),
        ] {
            assert_eq!(stage.get(&path).await.status, 404, "{path}");
        }
        let other = stage.registrations().await[0].id;
        let elsewhere = convoke::base::secret::InstanceKey::from_bytes([8; 32]);
        let foreign = format!("/en/survey/{}", survey_token(&elsewhere, other));
        assert_eq!(say(&stage, &foreign, &[("answer.overall", "4")]).await.status, 404);
        let own = own(&stage).await;
        stage.post(&format!("{own}/withdraw"), &[]).await;
        assert_eq!(say(&stage, &survey, &[("answer.overall", "4")]).await.status, 404);
        assert_eq!(stage.get(&survey).await.status, 404, "who has no place is not asked");
        assert_eq!(kept(&stage).await, [""; 0]);
    }

    async fn u_19_of_what_did_not_take_place_or_asks_nothing_there_is_no_survey(test: TestDb) {
        let stage = Stage::set(test, ROUNDTABLE).await;
        stage.register(&online("rana@example.org")).await;
        let survey = survey(&stage).await;
        let ends_at = stage.event().await.schedule.ends_at();
        stage.test.clock.set(ends_at);
        assert_eq!(stage.get(&survey).await.status, 404);
        stage.save(roundtable(None)).await;
        assert_eq!(stage.get(&survey).await.status, 200);
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        event::cancel(&mut tx, &event, "operator", None).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(stage.get(&survey).await.status, 404);
    }

    async fn p_06_it_is_in_the_copy_of_everything_and_goes_with_the_person(test: TestDb) {
        let (stage, survey) = over(test).await;
        let first = own(&stage).await;
        say(&stage, &survey, &[("answer.overall", "5"), ("answer.better", "CANARY-SAID")]).await;
        stage.test.clock.set(convoke::base::testing::start());
        stage.register(&online("omar@example.org")).await;
        let ends_at = stage.event().await.schedule.ends_at();
        stage.test.clock.set(ends_at);
        let other = format!("/en/survey/{}", survey_token(&stage.key, stage.registrations().await[1].id));
        say(&stage, &other, &[("answer.overall", "1")]).await;
        let copy = stage.post(&format!("{first}/export"), &[("format", "json")]).await;
        let copy: serde_json::Value = serde_json::from_str(&copy.body).unwrap();
        assert_eq!(copy["survey"]["better"], "CANARY-SAID");
        let read = stage.post(&format!("{first}/export"), &[("format", "html")]).await;
        assert!(read.body.contains("CANARY-SAID") && read.body.contains("5 – highest"), "{}", read.body);
        stage.post(&format!("{first}/erase"), &[]).await;
        assert_eq!(kept(&stage).await, [r#"{"overall":"1"}"#], "the other's stays");
        assert_eq!(stage.get(&survey).await.status, 404);
    }
}

/// The roundtable with a survey of our questions.
fn roundtable(retention: Option<&str>) -> Details {
    Details {
        survey: Some(Survey::default()),
        retention: retention.map(|span| span.parse().unwrap()),
        ..file::read(ROUNDTABLE).unwrap()
    }
}

/// A roundtable that is over, and the survey of the only one who has a place.
async fn over(test: TestDb) -> (Stage, String) {
    let stage = Stage::set_details(test, roundtable(None)).await;
    stage.register(&online("rana@example.org")).await;
    let survey = survey(&stage).await;
    let ends_at = stage.event().await.schedule.ends_at();
    stage.test.clock.set(ends_at);
    (stage, survey)
}

/// What becomes of an answer of who was read before.
async fn answered(stage: &Stage, event: &Event, registration: &Registration) -> Surveyed {
    let mut tx = stage.begin().await;
    let said = |_: &event::Put<'_>| "4".to_owned();
    let answered = answer_survey(&mut tx, &stage.key, event, registration, said);
    let answered = answered.await.unwrap();
    tx.commit().await.unwrap();
    answered
}

async fn load(stage: &Stage, id: Id<Registration>) -> Registration {
    let mut tx = stage.begin().await;
    registration::load(&mut tx, id).await.unwrap().unwrap()
}

async fn own(stage: &Stage) -> String {
    format!("/en/registrations/{}", stage.token().await)
}

async fn survey(stage: &Stage) -> String {
    let first = stage.registrations().await[0].id;
    format!("/en/survey/{}", survey_token(&stage.key, first))
}

async fn say(stage: &Stage, survey: &str, fields: &[(&str, &str)]) -> Answer {
    stage.post(survey, fields).await
}

/// What is kept, as it is stored but for blanks.
async fn kept(stage: &Stage) -> Vec<String> {
    let rows = "SELECT answers FROM survey_answer ORDER BY answerer";
    let mut tx = stage.begin().await;
    let rows: Vec<(serde_json::Value,)> = tx.query(Sql::new(rows, rows)).fetch_all().await.unwrap();
    rows.into_iter()
        .map(|(answers,)| answers.to_string())
        .collect()
}

async fn audited(stage: &Stage) -> i64 {
    let lines = "SELECT count(*) FROM audit_line";
    let mut tx = stage.begin().await;
    let (lines,): (i64,) = tx.query(Sql::new(lines, lines)).fetch_one().await.unwrap();
    lines
}
