//! From what was typed to a request, or to everything that has to be typed otherwise.

use std::collections::BTreeSet;

use validator::Validate;

use crate::base::language::Language;
use crate::base::text::{BadAddress, EmailAddress, SingleLine, clean_lines};
use crate::event::{Event, FieldName, Format, Key, Mode, Question, QuestionKind};
use crate::registration::{Answer, Answers, Consent, Request};
use crate::web::form::{Fault, FieldError, Filled};

/// Characters of the longest name, and of the longest answer on one line.
pub const LONGEST_LINE: u64 = 200;
/// Characters of the longest answer over several lines.
pub const LONGEST_TEXT: u64 = 5_000;

/// The request that `filled` makes for `event` on a page in `language`.
///
/// # Errors
/// Every field that has to be filled in otherwise, in the order of the form.
pub fn read(filled: &Filled, event: &Event, language: &Language) -> Result<Request, Vec<Fault>> {
    let (request, faults) = gathered(filled, event, language);
    request.filter(|_| faults.is_empty()).ok_or(faults)
}

/// The same for somebody who is registered and tells something otherwise: the code that let them in does not
/// matter any more.
///
/// # Errors
/// Every field that has to be filled in otherwise, in the order of the form.
pub fn read_change(
    filled: &Filled,
    event: &Event,
    language: &Language,
) -> Result<Request, Vec<Fault>> {
    let (request, mut faults) = gathered(filled, event, language);
    faults.retain(|fault| fault.field != "code");
    request.filter(|_| faults.is_empty()).ok_or(faults)
}

/// The same for an organiser who fills the form in for somebody: only what a place is made of has to be
/// there, and codes do not matter.
///
/// # Errors
/// Every field that has to be filled in otherwise, in the order of the form.
pub fn read_by_hand(
    filled: &Filled,
    event: &Event,
    language: &Language,
) -> Result<Request, Vec<Fault>> {
    let (request, mut faults) = gathered(filled, event, language);
    faults.retain(|fault| fault.error != FieldError::Missing || is_needed_by_hand(&fault.field));
    match request {
        Some(request) if faults.is_empty() => Ok(Request {
            consents: Vec::new(),
            code: None,
            ..request
        }),
        _ => Err(faults),
    }
}

/// What the form asks for, as far as it can be read, and all that is wrong with it.
fn gathered(filled: &Filled, event: &Event, language: &Language) -> (Option<Request>, Vec<Fault>) {
    let mut reading = Reading {
        filled,
        event,
        language,
        faults: Vec::new(),
    };
    (reading.request(), reading.faults)
}

/// Whether an organiser has to fill in the field `name` for somebody.
pub fn is_needed_by_hand(name: &str) -> bool {
    matches!(name, "name" | "email" | "mode" | "session")
}

/// The texts whose length has a limit, in characters.
#[derive(Validate)]
struct Texts {
    #[validate(length(min = 1, max = LONGEST_LINE))]
    name: String,
    #[validate(length(max = LONGEST_LINE))]
    organisation: String,
    #[validate(length(max = LONGEST_LINE))]
    position: String,
    #[validate(length(max = LONGEST_LINE))]
    country: String,
}

struct Reading<'a> {
    filled: &'a Filled,
    event: &'a Event,
    language: &'a Language,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn request(&mut self) -> Option<Request> {
        let name = self.texts();
        let email = self.email();
        let mode = self.mode();
        let sessions = self.sessions();
        let fields = self.fields();
        let listening = self.listening();
        let answers = self.answers();
        let consents = self.consents();
        let code = self.code();
        Some(Request {
            name,
            email: email?,
            language: self.mail_language(),
            mode: mode?,
            listening,
            sessions,
            fields,
            answers,
            consents,
            code,
            source: self.filled.text("source").parse().ok(),
            waitlist: self.filled.text("waitlist") == "yes",
            meanwhile_online: self.filled.text("meanwhile") == "online",
            companion_key: String::new(),
        })
    }

    fn texts(&mut self) -> SingleLine {
        let line = |name| {
            SingleLine::clean(self.filled.text(name))
                .as_str()
                .to_owned()
        };
        let asked = |name: FieldName| {
            let fields = &self.event.details.terms.fields;
            let is_asked = fields.iter().any(|field| field.name == name);
            if is_asked {
                line(name.as_str())
            } else {
                String::new()
            }
        };
        let texts = Texts {
            name: line("name"),
            organisation: asked(FieldName::Organisation),
            position: asked(FieldName::Position),
            country: asked(FieldName::Country),
        };
        if let Err(errors) = texts.validate() {
            let faulty = errors.field_errors();
            for field in ["name", "organisation", "position", "country"] {
                if faulty.contains_key(field) {
                    let is_empty = self.filled.text(field).is_empty() || line(field).is_empty();
                    let error = if is_empty {
                        FieldError::Missing
                    } else {
                        FieldError::TooLong
                    };
                    self.fault(field, error);
                }
            }
        }
        SingleLine::clean(&texts.name)
    }

    fn email(&mut self) -> Option<EmailAddress> {
        self.filled
            .text("email")
            .parse()
            .map_err(|bad| match bad {
                BadAddress::Missing => self.fault("email", FieldError::Missing),
                BadAddress::TooLong => self.fault("email", FieldError::TooLong),
                _ => self.fault("email", FieldError::Malformed),
            })
            .ok()
    }

    fn mode(&mut self) -> Option<Mode> {
        match self.event.details.format {
            Format::Online => Some(Mode::Online),
            Format::InPerson => Some(Mode::InPerson),
            Format::Hybrid => {
                let mode = self.filled.text("mode").parse().ok();
                if mode.is_none() {
                    self.fault("mode", FieldError::Missing);
                }
                mode
            }
        }
    }

    fn sessions(&mut self) -> Vec<Key> {
        if !self.event.details.terms.is_per_session() {
            return Vec::new();
        }
        let chosen: BTreeSet<&str> = self.filled.all("session").collect();
        let keys: Vec<Key> = self
            .event
            .sessions()
            .map(|session| self.event.details.session_key(session.index))
            .collect();
        if chosen
            .iter()
            .any(|choice| keys.iter().all(|key| key.as_str() != *choice))
        {
            self.fault("session", FieldError::Unknown);
        } else if chosen.is_empty() {
            self.fault("session", FieldError::Missing);
        }
        keys.into_iter()
            .filter(|key| chosen.contains(key.as_str()))
            .collect()
    }

    fn fields(&mut self) -> Vec<(FieldName, SingleLine)> {
        let mut fields = Vec::new();
        for field in &self.event.details.terms.fields {
            let text = SingleLine::clean(self.filled.text(field.name.as_str()));
            if !text.is_empty() {
                fields.push((field.name, text));
            } else if field.required.unwrap_or(false) {
                self.fault(field.name.as_str(), FieldError::Missing);
            }
        }
        fields
    }

    fn listening(&mut self) -> Option<Language> {
        let wanted = self.filled.text("listening");
        if wanted.is_empty() {
            return None;
        }
        let details = &self.event.details;
        let offered = details
            .languages
            .iter()
            .chain(details.interpretation.iter().map(|channel| &channel.to))
            .find(|language| language.to_string() == wanted)
            .cloned();
        if offered.is_none() {
            self.fault("listening", FieldError::Unknown);
        }
        offered
    }

    fn answers(&mut self) -> Answers {
        let terms = &self.event.details.terms;
        let mut answers = Answers::new();
        for (index, question) in terms.questions.iter().enumerate() {
            let asked = question.condition.as_ref().is_none_or(|condition| {
                let other = format!("answer.{}", condition.question);
                self.filled.all(&other).any(|answer| answer == condition.is)
            });
            if !asked {
                continue;
            }
            let key = terms.question_key(index);
            if let Some(answer) = self.answer(&key, question) {
                answers.insert(key, answer);
            }
        }
        answers
    }

    fn answer(&mut self, key: &Key, question: &Question) -> Option<Answer> {
        let field = format!("answer.{key}");
        let given: Vec<&str> = self
            .filled
            .all(&field)
            .filter(|answer| !answer.is_empty())
            .collect();
        let Some(first) = given.first() else {
            if question.required.unwrap_or(false) {
                self.fault(&field, FieldError::Missing);
            }
            return None;
        };
        let answer = match question.kind {
            QuestionKind::Text => in_words(SingleLine::clean(first).to_string(), LONGEST_LINE),
            QuestionKind::LongText => in_words(clean_lines(first), LONGEST_TEXT),
            QuestionKind::YesNo => chosen(first, &["yes".to_owned(), "no".to_owned()]),
            QuestionKind::Choice => chosen(first, &numbers(question)),
            QuestionKind::Choices => all_chosen(&given, &numbers(question)),
        };
        answer.map_err(|error| self.fault(&field, error)).ok()
    }

    /// The consents given, each with the text that was on the page (P-7).
    fn consents(&mut self) -> Vec<Consent> {
        let details = &self.event.details;
        let order = details.text_order();
        let for_partner = self.filled.text("partner_consent");
        let for_partner = self.event.told_to_partner_by(for_partner);
        let mut consents = Vec::new();
        for (index, consent) in details.terms.consents.iter().enumerate() {
            let key = details.terms.consent_key(index);
            let field = format!("consent.{key}");
            if self.filled.text(&field) == "yes" {
                consents.extend(
                    consent
                        .text
                        .pick(self.language, &order)
                        .map(|picked| Consent {
                            for_partner: for_partner.as_ref() == Some(&key),
                            key,
                            text: picked.text.to_owned(),
                            language: picked.language,
                        }),
                );
            } else if consent.required.unwrap_or(false) {
                self.fault(&field, FieldError::Missing);
            }
        }
        consents
    }

    fn code(&mut self) -> Option<String> {
        let code = SingleLine::clean(self.filled.text("code"));
        if code.is_empty() {
            if self.event.details.terms.is_invitation_only() {
                self.fault("code", FieldError::Missing);
            }
            return None;
        }
        Some(code.cut(100).to_string())
    }

    /// The language asked for, or the page's.
    fn mail_language(&self) -> Language {
        self.filled
            .text("language")
            .parse()
            .unwrap_or_else(|_| self.language.clone())
    }

    fn fault(&mut self, field: &str, error: FieldError) {
        self.faults.push(Fault {
            field: field.to_owned(),
            error,
        });
    }
}

fn in_words(words: String, most: u64) -> Result<Answer, FieldError> {
    if words.chars().count() as u64 > most {
        Err(FieldError::TooLong)
    } else {
        Ok(Answer::One(words))
    }
}

fn chosen(choice: &str, offered: &[String]) -> Result<Answer, FieldError> {
    let known = offered.iter().find(|option| *option == choice);
    known
        .map(|option| Answer::One(option.clone()))
        .ok_or(FieldError::Unknown)
}

/// In the order of the question, each once.
fn all_chosen(choices: &[&str], offered: &[String]) -> Result<Answer, FieldError> {
    let is_offered = |choice: &&str| offered.iter().any(|option| option == choice);
    if !choices.iter().all(is_offered) {
        return Err(FieldError::Unknown);
    }
    let is_chosen = |option: &&String| choices.contains(&option.as_str());
    Ok(Answer::Several(
        offered.iter().filter(is_chosen).cloned().collect(),
    ))
}

/// How the options of a question are written in forms: “1”, and neither “01” nor “+1”.
fn numbers(question: &Question) -> Vec<String> {
    (1..=question.options.len())
        .map(|number| number.to_string())
        .collect()
}
