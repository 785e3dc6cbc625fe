//! A migration adds and takes nothing away: while nodes are replaced one by one, the previous version goes on
//! with the schema of the next.

use crate::source::{Source, assert_none, sources};

#[test]
fn r_17_the_previous_version_survives_a_migration() {
    let sources = sources("migrations", &[".sql"]);
    assert!(sources.len() > 10, "only {}", sources.len());
    assert_none(&sources.iter().flat_map(faults).collect::<Vec<_>>());
}

#[test]
fn planted_migrations_are_found() {
    for (text, is_fine) in [
        (
            "CREATE TABLE a (id UUID PRIMARY KEY); CREATE UNIQUE INDEX b ON a (id);",
            true,
        ),
        (
            "ALTER TABLE event ADD COLUMN a TEXT; UPDATE event SET a = slug;",
            true,
        ),
        (
            "ALTER TABLE event ADD COLUMN a TEXT NOT NULL DEFAULT '';",
            true,
        ),
        (
            "ALTER TABLE event ADD COLUMN a BYTEA;\nCREATE UNIQUE INDEX b ON event (a);",
            true,
        ),
        (
            "DROP INDEX a;\n-- Wider.\nCREATE UNIQUE INDEX a ON event (slug, id);",
            true,
        ),
        ("ALTER TABLE event ADD COLUMN a TEXT NOT NULL;", false),
        ("ALTER TABLE event DROP COLUMN slug;", false),
        ("ALTER TABLE event RENAME COLUMN slug TO name;", false),
        ("ALTER TABLE event RENAME TO meeting;", false),
        ("ALTER TABLE event ALTER COLUMN slug TYPE UUID;", false),
        ("CREATE UNIQUE INDEX a ON event (slug);", false),
        ("DROP TABLE event;", false),
        (
            "CREATE TABLE a (id UUID); -- A comment; with a semicolon.\nDELETE FROM event;",
            false,
        ),
    ] {
        let faults = faults(&Source::planted("migrations/0099_planted.sql", text));
        assert_eq!(faults.is_empty(), is_fine, "{text}: {faults:?}");
    }
}

fn faults(source: &Source) -> Vec<String> {
    let lines = source.text.lines();
    let code: Vec<&str> = lines
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect();
    let code = code.join(" ");
    let statements = code.split(';').map(|statement| {
        let words: Vec<&str> = statement.split_whitespace().collect();
        words.join(" ")
    });
    let statements: Vec<String> = statements.filter(|one| !one.is_empty()).collect();
    let faults = statements
        .iter()
        .filter(|statement| !adds_only(statement, &statements));
    faults
        .map(|statement| format!("{}: {statement}", source.path))
        .collect()
}

fn adds_only(statement: &str, all: &[String]) -> bool {
    let words: Vec<&str> = statement.split(' ').collect();
    match words[..] {
        ["CREATE", "TABLE", ..] | ["CREATE", "INDEX", ..] | ["DROP", "INDEX", ..] => true,
        ["UPDATE", ..] => true,
        ["ALTER", "TABLE", _, "ADD", "COLUMN", ..] => {
            !statement.contains("NOT NULL") || statement.contains("DEFAULT")
        }
        // What the previous version writes must not break it: new tables and columns it does not write.
        [
            "CREATE",
            "UNIQUE",
            "INDEX",
            name,
            "ON",
            table,
            ref columns @ ..,
        ] => {
            let column = columns.concat();
            let column = column.trim_start_matches('(').trim_end_matches(')');
            let earlier = [
                format!("CREATE TABLE {table} "),
                format!("ALTER TABLE {table} ADD COLUMN {column} "),
                format!("DROP INDEX {name}"),
            ];
            all.iter()
                .any(|one| earlier.iter().any(|earlier| one.starts_with(earlier)))
        }
        _ => false,
    }
}
