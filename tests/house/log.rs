//! Whatever is written into the audit log can be said in words.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenTree};

use crate::source::{Source, assert_none, each_level, inside, is, sources};

#[test]
fn every_action_of_the_log_has_words_in_every_language() {
    let sources = sources("src", &[".rs"]);
    let actions: BTreeSet<String> = sources.iter().flat_map(actions).collect();
    assert!(actions.len() > 20, "only {actions:?}");
    for folder in std::fs::read_dir("templates/locales").expect("the languages") {
        let language = folder.expect("a folder").file_name();
        let language = language.to_str().expect("a tag");
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
        .filter(|source| !calls(&source.tokens(), is_record).is_empty())
        .filter(|source| actions(source).is_empty())
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
        "fn f() { let (done, action) = match word { \"send\" => (\"sent\", \"hold_expired\"), _ => return }; \
         audit::record(tx, actor, action, id, json!({})) }",
    ] {
        let found = actions(&Source::planted("src/event/mod.rs", text));
        assert_eq!(found, BTreeSet::from(["hold_expired".to_owned()]), "{text}");
    }
}

fn words_of(language: &str) -> String {
    let folder = format!("templates/locales/{language}");
    let texts = sources(&folder, &[".ftl"])
        .into_iter()
        .map(|source| source.text);
    texts.collect::<Vec<_>>().join("\n")
}

/// The actions that a file writes into the log: spelt out in the call of `audit::record`, or, where its
/// third argument is a name, where that is bound and in the calls of the function around it.
fn actions(source: &Source) -> BTreeSet<String> {
    let tokens = source.tokens();
    let mut actions = BTreeSet::new();
    for arguments in calls(&tokens, is_record) {
        if let Some([TokenTree::Literal(literal)]) = arguments.get(2).map(Vec::as_slice) {
            actions.extend(word(&literal.to_string()));
        }
    }
    let helpers = helpers(&tokens);
    if !helpers.is_empty() {
        let own = calls(&tokens, |level, at| {
            let is_defined = at > 0 && is(level.get(at - 1), "fn");
            !is_defined && helpers.contains(&level[at].to_string())
        });
        let literals = own.into_iter().flatten().flatten().chain(bindings(source));
        actions.extend(literals.filter_map(|token| word(&token.to_string())));
    }
    actions
}

/// Whether `audit::record` stands here.
fn is_record(level: &[TokenTree], at: usize) -> bool {
    at >= 3 && is(level.get(at), "record") && is(level.get(at - 3), "audit")
}

/// The functions that are told by their callers what was done.
fn helpers(tokens: &[TokenTree]) -> BTreeSet<String> {
    let mut helpers = BTreeSet::new();
    each_level(tokens, &mut |level| {
        for at in 0..level.len() {
            let body = level[at..]
                .iter()
                .find_map(|token| inside(Some(token), Delimiter::Brace));
            if let Some(body) = body
                && is(level.get(at), "fn")
                && calls(&body, is_record).iter().any(|arguments| {
                    matches!(
                        arguments.get(2).map(Vec::as_slice),
                        Some([TokenTree::Ident(_)])
                    )
                })
            {
                helpers.extend(level.get(at + 1).map(ToString::to_string));
            }
        }
    });
    helpers
}

/// The arguments of each call of what `is_called`.
fn calls(
    tokens: &[TokenTree],
    is_called: impl Fn(&[TokenTree], usize) -> bool,
) -> Vec<Vec<Vec<TokenTree>>> {
    let mut found = Vec::new();
    each_level(tokens, &mut |level| {
        for at in 0..level.len() {
            if let Some(arguments) = inside(level.get(at + 1), Delimiter::Parenthesis)
                && is_called(level, at)
            {
                let split = arguments.split(|token| is(Some(token), ","));
                found.push(split.map(<[TokenTree]>::to_vec).collect());
            }
        }
    });
    found
}

/// What `action` may be bound to, alone or as one of several: every token of the statement, or what stands
/// in the same place of each tuple in it.
fn bindings(source: &Source) -> Vec<TokenTree> {
    let mut found = Vec::new();
    each_level(&source.tokens(), &mut |level| {
        for at in 0..level.len() {
            let statement = level[at..].split(|token| is(Some(token), ";")).next();
            let statement = statement.unwrap_or_default();
            if !is(level.get(at), "let") {
                continue;
            }
            if is(level.get(at + 1), "action") {
                each_level(statement, &mut |tokens| found.extend_from_slice(tokens));
            }
            let Some(pattern) = tuple(level.get(at + 1)) else {
                continue;
            };
            let place = pattern.iter().position(|part| is(part.first(), "action"));
            let Some(place) = place else { continue };
            each_level(statement, &mut |tokens| {
                let tuples = tokens.iter().filter_map(|token| tuple(Some(token)));
                let equal = tuples.filter(|tuple| tuple.len() == pattern.len());
                found.extend(equal.flat_map(|mut tuple| tuple.swap_remove(place)));
            });
        }
    });
    found
}

/// The parts of a tuple.
fn tuple(token: Option<&TokenTree>) -> Option<Vec<Vec<TokenTree>>> {
    let inside = inside(token, Delimiter::Parenthesis)?;
    let parts = inside.split(|token| is(Some(token), ","));
    Some(parts.map(<[TokenTree]>::to_vec).collect())
}

/// What a literal says, where that is an action.
fn word(literal: &str) -> Option<String> {
    let text = literal.strip_prefix('"')?.strip_suffix('"')?;
    let is_word = text.len() > 1 && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_word.then(|| text.to_owned())
}
