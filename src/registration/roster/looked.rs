//! What a list would do to an event, and doing it: everybody is added, or nobody.

use std::collections::HashSet;

use super::{CellFault, CellProblem, Defaults, Entry, Sheet, SheetProblem, check, known_addresses};
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::language::Language;
use crate::base::secret::InstanceKey;
use crate::event::{Event, EventState, Mode};
use crate::registration::{Added, ByHand, Request, add, taken_seats};
use crate::view::{Locale, View};

/// A list with what is known of it.
#[derive(Debug)]
pub struct Looked {
    /// The list, cell by cell.
    pub sheet: Sheet,
    /// Its rows, as somebody's wishes.
    pub entries: Vec<Entry>,
    /// What is wrong in single cells.
    pub faults: Vec<CellFault>,
    /// What is wrong with the list as a whole.
    pub problems: Vec<SheetProblem>,
    /// The addresses of those who are registered already.
    pub known: HashSet<String>,
    /// Whether the event takes place, and is not over.
    pub takes_place: bool,
}

impl Looked {
    /// Looks at `sheet`; `mode` is that of whoever says none.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn at(
        tx: &mut Tx,
        view: &View,
        event: &Event,
        sheet: Sheet,
        mode: Mode,
    ) -> Result<Self> {
        let language = event.details.page_languages().first();
        let language = language.unwrap_or(&event.details.languages[0]).clone();
        let defaults = Defaults { mode, language };
        let (entries, faults, problems) = check(&sheet, event, &called(view, event), &defaults);
        let keys: Vec<String> = entries
            .iter()
            .filter_map(|entry| Some(entry.request.as_ref()?.email.key()))
            .collect();
        Ok(Self {
            known: known_addresses(tx, event.id, &keys).await?,
            takes_place: event.state == EventState::Published && !event.is_over(tx.now()),
            sheet,
            entries,
            faults,
            problems,
        })
    }

    /// Whether nothing is wrong with it, and it would be taken.
    pub fn is_good(&self) -> bool {
        self.faults.is_empty() && self.problems.is_empty() && self.takes_place
    }

    /// Those who would be added.
    pub fn newcomers(&self) -> impl Iterator<Item = &Request> {
        let requests = self
            .entries
            .iter()
            .filter_map(|entry| entry.request.as_ref());
        requests.filter(|request| !self.known.contains(&request.email.key()))
    }

    /// Whether closing or capacity stand in the way.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn is_beyond(&self, tx: &mut Tx, event: &Event) -> Result<bool> {
        if tx.now() >= event.schedule.closes_at {
            return Ok(true);
        }
        let seats = taken_seats(tx, event.id).await?;
        let lacks = |mode: Mode| {
            let wanted = self
                .newcomers()
                .filter(|request| request.mode == mode)
                .count();
            let free = seats.free(event, mode, &event.session_ids);
            let wanted = i64::try_from(wanted).unwrap_or(i64::MAX);
            free.into_iter().flatten().any(|free| free < wanted) && wanted > 0
        };
        Ok(lacks(Mode::Online) || lacks(Mode::InPerson))
    }

    /// Adds everybody, and says how many; `None` where somebody else took their places meanwhile, and the
    /// unit of work has to be dropped.
    ///
    /// # Errors
    /// Where the database fails.
    pub async fn add(
        &self,
        tx: &mut Tx,
        key: &InstanceKey,
        event: &Event,
        by: &ByHand<'_>,
    ) -> Result<Option<usize>> {
        let mut added = 0;
        for request in self.newcomers() {
            match add(tx, key, event, request, by).await? {
                Added::Done(_) => added += 1,
                // Registered by themselves while this was under way.
                Added::Known(_) => {}
                Added::Closed | Added::Full | Added::Over => return Ok(None),
            }
        }
        Ok(Some(added))
    }
}

impl CellProblem {
    /// What to do about it, in the words of `locale`.
    pub fn in_words(self, locale: &Locale) -> String {
        match self {
            Self::NameMissing => locale.text("import-fault-name-missing"),
            Self::TooLong => locale.text("import-fault-text-long"),
            Self::EmailMissing => locale.text("import-fault-email-missing"),
            Self::EmailMalformed => locale.text("import-fault-email-malformed"),
            Self::EmailRepeated(line) => {
                let line = line.to_string();
                locale.text_with("import-fault-email-repeated", &[("line", &line)])
            }
            Self::ModeUnknown => locale.text("import-fault-mode-unknown"),
            Self::LanguageUnknown => locale.text("import-fault-language-unknown"),
            Self::SessionUnknown => locale.text("import-fault-session-unknown"),
            Self::StatusUnknown => locale.text("import-fault-status-unknown"),
        }
    }
}

/// The languages of the event's page, with their tags and names in every language of the service.
fn called(view: &View, event: &Event) -> Vec<(Language, Vec<String>)> {
    let named = |language: &Language| {
        let names = view
            .languages()
            .iter()
            .map(|reader| fold(&view.locale(reader).language_name(language)));
        let own = fold(&view.locale(language).language_name(language));
        let names = names.chain([own, fold(&language.to_string())]).collect();
        (language.clone(), names)
    };
    event.details.page_languages().iter().map(named).collect()
}
