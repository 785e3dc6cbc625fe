//! From the form of an announcement to what is said, and back.

use super::texts::{Texts, Typed};
use crate::base::clock::Instant;
use crate::base::language::{Language, Localised};
use crate::base::zone::WallTime;
use crate::event::announcement::{AFTERMATH, Addressees, Announcement, AnnouncementKind};
use crate::event::{Event, Key, Seen, WebLink};
use crate::view::{Locale, Problem};
use crate::web::form::Filled;

/// Markdown in a mail.
const TEXT: usize = 20_000;

/// What is asked, as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) subject: Texts,
    pub(super) text: Texts,
    pub(super) kind: String,
    pub(super) to: String,
    pub(super) mode: String,
    pub(super) session: String,
    pub(super) languages: Vec<String>,
    pub(super) send_at: String,
    pub(super) recording: String,
    pub(super) survey: String,
}

impl Written {
    pub(super) fn read(filled: &Filled, languages: &[Language]) -> Self {
        let text = |name: &str| filled.text(name).to_owned();
        Self {
            subject: Texts::read(filled, "subject", languages),
            text: Texts::read(filled, "text", languages),
            kind: text("kind"),
            to: text("to"),
            mode: text("mode"),
            session: text("session"),
            languages: filled.all("languages").map(str::to_owned).collect(),
            send_at: text("send_at"),
            recording: text("recording"),
            survey: text("survey"),
        }
    }

    /// As `said` is asked for again.
    pub(super) fn of(said: &Announcement, order: &[Language]) -> Self {
        let text =
            |link: &Option<WebLink>| link.as_ref().map_or_else(String::new, WebLink::to_string);
        let languages = said.languages.iter().flatten();
        Self {
            subject: Texts::of(Some(&said.subject), order),
            text: Texts::of(Some(&said.text), order),
            kind: said.kind.to_string(),
            to: said.to.to_string(),
            mode: said.mode.map_or_else(String::new, |mode| mode.to_string()),
            session: said
                .session
                .as_ref()
                .map_or_else(String::new, Key::to_string),
            languages: languages.map(Language::to_string).collect(),
            send_at: said.send_at.map_or_else(String::new, |at| {
                // Seconds are always 00.
                at.to_string()
                    .chars()
                    .take("2026-11-24T10:00".len())
                    .collect()
            }),
            recording: text(&said.recording),
            survey: text(&said.survey),
        }
    }

    /// What is said, or everything that is wrong.
    pub(super) fn parse(
        &self,
        event: &Event,
        locale: &Locale,
        spoken: &[Language],
        now: Instant,
    ) -> Result<Announcement, Vec<Problem>> {
        let mut problems = Vec::new();
        let links = event.details.meeting_links();
        let mut texts = |sort, typed: &Texts| typed.parse(locale, sort, &links, &mut problems);
        let subject = texts(Typed::SUBJECT, &self.subject);
        let text = texts(Typed::lines("text", TEXT), &self.text);
        self.judge_pairs(locale, spoken, &mut problems);
        let kind = self.kind.parse().unwrap_or(AnnouncementKind::Announcement);
        let mut told = Told {
            event,
            locale,
            kind,
            problems,
        };
        let send_at = told.send_at(&self.send_at, now);
        let to = told.to(&self.to);
        let recording = told.link("recording", &self.recording);
        let survey = told.link("survey", &self.survey);
        if !told.problems.is_empty() {
            return Err(told.problems);
        }
        let wanted: Vec<Language> = spoken
            .iter()
            .filter(|language| self.languages.contains(&language.to_string()))
            .cloned()
            .collect();
        Ok(Announcement {
            kind,
            subject: Localised::Each(subject.into_iter().collect()),
            text: Localised::Each(text.into_iter().collect()),
            send_at,
            to,
            mode: self.mode.parse().ok(),
            session: session(event, &self.session),
            languages: (!wanted.is_empty()).then_some(wanted),
            recording,
            survey,
        })
    }

    /// Subject and text belong together in each language, and one has to be there.
    fn judge_pairs(&self, locale: &Locale, spoken: &[Language], problems: &mut Vec<Problem>) {
        let mut say = |field: String, words: String| {
            let field = Some(field);
            problems.push(Problem { field, words });
        };
        let first = &spoken[0];
        for (texts, name) in [(&self.subject, "subject"), (&self.text, "text")] {
            if texts.is_empty() {
                let words = locale.text(&format!("announce-{name}-missing"));
                say(format!("field-{name}-{first}"), words);
            }
        }
        if self.subject.is_empty() || self.text.is_empty() {
            return;
        }
        for language in spoken {
            let name = match (self.subject.has(language), self.text.has(language)) {
                (true, false) => "text",
                (false, true) => "subject",
                _ => continue,
            };
            let language_name = locale.language_name(language);
            let words = locale.text_with("announce-pair-missing", &[("language", &language_name)]);
            say(format!("field-{name}-{language}"), words);
        }
    }
}

/// What is judged besides the texts.
struct Told<'a> {
    event: &'a Event,
    locale: &'a Locale,
    kind: AnnouncementKind,
    problems: Vec<Problem>,
}

impl Told<'_> {
    fn refuse(&mut self, field: &str, key: &str) {
        self.problems.push(Problem {
            field: Some(format!("field-{field}")),
            words: self.locale.text(key),
        });
    }

    fn send_at(&mut self, typed: &str, now: Instant) -> Option<WallTime> {
        if typed.is_empty() {
            return None;
        }
        let Ok(wall) = typed.parse::<WallTime>() else {
            self.refuse("send_at", "announce-send-at-malformed");
            return None;
        };
        let Ok(resolved) = self.event.details.zone.resolve_strictly(wall) else {
            self.refuse("send_at", "announce-send-at-impossible");
            return None;
        };
        let (at, ends_at) = (resolved.instant, self.event.schedule.ends_at());
        match self.kind {
            _ if at < now => self.refuse("send_at", "announce-send-at-past"),
            AnnouncementKind::Announcement if at >= ends_at => {
                self.refuse("send_at", "announce-send-at-late");
            }
            AnnouncementKind::FollowUp if at >= ends_at + AFTERMATH => {
                self.refuse("send_at", "announce-send-at-long");
            }
            _ => return Some(wall),
        }
        None
    }

    fn to(&mut self, typed: &str) -> Addressees {
        let to = typed.parse().unwrap_or(Addressees::Confirmed);
        if to == Addressees::Attended && self.kind == AnnouncementKind::Announcement {
            self.refuse("to", "announce-to-kind");
        }
        to
    }

    fn link(&mut self, name: &str, typed: &str) -> Option<WebLink> {
        if typed.is_empty() {
            return None;
        }
        if self.kind == AnnouncementKind::Announcement {
            self.refuse(name, "announce-link-kind");
            return None;
        }
        if Seen::of(typed).tells_any(&self.event.details.meeting_links()) {
            self.refuse(name, "phrase-link");
            return None;
        }
        match typed.parse() {
            Ok(link) => Some(link),
            Err(_) => {
                self.refuse(name, "announce-link-malformed");
                None
            }
        }
    }
}

/// The session of this key, where the event has one.
fn session(event: &Event, key: &str) -> Option<Key> {
    let mut keys = event
        .sessions()
        .map(|of| event.details.session_key(of.index));
    keys.find(|known| known.as_str() == key)
}
