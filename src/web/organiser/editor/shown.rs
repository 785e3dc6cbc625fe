//! The fields of the editor as a page shows them.

use super::flaw::Fault;
use super::slot::{Asked, Offer, Says, Slot};
use crate::base::fold::alphabetical;
use crate::base::language::Language;
use crate::base::zone::accepted_names;
use crate::event::{Deadline, Details, Schedule};
use crate::view::desk::{Group, Layout};
use crate::view::{Choice, Field, Locale, Problem, Widget, Words};

/// What a form shows: of what, and in which language.
pub struct Showing<'a> {
    /// The language and formats of whoever reads it.
    pub locale: &'a Locale,
    /// What the fields are about, as it would be.
    pub details: &'a Details,
    /// What is wrong.
    pub faults: &'a [Fault],
    /// The fields that somebody else has changed, by their places, with what is kept now.
    pub meanwhile: &'a [(usize, Vec<String>)],
}

impl Showing<'_> {
    /// `slots` with these values in them, in groups, and everything that is wrong.
    pub fn groups(&self, slots: &[Slot], values: &[Vec<String>]) -> (Vec<Group>, Vec<Problem>) {
        let mut groups: Vec<Group> = Vec::new();
        let mut problems = Vec::new();
        let mut stem = String::new();
        for (at, (slot, values)) in slots.iter().zip(values).enumerate() {
            let offers = slot.offers(self.details);
            if slot.asked == Asked::Side && offers.is_empty() {
                continue;
            }
            let fields = self.fields(slot, &offers, values);
            problems.extend(fields.iter().filter_map(beside));
            let own = slot.name.split('.').next().unwrap_or_default();
            let is_same_text = slot.language.is_some() && own == stem;
            match groups.last_mut().filter(|_| is_same_text) {
                Some(group) => group.fields.extend(fields),
                None => groups.push(self.group(slot, fields)),
            }
            own.clone_into(&mut stem);
            if let Some(group) = groups.last_mut() {
                group.notes.extend(self.notes(slot, at));
            }
        }
        problems.extend(self.elsewhere(slots));
        (groups, problems)
    }

    /// What is wrong and no field of the page says.
    fn elsewhere(&self, slots: &[Slot]) -> Vec<Problem> {
        let is_asked = |fault: &&Fault| {
            let field = fault.field.as_deref();
            field.is_some_and(|name| slots.iter().any(|slot| slot.name == name))
        };
        let others = self.faults.iter().filter(|fault| !is_asked(fault));
        others
            .map(|fault| Problem {
                field: None,
                words: fault.flaw.words(self.locale, ""),
            })
            .collect()
    }

    fn group(&self, slot: &Slot, fields: Vec<Field>) -> Group {
        let layout = match slot.asked {
            _ if slot.language.is_some() => Layout::Languages,
            Asked::Ranked(_) => Layout::Row,
            _ => Layout::Alone,
        };
        let is_group = layout != Layout::Alone;
        Group {
            layout,
            legend: is_group.then(|| self.label(slot)),
            hint: self.hint(slot).filter(|_| is_group),
            fields,
            notes: Vec::new(),
        }
    }

    fn fields(&self, slot: &Slot, offers: &[Offer], values: &[String]) -> Vec<Field> {
        if let Asked::Ranked(most) = slot.asked {
            return (0..most)
                .map(|rank| self.ranked(slot, offers, values, rank))
                .collect();
        }
        let mut field = Field {
            widget: widget(slot.asked),
            required: slot.required && slot.language.is_none(),
            ..Field::line(&slot.name, self.label(slot))
        };
        field.hint = self.hint(slot).map(Words::plain);
        if let Some(language) = &slot.language {
            field.label = Words::plain(self.locale.language_name(language));
            field.required = true;
            field.lang = Some(language.to_string());
            field.hint = self.untranslated(slot, language, values).map(Words::plain);
        }
        match slot.asked {
            Asked::One => field.options = self.select(slot, offers, values),
            Asked::Side => field.options = self.sides(offers, values),
            Asked::Several => field.options = self.choices(offers, values),
            Asked::Tick => {
                let words = self.label(slot);
                field.required = true;
                field.options = vec![Choice {
                    chosen: !values.is_empty(),
                    ..Choice::new("yes", words)
                }];
            }
            Asked::Suggested => {
                field.suggestions = accepted_names().map(str::to_owned).collect();
                field.value = values.first().cloned().unwrap_or_default();
            }
            _ => field.value = values.first().cloned().unwrap_or_default(),
        }
        field.problem = self.problem(slot);
        vec![field]
    }

    fn ranked(&self, slot: &Slot, offers: &[Offer], values: &[String], rank: usize) -> Field {
        let value = values.get(rank).map(String::as_str).unwrap_or_default();
        let none = Choice {
            chosen: value.is_empty(),
            ..Choice::new("", self.locale.text("editor-none"))
        };
        let offered = self.choices(offers, &[value.to_owned()]);
        let label = self.locale.text(&format!("editor-rank-{}", rank + 1));
        Field {
            id: format!("field-{}-{}", slot.name, rank + 1),
            widget: Widget::Select,
            options: std::iter::once(none).chain(offered).collect(),
            problem: self.problem(slot).filter(|_| rank == 0),
            required: true,
            ..Field::line(&slot.name, label)
        }
    }

    fn select(&self, slot: &Slot, offers: &[Offer], values: &[String]) -> Vec<Choice> {
        let mut choices = self.choices(offers, values);
        if slot.name == "country" {
            choices.sort_by_cached_key(|choice| alphabetical(&choice.label.text));
        }
        if !slot.required {
            let none = Choice {
                chosen: values.iter().all(String::is_empty),
                ..Choice::new("", self.locale.text("editor-none"))
            };
            choices.insert(0, none);
        }
        choices
    }

    /// The earlier of two is chosen until somebody chooses (TIME-4).
    fn sides(&self, offers: &[Offer], values: &[String]) -> Vec<Choice> {
        let mut choices = self.choices(offers, values);
        if !choices.iter().any(|choice| choice.chosen)
            && let Some(first) = choices.first_mut()
        {
            first.chosen = true;
        }
        choices
    }

    fn choices(&self, offers: &[Offer], values: &[String]) -> Vec<Choice> {
        let choice = |offer: &Offer| Choice {
            chosen: values.contains(&offer.value),
            ..Choice::new(offer.value.clone(), self.says(&offer.says))
        };
        offers.iter().map(choice).collect()
    }

    /// What an offer says.
    pub fn says(&self, says: &Says) -> Words {
        let plain = match says {
            Says::Text(key) => self.locale.text(key),
            Says::Counted(key, count) => self.locale.text_counting(key, *count),
            Says::Tongue(language) => self.locale.language_name(language),
            Says::Country(code) => self.locale.country_name(code),
            Says::Side(key, offset) => self.locale.text_with(key, &[("offset", offset)]),
            Says::Itself(text) => text.clone(),
            Says::Told(text) => {
                let words = Words::pick(text, self.locale, &self.details.text_order());
                return words.unwrap_or_else(|| Words::plain(self.locale.text("editor-unnamed")));
            }
            Says::Answered(question, answer) => {
                let question = self.says(&Says::Told(question.clone())).text;
                let answer = self.says(answer).text;
                let values = [("question", &*question), ("answer", &answer)];
                self.locale.text_with("edit-condition-if", &values)
            }
        };
        Words::plain(plain)
    }

    /// What a value of `slot` is called: the words of its choice, or itself.
    pub fn value(&self, slot: &Slot, values: &[String]) -> Option<String> {
        let offers = slot.offers(self.details);
        let worded = |value: &String| {
            let offer = offers.iter().find(|offer| offer.value == *value);
            match (offer, slot.asked) {
                (Some(offer), _) => self.says(&offer.says).text,
                (None, Asked::Tick) => self.locale.text("yes"),
                (None, Asked::Moment) => self.moment(value),
                (None, _) => value.clone(),
            }
        };
        let words: Vec<String> = values.iter().map(worded).collect();
        (!words.is_empty()).then(|| self.locale.list(&words))
    }

    fn moment(&self, value: &str) -> String {
        match value.parse::<crate::base::zone::WallTime>() {
            Ok(wall) => {
                let [date, time] = [
                    self.locale.date(wall.local.date()),
                    self.locale.time(wall.local),
                ];
                self.locale
                    .text_with("date-and-time", &[("date", &date), ("time", &time)])
            }
            Err(_) => value.to_owned(),
        }
    }

    /// What a field asks, in words.
    pub fn label(&self, slot: &Slot) -> String {
        self.locale.text(&format!("edit-{}", slot.label))
    }

    fn hint(&self, slot: &Slot) -> Option<String> {
        let key = format!("edit-{}-hint", slot.label);
        self.locale.knows(&key).then(|| self.locale.text(&key))
    }

    fn problem(&self, slot: &Slot) -> Option<String> {
        let fault = self
            .faults
            .iter()
            .find(|fault| fault.field.as_ref() == Some(&slot.name));
        fault.map(|fault| fault.flaw.words(self.locale, &self.label(slot)))
    }

    /// Whether a text is missing in a language of the page, while it exists in another.
    fn untranslated(&self, slot: &Slot, language: &Language, values: &[String]) -> Option<String> {
        let is_missing = values.iter().all(|text| text.trim().is_empty());
        let is_shown = self.details.page_languages().contains(language);
        let is_alone = self.details.tongues().len() == 1;
        (is_missing && is_shown && !is_alone && slot.is_there(self.details))
            .then(|| self.locale.text("editor-untranslated"))
    }

    /// What was decided about a deadline (TIME-4), and what somebody else has stated meanwhile.
    fn notes(&self, slot: &Slot, at: usize) -> Vec<String> {
        let mut notes = Vec::new();
        let deadline = match slot.name.as_str() {
            "opens" => Some(Deadline::Opening),
            "closes" => Some(Deadline::Closing),
            _ => None,
        };
        if let Some(deadline) = deadline {
            let decided = Schedule::decided(self.details).into_iter();
            let own = decided.filter(|decided| decided.deadline == deadline);
            notes.extend(own.map(|decided| self.locale.text(super::notes::key(decided.note))));
        }
        if let Some((_, kept)) = self.meanwhile.iter().find(|(place, _)| *place == at) {
            let kept = self
                .value(slot, kept)
                .unwrap_or_else(|| self.locale.text("editor-nothing"));
            notes.push(
                self.locale
                    .text_with("editor-meanwhile", &[("value", &kept)]),
            );
        }
        notes
    }
}

fn beside(field: &Field) -> Option<Problem> {
    Some(Problem {
        field: Some(field.id.clone()),
        words: field.problem.clone()?,
    })
}

const fn widget(asked: Asked) -> Widget {
    match asked {
        Asked::Line | Asked::Suggested => Widget::Line,
        Asked::Area => Widget::Area,
        Asked::Email => Widget::Email,
        Asked::Address => Widget::Link,
        Asked::Number => Widget::Number,
        Asked::Day => Widget::Date,
        Asked::Hour => Widget::Time,
        Asked::Moment => Widget::DateTime,
        Asked::Tick => Widget::Tick,
        Asked::One | Asked::Ranked(_) => Widget::Select,
        Asked::Several => Widget::Boxes,
        Asked::Side => Widget::Radios,
    }
}
