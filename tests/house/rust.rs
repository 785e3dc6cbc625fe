//! What the Rust sources may not hold.

use proc_macro2::Delimiter;

use crate::source::{Source, assert_none, each_level, inside, is, sources};

#[test]
fn no_lint_is_switched_off_without_end() {
    let faults: Vec<String> = ["src", "tests"]
        .iter()
        .flat_map(|folder| sources(folder, &[".rs"]))
        .flat_map(|source| allowances(&source))
        .collect();
    assert_none(&faults);
}

#[test]
fn planted_allowances_are_found() {
    for text in [
        "#[allow(dead_code)] fn f() {}",
        "#![allow(dead_code)]",
        "mod a { #[cfg_attr(test, allow(dead_code))] fn f() {} }",
    ] {
        assert_eq!(
            allowances(&Source::planted("src/a.rs", text)).len(),
            1,
            "{text}"
        );
    }
    let expectation = Source::planted("src/a.rs", "#[expect(dead_code, reason = \"b\")] fn f() {}");
    assert_none(&allowances(&expectation));
}

/// `#[allow]`, which stays when its reason has gone; `#[expect(lint, reason)]` does not.
fn allowances(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    each_level(&source.tokens(), &mut |level| {
        for (at, token) in level
            .iter()
            .enumerate()
            .filter(|(_, token)| is(Some(token), "#"))
        {
            let next = at + 1 + usize::from(is(level.get(at + 1), "!"));
            let Some(attribute) = inside(level.get(next), Delimiter::Bracket) else {
                continue;
            };
            each_level(&attribute, &mut |words| {
                if words.iter().any(|word| is(Some(word), "allow")) {
                    faults.push(format!("{}: #[allow]: use #[expect]", source.place(token)));
                }
            });
        }
    });
    faults
}
