use serde::Serialize;

use crate::view::desk::{DeskFrame, Done, EventTab};
use crate::view::{EventFacts, Frame, Locale, Moment, Page, Words};

/// Who gets what, when.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelinePage {
    /// What stands around it.
    pub frame: DeskFrame,
    /// The address of this page.
    pub base: String,
    /// `draft`, `published`, `cancelled`, `over`.
    pub state: &'static str,
    /// The rest of all mail, while there is one.
    pub pause: Option<PauseNote>,
    /// Whether an organiser keeps a link back whose moment has come.
    pub link_held: bool,
    /// What will go to many, the next first.
    pub coming: Vec<ComingMail>,
    /// What has gone to many, the latest first.
    pub gone: Vec<GoneMail>,
    /// What has gone to persons one by one, by kind.
    pub personal: Vec<GoneMail>,
}

/// No mail may leave.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PauseNote {
    /// Since when.
    pub since: Moment,
    /// `operator` or `server`.
    pub by: &'static str,
    /// Why.
    pub reason: String,
    /// Whether the reader may end it.
    pub may_resume: bool,
}

/// A mail that will go to many.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComingMail {
    /// Its kind.
    pub kind: &'static str,
    /// When it leaves; none for now.
    pub at: Option<Moment>,
    /// What it is called, where an organiser wrote it.
    pub title: Option<Words>,
    /// The sessions that it is about, as far as they are named.
    pub sessions: Vec<Words>,
    /// How many more there are.
    pub more_sessions: usize,
    /// `attendees`, `lineup`, `organisers`.
    pub to: &'static str,
    /// How many mails.
    pub total: i64,
    /// The same by language.
    pub languages: Vec<LanguageCount>,
    /// When the last has left, where they leave one by one.
    pub done_at: Option<Moment>,
    /// What keeps it from leaving: `held`, `skipped`, `no-link`, `quiet`, `word`.
    pub wait: Option<&'static str>,
    /// How it is kept back, where it can be.
    pub hold: Option<HoldForm>,
    /// Where it is looked at.
    pub preview: Option<String>,
    /// Where its words are edited.
    pub words: Option<String>,
    /// The page of the announcement.
    pub open: Option<String>,
    /// Whether it leaves at an organiser's word.
    pub may_release: bool,
}

/// What it takes to keep a mail back.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HoldForm {
    /// Which mail.
    pub mail: &'static str,
    /// Which of these.
    pub mark: i64,
    /// Those of this moment, in seconds.
    pub moment: i64,
    /// Whether it is kept back.
    pub is_held: bool,
    /// Whether it may be skipped for good.
    pub may_skip: bool,
}

/// How many in a language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LanguageCount {
    /// The language in the reader's.
    pub name: String,
    /// How many.
    pub count: i64,
}

/// Mails that were made owed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct GoneMail {
    /// Their kind.
    pub kind: String,
    /// What they are called, where an organiser wrote them.
    pub title: Option<Words>,
    /// When they were to leave.
    pub at: Option<Moment>,
    /// How many there are.
    pub total: i64,
    /// How many are in which state.
    pub states: Vec<StateCount>,
    /// When the last has left, where they leave one by one.
    pub done_at: Option<Moment>,
    /// Where they stand one by one.
    pub messages: String,
    /// Where it is looked at.
    pub preview: Option<String>,
}

/// How many in a state.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StateCount {
    /// The state.
    pub state: &'static str,
    /// How many.
    pub count: i64,
}

impl Page for TimelinePage {
    const FILE: &'static str = "desk/timeline/page";

    fn samples(frame: &Frame, locale: &Locale) -> Vec<(&'static str, Self)> {
        let facts = EventFacts::samples(locale).remove(0);
        let base = format!("/organise/events/{}/mail", facts.slug);
        let empty = Self {
            frame: DeskFrame::event_sample(frame, locale, EventTab::Mail),
            base: base.clone(),
            state: "draft",
            pause: None,
            link_held: false,
            coming: Vec::new(),
            gone: Vec::new(),
            personal: Vec::new(),
        };
        let full = Self {
            state: "published",
            coming: coming(&facts, &base, locale),
            gone: vec![gone("reminder", Some(facts.closes.clone()), &base, 200)],
            personal: ["registered", "approved"]
                .map(|kind| gone(kind, None, &base, 12))
                .to_vec(),
            ..empty.clone()
        };
        let mut paused = Self {
            link_held: true,
            pause: Some(PauseNote {
                since: facts.closes.clone(),
                by: "operator",
                reason: "restored from a backup".into(),
                may_resume: true,
            }),
            ..full.clone()
        };
        paused.frame.done = Some(Done {
            key: "mail-held".into(),
            n: 0,
        });
        vec![("empty", empty), ("full", full), ("paused", paused)]
    }
}

fn coming(facts: &EventFacts, base: &str, locale: &Locale) -> Vec<ComingMail> {
    let by_language = |english, arabic| {
        [("en", english), ("ar", arabic)]
            .map(|(tag, count)| LanguageCount {
                name: locale.text(&format!("language-{tag}")),
                count,
            })
            .to_vec()
    };
    let mail = |kind, wait, mark| ComingMail {
        kind,
        at: Some(facts.closes.clone()),
        title: None,
        sessions: Vec::new(),
        more_sessions: 0,
        to: "attendees",
        total: 412,
        languages: by_language(300, 112),
        done_at: None,
        wait,
        hold: Some(HoldForm {
            mail: kind,
            mark,
            moment: 1_669_327_200,
            is_held: matches!(wait, Some("held" | "skipped")),
            may_skip: kind != "link",
        }),
        preview: Some(format!("{base}/preview/{kind}")),
        words: Some(format!("{base}/words/{kind}")),
        open: None,
        may_release: false,
    };
    let alarm = ComingMail {
        hold: None,
        to: "organisers",
        total: 0,
        languages: Vec::new(),
        preview: None,
        words: None,
        at: None,
        ..mail("alarm", None, 0)
    };
    let announced = ComingMail {
        title: Some(facts.title.clone()),
        hold: None,
        words: None,
        open: Some(format!("{base}/announcements/1")),
        total: 1,
        languages: by_language(1, 0),
        ..mail("announcement", Some("quiet"), 0)
    };
    let of_sessions = ComingMail {
        sessions: vec![facts.title.clone(), facts.title.clone()],
        more_sessions: 3,
        done_at: Some(facts.closes.clone()),
        ..mail("reminder", Some("skipped"), 60)
    };
    vec![
        alarm,
        mail("reminder", None, 1440),
        mail("link", Some("held"), 0),
        ComingMail {
            may_release: true,
            at: None,
            ..mail("link", Some("word"), 0)
        },
        mail("link", Some("no-link"), 0),
        of_sessions,
        announced,
        ComingMail {
            to: "lineup",
            total: 6,
            languages: Vec::new(),
            words: None,
            ..mail("lineup_link", None, 0)
        },
    ]
}

fn gone(kind: &str, at: Option<Moment>, base: &str, total: i64) -> GoneMail {
    GoneMail {
        kind: kind.to_owned(),
        title: None,
        done_at: at.clone(),
        at,
        total,
        states: ["sent", "scheduled", "failed", "uncertain", "suppressed"]
            .into_iter()
            .zip([total - 9, 4, 2, 1, 2])
            .map(|(state, count)| StateCount { state, count })
            .collect(),
        messages: format!("{base}/messages?kind={kind}"),
        preview: Some(format!("{base}/preview/{kind}")),
    }
}
