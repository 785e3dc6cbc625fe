//! Addresses by which somebody would be led inside (S-29): nothing there is ever connected to.

use std::sync::atomic::Ordering;

use axum::http::{HeaderMap, Method};
use convoke::outgoing::{Address, Client, Failure, Question, Reach};

use crate::receiver::{ADDRESS, HOST, OUTSIDE, Receiver};

/// What names of the tests lead to; whoever asks for another is told that there is none.
const NAMES: [(&str, &[&str]); 15] = [
    ("rebound.example.org", &["127.0.0.1"]),
    ("ten.example.org", &["10.0.0.5"]),
    ("private.example.org", &["192.168.1.1"]),
    ("meta.example.org", &["169.254.169.254"]),
    ("cgnat.example.org", &["100.100.100.200"]),
    ("six.example.org", &["::1"]),
    ("ula.example.org", &["fd00:ec2::254"]),
    ("mapped.example.org", &["::ffff:127.0.0.1"]),
    ("nat64.example.org", &["64:ff9b::7f00:1"]),
    ("sixtofour.example.org", &["2002:7f00:1::1"]),
    ("teredo.example.org", &["2001:0:53aa:64c:0:0:80ff:fffe"]),
    ("both.example.org", &[OUTSIDE, "127.0.0.1"]),
    ("both-six.example.org", &[OUTSIDE, "fe80::1"]),
    ("xn--bcher-kva.example.org", &["10.1.2.3"]),
    ("nowhere.example.org", &[]),
];

/// Each leads inside, hides where it leads, or is none that may be asked.
const HOSTILE: [&str; 101] = [
    // This machine, in every spelling that browsers know.
    "https://127.0.0.1/",
    "https://127.1/",
    "https://127.0.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://0x7f.0x0.0x0.0x1/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://0177.0x0.0.1/",
    "https://127.0.0.1./",
    "https://127.255.255.254/",
    "https://%31%32%37.0.0.1/",
    "https://１２７.０.０.１/",
    "https://127。0。0。1/",
    "https://0/",
    "https://0.0.0.0/",
    "https://00000000/",
    "https://[::1]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://[0:0:0:0:0:ffff:127.0.0.1]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:0:127.0.0.1]/",
    "https://[64:ff9b::127.0.0.1]/",
    "https://[64:ff9b:1::127.0.0.1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001:0:7f00:1::1]/",
    "https://[2606:4700::5efe:127.0.0.1]/",
    "https://localhost/",
    "https://LOCALHOST/",
    "https://localhost./",
    "https://ｌｏｃａｌｈｏｓｔ/",
    "https://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/",
    "https://localhost.localdomain/",
    "https://anything.localhost/",
    "https://lo%63alhost/",
    "https://localhost:8443/",
    // Its neighbours.
    "https://10.0.0.1/",
    "https://10.1/",
    "https://167772161/",
    "https://0xa.1/",
    "https://012.0.0.1/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.0.1/",
    "https://0xc0a80001/",
    "https://3232235521/",
    "https://100.64.0.1/",
    "https://198.18.0.1/",
    "https://[fc00::1]/",
    "https://[fd12:3456:789a::1]/",
    "https://[fe80::1]/",
    "https://[fec0::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://[64:ff9b::10.0.0.1]/",
    "https://intranet/",
    "https://printer.local/",
    "https://nas.lan/",
    "https://router.home.arpa/",
    "https://db.internal/",
    "https://wiki.corp/",
    "https://hidden.onion/",
    // What clouds tell their machines.
    "https://169.254.169.254/latest/meta-data/",
    "https://2852039166/",
    "https://0xa9fea9fe/",
    "https://0251.0376.0251.0376/",
    "https://[::ffff:169.254.169.254]/",
    "https://[fd00:ec2::254]/latest/meta-data/",
    "https://100.100.100.200/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://metadata.google.internal/",
    "https://metadata/",
    "https://instance-data/",
    // Everybody at once, nobody, and examples.
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://240.0.0.1/",
    "https://[ff02::1]/",
    "https://192.0.2.1/",
    "https://203.0.113.1/",
    "https://[2001:db8::1]/",
    // Names that lead inside.
    "https://rebound.example.org/",
    "https://ten.example.org/",
    "https://private.example.org./",
    "https://meta.example.org/",
    "https://cgnat.example.org/",
    "https://six.example.org/",
    "https://ula.example.org/",
    "https://mapped.example.org/",
    "https://nat64.example.org/",
    "https://sixtofour.example.org/",
    "https://teredo.example.org/",
    "https://both.example.org/",
    "https://both-six.example.org/",
    "https://bücher.example.org/",
    "https://hooks.institute.example@127.0.0.1/",
    "https://127.0.0.1#@hooks.institute.example/",
    "https://127.0.0.1\\@hooks.institute.example/",
];

/// These are read as no address at all, whatever they lead to.
const REFUSED: [&str; 21] = [
    "http://hooks.institute.example/",
    "ftp://hooks.institute.example/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "//hooks.institute.example/",
    "hooks.institute.example",
    "",
    "https://",
    "https:///",
    "https://user@hooks.institute.example/",
    "https://user:password@hooks.institute.example/",
    "https://:password@hooks.institute.example/",
    "https://@hooks.institute.example/",
    "https://hooks.institute.example:22/",
    "https://hooks.institute.example:25/",
    "https://hooks.institute.example:80/",
    "https://hooks.institute.example:6379/",
    "https://hooks.institute.example:0/",
    "https://hooks.institute.example/\r\nHost: inside",
    "https://hooks..institute.example/",
    "https://[fe80::1%25eth0]/",
];

fn question() -> Question {
    Question {
        method: Method::POST,
        headers: HeaderMap::new(),
        body: "{}".into(),
    }
}

async fn with_names() -> Receiver {
    let receiver = Receiver::start().await;
    for (name, leads_to) in NAMES {
        receiver.leads(name, &[leads_to]);
    }
    receiver
}

/// Asks, where there is anything to ask.
async fn ask(client: &Client, text: &str) -> Option<Result<u16, Failure>> {
    let address: Address = text.parse().ok()?;
    let answered = client.ask(&address, question()).await;
    Some(answered.map(|answer| answer.status.as_u16()))
}

#[tokio::test]
async fn s_29_no_hostile_address_reaches_anything_inside() {
    let receiver = with_names().await;
    let client = receiver.client(Reach::Outside);
    for text in HOSTILE {
        let asked = ask(&client, text).await;
        assert!(
            matches!(asked, None | Some(Err(Failure::Inside))),
            "{text}: {asked:?}"
        );
    }
    for text in REFUSED {
        let read: Result<Address, _> = text.parse();
        assert!(read.is_err(), "{text}: {read:?}");
    }
    assert_eq!(receiver.net().dialled.lock().unwrap().len(), 0);
    assert_eq!(receiver.connections(), 0);
    // Not because nothing can be reached.
    assert_eq!(ask(&client, ADDRESS).await, Some(Ok(204)));
    assert_eq!(receiver.connections(), 1);
}

#[tokio::test]
async fn the_twin_without_a_guard_is_led_inside() {
    let receiver = with_names().await;
    let client = receiver.client(Reach::Anywhere);
    let mut led = 0;
    for text in HOSTILE {
        // A name that nobody resolves leads nowhere with or without a guard.
        if let Some(asked) = ask(&client, text).await {
            led += usize::from(asked != Err(Failure::Unknown));
        }
    }
    assert!(led > 75, "only {led} of the table lead anywhere");
    assert!(receiver.connections() >= led);
}

#[tokio::test]
async fn s_29_a_name_that_leads_elsewhere_the_next_time_is_asked_once_and_pinned() {
    let receiver = Receiver::start().await;
    let client = receiver.client(Reach::Outside);
    receiver.leads(HOST, &[&[OUTSIDE], &["127.0.0.1"], &["169.254.169.254"]]);
    assert_eq!(ask(&client, ADDRESS).await, Some(Ok(204)));
    assert_eq!(receiver.net().asked.load(Ordering::SeqCst), 1, "once");
    let pinned = [format!("{OUTSIDE}:443").parse().unwrap()];
    assert_eq!(*receiver.net().dialled.lock().unwrap(), pinned);
    for _ in 0..3 {
        assert_eq!(ask(&client, ADDRESS).await, Some(Err(Failure::Inside)));
    }
    assert_eq!(receiver.connections(), 1, "never again");
}

#[tokio::test]
async fn s_29_the_certificate_has_to_be_for_the_name() {
    let receiver = Receiver::start().await;
    receiver.leads("other.example.org", &[&[OUTSIDE]]);
    let client = receiver.client(Reach::Outside);
    let asked = ask(&client, "https://other.example.org/").await;
    assert_eq!(asked, Some(Err(Failure::Certificate)));
    let asked = ask(&client, &format!("https://{OUTSIDE}/")).await;
    assert_eq!(asked, Some(Err(Failure::Certificate)));
    let asked = ask(&client, "https://unknown.example.org/").await;
    assert_eq!(asked, Some(Err(Failure::Unknown)));
    assert!(receiver.received().is_empty());
}
