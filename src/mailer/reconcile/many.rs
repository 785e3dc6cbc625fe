use std::collections::HashSet;

use crate::base::clock::Instant;
use crate::base::db::{Result, Tx};
use crate::base::id::Id;
use crate::event::{Event, Fact, SessionOf, Told};
use crate::mailer::plan::{self, Audience, Planned, What};
use crate::mailer::{ahead, alarm};
use crate::outbox;
use crate::registration::{
    Attendee, Notice, Registration, Reminding, ToMany, lacking_cancellation, lacking_change,
    lacking_link, lacking_reminder, owe_link, owe_to_many,
};

/// To whom `message` of `event` would still go as things are, in no order.
pub async fn lacking(
    tx: &mut Tx,
    event: &Event,
    message: Planned<'_>,
) -> Result<Vec<Id<Registration>>> {
    let everybody = usize::try_from(i64::MAX).unwrap_or(usize::MAX);
    let lacking = Batch::new(event, everybody).lacking(tx, message).await?;
    Ok(lacking
        .into_iter()
        .map(|attendee| attendee.registration)
        .collect())
}

/// Messages about to be made owed in one unit of work.
pub(super) struct Batch<'a> {
    event: &'a Event,
    room: usize,
    size: usize,
    /// Whether one link serves all sessions.
    has_one_link: bool,
    reached: HashSet<(Notice, Id<Registration>)>,
}

impl<'a> Batch<'a> {
    /// Room for `size` messages of `event`.
    pub(super) fn new(event: &'a Event, size: usize) -> Self {
        let sessions = &event.details.sessions;
        Self {
            event,
            room: size,
            size,
            has_one_link: sessions.iter().all(|session| session.meeting.is_none()),
            reached: HashSet::new(),
        }
    }

    /// For how many more messages there is room.
    pub(super) fn room(&self) -> usize {
        self.room
    }

    /// How many were made.
    pub(super) fn made(&self) -> usize {
        self.size - self.room
    }

    /// Makes `message` owed to everybody who lacks it, as far as there is room.
    pub(super) async fn owe(&mut self, tx: &mut Tx, message: Planned<'_>) -> Result<()> {
        match message.audience {
            Audience::Organisers => {
                let is_new = alarm::owe(tx, self.event, message).await?;
                self.room -= usize::from(is_new && self.room > 0);
                Ok(())
            }
            Audience::Online => {
                for attendee in self.lacking(tx, message).await? {
                    let leads = self.reaches(Notice::Link, attendee);
                    owe_link(tx, self.event, attendee, message.session, leads).await?;
                }
                Ok(())
            }
            _ => self.owe_notices(tx, message).await,
        }
    }

    async fn owe_notices(&mut self, tx: &mut Tx, message: Planned<'_>) -> Result<()> {
        let notice = match message.what {
            What::Reminder => Notice::Reminder,
            What::Changed => Notice::Changed,
            What::Cancelled => Notice::Cancelled,
            What::Link | What::Alarm => unreachable!("owed in their own ways"),
        };
        let room = self.room;
        let attendees = self.lacking(tx, message).await?;
        let may_be_many = !attendees.is_empty() && notice != Notice::Reminder;
        let begun = match may_be_many {
            true => {
                outbox::first_written(tx, self.event.id.uuid(), notice.as_str(), message.revision)
                    .await?
            }
            false => None,
        };
        let is_large = may_be_many && (attendees.len() == room || begun.is_some());
        let now = tx.now();
        let later = begun.unwrap_or(now) + ahead::WAIT;
        let first = if begun.is_none() { ahead::FEW } else { 0 };
        for (index, attendee) in attendees.into_iter().enumerate() {
            let leads = self.reaches(notice, attendee);
            let waits = is_large && index >= first;
            let message_to_one = ToMany {
                notice,
                revision: message.revision,
                due_at: if waits { later.max(now) } else { now },
                until: message.until,
                leads,
            };
            owe_to_many(tx, self.event, attendee, message.session, message_to_one).await?;
        }
        Ok(())
    }

    /// Who lacks `message`, as many as there is room for; the room is theirs then.
    async fn lacking(&mut self, tx: &mut Tx, message: Planned<'_>) -> Result<Vec<Attendee>> {
        let (event, session) = (self.event.id, message.session.id);
        let room = i64::try_from(self.room).expect("a batch is small");
        let lacking = match message.audience {
            Audience::Online => lacking_link(tx, event, session, self.has_one_link, room).await?,
            Audience::Confirmed {
                since,
                in_room_only,
            } => {
                let reminding = Reminding {
                    revision: message.revision,
                    since,
                    in_room_only,
                    starts_at: message.session.sitting.starts_at,
                    near: plan::NEAR,
                };
                lacking_reminder(tx, event, session, &reminding, room).await?
            }
            Audience::Holding(told) => {
                let told = tellable(self.event, message.session, told, tx.now());
                lacking_change(tx, event, session, &told, room).await?
            }
            Audience::Everybody => {
                lacking_cancellation(tx, event, session, message.revision, room).await?
            }
            Audience::Organisers => Vec::new(),
        };
        self.room -= lacking.len();
        Ok(lacking)
    }

    /// Notes that `attendee` is reached; `true` for the first message of this kind.
    fn reaches(&mut self, notice: Notice, attendee: Attendee) -> bool {
        self.reached.insert((notice, attendee.registration))
    }
}

/// What of a change may be told now: another link only once it is released.
fn tellable(event: &Event, session: SessionOf<'_>, told: &Told, now: Instant) -> Told {
    let mut told = told.clone();
    if !event.is_released(session, now) {
        told.facts.remove(&Fact::Link);
    }
    told
}
