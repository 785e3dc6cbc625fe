//! The registration form, from what was typed to a request.

use std::collections::BTreeSet;

use axum::body::Bytes;
use validator::Validate;

use crate::base::language::Language;
use crate::base::text::{BadAddress, EmailAddress, SingleLine, clean_lines};
use crate::event::{Event, FieldName, Format, Key, Mode, Question, QuestionKind};
use crate::registration::{Answer, Answers, Consent, Request};

/// More fields than any form of ours has (S-28).
const MOST_FIELDS: usize = 200;
/// Octets of the longest answer.
const LONGEST_FIELD: usize = 10 * 1024;

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldError {
    /// Nothing was given where something has to be.
    Missing,
    /// Not of the form that it has to have.
    Malformed,
    /// Longer than it may be.
    TooLong,
    /// None of those on offer.
    Unknown,
    /// A code that has let in as many as it may.
    UsedUp,
    /// A code that has expired.
    Expired,
}

impl FieldError {
    /// How the catalogue's keys for it end.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Malformed => "malformed",
            Self::TooLong => "long",
            Self::Unknown => "unknown",
            Self::UsedUp => "used-up",
            Self::Expired => "expired",
        }
    }
}

/// Characters of the longest name, and of the longest answer on one line.
pub const LONGEST_LINE: u64 = 200;
/// Characters of the longest answer over several lines.
pub const LONGEST_TEXT: u64 = 5_000;

/// A field that has to be filled in otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub field: String,
    /// What is wrong.
    pub error: FieldError,
}

/// What was typed, field by field, as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled(Vec<(String, String)>);

/// The form is larger than any of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge;

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

impl Filled {
    /// Reads a form as browsers send it (`application/x-www-form-urlencoded`).
    ///
    /// # Errors
    /// [`TooLarge`] for more or longer fields than any of our forms has.
    pub fn read(body: &Bytes) -> Result<Self, TooLarge> {
        let mut fields = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            if fields.len() == MOST_FIELDS || value.len() > LONGEST_FIELD || name.len() > 100 {
                return Err(TooLarge);
            }
            fields.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self(fields))
    }

    /// What was typed into the field `name`, or nothing.
    pub fn text(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// Every value of the field `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.trim())
    }

    /// Every field, as it came.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key that makes the repeated submission one, where the form had one.
    pub fn form_key(&self) -> Option<&str> {
        Some(self.text("form_key")).filter(|key| !key.is_empty())
    }

    /// The request that was typed, for `event` on a page in `language`.
    ///
    /// # Errors
    /// Every field that has to be filled in otherwise, in the order of the form.
    pub fn parse(&self, event: &Event, language: &Language) -> Result<Request, Vec<Fault>> {
        let mut reading = Reading {
            filled: self,
            event,
            language,
            faults: Vec::new(),
        };
        let request = reading.request();
        match request {
            Some(request) if reading.faults.is_empty() => Ok(request),
            _ => Err(reading.faults),
        }
    }
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
            waitlist: self.filled.text("waitlist") == "yes",
        })
    }

    fn texts(&mut self) -> SingleLine {
        let line = |name| {
            SingleLine::clean(self.filled.text(name))
                .as_str()
                .to_owned()
        };
        let texts = Texts {
            name: line("name"),
            organisation: line("organisation"),
            position: line("position"),
            country: line("country"),
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
        let is_option = |answer: &&str| {
            answer
                .parse()
                .is_ok_and(|n: usize| (1..=question.options.len()).contains(&n))
        };
        let (answer, error) = match (question.kind, given.first()) {
            (_, None) => (
                None,
                question
                    .required
                    .unwrap_or(false)
                    .then_some(FieldError::Missing),
            ),
            (QuestionKind::Text, Some(text)) => {
                let line = SingleLine::clean(text);
                let too_long = line.as_str().chars().count() as u64 > LONGEST_LINE;
                (
                    Some(Answer::One(line.to_string())),
                    too_long.then_some(FieldError::TooLong),
                )
            }
            (QuestionKind::LongText, Some(text)) => {
                let lines = clean_lines(text);
                let too_long = lines.chars().count() as u64 > LONGEST_TEXT;
                (
                    Some(Answer::One(lines)),
                    too_long.then_some(FieldError::TooLong),
                )
            }
            (QuestionKind::YesNo, Some(word)) => {
                let unknown = !matches!(*word, "yes" | "no");
                (
                    Some(Answer::One((*word).to_owned())),
                    unknown.then_some(FieldError::Unknown),
                )
            }
            (QuestionKind::Choice, Some(option)) => {
                let unknown = !is_option(option);
                (
                    Some(Answer::One((*option).to_owned())),
                    unknown.then_some(FieldError::Unknown),
                )
            }
            (QuestionKind::Choices, Some(_)) => {
                let unknown = !given.iter().all(is_option);
                let chosen = given.iter().map(|option| (*option).to_owned()).collect();
                (
                    Some(Answer::Several(chosen)),
                    unknown.then_some(FieldError::Unknown),
                )
            }
        };
        if let Some(error) = error {
            self.fault(&field, error);
        }
        answer
    }

    /// The consents given, each with the text that was on the page (P-7).
    fn consents(&mut self) -> Vec<Consent> {
        let details = &self.event.details;
        let order = details.text_order();
        let mut consents = Vec::new();
        for (index, consent) in details.terms.consents.iter().enumerate() {
            let key = details.terms.consent_key(index);
            let field = format!("consent.{key}");
            if self.filled.text(&field) == "yes" {
                consents.extend(consent.text.pick(self.language, &order).map(|picked| Consent {
                    key,
                    text: picked.text.to_owned(),
                    language: picked.language,
                }));
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
