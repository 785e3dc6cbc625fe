//! The texts and the parts of an event, wherever they stand.

use std::collections::{BTreeMap, BTreeSet};

use super::{Details, Key};
use crate::base::language::{Language, Localised};

impl Details {
    /// Shows `see` every text for readers, to be changed in place.
    pub fn each_text(&mut self, mut see: impl FnMut(&mut Localised)) {
        let terms = &mut self.terms;
        let own = [&mut self.summary, &mut self.description]
            .into_iter()
            .flatten();
        let venue = self.venue.iter_mut();
        let venue = venue
            .flat_map(|venue| [&mut venue.name, &mut venue.address])
            .flatten();
        let check = self.tech_check.iter_mut();
        let check = check.filter_map(|check| check.note.as_mut());
        let fields = terms.fields.iter_mut().map(|field| &mut field.purpose);
        let questions = terms.questions.iter_mut();
        let questions = questions
            .flat_map(|question| std::iter::once(&mut question.label).chain(&mut question.options));
        let consents = terms.consents.iter_mut().map(|consent| &mut consent.text);
        let survey = self.survey.iter_mut();
        let survey = survey.flat_map(|survey| &mut survey.questions);
        let survey = survey
            .flat_map(|question| std::iter::once(&mut question.label).chain(&mut question.options));
        let hosts = self.hosts.iter_mut().flat_map(|host| {
            let more = [&mut host.short, &mut host.disclaimer]
                .into_iter()
                .flatten();
            std::iter::once(&mut host.name).chain(more)
        });
        std::iter::once(&mut self.title)
            .chain(own)
            .chain(venue)
            .chain(check)
            .chain(fields)
            .chain(questions)
            .chain(consents)
            .chain(survey)
            .chain(hosts)
            .for_each(&mut see);
        for session in &mut self.sessions {
            let texts = [
                &mut session.title,
                &mut session.r#abstract,
                &mut session.place,
            ];
            texts.into_iter().flatten().for_each(&mut see);
            for who in &mut session.lineup {
                let texts = [
                    &mut who.name,
                    &mut who.position,
                    &mut who.organisation,
                    &mut who.bio,
                ];
                texts.into_iter().flatten().for_each(&mut see);
            }
        }
    }

    /// The languages that a text may be in, each tongue once: those of its page, then those of the floor.
    pub fn tongues(&self) -> Vec<Language> {
        let mut tongues: Vec<Language> = Vec::new();
        for language in self.page_languages().iter().chain(&self.languages) {
            if !tongues.iter().any(|known| known.is_same_tongue(language)) {
                tongues.push(language.clone());
            }
        }
        tongues
    }

    /// Has every text say which language it is in, so that other languages can come first.
    pub fn name_languages(&mut self) {
        let Some(first) = self.languages.first().cloned() else {
            return;
        };
        self.each_text(|text| {
            if let Localised::One(one) = text {
                *text = Localised::Each(BTreeMap::from([(first.clone(), std::mem::take(one))]));
            }
        });
        // Words of mails hold placeholders, and are of another type.
        for wording in self.mail.iter_mut().flat_map(|mail| &mut mail.texts) {
            for text in [&mut wording.subject, &mut wording.lead]
                .into_iter()
                .flatten()
            {
                if let Localised::One(one) = text {
                    *text = Localised::Each(BTreeMap::from([(first.clone(), one.clone())]));
                }
            }
        }
    }

    /// Gives every session, question, consent, question of the survey and host the id that it is known by, so that one can be put
    /// before it or taken away without it becoming another (contract, “Event files”).
    pub fn name_parts(&mut self) {
        name(self.sessions.iter_mut().map(|session| &mut session.id));
        name(
            self.terms
                .questions
                .iter_mut()
                .map(|question| &mut question.id),
        );
        name(
            self.terms
                .consents
                .iter_mut()
                .map(|consent| &mut consent.id),
        );
        let survey = self.survey.iter_mut();
        name(
            survey
                .flat_map(|survey| &mut survey.questions)
                .map(|question| &mut question.id),
        );
        name(self.hosts.iter_mut().map(|host| &mut host.id));
    }
}

/// An id that none of `taken` is: the lowest number.
pub fn free_key<'a>(taken: impl IntoIterator<Item = Option<&'a Key>>) -> Key {
    let keys = taken.into_iter().enumerate();
    let taken: BTreeSet<Key> = keys.map(|(index, id)| Key::or_number(id, index)).collect();
    (0..)
        .map(|index| Key::or_number(None, index))
        .find(|key| !taken.contains(key))
        .expect("there are more numbers than parts")
}

fn name<'a>(ids: impl Iterator<Item = &'a mut Option<Key>>) {
    for (index, id) in ids.enumerate() {
        *id = Some(Key::or_number(id.as_ref(), index));
    }
}
