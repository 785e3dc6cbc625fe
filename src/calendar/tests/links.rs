//! CAL-9, CAL-15, CAL-18: addresses that are not escaped.

use proptest::prelude::*;

use super::super::link::mailto;
use super::*;

#[test]
fn cal_15_links_are_https_or_to_this_machine() {
    for link in [
        "https://zoom.example/j/8?pwd=a,b;c",
        "http://127.0.0.1:8080/events/x",
        "http://localhost:8080/",
        "http://[::1]:1/",
    ] {
        assert_eq!(link.parse::<Link>().expect(link).as_str(), link);
    }
    for refused in [
        "",
        "zoom.example/j/8",
        "http://zoom.example/",
        "javascript:alert(1)",
        "mailto:a@x.example",
        "data:text/html,x",
        "//x.example",
        "https://",
    ] {
        assert!(refused.parse::<Link>().is_err(), "{refused}");
    }
    let arabic: Link = "https://x.example/ندوة".parse().expect("it can be encoded");
    assert_eq!(
        arabic.as_str(),
        "https://x.example/%D9%86%D8%AF%D9%88%D8%A9"
    );
}

#[test]
fn cal_09_mailto_holds_any_mailbox() {
    for (address, uri) in [
        ("a.b+c@x.example", "mailto:a.b+c@x.example"),
        ("events@localhost", "mailto:events@localhost"),
        ("o'neil@x.example", "mailto:o'neil@x.example"),
        ("50%?&#@x.example", "mailto:50%25%3F%26%23@x.example"),
        ("ana@münchen.example", "mailto:ana@xn--mnchen-3ya.example"),
        ("نور@x.example", "mailto:%D9%86%D9%88%D8%B1@x.example"),
    ] {
        assert_eq!(mailto(address), uri);
    }
}

#[test]
fn cal_18_two_makers_join_buttons_get_their_own_property() {
    for (link, own) in [
        (
            "https://teams.microsoft.com/l/meetup-join/1",
            Some("X-MICROSOFT-SKYPETEAMSMEETINGURL"),
        ),
        ("https://meet.google.com/abc", Some("X-GOOGLE-CONFERENCE")),
        ("https://notmeet.google.com.example/abc", None),
        ("https://evilmeet.google.com/abc", None),
        ("https://zoom.example/j/1", None),
    ] {
        let mut invitation = invitation("Asia/Beirut", "2026-11-27T15:00");
        if let Method::Request {
            conference: Some(conference),
            ..
        } = &mut invitation.method
        {
            conference.link = link.parse().expect(link);
        }
        let object = invitation.write();
        for name in ["X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-GOOGLE-CONFERENCE"] {
            let line = format!("\r\n{name}:");
            assert_eq!(object.contains(&line), own == Some(name), "{link}");
        }
    }
}

proptest! {
    #[test]
    fn cal_15_addresses_are_printable_ascii(text in any::<String>(), tail in ".*") {
        prop_assert!(mailto(&text).bytes().all(|octet| octet.is_ascii_graphic()));
        if let Ok(link) = format!("https://x.example/{tail}").parse::<Link>() {
            prop_assert!(link.as_str().bytes().all(|octet| octet.is_ascii_graphic()));
        }
    }
}
