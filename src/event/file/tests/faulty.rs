use crate::event::file::read;

/// A small file; each case below changes one line of it.
const FILE: &str = r#"slug = "a-talk"
kind = "lecture"
format = "hybrid"
time_zone = "Asia/Beirut"
languages = ["en"]
title = "A talk"
#
[registration]
closes = 2022-11-24T23:59:00
capacity = { online = 10 }
codes = [{ code = "A" }, { code = "B" }]
#
[[registration.question]]
id = "been"
label = "Been here?"
kind = "yes_no"
[[registration.question]]
id = "which"
label = "When?"
kind = "choice"
options = ["First", "Second"]
#
[meeting]
link = "https://meet.example/x"
#
[mail]
quiet_hours = { from = "22:00", to = "08:00" }
#
[[host]]
id = "one"
role = "organiser"
name = "One"
[[host]]
role = "partner"
name = "Two"
#
[[session]]
starts = 2022-11-25T15:00:00
ends = 2022-11-25T17:00:00
#
[[session.appearance]]
role = "speaker"
#
"#;

/// The line to change, what it becomes, and the fault: its line, its path, a part of its reason.
type Case = (usize, &'static str, usize, &'static str, &'static str);

#[rustfmt::skip] // One line for each case.
const HEAD: &[Case] = &[
    (1, "", 1, "slug", "missing"),
    (1, r#"slug = "A Talk""#, 1, "slug", "a–z"),
    (1, "slug = 7", 1, "slug", "a string"),
    (2, r#"kind = "party""#, 2, "kind", "“party” is none of roundtable, webinar"),
    (3, r#"format = "both""#, 3, "format", "in_person, online, hybrid"),
    (4, r#"time_zone = "UTC+2""#, 4, "time_zone", "time zone"),
    (4, r#"time_zone = "Asia/Nowhere""#, 4, "time_zone", "time zone"),
    (5, "languages = []", 5, "languages", "empty"),
    (5, r#"languages = ["en", "en"]"#, 5, "languages.2", "twice"),
    (5, r#"languages = ["english!"]"#, 5, "languages.1", "language tag"),
    (5, r#"languages = "en""#, 5, "languages", "a list"),
    (6, r#"title = "  ""#, 6, "title", "empty"),
    (6, "title = {}", 6, "title", "no text"),
    (6, r#"title = { en = "" }"#, 6, "title.en", "empty"),
    (6, r#"title = { "?" = "x" }"#, 6, "title.?", "language tag"),
    (6, r#"title = { en = "x", EN = "y" }"#, 6, "title.EN", "another spelling"),
    (6, "title = [1]", 6, "title", "by language"),
    (7, "colour = 1", 7, "colour", "not a key here"),
    (7, "\"a\\u001bb\" = 1", 7, "ab", "not a key here"),
    (7, r#"visibility = "hidden""#, 7, "visibility", "public, unlisted, sensitive"),
    (7, r#"contact = "nobody""#, 7, "contact", "name@example.org"),
    (7, r#"recording = "yes""#, 7, "recording", "true or false"),
    (7, r#"retention = "1 month""#, 7, "retention", "duration"),
    (7, r#"retention = "366d""#, 7, "retention", "365d"),
    (7, r#"embed = ["https://a.example/x"]"#, 7, "embed.1", "origin"),
    (7, r#"embed = ["http://a.example"]"#, 7, "embed.1", "origin"),
    (7, r#"embed = ["https://a;b.example"]"#, 7, "embed.1", "origin"),
    (7, r#"interpretation = [{ from = "en", mode = "sign" }]"#, 7, "interpretation.1.to", "missing"),
    (7, r#"venue = { country = "Lebanon" }"#, 7, "venue.country", "two letters"),
    (7, r#"venue = { map = "javascript:1" }"#, 7, "venue.map", "https://"),
    (7, "a = = 1", 7, "", "not TOML"),
    (7, r#"slug = "again""#, 7, "", "not TOML"),
];

#[rustfmt::skip]
const TERMS: &[Case] = &[
    (9, r#"closes = "2022-11-24T23:59:00""#, 9, "registration.closes", "without quotes"),
    (9, "closes = 2022-11-24", 9, "registration.closes", "date and time"),
    (9, "closes = 2022-11-24T23:59:30", 9, "registration.closes", "seconds"),
    (9, "closes = 2022-11-26T00:00:00", 9, "registration.closes", "after the last session"),
    (9, "opens = 2022-11-25T14:00:00", 9, "registration.opens", "after it has opened"),
    (10, "capacity = { online = -1 }", 10, "registration.capacity.online", "from 0"),
    (10, "capacity = { room = 1 }", 10, "registration.capacity.room", "in_person, online"),
    (10, "capacity = 10", 10, "registration.capacity", "a table"),
    (11, r#"codes = [{ code = "A" }, { code = "A" }]"#, 11, "registration.codes.2", "twice"),
    (11, r#"codes = [{ code = "A", expires = "x" }]"#, 11, "registration.codes.1.expires", "without quotes"),
    (11, "waitlist = 1", 11, "registration.waitlist", "true or false"),
    (12, r#"field = [{ name = "age", purpose = "x" }]"#, 12, "registration.field.1.name", "organisation, position, country"),
    // Nobody is asked for anything without being told what for (P-1).
    (12, r#"field = [{ name = "country" }]"#, 12, "registration.field.1.purpose", "missing"),
    (12, r#"field = [{ name = "country", purpose = " " }]"#, 12, "registration.field.1.purpose", "empty"),
    (12, r#"consent = [{ id = "2", text = "x" }, { text = "y" }]"#, 12, "registration.consent.2", "id 2 of another"),
    (16, r#"kind = "yes_no"; "#, 16, "", "not TOML"),
    (16, "kind = \"yes_no\"\noptions = [\"x\"]", 17, "registration.question.1.options", "not for yes_no"),
    (18, r#"id = "been""#, 17, "registration.question.2", "id been of another"),
    (21, "", 17, "registration.question.2.options", "missing"),
    (22, r#"if = { question = "later", is = "yes" }"#, 22, "registration.question.2.if.question", "earlier"),
    (22, r#"if = { question = "which", is = "1" }"#, 22, "registration.question.2.if.question", "earlier"),
    (22, r#"if = { question = "been", is = "maybe" }"#, 22, "registration.question.2.if.is", "yes or no"),
];

#[rustfmt::skip]
const REST: &[Case] = &[
    (24, r#"link = "http://meet.example/x""#, 24, "meeting.link", "https://"),
    (24, "service = true", 24, "meeting.service", "jitsi"),
    (24, "provider = \"zoom\"\nservice = true", 25, "meeting.service", "bigbluebutton"),
    (24, "provider = \"jitsi\"\nservice = 1", 25, "meeting.service", "true or false"),
    (24, "provider = \"jitsi\"\nservice = true\nlink = \"https://meet.example/x\"", 26, "meeting.link", "made for each"),
    (24, "provider = \"jitsi\"\nservice = true\njoin_page = false", 26, "meeting.join_page", "only a page"),
    (24, r#"release = "soon""#, 24, "meeting.release", "after_close"),
    (24, r#"release = "before_start 3h""#, 24, "meeting.release", "after_close"),
    (24, r#"release = { before_start = "soon" }"#, 24, "meeting.release.before_start", "duration"),
    (25, r#"recording = "http://video.example/x""#, 25, "meeting.recording", "https://"),
    (25, r#"[tech_check]"#, 25, "tech_check.starts", "missing"),
    (27, r#"quiet_hours = { from = "22", to = "08:00" }"#, 27, "mail.quiet_hours.from", "22:00"),
    (27, r#"quiet_hours = { from = "22:00" }"#, 27, "mail.quiet_hours.to", "missing"),
    (27, r#"reminders = ["1d", "soon"]"#, 27, "mail.reminders.2", "duration"),
    (28, r#"text = [{ lead = "x" }]"#, 28, "mail.text.1.kind", "missing"),
    (28, r#"text = [{ kind = "lineup_link", lead = "x" }]"#, 28, "mail.text.1.kind", "none of registered, link"),
    (28, r#"text = [{ kind = "link", lead = "x" }, { kind = "link", subject = "y" }]"#, 28, "mail.text.2", "kind link of another"),
    (28, r#"text = [{ kind = "link" }]"#, 28, "mail.text.1", "neither subject nor lead"),
    (28, r#"text = [{ kind = "link", lead = "{name}" }]"#, 28, "mail.text.1.lead", "“{name}” is no placeholder; known are {title}, {date},"),
    (28, r#"text = [{ kind = "link", lead = { en = "x", ar = "{name.__class__}" } }]"#, 28, "mail.text.1.lead.ar", "“{name.__class__}” is no placeholder"),
    (28, r#"text = [{ kind = "link", lead = "{a{title}}" }]"#, 28, "mail.text.1.lead", "is not closed"),
    (28, r#"text = [{ kind = "link", subject = "{title" }]"#, 28, "mail.text.1.subject", "is not closed"),
    (28, r#"text = [{ kind = "link", subject = "title}" }]"#, 28, "mail.text.1.subject", "closes nothing"),
    (28, r#"text = [{ kind = "link", subject = "one\ntwo" }]"#, 28, "mail.text.1.subject", "line break"),
    (28, r#"text = [{ kind = "link", subject = { ar = "one\u2028two" } }]"#, 28, "mail.text.1.subject.ar", "line break"),
    (28, r#"text = [{ kind = "link", subject = " " }]"#, 28, "mail.text.1.subject", "empty"),
    (28, r#"text = [{ kind = "link", lead = "See HTTPS://Meet.example/X/?pwd=1" }]"#, 28, "mail.text.1.lead", "meeting link"),
    (28, r#"text = [{ kind = "link", subject = { en = "meet.example/x" } }]"#, 28, "mail.text.1.subject.en", "meeting link"),
    (30, r#"id = "2""#, 33, "host.2", "id 2 of another"),
    (30, r#"id = "two words""#, 30, "host.1.id", "a–z"),
    (31, "", 29, "host.1.role", "missing"),
    (38, "starts = 2022-11-25T18:00:00", 39, "session.1.ends", "after its start"),
    (38, "", 37, "session.1.starts", "missing"),
    (39, "ends = 2023-03-26T00:30:00", 39, "session.1.ends", "2023-03-25T23:59:00 to 2023-03-26T01:00:00"),
    (38, "starts = 2022-10-29T23:30:00", 38, "session.1.starts", "2022-10-29T23:30:00+03:00 or 2022-10-29T23:30:00+02:00"),
    (38, "starts = 2022-11-25T15:00:00+05:00", 38, "session.1.starts", "the offset there is"),
    (40, "capacity = { online = 1.5 }", 40, "session.1.capacity.online", "whole number"),
    (40, r#"meeting = { provider = "skype" }"#, 40, "session.1.meeting.provider", "jitsi"),
    (42, r#"role = "singer""#, 42, "session.1.appearance.1.role", "keynote"),
    (43, r#"state = "perhaps""#, 43, "session.1.appearance.1.state", "withdrawn"),
    (43, r#"channel = { from = "en" }"#, 43, "session.1.appearance.1.channel.to", "missing"),
    (43, r#"channel = { from = "en", to = "ar" }"#, 43, "session.1.appearance.1.channel", "for interpreters"),
    (42, "role = \"interpreter\"\nchannel = { from = \"en\", to = \"ar\" }", 43, "session.1.appearance.1.channel", "[[interpretation]]"),
    (43, r#"email = "x""#, 43, "session.1.appearance.1.email", "name@example.org"),
];

fn with_line(number: usize, line: &str) -> String {
    let mut lines: Vec<&str> = FILE.lines().collect();
    lines[number - 1] = line;
    lines.join("\n")
}

#[test]
fn every_fault_is_told_with_its_line_and_reason() {
    read(FILE).unwrap_or_else(|faults| panic!("{faults}"));
    for (number, line, at, path, reason) in [HEAD, TERMS, REST].concat() {
        let faults = read(&with_line(number, line)).expect_err(line);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let fault = faults.iter().next().expect("a fault");
        assert_eq!((fault.line, fault.path.as_str()), (at, path), "{told:?}");
        assert!(fault.reason.contains(reason), "{told:?}");
        assert_eq!(told.len(), 1, "{line}: {told:?}");
    }
}

#[test]
fn all_faults_of_a_file_are_told_at_once_in_the_order_of_its_lines() {
    let file = FILE
        .replace("lecture", "party")
        .replace("\"en\"", "\"en\", \"en\"")
        .replace("online = 10", "online = \"ten\"")
        .replace("link =", "lnik =")
        .replace("T17:00:00", "T14:00:00")
        .replace("speaker", "singer");
    let faults = read(&file).expect_err("six faults");
    let told: Vec<(usize, &str)> = faults
        .iter()
        .map(|fault| (fault.line, fault.path.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (2, "kind"),
            (5, "languages.2"),
            (10, "registration.capacity.online"),
            (24, "meeting.lnik"),
            (39, "session.1.ends"),
            (42, "session.1.appearance.1.role"),
        ]
    );
    assert!(
        faults
            .to_string()
            .starts_with("line 2: kind: “party” is none of roundtable,")
    );
}

#[test]
fn times_are_judged_beside_whatever_else_is_wrong() {
    let late = "[[session]]\nstarts = 2022-11-26T10:00:00\nends = 2022-11-26T09:00:00\n";
    let file = format!("{FILE}{late}")
        .replace("Asia/Beirut", "UTC+2")
        .replace("role = \"organiser\"", "role = \"none\"")
        .replace("T17:00:00", "T14:00:00")
        .replace("closes = ", "opens = 2022-02-30T10:00:00\ncloses = ");
    let told: Vec<(usize, String)> = read(&file)
        .expect_err("five faults")
        .iter()
        .map(|fault| (fault.line, fault.path.clone()))
        .collect();
    let told: Vec<(usize, &str)> = told
        .iter()
        .map(|(line, path)| (*line, path.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (4, "time_zone"),
            (9, ""),
            (32, "host.1.role"),
            (40, "session.1.ends"),
            (47, "session.2.ends"),
        ]
    );
}

#[test]
fn a_closing_is_not_held_against_an_end_that_is_not_known() {
    let file = FILE
        .replace("closes = 2022-11-24", "closes = 2022-11-26")
        .replace("T17:00:00", "T17:00:30");
    let faults = read(&file).expect_err("seconds");
    assert_eq!(faults.iter().count(), 1, "{faults}");
}

#[test]
fn an_event_has_at_least_one_session() {
    let (without, _) = FILE.split_once("[[session]]").expect("a session");
    let faults = read(without).expect_err("no session");
    assert_eq!(faults.to_string(), "line 1: session: is missing");
    let faults = read(&format!("session = []\n{without}")).expect_err("no session");
    assert_eq!(faults.to_string(), "line 1: session: is empty");
}

#[test]
fn long_texts_long_lists_and_large_files_are_refused() {
    let title = |length: usize| with_line(6, &format!("title = \"{}\"", "é".repeat(length)));
    assert!(read(&title(300)).is_ok());
    let faults = read(&title(301)).expect_err("a long title");
    assert_eq!(
        faults.to_string(),
        "line 6: title: is longer than 300 characters"
    );
    let reminders = |count| with_line(27, &format!("reminders = [{}]", "\"1d\",".repeat(count)));
    assert!(read(&reminders(200)).is_ok());
    let faults = read(&reminders(201)).expect_err("a long list");
    assert_eq!(
        faults.to_string(),
        "line 27: mail.reminders: has more than 200 entries"
    );
    let text = |subject, lead| {
        let [subject, lead] = [subject, lead].map(|length| "é".repeat(length));
        let text = format!("kind = \"link\", subject = \"{subject}\", lead = \"{lead}\"");
        with_line(28, &format!("text = [{{ {text} }}]"))
    };
    assert!(read(&text(150, 2_000)).is_ok());
    let faults = read(&text(151, 2_001)).expect_err("long words");
    assert_eq!(
        faults.to_string(),
        "line 28: mail.text.1.lead: is longer than 2000 characters\n\
         line 28: mail.text.1.subject: is longer than 150 characters"
    );
    let faults = read(&text(1, 500_000)).expect_err("a megabyte");
    assert_eq!(
        faults.to_string(),
        "line 28: mail.text.1.lead: is longer than 2000 characters"
    );
    let faults = read(&format!("{FILE}#{}", "x".repeat(1 << 20))).expect_err("a large file");
    assert_eq!(faults.to_string(), "line 1: is larger than 1 MiB");
    let faults = read(&format!("{FILE}\0")).expect_err("a NUL");
    assert_eq!(faults.to_string(), "line 44: holds a NUL");
}

#[test]
fn s_32_no_text_of_the_file_tells_the_link() {
    let link = "https://meet.example/%78?a=1";
    let told = |path: &str| format!("{path}: holds a meeting link");
    for (number, line, at, path) in [
        (6, format!("title = \"{link}\""), 6, "title"),
        (
            7,
            format!("description = {{ en = \"[here]({link})\" }}"),
            7,
            "description.en",
        ),
        (7, format!("venue = {{ map = \"{link}\" }}"), 7, "venue.map"),
        (
            15,
            "label = \"meet.example/x\"".to_owned(),
            15,
            "registration.question.1.label",
        ),
        (
            21,
            format!("options = [\"First\", \"{link}\"]"),
            21,
            "registration.question.2.options.2",
        ),
        (
            32,
            format!("name = \"One\"\nlink = \"{link}\""),
            33,
            "host.1.link",
        ),
        (
            39,
            format!("abstract = \"a\"\nplace = {{ en = \"{link}\" }}\nends = 2022-11-25T17:00:00"),
            40,
            "session.1.place.en",
        ),
        (
            42,
            format!("role = \"speaker\"\nbio = \"{link}\""),
            43,
            "session.1.appearance.1.bio",
        ),
    ] {
        let faults = read(&with_line(number, &line)).expect_err(path);
        let faults: Vec<_> = faults.iter().collect();
        assert_eq!((faults[0].line, faults[0].path.as_str()), (at, path));
        assert!(
            faults[0].to_string().contains(&told(path)) && faults.len() == 1,
            "{faults:?}"
        );
    }
    assert!(read(&with_line(7, "summary = \"https://meet.example/y\"")).is_ok());
}

#[test]
fn a_question_may_depend_on_an_option_of_an_earlier_one() {
    let third = |is: &str| {
        let question = "[[registration.question]]\nlabel = \"Why?\"\nkind = \"text\"";
        with_line(
            22,
            &format!("{question}\nif = {{ question = \"which\", is = \"{is}\" }}"),
        )
    };
    assert!(read(&third("2")).is_ok());
    for no_option in ["0", "3", "02", "yes"] {
        let faults = read(&third(no_option)).expect_err(no_option);
        assert_eq!(
            faults.to_string(),
            "line 25: registration.question.3.if.is: has to be the number of an option, 1 to 2"
        );
    }
}

#[test]
fn u_19_a_survey_is_short_and_its_choices_are_stated() {
    let survey = |lines: &str| read(&with_line(22, &format!("[survey]\n{lines}")));
    let question = "[[survey.question]]\nlabel = \"Why?\"\nkind = \"scale\"\n";
    assert_eq!(
        survey("").map(|details| details.survey),
        Ok(Some(crate::event::Survey::default()))
    );
    assert!(survey(&question.repeat(5)).is_ok());
    for (lines, fault) in [
        (
            question.repeat(6),
            "line 38: survey.question.6: is one too many: a survey has 5 questions at most",
        ),
        (
            "open_for = \"5m\"".to_owned(),
            "line 23: survey.open_for: has to be between 1h and 365d",
        ),
        (
            question.replace("scale", "choice"),
            "line 23: survey.question.1.options: is missing",
        ),
        (
            format!("{question}options = [\"A\"]"),
            "line 26: survey.question.1.options: is for choice only, not for scale",
        ),
        (
            question.replace("scale", "stars"),
            "line 25: survey.question.1.kind: “stars” is none of scale, choice, text",
        ),
    ] {
        let faults = survey(&lines).expect_err(fault);
        assert_eq!(faults.to_string(), fault, "{lines}");
    }
}
