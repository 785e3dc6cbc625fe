use std::collections::{HashMap, HashSet};

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
    let mut batch = Batch::new(event, None, everybody);
    let lacking = batch.lacking(tx, message).await?;
    let registrations = lacking.into_iter().map(|attendee| attendee.registration);
    Ok(registrations.collect())
}

/// Messages about to be made owed in one unit of work.
pub(super) struct Batch<'a> {
    event: &'a Event,
    /// The moment up to which the plan was looked at before.
    planned_until: Option<Instant>,
    room: usize,
    size: usize,
    reached: HashSet<(Notice, Id<Registration>)>,
    news: HashMap<(Notice, i64), News>,
}

/// What organisers have done, on its way to those whom it concerns.
#[derive(Debug, Clone, Copy)]
struct News {
    /// How many more of them go ahead.
    ahead: usize,
    /// When the others get it, where they are many.
    rest_at: Instant,
    /// Whether some were told by an earlier unit of work.
    has_begun: bool,
}

impl<'a> Batch<'a> {
    /// Room for `size` messages of `event`, whose plan was looked at before up to `planned_until`.
    pub(super) fn new(event: &'a Event, planned_until: Option<Instant>, size: usize) -> Self {
        Self {
            event,
            planned_until,
            room: size,
            size,
            reached: HashSet::new(),
            news: HashMap::new(),
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
        if self.room == 0 {
            return Ok(());
        }
        match message.what {
            What::Alarm => self.alarm(tx, message).await,
            What::Link => self.owe_links(tx, message).await,
            What::Reminder => self.owe_notices(tx, message, Notice::Reminder).await,
            What::Changed if self.is_told_to_all(message) => Ok(()),
            What::Changed => self.owe_notices(tx, message, Notice::Changed).await,
            What::Cancelled => self.owe_notices(tx, message, Notice::Cancelled).await,
        }
    }

    async fn alarm(&mut self, tx: &mut Tx, message: Planned<'_>) -> Result<()> {
        let made = alarm::owe(tx, self.event, message).await?;
        self.room = self.room.saturating_sub(made);
        Ok(())
    }

    async fn owe_links(&mut self, tx: &mut Tx, message: Planned<'_>) -> Result<()> {
        for attendee in self.lacking(tx, message).await? {
            let leads = self.reaches(Notice::Link, attendee);
            owe_link(tx, self.event, attendee, message.session, leads).await?;
        }
        Ok(())
    }

    async fn owe_notices(
        &mut self,
        tx: &mut Tx,
        message: Planned<'_>,
        notice: Notice,
    ) -> Result<()> {
        let room = self.room;
        let attendees = self.lacking(tx, message).await?;
        if attendees.is_empty() {
            return Ok(());
        }
        let is_large = attendees.len() == room;
        let tells_link = match message.audience {
            Audience::Holding(told) => {
                tellable(self.event, message.session, told, tx.now()).is_about(Fact::Link)
            }
            _ => false,
        };
        for attendee in attendees {
            let due_at = match notice {
                Notice::Reminder => tx.now(),
                _ => self.due_at(tx, notice, message.revision, is_large).await?,
            };
            let leads = self.reaches(notice, attendee);
            let to_one = ToMany {
                notice,
                revision: message.revision,
                due_at,
                until: message.until,
                leads,
                tells_link: tells_link && attendee.held_link,
            };
            owe_to_many(tx, self.event, attendee, message.session, to_one).await?;
        }
        Ok(())
    }

    /// When the next person is told of what organisers have done.
    async fn due_at(
        &mut self,
        tx: &mut Tx,
        notice: Notice,
        revision: i64,
        is_large: bool,
    ) -> Result<Instant> {
        let now = tx.now();
        let news = match self.news.get_mut(&(notice, revision)) {
            Some(news) => news,
            None => {
                let subject = self.event.id.uuid();
                let begun = outbox::first_written(tx, subject, notice.as_str(), revision).await?;
                let news = News {
                    ahead: if begun.is_none() { ahead::FEW } else { 0 },
                    rest_at: begun.unwrap_or(now) + ahead::WAIT,
                    has_begun: begun.is_some(),
                };
                self.news.entry((notice, revision)).or_insert(news)
            }
        };
        if news.ahead > 0 {
            news.ahead -= 1;
            return Ok(now);
        }
        let waits = is_large || news.has_begun;
        Ok(if waits { news.rest_at.max(now) } else { now })
    }

    /// Who lacks `message`, as many as there is room for; the room is theirs then.
    async fn lacking(&mut self, tx: &mut Tx, message: Planned<'_>) -> Result<Vec<Attendee>> {
        let (event, session) = (self.event.id, message.session.id);
        let room = i64::try_from(self.room).expect("a batch is small");
        let lacking = match message.audience {
            Audience::Online => {
                let one_serves_all = self.event.has_one_link();
                lacking_link(tx, event, session, one_serves_all, message.from, room).await?
            }
            Audience::Confirmed { .. } => {
                let reminding = reminding(self.event, message).expect("it is a reminder");
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

    /// Whether a change was told to everybody by an earlier look at the plan: who came after it knows
    /// nothing else. One that an organiser kept back for a while was not.
    fn is_told_to_all(&self, message: Planned<'_>) -> bool {
        message.hold.is_none() && self.planned_until.is_some_and(|until| message.from < until)
    }

    /// Notes that `attendee` is reached; `true` for the first message of this kind.
    fn reaches(&mut self, notice: Notice, attendee: Attendee) -> bool {
        self.reached.insert((notice, attendee.registration))
    }
}

/// Whom the reminder `message` is for; `None` where it is none.
pub(in crate::mailer) fn reminding(event: &Event, message: Planned<'_>) -> Option<Reminding> {
    let Audience::Confirmed {
        since,
        in_room_only,
    } = message.audience
    else {
        return None;
    };
    Some(Reminding {
        revision: message.revision,
        since,
        in_room_only,
        starts_at: message.session.sitting.starts_at,
        near: plan::near_span(event),
    })
}

/// What of a change may be told at `now`: another link only once it is released; until then it is left
/// to the mails with the link.
pub(in crate::mailer) fn tellable(
    event: &Event,
    session: SessionOf<'_>,
    told: &Told,
    now: Instant,
) -> Told {
    let mut told = told.clone();
    if !event.is_released(session, now) {
        told.facts.remove(&Fact::Link);
    }
    told
}
