//! From where forms may be posted.

use convoke::web::Limits;

use crate::toy::Toy;

const EVIL: &str = "https://evil.example";

#[tokio::test]
async fn s_06_only_our_own_pages_may_post() {
    let toy = Toy::start_as(Some("https://events.example"), Limits::default()).await;
    let own = toy.client.origin.clone();
    for (headers, expected) in [
        // No browser: nobody's session to misuse.
        (vec![], 200),
        (
            vec![("Sec-Fetch-Site", "same-origin"), ("Origin", own.as_str())],
            200,
        ),
        // A page that sends no referrer, such as that of one's own registration.
        (
            vec![("Sec-Fetch-Site", "same-origin"), ("Origin", "null")],
            200,
        ),
        (vec![("Sec-Fetch-Site", "none")], 200),
        // A browser of before 2023.
        (vec![("Origin", own.as_str())], 200),
        (vec![("Origin", "null")], 403),
        (vec![("Origin", EVIL)], 403),
        (
            vec![("Sec-Fetch-Site", "cross-site"), ("Origin", EVIL)],
            403,
        ),
        (
            vec![("Sec-Fetch-Site", "cross-site"), ("Origin", "null")],
            403,
        ),
        (vec![("Sec-Fetch-Site", "cross-site")], 403),
        (
            vec![
                ("Sec-Fetch-Site", "same-site"),
                ("Origin", "https://a.events.example"),
            ],
            403,
        ),
    ] {
        let answer = toy.client.ask("POST", "/form", &headers).await;
        assert_eq!(answer.status, expected, "{headers:?}");
    }
}

#[tokio::test]
async fn s_06_whoever_follows_a_link_is_welcome() {
    let toy = Toy::start(Limits::default()).await;
    let headers = [("Sec-Fetch-Site", "cross-site"), ("Origin", EVIL)];
    assert_eq!(toy.client.ask("GET", "/page", &headers).await.status, 200);
}
