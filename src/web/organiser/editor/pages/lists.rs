//! Parts of which an event has several: added, changed, moved and removed one by one.

use chrono::TimeDelta;

use super::{basics, offers, programme, questions, registration, survey};
use crate::base::language::Localised;
use crate::base::zone::WallTime;
use crate::event::{
    Code, Consent, Details, Host, HostRole, Interpretation, InterpretationMode, Key, Question,
    QuestionKind, Session, Survey, Text, WebLink, free_key,
};
use crate::web::organiser::editor::slot::{Asked, Lens, Says, Slot, needed};

/// A list of parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Its sessions.
    Sessions,
    /// The organisations named on it.
    Hosts,
    /// Channels of interpretation.
    Channels,
    /// The organiser's own questions.
    Questions,
    /// What attendees may agree to.
    Consents,
    /// Codes that let somebody in.
    Codes,
    /// What those who came are asked.
    SurveyQuestions,
}

/// The longest list, as in a file.
const LONGEST: usize = 200;

impl List {
    /// How many there are.
    pub fn len(self, details: &Details) -> usize {
        match self {
            Self::Sessions => details.sessions.len(),
            Self::Hosts => details.hosts.len(),
            Self::Channels => details.interpretation.len(),
            Self::Questions => details.terms.questions.len(),
            Self::Consents => details.terms.consents.len(),
            Self::Codes => details.terms.codes.as_ref().map_or(0, Vec::len),
            Self::SurveyQuestions => survey::questions(details).len(),
        }
    }

    /// How many there may be.
    pub const fn most(self) -> usize {
        match self {
            Self::SurveyQuestions => Survey::MOST_QUESTIONS,
            _ => LONGEST,
        }
    }

    /// What the one at `index` is known by in addresses: what has no id goes by its number.
    pub fn key(self, details: &Details, index: usize) -> Key {
        match self {
            Self::Sessions => details.session_key(index),
            Self::Hosts => Key::or_number(details.hosts[index].id.as_ref(), index),
            Self::Questions => details.terms.question_key(index),
            Self::Consents => details.terms.consent_key(index),
            Self::SurveyQuestions => {
                Key::or_number(survey::questions(details)[index].id.as_ref(), index)
            }
            Self::Channels | Self::Codes => Key::or_number(None, index),
        }
    }

    /// Where the one known by `key` is.
    pub fn find(self, details: &Details, key: &str) -> Option<usize> {
        (0..self.len(details)).find(|index| self.key(details, *index).as_str() == key)
    }

    /// What is asked of the one at `index`.
    pub fn slots(self, details: &Details, index: usize) -> Vec<Slot> {
        match self {
            Self::Sessions => programme::slots(details, index),
            Self::Hosts => host(details, index),
            Self::Channels => channel(index),
            Self::Questions => questions::question(details, index),
            Self::Consents => questions::consent(details, index),
            Self::Codes => registration::code(index),
            Self::SurveyQuestions => survey::question(details, index),
        }
    }

    /// What the one at `index` is called.
    pub fn name(self, details: &Details, index: usize) -> Option<Says> {
        let told = |text: &Localised| Says::Told(text.clone());
        match self {
            Self::Sessions => details.sessions[index].title.as_ref().map(told),
            Self::Hosts => Some(told(&details.hosts[index].name)),
            Self::Channels => None,
            Self::Questions => Some(told(&details.terms.questions[index].label)),
            Self::Consents => Some(told(&details.terms.consents[index].text)),
            Self::Codes => {
                let code = details.terms.codes.as_ref()?.get(index)?;
                Some(Says::Itself(code.code.clone()))
            }
            Self::SurveyQuestions => Some(told(&survey::questions(details)[index].label)),
        }
    }

    /// Adds one that says nothing yet.
    pub fn add(self, details: &mut Details) {
        details.name_parts();
        match self {
            Self::Sessions => details.sessions.push(session(details)),
            Self::Hosts => details.hosts.push(Host {
                id: Some(free_key(details.hosts.iter().map(|host| host.id.as_ref()))),
                role: if details.hosts.is_empty() {
                    HostRole::Organiser
                } else {
                    HostRole::Partner
                },
                name: basics::nothing(),
                short: None,
                link: None,
                disclaimer: None,
            }),
            Self::Channels => {
                let [from, to] = [0, 1].map(|at| {
                    details
                        .languages
                        .get(at)
                        .unwrap_or(&details.languages[0])
                        .clone()
                });
                details.interpretation.push(Interpretation {
                    from,
                    to,
                    mode: InterpretationMode::Simultaneous,
                });
            }
            Self::Questions => {
                let questions = &mut details.terms.questions;
                questions.push(Question {
                    id: Some(free_key(
                        questions.iter().map(|question| question.id.as_ref()),
                    )),
                    label: basics::nothing(),
                    kind: QuestionKind::Text,
                    options: Vec::new(),
                    required: None,
                    condition: None,
                });
            }
            Self::Consents => {
                let consents = &mut details.terms.consents;
                consents.push(Consent {
                    id: Some(free_key(consents.iter().map(|consent| consent.id.as_ref()))),
                    text: basics::nothing(),
                    required: None,
                });
            }
            Self::Codes => details.terms.codes.get_or_insert_default().push(Code {
                code: String::new(),
                places: None,
                expires: None,
            }),
            Self::SurveyQuestions => survey::add(details),
        }
    }

    /// Takes the one at `index` away. The last session stays: without one there is no event.
    pub fn remove(self, details: &mut Details, index: usize) {
        details.name_parts();
        match self {
            Self::Sessions if details.sessions.len() > 1 => drop(details.sessions.remove(index)),
            Self::Sessions => {}
            Self::Hosts => drop(details.hosts.remove(index)),
            Self::Channels => drop(details.interpretation.remove(index)),
            Self::Questions => drop(details.terms.questions.remove(index)),
            Self::Consents => drop(details.terms.consents.remove(index)),
            Self::Codes => {
                if let Some(codes) = &mut details.terms.codes {
                    codes.remove(index);
                }
            }
            Self::SurveyQuestions => {
                if let Some(survey) = &mut details.survey {
                    survey.questions.remove(index);
                }
            }
        }
    }

    /// Puts the one at `index` before its neighbour.
    pub fn move_up(self, details: &mut Details, index: usize) {
        let Some(before) = index.checked_sub(1) else {
            return;
        };
        details.name_parts();
        match self {
            Self::Sessions => details.sessions.swap(before, index),
            Self::Hosts => details.hosts.swap(before, index),
            Self::Channels => details.interpretation.swap(before, index),
            Self::Questions => details.terms.questions.swap(before, index),
            Self::Consents => details.terms.consents.swap(before, index),
            Self::Codes => {
                if let Some(codes) = &mut details.terms.codes {
                    codes.swap(before, index);
                }
            }
            Self::SurveyQuestions => {
                if let Some(survey) = &mut details.survey {
                    survey.questions.swap(before, index);
                }
            }
        }
    }
}

/// A session after the last one, as long as that.
fn session(details: &Details) -> Session {
    let last = details
        .sessions
        .iter()
        .max_by_key(|session| session.ends.local);
    let (starts, ends) = last.map_or_else(Default::default, |last| {
        let length = (last.ends.local - last.starts.local).max(TimeDelta::minutes(15));
        (last.ends.local, last.ends.local + length)
    });
    Session {
        id: Some(free_key(
            details.sessions.iter().map(|session| session.id.as_ref()),
        )),
        title: None,
        r#abstract: None,
        starts: WallTime::of(starts),
        ends: WallTime::of(ends),
        place: None,
        languages: None,
        capacity: None,
        meeting: None,
        lineup: Vec::new(),
    }
}

fn host(details: &Details, index: usize) -> Vec<Slot> {
    let host: Lens<Host> = Lens::new(
        move |details| details.hosts.get(index),
        move |details| details.hosts.get_mut(index),
    );
    let put_name = |h: &mut Host, text: Option<_>| h.name = text.unwrap_or_else(basics::nothing);
    let mut slots = vec![host.word(
        "role",
        "edit-role",
        HostRole::WORDS,
        |h| h.role,
        |h, role| h.role = role,
    )];
    let name = host.texts(details, "name", Text::LINE, |h| Some(&h.name), put_name);
    slots.extend(needed(name));
    slots.extend(host.texts(
        details,
        "short",
        Text::LINE,
        |h| h.short.as_ref(),
        |h, text| h.short = text,
    ));
    slots.push(host.value::<WebLink>(
        "web",
        Asked::Address,
        "web",
        |h| h.link.clone(),
        |h, link| h.link = link,
    ));
    slots.extend(host.texts(
        details,
        "disclaimer",
        Text::LINES,
        |h| h.disclaimer.as_ref(),
        |h, text| h.disclaimer = text,
    ));
    slots
}

fn channel(index: usize) -> Vec<Slot> {
    let channel: Lens<Interpretation> = Lens::new(
        move |details| details.interpretation.get(index),
        move |details| details.interpretation.get_mut(index),
    );
    let mode = |c: &Interpretation| c.mode;
    let from = channel.value(
        "from",
        Asked::One,
        "language",
        |c| Some(c.from.clone()),
        |c, language| {
            c.from = language.unwrap_or_else(|| c.from.clone());
        },
    );
    let to = channel.value(
        "to",
        Asked::One,
        "language",
        |c| Some(c.to.clone()),
        |c, language| {
            c.to = language.unwrap_or_else(|| c.to.clone());
        },
    );
    vec![
        from.offering(offers::tongues).required(),
        to.offering(offers::tongues).required(),
        channel.word(
            "mode",
            "edit-mode",
            InterpretationMode::WORDS,
            mode,
            |c, mode| c.mode = mode,
        ),
    ]
}
