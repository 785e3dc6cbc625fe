//! CAL-14, CAL-15: how text is spelled in lines.

use proptest::prelude::*;

use super::super::text::{decode_parameter, encode_parameter, escape, fold, unescape, unfold};
use super::hostile::hostile_text;

#[test]
fn cal_15_text_is_escaped_and_line_breaks_of_every_kind_are_one() {
    assert_eq!(escape("a\r\nb\rc\nd"), "a\\nb\\nc\\nd");
    assert_eq!(escape("1\\2;3,4:5\"6"), "1\\\\2\\;3\\,4:5\"6");
    assert_eq!(escape("\0a\u{7f}\tb\u{85}\u{202e}c\u{2069}"), "abc");
    assert_eq!(unescape("a\\nb\\Nc\\,\\;\\\\n\\x\\"), "a\nb\nc,;\\nx\\");
}

#[test]
fn cal_15_parameters_are_spelled_by_rfc_6868_and_quoted_where_they_must() {
    for (plain, spelled) in [
        ("Team", "Team"),
        ("فريق", "فريق"),
        ("a:b", "\"a:b\""),
        ("a;b,c", "\"a;b,c\""),
        ("say \"hi\" ^ \n", "say ^'hi^' ^^ ^n"),
    ] {
        assert_eq!(encode_parameter(plain), spelled);
        assert_eq!(decode_parameter(spelled.trim_matches('"')), plain);
    }
    assert_eq!(decode_parameter("^x ^"), "^x ^");
}

#[test]
fn cal_14_lines_break_away_from_blanks_and_escapes() {
    let folded = |line: &str| {
        let mut object = String::new();
        fold(line, &mut object);
        object
    };
    let line = format!("{} {}", "a".repeat(74), "b".repeat(5));
    let expected = format!("{}\r\n {} {}\r\n", "a".repeat(73), "a", "b".repeat(5));
    assert_eq!(folded(&line), expected);

    let line = format!("{}\\n{}", "a".repeat(74), "b".repeat(5));
    assert_eq!(
        folded(&line),
        format!("{}\r\n \\n{}\r\n", "a".repeat(74), "b".repeat(5))
    );

    let line = format!("{}ش", "a".repeat(74));
    assert_eq!(folded(&line), format!("{}\r\n ش\r\n", "a".repeat(74)));

    assert_eq!(folded(&"a".repeat(75)), format!("{}\r\n", "a".repeat(75)));
}

/// A hundred thousand lines in Arabic, emoji, blanks and escapes, the same in every run.
#[test]
fn cal_14_what_is_folded_unfolds_to_the_same() {
    let alphabet: Vec<char> = "abc  شبا\u{301}،😀👩\u{200d}🎤\\\\;,^^é".chars().collect();
    let mut state = 1_u64;
    let mut chance = |below: usize| {
        // Knuth's MMIX generator: good enough for variety, and no dependency.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut object = String::new();
    for _ in 0..100_000 {
        let length = chance(120);
        let text: String = (0..length)
            .map(|_| alphabet[chance(alphabet.len())])
            .collect();
        let line = format!("DESCRIPTION:{}", escape(&text));
        object.clear();
        fold(&line, &mut object);
        assert!(
            object.split("\r\n").all(|line| line.len() <= 75),
            "{object}"
        );
        assert_eq!(unfold(&object).next().as_deref(), Some(line.as_str()));
    }
}

proptest! {
    #[test]
    fn cal_15_what_is_escaped_is_unescaped_to_the_same(text in hostile_text()) {
        prop_assert_eq!(escape(&unescape(&escape(&text))), escape(&text));
    }
}
