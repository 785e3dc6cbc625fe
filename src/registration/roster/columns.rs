//! What the columns of a list hold, by their headings in the languages of the service.

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
    }
}

/// Headings, folded; the first that a heading holds as whole words counts, so the longer come first.
const HEADINGS: [(Column, &[&str]); 10] = [
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
        &["language", "lang", "langue", "اللغه", "لغه", "язык", "ენა"],
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

/// What each column of a list is taken for by its first row, and whether that row holds headings. Where
/// it holds somebody, their address tells where addresses are, and the first text where names are.
pub fn guess(first: &[String]) -> (Vec<Column>, bool) {
    let mut columns: Vec<Column> = Vec::with_capacity(first.len());
    for heading in first {
        let column = by_heading(heading);
        let is_taken = columns.contains(&column);
        columns.push(if is_taken { Column::Skip } else { column });
    }
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

fn by_heading(heading: &str) -> Column {
    let folded = format!(" {} ", fold(heading));
    let holds = |word: &str| folded.contains(&format!(" {} ", fold(word)));
    let exact = HEADINGS
        .iter()
        .find(|(_, words)| words.iter().any(|word| folded.trim() == fold(word)));
    let found = exact.or_else(|| {
        HEADINGS
            .iter()
            .find(|(_, words)| words.iter().any(|word| holds(word)))
    });
    found.map_or(Column::Skip, |(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(row: &[&str]) -> (Vec<Column>, bool) {
        let row: Vec<String> = row.iter().map(|cell| (*cell).to_owned()).collect();
        guess(&row)
    }

    #[test]
    fn u_13_columns_are_told_by_their_headings() {
        use Column::{
            Country, Email, Family, Given, Language, Mode, Name, Organisation, Position, Sessions,
            Skip,
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
        ] {
            assert_eq!(guessed(row), (columns, true), "{row:?}");
        }
        assert_eq!(
            guessed(&["Ana Ivanova", "ana@x.example", "GFSIS"]),
            (vec![Name, Email, Skip], false)
        );
        assert_eq!(guessed(&[]), (vec![], false));
    }
}
