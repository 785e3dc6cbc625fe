//! Everything in one database written into another, whatever their engines.
//!
//! The schema is one text for both engines, so that SQLite, which keeps the names of types as they were
//! written, can say what every column of either holds.

use futures_util::TryStreamExt;
use sqlx::types::Json;
use sqlx::{
    Arguments, AssertSqlSafe, Connection, Row, SqliteConnection, query, query_as, query_scalar,
    query_with,
};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use uuid::Uuid;

use super::{Db, Error, Inner, On, PgArguments, Result, SqliteArguments};
use crate::base::clock::Instant;

/// Parameters of one statement; PostgreSQL takes 65,535, SQLite 32,766.
const PARAMETERS: usize = 8_000;

/// Octets of one statement, so that pictures do not fill the memory.
const OCTETS: usize = 4 * 1024 * 1024;

/// How much of a table was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// Its name.
    pub table: String,
    /// How many rows it has.
    pub rows: u64,
}

/// A table as the migrations make it.
#[derive(Debug)]
struct Table {
    name: String,
    columns: Vec<Column>,
}

#[derive(Debug)]
struct Column {
    name: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Uuid,
    Text,
    Integer,
    Small,
    Boolean,
    Bytes,
    Moment,
    Json,
}

/// What stands in one column of one row.
#[derive(Debug)]
enum Cell {
    Uuid(Option<Uuid>),
    Text(Option<String>),
    Integer(Option<i64>),
    Small(Option<i16>),
    Boolean(Option<bool>),
    Bytes(Option<Vec<u8>>),
    Moment(Option<Instant>),
    Json(Option<Json<serde_json::Value>>),
}

impl Cell {
    /// About how much room it takes.
    fn octets(&self) -> usize {
        match self {
            Self::Text(Some(text)) => text.len(),
            Self::Bytes(Some(bytes)) => bytes.len(),
            Self::Json(Some(json)) => json.to_string().len(),
            _ => 16,
        }
    }
}

impl Db {
    /// Copies everything into `target`, of the same version and empty, from one consistent state; all of
    /// it is kept there, or nothing.
    ///
    /// # Errors
    /// [`Error::Refused`] where `target` holds something already.
    pub async fn copy_into(&self, target: &Self) -> Result<Vec<Copied>> {
        let tables = tables().await?;
        let mut from = self.read().await?;
        let mut to = target.begin().await?;
        let mut copied = Vec::new();
        for table in tables {
            if !is_empty(&mut to.inner, &table).await? {
                return Err(Error::Refused(format!(
                    "the database to copy to holds something already: its table {} is not empty",
                    table.name
                )));
            }
            let (sender, receiver) = channel(1);
            let (_, rows) = tokio::try_join!(
                read(&mut from.inner, &table, sender),
                write(&mut to.inner, &table, receiver)
            )?;
            let table = table.name;
            copied.push(Copied { table, rows });
        }
        to.commit().await?;
        Ok(copied)
    }
}

/// The tables of this version, each after those that it refers to.
async fn tables() -> Result<Vec<Table>> {
    let mut schema = SqliteConnection::connect("sqlite::memory:").await?;
    sqlx::migrate!()
        .run(&mut schema)
        .await
        .map_err(|error| Error::Corrupt(error.to_string()))?;
    let names: Vec<String> = query_scalar(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_%' ESCAPE '\\'
         ORDER BY name",
    )
    .fetch_all(&mut schema)
    .await?;
    let mut waiting = Vec::new();
    for name in names {
        let refers_to: Vec<String> =
            query_scalar("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1)")
                .bind(&name)
                .fetch_all(&mut schema)
                .await?;
        let columns = columns(&mut schema, &name).await?;
        waiting.push((Table { name, columns }, refers_to));
    }
    in_order(waiting)
}

async fn columns(schema: &mut SqliteConnection, table: &str) -> Result<Vec<Column>> {
    let columns: Vec<(String, String)> =
        query_as("SELECT name, type FROM pragma_table_info($1) ORDER BY cid")
            .bind(table)
            .fetch_all(schema)
            .await?;
    columns
        .into_iter()
        .map(|(name, kind)| {
            let kind = match kind.as_str() {
                "UUID" => Kind::Uuid,
                "TEXT" => Kind::Text,
                "BIGINT" => Kind::Integer,
                "SMALLINT" => Kind::Small,
                "BOOLEAN" => Kind::Boolean,
                "BYTEA" => Kind::Bytes,
                "TIMESTAMPTZ" => Kind::Moment,
                "JSONB" => Kind::Json,
                other => return Err(Error::Corrupt(format!("{table}.{name} is {other}"))),
            };
            Ok(Column { name, kind })
        })
        .collect()
}

/// Puts each table after those that it refers to.
fn in_order(mut waiting: Vec<(Table, Vec<String>)>) -> Result<Vec<Table>> {
    let mut placed: Vec<Table> = Vec::new();
    while !waiting.is_empty() {
        let is_placed = |name: &String| placed.iter().any(|table| table.name == *name);
        let (ready, rest): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|(_, refers_to)| refers_to.iter().all(is_placed));
        if ready.is_empty() {
            let rest: Vec<String> = rest.into_iter().map(|(table, _)| table.name).collect();
            let text = format!("tables refer to each other: {}", rest.join(", "));
            return Err(Error::Corrupt(text));
        }
        placed.extend(ready.into_iter().map(|(table, _)| table));
        waiting = rest;
    }
    Ok(placed)
}

async fn is_empty(tx: &mut Inner, table: &Table) -> Result<bool> {
    let any = AssertSqlSafe(format!("SELECT 1 FROM {} LIMIT 1", table.name));
    Ok(match tx.on() {
        On::Sqlite(connection) => query(any).fetch_optional(connection).await?.is_none(),
        On::Postgres(connection) => query(any).fetch_optional(connection).await?.is_none(),
    })
}

/// What a row of either engine holds.
macro_rules! cells {
    ($row:ident, $table:ident) => {
        $table
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                Ok(match column.kind {
                    Kind::Uuid => Cell::Uuid($row.try_get(at)?),
                    Kind::Text => Cell::Text($row.try_get(at)?),
                    Kind::Integer => Cell::Integer($row.try_get(at)?),
                    Kind::Small => Cell::Small($row.try_get(at)?),
                    Kind::Boolean => Cell::Boolean($row.try_get(at)?),
                    Kind::Bytes => Cell::Bytes($row.try_get(at)?),
                    Kind::Moment => Cell::Moment($row.try_get(at)?),
                    Kind::Json => Cell::Json($row.try_get(at)?),
                })
            })
            .collect::<sqlx::Result<Vec<Cell>>>()
    };
}

/// Sends every row, so many at a time that one statement can write them.
macro_rules! read_rows {
    ($connection:expr, $table:ident, $to:ident) => {{
        let mut rows = query(AssertSqlSafe($table.select())).fetch($connection);
        let (mut batch, mut octets) = (Vec::new(), 0);
        while let Some(row) = rows.try_next().await? {
            let cells = cells!(row, $table)?;
            octets += cells.iter().map(Cell::octets).sum::<usize>();
            batch.push(cells);
            if batch.len() < $table.rows_at_once() && octets < OCTETS {
                continue;
            }
            octets = 0;
            if $to.send(std::mem::take(&mut batch)).await.is_err() {
                // Who writes has failed, and says why.
                return Ok(());
            }
        }
        if !batch.is_empty() {
            let _ = $to.send(batch).await;
        }
    }};
}

async fn read(tx: &mut Inner, table: &Table, to: Sender<Vec<Vec<Cell>>>) -> Result<()> {
    match tx.on() {
        On::Sqlite(connection) => read_rows!(connection, table, to),
        On::Postgres(connection) => read_rows!(connection, table, to),
    }
    Ok(())
}

/// Binds every cell of a batch, row after row.
macro_rules! bound {
    ($arguments:ty, $batch:ident) => {{
        let mut arguments = <$arguments>::default();
        for cell in $batch.into_iter().flatten() {
            match cell {
                Cell::Uuid(value) => arguments.add(value),
                Cell::Text(value) => arguments.add(value),
                Cell::Integer(value) => arguments.add(value),
                Cell::Small(value) => arguments.add(value),
                Cell::Boolean(value) => arguments.add(value),
                Cell::Bytes(value) => arguments.add(value),
                Cell::Moment(value) => arguments.add(value),
                Cell::Json(value) => arguments.add(value),
            }
            .map_err(sqlx::Error::Encode)?;
        }
        arguments
    }};
}

async fn write(tx: &mut Inner, table: &Table, mut from: Receiver<Vec<Vec<Cell>>>) -> Result<u64> {
    let mut rows = 0;
    while let Some(batch) = from.recv().await {
        let insert = AssertSqlSafe(table.insert(batch.len()));
        rows += match tx.on() {
            On::Sqlite(connection) => {
                let insert = query_with(insert, bound!(SqliteArguments, batch));
                insert.execute(connection).await?.rows_affected()
            }
            On::Postgres(connection) => {
                let insert = query_with(insert, bound!(PgArguments, batch));
                insert.execute(connection).await?.rows_affected()
            }
        };
    }
    Ok(rows)
}

impl Table {
    fn select(&self) -> String {
        format!("SELECT {} FROM {}", self.column_names(), self.name)
    }

    fn insert(&self, rows: usize) -> String {
        let width = self.columns.len();
        let values: Vec<String> = (0..rows)
            .map(|row| {
                let places: Vec<String> = (1..=width)
                    .map(|column| format!("${}", row * width + column))
                    .collect();
                format!("({})", places.join(", "))
            })
            .collect();
        let (name, columns) = (&self.name, self.column_names());
        format!(
            "INSERT INTO {name} ({columns}) VALUES {}",
            values.join(", ")
        )
    }

    fn column_names(&self) -> String {
        let names: Vec<String> = self
            .columns
            .iter()
            .map(|column| format!("\"{}\"", column.name))
            .collect();
        names.join(", ")
    }

    fn rows_at_once(&self) -> usize {
        PARAMETERS / self.columns.len()
    }
}
