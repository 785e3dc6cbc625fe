use crate::base::language::{Language, Localised};
use crate::event::{Condition, Consent, Details, Key, Question, QuestionKind, Text};
use crate::web::organiser::editor::flaw::Flaw;
use crate::web::organiser::editor::slot::{Asked, Lens, Offer, Says, Slot, given, needed};

/// What one question asks.
pub fn question(details: &Details, index: usize) -> Vec<Slot> {
    let question: Lens<Question> = Lens::new(
        move |details| details.terms.questions.get(index),
        move |details| details.terms.questions.get_mut(index),
    );
    let put_label =
        |q: &mut Question, text: Option<_>| q.label = text.unwrap_or_else(super::basics::nothing);
    let label = question.texts(details, "label", Text::LINE, |q| Some(&q.label), put_label);
    let mut slots: Vec<Slot> = needed(label).collect();
    slots.push(question.word(
        "question-kind",
        "edit-question-kind",
        QuestionKind::WORDS,
        |q| q.kind,
        |q, kind| q.kind = kind,
    ));
    let tongues = details.tongues();
    slots.extend(tongues.iter().map(|language| {
        options(
            details,
            &question,
            language,
            |q| &q.options,
            |q| &mut q.options,
        )
    }));
    slots.push(question.tick(
        "required",
        |q| q.required.unwrap_or(false),
        |q, yes| q.required = Some(yes),
    ));
    slots.push(condition(&question, index));
    slots
}

/// What one may agree to.
pub fn consent(details: &Details, index: usize) -> Vec<Slot> {
    let consent: Lens<Consent> = Lens::new(
        move |details| details.terms.consents.get(index),
        move |details| details.terms.consents.get_mut(index),
    );
    let put =
        |c: &mut Consent, text: Option<_>| c.text = text.unwrap_or_else(super::basics::nothing);
    let text = consent.texts(details, "consent", Text::LINES, |c| Some(&c.text), put);
    let mut slots: Vec<Slot> = needed(text).collect();
    let required = |c: &Consent| c.required.unwrap_or(false);
    let required = consent.tick("required", required, |c, yes| c.required = Some(yes));
    slots.push(required.labelled("consent-required"));
    slots
}

/// What there is to choose from, one a line; the lines of all languages belong together.
pub fn options<Q: 'static>(
    details: &Details,
    question: &Lens<Q>,
    language: &Language,
    of: fn(&Q) -> &Vec<Localised>,
    reach: fn(&mut Q) -> &mut Vec<Localised>,
) -> Slot {
    let (order, first) = (details.text_order(), details.text_order()[0].clone());
    let (own, named) = (language.clone(), language.clone());
    let shown = move |q: &Q| {
        let lines: Vec<&str> = of(q)
            .iter()
            .map(|option| option.only_in(&own, &order).map_or("", String::as_str))
            .collect();
        let text = lines.join("\n").trim_end().to_owned();
        (!text.is_empty()).then_some(text).into_iter().collect()
    };
    let put = move |q: &mut Q, typed: &[&str]| {
        let options = reach(q);
        let lines: Vec<&str> = given(typed).unwrap_or_default().lines().collect();
        if options.len() < lines.len() {
            options.resize_with(lines.len(), super::basics::nothing);
        }
        for (at, option) in options.iter_mut().enumerate() {
            let line = lines.get(at).copied().unwrap_or_default();
            let text = crate::web::organiser::editor::slot::text(Text::LINE, &[line])?;
            let known = std::mem::replace(option, super::basics::nothing());
            let changed = Localised::change(Some(known), &named, &first, text);
            *option = changed.unwrap_or_else(super::basics::nothing);
        }
        while options
            .last()
            .is_some_and(|option| option.keyed().is_empty())
        {
            options.pop();
        }
        Ok(())
    };
    let slot = question.slot(&format!("options.{language}"), Asked::Area, shown, put);
    slot.labelled("options").in_language(language)
}

/// Only where an earlier question was answered so.
fn condition(question: &Lens<Question>, index: usize) -> Slot {
    let shown = |q: &Question| {
        let condition = q.condition.as_ref();
        condition
            .map(|if_| format!("{}={}", if_.question, if_.is))
            .into_iter()
            .collect()
    };
    let put = |q: &mut Question, typed: &[&str]| {
        q.condition = match given(typed) {
            None => None,
            Some(stated) => {
                let (question, is) = stated.split_once('=').ok_or(Flaw::Unknown)?;
                Some(Condition {
                    question: question.parse::<Key>().map_err(|_| Flaw::Unknown)?,
                    is: is.to_owned(),
                })
            }
        };
        Ok(())
    };
    let offers = move |details: &Details| {
        let earlier = details.terms.questions.iter().enumerate().take(index);
        earlier
            .flat_map(|(at, other)| answers(details, at, other))
            .collect()
    };
    question
        .slot("condition", Asked::One, shown, put)
        .offering(offers)
}

/// How a question can be answered by choosing.
fn answers(details: &Details, at: usize, question: &Question) -> Vec<Offer> {
    let key = details.terms.question_key(at);
    let offer = |is: String, says: Says| Offer {
        value: format!("{key}={is}"),
        says: Says::Answered(question.label.clone(), Box::new(says)),
    };
    match question.kind {
        QuestionKind::YesNo => ["yes", "no"]
            .map(|word| offer(word.to_owned(), Says::Text(word.to_owned())))
            .into(),
        QuestionKind::Choice | QuestionKind::Choices => (1..)
            .zip(&question.options)
            .map(|(number, option): (usize, _)| {
                offer(number.to_string(), Says::Told(option.clone()))
            })
            .collect(),
        QuestionKind::Text | QuestionKind::LongText => Vec::new(),
    }
}
