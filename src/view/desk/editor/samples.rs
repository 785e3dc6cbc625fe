//! The situations that the pages which make and change an event can be in.

use super::{
    AddressPage, CancelPage, ChangeLine, Count, DuplicatePage, EditPage, GapLine, Group,
    ImpactPage, Layout, LogoPart, Moved, NewEventPage, NextMail, OverviewPage, PartLink, PartRows,
    PrimaryAction, PublishPage, ReleasePage, Row, ShareEdition, SharePage, Sheet,
};
use crate::view::desk::{DeskFrame, EventTab};
use crate::view::{
    Choice, Door, EventFacts, Field, Frame, Hidden, Locale, Page, Problem, Widget, Words,
};

const PATH: &str = "/organise/events/water";

fn frame(frame: &Frame, locale: &Locale, tab: EventTab) -> DeskFrame {
    DeskFrame::event_sample(frame, locale, tab)
}

fn event(locale: &Locale) -> EventFacts {
    EventFacts::samples(locale).remove(0)
}

fn alone(field: Field) -> Group {
    Group {
        layout: Layout::Alone,
        legend: None,
        hint: None,
        fields: vec![field],
        notes: Vec::new(),
    }
}

/// A form with a field of each sort.
fn sheet(locale: &Locale, has_faults: bool) -> Sheet {
    let in_language = |tag: &str, value: &str| Field {
        lang: Some(tag.into()),
        value: value.into(),
        hint: value
            .is_empty()
            .then(|| locale.text("editor-untranslated").into()),
        ..Field::line(
            &format!("title.{tag}"),
            locale.text(&format!("language-{tag}")),
        )
    };
    let title = Group {
        layout: Layout::Languages,
        legend: Some(locale.text("edit-title")),
        hint: None,
        fields: vec![in_language("en", "Water & Data <b>"), in_language("ar", "")],
        notes: Vec::new(),
    };
    let starts = Field {
        widget: Widget::DateTime,
        value: "2026-10-25T00:30".into(),
        ..Field::line("starts", locale.text("edit-starts"))
    };
    let mut closes = alone(Field {
        widget: Widget::DateTime,
        required: false,
        value: "2026-10-24T23:59".into(),
        hint: Some(locale.text("edit-closes-hint").into()),
        ..Field::line("closes", locale.text("edit-closes"))
    });
    closes.notes = vec![locale.text("time-note-later-of-two")];
    let zone = Field {
        suggestions: vec!["Asia/Beirut".into(), "Asia/Amman".into()],
        value: "Asia/Beirut".into(),
        ..Field::line("zone", locale.text("edit-zone"))
    };
    let words = locale.text("flaw-ends-before-start");
    let ends = Field {
        widget: Widget::DateTime,
        problem: has_faults.then(|| words.clone()),
        ..Field::line("ends", locale.text("edit-ends"))
    };
    let problem = Problem {
        field: Some(ends.id.clone()),
        words,
    };
    let rank = |number: usize| Field {
        id: format!("field-languages-{number}"),
        widget: Widget::Select,
        options: vec![
            Choice::new("", locale.text("editor-none")),
            Choice::new("ar", locale.text("language-ar")),
        ],
        ..Field::line("languages", locale.text(&format!("editor-rank-{number}")))
    };
    let languages = Group {
        layout: Layout::Row,
        legend: Some(locale.text("edit-languages")),
        hint: Some(locale.text("edit-languages-hint")),
        fields: vec![rank(1), rank(2)],
        notes: Vec::new(),
    };
    Sheet {
        action: format!("{PATH}/edit/basics"),
        hidden: vec![Hidden {
            name: "seen".into(),
            value: "title.en=00000000".into(),
        }],
        groups: vec![
            title,
            alone(starts),
            alone(ends),
            alone(zone),
            languages,
            closes,
        ],
        problems: has_faults.then_some(problem).into_iter().collect(),
    }
}

fn gaps(locale: &Locale) -> Vec<GapLine> {
    let gap = |key, count: usize| GapLine {
        key,
        language: (count > 0).then(|| locale.text("language-ar")),
        count,
        href: format!("{PATH}/edit/texts"),
    };
    vec![
        gap("untranslated", 3),
        gap("no-link", 0),
        gap("no-venue", 0),
        gap("no-lineup", 0),
        gap("begun", 0),
        gap("closed", 0),
        gap("closes-after-start", 0),
        gap("link-before-closing", 0),
        gap("same-link", 0),
        gap("no-code", 0),
        gap("guessable-address", 0),
    ]
}

impl Page for NewEventPage {
    const FILE: &'static str = "desk/editor/new";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |has_faults| Self {
            frame: DeskFrame::sample(frame),
            sheet: sheet(locale, has_faults),
        };
        vec![("fresh", page(false)), ("errors", page(true))]
    }
}

impl Page for EditPage {
    const FILE: &'static str = "desk/editor/edit";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        const PARTS: [&str; 13] = [
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
            "mail",
        ];
        let page = |part: &'static str| Self {
            frame: frame(outer, locale, EventTab::Edit),
            parts: PARTS
                .map(|key| PartLink {
                    key,
                    href: format!("{PATH}/edit/{key}"),
                    current: key == part,
                })
                .to_vec(),
            part,
            item: None,
            back: None,
            sheet: None,
            rows: None,
            is_overtaken: false,
            problem: None,
            logo: None,
        };
        let row = |key: &str, name: Words| Row {
            key: key.into(),
            name,
            about: Some(event(locale).days),
            href: format!("{PATH}/edit/programme/{key}"),
        };
        let rows = |rows: Vec<Row>, is_ordered: bool| PartRows {
            action: format!("{PATH}/edit/programme/+order"),
            revision: 4,
            add: is_ordered.then(|| format!("{PATH}/edit/programme/+new")),
            rows,
            is_ordered,
        };
        let two = || {
            vec![
                row("1", event(locale).title),
                row("2", Words::plain("<b>Night</b>")),
            ]
        };
        let form = |has_faults| Self {
            sheet: Some(sheet(locale, has_faults)),
            ..page("basics")
        };
        let mut overtaken = form(false);
        overtaken.is_overtaken = true;
        let logo = |path: Option<&str>, problem| LogoPart {
            action: format!("{PATH}/edit/hosts/1/logo"),
            path: path.map(str::to_owned),
            is_hidden: problem,
            problem: problem.then(|| locale.text("photo-problem-missing")),
        };
        let item = Self {
            logo: Some(logo(Some("/pictures/word.small"), false)),
            item: Some(event(locale).title),
            back: Some(format!("{PATH}/edit/hosts")),
            sheet: Some(sheet(locale, false)),
            ..page("hosts")
        };
        let hidden = Self {
            logo: Some(logo(None, true)),
            ..item.clone()
        };
        let list = Self {
            rows: Some(rows(two(), true)),
            ..page("programme")
        };
        let refused = Self {
            problem: Some(locale.text("flaw-in-use")),
            is_overtaken: true,
            ..list.clone()
        };
        let meeting = Self {
            sheet: Some(sheet(locale, false)),
            rows: Some(rows(two(), false)),
            ..page("meeting")
        };
        let empty = |part| Self {
            rows: Some(rows(Vec::new(), true)),
            ..page(part)
        };
        vec![
            ("form", form(false)),
            ("errors", form(true)),
            ("overtaken", overtaken),
            ("item", item),
            ("hidden", hidden),
            ("list", list),
            ("refused", refused),
            ("meeting", meeting),
            ("no-hosts", empty("hosts")),
            ("no-channels", empty("interpretation")),
            ("no-questions", empty("questions")),
            ("no-consents", empty("consents")),
            ("no-codes", empty("codes")),
            ("texts", page("texts")),
            ("venue", page("venue")),
            ("registration", page("registration")),
            ("rules", page("rules")),
            ("mail", page("mail")),
        ]
    }
}

impl Page for ImpactPage {
    const FILE: &'static str = "desk/editor/impact";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let moved = |kind, before: Option<&str>, after: Option<&str>| Moved {
            kind,
            session: Some("Night <b>".into()),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
        };
        let time = Self {
            frame: frame(outer, locale, EventTab::Edit),
            action: format!("{PATH}/edit/basics"),
            back: format!("{PATH}/edit/basics"),
            hidden: sheet(locale, false).hidden,
            lines: vec![
                ChangeLine {
                    label: locale.text("edit-starts"),
                    before: Some("15:00".into()),
                    after: Some("16:00 <b>".into()),
                },
                ChangeLine {
                    label: locale.text("edit-link"),
                    before: None,
                    after: None,
                },
            ],
            concerned: 120,
            told: 118,
            holding_link: 43,
            holding_page: 3,
            facts: vec!["time", "place", "link"],
            moves: vec![
                moved("reminder", Some("14:00"), Some("15:00")),
                moved("link", None, Some("15:00")),
                moved("reminder", Some("12:00"), None),
            ],
            more_moves: 3,
            notice: Vec::new(),
            may_be_quiet: true,
            problems: Vec::new(),
        };
        let rules = Self {
            facts: vec!["rules", "languages"],
            told: 0,
            moves: Vec::new(),
            more_moves: 0,
            notice: sheet(locale, false).groups[..1].to_vec(),
            may_be_quiet: false,
            problems: vec![Problem {
                field: None,
                words: locale.text("impact-answer-missing"),
            }],
            ..time.clone()
        };
        vec![("time", time), ("rules", rules)]
    }
}

impl Page for SharePage {
    const FILE: &'static str = "desk/editor/share";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let edition = |tag: &str, name: &str| {
            let language = tag.parse().expect("a tag");
            let page = format!("https://events.example/{tag}/events/water");
            ShareEdition::of(&language, name.into(), "Water & \"Data\"", page)
        };
        let page = |visibility, sites: &[&str]| Self {
            frame: frame(outer, locale, EventTab::Overview),
            visibility,
            address: "https://events.example/events/water".into(),
            calendar: "https://events.example/events/water.ics".into(),
            editions: vec![edition("en", "English"), edition("ar", "العربية")],
            sites: sites.iter().map(ToString::to_string).collect(),
            settings: format!("{PATH}/edit/basics"),
            partners: format!("{PATH}/partners"),
        };
        vec![
            ("framed", page("public", &["https://partner.example"])),
            ("draft", page("draft", &[])),
            ("sensitive", page("sensitive", &[])),
        ]
    }
}

impl Page for OverviewPage {
    const FILE: &'static str = "desk/editor/overview";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = event(locale);
        let page = |state, key, door| Self {
            frame: frame(outer, locale, EventTab::Overview),
            door,
            state,
            primary: PrimaryAction {
                key,
                count: 7,
                href: PATH.into(),
            },
            gaps: Vec::new(),
            counts: Vec::new(),
            next: Vec::new(),
            data_goes: facts.closes.clone(),
            data_gone: state == "over",
            address: "https://events.example/events/water".into(),
            share: format!("{PATH}/share"),
            duplicate: Some(format!("{PATH}/duplicate")),
            cancel: None,
            delete: format!("{PATH}/delete"),
            event: facts.clone(),
        };
        let count = |key, people, places| Count {
            key,
            people,
            places,
        };
        let mail = |kind, people, waits| NextMail {
            kind,
            session: Some("Night <b>".into()),
            moment: facts.closes.clone(),
            people,
            waits,
        };
        let full = Self {
            gaps: gaps(locale),
            counts: vec![
                count("online", 310, Some(300)),
                count("in_person", 38, Some(40)),
                count("pending", 7, None),
                count("waitlisted", 3, None),
                count("unconfirmed", 1, None),
            ],
            next: vec![
                mail("link", Some(310), true),
                mail("reminder", Some(348), false),
                mail("alarm", None, false),
                mail("cancelled", Some(1), false),
            ],
            cancel: Some(format!("{PATH}/cancel")),
            ..page("published", "decide", Door::Open)
        };
        let mut all = vec![
            ("draft", page("draft", "publish", Door::NotYet)),
            ("full", full),
            ("cancelled", page("cancelled", "duplicate", Door::Cancelled)),
            ("over", page("over", "figures", Door::Over)),
        ];
        let others = ["link", "release", "lineup", "check-in", "registrations"];
        all.extend(others.map(|key| (key, page("published", key, Door::Closed))));
        all
    }
}

impl Page for PublishPage {
    const FILE: &'static str = "desk/editor/publish";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = event(locale);
        let whole = Self {
            frame: frame(outer, locale, EventTab::Overview),
            address: "https://events.example/events/water".into(),
            gaps: Vec::new(),
            mails: 28,
            broken: Vec::new(),
            closes: facts.closes.clone(),
            action: Some(format!("{PATH}/publish")),
            event: facts,
        };
        let lacking = Self {
            gaps: gaps(locale),
            ..whole.clone()
        };
        let broken = Self {
            broken: vec![locale.text("goes-out-link")],
            action: None,
            ..whole.clone()
        };
        let public = Self {
            action: None,
            ..whole.clone()
        };
        vec![
            ("whole", whole),
            ("lacking", lacking),
            ("broken", broken),
            ("public", public),
        ]
    }
}

impl Page for CancelPage {
    const FILE: &'static str = "desk/editor/cancel";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |can_be, has_faults| Self {
            frame: frame(outer, locale, EventTab::Overview),
            event: event(locale),
            can_be,
            concerned: 61,
            confirmed: 54,
            sheet: sheet(locale, has_faults),
        };
        vec![
            ("asks", page(true, false)),
            ("errors", page(true, true)),
            ("cannot", page(false, false)),
        ]
    }
}

impl Page for ReleasePage {
    const FILE: &'static str = "desk/editor/release";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |is_missing, action: Option<&str>| Self {
            frame: frame(outer, locale, EventTab::Overview),
            online: 43,
            is_missing,
            meeting: format!("{PATH}/edit/meeting"),
            action: action.map(str::to_owned),
        };
        vec![
            ("asks", page(false, Some("/organise/events/water/release"))),
            (
                "missing",
                page(true, Some("/organise/events/water/release")),
            ),
            ("nothing", page(false, None)),
        ]
    }
}

impl Page for AddressPage {
    const FILE: &'static str = "desk/editor/address";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |concerned, is_public, asks: bool| Self {
            frame: frame(outer, locale, EventTab::Overview),
            address: "https://events.example/events/water".into(),
            is_public,
            concerned,
            action: asks.then(|| format!("{PATH}/address")),
        };
        vec![
            ("draft", page(0, false, true)),
            ("public", page(43, true, true)),
            ("nobody", page(0, true, true)),
            ("nothing", page(43, true, false)),
        ]
    }
}

impl Page for DuplicatePage {
    const FILE: &'static str = "desk/editor/duplicate";

    fn samples(outer: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let page = |has_faults| Self {
            frame: frame(outer, locale, EventTab::Overview),
            event: event(locale),
            sheet: sheet(locale, has_faults),
        };
        vec![("fresh", page(false)), ("errors", page(true))]
    }
}
