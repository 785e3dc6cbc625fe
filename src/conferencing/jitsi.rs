use std::fmt;

use axum::http::Request;
use chrono::TimeDelta;
use serde::Serialize;

use super::token::token;
use super::{Adapter, Guest, NoWayIn, Room};
use crate::base::clock::Instant;
use crate::base::fetch::fetch;

/// How far the clock of a server may be behind ours.
const SLACK: TimeDelta = TimeDelta::minutes(5);

/// Every tenant of the server: which one it is the address says, and the room can be guessed in none.
const ANY_TENANT: &str = "*";

/// A Jitsi server that lets in who brings a token (lib-jitsi-meet, “JWT token authentication Prosody
/// plugin”).
#[derive(Clone, PartialEq, Eq)]
pub struct Jitsi {
    /// Without a slash at its end.
    url: String,
    app_id: String,
    secret: String,
}

/// What a token says. All that it says of the user has to be text.
#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    iss: &'a str,
    sub: &'a str,
    room: &'a str,
    nbf: i64,
    exp: i64,
    context: Context<'a>,
}

#[derive(Serialize)]
struct Context<'a> {
    user: User<'a>,
}

#[derive(Serialize)]
struct User<'a> {
    id: &'a str,
    name: &'a str,
    /// As the plugin `token_affiliation` reads it.
    affiliation: &'a str,
    /// As hosted Jitsi reads it.
    moderator: &'a str,
}

impl Jitsi {
    /// The server at `url`, which knows this instance as `app_id` by a `secret` that both share.
    pub fn new(url: String, app_id: String, secret: String) -> Self {
        Self {
            url: url.trim_end_matches('/').to_owned(),
            app_id,
            secret,
        }
    }

    fn address(&self, room: &Room, guest: &Guest, now: Instant) -> String {
        let (affiliation, moderator) = if guest.moderates {
            ("owner", "true")
        } else {
            ("member", "false")
        };
        let claims = Claims {
            aud: &self.app_id,
            iss: &self.app_id,
            sub: ANY_TENANT,
            room: &room.name,
            nbf: (now - SLACK).timestamp(),
            exp: room.ends_at.timestamp(),
            context: Context {
                user: User {
                    id: &guest.id,
                    name: &guest.name,
                    affiliation,
                    moderator,
                },
            },
        };
        let token = token(&claims, self.secret.as_bytes());
        format!("{}/{}?jwt={token}", self.url, room.name)
    }
}

impl Adapter for Jitsi {
    /// A room is made by whoever comes first: the server need not be asked.
    async fn way_in(&self, room: &Room, guest: &Guest, now: Instant) -> Result<String, NoWayIn> {
        Ok(self.address(room, guest, now))
    }

    /// It says of no token whether it would take it before somebody joins with it.
    async fn check(&self) -> Result<String, NoWayIn> {
        let request = Request::get(format!("{}/", self.url)).body(Vec::new());
        let request = request.map_err(|_| NoWayIn::Refused("the address".to_owned()))?;
        let status = fetch(request).await?.status();
        if status.is_server_error() {
            return Err(NoWayIn::Garbled(status.as_u16()));
        }
        Ok(format!(
            "{} answers; whether it takes our tokens shows when somebody joins",
            self.url
        ))
    }
}

impl fmt::Debug for Jitsi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Jitsi({}, …)", self.url)
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD;
    use serde_json::{Value, json};

    use super::*;

    fn at(moment: &str) -> Instant {
        moment.parse().expect("an instant")
    }

    fn claims_of(name: &str, moderates: bool) -> (String, Value) {
        let server = Jitsi::new(
            "https://meet.example/".to_owned(),
            "convoke".to_owned(),
            "s3cret".to_owned(),
        );
        let room = Room {
            name: "room234".to_owned(),
            title: "Roundtable".to_owned(),
            page: "https://events.example.org/en/events/r".to_owned(),
            may_be_recorded: false,
            ends_at: at("2022-11-25T15:00:00Z"),
        };
        let guest = Guest {
            name: name.to_owned(),
            id: "guest234".to_owned(),
            moderates,
        };
        let address = server.address(&room, &guest, at("2022-11-25T13:00:00Z"));
        let (before, token) = address.split_once("?jwt=").expect("a token");
        let claims = token.split('.').nth(1).expect("claims");
        let claims = BASE64_URL_SAFE_NO_PAD.decode(claims).expect("base64");
        (
            before.to_owned(),
            serde_json::from_slice(&claims).expect("JSON"),
        )
    }

    #[test]
    fn a_token_says_what_the_plugin_reads_and_ends_with_the_session() {
        let (address, claims) = claims_of("رنا حداد & “Co” + 1", false);
        assert_eq!(address, "https://meet.example/room234");
        let user = json!({
            "id": "guest234", "name": "رنا حداد & “Co” + 1",
            "affiliation": "member", "moderator": "false",
        });
        let expected = json!({
            "aud": "convoke", "iss": "convoke", "sub": "*", "room": "room234",
            "nbf": 1_669_380_900, "exp": 1_669_388_400, "context": { "user": user },
        });
        assert_eq!(claims, expected);
    }

    #[test]
    fn who_moderates_owns_the_room() {
        let (_, claims) = claims_of("Rana", true);
        let user = &claims["context"]["user"];
        assert_eq!(
            (&user["affiliation"], &user["moderator"]),
            (&json!("owner"), &json!("true"))
        );
    }

    #[test]
    fn s_30_the_secret_does_not_print() {
        let server = Jitsi::new(
            "https://meet.example".into(),
            "convoke".into(),
            "s3cret".into(),
        );
        assert!(!format!("{server:?}").contains("s3cret"));
    }
}
