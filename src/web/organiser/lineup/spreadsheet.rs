//! People from a spreadsheet, as it comes when cells are copied (tabs) or exported (commas, semicolons):
//! role, name, position, organisation, address; in this order, or as the first row names them, in our words
//! or in those of other services' exports (U-13).

use std::collections::{BTreeMap, BTreeSet};

use crate::base::fold::fold;
use crate::base::language::{Language, Localised};
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Appearance, AppearanceState, MeetingLink, Role, Seen};
use crate::registration::roster;
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

/// Which columns of a list of people ours are.
const GUESSES: [(Column, &[roster::Column]); 4] = [
    (
        Column::Name,
        &[
            roster::Column::Name,
            roster::Column::Given,
            roster::Column::Family,
        ],
    ),
    (Column::Position, &[roster::Column::Position]),
    (Column::Organisation, &[roster::Column::Organisation]),
    (Column::Email, &[roster::Column::Email]),
];

/// A row as it was understood.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::web::organiser) struct Row {
    /// Each column's text, and what is wrong with it: a key of the catalogue.
    pub(in crate::web::organiser) cells: Vec<(String, Option<&'static str>)>,
    /// Whom it means, where nothing is wrong.
    pub(in crate::web::organiser) appearance: Option<Appearance>,
}

/// The words by which people call roles and columns.
pub(in crate::web::organiser) struct Vocabulary {
    /// A word, folded, and its role.
    pub(in crate::web::organiser) roles: Vec<(String, Role)>,
    /// A word, folded, and its column.
    pub(in crate::web::organiser) columns: Vec<(String, Column)>,
}

/// What everybody pasted is judged by.
pub(in crate::web::organiser) struct Judge<'a> {
    /// The words of roles and columns.
    pub(in crate::web::organiser) vocabulary: &'a Vocabulary,
    /// The language of the texts.
    pub(in crate::web::organiser) language: &'a Language,
    /// The names that are in the session already, folded.
    pub(in crate::web::organiser) taken: BTreeSet<String>,
    /// What no text may tell.
    pub(in crate::web::organiser) links: Vec<&'a MeetingLink>,
    /// Whether a role is asked, and stands first where no row names the columns.
    pub(in crate::web::organiser) asks_role: bool,
}

/// Reads what was pasted; `None` for more rows than are taken at once.
pub(in crate::web::organiser) fn read(pasted: &str, mut judge: Judge<'_>) -> Option<Vec<Row>> {
    let mut records = roster::rows(pasted.trim_start_matches('\u{feff}'));
    let columns = match judge.vocabulary.columns(&records) {
        Some(columns) => {
            records.remove(0);
            records.retain(|record| !columns.gave_up(&record.cells));
            columns
        }
        None => Columns::in_order(judge.asks_role),
    };
    if records.len() > MOST_ROWS {
        return None;
    }
    Some(
        records
            .iter()
            .map(|record| judge.row(&columns, &record.cells))
            .collect(),
    )
}

/// Where a spreadsheet has what.
struct Columns {
    /// Where each column is; a name may be in parts.
    places: BTreeMap<Column, Vec<usize>>,
    /// Where it says what has become of somebody elsewhere.
    status: Option<usize>,
}

impl Columns {
    /// As they are where no row says otherwise.
    fn in_order(with_role: bool) -> Self {
        let asked = Column::ALL.iter();
        let asked = asked.filter(|column| with_role || **column != Column::Role);
        let places = asked.zip(0..);
        Self {
            places: places.map(|(column, at)| (*column, vec![at])).collect(),
            status: None,
        }
    }

    fn text(&self, column: Column, cells: &[String]) -> String {
        let places = self.places.get(&column).into_iter().flatten();
        let texts: Vec<&str> = places
            .filter_map(|at| cells.get(*at))
            .map(String::as_str)
            .collect();
        SingleLine::clean(&texts.join(" ")).to_string()
    }

    /// Whether somebody has no place any more where the spreadsheet comes from.
    fn gave_up(&self, cells: &[String]) -> bool {
        let status = self.status.and_then(|at| cells.get(at));
        status.is_some_and(|status| roster::gave_up(status))
    }
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

    /// The columns that the first of `records` names, as lists of people name them anywhere, or in our words.
    /// A row that names a role and not its column is somebody.
    fn columns(&self, records: &[roster::Row]) -> Option<Columns> {
        let (first, others) = records.split_first()?;
        let own: Vec<Option<Column>> = first.cells.iter().map(|cell| self.column(cell)).collect();
        let (guessed, is_headed) = roster::guess(&first.cells, others);
        // What others call a role is a position.
        let place = |guess| {
            let mut meant = guessed.iter().zip(&own);
            let at = meant.position(|(one, own)| *one == guess && *own != Some(Column::Role));
            at.filter(|_| is_headed)
        };
        let mut places: BTreeMap<Column, Vec<usize>> = BTreeMap::new();
        for (column, guesses) in GUESSES {
            let found: Vec<usize> = guesses.iter().filter_map(|guess| place(*guess)).collect();
            if !found.is_empty() {
                places.insert(column, found);
            }
        }
        for (at, column) in own.iter().enumerate() {
            if let Some(column) = column {
                places.entry(*column).or_insert_with(|| vec![at]);
            }
        }
        places.contains_key(&Column::Name).then(|| Columns {
            places,
            status: place(roster::Column::Status),
        })
    }
}

impl Judge<'_> {
    fn row(&mut self, columns: &Columns, record: &[String]) -> Row {
        let cell = |wanted: Column| columns.text(wanted, record);
        let cells: Vec<(String, Option<&'static str>)> = Column::ALL
            .iter()
            .map(|column| (cell(*column), *column))
            .map(|(text, column)| {
                let fault = self.fault(column, &text);
                (text, fault)
            })
            .collect();
        let is_good = cells.iter().all(|(_, problem)| problem.is_none());
        let said = |column: Column| {
            let text = cell(column);
            let language = self.language.clone();
            (!text.is_empty()).then(|| Localised::Each([(language, text)].into()))
        };
        let appearance = is_good.then(|| Appearance {
            id: None,
            role: self
                .vocabulary
                .role(&cell(Column::Role))
                .unwrap_or(Role::Speaker),
            name: said(Column::Name),
            position: said(Column::Position),
            organisation: said(Column::Organisation),
            bio: None,
            email: cell(Column::Email).parse().ok(),
            state: Some(AppearanceState::Idea),
            channel: None,
        });
        self.taken.insert(fold(&cell(Column::Name)));
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
            Column::Role
                if self.asks_role && !text.is_empty() && self.vocabulary.role(text).is_none() =>
            {
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
            asks_role: true,
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
    fn u_13_people_come_from_the_exports_of_other_services() {
        let told = |row: Row| {
            let [_, name, position, organisation, email] =
                [0, 1, 2, 3, 4].map(|at| row.cells[at].0.clone());
            assert!(row.appearance.is_some(), "{row:?}");
            [name, position, organisation, email].join("|")
        };
        for (export, people) in [
            (
                include_str!("../../../../tests/samples/lists/eventbrite.csv"),
                &[
                    "Nadine Khoury|Researcher|Levant Institute|nadine.khoury@example.org",
                    "Éloïse Dupré|Doctorante|Université d’Exemple, Beyrouth|eloise.dupre@example.net",
                    "Omar Saleh|Journalist|Example TV|omar.saleh@example.com",
                    "رنا حداد|||rana.haddad@example.org",
                ][..],
            ),
            (
                include_str!("../../../../tests/samples/lists/pretix.csv"),
                &[
                    "Nino Beridze||GFSIS|nino.beridze@example.org",
                    "Lasha Ivanidze||GFSIS; Tbilisi|lasha@example.org",
                    "ليلى مصطفى|||leila@example.net",
                ],
            ),
            (
                include_str!("../../../../tests/samples/lists/zoom.csv"),
                &[
                    "Семён Лунгин|Editor|Example Media|semyon.lungin@example.org",
                    "Maya|||maya@example.org",
                    "Salma Haddad|Researcher|Levant Institute|salma.haddad@example.org",
                ],
            ),
            (
                include_str!("../../../../tests/samples/lists/indico.csv"),
                &[
                    "Ana Silva|Physicist|CERN|ana.silva@example.org",
                    "Paul O’Neil||Trinity College|paul.oneil@example.org",
                ],
            ),
        ] {
            let rows = read_in(export).expect("few rows");
            assert_eq!(rows.into_iter().map(told).collect::<Vec<_>>(), people);
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
