//! CAL-15, CAL-31: what people type stays inside the line it was typed for.

use proptest::prelude::*;

use super::*;

const PIECES: [&str; 28] = [
    "\r\n",
    "\n",
    "\r",
    "\r\n ",
    ":",
    ";",
    ",",
    "\\",
    "\"",
    "^",
    "^n",
    "^'",
    "=",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "\u{2067}",
    " ",
    "   ",
    "\t",
    "سلام",
    "😀",
    "é",
    "\r\nATTENDEE:mailto:b@y.example",
    "END:VEVENT",
];

pub(super) fn hostile_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => any::<String>(),
        2 => "[a-z ]{1,40}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

prop_compose! {
    fn hostile_invitation()(
        texts in prop::array::uniform7(hostile_text()),
        is_cancelled in any::<bool>(),
    ) -> (Invitation, String) {
        let mut invitation = invitation("Asia/Beirut", "2026-11-27T15:00");
        let line = |at: usize| SingleLine::clean(&texts[at]);
        match &mut invitation.method {
            method if is_cancelled => *method = Method::Cancel { comment: line(0) },
            Method::Request { conference: Some(conference), .. } => conference.label = line(0),
            _ => {}
        }
        invitation.uid = texts[1].clone();
        invitation.organizer.name = line(2);
        invitation.organizer.address = format!("{}@x.example", texts[3]);
        invitation.summary = line(4);
        invitation.location = line(5);
        invitation.description = texts[6].clone();
        (invitation, texts[6].clone())
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn cal_15_hostile_text_makes_no_line_of_its_own((hostile, _) in hostile_invitation()) {
        let names = |object: &str, is_end: fn(char) -> bool| -> Vec<String> {
            object
                .split(is_end)
                .filter(|line| !line.is_empty() && !line.starts_with(' '))
                .map(|line| line.chars().take_while(char::is_ascii_uppercase).collect())
                .collect()
        };
        let tame = Invitation {
            method: hostile.method.clone(),
            ..invitation("Asia/Beirut", "2026-11-27T15:00")
        };
        let expected = names(&tame.write(), |c| c == '\n');
        let object = hostile.write();
        prop_assert!(!object.replace("\r\n", "").contains(['\r', '\n']));
        prop_assert_eq!(&names(&object, |c| c == '\n'), &expected);
        prop_assert_eq!(&names(&object, |c| c == '\r' || c == '\n'), &expected);
    }

    #[test]
    fn cal_31_what_is_written_is_read_back_equal((hostile, typed) in hostile_invitation()) {
        let read = read(hostile.write().as_bytes());
        let calendar = read.expect("our own objects are readable");
        prop_assert_eq!(shape(&calendar), shape(&hostile.object()));
        prop_assert_eq!(unescape(&value(&calendar, "SUMMARY")), hostile.summary.as_str());
        prop_assert_eq!(parameter(&calendar, "ORGANIZER", "CN"), hostile.organizer.name.as_str());

        let kept: String = typed
            .replace("\r\n", "\n")
            .replace('\r', "\n")
            .chars()
            .filter(|&c| c == '\n' || !c.is_control())
            .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
            .collect();
        let description = unescape(&value(&calendar, "DESCRIPTION"));
        prop_assert!(description.ends_with(&kept), "{:?}", description);
    }
}

#[test]
fn cal_15_empty_parameters_are_left_out() {
    let mut nameless = invitation("Asia/Beirut", "2026-11-27T15:00");
    nameless.organizer.name = SingleLine::clean("\u{202e}\0");
    let object = nameless.write();
    assert!(
        object.contains("\r\nORGANIZER:mailto:events@x.example\r\n"),
        "{object}"
    );
}
