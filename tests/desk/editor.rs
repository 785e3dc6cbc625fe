//! Events as organisers make and change them.

use axum::http::StatusCode;
use convoke::account::Role;
use convoke::base::testing::TestDb;
use convoke::conferencing::{BigBlueButton, Services};
use convoke::event::{Event, EventState, Provider, Release, file};
use convoke::on_both_engines;
use scraper::{ElementRef, Selector};

use crate::stage::{Answer, Browser, ROUNDTABLE, Stage};

const EVERYTHING: &str = include_str!("../samples/everything.toml");
/// Every page of the editor.
const PARTS: [&str; 15] = [
    "basics",
    "texts",
    "programme",
    "venue",
    "hosts",
    "interpretation",
    "registration",
    "questions",
    "consents",
    "codes",
    "rules",
    "meeting",
    "tech-check",
    "mail",
    "survey",
];

/// The form of a page as a browser would send it, with some fields filled in anew.
struct Form(Vec<(String, String)>);

impl Form {
    fn of(answer: &Answer) -> Self {
        let page = answer.html();
        let select = |css: &str| Selector::parse(css).unwrap();
        let form = page
            .select(&select("main form.form"))
            .next()
            .expect("a form");
        let controls = select("input, select, textarea");
        Self(form.select(&controls).filter_map(sent).collect())
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        assert!(
            self.0.iter().any(|(field, _)| field == name),
            "{name} of {:?}",
            self.0
        );
        self.0.retain(|(field, _)| field != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    fn and(mut self, name: &str, value: &str) -> Self {
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    fn without(mut self, name: &str) -> Self {
        self.0.retain(|(field, _)| field != name);
        self
    }

    fn value(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field == name);
        &found.unwrap_or_else(|| panic!("{name} of {:?}", self.0)).1
    }

    async fn send(&self, browser: &Browser, path: &str) -> Answer {
        let fields: Vec<(&str, &str)> = self
            .0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        browser.post(path, &fields).await
    }
}

/// What a browser sends of a control.
fn sent(control: ElementRef<'_>) -> Option<(String, String)> {
    let name = control.attr("name")?.to_owned();
    let value = control.attr("value").unwrap_or_default().to_owned();
    match (control.value().name(), control.attr("type")) {
        ("textarea", _) => {
            let text: String = control.text().collect();
            Some((
                name,
                text.strip_prefix('\n')
                    .unwrap_or(&text)
                    .replace('\n', "\r\n"),
            ))
        }
        ("select", _) => {
            let options = Selector::parse("option").unwrap();
            let mut all = control.select(&options);
            let chosen = control
                .select(&options)
                .find(|option| option.attr("selected").is_some());
            let option = chosen.or_else(|| all.next())?;
            Some((name, option.attr("value").unwrap_or_default().to_owned()))
        }
        (_, Some("checkbox" | "radio")) => control.attr("checked").map(|_| (name, value)),
        _ => Some((name, value)),
    }
}

async fn desk(test: TestDb) -> (Stage, Browser) {
    let stage = Stage::set(test).await;
    let browser = stage.signed_in(Role::Organiser).await;
    (stage, browser)
}

/// A form of the editor, opened.
async fn open(browser: &Browser, path: &str) -> Form {
    let page = browser.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}");
    Form::of(&page)
}

async fn register(stage: &Stage, email: &str, mode: &str) {
    let path = format!("/en/events/{}/registrations", stage.slug);
    let fields = [("name", "Rana Haddad"), ("email", email), ("mode", mode)];
    stage.stranger().post(&path, &fields).await.leads_to();
}

async fn kinds(stage: &Stage) -> Vec<String> {
    stage.work().await;
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let messages = convoke::outbox::list(&mut tx, Some(event.id.uuid()))
        .await
        .unwrap();
    let mut kinds: Vec<String> = messages.into_iter().map(|message| message.kind).collect();
    kinds.retain(|kind| kind != "registered");
    kinds.sort();
    kinds
}

async fn find(stage: &Stage, slug: &str) -> Event {
    let mut tx = stage.begin().await;
    let slug = slug.parse().unwrap();
    convoke::event::find(&mut tx, &stage.key, &slug)
        .await
        .unwrap()
        .unwrap()
}

const NEW: [(&str, &str); 10] = [
    ("title", "Water & Data: What Next?"),
    ("date", "2022-12-08"),
    ("starts", "15:00"),
    ("ends", "17:00"),
    ("zone", "Beirut"),
    ("format", "hybrid"),
    ("languages", "en"),
    ("link", "https://meet.example/j/987654321"),
    ("closes", ""),
    ("capacity", "40"),
];

on_both_engines! {
    async fn u_09_an_event_is_made_and_published_with_at_most_twelve_inputs(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let page = browser.get("/organise/new-event").await;
        let asked = page.attributes(
            "main form input:not([type=hidden]), main form select, main form textarea",
            "name",
        );
        assert!(asked.len() <= 12, "{asked:?}");
        let made = browser.post("/organise/new-event", &NEW).await;
        let check_list = made.leads_to().to_owned();
        assert_eq!(check_list, "/organise/events/water-data-what-next/publish?done=event-made");
        let draft = find(&stage, "water-data-what-next").await;
        assert_eq!(draft.state, EventState::Draft);
        let terms = &draft.details.terms;
        assert_eq!((terms.closes, terms.capacity().in_person), (None, Some(40)));
        assert_eq!(draft.details.zone.name(), "Asia/Beirut");
        let last_minute = draft.schedule.starts_at() - draft.schedule.last_minute();
        assert_eq!(last_minute.num_hours(), 2);
        let page = browser.get(&check_list).await;
        assert!(!page.texts(".gaps li").is_empty());
        let action = page.attributes("form.actions", "action").remove(0);
        let published = browser.post(&action, &[]).await;
        assert_eq!(
            published.leads_to(),
            "/organise/events/water-data-what-next?done=event-published"
        );
        let public = stage.stranger().get("/en/events/water-data-what-next").await;
        assert_eq!(public.status, StatusCode::OK);
        let again = browser.post("/organise/new-event", &NEW).await;
        assert!(again.leads_to().starts_with("/organise/events/water-data-what-next-2/"));
    }

    async fn a_03_what_is_wrong_with_a_new_event_is_said_and_nothing_typed_is_lost(test: TestDb) {
        let (_stage, browser) = desk(test).await;
        let wrong = [
            ("title", "Late <b>"),
            ("starts", "9"),
            ("ends", "10:00"),
            ("zone", "Atlantis"),
            ("format", "online"),
            ("languages", "en"),
            ("link", "http://meet.example"),
        ];
        let page = browser.post("/organise/new-event", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.texts(".summary li").len(), 4, "{:?}", page.texts(".summary li"));
        assert_eq!(page.attributes("#field-title", "value"), ["Late <b>"]);
        assert_eq!(page.attributes("#field-zone", "value"), ["Atlantis"]);
        assert!(page.texts("title")[0].starts_with("Error:"));
    }

    async fn f_17_a_typo_is_saved_at_once_and_sends_nothing(test: TestDb) {
        let (stage, browser) = desk(test).await;
        register(&stage, "rana@example.org", "online").await;
        let path = stage.page("/edit/texts");
        let form = open(&browser, &path).await.with("summary.en", "A typo less.");
        let saved = form.send(&browser, &path).await;
        assert_eq!(saved.leads_to(), format!("{path}?done=saved"));
        assert_eq!(kinds(&stage).await, [""; 0]);
        let event = stage.event().await;
        let summary = event.details.summary.unwrap();
        assert_eq!(summary.keyed().len(), 2);
        assert!(summary.keyed().iter().any(|(_, text)| *text == "A typo less."));
    }

    async fn f_17_a_change_of_time_is_not_saved_without_a_choice_and_tells_as_chosen(test: TestDb) {
        let (stage, browser) = desk(test).await;
        register(&stage, "rana@example.org", "online").await;
        register(&stage, "omar@example.org", "in_person").await;
        let path = stage.page("/edit/basics");
        let hour_later = |form: Form| {
            form.with("starts", "2022-11-25T16:00").with("ends", "2022-11-25T18:00")
        };
        let form = hour_later(open(&browser, &path).await);
        let asked = form.send(&browser, &path).await;
        assert_eq!(asked.status, StatusCode::OK);
        assert_eq!(asked.texts(".consequences li").len(), 2, "{:?}", asked.texts(".facts li"));
        assert!(asked.texts("#content").concat().contains("Tell 2 people by e-mail"));
        let moved: Vec<String> = asked.texts("table ins");
        assert!(moved.iter().any(|moment| moment.contains("15:00")), "{moved:?}");
        assert_eq!(stage.event().await.revision, 0);
        let question = Form::of(&asked);
        let unanswered = question.send(&browser, &path).await;
        assert_eq!(unanswered.status, StatusCode::OK);
        assert_eq!(stage.event().await.revision, 0);
        let told = question.and("answer", "tell").send(&browser, &path).await;
        assert_eq!(told.leads_to(), format!("{path}?done=saved-and-told&n=2"));
        assert_eq!(kinds(&stage).await, ["changed", "changed"]);
        let form = open(&browser, &path).await;
        assert_eq!(form.value("starts"), "2022-11-25T16:00");
        let form = form.with("starts", "2022-11-25T15:30").and("answer", "quiet");
        assert_eq!(form.send(&browser, &path).await.leads_to(), format!("{path}?done=saved"));
        assert_eq!(kinds(&stage).await, ["changed", "changed"]);
    }

    async fn f_17_a_change_that_concerns_nobody_is_saved_at_once(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let path = stage.page("/edit/basics");
        let form = open(&browser, &path).await.with("ends", "2022-11-25T18:00");
        form.send(&browser, &path).await.leads_to();
        assert_eq!(stage.event().await.revision, 1);
    }

    async fn e_24_another_link_is_told_to_those_who_hold_the_old_one(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.meeting.as_mut().unwrap().release = Some(Release::OnConfirmation);
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        register(&stage, "rana@example.org", "online").await;
        register(&stage, "omar@example.org", "in_person").await;
        assert_eq!(kinds(&stage).await, ["link"]);
        let path = stage.page("/edit/meeting");
        let form = open(&browser, &path).await.with("link", "https://meet.example/other-room");
        let asked = form.send(&browser, &path).await;
        assert!(asked.texts("#content").concat().contains("1 person was sent the old link"));
        let told = Form::of(&asked).and("answer", "tell").send(&browser, &path).await;
        assert_eq!(told.leads_to(), format!("{path}?done=saved-and-told&n=1"));
        assert_eq!(kinds(&stage).await, ["changed", "link"]);
    }

    async fn s_37_whoever_has_a_join_page_needs_no_mail_of_another_link(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.meeting.as_mut().unwrap().release = Some(Release::OnConfirmation);
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/edit/meeting");
        let page = browser.get(&path).await;
        // The cost stands beside the switch (DEC-6).
        let hint = page.texts("#field-join-page-hint").concat();
        assert!(hint.contains("this service being up") && hint.contains("shared with colleagues"), "{hint}");
        register(&stage, "rana@example.org", "online").await;
        assert_eq!(kinds(&stage).await, ["link"]);
        let form = open(&browser, &path).await.without("join-page").and("join-page", "yes");
        assert_eq!(form.send(&browser, &path).await.leads_to(), format!("{path}?done=saved"));
        register(&stage, "nour@example.org", "online").await;
        assert_eq!(kinds(&stage).await, ["link", "link"]);
        // One holds the link itself, the other a page.
        let form = open(&browser, &path).await.with("link", "https://meet.example/other-room");
        let asked = form.send(&browser, &path).await;
        let said = asked.texts("#content").concat();
        assert!(said.contains("1 person was sent the old link"), "{said}");
        assert!(said.contains("1 person has a personal page"), "{said}");
        let told = Form::of(&asked).and("answer", "tell").send(&browser, &path).await;
        assert_eq!(told.leads_to(), format!("{path}?done=saved-and-told&n=1"));
        assert_eq!(kinds(&stage).await, ["changed", "link", "link"]);
        stage.test.clock.advance(chrono::TimeDelta::minutes(1));
        let form = open(&browser, &path).await.with("link", "https://meet.example/third-room");
        let done = form.send(&browser, &path).await;
        assert_eq!(done.leads_to(), format!("{path}?done=saved-and-followed&n=2"));
        let said = browser.get(done.leads_to()).await.texts("[role=status]").concat();
        assert!(said.contains("Nobody holds the old link"), "{said}");
        assert_eq!(kinds(&stage).await, ["changed", "link", "link"]);
    }

    async fn f_11_a_recording_is_stated_and_not_told_by_the_log(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let path = stage.page("/edit/meeting");
        let form = open(&browser, &path).await.with("recording-link", "https://video.example/CANARY");
        assert_eq!(form.send(&browser, &path).await.leads_to(), format!("{path}?done=saved"));
        assert!(file::write(&stage.event().await.details).contains("recording = \"https://video.example/CANARY\""));
        let owner = stage.signed_in(Role::Owner).await;
        let log = owner.get(&stage.page("/log")).await;
        assert!(log.texts("#content").concat().contains("Meeting › Recording"));
        assert!(!log.body().contains("CANARY"));
        let bad = open(&browser, &path).await.with("recording-link", "video");
        assert_eq!(bad.send(&browser, &path).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn links_for_each_are_offered_where_the_operator_has_set_a_service_up(test: TestDb) {
        let services = Services {
            jitsi: None,
            bigbluebutton: Some(BigBlueButton::new("https://bbb.example", "canary".to_owned())),
        };
        let stage = Stage::set_with_services(test, services).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/edit/meeting");
        let asked = open(&browser, &path).await.and("service", "yes");
        let refused = asked.send(&browser, &path).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        for words in ["Choose as the service: BigBlueButton", "Take this link out"] {
            assert!(refused.body().contains(words), "{words}");
        }
        assert!(!refused.body().contains("canary"));
        let asked = open(&browser, &path).await.with("provider", "bigbluebutton").with("link", "");
        asked.and("service", "yes").send(&browser, &path).await.leads_to();
        let meeting = stage.event().await.details.meeting.unwrap();
        assert_eq!((meeting.makes_links(), meeting.link), (Some(Provider::BigBlueButton), None));
        let page = browser.get(&path).await;
        assert_eq!(page.attributes("input[name=service][checked]", "value"), ["yes"]);
    }

    async fn nothing_is_offered_where_no_service_is_set_up(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let page = browser.get(&stage.page("/edit/meeting")).await;
        assert_eq!(page.attributes("input[name=join-page]", "value"), ["yes"]);
        assert_eq!(page.attributes("input[name=service]", "value"), [""; 0]);
    }

    async fn u_19_a_survey_is_made_by_one_tick(test: TestDb) {
        let (stage, organiser) = desk(test).await;
        let none = organiser.get(&stage.page("/survey")).await;
        assert_eq!(none.attributes(".empty-state .button", "href"), [stage.page("/edit/survey")]);
        assert_eq!(organiser.get(&stage.page("/survey/answers.csv")).await.status, 404);
        let path = stage.page("/edit/survey");
        let form = open(&organiser, &path).await.and("survey", "yes");
        assert_eq!(form.send(&organiser, &path).await.status, 303);
        assert_eq!(stage.event().await.details.survey, Some(convoke::event::Survey::default()));
        // Up to five of their own take the place of ours.
        for number in 1..=5 {
            let new = format!("{path}/+new");
            let form = open(&organiser, &new).await
                .with("label.en", &format!("Question {number}?")).with("survey-kind", "scale");
            assert_eq!(form.send(&organiser, &new).await.status, 303, "{number}");
        }
        assert_eq!(organiser.get(&format!("{path}/+new")).await.status, 404);
        let page = organiser.get(&path).await;
        assert_eq!(page.texts(".rows .row").len(), 5);
        let event = stage.event().await;
        assert_eq!(event.details.survey.as_ref().unwrap().questions.len(), 5);
        let again = file::read(&file::write(&event.details)).unwrap();
        assert_eq!(again.survey, event.details.survey);
        let bad = open(&organiser, &path).await.with("survey-open-for", "5m");
        assert_eq!(bad.send(&organiser, &path).await.status, 422);
    }

    async fn f_15_other_rules_are_never_kept_quiet(test: TestDb) {
        let (stage, browser) = desk(test).await;
        register(&stage, "rana@example.org", "online").await;
        let path = stage.page("/edit/rules");
        let form = open(&browser, &path).await.with("rules", "chatham_house");
        let asked = form.send(&browser, &path).await;
        assert_eq!(asked.texts("#answer-quiet").len(), 0);
        let question = Form::of(&asked);
        assert!(question.value("notice-text.en").contains("Chatham House"));
        assert!(question.value("notice-text.ar").contains("تشاتام"));
        let quiet = Form::of(&asked).without("answer").and("answer", "quiet").send(&browser, &path).await;
        assert_eq!(quiet.status, StatusCode::UNPROCESSABLE_ENTITY);
        let silent = Form::of(&asked)
            .with("notice-subject.en", "")
            .with("notice-text.en", "")
            .with("notice-subject.ar", "")
            .with("notice-text.ar", "");
        let silent = silent.send(&browser, &path).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        let broken = Form::of(&asked).with("notice-text.en", "Hello {nobody}");
        assert_eq!(broken.send(&browser, &path).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(stage.event().await.revision, 0);
        question.send(&browser, &path).await.leads_to();
        assert_eq!(kinds(&stage).await, ["announcement"]);
    }

    async fn two_organisers_lose_nothing_to_each_other(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let path = stage.page("/edit/texts");
        let (mine, theirs) = (open(&browser, &path).await, open(&browser, &path).await);
        let theirs = theirs.with("summary.en", "Theirs.").with("title.ar", "عنوانهم");
        theirs.send(&browser, &path).await.leads_to();
        let mine = mine.with("summary.en", "Mine.").with("summary.ar", "نصّي");
        let shown = mine.send(&browser, &path).await;
        assert_eq!(shown.status, StatusCode::CONFLICT);
        assert!(shown.texts(".note").concat().contains("Theirs."));
        let form = Form::of(&shown);
        assert_eq!(form.value("summary.en"), "Mine.");
        assert_eq!(form.value("title.ar"), "عنوانهم");
        form.send(&browser, &path).await.leads_to();
        let text = file::write(&stage.event().await.details);
        for kept in ["Mine.", "نصّي", "عنوانهم"] {
            assert!(text.contains(kept), "{kept}");
        }
        assert!(!text.contains("Theirs."));
    }

    async fn what_others_change_on_other_pages_is_in_nobodys_way(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let (texts, venue) = (stage.page("/edit/texts"), stage.page("/edit/venue"));
        let mine = open(&browser, &texts).await.with("summary.en", "Mine.");
        let theirs = open(&browser, &venue).await.with("city", "Beirut");
        theirs.send(&browser, &venue).await.leads_to();
        mine.send(&browser, &texts).await.leads_to();
        let text = file::write(&stage.event().await.details);
        assert!(text.contains("Mine.") && text.contains("city = \"Beirut\""));
    }

    async fn time_04_a_start_in_the_gap_is_refused_and_one_that_comes_twice_is_asked_about(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let path = stage.page("/edit/basics");
        let night = |form: Form, start: &str, end: &str| form.with("starts", start).with("ends", end);
        let gap = night(open(&browser, &path).await, "2027-03-28T00:30", "2027-03-28T02:00");
        let gap = gap.send(&browser, &path).await;
        assert_eq!(gap.status, StatusCode::UNPROCESSABLE_ENTITY);
        let problem = gap.texts("#field-starts-problem").concat();
        assert!(problem.contains("23:59") && problem.contains("01:00"), "{problem}");
        let fold = night(open(&browser, &path).await, "2026-10-24T23:30", "2026-10-25T02:00");
        let fold = fold.send(&browser, &path).await;
        assert_eq!(fold.status, StatusCode::UNPROCESSABLE_ENTITY);
        let form = Form::of(&fold);
        assert_eq!(form.value("starts.side"), "+03:00", "the earlier is preselected");
        form.with("starts.side", "+02:00").send(&browser, &path).await.leads_to();
        let event = stage.event().await;
        assert_eq!(event.schedule.starts_at().to_rfc3339(), "2026-10-24T21:30:00+00:00");
        assert_eq!(open(&browser, &path).await.value("starts.side"), "+02:00");
    }

    async fn time_04_a_closing_that_comes_twice_is_taken_with_a_note(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.sessions[0].starts = "2026-10-25T15:00:00".parse().unwrap();
        details.sessions[0].ends = "2026-10-25T17:00:00".parse().unwrap();
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let path = stage.page("/edit/registration");
        let form = open(&browser, &path).await.with("closes", "2026-10-24T23:59");
        form.send(&browser, &path).await.leads_to();
        let page = browser.get(&path).await;
        assert_eq!(page.texts(".note"), ["This time comes twice that night: the later one counts."]);
        let form = open(&browser, &path).await.with("closes", "2026-10-25T18:00");
        let refused = form.send(&browser, &path).await;
        assert_eq!(refused.texts("#field-closes-problem").len(), 1);
    }

    async fn time_09_saving_every_page_unchanged_changes_nothing(test: TestDb) {
        let stage = Stage::set_with(test, file::read(EVERYTHING).unwrap()).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let before = stage.event().await;
        let mut forms = 0;
        for part in PARTS {
            let path = stage.page(&format!("/edit/{part}"));
            let page = browser.get(&path).await;
            let mut paths = page.attributes(".row-name a", "href");
            if !page.texts("main form.form").is_empty() {
                paths.push(path);
            }
            for path in paths {
                let form = open(&browser, &path).await;
                let saved = form.send(&browser, &path).await;
                assert!(saved.leads_to().ends_with("?done=unchanged"), "{path}");
                forms += 1;
            }
        }
        assert!(forms > 18, "{forms}");
        assert_eq!(stage.event().await, before);
    }

    async fn parts_are_added_moved_and_removed_without_becoming_each_other(test: TestDb) {
        let (stage, browser) = desk(test).await;
        register(&stage, "rana@example.org", "online").await;
        let first = stage.event().await.session_ids[0];
        let page = stage.page("/edit/programme");
        let new = format!("{page}/+new");
        let form = open(&browser, &new).await.with("session-title.en", "Second");
        assert_eq!(form.value("starts"), "2022-11-25T17:00");
        form.send(&browser, &new).await.leads_to();
        let revision = stage.event().await.revision.to_string();
        let order = format!("{page}/+order");
        let stale = browser.post(&order, &[("do", "up 2"), ("revision", "0")]).await;
        assert_eq!(stale.status, StatusCode::CONFLICT);
        let moved = browser.post(&order, &[("do", "up 2"), ("revision", &revision)]).await;
        moved.leads_to();
        let event = stage.event().await;
        assert_eq!(event.session_ids[1], first);
        assert_eq!(event.details.sessions[1].lineup.len(), 4, "the lineup stays with its session");
        let revision = event.revision.to_string();
        let used = browser.post(&order, &[("do", "remove 1"), ("revision", &revision)]).await;
        assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
        let unused = browser.post(&order, &[("do", "remove 2"), ("revision", &revision)]).await;
        unused.leads_to();
        assert_eq!(stage.event().await.session_ids, [first]);
    }

    async fn a_question_is_not_removed_while_another_depends_on_it(test: TestDb) {
        let stage = Stage::set_with(test, file::read(EVERYTHING).unwrap()).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let order = stage.page("/edit/questions/+order");
        for deed in ["remove attended", "up which"] {
            let refused = browser.post(&order, &[("do", deed), ("revision", "0")]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{deed}");
        }
        let path = stage.page("/edit/questions/which");
        let form = open(&browser, &path).await;
        assert_eq!(form.value("condition"), "attended=yes");
        let foreign = form.with("condition", "foreign=yes").send(&browser, &path).await;
        assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn s_02_parts_of_other_events_are_not_found(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let mut other = file::read(EVERYTHING).unwrap();
        other.slug = "other".parse().unwrap();
        stage.save_in(stage.organisation, other).await;
        for path in ["hosts/institute", "questions/attended", "programme/night", "codes/1", "meeting/night", "nothing"] {
            let address = stage.page(&format!("/edit/{path}"));
            assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND, "{path}");
            assert_eq!(browser.post(&address, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let order = stage.page("/edit/hosts/+order");
        let foreign = [("do", "remove institute"), ("revision", "0")];
        assert_eq!(browser.post(&order, &foreign).await.status, StatusCode::NOT_FOUND);
    }

    async fn s_13_poisoned_texts_stay_text_on_every_page(test: TestDb) {
        const POISON: &str = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";
        let mut details = file::read(EVERYTHING).unwrap();
        details.each_text(|text| {
            *text = convoke::base::language::Localised::One(POISON.to_owned());
        });
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        let mut paths: Vec<String> = PARTS.map(|part| stage.page(&format!("/edit/{part}"))).into();
        let others = ["", "/publish", "/cancel", "/release", "/duplicate"];
        paths.extend(others.map(|rest| stage.page(rest)));
        let mut at = 0;
        while let Some(path) = paths.get(at).cloned() {
            at += 1;
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.octets.len() < 100_000, "{path} has {} octets", page.octets.len());
            assert_eq!(page.texts("img, script:not([src])"), [""; 0], "{path}");
            paths.extend(page.attributes(".row-name a", "href"));
        }
        assert!(at > 25, "{at}");
        let path = stage.page("/edit/programme/opening");
        let form = open(&browser, &path).await.with("starts", "2026-12-10T14:00");
        let page = form.send(&browser, &path).await;
        assert_eq!(page.texts("img, script:not([src])"), [""; 0]);
    }

    async fn s_32_only_the_page_of_the_meeting_shows_the_link(test: TestDb) {
        let (stage, browser) = desk(test).await;
        let mut shown = Vec::new();
        let pages = PARTS.map(|part| format!("/edit/{part}"));
        let others = ["", "/publish", "/cancel", "/release", "/duplicate"].map(str::to_owned);
        for rest in pages.into_iter().chain(others) {
            let page = browser.get(&stage.page(&rest)).await;
            if page.body().contains("86512345678") {
                shown.push(rest);
            }
        }
        assert_eq!(shown, ["/edit/meeting"]);
        let path = stage.page("/edit/texts");
        let told = "Join at https://zoom.example/j/86512345678";
        let form = open(&browser, &path).await.with("description.en", told);
        let refused = form.send(&browser, &path).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.texts("#field-description-en-problem").len(), 1);
    }

    async fn e_11_a_duplicate_has_neither_link_nor_people(test: TestDb) {
        let (stage, browser) = desk(test).await;
        register(&stage, "rana@example.org", "online").await;
        let path = stage.page("/duplicate");
        let form = open(&browser, &path).await;
        assert_eq!(form.value("date"), "2022-12-09", "the same day of the week");
        let made = form.with("date", "2023-01-20").send(&browser, &path).await;
        let slug = format!("{}-2", stage.slug);
        assert_eq!(made.leads_to(), format!("/organise/events/{slug}?done=event-duplicated"));
        let copy = find(&stage, &slug).await;
        assert_eq!(copy.state, EventState::Draft);
        assert!(copy.details.meeting_links().is_empty());
        assert!(copy.details.sessions[0].lineup.is_empty());
        assert_eq!(copy.details.sessions[0].starts.to_string(), "2023-01-20T15:00:00");
        assert_eq!(copy.details.terms.closes.unwrap().to_string(), "2023-01-19T23:59:00");
        stage.work().await;
        let mut tx = stage.begin().await;
        let owed = convoke::outbox::list(&mut tx, Some(copy.id.uuid())).await.unwrap();
        assert!(owed.is_empty());
    }

    async fn u_11_calling_off_says_what_it_means_and_over_fifty_people_the_name_is_typed(test: TestDb) {
        let (stage, browser) = desk(test).await;
        for number in 0..51 {
            register(&stage, &format!("guest-{number}@example.org"), "online").await;
        }
        let path = stage.page("/cancel");
        let page = browser.get(&path).await;
        assert!(page.texts(".consequences li")[0].starts_with("51 people"));
        let refused = browser.post(&path, &[("reason.en", "The speaker is ill.")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body().contains("The speaker is ill."));
        assert_eq!(stage.event().await.state, EventState::Published);
        let fields = [("reason.en", "The speaker is ill."), ("slug", stage.slug.as_str())];
        let done = browser.post(&path, &fields).await;
        assert_eq!(done.leads_to(), stage.page("?done=event-cancelled&n=51"));
        let event = stage.event().await;
        assert_eq!(event.state, EventState::Cancelled);
        assert!(event.cancel_reason.is_some());
        let again = browser.post(&path, &fields).await;
        assert!(again.leads_to().ends_with("?done=not-cancelled"));
    }

    async fn f_01_a_link_is_released_by_hand_once(test: TestDb) {
        let mut details = file::read(ROUNDTABLE).unwrap();
        details.meeting.as_mut().unwrap().release = Some(Release::Manual);
        let stage = Stage::set_with(test, details).await;
        let browser = stage.signed_in(Role::Organiser).await;
        register(&stage, "rana@example.org", "online").await;
        let overview = browser.get(&stage.page("")).await;
        assert_eq!(overview.attributes(".standing a.button", "href"), [stage.page("/release")]);
        let done = browser.post(&stage.page("/release"), &[]).await;
        assert_eq!(done.leads_to(), stage.page("?done=link-released&n=1"));
        assert_eq!(kinds(&stage).await, ["link"]);
        let again = browser.post(&stage.page("/release"), &[]).await;
        assert!(again.leads_to().ends_with("?done=not-released"));
    }

    async fn u_20_the_overview_says_how_it_stands_and_what_is_next(test: TestDb) {
        let (stage, browser) = desk(test).await;
        register(&stage, "rana@example.org", "online").await;
        register(&stage, "omar@example.org", "in_person").await;
        let page = browser.get(&stage.page("")).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.attributes("main a.button:not(.second)", "href").len(), 1);
        let people = page.texts(".numbers dd");
        assert_eq!(people, ["1 of 300 places", "1 of 25 places"]);
        let next = page.texts(".next-mails li");
        assert_eq!(next.len(), 3, "{next:?}");
        assert!(next.iter().any(|mail| mail.starts_with("Link to join") && mail.contains("To 1 person")));
    }
}
