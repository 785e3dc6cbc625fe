//! Every `sql!` in the sources is understood by both engines, in the same way, and stands in a
//! store.

use std::fmt::Display;

use convoke::base::db::Engine;
use convoke::base::testing::{TestDb, run};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use sqlx::{AssertSqlSafe, Column, Connection, Either, Executor, PgConnection, SqlSafeStr};
use sqlx::{SqliteConnection, Statement as _};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token};

use crate::source::{Source, assert_none, each_level, inside, is, sources};

/// Fewer statements than this, and the reader has missed some.
const FEWEST: usize = 60;

#[test]
fn every_statement_means_the_same_on_both_engines() {
    let statements: Vec<Statement> = sources("src", &[".rs"])
        .iter()
        .flat_map(statements)
        .collect();
    assert!(
        statements.len() >= FEWEST,
        "only {} statements found",
        statements.len()
    );
    assert_none(&faults(&statements));
}

#[test]
fn planted_statements_that_fail_on_an_engine_are_found() {
    for text in [
        r#"sql!("SELECT 1 AS one FROM nowhere")"#,
        r#"sql!("SELECT id FROM event WHERE slug = ?")"#,
        r#"sql!("SELECT id FROM event WHERE rowid = 1")"#,
        r#"sql!("SELECT id FROM event FOR UPDATE")"#,
        r#"sql!(sqlite: "SELECT id FROM event", postgres: "SELECT slug FROM event")"#,
        r#"sql!(sqlite: "SELECT id FROM event WHERE id = $1", postgres: "SELECT id FROM event")"#,
        r#"sql!("SELECT id FROM event", sqlite: "", postgres: " FOR UPDATE WHERE", " LIMIT $1")"#,
        r#"fn f() { if true { vec![tx.query(crate::sql!("SELECT nothing FROM event"))]; } }"#,
        r#"some_macro! { async fn g() { sql!("SELEKT") } }"#,
    ] {
        let found = statements(&Source::planted("src/event/store.rs", text));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(faults(&found).len(), 1, "{text}");
    }
}

#[test]
fn a_statement_of_both_dialects_is_no_fault() {
    for text in [
        r#"sql!("SELECT id, slug FROM event WHERE slug = $1 AND closes_at > $2")"#,
        r#"sql!("SELECT slug FROM event WHERE id IN (SELECT id FROM event LIMIT $1",
            sqlite: "", postgres: " FOR UPDATE", ")")"#,
    ] {
        let found = statements(&Source::planted("src/event/store.rs", text));
        assert_eq!(found.len(), 1, "{text}");
        assert_none(&faults(&found));
    }
}

#[test]
fn sql_stands_in_stores_only() {
    let faults: Vec<String> = sources("src", &[".rs"]).iter().flat_map(strays).collect();
    assert_none(&faults);
}

#[test]
fn planted_sql_outside_a_store_is_found() {
    for text in [
        r#"fn f() { sql!("SELECT 1") }"#,
        r#"fn f() { sqlx::query("DELETE") }"#,
        r#"fn f() { Sql::new("SELECT 1", "SELECT 1") }"#,
        r#"const TAKE: &str = "UPDATE event SET taken = taken + 1";"#,
    ] {
        assert!(
            !strays(&Source::planted("src/event/mod.rs", text)).is_empty(),
            "{text}"
        );
    }
}

/// One `sql!` and where it stands.
struct Statement {
    place: String,
    sqlite: String,
    postgres: String,
}

/// What an engine makes of a statement: its parameters' number and its columns' names.
type Meaning = Result<(usize, Vec<String>), String>;

fn statements(source: &Source) -> Vec<Statement> {
    let mut found = Vec::new();
    each_level(&source.tokens(), &mut |level| {
        for (at, token) in level.iter().enumerate() {
            let arguments = inside(level.get(at + 2), Delimiter::Parenthesis);
            if let Some(arguments) = arguments
                && is(Some(token), "sql")
                && is(level.get(at + 1), "!")
            {
                let arguments: TokenStream = arguments.into_iter().collect();
                let (sqlite, postgres) = texts.parse2(arguments).unwrap_or_else(|error| {
                    panic!("{}: sql! takes literals: {error}", source.place(token))
                });
                found.push(Statement {
                    place: source.place(token),
                    sqlite,
                    postgres,
                });
            }
        }
    });
    found
}

/// The texts of `sql!("…")`, of `sql!(sqlite: "…", postgres: "…")`, or of the first with pairs of the
/// second in between.
fn texts(arguments: ParseStream<'_>) -> syn::Result<(String, String)> {
    let texts = if arguments.peek(LitStr) {
        let first = arguments.parse::<LitStr>()?.value();
        let (mut on_sqlite, mut on_postgres) = (first.clone(), first);
        while arguments.peek(Token![,]) && arguments.peek2(Ident) {
            arguments.parse::<Token![,]>()?;
            let (sqlite, postgres) = dialects(arguments)?;
            arguments.parse::<Token![,]>()?;
            let more = arguments.parse::<LitStr>()?.value();
            on_sqlite.push_str(&(sqlite + &more));
            on_postgres.push_str(&(postgres + &more));
        }
        (on_sqlite, on_postgres)
    } else {
        dialects(arguments)?
    };
    arguments.parse::<Option<Token![,]>>()?;
    Ok(texts)
}

fn dialects(arguments: ParseStream<'_>) -> syn::Result<(String, String)> {
    let sqlite = named(arguments, "sqlite")?;
    arguments.parse::<Token![,]>()?;
    Ok((sqlite, named(arguments, "postgres")?))
}

fn named(arguments: ParseStream<'_>, name: &str) -> syn::Result<String> {
    let given: Ident = arguments.parse()?;
    if given != name {
        return Err(syn::Error::new(given.span(), format!("expected `{name}`")));
    }
    arguments.parse::<Token![:]>()?;
    Ok(arguments.parse::<LitStr>()?.value())
}

fn faults(statements: &[Statement]) -> Vec<String> {
    let sqlite = on_sqlite(statements);
    let postgres = on_postgres(statements);
    statements
        .iter()
        .zip(sqlite.into_iter().zip(postgres))
        .filter_map(|(statement, meanings)| {
            let words = match meanings {
                (Ok(sqlite), Ok(postgres)) if sqlite == postgres => return None,
                (Ok(sqlite), Ok(postgres)) => format!(
                    "parameters and columns are {sqlite:?} on SQLite, {postgres:?} on PostgreSQL"
                ),
                (Err(error), _) => format!("SQLite: {error}"),
                (_, Err(error)) => format!("PostgreSQL: {error}"),
            };
            Some(format!("{}: {words}", statement.place))
        })
        .collect()
}

/// Prepares the statements on the migrated schema of an engine.
macro_rules! prepare {
    ($engine:expr, $connection:ty, $statements:expr, $text:ident) => {{
        let mut meanings = Vec::new();
        run($engine, async |test: TestDb| {
            let mut connection = <$connection>::connect(&test.url).await.unwrap();
            for statement in $statements {
                let text = AssertSqlSafe(statement.$text.clone()).into_sql_str();
                let prepared = (&mut connection).prepare(text).await;
                meanings.push(prepared.map_err(in_one_line).map(|prepared| {
                    let parameters = match prepared.parameters() {
                        Some(Either::Left(types)) => types.len(),
                        Some(Either::Right(number)) => number,
                        None => 0,
                    };
                    let columns = prepared.columns().iter();
                    (
                        parameters,
                        columns.map(|column| column.name().to_owned()).collect(),
                    )
                }));
            }
            connection.close().await.unwrap();
        });
        meanings
    }};
}

fn on_sqlite(statements: &[Statement]) -> Vec<Meaning> {
    prepare!(Engine::Sqlite, SqliteConnection, statements, sqlite)
}

fn on_postgres(statements: &[Statement]) -> Vec<Meaning> {
    prepare!(Engine::Postgres, PgConnection, statements, postgres)
}

fn in_one_line(error: impl Display) -> String {
    error.to_string().replace('\n', " ")
}

/// SQL that stands elsewhere than in a `store.rs`; the base holds the facade itself.
fn strays(source: &Source) -> Vec<String> {
    if source.path.ends_with("/store.rs") || source.path.starts_with("src/base/") {
        return Vec::new();
    }
    let mut faults = Vec::new();
    each_level(&source.tokens(), &mut |level| {
        for (at, token) in level.iter().enumerate() {
            let called = is(Some(token), "sql") && is(level.get(at + 1), "!");
            let made = is(Some(token), "Sql") && is(level.get(at + 3), "new");
            let raw = is(Some(token), "sqlx") && level.get(at + 3).is_some_and(is_raw_query);
            if called || made || raw || is_statement(token) {
                faults.push(format!("{}: SQL outside a store.rs", source.place(token)));
            }
        }
    });
    faults
}

fn is_raw_query(token: &TokenTree) -> bool {
    let name = token.to_string();
    name.starts_with("query") || name == "raw_sql" || name == "AssertSqlSafe"
}

/// Whether `token` is a literal that begins as a statement does.
fn is_statement(token: &TokenTree) -> bool {
    let TokenTree::Literal(literal) = token else {
        return false;
    };
    let text = literal.to_string();
    let text = text.trim_start_matches(['r', '#', '"']).trim_start();
    ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "]
        .iter()
        .any(|verb| text.starts_with(verb))
}
