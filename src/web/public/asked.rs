//! What the registration form of an event asks, with what was typed and what is wrong with it.

use super::reading::{LONGEST_LINE, LONGEST_TEXT, is_needed_by_hand};
use super::visitor::Visit;
use crate::base::language::{Language, Localised};
use crate::event::{Event, FieldName, Mode, Question, QuestionKind, SessionOf};
use crate::view::{Answer, Choice, Field, Form, Hidden, Locale, Problem, Widget, Words};
use crate::web::form::{Fault, FieldError, Filled};

/// The form of `event` in the language of `visit`.
pub fn form(
    visit: &Visit<'_>,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
    form_key: &str,
) -> Form {
    let asking = Asking {
        event,
        locale: visit.locale(),
        filled,
        order: event.details.text_order(),
    };
    let mut fields = asking.fields();
    let problems = asking.mark(&mut fields, faults);
    let language = visit.language.to_string();
    Form {
        action: visit.event_path(event, "/registrations"),
        hidden: vec![hidden("form_key", form_key), hidden("language", &language)],
        fields,
        problems,
    }
}

/// The fields of `event` for an organiser who adds somebody: nothing is required but a name, an address
/// and what a place is made of, and nobody can agree for somebody else.
pub fn by_hand(
    locale: &Locale,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
) -> (Vec<Field>, Vec<Problem>) {
    let asking = Asking {
        event,
        locale,
        filled,
        order: event.details.text_order(),
    };
    let mut fields = asking.fields();
    fields.retain(|field| !field.name.starts_with("consent.") && field.name != "code");
    for field in &mut fields {
        field.required = is_needed_by_hand(&field.name);
        field.autocomplete = Some("off");
    }
    let problems = asking.mark(&mut fields, faults);
    (fields, problems)
}

/// What somebody who is registered can tell otherwise, posted to `action`; another place only where it `moves`.
/// Their address stays, and so does the code that let them in.
pub fn change(
    visit: &Visit<'_>,
    event: &Event,
    (filled, faults): (&Filled, &[Fault]),
    action: String,
    moves: bool,
) -> Form {
    let asking = Asking {
        event,
        locale: visit.locale(),
        filled,
        order: event.details.text_order(),
    };
    let mut fields = asking.fields();
    fields.retain(|field| match field.name.as_str() {
        "email" | "code" => false,
        "mode" | "session" => moves,
        _ => true,
    });
    fields.push(asking.mail_language(visit));
    let problems = asking.mark(&mut fields, faults);
    Form {
        action,
        hidden: Vec::new(),
        fields,
        problems,
    }
}

/// What is wrong with each field, in the words that stand beside it in the form.
pub fn faults_in_words(
    locale: &Locale,
    event: &Event,
    filled: &Filled,
    faults: &[Fault],
) -> Vec<String> {
    let asking = Asking {
        event,
        locale,
        filled,
        order: event.details.text_order(),
    };
    let fields = asking.fields();
    let words = faults.iter().map(|fault| {
        let asked = fields.iter().find(|field| field.name == fault.field);
        match asked {
            Some(field) => asking.problem(fault, field),
            None => asking.problem(fault, &Field::line(&fault.field, Words::plain(""))),
        }
    });
    words.collect()
}

/// The form that asks for a place in the line of what is full, with all that was typed.
pub fn line(action: String, filled: &Filled) -> Form {
    let typed = filled.fields().filter(|(name, _)| *name != "waitlist");
    let mut sent: Vec<Hidden> = typed.map(|(name, value)| hidden(name, value)).collect();
    sent.push(hidden("waitlist", "yes"));
    Form {
        action,
        hidden: sent,
        fields: Vec::new(),
        problems: Vec::new(),
    }
}

/// The form that asks for the waiting list with all that was typed before.
pub fn offer(visit: &Visit<'_>, event: &Event, filled: &Filled) -> Form {
    let mut sent: Vec<Hidden> = filled
        .fields()
        .filter(|(name, _)| !matches!(*name, "waitlist" | "meanwhile"))
        .map(|(name, value)| hidden(name, value))
        .collect();
    sent.push(hidden("waitlist", "yes"));
    Form {
        action: visit.event_path(event, "/registrations"),
        hidden: sent,
        fields: Vec::new(),
        problems: Vec::new(),
    }
}

/// What was typed, in words and in the order of the form, for pages without one.
pub fn typed(locale: &Locale, event: &Event, filled: &Filled) -> Vec<Answer> {
    let asking = Asking {
        event,
        locale,
        filled,
        order: event.details.text_order(),
    };
    asking
        .fields()
        .into_iter()
        .filter_map(|field| {
            let chosen: Vec<String> = field
                .options
                .iter()
                .filter(|choice| choice.chosen)
                .map(|choice| choice.label.text.clone())
                .collect();
            let value = match field.widget {
                Widget::Tick => chosen.first().map(|_| locale.text("yes"))?,
                Widget::Radios | Widget::Boxes | Widget::Select => locale.list(&chosen),
                _ => field.value,
            };
            (!value.is_empty()).then(|| Answer {
                label: field.label,
                value: Words::plain(value),
            })
        })
        .collect()
}

fn hidden(name: &str, value: &str) -> Hidden {
    Hidden {
        name: name.to_owned(),
        value: value.to_owned(),
    }
}

struct Asking<'a> {
    event: &'a Event,
    locale: &'a Locale,
    filled: &'a Filled,
    order: Vec<Language>,
}

impl Asking<'_> {
    /// Says beside the fields what is wrong with them, and gives all that is wrong.
    fn mark(&self, fields: &mut [Field], faults: &[Fault]) -> Vec<Problem> {
        for field in &mut *fields {
            let fault = faults.iter().find(|fault| fault.field == field.name);
            field.problem = fault.map(|fault| self.problem(fault, field));
        }
        let beside = fields.iter().filter_map(|field| {
            Some(Problem {
                field: Some(field.id.clone()),
                words: field.problem.clone()?,
            })
        });
        // What was sent without being asked for can be at fault as well.
        let is_asked = |fault: &&Fault| fields.iter().any(|field| field.name == fault.field);
        let elsewhere = faults.iter().filter(|fault| !is_asked(fault));
        let elsewhere = elsewhere.map(|fault| Problem {
            field: None,
            words: self.problem(fault, &self.line(&fault.field, Words::plain(""))),
        });
        beside.chain(elsewhere).collect()
    }

    /// In the order of the form.
    fn fields(&self) -> Vec<Field> {
        let terms = &self.event.details.terms;
        let mut fields = vec![
            Field {
                autocomplete: Some("name"),
                hint: Some(self.text("field-name-hint")),
                ..self.line("name", self.text("field-name"))
            },
            Field {
                widget: Widget::Email,
                autocomplete: Some("email"),
                hint: Some(self.text("field-email-hint")),
                ..self.line("email", self.text("field-email"))
            },
        ];
        fields.extend(self.event.details.is_hybrid().then(|| self.mode()));
        fields.extend(terms.is_per_session().then(|| self.sessions()));
        fields.extend(terms.fields.iter().map(|field| self.extra(field)));
        fields.extend(self.listening());
        let questions = terms.questions.iter().enumerate();
        fields.extend(questions.map(|(index, question)| self.question(index, question)));
        fields.extend(self.code());
        fields.extend((0..terms.consents.len()).map(|index| self.consent(index)));
        fields
    }

    fn line(&self, name: &str, label: Words) -> Field {
        Field {
            value: self.filled.text(name).to_owned(),
            ..Field::line(name, label)
        }
    }

    fn mode(&self) -> Field {
        let options = Mode::ALL.iter().map(|mode| {
            let hint = (*mode == Mode::Online).then(|| self.locale.text("mode-online-hint"));
            Choice {
                hint,
                ..self.choice("mode", mode.as_str(), self.text(&format!("mode-{mode}")))
            }
        });
        Field {
            widget: Widget::Radios,
            options: options.collect(),
            ..self.line("mode", self.text("field-mode"))
        }
    }

    fn sessions(&self) -> Field {
        let details = &self.event.details;
        let options = self.event.sessions().map(|session| {
            let key = details.session_key(session.index);
            let title = self.words(session.session.title.as_ref());
            let sitting = session.sitting;
            let hours = self
                .locale
                .hours(&details.zone, sitting.starts_at, sitting.ends_at);
            let when = self.locale.text_with(
                "date-and-time",
                &[("date", &hours.date), ("time", &hours.hours_in_zone)],
            );
            let label = title.unwrap_or_else(|| Words::plain(when.clone()));
            Choice {
                hint: Some(self.with_clashes(session, when)),
                ..self.choice("session", key.as_str(), label)
            }
        });
        Field {
            widget: Widget::Boxes,
            options: options.collect(),
            ..self.line("session", self.text("field-session"))
        }
    }

    /// When a session is, and which others are at the same time (F-18): nobody is kept from both, but
    /// everybody is told.
    fn with_clashes(&self, of: SessionOf<'_>, when: String) -> String {
        let clash = |other: &SessionOf<'_>| {
            other.id != of.id
                && other.sitting.starts_at < of.sitting.ends_at
                && of.sitting.starts_at < other.sitting.ends_at
        };
        let names: Vec<String> = self
            .event
            .sessions()
            .filter(clash)
            .map(|other| self.session_name(other))
            .collect();
        if names.is_empty() {
            return when;
        }
        let sessions = self.locale.list(&names);
        let clashes = self
            .locale
            .text_with("session-clashes", &[("sessions", &sessions)]);
        format!("{when}. {clashes}")
    }

    fn session_name(&self, of: SessionOf<'_>) -> String {
        let number = (of.index + 1).to_string();
        self.words(of.session.title.as_ref()).map_or_else(
            || {
                self.locale
                    .text_with("session-number", &[("number", &number)])
            },
            |title| title.text,
        )
    }

    fn extra(&self, field: &crate::event::Field) -> Field {
        let autocomplete = match field.name {
            FieldName::Organisation => "organization",
            FieldName::Position => "organization-title",
            FieldName::Country => "country-name",
        };
        Field {
            required: field.required.unwrap_or(false),
            autocomplete: Some(autocomplete),
            hint: self.words(Some(&field.purpose)),
            ..self.line(
                field.name.as_str(),
                self.text(&format!("field-{}", field.name)),
            )
        }
    }

    /// Asked only where there is something to choose.
    fn listening(&self) -> Option<Field> {
        let details = &self.event.details;
        let mut heard: Vec<&Language> = details.languages.iter().collect();
        for channel in &details.interpretation {
            if !heard.contains(&&channel.to) {
                heard.push(&channel.to);
            }
        }
        let options: Vec<Choice> = heard
            .iter()
            .map(|language| {
                let name = Words::plain(self.locale.language_name(language));
                self.choice("listening", &language.to_string(), name)
            })
            .collect();
        let has_choice = !details.interpretation.is_empty() && options.len() > 1;
        has_choice.then(|| Field {
            widget: Widget::Radios,
            required: false,
            hint: Some(self.text("field-listening-hint")),
            options,
            ..self.line("listening", self.text("field-listening"))
        })
    }

    /// Asked of those who are registered: of others the page knows it.
    fn mail_language(&self, visit: &Visit<'_>) -> Field {
        let view = &visit.site.view;
        let options = view.languages().iter().map(|language| {
            let name = Words {
                text: view.locale(language).text("autonym"),
                lang: Some(language.to_string()),
                dir: Some(language.direction()),
            };
            self.choice("language", &language.to_string(), name)
        });
        Field {
            widget: Widget::Select,
            options: options.collect(),
            ..self.line("language", self.text("own-change-language"))
        }
    }

    fn question(&self, index: usize, question: &Question) -> Field {
        let name = format!("answer.{}", self.event.details.terms.question_key(index));
        let label = self
            .words(Some(&question.label))
            .unwrap_or_else(|| Words::plain(""));
        let yes_no = ["yes", "no"].map(|word| self.choice(&name, word, self.text(word)));
        let numbered = question
            .options
            .iter()
            .zip(1..)
            .map(|(option, number): (_, usize)| {
                let label = self.words(Some(option)).unwrap_or_else(|| Words::plain(""));
                self.choice(&name, &number.to_string(), label)
            });
        let (widget, options) = match question.kind {
            QuestionKind::Text => (Widget::Line, Vec::new()),
            QuestionKind::LongText => (Widget::Area, Vec::new()),
            QuestionKind::Choice => (Widget::Radios, numbered.collect()),
            QuestionKind::Choices => (Widget::Boxes, numbered.collect()),
            QuestionKind::YesNo => (Widget::Radios, yes_no.into()),
        };
        Field {
            widget,
            options,
            required: question.required.unwrap_or(false) && question.condition.is_none(),
            hint: self.condition(question),
            ..self.line(&name, label)
        }
    }

    /// “Only if you answered “Yes” to “Have you taken part before?””
    fn condition(&self, question: &Question) -> Option<Words> {
        let condition = question.condition.as_ref()?;
        let terms = &self.event.details.terms;
        let other =
            (0..terms.questions.len()).find(|i| terms.question_key(*i) == condition.question)?;
        let other = &terms.questions[other];
        let asked = self.words(Some(&other.label))?.text;
        let number = condition
            .is
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let answer = match number.and_then(|index| other.options.get(index)) {
            Some(option) => self.words(Some(option))?.text,
            None => self.locale.text(&condition.is),
        };
        let values = [("question", asked.as_str()), ("answer", answer.as_str())];
        Some(Words::plain(self.locale.text_with("question-if", &values)))
    }

    /// Asked where a code is of use, and shown where one was given all the same.
    fn code(&self) -> Option<Field> {
        let terms = &self.event.details.terms;
        let has_codes = terms.codes.iter().flatten().next().is_some();
        let field = Field {
            required: terms.is_invitation_only(),
            hint: Some(self.text("field-code-hint")),
            ..self.line("code", self.text("field-code"))
        };
        (field.required || has_codes || !field.value.is_empty()).then_some(field)
    }

    fn consent(&self, index: usize) -> Field {
        let terms = &self.event.details.terms;
        let consent = &terms.consents[index];
        let name = format!("consent.{}", terms.consent_key(index));
        let text = self
            .words(Some(&consent.text))
            .unwrap_or_else(|| Words::plain(""));
        Field {
            widget: Widget::Tick,
            required: consent.required.unwrap_or(false),
            options: vec![self.choice(&name, "yes", text.clone())],
            ..self.line(&name, text)
        }
    }

    fn choice(&self, field: &str, value: &str, label: Words) -> Choice {
        let chosen = self.filled.all(field).any(|given| given == value);
        Choice {
            chosen,
            ..Choice::new(value, label)
        }
    }

    /// What to do about a fault; fields of the organiser's are named by what they ask.
    fn problem(&self, fault: &Fault, field: &Field) -> String {
        let asked = field.label.text.as_str();
        let kind = fault.field.split('.').next().unwrap_or_default();
        match (kind, fault.error) {
            ("answer", FieldError::Missing) => self
                .locale
                .text_with("problem-answer-missing", &[("question", asked)]),
            ("answer", FieldError::Unknown) => self
                .locale
                .text_with("problem-choice-unknown", &[("question", asked)]),
            ("consent", _) => self
                .locale
                .text_with("problem-consent-missing", &[("text", asked)]),
            ("email", FieldError::TooLong) => self.locale.text("problem-email-long"),
            (_, FieldError::TooLong) => {
                let most = if field.widget == Widget::Area {
                    LONGEST_TEXT
                } else {
                    LONGEST_LINE
                };
                self.locale.text_counting("problem-text-long", most)
            }
            (name, error) => self
                .locale
                .text(&format!("problem-{name}-{}", error.word())),
        }
    }

    fn text(&self, key: &str) -> Words {
        Words::plain(self.locale.text(key))
    }

    fn words(&self, text: Option<&Localised>) -> Option<Words> {
        Words::pick(text?, self.locale, &self.order)
    }
}
