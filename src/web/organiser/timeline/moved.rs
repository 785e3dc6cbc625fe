//! What other reminders and quiet hours mean for the mails that are still to leave, before they are kept
//! (U-10): what leaves when, and to how many, before and after.

use std::collections::BTreeMap;

use super::page::kind_word;
use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Session};
use crate::mailer::plan::What;
use crate::mailer::timeline::{self, Coming, Detail};
use crate::view::Locale;
use crate::view::desk::timeline::{Going, MovedMail};

/// Mails to many that are still to leave: when, and how many.
#[derive(Debug, Default)]
pub(super) struct Ahead(BTreeMap<Which, Vec<(Instant, i64)>>);

/// A kind of mail, and the sessions that it is about.
type Which = (String, Vec<Id<Session>>);

impl Ahead {
    /// As `event` stands in this unit of work; what only organisers get is left out.
    pub(super) async fn of(tx: &mut Tx, event: &Event) -> Result<Self> {
        let mut ahead = Self::default();
        let coming = timeline::coming(tx, event, Detail::Together).await?;
        for one in coming.iter().filter(|one| is_to_attendees(one)) {
            let sessions = one.sessions.iter().map(|of| of.id).collect();
            let key = (one.kind().to_owned(), sessions);
            ahead.0.entry(key).or_default().push((one.at, one.total()));
        }
        Ok(ahead)
    }

    /// How many mails of `self` stay as they are in `after`, and those that do not, in their new order.
    pub(super) fn compared(
        mut self,
        mut after: Self,
        event: &Event,
        locale: &Locale,
    ) -> (usize, Vec<MovedMail>) {
        let mut keys: Vec<_> = self.0.keys().chain(after.0.keys()).cloned().collect();
        keys.sort();
        keys.dedup();
        let (mut same, mut moved) = (0, Vec::new());
        for key in keys {
            let mut old = self.0.remove(&key).unwrap_or_default();
            let mut new = after.0.remove(&key).unwrap_or_default();
            old.retain(|going| match new.iter().position(|other| other == going) {
                Some(at) => {
                    new.remove(at);
                    same += 1;
                    false
                }
                None => true,
            });
            for at in 0..old.len().max(new.len()) {
                let pair = (old.get(at).copied(), new.get(at).copied());
                moved.push((pair, key.clone()));
            }
        }
        moved.sort_by_key(|((old, new), _)| new.or(*old));
        let going = |(at, people)| Going {
            moment: locale.moment(&event.details.zone, at),
            people,
        };
        let rows = moved
            .into_iter()
            .map(|((old, new), (kind, sessions))| MovedMail {
                kind: kind_word(locale, &kind),
                sessions: names(locale, event, &sessions),
                before: old.map(going),
                after: new.map(going),
            });
        (same, rows.collect())
    }
}

fn is_to_attendees(one: &Coming<'_>) -> bool {
    one.kind() != What::Alarm.as_str()
}

/// What the sessions of a mail are called, where the event has others.
fn names(locale: &Locale, event: &Event, sessions: &[Id<Session>]) -> Option<String> {
    if sessions.len() == event.session_ids.len() {
        return None;
    }
    let names = sessions.iter();
    let names: Vec<String> = names
        .filter_map(|id| crate::web::organiser::editor::session_name(locale, event, *id))
        .collect();
    (!names.is_empty()).then(|| locale.list(&names))
}
