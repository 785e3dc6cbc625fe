//! A BigBlueButton server on this machine, as far as its documentation's “API Reference” says what `create`,
//! `join` and `isMeetingRunning` do: it refuses every call whose checksum is not right.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

/// What the operator copies from `bbb-conf --secret`.
pub const SECRET: &str = "ECCJZNJWLPEA3YB6Y2LTQGQD3GJZ3F93";

/// The server; it ends with the test's runtime.
pub struct Server {
    /// As `bbb-conf --secret` prints it.
    pub url: String,
    known: Arc<Mutex<Known>>,
}

#[derive(Default)]
struct Known {
    rooms: HashMap<String, Made>,
    joined: Vec<Joined>,
    calls: Vec<String>,
    refused: usize,
}

/// A room that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub parameters: HashMap<String, String>,
    pub at: u64,
}

/// Somebody who is in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    pub room: String,
    pub name: String,
    pub role: String,
    pub user: String,
}

impl Server {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!(
            "http://{}/bigbluebutton/",
            listener.local_addr().expect("an address")
        );
        let known = Arc::<Mutex<Known>>::default();
        let router = Router::new()
            .route("/bigbluebutton/api/{call}", get(answer))
            .with_state(Arc::clone(&known));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, known }
    }

    /// The names of all calls with a right checksum, in their order.
    pub fn calls(&self) -> Vec<String> {
        self.known().calls.clone()
    }

    pub fn refused(&self) -> usize {
        self.known().refused
    }

    pub fn joined(&self) -> Vec<Joined> {
        self.known().joined.clone()
    }

    pub fn rooms(&self) -> Vec<Made> {
        self.known().rooms.values().cloned().collect()
    }

    /// Everybody leaves, and the rooms are gone.
    pub fn end_all(&self) {
        let mut known = self.known();
        known.rooms.clear();
        known.joined.clear();
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().expect("nobody panicked")
    }
}

async fn answer(
    State(known): State<Arc<Mutex<Known>>>,
    Path(call): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let mut known = known.lock().expect("nobody panicked");
    let query = query.unwrap_or_default();
    let Some(signed) = is_signed(&call, &query) else {
        known.refused += 1;
        return failed("checksumError", "Checksums do not match");
    };
    let parameters: HashMap<String, String> = form_urlencoded::parse(signed.as_bytes())
        .into_owned()
        .collect();
    known.calls.push(call.clone());
    match call.as_str() {
        "create" => create(&mut known, parameters),
        "join" => join(&mut known, &parameters),
        "isMeetingRunning" => succeeded("<running>false</running>"),
        _ => failed("unsupportedRequest", "This request is not supported."),
    }
}

/// What the checksum at the end of `query` was made over, where it is right.
fn is_signed<'q>(call: &str, query: &'q str) -> Option<&'q str> {
    let (signed, checksum) = match query.strip_prefix("checksum=") {
        Some(checksum) => ("", checksum),
        None => query.rsplit_once("&checksum=")?,
    };
    let mut digest = Sha256::new();
    for part in [call, signed, SECRET] {
        digest.update(part.as_bytes());
    }
    let right: String = digest
        .finalize()
        .iter()
        .map(|octet| format!("{octet:02x}"))
        .collect();
    (checksum == right).then_some(signed)
}

fn create(known: &mut Known, parameters: HashMap<String, String>) -> Response {
    let get = |name: &str| parameters.get(name).cloned().unwrap_or_default();
    let room = get("meetingID");
    if room.len() < 2 || room.len() > 256 || room.contains(',') {
        return failed(
            "validationError",
            "Meeting id must be between 2 and 256 characters",
        );
    }
    if !(2..=64).contains(&get("name").chars().count()) {
        return failed(
            "validationError",
            "Meeting name must be between 2 and 64 characters",
        );
    }
    if let Some(made) = known.rooms.get(&room) {
        let same = |name: &str| made.parameters.get(name) == parameters.get(name);
        return if same("attendeePW") && same("moderatorPW") {
            let made = format!("<createTime>{}</createTime>", made.at);
            succeeded(&format!("{made}<messageKey>duplicateWarning</messageKey>"))
        } else {
            failed(
                "idNotUnique",
                "A meeting already exists with that meeting ID.",
            )
        };
    }
    let at = 1_531_155_809_613 + known.calls.len() as u64;
    known.rooms.insert(room.clone(), Made { parameters, at });
    succeeded(&format!(
        "<meetingID>{room}</meetingID><internalMeetingID>640ab2ba-{at}</internalMeetingID>\
         <createTime>{at}</createTime><hasUserJoined>false</hasUserJoined>"
    ))
}

fn join(known: &mut Known, parameters: &HashMap<String, String>) -> Response {
    let get = |name: &str| parameters.get(name).cloned().unwrap_or_default();
    let (room, name, role) = (get("meetingID"), get("fullName"), get("role"));
    let Some(made) = known.rooms.get(&room) else {
        return failed(
            "notFound",
            "We could not find a meeting with that meeting ID",
        );
    };
    if name.is_empty() {
        return failed("missingParamFullName", "You must specify a name.");
    }
    if !["MODERATOR", "VIEWER"].contains(&role.as_str()) {
        return failed("validationError", "You must provide a role or a password");
    }
    let at = get("createTime");
    if !at.is_empty() && at != made.at.to_string() {
        return failed(
            "mismatchCreateTimeParam",
            "The createTime parameter does not match",
        );
    }
    known.joined.push(Joined {
        room,
        name,
        role,
        user: get("userID"),
    });
    let client = [(LOCATION, "/html5client/join?sessionToken=ai1wqj8wb6s7rnk0")];
    (StatusCode::FOUND, client).into_response()
}

fn succeeded(content: &str) -> Response {
    xml(&format!("<returncode>SUCCESS</returncode>{content}"))
}

fn failed(key: &str, message: &str) -> Response {
    xml(&format!(
        "<returncode>FAILED</returncode><messageKey>{key}</messageKey><message>{message}</message>"
    ))
}

fn xml(content: &str) -> Response {
    let kind = [(CONTENT_TYPE, "text/xml;charset=UTF-8")];
    (kind, format!("<response>{content}</response>")).into_response()
}
