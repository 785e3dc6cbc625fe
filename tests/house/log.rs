//! Whatever is written into the audit log can be said in words.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenTree};

use crate::source::{Source, assert_none, each_level, inside, is, sources};

#[test]
fn every_action_of_the_log_has_words_in_every_language() {
    let sources = sources("src", &[".rs"]);
    let actions: BTreeSet<String> = sources.iter().flat_map(actions).collect();
    assert!(actions.len() > 20, "only {actions:?}");
    for language in ["en", "ar"] {
        let catalogue = words_of(language);
        let faults: Vec<String> = actions
            .iter()
            .filter(|action| !catalogue.contains(&format!("\nlog-did-{action} = ")))
            .map(|action| format!("{language}/log.ftl has no log-did-{action}"))
            .collect();
        assert_none(&faults);
    }
}

#[test]
fn whoever_writes_into_the_log_says_what_was_done() {
    let sources = sources("src", &[".rs"]);
    let silent: Vec<String> = sources
        .iter()
        .filter(|source| source.path != "src/audit/store.rs" && !source.path.ends_with("tests.rs"))
        .filter(|source| !calls(source, true).is_empty() && actions(source).is_empty())
        .map(|source| format!("{}: no action is spelt out", source.path))
        .collect();
    assert_none(&silent);
}

#[test]
fn planted_actions_are_found() {
    for text in [
        "fn f() { audit::record(tx, \"convoke\", \"hold_expired\", id, json!({ \"a\": 1 })).await }",
        "fn f() { record(tx, &event, actor, \"hold_expired\", &[]).await } \
         fn record() { audit::record(tx, actor, action, id, told) }",
        "fn f() { let action = if stop { \"hold_expired\" } else { \"hold_expired\" }; \
         audit::record(tx, actor, action, id, json!({ \"from\": state })) }",
    ] {
        let found = actions(&Source::planted("src/event/mod.rs", text));
        assert_eq!(found, BTreeSet::from(["hold_expired".to_owned()]), "{text}");
    }
}

fn words_of(language: &str) -> String {
    let folder = format!("templates/locales/{language}");
    let texts = sources(&folder, &[".ftl"]).into_iter().map(|source| source.text);
    texts.collect::<Vec<_>>().join("\n")
}

/// The actions that a file writes into the log: spelt out in the call of `audit::record`, or, where its
/// third argument is a name, in the calls of the file's own `record` and where `action` is bound.
fn actions(source: &Source) -> BTreeSet<String> {
    let mut actions = BTreeSet::new();
    let mut is_named = false;
    for arguments in calls(source, true) {
        match arguments.get(2).map(Vec::as_slice) {
            Some([TokenTree::Literal(literal)]) => actions.extend(word(&literal.to_string())),
            Some(_) => is_named = true,
            None => {}
        }
    }
    if is_named {
        let own = calls(source, false).into_iter().flatten();
        let literals = own.flatten().chain(bindings(source));
        actions.extend(literals.filter_map(|token| word(&token.to_string())));
    }
    actions
}

/// The arguments of each call of `audit::record`, or of a `record` of the file itself.
fn calls(source: &Source, of_audit: bool) -> Vec<Vec<Vec<TokenTree>>> {
    let mut found = Vec::new();
    each_level(&source.tokens(), &mut |level| {
        for (at, token) in level.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| level.get(at));
            let is_path = is(before, ":");
            let is_defined = is(before, "fn") || is(before, ".");
            if is(Some(token), "record")
                && is_path == of_audit
                && !is_defined
                && let Some(arguments) = inside(level.get(at + 1), Delimiter::Parenthesis)
            {
                let split = arguments.split(|token| is(Some(token), ","));
                found.push(split.map(<[TokenTree]>::to_vec).collect());
            }
        }
    });
    found
}

/// Every token between `let action =` and the end of that statement, in its blocks too.
fn bindings(source: &Source) -> Vec<TokenTree> {
    let mut found = Vec::new();
    each_level(&source.tokens(), &mut |level| {
        for (at, token) in level.iter().enumerate() {
            if is(Some(token), "let") && is(level.get(at + 1), "action") {
                let rest = level[at..].split(|token| is(Some(token), ";")).next();
                each_level(rest.unwrap_or_default(), &mut |tokens| found.extend_from_slice(tokens));
            }
        }
    });
    found
}

/// What a literal says, where that is an action.
fn word(literal: &str) -> Option<String> {
    let text = literal.strip_prefix('"')?.strip_suffix('"')?;
    let is_word = text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_word.then(|| text.to_owned())
}
