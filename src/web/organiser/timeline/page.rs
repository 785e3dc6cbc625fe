//! The timeline itself.

use axum::response::Response;
use chrono::TimeDelta;

use super::base;
use super::hold;
use crate::base::clock::Instant;
use crate::base::db::Tx;
use crate::event::announcement::{self, Announced};
use crate::event::{AttendeeMail, Event};
use crate::mailer::timeline::{self, Coming, Detail, Gone, Mail, Wait};
use crate::outbox::{self, MessageState};
use crate::registration::ByLanguage;
use crate::view::desk::EventTab;
use crate::view::desk::timeline::{
    ComingMail, GoneMail, HoldForm, LanguageCount, PauseNote, StateCount, TimelinePage,
};
use crate::view::{Locale, Words};
use crate::web::Error;
use crate::web::organiser::Desk;
use crate::web::organiser::desk::state_word;

/// So many sessions of a mail are named.
const NAMED: usize = 3;

pub(super) async fn show(desk: Desk) -> Result<Response, Error> {
    let mut tx = desk.site.db.read().await?;
    let event = desk.event(&mut tx).await?;
    let now = tx.now();
    let coming = timeline::coming(&mut tx, &event, Detail::Together).await?;
    let gone = timeline::gone(&mut tx, &event).await?;
    let announced = announcement::all(&mut tx, event.id).await?;
    let backlog = outbox::outlook(&mut tx, desk.site.mail_per_minute)
        .await?
        .done_at;
    let told = Telling {
        desk: &desk,
        event: &event,
        now,
        announced: &announced,
        backlog,
    };
    let (to_many, personal): (Vec<Gone>, Vec<Gone>) = gone.into_iter().partition(Gone::is_to_many);
    desk.html(&TimelinePage {
        frame: desk.event_frame(&event, EventTab::Mail),
        base: base(&event),
        state: state_word(&event, now),
        pause: pause(&desk, &mut tx, &event).await?,
        link_held: is_link_held(&event, now),
        coming: told.coming(&coming),
        gone: to_many.iter().rev().map(|one| told.gone(one)).collect(),
        personal: personal.iter().map(|one| told.gone(one)).collect(),
    })
}

async fn pause(desk: &Desk, tx: &mut Tx, event: &Event) -> Result<Option<PauseNote>, Error> {
    let pause = outbox::standing(tx).await?;
    let may_resume = hold::may_resume(tx, desk).await?;
    Ok(pause.map(|pause| PauseNote {
        since: desk.locale().moment(&event.details.zone, pause.since),
        by: pause.paused_by.as_str(),
        reason: pause.reason,
        may_resume,
    }))
}

/// Whether an organiser keeps a link back that would have left.
fn is_link_held(event: &Event, now: Instant) -> bool {
    event.sessions().any(|of| {
        now < of.sitting.ends_at && event.is_release_due(of, now) && event.keeps_link_back(of)
    })
}

/// What is told, and to whom.
struct Telling<'a> {
    desk: &'a Desk,
    event: &'a Event,
    now: Instant,
    announced: &'a [Announced],
    /// When all that waits will have left, where mails leave one by one.
    backlog: Option<Instant>,
}

impl Telling<'_> {
    fn coming(&self, coming: &[Coming<'_>]) -> Vec<ComingMail> {
        let mut last = self.backlog;
        coming
            .iter()
            .map(|one| {
                let done_at = self.done_at(one, last);
                last = done_at.or(last);
                let zone = &self.event.details.zone;
                ComingMail {
                    done_at: done_at.map(|at| self.locale().moment(zone, at)),
                    ..self.one(one)
                }
            })
            .collect()
    }

    /// When the last of these mails has left, after all that leaves before them (OUT-8).
    fn done_at(&self, one: &Coming<'_>, last: Option<Instant>) -> Option<Instant> {
        let per_minute = i32::try_from(self.desk.site.mail_per_minute?).unwrap_or(i32::MAX);
        let leaves = !matches!(one.wait, Some(Wait::Held | Wait::Skipped | Wait::Word));
        let mails = i32::try_from(one.total())
            .ok()
            .filter(|mails| leaves && *mails > 0)?;
        let begin = last.map_or(one.at, |last| last.max(one.at));
        Some(begin + TimeDelta::minutes(1) / per_minute.max(1) * mails)
    }

    fn one(&self, one: &Coming<'_>) -> ComingMail {
        let base = base(self.event);
        let kind = one.kind();
        let is_at_word = one.wait == Some(Wait::Word);
        ComingMail {
            kind,
            at: (one.at > self.now && !is_at_word)
                .then(|| self.locale().moment(&self.event.details.zone, one.at)),
            title: match &one.mail {
                Mail::Announced(announced) => Some(self.subject(announced)),
                _ => None,
            },
            sessions: self.sessions(one),
            more_sessions: self.more_sessions(one),
            to: to(&one.mail),
            total: one.total(),
            languages: match one.mail {
                Mail::LineupLink => Vec::new(),
                _ => by_language(self.locale(), &one.mails),
            },
            done_at: None,
            wait: one.wait.map(wait_word),
            hold: hold_form(one),
            preview: self.preview(one),
            words: kind
                .parse::<AttendeeMail>()
                .is_ok()
                .then(|| format!("{base}/words/{kind}")),
            open: match &one.mail {
                Mail::Announced(announced) => {
                    Some(format!("{base}/announcements/{}", announced.id))
                }
                _ => None,
            },
            may_release: is_at_word,
        }
    }

    fn gone(&self, one: &Gone) -> GoneMail {
        let base = base(self.event);
        let said = self
            .announced
            .iter()
            .find(|announced| Some(announced.id) == one.announced);
        let waits = one.count(MessageState::Scheduled) + one.count(MessageState::Retry) > 0;
        let moment = |at| self.locale().moment(&self.event.details.zone, at);
        let is_known = one.kind.parse::<AttendeeMail>().is_ok();
        GoneMail {
            kind: kind_word(self.locale(), &one.kind),
            title: said.map(|announced| self.subject(announced)),
            at: one.at.map(moment),
            total: one.total(),
            states: one
                .states
                .iter()
                .map(|(state, count)| StateCount {
                    state: state.as_str(),
                    count: *count,
                })
                .collect(),
            done_at: self.backlog.filter(|_| waits).map(moment),
            messages: format!("{base}/messages?kind={}", one.kind),
            preview: is_known.then(|| format!("{base}/preview/{}", one.kind)),
        }
    }

    fn locale(&self) -> &Locale {
        self.desk.locale()
    }

    fn subject(&self, announced: &Announced) -> Words {
        subject(self.locale(), self.event, &announced.said)
    }

    /// The sessions of a mail, where the event has others.
    fn sessions(&self, one: &Coming<'_>) -> Vec<Words> {
        if self.event.session_ids.len() < 2 || one.sessions.len() == self.event.session_ids.len() {
            return Vec::new();
        }
        let named = one.sessions.iter().take(NAMED);
        named
            .map(|of| {
                let title = of.session.title.as_ref();
                let order = self.event.details.text_order();
                let words = title.and_then(|title| Words::pick(title, self.locale(), &order));
                words.unwrap_or_else(|| {
                    Words::plain(self.event.details.session_key(of.index).to_string())
                })
            })
            .collect()
    }

    fn more_sessions(&self, one: &Coming<'_>) -> usize {
        if one.sessions.len() == self.event.session_ids.len() {
            return 0;
        }
        one.sessions.len().saturating_sub(NAMED)
    }

    fn preview(&self, one: &Coming<'_>) -> Option<String> {
        if matches!(one.mail, Mail::Announced(_)) || to(&one.mail) == "organisers" {
            return None;
        }
        let (_, mark) = one.hold_key().unwrap_or((crate::event::HeldMail::Link, 0));
        let session = one.sessions.first()?;
        let key = self.event.details.session_key(session.index);
        let (base, kind) = (base(self.event), one.kind());
        Some(format!("{base}/preview/{kind}?session={key}&mark={mark}"))
    }
}

/// The subject of an announcement, for a reader of `locale`.
pub(super) fn subject(locale: &Locale, event: &Event, said: &announcement::Announcement) -> Words {
    let picked = said
        .subject
        .pick(locale.language(), &event.details.text_order());
    let text = picked.map(|picked| picked.text.unfilled());
    Words::plain(text.unwrap_or_default())
}

pub(super) fn by_language(locale: &Locale, counts: &ByLanguage) -> Vec<LanguageCount> {
    counts
        .iter()
        .map(|(language, count)| LanguageCount {
            name: locale.language_name(language),
            count: *count,
        })
        .collect()
}

/// `kind`, where the catalogue has words for it.
pub(super) fn kind_word(locale: &Locale, kind: &str) -> String {
    let is_known = locale.knows(&format!("mail-kind-{kind}"));
    if is_known { kind } else { "other" }.to_owned()
}

fn to(mail: &Mail<'_>) -> &'static str {
    match mail {
        Mail::Planned(planned) if planned.hold_key().is_none() => "organisers",
        Mail::LineupLink => "lineup",
        _ => "attendees",
    }
}

const fn wait_word(wait: Wait) -> &'static str {
    match wait {
        Wait::NoLink => "no-link",
        Wait::QuietHours => "quiet",
        Wait::Held => "held",
        Wait::Skipped => "skipped",
        Wait::Word => "word",
    }
}

fn hold_form(one: &Coming<'_>) -> Option<HoldForm> {
    use crate::event::HeldMail;
    let (mail, mark) = one.hold_key()?;
    Some(HoldForm {
        mail: mail.as_str(),
        mark,
        moment: one.moment.timestamp(),
        is_held: matches!(one.wait, Some(Wait::Held | Wait::Skipped)),
        may_skip: !matches!(mail, HeldMail::Link | HeldMail::LineupLink),
    })
}
