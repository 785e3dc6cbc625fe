use std::fmt::{self, Write as _};
use std::sync::Arc;

use axum::http::Request;
use tokio::sync::Semaphore;
use url::form_urlencoded::Serializer;

use super::{Adapter, Guest, NoWayIn, Room};
use crate::base::clock::Instant;
use crate::base::fetch::fetch;
use crate::base::secret::hash;
use crate::base::text::SingleLine;

/// Characters of the longest title that every version takes, and of the shortest.
const TITLE: std::ops::RangeInclusive<usize> = 2..=64;

/// Characters of the passwords of a room, which nobody types.
const PASSWORD: usize = 32;

/// So many people at most wait for it at once: one that hangs keeps no more connections of ours from others.
const WAITING: usize = 32;

/// A BigBlueButton server, version 2.4 or later (its documentation, “API Reference”).
#[derive(Clone)]
pub struct BigBlueButton {
    /// Where its calls are, with a slash at its end.
    api: String,
    secret: String,
    /// Places to wait for it.
    places: Arc<Semaphore>,
}

impl BigBlueButton {
    /// The server at `url`, with its shared `secret`, both as `bbb-conf --secret` prints them; a `url` that
    /// ends with `/api` is as good.
    pub fn new(url: &str, secret: String) -> Self {
        let url = url.trim_end_matches('/');
        let api = if url.ends_with("/api") {
            format!("{url}/")
        } else {
            format!("{url}/api/")
        };
        let places = Arc::new(Semaphore::new(WAITING));
        Self {
            api,
            secret,
            places,
        }
    }

    /// The address of a call: its parameters, and the checksum over its name, these and the secret.
    fn call(&self, name: &str, parameters: &[(&str, &str)]) -> String {
        let query = Serializer::new(String::new())
            .extend_pairs(parameters)
            .finish();
        let checksum = self.checksum(name, &query);
        let link = if query.is_empty() { "" } else { "&" };
        format!("{}{name}?{query}{link}checksum={checksum}", self.api)
    }

    fn checksum(&self, name: &str, query: &str) -> String {
        let digest = hash(format!("{name}{query}{}", self.secret).as_bytes());
        digest.iter().fold(String::new(), |mut text, octet| {
            let _ = write!(text, "{octet:02x}");
            text
        })
    }

    /// A password of a room: the same each time, for versions that refuse to make a room twice with another.
    fn password(&self, what: &str, room: &Room) -> String {
        let mut password = self.checksum(what, &room.name);
        password.truncate(PASSWORD);
        password
    }

    fn create(&self, room: &Room) -> String {
        let [viewers, moderators] = ["attendeePW", "moderatorPW"].map(|pw| self.password(pw, room));
        let record = if room.may_be_recorded {
            "true"
        } else {
            "false"
        };
        self.call(
            "create",
            &[
                ("name", &title(room)),
                ("meetingID", &room.name),
                ("attendeePW", &viewers),
                ("moderatorPW", &moderators),
                ("record", record),
                ("logoutURL", &room.page),
            ],
        )
    }

    /// With the moment at which the room was made, the address is good for no later meeting of that name.
    fn join(&self, room: &Room, guest: &Guest, made_at: &str) -> String {
        let role = if guest.moderates {
            "MODERATOR"
        } else {
            "VIEWER"
        };
        self.call(
            "join",
            &[
                ("fullName", &guest.name),
                ("meetingID", &room.name),
                ("role", role),
                ("userID", &guest.id),
                ("createTime", made_at),
            ],
        )
    }
}

impl Adapter for BigBlueButton {
    /// Makes the room, which does nothing where it is there, and signs the way in.
    async fn way_in(&self, room: &Room, guest: &Guest, _: Instant) -> Result<String, NoWayIn> {
        let _place = self.places.try_acquire().map_err(|_| NoWayIn::Crowded)?;
        let answer = ask(&self.create(room)).await?;
        let made_at = made_at(&answer).ok_or(NoWayIn::Garbled(200))?;
        Ok(self.join(room, guest, made_at))
    }

    /// Asks after a room that there is not: the answer shows that the secret is right.
    async fn check(&self) -> Result<String, NoWayIn> {
        ask(&self.call("isMeetingRunning", &[("meetingID", "convoke-doctor")])).await?;
        Ok(format!("{} answers and takes our checksums", self.api))
    }
}

/// The answer to a call that the server has carried out.
async fn ask(address: &str) -> Result<String, NoWayIn> {
    let request = Request::get(address).body(Vec::new());
    let request = request.map_err(|_| NoWayIn::Refused("the address".to_owned()))?;
    let answer = fetch(request).await?;
    let status = answer.status().as_u16();
    let answer = String::from_utf8_lossy(answer.body()).into_owned();
    match element(&answer, "returncode") {
        Some("SUCCESS") => Ok(answer),
        Some("FAILED") => {
            let key = element(&answer, "messageKey").unwrap_or_default();
            Err(NoWayIn::Refused(SingleLine::clean(key).cut(60).to_string()))
        }
        _ => Err(NoWayIn::Garbled(status)),
    }
}

/// When the room was made, as it counts it.
fn made_at(answer: &str) -> Option<&str> {
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    element(answer, "createTime").filter(is_number)
}

/// The text of the first element called `name`. The answers that are read are flat and hold nothing of
/// anybody's before what is looked for.
fn element<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = answer.split_once(&format!("<{name}>"))?;
    let (text, _) = rest.split_once(&format!("</{name}>"))?;
    Some(text.trim())
}

fn title(room: &Room) -> String {
    let title: String = room.title.chars().take(*TITLE.end()).collect();
    if title.chars().count() < *TITLE.start() {
        return format!("{title}…");
    }
    title
}

impl PartialEq for BigBlueButton {
    fn eq(&self, other: &Self) -> bool {
        (&self.api, &self.secret) == (&other.api, &other.secret)
    }
}

impl Eq for BigBlueButton {}

impl fmt::Debug for BigBlueButton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BigBlueButton({}, …)", self.api)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";

    fn server() -> BigBlueButton {
        let url = "https://bbb.example/bigbluebutton/";
        BigBlueButton::new(url, SECRET.to_owned())
    }

    fn room(title: &str) -> Room {
        Room {
            name: "room234".to_owned(),
            title: title.to_owned(),
            page: "https://events.example.org/en/events/r".to_owned(),
            may_be_recorded: false,
            ends_at: "2022-11-25T15:00:00Z".parse().expect("an instant"),
        }
    }

    /// The query and secret of the documentation's example, with SHA-256 in place of SHA-1.
    #[test]
    fn a_call_is_signed_as_documented() {
        let call = server().call(
            "create",
            &[
                ("name", "Test Meeting"),
                ("meetingID", "abc123"),
                ("attendeePW", "111222"),
                ("moderatorPW", "333444"),
            ],
        );
        let query = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
        let checksum = "da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e";
        let expected =
            format!("https://bbb.example/bigbluebutton/api/create?{query}&checksum={checksum}");
        assert_eq!(call, expected);
    }

    #[test]
    fn the_address_may_be_that_of_the_server_or_of_its_calls() {
        for url in [
            "https://bbb.example/bigbluebutton",
            "https://bbb.example/bigbluebutton/",
            "https://bbb.example/bigbluebutton/api",
            "https://bbb.example/bigbluebutton/api/",
        ] {
            assert_eq!(
                BigBlueButton::new(url, SECRET.to_owned()),
                server(),
                "{url}"
            );
        }
    }

    #[test]
    fn every_name_comes_through_and_changes_the_checksum() {
        let guest = |name: &str| Guest {
            name: name.to_owned(),
            id: "guest234".to_owned(),
            moderates: false,
        };
        for name in [
            "رنا حداد",
            "A & B = C",
            "a+b",
            "100 %",
            "<script>",
            "#?/",
            "x\u{301}",
        ] {
            let joined = server().join(&room("Roundtable"), &guest(name), "1531155809613");
            let url = url::Url::parse(&joined).expect("an address");
            let read: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            assert_eq!(read[0], ("fullName".to_owned(), name.to_owned()));
            assert!(joined.is_ascii() && !joined.contains(' '), "{joined}");
            let names: Vec<&str> = read.iter().map(|(name, _)| name.as_str()).collect();
            let expected = [
                "fullName",
                "meetingID",
                "role",
                "userID",
                "createTime",
                "checksum",
            ];
            assert_eq!(names, expected);
        }
    }

    #[test]
    fn a_title_has_the_length_that_every_version_takes() {
        for (given, expected) in [
            ("R", "R…".to_owned()),
            ("Roundtable", "Roundtable".to_owned()),
            (&"ن".repeat(100), "ن".repeat(64)),
        ] {
            assert_eq!(title(&room(given)), expected);
        }
    }

    #[test]
    fn what_is_no_answer_of_its_is_none() {
        let answer = "<response>\n<returncode>SUCCESS</returncode>\n<createTime>15</createTime>";
        assert_eq!(element(answer, "createTime"), Some("15"));
        for broken in [
            "",
            "<createTime>",
            "createTime",
            "<createtime>1</createtime>",
        ] {
            assert_eq!(element(broken, "createTime"), None, "{broken}");
        }
        assert_eq!(made_at("<createTime>15</createTime>"), Some("15"));
        for no_number in ["", "-1", "1&role=MODERATOR"] {
            let answer = format!("<createTime>{no_number}</createTime>");
            assert_eq!(made_at(&answer), None, "{no_number}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn only_so_many_wait_for_a_server_that_hangs() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let server = BigBlueButton::new(&url, SECRET.to_owned());
        let enter = |server: BigBlueButton| async move {
            let guest = Guest {
                name: "Rana".to_owned(),
                id: "guest234".to_owned(),
                moderates: false,
            };
            let room = room("Roundtable");
            server.way_in(&room, &guest, Instant::UNIX_EPOCH).await
        };
        let mut waiting: Vec<_> = (0..WAITING)
            .map(|_| tokio::spawn(enter(server.clone())))
            .collect();
        // Each asks before anybody else is here; no time passes.
        for _ in 0..10 * WAITING {
            tokio::task::yield_now().await;
        }
        let crowded = enter(server.clone()).await;
        assert!(matches!(crowded, Err(NoWayIn::Crowded)), "{crowded:?}");
        // Who goes away leaves a place.
        let gone = waiting.pop().expect("somebody");
        gone.abort();
        assert!(gone.await.is_err());
        let waited = enter(server).await;
        assert!(matches!(waited, Err(NoWayIn::NoAnswer(_))), "{waited:?}");
    }

    #[test]
    fn s_30_the_secret_does_not_print() {
        assert!(!format!("{:?}", server()).contains(SECRET));
    }
}
