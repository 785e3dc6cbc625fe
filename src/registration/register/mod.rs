//! Asking for a place.

mod by_hand;
mod slot;
mod store;
mod together;

pub use by_hand::{Added, ByHand, add};
pub use together::{Asking, is_plain, register_together};

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::admission::{CodeStanding, Decision, Refusal, Situation, decide};
use super::guest::Guest;
use super::notices::{has_objects, knows, owe_at, owe_first, owe_known};
use super::store as registrations;
use super::{
    Answers, Notice, Registration, RegistrationState, Seats, Source, agreement, companion, guest,
    invitation, partner, seats, wish,
};
use crate::audit;
use crate::base::clock::Instant;
use crate::base::db::{Hex, Result, Tx};
use crate::base::id::Id;
use crate::base::language::Language;
use crate::base::secret::{InstanceKey, hash};
use crate::base::text::{EmailAddress, SingleLine};
use crate::event::{Event, FieldName, Key, Mode, Session};
use crate::words;

/// How long a place is kept for somebody whose address is not confirmed (E-14).
pub const HOLD: TimeDelta = TimeDelta::minutes(30);

/// Who registers by the form.
const ATTENDEE: &str = "attendee";

/// What they did, as the audit log names it.
const REGISTERED: &str = "registered";

/// A request for a place, parsed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The name to show.
    pub name: SingleLine,
    /// Where mails go.
    pub email: EmailAddress,
    /// The language of mails.
    pub language: Language,
    /// How they want to attend.
    pub mode: Mode,
    /// The language they want to hear.
    pub listening: Option<Language>,
    /// The sessions they want to come to, by key; every session where the event leaves no choice.
    pub sessions: Vec<Key>,
    /// What the event asks beyond name and address.
    pub fields: Vec<(FieldName, SingleLine)>,
    /// Answers to the organiser's questions.
    pub answers: Answers,
    /// What they agree to.
    pub consents: Vec<Consent>,
    /// The code they gave.
    pub code: Option<String>,
    /// Which link they followed, where it said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Whether a place in the waiting list would do.
    pub waitlist: bool,
    /// Whether they come online as long as the room is full (E-18).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meanwhile_online: bool,
    /// Tells several people at one mailbox from each other; empty for the first. No form says it (E-19).
    #[serde(skip)]
    pub companion_key: String,
}

/// Something agreed to, as it was read (P-7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The event's key for it.
    pub key: Key,
    /// The text that stood on the page.
    pub text: String,
    /// The language of that text, which need not be that of the page or of mails.
    pub language: Language,
    /// Whether the page said that by it the partner whose link was followed is told who they are.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_partner: bool,
}

words! {
    /// What happens next: the page that follows an accepted form. It is the same whether the
    /// address was known or not (S-26).
    pub enum Next {
        /// A mail confirms the place.
        Registered = "registered",
        /// A mail says that they are in the waiting list.
        Waitlisted = "waitlisted",
        /// A mail says that an organiser will decide.
        Received = "received",
        /// A mail asks to confirm the address.
        ConfirmAddress = "confirm_address",
    }
}

/// What a request comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Accepted, now or before: commit.
    Accepted(Next),
    /// Not accepted: drop the unit of work.
    Refused(Refusal),
    /// The same form was sent before with other content: drop the unit of work.
    Reused,
    /// Somebody else took the last seat meanwhile: drop the unit of work and ask again.
    Overtaken,
}

/// Decides on `request` and writes everything it causes. `form_key` makes the repeated submission
/// one.
pub async fn register(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    request: &Request,
    form_key: Option<&str>,
) -> Result<Outcome> {
    let form = form_key.map(|form_key| hash(form_key.as_bytes()));
    let content = content_hash(event, request);
    if let Some(form) = &form {
        let sent = store::Submission {
            form: Hex::from(form.as_slice()),
            content: Hex::from(content.as_slice()),
        };
        if store::insert_submissions(tx, event.id, &[sent], None).await? == 0 {
            return replay(tx, form, &content).await;
        }
    }
    let link = partner::followed(tx, event, request).await?;
    let request = partner::attributed(request, link.as_ref());
    let request = &*request;
    let registration = propose(tx, event, request);
    let guest = invited(tx, event, request).await?;
    let is_link_used_up = partner::is_used_up(tx, link.as_ref()).await?;
    let asked = Asked {
        request,
        guest,
        is_link_used_up,
    };
    let (registration, decision) = judge(tx, event, &asked, registration).await?;
    let (next, state) = match decision {
        Decision::Refuse(refusal) => return Ok(Outcome::Refused(refusal)),
        Decision::Confirm => (Next::Registered, RegistrationState::Confirmed),
        Decision::ConfirmAddress { .. } => (Next::ConfirmAddress, RegistrationState::Unconfirmed),
        Decision::AwaitApproval => (Next::Received, RegistrationState::Pending),
        Decision::Waitlist => (Next::Waitlisted, RegistrationState::Waitlisted),
    };
    if let Some(form) = &form {
        store::answer_submission(tx, form, next).await?;
    }
    // Whoever has to wait for the mail that asks them is kept no place until then.
    let asked_at = match decision {
        Decision::ConfirmAddress { .. } => Some(slot::take(tx, key, &request.email).await?),
        _ => None,
    };
    let is_asked_now = asked_at.is_none_or(|at| at <= tx.now());
    let seated = match decision {
        Decision::Confirm => true,
        Decision::ConfirmAddress { keep_place } => keep_place && is_asked_now,
        _ => false,
    };
    let registration = Registration {
        state,
        seated,
        held_until: asked_at.map(|at| at + HOLD),
        confirmed_at: (state == RegistrationState::Confirmed).then(|| tx.now()),
        ..registration
    };
    let kept = without_secret(request, guest);
    if store::insert(tx, key, &[(&registration, &kept)]).await? == 0 {
        tell_known(tx, key, event, (request, guest), asked_at).await?;
        return Ok(Outcome::Accepted(next));
    }
    // Who is asked for by the mailbox's owner was typed by nobody else.
    let told_at = match asked_at {
        Some(asked_at) => asked_at,
        None if !request.companion_key.is_empty() => tx.now(),
        None => slot::take(tx, key, &request.email).await?,
    };
    write_consequences(tx, event, request, &registration, (ATTENDEE, told_at)).await?;
    if let Some(guest) = guest {
        guest::arrive(tx, guest, registration.id).await?;
    }
    if let Some(mode) = registration.wished_mode {
        wish::wish(tx, &registration, mode).await?;
    }
    if state == RegistrationState::Waitlisted {
        seats::join_list(tx, &registration).await?;
    }
    if seated && !seats::take(tx, event, &[&registration]).await? {
        return Ok(Outcome::Overtaken);
    }
    // Counted again where others who count wait for this unit of work: the last of it, so that they wait for no
    // more than the commit.
    if partner::is_beyond_quota(tx, link.as_ref()).await? {
        return Ok(Outcome::Refused(Refusal::LinkUsedUp));
    }
    Ok(Outcome::Accepted(next))
}

/// When a mail leaves that somebody caused who typed `email`; its place in the day is taken (S-25).
pub(super) async fn typed_mail_at(
    tx: &mut Tx,
    key: &InstanceKey,
    email: &EmailAddress,
) -> Result<Instant> {
    slot::take(tx, key, email).await
}

/// Whether a form with this key was accepted.
pub async fn was_accepted(tx: &mut Tx, form_key: &str) -> Result<bool> {
    store::has_submission(tx, &hash(form_key.as_bytes())).await
}

/// What was asked for, and what is known of whoever asks.
struct Asked<'a> {
    request: &'a Request,
    /// Whose personal invitation was given as a code.
    guest: Option<Id<Guest>>,
    /// Whether as many have come by the link they followed as may.
    is_link_used_up: bool,
}

/// Decides on what was asked for; where that would be the list for the room, and they come online as long
/// as they wait, on that.
async fn judge(
    tx: &mut Tx,
    event: &Event,
    asked: &Asked<'_>,
    registration: Registration,
) -> Result<(Registration, Decision)> {
    let request = asked.request;
    let decision = decide(
        &situation(tx, event, asked, &registration).await?,
        request.waitlist,
    );
    let goes_online = request.meanwhile_online && request.mode == Mode::InPerson;
    if decision != Decision::Waitlist || !goes_online {
        return Ok((registration, decision));
    }
    let online = Registration {
        mode: Mode::Online,
        wished_mode: Some(Mode::InPerson),
        ..registration.clone()
    };
    let meanwhile = decide(&situation(tx, event, asked, &online).await?, false);
    Ok(match meanwhile {
        Decision::Confirm | Decision::ConfirmAddress { keep_place: true } => (online, meanwhile),
        _ => (registration, decision),
    })
}

/// The answer to a form that was accepted before.
async fn replay(tx: &mut Tx, form: &[u8], content: &[u8]) -> Result<Outcome> {
    let (known_content, next) = store::find_submission(tx, form).await?;
    Ok(if known_content == content {
        Outcome::Accepted(next)
    } else {
        Outcome::Reused
    })
}

fn propose(tx: &Tx, event: &Event, request: &Request) -> Registration {
    let every = !event.details.terms.is_per_session();
    let sessions: Vec<Id<Session>> = event
        .sessions()
        .filter(|session| {
            every
                || request
                    .sessions
                    .contains(&event.details.session_key(session.index))
        })
        .map(|session| session.id)
        .collect();
    Registration {
        id: tx.new_id(),
        event: event.id,
        state: RegistrationState::Confirmed,
        email: request.email.clone(),
        name: request.name.clone(),
        language: request.language.clone(),
        mode: request.mode,
        wished_mode: None,
        listening: request.listening.clone(),
        sessions,
        seated: false,
        token_generation: 0,
        registered_at: tx.now(),
        held_until: None,
        address_confirmed_at: None,
        wants_reminders: true,
        undeliverable_at: None,
        confirmed_at: None,
        decline_reason: None,
    }
}

async fn situation(
    tx: &mut Tx,
    event: &Event,
    asked: &Asked<'_>,
    registration: &Registration,
) -> Result<Situation> {
    let (request, guest) = (asked.request, asked.guest);
    let now = tx.now();
    let taken = seats::seats(tx, event.id).await?;
    let terms = &event.details.terms;
    Ok(Situation {
        // A link that came by mail is the proof of the address.
        confirms_address: terms.confirms_address()
            && guest.is_none()
            && request.companion_key.is_empty(),
        code: match guest {
            Some(_) => CodeStanding::Good,
            None => code_standing(tx, event, request, now).await?,
        },
        is_link_used_up: asked.is_link_used_up,
        ..plain_situation(event, registration, &taken, now)
    })
}

/// That of somebody who proves and says nothing.
fn plain_situation(
    event: &Event,
    registration: &Registration,
    taken: &Seats,
    now: Instant,
) -> Situation {
    let terms = &event.details.terms;
    Situation {
        now,
        state: event.state,
        opens_at: event.schedule.opens_at,
        closes_at: event.schedule.closes_at,
        ends_at: event.schedule.ends_at(),
        offers_mode: seats::offered(event.details.format).contains(&registration.mode),
        free: taken.free(event, registration.mode, &registration.sessions),
        has_waitlist: terms.has_waitlist(),
        needs_approval: terms.needs_approval(),
        confirms_address: terms.confirms_address(),
        code: CodeStanding::NotNeeded,
        is_link_used_up: false,
    }
}

/// The guest whose personal invitation was given as a code.
async fn invited(tx: &mut Tx, event: &Event, request: &Request) -> Result<Option<Id<Guest>>> {
    match request.code.as_deref().filter(|code| !code.is_empty()) {
        Some(code) => guest::admitted(tx, event, &request.email, code).await,
        None => Ok(None),
    }
}

/// What is kept of a request: no token, which only its mail holds.
fn without_secret(request: &Request, guest: Option<Id<Guest>>) -> Request {
    Request {
        code: request.code.clone().filter(|_| guest.is_none()),
        ..request.clone()
    }
}

async fn code_standing(
    tx: &mut Tx,
    event: &Event,
    request: &Request,
    now: Instant,
) -> Result<CodeStanding> {
    let terms = &event.details.terms;
    let Some(given) = request.code.as_deref().filter(|code| !code.is_empty()) else {
        return Ok(if terms.is_invitation_only() {
            CodeStanding::Unknown
        } else {
            CodeStanding::NotNeeded
        });
    };
    let Some(code) = terms.codes.iter().flatten().find(|code| code.code == given) else {
        return Ok(CodeStanding::Unknown);
    };
    let ends_at = code
        .expires
        .map(|wall| event.details.zone.resolve_leniently(wall).instant + TimeDelta::minutes(1));
    if ends_at.is_some_and(|ends_at| now >= ends_at) {
        return Ok(CodeStanding::Expired);
    }
    match code.places {
        Some(places) if store::code_uses(tx, event.id, given).await? >= i64::from(places) => {
            Ok(CodeStanding::UsedUp)
        }
        _ => Ok(CodeStanding::Good),
    }
}

async fn write_consequences(
    tx: &mut Tx,
    event: &Event,
    request: &Request,
    registration: &Registration,
    (actor, told_at): (&str, Instant),
) -> Result<()> {
    let given = request.consents.iter();
    let given: Vec<_> = given.map(|consent| (registration.id, consent)).collect();
    agreement::first(tx, &given).await?;
    let state = registration.state;
    let line = (registration.id.uuid(), logged(registration));
    audit::record_of_event(tx, actor, REGISTERED, event.id.uuid(), &[line]).await?;
    let notice = match state {
        RegistrationState::Confirmed => Notice::Registered,
        RegistrationState::Unconfirmed => Notice::ConfirmAddress,
        RegistrationState::Pending => Notice::Received,
        _ => Notice::Waitlisted,
    };
    if notice == Notice::Registered && has_objects(registration.sessions.len()) {
        return owe_first(tx, event, &[registration], told_at).await;
    }
    for session in &registration.sessions {
        invitation::make(tx, registration.id, *session, event.sender.domain()).await?;
    }
    owe_at(tx, event, registration, notice, told_at).await?;
    Ok(())
}

/// What the audit log says of a registration that was made.
fn logged(registration: &Registration) -> serde_json::Value {
    json!({ "state": registration.state, "mode": registration.mode })
}

/// The page says the same as to a new address; only a mail says that it is known, and that another place
/// was asked for with it under another name (P-17, E-19). An address that is asked to confirm itself is
/// told nothing more until it does (BULK-6). A personal invitation is for one person: by it nobody else is
/// asked for.
async fn tell_known(
    tx: &mut Tx,
    key: &InstanceKey,
    event: &Event,
    (request, guest): (&Request, Option<Id<Guest>>),
    asked_at: Option<Instant>,
) -> Result<()> {
    let known = registrations::find_live(tx, event.id, &request.email.key()).await?;
    let Some(known) = known else { return Ok(()) };
    let is_further = guest.is_none()
        && request.companion_key.is_empty()
        && companion::keep(tx, &known, request).await?;
    if known.state == RegistrationState::Unconfirmed || knows(tx, &known, is_further).await? {
        return Ok(());
    }
    let told_at = match asked_at {
        Some(asked_at) => asked_at,
        None => slot::take(tx, key, &request.email).await?,
    };
    owe_known(tx, event, &known, is_further, told_at).await
}

/// What a form says, and of which event: a key that comes back with another event's form was not
/// accepted for that one.
fn content_hash(event: &Event, request: &Request) -> Vec<u8> {
    hash(&serde_json::to_vec(&(event.id.uuid(), request)).expect("a request is plain data"))
}
