//! Moving in: what other services export comes in whole or not at all (U-13).

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::event::Mode;
use convoke::on_both_engines;
use convoke::registration::{ExportedRegistration, for_export};

use crate::registrations::hand_in;
use crate::stage::{Answer, Browser, Stage};

/// A line, and the heading of a column.
type Place = (&'static str, &'static str);

/// An export as a service writes it, with what is to be seen of it.
struct Sample {
    name: &'static str,
    octets: &'static [u8],
    /// The columns that are taken for something, by their headings.
    columns: &'static [(&'static str, &'static str)],
    /// The lines of those who have no place there any more.
    gone: &'static [&'static str],
    /// Name, address, organisation, language, whether online.
    people: &'static [(&'static str, &'static str, &'static str, &'static str, bool)],
    /// What is put in the place of what, and what is wrong then.
    faults: &'static [(&'static str, &'static str, &'static [Place])],
}

const SAMPLES: [Sample; 4] = [
    Sample {
        name: "eventbrite",
        octets: include_bytes!("../samples/lists/eventbrite.csv"),
        columns: &[
            ("First Name", "given"),
            ("Last Name", "family"),
            ("Email", "email"),
            ("Attendee Status", "status"),
            ("Company", "organisation"),
            ("Job Title", "position"),
            ("Home Country", "country"),
        ],
        gone: &["4"],
        people: &[
            (
                "Nadine Khoury",
                "nadine.khoury@example.org",
                "Levant Institute",
                "en",
                true,
            ),
            (
                "Éloïse Dupré",
                "eloise.dupre@example.net",
                "Université d’Exemple, Beyrouth",
                "en",
                true,
            ),
            (
                "Omar Saleh",
                "omar.saleh@example.com",
                "Example TV",
                "en",
                true,
            ),
            ("رنا حداد", "rana.haddad@example.org", "", "en", true),
        ],
        faults: &[
            (
                "رنا,حداد,rana.haddad@",
                "رنا,حداد,nadine.khoury@",
                &[("6", "Email")],
            ),
            (
                "Omar,Saleh,omar.saleh@example.com,1,,General Admission,91000000047,,Free Order,USD,0.00,0.00,0.00,0.00,Attending",
                ",,omar.saleh,1,,General Admission,91000000047,,Free Order,USD,0.00,0.00,0.00,0.00,Pending",
                &[
                    ("5", "Attendee Status"),
                    ("5", "First Name"),
                    ("5", "Email"),
                ],
            ),
        ],
    },
    Sample {
        name: "pretix",
        octets: include_bytes!("../samples/lists/pretix.csv"),
        columns: &[
            ("Status", "status"),
            ("Attendee name", "name"),
            ("Attendee email", "email"),
            ("Company", "organisation"),
            ("Country", "country"),
            ("Order locale", "language"),
        ],
        gone: &["4"],
        people: &[
            (
                "Nino Beridze",
                "nino.beridze@example.org",
                "GFSIS",
                "en",
                true,
            ),
            (
                "Lasha Ivanidze",
                "lasha@example.org",
                "GFSIS; Tbilisi",
                "en",
                true,
            ),
            ("ليلى مصطفى", "leila@example.net", "", "ar", true),
        ],
        faults: &[
            ("\"lasha@example.org\"", "\"\"", &[("3", "Attendee email")]),
            ("\"ar\"", "\"de-informal\"", &[("5", "Order locale")]),
        ],
    },
    Sample {
        name: "zoom",
        octets: include_bytes!("../samples/lists/zoom.csv"),
        columns: &[
            ("First Name", "given"),
            ("Last Name", "family"),
            ("Email", "email"),
            ("Country/Region", "country"),
            ("Organization", "organisation"),
            ("Job Title", "position"),
            ("Approval Status", "status"),
        ],
        gone: &["9"],
        people: &[
            (
                "Семён Лунгин",
                "semyon.lungin@example.org",
                "Example Media",
                "en",
                true,
            ),
            ("Maya", "maya@example.org", "", "en", true),
            (
                "Salma Haddad",
                "salma.haddad@example.org",
                "Levant Institute",
                "en",
                true,
            ),
        ],
        faults: &[
            (
                "9:14:59 AM\",approved",
                "9:14:59 AM\",pending",
                &[("8", "Approval Status")],
            ),
            ("Salma,Haddad,", ",,", &[("10", "First Name")]),
        ],
    },
    Sample {
        name: "indico",
        octets: include_bytes!("../samples/lists/indico.csv"),
        columns: &[
            ("Name", "name"),
            ("Email Address", "email"),
            ("Affiliation", "organisation"),
            ("Position", "position"),
            ("Country", "country"),
            ("Participation", "mode"),
            ("Registration state", "status"),
        ],
        gone: &["4"],
        people: &[
            ("Ana Silva", "ana.silva@example.org", "CERN", "en", true),
            (
                "Paul O’Neil",
                "paul.oneil@example.org",
                "Trinity College",
                "en",
                false,
            ),
        ],
        faults: &[
            (
                "Completed,False",
                "Awaiting payment,False",
                &[("2", "Registration state"), ("3", "Registration state")],
            ),
            ("In person", "By boat", &[("3", "Participation")]),
        ],
    },
];

on_both_engines! {
    async fn u_13_exports_of_other_services_come_in_whole(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        let mut before = 0;
        for sample in &SAMPLES {
            let name = sample.name;
            let kept = hand_in(&stage, &maya, sample.octets).await.leads_to().to_owned();
            let page = maya.get(&kept).await;
            assert_eq!(taken_for(&page), owned(sample.columns), "{name}");
            assert_eq!(page.texts("#faults tbody tr"), [""; 0], "{name}");
            let gone = page.texts("tbody tr[data-fate=gone] th");
            let lines: Vec<&str> = gone.iter().map(|text| text.split(' ').next().unwrap()).collect();
            assert_eq!(lines, sample.gone, "{name}");
            let added = maya.post(&kept, &[("do", "add"), ("mode", "online")]).await;
            let count = format!("done=imported&n={}", sample.people.len());
            assert!(added.leads_to().ends_with(&count), "{name} {}", added.leads_to());
            let people = everybody(&stage).await.split_off(before);
            let told: Vec<_> = people.iter().map(told).collect();
            let wanted = sample.people.iter().map(|(name, email, organisation, language, online)| {
                let [name, email, organisation, language] = [name, email, organisation, language].map(|text| (*text).to_owned());
                (name, email, organisation, language, *online)
            });
            assert_eq!(told, wanted.collect::<Vec<_>>(), "{name}");
            before += people.len();
        }
    }

    async fn u_13_an_export_with_a_fault_does_not_come_in_at_all(test: TestDb) {
        let stage = Stage::set(test).await;
        let maya = stage.signed_in(Role::Organiser).await;
        for sample in &SAMPLES {
            for (right, wrong, faults) in sample.faults {
                let text = std::str::from_utf8(sample.octets).unwrap();
                let faulty = text.replace(right, wrong);
                assert_ne!(text, faulty, "{} has no {right}", sample.name);
                let kept = hand_in(&stage, &maya, faulty.as_bytes()).await.leads_to().to_owned();
                assert_eq!(faults_on(&maya, &kept).await, owned(faults), "{} {wrong}", sample.name);
                let refused = maya.post(&kept, &[("do", "add"), ("mode", "online"), ("beyond", "yes")]).await;
                assert_eq!(refused.status, StatusCode::OK, "{} {wrong}", sample.name);
                assert_eq!(everybody(&stage).await, [], "{} {wrong}", sample.name);
            }
        }
    }
}

/// The columns that are taken for something, and for what.
fn taken_for(page: &Answer) -> Vec<(String, String)> {
    let headings = page.texts(".sheet-table thead label");
    let selected = page.attributes(".sheet-table thead option[selected]", "value");
    assert_eq!(headings.len(), selected.len());
    let taken = headings.into_iter().zip(selected);
    taken.filter(|(_, column)| column != "skip").collect()
}

/// The lines that are wrong, with the headings of their columns.
async fn faults_on(browser: &Browser, preview: &str) -> Vec<(String, String)> {
    let page = browser.get(preview).await;
    assert_eq!(page.attributes("button[value=add]", "disabled").len(), 1);
    let lines = page.texts("#faults tbody th");
    let cells = page.texts("#faults tbody td:nth-child(2)");
    lines.into_iter().zip(cells).collect()
}

async fn everybody(stage: &Stage) -> Vec<ExportedRegistration> {
    let event = stage.event().await;
    for_export(&mut stage.begin().await, event.id)
        .await
        .unwrap()
}

fn told(one: &ExportedRegistration) -> (String, String, String, String, bool) {
    let organisation = one.organisation.clone().unwrap_or_default();
    let (name, email) = (one.name.to_string(), one.email.to_string());
    (
        name,
        email,
        organisation,
        one.language.to_string(),
        one.mode == Mode::Online,
    )
}

/// Pairs that compare with what a test spells out.
fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
    pairs.iter().map(own).collect()
}
