//! What pages, styles, scripts and catalogues may not hold.

use crate::source::{Source, assert_none, sources};

/// Ways past Trusted Types (DEC-8).
const INJECTIONS: [&str; 7] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "setHTMLUnsafe",
    "document.write",
    "eval(",
    "new Function",
];

/// What the policy of the pages would block: styles and scripts within the page (S-16).
const INLINE: [&str; 6] = [
    "style=",
    "<style",
    "<script>",
    " onclick=",
    " onsubmit=",
    "javascript:",
];

/// Sides instead of start and end: wrong in one of the two directions.
const SIDES: [&str; 14] = [
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "text-align: left",
    "text-align: right",
    "float: left",
    "float: right",
    " left:",
    " right:",
    "border-top-left",
    "border-top-right",
];

/// Words that blame or beg instead of saying what to do, and their translations.
const EMPTY_WORDS: [&str; 14] = [
    "please",
    "sorry",
    "invalid",
    "oops",
    "يرجى",
    "الرجاء",
    "رجاءً",
    "من فضلك",
    "عذرا",
    "عذرًا",
    "نأسف",
    "نعتذر",
    "غير صالح",
    "عفوا",
];

#[test]
fn s_16_pages_hold_no_inline_style_or_script() {
    let pages = sources("templates", &[".html"]);
    assert_none(&faults(pages.iter().filter(|page| is_page(page)), &INLINE));
}

#[test]
fn dec_8_scripts_write_no_markup() {
    assert_none(&faults(
        &sources("templates", &[".js", ".html"]),
        &INJECTIONS,
    ));
}

#[test]
fn a_07_styles_know_start_and_end_only() {
    assert_none(&faults(&sources("templates", &[".css"]), &SIDES));
}

#[test]
fn a_05_catalogues_say_what_to_do() {
    let catalogues: Vec<Source> = sources("templates", &[".ftl"])
        .into_iter()
        .map(|source| Source::planted(&source.path, &messages(&source.text)))
        .collect();
    assert_none(&faults(&catalogues, &EMPTY_WORDS));
}

#[test]
fn planted_faults_are_found() {
    for (words, text) in [
        (&INLINE[..], "<p style=\"color: red\">"),
        (&INLINE[..], "<script>alert(1)</script>"),
        (&INJECTIONS[..], "node.innerHTML = name;"),
        (&SIDES[..], "  margin-left: 1rem;"),
        (&SIDES[..], "a { left: 0 }"),
        (
            &EMPTY_WORDS[..],
            &messages("# Shown first\nerror-name = Sorry, no name"),
        ),
        (&EMPTY_WORDS[..], &messages("error-name = يرجى كتابة الاسم")),
    ] {
        let planted = Source::planted("templates/planted", text);
        assert_eq!(faults([&planted], words).len(), 1, "{text}");
    }
    let honest = messages("# No please here\nerror-name-invalid = Enter your full name");
    assert_none(&faults(
        [&Source::planted("templates/a.ftl", &honest)],
        &EMPTY_WORDS,
    ));
}

fn faults<'s>(sources: impl IntoIterator<Item = &'s Source>, words: &[&str]) -> Vec<String> {
    sources
        .into_iter()
        .flat_map(|source| source.lines_with(words))
        .collect()
}

/// Whether a template is a page: mails carry their styles within, as their readers demand.
fn is_page(source: &Source) -> bool {
    !source.path.contains("/mail")
}

/// What a catalogue shows to people, in lower case: neither its comments nor its keys.
fn messages(catalogue: &str) -> String {
    catalogue
        .lines()
        .map(|line| match line.split_once('=') {
            _ if line.starts_with('#') => String::new(),
            Some((key, message)) if !key.starts_with(' ') => message.to_lowercase(),
            _ => line.to_lowercase(),
        })
        .collect::<Vec<String>>()
        .join("\n")
}
