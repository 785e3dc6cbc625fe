//! Whoever makes a table says whose data it holds, and until when (P-12).

use std::collections::BTreeSet;

use crate::source::{assert_none, sources};

/// Where the words about tables begin, in SECURITY.md.
const MAP: &str = "## What is stored of whom";
const NOBODYS: &str = "Nothing of anybody is in ";

#[test]
fn every_table_stands_in_the_data_map() {
    assert_none(&faults(&migrations(), &map()));
}

#[test]
fn a_table_that_nobody_put_into_the_map_is_found() {
    let planted = format!("{}\nCREATE TABLE guest_list (name TEXT);", migrations());
    assert_eq!(faults(&planted, &map()).len(), 1);
    let forgotten = map().replace("`registration`", "");
    assert_eq!(faults(&migrations(), &forgotten).len(), 1);
    let invented = map().replace("`registration`", "`registration` `no_such_table`");
    assert_eq!(faults(&migrations(), &invented).len(), 1);
}

/// Tables that the map does not name, and tables that it names and nobody made.
fn faults(migrations: &str, map: &str) -> Vec<String> {
    let made = made(migrations);
    let named = named(map);
    assert!(made.len() > 20, "only {made:?}");
    let missing = made.difference(&named);
    let invented = named.difference(&made);
    missing
        .map(|table| format!("SECURITY.md does not say whose data {table} holds"))
        .chain(invented.map(|table| format!("SECURITY.md names {table}, which is no table")))
        .collect()
}

fn made(migrations: &str) -> BTreeSet<String> {
    let makes = migrations.lines().filter_map(|line| {
        let name = line.trim().strip_prefix("CREATE TABLE ")?;
        name.split_whitespace().next().map(str::to_owned)
    });
    makes.collect()
}

/// Names in code quotes: of the first column of the map, and of the line of tables that hold nothing.
fn named(map: &str) -> BTreeSet<String> {
    let rows = map.lines().filter(|line| line.starts_with("| `"));
    let rows = rows.filter_map(|line| line.split('|').nth(1));
    let (_, nobodys) = map.split_once(NOBODYS).expect("the map ends with the rest");
    let nobodys = nobodys.split(".\n").next().unwrap_or_default();
    rows.chain([nobodys])
        .flat_map(|text| text.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

fn migrations() -> String {
    let all = sources("migrations", &[".sql"]).into_iter();
    all.map(|source| source.text).collect::<Vec<_>>().join("\n")
}

fn map() -> String {
    let security = sources("SECURITY.md", &[".md"]).remove(0).text;
    let (_, map) = security.split_once(MAP).expect("SECURITY.md has the map");
    map.to_owned()
}
