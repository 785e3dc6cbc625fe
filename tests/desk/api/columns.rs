//! What those who appear get to see, by what they do: columns of the matrix, for pages and programs alike
//! (P-13). Speakers see what is theirs, moderators names and questions, interpreters the sheet and their channel.

use axum::http::StatusCode;
use convoke::account::api_token::Access;
use convoke::base::testing::TestDb;
use convoke::event::{Details, file};
use convoke::on_both_engines;
use convoke::web::api::{Operation, operations};
use serde_json::{Value as Json, json};

use super::{Program, all};
use crate::stage::{HOST, ROUNDTABLE, Stage};

/// Something that somebody may see, with words that stand for it and for nothing else.
const SECRETS: [(&str, &str); 8] = [
    ("the speaker's address", "zura@speakers.example"),
    ("the moderator's address", "maya@speakers.example"),
    ("the interpreter's address", "nadia@speakers.example"),
    ("an attendee's name", "Rana Quixote"),
    ("an attendee's address", "rana@attendees.example"),
    ("an attendee's question", "Who audits the auditors"),
    ("an attendee's diet", "Coeliac"),
    ("the channel", "Your channel"),
];

/// The roundtable with something to ask, and something to choose.
fn asking() -> Details {
    let questions = "\n[[registration.question]]\nid = \"ask\"\nlabel = \"Your question\"\nkind = \"text\"\n\
        \n[[registration.question]]\nid = \"diet\"\nlabel = \"Diet\"\nkind = \"choice\"\n\
        options = [\"None\", \"Coeliac\"]\n\n[meeting]";
    file::read(&ROUNDTABLE.replace("\n[meeting]", questions)).unwrap()
}

/// Puts somebody into the session and has them asked; gives the path of their own page.
async fn invited(
    stage: &Stage,
    program: &Program,
    role: &str,
    (name, email): (&str, &str),
) -> String {
    let tag = async || format!("\"{}\"", stage.event().await.revision);
    let mut body = json!({ "role": role, "state": "idea", "name": { "en": name }, "email": email });
    if role == "interpreter" {
        body["channel"] = json!({ "from": "en", "to": "ar" });
    }
    let lineup = format!("/api/v1/events/{}/sessions/1/appearances", stage.slug);
    let headers = [("if-match", &*tag().await)];
    let added = program.send("POST", &lineup, &headers, &body).await;
    assert_eq!(added.status, StatusCode::CREATED, "{}", added.body());
    let id = added.json()["id"].as_str().unwrap().to_owned();
    let headers = [("if-match", &*tag().await)];
    let invite = format!("{lineup}/{id}/invite");
    let asked = program.send("POST", &invite, &headers, &Json::Null).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.body());
    let mails = stage.work().await;
    let mail = mails.iter().find(|mail| mail.to.contains(email)).unwrap();
    let link = mail
        .text
        .split_whitespace()
        .find(|word| word.contains("/lineup/"));
    let own = link
        .unwrap()
        .trim_start_matches(&format!("https://{HOST}"))
        .to_owned();
    let agreed = stage
        .stranger()
        .post(&format!("{own}/answer"), &[("answer", "confirm")])
        .await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER);
    own
}

/// Everything that the pages of somebody's link say.
async fn told(stage: &Stage, own: &str) -> (Vec<u16>, String) {
    let (mut statuses, mut told) = (Vec::new(), String::new());
    for rest in ["", "/participants", "/sheet"] {
        let answer = stage.stranger().get(&format!("{own}{rest}")).await;
        statuses.push(answer.status.as_u16());
        if answer.status == StatusCode::OK {
            told.push_str(answer.body());
        }
    }
    (statuses, told)
}

/// What of all there is to see stands in `told`.
fn seen(told: &str) -> Vec<&'static str> {
    let seen = SECRETS.iter().filter(|(_, words)| told.contains(words));
    seen.map(|(what, _)| *what).collect()
}

fn filled_in(operation: &Operation, slug: &str) -> String {
    let steps = operation.path.split('/').map(|step| match step {
        "{event}" => slug,
        "{session}" => "1",
        step if step.starts_with('{') => "00000000-0000-0000-0000-000000000007",
        step => step,
    });
    steps.collect::<Vec<_>>().join("/")
}

on_both_engines! {
    async fn p_13_who_appears_sees_what_their_part_takes_and_nothing_else(test: TestDb) {
        let stage = Stage::set_with(test, asking()).await;
        let program = Program::of(&stage, all(Access::Write)).await;
        let somebody = json!({ "name": "Rana Quixote", "email": "rana@attendees.example", "mode": "online",
            "answers": { "ask": "Who audits the auditors?", "diet": "2" } });
        let registrations = format!("/api/v1/events/{}/registrations", stage.slug);
        let rana = program.post(&registrations, &somebody).await;
        assert_eq!(rana.status, StatusCode::CREATED, "{}", rana.body());
        let cast = [
            ("speaker", ("Zura", "zura@speakers.example")),
            ("moderator", ("Maya", "maya@speakers.example")),
            ("interpreter", ("Nadia", "nadia@speakers.example")),
        ];
        let mut links = Vec::new();
        for (role, who) in cast {
            links.push(invited(&stage, &program, role, who).await);
        }
        // Whoever organises sees all of it: the words stand for what they should.
        let list = program.get(&registrations).await;
        let event = program.get(&format!("/api/v1/events/{}", stage.slug)).await;
        let whole = format!("{}{}", list.body(), event.body());
        for (what, words) in &SECRETS[..7] {
            assert!(whole.contains(words), "{what}");
        }
        let columns = [
            ("speaker", vec![200, 404, 404], vec![]),
            ("moderator", vec![200, 200, 404], vec!["an attendee's name", "an attendee's question"]),
            ("interpreter", vec![200, 404, 200], vec!["the channel"]),
        ];
        for (own, (role, statuses, sees)) in links.iter().zip(columns) {
            let (answered, told) = told(&stage, own).await;
            assert_eq!(answered, statuses, "{role}");
            let address = format!("the {role}'s address");
            let seen: Vec<_> = seen(&told).into_iter().filter(|what| **what != *address).collect();
            assert_eq!(seen, sees, "{role}");
        }
    }

    async fn p_13_a_link_to_an_own_page_opens_nothing_to_programs_or_in_the_workspace(test: TestDb) {
        let stage = Stage::set_with(test, asking()).await;
        let organiser = Program::of(&stage, all(Access::Write)).await;
        let own = invited(&stage, &organiser, "moderator", ("Maya", "maya@speakers.example")).await;
        let secret = own.rsplit('/').next().unwrap();
        let moderator = Program::with(&stage, secret);
        for operation in operations() {
            let path = filled_in(&operation, stage.slug.as_str());
            let answer = moderator.ask(operation.method.as_str(), &path, &[], "").await;
            answer.is_problem(StatusCode::UNAUTHORIZED, "unauthorised");
        }
        let page = moderator.get(&stage.page("/registrations")).await;
        assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    }
}
