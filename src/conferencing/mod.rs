//! Meeting services: servers of the operator's own that make each person a link of their own at the moment
//! they join, so that there is none before, none that all share, and none in any mail.
//!
//! [`Adapter`] is what such a service has to do; [`Jitsi`] and [`BigBlueButton`] do it as their
//! documentations say. Whatever else is joined by a link that somebody states, as it is at Zoom and Teams.
//! Who may join, and when, is none of this room's business.

mod bigbluebutton;
mod jitsi;
mod token;

pub use bigbluebutton::BigBlueButton;
pub use jitsi::Jitsi;

use std::future::Future;
use std::time::Duration;

use tokio::time::timeout;
use uuid::Uuid;

use crate::base::base32;
use crate::base::clock::Instant;
use crate::base::fetch::NoAnswer;
use crate::base::secret::InstanceKey;
use crate::event::{Details, Provider};

/// How long somebody who wants to join waits while a service is asked.
const PATIENCE: Duration = Duration::from_secs(5);

/// Octets of what stands for a room or a guest at a service: they fill whole characters of base32.
const NAMED_BY: usize = 20;

/// Where people meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// What the service knows it by: nobody can guess it. It holds small letters and digits only, which every
    /// service takes.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Where they are led afterwards.
    pub page: String,
    /// Whether it may be recorded, as those who come were told.
    pub may_be_recorded: bool,
    /// When it is over, and with it everybody's link.
    pub ends_at: Instant,
}

/// Somebody who joins.
#[derive(Clone, PartialEq, Eq)]
pub struct Guest {
    /// What they are called there.
    pub name: String,
    /// What tells them from others of the same name; it says nothing of who they are.
    pub id: String,
    /// Whether they look after the room: let people speak, mute them and see them out.
    pub moderates: bool,
}

/// A service that makes each person a link of their own.
pub trait Adapter {
    /// The address by which `guest` enters `room` at `now`, and which is nobody else's. The room is there when
    /// they come.
    ///
    /// # Errors
    /// [`NoWayIn`].
    fn way_in(
        &self,
        room: &Room,
        guest: &Guest,
        now: Instant,
    ) -> impl Future<Output = Result<String, NoWayIn>> + Send;

    /// Whether the service is there and takes what we sign, as far as that can be seen without a room; says
    /// what was found.
    ///
    /// # Errors
    /// [`NoWayIn`].
    fn check(&self) -> impl Future<Output = Result<String, NoWayIn>> + Send;
}

/// The services that the operator has set up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Services {
    /// A Jitsi server.
    pub jitsi: Option<Jitsi>,
    /// A BigBlueButton server.
    pub bigbluebutton: Option<BigBlueButton>,
}

/// Why nobody is let in.
#[derive(Debug, thiserror::Error)]
pub enum NoWayIn {
    /// The operator has set up no such service.
    #[error("no server is set up: set {0}")]
    NotSetUp(&'static str),
    /// It could not be asked.
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    /// It took too long.
    #[error("it did not answer within {} seconds", PATIENCE.as_secs())]
    Late,
    /// So many others wait for its answer that nobody else may.
    #[error("too many wait for its answer")]
    Crowded,
    /// It refuses what it was asked, by a word of its own.
    #[error("it refuses: {0}")]
    Refused(String),
    /// It says what its documentation does not.
    #[error("it answers {0} and nothing that is documented")]
    Garbled(u16),
}

impl Room {
    /// What the service knows the room by that belongs to `subject`, an event or one of its sessions.
    pub fn name_of(key: &InstanceKey, subject: Uuid) -> String {
        named(key, "meeting room", subject)
    }
}

impl Guest {
    /// What the service knows somebody by.
    pub fn id_of(key: &InstanceKey, subject: Uuid) -> String {
        named(key, "meeting guest", subject)
    }
}

fn named(key: &InstanceKey, purpose: &str, subject: Uuid) -> String {
    let hash = key.keyed_hash(purpose, &subject.to_string());
    base32::encoded(&hash[..NAMED_BY])
}

impl Services {
    /// Those that are set up.
    pub fn offered(&self) -> Vec<Provider> {
        let makes = |provider: &Provider| self.makes_links_of(*provider);
        Provider::ALL.iter().copied().filter(makes).collect()
    }

    /// Whether links of `provider` can be made.
    pub const fn makes_links_of(&self, provider: Provider) -> bool {
        match provider {
            Provider::Jitsi => self.jitsi.is_some(),
            Provider::BigBlueButton => self.bigbluebutton.is_some(),
            _ => false,
        }
    }

    /// What an event file asks for in vain, by its path, and what the operator would set for it.
    pub fn lacking(&self, details: &Details) -> Vec<(String, NoWayIn)> {
        let asked = details.services().into_iter();
        asked
            .filter(|(_, provider)| !self.makes_links_of(*provider))
            .map(|(path, provider)| (path, NoWayIn::NotSetUp(settings_of(provider))))
            .collect()
    }

    /// The address by which `guest` enters `room` at the service of `provider`.
    ///
    /// # Errors
    /// [`NoWayIn`].
    pub async fn way_in(
        &self,
        provider: Provider,
        room: &Room,
        guest: &Guest,
        now: Instant,
    ) -> Result<String, NoWayIn> {
        let entering = async {
            match (provider, &self.jitsi, &self.bigbluebutton) {
                (Provider::Jitsi, Some(jitsi), _) => jitsi.way_in(room, guest, now).await,
                (Provider::BigBlueButton, _, Some(server)) => server.way_in(room, guest, now).await,
                _ => Err(NoWayIn::NotSetUp(settings_of(provider))),
            }
        };
        timeout(PATIENCE, entering)
            .await
            .unwrap_or(Err(NoWayIn::Late))
    }
}

/// The settings that it takes.
const fn settings_of(provider: Provider) -> &'static str {
    match provider {
        Provider::Jitsi => "CONVOKE_JITSI_URL, CONVOKE_JITSI_APP_ID and CONVOKE_JITSI_SECRET",
        Provider::BigBlueButton => "CONVOKE_BIGBLUEBUTTON_URL and CONVOKE_BIGBLUEBUTTON_SECRET",
        _ => "a link, since no server of this provider can be set up",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::file;

    const FILE: &str = include_str!("../../tests/samples/roundtable.toml");

    #[test]
    fn a_room_is_named_by_its_key_and_subject_and_not_by_chance() {
        let [key, other] = [[7; 32], [8; 32]].map(InstanceKey::from_bytes);
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let name = Room::name_of(&key, one);
        assert_eq!(name, Room::name_of(&key, one));
        assert_ne!(name, Room::name_of(&key, two));
        assert_ne!(name, Room::name_of(&other, one));
        assert_ne!(name, Guest::id_of(&key, one));
        assert_eq!(name.len(), 32);
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        assert!(name.bytes().all(is_plain), "{name}");
    }

    #[tokio::test(start_paused = true)]
    async fn nobody_waits_for_a_server_that_never_answers() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let services = Services {
            jitsi: None,
            bigbluebutton: Some(BigBlueButton::new(&url, "secret".to_owned())),
        };
        let room = Room {
            name: "room".to_owned(),
            title: "Roundtable".to_owned(),
            page: "https://events.example.org/".to_owned(),
            may_be_recorded: false,
            ends_at: Instant::UNIX_EPOCH,
        };
        let guest = Guest {
            name: "Rana".to_owned(),
            id: "guest".to_owned(),
            moderates: false,
        };
        let entering = |provider| services.way_in(provider, &room, &guest, Instant::UNIX_EPOCH);
        let late = entering(Provider::BigBlueButton).await;
        assert!(matches!(late, Err(NoWayIn::Late)), "{late:?}");
        for other in [Provider::Jitsi, Provider::Zoom] {
            let none = entering(other).await;
            assert!(matches!(none, Err(NoWayIn::NotSetUp(_))), "{none:?}");
        }
    }

    #[test]
    fn what_is_not_set_up_is_found_with_the_settings_that_it_takes() {
        let file = FILE.replace(
            "provider = \"zoom\"",
            "provider = \"jitsi\"\nservice = true",
        );
        let file: Vec<&str> = file
            .lines()
            .filter(|line| !line.starts_with("link = "))
            .collect();
        let details = file::read(&file.join("\n")).expect("a good file");
        let lacking = Services::default().lacking(&details);
        let told: Vec<String> = lacking
            .iter()
            .map(|(path, why)| format!("{path}: {why}"))
            .collect();
        let settings = "CONVOKE_JITSI_URL, CONVOKE_JITSI_APP_ID and CONVOKE_JITSI_SECRET";
        let expected = format!("meeting.service: no server is set up: set {settings}");
        assert_eq!(told, [expected]);
        let services = Services {
            jitsi: Some(Jitsi::new(
                "https://meet.example".to_owned(),
                "convoke".to_owned(),
                "secret".to_owned(),
            )),
            bigbluebutton: None,
        };
        assert!(services.lacking(&details).is_empty());
        assert_eq!(services.offered(), [Provider::Jitsi]);
    }
}
