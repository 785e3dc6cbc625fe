use super::presence::{lasted, rough_stay, stay};
use super::reading::name_key;
use super::store::Expected;
use super::*;
use crate::base::text::SingleLine;

fn report(text: &str) -> Report {
    read(text).expect("a table of people")
}

/// Name, address and seconds of everybody.
fn people(text: &str) -> Vec<(String, Option<String>, i64)> {
    let report = report(text);
    assert_eq!(report.faults, [], "{text}");
    let told = report.people.iter().map(|seen| {
        let email = seen.email.as_ref().map(ToString::to_string);
        (seen.name.to_string(), email, seen.seconds())
    });
    told.collect()
}

fn somebody(name: &str, email: &str, seconds: i64) -> (String, Option<String>, i64) {
    let email = (!email.is_empty()).then(|| email.to_owned());
    (name.to_owned(), email, seconds)
}

/// What everybody in a report comes to, with the number of their registration among `expected`.
fn fates(text: &str, expected: &[(&str, &str)]) -> Vec<(Match, Option<u128>)> {
    let id = |number: u128| Id::from_uuid(uuid::Uuid::from_u128(number));
    let expected: Vec<Expected> = (0..)
        .zip(expected)
        .map(|(number, (name, email))| Expected {
            id: id(number),
            name: SingleLine::clean(name),
            email_key: (*email).to_owned(),
            is_noted: name.ends_with("Noted"),
        })
        .collect();
    let found = matching::matched(&report(text).people, &expected);
    found
        .into_iter()
        .map(|one| {
            let number = one.registration.map(|(id, _)| id.uuid().as_u128());
            (one.comes_to, number)
        })
        .collect()
}

#[test]
fn who_comes_several_times_or_with_two_devices_is_one_and_was_there_once() {
    let zoom = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n\
        Ana,ana@x.example,12/04/2026 03:00:00 PM,12/04/2026 03:30:00 PM,30,Yes\n\
        iPad,ANA@x.example,12/04/2026 03:20:00 PM,12/04/2026 03:40:00 PM,20,Yes\n\
        Ana,ana@x.example,12/04/2026 03:50:00 PM,12/04/2026 04:00:00 PM,10,Yes\n\
        Bo,,12/04/2026 03:00:01 PM,12/04/2026 03:00:31 PM,1,Yes\n\
        bo,,12/04/2026 03:10:00 PM,12/04/2026 03:10:20 PM,1,Yes\n";
    let ana = somebody("Ana", "ana@x.example", 50 * 60);
    assert_eq!(people(zoom), [ana, somebody("Bo", "", 50)]);
    let unique =
        "Name (original name),Email,Total duration (minutes),Guest\nAna,ana@x.example,57,No\n";
    assert_eq!(people(unique), [somebody("Ana", "ana@x.example", 57 * 60)]);
}

#[test]
fn a_report_that_sums_up_and_says_each_stay_is_not_counted_twice() {
    let teams = "1. Summary\nMeeting title\tWater\nAttended participants\t2\n\n2. Participants\n\
        Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n\
        Ana\t12/4/26, 3:00:00 PM\t12/4/26, 4:00:00 PM\t40m\tana@x.example\tana@x.example\tPresenter\n\n\
        3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n\
        Ana\t12/4/26, 3:00:00 PM\t12/4/26, 3:30:00 PM\t30m\tana@x.example\tPresenter\n\
        Ana\t12/4/26, 3:50:00 PM\t12/4/26, 4:00:00 PM\t10m\tana@x.example\tPresenter\n\n\
        4. Reactions\nName\tReaction\nAna\tHeart\n";
    assert_eq!(people(teams), [somebody("Ana", "ana@x.example", 40 * 60)]);
}

#[test]
fn faults_are_named_by_line_and_who_did_not_come_is_none() {
    let text = "Attendee Details\nAttended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)\n\
        No,Ana,ana@x.example,--,--,--\nYes,,,--,--,12\nYes,Bo,bo@x.example,soon,later,long\nYes,Cy,cy@x.example,,,3\n";
    let report = report(text);
    let faults: Vec<_> = report
        .faults
        .iter()
        .map(|fault| (fault.line, fault.problem))
        .collect();
    assert_eq!(faults, [(4, LineProblem::Nobody), (5, LineProblem::Time)]);
    assert_eq!((report.absent, report.people.len()), (1, 1));
    for none in [
        "",
        "Name,Email\nAna,ana@x.example\n",
        "Meeting ID,Duration (Minutes)\n1,2\n",
    ] {
        assert_eq!(read(none), None, "{none}");
    }
}

#[test]
fn lengths_and_times_are_read_in_every_way_they_are_written() {
    for (text, seconds) in [
        ("57", Some(3420)),
        ("1h 13m 42s", Some(4422)),
        ("59m 35s", Some(3575)),
        ("35s", Some(35)),
        ("0:47:10", Some(2830)),
        ("long", None),
        ("5 apples", None),
        ("-3:00:00", None),
        ("9223372036854775807:1:1", None),
        ("4294967295:59:59", Some(15_461_882_265_599)),
        ("99999999999", None),
        ("", None),
    ] {
        assert_eq!(lasted(text), seconds, "{text}");
    }
    for (joined, left, seconds) in [
        (
            "12/04/2026 03:00:00 PM",
            "12/04/2026 03:30:00 PM",
            Some(1800),
        ),
        (
            "12/4/26, 3:00:00\u{202F}PM",
            "12/4/26, 3:00:20\u{202F}PM",
            Some(20),
        ),
        ("2026-11-30 23:50:00", "2026-12-01 00:10:00", Some(1200)),
        ("30/11/2026, 23:50:00", "01/12/2026, 00:10:00", Some(1200)),
        ("Dec 4, 2026 15:00:00", "Dec 4, 2026 15:00:59", Some(59)),
        ("04.12.2026 15:00:00", "04.12.2026 15:01:00", Some(60)),
        ("12/04/2026 03:30:00 PM", "12/04/2026 03:00:00 PM", None),
        ("soon", "later", None),
    ] {
        let read = stay(joined, left).map(|(from, to)| to - from);
        assert_eq!(read, seconds, "{joined} {left}");
    }
    let rough = rough_stay("10/11/2026 11:01", "10/11/2026 11:58");
    assert_eq!(rough.map(|(from, to)| to - from), Some(57 * 60));
}

#[test]
fn people_are_found_by_address_first_and_then_by_a_name_that_means_one() {
    use Match::{Came, Noted, Short, Unclear, Unknown};
    let expected = [
        ("Rana Haddad", "rana@x.example"),
        ("ليلى مصطفى", "leila@x.example"),
        ("Omar Saleh", "omar@x.example"),
        ("Omar Saleh", "omar@y.example"),
        ("Nino Beridze", "office@x.example"),
        ("Lasha Ivanidze", "office@x.example"),
        ("Maya Noted", "maya@x.example"),
    ];
    for (name, email, minutes, fate) in [
        ("Somebody", "RANA@x.example", "5", (Came, Some(0))),
        ("HADDAD, Rana", "", "5", (Came, Some(0))),
        (
            "Rana Haddad (Guest)",
            "rana@private.example",
            "5",
            (Came, Some(0)),
        ),
        ("iPhone (Rana Haddad)", "", "5", (Came, Some(0))),
        ("ليلي مصطفي", "", "5", (Came, Some(1))),
        ("Omar Saleh", "", "5", (Unclear, None)),
        ("Omar Saleh", "omar@y.example", "5", (Came, Some(3))),
        ("Lasha Ivanidze", "office@x.example", "5", (Came, Some(5))),
        ("The office", "office@x.example", "5", (Unclear, None)),
        ("Rana", "", "5", (Unknown, None)),
        ("Guest", "", "5", (Unknown, None)),
        ("Rana Haddad", "", "0", (Short, Some(0))),
        ("Maya", "maya@x.example", "5", (Noted, Some(6))),
    ] {
        let text = format!("Name,Email,Duration\n\"{name}\",{email},{minutes}\n");
        assert_eq!(fates(&text, &expected), [fate], "{text}");
    }
}

#[test]
fn what_parts_namesakes_and_what_is_added_up() {
    use Match::{Came, Short, Unclear};
    let expected = [("Rana Haddad", "rana@x.example")];
    for (rows, wanted) in [
        // Two accounts, one name: either may be somebody else.
        (
            "Rana Haddad,a@y.example,5\nRana Haddad,b@y.example,5\n",
            vec![(Unclear, None), (Unclear, None)],
        ),
        // Whoever has the address is known, and the other is not.
        (
            "Rana Haddad,rana@x.example,5\nRana Haddad,b@y.example,5\n",
            vec![(Came, Some(0)), (Unclear, None)],
        ),
        // Half a minute by each way in.
        (
            "Rana Haddad,rana@x.example,40s\nHaddad Rana,,30s\n",
            vec![(Came, Some(0)), (Came, Some(0))],
        ),
        ("Rana Haddad,rana@x.example,59s\n", vec![(Short, Some(0))]),
    ] {
        assert_eq!(
            fates(&format!("Name,Email,Duration\n{rows}"), &expected),
            wanted,
            "{rows}"
        );
    }
    assert_eq!(
        name_key("DiSalvatore, Michele"),
        name_key("michele disalvatore")
    );
}
