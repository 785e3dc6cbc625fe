//! Several newcomers at once, in statements that they share: in a rush most of what a form costs is the way to
//! the database and back.

use std::collections::HashSet;

use super::store::{self, Asker, Entry, Submission};
use super::{
    ATTENDEE, Next, Outcome, REGISTERED, Request, content_hash, logged, plain_situation, propose,
    slot,
};
use crate::audit;
use crate::base::db::{Hex, Result, Tx};
use crate::base::secret::{InstanceKey, hash};
use crate::event::Event;
use crate::registration::admission::{Decision, decide};
use crate::registration::notices::{has_objects, owe_first};
use crate::registration::{Registration, RegistrationState, agreement, partner, seats};

/// Somebody who asks for a place, and the key of their form.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// What they ask for.
    pub request: &'a Request,
    /// Makes the repeated submission one.
    pub form_key: Option<&'a str>,
}

/// Whether nothing but places and the address decides on `request`.
pub fn is_plain(event: &Event, request: &Request) -> bool {
    let terms = &event.details.terms;
    !terms.needs_approval()
        && !terms.confirms_address()
        && !terms.is_invitation_only()
        && request.code.as_deref().is_none_or(str::is_empty)
        && request.companion_key.is_empty()
}

/// Decides on each of `asking`, all of them plain, in their order, as [`register`](super::register) does, and
/// writes everything it causes. `None` in place of an outcome: whoever is known, or gets something else than a
/// place or no for an answer, is to be asked for alone. `None` in place of all: somebody else came in between;
/// drop the unit of work, and ask for each alone.
pub async fn register_together(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    asking: &[Asking<'_>],
) -> Result<Option<Vec<Option<Outcome>>>> {
    let askers = askers(key, asking);
    let known = known(tx, event, &askers).await?;
    let mut taken = seats::seats(tx, event.id).await?;
    let requests = asking.iter().map(|one| one.request);
    let decided_alone = partner::decided_alone(tx, event, requests).await?;
    let mut outcomes = vec![None; asking.len()];
    let mut placed = Vec::new();
    for (number, asker) in askers.into_iter().enumerate() {
        let request = asking[number].request;
        let is_decided_alone = |source| decided_alone.contains(source);
        if known.sent.contains(&asker.number)
            || request.source.as_ref().is_some_and(is_decided_alone)
        {
            continue;
        }
        let registration = propose(tx, event, request);
        let situation = plain_situation(event, &registration, &taken, tx.now());
        match decide(&situation, request.waitlist) {
            Decision::Confirm
                if has_objects(registration.sessions.len())
                    && !known.persons.contains(&asker.number) =>
            {
                taken.reserve(registration.mode, &registration.sessions);
                outcomes[number] = Some(Outcome::Accepted(Next::Registered));
                placed.push(Placed {
                    asking: asking[number],
                    asker,
                    registration: confirmed(tx, registration),
                });
            }
            // In the same time for everybody: whether somebody is registered is not told (S-26).
            Decision::Refuse(refusal) if !request.meanwhile_online => {
                outcomes[number] = Some(Outcome::Refused(refusal));
            }
            _ => {}
        }
    }
    let is_kept = placed.is_empty() || write(tx, key, event, placed).await?;
    Ok(is_kept.then_some(outcomes))
}

/// Somebody who gets a place.
struct Placed<'a> {
    asking: Asking<'a>,
    asker: Asker,
    registration: Registration,
}

fn askers(key: &InstanceKey, asking: &[Asking<'_>]) -> Vec<Asker> {
    let asker = |(number, one): (i64, &Asking<'_>)| Asker {
        number,
        form: one
            .form_key
            .map(|form_key| Hex::from(hash(form_key.as_bytes()).as_slice())),
        email: one.request.email.key(),
        mailbox: slot::mailbox_hash(key, &one.request.email),
    };
    (0..).zip(asking).map(asker).collect()
}

/// Whom somebody knows of those who ask, by their numbers.
#[derive(Default)]
struct Known {
    /// Whose form was accepted before; and of several with one form all but the first.
    sent: HashSet<i64>,
    /// Who is registered already, or is told later than at once; and of several with one mailbox all but the
    /// first.
    persons: HashSet<i64>,
}

async fn known(tx: &mut Tx, event: &Event, askers: &[Asker]) -> Result<Known> {
    let mut known = Known::default();
    for (number, is_sent) in store::known(tx, event.id, askers).await? {
        if is_sent {
            known.sent.insert(number);
        } else {
            known.persons.insert(number);
        }
    }
    let all: Vec<&Asker> = askers.iter().collect();
    known.persons.extend(slot::waiting(tx, &all).await?);
    let (mut forms, mut mailboxes) = (HashSet::new(), HashSet::new());
    for asker in askers {
        if asker.form.as_ref().is_some_and(|form| !forms.insert(form)) {
            known.sent.insert(asker.number);
        }
        if !mailboxes.insert(&asker.mailbox) {
            known.persons.insert(asker.number);
        }
    }
    Ok(known)
}

fn confirmed(tx: &Tx, registration: Registration) -> Registration {
    Registration {
        state: RegistrationState::Confirmed,
        seated: true,
        confirmed_at: Some(tx.now()),
        ..registration
    }
}

/// Writes everything that their places cause, the seats last; `false` where anything of it was there, or their
/// seats are not.
async fn write(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    mut placed: Vec<Placed<'_>>,
) -> Result<bool> {
    // In one order, so that nobody waits for another in a circle.
    placed.sort_by(|one, other| one.asker.email.cmp(&other.asker.email));
    let registrations: Vec<&Registration> = placed.iter().map(|one| &one.registration).collect();
    if !insert(tx, key, event, &placed).await? {
        return Ok(false);
    }
    let given = placed.iter().flat_map(|one| {
        let consents = one.asking.request.consents.iter();
        consents.map(|consent| (one.registration.id, consent))
    });
    agreement::first(tx, &given.collect::<Vec<_>>()).await?;
    let lines = registrations.iter().map(|of| (of.id.uuid(), logged(of)));
    let lines: Vec<_> = lines.collect();
    audit::record_of_event(tx, ATTENDEE, REGISTERED, event.id.uuid(), &lines).await?;
    let now = tx.now();
    owe_first(tx, event, &registrations, now).await?;
    seats::take(tx, event, &registrations).await
}

/// Writes what must not be there yet; `false` where anything of it is.
async fn insert(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    placed: &[Placed<'_>],
) -> Result<bool> {
    let sent = placed.iter().filter_map(|one| {
        Some(Submission {
            form: one.asker.form.clone()?,
            content: Hex::from(content_hash(event, one.asking.request).as_slice()),
        })
    });
    let mut sent: Vec<Submission> = sent.collect();
    sent.sort_by(|one, other| one.form.cmp(&other.form));
    let next = Some(Next::Registered);
    if store::insert_submissions(tx, event.id, &sent, next).await? != count(&sent) {
        return Ok(false);
    }
    let entries = placed
        .iter()
        .map(|one| (&one.registration, one.asking.request));
    let entries: Vec<Entry<'_>> = entries.collect();
    if store::insert(tx, key, &entries).await? != count(&entries) {
        return Ok(false);
    }
    let askers = placed.iter().map(|one| &one.asker);
    slot::take_now(tx, key, &askers.collect::<Vec<_>>()).await
}

fn count<T>(of: &[T]) -> u64 {
    of.len().try_into().unwrap_or(u64::MAX)
}
