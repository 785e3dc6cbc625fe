//! Registrations in the workspace: found, decided on, taken back, added, imported, handed out.

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::db::Sql;
use convoke::base::id::Id;
use convoke::base::testing::TestDb;
use convoke::base::text::SingleLine;
use convoke::event::{Details, FieldName, Mode, file};
use convoke::on_both_engines;
use convoke::registration::{
    self, Answers, Outcome, Registration, RegistrationState, Request, for_export,
};

use crate::stage::{Answer, Browser, ROUNDTABLE, Stage};

/// The roundtable, for which organisers decide, with ten places in the room.
fn with_approval() -> Details {
    let mut details = file::read(ROUNDTABLE).unwrap();
    details.terms.approval = Some(true);
    details
}

fn request(name: &str, email: &str, organisation: &str) -> Request {
    Request {
        source: None,
        name: SingleLine::clean(name),
        email: email.parse().unwrap(),
        language: "en".parse().unwrap(),
        mode: Mode::Online,
        listening: None,
        sessions: Vec::new(),
        fields: vec![(FieldName::Organisation, SingleLine::clean(organisation))],
        answers: Answers::new(),
        consents: Vec::new(),
        code: None,
        waitlist: false,
        meanwhile_online: false,
        companion_key: String::new(),
    }
}

pub async fn register(
    stage: &Stage,
    name: &str,
    email: &str,
    organisation: &str,
) -> Id<Registration> {
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let asked = request(name, email, organisation);
    let outcome = registration::register(&mut tx, &stage.key, &event, &asked, None)
        .await
        .unwrap();
    assert!(matches!(outcome, Outcome::Accepted(_)), "{outcome:?}");
    let found = registration::of_address(&mut tx, event.id, &asked.email)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    found.unwrap()
}

async fn state(stage: &Stage, id: Id<Registration>) -> RegistrationState {
    let mut tx = stage.begin().await;
    registration::load(&mut tx, id)
        .await
        .unwrap()
        .unwrap()
        .state
}

/// Hands `octets` in as a list, as a browser does.
pub async fn hand_in(stage: &Stage, browser: &Browser, octets: &[u8]) -> Answer {
    send_file(browser, &stage.page("/registrations/import"), octets).await
}

/// Hands `octets` in as a file.
pub async fn send_file(browser: &Browser, path: &str, octets: &[u8]) -> Answer {
    let mut body =
        b"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../a.csv\"\r\n\r\n"
            .to_vec();
    body.extend(octets);
    body.extend(b"\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n--x--\r\n");
    let headers = [
        ("content-type", "multipart/form-data; boundary=x"),
        ("origin", "https://events.example.org"),
    ];
    browser.ask("POST", path, &headers, body).await
}

on_both_engines! {
    async fn u_14_people_are_found_however_their_names_are_spelt(test: TestDb) {
        let stage = Stage::set(test).await;
        for (number, (name, organisation)) in [
            ("أحمد الحسيني", "مؤسسة الكرامة"),
            ("فاطمة الزهراء", "جامعة"),
            ("لَيْلى مـصـطـفـى", ""),
            ("ნინო ბერიძე", "თბილისის უნივერსიტეტი"),
            ("Éloïse Dupré", "Łódź Institute"),
            ("O’Neil Smith", "50%_off"),
        ].into_iter().enumerate() {
            register(&stage, name, &format!("guest{number}@example.org"), organisation).await;
        }
        let browser = stage.signed_in(Role::Organiser).await;
        for (words, found) in [
            ("احمد", vec!["أحمد الحسيني"]),
            ("إحمد الحسينى", vec!["أحمد الحسيني"]),
            ("الكرامه احمد", vec!["أحمد الحسيني"]),
            ("فاطمه", vec!["فاطمة الزهراء"]),
            ("ليلي مصطفي", vec!["لَيْلى مصطفى"]),
            ("ᲜᲘᲜᲝ", vec!["ნინო ბერიძე"]),
            ("eloise lodz", vec!["Éloïse Dupré"]),
            ("ONEIL", vec!["O’Neil Smith"]),
            ("guest4@", vec!["Éloïse Dupré"]),
            ("guest_@", vec![]),
            ("% - احمد", vec!["أحمد الحسيني"]),
            ("nobody", vec![]),
        ] {
            let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
            let page = browser.get(&stage.page(&format!("/registrations?q={query}"))).await;
            assert_eq!(page.status, StatusCode::OK);
            let mut names = page.texts("tbody th a");
            names.iter_mut().for_each(|name| *name = name.replace('\u{640}', ""));
            let wanted: Vec<String> = found.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(names, wanted, "{words}");
        }
        for query in ["state=confirmed", "mode=online", "language=en", "order=name&page=1"] {
            let page = browser.get(&stage.page(&format!("/registrations?{query}"))).await;
            assert_eq!(page.texts("tbody th a").len(), 6, "{query}");
        }
        let none = browser.get(&stage.page("/registrations?state=declined")).await;
        assert_eq!(none.texts("tbody th a").len(), 0);
        let count = browser.get(&stage.page("/registrations/count")).await;
        assert!(count.body().starts_with("{\"at\":\""), "{}", count.body());
        assert!(count.body().contains("\"confirmed\":6"));
    }

    async fn f_14_those_who_are_ticked_are_decided_on_and_taken_back(test: TestDb) {
        let stage = Stage::set_with(test, with_approval()).await;
        let rana = register(&stage, "Rana", "rana@example.org", "").await;
        let omar = register(&stage, "Omar", "omar@example.org", "").await;
        let browser = stage.signed_in(Role::Organiser).await;
        let (first, second) = (rana.to_string(), omar.to_string());
        let decide = stage.page("/registrations/decide");
        let ids = [("id", first.as_str()), ("id", second.as_str())];
        let approve = [("verb", "approve"), ids[0], ids[1]];
        let done = browser.post(&decide, &approve).await;
        let shown = browser.get(done.leads_to()).await;
        assert_eq!(shown.texts(".done"), ["2 registrations are approved."]);
        assert_eq!(state(&stage, rana).await, RegistrationState::Confirmed);
        let batch = shown.attributes(".notice.undo input[name=batch]", "value");
        let undone = browser.post(&stage.page("/registrations/undo"), &[("batch", &batch[0])]).await;
        let shown = browser.get(undone.leads_to()).await;
        assert_eq!(shown.texts(".done"), ["2 decisions are taken back."]);
        assert_eq!(state(&stage, omar).await, RegistrationState::Pending);
        // What takes something away is asked about first, with the reason.
        let asked = browser.post(&decide, &[("verb", "decline"), ids[0]]).await;
        let question = browser.get(asked.leads_to()).await;
        assert_eq!(question.texts("h1"), ["Decline 1 registration"]);
        assert_eq!(state(&stage, rana).await, RegistrationState::Pending);
        let sure = [("verb", "decline"), ids[0], ("sure", "yes"), ("reason.en", "The room is small.")];
        browser.post(&decide, &sure).await.leads_to();
        assert_eq!(state(&stage, rana).await, RegistrationState::Declined);
        let page = browser.get(&stage.page(&format!("/registrations/{rana}"))).await;
        assert!(page.body().contains("The room is small."));
        let nobody = browser.post(&decide, &[("verb", "approve")]).await;
        assert!(nobody.leads_to().ends_with("?done=nobody-chosen"));
    }

    async fn u_11_all_of_a_filter_are_decided_on_once_that_was_confirmed(test: TestDb) {
        let stage = Stage::set_with(test, with_approval()).await;
        for number in 0..55 {
            register(&stage, &format!("Guest {number}"), &format!("g{number}@example.org"), "").await;
        }
        let browser = stage.signed_in(Role::Organiser).await;
        let decide = stage.page("/registrations/decide");
        let all = [("verb", "waitlist"), ("all", "yes"), ("state", "pending"), ("q", "guest 1")];
        let asked = browser.post(&decide, &all).await;
        let question = browser.get(asked.leads_to()).await;
        assert_eq!(question.texts("h1"), ["Put 15 registrations on the waiting list"]);
        let everybody = [("verb", "waitlist"), ("all", "yes"), ("sure", "yes")];
        let refused = browser.post(&decide, &everybody).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.texts("title")[0].starts_with("Error:"));
        let slug = stage.slug.to_string();
        let named = [everybody[0], everybody[1], everybody[2], ("name", slug.as_str())];
        let done = browser.post(&decide, &named).await;
        assert!(done.leads_to().contains("done=decided-waitlist&n=55"), "{}", done.leads_to());
    }

    async fn f_14_requests_are_marked_and_decided_together(test: TestDb) {
        let stage = Stage::set_with(test, with_approval()).await;
        let mut ids = Vec::new();
        for number in 0..3 {
            ids.push(register(&stage, &format!("Guest {number}"), &format!("g{number}@example.org"), "").await);
        }
        let browser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/registrations/requests");
        let page = browser.get(&path).await;
        assert_eq!(page.texts(".request legend"), ["Guest 0", "Guest 1", "Guest 2"]);
        let names: Vec<String> = ids.iter().map(|id| format!("decide.{id}")).collect();
        let marks = [
            (names[0].as_str(), "approve"),
            (names[1].as_str(), "decline"),
            (names[2].as_str(), ""),
        ];
        let done = browser.post(&path, &marks).await;
        let shown = browser.get(done.leads_to()).await;
        assert_eq!(shown.texts(".done"), ["2 decisions are made."]);
        assert_eq!(shown.texts(".request legend"), ["Guest 2"]);
        assert_eq!(state(&stage, ids[0]).await, RegistrationState::Confirmed);
        assert_eq!(state(&stage, ids[1]).await, RegistrationState::Declined);
        let foreign = "decide.00000000-0000-7000-8000-000000000007";
        let refused = browser.post(&path, &[(foreign, "approve")]).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND);
    }

    async fn s_02_nobody_elses_registration_is_touched(test: TestDb) {
        let stage = Stage::set_with(test, with_approval()).await;
        let mut other = with_approval();
        other.slug = "another-one".parse().unwrap();
        stage.save_in(stage.organisation, other).await;
        let rana = register(&stage, "Rana", "rana@example.org", "").await.to_string();
        let browser = stage.signed_in(Role::Organiser).await;
        let own = |rest: &str| format!("/organise/events/another-one/registrations{rest}");
        for id in [rana.as_str(), "00000000-0000-7000-8000-000000000007", "x"] {
            let shown = browser.get(&own(&format!("/{id}"))).await;
            assert_eq!(shown.status, StatusCode::NOT_FOUND, "{id}");
            for (path, fields) in [
                ("/decide", vec![("verb", "approve"), ("id", id)]),
                ("/tag", vec![("new_tag", "vip"), ("id", id)]),
                ("/note", vec![("text", "x")]),
                ("/tags", vec![("tags", "x")]),
            ] {
                let path = match path {
                    "/note" | "/tags" => own(&format!("/{id}{path}")),
                    path => own(path),
                };
                let answer = browser.post(&path, &fields).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} {id}");
            }
        }
        let mut tx = stage.begin().await;
        let loaded = registration::load(&mut tx, rana.parse().unwrap()).await.unwrap().unwrap();
        assert_eq!(loaded.state, RegistrationState::Pending);
    }

    async fn notes_and_tags_stay_among_organisers(test: TestDb) {
        let stage = Stage::set(test).await;
        let rana = register(&stage, "Rana", "rana@example.org", "").await;
        let browser = stage.signed_in(Role::Organiser).await;
        let own = stage.page(&format!("/registrations/{rana}"));
        browser.post(&format!("{own}/note"), &[("text", "Wants\n<b>the report</b>")]).await.leads_to();
        browser.post(&format!("{own}/tags"), &[("tags", "Press، وزارة, press")]).await.leads_to();
        let page = browser.get(&own).await;
        assert!(page.body().contains("Wants\n&lt;b&gt;the report&lt;/b&gt;"), "{}", page.body());
        assert_eq!(page.attributes("#tags", "value"), ["Press, وزارة"]);
        assert!(page.texts(".history li").iter().any(|line| line.contains("Note added")));
        let tagged = browser.get(&stage.page("/registrations?tag=PRESS")).await;
        assert_eq!(tagged.texts("tbody th a"), ["Rana"]);
        let note = page.attributes("button[name=remove]", "value");
        browser.post(&format!("{own}/note"), &[("remove", &note[0])]).await.leads_to();
        assert!(!browser.get(&own).await.body().contains("the report"));
        let id = rana.to_string();
        let all = [("new_tag", "vip"), ("id", id.as_str())];
        let done = browser.post(&stage.page("/registrations/tag"), &all).await;
        assert!(done.leads_to().ends_with("?done=tagged&n=1"));
        let mut tx = stage.begin().await;
        let lines = convoke::audit::of_object(&mut tx, rana.uuid(), 60).await.unwrap();
        assert!(lines.len() >= 4);
    }

    async fn an_organiser_adds_whom_they_like_beyond_the_terms_only_when_they_say_so(test: TestDb) {
        let mut details = with_approval();
        details.terms.capacity = Some(convoke::event::Capacity {
            online: Some(1),
            in_person: Some(1),
        });
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/registrations/add");
        let empty = browser.post(&path, &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!empty.texts(".summary li").is_empty());
        let person = |email: &'static str| vec![("name", "Rana"), ("email", email), ("mode", "online")];
        let added = browser.post(&path, &person("rana@example.org")).await;
        assert!(added.leads_to().ends_with("?done=registration-added"));
        let known = browser.post(&path, &person("Rana@Example.org")).await;
        assert_eq!(known.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(known.body().contains("Open that registration"));
        let full = browser.post(&path, &person("omar@example.org")).await;
        assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(full.attributes("input[name=name]", "value"), ["Rana"]);
        let mut beyond = person("omar@example.org");
        beyond.push(("beyond", "yes"));
        browser.post(&path, &beyond).await.leads_to();
        let list = browser.get(&stage.page("/registrations")).await;
        assert!(list.texts(".counts").concat().contains("Over by 1"), "{:?}", list.texts(".counts"));
        let mails = stage.work().await;
        assert_eq!(mails.len(), 2);
    }

    async fn u_13_a_list_is_looked_at_and_then_added_whole_or_not_at_all(test: TestDb) {
        let stage = Stage::set(test).await;
        register(&stage, "Known", "known@example.org", "").await;
        let browser = stage.signed_in(Role::Organiser).await;
        let faulty = "الاسم;البريد الإلكتروني;طريقة الحضور\n\
            نادين خوري;nadine@example.org;حضوريًا\n;nobody@example.org;\nOmar;omar@;online\n\
            Omar;nadine@example.org;by ship\n";
        let taken = hand_in(&stage, &browser, faulty.as_bytes()).await;
        let preview = taken.leads_to().to_owned();
        let page = browser.get(&preview).await;
        let lines = page.texts("#faults tbody th");
        assert_eq!(lines, ["3", "4", "5", "5"], "{:?}", page.texts("#faults tbody tr"));
        assert_eq!(page.attributes("button[value=add]", "disabled").len(), 1);
        let refused = browser.post(&preview, &[("do", "add"), ("mode", "online"), ("beyond", "yes")]).await;
        assert_eq!(refused.status, StatusCode::OK);
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        assert_eq!(for_export(&mut tx, event.id).await.unwrap().len(), 1);
        drop(tx);
        // Nobody else sees it, nor at another event.
        let other = stage.employ("other@institute.example", Role::Organiser).await;
        let elsewhere = stage.browser_of(&other).await.get(&preview).await;
        assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);

        let good = "\u{FEFF}Name,E-mail,Organisation,Mode\r\n\
            \"Khoury, Nadine\",nadine@example.org,=cmd|' /C calc'!A0,online\r\n\
            Known,KNOWN@example.org,,\r\nرنا حداد,rana@example.org,,in person\r\n";
        let taken = hand_in(&stage, &browser, good.as_bytes()).await;
        let preview = taken.leads_to().to_owned();
        let page = browser.get(&preview).await;
        assert_eq!(page.texts("button[value=add]"), ["Add 2 people"]);
        let done = browser.post(&preview, &[("do", "add"), ("mode", "online")]).await;
        assert!(done.leads_to().ends_with("?done=imported&n=2"), "{}", done.leads_to());
        assert_eq!(browser.get(&preview).await.status, StatusCode::NOT_FOUND);
        let page = browser.get(&stage.page("/registrations?order=name")).await;
        assert_eq!(page.texts("tbody th a"), ["Khoury, Nadine", "Known", "رنا حداد"]);
    }

    async fn u_13_every_way_to_write_a_list_is_read(test: TestDb) {
        let stage = Stage::set(test).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let encoded = |name: &str, text: &str| {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            encoding.encode(text).0.into_owned()
        };
        let utf16 = |text: &str| -> Vec<u8> {
            std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        };
        let arabic = "الاسم;البريد\nنادين خوري;n@x.example\n";
        let russian = "ФИО;Почта\nСемён Лунгин;s@x.example\n";
        for (octets, name) in [
            (b"Name,Email\nAna,a@x.example\n".to_vec(), "Ana"),
            (b"Name;Email\nAna;a@x.example\n".to_vec(), "Ana"),
            (b"Name\tEmail\r\nAna\ta@x.example\r\n".to_vec(), "Ana"),
            (b"Email,Full name\na@x.example,\"Ana, Dr\"\n".to_vec(), "Ana, Dr"),
            (b"First name,Last name,E-mail\nAna,Ivanova,a@x.example\n".to_vec(), "Ana Ivanova"),
            (b"Ana,a@x.example\n".to_vec(), "Ana"),
            (b"a@x.example;Ana\n".to_vec(), "Ana"),
            (b"\n\nName,Email\n\n Ana , a@x.example \n\n".to_vec(), "Ana"),
            (b"Name,Email\r\"Ana\nMaria\",a@x.example\r".to_vec(), "Ana Maria"),
            (arabic.as_bytes().to_vec(), "نادين خوري"),
            (format!("\u{FEFF}{arabic}").into_bytes(), "نادين خوري"),
            (encoded("windows-1256", arabic), "نادين خوري"),
            (utf16(arabic), "نادين خوري"),
            (encoded("windows-1251", russian), "Семён Лунгин"),
            (russian.as_bytes().to_vec(), "Семён Лунгин"),
            (encoded("windows-1252", "Nom;Courriel\nMüller Jörg;m@x.example\n"), "Müller Jörg"),
            ("სახელი,ელფოსტა\nნინო,n@x.example\n".as_bytes().to_vec(), "ნინო"),
            ("անուն,email,Name\nx,n@x.example,ნინო\n".as_bytes().to_vec(), "ნინო"),
            ("Name,Email\n\u{202E}Ana\u{0},a@x.example\n".as_bytes().to_vec(), "Ana"),
        ] {
            let taken = hand_in(&stage, &browser, &octets).await;
            let page = browser.get(taken.leads_to()).await;
            assert_eq!(page.texts("#faults tbody tr"), [""; 0], "{name}");
            assert_eq!(page.texts("button[value=add]"), ["Add one person"], "{name} {}", page.body());
            let added = browser.post(taken.leads_to(), &[("do", "add"), ("mode", "online")]).await;
            assert!(added.leads_to().contains("imported&n=1"));
            let list = browser.get(&stage.page("/registrations")).await;
            assert_eq!(list.texts("tbody th a"), [name]);
            // The next list finds nobody here.
            let mut tx = stage.begin().await;
            for statement in [
                "DELETE FROM message",
                "DELETE FROM invitation",
                "DELETE FROM registration",
            ] {
                tx.query(Sql::new(statement, statement)).execute().await.unwrap();
            }
            tx.commit().await.unwrap();
        }
        for (octets, key) in [
            (Vec::new(), "Choose a file"),
            (b"Name,Email\n".to_vec(), "Choose a file"),
            ("a,a@x.example\n".repeat(3_100).into_bytes(), "Split the list"),
        ] {
            let refused = hand_in(&stage, &browser, &octets).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.texts(".summary li").concat().starts_with(key));
        }
    }

    async fn p_09_an_export_says_what_for_and_is_logged(test: TestDb) {
        let stage = Stage::set(test).await;
        register(&stage, "=HYPERLINK(\"http://x\")", "rana@example.org", "@SUM(A1)").await;
        let browser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/registrations/export");
        let page = browser.get(&path).await;
        assert_eq!(page.attributes("input[checked]", "value"), ["name", "state"]);
        let refused = browser.post(&path, &[("column", "name"), ("format", "csv")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let wanted = [
            ("column", "name"), ("column", "email"), ("column", "organisation"),
            ("purpose", "Seating"), ("format", "csv"),
        ];
        let csv = browser.post(&path, &wanted).await;
        assert_eq!(csv.header("content-disposition"), format!("attachment; filename=\"{}.csv\"", stage.slug));
        let text = csv.body().strip_prefix('\u{FEFF}').unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(&rows[0][0], "'=HYPERLINK(\"http://x\")");
        assert_eq!(&rows[0][2], "'@SUM(A1)");
        let event = stage.event().await;
        let mut tx = stage.begin().await;
        let lines = convoke::audit::of_object(&mut tx, event.id.uuid(), 60).await.unwrap();
        assert_eq!(lines.iter().filter(|line| line.action == "registrations_exported").count(), 1);
        drop(tx);
        let none = [("column", "name"), ("purpose", "x"), ("format", "csv"), ("state", "declined")];
        let empty = browser.post(&path, &none).await;
        assert_eq!(empty.body().lines().count(), 1);
    }
}
