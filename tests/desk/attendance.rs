//! Who came online, by the reports of Zoom and Teams: noted whole or not at all.

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::audit;
use convoke::base::db::Sql;
use convoke::base::testing::TestDb;
use convoke::on_both_engines;
use convoke::registration::{AtTheDoor, at_the_door};

use crate::registrations::{register, send_file};
use crate::stage::Stage;

/// Those who have a place.
const REGISTERED: [(&str, &str); 6] = [
    ("Nadine Khoury", "nadine.khoury@example.org"),
    ("Éloïse Dupré", "eloise.dupre@example.net"),
    ("ليلى مصطفى", "leila@example.net"),
    ("Omar Saleh", "omar.saleh@example.com"),
    ("Omar Saleh", "omar.s@example.org"),
    ("Nino Beridze", "nino.beridze@example.org"),
];

/// A report as a service writes it, with what is to be seen of it.
struct Sample {
    octets: &'static [u8],
    /// The people: their lines, and what they come to.
    people: &'static [(&'static str, &'static str)],
    /// Who is noted.
    came: &'static [&'static str],
    /// What is put in the place of what, and the line that is wrong then.
    fault: (&'static str, &'static str, &'static str),
}

const SAMPLES: [Sample; 4] = [
    Sample {
        octets: include_bytes!("../samples/attendance/zoom-meeting.csv"),
        people: &[
            ("5", "not registered"),
            ("13", "not registered"),
            ("11", "unclear"),
            ("9", "too short"),
            ("7", "attended"),
            ("10", "attended"),
            ("12", "attended"),
        ],
        came: &["Nadine Khoury", "Omar Saleh", "ليلى مصطفى"],
        fault: (
            "11/25/2022 03:05:00 PM,11/25/2022 05:01:00 PM,116",
            "soon,later,long",
            "10",
        ),
    },
    Sample {
        octets: include_bytes!("../samples/attendance/zoom-webinar.csv"),
        people: &[
            ("7", "not registered"),
            ("10", "not registered"),
            ("20", "not registered"),
            ("17", "too short"),
            ("13", "attended"),
            ("16", "attended"),
        ],
        came: &["Nadine Khoury", "ليلى مصطفى"],
        fault: ("Yes,Ali Taha,ali@institute.example", "Yes,,", "10"),
    },
    Sample {
        octets: include_bytes!("../samples/attendance/teams.csv"),
        people: &[
            ("11", "not registered"),
            ("15", "too short"),
            ("12", "attended"),
            ("13", "attended"),
            ("14", "attended"),
        ],
        came: &["Nadine Khoury", "Omar Saleh", "ليلى مصطفى"],
        fault: ("\t41s\t", "\tshortly\t", "15"),
    },
    Sample {
        octets: include_bytes!("../samples/attendance/teams-2021.csv"),
        people: &[
            ("9", "not registered"),
            ("10", "attended"),
            ("12", "attended"),
        ],
        came: &["Nadine Khoury", "ليلى مصطفى"],
        fault: (
            "ليلى مصطفى (Guest)\t11/25/2022, 3:05:00 PM\t11/25/2022, 5:01:00 PM",
            "\t11/25/2022, 3:05:00 PM\t11/25/2022, 5:01:00 PM",
            "12",
        ),
    },
];

on_both_engines! {
    async fn u_18_a_report_of_zoom_or_teams_is_noted_whole(test: TestDb) {
        let stage = over(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        for sample in &SAMPLES {
            let report = send_file(&maya, &stage.page("/check-in/report"), sample.octets).await;
            let report = report.leads_to().to_owned();
            let page = maya.get(&report).await;
            let rows = page.texts("#people tbody th");
            let people: Vec<(&str, &str)> =
                rows.iter().map(|row| row.split_once(' ').unwrap()).collect();
            assert_eq!(people, sample.people);
            assert!(page.texts("#people").concat().contains("less than a minute has not attended"));
            assert_eq!(came(&stage).await, [""; 0], "looking notes nobody");
            let fields = [("do", "note")];
            let noted = maya.post(path(&report), &fields).await;
            let count = format!("done=attendance-noted&n={}", sample.came.len());
            assert!(noted.leads_to().ends_with(&count), "{}", noted.leads_to());
            assert_eq!(came(&stage).await, sample.came);
            assert_eq!(maya.post(path(&report), &fields).await.status, StatusCode::NOT_FOUND);
            let door = maya.get(noted.leads_to()).await;
            assert_eq!(door.texts(".door strong").len(), sample.came.len());
            // The same report again notes nobody twice.
            let again = send_file(&maya, &stage.page("/check-in/report"), sample.octets).await;
            let page = maya.get(again.leads_to()).await;
            assert_eq!(page.attributes("button[value=note]", "disabled").len(), 1);
            let badges = page.texts("#people tbody .badge");
            let noted = badges.iter().filter(|badge| *badge == "noted already").count();
            assert_eq!(noted, sample.came.len());
            nobody_came(&stage).await;
        }
        let event = stage.event().await;
        let lines = audit::of_object(&mut stage.begin().await, event.id.uuid(), 60).await.unwrap();
        let noted = lines.iter().filter(|line| line.action == "attendance_noted");
        assert_eq!(noted.count(), SAMPLES.len());
    }

    async fn u_18_a_report_of_many_is_taken(test: TestDb) {
        let stage = over(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let mut report = "Name,Duration\n".to_owned();
        for number in 0..2000 {
            report.push_str(&format!("Somebody of a large institute number {number},57\n"));
        }
        assert!(report.len() > 64 * 1024);
        let taken = send_file(&maya, &stage.page("/check-in/report"), report.as_bytes()).await;
        assert_eq!(maya.get(taken.leads_to()).await.status, StatusCode::OK);
    }

    async fn u_18_a_report_with_a_fault_is_not_noted_at_all(test: TestDb) {
        let stage = over(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        for sample in &SAMPLES {
            let (right, wrong, line) = sample.fault;
            let faulty = replaced(sample.octets, right, wrong);
            let report = send_file(&maya, &stage.page("/check-in/report"), &faulty).await;
            let report = report.leads_to().to_owned();
            let page = maya.get(&report).await;
            assert_eq!(page.texts("#faults tbody th"), [line], "{wrong}");
            assert!(page.texts("title")[0].starts_with("Error:"));
            let refused = maya.post(path(&report), &[("do", "note")]).await;
            assert_eq!(refused.status, StatusCode::OK);
            assert_eq!(came(&stage).await, [""; 0], "{wrong}");
        }
    }

    async fn u_18_a_report_is_for_organisers_and_of_a_session_that_has_begun(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/check-in/report");
        let early = send_file(&maya, &path, SAMPLES[0].octets).await.leads_to().to_owned();
        let page = maya.get(&early).await;
        assert_eq!(page.texts(".summary li"), ["Choose another session: this one has not begun"]);
        assert_eq!(page.attributes("button[value=note]", "disabled").len(), 1);
        for (octets, words) in [
            (&b""[..], "Choose a file"),
            (b"Name,Email\nAna,ana@x.example\n", "Hand in a report"),
        ] {
            let refused = send_file(&maya, &path, octets).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.texts(".summary li").concat().starts_with(words));
        }
        let door = maya.get(&stage.page("/check-in")).await;
        assert!(door.body().contains("/check-in/report"));
        // It holds addresses, which assistants do not see.
        let assistant = stage.signed_in(Role::Assistant).await;
        let door = assistant.get(&stage.page("/check-in")).await;
        assert!(!door.body().contains("/check-in/report"));
        assert_eq!(assistant.get(&early).await.status, StatusCode::FORBIDDEN);
        // Nor does a colleague who did not hand it in.
        let other = stage.employ("other@institute.example", Role::Organiser).await;
        assert_eq!(stage.browser_of(&other).await.get(&early).await.status, StatusCode::NOT_FOUND);
    }
}

/// The roundtable once it is over, with everybody registered.
async fn over(test: TestDb) -> Stage {
    let stage = Stage::set(test).await;
    for (name, email) in REGISTERED {
        register(&stage, name, email, "").await;
    }
    let ends_at = stage.event().await.schedule.sessions[0].ends_at;
    stage.test.clock.set(ends_at);
    stage
}

/// Who is noted, by name.
async fn came(stage: &Stage) -> Vec<String> {
    let event = stage.event().await;
    let session = event.session_ids[0];
    let who = (AtTheDoor::Present, None);
    let mut tx = stage.begin().await;
    let present = at_the_door(&mut tx, (event.id, session), "", who, (60, 0)).await;
    let mut names: Vec<String> = present
        .unwrap()
        .iter()
        .map(|one| one.name.to_string())
        .collect();
    names.sort_unstable();
    names
}

async fn nobody_came(stage: &Stage) {
    let mut tx = stage.begin().await;
    let statement = "DELETE FROM check_in";
    tx.query(Sql::new(statement, statement))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A file in its own encoding with other words in it.
fn replaced(octets: &[u8], right: &str, wrong: &str) -> Vec<u8> {
    let is_wide = octets.starts_with(&[0xFF, 0xFE]);
    let encoding = if is_wide {
        encoding_rs::UTF_16LE
    } else {
        encoding_rs::UTF_8
    };
    let text = encoding.decode(octets).0;
    let faulty = text.replacen(right, wrong, 1);
    assert_ne!(text, faulty, "there is no {right}");
    if is_wide {
        let mark = std::iter::once(0xFEFF);
        return mark
            .chain(faulty.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
    }
    faulty.into_bytes()
}

/// An address without its query.
fn path(address: &str) -> &str {
    address.split('?').next().unwrap()
}
