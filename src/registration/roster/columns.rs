//! What the columns of a list hold, by their headings in the languages of the service.

use std::sync::LazyLock;

use super::Row;
use crate::base::fold::fold;
use crate::words;

words! {
    /// What a column is taken for.
    pub enum Column {
        /// Nothing.
        Skip = "skip",
        /// The whole name.
        Name = "name",
        /// The name that comes first, where it is apart.
        Given = "given",
        /// The family's.
        Family = "family",
        /// The mail address.
        Email = "email",
        /// Where they work.
        Organisation = "organisation",
        /// What they do there.
        Position = "position",
        /// Where they are.
        Country = "country",
        /// How they attend.
        Mode = "mode",
        /// The language of their mails.
        Language = "language",
        /// The sessions they come to.
        Sessions = "sessions",
        /// What has become of their registration where the list comes from.
        Status = "status",
    }
}

/// Words by which a heading that holds one of the [`HEADINGS`] among others is about something else than
/// whoever the row is about: their order, whoever paid for it, the event, when something was. So is one
/// that asks something.
const ELSEWHERE: [&str; 14] = [
    "buyer", "date", "event", "host", "id", "invoice", "number", "order", "payment", "seat",
    "ticket", "time", "venue", "verified",
];

/// What exports put before a heading to say that it is about those who attend, not about who ordered.
const OWN: [&str; 2] = ["attendee ", "participant "];

/// Headings; the first that a heading holds as whole words counts, so the longer come first.
const HEADINGS: [(Column, &[&str]); 11] = [
    (
        Column::Status,
        &[
            "status",
            "registration status",
            "registration state",
            "approval status",
            "statut",
            "الحاله",
            "حاله التسجيل",
            "статус",
            "სტატუსი",
        ],
    ),
    (
        Column::Given,
        &[
            "first name",
            "given name",
            "forename",
            "prenom",
            "الاسم الاول",
            "اسم اول",
            "имя отчество",
            "имя и отчество",
        ],
    ),
    (
        Column::Family,
        &[
            "last name",
            "surname",
            "family name",
            "nom de famille",
            "اسم العايله",
            "الكنيه",
            "الشهره",
            "фамилия",
            "გვარი",
        ],
    ),
    (
        Column::Email,
        &[
            "email",
            "e mail",
            "mail",
            "email address",
            "courriel",
            "adresse electronique",
            "البريد الالكتروني",
            "البريد",
            "بريد",
            "الايميل",
            "ايميل",
            "почта",
            "электронная почта",
            "ელფოსტა",
            "ელფოსტის მისამართი",
        ],
    ),
    (
        Column::Organisation,
        &[
            "organisation",
            "organization",
            "company",
            "institution",
            "affiliation",
            "employer",
            "institute",
            "المؤسسه",
            "الموسسه",
            "مؤسسه",
            "موسسه",
            "المنظمه",
            "الجهه",
            "الشركه",
            "организация",
            "ორგანიზაცია",
        ],
    ),
    (
        Column::Position,
        &[
            "position",
            "job title",
            "job",
            "role",
            "function",
            "fonction",
            "المنصب",
            "منصب",
            "الوظيفه",
            "المسمي الوظيفي",
            "должность",
            "თანამდებობა",
        ],
    ),
    (
        Column::Country,
        &[
            "country",
            "pays",
            "البلد",
            "بلد",
            "الدوله",
            "страна",
            "ქვეყანა",
        ],
    ),
    (
        Column::Mode,
        &[
            "mode",
            "attendance",
            "participation",
            "format",
            "طريقه الحضور",
            "الحضور",
            "المشاركه",
            "формат",
            "მონაწილეობის ფორმა",
        ],
    ),
    (
        Column::Language,
        &[
            "language",
            "lang",
            "order locale",
            "langue",
            "اللغه",
            "لغه",
            "язык",
            "ენა",
        ],
    ),
    (
        Column::Sessions,
        &[
            "sessions",
            "session",
            "الجلسات",
            "الجلسه",
            "сессии",
            "სესიები",
        ],
    ),
    (
        Column::Name,
        &[
            "full name",
            "name",
            "nom",
            "participant",
            "الاسم الكامل",
            "الاسم",
            "اسم",
            "фио",
            "имя и фамилия",
            "имя",
            "nom complet",
            "სახელი და გვარი",
            "სახელი",
        ],
    ),
];

/// The [`HEADINGS`] as searches compare them.
static FOLDED: LazyLock<Vec<(Column, Vec<String>)>> = LazyLock::new(|| {
    let folded = |words: &[&str]| words.iter().map(|word| fold(word)).collect();
    let headings = HEADINGS
        .iter()
        .map(|(column, words)| (*column, folded(words)));
    headings.collect()
});

/// How surely a heading means a column, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    /// It says whose it is, and nothing else.
    Own,
    /// It says nothing else.
    Exact,
    /// It says so among other words.
    Among,
}

/// What each column of a list is taken for by its first row, and whether that row holds headings. Of
/// several that would do, the surest is taken, and one that is empty in all the `others` after any that is
/// not. Where the first row holds somebody, their address tells where addresses are, and the first text
/// where names are.
pub fn guess(first: &[String], others: &[Row]) -> (Vec<Column>, bool) {
    let columns = by_headings(first, others);
    let is_headed = columns.iter().any(|column| *column != Column::Skip)
        && !first.iter().any(|cell| cell.contains('@'));
    if is_headed {
        return (columns, true);
    }
    let mut columns = vec![Column::Skip; first.len()];
    if let Some(email) = first.iter().position(|cell| cell.contains('@')) {
        columns[email] = Column::Email;
    }
    let is_name = |cell: &String| !cell.contains('@') && cell.chars().any(char::is_alphabetic);
    if let Some(name) = first.iter().position(is_name) {
        columns[name] = Column::Name;
    }
    (columns, false)
}

/// Whether a row names the columns of people: a name, and something besides.
pub(super) fn is_heading(cells: &[String]) -> bool {
    if cells.iter().any(|cell| cell.contains('@')) {
        return false;
    }
    let columns = by_headings(cells, &[]);
    let has = |column| columns.contains(&column);
    let named = has(Column::Name) || has(Column::Given) || has(Column::Family);
    let known = columns.iter().filter(|column| **column != Column::Skip);
    named && known.count() > 1
}

fn by_headings(first: &[String], others: &[Row]) -> Vec<Column> {
    let is_bare = |at: usize| {
        let mut cells = others.iter().filter_map(|row| row.cells.get(at));
        !others.is_empty() && cells.all(String::is_empty)
    };
    let mut columns = vec![Column::Skip; first.len()];
    let mut meant: Vec<(bool, Sureness, usize, Column)> = first
        .iter()
        .enumerate()
        .filter_map(|(at, heading)| by_heading(heading).map(|(column, sure)| (at, column, sure)))
        .map(|(at, column, sure)| (is_bare(at), sure, at, column))
        .collect();
    meant.sort_unstable();
    for (_, _, at, column) in meant {
        if !columns.contains(&column) {
            columns[at] = column;
        }
    }
    // Who is named whole needs no parts beside it.
    if [Column::Name, Column::Given, Column::Family]
        .iter()
        .all(|column| columns.contains(column))
    {
        for column in &mut columns {
            if matches!(column, Column::Given | Column::Family) {
                *column = Column::Skip;
            }
        }
    }
    columns
}

fn by_heading(heading: &str) -> Option<(Column, Sureness)> {
    let folded = fold(heading);
    let own = OWN.iter().find_map(|prefix| folded.strip_prefix(prefix));
    let exact = |heading: &str| {
        let is = |(_, words): &&(Column, Vec<String>)| words.iter().any(|word| word == heading);
        FOLDED.iter().find(is).map(|(column, _)| *column)
    };
    if let Some(column) = own.and_then(exact) {
        return Some((column, Sureness::Own));
    }
    if let Some(column) = exact(&folded) {
        return Some((column, Sureness::Exact));
    }
    let within = format!(" {folded} ");
    let holds = |word: &str| within.contains(&format!(" {word} "));
    let is_question = heading.contains(['?', '؟']);
    if is_question || ELSEWHERE.iter().any(|word| holds(word)) {
        return None;
    }
    let found = FOLDED
        .iter()
        .find(|(_, words)| words.iter().any(|word| holds(word)));
    found.map(|(column, _)| (*column, Sureness::Among))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(row: &[&str]) -> (Vec<Column>, bool) {
        let row: Vec<String> = row.iter().map(|cell| (*cell).to_owned()).collect();
        guess(&row, &[])
    }

    #[test]
    fn u_13_columns_are_told_by_their_headings() {
        use Column::{
            Country, Email, Family, Given, Language, Mode, Name, Organisation, Position, Sessions,
            Skip, Status,
        };
        for (row, columns) in [
            (
                &[
                    "Full name",
                    "E-mail address",
                    "Organization",
                    "Job title",
                    "Country",
                ][..],
                vec![Name, Email, Organisation, Position, Country],
            ),
            (
                &[
                    "الاسم",
                    "البريد الإلكتروني",
                    "المؤسسة",
                    "المنصب",
                    "اللغة",
                    "طريقة الحضور",
                ],
                vec![Name, Email, Organisation, Position, Language, Mode],
            ),
            (
                &["First name", "LAST NAME", "EMAIL"],
                vec![Given, Family, Email],
            ),
            (
                &["اسم العائلة", "الاسم الأول", "الإيميل"],
                vec![Family, Given, Email],
            ),
            (&["Nom", "Courriel", "Langue"], vec![Name, Email, Language]),
            (
                &["ФИО", "Почта", "Организация"],
                vec![Name, Email, Organisation],
            ),
            (
                &["#", "Name", "Name of dog", "Mail", "Session"],
                vec![Skip, Name, Skip, Email, Sessions],
            ),
            // The surest of several, wherever it stands; whole names, or else their parts.
            (
                &[
                    "Event Name",
                    "Buyer Email",
                    "First Name",
                    "Surname",
                    "Email",
                ],
                vec![Skip, Skip, Given, Family, Email],
            ),
            (
                &[
                    "Status",
                    "Email",
                    "Attendee name",
                    "Attendee name: Given name",
                    "Attendee name: Family name",
                    "Attendee email",
                    "Position ID",
                    "Order locale",
                ],
                vec![Status, Skip, Name, Skip, Skip, Email, Skip, Language],
            ),
            (&["Имя", "Фамилия", "Почта"], vec![Name, Family, Email]),
        ] {
            assert_eq!(guessed(row), (columns, true), "{row:?}");
        }
        assert_eq!(
            guessed(&["Ana Ivanova", "ana@x.example", "GFSIS"]),
            (vec![Name, Email, Skip], false)
        );
        assert_eq!(guessed(&[]), (vec![], false));
        // What was asked and nobody answered is passed over.
        let headings = ["Name", "Email", "Attendee email"].map(str::to_owned);
        let row = |own: &str| Row {
            line: 2,
            cells: ["Ana", "ana@x.example", own].map(str::to_owned).to_vec(),
        };
        let columns = |own: &str| guess(&headings, &[row(""), row(own)]).0;
        assert_eq!(columns(""), [Name, Email, Skip]);
        assert_eq!(columns("ana@y.example"), [Name, Skip, Email]);
    }
}
