//! Everything that is kept of a registration, as a program reads it and in words.

use serde_json::{Value, json};

use super::session_name;
use crate::audit::Past;
use crate::base::clock::Instant;
use crate::base::id::Id;
use crate::event::partner::PartnerLink;
use crate::event::{Event, Put, Session, SurveyKind};
use crate::registration::{
    Agreement, Answer as SurveyAnswer, Answers, CalendarEntry, Kept, Registration,
};
use crate::view::{Answer, CopyPart, Locale, Words};
use crate::web::public::{entered_in_form, typed};

/// Everything that is kept of somebody, when it was looked at.
pub(super) struct Whole<'a> {
    pub(super) event: &'a Event,
    pub(super) registration: &'a Registration,
    pub(super) kept: Kept,
    /// What they said in the survey.
    pub(super) survey: Option<Answers>,
    /// Whether the partner whose link they followed is told who they are.
    pub(super) partner_is_told: bool,
    pub(super) now: Instant,
}

impl Whole<'_> {
    /// For programs. Moments are RFC 3339 in UTC.
    pub(super) fn json(&self) -> Value {
        let (one, kept) = (self.registration, &self.kept);
        let given = &kept.entered;
        json!({
            "event": self.event.details.slug,
            "made_at": self.now,
            "registration": {
                "id": one.id.to_string(),
                "state": one.state,
                "name": one.name,
                "email": one.email,
                "language": one.language,
                "mode": one.mode,
                "waits_for_mode": one.wished_mode,
                "listening": one.listening,
                "organisation": given.organisation,
                "position": given.position,
                "country": given.country,
                "code": given.code,
                "source": kept.source,
                "partner": kept.partner.as_ref().map(|link| &link.name),
                "partner_is_told": self.partner_is_told,
                "answers": given.answers,
                "registered_at": one.registered_at,
                "address_confirmed_at": one.address_confirmed_at,
                "confirmed_at": one.confirmed_at,
                "held_until": one.held_until,
                "invited_at": kept.invited_at,
                "undeliverable_at": one.undeliverable_at,
                "wants_reminders": one.wants_reminders,
                "decline_reason": one.decline_reason,
            },
            "consents": kept.agreements.iter().map(|line| json!({
                "consent": line.consent_key,
                "text_sha256": hex(&line.text_hash),
                "language": line.language,
                "given_at": line.given_at,
                "withdrawn_at": line.withdrawn_at,
            })).collect::<Vec<_>>(),
            "sessions": kept.entries.iter().map(|entry| json!({
                "session": self.session_key(entry.session_id),
                "calendar_uid": entry.uid,
                "calendar_sequence": sequence(entry),
                "calendar_issued_at": entry.issued_at,
                "calendar_answer": entry.answer,
                "calendar_answered_at": entry.answered_at,
            })).collect::<Vec<_>>(),
            "waits_for_sessions": kept.lines.iter().map(|line| json!({
                "session": self.session_key(line.session_id),
                "since": line.wished_at,
            })).collect::<Vec<_>>(),
            "mails": kept.mails.iter().map(|mail| json!({
                "kind": mail.kind,
                "state": mail.state,
                "due_at": mail.due_at,
                "settled_at": mail.settled_at,
                "last_reply": mail.last_reply,
            })).collect::<Vec<_>>(),
            "present": kept.stays.iter().map(|stay| json!({
                "session": self.session_key(stay.session),
                "at": stay.at,
            })).collect::<Vec<_>>(),
            "notes": kept.notes.iter().map(|note| json!({
                "text": note.text,
                "written_at": note.written_at,
            })).collect::<Vec<_>>(),
            "tags": kept.tags,
            "survey": self.survey,
            "asked_for_with_your_address": kept.companions.iter().map(|other| json!({
                "request": other.request,
            })).collect::<Vec<_>>(),
            "history": kept.past.iter().map(|past| json!({
                "at": past.at,
                "by": by(past),
                "action": past.action,
                "changes": past.changes,
            })).collect::<Vec<_>>(),
        })
    }

    /// In words, part by part; what there is nothing of is left out.
    pub(super) fn parts(&self, locale: &Locale) -> Vec<CopyPart> {
        let telling = Telling {
            whole: self,
            locale,
        };
        let parts = CopyPart::WORDS.into_iter().map(|word| CopyPart {
            word,
            lines: telling.lines(word),
        });
        parts.filter(|part| !part.lines.is_empty()).collect()
    }

    fn session_key(&self, id: Id<Session>) -> Option<String> {
        let of = self.event.sessions().find(|session| session.id == id)?;
        Some(self.event.details.session_key(of.index).to_string())
    }
}

/// The number of the last issue of an entry, where one was issued.
fn sequence(entry: &CalendarEntry) -> Option<i64> {
    (entry.next_sequence > 0).then(|| entry.next_sequence - 1)
}

/// Who did something: an organiser is named to nobody.
fn by(past: &Past) -> &'static str {
    match past.actor.as_str() {
        "attendee" => "attendee",
        "convoke" => "convoke",
        _ => "organiser",
    }
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

/// What is kept, told in a language.
struct Telling<'a> {
    whole: &'a Whole<'a>,
    locale: &'a Locale,
}

impl Telling<'_> {
    fn lines(&self, word: &str) -> Vec<Answer> {
        let kept = &self.whole.kept;
        match word {
            "entered" => self.entered(),
            "registration" => self.registration(),
            "consents" => kept
                .agreements
                .iter()
                .map(|line| self.consent(line))
                .collect(),
            "calendar" => kept
                .entries
                .iter()
                .filter_map(|one| self.entry(one))
                .collect(),
            "mails" => self.mails(),
            "presence" => {
                let line = |stay: &crate::registration::Stay| Answer {
                    label: self.session(stay.session),
                    value: self.at(stay.at),
                };
                kept.stays.iter().map(line).collect()
            }
            "survey" => self.survey(),
            "notes" => self.notes(),
            "others" => {
                let names = kept.companions.iter().map(|other| &other.request);
                let line = |request: &crate::registration::Request| Answer {
                    label: self.text("own-copy-asked-for"),
                    value: Words::plain(request.name.to_string()),
                };
                names.map(line).collect()
            }
            _ => kept.past.iter().map(|past| self.past(past)).collect(),
        }
    }

    fn entered(&self) -> Vec<Answer> {
        let (event, registration) = (self.whole.event, self.whole.registration);
        let entered = self.whole.kept.entered.clone();
        typed(
            self.locale,
            event,
            &entered_in_form(event, registration, entered),
        )
    }

    fn registration(&self) -> Vec<Answer> {
        let (one, kept) = (self.whole.registration, &self.whole.kept);
        let state = self.text(&format!("own-state-{}", one.state));
        let language = Words::plain(self.locale.language_name(&one.language));
        let wished = one
            .wished_mode
            .map(|mode| self.text(&format!("mode-{mode}")));
        let lines = kept
            .lines
            .iter()
            .map(|line| Some(self.session(line.session_id)));
        let at = |moment: Option<Instant>| moment.map(|moment| self.at(moment));
        let reminders = if one.wants_reminders { "yes" } else { "no" };
        let event = self.whole.event;
        let called = |link: &PartnerLink| link.called(self.locale, event);
        let is_told = if self.whole.partner_is_told {
            "yes"
        } else {
            "no"
        };
        let mut told = vec![
            ("state", Some(state)),
            ("registered", at(Some(one.registered_at))),
            ("language", Some(language)),
            ("address-confirmed", at(one.address_confirmed_at)),
            ("confirmed", at(one.confirmed_at)),
            ("waits", wished),
        ];
        told.extend(lines.map(|line| ("waits", line)));
        told.extend([
            (
                "source",
                kept.source
                    .as_ref()
                    .map(|word| Words::plain(word.to_string())),
            ),
            ("partner", kept.partner.as_ref().map(called)),
            (
                "partner-told",
                kept.partner.as_ref().map(|_| self.text(is_told)),
            ),
            ("invited", at(kept.invited_at)),
            ("undeliverable", at(one.undeliverable_at)),
            ("reminders", Some(self.text(reminders))),
        ]);
        let told = told.into_iter();
        told.filter_map(|(word, value)| {
            Some(Answer {
                label: self.text(&format!("own-copy-{word}")),
                value: value?,
            })
        })
        .collect()
    }

    /// The text that they read is known by its hash alone; what it says today stands beside it.
    fn consent(&self, line: &Agreement) -> Answer {
        let terms = &self.whole.event.details.terms;
        let mut asked = terms.consents.iter().enumerate();
        let order = self.whole.event.details.text_order();
        let today = asked.find(|(index, _)| terms.consent_key(*index) == line.consent_key);
        let today = today.and_then(|(_, asked)| Words::pick(&asked.text, self.locale, &order));
        let given = self.moment(line.given_at);
        let language = self.locale.language_name(&line.language);
        let hash = hex(&line.text_hash);
        let mut value = self.locale.text_with(
            "own-copy-agreed",
            &[("moment", &given), ("language", &language), ("hash", &hash)],
        );
        if let Some(withdrawn_at) = line.withdrawn_at {
            let moment = self.moment(withdrawn_at);
            let taken_back = self
                .locale
                .text_with("own-copy-taken-back", &[("moment", &moment)]);
            value = format!("{value} {taken_back}");
        }
        Answer {
            label: today.unwrap_or_else(|| Words::plain(line.consent_key.to_string())),
            value: Words::plain(value),
        }
    }

    fn entry(&self, entry: &CalendarEntry) -> Option<Answer> {
        let (number, issued_at) = (sequence(entry)?.to_string(), entry.issued_at?);
        let values = [
            ("uid", entry.uid.as_str()),
            ("number", &number),
            ("moment", &self.moment(issued_at)),
        ];
        let mut value = self.locale.text_with("own-copy-entry", &values);
        if let Some(answer) = &entry.answer {
            let answer = self.locale.text(&format!("own-copy-answer-{answer}"));
            value = format!("{value} {answer}");
        }
        Some(Answer {
            label: self.session(entry.session_id),
            value: Words::plain(value),
        })
    }

    fn mails(&self) -> Vec<Answer> {
        let mails = self.whole.kept.mails.iter();
        mails
            .map(|mail| {
                let state = self
                    .locale
                    .text(&format!("registration-mail-state-{}", mail.state));
                let moment = self.moment(mail.settled_at.unwrap_or(mail.due_at));
                let values = [("state", state.as_str()), ("moment", &moment)];
                let mut value = self.locale.text_with("own-copy-mail", &values);
                if let Some(reply) = &mail.last_reply {
                    value = format!("{value} {reply}");
                }
                Answer {
                    label: self.known("registration-mail", &mail.kind),
                    value: Words::plain(value),
                }
            })
            .collect()
    }

    fn survey(&self) -> Vec<Answer> {
        let (event, said) = (self.whole.event, &self.whole.survey);
        let (Some(survey), Some(said)) = (&event.details.survey, said) else {
            return Vec::new();
        };
        let order = event.details.text_order();
        let put = survey.put();
        let line = |put: &Put<'_>| {
            let SurveyAnswer::One(said) = said.get(&put.key)? else {
                return None;
            };
            Some(Answer {
                label: put.label(self.locale, &order),
                value: match said.parse() {
                    Ok(number) if put.kind != SurveyKind::Text => {
                        put.choice(number, self.locale, &order)
                    }
                    _ => Words::plain(said.clone()),
                },
            })
        };
        put.iter().filter_map(line).collect()
    }

    fn notes(&self) -> Vec<Answer> {
        let kept = &self.whole.kept;
        let tags = kept.tags.iter().map(|tag| Answer {
            label: self.text("own-copy-tag"),
            value: Words::plain(tag.clone()),
        });
        let notes = kept.notes.iter().map(|note| Answer {
            label: self.at(note.written_at),
            value: Words::plain(note.text.clone()),
        });
        notes.chain(tags).collect()
    }

    fn past(&self, past: &Past) -> Answer {
        let deed = self.known("registration-deed", &past.action).text;
        let who = self.locale.text(&format!("own-copy-by-{}", by(past)));
        let mut value = self
            .locale
            .text_with("own-copy-deed", &[("deed", &deed), ("who", &who)]);
        let fields: Vec<String> = past.changes["fields"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|field| field.as_str())
            .map(|field| self.locale.text(&format!("own-copy-field-{field}")))
            .collect();
        if !fields.is_empty() {
            value = format!("{value} ({})", self.locale.list(&fields));
        }
        Answer {
            label: self.at(past.at),
            value: Words::plain(value),
        }
    }

    /// The catalogue's word, or the bare one where it has none.
    fn known(&self, kind: &str, word: &str) -> Words {
        let key = format!("{kind}-{word}");
        Words::plain(if self.locale.knows(&key) {
            self.locale.text(&key)
        } else {
            word.to_owned()
        })
    }

    fn session(&self, id: Id<Session>) -> Words {
        session_name(self.locale, self.whole.event, id)
    }

    fn at(&self, moment: Instant) -> Words {
        Words::plain(self.moment(moment))
    }

    fn moment(&self, moment: Instant) -> String {
        let zone = &self.whole.event.details.zone;
        self.locale.moment(zone, moment).words
    }

    fn text(&self, key: &str) -> Words {
        Words::plain(self.locale.text(key))
    }
}
