//! Texts that would be markup if a page let them (S-13).

use convoke::base::language::Localised;
use convoke::base::testing::TestDb;
use convoke::event::{Details, file};
use convoke::on_both_engines;
use scraper::Html;

use crate::stage::{Answer, EVERYTHING, Stage};

/// Each would leave an element or an attribute whose name holds `zz`, or a script.
const PAYLOADS: [&str; 12] = [
    "<zz-element>x</zz-element>",
    "<script>zz()</script>",
    "\"><img src=x onerror=zz()>",
    "' onmouseover='zz()' zz='",
    "\" autofocus onfocus=\"zz()\" zz=\"",
    "</title><zz-title>",
    "</textarea><zz-area>",
    "<svg/onload=zz()>",
    "<iframe srcdoc=\"<script>zz()</script>\"></iframe>",
    "<a href=\"javascript:zz()\">zz</a>",
    "--><zz-comment><!--",
    "{{ 7 * 7 }}{% raw %}<zz-template>&lt;zz-entity&gt;&#60;zz-number&#62;",
];

on_both_engines! {
    async fn s_13_no_text_of_an_event_or_a_form_becomes_markup(test: TestDb) {
        let stage = Stage::set_details(test, poisoned(PAYLOADS[0])).await;
        for payload in PAYLOADS {
            stage.save(poisoned(payload)).await;
            stage.at("2026-12-01T10:00:00Z");
            let email = format!("guest{}@example.org", payload.len());
            let typed = [
                ("name", payload), ("email", email.as_str()), ("mode", "online"),
                ("organisation", payload), ("session", "night"), ("answer.attended", "yes"),
                ("answer.which", "1"), ("consent.recording", "yes"),
            ];
            let refused = [typed[0], ("email", payload), ("mode", payload), typed[3],
                ("listening", payload), ("code", payload), ("form_key", payload)];
            let mut answers = Vec::new();
            for language in ["en", "ar"] {
                let event = format!("/{language}/events/{}", stage.slug);
                for path in
                    ["", "/register", "/next/registered", "/embed"].map(|rest| format!("{event}{rest}"))
                {
                    answers.push((200, stage.get(&path).await));
                }
                answers.push((200, stage.get(&format!("/{language}/")).await));
                answers.push((422, stage.post(&format!("{event}/registrations"), &refused).await));
            }
            assert_eq!(stage.register(&typed).await.status, 303);
            let token = stage.token().await;
            answers.push((200, stage.get(&format!("/en/registrations/{token}")).await));
            stage.at("2026-12-09T10:00:00Z");
            answers.push((409, stage.register(&typed).await));
            for (status, answer) in answers {
                assert_eq!(answer.status.as_u16(), status, "{payload}");
                assert_harmless(&answer, payload);
            }
        }
    }
}

#[test]
fn each_payload_is_found_where_it_becomes_markup() {
    for payload in &PAYLOADS[..11] {
        let contexts = [
            "<p>{}</p>",
            "<title>{}</title>",
            "<textarea>{}</textarea>",
            "<p title=\"{}\">",
            "<p title='{}'>",
            "<!--{}-->",
        ];
        let found = contexts.iter().any(|context| {
            !intruders(&Html::parse_document(&context.replace("{}", payload))).is_empty()
        });
        assert!(found, "{payload}");
    }
}

fn assert_harmless(answer: &Answer, payload: &str) {
    assert_eq!(intruders(&answer.html()), Vec::<String>::new(), "{payload}");
    assert!(
        !answer.body.contains("49<zz"),
        "a text was taken for a template"
    );
}

/// Elements and attributes that no template of ours writes.
fn intruders(page: &Html) -> Vec<String> {
    let mut found = Vec::new();
    for element in page
        .tree
        .nodes()
        .filter_map(|node| node.value().as_element())
    {
        let name = element.name();
        let is_ours = !name.contains("zz")
            && !["img", "svg", "iframe", "base", "style"].contains(&name)
            && (name != "script"
                || element.attr("src").is_some()
                || element.attr("type") == Some("application/ld+json"));
        let has_ours = element.attrs().all(|(name, value)| {
            let starts_script = value.trim_start().starts_with("javascript:");
            !name.starts_with("on") && !name.contains("zz") && !starts_script
        });
        if !(is_ours && has_ours) {
            found.push(format!("{element:?}"));
        }
    }
    found
}

/// An event of which every text is `payload`.
fn poisoned(payload: &str) -> Details {
    let mut details = file::read(EVERYTHING).unwrap();
    let text = || Localised::One(payload.to_owned());
    details.visibility = None;
    details.title = text();
    details.summary = Some(text());
    details.description = Some(text());
    let venue = details.venue.as_mut().unwrap();
    venue.name = Some(text());
    venue.address = Some(text());
    venue.city = Some(payload.to_owned());
    for field in &mut details.terms.fields {
        field.purpose = text();
    }
    for question in &mut details.terms.questions {
        question.label = text();
        question
            .options
            .iter_mut()
            .for_each(|option| *option = text());
    }
    for consent in &mut details.terms.consents {
        consent.text = text();
    }
    details.terms.confirm_address = Some(false);
    for host in &mut details.hosts {
        host.name = text();
        host.short = Some(text());
        host.disclaimer = Some(text());
    }
    for session in &mut details.sessions {
        session.title = Some(text());
        session.r#abstract = Some(text());
        session.place = Some(text());
        for appearance in &mut session.lineup {
            appearance.name = Some(text());
            appearance.position = Some(text());
            appearance.organisation = Some(text());
            appearance.bio = Some(text());
            appearance.state = None;
        }
    }
    details
}
