//! An event whose every text is an attack, and every page of the workspace about it (S-13).

use convoke::account::{self, Role};
use convoke::base::db::{Engine, Sql};
use convoke::base::language::Localised;
use convoke::base::testing::{TestDb, run};
use convoke::base::text::SingleLine;
use convoke::event::announcement::{Addressees, Announcement, AnnouncementKind, announce};
use convoke::event::{Details, FieldName, Mode, file};
use convoke::registration::{self, Answer, Answers, Request};
use convoke::trash;
use convoke::web::organiser::{Route, routes};
use scraper::{ElementRef, Html, Selector};
use uuid::Uuid;

use crate::stage::Stage;

const PAYLOADS: [&str; 12] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "'><iframe srcdoc=x></iframe>",
    "</title><script>alert(1)</script>",
    "</textarea><payload-element>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "{{ 7*7 }}{% if x %}<payload-element>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' autofocus onfocus='alert(1)",
    "--><payload-element>]]><payload-element>",
    "</svg><style>*{display:none}</style>",
];

/// Gives a payload for each text, another for the next.
struct Poison(usize);

impl Poison {
    fn next(&mut self) -> &'static str {
        self.0 += 1;
        PAYLOADS[self.0 % PAYLOADS.len()]
    }

    /// The next as a string of an event file.
    fn quoted(&mut self) -> String {
        serde_json::to_string(self.next()).unwrap()
    }

    /// An event with it in all its texts.
    fn details(&mut self, slug: &str) -> Details {
        let mut text = || self.quoted();
        let source = format!(
            r#"
            slug = "{slug}"
            kind = "roundtable"
            format = "hybrid"
            time_zone = "Asia/Beirut"
            languages = ["en", "ar"]
            title = {{ en = {}, ar = {} }}
            summary = {}
            description = {}
            venue = {{ name = {}, address = {}, city = {}, country = "LB" }}
            [registration]
            codes = [{{ code = {} }}]
            [[registration.field]]
            name = "organisation"
            purpose = {}
            [[registration.field]]
            name = "country"
            purpose = {}
            [[registration.question]]
            id = "why"
            label = {}
            kind = "text"
            [[registration.question]]
            id = "which"
            label = {}
            kind = "choice"
            options = [{}, {}]
            [[registration.consent]]
            id = "recording"
            text = {}
            [meeting]
            provider = "zoom"
            link = "https://zoom.example/j/1"
            [[host]]
            role = "organiser"
            name = {}
            short = {}
            disclaimer = {}
            [[session]]
            title = {}
            abstract = {}
            place = {}
            starts = 2022-11-25T15:00:00
            ends = 2022-11-25T17:00:00
            [[session.appearance]]
            role = "speaker"
            name = {}
            position = {}
            organisation = {}
            bio = {}
            "#,
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
            text(),
        );
        file::read(&source).unwrap_or_else(|faults| panic!("{faults}\n{source}"))
    }

    fn request(&mut self) -> Request {
        let line = |poison: &mut Self| SingleLine::clean(poison.next());
        Request {
            name: line(self),
            email: "guest@example.org".parse().unwrap(),
            language: "en".parse().unwrap(),
            mode: Mode::InPerson,
            listening: None,
            sessions: Vec::new(),
            fields: vec![
                (FieldName::Organisation, line(self)),
                (FieldName::Position, line(self)),
                (FieldName::Country, line(self)),
            ],
            answers: Answers::from([("why".parse().unwrap(), Answer::One(self.next().to_owned()))]),
            consents: Vec::new(),
            code: None,
            source: None,
            waitlist: false,
            meanwhile_online: false,
            companion_key: String::new(),
        }
    }

    fn announcement(&mut self) -> Announcement {
        let mut said = || {
            let text = self.next().replace('{', "{{").replace('}', "}}");
            Localised::One(text.parse().unwrap())
        };
        Announcement {
            kind: AnnouncementKind::Announcement,
            subject: said(),
            text: said(),
            send_at: None,
            to: Addressees::Everybody,
            mode: None,
            session: None,
            languages: None,
            recording: None,
            survey: None,
        }
    }
}

#[test]
fn s_13_nothing_that_anybody_wrote_comes_out_as_markup() {
    for first in 0..PAYLOADS.len() {
        run(Engine::Sqlite, async |test: TestDb| {
            let mut poison = Poison(first);
            let stage = Stage::set_with(test, poison.details("poisoned")).await;
            let owner = stage.employ("owner@institute.example", Role::Owner).await;
            seed(&stage, &mut poison, &owner).await;
            let browser = stage.browser_of(&owner).await;
            let mut seen = 0;
            for path in addresses(&stage).await {
                let answer = browser.get(&path).await;
                seen += usize::from(answer.status == 200);
                let is_text = std::str::from_utf8(&answer.octets).is_ok();
                let is_page = answer.headers.get("content-type").is_some_and(|kind| {
                    kind.as_bytes().starts_with(b"text/html") || kind == "image/svg+xml"
                });
                if is_text && is_page {
                    examine(&path, &answer.html());
                }
            }
            assert!(seen > 8, "only {seen} pages");
        });
    }
}

#[test]
fn planted_markup_is_found() {
    for payload in PAYLOADS {
        let is_markup = !["javascript", "mouseover", "autofocus"]
            .iter()
            .any(|word| payload.contains(word));
        let planted = Html::parse_document(&format!("<p title=\"\">{payload}</p>"));
        let all = Selector::parse("*").unwrap();
        let is_found = !planted.select(&all).all(is_ours);
        assert!(is_found || !is_markup, "{payload}");
    }
    for planted in [
        "<p title=\"\" onmouseover=\"alert(1)\" x=\"\">",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<input value='' autofocus onfocus='alert(1)'>",
    ] {
        let all = Selector::parse("*").unwrap();
        assert!(
            !Html::parse_document(planted).select(&all).all(is_ours),
            "{planted}"
        );
    }
}

/// Everything about the event that somebody can write besides the event itself.
async fn seed(stage: &Stage, poison: &mut Poison, owner: &account::Organiser) {
    stage
        .save_in(stage.organisation, poison.details("thrown-away"))
        .await;
    // A change of everything, for the log.
    stage
        .save_in(stage.organisation, poison.details("poisoned"))
        .await;
    let event = stage.event().await;
    let mut tx = stage.begin().await;
    let name = SingleLine::clean(poison.next());
    account::set_profile(&mut tx, owner.id, &name, &owner.language)
        .await
        .unwrap();
    account::rename(&mut tx, stage.organisation, poison.next(), "operator")
        .await
        .unwrap();
    let request = poison.request();
    registration::register(&mut tx, &stage.key, &event, &request, None)
        .await
        .unwrap();
    let said = poison.announcement();
    announce(&mut tx, &event, &said, false, "operator")
        .await
        .unwrap()
        .unwrap();
    let slug = "thrown-away".parse().unwrap();
    let other = convoke::event::find(&mut tx, &stage.key, &slug)
        .await
        .unwrap()
        .unwrap();
    trash::throw_away(&mut tx, &other, "operator")
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// Every address of the workspace with the event, and with whatever else there is in each other place.
async fn addresses(stage: &Stage) -> Vec<String> {
    let mut others: Vec<String> = ["days.svg", "organisations.svg", "countries.csv"]
        .map(str::to_owned)
        .into();
    let mut tx = stage.begin().await;
    for text in [
        "SELECT id FROM registration",
        "SELECT id FROM person",
        "SELECT id FROM appearance",
        "SELECT id FROM announcement",
        "SELECT id FROM session",
        "SELECT id FROM message",
        "SELECT id FROM audit_line WHERE action = 'event_changed'",
    ] {
        let found: Vec<(Uuid,)> = tx.query(Sql::new(text, text)).fetch_all().await.unwrap();
        others.push(found[0].0.to_string());
    }
    let filled = |route: &Route| {
        let path = route.path.replace("{event}", stage.slug.as_str());
        let parts: Vec<&str> = path.split(['{', '}']).collect();
        match parts[..] {
            [_] => vec![
                path.clone(),
                format!("{path}?line={}", others[others.len() - 1]),
            ],
            _ => {
                let with = |other: &String| {
                    let fill = |(at, part): (usize, &&str)| match at % 2 {
                        0 => (*part).to_owned(),
                        _ => other.clone(),
                    };
                    parts.iter().enumerate().map(fill).collect()
                };
                others.iter().map(with).collect()
            }
        }
    };
    routes().iter().flat_map(filled).collect()
}

/// No element and no attribute of `page` is one that a payload would make.
fn examine(path: &str, page: &Html) {
    let all = Selector::parse("*").unwrap();
    for element in page.select(&all) {
        assert!(is_ours(element), "{path}: {}", element.html());
    }
}

fn is_ours(element: ElementRef<'_>) -> bool {
    let attribute = |name| element.attr(name).unwrap_or_default();
    let is_handler = element
        .value()
        .attrs()
        .any(|(name, _)| name.starts_with("on"));
    let is_script_address = ["href", "src", "action"]
        .iter()
        .any(|name| attribute(name).starts_with("javascript:"));
    let is_known = match element.value().name() {
        "script" => attribute("src").starts_with("/assets/") && element.text().next().is_none(),
        "img" => attribute("src").starts_with('/'),
        // A mail looked at before it leaves stands in a frame, and has its styles within.
        "iframe" => attribute("src").starts_with("/organise/") && element.attr("srcdoc").is_none(),
        "style" => element.text().collect::<String>() != "*{display:none}",
        "payload-element" => false,
        _ => true,
    };
    is_known && !is_handler && !is_script_address
}
