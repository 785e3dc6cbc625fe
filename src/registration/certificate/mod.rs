//! The certificate of attendance: who came to what, and a code that proves it (U-19). Nothing is kept of it.
//! The code is made of the name and the sessions, so that whoever holds a certificate can have both verified,
//! also when everything about those who attended is gone, and nobody can look for a name.

use super::{Registration, RegistrationState, stays};
use crate::base::base32;
use crate::base::db::{Result, Tx};
use crate::base::fold::fold;
use crate::base::id::Id;
use crate::base::secret::{InstanceKey, PROOF_LENGTH};
use crate::base::text::SingleLine;
use crate::event::{Event, EventState, Session};

/// Keeps codes apart from other uses of the instance's key.
const CERTIFICATE: &str = "certificate";
/// Characters that are read at once.
const GROUP: usize = 4;
/// Characters of the longest code that is looked at.
const LONGEST: usize = 200;

/// That somebody came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The name they registered with.
    pub name: SingleLine,
    /// The sessions they came to, in the event's order.
    pub sessions: Vec<Id<Session>>,
    /// What proves it, in groups of four characters.
    pub code: String,
}

/// What can be certified to `registration`: the sessions that are over and that somebody noted they came to;
/// `None` where there are none.
pub async fn certificate(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    registration: &Registration,
) -> Result<Option<Certificate>> {
    let has_place = registration.state == RegistrationState::Confirmed;
    if !has_place || event.state != EventState::Published {
        return Ok(None);
    }
    let stays = stays(tx, registration.id).await?;
    let now = tx.now();
    let sessions: Vec<Id<Session>> = event
        .sessions()
        .filter(|session| session.sitting.ends_at <= now)
        .filter(|session| stays.iter().any(|stay| stay.session == session.id))
        .map(|session| session.id)
        .collect();
    Ok((!sessions.is_empty()).then(|| Certificate {
        code: code(key, event, registration.name.as_str(), &sessions),
        name: registration.name.clone(),
        sessions,
    }))
}

/// The sessions of `event` that whoever is called `name` came to, as `code` proves; `None` where it does not.
/// Name and code may be spelt as people spell them.
pub fn certified(
    key: &InstanceKey,
    event: &Event,
    name: &str,
    code: &str,
) -> Option<Vec<Id<Session>>> {
    let octets = base32::decoded(&plain(code))?;
    let (marks, proof) = octets.split_at_checked(octets.len().checked_sub(PROOF_LENGTH)?)?;
    let places = places(event);
    let attended = |id: &Id<Session>| {
        let place = places.iter().position(|one| one == id);
        place.is_some_and(|place| is_marked(marks, place))
    };
    let sessions = event.session_ids.iter().filter(|id| attended(id));
    let sessions: Vec<Id<Session>> = sessions.copied().collect();
    let message = message(event, name, &sessions);
    key.proves(CERTIFICATE, &message, proof.try_into().ok()?)
        .then_some(sessions)
}

fn code(key: &InstanceKey, event: &Event, name: &str, sessions: &[Id<Session>]) -> String {
    let mut octets = marks(event, sessions);
    octets.extend(key.proof(CERTIFICATE, &message(event, name, sessions)));
    let spelt = base32::encoded(&octets).to_uppercase();
    let groups = spelt.as_bytes().chunks(GROUP);
    let groups: Vec<&str> = groups
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join("-")
}

/// What a code proves: the event, the sessions and the name, however that is spelt. It says how many sessions
/// there are, so that none of the name can be passed off as one of them; and which, so that where one is gone
/// the marks of the others prove nothing else.
fn message(event: &Event, name: &str, sessions: &[Id<Session>]) -> Vec<u8> {
    let folded = fold(name);
    let name = if folded.is_empty() { name } else { &folded };
    let mut sessions: Vec<_> = sessions.iter().map(|id| *id.uuid().as_bytes()).collect();
    sessions.sort_unstable();
    let told = u64::try_from(sessions.len()).unwrap_or(u64::MAX);
    [
        event.id.uuid().as_bytes(),
        &told.to_be_bytes()[..],
        &sessions.concat(),
        name.as_bytes(),
    ]
    .concat()
}

/// The sessions in the order in which they were made, which none that anybody registered for ever leaves.
fn places(event: &Event) -> Vec<Id<Session>> {
    let mut ids = event.session_ids.clone();
    ids.sort_unstable();
    ids
}

/// A bit for each of `sessions`, in as few octets as fill whole characters together with the proof.
fn marks(event: &Event, sessions: &[Id<Session>]) -> Vec<u8> {
    let places = places(event);
    let marked: Vec<usize> = (0..places.len())
        .filter(|place| sessions.contains(&places[*place]))
        .collect();
    let needed = marked.last().map_or(1, |last| last / 8 + 1);
    let length = (needed + PROOF_LENGTH).next_multiple_of(5) - PROOF_LENGTH;
    let mut marks = vec![0; length];
    for place in marked {
        marks[place / 8] |= 1 << (place % 8);
    }
    marks
}

fn is_marked(marks: &[u8], place: usize) -> bool {
    marks
        .get(place / 8)
        .is_some_and(|octet| octet >> (place % 8) & 1 == 1)
}

/// A code without what people put between its characters, and with the letters that digits were taken for.
fn plain(code: &str) -> String {
    let characters = code.chars().take(LONGEST);
    characters
        .filter(|character| character.is_alphanumeric())
        .map(|character| match character {
            '0' => 'o',
            '1' => 'i',
            other => other,
        })
        .collect()
}
