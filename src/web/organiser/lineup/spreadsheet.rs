//! People from a spreadsheet, as it comes when cells are copied (tabs) or exported (commas, semicolons):
//! role, name, position, organisation, address; in this order, or as the first row names them (U-13).

use std::collections::BTreeSet;

use crate::base::fold::fold;
use crate::base::language::{Language, Localised};
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Appearance, AppearanceState, MeetingLink, Role, Seen};
use crate::words;

/// People at once; more are pasted in parts.
const MOST_ROWS: usize = 200;

/// The most characters of a cell.
const LONGEST: usize = 300;

words! {
    /// What a column holds.
    pub enum Column {
        /// What they do: a word such as “speaker”.
        Role = "role",
        /// Who they are.
        Name = "name",
        /// Their position.
        Position = "position",
        /// Their organisation.
        Organisation = "organisation",
        /// Their address.
        Email = "email",
    }
}

/// A row as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Each column's text, and what is wrong with it: a key of the catalogue.
    pub(super) cells: Vec<(String, Option<&'static str>)>,
    /// Whom it means, where nothing is wrong.
    pub(super) appearance: Option<Appearance>,
}

/// The words by which people call roles and columns.
pub(super) struct Vocabulary {
    /// A word, folded, and its role.
    pub(super) roles: Vec<(String, Role)>,
    /// A word, folded, and its column.
    pub(super) columns: Vec<(String, Column)>,
}

/// What everybody pasted is judged by.
pub(super) struct Judge<'a> {
    /// The words of roles and columns.
    pub(super) vocabulary: &'a Vocabulary,
    /// The language of the texts.
    pub(super) language: &'a Language,
    /// The names that are in the session already, folded.
    pub(super) taken: BTreeSet<String>,
    /// What no text may tell.
    pub(super) links: Vec<&'a MeetingLink>,
}

/// Reads what was pasted; `None` for more rows than are taken at once.
pub(super) fn read(pasted: &str, mut judge: Judge<'_>) -> Option<Vec<Row>> {
    let mut records = records(pasted);
    let columns = records
        .first()
        .and_then(|first| judge.vocabulary.header(first));
    if columns.is_some() {
        records.remove(0);
    }
    let columns = columns.unwrap_or_else(|| Column::ALL.iter().copied().map(Some).collect());
    if records.len() > MOST_ROWS {
        return None;
    }
    Some(
        records
            .iter()
            .map(|record| judge.row(&columns, record))
            .collect(),
    )
}

/// The cells of each row that is not empty.
fn records(pasted: &str) -> Vec<Vec<String>> {
    let first = pasted.lines().find(|line| !line.trim().is_empty());
    let has = |sign| first.is_some_and(|line| line.contains(sign));
    let delimiter = match () {
        () if has('\t') => b'\t',
        () if has(';') => b';',
        () => b',',
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(pasted.trim_start_matches('\u{feff}').as_bytes());
    let records = reader.records().filter_map(Result::ok);
    let records = records.map(|record| {
        let cells = record
            .iter()
            .map(|cell| SingleLine::clean(cell).to_string());
        cells.collect::<Vec<String>>()
    });
    records
        .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

impl Vocabulary {
    fn role(&self, text: &str) -> Option<Role> {
        let text = fold(text);
        let known = self.roles.iter().find(|(word, _)| *word == text);
        known.map(|(_, role)| *role)
    }

    fn column(&self, text: &str) -> Option<Column> {
        let text = fold(text);
        let known = self.columns.iter().find(|(word, _)| *word == text);
        known.map(|(_, column)| *column)
    }

    /// The columns that a first row names; a row that names a role and not its column is somebody.
    fn header(&self, cells: &[String]) -> Option<Vec<Option<Column>>> {
        let columns: Vec<Option<Column>> = cells.iter().map(|cell| self.column(cell)).collect();
        columns.contains(&Some(Column::Name)).then_some(columns)
    }
}

impl Judge<'_> {
    fn row(&mut self, columns: &[Option<Column>], record: &[String]) -> Row {
        let cell = |wanted: Column| {
            let index = columns.iter().position(|column| *column == Some(wanted));
            index
                .and_then(|index| record.get(index))
                .map_or("", String::as_str)
        };
        let texts: Vec<(&str, Column)> = Column::ALL
            .iter()
            .map(|column| (cell(*column), *column))
            .collect();
        let cells: Vec<(String, Option<&'static str>)> = texts
            .iter()
            .map(|(text, column)| ((*text).to_owned(), self.fault(*column, text)))
            .collect();
        let is_good = cells.iter().all(|(_, problem)| problem.is_none());
        let said = |column: Column| {
            let text = cell(column);
            let language = self.language.clone();
            (!text.is_empty()).then(|| Localised::Each([(language, text.to_owned())].into()))
        };
        let appearance = is_good.then(|| Appearance {
            id: None,
            role: self
                .vocabulary
                .role(cell(Column::Role))
                .unwrap_or(Role::Speaker),
            name: said(Column::Name),
            position: said(Column::Position),
            organisation: said(Column::Organisation),
            bio: None,
            email: cell(Column::Email).parse().ok(),
            state: Some(AppearanceState::Idea),
            channel: None,
        });
        self.taken.insert(fold(cell(Column::Name)));
        Row { cells, appearance }
    }

    fn fault(&self, column: Column, text: &str) -> Option<&'static str> {
        if text.chars().count() > LONGEST {
            return Some("lineup-problem-long");
        }
        if Seen::of(text).tells_any(&self.links) {
            return Some("lineup-problem-link");
        }
        match column {
            Column::Role if !text.is_empty() && self.vocabulary.role(text).is_none() => {
                Some("paste-problem-role")
            }
            Column::Name if text.is_empty() => Some("paste-problem-name"),
            Column::Name if self.taken.contains(&fold(text)) => Some("paste-problem-twice"),
            Column::Email if !text.is_empty() && text.parse::<EmailAddress>().is_err() => {
                Some("lineup-problem-email")
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_in(pasted: &str) -> Option<Vec<Row>> {
        let roles = Role::ALL.iter().map(|role| (role.to_string(), *role));
        let columns = Column::ALL
            .iter()
            .map(|column| (column.to_string(), *column));
        let arabic = [
            (fold("الاسم"), Column::Name),
            (fold("المؤسسة"), Column::Organisation),
        ];
        let vocabulary = Vocabulary {
            roles: roles.chain([(fold("متحدثة"), Role::Speaker)]).collect(),
            columns: columns.chain(arabic).collect(),
        };
        let judge = Judge {
            vocabulary: &vocabulary,
            language: &"ar".parse().expect("a language"),
            taken: [fold("Ali Taha")].into(),
            links: Vec::new(),
        };
        read(pasted, judge)
    }

    fn problems(pasted: &str) -> Vec<Option<&'static str>> {
        let rows = read_in(pasted).expect("rows");
        let problems = |row: &Row| row.cells.iter().find_map(|(_, problem)| *problem);
        rows.iter().map(problems).collect()
    }

    #[test]
    fn u_13_tabs_commas_and_semicolons_are_read_with_and_without_a_first_row() {
        for pasted in [
            "speaker\tليلى\tصحافية\tالجديد\tlayal@x.example",
            "speaker,ليلى,صحافية,الجديد,layal@x.example\n\n",
            "speaker;\"ليلى\";صحافية;الجديد;layal@x.example",
            "\u{feff}email,name,role,position,organisation\nlayal@x.example,ليلى,Speaker,صحافية,الجديد",
            "متحدثة\tليلى\tصحافية\tالجديد\tlayal@x.example\r\n",
        ] {
            let rows = read_in(pasted).expect("rows");
            let row = rows[0]
                .appearance
                .as_ref()
                .unwrap_or_else(|| panic!("{pasted}: {rows:?}"));
            let name = row.name.as_ref().map(|name| name.keyed()[0].1.as_str());
            assert_eq!(
                (rows.len(), row.role, name),
                (1, Role::Speaker, Some("ليلى")),
                "{pasted}"
            );
            let email = row.email.as_ref().map(EmailAddress::as_str);
            assert_eq!(email, Some("layal@x.example"));
        }
    }

    #[test]
    fn u_13_what_is_wrong_is_said_of_its_cell() {
        let long = format!("speaker,{}", "x".repeat(301));
        for (pasted, problem) in [
            ("singer,Nino", Some("paste-problem-role")),
            ("speaker,", Some("paste-problem-name")),
            ("speaker,ali taha", Some("paste-problem-twice")),
            ("speaker,Nino,,,nino@", Some("lineup-problem-email")),
            (&long, Some("lineup-problem-long")),
            ("speaker,Nino", None),
            (",Nino", None),
        ] {
            assert_eq!(problems(pasted), [problem], "{pasted}");
        }
        assert_eq!(
            problems("speaker,Nino\nspeaker,NINO"),
            [None, Some("paste-problem-twice")]
        );
        assert_eq!(problems("  \n"), []);
        assert!(read_in(&"speaker,N\n".repeat(201)).is_none());
    }
}
