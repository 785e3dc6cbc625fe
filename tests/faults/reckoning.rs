//! Whether what people were told, what is kept and what was sent go together.

use std::collections::{BTreeMap, BTreeSet};

use convoke::base::db::Sql;
use convoke::event::Capacity;
use convoke::outbox::{Message, MessageState};
use convoke::registration::{ExportedRegistration, RegistrationState, taken_seats};
use tokio::time::Instant as Moment;

use crate::accounts::Accounts;
use crate::events::CANARY;
use crate::faulty_smtp::Received;
use crate::guests::{Guest, Told};
use crate::stage::{Mail, Stage};

/// Everything that there is to compare.
pub struct Reckoning<'a> {
    pub stage: Stage,
    pub guests: &'a [Guest],
    /// Nobody could be told before that it is too late.
    pub closing: Moment,
    pub arrived: &'a [Received],
    /// How many of them arrived before registration closed.
    pub arrived_before: usize,
}

impl Reckoning<'_> {
    /// What does not go together.
    pub async fn faults(&self) -> Vec<String> {
        let registrations = self.stage.registrations().await;
        let messages = self.stage.messages().await;
        [
            self.of_answers(&registrations),
            self.of_places(&registrations).await,
            of_messages(&registrations, &messages),
            self.of_mails(&registrations, &messages),
            self.of_links(&messages),
            self.of_what_goes_together().await,
        ]
        .concat()
    }

    /// What was told is so, and nothing else is.
    fn of_answers(&self, registrations: &[ExportedRegistration]) -> Vec<String> {
        let mut faults = Vec::new();
        let mut kept: BTreeMap<&str, &ExportedRegistration> = BTreeMap::new();
        for registration in registrations {
            let email = registration.email.as_str();
            if kept.insert(email, registration).is_some() {
                faults.push(format!("{email} is registered twice"));
            }
        }
        for guest in self.guests {
            let state = kept.remove(guest.email.as_str()).map(|kept| kept.state);
            let is_so = match &guest.told {
                Told::Registered => state == Some(RegistrationState::Confirmed),
                Told::Waitlisted => state == Some(RegistrationState::Waitlisted),
                // Who asked before in time and heard nothing may have been entered since.
                Told::Refused => {
                    guest.at >= self.closing && (state.is_none() || !guest.before.is_empty())
                }
                Told::Nonsense(_) => false,
            };
            if !is_so {
                faults.push(format!(
                    "{} was told {:?} after {:?}, and is {state:?}",
                    guest.email, guest.told, guest.before
                ));
            }
        }
        let unasked = kept.into_keys();
        faults.extend(unasked.map(|email| format!("{email} never asked")));
        faults
    }

    /// Nobody came late or on top, and places are counted as they are taken.
    async fn of_places(&self, registrations: &[ExportedRegistration]) -> Vec<String> {
        let mut faults = Vec::new();
        let event = self.stage.event().await;
        let late = registrations
            .iter()
            .filter(|one| one.registered_at >= event.schedule.closes_at);
        faults.extend(late.map(|one| format!("{} came late", one.email.as_str())));
        let in_state = |state| {
            registrations
                .iter()
                .filter(|one| one.state == state)
                .count()
        };
        let confirmed = in_state(RegistrationState::Confirmed);
        let waitlisted = in_state(RegistrationState::Waitlisted);
        let places = event.details.terms.capacity.and_then(places).unwrap_or(0);
        if confirmed != places.min(registrations.len()) {
            let all = registrations.len();
            faults.push(format!("{confirmed} of {all} have one of {places} places"));
        }
        let mut tx = self.stage.begin().await;
        let seats = taken_seats(&mut tx, event.id).await.unwrap();
        let counted =
            std::iter::once(seats.event).chain(seats.sessions.iter().map(|(_, one)| *one));
        for taken in counted {
            let as_counted = (taken.online, taken.online_waiting);
            if as_counted != (as_stored(confirmed), as_stored(waitlisted)) {
                faults.push(format!(
                    "{as_counted:?} are counted of {confirmed} and {waitlisted}"
                ));
            }
        }
        faults
    }

    /// Each message went, to whom it is owed, and again only where nobody knew that it had.
    fn of_mails(
        &self,
        registrations: &[ExportedRegistration],
        messages: &[Message],
    ) -> Vec<String> {
        let email_of: BTreeMap<_, _> = registrations
            .iter()
            .map(|one| (one.id.uuid(), one.email.as_str()))
            .collect();
        let mut accounts = Accounts::default();
        for message in messages {
            let recipient = email_of.get(&message.recipient);
            accounts.owe(&message.message_id, recipient.unwrap_or(&"nobody"));
            for _ in 0..message.uncertain_ends {
                accounts.doubt(&message.message_id);
            }
            if message.state == MessageState::Uncertain {
                accounts.flag(&message.message_id);
            }
        }
        accounts.faults(self.arrived)
    }

    /// The link is in the mails that bring it and in no other, and in none before registration closed.
    fn of_links(&self, messages: &[Message]) -> Vec<String> {
        let links: BTreeSet<&str> = messages
            .iter()
            .filter(|message| message.kind == "link")
            .map(|message| message.message_id.as_str())
            .collect();
        let mut faults = Vec::new();
        for (number, mail) in self.arrived.iter().enumerate() {
            let has_link = Mail::read(&mail.content).everything.contains(CANARY);
            let (id, to) = (mail.message_id(), &mail.recipient);
            if has_link != links.contains(id.as_str()) {
                faults.push(format!("{id} to {to} has the link: {has_link}"));
            }
            if has_link && number < self.arrived_before {
                faults.push(format!("{to} had the link before registration closed"));
            }
        }
        faults
    }

    /// What is written with a registration is there once, and nothing is there without one.
    async fn of_what_goes_together(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut tx = self.stage.begin().await;
        for (what, count) in [
            (
                "registrations without their one line in the log",
                "SELECT count(*) FROM registration r WHERE 1 <> (SELECT count(*) FROM audit_line
                 WHERE object = r.id AND action = 'registered')",
            ),
            (
                "lines in the log without their registration",
                "SELECT count(*) FROM audit_line WHERE action = 'registered'
                 AND object NOT IN (SELECT id FROM registration)",
            ),
            (
                "registrations without their one invitation",
                "SELECT count(*) FROM registration r WHERE 1 <> (SELECT count(*) FROM invitation
                 WHERE registration_id = r.id)",
            ),
            (
                "forms more or less than registrations",
                "SELECT abs((SELECT count(*) FROM submission) - (SELECT count(*) FROM registration))",
            ),
            (
                "messages still in somebody's hands",
                "SELECT count(*) FROM message WHERE leased_until IS NOT NULL OR lease_owner IS NOT NULL",
            ),
        ] {
            let (found,): (i64,) = tx.query(Sql::new("", count)).fetch_one().await.unwrap();
            if found != 0 {
                faults.push(format!("{found} {what}"));
            }
        }
        faults
    }
}

/// Who has a place is owed two messages, who waits for one a single one, and nobody any other.
fn of_messages(registrations: &[ExportedRegistration], messages: &[Message]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut owed: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for message in messages {
        owed.entry(message.recipient)
            .or_default()
            .push(&message.kind);
        let is_over = match message.state {
            MessageState::Sent => true,
            MessageState::Uncertain => message.uncertain_ends == 2,
            _ => false,
        };
        if !is_over {
            faults.push(format!("it came to no end: {message:?}"));
        }
    }
    for registration in registrations {
        let mut kinds = owed.remove(&registration.id.uuid()).unwrap_or_default();
        kinds.sort_unstable();
        let expected: &[&str] = match registration.state {
            RegistrationState::Confirmed => &["link", "registered"],
            _ => &["waitlisted"],
        };
        if kinds != expected {
            let (email, state) = (&registration.email, registration.state);
            faults.push(format!("{}, {state:?}, is owed {kinds:?}", email.as_str()));
        }
    }
    let others = owed.into_iter();
    faults.extend(others.map(|(who, kinds)| format!("{who} is owed {kinds:?}")));
    faults
}

fn places(capacity: Capacity) -> Option<usize> {
    capacity.online?.try_into().ok()
}

fn as_stored(count: usize) -> i64 {
    count.try_into().unwrap()
}
