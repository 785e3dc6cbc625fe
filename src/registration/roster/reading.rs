//! From rows to requests, or to everything that has to be written otherwise.

use std::collections::{HashMap, HashSet};

use super::status::{Status, status};
use super::{Column, MOST_ROWS, Row, Sheet};
use crate::base::fold::fold;
use crate::base::language::Language;
use crate::base::text::{BadAddress, EmailAddress, SingleLine};
use crate::event::{Event, FieldName, Format, Key, Mode};
use crate::registration::{Answers, Request};
use crate::words;

/// Characters of the longest name, and of any other cell.
const LONGEST: usize = 200;
/// Octets of the longest list of sessions in a cell.
const LONGEST_SESSIONS: usize = 4_000;
/// Faults that are told of one list: who has more looks at their file anew.
const MOST_FAULTS: usize = 500;
/// Characters of a cell that a fault shows.
const SHOWN: usize = 60;

/// What counts where a row does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defaults {
    /// How they attend.
    pub mode: Mode,
    /// The language of their mails.
    pub language: Language,
}

/// A row that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its line.
    pub line: u64,
    /// Whom it is about, where nothing is wrong with it and they come.
    pub request: Option<Request>,
    /// Whether they have no place any more where the list comes from: they are left out.
    pub gave_up: bool,
}

/// Something wrong with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// Its line.
    pub line: u64,
    /// Its column, from 0.
    pub column: usize,
    /// What stands there, cut short.
    pub value: String,
    /// What is wrong.
    pub problem: CellProblem,
}

/// What can be wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellProblem {
    /// No name.
    NameMissing,
    /// Too long.
    TooLong,
    /// No address.
    EmailMissing,
    /// No address that mail can be sent to.
    EmailMalformed,
    /// The same address stands on this line before.
    EmailRepeated(u64),
    /// No way to attend.
    ModeUnknown,
    /// No language of the event.
    LanguageUnknown,
    /// No session of the event.
    SessionUnknown,
    /// Neither that they come nor that they do not.
    StatusUnknown,
}

words! {
    /// What can be wrong with a whole list.
    pub enum SheetProblem {
        /// It has no rows.
        Empty = "empty",
        /// No column holds names.
        NoName = "no-name",
        /// No column holds addresses.
        NoEmail = "no-email",
        /// Two columns are taken for the same.
        Twice = "twice",
    }
}

/// What the rows of `sheet` ask for, and what is wrong with them; only a list without a fault can be
/// added.
pub fn check(
    sheet: &Sheet,
    event: &Event,
    languages: &[(Language, Vec<String>)],
    defaults: &Defaults,
) -> (Vec<Entry>, Vec<CellFault>, Vec<SheetProblem>) {
    let mut checking = Checking {
        sheet,
        event,
        languages,
        defaults,
        lines: HashMap::new(),
        faults: Vec::new(),
    };
    let problems = checking.problems();
    let entries = if problems.is_empty() {
        let rows = sheet.rows.iter().take(MOST_ROWS);
        rows.map(|row| checking.entry(row)).collect()
    } else {
        Vec::new()
    };
    (entries, checking.faults, problems)
}

struct Checking<'a> {
    sheet: &'a Sheet,
    event: &'a Event,
    /// With everything they are called, folded.
    languages: &'a [(Language, Vec<String>)],
    defaults: &'a Defaults,
    /// On which line an address stood first.
    lines: HashMap<String, u64>,
    faults: Vec<CellFault>,
}

impl Checking<'_> {
    fn problems(&self) -> Vec<SheetProblem> {
        let mut problems = Vec::new();
        let has = |column| self.sheet.columns.contains(&column);
        let named = self
            .sheet
            .columns
            .iter()
            .filter(|column| **column != Column::Skip);
        let mut seen = HashSet::new();
        if self.sheet.rows.is_empty() {
            problems.push(SheetProblem::Empty);
        }
        if !has(Column::Name) && !has(Column::Given) && !has(Column::Family) {
            problems.push(SheetProblem::NoName);
        }
        if !has(Column::Email) {
            problems.push(SheetProblem::NoEmail);
        }
        if named.into_iter().any(|column| !seen.insert(*column)) {
            problems.push(SheetProblem::Twice);
        }
        problems
    }

    fn entry(&mut self, row: &Row) -> Entry {
        let faults = self.faults.len();
        match status(self.cell(row, Column::Status)) {
            Some(Status::Coming) => {}
            Some(Status::GaveUp) => {
                return Entry {
                    line: row.line,
                    request: None,
                    gave_up: true,
                };
            }
            None => self.fault(row, Column::Status, CellProblem::StatusUnknown),
        }
        let name = self.name(row);
        let email = self.email(row);
        let mode = self.mode(row);
        let language = self.language(row);
        let sessions = self.sessions(row);
        let fields = self.fields(row);
        let is_good = self.faults.len() == faults;
        let request = email.filter(|_| is_good).map(|email| Request {
            source: None,
            name,
            email,
            language,
            mode,
            listening: None,
            sessions,
            fields,
            answers: Answers::new(),
            consents: Vec::new(),
            code: None,
            waitlist: false,
            meanwhile_online: false,
            companion_key: String::new(),
        });
        Entry {
            line: row.line,
            request,
            gave_up: false,
        }
    }

    /// The whole name, or what there is of its parts.
    fn name(&mut self, row: &Row) -> SingleLine {
        let whole = [Column::Name, Column::Given, Column::Family]
            .map(|column| self.cell(row, column).to_owned())
            .join(" ");
        let name = SingleLine::clean(&whole);
        let columns = [Column::Name, Column::Given, Column::Family];
        let column = columns
            .into_iter()
            .find(|column| self.sheet.columns.contains(column));
        let column = column.unwrap_or(Column::Name);
        if name.is_empty() {
            self.fault(row, column, CellProblem::NameMissing);
        } else if name.as_str().chars().count() > LONGEST {
            self.fault(row, column, CellProblem::TooLong);
        }
        name
    }

    fn email(&mut self, row: &Row) -> Option<EmailAddress> {
        let email = match self.cell(row, Column::Email).parse::<EmailAddress>() {
            Ok(email) => email,
            Err(bad) => {
                let problem = if bad == BadAddress::Missing {
                    CellProblem::EmailMissing
                } else {
                    CellProblem::EmailMalformed
                };
                self.fault(row, Column::Email, problem);
                return None;
            }
        };
        match self.lines.get(&email.key()) {
            Some(line) => {
                self.fault(row, Column::Email, CellProblem::EmailRepeated(*line));
                None
            }
            None => {
                self.lines.insert(email.key(), row.line);
                Some(email)
            }
        }
    }

    fn mode(&mut self, row: &Row) -> Mode {
        let said = fold(self.cell(row, Column::Mode));
        match self.event.details.format {
            Format::Online => Mode::Online,
            Format::InPerson => Mode::InPerson,
            Format::Hybrid if said.is_empty() => self.defaults.mode,
            Format::Hybrid => mode_called(&said).unwrap_or_else(|| {
                self.fault(row, Column::Mode, CellProblem::ModeUnknown);
                self.defaults.mode
            }),
        }
    }

    fn language(&mut self, row: &Row) -> Language {
        let said = fold(self.cell(row, Column::Language));
        if said.is_empty() {
            return self.defaults.language.clone();
        }
        let called = |(_, names): &&(Language, Vec<String>)| names.contains(&said);
        match self.languages.iter().find(called) {
            Some((language, _)) => language.clone(),
            None => {
                self.fault(row, Column::Language, CellProblem::LanguageUnknown);
                self.defaults.language.clone()
            }
        }
    }

    /// By key or by title in any language; all where none is said.
    fn sessions(&mut self, row: &Row) -> Vec<Key> {
        let details = &self.event.details;
        let keys = || {
            self.event
                .sessions()
                .map(|one| details.session_key(one.index))
        };
        let said = self.cell(row, Column::Sessions).to_owned();
        if said.len() > LONGEST_SESSIONS {
            self.fault(row, Column::Sessions, CellProblem::SessionUnknown);
            return keys().collect();
        }
        let mut wanted = Vec::new();
        let mut is_unknown = false;
        for part in said
            .split([';', '|', '؛', '\n'])
            .map(fold)
            .filter(|part| !part.is_empty())
        {
            let found = self.event.sessions().find(|one| {
                let key = details.session_key(one.index);
                let mut titles = one.session.title.iter().flat_map(|title| title.keyed());
                fold(key.as_str()) == part || titles.any(|(_, title)| fold(title) == part)
            });
            match found {
                Some(session) => wanted.push(details.session_key(session.index)),
                None => is_unknown = true,
            }
        }
        if is_unknown {
            self.fault(row, Column::Sessions, CellProblem::SessionUnknown);
        }
        if wanted.is_empty() {
            keys().collect()
        } else {
            wanted
        }
    }

    fn fields(&mut self, row: &Row) -> Vec<(FieldName, SingleLine)> {
        let mut fields = Vec::new();
        for (column, name) in [
            (Column::Organisation, FieldName::Organisation),
            (Column::Position, FieldName::Position),
            (Column::Country, FieldName::Country),
        ] {
            let text = SingleLine::clean(self.cell(row, column));
            if text.as_str().chars().count() > LONGEST {
                self.fault(row, column, CellProblem::TooLong);
            } else if !text.is_empty() {
                fields.push((name, text));
            }
        }
        fields
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        let at = self.sheet.columns.iter().position(|one| *one == column);
        at.and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    }

    fn fault(&mut self, row: &Row, column: Column, problem: CellProblem) {
        if self.faults.len() == MOST_FAULTS {
            return;
        }
        let at = self.sheet.columns.iter().position(|one| *one == column);
        let beginning: String = self.cell(row, column).chars().take(4 * SHOWN).collect();
        self.faults.push(CellFault {
            line: row.line,
            column: at.unwrap_or(0),
            value: SingleLine::clean(&beginning).cut(SHOWN).to_string(),
            problem,
        });
    }
}

/// The way to attend that is called so, in a language of the service.
fn mode_called(said: &str) -> Option<Mode> {
    const ONLINE: [&str; 13] = [
        "online",
        "virtual",
        "remote",
        "zoom",
        "en ligne",
        "عبر الإنترنت",
        "عن بعد",
        "افتراضي",
        "أونلاين",
        "ონლაინ",
        "онлайн",
        "дистанционно",
        "удаленно",
    ];
    const IN_PERSON: [&str; 14] = [
        "in person",
        "in_person",
        "onsite",
        "on site",
        "present",
        "room",
        "حضوريا",
        "حضوري",
        "في القاعة",
        "sur place",
        "en presentiel",
        "ადგილზე",
        "очно",
        "в зале",
    ];
    let is = |words: &[&str]| words.iter().any(|word| fold(word) == said);
    if is(&ONLINE) {
        Some(Mode::Online)
    } else {
        is(&IN_PERSON).then_some(Mode::InPerson)
    }
}
