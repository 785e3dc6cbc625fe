//! What was said in the survey: totals, words in no order, a file that no spreadsheet runs, and what may be
//! shared (U-19, P-5, S-20).

use chrono::TimeDelta;
use convoke::account::Role;
use convoke::base::db::Sql;
use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::{
    self, CannotSave, Details, SaveOptions, Saved, Survey, SurveyKind, SurveyQuestion, file,
};
use convoke::on_both_engines;
use convoke::registration::{Surveyed, answer_survey, load};
use convoke::retention;

use crate::people::register;
use crate::stage::{ROUNDTABLE, Stage};

/// So many say 5 and 4 that each could be told, and one says something else: were the 4s told, too, it would be
/// known how many that is.
const MANY: [&str; 13] = [
    "5", "5", "5", "5", "5", "5", "5", "4", "4", "4", "4", "4", "1",
];

on_both_engines! {
    async fn u_19_the_results_say_how_many_said_what_and_nobodys_name(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        for number in 0..9 {
            register(&stage, number, "en", None, "").await;
        }
        let organiser = after_the_end(&stage).await;
        let none = organiser.get(&stage.page("/survey")).await;
        assert_eq!((none.status.as_u16(), none.texts("svg").len()), (200, 0));
        answers(&stage, &["5", "5", "5", "5", "5", "3"]).await;
        let organiser = once_closed(&stage).await;
        let page = organiser.get(&stage.page("/survey")).await;
        assert!(page.body().contains("Answered: 6 of 9"), "{}", page.body());
        assert_eq!(page.texts("[aria-labelledby=question-1] tbody td"),
            ["0", "0", "0", "0", "1", "17", "0", "0", "5", "83"]);
        assert_eq!(page.texts(".said li").len(), 6);
        assert!(page.body().contains("&lt;i&gt;5&lt;/i&gt;"), "words are data");
        for trace in ["@example.org", "Guest", "registrations/"] {
            let said = page.texts(".charts").concat();
            assert!(!said.contains(trace), "{trace} in {said}");
        }
    }

    async fn p_05_nothing_but_how_many_is_told_while_it_is_open_or_where_few_answered(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        for number in 0..6 {
            register(&stage, number, "en", None, "").await;
        }
        for (said, is_told) in [(&["5"; 4][..], false), (&["5"; 5][..], true)] {
            let organiser = after_the_end(&stage).await;
            answers(&stage, said).await;
            assert_tells_only_how_many(&stage, &organiser, said.len()).await;
            let ends_at = stage.event().await.schedule.ends_at();
            stage.test.clock.set(ends_at + TimeDelta::days(14) - TimeDelta::microseconds(1));
            let organiser = stage.signed_in(Role::Organiser).await;
            assert_tells_only_how_many(&stage, &organiser, said.len()).await;
            let organiser = once_closed(&stage).await;
            if is_told {
                let page = organiser.get(&stage.page("/survey")).await;
                assert_eq!(page.texts(".said li").len(), 5);
                assert_eq!(organiser.get(&stage.page("/survey/answers.csv")).await.status, 200);
            } else {
                assert_tells_only_how_many(&stage, &organiser, said.len()).await;
            }
        }
    }

    async fn u_19_what_was_answered_does_not_become_another_question(test: TestDb) {
        let stage = Stage::set_with(test, with_questions()).await;
        register(&stage, 0, "en", None, "").await;
        let swap_options: Change = |asked| asked[1].options.swap(0, 2);
        // While nobody has answered everything can be another way.
        assert!(is_saved(&stage, swap_options).await);
        assert!(is_saved(&stage, swap_options).await);
        after_the_end(&stage).await;
        answers(&stage, &["5"]).await;
        let refused: [(&str, Change); 9] = [
            ("the order of options", swap_options),
            ("an option less", |asked| drop(asked[1].options.pop())),
            ("an option more", |asked| asked[1].options.push(label("Never"))),
            ("another kind", |asked| asked[2].kind = SurveyKind::Scale),
            ("no question", |asked| drop(asked.remove(0))),
            ("no questions", Vec::clear),
            ("another key", |asked| asked[0].id = Some("other".parse().unwrap())),
            ("the words of another", |asked| {
                let (first, last) = (asked[0].label.clone(), asked[2].label.clone());
                (asked[0].label, asked[2].label) = (last, first);
            }),
            ("a text for a choice", |asked| {
                asked[1].kind = SurveyKind::Text;
                asked[1].options.clear();
            }),
        ];
        for (what, change) in refused {
            assert!(!is_saved(&stage, change).await, "{what}");
        }
        let allowed: [(&str, Change); 3] = [
            ("other words", |asked| {
                asked[0].label = label("How did you like it?");
                asked[1].options[0] = label("Certainly");
            }),
            ("one more", |asked| {
                let id = Some("more".parse().unwrap());
                asked.push(SurveyQuestion { id, ..asked[0].clone() });
                asked[3].label = label("And the food?");
            }),
            ("another order of questions", |asked| asked.swap(0, 2)),
        ];
        for (what, change) in allowed {
            assert!(is_saved(&stage, change).await, "{what}");
        }
        let mut without = stage.event().await.details;
        without.survey = None;
        assert!(matches!(save(&stage, without).await, Err(CannotSave::SurveyAnswered)));
    }

    async fn s_20_the_file_has_a_line_a_person_and_no_formula(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        for number in 0..5 {
            register(&stage, number, "en", None, "").await;
        }
        after_the_end(&stage).await;
        answers(&stage, &["5", "4", "1", "1", "1"]).await;
        let organiser = once_closed(&stage).await;
        let file = organiser.get(&stage.page("/survey/answers.csv")).await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").ends_with("-survey.csv\""));
        let lines: Vec<&str> = file.body().lines().collect();
        assert_eq!(lines.len(), 6);
        assert!(lines[0].contains("How was the event for you?"));
        for line in &lines[1..] {
            assert!(line.contains(",Yes,'=HYPERLINK"), "{line}");
        }
        assert!(!file.body().contains("example.org"));
    }

    async fn p_05_few_are_not_told_in_the_report_to_share(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        for number in 0..13 {
            register(&stage, number, "en", None, "").await;
        }
        after_the_end(&stage).await;
        answers(&stage, &MANY).await;
        let organiser = once_closed(&stage).await;
        let page = |path: &'static str| {
            let (organiser, path) = (organiser.clone(), stage.page(path));
            async move { organiser.get(&path).await }
        };
        let survey = |page: &crate::stage::Answer| page.texts("[aria-labelledby^=chart-survey]").len();
        let shared = page("/report?shared=1").await;
        assert_eq!(survey(&shared), 2);
        let said = shared.texts(".report").concat();
        assert!(said.contains("5 – highest") && !said.contains("1 – lowest"), "{said}");
        let cells: Vec<String> = shared.texts(".report-chart tbody td");
        assert_eq!(cells[cells.len() - 6..], ["7", "54", "not shown", "not shown", "13", "100"]);
        assert!(!said.contains("HYPERLINK"), "no words of anybody");
        assert!(page("/report").await.texts(".report").concat().contains("1 – lowest"));
    }

    async fn p_05_totals_stay_and_words_go_with_the_registrations(test: TestDb) {
        let stage = Stage::set_with(test, roundtable()).await;
        for number in 0..13 {
            register(&stage, number, "en", None, "").await;
        }
        after_the_end(&stage).await;
        answers(&stage, &MANY).await;
        stage.test.clock.set("2023-03-01T10:00:00Z".parse().unwrap());
        let mut tx = stage.begin().await;
        while retention::is_due(&mut tx).await.unwrap() {
            retention::look(&mut tx, &stage.key).await.unwrap();
        }
        let left = "SELECT count(*) FROM survey_answer";
        let (left,): (i64,) = tx.query(Sql::new(left, left)).fetch_one().await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(left, 0);
        let organiser = stage.signed_in(Role::Organiser).await;
        let page = organiser.get(&stage.page("/survey")).await;
        let said = page.texts(".charts").concat();
        assert!(said.contains("5 – highest") && !said.contains("1 – lowest"), "{said}");
        assert_eq!(page.texts(".said li").len(), 0);
        assert!(said.contains("Answers: 13"), "{said}");
        assert_eq!(page.texts("a[download]").len(), 0);
    }
}

fn roundtable() -> Details {
    Details {
        survey: Some(Survey::default()),
        ..file::read(ROUNDTABLE).unwrap()
    }
}

/// What is done to the questions of a survey.
type Change = fn(&mut Vec<SurveyQuestion>);

/// The same with questions of the organiser's.
fn with_questions() -> Details {
    let question = |key: &str, kind: SurveyKind, options: &[&str]| SurveyQuestion {
        id: Some(key.parse().unwrap()),
        label: label(&format!("What of {key}?")),
        kind,
        options: options.iter().map(|option| label(option)).collect(),
    };
    let questions = vec![
        question("overall", SurveyKind::Scale, &[]),
        question("again", SurveyKind::Choice, &["Yes", "Perhaps", "No"]),
        question("better", SurveyKind::Text, &[]),
    ];
    Details {
        survey: Some(Survey {
            questions,
            ..Survey::default()
        }),
        ..roundtable()
    }
}

fn label(text: &str) -> Localised {
    Localised::One(text.parse().unwrap())
}

/// Whether the questions can be changed so.
async fn is_saved(stage: &Stage, change: Change) -> bool {
    let mut details = stage.event().await.details;
    change(&mut details.survey.as_mut().unwrap().questions);
    match save(stage, details).await {
        Ok(saved) => matches!(saved, Saved::Changed(_)),
        Err(CannotSave::SurveyAnswered) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn save(stage: &Stage, details: Details) -> Result<Saved, CannotSave> {
    let mut tx = stage.begin().await;
    let (organisation, sender) = (
        stage.organisation,
        "Levant Institute <events@institute.example>"
            .parse()
            .unwrap(),
    );
    let options = SaveOptions::default();
    let saved = event::save(&mut tx, &stage.key, organisation, &sender, details, options).await?;
    tx.commit().await.unwrap();
    Ok(saved)
}

/// An organiser who looks once it is over.
async fn after_the_end(stage: &Stage) -> crate::stage::Browser {
    let ends_at = stage.event().await.schedule.ends_at();
    stage.test.clock.set(ends_at);
    stage.signed_in(Role::Organiser).await
}

/// And one who looks once no answer is taken any more.
async fn once_closed(stage: &Stage) -> crate::stage::Browser {
    let ends_at = stage.event().await.schedule.ends_at();
    stage.test.clock.set(ends_at + TimeDelta::days(14));
    stage.signed_in(Role::Organiser).await
}

/// Neither the page nor the file nor the report tells more than that `people` have answered.
async fn assert_tells_only_how_many(
    stage: &Stage,
    organiser: &crate::stage::Browser,
    people: usize,
) {
    let page = organiser.get(&stage.page("/survey")).await;
    let said = page.body();
    assert!(said.contains(&format!("Answered: {people} of 6")), "{said}");
    assert!(
        !said.contains("HYPERLINK") && !said.contains("5 – highest"),
        "{said}"
    );
    let shown = [page.texts("svg").len(), page.texts(".charts section").len()];
    assert_eq!((shown, page.texts("a[download]").len()), ([0, 0], 0));
    assert!(said.contains("5 people"), "it says why: {said}");
    let file = organiser.get(&stage.page("/survey/answers.csv")).await;
    assert_eq!(file.status, 404);
    for path in ["/report", "/report?shared=1"] {
        let report = organiser.get(&stage.page(path)).await;
        assert_eq!(
            report.texts("[aria-labelledby^=chart-survey]").len(),
            0,
            "{path}"
        );
        assert!(!report.body().contains("5 – highest"), "{path}");
    }
}

/// As many as there are steps answer, the earliest to register first: each with a step, and all in words that a
/// spreadsheet and a page might take for more.
async fn answers(stage: &Stage, steps: &[&str]) {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let all = convoke::registration::for_export(&mut tx, event.id)
        .await
        .unwrap();
    for (one, step) in all.iter().zip(steps) {
        let registration = load(&mut tx, one.id).await.unwrap().unwrap();
        let said = answer_survey(&mut tx, &stage.key, &event, &registration, |put| match put
            .key
            .as_str()
        {
            "overall" => (*step).to_owned(),
            "again" => "1".to_owned(),
            _ => format!("=HYPERLINK(1) <i>{step}</i>"),
        });
        assert_eq!(said.await.unwrap(), Surveyed::Kept);
    }
    tx.commit().await.unwrap();
}
